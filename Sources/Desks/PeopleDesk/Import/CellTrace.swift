import Vocabulary

/// What the cells of a file were before they were handed in.
enum CellOrigin {
    /// Cells that know whether they are numbers.
    case workbook
    /// Cells that are all texts, whatever they were before.
    case text
    /// Texts in an encoding that has no place for rare characters: a question mark stands for each.
    case narrowText
}

/// What a program leaves in the place of what it could not show or keep. In a workbook it can be told from a text; in a
/// table of text, and where values were pasted, by its looks alone.
enum CellTrace {
    /// An error, a column too narrow for its number, a number cut to its first digits.
    static func flaw(in text: String) -> CellFlaw? {
        guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return nil }
        switch first {
        case UInt8(ascii: "#"): return isError(text) ? error(text) : nil
        case UInt8(ascii: "E"): return isErrorNumber(text) ? error(text) : nil
        case 0x30...0x39: return isCutShort(text) ? cutShort(text) : nil
        default: return nil
        }
    }

    /// A question mark in what nobody writes one in; of titles, only where the file may have lost the character.
    static func lostCharacter(in text: String, _ field: ImportField, _ origin: CellOrigin) -> CellFlaw? {
        switch field {
        case .name where text.contains("？"): break
        case .name, .code, .personCode, .unit, .post, .rank, .team, .roster, .keeper, .organiser, .parent:
            guard text.utf8.contains(UInt8(ascii: "?")) else { return nil }
        case .title where origin == .narrowText:
            guard text.utf8.contains(UInt8(ascii: "?")) else { return nil }
            return CellFlaw(
                "“\(shown(text))”中的“?”可能是另存为文本时丢失的字，请改用xlsx或“CSV UTF-8”；确为问号的，请写作“？”",
                "The “?” in “\(shown(text))” may stand for a character that was lost: hand in xlsx or CSV UTF-8; or write “？” where it is meant"
            )
        default: return nil
        }
        return CellFlaw(
            "“\(shown(text))”中有问号，可能是另存为文本时丢失的字，请填原来的字，或改用xlsx、“CSV UTF-8”",
            "There is a question mark in “\(shown(text))”: perhaps a character that was lost. Type it, or hand in xlsx or CSV UTF-8"
        )
    }

    private static let errors: Set<String> = [
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#GETTING_DATA",
    ]

    private static func isError(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        return errors.contains(bare.uppercased()) || bare.count > 1 && bare.allSatisfy { $0 == "#" }
    }

    /// `Err:508`
    private static func isErrorNumber(_ text: String) -> Bool {
        let bare = text.filter { !$0.isWhitespace }
        return bare.hasPrefix("Err:") && bare.count == 7 && bare.dropFirst(4).allSatisfy(\.isNumber)
    }

    /// `6.40102E+17`
    private static func isCutShort(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "+")) else { return false }
        let bare = text.filter { !$0.isWhitespace }.uppercased()
        guard let sign = bare.firstIndex(of: "E"), let digits = Double(bare[..<sign]), digits < 10 else { return false }
        let power = bare[sign...].dropFirst()
        return power.first == "+" && power.count < 5 && Int(power).map { $0 > 0 } ?? false
    }

    private static func error(_ text: String) -> CellFlaw {
        CellFlaw(
            "单元格是错误值\(shown(text))，请改正公式或直接填写",
            "The cell holds the error \(shown(text)): mend the formula or type the value")
    }

    private static func cutShort(_ text: String) -> CellFlaw {
        CellFlaw(
            "“\(shown(text))”是被表格软件改成科学记数的数字，末尾已丢失，请把这一列设为文本后重新填写",
            "“\(shown(text))” is a number that the spreadsheet cut short: make the column text and type it again")
    }
}
