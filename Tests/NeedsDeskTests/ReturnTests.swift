import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import NeedsDesk

@Suite("Needs of units and of the office") struct ReturnTests {
    private static let today = NeedsTown.today

    private func draft(_ survey: Survey, _ change: (inout ReturnDraft) -> Void = { _ in }) -> ReturnDraft {
        var draft = ReturnDraft(survey: survey.code, topic: "公文写作")
        (draft.heads, draft.days, draft.month, draft.unit) = (30, 3, 5, "U2")
        change(&draft)
        return draft
    }

    @Test("a unit files, changes and withdraws what it needs; others do not see it", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        let line = try town.database.perform(FileReturn(draft: draft(survey)), by: .clerk, on: Self.today)
        #expect(line.code == "XD2026-000001")
        #expect(try town.database.read { try $0.one(UnitReturn.self, line.code, for: .neighbour) } == nil)
        var other = line.draft
        other.heads = 40
        let changed = try town.database.perform(
            ChangeReturn(record: line.code, draft: other), by: .clerk, on: Self.today)
        #expect(changed.draft.heads == 40)
        #expect(throws: NotAllowed.self) {
            try town.database.perform(FileReturn(draft: draft(survey)), by: .neighbour, on: Self.today)
        }
        try town.database.perform(WithdrawReturn(record: line.code, reason: "重复"), by: .clerk, on: Self.today)
        let gone = refused {
            try town.database.perform(ChangeReturn(record: line.code, draft: other), by: .clerk, on: Self.today)
        }
        #expect(gone.first as? ReturnProblem == .isGone(.withdrawn))
    }

    @Test("a unit that needs nothing says so once, and files later all the same", arguments: TestEngine.allCases)
    func none(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        func isDue() throws -> Bool {
            try town.database.read {
                try $0.count(Survey.self, for: .clerk, where: Survey.returnsDue(from: "U2", on: Self.today)) == 1
            }
        }
        #expect(try isDue())
        try town.database.perform(ReportNoNeed(record: survey.code), by: .clerk, on: Self.today)
        #expect(try !isDue())
        let again = refused {
            try town.database.perform(ReportNoNeed(record: survey.code), by: .clerk, on: Self.today)
        }
        #expect(again.first as? ReturnProblem == .isFiled)
        try town.database.perform(FileReturn(draft: draft(survey)), by: .clerk, on: Self.today)
        let stages = try town.database.read { try $0.all(UnitReturn.self, for: .office, order: "code").map(\.stage) }
        #expect(stages == [.withdrawn, .filed])
    }

    @Test("what the office notes is seen by those who see the whole town", arguments: TestEngine.allCases)
    func office(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        let line = try town.database.perform(
            NoteOfficeNeed(draft: draft(survey) { $0.source = "常委会会议" }), by: .office, on: Self.today)
        #expect(line.origin == .office && line.draft.unit.isEmpty)
        #expect(try town.database.read { try $0.count(UnitReturn.self, for: .clerk) } == 0)
        #expect(try town.database.read { try $0.count(UnitReturn.self, for: .office) } == 1)
        let late = refused {
            try town.database.perform(FileReturn(draft: draft(survey)), by: .clerk, on: day("2026-10-21"))
        }
        #expect(late.count == 1, "after the last day units file nothing more")
    }
}
