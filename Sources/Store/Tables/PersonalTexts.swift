/// Texts of a noun that tell of one person, such as why somebody asked for leave: they go with what is held about that person
/// (docs/decisions/0154).
public struct PersonalTexts: Sendable {
    /// Of the noun's table; of one of its lists as `table.column`.
    public let columns: [String]
    /// Which rows tell of somebody, by all their staff numbers.
    let about: @Sendable (_ person: [String]) -> SQL

    public init(_ columns: String..., about: @escaping @Sendable (_ person: [String]) -> SQL) {
        self.columns = columns
        self.about = about
    }

    /// Those whose column names the person.
    public static func of(_ person: String, _ columns: String...) -> PersonalTexts {
        PersonalTexts(columns) { "\(name: person) in (\(list: $0))" }
    }

    /// Those that belong to another noun which tells of the person.
    public static func through(_ owner: String, _ other: any Noun.Type, _ columns: String...) -> PersonalTexts {
        PersonalTexts(columns) { other.keysAbout($0).map { "\(name: owner) in (\($0))" } ?? .never }
    }

    private init(_ columns: [String], about: @escaping @Sendable (_ person: [String]) -> SQL) {
        self.columns = columns
        self.about = about
    }

    /// What of a table's columns these are, or of a list's.
    fileprivate func columns(of list: String?) -> [String] {
        columns.compactMap { column in
            let parts = column.split(separator: ".").map(String.init)
            return list == nil ? (parts.count == 1 ? column : nil) : parts.first == list ? parts.last : nil
        }
    }
}

extension Noun {
    /// A question for the keys of those that tell of somebody; nil where none does.
    fileprivate static func keysAbout(_ person: [String]) -> SQL? {
        personal.map { "select \(name: table.key) from \(name: table.name) where \($0.about(person))" }
    }

    fileprivate static func destroy(
        of person: [String], instead: String, in writing: WriteTransaction, _ lines: inout [Int: JournalRow]
    ) throws -> [String] {
        guard let personal, let keys = try keys(about: person, in: writing), !keys.isEmpty else { return [] }
        for (table, owner, columns) in places(personal) {
            for column in columns {
                let change: SQL = """
                    update \(name: table) set \(name: column) = \(instead)
                    where \(name: column) is not null and \(name: owner) in (\(list: keys))
                    """
                try writing.connection.execute(change.text, change.values)
            }
        }
        for key in keys {
            for row in try writing.journal(ofKind: kind, code: key) {
                var line = lines[row.seq] ?? row
                line.before = try line.before.map { try without(personal, $0, instead) }
                line.after = try line.after.map { try without(personal, $0, instead) }
                if line != row { lines[row.seq] = line }
            }
        }
        return keys
    }

    /// How many texts tell of somebody, by table.
    fileprivate static func count(about person: [String], in reading: some Reading) throws -> [String: Int] {
        guard let personal, let keys = try keys(about: person, in: reading), !keys.isEmpty else { return [:] }
        var found: [String: Int] = [:]
        for (table, owner, columns) in places(personal) {
            for column in columns {
                let question: SQL = """
                    select count(*) as held from \(name: table)
                    where \(name: column) is not null and \(name: owner) in (\(list: keys))
                    """
                found[table, default: 0] +=
                    try reading.connection.first(question.text, question.values) {
                        try $0.integer("held")
                    } ?? 0
            }
        }
        return found.filter { $0.value > 0 }
    }

    private static func keys(about person: [String], in reading: some Reading) throws -> [String]? {
        try keysAbout(person).map { question in
            try reading.connection.rows(question.text, question.values) { try $0.text(table.key) }
        }
    }

    /// Its table and those of its lists, with what names the noun in each.
    private static func places(_ personal: PersonalTexts) -> [(table: String, owner: String, columns: [String])] {
        [(table.name, table.key, personal.columns(of: nil))]
            + lists.map { ($0.name, $0.owner, personal.columns(of: $0.name)) }
    }

    /// A line of the journal without them; what tells no state stays as it is.
    private static func without(_ personal: PersonalTexts, _ text: String, _ instead: String) throws -> String {
        guard text.hasPrefix("{"), case .row(var row) = try StoredJSON.value(JournalValue.self, from: text) else {
            return text
        }
        let before = row
        row = row.without(personal.columns(of: nil), instead)
        for list in lists {
            guard case .list(let items) = row[list.name] else { continue }
            let columns = personal.columns(of: list.name)
            row[list.name] = .list(
                items.map { item in
                    guard case .row(let item) = item else { return item }
                    return .row(item.without(columns, instead))
                })
        }
        return row == before ? text : try StoredJSON.text(JournalValue.row(row))
    }
}

extension [String: JournalValue] {
    fileprivate func without(_ columns: [String], _ instead: String) -> [String: JournalValue] {
        var row = self
        for column in columns {
            if case .text(let text) = row[column], !text.isEmpty { row[column] = .text(instead) }
        }
        return row
    }
}

extension Reading {
    /// How many texts of desks tell of somebody, by table.
    package func personalTexts(about person: [String]) throws -> [String: Int] {
        try nouns.reduce(into: [:]) { found, noun in
            found.merge(try noun.count(about: person, in: self)) { $0 + $1 }
        }
    }
}

extension WriteTransaction {
    /// Puts `instead` in the place of every text of desks that tells of somebody, in the tables and in the journal's lines; forms
    /// that others began about one of these rows go. Lines that were changed already are in `lines`.
    package func destroyPersonalTexts(
        of person: [String], instead: String, _ lines: inout [Int: JournalRow]
    ) throws {
        for noun in nouns {
            for key in try noun.destroy(of: person, instead: instead, in: self, &lines) {
                try connection.execute(
                    "delete from form_drafts where form like $1 or form like $2",
                    [SQLValue("%/\(key)"), SQLValue("%/\(key)/%")])
            }
        }
    }
}
