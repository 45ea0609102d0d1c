import Foundation
import Glibc
import Synchronization

/// A mail server of one thread, that says what it is told to say and keeps what it hears.
public final class SmallRelay: Sendable {
    public let port: Int
    private let listening: Int32
    private let heard = Mutex<[String]>([])
    /// What it answers to a line that begins so, in the place of what a server says.
    private let answers: [(start: String, answer: String)]

    /// Nil as an answer: it hangs up.
    public init(_ answers: [(String, String)] = []) throws {
        self.answers = answers.map { (start: $0.0, answer: $0.1) }
        listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (socket, size) = (listening, length)
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 4) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isOpen else { throw NotOpened() }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    deinit { close(listening) }

    public struct NotOpened: Error {}

    /// Lines that it heard, letters among them.
    public var lines: [String] { heard.withLock { $0 } }

    public func stop() { shutdown(listening, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let line = accept(listening, nil, nil)
            guard line >= 0 else { return }
            talk(line)
            close(line)
        }
    }

    private func talk(_ line: Int32) {
        func say(_ text: String) { _ = (text + "\r\n").withCString { send(line, $0, strlen($0), Int32(MSG_NOSIGNAL)) } }
        var held: [UInt8] = []
        var isLetter = false
        say(answer(to: "", usual: "220 small"))
        while true {
            guard let end = held.firstIndex(of: 0x0A) else {
                var part = [UInt8](repeating: 0, count: 4096)
                let count = recv(line, &part, part.count, 0)
                guard count > 0 else { return }
                held += part[..<count]
                continue
            }
            let text = String(decoding: held[..<end].filter { $0 != 0x0D }, as: UTF8.self)
            held.removeSubrange(...end)
            heard.withLock { $0.append(text) }
            if isLetter {
                guard text == "." else { continue }
                isLetter = false
                say(answer(to: ".", usual: "250 taken"))
                continue
            }
            let usual =
                switch text.prefix(4) {
                case "EHLO": "250-small\r\n250-PIPELINING\r\n250 HELP"
                case "DATA": "354 go on"
                case "QUIT": "221 bye"
                default: "250 ok"
                }
            let said = answer(to: text, usual: usual)
            if said == "hang up" { return }
            isLetter = text == "DATA" && said.hasPrefix("354")
            say(said)
        }
    }

    private func answer(to text: String, usual: String) -> String {
        answers.first { $0.start == "" ? text.isEmpty : text.hasPrefix($0.start) }?.answer ?? usual
    }
}
