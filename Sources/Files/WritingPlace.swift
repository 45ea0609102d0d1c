import Glibc

/// What stands at a path, followed through every link, and so how it is written.
enum WritingPlace {
    /// Nothing stands there yet.
    case absent(path: String)
    /// A plain file: it is replaced by a finished draft, or, where its other names would lose it, filled from one.
    case plain(path: String, stat)
    /// A device, a pipe or a socket: never replaced.
    case through(path: String)
    /// A file that this process holds open already, as `/dev/stdout`: written where its holder stands in it.
    case held(descriptor: Int32)

    init(at path: String) throws(FileTrouble) {
        // The system follows the links, so that what it forbids to follow is not followed here either.
        let found = open(path, Self.onlyThePath | O_CLOEXEC)
        guard found >= 0 else {
            guard errno == ENOENT else { throw FileTrouble(path: path) }
            self = .absent(path: try Self.end(ofLinksFrom: path))
            return
        }
        defer { close(found) }
        var status = stat()
        guard fstat(found, &status) == 0 else { throw FileTrouble(path: path) }
        if let descriptor = Self.heldDescriptor(path) {
            self = .held(descriptor: descriptor)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw FileTrouble(path: path, cause: .system(EISDIR))
        case S_IFREG:
            guard let real = realpath(path, nil) else { throw FileTrouble(path: path) }
            defer { free(real) }
            self = .plain(path: String(cString: real), status)
        default: self = .through(path: path)
        }
    }

    /// O_PATH, which the C library shows to those only who ask for its own extensions.
    private static let onlyThePath: Int32 = 0x20_0000

    /// The name that a chain of links ends in, where nothing stands.
    private static func end(ofLinksFrom path: String) throws(FileTrouble) -> String {
        var path = path
        for _ in 0..<40 {
            guard let target = linkTarget(path) else {
                guard let last = path.utf8.last, last != UInt8(ascii: "/") else {
                    throw FileTrouble(path: path, cause: .system(path.isEmpty ? ENOENT : EISDIR))
                }
                return path
            }
            path = target.hasPrefix("/") ? target : "\(directory(of: path))/\(target)"
        }
        throw FileTrouble(path: path, cause: .system(ELOOP))
    }

    /// `/dev/stdout`, `/dev/fd/1` and `/proc/self/fd/1`, whatever links lead there.
    private static func heldDescriptor(_ path: String) -> Int32? {
        var path = path
        for _ in 0..<40 {
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            if let descriptor = Int32(name), descriptor >= 0, let real = realpath(directory(of: path), nil) {
                defer { free(real) }
                if String(cString: real) == "/proc/\(getpid())/fd" { return descriptor }
            }
            guard let target = linkTarget(path) else { return nil }
            path = target.hasPrefix("/") ? target : "\(directory(of: path))/\(target)"
        }
        return nil
    }

    private static func linkTarget(_ path: String) -> String? {
        var room = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink(path, &room, Int(PATH_MAX))
        guard count > 0 else { return nil }
        return String(decoding: room.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        let before = String(path[..<slash])
        return before.isEmpty ? "/" : before
    }
}
