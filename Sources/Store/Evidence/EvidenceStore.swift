import CSodium
import Foundation

/// Files by what they hold, each under its SHA-256, in a directory that no address leads into (docs/decisions/0110).
///
/// A file is written beside and renamed once it is whole and safe on disk; what has the same content is there once. A row
/// names a file only after that, so that a process that is killed leaves a file too many at worst, which is swept.
public struct EvidenceStore: Sendable {
    public let directory: String
    /// Bytes that a file may have until the disk is full; nil: as many as there is room for.
    package var room: Int?

    public init(directory: String) { self.directory = directory }

    /// Of a database in a directory.
    public init(inDirectory directory: String) { self.init(directory: directory + "/files/evidence") }

    /// What a backup took along lies beside it; one with the name of a directory's database is a directory to be served.
    public init(besideBackup place: String) {
        let directory = (place as NSString).deletingLastPathComponent
        if place == Database.file(in: directory) {
            self.init(inDirectory: directory)
        } else {
            self.init(directory: place + ".files")
        }
    }

    public func path(of hash: String) -> String { "\(directory)/\(hash.prefix(2))/\(hash)" }

    /// Whether there is a file of that name and size. What it holds is told by `isSound` and `faults`.
    public func holds(_ file: EvidenceFile) -> Bool { Self.size(of: path(of: file.hash)) == file.bytes }

    /// All of it; nil where it is not there.
    public func bytes(of file: EvidenceFile) throws -> [UInt8]? {
        guard holds(file) else { return nil }
        return [UInt8](try Data(contentsOf: URL(filePath: path(of: file.hash))))
    }

    /// Whether what is there is what was handed in; it is read whole.
    public func isSound(_ file: EvidenceFile) throws -> Bool { try faults(of: [file.hash: file.bytes]).isEmpty }

    /// A file in the making.
    public func begin() throws -> EvidenceDraft { try EvidenceDraft(store: self) }

    var incoming: String { directory + "/incoming" }

    /// The row's file is not there, or holds something else; by the hashes and sizes that rows name.
    func faults(of files: [String: Int]) throws -> [DatabaseFault] {
        try files.sorted { $0.key < $1.key }.compactMap { hash, bytes in
            guard let size = Self.size(of: path(of: hash)) else { return .evidence(hash: hash, isThere: false) }
            guard size == bytes, try Self.hash(of: path(of: hash)) == hash else {
                return .evidence(hash: hash, isThere: true)
            }
            return nil
        }
    }

    /// Takes away what no row and no form names and is a day old: forms that were given up, uploads that broke off.
    func sweep(keeping hashes: Set<String>, olderThan seconds: Double = 86_400) throws {
        guard FileManager.default.fileExists(atPath: directory) else { return }
        for shelf in try FileManager.default.contentsOfDirectory(atPath: directory) {
            let place = "\(directory)/\(shelf)"
            for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] {
                let path = "\(place)/\(name)"
                guard !hashes.contains(name), Self.age(of: path) > seconds else { continue }
                // The same content may have come again this moment: then what was moved aside is young, and goes back.
                let aside = path + ".swept"
                guard rename(path, aside) == 0 else { continue }
                if Self.age(of: aside) > seconds { unlink(aside) } else { rename(aside, path) }
            }
        }
    }

    static func size(of path: String) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    private static func age(of path: String) -> Double {
        var status = stat()
        guard lstat(path, &status) == 0 else { return 0 }
        return Date().timeIntervalSince1970 - Double(status.st_mtim.tv_sec)
    }

    static func hash(of path: String) throws -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var state = SHA256.Running()
        while let part = try file.read(upToCount: 1 << 18), !part.isEmpty {
            part.withUnsafeBytes { state.take($0) }
        }
        return state.hex()
    }
}

extension Database {
    /// Papers whose files are not there, or hold something else than was handed in.
    public func evidenceFaults(_ store: EvidenceStore) throws -> [DatabaseFault] {
        try store.faults(of: try read { try $0.evidenceHashes() })
    }

    /// What the papers name in a database file that nobody has open; nothing where it is of before there were papers.
    static func evidenceNamed(in file: String, _ schema: Schema) throws -> [String: Int] {
        let database: Database
        do { database = try openForReading(file: file, schema) } catch is SchemaTooOld { return [:] }
        defer { try? database.close() }
        return try database.read { try $0.evidenceHashes() }
    }

    /// Takes away files that no paper and no form in the making names.
    public func sweep(_ store: EvidenceStore) throws {
        let hashes = try read { reading in
            Set(try reading.evidenceHashes().keys).union(try reading.evidenceHashesInForms())
        }
        try store.sweep(keeping: hashes)
    }
}

/// A file while it comes in; never whole in memory.
public final class EvidenceDraft {
    private let store: EvidenceStore
    private let path: String
    private var descriptor: Int32
    private var running = SHA256.Running()
    public private(set) var size = 0

    fileprivate init(store: EvidenceStore) throws {
        self.store = store
        try FileManager.default.createDirectory(
            atPath: store.incoming, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = "\(store.incoming)/\(UUID().uuidString)"
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure }
    }

    deinit { discard() }

    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        if let room = store.room, size + bytes.count > room { throw POSIXError(.ENOSPC) }
        running.take(bytes)
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        size += bytes.count
    }

    /// Where it lies while it is looked at.
    public var place: String { path }

    /// The SHA-256 of what came so far.
    func digest() -> String { running.hex() }

    /// Puts it where it belongs, safe on disk; its hash. What has the same content takes its place.
    public func keep() throws -> String {
        let hash = running.hex()
        guard fsync(descriptor) == 0 else { throw Self.failure }
        let target = store.path(of: hash)
        let shelf = (target as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: shelf, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Database.put(path, in: target)
        try Database.synchronise(store.directory)
        close()
        return hash
    }

    public func discard() {
        guard descriptor >= 0 else { return }
        close()
        unlink(path)
    }

    private func close() {
        _ = Foundation.close(descriptor)
        descriptor = -1
    }

    private static var failure: POSIXError { POSIXError(.init(rawValue: errno) ?? .EIO) }
}

extension SHA256 {
    /// Of bytes that come one after the other.
    struct Running {
        private var state = crypto_hash_sha256_state()

        init() { _ = crypto_hash_sha256_init(&state) }

        mutating func take(_ bytes: UnsafeRawBufferPointer) {
            _ = crypto_hash_sha256_update(
                &state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
        }

        /// What came so far; more may come.
        func hex() -> String {
            var copy = state
            var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
            _ = crypto_hash_sha256_final(&copy, &digest)
            return SHA256.hexadecimal(digest)
        }
    }
}
