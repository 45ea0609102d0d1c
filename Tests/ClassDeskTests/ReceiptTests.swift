import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Answers to a call-up, and substitutes") struct ReceiptTests {
    private func official(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }

    private func refused(_ body: () throws -> Void) -> [ReceiptProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? ReceiptProblem }
        } catch { return [] }
        return []
    }

    private func answer(
        _ town: ClassTown, _ made: TrainingClass, _ person: String, _ answer: Receipt.Answer, _ reason: String = "",
        on iso: String = "2026-09-25"
    ) throws {
        try town.database.perform(
            AnswerCallUp(trainingClass: made.code, answer: answer, reason: reason), by: official(person), on: day(iso))
    }

    private func replace(
        _ town: ClassTown, _ made: TrainingClass, _ leaving: String, by coming: String, reader: Reader = .clerk,
        on iso: String = "2026-10-09"
    ) throws {
        try town.database.perform(
            ReplaceTrainee(
                record: made.code, replacement: Replacement(leaving: leaving, coming: coming, reason: "出差")),
            by: reader,
            on: day(iso))
    }

    @Test(
        "who is named confirms, declines with a reason, and whoever has not answered is told",
        arguments: TestEngine.allCases)
    func answers(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp { $0.heads = 9 }
        try town.name("P1", "P2", for: made)
        try town.name("P5", for: made, by: .neighbour)
        func states() throws -> [String: ReceiptState] {
            var found: [String: ReceiptState] = [:]
            for trainee in try town.trainees(of: made) {
                let receipt = try town.database.read { try $0.one(Receipt.self, trainee.code, for: .everybody) }
                let state = ReceiptState.state(of: trainee, receipt)
                let listed = try town.database.read { reading in
                    try ReceiptState.allCases.filter {
                        try reading.count(
                            Trainee.self, for: .everybody, where: "code = \(trainee.code) and \($0.condition)") == 1
                    }
                }
                #expect(listed == (state.map { [$0] } ?? []))
                found[trainee.person] = state
            }
            return found
        }
        #expect(try states() == ["P1": .unanswered, "P2": .unanswered, "P5": .unanswered])
        try answer(town, made, "P1", .confirmed)
        #expect(refused { try answer(town, made, "P2", .declined, " ") } == [.noReason])
        try answer(town, made, "P2", .substitute, "出差")
        #expect(try states() == ["P1": .confirmed, "P2": .substitute, "P5": .unanswered])
        let fifth = try town.trainee("P5", of: made)
        try town.database.perform(AnswerForTrainee(trainee: fifth.code), by: .neighbour, on: day("2026-09-26"))
        #expect(try states()["P5"] == .confirmed)
        #expect(throws: NotAllowed.self, "another unit's people are not theirs to answer for") {
            try town.database.perform(AnswerForTrainee(trainee: fifth.code), by: .clerk, on: day("2026-09-26"))
        }
        #expect(
            refused { try answer(town, made, "P2", .declined, "出差", on: "2026-10-12") } == [.tooLate(day("2026-10-11"))]
        )
        try town.arrive(at: made)
        #expect(try states() == [:], "whoever came has answered")
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a substitute takes the seat until the day before arrival, and not after", arguments: TestEngine.allCases)
    func substitutes(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", "P3", for: made)
        #expect(refused { try replace(town, made, "P7", by: "P4") } == [.notToReplace("学员7")])
        #expect(refusal { try replace(town, made, "P1", by: "P2") } == [.alreadyNamed("学员2")])
        #expect(refusal { try replace(town, made, "P1", by: "P5") } == [.servesElsewhere("学员5", unit: "柳湾镇")])
        #expect(throws: NotAllowed.self) { try replace(town, made, "P1", by: "P4", reader: .neighbour) }
        try replace(town, made, "P1", by: "P4")
        let stages = Dictionary(
            uniqueKeysWithValues: try town.trainees(of: made).map { ($0.person, $0.stage) })
        #expect(stages == ["P1": .withdrawn, "P2": .nominated, "P3": .waiting, "P4": .nominated])
        #expect(try town.trainee("P1", of: made).remark.contains("学员4"))
        #expect(
            refused { try replace(town, made, "P2", by: "P1", on: "2026-10-11") } == [.noStandIn(day("2026-10-11"))])
    }
}
