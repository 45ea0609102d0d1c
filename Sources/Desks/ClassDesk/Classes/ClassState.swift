import Pages
import Storage
import Store
import Vocabulary

/// Where a class stands on a day, in one word.
enum ClassState: String, Stated {
    case toApprove, returned, toCallUp, preparing, running, toClose, closeOverdue, closed, cancelled

    var words: Words {
        switch self {
        case .toApprove: Words("待审批", "To be approved")
        case .returned: Words("退回修改", "Returned")
        case .toCallUp: Words("待下发通知", "To be called up")
        case .preparing: Words("筹备中", "In preparation")
        case .running: Words("进行中", "Running")
        case .toClose: Words("待结班", "To be closed")
        case .closeOverdue: Words("结班逾期", "Closing overdue")
        case .closed: Words("已结班", "Closed")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toApprove, .toCallUp, .toClose: .next
        case .returned: .behind
        case .preparing: .notYetDue
        case .running: .onCourse
        case .closeOverdue: .overdue
        case .closed: .met
        case .cancelled: .excused
        }
    }

    static let told: [ClassState] = [.toApprove, .toCallUp, .preparing, .running, .toClose, .closeOverdue]

    func condition(_ ask: Ask) throws -> SQL { condition(on: ask.today, closeWithin: try ask.classRules.closeWithin) }

    func condition(on today: Day, closeWithin: Int) -> SQL {
        let calledUp: SQL = "exists (select class from class_call_ups where class = training_classes.code)"
        let open: SQL = "stage = \(ClassStage.approved) and not \(TrainingClass.isClosed)"
        return switch self {
        case .toApprove: "stage = \(ClassStage.applied)"
        case .returned: "stage = \(ClassStage.returned)"
        case .cancelled: "stage = \(ClassStage.cancelled)"
        case .toCallUp: "\(open) and closing_day >= \(today) and not \(calledUp)"
        case .preparing: "\(open) and opening_day > \(today) and \(calledUp)"
        case .running: "\(open) and opening_day <= \(today) and closing_day >= \(today) and \(calledUp)"
        case .toClose: "\(open) and closing_day < \(today) and closing_day >= \(today - closeWithin)"
        case .closeOverdue: "\(open) and closing_day < \(today - closeWithin)"
        case .closed: "stage = \(ClassStage.approved) and \(TrainingClass.isClosed)"
        }
    }
}

extension TrainingClass {
    /// Closed, and not opened again.
    static let isClosed: SQL =
        "exists (select class from class_closings where class = training_classes.code and reopened_day is null)"
    /// Applied for or approved: what others are compared with.
    static let isWanted: SQL = "stage in (\(list: [ClassStage.applied.rawValue, ClassStage.approved.rawValue]))"

    func state(on today: Day, closeWithin: Int, isCalledUp: Bool, isClosed: Bool) -> ClassState {
        switch stage {
        case .applied: return .toApprove
        case .returned: return .returned
        case .cancelled: return .cancelled
        case .approved: break
        }
        if isClosed { return .closed }
        if scheme.closing < today { return scheme.closing + closeWithin < today ? .closeOverdue : .toClose }
        if !isCalledUp { return .toCallUp }
        return scheme.opening > today ? .preparing : .running
    }
}

extension ClassState {
    static func state(of found: TrainingClass, _ ask: Ask) throws -> ClassState {
        let standing = try ask.classesByRow()
        return found.state(
            on: ask.today, closeWithin: try ask.classRules.closeWithin,
            isCalledUp: standing.calledUp.contains(found.code),
            isClosed: standing.closed.contains(found.code))
    }

    /// To be decided, called up and closed by the office and the school; what a unit is to put right, it finds by itself.
    static let waits: [WaitingState<ClassState>] = [
        .init(.toApprove, DecideClass.self, of: .office, remark: days),
        .init(.toCallUp, IssueCallUp.self, of: .office, remark: days),
        .init(.closeOverdue, CloseClass.self, of: .office, remark: days),
    ]

    private static let days = { @Sendable (found: TrainingClass, ask: Ask) in
        HTML.group([
            .text(try ask.naming.unitName(found.scheme.organiser)), " ",
            .days(found.scheme.opening, found.scheme.closing),
        ])
    }
}

extension ClassProgress {
    var state: ClassState {
        found.state(on: today, closeWithin: rules.closeWithin, isCalledUp: callUp != nil, isClosed: isClosed)
    }
}

extension Ask {
    /// The rules as they are today, read once for a page.
    var classRules: ClassRules {
        get throws { try naming.once("class rules") { try reading.siteRules(ClassRules.self) } }
    }

    /// Which classes were called up and which are closed, looked up once for a list.
    func classesByRow() throws -> (calledUp: Set<String>, closed: Set<String>) {
        try naming.once("classes by row") {
            (
                calledUp: Set(try reading.keys(CallUp.self, for: reader, where: .always, order: "")),
                closed: Set(try reading.keys(ClassClosing.self, for: reader, where: "reopened_day is null", order: ""))
            )
        }
    }
}
