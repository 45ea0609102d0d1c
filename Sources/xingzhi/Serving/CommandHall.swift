import Foundation
import Glibc

/// Where the clients of the command socket wait: one thread hears all of them, and hands on one request at a time.
struct CommandHall {
    /// What other threads tell the one that listens.
    struct Orders {
        var isStopping = false
        /// Answers to clients, by their descriptors.
        var answers: [(client: Int32, reply: WriteReply)] = []
    }

    private let listening: Int32
    private let wake: Int32
    private let limits: CommandListener.Limits
    private let begin: (Int32, Data) -> Void
    private var visitors: [CommandVisitor] = []
    /// Requests that wait for their turn, the first come first.
    private var queue: [(client: Int32, line: Data)] = []
    /// Whose request is being done: its descriptor stays open until then, whoever is at the other end.
    private var underWay: Int32?
    private var isStopping = false
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    init(
        listening: Int32, wake: Int32, limits: CommandListener.Limits,
        begin: @escaping (_ client: Int32, _ line: Data) -> Void
    ) {
        self.listening = listening
        self.wake = wake
        self.limits = limits
        self.begin = begin
    }

    var isOver: Bool { isStopping && visitors.isEmpty }

    /// Waits for whatever comes next, and sees to it.
    mutating func serve(_ orders: Orders) {
        for (client, reply) in orders.answers {
            underWay = nil
            answer(client, reply)
        }
        if orders.isStopping, !isStopping { stop() }
        beginNext()
        guard !isOver else { return }
        var looks = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
        looks.append(pollfd(fd: isStopping ? -1 : listening, events: Int16(POLLIN), revents: 0))
        // Whose request is under way is asked nothing: that they have gone would be told over and over.
        looks += visitors.map {
            pollfd(fd: $0.descriptor == underWay ? -1 : $0.descriptor, events: $0.events, revents: 0)
        }
        guard poll(&looks, nfds_t(looks.count), timeout) >= 0 else { return }
        if looks[0].revents != 0 {
            _ = read(wake, &room, room.count)
        }
        for look in looks.dropFirst(2) where look.revents != 0 { hear(look.fd, look.revents) }
        dismissTheSlow()
        if looks[1].revents != 0 { admit() }
    }

    /// Milliseconds until the first client's time is over; -1 where nobody's is running.
    private var timeout: Int32 {
        let timed = visitors.filter { !$0.isWaiting }.map(\.deadline)
        guard let first = timed.min() else { return -1 }
        let left = first - .now
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds + 1))
    }

    private mutating func hear(_ client: Int32, _ events: Int16) {
        guard let index = visitors.firstIndex(where: { $0.descriptor == client }) else { return }
        switch visitors[index].look(events, room: &room) {
        case .nothing: break
        case .request(let line): queue.append((client, line))
        case .tooLong: answer(client, .tooLong)
        case .gone, .answered: leave(index)
        }
        while bytesHeld > limits.bytes {
            guard let slowest = visitors.firstIndex(where: \.isAsking) else { break }
            leave(slowest)
        }
    }

    /// For all clients together: what they have said so far, what waits for its turn, and answers.
    private var bytesHeld: Int {
        visitors.reduce(0) { $0 + $1.size } + queue.reduce(0) { $0 + $1.line.count }
    }

    private mutating func beginNext() {
        guard underWay == nil, !queue.isEmpty else { return }
        let (client, line) = queue.removeFirst()
        underWay = client
        begin(client, line)
    }

    private mutating func answer(_ client: Int32, _ reply: WriteReply) {
        guard let index = visitors.firstIndex(where: { $0.descriptor == client }) else { return }
        guard let line = try? JSONEncoder().encode(reply) else { return leave(index) }
        visitors[index].state = .answering(line + [0x0A])
        visitors[index].deadline = .now + limits.patience
    }

    private mutating func dismissTheSlow() {
        let now = ContinuousClock.now
        for index in visitors.indices.reversed() where !visitors[index].isWaiting && visitors[index].deadline <= now {
            leave(index)
        }
    }

    private mutating func admit() {
        let client = accept(listening, nil, nil)
        let isFull = visitors.count >= limits.clients || (client < 0 && (errno == EMFILE || errno == ENFILE))
        // Room is made by whoever has been talking the longest without having said what is wanted.
        if isFull, let slowest = visitors.firstIndex(where: \.isAsking) { leave(slowest) }
        guard client >= 0 else {
            if isFull { usleep(10_000) }
            return
        }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        visitors.append(CommandVisitor(descriptor: client, deadline: .now + limits.patience))
        if visitors.count > limits.clients { answer(client, .busy) }
    }

    private mutating func stop() {
        isStopping = true
        for (client, _) in queue { answer(client, .stopping) }
        queue = []
        for index in visitors.indices.reversed() where visitors[index].isAsking { leave(index) }
    }

    private mutating func leave(_ index: Int) {
        let client = visitors.remove(at: index).descriptor
        queue.removeAll { $0.client == client }
        close(client)
    }
}

/// Answers of the listener itself. It does not know who asks, so it says them in both languages.
extension WriteReply {
    static let notUnderstood = WriteReply(ending: .unusable, message: "服务看不懂这个请求。The request was not understood.")
    static let tooLong = WriteReply(ending: .unusable, message: "请求太大。The request is too large.")
    static let busy = WriteReply(
        ending: .broken, message: "服务正忙，没有办理，请稍后再试。The server is busy; nothing was done. Try again in a moment.")
    static let stopping = WriteReply(
        ending: .broken, message: "服务正在停止，没有办理。The server is stopping; nothing was done.")
    /// To nobody: whoever asked has gone.
    static let notBegun = WriteReply(ending: .broken, message: "没有办理。Nothing was done.")
}
