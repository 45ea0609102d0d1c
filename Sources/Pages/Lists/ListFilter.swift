import Records
public import Spelling
public import Store
public import Vocabulary

/// One condition that a list may be narrowed by: asked in the filter, said as a chip, turned into SQL.
public struct ListFilter: Sendable {
    let field: ListField
    public var name: String { field.name }
    public var words: Words { field.words }
    /// What was chosen, in words and as a condition; nil: there is no such choice.
    let meant: @Sendable (Ask, String) throws -> (said: String, condition: SQL)?

    /// A condition of a desk's own making.
    public init(
        name: String, words: Words, kind: FieldKind = .text(most: TextRule.title.limit),
        control: (@Sendable (Ask, String) throws -> HTML)?,
        meant: @escaping @Sendable (Ask, String) throws -> (said: String, condition: SQL)?
    ) {
        self.init(ListField(name, words, kind: kind, control: control), meant: meant)
    }

    /// The same of a field that other lists have too.
    public init(
        _ field: ListField, meant: @escaping @Sendable (Ask, String) throws -> (said: String, condition: SQL)?
    ) {
        self.field = field
        self.meant = meant
    }

    /// Part of the words by which a noun is found, in whatever width or case it was typed.
    public static func search<N: Noun>(_ words: Words, _ type: N.Type) -> ListFilter {
        ListFilter(.search(words)) { _, typed in
            guard TextRule.title.flaw(in: typed) == nil else { return nil }
            return ("“\(typed.withoutOuterSpace)”", .found(type, by: typed))
        }
    }

    public static func unit(_ words: Words, column: String) -> ListFilter {
        ListFilter(.unit(words)) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil, let unit = try ask.naming.unit(typed: typed) else { return nil }
            return (unit.name, .beneath(unit.code, column: column))
        }
    }

    /// One of a closed list of states, each with its condition.
    public static func choice<Value: Named>(
        _ name: String, _ words: Words, _ type: Value.Type, _ condition: @escaping @Sendable (Value, Ask) throws -> SQL
    ) -> ListFilter {
        ListFilter(
            name: name, words: words,
            kind: .choice(Value.allCases.map { FieldKind.Choice(value: $0.rawValue, words: $0.words) }),
            control: { ask, chosen in
                .choice(
                    name, [("", ask.say("全部", "All"))] + Value.allCases.map { ($0.rawValue, ask.say($0.words)) },
                    chosen: chosen)
            },
            meant: { ask, typed in try Value(rawValue: typed).map { (ask.say($0.words), try condition($0, ask)) } })
    }

    /// The year of a column of days.
    public static func year(_ words: Words, column: String) -> ListFilter {
        ListFilter(
            name: "year", words: words, kind: .whole(1990...2099),
            control: { ask, chosen in
                let latest = ask.today.year + 1
                return .choice(
                    "year",
                    [("", ask.say("全部", "All"))] + (0..<8).map { (String(latest - $0), String(latest - $0)) },
                    chosen: chosen)
            },
            meant: { _, typed in
                guard let year = Int(typed), (1990...2099).contains(year),
                    let first = Day(year: year, month: 1, day: 1),
                    let last = Day(year: year, month: 12, day: 31)
                else { return nil }
                return (String(year), .between(first, last, column: column))
            })
    }
}
