import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// How an exchange is held (交流形式).
enum ExchangeWay: String, Named, Stored {
    case discussion, demonstration, practice, scenario, emergency

    var words: Words {
        switch self {
        case .discussion: Words("讨论交流", "Discussion")
        case .demonstration: Words("示范演示", "Demonstration")
        case .practice: Words("实操训练", "Hands-on practice")
        case .scenario: Words("情景模拟", "Scenario")
        case .emergency: Words("应急演练", "Emergency exercise")
        }
    }
}

/// An exchange as it is reported.
struct ExchangeReport: Sendable, Hashable {
    var unit = ""
    var title = ""
    var theme = ""
    var way = ExchangeWay.discussion
    var day = Day.unset
    var halfHours = 4
    var heldAt = ""
    /// Whoever taught or showed something (传帮带).
    var leads: [String] = []
    /// Everybody else who was there.
    var people: [String] = []
    /// What was exchanged, as business: never who said what.
    var content = ""
    /// Of a correction.
    var reason = ""
}

/// An exchange of a unit on its business (业务技术讨论交流). The report is its record: by it the activity is counted.
struct DrillExchange: Noun {
    var code: String
    var report: ExchangeReport
    var recorded: Day
    var activity: String
    /// That the report was taken back: its activity is void.
    var takenBack: Day?

    var unit: String { report.unit }

    static let table = Table<DrillExchange>(
        "drill_exchanges",
        Column("code") { $0.code }, Column("unit") { $0.report.unit }, Column("title") { $0.report.title },
        Column("theme") { $0.report.theme }, Column("way") { $0.report.way }, Column("held_day") { $0.report.day },
        Column("half_hours") { $0.report.halfHours }, Column("held_at") { $0.report.heldAt },
        Column("content") { $0.report.content }, Column("recorded_day") { $0.recorded },
        Column("activity") { $0.activity }, Column("taken_back_day") { $0.takenBack },
        Column("reason") { $0.report.reason }
    ) { code, unit, title, theme, way, day, halfHours, heldAt, content, recorded, activity, takenBack, reason in
        DrillExchange(
            code: code,
            report: ExchangeReport(
                unit: unit, title: title, theme: theme, way: way, day: day, halfHours: halfHours, heldAt: heldAt,
                content: content, reason: reason), recorded: recorded, activity: activity, takenBack: takenBack)
    }
    static let lists = [
        NounList<DrillExchange>(
            \.report.leads, owner: "exchange", Table("drill_exchange_leads", Column("person") { $0 }, make: { $0 })),
        NounList(
            \.report.people, owner: "exchange", Table("drill_exchange_people", Column("person") { $0 }, make: { $0 })),
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "theme", "code"]
}

extension ExchangeReport {
    static let form = Form<ExchangeReport>(held, people)

    static let correction = Form<ExchangeReport>(
        .init(
            Words("更正原因", "Why it is corrected"),
            .longText(\.reason, "reason", Words("更正原因", "Why"), limit: 200, rows: 2)), held, people)

    private static let held = Form<ExchangeReport>.Section(
        Words("交流情况", "The exchange"), .unit(\.unit, "unit", Words("单位", "Unit")),
        .text(\.title, "title", Words("名称", "Title")),
        .text(
            \.theme, "theme", Words("交流主题", "Theme"), hint: Words("缺什么补什么：政策、业务或操作", "A policy, a business or a skill")),
        .choice(\.way, "way", Words("形式", "How")), .day(\.day, "day", Words("日期", "Day")),
        .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 24),
        .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name))

    private static let people = Form<ExchangeReport>.Section(
        Words("参加人员", "Who was there"),
        .persons(
            \.leads, "leads", Words("主讲、带教人员", "Who taught or showed"),
            hint: Words("业务骨干传帮带，可不填", "May be left out"), isRequired: false, most: 20, onlyWithinReach: true),
        .persons(\.people, "people", Words("参加人员", "Who took part"), most: 500, onlyWithinReach: true),
        .longText(
            \.content, "content", Words("交流内容", "What was exchanged"),
            hint: Words("写业务要点和下一步做法，不写个人表现", "The business, nothing about persons"), isRequired: false, limit: 1000))

    /// What would be untrue.
    func problems(on today: Day) -> [DrillProblem] {
        var problems: [DrillProblem] = []
        if day > today { problems.append(.dayToCome("day", day)) }
        if !Set(leads).isDisjoint(with: people) { problems.append(.leadTwice) }
        return problems
    }

    func remarks(recorded: Day, _ rules: DrillRules, _ calendar: WorkingCalendar) -> [Words] {
        let due = calendar.after(day, rules.exchangeDays)
        return recorded > due
            ? [
                Words(
                    "应在\(due.iso)前登记，迟了\(recorded - due)天",
                    "It was to be on record by \(due.iso); it is \(recorded - due) days late")
            ] : []
    }

    /// What the records hold of it.
    func activity(recorded: Day) -> ActivityDraft {
        let hours = Double(halfHours) / 2
        return ActivityDraft(
            kind: .exchange, title: title, organiser: unit, from: day, to: day, hours: hours,
            topics: [.businessKnowledge], reported: recorded,
            participants: leads.map { ParticipantDraft(person: $0, role: .speaker, hours: hours) }
                + people.map { ParticipantDraft(person: $0, hours: hours) })
    }
}

extension Ask {
    /// The month's exchange as the last one was held: same people, room and hours.
    func proposedExchange() throws -> ExchangeReport {
        let unit = query["unit"] ?? reader.unit ?? ""
        var report = ExchangeReport()
        report.unit = unit
        report.day = today
        guard !unit.isEmpty else { return report }
        let name = try naming.unitName(unit)
        report.title = "\(name)\(today.year)年\(today.month)月业务交流"
        let last = try all(
            DrillExchange.self, where: "unit = \(unit) and taken_back_day is null", order: "held_day desc", limit: 1
        ).first
        if let last = last?.report {
            (report.way, report.halfHours, report.heldAt) = (last.way, last.halfHours, last.heldAt)
            // Whoever has left in the meantime is asked about nowhere: they are simply not proposed.
            let there = Set(try reading.persons(at: unit, on: today, limit: 2000).persons.map(\.code))
            report.leads = last.leads.filter(there.contains)
            report.people = last.people.filter(there.contains)
        } else {
            report.people = try reading.persons(at: unit, on: today, limit: 60).persons.map(\.code)
        }
        return report
    }
}
