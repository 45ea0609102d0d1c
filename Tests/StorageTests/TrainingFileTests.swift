import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// A person's training file as pages ask for it: one question, whatever became of the records.
@Suite struct TrainingFileTests {
    @Test(arguments: TestEngine.allCases)
    func whatStandsIsListedWithWhatBecameOfItsActivity(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let today = day("2026-09-30")
        try database.write(by: "测试") { transaction in
            try transaction.add(.study("A2026-000050", title: "二"), with: [.part("R2026-000150", in: "A2026-000050")])
            try transaction.add(.study("A2026-000060", title: "三"), with: [.part("R2026-000160", in: "A2026-000060")])
            try transaction.add(.study("A2026-000070", title: "四"), with: [.part("R2026-000170", in: "A2026-000070")])
            try transaction.add(
                Voiding(
                    code: "V1", record: RecordReference(.participation, "R2026-000150"), reason: "重复", by: "甲",
                    recorded: today))
            try transaction.add(
                Voiding(
                    code: "V2", record: RecordReference(.activity, "A2026-000060"), reason: "取消", by: "甲",
                    recorded: today))
            try transaction.add(
                Correction(
                    code: "K1", record: RecordReference(.activity, "A2026-000070"), replacement: "A2026-000080",
                    reason: "题目有误", by: "甲", recorded: today),
                replacing: .study("A2026-000080", title: "五"))
        }
        let file = try database.read { try $0.trainingFile(of: "P1") }
        #expect(file.map(\.participation.code) == ["R2026-000100", "R2026-000160", "R2026-000170"])
        #expect(file.map(\.activity.code) == ["A2026-000041", "A2026-000060", "A2026-000070"])
        #expect(file.map(\.isActivityVoided) == [false, true, false])
        #expect(file.map(\.isActivityCorrected) == [false, false, true])
        #expect(file[0].participation == .part("R2026-000100", in: "A2026-000041"))
        #expect(try database.read { try $0.heading(ofActivity: "A2026-000080")?.title } == "五")
        #expect(try database.read { try $0.trainingFile(of: "P9") }.isEmpty)

        // The day before, nothing of it was known yet: by one rule for the file and for the activity.
        let before = try database.read { try $0.trainingFile(of: "P1", knownAt: today - 1) }
        #expect(before.map(\.participation.code).contains("R2026-000150"))
        #expect(before.allSatisfy { !$0.isActivityVoided && !$0.isActivityCorrected })
        func live(_ activity: String, _ knownAt: Day?) throws -> [String] {
            try database.read { try $0.liveParticipations(in: activity, knownAt: knownAt) }.map(\.code)
        }
        #expect(try live("A2026-000050", nil).isEmpty)
        #expect(try live("A2026-000050", today - 1) == ["R2026-000150"])
        #expect(try live("A2026-000080", nil) == ["R2026-000170"])
        #expect(try live("A2026-000080", today - 1).isEmpty, "it had not yet taken the other's place")
    }
}
