/// Why a Word file that somebody handed in is not read. What is said of it is said elsewhere.
public enum DocumentRefused: Error, Hashable, Sendable {
    case empty
    /// Something else than a document of today, as its bytes or its parts show.
    case otherKind(FileKind)
    /// It brings a program along (`.docm`, or one that was renamed).
    case hasMacros
    /// Ends too early, does not fit together, or holds XML that is none; the part where that was found.
    case damaged(part: String?)
    /// A document type, two parts of one name, parts that lie over each other: what no writer of documents makes.
    case trick(part: String?)
    case tooMuch(WorkbookRefused.Measure, limit: Int)
    /// There is nothing to be read in it: a scanned page in a document has no text.
    case noText

    /// The same for what archive and XML were refused for.
    init(_ refused: WorkbookRefused) {
        self =
            switch refused.reason {
            case .empty: .empty
            case .otherKind(let kind): .otherKind(kind)
            case .damaged, .wrongChecksum, .missingPart, .noSheet, .brokenXML, .misplaced, .missingText:
                .damaged(part: refused.part)
            case .documentType, .trick: .trick(part: refused.part)
            case .tooMuch(let measure, let limit): .tooMuch(measure, limit: limit)
            }
    }
}

/// How much of a Word file is read. What is counted is what really comes out of the archive.
public struct DocumentLimits: Sendable {
    public var fileBytes = 32 << 20
    /// Of all parts that are read, together.
    public var unpackedBytes = 128 << 20
    /// Of the text that comes out, in UTF-8.
    public var textBytes = 4 << 20
    /// Elements within elements: tables within tables take three each.
    public var depth = 128
    /// Styles, numberings, and paragraphs or fields that are open at once.
    public var parts = 20_000

    public init() {}

    var ofArchive: WorkbookLimits {
        var limits = WorkbookLimits()
        limits.fileBytes = fileBytes
        limits.unpackedBytes = unpackedBytes
        limits.depth = depth
        return limits
    }
}
