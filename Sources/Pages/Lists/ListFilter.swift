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
        .year(words, in: 1990...2099, offered: -6...1) { .days(of: $0, column: column) }
    }

    /// A year that is told by itself. `offered`: those to choose from, counted from this one; nil: it is told by links alone.
    public static func year(
        _ words: Words, in years: ClosedRange<Int> = 2000...2099, offered: ClosedRange<Int>? = nil,
        _ condition: @escaping @Sendable (Int) -> SQL
    ) -> ListFilter {
        ListFilter(
            name: "year", words: words, kind: .whole(years),
            control: offered.map { offered -> @Sendable (Ask, String) throws -> HTML in
                { ask, chosen in
                    let all = offered.reversed().map { String(ask.today.year + $0) }
                    return .choice("year", [("", ask.say("全部", "All"))] + all.map { ($0, $0) }, chosen: chosen)
                }
            },
            meant: { _, typed in
                Int(typed).flatMap { years.contains($0) ? (String($0), condition($0)) : nil }
            })
    }

    /// Part of the name, or the code, of what is kept elsewhere and has no words of its own.
    public static func called(_ words: Words) -> ListFilter {
        ListFilter(.search(words)) { _, typed in
            SQL.called(typed).map { ("“\(typed.withoutOuterSpace)”", $0) }
        }
    }
}

extension SQL {
    /// That the name has what was typed, or the code is it; nil where nothing can be called so.
    public static func called(_ typed: String) -> SQL? {
        let typed = typed.withoutOuterSpace
        guard TextRule.title.flaw(in: typed) == nil else { return nil }
        return "(code = \(typed) or replace(name, \(typed), '') <> name)"
    }
}
