import CBarrier
import Dispatch
import Foundation
import Glibc
import Synchronization

/// The server's side: writes down each page while it is made, so that a fault ends that page and no other.
///
/// Where a thread faults, it stays where it is; whoever waits for its page is told so, the other pages are finished, and
/// then the process ends by its signal, for what the thread left behind cannot be trusted. Its attendant starts it again.
public final class PageBarrier: Sendable {
    /// Why there is no page.
    public enum Closed: Error, Hashable, Sendable {
        /// Its making fell, now or before the server was started again.
        case fell
        /// Another page's did, and the server is about to be started again; nothing was done.
        case restarting
    }

    private let board: Board
    private let state = Mutex(State())
    private let event: Int32

    private struct State {
        var waiting: [Int32: Waiter] = [:]
        /// Set once a fault was caught: no page is begun any more.
        var hasFallen = false
    }

    /// Nil where this process has no attendant.
    public static func inherited() -> PageBarrier? { Attendant.inheritedBoard().flatMap(PageBarrier.init) }

    private init?(_ board: Board) {
        self.board = board
        event = xz_event_make()
        guard event >= 0 else { return nil }
        let thread = Thread { [self] in
            xz_prepare_thread()
            watch()
        }
        thread.name = "xingzhi.barrier"
        thread.start()
        xz_catch_faults(board.memory, event)
    }

    /// The port of the server before, which its readers go on asking; nil where this is the first.
    public var port: Int? { xz_port(board.memory) > 0 ? Int(xz_port(board.memory)) : nil }

    /// To be called when pages can be asked for.
    public func serves(at port: Int) { xz_set_port(board.memory, Int32(clamping: port)) }

    /// To be called on each thread of ours that makes pages, so that it can tell when its stack is used up.
    public static func prepareThread() { xz_prepare_thread() }

    public func isClosed(_ address: PageAddress) -> Bool { xz_is_closed(board.memory, address.key) }

    /// Makes a page in a task of its own; throws `Closed` where its making, or another's, fell.
    public func make<Page: Sendable>(
        _ address: PageAddress, _ body: @escaping @Sendable () async throws -> Page
    ) async throws -> Page {
        let waiter = Waiter()
        let slot = try begin(address, waiter)
        let task = Task { [board] in
            if let slot { xz_page_is_ours(board.memory, slot) }
            let made: Result<any Sendable, any Error>
            do { made = .success(try await body()) } catch { made = .failure(error) }
            if let slot { end(slot) }
            waiter.settle(made)
        }
        let made = try await withTaskCancellationHandler {
            try await waiter.value()
        } onCancel: {
            task.cancel()
        }
        guard let page = made as? Page else { throw Closed.fell }
        return page
    }

    /// The page's place on the board; nil where more pages are in the making than it holds: those go unwatched.
    private func begin(_ address: PageAddress, _ waiter: Waiter) throws(Closed) -> Int32? {
        let begun: Result<Int32?, Closed> = state.withLock { state in
            guard !state.hasFallen else { return .failure(.restarting) }
            let slot = xz_page_begin(board.memory, address.key, address.text)
            guard slot >= 0 else { return .success(nil) }
            state.waiting[slot] = waiter
            return .success(slot)
        }
        return try begun.get()
    }

    private func end(_ slot: Int32) {
        state.withLock { state in
            xz_page_end(board.memory, slot)
            state.waiting[slot] = nil
        }
    }

    /// Sleeps until a thread faults, then sees the others out.
    private func watch() {
        var count: UInt64 = 0
        while read(event, &count, 8) != 8 {}
        state.withLock { $0.hasFallen = true }
        // The other pages have three seconds; what is recorded is safe whether it is answered or not.
        for _ in 0..<300 {
            for slot in board.pages(XZ_FELL) { tell(slot, .fell) }
            if board.pages(XZ_MADE).isEmpty { break }
            usleep(10_000)
        }
        for slot in board.pages(XZ_FELL) { tell(slot, .fell) }
        // The only one that no thread of its own fell for and that still cannot be finished is the one that fell.
        let unfinished = board.pages(XZ_MADE)
        var wasFault = false
        _ = xz_caught(board.memory, &wasFault)
        let isFound = wasFault && unfinished.count == 1 && board.pages(XZ_FELL).isEmpty
        for slot in unfinished { tell(slot, isFound ? .fell : .restarting) }
        // The answers are on their way.
        usleep(200_000)
        xz_let_go()
    }

    private func tell(_ slot: Int32, _ closed: Closed) {
        state.withLock { $0.waiting[slot] }?.settle(.failure(closed))
    }
}

/// Somebody who waits for a page, and is told once.
private final class Waiter: Sendable {
    private let state = Mutex(State.nobody)

    private enum State {
        case nobody
        case waiting(CheckedContinuation<any Sendable, any Error>)
        case told(Result<any Sendable, any Error>)
        case over
    }

    func value() async throws -> any Sendable {
        try await withCheckedThrowingContinuation { continuation in
            let told: Result<any Sendable, any Error>? = state.withLock { state in
                if case .told(let result) = state {
                    state = .over
                    return result
                }
                state = .waiting(continuation)
                return nil
            }
            if let told { continuation.resume(with: told) }
        }
    }

    func settle(_ result: Result<any Sendable, any Error>) {
        let continuation: CheckedContinuation<any Sendable, any Error>? = state.withLock { state in
            switch state {
            case .nobody: state = .told(result)
            case .waiting(let continuation):
                state = .over
                return continuation
            case .told, .over: break
            }
            return nil
        }
        continuation?.resume(with: result)
    }
}
