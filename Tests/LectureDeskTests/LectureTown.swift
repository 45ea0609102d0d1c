import House
import Pages
import Records
import Spelling
import Storage
import Store
import TestEngines
import Vocabulary

@testable import LectureDesk

/// A county with an office that runs the hall, a bureau of three people and a township of two, on either engine.
struct LectureTown {
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
            unit("U3", "柳湾镇", .township, in: "U1"), unit("U4", "县委宣传部", .department, in: "U1"),
        ]
        book.persons = (1...6).map {
            Person(code: "P\($0)", name: "成员\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U3", "U3", "U4"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "科员", rank: "一级科员", dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// The series of 2026, two lectures, approved.
    func approved() throws -> HallSeries {
        let series = try database.perform(DraftSeries(draft: .sample()), by: .office, on: day("2026-01-05"))
        try database.perform(SubmitSeries(record: series.code), by: .office, on: day("2026-01-06"))
        return try database.perform(
            ApproveSeries(record: series.code, isApproved: true, remark: ""), by: .head, on: day("2026-01-07"))
    }

    func lectures() throws -> [HallLecture] {
        let series = try approved()
        return try database.read { try $0.lectures(of: series.code) }
    }

    /// The first lecture, on 16 March, as far as it is asked for.
    func lecture(_ stage: LectureStage) throws -> HallLecture {
        var lecture = try lectures()[0]
        if stage == .planned { return lecture }
        lecture = try database.perform(
            ApplyLecture(record: lecture.code, scheme: lecture.scheme), by: .office, on: day("2026-03-02"))
        if stage == .applied { return lecture }
        lecture = try database.perform(
            DecideLecture(record: lecture.code, isApproved: true, remark: ""), by: .head, on: day("2026-03-04"))
        if stage == .approved { return lecture }
        return try database.perform(
            AnnounceLecture(
                record: lecture.code,
                sheet: SeatSheet(lines: [SeatLine(unit: "U2", places: 5), SeatLine(unit: "U3", places: 3)])),
            by: .office, on: day("2026-03-06"))
    }

    func seats(_ lecture: HallLecture, of unit: String) throws -> HallSeats? {
        try database.read { try $0.seats(of: lecture.code).first { $0.unit == unit } }
    }

    /// Announced, the bureau with two names and one more.
    func named() throws -> HallLecture {
        let lecture = try lecture(.announced)
        let seats = try seats(lecture, of: "U2")
        try database.perform(
            NameComers(record: seats?.code ?? "", sheet: NameSheet(people: ["P1", "P2"], others: 1)), by: .clerk,
            on: day("2026-03-09"))
        return lecture
    }

    /// As the form proposes it.
    func outcome(of lecture: HallLecture, _ change: (inout LectureOutcome) -> Void = { _ in }) throws -> LectureOutcome
    {
        var outcome = try database.read { try LectureOutcome(of: lecture, in: $0, LectureRules()) }
        outcome.chair = "P6"
        change(&outcome)
        return outcome
    }

    func record(of lecture: HallLecture) throws -> HallRecord? { try database.read { try $0.record(of: lecture) } }

    /// Of an activity: its kind, organiser and live participants, each with their role.
    func held(_ code: String) throws -> [String] {
        try database.read { reading in
            guard let activity = try reading.activity(code: code) else { return [] }
            return [activity.kind.rawValue, activity.organiser]
                + (try reading.liveParticipations(in: code)).map { "\($0.person) \($0.role.rawValue)" }.sorted()
        }
    }

    /// P1 of the bureau, in office with two topics.
    func trainer() throws -> InHouseTrainer {
        let trainer = try database.perform(RecommendTrainer(entry: .sample()), by: .clerk, on: day("2026-02-02"))
        return try database.perform(
            AppointTrainer(record: trainer.code, term: TrainerTerm(answer: .appoint, until: day("2027-02-01"))),
            by: .office, on: day("2026-02-04"))
    }

    /// The township asks for it on 2 April, for 20 April.
    func asked(_ change: (inout TalkRequest) -> Void = { _ in }) throws -> Talk {
        let trainer = try trainer()
        return try database.perform(
            BookTalk(record: trainer.code, request: .sample(change)), by: .neighbour, on: day("2026-04-02"))
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
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static let head = Reader(account: "县委组织部负责人", rights: [.see, .lead])
}

extension SeriesDraft {
    static func sample(_ change: (inout SeriesDraft) -> Void = { _ in }) -> SeriesDraft {
        var draft = SeriesDraft(
            unit: "U4", year: 2026, title: "理论大讲堂",
            lectures: [
                PlannedLecture(day: day("2026-06-15"), topic: "乡村振兴", places: 10),
                PlannedLecture(
                    day: day("2026-03-16"), topic: "基层治理", speaker: Suggested("沈老师"), heldAt: "报告厅", audience: "干部",
                    places: 10),
            ])
        change(&draft)
        return draft
    }
}

extension TrainerEntry {
    static func sample(_ change: (inout TrainerEntry) -> Void = { _ in }) -> TrainerEntry {
        var entry = TrainerEntry(
            unit: "U2", person: "P1",
            topics: [GivenTopic(title: "农房安全", halfHours: 3), GivenTopic(title: "办事流程", halfHours: 2)])
        change(&entry)
        return entry
    }
}

extension TalkRequest {
    static func sample(_ change: (inout TalkRequest) -> Void = { _ in }) -> TalkRequest {
        var request = TalkRequest(
            host: "U3", topic: "农房安全", place: .village, heldAt: "柳湾村", audience: "村民", expected: 40,
            day: LectureDeskTests.day("2026-04-20"), contact: "李文 6012345")
        change(&request)
        return request
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

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
