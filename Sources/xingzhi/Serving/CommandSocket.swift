import Exchange
import Foundation
import Glibc

/// The socket in a data directory: where it is, and how a line of JSON passes through it.
enum CommandSocket {
    static let name = "xingzhi.sock"
    /// A plan with its lexicon and bindings, in base64. What follows the first line is not read.
    static let lineLimit = 128 << 20

    /// Calls `body` with the socket's address. The address has room for 107 bytes only, so the directory is named by
    /// an open descriptor of it.
    static func withAddress(
        in directory: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return -1 }
        defer { close(opened) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array("/proc/self/fd/\(opened)/\(name)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    static func make() throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFailure(errno) }
        return descriptor
    }

    static func send(_ value: some Encodable, to descriptor: Int32) throws {
        let line = try JSONEncoder().encode(value) + [0x0A]
        try line.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(
                    descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count < 0 {
                    if errno == EINTR { continue }
                    throw SocketFailure(errno)
                }
                sent += count
            }
        }
    }

    static func receive<Value: Decodable>(_ type: Value.Type, from descriptor: Int32) throws -> Value {
        var line = Data()
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while line.last != 0x0A {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count < 0 && errno == EINTR { continue }
            guard count > 0, line.count < lineLimit else { throw SocketFailure(count < 0 ? errno : ECONNRESET) }
            line.append(contentsOf: chunk[..<count])
        }
        return try JSONDecoder().decode(type, from: line)
    }
}

/// The socket did not do its work.
struct SocketFailure: Error, CustomStringConvertible {
    var description: String
    init(_ number: Int32) { description = String(cString: strerror(number)) }
}
