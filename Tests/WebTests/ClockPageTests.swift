import Foundation
import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

@Suite("The town's day on pages", .onEveryEngine)
struct ClockPageTests {
    @Test("six in the morning in China is today, though elsewhere it is yesterday: the activity is taken")
    func morning() async throws {
        // 22:00 UTC on 29 September.
        let small = try SmallSite(clock: TownClock(now: { Date(timeIntervalSince1970: 1_790_719_200) }))
        #expect(try await small.get("/activities").text.contains("今天：2026-09-30"))
        let answer = try await small.post(
            "/activities/new",
            [
                ("organiser", "U2"), ("kind", "collectiveStudy"), ("title", "早学"), ("team", "T1"),
                ("from", "2026-09-30"), ("to", "2026-09-30"), ("hours", "3"), ("topic", "theory"),
                ("participants", "P1"), ("step", "save"),
            ])
        #expect(answer.status == 303)
        #expect(try small.recorded().activities.first?.recorded.iso == "2026-09-30")
    }

    @Test("what is published later changes neither list nor entry nor export of what was known")
    func editions() async throws {
        let small = try SmallSite()
        let days = "asOf=2026-06-30&knownAt=2026-06-30"
        let addresses = [
            "/ledger.csv?window=all&\(days)", "/ledger?window=all&\(days)", "/plan/editions?\(days)", "/units?\(days)",
            "/ledger/entry?obligation=1.1&kind=team&subject=T1&\(days)",
        ]
        var before: [String] = []
        for address in addresses { before.append(try await small.get(address).text) }
        let plan = "河畔县学习方案\n一、任务\n1.抓好学习。理论学习中心组每季度集中学习不少于9次（牵头单位：县委宣传部）。\n"
        try small.database.perform(
            PublishPlan(plan: Array(plan.utf8), inForce: day("2026-03-01")), by: .localOperator(named: "test"),
            on: SmallSite.today)
        for (address, text) in zip(addresses, before) {
            #expect(try await small.get(address).text == text, "\(address)")
        }
        let now = try await small.get("/ledger.csv?window=all&asOf=2026-06-30")
        #expect(now.text != before[0])
    }

    @Test("an obligation that was over before the plan says so, and nobody is overdue by it")
    func outside() async throws {
        let small = try SmallSite(
            plan: "河畔县学习方案\n一、任务\n1.抓好培训。2022年底前，领导干部培训班覆盖率达到100%（牵头单位：县委党校）。\n")
        let list = try await small.get("/ledger.csv?window=all")
        #expect(!list.text.contains("逾期"))
        let entry = try await small.get("/ledger/entry?obligation=1.1&kind=programme&subject=U1")
        #expect(entry.status == 200)
        #expect(entry.text.contains("2022年12月31日") && entry.text.contains("2026年1月1日") && entry.text.contains("不适用"))
    }
}
