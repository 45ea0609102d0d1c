/// The small parts of a workbook that say which others there are (ECMA-376 part 1, 12 and 18).
enum WorkbookParts {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    private static let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// A sheet as the workbook lists it.
    struct Listed {
        var name: String
        var isTable: Bool
        var isHidden = false
    }

    static func contents(_ sheets: [Listed]) -> String {
        let parts = sheets.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(sheetML).worksheet+xml"/>"#
        }
        return #"""
            <Types xmlns="\#(contentTypes)"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\#
            <Default Extension="xml" ContentType="application/xml"/>\#
            <Override PartName="/xl/workbook.xml" ContentType="\#(sheetML).sheet.main+xml"/>\#
            <Override PartName="/xl/styles.xml" ContentType="\#(sheetML).styles+xml"/>\#(parts.joined())</Types>
            """#
    }

    static var packageLinks: String {
        #"<Relationships xmlns="\#(packageRelations)"><Relationship Id="rId1" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    }

    static func links(_ sheets: [Listed]) -> String {
        let parts = sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(relations)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        return
            #"<Relationships xmlns="\#(packageRelations)">\#(parts.joined())<Relationship Id="rId\#(sheets.count + 1)" Type="\#(relations)/styles" Target="styles.xml"/></Relationships>"#
    }

    /// Names the sheets; the heads of tables are printed on every page.
    static func workbook(_ sheets: [Listed]) -> String {
        var list = ""
        var titles = ""
        for (index, sheet) in sheets.enumerated() {
            let state = sheet.isHidden ? #" state="hidden""# : ""
            list += #"<sheet name="\#(escaped(sheet.name))" sheetId="\#(index + 1)"\#(state) r:id="rId\#(index + 1)"/>"#
            guard sheet.isTable else { continue }
            titles +=
                #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(index)">\#(escaped(quoted(sheet.name)))!$1:$1</definedName>"#
        }
        let names = titles.isEmpty ? "" : "<definedNames>\(titles)</definedNames>"
        return
            #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><bookViews><workbookView activeTab="0"/></bookViews><sheets>\#(list)</sheets>\#(names)</workbook>"#
    }

    /// As formulas name a sheet.
    static func quoted(_ name: String) -> String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        XMLText.append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
