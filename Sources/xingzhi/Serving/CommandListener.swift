import Dispatch
import Foundation
import Glibc
import Synchronization

/// The server's end of the command socket. Clients are heard side by side, so that none keeps the others waiting; what
/// they ask is done one after the other, as there is one writer, and is not begun for a client that has gone.
final class CommandListener: Sendable {
    /// What is granted to clients.
    struct Limits {
        /// For a whole request, and for taking a whole answer.
        var patience: Duration = .seconds(10)
        var clients = 64
        /// Bytes of unfinished requests and answers of all clients.
        var bytes = 256 << 20
    }

    private let directory: String
    private let descriptor: Int32
    /// Both ends of a pipe by which the listening thread is woken.
    private let wake: (read: Int32, write: Int32)
    private let orders = Mutex(CommandHall.Orders())
    private let ended = DispatchSemaphore(value: 0)

    /// The directory's lock must be held: a socket found there is left over from a process that died.
    init(
        directory: String, limits: Limits = Limits(), perform: @escaping @Sendable (WriteRequest) -> WriteReply
    ) throws {
        self.directory = directory
        let listening = try CommandSocket.make()
        descriptor = listening
        unlink("\(directory)/\(CommandSocket.name)")
        // Only the owner may connect, from the moment the socket exists.
        let mask = umask(0o177)
        let bound = CommandSocket.withAddress(in: directory) { bind(listening, $0, $1) }
        umask(mask)
        var ends: [Int32] = [-1, -1]
        let isPiped = pipe(&ends) == 0
        wake = (ends[0], ends[1])
        for end in ends where isPiped {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        guard bound == 0, isPiped, listen(listening, 64) == 0, fcntl(listening, F_SETFL, O_NONBLOCK) == 0 else {
            let failure = SocketFailure(errno)
            close(listening)
            throw failure
        }
        let thread = Thread { [self] in
            var hall = CommandHall(listening: listening, wake: wake.read, limits: limits) { client, line in
                DispatchQueue.global().async { [self] in tell(client, Self.answer(line, from: client, perform)) }
            }
            while !hall.isOver { hall.serve(news()) }
            ended.signal()
        }
        thread.name = "xingzhi.commands"
        thread.start()
    }

    /// Nobody is let in any more, nothing more is begun; what is under way is finished and answered.
    func stop() {
        let isFirst = orders.withLock { orders in
            defer { orders.isStopping = true }
            return !orders.isStopping
        }
        guard isFirst else { return }
        unlink("\(directory)/\(CommandSocket.name)")
        awake()
        ended.wait()
        close(descriptor)
        close(wake.read)
        close(wake.write)
    }

    private static func answer(
        _ line: Data, from client: Int32, _ perform: (WriteRequest) -> WriteReply
    ) -> WriteReply {
        guard let request = try? JSONDecoder().decode(WriteRequest.self, from: line) else { return .notUnderstood }
        // Looked at last of all: whoever gave up while waiting must not find it done after all.
        guard !CommandVisitor.isGone(client) else { return .notBegun }
        return perform(request)
    }

    private func tell(_ client: Int32, _ reply: WriteReply) {
        orders.withLock { $0.answers.append((client, reply)) }
        awake()
    }

    private func awake() {
        var one: UInt8 = 1
        // Where the pipe is full the thread is awake anyway.
        _ = write(wake.write, &one, 1)
    }

    private func news() -> CommandHall.Orders {
        orders.withLock { orders in
            defer { orders.answers = [] }
            return orders
        }
    }
}
