/// A document as offices issue it, to be written as `.docx`: A4, 22 lines of 28 characters, fonts by name (GB/T 9704-2012).
///
/// The same content gives the same bytes.
public struct OfficialDocument: Sendable {
    public var parts: [Part]
    /// Across the page, for tables with many columns.
    public var isLandscape = false

    public init(_ parts: [Part] = []) { self.parts = parts }

    public enum Part: Hashable, Sendable {
        /// 标题: 2号小标宋, in the middle.
        case title(String)
        /// 发文字号: in the middle.
        case number(String)
        /// 主送机关: at the edge.
        case addressee(String)
        /// 一级标题: 黑体.
        case heading(String)
        /// 正文: 3号仿宋, two characters in.
        case paragraph(String)
        /// 署名、成文日期: at the right, four characters from the edge.
        case signature(String)
        /// A table with its heads, which are repeated on every page. `struck`: the places of rows that no longer hold.
        case table(heads: [String], rows: [[String]], widths: [Int], struck: Set<Int> = [])
        case newPage
        /// What follows lies across the page, such as a wide table after a notice. At most once.
        case sideways
    }

    public func bytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        let zip = ZipWriter { bytes += $0 }
        func entry(_ name: String, _ xml: String) throws {
            try zip.entry(name) { write in try write(Array((WorkbookParts.declaration + xml).utf8)) }
        }
        try entry("[Content_Types].xml", DocumentParts.contents)
        try entry("_rels/.rels", DocumentParts.packageLinks)
        try entry("word/document.xml", DocumentParts.document(parts, isLandscape: isLandscape))
        try entry("word/_rels/document.xml.rels", DocumentParts.links)
        try entry("word/styles.xml", DocumentParts.styles)
        try entry("word/settings.xml", DocumentParts.settings)
        try entry("word/footer1.xml", DocumentParts.footer(isRight: true))
        try entry("word/footer2.xml", DocumentParts.footer(isRight: false))
        try zip.finish()
        return bytes
    }
}

/// The parts of a document (ECMA-376 part 1, 17).
private enum DocumentParts {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contents = #"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\#
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\#
        <Default Extension="xml" ContentType="application/xml"/>\#
        <Override PartName="/word/document.xml" ContentType="\#(type).document.main+xml"/>\#
        <Override PartName="/word/styles.xml" ContentType="\#(type).styles+xml"/>\#
        <Override PartName="/word/settings.xml" ContentType="\#(type).settings+xml"/>\#
        <Override PartName="/word/footer1.xml" ContentType="\#(type).footer+xml"/>\#
        <Override PartName="/word/footer2.xml" ContentType="\#(type).footer+xml"/></Types>
        """#

    static let packageLinks = #"""
        <Relationships xmlns="\#(packageRelations)"><Relationship Id="rId1" Type="\#(relations)/officeDocument" Target="word/document.xml"/></Relationships>
        """#

    static let links = #"""
        <Relationships xmlns="\#(packageRelations)"><Relationship Id="rId1" Type="\#(relations)/styles" Target="styles.xml"/>\#
        <Relationship Id="rId2" Type="\#(relations)/settings" Target="settings.xml"/>\#
        <Relationship Id="rId3" Type="\#(relations)/footer" Target="footer1.xml"/>\#
        <Relationship Id="rId4" Type="\#(relations)/footer" Target="footer2.xml"/></Relationships>
        """#

    static let settings = #"<w:settings xmlns:w="\#(main)"><w:evenAndOddHeaders/></w:settings>"#

    private static func fonts(_ name: String) -> String {
        #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\#(name)" w:cs="Times New Roman"/>"#
    }

    private static func style(_ id: String, _ name: String, font: String, size: Int, _ paragraph: String) -> String {
        #"""
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="\#(id)"><w:name w:val="\#(name)"/><w:basedOn w:val="Normal"/>\#
        <w:pPr>\#(paragraph)</w:pPr><w:rPr>\#(fonts(font))<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/></w:rPr></w:style>
        """#
    }

    /// Sizes are halves of points: 3号 16, 2号 22, 4号 14. The line is 28.95 points, so that 22 stand on a page; a fifth of a
    /// point less between characters sets 28 of 16 points in 156 mm, by every program alike (a grid of characters is not).
    static let styles = #"""
        <w:styles xmlns:w="\#(main)"><w:docDefaults><w:rPrDefault><w:rPr>\#(fonts("仿宋_GB2312"))<w:spacing w:val="-4"/><w:sz w:val="32"/><w:szCs w:val="32"/>\#
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="579" w:lineRule="exact"/>\#
        <w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>\#
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\#
        \#(style("Title", "公文标题", font: "方正小标宋简体", size: 44, #"<w:keepNext/><w:spacing w:before="0" w:after="579" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>"#))\#
        \#(style("Number", "发文字号", font: "仿宋_GB2312", size: 32, #"<w:spacing w:after="579"/><w:jc w:val="center"/>"#))\#
        \#(style("Addressee", "主送机关", font: "仿宋_GB2312", size: 32, ""))\#
        \#(style("Heading", "一级标题", font: "黑体", size: 32, #"<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/>"#))\#
        \#(style("Body", "正文", font: "仿宋_GB2312", size: 32, #"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#))\#
        \#(style("Signature", "署名", font: "仿宋_GB2312", size: 32, #"<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>"#))\#
        \#(style("Cell", "表格", font: "仿宋_GB2312", size: 24, #"<w:spacing w:after="0" w:line="400" w:lineRule="exact"/><w:jc w:val="left"/>"#))\#
        \#(style("Head", "表头", font: "黑体", size: 24, #"<w:spacing w:after="0" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>"#))\#
        \#(style("SmallCell", "小表格", font: "仿宋_GB2312", size: 18, #"<w:snapToGrid w:val="0"/><w:spacing w:after="0" w:line="260" w:lineRule="exact"/><w:jc w:val="left"/>"#))\#
        \#(style("SmallHead", "小表头", font: "黑体", size: 18, #"<w:snapToGrid w:val="0"/><w:spacing w:after="0" w:line="260" w:lineRule="exact"/><w:jc w:val="center"/>"#))\#
        </w:styles>
        """#

    static func document(_ parts: [OfficialDocument.Part], isLandscape: Bool) -> String {
        let turn = parts.firstIndex(of: .sideways) ?? parts.endIndex
        let (first, others) = (parts[..<turn], parts[turn...].dropFirst())
        let body =
            first.map { written($0, width(isLandscape: isLandscape)) }.joined()
            + (turn == parts.endIndex ? "" : "<w:p><w:pPr>\(section(isLandscape: isLandscape))</w:pPr></w:p>")
            + others.map { written($0, width(isLandscape: true)) }.joined()
        return #"""
            <w:document xmlns:w="\#(main)" xmlns:r="\#(relations)"><w:body>\#(body)\#
            \#(section(isLandscape: isLandscape || turn < parts.endIndex))</w:body></w:document>
            """#
    }

    private static func width(isLandscape: Bool) -> Int {
        isLandscape ? 16838 - 2098 - 1985 : 11906 - 1474 - 1588
    }

    /// In twentieths of a point: the paper, then margins of 37, 26, 35 and 28 mm, which turn with it.
    private static func section(isLandscape: Bool) -> String {
        let page =
            isLandscape
            ? #"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1985" w:header="851" w:footer="964" w:gutter="0"/>"#
            : #"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1390" w:gutter="0"/>"#
        return #"""
            <w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>\#
            \#(page)<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
            """#
    }

    /// `width`: of the text.
    private static func written(_ part: OfficialDocument.Part, _ width: Int) -> String {
        switch part {
        case .title(let text): paragraph("Title", text)
        case .number(let text): paragraph("Number", text)
        case .addressee(let text): paragraph("Addressee", text)
        case .heading(let text): paragraph("Heading", text)
        case .paragraph(let text): paragraph("Body", text)
        case .signature(let text): paragraph("Signature", text)
        case .newPage: #"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#
        case .sideways: ""
        case .table(let heads, let rows, let widths, let struck): table(heads, rows, widths, struck, in: width)
        }
    }

    private static func paragraph(_ style: String, _ text: String, isStruck: Bool = false) -> String {
        let run = isStruck ? "<w:rPr><w:strike/></w:rPr>" : ""
        return
            #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr><w:r>\#(run)<w:t xml:space="preserve">\#(WorkbookParts.escaped(text))</w:t></w:r></w:p>"#
    }

    /// Widths are shares of the text's width, in twentieths of a point.
    private static func table(
        _ heads: [String], _ rows: [[String]], _ widths: [Int], _ struck: Set<Int>, in whole: Int
    ) -> String {
        let sum = max(1, widths.reduce(0, +))
        let wide = heads.indices.map { (widths.indices.contains($0) ? widths[$0] : 1) * whole / sum }
        func row(_ cells: [String], _ style: String, isHead: Bool, isStruck: Bool = false) -> String {
            let written = zip(cells, wide).map { cell, width in
                #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>\#(paragraph(style, cell, isStruck: isStruck))</w:tc>"#
            }
            let head = isHead ? "<w:tblHeader/>" : ""
            return "<w:tr><w:trPr><w:cantSplit/>\(head)</w:trPr>\(written.joined())</w:tr>"
        }
        // With many columns a line of 12 points would hold two characters.
        let isSmall = heads.count > 10
        let (head, cell) = isSmall ? ("SmallHead", "SmallCell") : ("Head", "Cell")
        let margins =
            isSmall
            ? #"<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>"# : ""
        let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
        }
        return #"""
            <w:tbl><w:tblPr><w:tblW w:w="\#(whole)" w:type="dxa"/><w:tblBorders>\#(lines.joined())</w:tblBorders><w:tblLayout w:type="fixed"/>\#(margins)</w:tblPr>\#
            <w:tblGrid>\#(wide.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined())</w:tblGrid>\#
            \#(row(heads, head, isHead: true))\#(rows.enumerated().map { row($1, cell, isHead: false, isStruck: struck.contains($0)) }.joined())</w:tbl>\#(paragraph("Body", ""))
            """#
    }

    /// The page's number between dashes, 4号: at the right of odd pages, at the left of even ones, one character in.
    static func footer(isRight: Bool) -> String {
        let run = #"<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>"#
        let field = ["begin", nil, "end"].map { kind in
            kind.map { #"<w:r>\#(run)<w:fldChar w:fldCharType="\#($0)"/></w:r>"# }
                ?? #"<w:r>\#(run)<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#
        }
        let indent =
            isRight
            ? #"<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>"#
            : #"<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>"#
        return #"""
            <w:ftr xmlns:w="\#(main)"><w:p><w:pPr>\#(indent)</w:pPr><w:r>\#(run)<w:t xml:space="preserve">— </w:t></w:r>\#
            \#(field.joined())<w:r>\#(run)<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """#
    }
}
