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

@Suite("What is typed is held to one rule, by whatever way it comes", .onEveryEngine)
struct TypedMaterialTests {
    static let hostile = [
        "\u{200B}", "\u{202E}", "\u{2060}\u{FEFF}", "\u{3164}", "\u{301}\u{302}", "\u{FE0F}", "\u{0}", "\u{0}学习",
        "学\u{7}习",
        "学\u{85}习", "学\n习", "学\t习", "学\u{FFFD}习", String(repeating: "\u{301}", count: 100_000),
        "学" + String(repeating: "\u{301}", count: 100_000), String(repeating: "学", count: 100_000),
        "学" + String(repeating: "\u{489}", count: 30),
        String(decoding: [0xC5, 0xE0, 0xD1, 0xB5] as [UInt8], as: UTF8.self),
    ]

    @Test("a title, an attachment, a reason that cannot be kept is refused", arguments: hostile)
    func refused(_ text: String) throws {
        let town = try SmallTown()
        #expect(throws: ActivityRefused.self) { try town.report { $0.title = text } }
        #expect(throws: ActivityRefused.self) {
            try town.report { $0.attachments = [.init(text, on: day("2026-08-21"))] }
        }
        let code = try town.report()
        #expect(throws: RecordRefused.self) {
            try town.database.perform(
                VoidRecord(.init(.activity, code), reason: text), by: .localOperator(named: "x"), on: SmallTown.today)
        }
        let draft = town.draft { $0.title = "另一名称" }
        #expect(throws: RecordRefused.self) {
            try town.database.perform(
                CorrectActivity(code, with: draft, reason: text), by: .localOperator(named: "x"), on: SmallTown.today)
        }
        #expect(try town.book.activities.count == 1 && town.book.voidings.isEmpty)
    }

    @Test("what can be kept is kept trimmed, composed, and without what cannot be seen")
    func kept() throws {
        let town = try SmallTown()
        _ = try town.report {
            $0.title = "\u{FEFF} cafe\u{301}学\u{200B}习\u{202C} "
            $0.attachments = [.init(" 成果\u{200B}报告　", on: day("2026-08-22"))]
            $0.topics = [.theory, .theory]
        }
        let activity = try #require(try town.book.activities.first)
        #expect(Array(activity.title.unicodeScalars) == Array("caf\u{E9}学习".unicodeScalars))
        #expect(activity.attachments.map(\.name) == ["成果报告"])
        #expect(activity.topics == [.theory])
    }

    static let unlikely: [(String, @Sendable (inout ActivityDraft) -> Void, ActivityDay, String?, isImpossible: Bool)] =
        [
            ("filed in the year 26", { $0.filed = day("0026-08-10") }, .filed, "2026-08-10", true),
            ("filed ten years before", { $0.filed = day("2016-09-10") }, .filed, "2026-09-10", false),
            ("approved in 1926", { $0.approved = day("1926-08-10") }, .approved, "2026-08-10", true),
            (
                "an attachment of the year 206", { $0.attachments = [.init("方案", on: day("0206-08-10"))] },
                .attachment("方案"), "2026-08-10", true
            ),
            (
                "held five years ago",
                {
                    $0.from = day("2021-08-21")
                    $0.to = day("2021-08-21")
                    $0.organiser = "oldOffice"
                    $0.team = nil
                }, .from, "2026-08-21", false
            ),
            (
                "reported two years after",
                {
                    $0.from = day("2024-03-01")
                    $0.to = day("2024-03-01")
                    $0.reported = day("2026-03-02")
                }, .reported, "2024-03-02", false
            ),
        ]

    @Test("a day far from what it belongs to is asked about, with the day that was meant", arguments: unlikely.indices)
    func asked(_ index: Int) throws {
        let (name, change, field, meant, isImpossible) = Self.unlikely[index]
        let town = try SmallTown()
        let refusal = #expect(throws: ActivityRefused.self, "\(name)") { try town.report(change) }
        let found = try #require(
            refusal?.problems.compactMap { if case .unlikely(let day) = $0 { day } else { nil } }.first, "\(name)")
        #expect(
            found.field == field && found.meant?.iso == meant && found.isImpossible == isImpossible, "\(name) \(found)")
        let again = try? town.database.perform(
            ReportActivity(town.draft(change), confirmed: [found.confirmation]), by: .localOperator(named: "x"),
            on: SmallTown.today)
        if isImpossible { #expect(again == nil, "\(name): nobody can mean it") }
    }

    @Test(
        "hours that no activity has are refused, whoever hands them in",
        arguments: [
            -1, 24.5, 0.1, 1e-300, 1e15, 1e18, 1e300, -1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
            .infinity,
            -.infinity, .nan,
        ] as [Double])
    func hours(_ hours: Double) throws {
        let town = try SmallTown()
        #expect(throws: ActivityRefused.self) { try town.report { $0.hours = hours } }
        #expect(throws: ActivityRefused.self) { try town.report { $0.participants[0].hours = hours } }
        #expect(try town.book.activities.isEmpty)
    }

    @Test("said to be right, an unlikely day is taken, and a correction need not say so again")
    func confirmed() throws {
        let town = try SmallTown()
        let draft = town.draft { $0.filed = day("2018-08-10") }
        let code = try town.database.perform(
            ReportActivity(draft, confirmed: [ConfirmedDay(.filed, day("2018-08-10"))]), by: .localOperator(named: "x"),
            on: SmallTown.today
        ).activity.code
        var other = draft
        other.title = "改名"
        try town.database.perform(
            CorrectActivity(code, with: other, reason: "名称有误"), by: .localOperator(named: "x"), on: SmallTown.today)
        #expect(try town.book.activities.count == 2)
    }

    @Test("a day said to be right in one place is asked about in every other, in a correction too")
    func confirmedElsewhere() throws {
        let town = try SmallTown()
        let old = day("2018-08-10")
        func asked(_ draft: ActivityDraft, _ confirmed: Set<ConfirmedDay>, replacing code: String? = nil) throws
            -> [ActivityDay]
        {
            try town.database.read {
                try draft.problems(in: $0, today: SmallTown.today, replacing: code, confirmed: confirmed)
            }.compactMap { if case .unlikely(let day) = $0 { day.field } else { nil } }
        }
        let filed = town.draft { $0.filed = old }
        var draft = filed
        draft.approved = old
        draft.attachments = [.init("方案", on: old), .init(" 通知 ", on: old)]
        let places: [ActivityDay] = [.filed, .approved, .attachment("方案"), .attachment("通知")]
        #expect(try asked(draft, []) == places)
        for place in places {
            #expect(try asked(draft, [ConfirmedDay(place, old)]) == places.filter { $0 != place })
            #expect(try asked(draft, [ConfirmedDay(place, old + 1)]) == places)
        }
        #expect(try asked(draft, Set(places.map { ConfirmedDay($0, old) })).isEmpty)

        let code = try town.database.perform(
            ReportActivity(filed, confirmed: [ConfirmedDay(.filed, old)]), by: .localOperator(named: "x"),
            on: SmallTown.today
        ).activity.code
        #expect(try asked(draft, [], replacing: code) == places.filter { $0 != .filed })
        #expect(throws: ActivityRefused.self) {
            try town.database.perform(
                CorrectActivity(code, with: draft, reason: "补批准日期"), by: .localOperator(named: "x"), on: SmallTown.today
            )
        }
    }

    @Test(
        "the same report is known in any width, case, spacing and composition",
        arguments: ["第三季度专题学习", "第三季度 专题学习", "第三季度\u{200B}专题学习", "\u{202E}第三季度专题学习"])
    func same(title: String) throws {
        let town = try SmallTown()
        let code = try town.report()
        let refusal = #expect(throws: ActivityRefused.self) { try town.report { $0.title = title } }
        #expect(refusal?.problems == [.alreadyReported(code: code)])
    }

    @Test("and so is one with figures and brackets")
    func sameFigures() throws {
        let town = try SmallTown()
        let code = try town.report { $0.title = "“学习强国”专题班（一）第3期 Café" }
        for title in ["「学习强国」专题班(一)第３期 CAFE\u{301}", "“学习强国”专题班 （ 一 ） 第3期Ｃafé"] {
            let refusal = #expect(throws: ActivityRefused.self) { try town.report { $0.title = title } }
            #expect(refusal?.problems == [.alreadyReported(code: code)], "\(title)")
        }
        _ = try town.report { $0.title = "“学习强国”专题班（二）第3期 Café" }
    }

    private let plan = """
        某局学习方案

        一、理论学习
        1. 抓好学习。各党组理论学习中心组每年集中学习不少于12次。（牵头单位：办公室；责任单位：各单位）
        """

    @Test("a plan is in force near the day it is published; a slip is met with the year that was meant")
    func inForce() throws {
        let town = try SmallTown()
        for (typed, meant) in [
            ("0026-01-01", "2026-01-01"), ("2206-01-01", "2026-01-01"), ("9999-12-31", "2029-12-31"),
        ] {
            let refusal = #expect(throws: PlanRefused.self) {
                try town.database.perform(
                    PublishPlan(plan: Array(plan.utf8), inForce: day(typed)), by: .localOperator(named: "x"),
                    on: SmallTown.today)
            }
            guard case .inForceOutside(_, _, let found) = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
            #expect(found?.iso == meant, "\(typed)")
            for language in Language.allCases {
                #expect(refusal?.messages(in: language).first?.contains(meant) == true)
            }
        }
        #expect(try town.database.read { try $0.editions() }.isEmpty)
    }

    @Test("the same answer twice makes one edition; another answer makes the next, and none is lost")
    func answeredTwice() throws {
        let town = try SmallTown()
        let first = try town.database.perform(
            PublishPlan(plan: Array(plan.utf8), inForce: day("2026-01-01")), by: .localOperator(named: "x"),
            on: SmallTown.today)
        let clause = try #require(first.obligations.first)
        var answer = BindingAnswer(task: clause.task, quote: clause.quote)
        answer.amount = 13
        func perform() throws -> Int {
            try town.database.perform(
                AnswerClause(answer, edition: 1), by: .localOperator(named: "x"), on: SmallTown.today
            ).number
        }
        #expect(try [perform(), perform(), perform()] == [2, 2, 2])
        answer.amount = 14
        #expect(try perform() == 3)
        for amount in [0, -5, 1e18, 1e300, .nan, .infinity] {
            answer.amount = amount
            #expect(throws: PlanRefused.self) { try perform() }
        }
        answer.amount = nil
        answer.dismiss = "\u{200B}"
        #expect(throws: PlanRefused.reasonUnfit(.invisible)) { try perform() }
        #expect(try town.database.read { try $0.editions() }.count == 3)
    }
}
