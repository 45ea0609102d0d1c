import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// Activities on record, newest first.
struct ActivityListModel {
    let directory: Directory
    let town: Town
    let kinds: ActivityKindCatalogue
    let search: String?
    let unit: String?
    let kind: String?
    let year: Int?
    /// Whether those of the unit itself are meant, without the units beneath it.
    let isOwn: Bool
    /// What of the address is no unit, no kind and no year. Then nothing is listed.
    let slips: [AddressSlip]

    init(_ town: TownPage, kinds: ActivityKindCatalogue, _ context: PageContext) {
        let query = context.query
        directory = town.directory
        self.town = town.town
        self.kinds = kinds
        search = query["q"]
        unit = query["unit"]
        kind = query["kind"]
        year = query.number("year").flatMap { Day(year: $0, month: 1, day: 1) == nil ? nil : $0 }
        isOwn = query["scope"] == "own"
        var slips: [AddressSlip] = []
        if let unit, directory.unit(unit)?.isKnown(at: context.knownAt) != true {
            slips.append(.unknown("unit", unit, zh: "单位", en: "unit"))
        }
        if let kind, kinds[ActivityKind(rawValue: kind)] == nil {
            slips.append(.unknown("kind", kind, zh: "活动类型", en: "kind of activity"))
        }
        if year == nil, let text = query["year"] {
            slips.append(.unknown("year", text, zh: "年度", en: "year"))
        }
        if let scope = query["scope"], scope != "own" {
            slips.append(.unknown("scope", scope, zh: "单位范围", en: "scope of units"))
        }
        self.slips = slips
    }

    private func question(_ context: PageContext) -> ActivityQuestion {
        var question = ActivityQuestion(begunBy: context.asOf, knownAt: context.knownAt)
        // Beneath a root that is the only one everything is.
        let roots = directory.units.roots
        question.organiser = roots.count == 1 && unit == roots[0].code && !isOwn ? nil : unit
        question.isBeneath = !isOwn
        question.kinds = kind.flatMap { kinds.kinds(within: ActivityKind(rawValue: $0)) }.map {
            Set($0.map(\.rawValue))
        }
        question.title = search
        question.year = year
        if let sort = context.query["sort"],
            let order = ActivityQuestion.Order(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort)
        {
            question.order = order
            question.isDescending = sort.hasPrefix("-")
        }
        return question
    }

    func html(_ context: PageContext) -> HTML {
        let directory = directory
        let kinds = kinds
        let question = question(context)
        let count = context.isUnknownCondition ? 0 : count(question)
        let (page, _, size) = DataTable<ListedActivity>.place(context, count: count)
        let rows =
            count == 0
            ? [] : directory.ask { try $0.activities(question, offset: (page - 1) * size, limit: size) } ?? []
        let days = directory.ask { try $0.daysOfActivities(knownAt: context.knownAt) } ?? nil
        let years = days.map { Array(($0.first.year...$0.last.year).reversed()) } ?? []
        return Frame(
            title: context.say("活动记录", "Activities"),
            actions: a(
                .class("btn primary"), .href(context.link("/activities/new")),
                .text(context.say("填报活动", "Report an activity")))
        ).html(
            context,
            card(
                nil,
                narrowing(
                    context, to: "/activities",
                    chips: isOwn ? [Chip(context.say("不含下属单位", "Without units beneath"), "scope")] : [],
                    label(.text(context.say("名称或编号", "Title or code")), textField("q", search ?? "")),
                    label(
                        .text(context.say("类型", "Kind")),
                        choice(
                            "kind",
                            [("", context.say("全部", "All"))]
                                + kinds.entries.map {
                                    ($0.kind.rawValue, context.language == .zh ? $0.nameZh : $0.nameEn)
                                },
                            chosen: kind ?? "")),
                    label(
                        .text(context.say("单位", "Unit")),
                        unitChoice(directory, chosen: unit, all: context.say("全部", "All"), knownAt: context.knownAt)),
                    label(
                        .text(context.say("年度", "Year")),
                        choice(
                            "year", [("", context.say("全部", "All"))] + years.map { (String($0), String($0)) },
                            chosen: year.map(String.init) ?? ""))),
                DataTable<ListedActivity>(
                    columns: [
                        .init(
                            key: "day", title: context.say("日期", "Day"), place: .meta, sort: { $0.from < $1.from },
                            cell: { .text($0.from.iso) }),
                        .init(
                            key: "title", title: context.say("活动", "Activity"),
                            cell: { activity in
                                .group([
                                    a(.href(context.link(toActivity: activity.code)), .text(activity.title)),
                                    ActivityModel.struck(activity, context),
                                ])
                            }),
                        .init(
                            key: "kind", title: context.say("类型", "Kind"), sort: { $0.kind < $1.kind },
                            cell: { .text(RecordWords.kind($0.kind, kinds, context.language)) }),
                        .init(
                            key: "unit", title: context.say("单位", "Unit"), sort: { $0.organiser < $1.organiser },
                            cell: {
                                a(.href(context.link(toUnit: $0.organiser)), .text(directory.unitName($0.organiser)))
                            }),
                        .init(
                            key: "hours", title: context.say("学时", "Hours"), isNumber: true,
                            sort: { $0.hours < $1.hours }, cell: { .text(Figure.plain($0.hours)) }),
                    ], rows: rows,
                    empty: emptyState(
                        context.say("没有符合条件的活动", "No activity fits"),
                        context.say("请放宽条件，或填报一项活动。", "Widen the filter, or report one."),
                        a(
                            .class("btn primary"), .href(context.link("/activities/new")),
                            .text(context.say("填报活动", "Report an activity")))), count: count
                ).html(context, caption: context.say("活动记录", "Activities"))))
    }

    /// All of a year, or of all years, are counted in memory; the database would go through every one of them.
    private func count(_ question: ActivityQuestion) -> Int {
        guard slips.isEmpty else { return 0 }
        guard question.kinds == nil, question.title == nil, question.organiser == nil, question.knownAt == nil else {
            return directory.ask { try $0.activityCount(question) } ?? 0
        }
        guard let first = question.year.flatMap({ Day(year: $0, month: 1, day: 1) }) else {
            return town.activityCount(from: nil, to: question.begunBy)
        }
        return town.activityCount(from: first, to: min(question.begunBy, first.adding(months: 12) - 1))
    }
}
