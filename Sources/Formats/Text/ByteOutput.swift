/// Takes bytes as they are made, so that a large export never stands in memory whole.
///
/// The first failure is kept and thrown by `finish`; what is written after it is dropped.
public final class ByteOutput {
    private var buffer: [UInt8] = []
    private let drain: ([UInt8]) throws -> Void
    private var failure: (any Error)?
    private static let drainAt = 1 << 16

    public init(drain: @escaping ([UInt8]) throws -> Void) {
        self.drain = drain
        buffer.reserveCapacity(Self.drainAt + 4096)
    }

    public func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.drainAt { empty() }
    }

    public func write(byte: UInt8) { buffer.append(byte) }

    public func finish() throws {
        empty()
        if let failure { throw failure }
    }

    private func empty() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard failure == nil, !buffer.isEmpty else { return }
        do { try drain(buffer) } catch { failure = error }
    }

    /// What `body` writes, as one text; for tests, pages and small things.
    public static func text(_ body: (ByteOutput) -> Void) -> String {
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        body(output)
        output.empty()
        return String(decoding: bytes, as: UTF8.self)
    }
}
