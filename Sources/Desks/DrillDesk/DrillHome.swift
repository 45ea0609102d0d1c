import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// The kinds of drills that the ledger counts of a unit.
enum DrillKind: String, CaseIterable, Sendable {
    case exchange, exam, contest

    var activity: ActivityKind {
        switch self {
        case .exchange: .exchange
        case .exam: .exam
        case .contest: .contest
        }
    }

    var words: Words {
        switch self {
        case .exchange: Words("业务交流", "Exchanges")
        case .exam: Words("季度考试", "Exams")
        case .contest: Words("业务比武", "Contests")
        }
    }

    /// The months in each of which there is to be one: each month, each quarter, the year.
    var months: Int { self == .exchange ? 1 : self == .exam ? 3 : 12 }

    var newAddress: String {
        switch self {
        case .exchange: "/drills/exchanges/new"
        case .exam: "/drills/exams/new"
        case .contest: "/drills/contests/new"
        }
    }

    var act: any Act.Type {
        switch self {
        case .exchange: ReportExchange.self
        case .exam: AnnounceExam.self
        case .contest: AnnounceContest.self
        }
    }
}

/// What a unit has on record as held, by this desk, by hand or by an import. It is only read here.
struct HeldDrill: Noun {
    var code: String
    var kind: String
    var title: String
    var organiser: String
    var from: Day

    static let table = Table<HeldDrill>(
        "activities", Column("code") { $0.code }, Column("kind") { $0.kind }, Column("title") { $0.title },
        Column("organiser") { $0.organiser }, Column("from_day") { $0.from }, make: HeldDrill.init)
    static let reach = Reach.unit("organiser")
}

/// The drills of a unit in a year.
struct DrillYear {
    let unit: String
    let year: Int
    let held: [HeldDrill]
    let today: Day

    init(_ unit: String, _ year: Int, in reading: some Reading, on today: Day) throws {
        self.unit = unit
        self.year = year
        self.today = today
        held = try reading.all(
            HeldDrill.self, for: .everybody,
            where: """
                organiser = \(unit) and kind in (\(list: DrillKind.allCases.map(\.activity.rawValue)))
                and \(SQL.days(of: year, column: "from_day"))
                and not exists (select v.code from voidings v where v.activity = activities.code)
                and not exists (select c.code from corrections c where c.activity = activities.code)
                """, order: "from_day")
    }

    /// What there is of a kind in the part of the year that ends with a month.
    func held(_ kind: DrillKind, until month: Int) -> [HeldDrill] {
        held.filter {
            $0.kind == kind.activity.rawValue && $0.from.month <= month && $0.from.month > month - kind.months
        }
    }

    /// The slot stands where something was held, else in the last month of its part of the year.
    private func slot(_ kind: DrillKind, _ month: Int, opens: Bool) -> Slot? {
        let last = (month - 1) / kind.months * kind.months + kind.months
        let found = held(kind, until: last)
        if let first = found.first {
            let here = found.filter { $0.from.month == month }
            guard month == first.from.month || !here.isEmpty else { return nil }
            return Slot(
                .met, Words("已举办\(max(1, here.count))次", "held: \(max(1, here.count))"),
                address: "#held-\(here.first?.code ?? first.code)")
        }
        guard month == last else { return nil }
        let end = Day(year: year, month: last, day: 1)?.ending(months: 1) ?? today
        return Slot(
            end < today ? .overdue : .notYetDue, end < today ? Words("没有举办", "none held") : Words("未到期", "to come"),
            address: opens ? "\(kind.newAddress)?unit=\(Query.encoded(unit))" : nil)
    }

    func slots(opens: Bool) -> HTML {
        .slots(
            Words("全年一览", "The year at a glance"), corner: Words("类别", "Kind"),
            periods: (1...12).map { Words("\($0)月", String($0)) }, now: today.year == year ? today.month - 1 : nil,
            sum: Words("已举办", "Held"),
            DrillKind.allCases.map { kind in
                SlotRow(
                    .words(kind.words), (1...12).map { slot(kind, $0, opens: opens) },
                    sum: .text(String(held.count { $0.kind == kind.activity.rawValue })))
            })
    }
}

/// Drills of a unit (岗位练兵): its year, what the plan asks for, and the ways to everything.
enum DrillHome {
    static let address = "/drills"
    static let words = Words("岗位练兵", "Drills")
}

extension Ask {
    func drillHome() throws -> Page {
        let asked = try query["unit"].flatMap { try naming.unit(typed: $0)?.code } ?? reader.unit
        let year = query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? today.year
        var sections: [HTML] = []
        if let unit = asked, try reading.isWithinReach(unit, of: reader) {
            let found = try DrillYear(unit, year, in: reading, on: today)
            func yearLink(_ year: Int) -> HTML {
                .link(
                    context.link(DrillHome.address, ("unit", unit), ("year", String(year))), .text(String(year)))
            }
            sections = [
                .part(
                    Words("全年一览", "The year at a glance"), id: "year",
                    aside: .group([yearLink(year - 1), " ", .b(.text(String(year))), " ", yearLink(year + 1)]),
                    found.slots(opens: ReportExchange.isAllowed(to: reader)),
                    .legend(
                        (.met, Words("已举办", "held")), (.overdue, Words("没有举办", "none held")),
                        (.notYetDue, Words("未到期", "to come")))), try owed(unit, year),
                try ways(),
                found.held.isEmpty
                    ? .nothing
                    : .part(
                        Words("已举办", "Held"), id: "held", aside: .say("\(found.held.count)次", String(found.held.count)),
                        .data(
                            .say("已举办", "Held"),
                            [
                                DataHead(.say("名称", "Title"), .lead), DataHead(.say("类别", "Kind"), .meta),
                                DataHead(.say("日期", "Day"), .day),
                            ],
                            found.held.map { activity in
                                [
                                    .span(
                                        .id("held-\(activity.code)"),
                                        .link("/activities/\(activity.code)", .text(activity.title))),
                                    DrillKind.allCases.first { $0.activity.rawValue == activity.kind }.map {
                                        .words($0.words)
                                    } ?? .nothing, .day(activity.from),
                                ]
                            })),
            ]
        } else {
            sections = [try unitChoice(), try ways()]
        }
        var page = Page(
            DrillHome.words,
            actions: .group([
                button(SetDrillRules.self, "/drills/rules", Words("规则", "Rules")),
                .each(DrillKind.allCases) { kind in
                    kind.act.isAllowed(to: reader)
                        ? .act(
                            asked.map { "\(kind.newAddress)?unit=\(Query.encoded($0))" } ?? kind.newAddress,
                            kind == .exchange
                                ? Words("登记交流", "Report an exchange")
                                : kind == .exam
                                    ? Words("安排考试", "Announce an exam") : Words("发布比武", "Announce a contest"))
                        : .nothing
                },
            ]), .sheet(.group(sections)))
        page.sentence = try asked.map { .text(try naming.unitName($0)) } ?? .say("全市各单位", "Every unit")
        return page
    }

    /// Whoever sees the whole town chooses a unit.
    private func unitChoice() throws -> HTML {
        let units = try naming.choosableUnits() ?? []
        return .section(
            .form(
                .attribute("method", "get"), .action(context.link(DrillHome.address)), .class("btns"),
                .label(.attribute("for", "unit"), .say("单位", "Unit")),
                units.isEmpty
                    ? .textField("unit", "")
                    : .choice("unit", [("", say("请选择", "Choose"))] + units.map { ($0.code, $0.name) }, chosen: ""),
                .submit(Words("查看全年", "See its year"), .outlined)))
    }

    private func ways() throws -> HTML {
        func row<N: PagedNoun>(_ type: N.Type, _ told: Words) throws -> Row {
            Row(
                .group([.link(N.listAddress, .words(N.listing.words)), .small(.words(told))]),
                act: .text(String(try N.listing.count(self))))
        }
        return .part(
            Words("全部记录", "All records"), id: "ways",
            .narrowRows([
                try row(Handbook.self, Words("版本和学习确认", "texts, and who has read them")),
                try row(DrillExchange.self, Words("每月一次", "one a month")),
                try row(DrillExam.self, Words("每季度一次：大纲、参考率、平均分", "one a quarter: outline, rate, mean")),
                try row(DrillContest.self, Words("每年一次：报名、抽签、评分、公示、表彰", "one a year, from entry to award")),
                try row(ContestObjection.self, Words("按期答复", "answered in time")),
                try row(DrillTitle.self, Words("获得称号的人员", "who was given a title")),
            ]))
    }

    /// What the plan in force asks of the unit, as the ledger has it; each figure opens what it was counted from.
    private func owed(_ unit: String, _ year: Int) throws -> HTML {
        let day = year == today.year ? today : Day(year: year, month: 12, day: 31) ?? today
        guard year <= today.year, let view = try town.ledger(asOf: day, knownAt: context.knownAt) else {
            return .nothing
        }
        let kinds = Set(DrillKind.allCases.map(\.activity))
        let rows: [[HTML]] = view.edition.obligations.compactMap { obligation in
            guard let binding = obligation.binding, !kinds.isDisjoint(with: binding.kinds ?? []),
                binding.population.subjects == .units,
                let entry = view.live.history(of: obligation.id, subject: Subject(.unit, unit)).last(where: {
                    view.live.isCurrent($0) && $0.standing != .doesNotApply
                })
            else { return nil }
            return [
                .group([.b(.text(obligation.id)), " ", .text(view.sentence(obligation, context.language))]),
                .a(.href(context.link(to: entry)), .text(view.figure(entry, context.language))),
                .standing(Mark(entry.standing), entry.standing.words),
            ]
        }
        guard !rows.isEmpty else { return .nothing }
        return .part(
            Words("方案的要求", "What the plan asks for"), id: "owed",
            .data(
                .say("方案的要求", "What the plan asks for"),
                [
                    DataHead(.say("要求", "Obligation"), .lead), DataHead(.say("完成", "Done"), .meta),
                    DataHead(.say("进展", "State"), .end),
                ], rows))
    }
}
