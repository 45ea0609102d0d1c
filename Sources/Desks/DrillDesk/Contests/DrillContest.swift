import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// An event of a contest (赛项). Its number is its place from 1.
struct ContestEvent: Sendable, Hashable {
    var name = ""
    var theoryShare = 30
    /// So many entrants of a unit at most.
    var perUnit = 2
    var firsts = 1
    var seconds = 2
    var thirds = 3
    /// So many people compete as one; 1: each by themselves.
    var teamSize = 1

    var isForTeams: Bool { teamSize > 1 }
}

/// A contest as it is announced, with the rules it is judged by.
struct ContestScheme: Sendable, Hashable {
    var unit = ""
    var title = ""
    var year = 0
    var from = Day.unset
    var to = Day.unset
    var heldAt = ""
    var halfHours = 12
    var registerBy = Day.unset
    var notice = ""
    var trimFrom = 5
    var tieRule = TieRule.practiceTime
    var firstPoints = 8
    var secondPoints = 4
    var thirdPoints = 2
    var events: [ContestEvent] = []

    func event(_ number: Int) -> ContestEvent? { events.indices.contains(number - 1) ? events[number - 1] : nil }

    func judging(_ event: ContestEvent) -> Judging {
        Judging(
            theoryShare: event.theoryShare, trimFrom: trimFrom, tieRule: tieRule,
            prizes: [event.firsts, event.seconds, event.thirds])
    }

    var points: [Int] { [firstPoints, secondPoints, thirdPoints] }
}

/// A judge, of one event or of all.
struct ContestJudge: Sendable, Hashable {
    var person = ""
    /// 0: of all.
    var event = 0

    /// As a form chooses it.
    var choice: String {
        get { String(event) }
        set { event = Int(newValue) ?? 0 }
    }
}

/// A contest of a unit's business or skills (业务比武), from its announcement to its award. Everybody may look at it.
struct DrillContest: Noun {
    var code: String
    var scheme: ContestScheme
    var announced: Day
    var stage: ContestStage
    var remark: String
    /// By which the order was drawn; published with it.
    var seed: String
    var drawn: Day?
    var published: Day?
    /// The last day of the public notice.
    var noticeUntil: Day?
    var decided: Day?
    var documentNumber: String
    var activity: String
    var judges: [ContestJudge]

    var unit: String { scheme.unit }

    static let table = Table<DrillContest>(
        "drill_contests",
        Column("code") { $0.code }, Column("unit") { $0.scheme.unit }, Column("title") { $0.scheme.title },
        Column("contest_year") { $0.scheme.year }, Column("from_day") { $0.scheme.from },
        Column("to_day") { $0.scheme.to }, Column("held_at") { $0.scheme.heldAt },
        Column("half_hours") { $0.scheme.halfHours }, Column("register_by") { $0.scheme.registerBy },
        Column("notice") { $0.scheme.notice }, Column("trim_from") { $0.scheme.trimFrom },
        Column("tie_rule") { $0.scheme.tieRule }, Column("first_points") { $0.scheme.firstPoints },
        Column("second_points") { $0.scheme.secondPoints }, Column("third_points") { $0.scheme.thirdPoints },
        Column("announced_day") { $0.announced }, Column("stage") { $0.stage }, Column("remark") { $0.remark },
        Column("seed") { $0.seed }, Column("drawn_day") { $0.drawn }, Column("published_day") { $0.published },
        Column("notice_until") { $0.noticeUntil }, Column("decided_day") { $0.decided },
        Column("doc_number") { $0.documentNumber }, Column("activity") { $0.activity }
    ) {
        code, unit, title, year, from, to, heldAt, halfHours, registerBy, notice, trimFrom, tieRule, first, second,
        third, announced, stage, remark, seed, drawn, published, noticeUntil, decided, documentNumber, activity in
        var scheme = ContestScheme(
            unit: unit, title: title, year: year, from: from, to: to, heldAt: heldAt, halfHours: halfHours)
        (scheme.registerBy, scheme.notice, scheme.trimFrom, scheme.tieRule) = (registerBy, notice, trimFrom, tieRule)
        (scheme.firstPoints, scheme.secondPoints, scheme.thirdPoints) = (first, second, third)
        return DrillContest(
            code: code, scheme: scheme, announced: announced, stage: stage, remark: remark, seed: seed, drawn: drawn,
            published: published, noticeUntil: noticeUntil, decided: decided, documentNumber: documentNumber,
            activity: activity, judges: [])
    }
    static let lists = [
        NounList<DrillContest>(
            \.scheme.events, owner: "contest",
            Table(
                "drill_contest_events", Column("event_name") { $0.name }, Column("theory_share") { $0.theoryShare },
                Column("per_unit") { $0.perUnit }, Column("firsts") { $0.firsts }, Column("seconds") { $0.seconds },
                Column("thirds") { $0.thirds }, Column("team_size") { $0.isForTeams ? $0.teamSize : nil }
            ) { name, theoryShare, perUnit, firsts, seconds, thirds, teamSize in
                ContestEvent(
                    name: name, theoryShare: theoryShare, perUnit: perUnit, firsts: firsts, seconds: seconds,
                    thirds: thirds, teamSize: teamSize ?? 1)
            }),
        NounList(
            \.judges, owner: "contest",
            Table(
                "drill_contest_judges", Column("person") { $0.person }, Column("event_number") { $0.event },
                make: ContestJudge.init)),
    ]
    static let reach = Reach.everybody
    static let searched = ["title", "code"]

    /// Who judges an event.
    func judges(of event: Int) -> [String] {
        var met: Set<String> = []
        return judges.filter { $0.event == 0 || $0.event == event }.map(\.person).filter { met.insert($0).inserted }
    }
}

/// How far a contest has come on paper.
enum ContestStage: String, Named, Stored {
    case announced, drawn, published, decided, cancelled

    var words: Words {
        switch self {
        case .announced: Words("报名", "Registering")
        case .drawn: Words("已抽签", "Drawn")
        case .published: Words("结果公示", "Results published")
        case .decided: Words("已表彰", "Awarded")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }
}

/// Somebody entered for an event by their unit, or a team of several (报名).
struct ContestEntry: Noun {
    var code: String
    var contest: String
    var event: Int
    var unit: String
    /// Of a team the one who stands first on the roster.
    var person: String
    var entered: Day
    /// That they do not compete after all.
    var withdrawn: Day?
    var draw: Int?
    var theory: Score?
    var time: Score?
    var marks: [JudgeMark]
    /// What the team is called, where its unit has several.
    var team = ""
    /// Who competes with them; empty: they compete by themselves.
    var members: [String] = []

    /// Everybody who competes by it.
    var people: [String] { [person] + members }

    static let table = Table<ContestEntry>(
        "drill_entries", Column("code") { $0.code }, Column("contest") { $0.contest },
        Column("event_number") { $0.event }, Column("unit") { $0.unit }, Column("person") { $0.person },
        Column("entered_day") { $0.entered }, Column("withdrawn_day") { $0.withdrawn },
        Column("draw_number") { $0.draw }, Column("theory") { $0.theory }, Column("time_taken") { $0.time },
        Column("team_name") { $0.team }
    ) { code, contest, event, unit, person, entered, withdrawn, draw, theory, time, team in
        ContestEntry(
            code: code, contest: contest, event: event, unit: unit, person: person, entered: entered,
            withdrawn: withdrawn, draw: draw, theory: theory, time: time, marks: [], team: team)
    }
    static let lists = [
        NounList<ContestEntry>(
            \.marks, owner: "entry",
            Table("drill_marks", Column("judge") { $0.judge }, Column("mark") { $0.mark }, make: JudgeMark.init)),
        NounList(
            \.members, owner: "entry", Table("drill_entry_members", Column("person") { $0 }, make: { $0 })),
    ]
    static let reach = Reach.unit("unit")

    /// Those by which somebody competes, alone or in a team.
    static func condition(of codes: [String]) -> SQL {
        """
        (person in (\(list: codes))
            or code in (select entry from drill_entry_members where person in (\(list: codes))))
        """
    }

    var contestant: Contestant {
        Contestant(entry: code, unit: unit, theory: theory, marks: marks.map(\.mark), time: time)
    }
}

/// What one judge gave.
struct JudgeMark: Sendable, Hashable {
    var judge: String
    var mark: Score
}

extension Reading {
    /// Those who compete, in the order drawn, or as they were entered.
    func entries(of contest: DrillContest, event: Int? = nil) throws -> [ContestEntry] {
        try all(
            ContestEntry.self, for: .everybody,
            where: """
                contest = \(contest.code) and withdrawn_day is null
                and \(event.map { "event_number = \($0)" } ?? SQL.always)
                """, order: "event_number, draw_number, code")
    }

    /// How many people compete, each once.
    func entrantCount(of contest: DrillContest) throws -> Int {
        let question: SQL = """
            select count(*) as people from (
                select person from drill_entries where contest = \(contest.code) and withdrawn_day is null
                union
                select m.person from drill_entry_members m join drill_entries e on e.code = m.entry
                where e.contest = \(contest.code) and e.withdrawn_day is null) as entrants
            """
        return try connection.first(question.text, question.values) { try $0.integer("people") } ?? 0
    }

    /// The unit of a judge on the first day of a contest; nil: they are of none.
    func unit(ofJudge judge: String, of contest: DrillContest) throws -> String? {
        try appointment(of: judge, on: contest.scheme.from, knownAt: nil)?.unit
    }

    /// Judges of an event, each with the unit for whose contestants they step aside (回避).
    func panel(of contest: DrillContest, event: Int) throws -> [PanelJudge] {
        try contest.judges(of: event).map { judge in
            PanelJudge(person: judge, unit: try unit(ofJudge: judge, of: contest))
        }
    }
}

struct PanelJudge: Hashable, Sendable {
    var person: String
    var unit: String?

    /// A judge steps aside for contestants of their own unit, and for themselves.
    func mayJudge(_ entry: ContestEntry) -> Bool { unit != entry.unit && !entry.people.contains(person) }
}

extension Naming {
    /// Who competes: `甲一`, and of a team `一队：甲一、甲三`.
    func entrant(_ entry: ContestEntry) throws -> String {
        let names = try entry.people.map(personName).joined(separator: "、")
        return entry.team.isEmpty ? names : "\(entry.team)：\(names)"
    }
}

extension ContestScheme {
    static let form = Form<ContestScheme>(
        .init(
            Words("比武安排", "The contest"), .unit(\.unit, "unit", Words("主办单位", "Held by")),
            .text(\.title, "title", Words("名称", "Title")),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .day(\.registerBy, "registerBy", Words("报名截止", "Registration until")),
            .day(\.from, "from", Words("开始日期", "First day")), .day(\.to, "to", Words("结束日期", "Last day")),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name),
            .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 248),
            .longText(
                \.notice, "notice", Words("赛项规程要点", "Rules in short"),
                hint: Words("参赛条件、赛程、器材、纪律；全文作为材料上传", "Whom it is for, its course, tools; the whole is a paper"),
                isRequired: false, limit: 1500)),
        .init(
            Words("赛项", "Events"),
            .rows(
                \.events, "events", Words("赛项", "Events"), of: ContestEvent.form, blank: ContestEvent(),
                hint: Words(
                    "一行一个赛项；各部分满分100分，理论占比以外为实操；个人赛每队填1，限报为每单位人数，团体赛为队数",
                    "One event a row; each part is out of 100; 1 a team: each competes alone; so many entrants or teams of a unit"
                ), most: 20)),
        .init(
            Words("评分和名次", "Scores and places"),
            .number(
                \.trimFrom, "trimFrom", Words("几名评委起去掉一个最高分、一个最低分", "Judges from whom on extremes are left out"),
                hint: Words("按每名选手实际打分的评委数；填0不去", "Of those who marked a contestant; 0: never"), in: 0...50),
            .choice(
                \.tieRule, "tieRule", Words("同分规则", "Equal totals"),
                hint: Words("赛前公布；仍然相同的并列", "Published before; what is equal then shares the place")),
            .number(\.firstPoints, "firstPoints", Words("一等奖团体分", "Points for a first prize"), in: 0...100),
            .number(\.secondPoints, "secondPoints", Words("二等奖团体分", "Points for a second prize"), in: 0...100),
            .number(\.thirdPoints, "thirdPoints", Words("三等奖团体分", "Points for a third prize"), in: 0...100)))

    var problems: [DrillProblem] {
        var problems: [DrillProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to - from >= 31 { problems.append(.tooLong) }
        if registerBy > from { problems.append(.registersAfterwards) }
        if from.year != year { problems.append(.notInYear(year)) }
        var met: Set<ReadText> = []
        for (row, event) in events.enumerated() where !met.insert(ReadText(event.name)).inserted {
            problems.append(.eventTwice(row: row))
        }
        return problems
    }

    func remarks(_ rules: DrillRules) -> [Words] {
        events.filter { $0.theoryShare > rules.theoryMost }.map {
            Words(
                "“\($0.name)”理论占\($0.theoryShare)%，规定不超过\(rules.theoryMost)%",
                "“\($0.name)”: theory counts for \($0.theoryShare)%, and should for \(rules.theoryMost)% at most")
        }
    }
}

extension ContestEvent {
    static let form = Form<ContestEvent>(
        .init(
            Words("赛项", "Event"), .text(\.name, "name", Words("赛项", "Event"), rule: .name),
            .number(\.theoryShare, "theory", Words("理论%", "Theory %"), in: 0...100),
            .number(\.teamSize, "team", Words("每队人数", "A team"), in: 1...20),
            .number(\.perUnit, "perUnit", Words("限报", "Per unit"), in: 1...200),
            .number(\.firsts, "firsts", Words("一等奖", "First"), in: 0...100),
            .number(\.seconds, "seconds", Words("二等奖", "Second"), in: 0...100),
            .number(\.thirds, "thirds", Words("三等奖", "Third"), in: 0...100)))
}
