import Store
public import Vocabulary

/// Columns that only name what they show.
extension ListColumn {
    /// A day; where there is none, a dash.
    public static func day(
        _ key: String, _ words: Words, _ place: Place = .day, sort: String? = nil,
        _ day: @escaping @Sendable (Row) -> Day?
    ) -> ListColumn {
        ListColumn(key, words, place, as: .day, sort: sort, text: { row, _ in day(row)?.iso ?? "" }) { row, _ in
            day(row).map { .day($0) } ?? "–"
        }
    }

    public static func number(
        _ key: String, _ words: Words, unit: Words, sort: String? = nil, _ number: @escaping @Sendable (Row) -> Int
    ) -> ListColumn {
        ListColumn(key, words, .figure, sort: sort, unit: unit, text: { row, _ in String(number(row)) })
    }

    public static func text(
        _ key: String, _ words: Words, _ place: Place = .meta, sort: String? = nil,
        _ text: @escaping @Sendable (Row) -> String
    ) -> ListColumn {
        ListColumn(key, words, place, sort: sort, text: { row, _ in text(row) })
    }
}

extension ListColumn where Row: PagedNoun {
    /// What the record is called, which opens it.
    public static func title(_ words: Words, key: String = "title", sort: String? = nil) -> ListColumn {
        ListColumn(key, words, .lead, sort: sort, text: { row, _ in row.title }) { row, ask in
            // On the page on which it stands it leads nowhere.
            row.address.hasPrefix(ask.context.path + "#") ? .text(row.title) : .link(row.address, .text(row.title))
        }
    }

    /// Its key.
    public static func code(_ words: Words = Words("编号", "Number")) -> ListColumn {
        .text("code", words, .off, sort: Row.table.key) { $0.key }
    }
}
