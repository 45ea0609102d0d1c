import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@Suite("A record is voided or corrected, never deleted", .onEveryEngine)
struct VoidAndCorrectTests {
    @Test("voiding keeps the record and says who, when and why")
    func void() throws {
        let town = try SmallTown()
        let code = try town.report()
        try town.database.perform(
            VoidRecord(.init(.activity, code), reason: " 重复填报 "), by: .localOperator(named: "李文员"),
            on: day("2026-10-08"))
        let book = try town.book
        #expect(book.activities.map(\.code) == [code])
        let voiding = try #require(book.voidings.first)
        #expect(voiding.reason == "重复填报")
        #expect(voiding.by == "李文员")
        #expect(voiding.recorded == day("2026-10-08"))
    }

    @Test("needs a reason, and a record that still counts")
    func refused() throws {
        let town = try SmallTown()
        let code = try town.report()
        func void(_ code: String, _ reason: String) throws {
            try town.database.perform(
                VoidRecord(.init(.activity, code), reason: reason), by: .localOperator(named: "李文员"),
                on: SmallTown.today)
        }
        #expect(throws: RecordRefused.noReason) { try void(code, "　") }
        #expect(throws: RecordRefused.unknown(.init(.activity, "A0"))) { try void("A0", "误报") }
        try void(code, "误报")
        #expect(throws: RecordRefused.alreadyVoided(on: SmallTown.today)) { try void(code, "误报") }
    }

    @Test("a correction puts a new record in the place of the old, with its participants")
    func correct() throws {
        let town = try SmallTown()
        let code = try town.report()
        let corrected = try town.database.perform(
            CorrectActivity(code, with: town.draft { $0.to = day("2026-08-22") }, reason: "实际两天"),
            by: .localOperator(named: "李文员"), on: SmallTown.today)
        let book = try town.book
        #expect(book.corrections.map(\.replacement) == [corrected.activity.code])
        #expect(book.activities.count == 2)
        #expect(book.participations.count == 2, "unchanged participants are not recorded again")
        #expect(try liveParticipants(town, corrected.activity.code) == ["p1", "p2"])
    }

    @Test("participants left out, changed and added")
    func participants() throws {
        let town = try SmallTown()
        let code = try town.report()
        let draft = town.draft {
            $0.participants = [
                .init(person: "p1", role: .attendee, hours: 3), .init(person: "p3", hours: 3),
            ]
        }
        let corrected = try town.database.perform(
            CorrectActivity(code, with: draft, reason: "名单有误"), by: .localOperator(named: "李文员"), on: SmallTown.today)
        #expect(try liveParticipants(town, corrected.activity.code) == ["p1", "p3"])
        #expect(try town.book.voidings.count == 2)
        guard case .intact = try town.database.verifyJournal() else {
            Issue.record("the journal is broken")
            return
        }
    }

    @Test("a correction of a correction follows the chain")
    func chain() throws {
        let town = try SmallTown()
        let first = try town.report()
        func correct(_ code: String, _ title: String) throws -> String {
            try town.database.perform(
                CorrectActivity(code, with: town.draft { $0.title = title }, reason: "题目有误"),
                by: .localOperator(named: "李文员"), on: SmallTown.today
            ).activity.code
        }
        let second = try correct(first, "二稿")
        let third = try correct(second, "三稿")
        #expect(try liveParticipants(town, third) == ["p1", "p2"])
        #expect(throws: RecordRefused.alreadyCorrected(by: second)) { try correct(first, "四稿") }
    }

    @Test("a correction that changes nothing is refused")
    func nothing() throws {
        let town = try SmallTown()
        let code = try town.report()
        #expect(throws: NothingToCorrect.self) {
            try town.database.perform(
                CorrectActivity(code, with: town.draft(), reason: "核对"), by: .localOperator(named: "李文员"),
                on: SmallTown.today)
        }
    }

    private func liveParticipants(_ town: SmallTown, _ code: String) throws -> [String] {
        try town.database.read { try $0.liveParticipations(in: code) }.map(\.person).sorted()
    }
}
