import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

/// One unit: what it owes, who is in it, what it did lately.
struct UnitModel {
    let view: LedgerView
    let unit: OrgUnit
    /// Of more units beneath only these are listed.
    static var mostChildren: Int { 300 }

    func html(_ context: PageContext) -> HTML {
        let language = context.language
        let directory = view.directory
        let asOf = view.live.asOf
        let owed = view.owed(by: unit.code).sorted { $0.standing.rank < $1.standing.rank }
        let late = owed.filter { $0.standing == .behind || $0.standing == .overdue }
        let staff = view.records.index.staff(at: unit.code, on: asOf, knownAt: context.knownAt)
        let persons = staff.codes(0, 60).compactMap { directory.person($0) }
        let children = directory.children(of: unit.code).filter { $0.stands(on: asOf, knownAt: context.knownAt) }
        var question = ActivityQuestion(begunBy: asOf, knownAt: context.knownAt)
        question.organiser = unit.code
        let recent = directory.ask { try $0.activities(question, offset: 0, limit: 8) } ?? []
        let recentCount = recent.count < 8 ? recent.count : directory.ask { try $0.activityCount(question) } ?? 0
        let places = view.places
        let ownActivities = context.link("/activities", ("unit", unit.code), ("scope", "own"))
        let ownPeople = context.link("/people", ("unit", unit.code), ("scope", "own"))
        return Frame(
            title: unit.name, crumbs: crumbs(context),
            actions: .when(
                context.mayReport,
                a(
                    .class("btn primary"), .href(context.link("/activities/new", ("unit", unit.code))),
                    .text(context.say("填报活动", "Report an activity"))))
        ).html(
            context,
            .opening(
                owed.isEmpty
                    ? .text(context.say("这一天没有适用于本单位的要求。", "No requirement applies here on this day."))
                    : tally(owed, late, context),
                .text(late.isEmpty ? context.say("。", ".") : context.say("：", ": ")),
                .each(Array(late.prefix(3).enumerated())) { index, entry in
                    .group([
                        .text(index == 0 ? "" : context.say("、", ", ")),
                        a(
                            .href(context.link(to: entry)),
                            .text(view.obligation(entry.obligation).map { view.short($0, context.language) } ?? "")),
                    ])
                },
                .text(
                    late.isEmpty ? "" : late.count > 3 ? context.say("等。", " and others.") : context.say("。", "."))
            ),
            card(
                context.say("应完成的要求", "Requirements"),
                DataTable<LedgerEntry>(
                    columns: [
                        .init(
                            key: "standing", title: context.say("状态", "Standing"), place: .end,
                            sort: { $0.standing.rank < $1.standing.rank },
                            cell: { StandingMark.word($0.standing, language) }),
                        .init(
                            key: "what", title: context.say("要求", "Obligation"),
                            sort: { places[$0.obligation, default: .max] < places[$1.obligation, default: .max] },
                            cell: { entry in
                                a(
                                    .href(context.link(to: view.best(entry))),
                                    .text(
                                        view.obligation(entry.obligation).map {
                                            "\($0.id) " + view.sentence($0, language)
                                        } ?? ""))
                            }),
                        .init(
                            key: "done", title: context.say("完成", "Done"), isNumber: true,
                            sort: { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) },
                            cell: { entry in
                                let best = view.best(entry)
                                let figure = view.figure(best, language)
                                return a(.href(context.link(to: best)), .entry(figure), .text(figure))
                            }),
                        .init(
                            key: "to", title: context.say("期末", "Until"),
                            sort: { ($0.to?.number ?? .max) < ($1.to?.number ?? .max) },
                            cell: { .text($0.to?.iso ?? "—") }),
                        .init(
                            key: "report", title: context.say("办理", "Act"), place: .meta,
                            cell: { entry in
                                let best = view.best(entry)
                                guard context.mayReport, best.standing != .met, best.standing != .doesNotApply,
                                    let obligation = view.obligation(best.obligation)
                                else { return .nothing }
                                return a(
                                    .href(context.link(toReport: best, of: obligation)),
                                    .text(context.say("填报", "Report")))
                            }),
                    ], rows: owed, empty: emptyState(context.say("没有要求", "No requirement"), "")
                ).html(context, caption: context.say("应完成的要求", "Requirements"))),
            div(
                .class("grid two"),
                counted(
                    context.say("最近的活动", "Latest activities"), recentCount, ownActivities,
                    recent.isEmpty
                        ? emptyState(
                            context.say("还没有活动", "No activity yet"),
                            context.say("填报后会显示在这里。", "What is reported shows here."))
                        : ul(
                            .class("due"),
                            .each(recent) { activity in
                                li(
                                    time(.text(String(activity.from.iso.dropFirst(5)))),
                                    a(.href(context.link(toActivity: activity.code)), .text(activity.title)),
                                    activity.struck(context),
                                    small(.text(RecordWords.kind(activity.kind, view.edition.kinds, language))))
                            }),
                    a(
                        .href(context.link("/activities", ("unit", unit.code))),
                        .text(context.say("全部活动（含下属单位）", "All activities, with units beneath")))),
                counted(
                    context.say("人员", "People"), staff.count, ownPeople,
                    persons.isEmpty
                        ? p(.class("quiet"), .text(context.say("这一天没有人员。", "Nobody on this day.")))
                        : div(
                            .class("columns"),
                            .each(persons) { person in
                                div(a(.href(context.link(toPerson: person.code)), .text(person.name)))
                            }),
                    a(
                        .href(context.link("/people", ("unit", unit.code))),
                        .text(context.say("全部人员（含下属单位）", "All people, with units beneath"))))),
            .when(
                !children.isEmpty,
                card(
                    context.say("下属单位 · \(children.count)", "Units beneath · \(children.count)"),
                    div(
                        .class("columns"),
                        .each(children.prefix(Self.mostChildren)) { child in
                            div(a(.href(context.link(toUnit: child.code)), .text(child.name)))
                        }),
                    .when(
                        children.count > Self.mostChildren,
                        p(
                            .class("quiet"),
                            .text(
                                context.say(
                                    "另有\(children.count - Self.mostChildren)个，",
                                    "\(children.count - Self.mostChildren) more: ")),
                            a(
                                .href(context.link("/", ("under", unit.code))),
                                .text(context.say("按进度逐页查看", "page by page, by standing")))))
                )))
    }

    /// How much is owed, met and late: each opens its entries.
    private func tally(_ owed: [LedgerEntry], _ late: [LedgerEntry], _ context: PageContext) -> HTML {
        func list(_ count: Int, _ standing: String, class names: String = "") -> HTML {
            figureLink(
                count, context.ledger(("unit", unit.code), ("kind", "own"), ("standing", standing)), class: names)
        }
        return .group([
            .text(context.say("应完成", "Of ")), list(owed.count, "owed"),
            .text(context.say("项，已完成", " requirements ")),
            list(owed.count { $0.standing == .met }, "met"), .text(context.say("项，", " are met, ")),
            list(late.count, "late", class: late.isEmpty ? "met" : "behind"),
            .text(context.say("项滞后或逾期", " behind or overdue")),
        ])
    }

    /// A sheet whose heading tells how many there are, and opens them.
    private func counted(_ title: String, _ count: Int, _ address: String, _ content: HTML...) -> HTML {
        section(.class("card"), h2(.text(title + " · "), figureLink(count, address)), .group(content))
    }

    private func crumbs(_ context: PageContext) -> [Frame.Crumb] {
        var crumbs: [Frame.Crumb] = []
        var code = unit.parent
        while let parent = code.flatMap({ view.directory.unit($0) }) {
            crumbs.insert(.init(text: parent.name, address: context.link(toUnit: parent.code)), at: 0)
            code = parent.parent
        }
        return [.init(text: context.say("单位", "Units"), address: context.link("/units"))] + crumbs
    }
}
