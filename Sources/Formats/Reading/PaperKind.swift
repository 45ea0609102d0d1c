import CZip
import Glibc

/// What a paper that is handed in may be, told by its bytes and never by its name (pdf, Word, Excel, OFD, photographs).
public enum PaperKind: String, Hashable, Sendable, CaseIterable {
    case pdf, docx, xlsx, ofd, jpg, png

    /// The media type.
    public var type: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ofd: "application/ofd"
        case .jpg: "image/jpeg"
        case .png: "image/png"
        }
    }

    /// Why a file is none of these.
    public enum Refused: Error, Hashable, Sendable {
        case empty
        /// Something else than what may be handed in.
        case otherKind
        /// An archive that is broken, has far too many parts, or parts that lie about themselves.
        case damaged
        /// It has programs in it (`.docm`, or one that was renamed).
        case hasMacros
        case isLocked
    }

    /// Of a file on disk. Of an archive nothing but the names of its parts is read.
    public init(ofFileAt path: String) throws(Refused) {
        let head = Self.bytes(of: path, from: 0, atMost: 1024)
        guard !head.isEmpty else { throw .empty }
        switch true {
        case head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]): self = .png
        case head.starts(with: [0xFF, 0xD8, 0xFF]): self = .jpg
        case Self.isPDF(head): self = .pdf
        case head.starts(with: [0x50, 0x4B, 0x03, 0x04]): self = try Self.ofArchive(path)
        case head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]):
            // Office of before 2007, and what Office has locked by a password.
            throw .isLocked
        default: throw .otherKind
        }
    }

    /// Some programs write a few bytes before the mark; readers take it within the first 1,024.
    private static func isPDF(_ head: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        return head.indices.dropLast(mark.count - 1).contains { head[$0..<($0 + mark.count)].elementsEqual(mark) }
            // A web page may quote the mark.
            && head.first != UInt8(ascii: "<")
    }

    private static func ofArchive(_ path: String) throws(Refused) -> PaperKind {
        let names = try partNames(path)
        guard !names.contains(where: { $0.hasSuffix("vbaproject.bin") }) else { throw .hasMacros }
        if names.contains("ofd.xml") { return .ofd }
        guard names.contains("[content_types].xml") else { throw .otherKind }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        throw .otherKind
    }

    private static let mostParts: UInt64 = 10_000

    /// In small letters, without a slash in front.
    private static func partNames(_ path: String) throws(Refused) -> Set<String> {
        let size = Self.size(of: path)
        // Before libzip reads a directory its length is looked at; the end of the file tells it.
        let tail = bytes(of: path, from: max(0, size - 70_000), atMost: 70_000)
        guard ZipDirectory.claimedParts(tail) <= mostParts else { throw .damaged }
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw .damaged }
        defer { zip_discard(archive) }
        let count = zip_get_num_entries(archive, 0)
        guard count > 0, count <= Int64(mostParts) else { throw .damaged }
        var names: Set<String> = []
        for index in 0..<UInt64(count) {
            guard let name = zip_get_name(archive, index, 0) else { throw .damaged }
            // What is there twice is read one way by one program and another by the next.
            guard names.insert(ZipArchive.key(String(cString: name))).inserted else { throw .damaged }
        }
        return names
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func bytes(of path: String, from start: Int, atMost count: Int) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var room = [UInt8](repeating: 0, count: count)
        let got = pread(file, &room, count, off_t(start))
        return got > 0 ? Array(room[..<got]) : []
    }
}
