import PlanLanguage
import Spelling
public import Vocabulary

extension PlanRefused {
    /// What is the matter, and what to do, in one sentence or one for each finding.
    public func messages(in language: Language) -> [String] {
        let isChinese = language == .zh
        return switch self {
        case .nothingObliged:
            [isChinese ? "没有找到任何量化要求，未发布。" : "Not one quantified clause was found; nothing published."]
        case .answersUnusable(let findings): findings.map { FindingText.message($0, in: language) }
        case .lexiconUnusable(let reason):
            [isChinese ? "词表无法使用：\(reason)" : "The lexicon cannot be used: \(reason)"]
        case .noEdition: [isChinese ? "还没有方案，请先发布。" : "There is no plan yet: publish one first."]
        case .titleUnfit(let flaw): [flaw.message(of: isChinese ? "方案名称" : "the plan's title", in: language)]
        case .reasonUnfit(let flaw): [flaw.message(of: isChinese ? "不列入的理由" : "the reason", in: language)]
        case .amountOutside:
            [
                isChinese
                    ? "数量超出范围，应填\(Self.amounts.words(in: .zh))"
                    : "The figure is out of range: give \(Self.amounts.words(in: .en))"
            ]
        case .otherPlan(let day, let number):
            [
                isChinese
                    ? "\(day.iso)生效的是另一个方案（第\(number)版）；请选它生效之前的日期。"
                    : "On \(day.iso) another plan is in force (edition \(number)); choose a day before that."
            ]
        case .inForceOutside(let day, let usual, let meant):
            [
                isChinese
                    ? "生效日期\(day.iso)应在\(usual.lowerBound.iso)至\(usual.upperBound.iso)之间"
                        + (meant.map { "，是否为\($0.iso)？" } ?? "。")
                    : "In force from \(day.iso) is too far away; it may lie between \(usual.lowerBound.iso) and \(usual.upperBound.iso)"
                        + (meant.map { ". Was \($0.iso) meant?" } ?? ".")
            ]
        }
    }
}
