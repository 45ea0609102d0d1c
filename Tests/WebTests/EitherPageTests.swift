import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// A clause that either of two figures meets, on its pages (docs/decisions/0190).
@Suite("Either of several figures, on pages", .onEveryEngine)
struct EitherPageTests {
    private static let plan = """
        河畔县培训方案
        一、任务
        1.抓好培训。全体干部每年参加培训不少于12天或90学时（牵头单位：县委组织部）。
        """

    private func small() throws -> SmallSite {
        let small = try SmallSite(plan: Self.plan)
        let first = SmallSite.today - 30
        try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "trainingClass", title: "骨干班", organiser: "U2", from: first, to: first + 2, hours: 60,
                    topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 60, completed: true)])
            ), by: .localOperator(named: "test"), on: SmallSite.today)
        return small
    }

    @Test("an entry tells the nearest figure first and the other beside it, and each opens its records")
    func entry() async throws {
        let small = try small()
        let entry = "obligation=1.1&kind=person&subject=P1"
        let page = try await small.get("/ledger/entry?\(entry)")
        #expect(page.status == 200 && page.text.contains("60 / 90学时（或3 / 12天）"))
        #expect(page.text.contains("任选其一即可") && page.text.contains("再完成30学时，或再完成9天"))
        for (choice, amount) in [("0", "3"), ("1", "60")] {
            #expect(page.text.contains("choice=\(choice)"))
            let list = try await small.get("/ledger/entry/list?\(entry)&show=counted&choice=\(choice)")
            #expect(list.status == 200 && list.text.contains("骨干班") && list.text.contains(">\(amount)<"))
        }
        let row = try await small.get("/ledger/entry?obligation=1.1&kind=rollUp&subject=U2")
        #expect(row.status == 200 && row.text.contains("0 / 3人"))
    }

    @Test("the clause's form names the other figure, changes it and takes it away")
    func clause() async throws {
        let small = try small()
        let page = try await small.get("/plan/clauses/1.1")
        #expect(
            page.text.contains("12天或90学时") && page.text.contains("name=\"either1\"")
                && page.text.contains("value=\"90\""))
        let quote = try #require(page.text.firstMatch(of: /name="quote" value="([^"]+)"/)?.1)
        func answer(_ fields: [(String, String)]) async throws -> Int {
            let all = [
                ("task", "1"), ("quote", String(quote)), ("activity", "trainingClass"), ("population", "officials"),
                ("eithers", "1"),
            ]
            return try await small.post("/plan/clauses/1.1", all + fields).status
        }
        func standing() throws -> [Double]? {
            try small.database.read { try $0.latestEdition() }?.edition.obligations.first?.rule.choices.map(\.value)
        }
        #expect(try await answer([("either1", "60")]) == 422, "of what nobody has said")
        #expect(try await answer([("either1", "viele"), ("eitherUnit1", "hour")]) == 422)
        #expect(
            try await answer([
                ("either1", "60"), ("eitherUnit1", "hour"), ("either2", "2"), ("eitherUnit2", "session"),
                ("eitherKind2", "lecture"),
            ]) == 303)
        #expect(try standing() == [12, 60, 2])
        #expect(try await answer([]) == 303)
        #expect(try standing() == [12])
    }
}
