import Books
import LedgerEngine
import Plans
import Records
import Vocabulary

/// A subject, and the unit that it belongs to.
struct YearSubject: Sendable {
    var code: String
    var unit: String
}

/// A year of the plan in force, laid out as slots: one for each occasion that it asks a unit, a team or the whole for
/// (docs/decisions/0165).
extension LedgerView {
    /// In the order of the plan; obligations that no one of `subjects` owes in the year are left out.
    func lanes(of year: Int, among subjects: (Subject.Kind) -> [YearSubject]) -> [YearLane] {
        edition.obligations.compactMap { lane($0, year, subjects) }.filter { !$0.subjects.isEmpty }
    }

    /// Whose slots an obligation lays out; nil where it counts no occasions: hours, people, shares and limits are told by the
    /// ledger itself.
    private func bearer(of obligation: Obligation) -> Subject.Kind? {
        let rule = obligation.rule
        guard let binding = obligation.binding, binding.step == nil, binding.kinds != [.site],
            rule.measure == .count || rule.measure == .duration, rule.comparison != .atMost
        else { return nil }
        switch rule.bearer {
        case .programme: return .programme
        case .unit, .team: return live.singleKind(of: obligation.id).flatMap { SlotKey.kinds.contains($0) ? $0 : nil }
        case .person, .activity: return nil
        }
    }

    private func lane(_ obligation: Obligation, _ year: Int, _ subjects: (Subject.Kind) -> [YearSubject]) -> YearLane? {
        guard let kind = bearer(of: obligation) else { return nil }
        let begun = begunSpans(of: obligation, kind)
        guard let latest = begun.last else { return nil }
        let ofYear = following(latest, obligation, until: year).reduce(into: begun) { $0.append($1) }
            .filter { $0.to.year == year }
        guard !ofYear.isEmpty else { return nil }
        let asked = kind == .programme ? [programme(of: obligation)].compactMap(\.self) : subjects(kind)
        var required = 0
        var figures: [(subject: YearSubject, done: [Int?])] = []
        for subject in asked {
            func entry(_ span: Span) -> LedgerEntry? {
                let found = live.entry(
                    obligation: obligation.id, subject: Subject(kind, subject.code), from: span.from)
                return found?.standing == .doesNotApply ? nil : found?.told(by: 0)
            }
            func counted(_ entry: LedgerEntry) -> Int {
                // Laid out by the first of several figures any of which does; by another the window is filled as well.
                let isElsewhere = entry.alternatives != nil && entry.standing == .met
                let done = isElsewhere ? max(entry.done, entry.required) : entry.done
                required = max(required, Int(min(entry.required.rounded(.up), 1e6)))
                return Int(min(done, 1e6))
            }
            // Of what has not begun is asked whoever is asked now.
            let now = ofYear.contains { $0.from > live.asOf } ? entry(latest) : nil
            let done = ofYear.map { span in
                span.from > live.asOf
                    ? now.map {
                        _ = counted($0); return 0
                    } : entry(span).map(counted)
            }
            figures.append((subject, done))
        }
        guard (1...SlotPace.mostSlots).contains(required) else { return nil }
        let windows = ofYear.map { YearWindow(from: $0.from, to: $0.to, required: required, on: live.asOf) }
        var lane = YearLane(obligation, kind, windows: windows, asOf: live.asOf)
        for figure in figures { lane.add(figure.subject.code, of: figure.subject.unit, figure.done) }
        return lane
    }

    private struct Span: Hashable {
        var from: Day
        var to: Day
    }

    /// Windows that had begun by the as-of day, oldest first.
    private func begunSpans(of obligation: Obligation, _ kind: Subject.Kind) -> [Span] {
        let whole: [Subject] =
            kind == .programme
            ? [live.wholeSubject] : directory.units.roots(knownAt: live.knownAt).map { Subject(.rollUp, $0.code) }
        let spans = whole.flatMap { live.history(of: obligation.id, subject: $0) }.compactMap { entry in
            entry.to.map { Span(from: entry.from, to: $0) }
        }
        // A window of several years is no part of one.
        return Set(spans).filter { $0.to - $0.from < Self.longestWindow }.sorted { $0.from < $1.from }
    }

    private static var longestWindow: Int { 366 }

    /// Windows that follow one another after the latest that had begun.
    private func following(_ latest: Span, _ obligation: Obligation, until year: Int) -> [Span] {
        guard obligation.rule.recurs, let months = obligation.rule.window?.months, months <= 12 else { return [] }
        var spans: [Span] = []
        var from = latest.to + 1
        while from.year <= year {
            let to = from.ending(months: months)
            spans.append(Span(from: from, to: to))
            from = to + 1
        }
        return spans
    }

    /// The whole, at the unit that answers for it.
    private func programme(of obligation: Obligation) -> YearSubject? {
        live.history(of: obligation.id, subject: live.wholeSubject).last.map {
            YearSubject(code: $0.subject.code, unit: $0.unit)
        }
    }
}
