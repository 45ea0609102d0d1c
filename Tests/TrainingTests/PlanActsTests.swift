import Foundation
import House
import PlanLanguage
import Plans
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@Suite("Publishing a plan, and answering its open clauses", .onEveryEngine)
struct PlanActsTests {
    /// The second clause names an activity that nobody knows.
    private let plan = """
        某局学习方案

        一、理论学习
        1. 抓好学习。各党组理论学习中心组每年集中学习不少于12次。（牵头单位：办公室；责任单位：各单位）
        2. 抓好练兵。各单位每年组织攀登者之夜不少于2次。（牵头单位：办公室；责任单位：各单位）
        """

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func inDatabase(_ body: (Database) throws -> Void) throws {
        let database = try TestEngine.current.freshPlace().open()
        try body(database)
        try database.close()
    }

    private func publish(_ bindings: Bindings = .init(), in database: Database) throws -> PlanEdition {
        try database.perform(
            PublishPlan(plan: Array(plan.utf8), bindings: bindings, inForce: try day("2024-01-01")),
            by: .localOperator(named: "test"), on: try day("2026-05-06"))
    }

    @Test("an edition is numbered, dated and stored as it was made; open clauses keep their question")
    func published() throws {
        try inDatabase { database in
            let edition = try publish(in: database)
            #expect(
                edition.number == 1 && edition.publishedOn.iso == "2026-05-06" && edition.inForce.iso == "2024-01-01")
            #expect(try database.read { try $0.edition(number: 1) }?.edition == edition)
            #expect(edition.obligations.contains { $0.executable })
            #expect(edition.obligations.contains { $0.question != nil })
            #expect(try publish(in: database).number == 2)
        }
    }

    @Test("a plan without a quantified clause is refused, and so are answers that fit nothing in it")
    func refused() throws {
        try inDatabase { database in
            #expect(throws: PlanRefused.nothingObliged) {
                try database.perform(
                    PublishPlan(plan: Array("某局方案\n\n一、总则\n大家要学习。\n".utf8), inForce: try day("2024-01-01")),
                    by: .localOperator(named: "test"), on: try day("2026-05-06"))
            }
            let stray = Bindings(answers: [BindingAnswer(task: "9", quote: "没有这句")])
            #expect(throws: PlanRefused.self) { try publish(stray, in: database) }
            let editions = try database.read { try $0.editions() }
            #expect(editions.isEmpty)
        }
    }

    @Test("an answer makes the next edition, which keeps earlier answers; the earlier edition stays as it was")
    func answered() throws {
        try inDatabase { database in
            let first = try publish(in: database)
            let open = try #require(first.obligations.first { $0.question != nil })
            var answer = BindingAnswer(task: open.task, quote: open.quote)
            answer.activity = .contest
            answer.answerable = ["办公室"]
            let second = try database.perform(
                AnswerClause(answer), by: .localOperator(named: "test"), on: try day("2026-05-07"))
            #expect(second.number == 2)
            // What was told of the days before is told as it was; what stays goes on from its own first day.
            #expect(second.inForce.iso == "2026-05-07")
            #expect(second.obligations.filter { $0.quote != open.quote }.allSatisfy { $0.since == first.inForce })
            #expect(second.obligations.first { $0.quote == open.quote }?.since == nil)
            #expect(try database.read { try $0.editionNumber(inForceOn: day("2026-05-06")) } == 1)
            #expect(second.obligations.first { $0.quote == open.quote }?.executable == true)
            #expect(try database.read { try $0.edition(number: 1) }?.edition == first)

            let closed = try #require(first.obligations.first { $0.executable })
            var dismissal = BindingAnswer(task: closed.task, quote: closed.quote)
            dismissal.dismiss = "今年不办"
            let third = try database.perform(
                AnswerClause(dismissal), by: .localOperator(named: "test"), on: try day("2026-05-08"))
            #expect(third.dismissed.map(\.reason) == ["今年不办"])
            #expect(third.obligations.first { $0.quote == open.quote }?.executable == true)
        }
    }

    @Test("a later answer keeps what an earlier one said of pass shares and the like, unless it says otherwise")
    func answeredAgain() throws {
        try inDatabase { database in
            let open = try #require(try publish(in: database).obligations.first { $0.question != nil })
            var answer = BindingAnswer(task: open.task, quote: open.quote)
            answer.activity = .contest
            answer.passShare = 95
            answer.membership = Membership(.windowStart)
            _ = try database.perform(AnswerClause(answer), by: .localOperator(named: "test"), on: try day("2026-05-07"))
            var again = BindingAnswer(task: open.task, quote: open.quote)
            again.activity = .drill
            again.membership = Membership(.asOf)

            let edition = try database.perform(
                AnswerClause(again), by: .localOperator(named: "test"), on: try day("2026-05-08"))

            let binding = try #require(edition.obligations.first { $0.quote == open.quote }?.binding)
            #expect(binding.kinds == [.drill])
            #expect(binding.passShare == 95)
            #expect(binding.membership == Membership(.asOf))
        }
    }

    @Test("without an edition there is nothing to answer")
    func nothingYet() throws {
        try inDatabase { database in
            #expect(throws: PlanRefused.noEdition) {
                try database.perform(
                    AnswerClause(BindingAnswer(task: "1", quote: "x")), by: .localOperator(named: "test"),
                    on: try day("2026-05-06"))
            }
        }
    }
}
