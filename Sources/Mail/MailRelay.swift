import Glibc

/// The mail server of this machine, which takes letters and sends them on by whatever way the site has (SMTP, RFC 5321). It is
/// spoken to on the loopback alone: nothing that needs a cipher leaves by us (docs/decisions/0142).
public struct MailRelay: Hashable, Sendable {
    public var port: Int
    /// Seconds that it may take for each answer.
    var patience = 20

    public init(port: Int) { self.port = port }

    /// What became of a letter that was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        /// It may be taken another time: nobody answers, or the relay said so (4yz).
        case later(String)
        /// It will never be taken (5yz).
        case never(String)
    }

    /// Hands over letters one after the other; what became of each, nil where it was taken. Throws `Refusal` where the relay takes
    /// none at all.
    public func send(_ letters: [Letter]) throws -> [Refusal?] {
        let line = try MailLine(port: port, patience: patience)
        try line.expect(220)
        try line.ask("EHLO localhost", 250)
        var refusals: [Refusal?] = []
        for letter in letters {
            do throws(Refusal) {
                try line.hand(letter)
                refusals.append(nil)
            } catch {
                refusals.append(error)
                // What was begun of it is given up. Where the line is gone, those that were taken are known to be.
                do { try line.ask("RSET", 250) } catch {
                    return refusals + Array(repeating: error, count: letters.count - refusals.count)
                }
            }
        }
        line.leave()
        return refusals
    }
}

/// A connection to the relay.
private final class MailLine {
    private let socket: Int32
    private var held: [UInt8] = []
    /// Of an answer no more is read: nothing that a relay says is as long.
    private static let most = 16_384

    init(port: Int, patience: Int) throws(MailRelay.Refusal) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0, let number = UInt16(exactly: port) else { throw .later("no socket") }
        var time = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(socket, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw .later("127.0.0.1:\(port): \(String(cString: strerror(errno)))") }
    }

    deinit { close(socket) }

    func hand(_ letter: Letter) throws(MailRelay.Refusal) {
        try ask("MAIL FROM:<\(letter.from.text)>", 250)
        try ask("RCPT TO:<\(letter.to.text)>", 250, 251)
        try ask("DATA", 354)
        // No line of a letter begins with a dot.
        try write(letter.lines.joined(separator: "\r\n") + "\r\n.\r\n")
        try expect(250)
    }

    func leave() {
        // What it was given it has: how it says goodbye changes nothing.
        do { try ask("QUIT", 221) } catch {}
    }

    func ask(_ command: String, _ codes: Int...) throws(MailRelay.Refusal) {
        try write(command + "\r\n")
        try expect(codes)
    }

    func expect(_ codes: Int...) throws(MailRelay.Refusal) { try expect(codes) }

    private func expect(_ codes: [Int]) throws(MailRelay.Refusal) {
        let (code, text) = try answer()
        guard !codes.contains(code) else { return }
        throw (500...599).contains(code) ? .never(text) : .later(text)
    }

    /// An answer of one line or several: the last has no stroke after its code.
    private func answer() throws(MailRelay.Refusal) -> (code: Int, text: String) {
        while true {
            let line = try line()
            let digits = line.prefix(3)
            guard digits.count == 3, let code = Int(digits), (200...599).contains(code) else {
                throw .later("no answer of SMTP")
            }
            if line.dropFirst(3).first != "-" { return (code, String(line.prefix(200))) }
        }
    }

    private func line() throws(MailRelay.Refusal) -> String {
        var seen = 0
        while true {
            if let end = held[seen...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = held[..<end].filter { $0 >= 0x20 && $0 < 0x7F }
                held.removeSubrange(...end)
                return String(decoding: line, as: UTF8.self)
            }
            seen = held.count
            guard seen < Self.most else { throw .later("an answer without an end") }
            var part = [UInt8](repeating: 0, count: 4096)
            let count = recv(socket, &part, part.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .later("the relay ended it, or did not answer in time") }
            held += part[..<count]
        }
    }

    private func write(_ text: String) throws(MailRelay.Refusal) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .later("the relay ended it, or did not answer in time") }
            rest = rest.dropFirst(count)
        }
    }
}
