import Books
import Pages
import Records
import Storage
import Store
import Vocabulary

extension StudyGroup {
    /// A group's year: planned, held and missing by month, what it owes by the ledger, its plan and its visits.
    func page(_ ask: Ask) throws -> Page {
        let year = ask.query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? ask.today.year
        let found = try GroupYear(self, year, in: ask.reading, on: ask.today)
        let members = try ask.reading.members(of: code, on: ask.today)
        let visits = try ask.all(
            ObserverVisit.self, where: "team = \(code) and \(SQL.days(of: year, column: "planned_day"))",
            order: "planned_day")
        let rules = try ask.studyRules
        let reports = try ask.all(
            GroupReport.self, where: "team = \(code) and report_year in (\(year), \(year - 1))",
            order: "report_year desc, part desc")
        let published = try StudyArticle.listing.all(
            ask, where: "team = \(code) and \(StudyArticle.published(in: year))",
            order: "published_day desc")
        var page = try Page(
            of: self, ask,
            .sheet(
                .part(
                    Words("全年一览", "The year at a glance"), id: "year", aside: ask.years(year, at: address),
                    found.slots(at: "\(address)?year=\(year)"),
                    .legend(
                        (.met, Words("已学习", "held")), (.overdue, Words("缺", "missing")),
                        (.next, Words("已通知", "announced")), (.notYetDue, Words("计划", "planned")))),
                try GroupFigures(self, year, ask)?.html(ask) ?? .nothing, try spoken(year, ask),
                .part(
                    Words("逐月安排", "Month by month"), id: "months",
                    aside: .link(
                        ask.context.link(StudySession.listAddress, ("group", code), ("year", String(year))),
                        .say("学习通知和纪实", "All sessions")), try found.months(ask, opens: true)),
                try planned(found.plan, year, ask),
                reports.isEmpty
                    ? .nothing
                    : .part(
                        Words("学习报告", "Reports"), id: "reports",
                        try GroupReport.listing.table(reports, columns: ["title", "part", "handed", "state"], ask)),
                try SelfStudyNumbers(members: members.map(\.person), year, in: ask.reading, rules).html(year, rules),
                .part(
                    Words("发表文章", "Articles"), id: "articles",
                    aside: ask.button(
                        EnterArticle.self,
                        "\(StudyArticle.listAddress)/new?unit=\(Query.encoded(unit))&team=\(Query.encoded(code))",
                        Words("登记", "Enter one")),
                    published.isEmpty
                        ? .p(.class("quiet"), .say("\(year)年没有登记发表文章。", "None was entered of \(year)."))
                        : .group([
                            .p(
                                .figureLink(
                                    published.count,
                                    "\(StudyArticle.listAddress)?group=\(Query.encoded(code))&year=\(year)",
                                    ask.say("\(published.count)篇", String(published.count)))),
                            try StudyArticle.listing.table(
                                published, columns: ["title", "authors", "publishedIn", "day"], ask),
                        ])),
                visits.isEmpty
                    ? .nothing
                    : .part(
                        Words("列席旁听", "Visits of observers"),
                        try ObserverVisit.listing.table(visits, columns: ["title", "day", "state"], ask)),
                .part(
                    Words("成员", "Members"), id: "members",
                    aside: .say("\(members.count)人", String(members.count)),
                    members.isEmpty
                        ? .p(.class("quiet"), .say("还没有登记成员。", "No members are entered yet."))
                        : .names(
                            try members.map { member in
                                .group([
                                    .text(try ask.naming.personName(member.person)),
                                    member.role == .secretary ? .small(" ", .words(member.role.words)) : .nothing,
                                ])
                            }))))
        let cells = found.kinds.flatMap { kind in (1...12).map { found.cell($0, kind) } }
        let missing = cells.filter(\.isPast).reduce(0) { $0 + $1.missing }
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)),
            .say("，\(year)年已学习\(found.held.count)次", ": \(found.held.count) held in \(year)"),
            missing > 0
                ? .group([
                    .say("，按计划缺", "; missing by the plan: "), .b(.class("overdue"), .text(String(missing))),
                    .say("次", ""),
                ])
                : .nothing, .say("。", "."),
        ])
        return page
    }

    /// Keynotes that were given: there is no list of those who gave none.
    private func spoken(_ year: Int, _ ask: Ask) throws -> HTML {
        let given = try ask.reading.keynotes(of: code, in: year)
        guard !given.isEmpty else { return .nothing }
        return .part(
            Words("重点发言", "Keynotes"), id: "keynotes", aside: .say("\(given.count)人次", String(given.count)),
            .data(
                .say("重点发言", "Keynotes"),
                [
                    DataHead(.say("题目", "Title"), .lead), DataHead(.say("发言人", "Speaker"), .meta),
                    DataHead(.say("日期", "Day"), .day),
                ],
                try given.map { one in
                    [
                        .link(StudySession.address(of: one.session), .text(one.keynote.title)),
                        .text(try ask.naming.personName(one.keynote.person)), .day(one.day),
                    ]
                }))
    }

    private func planned(_ plan: StudyPlan?, _ year: Int, _ ask: Ask) throws -> HTML {
        guard let plan else {
            return .part(
                Words("年度学习计划", "The plan"),
                .p(.class("quiet"), .say("\(year)年还没有学习计划。", "There is no plan of \(year) yet.")))
        }
        return .part(
            Words("年度学习计划", "The plan"),
            try StudyPlan.listing.table([plan], columns: ["title", "topics", "filed", "state"], ask))
    }
}

extension Ask {
    /// The year before, the one shown, the one after, as far as years go.
    func years(_ year: Int, at address: String) -> HTML {
        func link(_ other: Int) -> HTML {
            guard (2000...2099).contains(other) else { return .nothing }
            return .link(context.link(address, ("year", String(other))), .text(String(other)))
        }
        return .group([link(year - 1), " ", .b(.text(String(year))), " ", link(year + 1)])
    }
}
