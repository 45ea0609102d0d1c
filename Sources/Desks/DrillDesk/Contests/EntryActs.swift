import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// One line of a unit's roster.
struct EntryLine: Sendable, Hashable {
    var person = ""
    var event = 1
    /// Of an event for teams: whom they compete with; those of one name are one team.
    var team = ""

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
                        .contestEvent(\.choice, none: nil),
                        .text(
                            \.team, "team", Words("队名", "Team"), isRequired: false, rule: .name))),
                blank: EntryLine(),
                hint: Words(
                    "个人赛不填队名；团体赛同一队名为一队", "No team where each competes alone; else those of one name are a team"),
                most: 100)))
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
        for team in Registration(contest: contest.code, unit: unit, lines: lines).teams(contest) {
            guard let first = team.first else { continue }
            var entry = ContestEntry(
                code: try t.nextCode(.contestEntry), contest: contest.code, event: first.event, unit: unit,
                person: first.person, entered: t.today, withdrawn: nil, draw: nil, marks: [])
            (entry.team, entry.members) = (first.team, team.dropFirst().map(\.person))
            try t.insert(entry)
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
        var met = Set(standing.flatMap { entry in entry.people.map { EntryLine(person: $0, event: entry.event) } })
        for (row, line) in lines.enumerated() {
            guard let event = contest.scheme.event(line.event) else {
                problems.append(.noSuchEvent(row: row))
                continue
            }
            let name = try t.name(of: line.person)
            if !event.isForTeams, !line.team.isEmpty { problems.append(.noTeams(row: row, event.name)) }
            if !met.insert(EntryLine(person: line.person, event: line.event)).inserted {
                problems.append(.enteredTwice(row: row, name))
            }
            if contest.judges(of: line.event).contains(line.person) {
                problems.append(.entrantJudges(row: row, name))
            }
            let held = try t.appointment(of: line.person, on: contest.scheme.from, knownAt: nil)
            if held?.unit != unit { problems.append(.notOfUnit(row: row, name)) }
        }
        let teams = teams(contest)
        for (place, event) in contest.scheme.events.enumerated() {
            let (own, new) = (
                standing.filter { $0.unit == unit && $0.event == place + 1 },
                teams.filter { $0.first?.event == place + 1 }
            )
            let count = own.count + new.count
            if count > event.perUnit {
                problems.append(
                    event.isForTeams
                        ? .overTeams(event.name, limit: event.perUnit, count)
                        : .overLimit(event.name, limit: event.perUnit, count))
            }
            guard event.isForTeams else { continue }
            for team in new {
                let called = team.first?.team ?? ""
                if team.count > event.teamSize {
                    problems.append(.teamTooLarge(event.name, called, most: event.teamSize, team.count))
                }
                if own.contains(where: { $0.team == called }) { problems.append(.teamStands(event.name, called)) }
            }
        }
        return problems
    }

    /// Who competes together, in the order in which they stand: each by themselves, or those of one team's name.
    func teams(_ contest: DrillContest) -> [[EntryLine]] {
        var teams: [[EntryLine]] = []
        for line in lines {
            let isForTeams = contest.scheme.event(line.event)?.isForTeams ?? false
            let place = teams.firstIndex { isForTeams && $0[0].event == line.event && $0[0].team == line.team }
            if let place { teams[place].append(line) } else { teams.append([line]) }
        }
        return teams
    }

    /// Teams that are fewer than the event asks for: shown, since somebody may still fall ill.
    func remarks(_ contest: DrillContest) -> [Words] {
        teams(contest).compactMap { team in
            guard let first = team.first, let event = contest.scheme.event(first.event), event.isForTeams,
                team.count < event.teamSize
            else { return nil }
            let called = first.team.isEmpty ? Words("这一队", "the team") : Words("“\(first.team)”", "“\(first.team)”")
            return Words(
                "“\(event.name)”每队\(event.teamSize)人，\(called.zh)只有\(team.count)人",
                "“\(event.name)” is for teams of \(event.teamSize); \(called.en) has \(team.count)")
        }
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
