import Testing

@testable import Formats

/// Word files packed from XML that stands in a test. Word and WPS do not run where the tests do: what they write stands here,
/// typed by hand after their habits; what LibreOffice and python-docx write lies in `Samples`.
enum PackedDocument {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// A document with what else it is linked to: the kind of a part, and what is in it.
    static func bytes(_ body: String, parts: [(kind: String, xml: String)] = []) throws -> [UInt8] {
        let spaces =
            #"xmlns:w="\#(main)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
            + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" "#
            + #"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#
            + #"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" mc:Ignorable="wps""#
        let links = parts.enumerated().map { index, part in
            #"<Relationship Id="r\#(index)" Type="\#(Packed.relations)/\#(part.kind)" Target="part\#(index).xml"/>"#
        }.joined()
        return try Packed.archive(
            [
                (
                    "[Content_Types].xml",
                    #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
                ),
                (
                    "_rels/.rels",
                    Packed.links
                        + #"<Relationship Id="a" Type="\#(Packed.relations)/officeDocument" Target="word/document.xml"/></Relationships>"#
                ),
                ("word/_rels/document.xml.rels", Packed.links + links + "</Relationships>"),
                ("word/document.xml", "<w:document \(spaces)><w:body>\(body)</w:body></w:document>"),
            ]
                + parts.enumerated().map { index, part in
                    let root = [
                        "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments",
                        "header": "hdr", "footer": "ftr",
                    ][part.kind, default: part.kind]
                    return ("word/part\(index).xml", "<w:\(root) \(spaces)>\(part.xml)</w:\(root)>")
                })
    }

    static func p(_ text: String, list: Int? = nil, level: Int? = nil, style: String? = nil, _ more: String = "")
        -> String
    {
        let number =
            list.map { list in
                "<w:numPr>\(level.map { #"<w:ilvl w:val="\#($0)"/>"# } ?? "")<w:numId w:val=\"\(list)\"/></w:numPr>"
            } ?? ""
        let style = style.map { #"<w:pStyle w:val="\#($0)"/>"# } ?? ""
        return "<w:p><w:pPr>\(style)\(number)</w:pPr><w:r><w:t>\(text)</w:t></w:r>\(more)</w:p>"
    }

    static func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        #"<w:lvl w:ilvl="\#(number)"><w:start w:val="1"/><w:numFmt w:val="\#(format)"/>\#(more)<w:lvlText w:val="\#(text)"/></w:lvl>"#
    }

    static func scheme(_ id: Int, _ levels: String...) -> String {
        #"<w:abstractNum w:abstractNumId="\#(id)">\#(levels.joined())</w:abstractNum>"#
    }

    static func list(_ id: Int, of scheme: Int, _ more: String = "") -> String {
        #"<w:num w:numId="\#(id)"><w:abstractNumId w:val="\#(scheme)"/>\#(more)</w:num>"#
    }
}

@Suite("Text of a Word file")
struct DocumentTests {
    typealias D = PackedDocument

    private func lines(_ body: String, parts: [(kind: String, xml: String)] = []) throws -> [String] {
        try DocumentFile(D.bytes(body, parts: parts)).text.split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }

    @Test("Word: headings that have their numbers from their styles, and only there")
    func numbersOfStyles() throws {
        let numbering =
            D.scheme(
                7, D.level(0, "chineseCountingThousand", "%1、", #"<w:pStyle w:val="a1"/><w:suff w:val="nothing"/>"#),
                D.level(1, "chineseCountingThousand", "（%2）", #"<w:pStyle w:val="a2"/><w:suff w:val="nothing"/>"#),
                D.level(2, "decimal", "%3.", #"<w:pStyle w:val="a3"/>"#)) + D.list(3, of: 7)
        let styles = #"""
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="三级标题"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:name w:val="无编号标题"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
            """#
        let body =
            D.p("总则", style: "a1") + D.p("目标", style: "a2") + D.p("每年12次", style: "a3") + D.p("每年5天", style: "a3")
            + D.p("对象", style: "a2") + D.p("全体干部", style: "a3") + D.p("附言", style: "b") + D.p("措施", style: "a1")
            + D.p("组织", style: "a2")
        #expect(
            try lines(body, parts: [("styles", styles), ("numbering", numbering)]) == [
                "一、总则", "（一）目标", "1. 每年12次", "2. 每年5天", "（二）对象", "1. 全体干部", "附言", "二、措施", "（一）组织",
            ])
    }

    @Test("WPS: articles that count through all chapters, lists that begin anew, a list in its own format")
    func numbersOfLists() throws {
        let numbering =
            D.scheme(
                0, D.level(0, "japaneseCounting", "第%1章"),
                D.level(1, "japaneseCounting", "第%2条", #"<w:lvlRestart w:val="0"/>"#))
            + D.scheme(1, D.level(0, "decimal", "%1."), D.level(1, "lowerLetter", "%2)")) + D.list(1, of: 0)
            + D.list(2, of: 1)
            + D.list(3, of: 1, #"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#)
            + D.list(
                4, of: 1,
                #"<w:lvlOverride w:ilvl="0">"#
                    + D.level(0, "decimalEnclosedCircleChinese", "%1", #"<w:suff w:val="space"/>"#)
                    + "</w:lvlOverride>")
        let body =
            D.p("总则", list: 1, level: 0) + D.p("甲", list: 1, level: 1) + D.p("乙", list: 1, level: 1)
            + D.p("附则", list: 1, level: 0) + D.p("丙", list: 1, level: 1) + D.p("一", list: 2, level: 0)
            + D.p("细目", list: 2, level: 1) + D.p("二", list: 2) + D.p("又一", list: 3, level: 0)
            + D.p("又二", list: 3, level: 0)
            + D.p("圈", list: 4, level: 0)
        #expect(
            try lines(body, parts: [("numbering", numbering)]) == [
                "第一章\u{3000}总则", "第一条\u{3000}甲", "第二条\u{3000}乙", "第二章\u{3000}附则", "第三条\u{3000}丙", "1. 一", "a)细目",
                "2. 二",
                "1. 又一", "2. 又二", "③\u{3000}圈",
            ])
    }

    @Test("a number of several levels, in digits where it is said, and a format that only newer programs know")
    func legalNumbers() throws {
        let numbering =
            D.scheme(
                0, D.level(0, "chineseCounting", "%1"), D.level(1, "decimal", "%1.%2", "<w:isLgl/>"),
                #"""
                <w:lvl w:ilvl="2"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%3."/></w:lvl>
                """#) + D.list(1, of: 0)
        let body =
            D.p("甲", list: 1, level: 0) + D.p("乙", list: 1, level: 0) + D.p("丙", list: 1, level: 1)
            + D.p("丁", list: 1, level: 2) + D.p("戊", list: 1, level: 2)
        #expect(
            try lines(body, parts: [("numbering", numbering)]) == [
                "一\u{3000}甲", "二\u{3000}乙", "2.1 丙", "I. 丁", "II. 戊",
            ])
    }

    @Test(
        "numbers as lists write them",
        arguments: [
            ("chineseCounting", [1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百零五", 1010: "一千零一十"]),
            ("japaneseCounting", [1: "一", 10: "十", 15: "十五", 100: "百"]), ("ideographDigital", [10: "一〇", 12: "一二"]),
            ("chineseLegalSimplified", [12: "壹拾贰", 3: "叁"]), ("ideographTraditional", [1: "甲", 10: "癸", 11: "11"]),
            ("decimalEnclosedCircle", [1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "(51)"]),
            ("decimalEnclosedParen", [2: "⑵"]), ("decimalFullWidth", [12: "１２"]), ("decimalZero", [3: "03", 12: "12"]),
            ("upperLetter", [1: "A", 27: "AA"]), ("lowerRoman", [4: "iv", 1999: "mcmxcix"]),
            ("somethingNew", [7: "7"]), ("bullet", [1: ""]),
        ] as [(String, [Int: String])])
    func formats(_ format: String, _ cases: [Int: String]) {
        for (number, text) in cases { #expect(ListNumber.text(number, format) == text, "\(format) \(number)") }
    }

    @Test("tracked changes: insertions count, deletions do not; a deleted mark joins two paragraphs; deleted rows go")
    func trackedChanges() throws {
        let numbering = D.scheme(0, D.level(0, "decimal", "%1.")) + D.list(1, of: 0)
        let body = #"""
            <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>每年</w:t></w:r><w:del w:id="2"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>12</w:t></w:r></w:ins></w:p>
            <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>次。</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:del w:id="5"><w:r><w:delText>整段删去。</w:delText></w:r></w:del></w:p>
            <w:moveFrom w:id="6"><w:p><w:r><w:t>移走。</w:t></w:r></w:p></w:moveFrom>
            <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:moveTo w:id="7"><w:r><w:t>移来。</w:t></w:r></w:moveTo></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1期</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:trPr><w:del w:id="8"/></w:trPr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2期</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """#
        #expect(try lines(body, parts: [("numbering", numbering)]) == ["1. 每年12次。", "2. 移来。", "甲 | 1期"])
    }

    @Test("fields are what they showed; the list of contents is left out; a field that never ends swallows nothing")
    func fields() throws {
        func field(_ code: String, _ result: String, end: Bool = true) -> String {
            #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> \#(code) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>\#(result)</w:t></w:r>"#
                + (end ? #"<w:r><w:fldChar w:fldCharType="end"/></w:r>"# : "")
        }
        let body = #"""
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>\#(D.p("总则\t1"))</w:sdtContent></w:sdt>
            <w:p>\#(field("TOC \\o", "第一章\t2"))</w:p>
            <w:p>\#(field("REF x", "见第3条"))<w:fldSimple w:instr=" DATE "><w:r><w:t>2026年</w:t></w:r></w:fldSimple></w:p>
            <w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>\#(D.p("内容"))</w:sdtContent></w:sdt>
            """#
        let file = try DocumentFile(D.bytes(body))
        #expect(file.text == "见第3条2026年\n内容\n")
        #expect(file.remainders == [DocumentRemainder(kind: .contents, count: 2, excerpts: [])])
        #expect(try lines("<w:p>\(field("TOC", "甲", end: false))</w:p>" + D.p("乙")) == ["甲", "乙"])
    }

    @Test("what is no part of the text is left out, and told once")
    func remainders() throws {
        let box = #"<w:txbxContent>\#(D.p("框内每年3次"))</w:txbxContent>"#
        let body = #"""
            <w:p><w:r><w:t>每年</w:t><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:wsp><wps:txbx>\#(box)</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\#(box)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>\#
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>5</w:t><w:noBreakHyphen/><w:t>7</w:t></w:r><w:hyperlink><w:r><w:t>天</w:t></w:r></w:hyperlink><m:oMath><m:r><m:t>90</m:t></m:r></m:oMath>\#
            <w:r><w:drawing><wp:inline/></w:drawing></w:r><w:r><w:sym w:char="F052"/></w:r><w:ruby><w:rt><w:r><w:t>hui</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>会</w:t></w:r></w:rubyBase></w:ruby></w:p>
            """#
        let file = try DocumentFile(
            D.bytes(
                body,
                parts: [
                    (
                        "footnotes",
                        #"<w:footnote w:type="separator" w:id="0">\#(D.p("线"))</w:footnote><w:footnote w:id="2">\#(D.p("不含新任12人"))</w:footnote>"#
                    ),
                    ("comments", "<w:comment>\(D.p("改为6天？"))</w:comment>"),
                    ("header", D.p("内部")), ("footer", D.p("— 3 —")),
                ]))
        #expect(file.text == "每年5-7天会\n")
        #expect(
            file.remainders.map { "\($0.kind.rawValue) \($0.count) \($0.excerpts.joined(separator: "|"))" } == [
                "header 1 内部", "footnote 1 不含新任12人", "comment 1 改为6天？", "textBox 1 框内每年3次", "hiddenText 1 看不见",
                "formula 1 ",
                "picture 1 ", "symbol 1 ",
            ])
    }

    @Test(
        "a row of a table is a line; a frame around text keeps its paragraphs; a table within a table is a part of its cell"
    )
    func tables() throws {
        func cell(_ xml: String) -> String { "<w:tc><w:tcPr/>\(xml)</w:tc>" }
        let inner = "<w:tbl><w:tr>\(cell(D.p("内")))\(cell(D.p("5天")))</w:tr></w:tbl>"
        let body =
            "<w:tbl><w:tr>\(cell(D.p("班次")))\(cell(D.p("期数")))</w:tr><w:tr>\(cell(D.p("中青班") + D.p("脱产")))\(cell(D.p("2期")))</w:tr>"
            + "<w:tr>\(cell(D.p("")))\(cell(inner + D.p("")))</w:tr><w:tr>\(cell(D.p("")))\(cell(D.p("")))</w:tr></w:tbl>"
            + "<w:tbl><w:tr>\(cell(D.p("一、总则") + D.p("每年2次。")))</w:tr></w:tbl>"
        #expect(try lines(body) == ["班次 | 期数", "中青班；脱产 | 2期", "内 | 5天", "一、总则", "每年2次。"])
    }

    @Test("the strict form of the standard, other prefixes and a part of another name are the same")
    func otherWritings() throws {
        let body =
            #"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>每年2次</x:t></x:r></x:p></x:body></x:document>"#
        let bytes = try Packed.archive([
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                Packed.links
                    + #"<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#
            ), ("word/document2.xml", body),
        ])
        #expect(try DocumentFile(bytes).text == "每年2次\n")
    }

    @Test("documents of LibreOffice and python-docx")
    func samples() throws {
        let office = try DocumentFile(SampleTests.bytes("libreoffice.docx"))
        #expect(
            office.text == """
                望河市2026年干部培训计划
                一、总体要求
                深入学习，注重实效。
                二、主要任务
                （一）集中学习
                1. 各单位每年组织集中学习不少于12次。
                2. 各单位每年组织演练1次。
                （二）培训班次
                班次 | 期数 | 人数
                青年干部班 | 每年2期 | 50人
                骨干教师班 | 每年3期 |
                1. 每期不少于5天。
                第一行
                第二行\t尾

                """)
        #expect(office.remainders.map(\.kind) == [.deletion])
        let python = try DocumentFile(SampleTests.bytes("python-docx.docx"))
        #expect(
            python.text
                == "青禾县教师研修计划\n1. 每年研修不少于24学时。\n2. 每学期听课10节。\n要点\n前粗\n后\n对象 | 要求\n新教师 | 120学时；其中线上 | 40学时\n")
        #expect(python.remainders.map(\.kind) == [.header, .comment])
    }

    @Test("what we write ourselves comes back")
    func ours() throws {
        let document = OfficialDocument([
            .title("培训计划"), .heading("一、总则"), .paragraph("每年2次。"),
            .table(heads: ["班次", "期数"], rows: [["甲", "1"]], widths: [1, 1]),
        ])
        #expect(
            try DocumentFile(document.bytes()).text.split(separator: "\n") == [
                "培训计划", "一、总则", "每年2次。", "班次 | 期数", "甲 | 1",
            ])
    }
}

@Suite("Word files that are refused")
struct DocumentRefusalTests {
    private func refused(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) -> DocumentRefused? {
        do {
            _ = try DocumentFile(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("other kinds, by what is in them and never by their names")
    func otherKinds() throws {
        let relations = PackedDocument.main
        func archive(_ name: String) throws -> [UInt8] { try Packed.archive([(name, "<x/>"), ("a", relations)]) }
        #expect(refused([]) == .empty)
        #expect(refused(Array("{\\rtf1".utf8)) == .otherKind(.richText))
        #expect(refused(Array("%PDF-1.7".utf8)) == .otherKind(.pdf))
        #expect(refused(Array("每年2次".utf8)) == .otherKind(.text))
        #expect(refused(Array("<html><body>".utf8)) == .otherKind(.webPage))
        #expect(refused(try SampleTests.bytes("libreoffice.doc")) == .otherKind(.oldDocument))
        #expect(refused(try SampleTests.bytes("libreoffice.xls")) == .otherKind(.oldWorkbook))
        #expect(refused(try SampleTests.bytes("libreoffice.xlsx")) == .otherKind(.workbook))
        #expect(refused(try archive("content.xml")) == .otherKind(.openDocument))
        #expect(refused(try archive("ppt/presentation.xml")) == .otherKind(.otherOffice))
        #expect(refused(try archive("readme.txt")) == .otherKind(.archive))
        var locked: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        for byte in "EncryptedPackage".utf8 { locked += [byte, 0] }
        #expect(refused(locked) == .otherKind(.locked))
    }

    @Test("a document type, a broken or cut file, macros, and nothing to read")
    func damage() throws {
        let sound = try PackedDocument.bytes(PackedDocument.p("每年2次"))
        #expect(refused(Array(sound.dropLast(30))) == .damaged(part: nil))
        #expect(refused(try PackedDocument.bytes("<w:p>")) == .damaged(part: "word/document.xml"))
        #expect(refused(try PackedDocument.bytes(PackedDocument.p(" "))) == .noText)
        let links = Packed.links
        func with(_ document: String, _ more: [(String, String)] = []) throws -> [UInt8] {
            try Packed.archive(
                [
                    ("[Content_Types].xml", "<Types/>"),
                    (
                        "_rels/.rels",
                        links
                            + #"<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#
                    ), ("word/document.xml", document),
                ] + more)
        }
        let body =
            #"<w:document xmlns:w="\#(PackedDocument.main)"><w:body>\#(PackedDocument.p("每年2次"))</w:body></w:document>"#
        #expect(refused(try with(#"<!DOCTYPE x [<!ENTITY a "b">]>"# + body)) == .trick(part: "word/document.xml"))
        #expect(refused(try with(body, [("word/vbaProject.bin", "x")])) == .hasMacros)
        #expect(refused(try with(body, [("WORD/document.xml", body)])) == .trick(part: "WORD/document.xml"))
    }

    @Test("too much of anything ends the reading")
    func limits() throws {
        var limits = DocumentLimits()
        limits.textBytes = 100
        let long = try PackedDocument.bytes(String(repeating: PackedDocument.p("每年组织集中学习不少于12次"), count: 5))
        #expect(refused(long, limits: limits) == .tooMuch(.textBytes, limit: 100))
        limits = DocumentLimits()
        limits.fileBytes = 100
        #expect(refused(long, limits: limits) == .tooMuch(.fileBytes, limit: 100))
        let deep =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 100)
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 100)
        #expect(refused(try PackedDocument.bytes(deep)) == .tooMuch(.depth, limit: 128))
    }

    @Test("a list that counts beyond all numbers, styles that go round, levels that are none")
    func oddLists() throws {
        let numbering =
            PackedDocument.scheme(
                0, #"<w:lvl w:ilvl="0"><w:start w:val="9223372036854775807"/><w:lvlText w:val="%1.%9%0"/></w:lvl>"#)
            + PackedDocument.list(1, of: 0)
        let styles =
            #"<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>"#
        let body =
            PackedDocument.p("甲", list: 1, level: 0, style: "a") + PackedDocument.p("乙", list: 1, level: 0)
            + PackedDocument.p("丙", list: 1, level: 12) + PackedDocument.p("丁", list: 99, level: -1)
        let file = try DocumentFile(PackedDocument.bytes(body, parts: [("numbering", numbering), ("styles", styles)]))
        #expect(file.text == "100000.1%0 甲\n100001.1%0 乙\n丙\n丁\n")
    }
}
