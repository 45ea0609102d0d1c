import Pages
import Records
import Storage
import Store
import Vocabulary

/// Asks for leave from a class that one attends (申请请假).
struct AskForLeave: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("申请请假", "Leave asked for")
    var trainingClass: String
    var scheme: LeaveScheme
    var clock = ClockTime(seconds: 0)

    func perform(in t: ActTransaction) throws -> ClassLeave {
        guard let person = t.reader.person, let trainee = try t.trainee(of: person, in: trainingClass) else {
            try t.refuse(ClassProblem.unknown(trainingClass))
        }
        if scheme.isPast(on: t.today, at: clock, try t.siteRules(ClassRules.self)) { try t.refuse(LeaveProblem.isPast) }
        return try t.file(scheme, of: trainee)
    }
}

/// Enters leave that somebody asked for by word of mouth or on paper (代为登记请假).
struct EnterLeave: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记请假", "Leave entered")
    var trainingClass: String
    var person: String
    var scheme: LeaveScheme

    func perform(in t: ActTransaction) throws -> ClassLeave {
        try t.requireKeeper(of: trainingClass, with: Self.right)
        guard let trainee = try t.trainee(of: person, in: trainingClass) else {
            try t.refuse(LeaveProblem.notInClass(try t.person(code: person)?.name ?? person))
        }
        return try t.file(scheme, of: trainee)
    }
}

extension LeaveScheme {
    /// Whether it begins with a half-day after which the next has begun: what is over the class teacher enters.
    func isPast(on today: Day, at clock: ClockTime, _ rules: ClassRules) -> Bool {
        from < today || from == today && rules.halvesOver(at: clock).contains(fromHalf)
    }
}

extension ActTransaction {
    fileprivate func file(_ scheme: LeaveScheme, of trainee: Trainee) throws -> ClassLeave {
        let found = try openClass(trainee.trainingClass)
        try refuse(try leaveProblems(scheme, of: trainee, in: found))
        let halves = try leaveHalves(scheme, in: found.code)
        let leave = ClassLeave(
            code: try nextCode(.classLeave), trainingClass: found.code, organiser: found.scheme.organiser,
            trainee: trainee.code, scheme: scheme, halfDays: halves.count,
            halfHours: halves.reduce(0) { $0 + $1.halfHours }, filed: today, stage: .filed, awaits: .teacher)
        try insert(leave)
        return leave
    }
}

extension Reading {
    /// The half-days of the timetable that leave costs.
    func leaveHalves(
        _ scheme: LeaveScheme, in trainingClass: String
    ) throws -> [(place: ClassHalf, halfHours: Int)] {
        (try one(Timetable.self, trainingClass, for: .everybody)?.halves ?? []).filter { scheme.covers($0.place) }
    }

    /// What would be untrue of leave.
    func leaveProblems(
        _ scheme: LeaveScheme, of trainee: Trainee, in found: TrainingClass
    ) throws -> [LeaveProblem] {
        guard [.accepted, .arrived].contains(trainee.stage) else { return [.notOnRoster] }
        guard scheme.first <= scheme.last else { return [.endsBeforeItBegins] }
        guard scheme.from >= found.scheme.registration, scheme.to <= found.scheme.closing else {
            return [.outsideClass(found.scheme.registration, found.scheme.closing)]
        }
        if try leaveHalves(scheme, in: found.code).isEmpty { return [.noSessions] }
        let others = try all(
            ClassLeave.self, for: .everybody,
            where: """
                trainee = \(trainee.code) and stage in (\(list: LeaveStage.open.map(\.rawValue)))
                and from_day <= \(scheme.to) and to_day >= \(scheme.from)
                """, order: "from_day")
        let twice = others.first { $0.scheme.first <= scheme.last && scheme.first <= $0.scheme.last }
        return twice.map { [.twice($0.code)] } ?? []
    }

    /// The leave that was granted in a class, by trainee.
    func leaveGranted(in trainingClass: String) throws -> [String: [ClassLeave]] {
        let all = try all(
            ClassLeave.self, for: .everybody, where: "class = \(trainingClass) and stage = \(LeaveStage.granted)",
            order: "from_day")
        return Dictionary(grouping: all, by: \.trainee)
    }
}

/// Why leave is not taken, decided or ended.
enum LeaveProblem: Refusal {
    case endsBeforeItBegins, noSessions, outsideClass(Day, Day), isPast, notOnRoster, notInClass(String), twice(String)
    case decided(LeaveStage), notYours(LeaveLevel), noReason, notGranted, hasReturned(Day), notBegun(Day), nobodys,
        ownLeave

    var field: String {
        switch self {
        case .endsBeforeItBegins: "to"
        case .noSessions, .isPast, .twice, .outsideClass: "from"
        case .notInClass: "person"
        case .noReason: "remark"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .noSessions, .twice, .outsideClass: ["from", "to"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .endsBeforeItBegins: Words("结束早于开始", "It ends before it begins")
        case .noSessions: Words("这段时间课程表上没有课，不用请假", "There is nothing on the timetable then")
        case .outsideClass(let first, let last):
            Words("班次自\(first.iso)至\(last.iso)，请在这期间请假", "The class lasts from \(first.iso) to \(last.iso)")
        case .isPast: Words("开始时间已过，请由班主任登记", "It lies in the past: the class teacher enters it")
        case .notOnRoster: Words("不在这个班的学员中", "Not among the class's trainees")
        case .notInClass(let name): Words("\(name)不在这个班的名册上", "\(name) is not on the class's roster")
        case .twice(let code): Words("这段时间已有请假单\(code)", "There is leave \(code) for these half-days already")
        case .decided(let stage): Words("不用审批：\(stage.words.zh)", "Nothing to decide: \(stage.words.en.lowercased())")
        case .notYours(let level): Words("现由\(level.words.zh)审批", "It waits for the \(level.words.en.lowercased())")
        case .noReason: Words("不准的，请写明理由", "Where it is refused, say why")
        case .notGranted: Words("还没有准假", "It was not granted")
        case .hasReturned(let day): Words("已于\(day.iso)销假", "The return was reported on \(day.iso)")
        case .notBegun(let day): Words("\(day.iso)才开始", "It begins on \(day.iso)")
        case .nobodys: Words("不是您的请假单", "This leave is not yours")
        case .ownLeave: Words("本人的请假由他人审批", "Somebody else decides on your own leave")
        }
    }
}
