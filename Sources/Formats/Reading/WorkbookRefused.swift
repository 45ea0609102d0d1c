/// Why a workbook that somebody handed in is not read, and where that was found. What is said of it is said elsewhere.
public struct WorkbookRefused: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case empty
        /// Something else than a workbook of today, as its first bytes show.
        case otherKind(FileKind)
        /// Ends too early, or its parts do not fit together.
        case damaged
        /// A part is not what it was when it was packed.
        case wrongChecksum
        /// A part without which there is no workbook.
        case missingPart
        /// No sheet with cells, so that nobody need look whether there is a first one.
        case noSheet
        case brokenXML
        /// Declares a document type, by which a reader can be led astray; no workbook has one.
        case documentType
        case tooMuch(Measure, limit: Int)
        /// Two parts of one name, a method of packing that workbooks do not have, or parts that lie over each other.
        case trick
        /// A row or a column that no sheet has, or that comes before the one that it follows.
        case misplaced
        /// A text in the list of texts that is not there.
        case missingText
    }

    /// What there may be only so much of.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        case fileBytes, parts, unpackedBytes, packing, sheets, rows, columns, cells, empty, texts, textBytes, depth,
            styles
    }

    public var reason: Reason
    /// The part of the file: `xl/worksheets/sheet1.xml`.
    public var part: String?
    /// As people name the place; counted from 1.
    public var sheet: String?
    public var row: Int?
    public var column: Int?

    public init(
        _ reason: Reason, part: String? = nil, sheet: String? = nil, row: Int? = nil, column: Int? = nil
    ) {
        self.reason = reason
        self.part = part
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}
