import CZip
import Glibc

/// The parts of an archive that somebody handed in, opened by libzip from memory. Nothing of it is ever unpacked to disk.
final class ZipArchive {
    struct Part {
        /// As the archive writes it.
        var name: String
        var index: UInt64
        var packed: Int
        fileprivate var isReadable: Bool
    }

    private let archive: OpaquePointer
    private let limits: WorkbookLimits
    /// By names in small letters, without a slash in front: archives are made by programs that think little of either.
    private(set) var parts: [String: Part] = [:]
    /// What was unpacked of each part, the longest reading of it.
    private var unpacked: [UInt64: Int] = [:]

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookRefused) {
        self.limits = limits
        guard bytes.count <= limits.fileBytes else {
            throw WorkbookRefused(.tooMuch(.fileBytes, limit: limits.fileBytes))
        }
        guard ZipDirectory.claimedParts(bytes) <= limits.parts else {
            throw WorkbookRefused(.tooMuch(.parts, limit: limits.parts))
        }
        guard let archive = Self.open(bytes) else { throw WorkbookRefused(.damaged) }
        self.archive = archive
        try list(fileBytes: bytes.count)
    }

    deinit { zip_discard(archive) }

    /// libzip reads from a copy, which it frees with the archive.
    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let copy = malloc(max(bytes.count, 1)) else { return nil }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            return nil
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            return nil
        }
        return archive
    }

    private func list(fileBytes: Int) throws(WorkbookRefused) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else { throw WorkbookRefused(.tooMuch(.parts, limit: limits.parts)) }
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            var about = zip_stat_t()
            zip_stat_init(&about)
            guard zip_stat_index(archive, index, 0, &about) == 0, let bytes = about.name else {
                throw WorkbookRefused(.damaged)
            }
            let name = String(cString: bytes)
            let packed = Int(exactly: about.comp_size) ?? .max
            // Parts that lie over each other unpack to far more than the file holds.
            let (sum, overflows) = total.addingReportingOverflow(packed)
            guard !overflows, sum <= fileBytes else { throw WorkbookRefused(.trick, part: name) }
            total = sum
            let isReadable =
                about.encryption_method == ZIP_EM_NONE
                && [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(about.comp_method))
            let part = Part(name: name, index: index, packed: packed, isReadable: isReadable)
            guard parts.updateValue(part, forKey: Self.key(name)) == nil else {
                throw WorkbookRefused(.trick, part: name)
            }
        }
    }

    static func key(_ name: String) -> String {
        var key = name.lowercased().split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        while key.hasPrefix("/") { key.removeFirst() }
        return key
    }

    subscript(_ name: String) -> Part? { parts[Self.key(name)] }

    /// Hands the bytes of a part over piece by piece; its checksum is tested at its end. `each` says whether it wants more.
    func read(_ part: Part, each: (UnsafeBufferPointer<CChar>) throws -> Bool) throws {
        guard part.isReadable else { throw WorkbookRefused(.trick, part: part.name) }
        guard let file = zip_fopen_index(archive, part.index, 0) else {
            throw WorkbookRefused(.damaged, part: part.name)
        }
        defer { zip_fclose(file) }
        let size = 1 << 16
        let room = UnsafeMutablePointer<CChar>.allocate(capacity: size)
        defer { room.deallocate() }
        let others = unpacked.reduce(0) { $0 + ($1.key == part.index ? 0 : $1.value) }
        var count = 0
        defer { unpacked[part.index] = max(count, unpacked[part.index] ?? 0) }
        while true {
            let got = Int(zip_fread(file, room, UInt64(size)))
            guard got >= 0 else {
                let isChecksum = zip_error_code_zip(zip_file_get_error(file)) == ZIP_ER_CRC
                throw WorkbookRefused(isChecksum ? .wrongChecksum : .damaged, part: part.name)
            }
            count += got
            guard others + count <= limits.unpackedBytes else {
                throw WorkbookRefused(.tooMuch(.unpackedBytes, limit: limits.unpackedBytes), part: part.name)
            }
            guard count <= 1 << 20 || count / limits.packing <= part.packed else {
                throw WorkbookRefused(.tooMuch(.packing, limit: limits.packing), part: part.name)
            }
            if got == 0 { return }
            guard try each(UnsafeBufferPointer(start: room, count: got)) else { return }
        }
    }

    /// A small part as a whole.
    func bytes(of part: Part) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try read(part) { piece in
            bytes.append(contentsOf: piece.lazy.map { UInt8(bitPattern: $0) })
            return true
        }
        return bytes
    }
}
