import Pages
import Store
import Vocabulary

/// Where a line stands on a day, in one word.
enum LineState: String, Stated {
    case draft, returned, filed, included, adjusted, overdue, held, notHeld, merged, cancelled

    var words: Words {
        switch self {
        case .draft: Words("草稿", "Draft")
        case .returned: Words("退回修改", "Returned")
        case .filed: Words("已报待审", "Filed, to be decided")
        case .included: Words("列入", "Included")
        case .adjusted: Words("已调整", "Adjusted")
        case .overdue: Words("到期未办", "Time is over")
        case .held: Words("已办", "Held")
        case .notHeld: Words("未办", "Not held")
        case .merged: Words("已合并", "Merged")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .draft, .filed: .next
        case .returned: .behind
        case .included, .adjusted: .onCourse
        case .overdue: .overdue
        case .held: .met
        case .notHeld, .merged, .cancelled: .excused
        }
    }

    static let told: [LineState] = [.draft, .returned, .filed, .included, .adjusted, .overdue, .held, .notHeld]

    func condition(_ ask: Ask) throws -> SQL { condition(on: ask.today) }

    func condition(on today: Day) -> SQL {
        let (isHeld, isOver) = (ProgrammeLine.isHeld, ProgrammeLine.isOver(on: today))
        let open: SQL = "stage = \(LineStage.included) and not \(isHeld)"
        return switch self {
        case .draft: "stage = \(LineStage.draft)"
        case .returned: "stage = \(LineStage.returned)"
        case .filed: "stage = \(LineStage.filed)"
        case .included: "\(open) and not \(isOver) and adjusted_day is null"
        case .adjusted: "\(open) and not \(isOver) and adjusted_day is not null"
        case .overdue: "\(open) and \(isOver)"
        case .held: "stage = \(LineStage.included) and \(isHeld)"
        case .notHeld: "stage = \(LineStage.notHeld)"
        case .merged: "stage = \(LineStage.merged)"
        case .cancelled: "stage = \(LineStage.cancelled)"
        }
    }

    static func state(of line: ProgrammeLine, _ ask: Ask) throws -> LineState {
        line.state(on: ask.today, closed: try ask.heldLines().contains(line.code) ? line.scheme.runs : 0)
    }

    static let waits: [WaitingState<LineState>] = [
        .init(.filed, DecideLine.self, of: .office) { line, ask in .text(try ask.naming.unitName(line.scheme.organiser))
        },
        .init(.returned, ChangeLine.self, of: .unit, isReturned: true) { line, _ in .text(line.remark) },
        .init(.draft, ConfirmLine.self, of: .unit) { line, _ in .words(line.scheme.time.words) },
    ]
}

extension ProgrammeLine {
    /// What the programme of a year consists of, whether or not it was held.
    static let isInProgramme: SQL =
        "stage in (\(list: [LineStage.included.rawValue, LineStage.notHeld.rawValue]))"

    /// Every run was held and closed.
    static let isHeld: SQL = """
        (select count(*) from training_classes where training_classes.line = programme_lines.code
            and training_classes.stage = \(ClassStage.approved) and \(TrainingClass.isClosed)) >= runs
        """

    /// Its time lies before the day.
    static func isOver(on today: Day) -> SQL {
        let (year, month, day) = today.civil
        let passed = (day > 10 ? [MonthPart.early] : []) + (day > 20 ? [MonthPart.middle] : [])
        let thisMonth: SQL = passed.isEmpty ? .never : "month = \(month) and part in (\(list: passed))"
        return """
            (programme < \(String(year)) or programme = \(String(year)) and (month < \(month) or \(thisMonth)))
            """
    }

    var last: Day { scheme.time.last(in: scheme.year) }

    func state(on today: Day, closed: Int) -> LineState {
        switch stage {
        case .draft: return .draft
        case .filed: return .filed
        case .returned: return .returned
        case .merged: return .merged
        case .cancelled: return .cancelled
        case .notHeld: return .notHeld
        case .included: break
        }
        if closed >= scheme.runs { return .held }
        if last < today { return .overdue }
        return adjusted == nil ? .included : .adjusted
    }
}

extension Reading {
    /// Classes of a line that were applied for or approved, whether or not they are closed.
    func wantedClasses(ofLine code: String) throws -> Int {
        try count(TrainingClass.self, for: .everybody, where: "line = \(code) and \(TrainingClass.isWanted)")
    }

    func closedClasses(ofLine code: String) throws -> Int {
        try count(
            TrainingClass.self, for: .everybody,
            where: "line = \(code) and stage = \(ClassStage.approved) and \(TrainingClass.isClosed)")
    }
}

extension Ask {
    /// Lines of which every run is closed, looked up once for a list.
    func heldLines() throws -> Set<String> {
        try naming.once("held lines") {
            Set(
                try reading.keys(
                    ProgrammeLine.self, for: reader, where: LineState.held.condition(on: today), order: ""))
        }
    }
}
