import CBarrier
import Glibc

/// Memory that a server shares with its attendant: what pages are being made, and which stay closed.
final class Board: @unchecked Sendable {
    let descriptor: Int32
    /// Each call behind it is atomic, or made by one thread only.
    let memory: OpaquePointer

    /// A new one, for an attendant.
    init?() {
        descriptor = xz_board_make()
        guard descriptor >= 0, let mapped = xz_board_map(descriptor) else { return nil }
        memory = mapped
    }

    /// The one that an attendant handed on; nil where there is no attendant.
    init?(inherited: Int32) {
        guard let mapped = xz_board_map(inherited) else { return nil }
        descriptor = inherited
        memory = mapped
        _ = fcntl(inherited, F_SETFD, FD_CLOEXEC)
    }

    /// Pages in the making, or fallen, by their places.
    func pages(_ state: xz_state) -> [Int32] {
        (0..<Int32(XZ_PAGES)).filter { xz_page_state(memory, $0) == state }
    }

    func key(_ slot: Int32) -> UInt64 { xz_page_key(memory, slot) }
    func text(_ slot: Int32) -> String { String(cString: xz_page_text(memory, slot)) }
}
