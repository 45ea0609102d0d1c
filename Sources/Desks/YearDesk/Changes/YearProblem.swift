import Store
import Vocabulary

/// Why something about a unit's year was not done.
enum YearProblem: Refusal {
    case noSuchSlot
    case isHeld
    case isChanged(SlotChange)
    case isUndone(Day)
    case notInYear(Int)
    case sameDay(Day)
    case inThePast(Day)
    case needsNoAnswer
    case isAnswered(SlotAnswer)
    case notReturned
    case ownWork
    case noReason

    var field: String {
        switch self {
        case .notInYear, .sameDay, .inThePast: "newDay"
        case .noReason: "remark"
        default: ""
        }
    }

    var words: Words {
        switch self {
        case .noSuchSlot:
            Words(
                "按现行方案，本单位全年安排中没有这一次，请回到全年安排重新选择",
                "The plan in force lays out no such slot: choose it again from the year")
        case .isHeld: Words("这一次已经开展，不需要免办或改期", "It was held already: there is nothing to skip or to move")
        case .isChanged(let change) where change.isInForce:
            Words(
                "这一次已经\(change.kind.words.zh)，请先撤销",
                "It was \(change.kind.words.en.lowercased()) already: undo that first")
        case .isChanged: Words("这一次已经申请免办，请先撤销", "It was asked already to skip it: undo that first")
        case .needsNoAnswer: Words("改期不需要批复", "What was moved needs no answer")
        case .isAnswered(let answer):
            Words("这件申请\(answer.words.zh)", "It was answered: \(answer.words.en.lowercased())")
        case .notReturned: Words("这件申请没有被退回", "It was not returned")
        case .ownWork:
            Words("不能批复自己或本单位的申请，请由其他人办理", "Nobody answers what they or their unit asked: somebody else does")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .isUndone(let day): Words("已于\(day.iso)撤销", "Undone on \(day.iso) already")
        case .notInYear(let year): Words("新的日期应在\(year)年内", "The new day must lie in \(year)")
        case .sameDay(let day): Words("与原定日期\(day.iso)相同", "It is due on \(day.iso) as it is")
        case .inThePast(let day):
            Words("\(day.iso)已经过去；已经开展的请直接填报", "\(day.iso) has passed: what was held is reported")
        }
    }
}

extension CodeSeries {
    static let slotChange = CodeSeries(rawValue: "NB")
}
