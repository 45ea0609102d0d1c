import Pages
import Store
import Vocabulary

/// Where leave stands now, in one word.
enum LeaveState: String, Stated {
    case toTeacher, toSchool, toOffice, granted, away, notBack, returned, refused, withdrawn

    var words: Words {
        switch self {
        case .toTeacher: Words("待班主任审批", "Waits for the class teacher")
        case .toSchool: Words("待教务处审批", "Waits for the teaching office")
        case .toOffice: Words("待组织部审批", "Waits for the office")
        case .granted: Words("已准假", "Granted")
        case .away: Words("请假中", "Away")
        case .notBack: Words("超假未销假", "Not back in time")
        case .returned: Words("已销假", "Back")
        case .refused: Words("不准", "Refused")
        case .withdrawn: Words("已撤回", "Withdrawn")
        }
    }

    var mark: Mark {
        switch self {
        case .toTeacher, .toSchool, .toOffice: .next
        case .granted: .notYetDue
        case .away: .excused
        case .notBack: .overdue
        case .returned: .met
        case .refused, .withdrawn: .doesNotApply
        }
    }

    static let told: [LeaveState] = [.toTeacher, .toSchool, .toOffice, .away, .notBack]

    private var level: LeaveLevel? {
        switch self {
        case .toTeacher: .teacher
        case .toSchool: .school
        case .toOffice: .office
        default: nil
        }
    }

    func condition(_ ask: Ask) throws -> SQL {
        condition(on: ask.today, over: try ask.classRules.halvesOver(at: ask.clock))
    }

    /// `over`: the half-days of today after which the next has begun.
    func condition(on today: Day, over: [HalfDay]) -> SQL {
        // A list of none would be neither in nor out.
        let endedToday: SQL =
            over.isEmpty ? .never : "to_day = \(today) and to_half in (\(list: over.map(\.rawValue)))"
        let ended: SQL = "(to_day < \(today) or \(endedToday))"
        let open: SQL = "stage = \(LeaveStage.granted) and returned_day is null"
        return switch self {
        case .toTeacher, .toSchool, .toOffice: "stage = \(LeaveStage.filed) and awaits = \(level ?? .teacher)"
        case .granted: "\(open) and from_day > \(today)"
        case .away: "\(open) and from_day <= \(today) and not \(ended)"
        case .notBack: "\(open) and from_day <= \(today) and \(ended)"
        case .returned: "stage = \(LeaveStage.granted) and returned_day is not null"
        case .refused: "stage = \(LeaveStage.refused)"
        case .withdrawn: "stage = \(LeaveStage.withdrawn)"
        }
    }

    static func state(of leave: ClassLeave, _ ask: Ask) throws -> LeaveState {
        leave.state(on: ask.today, over: try ask.classRules.halvesOver(at: ask.clock))
    }
}

extension ClassRules {
    /// After which half-days of today the next has begun: whoever was to be back then is late.
    func halvesOver(at clock: ClockTime) -> [HalfDay] {
        var over: [HalfDay] = []
        if clock >= begins(.afternoon) { over.append(.morning) }
        if clock >= begins(.evening) { over.append(.afternoon) }
        return over
    }
}

extension ClassLeave {
    func state(on today: Day, over: [HalfDay]) -> LeaveState {
        switch stage {
        case .filed:
            switch awaits {
            case .teacher, nil: return .toTeacher
            case .school: return .toSchool
            case .office: return .toOffice
            }
        case .refused: return .refused
        case .withdrawn: return .withdrawn
        case .granted: break
        }
        if returned != nil { return .returned }
        if scheme.from > today { return .granted }
        let hasEnded = scheme.to < today || scheme.to == today && over.contains(scheme.toHalf)
        return hasEnded ? .notBack : .away
    }
}

extension ClassLeave {
    /// Leave that is the reader's to decide, and whoever is not back in time.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard EnterLeave.isAllowed(to: ask.reader), let base = try listing.base?(ask) else { return [] }
        let mine: [LeaveState] =
            LeaveLevel.office.isFor(ask.reader)
            ? [.toOffice] : LeaveLevel.school.isFor(ask.reader) ? [.toSchool, .toTeacher] : [.toTeacher]
        func some(_ state: LeaveState, _ act: Words, _ address: (ClassLeave) -> String) throws -> [Waiting] {
            try Waiting.some(
                Words("请假\(state.words.zh)", "Leave: \(state.words.en.lowercased())"), ClassLeave.self,
                where: "(\(try state.condition(ask))) and \(base)", order: "from_day", address: state.listAddress, ask
            ) { leave in
                .init(
                    try ask.personName(ofTrainee: leave.trainee), leave.address,
                    remark: .group([.words(leave.span), " ", .text(try ask.className(leave.trainingClass))]), act: act,
                    at: address(leave))
            }
        }
        return try mine.flatMap { try some($0, DecideLeave.button) { DecideLeave.address(of: $0) } }
            + some(.notBack, ReportReturn.button) { ReportReturn.address(of: $0) }
    }
}

extension Ask {
    func personName(ofTrainee code: String) throws -> String {
        let person = try naming.once("trainee \(code)") { try reading.one(Trainee.self, code, for: .everybody)?.person }
        return try person.map(naming.personName) ?? code
    }
}
