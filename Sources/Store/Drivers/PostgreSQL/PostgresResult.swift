import CPostgres

/// What a server answered to one statement; its memory lives as long as this does.
final class PostgresResult {
    private let handle: OpaquePointer
    let rowCount: Int32
    private(set) lazy var names: [String] = (0..<PQnfields(handle)).map { place in
        PQfname(handle, place).map { String(cString: $0) } ?? ""
    }

    /// Throws what the server refused, as `SQLFailure`.
    init(_ result: OpaquePointer?, _ sql: String?, _ session: OpaquePointer) throws {
        guard let result else {
            let isLost = PQstatus(session) != CONNECTION_OK
            throw SQLFailure(isLost ? .unreachable : .other, PostgresSession.message(of: session), sql: sql)
        }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_PIPELINE_SYNC:
            handle = result
            rowCount = PQntuples(result)
        default:
            let failure = Self.failure(result, sql)
            PQclear(result)
            throw failure
        }
    }

    deinit { PQclear(handle) }

    /// How many rows the statement changed.
    var changed: Int { PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0 }

    func isNull(_ row: Int32, _ column: Int32) -> Bool { PQgetisnull(handle, row, column) == 1 }

    func letters(_ row: Int32, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(handle, row, column))
        guard count > 0, let start = PQgetvalue(handle, row, column) else { return .init(start: nil, count: 0) }
        return start.withMemoryRebound(to: UInt8.self, capacity: count) { .init(start: $0, count: count) }
    }

    func text(_ row: Int32, _ column: Int32) -> String { String(decoding: letters(row, column), as: UTF8.self) }

    /// As it travels between engines: whole numbers of every width, and yes or no as 1 or 0, are integers.
    func value(_ row: Int32, _ column: Int32) throws -> SQLValue {
        if isNull(row, column) { return .null }
        switch PQftype(handle, column) {
        case 16: return .integer(letters(row, column).first == UInt8(ascii: "t") ? 1 : 0)
        case 20, 21, 23, 1700:
            guard let number = Int64(text(row, column)) else {
                throw UnexpectedRow(names[Int(column)], expected: "a whole number")
            }
            return .integer(number)
        default: return .text(text(row, column))
        }
    }

    private static func failure(_ result: OpaquePointer, _ sql: String?) -> SQLFailure {
        func field(_ code: Character) -> String? {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
        }
        let message = field("M") ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? "no answer"
        let kind: SQLFailure.Kind =
            switch field("C") {
            case "23505": .unique
            case "23503": .foreignKey
            case "23514": .check
            case "23502": .notNull
            case "XX001", "XX002": .damaged
            case "53100": .full
            case "25006": .readOnly
            case "40001", "40P01", "55P03": .busy
            // The server is going down, or ended this session.
            case "57P01", "57P02", "57P03": .unreachable
            default: message.hasPrefix("final:") ? .final : message.hasPrefix("ring:") ? .ring : .other
            }
        return SQLFailure(kind == .other && field("C") == nil ? .unreachable : kind, message, sql: sql)
    }
}
