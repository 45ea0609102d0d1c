/// The few places where engines need different words. Everything else is one SQL text for all of them.
public enum Dialect: String, Sendable, CaseIterable {
    case sqlite

    /// A parameter's place in a statement: `$1` as we write it; SQLite: `?1`.
    func placeholders(in sql: String) -> String {
        switch self {
        case .sqlite: String(decoding: sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
        }
    }

    /// Makes a table's rows final: no update, no delete. SQLite: a pair of triggers.
    func finality(of table: String) -> [String] {
        switch self {
        case .sqlite:
            ["update", "delete"].map { change in
                """
                create trigger \(table)_no_\(change) before \(change) on \(table)
                begin select raise(abort, 'final: \(table) rows are never altered'); end
                """
            }
        }
    }

    /// Lets a connection check its rows' values, or not. SQLite builds a table for each `in (...)` that it checks, which
    /// takes longer than the row.
    func checking(_ isOn: Bool) -> String {
        switch self {
        case .sqlite: "PRAGMA ignore_check_constraints = \(isOn ? 0 : 1)"
        }
    }

    /// Every object of the schema as text, in a fixed order, for comparing with the committed dump.
    var schemaQuery: String {
        switch self {
        case .sqlite:
            """
            select sql as definition from sqlite_master where sql is not null
            order by case type when 'table' then 1 when 'index' then 2 else 3 end, name
            """
        }
    }
}
