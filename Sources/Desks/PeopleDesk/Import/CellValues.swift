import Formats
import Spelling
import Training
import Vocabulary

/// What a cell says, as it is kept; or what is wrong with it, and the cure.
struct CellFlaw: Error {
    var words: Words
    init(_ zh: String, _ en: String) { words = Words(zh, en) }
    init(_ words: Words) { self.words = words }
}

/// The cells of one row by their fields.
struct ImportCells {
    var row: SheetRow
    var head: ImportHead
    var origin = CellOrigin.workbook

    subscript(field: ImportField) -> SheetCell? {
        guard let place = head.places[field], let cell = row.cells.first(where: { $0.column == place }) else {
            return nil
        }
        return cell
    }

    /// What somebody sees in a cell, as far as it can be relied on; nil where nothing stands in it.
    func text(_ field: ImportField) throws -> String? {
        guard let cell = self[field] else { return nil }
        switch cell.value {
        case .error(let text):
            throw CellFlaw(
                "单元格是错误值\(text)，请改正公式或直接填写", "The cell holds the error \(text): mend the formula or type the value")
        case .empty where cell.isFormula:
            throw CellFlaw("公式没有计算结果，请在表格软件中打开并保存一次", "The formula was never calculated: open and save the file once")
        case .number(let number) where number.hasLostDigits:
            throw CellFlaw(
                "数字超过15位，末尾已被表格软件改动，请把这一列设为文本后重新填写",
                "More than 15 digits: the spreadsheet changed the last ones. Make the column text and type it again")
        default:
            let text = cell.seen
            if let flaw = CellTrace.flaw(in: text) { throw flaw }
            return text.unicodeScalars.contains {
                $0.value > 0x20 && $0.value != 0x3000 && $0.value != 0xA0 && !$0.properties.isDefaultIgnorableCodePoint
                    && !$0.properties.isWhitespace
            } ? text : nil
        }
    }

    /// A text as it is kept.
    func spelled(_ field: ImportField, _ rule: TextRule) throws -> String? {
        guard let text = try text(field) else { return nil }
        if let flaw = CellTrace.lostCharacter(in: text, field, origin) { throw flaw }
        do { return try rule.spelled(text.replacingLineBreaks) } catch {
            throw CellFlaw(error.message(of: "这一格", in: .zh), error.message(of: "the cell", in: .en))
        }
    }

    /// The name of a person: without the spaces that put two characters under three, with one dot for all dots.
    func name(_ field: ImportField = .name) throws -> String? {
        try spelled(field, PeopleRules.personName).map(PersonName.kept)
    }

    /// The name of a unit or a team.
    func unitName(_ field: ImportField = .name) throws -> String? {
        try spelled(field, PeopleRules.unitName).map { PersonName.keptOfUnit($0) }
    }

    /// A code in narrow letters and digits, with the zeros that stand in front.
    func code(_ field: ImportField) throws -> String? {
        guard let text = try spelled(field, PeopleRules.code) else { return nil }
        let code = text.narrow
        return code.isEmpty ? nil : code
    }

    func sex() throws -> Sex? {
        guard let text = try text(.sex) else { return nil }
        switch text.folded {
        case "男", "男性", "m", "male", "1": return .male
        case "女", "女性", "f", "female", "2": return .female
        default: throw CellFlaw("“\(shown(text))”不是性别，请填男或女", "“\(shown(text))” is no sex: write male or female")
        }
    }

    /// One of a list, by its words in either language, its code, or what else it is called.
    func choice<Value>(_ field: ImportField, _ known: [String: Value], _ words: [Words]) throws -> Value? {
        guard let text = try text(field) else { return nil }
        if let value = known[text.folded] { return value }
        throw CellFlaw(
            "“\(shown(text))”不在可选范围内，请选一项：" + words.map(\.zh).joined(separator: "、"),
            "“\(shown(text))” is none of the choices: " + words.map(\.en).joined(separator: ", "))
    }
}

func shown(_ text: String) -> String { text.count > 40 ? String(text.prefix(40)) + "…" : text }

extension String {
    fileprivate var replacingLineBreaks: String {
        contains(where: \.isNewline) ? String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) : self
    }
}

/// How the name of a person is kept.
enum PersonName {
    static func kept(_ name: String) -> String {
        // Nearly all names are Chinese characters and nothing else.
        if name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) { return name }
        var kept = ""
        let signs = Array(name)
        for (index, sign) in signs.enumerated() {
            let before = kept.last
            let after = signs[(index + 1)...].first { !$0.isWhitespace }
            if sign.isWhitespace {
                if let before, let after, before.isHan, after.isHan { continue }
                kept.append(kept.last == " " ? "" : " ")
            } else if isDot(sign), let before, let after, before.isHan, after.isHan {
                kept.append("·")
            } else {
                kept.append(sign)
            }
        }
        return kept
    }

    /// The name of a unit or a team: without the spaces between its characters.
    static func keptOfUnit(_ name: String) -> String {
        guard name.contains(where: \.isWhitespace) else { return name }
        let signs = Array(name)
        var kept = ""
        for (index, sign) in signs.enumerated() {
            let after = signs[(index + 1)...].first { !$0.isWhitespace }
            if sign.isWhitespace, let before = kept.last(where: { !$0.isWhitespace }), let after, before.isHan,
                after.isHan
            {
                continue
            }
            kept.append(sign)
        }
        return kept
    }

    private static func isDot(_ sign: Character) -> Bool {
        guard let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1 else { return false }
        return scalar.isDotOfName || scalar == "." || scalar == "．"
    }
}

extension Character {
    fileprivate var isHan: Bool {
        guard let sign = unicodeScalars.first else { return false }
        return switch sign.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
