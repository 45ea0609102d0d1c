import Foundation

/// Files that go along with a copy of a database.
extension EvidenceStore {
    /// Takes over from another store what is named and is not here as it was handed in; each file is checked while it is
    /// copied. What lies here is read whole: of the right size is not yet the right content.
    func take(_ files: [String: Int], from other: EvidenceStore) throws {
        try taking(files, from: other) {}
    }

    /// The same, and then what names the files. Where either fails, what was taken over goes again.
    func taking<Value>(
        _ files: [String: Int], from other: EvidenceStore, then body: () throws -> Value
    ) throws -> Value {
        let made = MissingDirectories(directory)
        let madeIncoming = MissingDirectories(incoming)
        var taken: [String] = []
        do {
            for (hash, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let size = Self.size(of: path(of: hash))
                if try size == bytes && Self.hash(of: path(of: hash)) == hash { continue }
                try copy(hash, bytes, from: other)
                // What was wrong and is right now stays.
                if size == nil { taken.append(hash) }
            }
            return try body()
        } catch {
            for hash in taken { discard(hash) }
            madeIncoming.removeEmpty()
            made.removeEmpty()
            throw error
        }
    }

    private func copy(_ hash: String, _ bytes: Int, from other: EvidenceStore) throws {
        guard let source = FileHandle(forReadingAtPath: other.path(of: hash)) else {
            throw DatabaseDamaged(path: other.directory, faults: [.evidence(hash: hash, isThere: false)])
        }
        defer { try? source.close() }
        let draft = try begin()
        do {
            while let part = try source.read(upToCount: 1 << 18), !part.isEmpty {
                try part.withUnsafeBytes { try draft.write($0) }
            }
            guard draft.size == bytes, draft.digest() == hash else {
                throw DatabaseDamaged(path: other.directory, faults: [.evidence(hash: hash, isThere: true)])
            }
            _ = try draft.keep()
        } catch {
            draft.discard()
            throw error
        }
    }

    /// With its shelf, where nothing else lies there.
    private func discard(_ hash: String) {
        unlink(path(of: hash))
        rmdir((path(of: hash) as NSString).deletingLastPathComponent)
    }
}

extension Database {
    /// Takes over what the papers of a database name, and then makes the copy that names them: one that is there has all its
    /// files. Where either fails, nothing of it stays.
    public func copyEvidence<Value>(
        from store: EvidenceStore, to other: EvidenceStore, then body: () throws -> Value
    ) throws -> Value {
        guard store.directory != other.directory else { return try body() }
        return try other.taking(try read { try $0.evidenceHashes() }, from: store, then: body)
    }
}

/// Directories on the way to one that is to be made: where what it is made for fails, they go again.
struct MissingDirectories {
    private let path: String
    /// The outermost that is not there yet; nil: all are.
    private let outermost: String?

    init(_ path: String) {
        self.path = path
        var outermost: String?
        var place = path
        while !place.isEmpty, place != "/", !FileManager.default.fileExists(atPath: place) {
            outermost = place
            place = (place as NSString).deletingLastPathComponent
        }
        self.outermost = outermost
    }

    /// From the innermost on, as far as they are empty.
    func removeEmpty() {
        guard let outermost else { return }
        var place = path
        while rmdir(place) == 0 || errno == ENOENT, place != outermost {
            place = (place as NSString).deletingLastPathComponent
        }
    }
}
