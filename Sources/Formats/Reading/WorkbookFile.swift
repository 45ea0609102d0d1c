/// A workbook (`.xlsx`) that somebody handed in. Its sheets are listed at once, and read row by row when they are asked for.
///
/// Nothing in it is trusted: what is too much, out of place or led astray ends the reading by a `WorkbookRefused`.
public final class WorkbookFile {
    /// At least one.
    public let sheets: [SheetAbout]

    private let archive: ZipArchive
    private let limits: WorkbookLimits
    private let isFrom1904: Bool
    private let links: PartLinks
    private var parts: (texts: SharedTexts, formats: CellFormats)?

    public init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookRefused) {
        self.limits = limits
        archive = try Self.archive(bytes, limits)
        do {
            let name = try Self.workbookPart(archive, limits)
            guard let part = archive[name] else { throw WorkbookRefused(.otherKind(archive.kind)) }
            let list = SheetList(limit: limits.sheets)
            try archive.parse(part, with: list, depthLimit: limits.depth)
            guard list.isWorkbook else { throw WorkbookRefused(.otherKind(archive.kind), part: part.name) }
            isFrom1904 = list.isFrom1904
            links = PartLinks(of: name)
            guard let linked = archive[PartLinks.name(of: name)] else {
                throw WorkbookRefused(.missingPart, part: PartLinks.name(of: name))
            }
            try archive.parse(linked, with: links, depthLimit: limits.depth)
            // Sheets of drawings and of macros hold no cells.
            sheets = list.entries.compactMap { [links] entry in
                guard let link = links.links[entry.link], link.kind == "worksheet" else { return nil }
                return SheetAbout(name: entry.name, isHidden: entry.isHidden, part: link.part)
            }
            guard !sheets.isEmpty else { throw WorkbookRefused(.noSheet, part: part.name) }
        } catch let refused as WorkbookRefused {
            throw refused
        } catch {
            throw WorkbookRefused(.damaged)
        }
    }

    /// Whether it brings a program along, by whatever name it is called.
    public var hasMacros: Bool { archive.parts.keys.contains { $0.hasSuffix("vbaproject.bin") } }

    /// Whether cells of it take what they show from other files.
    public var hasOutsideLinks: Bool { archive.parts.keys.contains { $0.hasPrefix("xl/externallinks/") } }

    private static func archive(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookRefused) -> ZipArchive {
        guard !bytes.isEmpty else { throw WorkbookRefused(.empty) }
        let kind = FileKind(bytes)
        if kind == .oldWorkbook { throw WorkbookRefused(.otherKind(.ofOldOffice(bytes))) }
        guard kind == .archive else { throw WorkbookRefused(.otherKind(kind)) }
        return try ZipArchive(bytes, limits: limits)
    }

    /// The package says where its workbook is; nearly always there.
    private static func workbookPart(_ archive: ZipArchive, _ limits: WorkbookLimits) throws -> String {
        guard let part = archive["_rels/.rels"] else { return "xl/workbook.xml" }
        let links = PartLinks(of: "")
        try archive.parse(part, with: links, depthLimit: limits.depth)
        return links.first("officeDocument") ?? "xl/workbook.xml"
    }

    /// Hands over each row in which something stands, from the first to the last or until it is enough.
    @discardableResult
    public func read(_ sheet: SheetAbout, each: @escaping (SheetRow) throws -> RowAnswer) throws -> SheetNotes {
        guard let part = archive[sheet.part] else {
            throw WorkbookRefused(.missingPart, part: sheet.part, sheet: sheet.name)
        }
        let (texts, formats) = try shared()
        let reader = SheetReader(
            CellReader(texts: texts, formats: formats, isFrom1904: isFrom1904), limits: limits, each: each)
        do {
            try archive.parse(part, with: reader, depthLimit: limits.depth)
        } catch is SheetReader.Enough {
            return reader.notes
        } catch var refused as WorkbookRefused where refused.sheet == nil {
            refused.sheet = sheet.name
            // What libzip and expat find comes after the last row that was whole.
            if refused.row == nil, reader.row > 0 { refused.row = reader.row }
            throw refused
        }
        guard reader.isSheet else { throw WorkbookRefused(.brokenXML, part: part.name, sheet: sheet.name) }
        return reader.notes
    }

    /// The merged cells of a sheet, before its rows are read.
    public func merged(in sheet: SheetAbout) throws -> [SheetArea] {
        guard let part = archive[sheet.part] else {
            throw WorkbookRefused(.missingPart, part: sheet.part, sheet: sheet.name)
        }
        let reader = MergeReader()
        do {
            try archive.parse(part, with: reader, depthLimit: limits.depth)
        } catch var refused as WorkbookRefused where refused.sheet == nil {
            refused.sheet = sheet.name
            throw refused
        }
        return reader.areas
    }

    private func shared() throws -> (SharedTexts, CellFormats) {
        if let parts { return parts }
        let texts = SharedTexts(limits: limits)
        if let name = links.first("sharedStrings"), let part = archive[name] {
            try archive.parse(part, with: texts, depthLimit: limits.depth)
        }
        let formats = CellFormats()
        if let name = links.first("styles"), let part = archive[name] {
            try archive.parse(part, with: formats, depthLimit: limits.depth)
        }
        parts = (texts, formats)
        return (texts, formats)
    }
}

extension ZipArchive {
    /// What an archive is that is no workbook.
    fileprivate var kind: FileKind {
        if self["xl/workbook.bin"] != nil { return .binaryWorkbook }
        if self["content.xml"] != nil || self["mimetype"] != nil { return .openDocument }
        return parts.keys.contains { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") } ? .otherOffice : .archive
    }
}
