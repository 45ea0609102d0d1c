/// Reads the text of one part of a document: the body, or what stands in headers, notes and comments.
///
/// Insertions that were tracked count, deletions do not; fields are what they last showed. A row of a table is a line, its cells
/// divided by `|`. What is no part of the text goes to `left`.
final class DocumentBody: XMLHandler {
    private let limits: DocumentLimits
    private let styles: DocumentStyles
    /// Whether the codes of fields are followed: not in a file whose fields do not end.
    private let followsFields: Bool
    private var counter: ListCounter

    private(set) var left = Remainders()
    private var lines = DocumentLines()
    private var stories: [Story] = []
    private var paragraphs: [Paragraph] = []
    private var fields: [Field] = []
    private var blocks: [Block] = []
    private var drawings: [Drawing] = []
    private var choices: [Bool] = []
    private var place = Place.text
    private var isHidden = false
    private var hidden = ""
    private var isWanted = false

    init(
        limits: DocumentLimits, styles: DocumentStyles, numbering: DocumentNumbering, followsFields: Bool = true
    ) {
        self.limits = limits
        self.styles = styles
        self.followsFields = followsFields
        counter = ListCounter(numbering, styles)
    }

    /// What stands apart from the text: a text box, a note.
    private struct Story {
        var kind: DocumentRemainder.Kind
        var text = ""
    }

    private struct Paragraph {
        var text = ""
        var style: String?
        var list: String?
        var level: Int?
        /// Its mark was deleted: the next paragraph goes on in it.
        var goesOn = false
        /// Within a field whose code has not ended when it began.
        var isContents = false
    }

    private struct Field {
        var code = ""
        var isCode = true
        var isContents: Bool {
            !isCode && code.split(whereSeparator: \.isWhitespace).first.map { $0.uppercased() } == "TOC"
        }
    }

    /// A content control.
    private struct Block {
        var isContents = false
    }

    private struct Drawing {
        var kind: DocumentRemainder.Kind
        var hasText = false
    }

    /// Where names mean something of their own.
    private enum Place {
        case text, paragraph, mark, number, run, row, cell, control
    }

    /// What was read; nil where its fields never ended, so that it must be read without following them.
    var text: String? { fields.isEmpty ? lines.text : nil }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch place {
        case .paragraph: return startProperty(name, attributes)
        case .number:
            if name == "numId" { change { $0.list = attributes.named("val") } }
            if name == "ilvl" { change { $0.level = attributes.named("val").flatMap { Int($0) } } }
            return false
        case .mark:
            if name == "del" || name == "moveFrom" { change { $0.goesOn = true } }
            return false
        case .run:
            if name == "vanish" { isHidden = !["0", "false", "off"].contains(attributes.named("val")) }
            return false
        case .row, .cell:
            if name == "del" || name == "cellDel" { place == .row ? lines.dropRow() : lines.dropCell() }
            return false
        case .control:
            if name == "docPartGallery", attributes.named("val") == "Table of Contents" {
                if let last = blocks.indices.last { blocks[last].isContents = true }
            }
            return name == "docPartObj"
        case .text: return try startText(name, attributes)
        }
    }

    private func change(_ body: (inout Paragraph) -> Void) {
        if let last = paragraphs.indices.last { body(&paragraphs[last]) }
    }

    private func startProperty(_ name: String, _ attributes: XMLAttributes) -> Bool {
        switch name {
        case "pStyle": change { $0.style = attributes.named("val") }
        case "numPr":
            place = .number
            return true
        case "rPr":
            place = .mark
            return true
        default: break
        }
        return false
    }

    private func startText(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch name {
        case "document", "body", "hdr", "ftr", "footnotes", "endnotes", "comments", "hyperlink", "smartTag",
            "customXml",
            "bdo", "dir", "ins", "moveTo", "ruby", "rubyBase":
            return true
        case "footnote", "endnote", "comment":
            guard !["separator", "continuationSeparator", "continuationNotice"].contains(attributes.named("type"))
            else {
                return false
            }
            stories.append(Story(kind: name == "comment" ? .comment : name == "endnote" ? .endnote : .footnote))
            return true
        case "p":
            try count(paragraphs.count)
            paragraphs.append(Paragraph())
            return true
        case "pPr", "trPr", "tcPr", "sdtPr":
            place = name == "pPr" ? .paragraph : name == "trPr" ? .row : name == "tcPr" ? .cell : .control
            return true
        case "tbl", "tr", "tc":
            if stories.isEmpty { lines.open(name) }
            return true
        case "r":
            isHidden = false
            return true
        case "rPr":
            place = .run
            return true
        case "t":
            isWanted = true
            return true
        case "sdt":
            blocks.append(Block())
            return true
        case "sdtContent":
            guard blocks.last?.isContents == true else { return true }
            left.add(.contents)
            return false
        case "fldSimple":
            let code = attributes.named("instr")?.split(whereSeparator: \.isWhitespace).first
            guard code?.uppercased() == "TOC" else { return true }
            left.add(.contents)
            return false
        case "fldChar": try startField(attributes.named("fldCharType"))
        case "instrText":
            isWanted = followsFields && fields.last?.isCode == true
            return isWanted
        case "tab", "ptab": write("\t")
        case "br", "cr": write("\n")
        case "noBreakHyphen": write("-")
        case "sym": left.add(.symbol)
        case "del", "moveFrom": left.add(.deletion)
        case "drawing", "pict", "object":
            drawings.append(Drawing(kind: name == "object" ? .embedded : .picture))
            markFound()
            return true
        case "txbxContent":
            if let last = drawings.indices.last { drawings[last].hasText = true }
            markFound()
            stories.append(Story(kind: .textBox))
            return true
        case "altChunk", "subDoc": left.add(.insertedFile)
        default: break
        }
        return false
    }

    private func startField(_ type: String?) throws {
        guard followsFields else { return }
        switch type {
        case "begin":
            try count(fields.count)
            fields.append(Field())
        case "separate":
            guard let last = fields.indices.last else { return }
            fields[last].isCode = false
            if fields[last].isContents { left.add(.contents) }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    override func goesThrough(_ foreign: String) -> Bool {
        switch foreign {
        case "AlternateContent":
            choices.append(false)
            return true
        // What stands in the first choice need not be read again in its stead.
        case "Choice": return true
        case "Fallback": return choices.popLast() == false
        case "oMath", "oMathPara":
            left.add(.formula)
            return false
        default: return !drawings.isEmpty
        }
    }

    private func markFound() { if let last = choices.indices.last { choices[last] = true } }

    override func end(_ name: String) throws {
        switch name {
        case "pPr", "trPr", "tcPr", "sdtPr": place = .text
        case "numPr": place = .paragraph
        case "rPr": place = place == .mark ? .paragraph : .text
        case "t", "instrText": isWanted = false
        case "r":
            isHidden = false
            left.add(.hiddenText, hidden)
            hidden = ""
        case "p": try endParagraph()
        case "tbl", "tr", "tc": if stories.isEmpty { try lines.close(name, limits: limits) }
        case "sdt": _ = blocks.popLast()
        case "footnote", "endnote", "comment", "txbxContent":
            if let story = stories.popLast() { left.add(story.kind, story.text) }
        case "drawing", "pict", "object":
            if let drawing = drawings.popLast(), !drawing.hasText { left.add(drawing.kind) }
        default: break
        }
    }

    private func endParagraph() throws {
        guard let paragraph = paragraphs.popLast() else { return }
        if let last = stories.indices.last {
            stories[last].text += paragraph.text + " "
            return
        }
        if styles.isOfContents(paragraph.style), !paragraph.text.isEmpty {
            left.add(.contents)
            return
        }
        if paragraph.goesOn { return lines.carry(paragraph.text) }
        if paragraph.isContents, paragraph.text.isEmpty { return }
        let number = counter.next(list: paragraph.list, level: paragraph.level, style: paragraph.style)
        try lines.add(paragraph.text, number: number, limits: limits)
    }

    override func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard isWanted else { return }
        let text = String(decoding: utf8, as: UTF8.self)
        if let last = fields.indices.last, fields[last].isCode {
            // The code tells what the field is; a picture's or a formula's own text is no word of the document.
            if fields[last].code.utf8.count < 1000 { fields[last].code += text }
            return
        }
        write(text)
    }

    private func write(_ text: String) {
        guard let last = paragraphs.indices.last else { return }
        guard !fields.contains(where: \.isCode), !fields.contains(where: \.isContents) else {
            paragraphs[last].isContents = true
            return
        }
        guard !isHidden else {
            hidden += text
            return
        }
        markFound()
        paragraphs[last].text += text
    }

    private func count(_ count: Int) throws {
        guard count < limits.parts else { throw WorkbookRefused(.tooMuch(.depth, limit: limits.parts)) }
    }
}
