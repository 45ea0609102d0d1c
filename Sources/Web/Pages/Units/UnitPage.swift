import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// One unit: what it owes, what it did lately, who is in it.
struct UnitPage {
    private let ask: Ask
    private let view: LedgerView
    private let unit: OrgUnit
    /// The worst first.
    private let owed: [LedgerEntry]
    /// Of more units beneath only these are listed.
    private static let mostChildren = 300
    private static let mostPersons = 60
    private static let mostRecent = 8

    init(_ ask: Ask) throws {
        self.ask = ask
        view = try ask.view
        let code = ask.parts["code"] ?? ""
        guard let unit = view.directory.unit(code), unit.isKnown(at: ask.context.knownAt) else {
            throw NothingThere(context: ask.context, what: .unit(code))
        }
        self.unit = unit
        owed = view.owed(by: code).sorted { $0.standing.rank < $1.standing.rank }
    }

    private var context: PageContext { ask.context }
    private var directory: Directory { view.directory }

    func page() throws -> Page {
        var page = Page(
            Words(unit.name, unit.name), crumbs: crumbs,
            actions: .group([
                .act(context.link("/units/\(Query.encoded(unit.code))/year"), Words("全年安排", "The year")),
                .when(
                    context.mayReport,
                    .group([
                        .act(
                            context.link("/activities/new", ("unit", unit.code)),
                            Words("填报活动", "Report an activity"), .primary),
                        .act(
                            context.link("/changes/units/\(Query.encoded(unit.code))"), Words("单位变动", "Changes")),
                    ])),
            ]), hasAsOf: true,
            .sheet(
                .part(Words("应完成的要求", "Requirements"), table), .halves(try recent(), staff), beneath))
        page.sentence = sentence
        return page
    }

    /// How much is owed, met and late, and with what.
    private var sentence: HTML {
        guard !owed.isEmpty else { return .say("这一天没有适用于本单位的要求。", "No requirement applies here on this day.") }
        let late = owed.filter { $0.standing == .behind || $0.standing == .overdue }
        func list(_ count: Int, _ standing: String, class names: String = "") -> HTML {
            .figureLink(
                count, context.ledger(("unit", unit.code), ("kind", "own"), ("standing", standing)), class: names)
        }
        return .group([
            .say("应完成", "Of "), list(owed.count, "owed"), .say("项，已完成", " requirements "),
            list(owed.count { $0.standing == .met }, "met"), .say("项，", " are met, "),
            list(late.count, "late", class: late.isEmpty ? "met" : "behind"), .say("项滞后或逾期", " behind or overdue"),
            late.isEmpty ? .say("。", ".") : .say("：", ": "),
            .each(late.prefix(3).enumerated()) { index, entry in
                .group([
                    index == 0 ? .nothing : .say("、", ", "),
                    .a(
                        .href(context.link(to: entry)),
                        .text(view.obligation(entry.obligation).map { view.short($0, context.language) } ?? "")),
                ])
            }, late.isEmpty ? .nothing : late.count > 3 ? .say("等。", " and others.") : .say("。", "."),
        ])
    }

    private var table: HTML {
        let language = context.language
        let places = view.places
        return DataTable<LedgerEntry>(
            columns: [
                .init(
                    key: "standing", title: context.say("状态", "Standing"), place: .end,
                    sort: { $0.standing.rank < $1.standing.rank }, cell: { StandingMark.word($0.standing, language) }),
                .init(
                    key: "what", title: context.say("要求", "Obligation"), place: .lead,
                    sort: { places[$0.obligation, default: .max] < places[$1.obligation, default: .max] },
                    cell: { entry in
                        .a(
                            .href(context.link(to: view.best(entry))),
                            .text(
                                view.obligation(entry.obligation).map { "\($0.id) " + view.sentence($0, language) }
                                    ?? ""
                            ))
                    }),
                .init(
                    key: "done", title: context.say("完成", "Done"), isNumber: true, unit: "",
                    sort: { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) },
                    cell: { entry in
                        let best = view.best(entry)
                        let figure = view.figure(best, language)
                        return .a(.href(context.link(to: best)), .entry(figure), .text(figure))
                    }),
                .init(
                    key: "to", title: context.say("期末", "Until"), place: .day,
                    sort: { ($0.to?.number ?? .max) < ($1.to?.number ?? .max) },
                    cell: { $0.to.map { .day($0) } ?? "–" }),
                .init(key: "report", title: context.say("办理", "Act"), cell: report),
            ], rows: owed, empty: .emptyState(Words("没有要求", "No requirement"), .nothing), usualSize: 100
        ).html(context, caption: context.say("应完成的要求", "Requirements"))
    }

    private func report(_ entry: LedgerEntry) -> HTML {
        let best = view.best(entry)
        guard context.mayReport, best.standing != .met, best.standing != .doesNotApply,
            let obligation = view.obligation(best.obligation)
        else { return .nothing }
        return .a(.href(context.link(toReport: best, of: obligation)), .say("填报", "Report"))
    }

    private func recent() throws -> HTML {
        var question = ActivityQuestion(begunBy: context.asOf, knownAt: context.knownAt)
        question.organiser = unit.code
        let recent = try ask.reading.activities(question, offset: 0, limit: Self.mostRecent)
        let count = recent.count < Self.mostRecent ? recent.count : try ask.reading.activityCount(question)
        return counted(
            Words("最近的活动", "Latest activities"), count, Words("条", ""), "/activities",
            of: Words("全部活动", "all activities"),
            recent.isEmpty
                ? .p(.class("quiet"), .say("还没有活动，填报后会显示在这里。", "None yet: what is reported shows here."))
                : .rows(
                    recent.map { activity in
                        Row(
                            .group([
                                .a(.href(context.link(toActivity: activity.code)), .text(activity.title)),
                                activity.struck(context),
                                .small(.text(RecordWords.kind(activity.kind, view.edition.kinds, context.language))),
                            ]), when: .day(activity.from))
                    }))
    }

    private var staff: HTML {
        let staff = view.records.index.staff(at: unit.code, on: view.live.asOf, knownAt: context.knownAt)
        let persons = staff.codes(0, Self.mostPersons).compactMap { directory.person($0) }
        return counted(
            Words("人员", "People"), staff.count, Words("人", ""), "/people", of: Words("全部人员", "all people"),
            persons.isEmpty
                ? .p(.class("quiet"), .say("这一天没有人员。", "Nobody on this day."))
                : .names(persons.map { .a(.href(context.link(toPerson: $0.code)), .text($0.name)) }))
    }

    /// The unit's own, how many there are, and those of the units beneath it too.
    private func counted(
        _ title: Words, _ count: Int, _ counter: Words, _ list: String, of all: Words, _ content: HTML
    ) -> HTML {
        .part(
            title,
            aside: .group([
                .say("本单位", "own: "),
                .figureLink(count, context.link(list, ("unit", unit.code), ("scope", "own"))), .words(counter),
                .say("，", ", "),
                .a(
                    .href(context.link(list, ("unit", unit.code))), .words(all), .say("（含下属单位）", ", with units beneath")
                ),
            ]), content)
    }

    private var beneath: HTML {
        let children = directory.children(of: unit.code).filter {
            $0.stands(on: view.live.asOf, knownAt: context.knownAt)
        }
        guard !children.isEmpty else { return .nothing }
        let more = children.count - Self.mostChildren
        return .part(
            Words("下属单位", "Units beneath"), aside: .say("共\(children.count)个", "\(children.count) in all"),
            .names(
                children.prefix(Self.mostChildren).map { .a(.href(context.link(toUnit: $0.code)), .text($0.name)) }),
            .when(
                more > 0,
                .p(
                    .class("quiet"), .say("另有\(more)个，", "\(more) more: "),
                    .a(
                        .href(context.link("/", ("under", unit.code))),
                        .say("按进度逐页查看", "page by page, by standing")))))
    }

    private var crumbs: [Frame.Crumb] {
        var crumbs: [Frame.Crumb] = []
        var code = unit.parent
        while let parent = code.flatMap({ directory.unit($0) }) {
            crumbs.insert(.init(text: parent.name, address: context.link(toUnit: parent.code)), at: 0)
            code = parent.parent
        }
        return [.init(Words("单位", "Units"), "/units")] + crumbs
    }
}
