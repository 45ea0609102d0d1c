import Pages
import Records
import Storage
import Store
import Vocabulary

/// One line of a unit's roster.
struct EntryLine: Sendable, Hashable {
    var person = ""
    var event = 1

    var choice: String {
        get { String(event) }
        set { event = Int(newValue) ?? 0 }
    }
}

/// The registration of a unit (报名表).
struct Registration: Sendable, Hashable {
    var contest = ""
    var unit = ""
    var lines: [EntryLine] = []

    static let form = Form<Registration>(
        .init(
            Words("报名单位", "The unit"), .hidden(\.contest, "contest"),
            .unit(\.unit, "unit", Words("报名单位", "Unit"))),
        .init(
            Words("参赛人员", "The roster"),
            .rows(
                \.lines, "lines", Words("参赛人员", "The roster"),
                of: Form<EntryLine>(
                    .init(
                        Words("参赛人员", "The roster"),
                        .person(\.person, "person", Words("姓名或人员编号", "Name or number")),
                        .contestEvent(\.choice, none: nil))),
                blank: EntryLine(), most: 100)))
}

extension FormField {
    /// An event of the contest that the form names.
    static func contestEvent(
        _ path: any WritableKeyPath<Draft, String> & Sendable, none: Words?
    ) -> FormField {
        .option(
            path, "event", Words("赛项", "Event"),
            among: { typed, naming in
                guard let code = typed["contest"],
                    let contest = try naming.reading.one(DrillContest.self, code, for: .everybody)
                else { return [] }
                let all = none.map { [FormOption("0", $0)] } ?? []
                return all
                    + contest.scheme.events.enumerated().map { place, event in
                        FormOption(String(place + 1), Words(event.name, event.name))
                    }
            }, unknown: { Words("没有赛项“\($0)”", "There is no event “\($0)”") },
            named: { value, naming in
                value == "0" ? none.map { naming.say($0) } : naming.say(Words("赛项\(value)", "event \(value)"))
            })
    }
}

/// Enters a unit's people for a contest (报名).
struct EnterContest: RecordAct {
    static let right = Right.report
    static let words = Words("报名", "Entered")
    static let title = Words("比武报名", "Enter people")
    static let button = Words("报名", "Enter people")
    static let step = "enter"
    static let settles = true
    var record: String
    var unit: String
    var lines: [EntryLine]

    func unit(in reading: some Reading) throws -> String? { unit }

    static func notNow(
        _ contest: DrillContest, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard contest.stage == .announced else { return DrillProblem.notInStage(contest.stage) }
        guard let unit = reader.unit else { return nil }
        return try reading.isFor(contest, unit) || reading.isWithinReach(contest.unit, of: reader)
            ? nil : DrillProblem.notForUnit
    }

    func perform(on contest: DrillContest, in t: ActTransaction) throws -> DrillContest {
        try t.refuse(try Registration(contest: contest.code, unit: unit, lines: lines).problems(contest, in: t))
        for line in lines {
            try t.insert(
                ContestEntry(
                    code: try t.nextCode(.contestEntry), contest: contest.code, event: line.event, unit: unit,
                    person: line.person, entered: t.today, withdrawn: nil, draw: nil, marks: []))
        }
        return contest
    }
}

extension Reading {
    /// Whether a contest is for a unit: it is the organiser's or stands beneath it.
    func isFor(_ contest: DrillContest, _ unit: String) throws -> Bool {
        try isWithinReach(unit, of: Reader(account: "", rights: [.see], unit: contest.unit))
    }
}

extension Registration {
    /// What would be untrue, or more than the contest takes.
    func problems(_ contest: DrillContest, in t: some Reading, on today: Day? = nil) throws -> [DrillProblem] {
        guard try t.isFor(contest, unit) else { return [.notForUnit] }
        var problems: [DrillProblem] = []
        let standing = try t.entries(of: contest)
        var met = Set(standing.map { EntryLine(person: $0.person, event: $0.event) })
        for (row, line) in lines.enumerated() {
            guard contest.scheme.event(line.event) != nil else {
                problems.append(.noSuchEvent(row: row))
                continue
            }
            let name = try t.name(of: line.person)
            if !met.insert(line).inserted { problems.append(.enteredTwice(row: row, name)) }
            if contest.judges(of: line.event).contains(line.person) {
                problems.append(.entrantJudges(row: row, name))
            }
            let held = try t.appointment(of: line.person, on: contest.scheme.from, knownAt: nil)
            if held?.unit != unit { problems.append(.notOfUnit(row: row, name)) }
        }
        for (place, event) in contest.scheme.events.enumerated() {
            let count =
                standing.count { $0.unit == unit && $0.event == place + 1 } + lines.count { $0.event == place + 1 }
            if count > event.perUnit { problems.append(.overLimit(event.name, limit: event.perUnit, count)) }
        }
        return problems
    }
}

/// Takes somebody off the roster: before the draw their unit, after it whoever holds the contest (退赛).
struct WithdrawEntry: RecordAct {
    static let right = Right.report
    static let words = Words("退赛", "Withdrawn")
    static let title = Words("退赛", "Take off the roster")
    static let button = Words("退赛", "Withdraw")
    static let step = "withdraw"
    var record: String

    static func notNow(
        _ entry: ContestEntry, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if entry.withdrawn != nil { return DrillProblem.isWithdrawn }
        guard let contest = try reading.one(DrillContest.self, entry.contest, for: .everybody) else { return nil }
        switch contest.stage {
        case .announced: return nil
        case .drawn:
            return try reading.isWithinReach(contest.unit, of: reader) ? nil : DrillProblem.anothersContest
        default: return DrillProblem.notInStage(contest.stage)
        }
    }

    func perform(on entry: ContestEntry, in t: ActTransaction) throws -> ContestEntry {
        var entry = entry
        entry.withdrawn = t.today
        try t.update(entry)
        return entry
    }
}
