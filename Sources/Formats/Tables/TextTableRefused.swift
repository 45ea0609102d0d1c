/// Why a table of text (CSV) that somebody handed in is not read, and where that was found. What is said of it is said elsewhere.
public struct TextTableRefused: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case empty
        /// No text at all: a workbook, a web page, a picture.
        case otherKind(FileKind)
        case tooMuch(Measure, limit: Int)
        /// A byte that is part of no character of the encoding that all before it is in; counted from 0.
        case undecodable(TextEncoding, byte: Int)
        /// The file ends within a character.
        case truncated(TextEncoding, byte: Int)
        /// A byte 0: text of two bytes for each character, perhaps, without its mark in front.
        case zero
        /// Quotes that are opened here and never closed.
        case openQuotes
        /// The system cannot convert this encoding.
        case unavailable(TextEncoding)
    }

    /// What there may be only so much of.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        case fileBytes, rows, columns, cells, fieldBytes
    }

    public var reason: Reason
    /// Counted from 1, rows as a spreadsheet counts them.
    public var row: Int?
    public var column: Int?

    public init(_ reason: Reason, row: Int? = nil, column: Int? = nil) {
        self.reason = reason
        self.row = row
        self.column = column
    }
}

/// How a text is held in bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8
    /// With GBK and GB2312 in it: what spreadsheets in Chinese write as CSV.
    case gb18030
    case utf16LittleEndian
    case utf16BigEndian
}
