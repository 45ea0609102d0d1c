/// A workbook to be written as `.xlsx`, sheet by sheet and row by row: a table of any length takes the memory of a few rows.
///
/// Texts are texts, whatever they begin with: no cell is a formula. The same content gives the same bytes.
public struct Workbook {
    public var sheets: [WorkbookSheet]

    public init(_ sheets: [WorkbookSheet]) { self.sheets = sheets }

    /// The whole of it, for what is small.
    public func bytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write { bytes += $0 }
        return bytes
    }

    /// Hands the bytes over as they are made.
    @discardableResult
    public func write(to drain: @escaping ([UInt8]) throws -> Void) throws -> WorkbookNotes {
        let choices = ChoiceSheet(self.sheets)
        let names = SheetName.fitting(sheets.map(\.name), besides: [ChoiceSheet.name])
        var listed = zip(names, sheets).map { WorkbookParts.Listed(name: $0, isTable: $1.isTable) }
        if sheets.isEmpty { listed = [WorkbookParts.Listed(name: "Sheet1", isTable: false)] }
        if !choices.isEmpty {
            listed.append(WorkbookParts.Listed(name: ChoiceSheet.name, isTable: false, isHidden: true))
        }

        let zip = ZipWriter(drain: drain)
        try zip.entry("[Content_Types].xml", WorkbookParts.contents(listed))
        try zip.entry("_rels/.rels", WorkbookParts.packageLinks)
        try zip.entry("xl/workbook.xml", WorkbookParts.workbook(listed))
        try zip.entry("xl/_rels/workbook.xml.rels", WorkbookParts.links(listed))
        try zip.entry("xl/styles.xml", CellStyle.stylesheet)
        var notes = WorkbookNotes()
        for index in listed.indices {
            try zip.entry("xl/worksheets/sheet\(index + 1).xml") { write in
                try withoutActuallyEscaping(write) { write in
                    let part = SheetPart(name: listed[index].name, isFirst: index == 0, choices: choices, write: write)
                    let sheet = index < sheets.count ? sheets[index] : .instructions("", [])
                    try part.write(sheet, into: &notes)
                }
            }
        }
        try zip.finish()
        return notes
    }
}

extension WorkbookSheet {
    var isTable: Bool { if case .table = content { true } else { false } }
}

extension ZipWriter {
    fileprivate func entry(_ name: String, _ xml: String) throws {
        try entry(name) { write in try write(Array((WorkbookParts.declaration + xml).utf8)) }
    }
}
