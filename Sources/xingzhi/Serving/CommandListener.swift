import Dispatch
import Glibc
import Synchronization

/// The server's end of the command socket: takes one request at a time, as there is one writer anyway.
final class CommandListener: Sendable {
    private let directory: String
    private let descriptor: Int32
    private let isStopped = Mutex(false)

    /// The directory's lock must be held: a socket found there is left over from a process that died.
    init(directory: String, perform: @escaping @Sendable (WriteRequest) -> WriteReply) throws {
        self.directory = directory
        let listening = try CommandSocket.make()
        descriptor = listening
        unlink("\(directory)/\(CommandSocket.name)")
        // Only the owner may connect, from the moment the socket exists.
        let mask = umask(0o177)
        let bound = CommandSocket.withAddress(in: directory) { bind(listening, $0, $1) }
        umask(mask)
        guard bound == 0, listen(listening, 8) == 0 else {
            let failure = SocketFailure(errno)
            close(listening)
            throw failure
        }
        DispatchQueue(label: "xingzhi.commands").async { [weak self] in
            while true {
                let visitor = accept(listening, nil, nil)
                if visitor < 0 {
                    if self?.isStopped.withLock({ $0 }) ?? true { return }
                    if errno != EINTR && errno != ECONNABORTED { usleep(100_000) }
                    continue
                }
                Self.serve(visitor, perform)
            }
        }
    }

    func stop() {
        let isFirst = isStopped.withLock { stopped in
            defer { stopped = true }
            return !stopped
        }
        guard isFirst else { return }
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
        unlink("\(directory)/\(CommandSocket.name)")
    }

    private static func serve(_ visitor: Int32, _ perform: (WriteRequest) -> WriteReply) {
        defer { close(visitor) }
        // Whoever connects and says nothing must not keep the others waiting.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(visitor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        guard let request = try? CommandSocket.receive(WriteRequest.self, from: visitor) else { return }
        try? CommandSocket.send(perform(request), to: visitor)
    }
}
