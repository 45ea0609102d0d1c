import House
import Pages
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import BranchDesk

/// A county with two branches, on either engine: B1 of the office for housing with a secretary, two members and a leading
/// official, and B2 of the town, which is the contact point of that official.
struct BranchTown {
    let database: Database

    init(_ engine: TestEngine) throws {
        database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?, from: Day = start) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: from), recorded: from)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县住建局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"), unit("B1", "县住建局第一党支部", .branch, in: "U2"),
            unit("B2", "柳湾镇第一党支部", .branch, in: "U3"),
            unit("B4", "县住建局第三党支部", .branch, in: "U2"),
            unit("B3", "县住建局第二党支部", .branch, in: "U2", from: day("2026-05-01")),
        ]
        book.persons = (1...6).map {
            Person(code: "P\($0)", name: "成员\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U2", "U3", "U3"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "干部", rank: "一级科员", dated: always)
        }
        func team(_ code: String, _ kind: TeamKind, _ unit: String) -> Team {
            Team(code: code, name: "\(code)组", kind: kind, unit: unit, dated: always)
        }
        book.teams = [team("T1", .branch, "B1"), team("T2", .branch, "B2"), team("T3", .leadershipTeam, "U2")]
        func member(_ person: String, _ team: String, _ role: TeamRole) -> TeamMembership {
            TeamMembership(code: "M\(team)\(person)", team: team, person: person, role: role, dated: always)
        }
        book.memberships = [
            member("P2", "T1", .member), member("P1", "T1", .secretary), member("P3", "T1", .member),
            member("P4", "T1", .member), member("P5", "T2", .secretary), member("P3", "T3", .member),
        ]
        try database.write(by: "test") { try $0.insert(book) }
    }

    func announced(
        _ kind: MeetingKind = .general, in branch: String = "B1", by reader: Reader = .clerk,
        _ change: (inout MeetingScheme) -> Void = { _ in }
    ) throws -> BranchMeeting {
        var scheme = MeetingScheme(
            kind: kind, title: "三月\(kind.words.zh)", day: day("2026-03-16"), heldAt: "会议室", topics: [.theory],
            agenda: ["学习", "讨论"])
        change(&scheme)
        return try database.perform(AnnounceMeeting(record: branch, scheme: scheme), by: reader, on: day("2026-03-10"))
    }

    /// As the form proposes it, with a recorder and three of four there.
    func outcome(of meeting: BranchMeeting, _ change: (inout MeetingOutcome) -> Void = { _ in }) throws
        -> MeetingOutcome
    {
        var outcome = try database.read { try MeetingOutcome(of: meeting, in: $0, BranchRules()) }
        outcome.recorder = "P2"
        outcome.present = min(3, outcome.should)
        change(&outcome)
        return outcome
    }

    func record(of meeting: BranchMeeting) throws -> MeetingRecord? { try database.read { try $0.record(of: meeting) } }

    /// What stands in the records: each live activity with who took part, and as what.
    func held() throws -> [[String]] {
        try database.read { reading in
            try reading.all(BranchActivity.self, for: .everybody, where: BranchActivity.stands, order: "code").map {
                activity in
                [activity.kind, activity.organiser]
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

    func isForbidden(_ act: some Act, by reader: Reader, on today: String) throws -> Bool {
        do {
            _ = try database.perform(act, by: reader, on: day(today))
            return false
        } catch is NotAllowed { return true } catch let refused as Refused {
            return refused.problems.contains { $0.words.zh.hasPrefix("没有编号") }
        }
    }
}

extension Reader {
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let head = Reader(account: "住建局负责人", rights: [.see, .lead], unit: "U2")
    static let other = Reader(account: "住建局副职", rights: [.see, .lead], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report, .lead], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
}

extension Ask {
    /// For looking at states without a server.
    static func of(_ reading: ReadTransaction, _ reader: Reader, on today: Day) -> Ask {
        Ask(
            context: PageContext(language: .zh, asOf: today, today: today, path: "/", query: Query(), town: ""),
            reader: reader, reading: reading, parts: [:])
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
