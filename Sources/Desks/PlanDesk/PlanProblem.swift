import Exchange
import PlanLanguage
import Plans
import Store
import Training
import Vocabulary

/// Why a plan is not taken, changed or published.
enum PlanProblem: Refusal {
    case nothingGiven, twoGiven, gone
    case unreadable(UnreadablePlan)
    case plan(PlanRefused)
    case isClosed(DraftStage)
    case noEdition
    case noSuchClause, noReason, noActivity, noPopulation, noAmount, noFigure
    case stillOpen(Question)

    var field: String {
        switch self {
        case .nothingGiven, .gone: "file"
        case .twoGiven: "text"
        case .unreadable: "file"
        case .plan(.inForceOutside), .plan(.otherPlan): "inForce"
        case .plan(.amountOutside): "amount"
        case .plan(.reasonUnfit), .noReason: "reason"
        case .noActivity: "activity"
        case .noPopulation: "population"
        case .noAmount, .stillOpen(.amount): "amount"
        case .noFigure: "value"
        case .stillOpen(.activity): "activity"
        case .stillOpen(.population): "population"
        case .stillOpen(.answerable): "answerable"
        case .plan, .isClosed, .noEdition, .noSuchClause: ""
        }
    }

    var words: Words {
        switch self {
        case .nothingGiven: Words("请选择文件，或粘贴方案全文", "Choose a file, or paste the text")
        case .twoGiven: Words("文件和粘贴的文字只能取其一", "Give a file or a text, not both")
        case .gone: Words("文件已不在，请重新选择", "The file is no longer there: choose it again")
        case .unreadable(let fault): Words(FindingText.message(fault, in: .zh), FindingText.message(fault, in: .en))
        case .plan(let refused):
            Words(refused.messages(in: .zh).joined(separator: "；"), refused.messages(in: .en).joined(separator: "; "))
        case .isClosed(let stage): Words("这份方案稿\(stage.words.zh)", "This draft is \(stage.words.en.lowercased())")
        case .noEdition: Words("还没有已发布的方案", "No plan has been published yet")
        case .noSuchClause: Words("方案中没有这一条", "There is no such clause in the plan")
        case .noReason: Words("请写明不列入的理由", "Say why it is left out")
        case .noActivity: Words("请选择活动类型", "Choose a kind of activity")
        case .noPopulation: Words("请选择适用对象", "Choose whom it is for")
        case .noAmount: Words("请填写数量", "Give the figure")
        case .noFigure: Words("请填写数量", "Give the figure")
        case .stillOpen(let question):
            Words(QuestionText.sentence(question, in: .zh), QuestionText.sentence(question, in: .en))
        }
    }
}

extension ActTransaction {
    /// What the act of another room refuses, told beside the fields of this desk.
    func telling<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let refused as PlanRefused {
            try refuse(PlanProblem.plan(refused))
        } catch let fault as UnreadablePlan {
            try refuse(PlanProblem.unreadable(fault))
        }
    }
}
