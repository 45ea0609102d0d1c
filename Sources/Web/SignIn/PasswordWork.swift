import HTTPTypes
import Hummingbird
import Pages
import Synchronization

/// Where passwords are looked at: two at a time, each on a thread of its own, so that a crowd at the door neither takes the
/// memory of the machine nor keeps those waiting who are inside.
enum PasswordWork {
    private static let lane = Lane("passwords", threads: 2)
    private static let waiting = Mutex(0)
    /// Beyond these nobody is let wait: some seconds' work.
    static let mostWaiting = 40

    struct TooMany: Error {}

    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isAdmitted = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw TooMany() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withTaskExecutorPreference(lane) { try body() }
    }
}
