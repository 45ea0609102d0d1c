/// One row of an answer, read by column name while the query runs.
public protocol SQLRow {
    /// `.null` where the value is missing; throws where there is no such column.
    func value(_ column: String) throws -> SQLValue
}

/// That a row did not hold what the program expects of its own schema.
public struct UnexpectedRow: Error, Hashable, CustomStringConvertible {
    public var column: String
    public var expected: String

    public init(_ column: String, expected: String) {
        self.column = column
        self.expected = expected
    }

    public var description: String { "column \(column): expected \(expected)" }
}

extension SQLRow {
    package func text(_ column: String) throws -> String {
        guard case .text(let text) = try value(column) else { throw UnexpectedRow(column, expected: "text") }
        return text
    }

    /// An empty text is stored as NULL: engines disagree whether the two differ.
    package func textOrEmpty(_ column: String) throws -> String { try textOrNil(column) ?? "" }

    package func textOrNil(_ column: String) throws -> String? {
        switch try value(column) {
        case .text(let text): return text
        case .null: return nil
        case .integer: throw UnexpectedRow(column, expected: "text or NULL")
        }
    }

    package func integer(_ column: String) throws -> Int {
        guard case .integer(let number) = try value(column) else { throw UnexpectedRow(column, expected: "integer") }
        return Int(number)
    }

    package func integerOrNil(_ column: String) throws -> Int? {
        switch try value(column) {
        case .integer(let number): return Int(number)
        case .null: return nil
        case .text: throw UnexpectedRow(column, expected: "integer or NULL")
        }
    }
}
