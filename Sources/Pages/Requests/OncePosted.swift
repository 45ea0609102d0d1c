import HTTPTypes
public import Hummingbird

/// What was sent in twice is done once: two clicks on a button end at the same page.
///
/// The same form to the same address, while the first is still being carried out, waits for it and is given its answer.
/// A form that bears a mark of its own (`PageContext.once`) is known also afterwards, for as long as the server runs.
public actor OncePosted {
    public struct Key: Hashable, Sendable {
        private let address: String
        private let count: Int
        private let digests: [Int]

        public init(_ request: Request, _ body: ByteBuffer) {
            address = request.head.path ?? ""
            count = body.readableBytes
            digests = [1, 2].map { seed in
                var hasher = Hasher()
                hasher.combine(seed)
                // Two people may send the same: each is given their own answer.
                for cookie in request.headers[values: .cookie] { hasher.combine(cookie) }
                body.withUnsafeReadableBytes { hasher.combine(bytes: $0) }
                return hasher.finalize()
            }
        }
    }

    private static let mostRemembered = 4096
    /// Those that wait for the first of their kind.
    private var running: [Key: [CheckedContinuation<Result<Response, any Error>, Never>]] = [:]
    private var ends: [Key: String] = [:]
    private var remembered: [Key] = []

    public init() {}

    /// Nil where the caller is the first, and shall carry it out and `finish`; else what the first was answered.
    public func begin(_ key: Key) async -> Result<Response, any Error>? {
        if let end = ends[key] { return .success(Response(status: .seeOther, headers: [.location: end])) }
        guard running[key] != nil else {
            running[key] = []
            return nil
        }
        return await withCheckedContinuation { running[key]?.append($0) }
    }

    public func finish(_ key: Key, isMarked: Bool, _ answer: Result<Response, any Error>) {
        for waiting in running.removeValue(forKey: key) ?? [] { waiting.resume(returning: answer) }
        guard isMarked, case .success(let response) = answer, response.status == .seeOther,
            let end = response.headers[.location]
        else { return }
        remember(key, end)
    }

    private func remember(_ key: Key, _ end: String) {
        ends[key] = end
        remembered.append(key)
        if remembered.count > Self.mostRemembered { ends[remembered.removeFirst()] = nil }
    }
}
