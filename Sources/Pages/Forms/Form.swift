import Store
public import Vocabulary

/// A form in sections: everything mechanical about a noun's fields comes from here (docs/decisions/0100).
public struct Form<Draft: Sendable>: Sendable {
    public struct Section: Sendable {
        public let words: Words
        public let fields: [FormField<Draft>]

        public init(_ words: Words, _ fields: FormField<Draft>...) { self.init(words, fields: fields) }

        /// Of fields that are only known once the records were read, such as the questions of a survey.
        public init(_ words: Words, fields: [FormField<Draft>]) {
            self.words = words
            self.fields = fields
        }
    }

    public let sections: [Section]

    public init(_ sections: Section...) { self.sections = sections }

    public var fields: [FormField<Draft>] { sections.flatMap(\.fields) }

    public subscript(name: String) -> FormField<Draft> {
        guard let field = fields.first(where: { $0.name == name }) else {
            preconditionFailure("the form has no field \(name)")
        }
        return field
    }

    /// A draft as the form would send it.
    public func typed(_ draft: Draft, _ naming: Naming) throws -> Query {
        Query(try fields.flatMap { try $0.typed(draft, naming) })
    }

    /// What was sent, taken into a draft, and everything that is wrong with it, in the order of the form.
    public func read(_ query: Query, into draft: Draft, _ naming: Naming) throws -> (
        draft: Draft, problems: [FormProblem]
    ) {
        var draft = draft
        var problems: [FormProblem] = []
        for field in fields { problems += try field.read(query, "", &draft, naming) }
        return (draft, problems)
    }

    /// Problems as the form asks; of equals the one found first stays first.
    func inOrder(_ problems: [FormProblem]) -> [FormProblem] {
        let places = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ problem: FormProblem) -> Int { places[String(problem.field.prefix { $0 != "." })] ?? -1 }
        return problems.enumerated().sorted {
            (place($0.element), $0.offset) < (place($1.element), $1.offset)
        }.map(\.element)
    }

    /// The questions, with what was typed and what is wrong beside each.
    func html(_ typed: Query, _ problems: [FormProblem], _ ask: Ask) throws -> HTML {
        .group(
            try sections.enumerated().map { place, section in
                .section(
                    .attribute("aria-labelledby", "part-\(place + 1)"),
                    .div(.class("head"), .h2(.id("part-\(place + 1)"), .text(ask.say(section.words)))),
                    .group(
                        try section.fields.map { field in
                            let view = FieldView(
                                id: field.name, typed: typed, problems: problems, naming: ask.naming,
                                context: ask.context, today: ask.today)
                            if field.isHidden { return try field.control(view) }
                            return try field.isAsked?(view) == false ? .nothing : try field.html(view)
                        }))
            })
    }

    /// What a draft says, section by section, for the check page and the page of the thing.
    public func facts(_ draft: Draft, _ ask: Ask, links: (String) -> String? = { _ in nil }) throws -> HTML {
        .group(
            try sections.enumerated().map { place, section in
                .section(
                    .div(
                        .class("head"), .h2(.text(ask.say(section.words))),
                        links("part-\(place + 1)").map { address in
                            .span(
                                .class("quiet"),
                                .a(
                                    .href(address), .text(ask.say("改", "Change")),
                                    .span(.class("unseen"), .text(ask.say(section.words)))))
                        } ?? .nothing),
                    .dl(
                        .class("facts"),
                        .each(
                            try section.fields.filter { !$0.isHidden && $0.isAsked == nil }
                                .map { ($0.words, try $0.shown(draft, ask.naming)) }
                        ) { words, shown in
                            .div(.dt(.text(ask.say(words))), .dd(shown))
                        }))
            })
    }

    /// What differs between two drafts, as old → new.
    public func changes(_ old: Draft, _ new: Draft, _ ask: Ask) throws -> [(words: Words, old: HTML, new: HTML)] {
        try fields.filter { !$0.isHidden }.flatMap { field -> [(words: Words, old: HTML, new: HTML)] in
            if let differences = field.differences { return try differences(old, new, ask.naming) }
            guard try field.text(old, ask.naming) != field.text(new, ask.naming) else { return [] }
            return [(field.words, try field.shown(old, ask.naming), try field.shown(new, ask.naming))]
        }
    }
}

extension FormField {
    func html(_ view: FieldView) throws -> HTML {
        let own = view.problems.filter { $0.field == view.id }
        let ids =
            (hint == nil ? [] : ["\(view.id)-hint"]) + (own.isEmpty ? [] : ["\(view.id)-error"])
        let label =
            view.say(words) + (isRequired || isNeededAtTimes ? "" : view.context.say("（可不填）", " (optional)"))
        let before: HTML = .group([
            hint.map { .p(.class("hint"), .id("\(view.id)-hint"), .text(view.say($0))) } ?? .nothing,
            own.isEmpty ? .nothing : .div(.class("error"), .id("\(view.id)-error"), .each(own) { problem(view, $0) }),
        ])
        let kind: HTML = .class(own.isEmpty ? "ask" : "ask wrong")
        let control = try control(view)
        guard !isGroup else {
            return .fieldset(
                kind, .id(view.id), .attribute("tabindex", "-1"), .legend(.text(label)), before, control)
        }
        return .div(
            kind, .label(.attribute("for", view.id), .text(label)), before,
            control.described(by: ids, isWrong: !own.isEmpty))
    }

    /// One thing that is wrong, with what may be meant as buttons.
    private func problem(_ view: FieldView, _ problem: FormProblem) -> HTML {
        .group([
            .p(
                .text(view.say(problem.words)),
                problem.opens.map { .group([" ", .a(.href($0.value), .words($0.words))]) } ?? .nothing),
            .when(
                !problem.meant.isEmpty,
                .p(
                    .class("btns"),
                    .each(problem.meant) { meant in
                        .button(
                            .class("btn small"), .type("submit"), .name("\(view.id)-meant"), .value(meant.value),
                            .words(meant.words))
                    })),
        ])
    }
}
