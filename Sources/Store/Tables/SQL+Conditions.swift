import Spelling
public import Vocabulary

/// Conditions that lists are narrowed by.
extension SQL {
    /// That part of the words by which a noun is found was typed, in whatever width or case.
    public static func found<N: Noun>(_ type: N.Type, by typed: String) -> SQL {
        """
        \(name: N.table.key) in (
            select code from noun_words where kind = \(N.kind) and replace(words, \(typed.folded), '') <> words
        )
        """
    }

    /// That a column names a unit or one beneath it.
    public static func beneath(_ unit: String, column: String) -> SQL {
        "\(name: column) in (\(SQL.units(beneath: unit)))"
    }

    /// That one of them holds; of none, none does.
    public static func any(_ conditions: [SQL]) -> SQL {
        guard let first = conditions.first else { return .never }
        return "(\(conditions.dropFirst().reduce(first) { "\($0) or \($1)" }))"
    }

    public static func between(_ first: Day, _ last: Day, column: String) -> SQL {
        "\(name: column) >= \(first) and \(name: column) <= \(last)"
    }

    /// That a column's day lies in a year, or in a month of it.
    public static func days(of year: Int, month: Int? = nil, column: String) -> SQL {
        guard let first = Day(year: year, month: month ?? 1, day: 1) else { return .never }
        return .between(first, first.ending(months: month == nil ? 12 : 1), column: column)
    }
}
