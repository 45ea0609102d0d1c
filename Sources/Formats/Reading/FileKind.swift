/// What a file is, by its bytes and never by its name: a web page is often called `.xls`, and a text `.xlsx`.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
    /// `.xlsx`, `.xlsm`: what is read here.
    case workbook
    /// `.xls` of before 2007.
    case oldWorkbook
    /// `.doc` and `.wps`: text of before 2007, told from a workbook by what is in it.
    case oldDocument
    /// `.rtf`.
    case richText
    /// A workbook with a password; or any other file that Office locked by one.
    case locked
    /// `.xlsb`.
    case binaryWorkbook
    /// `.ods`.
    case openDocument
    /// `.docx`, `.pptx`.
    case otherOffice
    /// Any other archive.
    case archive
    /// A web page, or a table that a web server saved under the name of a workbook.
    case webPage
    /// XML, the workbook of 2003 among it.
    case xml
    case pdf
    case picture
    /// A table as text, perhaps: see `TextTable`.
    case text
    case unknown

    /// Of a file's first bytes, a few KiB of them. An archive is told from a workbook by its parts only.
    public init(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4096))
        self =
            switch true {
            case head.starts(with: [0x50, 0x4B, 0x03, 0x04]), head.starts(with: [0x50, 0x4B, 0x05, 0x06]): .archive
            case head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]): .oldWorkbook
            case head.starts(with: [0x25, 0x50, 0x44, 0x46]): .pdf
            case head.starts(with: Array("{\\rtf".utf8)): .richText
            case head.starts(with: [0x89, 0x50, 0x4E, 0x47]), head.starts(with: [0xFF, 0xD8, 0xFF]),
                head.starts(with: [0x47, 0x49, 0x46, 0x38]):
                .picture
            default: Self.ofText(head)
            }
    }

    /// What a file of the old kind is, by the names of its streams: a document, a workbook, or what a password locks.
    static func ofOldOffice(_ bytes: [UInt8]) -> FileKind {
        func holds(_ stream: String) -> Bool {
            let name = stream.utf8.flatMap { [$0, UInt8(0)] }
            return bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
        }
        return holds("EncryptedPackage") ? .locked : holds("WordDocument") ? .oldDocument : .oldWorkbook
    }

    private static func ofText(_ head: [UInt8]) -> FileKind {
        // Wide text has its mark in front; all other text is without zeros.
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
        if head.isEmpty || head.contains(0) { return .unknown }
        let start = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(2048)
            .lowercased()
        guard start.hasPrefix("<") else { return .text }
        if start.hasPrefix("<?xml") { return start.contains("<html") ? .webPage : .xml }
        return ["<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<div", "<style"].contains {
            start.hasPrefix($0)
        }
            ? .webPage : .text
    }
}
