import Formats
import House
import Pages
import PlanLanguage
import Plans
import Records
import Spelling
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import PlanDesk

/// A county with a plan in force since 2024, on either engine.
struct PlanTown {
    let database: Database
    static let office = Reader(account: "组织部", rights: [.see, .plan])

    static let first = """
        河畔县学习方案
        一、任务
        1.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
        2.加强演练。各单位每年组织演练1次（牵头单位：县水务局）。
        3.健全档案。各单位每年组织攀登者之夜不少于2次（牵头单位：县水务局）。
        """
    /// 12 is 16 now, the third task is gone, and another came; the second says what it said, under another number.
    static let second = """
        河畔县学习方案
        一、任务
        1.抓好学习。理论学习中心组每年集中学习不少于16次（牵头单位：县委宣传部）。
        2.办好讲座。各单位每季度举办专题讲座1次（牵头单位：县委宣传部）。
        3.加强演练。各单位每年组织演练1次（牵头单位：县水务局）。
        """

    init() throws {
        database = try TestEngine.current.freshPlace().open()
        var book = RecordBook()
        let start = try #require(Day(iso: "2020-01-01"))
        book.units = [
            OrgUnit(code: "U1", name: "河畔县", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start),
            OrgUnit(
                code: "U2", name: "县水务局", kind: .department, parent: "U1", span: DaySpan(from: start), recorded: start),
        ]
        try database.write(by: "test") { try $0.insert(book) }
        try database.perform(
            PublishPlan(plan: Array(Self.first.utf8), inForce: day("2024-01-01")), by: Self.office,
            on: day("2024-01-01"))
    }

    func handIn(_ text: String) throws -> PlanDraft {
        try database.perform(
            HandInPlan(material: PlanMaterial(text: text), bytes: nil), by: Self.office, on: day("2026-11-30"))
    }

    func read(_ draft: PlanDraft) throws -> DraftReading {
        try database.read { reading in
            let draft = try reading.one(PlanDraft.self, draft.code, for: Self.office) ?? draft
            return try DraftReading(draft, in: reading, on: day("2026-11-30"))
        }
    }

    func answer(_ draft: PlanDraft, at place: Int, _ change: (inout ClauseAnswer) -> Void) throws {
        var answer = try PlanReview(read: read(draft)).answer(at: place)
        change(&answer)
        _ = try database.perform(
            AnswerDraft(draft: draft.code, place: place, answer: answer), by: Self.office,
            on: day("2026-11-30"))
    }
}

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

private func refused(_ body: () throws -> Void) -> [PlanProblem] {
    do {
        try body()
        return []
    } catch let refused as Refused {
        return refused.problems.compactMap { $0 as? PlanProblem }
    } catch {
        Issue.record(error)
        return []
    }
}

@Suite("Plans that are handed in", .onEveryEngine)
struct HandingInTests {
    @Test("a new text is held against the edition in force: unchanged, changed, new, gone; nothing is published by it")
    func compared() throws {
        let town = try PlanTown()
        let read = try town.read(town.handIn(PlanTown.second))
        let kinds = try #require(read.comparison).clauses.map {
            "\($0.kind.rawValue) \($0.old?.id ?? "-") \($0.new?.id ?? "-")"
        }
        #expect(kinds == ["changed 1.1 1.1", "new - 2.1", "same 2.1 3.1", "gone 3.1 -"])
        #expect(try town.database.read { try $0.editions() }.count == 1)
    }

    @Test(
        "published as an amendment: what stays goes on in its windows, what is new begins; earlier days stay as they were"
    )
    func published() throws {
        let town = try PlanTown()
        let before = try town.database.read { try $0.edition(inForceOn: day("2026-12-31")) }
        let draft = try town.handIn(PlanTown.second)
        let scheme = PublishScheme(inForce: try day("2027-01-01"), way: .amends)
        let published = try town.database.perform(
            PublishDraft(record: draft.code, scheme: scheme), by: PlanTown.office, on: day("2026-11-30"))
        #expect(published.stage == .published && published.edition == 2)
        let edition = try #require(try town.database.read { try $0.edition(inForceOn: day("2027-01-01")) }).edition
        #expect(edition.number == 2)
        #expect(edition.obligations.map { $0.since?.iso } == [nil, nil, "2024-01-01"])
        #expect(try town.database.read { try $0.edition(inForceOn: day("2026-12-31")) } == before)
        let again = refused {
            _ = try town.database.perform(
                PublishDraft(record: draft.code, scheme: scheme), by: PlanTown.office, on: day("2026-11-30"))
        }
        #expect(again == [.isClosed(.published)])
    }

    @Test("a new plan begins everything anew")
    func begunAnew() throws {
        let town = try PlanTown()
        let draft = try town.handIn(PlanTown.second)
        _ = try town.database.perform(
            PublishDraft(record: draft.code, scheme: PublishScheme(inForce: try day("2027-01-01"), way: .begins)),
            by: PlanTown.office, on: day("2026-11-30"))
        let edition = try #require(try town.database.read { try $0.edition(number: 2) }).edition
        #expect(edition.obligations.allSatisfy { $0.since == nil })
    }

    @Test(
        "answers are carried over where the clause says the same, under its new number, and told where they fit nothing"
    )
    func carriedOver() throws {
        let town = try PlanTown()
        func answer(_ task: String, _ quote: String, _ reason: String) throws {
            var answer = BindingAnswer(task: task, quote: quote)
            answer.dismiss = reason
            _ = try town.database.perform(AnswerClause(answer), by: PlanTown.office, on: day("2025-01-01"))
        }
        let first = try #require(try town.database.read { try $0.edition(number: 1) }).edition
        let drill = try #require(first.obligations.first { $0.task == "2" })
        let climb = try #require(first.obligations.first { $0.task == "3" })
        try answer("2", drill.quote, "另有规定")
        try answer("3", climb.quote, "不再办")
        let read = try town.read(town.handIn(PlanTown.second))
        #expect(read.answers.bindings.answers.map { "\($0.task) \($0.dismiss ?? "")" } == ["3 另有规定"])
        #expect(read.left.map(\.dismiss) == ["不再办"])
        #expect(read.edition.dismissed.map(\.reason) == ["另有规定"])
    }

    @Test("nothing, both at once, a PDF, and a text that obliges nothing are refused beside their fields")
    func refusals() throws {
        let town = try PlanTown()
        func handIn(_ text: String, _ file: EvidenceFile? = nil, bytes: [UInt8]? = nil) -> [PlanProblem] {
            refused {
                _ = try town.database.perform(
                    HandInPlan(material: PlanMaterial(file: file, text: text), bytes: bytes), by: PlanTown.office,
                    on: day("2026-11-30"))
            }
        }
        let file = EvidenceFile(
            name: "方案.pdf", type: "application/pdf", bytes: 8, hash: String(repeating: "a", count: 64))
        #expect(handIn(" \n") == [.nothingGiven])
        #expect(handIn(PlanTown.first, file, bytes: []) == [.twoGiven])
        #expect(handIn("", file) == [.gone])
        #expect(handIn("", file, bytes: Array("%PDF-1.7".utf8)) == [.unreadable(.document(.otherKind(.pdf)))])
        #expect(handIn("某方案\n大家要学习。") == [.plan(.nothingObliged)])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                HandInPlan(material: PlanMaterial(text: PlanTown.first), bytes: nil),
                by: Reader(account: "科员", rights: [.see, .plan], unit: "U2"), on: day("2026-11-30"))
        }
    }

    @Test("a Word file is kept by what it holds, and what was left out of it is told")
    func wordFile() throws {
        let town = try PlanTown()
        let bytes = try OfficialDocument([.title("河畔县学习方案"), .paragraph("各单位每年组织演练1次。")]).bytes()
        let file = EvidenceFile(
            name: "方案.docx", type: PaperKind.docx.type, bytes: bytes.count, hash: String(repeating: "b", count: 64))
        let draft = try town.database.perform(
            HandInPlan(material: PlanMaterial(file: file), bytes: bytes), by: PlanTown.office, on: day("2026-11-30"))
        #expect(draft.source == .file && draft.title == "河畔县学习方案")
        let papers = try town.database.read { try $0.evidence(of: draft) }
        #expect(papers.map(\.file) == [file] && papers.map(\.document) == [.original])
    }
}

@Suite("Reviewing a draft", .onEveryEngine)
struct ReviewTests {
    @Test("goes from one unsure place to the next; an open clause is answered, and a sound one left out with a reason")
    func answering() throws {
        let town = try PlanTown()
        let draft = try town.database.perform(ReviseEdition(), by: PlanTown.office, on: day("2026-11-30"))
        let review = PlanReview(read: try town.read(draft))
        let open = try #require(review.read.open.first)
        #expect(review.places.contains(open.place.start))
        let missing = refused { try town.answer(draft, at: open.place.start) { $0.activity = "" } }
        #expect(missing == [.noActivity])
        try town.answer(draft, at: open.place.start) { answer in
            answer.activity = "contest"
            answer.population = "programme"
            if answer.answerable.isEmpty { answer.answerable = "县水务局" }
        }
        #expect(try town.read(draft).open.isEmpty)
        let sound = try #require(review.read.edition.obligations.first { $0.executable })
        #expect(refused { try town.answer(draft, at: sound.place.start) { $0.decision = .leaveOut } } == [.noReason])
        try town.answer(draft, at: sound.place.start) { answer in
            answer.decision = .leaveOut
            answer.reason = "由上级考核"
        }
        let read = try town.read(draft)
        #expect(read.edition.dismissed.map(\.reason) == ["由上级考核"])
        #expect(!read.edition.obligations.contains { $0.place.start == sound.place.start })
        // Nothing was published by any of it.
        #expect(try town.database.read { try $0.editions() }.count == 1)
    }

    @Test("a plan that is answered in force begins on the day chosen, and never where another plan is in force")
    func days() throws {
        let town = try PlanTown()
        let clause = try #require(try town.database.read { try $0.edition(number: 1) }).edition.obligations[0]
        var answer = BindingAnswer(task: clause.task, quote: clause.quote)
        answer.dismiss = "试"
        let edition = try town.database.perform(
            AnswerClause(answer, inForce: day("2026-06-01")), by: PlanTown.office, on: day("2026-05-06"))
        #expect(edition.inForce.iso == "2026-06-01")
        #expect(try town.database.read { try $0.editionNumber(inForceOn: day("2026-05-31")) } == 1)
        try town.database.perform(
            PublishPlan(plan: Array(PlanTown.second.utf8), inForce: day("2026-09-01")), by: PlanTown.office,
            on: day("2026-05-07"))
        answer.dismiss = "再试"
        #expect(throws: PlanRefused.otherPlan(try day("2026-10-01"), edition: 3)) {
            try town.database.perform(
                AnswerClause(answer, edition: 2, inForce: day("2026-10-01")), by: PlanTown.office, on: day("2026-05-08")
            )
        }
    }
}
