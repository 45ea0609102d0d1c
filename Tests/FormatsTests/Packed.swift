@testable import Formats

/// Workbooks packed from parts that stand in a test, good or bad.
enum Packed {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let links = #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#

    static func archive(_ parts: [(String, String)]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let zip = ZipWriter { bytes += $0 }
        for (name, text) in parts { try zip.entry(name) { try $0(Array(text.utf8)) } }
        try zip.finish()
        return bytes
    }

    /// One sheet, with what else is given.
    static func workbook(sheet: String, texts: String? = nil, styles: String? = nil, of: String = "") throws -> [UInt8]
    {
        var parts = [
            (
                "_rels/.rels",
                links
                    + #"<Relationship Id="a" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
            (
                "xl/workbook.xml",
                #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)">\#(of)<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
            (
                "xl/_rels/workbook.xml.rels",
                links + #"<Relationship Id="r1" Type="\#(relations)/worksheet" Target="worksheets/sheet1.xml"/>"#
                    + #"<Relationship Id="r2" Type="\#(relations)/sharedStrings" Target="sharedStrings.xml"/>"#
                    + #"<Relationship Id="r3" Type="\#(relations)/styles" Target="styles.xml"/></Relationships>"#
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        if let texts { parts.append(("xl/sharedStrings.xml", #"<sst xmlns="\#(main)">\#(texts)</sst>"#)) }
        if let styles { parts.append(("xl/styles.xml", #"<styleSheet xmlns="\#(main)">\#(styles)</styleSheet>"#)) }
        return try archive(parts)
    }

    /// The elements within `sheetData`.
    static func rows(_ xml: String, texts: String? = nil, styles: String? = nil, of: String = "") throws -> [UInt8] {
        try workbook(
            sheet: #"<worksheet xmlns="\#(main)"><sheetData>\#(xml)</sheetData></worksheet>"#, texts: texts,
            styles: styles, of: of)
    }
}

extension WorkbookFile {
    func rows(_ sheet: Int = 0) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try read(sheets[sheet]) {
            rows.append($0)
            return .more
        }
        return rows
    }
}

/// All rows of the first sheet, or why there are none.
func reading(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> Result<[SheetRow], WorkbookRefused> {
    do {
        return .success(try WorkbookFile(bytes, limits: limits).rows())
    } catch let refused as WorkbookRefused {
        return .failure(refused)
    } catch {
        return .failure(WorkbookRefused(.damaged, part: "\(error)"))
    }
}
