/// Bytes that columns lie in: our own, or lent by whoever mapped a file.
///
/// A class, so that columns that share a mapped file keep it open together.
final class Memory: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    private let lender: AnyObject?

    /// Large memory begins where a large page does.
    private static let largePage = 2 << 20

    /// Own memory, not yet filled.
    init(byteCount: Int) {
        let isLarge = byteCount >= 2 * Self.largePage
        start = .allocate(byteCount: max(byteCount, 1), alignment: isLarge ? Self.largePage : 64)
        lender = nil
    }

    /// Memory that `lender` keeps alive.
    init(lent start: UnsafeMutableRawPointer, by lender: AnyObject) {
        self.start = start
        self.lender = lender
    }

    deinit { if lender == nil { start.deallocate() } }
}
