import Exchange
import LedgerEngine
import Plans
import Records
import Spelling
import Storage
import Vocabulary

/// Units as a list by standing, searched by name.
struct UnitListModel {
    let summary: LedgerSummary
    let directory: Directory
    let search: String?
    let group: OverviewModel.Group?

    /// Places of the units that are asked for, in the order that is asked for.
    private func places(_ context: PageContext) -> [Int32] {
        var found = summary.order
        let sought = search.map { (part: $0.folded, codes: $0.codeSpellings) }
        if search != nil || group != nil {
            found = found.filter { place in
                let row = summary.rows[Int(place)]
                return (group.map { row.group == $0 } ?? true)
                    && (sought.map {
                        row.name.folded.holdsFolded($0.part) || $0.codes.contains(row.code)
                    } ?? true)
            }
        }
        guard let sort = context.query["sort"] else { return found }
        let rows = summary.rows
        let sign = sort.hasPrefix("-") ? -1 : 1
        func key(_ place: Int32, _ figure: KeyPath<OverviewModel.UnitRow, Int>) -> (Int, Int32) {
            (sign * rows[Int(place)][keyPath: figure], place)
        }
        switch sort.drop(while: { $0 == "-" }) {
        case "name": found.sort { sign > 0 ? $0 < $1 : $1 < $0 }
        case "late": found.sort { key($0, \.late) < key($1, \.late) }
        case "met": found.sort { key($0, \.met) < key($1, \.met) }
        default: break
        }
        return found
    }

    func html(_ context: PageContext) -> HTML {
        let places = places(context)
        let (page, _, size) = DataTable<OverviewModel.UnitRow>.place(context, count: places.count)
        let shown = places.dropFirst((page - 1) * size).prefix(size).map { summary[$0] }
        let directory = directory
        return Frame(title: context.say("单位", "Units"), room: .units).html(
            context,
            card(
                nil,
                form(
                    .class("filters"), .attribute("method", "get"), .attribute("action", "/units"),
                    .each(context.query.items.filter { ["asOf", "lang"].contains($0.name) }) {
                        input(.type("hidden"), .name($0.name), .value($0.value))
                    },
                    label(.text(context.say("名称或编号", "Name or code")), textField("q", search ?? "")),
                    label(
                        .text(context.say("进度", "Standing")),
                        choice(
                            "group",
                            [
                                ("", context.say("全部", "All")), ("0", context.say("需要关注", "Needs attention")),
                                ("1", context.say("有滞后项", "Something behind")), ("2", context.say("跟上进度", "On course")),
                            ], chosen: group.map { String($0.rawValue) } ?? "")),
                    button(.class("btn primary small"), .type("submit"), .text(context.say("筛选", "Filter")))),
                DataTable<OverviewModel.UnitRow>(
                    columns: [
                        .init(
                            key: "name", title: context.say("单位", "Unit"), sort: { $0.code < $1.code },
                            cell: { a(.href(context.link(toUnit: $0.code)), .text($0.name)) }),
                        .init(
                            key: "kind", title: context.say("类别", "Kind"),
                            cell: { row in
                                .text(
                                    directory.unit(row.code).map { RecordWords.unitKind($0.kind, context.language) }
                                        ?? "")
                            }),
                        .init(
                            key: "late", title: context.say("滞后或逾期", "Behind or overdue"), isNumber: true,
                            sort: { $0.late < $1.late },
                            cell: { row in
                                a(
                                    .href(
                                        context.link(
                                            "/ledger", ("unit", row.code), ("kind", "rollUp"), ("standing", "late"))),
                                    .class(row.late > 0 ? "behind" : ""), .text(String(row.late)))
                            }),
                        .init(
                            key: "met", title: context.say("已完成", "Met"), isNumber: true, sort: { $0.met < $1.met },
                            cell: { .text("\($0.met) / \($0.applicable)") }),
                    ], rows: shown,
                    empty: emptyState(
                        context.say("没有这样的单位", "No such unit"), context.say("请换一个名称或条件。", "Try another name or filter.")
                    ), count: places.count
                ).html(context, caption: context.say("单位", "Units"))))
    }
}

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
        let entries = view.live.currentRows(of: unit.code).filter { $0.standing != .doesNotApply }
        let programme = view.live.currentProgrammes().filter { $0.unit == unit.code }
        let owed = (programme + entries).sorted {
            StandingMark.rank($0.standing) < StandingMark.rank($1.standing)
        }
        let late = owed.filter { $0.standing == .behind || $0.standing == .overdue }
        let staff = view.town.index.staff(at: unit.code, on: asOf)
        let persons = staff.codes(0, 60).compactMap { directory.person($0) }
        let children = directory.children(of: unit.code)
        var question = ActivityQuestion(begunBy: asOf)
        question.overBy = asOf
        question.organiser = unit.code
        let recent = directory.ask { try $0.activities(question, offset: 0, limit: 8) } ?? []
        let recentCount = recent.count < 8 ? recent.count : directory.ask { try $0.activityCount(question) } ?? 0
        return Frame(
            title: unit.name, crumbs: crumbs(context), room: .units,
            actions: a(
                .class("btn primary"), .href(context.link("/activities/new", ("unit", unit.code))),
                .text(context.say("填报活动", "Report an activity")))
        ).html(
            context,
            card(
                nil,
                p(
                    .class("say"),
                    .text(
                        owed.isEmpty
                            ? context.say("这一天没有适用于本单位的要求。", "Nothing is owed here on this day.")
                            : context.say(
                                "应完成 \(owed.count) 项，已完成 \(owed.count { $0.standing == .met }) 项，",
                                "\(owed.count) owed, \(owed.count { $0.standing == .met }) met, ")),
                    .when(
                        !owed.isEmpty,
                        .group([
                            b(.class(late.isEmpty ? "met" : "behind"), .text(String(late.count))),
                            .text(context.say(" 项滞后或逾期", " behind or overdue")),
                        ])), .text(late.isEmpty ? context.say("。", ".") : context.say("：", ": ")),
                    .each(Array(late.prefix(3).enumerated())) { index, entry in
                        .group([
                            .text(index == 0 ? "" : context.say("、", ", ")),
                            a(
                                .href(context.link(to: entry)),
                                .text(view.obligation(entry.obligation).map { view.short($0, context.language) } ?? "")),
                        ])
                    },
                    .text(
                        late.isEmpty ? "" : late.count > 3 ? context.say("等。", " and others.") : context.say("。", ".")))
            ),
            card(
                context.say("应完成的要求", "What is owed"),
                DataTable<LedgerEntry>(
                    columns: [
                        .init(
                            key: "standing", title: context.say("状态", "Standing"),
                            sort: { StandingMark.rank($0.standing) < StandingMark.rank($1.standing) },
                            cell: { StandingMark.word($0.standing, language) }),
                        .init(
                            key: "what", title: context.say("要求", "Obligation"),
                            sort: { $0.obligation < $1.obligation },
                            cell: { entry in
                                a(
                                    .href(context.link(to: best(entry))),
                                    .text(
                                        view.obligation(entry.obligation).map {
                                            "\($0.id) " + view.sentence($0, language)
                                        } ?? ""))
                            }),
                        .init(
                            key: "done", title: context.say("完成", "Done"), isNumber: true,
                            sort: { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) },
                            cell: { .text(view.figure(best($0), language)) }),
                        .init(
                            key: "to", title: context.say("期末", "Until"),
                            sort: { ($0.to?.number ?? .max) < ($1.to?.number ?? .max) },
                            cell: { .text($0.to?.iso ?? "—") }),
                    ], rows: owed, empty: emptyState(context.say("没有要求", "Nothing owed"), "")
                ).html(context, caption: context.say("应完成的要求", "What is owed"))),
            div(
                .class("grid two"),
                card(
                    context.say("最近的活动 · \(recentCount)", "Latest activities · \(recentCount)"),
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
                                    ActivityModel.struck(activity, context),
                                    small(.text(RecordWords.kind(activity.kind, view.edition.kinds, language))))
                            }),
                    a(
                        .href(context.link("/activities", ("unit", unit.code))),
                        .text(context.say("全部活动", "All activities")))),
                card(
                    context.say("人员 · \(staff.count)", "Persons · \(staff.count)"),
                    persons.isEmpty
                        ? p(.class("quiet"), .text(context.say("这一天没有人员。", "Nobody on this day.")))
                        : div(
                            .class("columns"),
                            .each(persons) { person in
                                div(a(.href(context.link(toPerson: person.code)), .text(person.name)))
                            }),
                    a(
                        .href(context.link("/people", ("unit", unit.code))),
                        .text(context.say("全部人员", "All persons"))))),
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
                                    "另有 \(children.count - Self.mostChildren) 个，",
                                    "\(children.count - Self.mostChildren) more: ")),
                            a(
                                .href(context.link("/", ("under", unit.code))),
                                .text(context.say("按进度逐页查看", "page by page, by standing")))))
                )))
    }

    /// Where the unit itself, or its only team, is the one subject, its own entry says more than the sum.
    private func best(_ entry: LedgerEntry) -> LedgerEntry {
        guard entry.subject.kind == .rollUp, entry.population == 1 else { return entry }
        return view.live.singles(of: entry.obligation, in: entry, by: view.town.index, onlyOwn: true)
            .first { $0.to == entry.to } ?? entry
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
