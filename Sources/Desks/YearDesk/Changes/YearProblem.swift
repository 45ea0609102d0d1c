import Store
import Vocabulary

/// Why something about a unit's year was not done.
enum YearProblem: Refusal {
    case noSuchSlot
    case isHeld
    case isChanged(SlotChangeKind)
    case isUndone(Day)
    case notInYear(Int)
    case sameDay(Day)
    case inThePast(Day)

    var field: String {
        switch self {
        case .notInYear, .sameDay, .inThePast: "newDay"
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
        case .isChanged(let kind):
            Words("这一次已经\(kind.words.zh)，请先撤销", "It was \(kind.words.en.lowercased()) already: undo that first")
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
