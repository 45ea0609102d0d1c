import House
import Pages
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import SecondmentDesk

/// A county with a bureau that sends people and two townships that take them, on either engine.
struct SecondmentTown {
    let database: Database

    init(_ engine: TestEngine) throws {
        database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2020-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县住建局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"), unit("U4", "青石镇", .township, in: "U1"),
        ]
        book.persons = (1...4).map {
            Person(code: "P\($0)", name: "干部\($0)", sex: .female, birthMonth: "1992-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U3"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "科长", rank: "副科级", dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    func scheme(_ change: (inout PostScheme) -> Void = { _ in }) -> PostScheme {
        var scheme = PostScheme(
            kind: .down, unit: "U3", title: "副镇长", work: "协助抓项目", places: 1, from: day("2026-03-01"), months: 12,
            skills: ["规划"])
        change(&scheme)
        return scheme
    }

    /// Open, as the office offers it.
    func post(_ change: (inout PostScheme) -> Void = { _ in }) throws -> SecondmentPost {
        try database.perform(OfferPost(scheme: scheme(change)), by: .office, on: day("2026-01-10"))
    }

    func draft(_ person: String = "P1", _ change: (inout NominationDraft) -> Void = { _ in }) -> NominationDraft {
        var draft = NominationDraft(person: person, unit: "U2", kind: .down, appraised: .yes, opinion: "扎实")
        change(&draft)
        return draft
    }

    func nominated(_ person: String = "P1", _ change: (inout NominationDraft) -> Void = { _ in }) throws -> Nomination {
        try database.perform(NominatePerson(draft: draft(person, change)), by: .home, on: day("2026-01-20"))
    }

    /// Proposed and approved for a year from 1 March 2026.
    func approved() throws -> Secondment {
        let (post, nomination) = (try post(), try nominated())
        let secondment = try database.perform(
            PlaceNominee(record: nomination.code, post: post.code), by: .office, on: day("2026-02-01"))
        return try database.perform(
            ApproveSecondment(record: secondment.code, isApproved: true, letter: "组通1号", remark: ""), by: .office,
            on: day("2026-02-10"))
    }

    func away() throws -> Secondment {
        let secondment = try approved()
        return try database.perform(
            StartSecondment(record: secondment.code, day: day("2026-03-02")), by: .host, on: day("2026-03-02"))
    }

    func ended() throws -> Secondment {
        let secondment = try away()
        return try database.perform(
            EndSecondment(record: secondment.code, draft: EndDraft(day: day("2027-02-28"))), by: .host,
            on: day("2027-03-01"))
    }

    func refused(_ act: some Act, by reader: Reader, on today: String) throws -> [String] {
        do {
            _ = try database.perform(act, by: reader, on: day(today))
            return []
        } catch let refused as Refused { return refused.problems.map { "\($0.field): \($0.words.zh)" } }
    }

    /// The state, which the list's conditions tell alike; and what is to be done, by the same.
    func state(of code: String, on today: String, by reader: Reader = .office) throws -> (
        SecondmentState, [SecondmentDuty]
    ) {
        try database.read { reading in
            let ask = Ask.of(reading, reader, on: day(today))
            guard let secondment = try reading.one(Secondment.self, code, for: reader) else {
                throw UnexpectedRow("secondments", expected: code)
            }
            let told = try SecondmentState.state(of: secondment, ask)
            for state in SecondmentState.allCases {
                let count = try reading.count(
                    Secondment.self, for: reader, where: "code = \(code) and \(state.condition(ask))")
                guard (count == 1) == (state == told) else {
                    throw UnexpectedRow("\(state)", expected: "\(told) on \(today)")
                }
            }
            return (told, try SecondmentDuty.allCases.filter { try $0.isOpen(secondment, ask) })
        }
    }
}

extension Reader {
    static let home = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let host = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static let neighbour = Reader(account: "青石镇联络员", rights: [.see, .report, .lead, .plan], unit: "U4")
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
