/// A session inside one transaction.
final class PostgresConnection: SQLConnection {
    let dialect = Dialect.postgres
    private let session: PostgresSession
    /// So many rows of a long answer are held at once.
    private static let batch: Int32 = 5_000

    init(_ session: PostgresSession) { self.session = session }

    func query(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLRow) throws -> Void) throws {
        let result = try session.run(sql, arguments)
        for row in 0..<result.rowCount { try each(PostgresRow(result: result, row: row)) }
    }

    func stream(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLFields) throws -> Void) throws {
        let cursor = session.nextCursor()
        _ = try session.run("declare \(cursor) no scroll cursor for \(sql)", arguments)
        while true {
            let result = try session.run("fetch \(Self.batch) from \(cursor)")
            for row in 0..<result.rowCount { try each(PostgresFields(result, row)) }
            if result.rowCount < Self.batch { break }
        }
        try session.run("close \(cursor)")
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        arguments.isEmpty ? try session.run(sql).changed : try session.run(sql, arguments).changed
    }

    func statement(_ sql: String) throws -> any SQLStatement { PostgresStatement(sql, session) }
}

private struct PostgresRow: SQLRow {
    let result: PostgresResult
    let row: Int32

    func value(_ column: String) throws -> SQLValue {
        guard let place = result.names.firstIndex(of: column) else {
            throw UnexpectedRow(column, expected: "a column")
        }
        return try result.value(row, Int32(place))
    }
}

private final class PostgresFields: SQLFields {
    private let result: PostgresResult
    private let row: Int32

    init(_ result: PostgresResult, _ row: Int32) {
        self.result = result
        self.row = row
    }

    func integer(at place: Int32) -> Int64 {
        guard case .integer(let number) = try? result.value(row, place) else { return 0 }
        return number
    }

    func isNull(at place: Int32) -> Bool { result.isNull(row, place) }

    func letters(at place: Int32) -> UnsafeBufferPointer<UInt8> { result.letters(row, place) }
}

/// Sends what changes rows without waiting for each answer; asks and waits where rows are wanted.
private final class PostgresStatement: SQLStatement {
    private let sql: String
    private let session: PostgresSession
    private let isQuestion: Bool
    private var values: [SQLValue] = []

    init(_ sql: String, _ session: PostgresSession) {
        self.sql = sql
        self.session = session
        isQuestion = !sql.hasPrefix("insert")
    }

    func bind(_ number: Int64, at place: Int32) { bind(.integer(number), at: place) }

    func bind(_ text: String, at place: Int32) { bind(SQLValue(text), at: place) }

    func bindNull(at place: Int32) { bind(.null, at: place) }

    private func bind(_ value: SQLValue, at place: Int32) {
        while values.count < Int(place) { values.append(.null) }
        values[Int(place) - 1] = value
    }

    func run() throws -> Bool {
        guard isQuestion else {
            try session.send(sql, values)
            return false
        }
        return try session.run(sql, values).rowCount > 0
    }
}
