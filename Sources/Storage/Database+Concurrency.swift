import Dispatch

/// The same two doors for asynchronous callers: the work runs on threads of its own, never on the caller's executor.
extension Database {
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await aside { database in try database.read(body) }
    }

    public func write<Value: Sendable>(
        by: String, _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await aside { database in try database.write(by: by, body) }
    }

    private func aside<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try work(self) })
            }
        }
    }
}
