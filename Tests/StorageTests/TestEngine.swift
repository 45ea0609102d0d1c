import Foundation
import House
import Records
import TestEngines
import Vocabulary

@testable import Storage
@testable import Store

extension TestEngine {
    /// A fresh database whose clock stands still.
    func open() throws -> Database {
        let clock: @Sendable () -> String = { "2026-09-30T08:15:30.125Z" }
        return switch try emptyPlace() {
        case .directory(let directory): try Database.open(directory: directory, clock: clock)
        case .server(let address): try Database.open(server: address, schema: .xingzhi, clock: clock)
        }
    }

    /// A fresh database with one unit, one team, one person and one activity in it.
    func openSmall() throws -> Database {
        let database = try open()
        try database.write(by: "测试") { try $0.insert(.small) }
        return database
    }
}

func temporaryDirectory() -> String {
    FileManager.default.temporaryDirectory.appending(path: "xingzhi-storage-\(UUID().uuidString)").path
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}

extension RecordBook {
    static var small: RecordBook {
        let start = day("2024-01-01")
        var book = RecordBook()
        book.units = [
            OrgUnit(
                code: "D01", name: "水务局", kind: .department, parent: "Z00", span: DaySpan(from: start), recorded: start),
            OrgUnit(code: "Z00", name: "样例市", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start),
        ]
        book.persons = [Person(code: "P1", name: "甲", sex: .female, birthMonth: "1980-01", recorded: start)]
        book.teams = [
            Team(
                code: "D01-G", name: "水务局中心组", kind: .studyGroup, unit: "D01",
                dated: Dated(from: start, recorded: start))
        ]
        book.activities = [.study("A2026-000041")]
        book.participations = [.part("R2026-000100", in: "A2026-000041")]
        return book
    }
}

extension Activity {
    static func study(_ code: String, title: String = "集中学习") -> Activity {
        Activity(
            code: code, kind: .collectiveStudy, title: title, organiser: "D01", team: "D01-G", from: day("2026-08-21"),
            to: day("2026-08-21"), hours: 2.5, topics: [.theory, .lifelines], audience: [.cityManaged],
            filed: day("2026-08-01"), reported: day("2026-08-22"),
            attachments: [Attachment("方案", on: day("2026-08-01")), Attachment("报告", on: day("2026-08-22"))],
            recorded: day("2026-08-24"))
    }
}

extension Participation {
    static func part(_ code: String, in activity: String) -> Participation {
        Participation(
            code: code, activity: activity, person: "P1", role: .keynote, hours: 2.5, completed: true,
            recorded: day("2026-08-24"))
    }
}
