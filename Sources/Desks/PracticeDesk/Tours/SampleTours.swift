import Records
import Storage
public import Store
public import Vocabulary

/// Twelve tours of a sample town, in every state on its last day, done by the acts themselves.
public struct SampleTours {
    private let database: Database
    private let until: Day
    private let rules = TourRules()

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    private struct Theme {
        var title: String
        var purpose: String
        var place: String
        var question: String
        var measure: String
    }

    private static let themes = [
        Theme(
            title: "老旧小区改造学习考察", purpose: "学习老旧小区改造的资金平衡和居民参与办法", place: "南州市", question: "改造资金由谁分担",
            measure: "制定老旧小区改造资金分担办法"),
        Theme(
            title: "数字政务学习考察", purpose: "学习一网通办事项梳理和数据共享做法", place: "江浦市", question: "部门数据如何共享", measure: "编制政务数据共享清单"),
        Theme(title: "乡村旅游学习考察", purpose: "学习乡村民宿集群的经营和管理", place: "临溪县", question: "村集体如何分红", measure: "开展三个村的民宿试点"),
        Theme(
            title: "园区招商学习考察", purpose: "学习产业园区专班招商和项目代办机制", place: "海岳市", question: "代办员从哪里来", measure: "建立重点项目代办员制度"),
        Theme(title: "基层治理学习考察", purpose: "学习网格事项流转和办结回访", place: "平川市", question: "网格事项怎样派到部门", measure: "修订网格事项派单规则"),
        Theme(title: "城市防汛学习考察", purpose: "学习城区易涝点整治和应急值守", place: "清河市", question: "易涝点整治如何排序", measure: "排出易涝点整治次序表"),
    ]

    /// Does nothing where the town has not enough units with people.
    @discardableResult
    public func make() throws -> Int {
        let homes = try homes()
        guard homes.count >= 12 else { return 0 }
        let plans: [(state: TourState, from: Int, lead: Int)] = [
            (.toApprove, 24, 26), (.toApprove, 9, 11), (.returned, 20, 24), (.toLeave, 12, 30), (.toReport, -6, 20),
            (.toReport, -9, 12), (.reportOverdue, -30, 18), (.measuresToDraw, -25, 22), (.measuresOpen, -60, 16),
            (.measuresOpen, -90, 9), (.closed, -150, 21), (.withdrawn, 15, 20),
        ]
        for (number, plan) in plans.enumerated() {
            try make(
                plan.state, home: homes[number], theme: Self.themes[number % Self.themes.count],
                from: until + plan.from, filed: until + plan.from - plan.lead)
        }
        return plans.count
    }

    private struct Home {
        var unit: OrgUnit
        var people: [String]
        var clerk: Reader { Reader(account: "\(unit.name)联络员", rights: [.see, .report], unit: unit.code) }
    }

    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])

    private func homes() throws -> [Home] {
        try database.read { reading in
            try reading.units().filter { $0.kind == .department && $0.span.contains(until) }.compactMap { unit in
                let people = try reading.persons(at: unit.code, on: until, limit: 5).persons.map(\.code)
                return people.count >= 4 ? Home(unit: unit, people: people) : nil
            }
        }
    }

    private func make(_ state: TourState, home: Home, theme: Theme, from: Day, filed: Day) throws {
        // What was filed lies in the past; what is to come is filed at the latest today.
        let filed = min(filed, until)
        let scheme = TourScheme(
            title: theme.title, unit: home.unit.code, leader: home.people[0], from: from, to: from + 2,
            purpose: theme.purpose, questions: [theme.question],
            route: [
                TourStop(day: from, place: theme.place, host: theme.place + "有关部门", study: "总体情况介绍"),
                TourStop(day: from + 1, place: theme.place, host: theme.place + "有关部门", study: "现场学习"),
                TourStop(day: from + 2, place: theme.place, host: "", study: "座谈交流，返程"),
            ], members: Array(home.people.dropFirst()),
            budget: [
                TourCost(item: .travel, amount: Money(fen: 640_000)),
                TourCost(item: .lodging, amount: Money(fen: 720_000)),
                TourCost(item: .meals, amount: Money(fen: 300_000)),
            ], fundedBy: "单位培训经费")
        let tour = try database.perform(FileTour(scheme: scheme), by: home.clerk, on: filed)
        if state == .toApprove { return }
        if state == .withdrawn {
            try database.perform(
                WithdrawTour(record: tour.code, reason: "与对方时间冲突，改期另报"), by: home.clerk, on: min(until, filed + 3))
            return
        }
        let isReturned = state == .returned
        try database.perform(
            DecideTour(record: tour.code, isApproved: !isReturned, remark: isReturned ? "人员偏多，请按每批不超过5人调整并补充接待函" : ""),
            by: office, on: min(until, filed + 3))
        if [.returned, .toLeave, .toReport, .reportOverdue].contains(state) { return }
        try report(tour, state, home, theme)
    }

    private func report(_ tour: StudyTour, _ state: TourState, _ home: Home, _ theme: Theme) throws {
        let scheme = tour.scheme
        let reported = min(until, scheme.to + rules.reportDays - 2)
        try database.perform(
            ReportTour(
                record: tour.code,
                outcome: TourOutcome(
                    from: scheme.from, to: scheme.to, findings: "\(theme.place)先摸清底数，再分类推进；专班负责，按周调度，按季公开。",
                    gaps: "我市底数还不够清楚，部门之间衔接不够。", halfHours: 36, members: scheme.members, costs: scheme.budget)),
            by: home.clerk, on: reported)
        if state == .measuresToDraw { return }
        for (number, due) in [reported + 30, reported + 120].enumerated() {
            let measure = try database.perform(
                DrawMeasure(
                    record: tour.code,
                    draft: MeasureDraft(
                        measure: number == 0 ? theme.measure : "对照\(theme.place)做法开展一次自查", origin: theme.place,
                        lead: home.unit.code, owner: home.people[1], due: due)), by: home.clerk, on: reported)
            if state == .closed || number == 1 && scheme.to + 80 < until {
                try database.perform(
                    FinishMeasure(record: measure.code, proof: "已印发执行，见单位公文"), by: home.clerk, on: min(until, due))
            }
        }
    }
}
