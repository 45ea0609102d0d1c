import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension Branch: PagedNoun {
    static let path = "/branches/:code"
    static let acts: [any RecordAct<Branch>.Type] = [
        AnnounceMeeting.self, DraftQuarterPlan.self, LookAtQuarter.self,
    ]
    static let seeing = Words("查看这个支部", "See the branch")
    var title: String { name }

    static func asked(_ ask: Ask) throws -> Branch {
        guard let branch = try ask.reading.branch(ask.parts["code"] ?? "", for: ask.reader) else {
            throw NotFound(context: ask.context)
        }
        return branch
    }

    static let listing: Listing<Branch> = {
        var listing = Listing<Branch>(
            Words("党支部", "Branches"),
            columns: [
                .title(Words("党支部", "Branch"), sort: "name"),
                ListColumn(
                    "unit", Words("上级单位", "Unit above"), sort: "parent",
                    text: { row, ask in try ask.naming.unitName(row.parent) }),
                ListColumn(
                    "held", Words("今年纪实", "On record this year"), .figure, unit: Words("次", "meetings"),
                    text: { row, ask in String(try ask.recorded(by: row)) }
                ) { row, ask in
                    let count = try ask.recorded(by: row)
                    return .link(ask.recordedList(of: row), .count(count), .text(String(count)))
                },
                ListColumn(
                    "stars", Words("星级", "Stars"),
                    text: { row, ask in ask.say(starsSaid(try ask.reading.stars(of: row.code, on: ask.today)?.stars)) }),
                ListColumn(
                    "before", Words("原星级", "Before"), .off,
                    text: { row, ask in ask.say(starsSaid(try ask.starsBefore(row.code))) }), .code(),
                BranchPlanState.column(),
            ],
            filters: [
                .called(Words("名称或编号", "Name or number")), .unit(Words("单位", "Unit"), column: "code"),
                .choice("stars", Words("星级", "Stars"), StarStanding.self) { standing, ask in
                    try standing.condition(ask)
                }, BranchPlanState.filter,
            ], order: "code", empty: Words("还没有党支部", "There are no branches yet"),
            sentence: BranchPlanState.sentence)
        listing.base = { ask in Branch.open(on: ask.today) }
        return listing
    }()

    /// As the list itself would find them.
    static func named(_ ask: Ask, _ typed: String) throws -> [Found] {
        guard let condition = SQL.called(typed) else { return [] }
        return try Found.some(
            listing.words, Branch.self, where: "\(open(on: ask.today)) and \(condition)", order: "code",
            address: ask.context.link(listAddress, ("q", typed)), ask
        ) { branch in
            .init(branch.name, branch.address, remark: .text(try ask.naming.unitName(branch.parent)))
        }
    }

    /// A branch's year: planned, held and missing by month, its leading officials' part, its plans.
    func page(_ ask: Ask) throws -> Page {
        let year = ask.query.number("year").flatMap { Self.years.contains($0) ? $0 : nil } ?? ask.today.year
        let found = try BranchYear(self, year, in: ask.reading, on: ask.today, ask.branchRules)
        let members = try ask.reading.members(ofBranch: code, on: ask.today)
        let plans = try ask.all(
            QuarterPlan.self, where: "branch = \(code) and plan_year = \(year)", order: "quarter")
        var page = try Page(
            of: self, ask,
            .sheet(
                .part(
                    Words("全年一览", "The year at a glance"), id: "year", aside: years(year, ask),
                    found.slots(at: "\(address)?year=\(year)"),
                    .legend(
                        (.met, Words("已开", "held")), (.overdue, Words("缺", "missing")),
                        (.behind, Words("已开，仍不够", "held, and too few")), (.next, Words("已通知", "announced")),
                        (.notYetDue, Words("计划", "planned")))),
                .part(
                    Words("逐月安排", "Month by month"), id: "months",
                    aside: .link(
                        ask.context.link(BranchMeeting.listAddress, ("branch", code), ("year", String(year))),
                        .say("通知和纪实", "All meetings")), found.months(of: self, ask)),
                try starsPart(ask), try leadersPart(year, ask),
                .part(
                    Words("季度计划", "Plans by quarter"),
                    plans.isEmpty
                        ? .p(.class("quiet"), .say("\(year)年还没有季度计划。", "There is no plan of \(year) yet."))
                        : try QuarterPlan.listing.table(plans, columns: ["title", "lines", "sent", "state"], ask)),
                try looksPart(year, ask)))
        let missing = found.missing
        page.sentence = .group([
            .text(try ask.naming.unitName(parent)),
            .say(
                "，党员\(members.count)人，\(year)年已开\(found.held.count)次",
                ": \(members.count) members; \(found.held.count) held in \(year)"),
            missing > 0
                ? .group([
                    .say("，缺", "; missing: "), .b(.class("overdue"), .text(String(missing))), .say("次", ""),
                ]) : .nothing, .say("。", "."),
        ])
        return page
    }

    private func years(_ year: Int, _ ask: Ask) -> HTML {
        .group(
            (year - 1...year + 1).filter { Self.years.contains($0) }.map { other in
                let said = HTML.text(String(other))
                return .group([
                    other == year ? .b(said) : .link(ask.context.link(address, ("year", String(other))), said), " ",
                ])
            })
    }

    private static let years = 2000...2099
}

extension Ask {
    /// What it had until the stars of today.
    fileprivate func starsBefore(_ branch: String) throws -> Int? {
        try reading.all(
            BranchStar.self, for: .everybody, where: "branch = \(branch) and until_day < \(today)",
            order: "from_day desc", limit: 1
        ).first?.stars
    }

    /// Meetings of the year that runs that are on record.
    fileprivate func recorded(by branch: Branch) throws -> Int {
        try naming.once("recorded by \(branch.code)") {
            try reading.count(
                BranchMeeting.self, for: reader,
                where: """
                    branch = \(branch.code) and \(SQL.days(of: today.year, column: "planned_day"))
                    and \(MeetingState.recorded.condition(self))
                    """)
        }
    }

    fileprivate func recordedList(of branch: Branch) -> String {
        context.link(
            BranchMeeting.listAddress, ("branch", branch.code), ("year", String(today.year)), ("state", "recorded"))
    }
}
