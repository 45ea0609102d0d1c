import CPostgres

/// One connection to a server, used by one thread at a time.
final class PostgresSession: @unchecked Sendable {
    let handle: OpaquePointer
    private var statements: [String: String] = [:]
    private var cursors = 0
    /// Statements that were sent and whose answers nobody has read yet.
    private var pending = 0

    private static let pendingLimit = 256
    private static let statementLimit = 500

    init(address: String) throws {
        guard let handle = PQconnectdb(address) else { throw SQLFailure(.other, "libpq is out of memory") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw SQLFailure(.unreachable, Self.message(of: handle))
        }
        // Notices ("relation exists, skipping") are nobody's business.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try run("set client_encoding = 'UTF8'")
    }

    deinit { PQfinish(handle) }

    /// True where it may be used for another transaction: nothing is under way, as far as this end has heard.
    var isIdle: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Begins a transaction; false where the server ended the session meanwhile, and nothing was begun.
    func begins(_ begin: String) throws -> Bool {
        do { try run(begin) } catch let failure as SQLFailure {
            guard PQstatus(handle) == CONNECTION_OK, failure.kind != .unreachable else { return false }
            throw failure
        }
        return true
    }

    /// Runs `body` in the transaction that was begun, up to a commit, or a rollback where it throws.
    func carryOut(_ body: () throws -> Void) throws {
        do {
            try body()
            try drain()
            try run("commit")
        } catch {
            // What failed first is what is told; a session that cannot even roll back is not used again (`isIdle`).
            _ = try? drain()
            _ = try? run("rollback")
            throw error
        }
    }

    @discardableResult
    func run(_ sql: String) throws -> PostgresResult {
        try drain()
        return try PostgresResult(PQexec(handle, sql), sql, handle)
    }

    func run(_ sql: String, _ arguments: [SQLValue]) throws -> PostgresResult {
        try drain()
        let name = try prepared(sql)
        return try Self.withTexts(arguments) { texts in
            try PostgresResult(
                PQexecPrepared(handle, name, Int32(texts.count), texts, nil, nil, 0), sql, handle)
        }
    }

    /// Sends a statement without waiting for its answer; a failure is told by whatever is run next.
    func send(_ sql: String, _ arguments: [SQLValue]) throws {
        if pending == 0 {
            _ = try prepared(sql)
            guard PQenterPipelineMode(handle) == 1 else { throw SQLFailure(.other, Self.message(of: handle)) }
        } else if statements[sql] == nil {
            try drain()
            return try send(sql, arguments)
        }
        let name = try prepared(sql)
        let sent = Self.withTexts(arguments) { PQsendQueryPrepared(handle, name, Int32($0.count), $0, nil, nil, 0) }
        guard sent == 1 else { throw SQLFailure(.other, Self.message(of: handle), sql: sql) }
        pending += 1
        if pending >= Self.pendingLimit { try drain() }
    }

    /// Reads the answers of what was sent; throws the first failure among them.
    private func drain() throws {
        guard pending > 0 else { return }
        var failure: SQLFailure?
        guard PQpipelineSync(handle) == 1 else { throw SQLFailure(.other, Self.message(of: handle)) }
        for _ in 0..<pending {
            while let answer = PQgetResult(handle) {
                do { _ = try PostgresResult(answer, nil, handle) } catch let error as SQLFailure {
                    failure = failure ?? error
                }
            }
        }
        if let sync = PQgetResult(handle) { PQclear(sync) }
        pending = 0
        guard PQexitPipelineMode(handle) == 1 else { throw SQLFailure(.other, Self.message(of: handle)) }
        if let failure { throw failure }
    }

    /// A name under which a cursor can be declared beside others.
    func nextCursor() -> String {
        cursors += 1
        return "c\(cursors)"
    }

    private func prepared(_ sql: String) throws -> String {
        if let name = statements[sql] { return name }
        if statements.count >= Self.statementLimit {
            _ = try PostgresResult(PQexec(handle, "deallocate all"), nil, handle)
            statements = [:]
        }
        let name = "s\(statements.count)"
        _ = try PostgresResult(PQprepare(handle, name, sql, 0, nil), sql, handle)
        statements[sql] = name
        return name
    }

    static func message(of handle: OpaquePointer?) -> String {
        let text = PQerrorMessage(handle).map { String(cString: $0) } ?? "no answer"
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Arguments as texts that end with NUL; a missing one as a null pointer.
    static func withTexts<Value>(
        _ arguments: [SQLValue], _ body: ([UnsafePointer<CChar>?]) throws -> Value
    ) rethrows -> Value {
        var letters: [CChar] = []
        let starts: [Int?] = arguments.map { argument in
            let text: String
            switch argument {
            case .null: return nil
            case .integer(let number): text = String(number)
            // Engines disagree whether an empty text is a missing one; here it is, as on SQLite.
            case .text(let given):
                if given.isEmpty { return nil }
                text = given
            }
            let start = letters.count
            letters.append(contentsOf: text.utf8CString)
            return start
        }
        return try letters.withUnsafeBufferPointer { buffer in
            try body(starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } })
        }
    }
}
