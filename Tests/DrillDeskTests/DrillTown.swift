import House
import Pages
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import DrillDesk

/// A county with an office, two bureaus and a township, on either engine: P1 to P4 in U2, P5 to P7 in U3, P8 and P9 in U4.
struct DrillTown {
    let database: Database

    init(_ engine: TestEngine) throws {
        database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县住建局", .department, in: "U1"),
            unit("U3", "县水务局", .department, in: "U1"), unit("U4", "柳湾镇", .township, in: "U1"),
        ]
        book.persons = (1...9).map {
            Person(code: "P\($0)", name: "干部\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U2", "U3", "U3", "U3", "U4", "U4"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "科员", rank: "一级科员", dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// An exam of U2 on 16 March.
    func exam() throws -> DrillExam {
        try database.perform(AnnounceExam(scheme: .sample()), by: .clerk, on: day("2026-03-01"))
    }

    static let lines = [
        ExamLine(person: "P1", unit: "U2", sitting: .sat, score: Score(90)),
        ExamLine(person: "P2", unit: "U2", sitting: .sat, score: Score(70)),
        ExamLine(person: "P3", unit: "U2", sitting: .official), ExamLine(person: "P4", unit: "U2", sitting: .absent),
    ]

    /// A contest of the county on 16 and 17 June with the judges P8 (of U4) and P7 (of U3), entered by U2 and U3.
    func contest(_ change: (inout ContestScheme) -> Void = { _ in }) throws -> DrillContest {
        let contest = try database.perform(
            AnnounceContest(scheme: .sample(change)), by: .office, on: day("2026-05-01"))
        try database.perform(
            EnterContest(
                record: contest.code, unit: "U2",
                lines: [EntryLine(person: "P1", event: 1), EntryLine(person: "P2", event: 1)]), by: .clerk,
            on: day("2026-05-20"))
        try database.perform(
            EnterContest(
                record: contest.code, unit: "U3",
                lines: [EntryLine(person: "P5", event: 1), EntryLine(person: "P5", event: 2)]), by: .neighbour,
            on: day("2026-05-21"))
        try database.perform(
            NameJudges(record: contest.code, judges: [ContestJudge(person: "P7"), ContestJudge(person: "P8")]),
            by: .office, on: day("2026-05-25"))
        return contest
    }

    func drawn() throws -> DrillContest {
        let contest = try contest()
        return try database.perform(DrawOrder(record: contest.code, seed: "7"), by: .office, on: day("2026-06-02"))
    }

    func entries(_ contest: DrillContest) throws -> [ContestEntry] { try database.read { try $0.entries(of: contest) } }

    /// Every mark that is due: P1 does best, then P5, then P2.
    func scored(_ contest: DrillContest) throws {
        let marks = ["P1": 95, "P2": 70, "P5": 88]
        for event in [1, 2] {
            let (entries, panel) = try database.read { reading in
                (try reading.entries(of: contest, event: event), try reading.panel(of: contest, event: event))
            }
            for judge in panel {
                let given = entries.filter { judge.mayJudge($0) }.map {
                    SheetLine(entry: $0.code, label: "", value: Score(marks[$0.person] ?? 0))
                }
                guard !given.isEmpty else { continue }
                try database.perform(
                    EnterMarks(contest: contest.code, event: event, judge: judge.person, marks: given), by: .office,
                    on: day("2026-06-17"))
            }
        }
        let theory = try entries(contest).filter { $0.event == 1 }.map {
            SheetLine(entry: $0.code, label: "", value: Score(80))
        }
        try database.perform(
            EnterParts(contest: contest.code, event: 1, sheet: PartSheet(theory: theory)), by: .office,
            on: day("2026-06-17"))
    }

    func published() throws -> DrillContest {
        let contest = try drawn()
        try scored(contest)
        return try database.perform(PublishResults(record: contest.code), by: .office, on: day("2026-06-18"))
    }

    /// What stands in the records: each live activity of a kind with who took part.
    func held(_ kind: ActivityKind) throws -> [[String]] {
        try database.read { reading in
            try reading.all(
                HeldDrill.self, for: .everybody,
                where: """
                    kind = \(kind.rawValue)
                    and not exists (select v.code from voidings v where v.activity = activities.code)
                    and not exists (select c.code from corrections c where c.activity = activities.code)
                    """, order: "from_day"
            ).map { activity in
                [activity.organiser]
                    + (try reading.liveParticipations(in: activity.code)).map { "\($0.person) \($0.role.rawValue)" }
                    .sorted()
            }
        }
    }

    func refused(_ act: some Act, by reader: Reader, on today: String) throws -> [String] {
        do {
            _ = try database.perform(act, by: reader, on: day(today))
            return []
        } catch let refused as Refused { return refused.problems.map { "\($0.field): \($0.words.zh)" } }
    }
}

extension Reader {
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let neighbour = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U3")
    static let township = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U4")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static func official(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }
}

extension ExamScheme {
    static func sample(_ change: (inout ExamScheme) -> Void = { _ in }) -> ExamScheme {
        var scheme = ExamScheme(
            unit: "U2", title: "县住建局2026年第一季度考试", year: 2026, quarter: .q1, day: sampleExam, heldAt: "考场",
            outline: ["招投标法", "办事指南"])
        change(&scheme)
        return scheme
    }
}

extension ExchangeReport {
    static func sample(_ change: (inout ExchangeReport) -> Void = { _ in }) -> ExchangeReport {
        var report = ExchangeReport(unit: "U2", title: "三月业务交流", theme: "施工许可", day: sampleExchange)
        (report.heldAt, report.leads, report.people) = ("会议室", ["P1"], ["P2", "P3"])
        change(&report)
        return report
    }
}

extension ContestScheme {
    static func sample(_ change: (inout ContestScheme) -> Void = { _ in }) -> ContestScheme {
        var scheme = ContestScheme(
            unit: "U1", title: "全县业务比武", year: 2026, from: day("2026-06-16"), to: day("2026-06-17"), heldAt: "党校")
        scheme.registerBy = day("2026-06-01")
        scheme.events = [
            ContestEvent(name: "情景处置", theoryShare: 30, perUnit: 2, firsts: 1, seconds: 1, thirds: 1),
            ContestEvent(name: "实操", theoryShare: 0, perUnit: 1, firsts: 1, seconds: 0, thirds: 0),
        ]
        change(&scheme)
        return scheme
    }
}

extension Ask {
    /// For looking at states without a server.
    static func of(_ reading: ReadTransaction, _ reader: Reader, on today: Day) -> Ask {
        Ask(
            context: PageContext(language: .zh, asOf: today, today: today, path: "/", query: Query(), town: ""),
            reader: reader, reading: reading, parts: [:])
    }
}

private let sampleExam = day("2026-03-16")
private let sampleExchange = day("2026-03-10")

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
