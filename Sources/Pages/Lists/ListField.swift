import Records
public import Spelling
public import Vocabulary

/// What a list is narrowed by: a name in its address, and the control that asks for it.
public struct ListField: Sendable {
    public let name: String
    public let words: Words
    /// What may be typed or chosen, for other programs.
    let kind: FieldKind
    /// The control, given what was chosen; nil: only an address asks for it.
    let control: (@Sendable (Ask, String) throws -> HTML)?

    public init(
        _ name: String, _ words: Words, kind: FieldKind = .text(most: TextRule.title.limit),
        control: (@Sendable (Ask, String) throws -> HTML)? = nil
    ) {
        self.name = name
        self.words = words
        self.kind = kind
        self.control = control
    }

    /// A piece of text to look for.
    public static func search(_ words: Words) -> ListField {
        ListField("q", words) { _, chosen in .textField("q", chosen) }
    }

    /// A unit: from a list, or by its code where they are too many.
    public static func unit(_ words: Words) -> ListField {
        ListField("unit", words, kind: .unit) { ask, chosen in
            guard let units = try ask.naming.choosableUnits() else { return .textField("unit", chosen) }
            let last = ask.context.knownAt ?? Day(number: .max)
            let known = units.filter { $0.recorded <= last }
            return .choice("unit", [("", ask.say("全部", "All"))] + known.map { ($0.code, $0.name) }, chosen: chosen)
        }
    }

    /// One of some, or all: `all` says what is listed where none is chosen.
    public static func choice(
        _ name: String, _ words: Words, all: Words = Words("全部", "All"),
        _ options: @escaping @Sendable (Ask) throws -> [(value: String, words: Words)]
    ) -> ListField {
        ListField(name, words) { ask, chosen in
            .choice(name, [("", all)] + (try options(ask)), chosen: chosen)
        }
    }

    func html(_ ask: Ask) throws -> HTML {
        guard let control else { return .nothing }
        return .label(.text(ask.say(words)), try control(ask, ask.query[name] ?? ""))
    }
}
