import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("What classes say of one person goes with their data") struct DestroyedTextTests {
    private static let words = ["回乡办事", "13900001111", "路上堵车", "同意回去", "另有任务", "身份证", "免做说明"]

    private func left(_ database: Database) throws -> [String] {
        try database.read { reading in
            try reading.textColumns().flatMap { table, column in
                try reading.connection.rows("select \(column) as held from \(table) where \(column) is not null", []) {
                    try $0.text("held")
                }.filter { text in Self.words.contains { text.contains($0) } }.map { "\(table).\(column): \($0)" }
            }
        }
    }

    @Test("leave with its telephone, answers, remarks and what was decided", arguments: TestEngine.allCases)
    func destroyed(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        let one = try town.trainee("P1", of: made)
        let official = Reader(account: "P1", person: "P1", rights: [.own])
        try town.database.perform(
            AnswerCallUp(trainingClass: made.code, answer: .declined, reason: "另有任务"), by: official,
            on: day("2026-09-22"))
        try town.database.perform(
            ReturnTrainee(trainee: one.code, reason: "身份证没有带"), by: .office, on: day("2026-09-23"))
        try town.database.perform(Nominate(record: made.code, people: ["P1"]), by: .clerk, on: day("2026-09-24"))
        try town.arrive(at: made)
        try town.planned(made)
        let first = made.scheme.opening
        func leave(_ person: String, _ reason: String) throws -> ClassLeave {
            try town.database.perform(
                EnterLeave(
                    trainingClass: made.code, person: person,
                    scheme: LeaveScheme(
                        kind: .personal, from: first, fromHalf: .morning, to: first, toHalf: .morning, reason: reason,
                        contact: person == "P1" ? "家里 13900001111" : "单位 13800002222")), by: .teacher, on: first)
        }
        let theirs = try leave("P1", "回乡办事")
        let others = try leave("P2", "参加会议")
        try town.database.perform(
            DecideLeave(record: theirs.code, isGranted: false, remark: "路上堵车，不同意回去"), by: .teacher, on: first)
        try town.database.keep(
            FormDraft(
                code: FormDraft.newCode(), account: "县委党校", form: "/classes/leave/\(others.code)/decide",
                fields: "remark=好"))
        try town.database.keep(
            FormDraft(
                code: FormDraft.newCode(), account: "县委党校", form: "/classes/\(made.code)/leave/new",
                fields: "person=P1&reason=%E5%9B%9E%E4%B9%A1&contact=13900001111"))
        #expect(try left(town.database).count > 8)
        let traces = try town.database.read { try $0.personalTraces(of: "P1") }
        #expect(
            Set(traces.ownTexts.map(\.table)) == ["class_leaves", "class_leave_decisions", "call_up_receipts"])
        try town.database.write(by: "test") { writing in
            try writing.destroy(try #require(try writing.person(code: "P1")), inTexts: false)
        }
        #expect(try left(town.database) == [])
        #expect(try town.database.faults() == [])
        let (kept, untouched) = try town.database.read {
            (
                try $0.one(ClassLeave.self, theirs.code, for: .everybody),
                try $0.one(ClassLeave.self, others.code, for: .everybody)
            )
        }
        #expect(kept?.scheme.reason == "已销毁" && kept?.halfHours == theirs.halfHours, "what is counted stays")
        #expect(untouched == others)
        let drafts = try town.database.read { try $0.formDrafts(of: Reader(account: "县委党校", rights: [.teach])) }
        #expect(drafts.map(\.form) == ["/classes/leave/\(others.code)/decide"])
    }
}
