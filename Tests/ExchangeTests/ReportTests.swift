import Exchange
import Formats
import LedgerEngine
import Plans
import Testing
import Vocabulary

@Suite("Reports for a terminal")
struct ReportTests {
    private func task(_ obligations: [Obligation]) -> PlanTask {
        PlanTask(
            number: "2", title: "学习", place: .init(start: 30, end: 60, line: 2, column: 1), obligations: obligations)
    }

    @Test("a compiled plan shows each clause with its place and who answers, then the findings with their carets")
    func compiled() {
        let findings = [Finding(.warning, "unsure", at: .init(start: 41, end: 43, line: 3, column: 6))]
        let text = ByteOutput.text {
            CompileReport(
                title: "方案",
                tasks: [task([SmallPlan.obligation("2.1"), SmallPlan.obligation("2.2", question: .answerable)])],
                findings: FindingReport(
                    findings, language: .zh, message: { _ in "看不准" }, excerpt: { _ in "原文\n  ^^\n" }),
                language: .zh
            ).write(to: $0)
        }
        #expect(
            text == """
                《方案》  任务1项，量化要求2条，其中可执行1条

                2  学习
                  ✓ 2.1  每年集中学习不少于12次。
                      第3行  “每年不少于12次”
                      宣传部、各单位
                  ? 2.2  每年集中学习不少于12次。
                      第3行  “每年不少于12次”
                      宣传部、各单位
                      由哪个单位负责？

                注意 第3行第6列：看不准
                  原文
                    ^^

                """)
    }

    @Test("a ledger counts how many subjects stand how in the running window; open clauses ask")
    func ledger() {
        func entry(_ code: String, _ done: Double, _ standing: Standing, year: Int = 2026) -> LedgerEntry {
            LedgerEntry(
                obligation: "2.1", subject: .init(.team, code), unit: "U2", from: SmallBook.day("\(year)-01-01"),
                to: SmallBook.day("\(year)-12-31"), required: 12, done: done, standing: standing)
        }
        let edition = PlanEdition(
            number: 1, title: "方案", inForce: SmallBook.day("2024-01-01"), publishedOn: SmallBook.day("2024-01-01"),
            text: "", tasks: [task([SmallPlan.obligation("2.1"), SmallPlan.obligation("2.2", question: .answerable)])])
        let ledger = Ledger(
            edition: 1, asOf: SmallBook.day("2026-09-30"), knownAt: nil,
            entries: [
                entry("T0", 12, .met, year: 2025), entry("T1", 12, .met), entry("T2", 3, .behind),
                entry("T3", 2, .behind),
            ])
        #expect(
            ByteOutput.text { LedgerReport(ledger, of: edition, language: .zh).write(to: $0) } == """
                《方案》第1版台账，截至2026年9月30日，共4条

                2.1  每年集中学习不少于12次。
                    已完成 1  滞后 2

                2.2  每年集中学习不少于12次。
                    待明确  由哪个单位负责？

                """)
    }
}
