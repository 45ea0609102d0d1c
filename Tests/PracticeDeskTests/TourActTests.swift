import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PracticeDesk

@Suite("Study tours: from filing to measures") struct TourActTests {
    static let today = day("2026-09-01")

    private func file(_ town: DeskTown, _ change: (inout TourScheme) -> Void = { _ in }) throws -> StudyTour {
        try town.database.perform(FileTour(scheme: .sample(change)), by: .clerk, on: Self.today)
    }

    private func approve(_ town: DeskTown, _ tour: StudyTour) throws {
        try town.database.perform(
            DecideTour(record: tour.code, isApproved: true, remark: ""), by: .office, on: day("2026-09-03"))
    }

    @Test(
        "a tour is filed, approved, held and reported, and the ledger's records have it", arguments: TestEngine.allCases
    )
    func life(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        #expect(tour.code == "T2026-000001")
        #expect(tour.scheme.members == ["P1", "P2"], "whoever leads takes part")
        #expect(try town.database.read { try $0.one(StudyTour.self, tour.code, for: .clerk) } == tour)
        try approve(town, tour)
        try town.database.perform(
            ReportTour(record: tour.code, outcome: .sample(of: tour)), by: .clerk, on: day("2026-10-20"))
        let book = try town.database.read { try $0.recordBook() }
        let activity = try #require(book.activities.first)
        #expect(activity.kind == .studyTour)
        #expect(
            [activity.filed, activity.approved, activity.reported] == [
                Self.today, day("2026-09-03"), day("2026-10-20"),
            ])
        #expect(activity.attachments.map(\.name) == ["考察学习方案", "考察成果报告"])
        #expect(book.participations.map(\.person) == ["P1", "P2"])
        #expect(book.participations.map(\.hours) == [18, 18])
        let measure = try town.database.perform(
            DrawMeasure(
                record: tour.code,
                draft: MeasureDraft(
                    measure: "建立改造资金平衡机制", origin: "南州市", lead: "U2", owner: "P2", due: day("2026-12-31"))),
            by: .clerk, on: day("2026-10-21"))
        try town.database.perform(
            FinishMeasure(record: measure.code, proof: "已印发办法"), by: .clerk, on: day("2026-11-02"))
        let kept = try #require(try town.database.read { try $0.one(TourMeasure.self, measure.code, for: .office) })
        #expect(kept.done == day("2026-11-02"))
        #expect(kept.proof == "已印发办法")
        #expect(try town.database.faults() == [])
        try town.database.write(by: "x") { try $0.connection.execute("update tour_costs set fen = fen + 100") }
        #expect(
            try town.database.faults().contains { fault in
                if case .facts(.altered("study_tours", tour.code, _)) = fault { true } else { false }
            })
    }

    @Test("what would be untrue is refused beside its field", arguments: TestEngine.allCases)
    func untrue(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        func fields(_ change: @escaping (inout TourScheme) -> Void) throws -> [String] {
            let refused = #expect(throws: Refused.self) { try file(town, change) }
            return refused?.problems.map(\.field) ?? []
        }
        #expect(try fields { $0.to = day("2026-10-01") } == ["to", "route.0.day"])
        #expect(try fields { $0.route[0].day = day("2026-11-20") } == ["route.0.day"])
        #expect(try fields { $0.route[0].place = "日本东京" } == ["route.0.place"])
        #expect(try town.database.read { try $0.count(StudyTour.self, for: .office) } == 0)
    }

    @Test("what a rule forbids is shown, not refused", arguments: TestEngine.allCases)
    func shown(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town) {
            $0.from = day("2026-09-08")
            $0.to = day("2026-09-16")
            $0.route = [TourStop(day: day("2026-09-08"), place: "南州市")]
            $0.members = ["P1", "P2", "P3"]
        }
        let rules = TourRules(leadDays: 15, mostPeople: 2, mostDays: 5)
        let progress = TourProgress(tour: tour, report: nil, measures: [], rules: rules, today: Self.today)
        #expect(
            progress.remarks.map(\.zh) == [
                "应提前15天报备，实际提前7天，按迟报显示", "共3人，超过每批2人的规定", "共9天，超过每次5天的规定",
            ])
        #expect(progress.steps.map(\.mark) == [.behind, .next, .waiting, .waiting, .waiting])
    }

    @Test(
        "filed exactly so many days ahead is in time, a day less is late",
        arguments: [(15, false), (14, true), (16, false)])
    func lead(days: Int, isLate: Bool) {
        let filed = day("2026-10-13") - days
        let tour = StudyTour(
            code: "T", scheme: .sample(), filed: filed, stage: .filed, decided: nil, remark: "")
        let progress = TourProgress(tour: tour, report: nil, measures: [], rules: TourRules(), today: Self.today)
        #expect(progress.isFiledLate == isLate)
    }

    @Test("the report is due ten days after the return, by the days really held")
    func reportDue() {
        let tour = StudyTour(
            code: "T", scheme: .sample(), filed: Self.today, stage: .approved, decided: day("2026-09-03"), remark: "")
        func state(_ today: String) -> TourState {
            TourProgress(tour: tour, report: nil, measures: [], rules: TourRules(), today: day(today)).state
        }
        #expect(state("2026-10-15") == .toLeave)
        #expect(state("2026-10-16") == .toReport)
        #expect(state("2026-10-25") == .toReport)
        #expect(state("2026-10-26") == .reportOverdue)
    }

    @Test("after the decision nothing changes: a new route is a new tour", arguments: TestEngine.allCases)
    func decided(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        try town.database.perform(
            DecideTour(record: tour.code, isApproved: false, remark: "人数偏多"), by: .office, on: day("2026-09-02"))
        var scheme = tour.scheme
        scheme.purpose = "学习老旧小区改造的资金办法"
        let again = try town.database.perform(
            FileTourAgain(record: tour.code, scheme: scheme), by: .clerk, on: day("2026-09-03"))
        #expect([again.filed, again.decided] == [day("2026-09-03"), day("2026-09-02")])
        try approve(town, tour)
        scheme.route[0].place = "江浦市"
        let refused = #expect(throws: Refused.self) {
            try town.database.perform(
                FileTourAgain(record: tour.code, scheme: scheme), by: .clerk, on: day("2026-09-04"))
        }
        #expect(refused?.problems.first?.words.zh.contains("撤回后重新报备") == true)
        try town.database.perform(WithdrawTour(record: tour.code, reason: "改期"), by: .clerk, on: day("2026-09-05"))
        #expect(try town.database.read { try $0.one(StudyTour.self, tour.code, for: .clerk)?.stage } == .withdrawn)
    }

    @Test(
        "a report says why it differs, once, and only of what was approved and is over", arguments: TestEngine.allCases)
    func report(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        func words(on today: String = "2026-10-20", _ change: (inout TourOutcome) -> Void = { _ in }) throws -> [String]
        {
            var outcome = TourOutcome.sample(of: tour)
            change(&outcome)
            let refused = #expect(throws: Refused.self) {
                try town.database.perform(ReportTour(record: tour.code, outcome: outcome), by: .clerk, on: day(today))
            }
            return refused?.problems.map(\.words.zh) ?? []
        }
        #expect(try words() == ["这次考察还没有批准，不能报送报告"])
        try approve(town, tour)
        #expect(try words(on: "2026-10-12") == ["出发日期2026-10-13还没有到，返回后再报送报告"])
        #expect(try words(on: "2026-10-14") == ["返回日期2026-10-15还没有到，请返回后再报"])
        #expect(try words { $0.members = ["P1"] } == ["实际情况与批准的方案不一致，请说明原因"])
        #expect(try words { $0.halfHours = 400 } == ["学时超过了这几天的时数"])
        var outcome = TourOutcome.sample(of: tour)
        outcome.members = ["P1"]
        outcome.differences = "一人因病未去"
        try town.database.perform(ReportTour(record: tour.code, outcome: outcome), by: .clerk, on: day("2026-10-20"))
        #expect(try words() == ["考察报告已经报送"])
        #expect(try town.database.read { try $0.recordBook().activities.count } == 1)
    }

    @Test("two tours of one year to one place for one purpose are pointed out", arguments: TestEngine.allCases)
    func alike(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let first = try file(town)
        _ = try file(town) {
            $0.title = "招商引资考察"; $0.purpose = "对接装备制造企业"
        }
        func like(_ change: (inout TourScheme) -> Void = { _ in }) throws -> [String] {
            try town.database.read { try $0.toursLike(.sample(change), code: "", for: .office) }.map(\.code)
        }
        #expect(try like { $0.title = "城区老旧小区改造考察" } == [first.code])
        #expect(try like { $0.route[0].place = "别处市" } == [])
        #expect(
            try like {
                $0.title = "粮食仓储"; $0.purpose = "看仓库"
            } == [])
        #expect(
            try like {
                $0.from = day("2027-03-01"); $0.to = day("2027-03-03")
            } == [])
    }

    @Test("the office decides, the unit files, and nobody reaches beyond their unit", arguments: TestEngine.allCases)
    func rights(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        #expect(throws: NotAllowed(right: .plan)) {
            try town.database.perform(
                DecideTour(record: tour.code, isApproved: true, remark: ""), by: .clerk, on: Self.today)
        }
        #expect(throws: NotAllowed(right: .report, unit: "U2")) {
            try town.database.perform(FileTour(scheme: .sample()), by: .neighbour, on: Self.today)
        }
        #expect(throws: Refused.self) {
            try town.database.perform(WithdrawTour(record: tour.code, reason: "试"), by: .neighbour, on: Self.today)
        }
        #expect(try town.database.read { try $0.all(StudyTour.self, for: .neighbour) } == [])
    }
}

extension TourActTests {
    @Test("several acts as one change are all done or none", arguments: TestEngine.allCases)
    func together(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tours = try ["甲", "乙"].map { title in
            try town.database.perform(
                FileTour(scheme: .sample { $0.title = "\(title)地学习考察" }), by: .clerk, on: Self.today)
        }
        func approve(_ codes: [String]) throws -> [(any Error)?] {
            try town.database.performAll(
                codes.map { (DecideTour(record: $0, isApproved: true, remark: ""), nil) }, by: .office, on: Self.today,
                noting: "", in: "")
        }
        func stages() throws -> [TourStage] {
            try town.database.read { try $0.all(StudyTour.self, for: .office, order: "code") }.map(\.stage)
        }
        let refusals = try approve([tours[0].code, "T2026-999999", tours[1].code])
        #expect(refusals.map { $0 is Refused } == [false, true, false])
        #expect(try stages() == [.filed, .filed])
        #expect(try approve(tours.map(\.code)).allSatisfy { $0 == nil })
        #expect(try stages() == [.approved, .approved])
        #expect(throws: NotAllowed.self) {
            try town.database.performAll(
                [(DecideTour(record: tours[0].code, isApproved: true, remark: ""), nil)], by: .clerk, on: Self.today,
                noting: "", in: "")
        }
    }

    @Test("what the journal tells of a tour reads back as the tour it was", arguments: TestEngine.allCases)
    func journaled(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let first = try file(town)
        let second = try town.database.perform(
            FileTourAgain(record: first.code, scheme: .sample { $0.members = ["P2", "P3"] }), by: .clerk,
            on: day("2026-09-02"))
        try approve(town, second)
        let changes = try town.database.read { try $0.changes(of: StudyTour.self, first.code) }
        #expect(changes.map(\.row.act) == ["fileTour", "fileTourAgain", "decideTour"])
        #expect(changes[0].before == nil && changes[0].after == first && changes[1].before == first)
        #expect(changes[1].after == second && changes[2].before == second)
        #expect(changes[2].after?.stage == .approved && changes[2].after?.decided == day("2026-09-03"))
    }

    @Test("each state has its own words where it is not to be decided or changed", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        func words(_ act: some Act, by reader: Reader, on today: String) throws -> String {
            let refused = #expect(throws: Refused.self) {
                try town.database.perform(act, by: reader, on: day(today))
            }
            return refused?.problems.map(\.words.zh).joined() ?? ""
        }
        let approval = DecideTour(record: tour.code, isApproved: true, remark: "")
        #expect(
            try words(DecideTour(record: tour.code, isApproved: false, remark: " "), by: .office, on: "2026-09-02")
                == "退回的，请写明要改什么")
        try town.database.perform(
            DecideTour(record: tour.code, isApproved: false, remark: "人数偏多"), by: .office, on: day("2026-09-02"))
        let returned = try words(approval, by: .office, on: "2026-09-03")
        #expect(returned.contains("退回修改") && !returned.contains("撤回"))
        try town.database.perform(
            FileTourAgain(record: tour.code, scheme: .sample { $0.fundedBy = "专项经费" }), by: .clerk,
            on: day("2026-09-03"))
        try approve(town, tour)
        #expect(try words(approval, by: .office, on: "2026-09-04").contains("撤回后重新报备"))
        let held = try words(approval, by: .office, on: "2026-10-20")
        #expect(held.contains("已出发") && !held.contains("撤回"))
        let late = try words(
            FileTourAgain(record: tour.code, scheme: .sample()), by: .clerk, on: "2026-10-20")
        #expect(late.contains("报告中说明") && !late.contains("撤回"))
    }

    @Test("what follows from a field that could not be read is not told; all else is") func unread() {
        let scheme = TourScheme.sample {
            $0.to = day("2026-10-01")
            $0.route.append(TourStop(day: .unset, place: "日本东京"))
        }
        func fields(_ unread: Set<String>) -> [String] {
            scheme.problems.filter { $0.stands(besides: unread) }.map(\.field)
        }
        #expect(fields([]) == ["to", "route.0.day", "route.1.place"])
        #expect(fields(["title", "route.1.day"]) == ["to", "route.0.day", "route.1.place"])
        #expect(fields(["from"]) == ["route.1.place"])
        let tour = StudyTour(
            code: "T", scheme: .sample(), filed: Self.today, stage: .approved, decided: nil, remark: "")
        var outcome = TourOutcome.sample(of: tour)
        outcome.members = ["P3"]
        outcome.halfHours = 400
        func told(_ unread: Set<String>) -> [String] {
            outcome.problems(of: tour, on: day("2026-10-20")).filter { $0.stands(besides: unread) }.map(\.field)
        }
        #expect(told([]) == ["hours", "differences"])
        #expect(told(["members.1"]) == ["hours"], "who went could not be read")
        #expect(told(["to"]) == [])
    }

    @Test("a measure is led within one's reach; the office may choose any unit", arguments: TestEngine.allCases)
    func lead(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tour = try file(town)
        try approve(town, tour)
        try town.database.perform(
            ReportTour(record: tour.code, outcome: .sample(of: tour)), by: .clerk, on: day("2026-10-20"))
        let draft = DrawMeasure(
            record: tour.code,
            draft: MeasureDraft(measure: "联合整治", origin: "", lead: "U3", owner: "P4", due: day("2026-12-31")))
        let refused = #expect(throws: Refused.self) {
            try town.database.perform(draft, by: .clerk, on: day("2026-10-21"))
        }
        #expect(refused?.problems.map(\.field) == ["lead"])
        #expect(try town.database.perform(draft, by: .office, on: day("2026-10-21")).draft.lead == "U3")
    }
}
