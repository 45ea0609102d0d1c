public import Store
public import Vocabulary

extension Ask {
    /// What was done to a noun, a step each: when, by whom, what its act is called. `tell` adds what is special of a step.
    public func steps<N: Noun>(
        of type: N.Type, _ code: String, _ tell: (inout HistoryStep, N, NounChange<N>) throws -> Void = { _, _, _ in }
    ) throws -> [HistoryStep] {
        try reading.changes(of: type, code).compactMap { change in
            guard let after = change.after else { return nil }
            let words = acts[change.row.act] ?? Words("变动", "Changed")
            var step = HistoryStep(at: change.row.at, by: change.row.by, words: words)
            try tell(&step, after, change)
            return step
        }
    }

    /// The same of a noun that holds what a form asks for, with what a change changed, field by field.
    public func steps<N: Noun, Draft>(
        of type: N.Type, _ code: String, _ form: Form<Draft>, _ draft: any KeyPath<N, Draft> & Sendable,
        _ tell: (inout HistoryStep, N, NounChange<N>) throws -> Void
    ) throws -> [HistoryStep] {
        try steps(of: type, code) { step, after, change in
            step.changes =
                try change.before.map { try form.changes($0[keyPath: draft], after[keyPath: draft], self) } ?? []
            try tell(&step, after, change)
        }
    }

    /// What became of a record (经过), everybody by name.
    public func history(_ steps: [HistoryStep]) throws -> HTML {
        .history(
            try steps.map { step in
                var step = step
                step.by = try naming.accountName(step.by)
                return step
            }, by: try siteTime)
    }
}
