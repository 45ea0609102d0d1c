import Foundation
import Glibc

/// One client at the command socket: what it has said so far, or what it is still to be told.
struct CommandVisitor {
    let descriptor: Int32
    /// By then the whole request must be there, and later the whole answer taken: a client that sends or reads a byte now
    /// and then gains nothing by it.
    var deadline: ContinuousClock.Instant
    var state = State.asking(Data())

    enum State {
        case asking(Data)
        /// The request is there and waits for its turn, or is being done.
        case waiting
        case answering(Data)
    }

    /// What a look at the socket gave.
    enum News {
        case nothing
        case request(Data)
        case tooLong
        case gone
        case answered
    }

    /// What to wait for. That a client has gone is told without asking.
    var events: Int16 {
        switch state {
        case .asking: Int16(POLLIN)
        case .waiting: 0
        case .answering: Int16(POLLOUT)
        }
    }

    var isAsking: Bool { if case .asking = state { true } else { false } }
    var isWaiting: Bool { if case .waiting = state { true } else { false } }
    /// Bytes held here for this client; a request that waits is held in the hall's queue.
    var size: Int {
        switch state {
        case .asking(let bytes), .answering(let bytes): bytes.count
        case .waiting: 0
        }
    }

    /// Whether the client has closed its socket; one that has only finished sending still waits for its answer.
    static func isGone(_ descriptor: Int32) -> Bool {
        var look = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&look, 1, 0) > 0 && look.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    }

    mutating func look(_ events: Int16, room: inout [UInt8]) -> News {
        switch state {
        case .waiting: events & Int16(POLLHUP | POLLERR) != 0 ? .gone : .nothing
        case .asking(let line): read(line, room: &room)
        case .answering(let answer): write(answer)
        }
    }

    private mutating func read(_ before: Data, room: inout [UInt8]) -> News {
        let count = recv(descriptor, &room, room.count, Int32(MSG_DONTWAIT))
        if count < 0, errno == EAGAIN || errno == EINTR { return .nothing }
        guard count > 0 else { return .gone }
        var line = before
        // The state's own copy is let go first, so that appending does not copy a long line each time.
        state = .waiting
        if let end = room[..<count].firstIndex(of: 0x0A) {
            line.append(contentsOf: room[..<end])
            return .request(line)
        }
        line.append(contentsOf: room[..<count])
        let isTooLong = line.count >= CommandSocket.lineLimit
        state = .asking(isTooLong ? Data() : line)
        return isTooLong ? .tooLong : .nothing
    }

    private mutating func write(_ answer: Data) -> News {
        let count = answer.withUnsafeBytes {
            send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR ? .nothing : .gone }
        let rest = answer.dropFirst(count)
        state = .answering(rest)
        return rest.isEmpty ? .answered : .nothing
    }
}
