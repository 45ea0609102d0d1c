import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Training
import Vocabulary

/// A county with a study group, three people and a closed office, in a database of its own.
struct SmallTown {
    let database: Database
    static let today = day("2026-09-30")

    init() throws {
        database = try TestEngine.current.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        book.units = [
            OrgUnit(code: "city", name: "样例市", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start),
            OrgUnit(
                code: "yunling", name: "云岭县", kind: .county, parent: "city", span: DaySpan(from: start),
                recorded: start),
            OrgUnit(
                code: "oldOffice", name: "旧办公室", kind: .department, parent: "city",
                span: DaySpan(from: start, until: day("2025-12-31")), recorded: start),
        ]
        book.persons = ["p1", "p2", "p3"].map {
            Person(code: $0, name: "甲\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.teams = [
            Team(
                code: "group", name: "云岭县委理论学习中心组", kind: .studyGroup, unit: "yunling",
                dated: Dated(from: start, recorded: start))
        ]
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// A study session of the group, as its clerk fills it in.
    func draft(_ change: (inout ActivityDraft) -> Void = { _ in }) -> ActivityDraft {
        var draft = ActivityDraft(
            kind: .collectiveStudy, title: "第三季度专题学习", organiser: "yunling", team: "group", from: day("2026-08-21"),
            to: day("2026-08-21"), hours: 3, topics: [.theory],
            participants: [
                ParticipantDraft(person: "p1", role: .keynote, hours: 3), ParticipantDraft(person: "p2", hours: 3),
            ])
        change(&draft)
        return draft
    }

    func report(_ change: (inout ActivityDraft) -> Void = { _ in }) throws -> ReportedActivityCode {
        try database.perform(ReportActivity(draft(change)), by: .localOperator(named: "李文员"), on: Self.today).activity
            .code
    }

    var book: RecordBook { get throws { try database.read { try $0.recordBook() } } }
}

typealias ReportedActivityCode = String

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
