import Foundation
import House
import Pages
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import ClassDesk

/// A county with two offices and seven people, on either engine.
struct ClassTown {
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
            unit("U3", "柳湾镇", .township, in: "U1"), unit("U4", "柳湾镇财政所", .institution, in: "U3"),
        ]
        book.persons = (1...7).map {
            Person(code: "P\($0)", name: "学员\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U2", "U3", "U4", "U1"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "科员", rank: "一级科员", dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    static let applied = day("2026-09-01")

    /// A class of five days that was approved and called up: two seats for the one office, one for the township.
    func calledUp(
        _ change: (inout ClassScheme) -> Void = { _ in }, quotas: [ClassQuota]? = nil
    ) throws -> TrainingClass {
        let made = try database.perform(ApplyForClass(scheme: .sample(change)), by: .clerk, on: Self.applied)
        try database.perform(
            DecideClass(record: made.code, isApproved: true, remark: ""), by: .office, on: day("2026-09-03"))
        return try database.perform(
            IssueCallUp(
                record: made.code,
                notice: CallUpNotice(
                    number: "县组通〔2026〕8号", deadline: day("2026-10-08"), contact: "李文 6012345", notes: "",
                    quotas: quotas ?? [ClassQuota(unit: "U2", seats: 2), ClassQuota(unit: "U3", seats: 1)])),
            by: .office, on: day("2026-09-10"))
    }

    func trainees(of made: TrainingClass) throws -> [Trainee] {
        try database.read {
            try $0.all(Trainee.self, for: .everybody, where: "class = \(made.code)", order: "code")
        }
    }

    func trainee(_ person: String, of made: TrainingClass) throws -> Trainee {
        guard let found = try trainees(of: made).first(where: { $0.person == person }) else { throw NoTrainee() }
        return found
    }

    struct NoTrainee: Error {}

    func name(_ people: String..., for made: TrainingClass, by reader: Reader = .clerk) throws {
        try database.perform(Nominate(record: made.code, people: people), by: reader, on: day("2026-09-20"))
    }

    /// Everybody who is named is accepted and arrives.
    func arrive(at made: TrainingClass) throws {
        for trainee in try trainees(of: made) where trainee.stage == .nominated {
            try database.perform(AcceptTrainee(trainee: trainee.code), by: .office, on: day("2026-10-09"))
            try database.perform(NoteArrival(trainee: trainee.code), by: .teacher, on: made.scheme.registration)
        }
    }

    /// Two half-days of seven hours on the first day, one of four on the second.
    func planned(_ made: TrainingClass) throws {
        let first = made.scheme.opening
        let sessions = [
            ClassSession(day: first, half: .morning, course: "形势与任务", trainer: "甲教授", room: "301", halfHours: 8),
            ClassSession(day: first, half: .afternoon, course: "分组研讨", way: .discussion, room: "301", halfHours: 6),
            ClassSession(day: first + 1, half: .morning, course: "实务操作", trainer: "甲教授", room: "301", halfHours: 8),
        ]
        try database.perform(
            KeepTimetable(record: made.code, sheet: TimetableSheet(sessions: sessions)), by: .teacher,
            on: made.scheme.registration)
    }

    func call(
        _ made: TrainingClass, _ place: ClassHalf, _ marks: [String: RollMark.Mark] = [:],
        at clock: ClockTime = .dayOver
    ) throws {
        try database.perform(
            CallRoll(code: made.code, place: place, marks: marks, clock: clock), by: .teacher, on: place.day)
    }

    func correct(
        _ made: TrainingClass, _ place: ClassHalf, _ marks: [String: RollMark.Mark] = [:],
        because reason: String = "点名有误"
    ) throws {
        try database.perform(
            CorrectRoll(code: made.code, place: place, marks: marks, reason: reason), by: .teacher, on: place.day)
    }

    /// What a page would ask, as the school.
    func asking<Value>(on today: Day = ClassTown.applied, _ body: (Ask) throws -> Value) throws -> Value {
        let context = PageContext(
            language: .zh, asOf: today, today: today, path: "/classes", query: Query(), town: "河畔县")
        return try database.read { try body(Ask(context: context, reader: .teacher, reading: $0, parts: [:])) }
    }

    static let closing = day("2026-10-20")

    /// Without papers, which are files.
    func close(_ made: TrainingClass) throws {
        var rules = ClassRules()
        rules.papers = .notAsked
        try database.perform(SetClassRules(rules: rules), by: .office, on: Self.closing)
        try database.perform(
            CloseClass(record: made.code, outcome: ClassOutcome(summary: "按计划完成")), by: .teacher,
            on: Self.closing)
    }
}

extension Reader {
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static let teacher = Reader(account: "县委党校", rights: [.see, .teach])
}

extension ClassScheme {
    static func sample(_ change: (inout ClassScheme) -> Void = { _ in }) -> ClassScheme {
        var scheme = ClassScheme()
        scheme.title = "城市更新专题班"
        scheme.organiser = "U2"
        scheme.institution = "县委党校"
        scheme.heads = 3
        (scheme.registration, scheme.opening, scheme.closing) = (
            day("2026-10-11"), day("2026-10-12"), day("2026-10-16")
        )
        scheme.hours = 11
        scheme.teacher = "P1"
        scheme.parts = [
            ClassPart(from: day("2026-10-12"), to: day("2026-10-16"), place: "县委党校", institution: "", way: .classroom)
        ]
        scheme.budget = [ClassCost(item: .lodging, amount: Money(fen: 300_000))]
        change(&scheme)
        return scheme
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}

/// What an act was refused with.
func refusal(_ body: () throws -> Void) -> [ClassProblem] {
    do { try body() } catch let refused as Refused { return refused.problems.compactMap { $0 as? ClassProblem } } catch
    {
        return []
    }
    return []
}
