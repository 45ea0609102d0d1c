public import Glibc

/// A file being written: what stands at its path is replaced only once all of it is safe on disk.
///
/// Only a plain file, or nothing, is replaced, and a file that is replaced keeps its mode and its owner. A device or a
/// pipe is written through, a link leads to what it names (docs/decisions/0076).
public struct OutputFile: ~Copyable {
    /// Where to write.
    public let descriptor: Int32
    private let path: String
    private let target: Target

    private enum Target {
        /// Written where it stands.
        case itself
        /// A draft that becomes the file.
        case draft(String, becomes: String)
        /// A draft whose content goes into the file, because replacing it would change more than what it holds.
        case copied(draft: String, into: Int32)
    }

    /// Begins to write a file that somebody asked for. A new one gets `mode`.
    public init(at path: String, mode: mode_t = 0o644) throws(FileTrouble) {
        self.path = path
        (descriptor, target) = try Self.begin(try WritingPlace(at: path), for: path, mode: mode)
    }

    /// Begins to write a file of our own, for its owner's eyes, that nobody else writes and somebody may have mapped: it
    /// is always replaced. What lies under the draft's name is left of a run that was killed.
    public init(own path: String, draft: String) throws(FileTrouble) {
        self.path = path
        switch try WritingPlace(at: path) {
        case .absent(let place), .plain(let place, _):
            let (name, opened) = try Self.openDraft(for: path, place: place, mode: 0o600, named: draft)
            (descriptor, target) = (opened, .draft(name, becomes: place))
        case .through, .held: throw FileTrouble(path: path, cause: .system(EINVAL))
        }
    }

    private static func begin(
        _ place: WritingPlace, for path: String, mode: mode_t
    ) throws(FileTrouble) -> (Int32, Target) {
        switch place {
        case .held(let held):
            let descriptor = fcntl(held, F_DUPFD_CLOEXEC, 3)
            guard descriptor >= 0 else { throw FileTrouble(path: path) }
            return (descriptor, .itself)
        case .through(let place):
            let descriptor = open(place, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else { throw FileTrouble(path: path) }
            return (descriptor, .itself)
        case .absent(let place):
            let (name, descriptor) = try openDraft(for: path, place: place, mode: mode)
            return (descriptor, .draft(name, becomes: place))
        case .plain(let place, let status):
            // A file that its owner closed to writing stays as it is, though its directory would let it be replaced.
            let existing = open(place, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
            guard existing >= 0 else { throw FileTrouble(path: path) }
            let name: String
            let descriptor: Int32
            do throws(FileTrouble) {
                (name, descriptor) = try openDraft(for: path, place: place, mode: 0o600)
            } catch {
                close(existing)
                throw error
            }
            guard status.st_nlink == 1, give(descriptor, ownerAndModeOf: status) else {
                return (descriptor, .copied(draft: name, into: existing))
            }
            close(existing)
            return (descriptor, .draft(name, becomes: place))
        }
    }

    /// Makes what was written the file.
    public consuming func keep() throws(FileTrouble) {
        switch target {
        case .itself:
            guard close(descriptor) == 0 else { throw FileTrouble(path: path) }
        case .draft(let draft, let place):
            let isWhole = fsync(descriptor) == 0
            let failure = isWhole ? 0 : errno
            close(descriptor)
            guard isWhole else {
                unlink(draft)
                throw FileTrouble(path: path, cause: .system(failure))
            }
            guard rename(draft, place) == 0 || Self.fill(mounted: place, from: draft) else {
                let failure = errno
                unlink(draft)
                throw FileTrouble(path: path, cause: .system(failure))
            }
            Self.settle(WritingPlace.directory(of: place))
        case .copied(let draft, let existing):
            defer {
                close(existing)
                close(descriptor)
                unlink(draft)
            }
            guard Self.fill(existing, from: draft) else { throw FileTrouble(path: path) }
        }
    }

    /// Lets go of what was written; what stood there stands.
    public consuming func discard() {
        close(descriptor)
        switch target {
        case .itself: break
        case .draft(let draft, _): unlink(draft)
        case .copied(let draft, let existing):
            close(existing)
            unlink(draft)
        }
    }

    /// A draft beside its place, under a name that nobody else has.
    private static func openDraft(
        for path: String, place: String, mode: mode_t, named name: String? = nil
    ) throws(FileTrouble) -> (String, Int32) {
        let directory = WritingPlace.directory(of: place)
        if let name { unlink("\(directory)/\(name)") }
        for _ in 0..<100 {
            let draft =
                "\(directory)/" + (name ?? ".xingzhi-\(String(UInt64.random(in: 0 ... .max), radix: 36)).part")
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
            if descriptor >= 0 { return (draft, descriptor) }
            guard errno == EEXIST, name == nil else { break }
        }
        throw FileTrouble(path: path, cause: .draft(directory: directory, errno))
    }

    private static func give(_ draft: Int32, ownerAndModeOf status: stat) -> Bool {
        var own = stat()
        guard fstat(draft, &own) == 0 else { return false }
        if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
            guard fchown(draft, status.st_uid, status.st_gid) == 0 else { return false }
        }
        return fchmod(draft, status.st_mode & 0o7777) == 0
    }

    /// A file that is mounted by itself cannot be replaced, as the system has just said; it can be filled.
    private static func fill(mounted place: String, from draft: String) -> Bool {
        guard errno == EBUSY else { return false }
        let existing = open(place, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard existing >= 0 else { return false }
        defer { close(existing) }
        guard fill(existing, from: draft) else { return false }
        unlink(draft)
        return true
    }

    private static func fill(_ existing: Int32, from draft: String) -> Bool {
        let source = open(draft, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return false }
        defer { close(source) }
        var status = stat()
        // The room is taken before the old content goes: a full disk costs nothing.
        guard fstat(source, &status) == 0,
            status.st_size == 0 || posix_fallocate(existing, 0, status.st_size) != ENOSPC
        else {
            errno = ENOSPC
            return false
        }
        var left = Int(status.st_size)
        while left > 0 {
            let count = sendfile(existing, source, nil, left)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            left -= count
        }
        return ftruncate(existing, status.st_size) == 0 && fsync(existing) == 0
    }

    /// The name is safe too. A directory that cannot be opened keeps it in its own time.
    private static func settle(_ directory: String) {
        let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return }
        fsync(opened)
        close(opened)
    }
}
