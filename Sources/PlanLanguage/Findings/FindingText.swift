public import Vocabulary

/// Sentences for findings about plans and bindings, in both languages. Only here are such sentences made.
public enum FindingText {
    public static func message(_ finding: Finding, in language: Language) -> String {
        let arguments = finding.arguments
        let first = arguments.first ?? ""
        let second = arguments.count > 1 ? arguments[1] : ""
        let zh = language == .zh
        switch finding.key {
        case "amountOpen":
            return zh
                ? "“\(first)”没有写明数量，不作为量化要求；需要考核时请在方案中写明。"
                : "“\(first)” gives no figure, so no obligation was made of it; write the figure into the plan if it is to be kept count of."
        case "open":
            return question(second, id: first, wording: arguments.count > 2 ? arguments[2] : "", zh)
        case "weekWindow":
            return zh
                ? "“\(first)”按周（日）计，台账的周期从月起；请确认每月应完成的数量。"
                : "“\(first)” counts by the week or day; the ledger's windows begin at a month. Say how many are due each month."
        case "impossibleDate":
            return zh
                ? "没有“\(first)”这一天，未作为期限。" : "There is no such day as “\(first)”; no deadline was made of it."
        case "numberTooLarge":
            return zh
                ? "“\(first)”过大，未作为量化要求。" : "“\(first)” is too large a number; no obligation was made of it."
        case "noObligations":
            return zh ? "全文没有找到量化要求。" : "No quantified clause was found in the whole text."
        case "bindingUnmatched":
            return zh
                ? "任务\(first)中没有（或不止一条）引文为“\(second)”的量化要求。"
                : "Task \(first) has no obligation, or more than one, quoted as “\(second)”."
        case "bindingUnknownActivity":
            return zh
                ? "没有名为“\(first)”的活动类型；请改用已有类型，或在词表中增加。"
                : "There is no activity kind “\(first)”; use one that exists or add it to the lexicon."
        case "bindingNoAlternative":
            return zh
                ? "“\(first)”不能与这条要求任选其一：只有次数、人数、时长、学时之间，或同一种期限之间可以任选，且同为下限或同为上限。"
                : "“\(first)” cannot be met instead of this figure: counts, head counts, durations and hours may stand side by side, and times of one kind, all of them limits or none."
        case "bindingUnknownPopulation":
            return zh
                ? "没有名为“\(first)”的对象范围；请改用已有范围，或在文件的populations中定义。"
                : "There is no population “\(first)”; use one that exists or define it under populations in the file."
        case "bindingOfNobody":
            return zh
                ? "“\(first)”是参加某一活动的人，随活动而变，不是一类固定的人员，无法逐人统计；请选一类干部，或不列入台账。"
                : "“\(first)” are whoever takes part in an activity, and not the same people twice: nobody can be counted by name. Choose a category, or set the clause aside."
        case "bindingBeyondLimit":
            let allowed = arguments.count > 2 ? arguments[2] : ""
            return zh
                ? "\(first)写的是\(second)，超出范围；应为\(allowed)。"
                : "\(first) is \(second), which is out of bounds; it may be \(allowed)."
        case PlanFile.leftOut: return leftOut(first, second, arguments.dropFirst(2), zh)
        default:
            return finding.key + (arguments.isEmpty ? "" : ": " + arguments.joined(separator: ", "))
        }
    }

    private static func question(_ kind: String, id: String, wording: String, _ zh: Bool) -> String {
        switch kind {
        case "activity":
            zh
                ? "第\(id)条尚不能计算：“\(wording)”指哪一类活动？"
                : "\(id) cannot be evaluated yet: which kind of activity is meant by “\(wording)”?"
        case "population":
            zh ? "第\(id)条尚不能计算：“\(wording)”的对象是谁？" : "\(id) cannot be evaluated yet: who is meant by “\(wording)”?"
        case "amount":
            zh ? "第\(id)条尚不能计算：“\(wording)”应为多少？" : "\(id) cannot be evaluated yet: how many are meant by “\(wording)”?"
        default:
            zh ? "第\(id)条尚不能计算：由哪个单位负责？" : "\(id) cannot be evaluated yet: which unit answers for it?"
        }
    }

    public static func message(_ fault: UnreadablePlan, in language: Language) -> String {
        let zh = language == .zh
        switch fault {
        case .document(let refused): return message(refused, in: language)
        case .empty: return zh ? "文件是空的。" : "The file is empty."
        case .tooLarge(let bytes, let limit):
            return zh ? "文件有\(bytes)字节，超过\(limit)字节的上限。" : "The file has \(bytes) bytes; the limit is \(limit)."
        case .binary(let line, let column):
            return zh
                ? "第\(line)行第\(column)列有控制字符，文件不是文本。"
                : "Line \(line), column \(column): a control character; the file is not a text."
        case .undecodable(let line, let column):
            return zh
                ? "从第\(line)行第\(column)列起，既不是UTF-8也不是GB18030。"
                : "From line \(line), column \(column) on it is neither UTF-8 nor GB18030."
        case .truncated(let line, let column):
            return zh
                ? "文件在第\(line)行第\(column)列的一个字中间断了。"
                : "The file ends inside a character, at line \(line), column \(column)."
        }
    }

    /// The line a finding is about, with carets beneath its stretch; wide characters take two columns.
    public static func excerpt(_ finding: Finding, of text: String) -> String {
        PlanExcerpts(of: text).excerpt(finding)
    }

    /// Columns that a scalar takes in a terminal.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        case 0x0300...0x036F, 0x200B...0x200F, 0xFEFF: 0
        default: 1
        }
    }
}
