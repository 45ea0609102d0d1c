/// The text of a Word file (`.docx`) that somebody handed in, as it would be read aloud, and what of the file is not in it.
///
/// Nothing in it is trusted: what is too much or led astray ends the reading by a `DocumentRefused` (docs/formats.md).
public struct DocumentFile: Hashable, Sendable {
    /// Paragraphs and rows of tables, each a line; numbers that Word makes by itself stand before their paragraphs.
    public var text: String
    public var remainders: [DocumentRemainder]

    public init(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws(DocumentRefused) {
        guard !bytes.isEmpty else { throw .empty }
        switch FileKind(bytes) {
        case .archive: break
        case .oldWorkbook: throw .otherKind(.ofOldOffice(bytes))
        case let kind: throw .otherKind(kind)
        }
        do {
            self = try Self.read(try ZipArchive(bytes, limits: limits.ofArchive), limits)
        } catch let refused as DocumentRefused {
            throw refused
        } catch let refused as WorkbookRefused {
            throw DocumentRefused(refused)
        } catch {
            throw .damaged(part: nil)
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .noText }
    }

    private init(text: String, remainders: [DocumentRemainder]) {
        self.text = text
        self.remainders = remainders
    }

    private static func read(_ archive: ZipArchive, _ limits: DocumentLimits) throws -> DocumentFile {
        let packageLinks = PartLinks(of: "")
        guard let linked = archive["_rels/.rels"], archive["[content_types].xml"] != nil else {
            throw DocumentRefused.otherKind(archive.kindBesideDocuments)
        }
        try archive.parse(linked, with: packageLinks, depthLimit: limits.depth)
        guard let name = packageLinks.first("officeDocument"), let part = archive[name],
            ZipArchive.key(name).hasPrefix("word/")
        else { throw DocumentRefused.otherKind(archive.kindBesideDocuments) }
        guard !archive.parts.keys.contains(where: { $0.hasSuffix("vbaproject.bin") }) else {
            throw DocumentRefused.hasMacros
        }
        let links = PartLinks(of: name)
        if let linked = archive[PartLinks.name(of: name)] {
            try archive.parse(linked, with: links, depthLimit: limits.depth)
        }
        let styles = DocumentStyles(limits: limits)
        try parse(links.first("styles"), styles, archive, limits)
        let numbering = DocumentNumbering(limits: limits)
        try parse(links.first("numbering"), numbering, archive, limits)

        func body(followsFields: Bool) throws -> DocumentBody {
            let body = DocumentBody(
                limits: limits, styles: styles, numbering: numbering, followsFields: followsFields)
            try archive.parse(part, with: body, depthLimit: limits.depth)
            return body
        }
        var main = try body(followsFields: true)
        if main.text == nil { main = try body(followsFields: false) }
        var left = main.left
        try readApart(links, archive, limits, &left)
        return DocumentFile(text: main.text ?? "", remainders: left.all)
    }

    private static func parse(
        _ name: String?, _ handler: XMLHandler, _ archive: ZipArchive, _ limits: DocumentLimits
    ) throws {
        guard let part = name.flatMap({ archive[$0] }) else { return }
        try archive.parse(part, with: handler, depthLimit: limits.depth)
    }

    /// Headers, notes and comments, which lie in parts of their own.
    private static func readApart(
        _ links: PartLinks, _ archive: ZipArchive, _ limits: DocumentLimits, _ left: inout Remainders
    ) throws {
        for link in links.links.values.sorted(by: { $0.part < $1.part }) {
            guard ["header", "footer", "footnotes", "endnotes", "comments"].contains(link.kind) else { continue }
            let body = DocumentBody(
                limits: limits, styles: DocumentStyles(limits: limits), numbering: DocumentNumbering(limits: limits))
            try parse(link.part, body, archive, limits)
            switch link.kind {
            case "header", "footer":
                // A page number is no text that anybody could miss.
                guard let text = body.text, text.contains(where: { $0.isLetter && !"第页共".contains($0) }) else {
                    continue
                }
                left.add(link.kind == "header" ? .header : .footer, text)
            default: left.add(all: body.left)
            }
        }
    }
}

extension ZipArchive {
    /// What an archive is that is no document.
    fileprivate var kindBesideDocuments: FileKind {
        if self["xl/workbook.bin"] != nil { return .binaryWorkbook }
        if self["xl/workbook.xml"] != nil { return .workbook }
        if self["content.xml"] != nil || self["mimetype"] != nil { return .openDocument }
        return parts.keys.contains { $0.hasPrefix("ppt/") } ? .otherOffice : .archive
    }
}
