import Books
import Exchange
import LedgerEngine
import Pages
import Records
import Storage
import Store
import Vocabulary

/// An official's own page, on a phone first: what is still owed and by when, what was learned, who they are on record as.
struct OfficialDesk {
    private let person: Person
    private let ask: Ask
    private let model: PersonModel

    /// As many of the latest records as are shown; the file has all.
    private static let mostRecords = 8

    init(_ person: Person, _ ask: Ask) throws {
        self.person = person
        self.ask = ask
        let view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt)
        model = PersonModel(try ask.town.directory, view, person, ask.context)
    }

    private var file: String { "/people/\(Query.encoded(person.code))" }

    func page() throws -> Page {
        let (duties, lines) = (model.duties, model.lines)
        let desk = MyDesk(ask: ask)
        var page = Page(
            Words("我的学习", "My training"), crumbs: [Frame.Crumb(Words(person.name, person.name))],
            actions: .act(file, Words("我的培训档案", "My training file")), hasAsOf: true,
            .sheet(
                .split(
                    .group([
                        .each(try desk.waiting(), desk.section), owed(duties.open, duties.met), records(lines),
                    ]), beside: .group([hours(lines), facts]))))
        page.sentence = sentence(duties.open, met: duties.met.count)
        return page
    }

    private func sentence(_ open: [LedgerEntry], met: Int) -> HTML {
        let late = open.count { $0.standing == .overdue }
        guard !open.isEmpty else {
            return met == 0
                ? .say("本期没有到您个人的要求。", "Nothing is asked of you by name in this period.")
                : .say("本期对您的\(met)项要求已全部完成。", "All \(met) that was asked of you in this period is done.")
        }
        let next = open.compactMap(\.to).filter { $0 >= ask.context.asOf }.min()
        return .group([
            .say("您本期还有", "You have "), .a(.href("#owed"), .b(.text(String(open.count)))),
            .say(
                " 项要求没有完成", open.count == 1 ? " requirement left in this period" : " requirements left in this period"),
            late == 0
                ? .nothing
                : .group([
                    .say("，其中", ", of them overdue: "), .b(.class("overdue"), .text(String(late))), .say("项逾期", ""),
                ]),
            next.map { day in
                .group([
                    .say("，最近的期限是", "; the next day is "), .day(day), .say("，", ", "),
                    .words(UnitDesk.left(until: day, from: ask.context.asOf)),
                ])
            } ?? .nothing, .say("。", "."),
        ])
    }

    private func owed(_ open: [LedgerEntry], _ met: [LedgerEntry]) -> HTML {
        .part(
            Words("本期要求", "Asked of me in this period"), id: "owed",
            open.isEmpty && met.isEmpty
                ? .emptyState(
                    Words("本期没有到人的要求", "Nothing is asked of you by name"),
                    .say(
                        "理论学习、组织生活等只按单位或集体统计，不列个人。",
                        "Theory and organisation life are counted by unit or team, never by name."))
                : .data(
                    .say("本期要求", "Asked of me in this period"),
                    [
                        DataHead(.say("要求", "Requirement"), .lead), DataHead(.say("期限", "By"), .day),
                        DataHead(.say("剩余", "Left"), .meta), DataHead(.say("完成", "Done"), .meta, isNumber: true),
                        DataHead(.say("状态", "Standing"), .end),
                    ],
                    [
                        DataGroup(Words("还要完成", "Still to do"), open.map(line)),
                        DataGroup(Words("已完成", "Done"), met.map(line)),
                    ]))
    }

    private func line(_ entry: LedgerEntry) -> [HTML] {
        let context = ask.context
        guard let view = model.view, let obligation = view.obligation(entry.obligation) else { return [] }
        let figure = view.figure(entry, context.language)
        return [
            // An entry of the whole unit is not the official's to look into.
            entry.subject.kind == .person
                ? .a(.href(context.link(to: entry)), .text(view.sentence(obligation, context.language)))
                : .text(view.sentence(obligation, context.language)),
            entry.to.map { .day($0) } ?? "–",
            entry.standing == .met
                ? .nothing : entry.to.map { .words(UnitDesk.left(until: $0, from: context.asOf)) } ?? .nothing,
            entry.subject.kind == .person
                ? .a(.href(context.link(to: entry)), .entry(figure), .text(figure)) : .say("还没有轮到", "not yet"),
            StandingMark.word(entry.standing, context.language),
        ]
    }

    private func records(_ lines: [PersonModel.Line]) -> HTML {
        .part(
            Words("学习记录", "What I learned"),
            aside: .link(file + "#file", .count(lines.count), .say("全部\(lines.count)条", "All \(lines.count)")),
            lines.isEmpty
                ? .emptyState(
                    Words("还没有学习记录", "No training on record"),
                    .say("参加的活动登记后显示在这里。", "Activities show here once recorded."))
                : .data(
                    .say("学习记录", "What I learned"),
                    [
                        DataHead(.say("活动", "Activity"), .lead), DataHead(.say("日期", "Day"), .day),
                        DataHead(.say("类型", "Kind"), .meta),
                        DataHead(.say("学时", "Hours"), .end, isNumber: true, unit: Words("学时", "hours")),
                    ],
                    lines.prefix(Self.mostRecords).map { line in
                        [
                            .text(line.activity.title), .day(line.activity.from),
                            .text(RecordWords.kind(line.activity.kind, model.kinds, ask.context.language)),
                            .text(Figure.plain(line.participation.hours)),
                        ]
                    }))
    }

    /// Hours of this year and the one before, as the file has them.
    private func hours(_ lines: [PersonModel.Line]) -> HTML {
        let years = PersonModel.hoursByYear(lines).prefix(3)
        return .part(
            Words("学时", "Hours"),
            years.isEmpty
                ? .p(.class("quiet"), .say("还没有学时。", "No hours yet."))
                : .facts(
                    years.map { year, times, hours in
                        Fact(
                            Words("\(year)年", "\(year)"),
                            .group([
                                .text(Figure.plain(hours)), .say(" 学时", " hours"),
                                .small(.class("quiet"), .say("\(times)次", "\(times) times")),
                            ]))
                    }))
    }

    private var facts: HTML {
        let directory = model.directory
        let held = directory.appointment(of: person.code, on: model.asOf, knownAt: model.knownAt)
        return .part(
            Words("我的信息", "On record about me"),
            .facts([
                Fact(Words("姓名", "Name"), .text(person.name)),
                Fact(Words("人员编号", "Staff number"), .text(person.code)),
                Fact(
                    Words("单位", "Unit"),
                    .group([
                        .text(held.map { directory.unitName($0.unit) } ?? "–"),
                        held.map { .small(.class("quiet"), .text($0.post)) } ?? .nothing,
                    ])),
                Fact(Words("职级", "Rank"), .text(held.map(\.rank).flatMap { $0.isEmpty ? nil : $0 } ?? "–")),
            ]),
            .p(
                .link(HeldAboutMe.address, HeldAboutMe.words), " · ", .link(WhoLooked.address, WhoLooked.words)),
            .p(.class("quiet"), .say("有误请告诉本单位培训联络员更正。", "If something is wrong, tell your unit's clerk.")))
    }
}
