import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary
import YearDesk

/// The desk of a unit's clerk or leader: what the unit owes by when, what waits, and its year at a glance.
struct UnitDesk {
    private let unit: OrgUnit
    private let desk: MyDesk
    private let view: LedgerView?

    private var ask: Ask { desk.ask }

    init(_ unit: OrgUnit, _ desk: MyDesk) throws {
        self.unit = unit
        self.desk = desk
        let ask = desk.ask
        view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt)
    }

    func page() throws -> Page {
        let duties = try view.map { UnitDuties(unit.code, $0, agreed: try AgreedDays(unit, $0, ask)) }
        let waiting = try desk.waiting()
        var page = Page(
            MyDesk.words, crumbs: [Frame.Crumb(Words(unit.name, unit.name), "/units/\(Query.encoded(unit.code))")],
            actions: ask.reader.may(.report)
                ? .act(
                    "/activities/new?unit=\(Query.encoded(unit.code))", Words("填报活动", "Report an activity"), .primary)
                : .nothing,
            hasAsOf: true,
            .sheet(
                .split(
                    owed(duties),
                    beside: .group([
                        .each(waiting, desk.section), try ofTheMonth(),
                        try SinceLastVisit(ask, duties)?.html() ?? .nothing, try begun(), try recent(),
                    ])),
                duties.flatMap { YearSlots($0, ask)?.html } ?? .nothing))
        page.sentence = sentence(duties, waiting)
        return page
    }

    private func sentence(_ duties: UnitDuties?, _ waiting: [Waiting]) -> HTML {
        guard let duties else {
            return .say("还没有发布方案，暂无要求。", "No plan is in force yet: nothing is owed.")
        }
        func list(_ standing: String, _ count: Int, _ names: String = "") -> HTML {
            .figureLink(
                count, ask.context.ledger(("unit", unit.code), ("kind", "own"), ("standing", standing)), class: names)
        }
        func here(_ count: Int, _ names: String) -> HTML {
            .a(.href("#owed"), .class(names), .b(.text(String(count))))
        }
        let returned = waiting.filter(\.isReturned).reduce(0) { $0 + $1.count }
        let others = waiting.filter { !$0.isReturned }.reduce(0) { $0 + $1.count }
        return .group([
            .say("本期应完成", "Of "), list("owed", duties.all.count), .say("项要求", " requirements of this period"),
            kinds(duties), .say("，已完成", " "), list("met", duties.met), .say("项。", " are met. "),
            duties.overdue.isEmpty
                ? .nothing
                : .group([
                    here(duties.overdue.count, "overdue"),
                    .say("项逾期；", duties.overdue.count == 1 ? " is overdue; " : " are overdue; "),
                ]),
            here(duties.soon.count, "behind"),
            .say("项在\(UnitDuties.soonDays)天内到期。", " due within \(UnitDuties.soonDays) days. "),
            returned == 0
                ? .nothing : .group([.b(.text(String(returned))), .say("件被退回；", " returned; ")]),
            others == 0
                ? .nothing : .group([.say("另有", ""), .b(.text(String(others))), .say("件等您办。", " waiting for you.")]),
        ])
    }

    /// Whom they ask something of, as far as it is not all of one kind: to hold a session is another thing than to train people.
    private func kinds(_ duties: UnitDuties) -> HTML {
        let words: [(Population.Subjects, Words)] = [
            (.units, Words("对单位", "of the unit")), (.teams, Words("对集体", "of teams")),
            (.persons, Words("对人员", "of people")), (.activities, Words("对活动", "of activities")),
            (.programme, Words("全市", "of the whole")),
        ]
        let found = Dictionary(
            grouping: duties.all.compactMap { duties.view.obligation($0.obligation)?.binding?.population.subjects }
        ) { $0 }
        guard found.count > 1 else { return .nothing }
        func parts(_ language: Language) -> String {
            words.compactMap { kind, words in
                found[kind].map { language == .zh ? "\(words.zh)\($0.count)项" : "\($0.count) \(words.en)" }
            }.joined(separator: language == .zh ? "、" : ", ")
        }
        return .say("（\(parts(.zh))）", " (\(parts(.en)))")
    }

    private func owed(_ duties: UnitDuties?) -> HTML {
        let all = ask.context.ledger(("unit", unit.code), ("kind", "own"), ("standing", "owed"))
        let groups = duties.map { duties in
            [
                DataGroup(Words("逾期", "Overdue"), duties.overdue.map { line($0, duties) }),
                DataGroup(
                    Words("\(UnitDuties.soonDays)天内到期", "Due within \(UnitDuties.soonDays) days"),
                    duties.soon.map { line($0, duties) }),
                DataGroup(
                    Words("\(UnitDuties.laterDays)天内到期", "Due within \(UnitDuties.laterDays) days"),
                    duties.later.map { line($0, duties) }),
            ]
        }
        let isEmpty = groups?.allSatisfy(\.rows.isEmpty) ?? true
        return .part(
            Words("应报未报", "Owed"), id: "owed",
            aside: .a(.href(all), .say("本期全部要求", "All of this period")),
            isEmpty
                ? .emptyState(
                    Words("近期没有到期的要求", "Nothing falls due soon"),
                    .say(
                        "已开始的周期中，\(UnitDuties.laterDays)天内到期的要求都已完成。",
                        "Of the periods that have begun, all that is due within \(UnitDuties.laterDays) days is met."))
                : .data(
                    .say("应报未报", "Owed"),
                    [
                        DataHead(.say("要求", "Requirement"), .lead), DataHead(.say("期限", "Due"), .day),
                        DataHead(.say("剩余", "Left"), .meta), DataHead(.say("完成", "Done"), .meta, isNumber: true),
                        DataHead(.say("状态", "Standing"), .end),
                        DataHead(.span(.class("unseen"), .say("办理", "Act")), .below),
                    ], groups ?? []), duties.map(settled) ?? .nothing)
    }

    /// What the ledger still counts as not done, and nothing is to be done about.
    private func settled(_ duties: UnitDuties) -> HTML {
        guard !duties.settled.isEmpty else { return .nothing }
        let year = ask.context.link("/units/\(Query.encoded(unit.code))/year") + "#year"
        return .p(
            .class("quiet"),
            .link(
                year,
                .say(
                    "另有\(duties.settled.count)项经同意免办，或者改期后已经开展",
                    "\(duties.settled.count) more were skipped by agreement, or held on the day they were moved to")),
            .say("：台账仍按方案记为未完成。", ": the ledger goes on asking for them."))
    }

    private func line(_ entry: LedgerEntry, _ duties: UnitDuties) -> [HTML] {
        guard let view, let obligation = view.obligation(entry.obligation) else { return [] }
        let due = duties.due(entry)
        let context = ask.context
        let name = view.sentence(obligation, context.language)
        let figure = view.figure(entry, context.language)
        return [
            .group([.a(.href(context.link(to: entry)), .text(name)), whose(entry, view)]),
            due.map { day in
                day == entry.to
                    ? .day(day)
                    : .group([
                        .day(day), .small(.class("quiet"), .say("改期，原为", "moved, was "), .text(entry.to?.iso ?? "–")),
                    ])
            } ?? "–", due.map { .words(Self.left(until: $0, from: context.asOf)) } ?? .nothing,
            .a(.href(context.link(to: entry)), .entry(figure), .text(figure)),
            StandingMark.word(entry.standing, context.language),
            ask.reader.may(.report)
                ? .a(
                    .class("btn small"), .href(context.link(toReport: entry, of: obligation)),
                    .say("填报", "Report"), .span(.class("unseen"), .say("：", ": "), .text(name)))
                : .nothing,
        ]
    }

    /// Who owes it, where it is not the unit itself.
    private func whose(_ entry: LedgerEntry, _ view: LedgerView) -> HTML {
        guard entry.subject.kind == .team else { return .nothing }
        return .group([" ", .small(.class("quiet"), .text(view.name(of: entry.subject, ask.context.language)))])
    }

    /// What a leader asks besides: what changed in a month, and what the unit was reminded of.
    private func ofTheMonth() throws -> HTML {
        guard LeaderDesk.isFor(ask.reader), let view else { return .nothing }
        return .group([try MonthBefore(ask, view)?.of(unit.code) ?? .nothing, try LeaderDesk(desk: desk).told()])
    }

    private func begun() throws -> HTML {
        let rows = try desk.begun()
        return rows.isEmpty ? .nothing : .part(Words("我开始办的", "What I began"), .narrowRows(rows))
    }

    /// What was last put on record of the unit itself.
    private func recent() throws -> HTML {
        var question = ActivityQuestion(begunBy: ask.context.asOf, knownAt: ask.context.knownAt)
        question.organiser = unit.code
        let activities = try ask.reading.activities(question, offset: 0, limit: Self.mostRecent)
        let address = ask.context.link("/activities", ("unit", unit.code), ("scope", "own"))
        return .part(
            Words("最近的活动", "Latest activities"), aside: .a(.href(address), .say("全部", "All")),
            activities.isEmpty
                ? .p(.class("quiet"), .say("填报后会显示在这里。", "What is reported shows here."))
                : .narrowRows(
                    activities.map { activity in
                        Row(
                            .group([
                                .link("/activities/\(Query.encoded(activity.code))", .text(activity.title)),
                                activity.struck(ask.context),
                            ]),
                            act: .span(.class("quiet"), .day(activity.from)))
                    }))
    }

    private static let mostRecent = 6

    static func left(until day: Day, from today: Day) -> Words {
        switch day - today {
        case ..<0: Words("逾期\(today - day)天", "\(today - day) days over")
        case 0: Words("今天到期", "due today")
        case let days: Words("还有\(days)天", days == 1 ? "1 day left" : "\(days) days left")
        }
    }
}
