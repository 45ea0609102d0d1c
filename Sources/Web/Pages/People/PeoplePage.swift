import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// Persons in service on the day, searched by name, staff number or unit.
struct PeopleModel {
    let town: TownPage
    let search: String?
    let unit: String?
    /// Whether those of the unit itself are meant, without the units beneath it.
    let isOwn: Bool
    /// What of the address is no unit. Then nobody is listed.
    let slips: [AddressSlip]

    /// Counted no further in a search of very many.
    private static var mostCounted: Int { 2000 }

    init(_ town: TownPage, _ context: PageContext) {
        self.town = town
        search = context.query["q"]
        unit = context.query["unit"]
        isOwn = context.query["scope"] == "own"
        var slips: [AddressSlip] = []
        if let unit, town.directory.unit(unit)?.isKnown(at: context.knownAt) != true {
            slips.append(.unknown("unit", unit, zh: "单位", en: "unit"))
        }
        if let scope = context.query["scope"], scope != "own" {
            slips.append(.unknown("scope", scope, zh: "单位范围", en: "scope of units"))
        }
        self.slips = slips
    }

    /// The page of them that was asked for, and how many there are.
    private func found(_ context: PageContext) -> (rows: [StaffMember], count: Int) {
        found(context) { count in
            let place = ListPlace(context, count: count)
            return (place.first, place.size)
        }
    }

    /// A part of them, given how many there are.
    func found(
        _ context: PageContext, _ part: (_ count: Int) -> (offset: Int, limit: Int)
    ) -> (rows: [StaffMember], count: Int) {
        guard slips.isEmpty, !context.isUnknownCondition else { return ([], 0) }
        let directory = town.directory
        let isLarge = town.town.isLarge
        let sort = context.query["sort"]
        let whose = StaffKey(
            unit: unit, isBeneath: !(isOwn && unit != nil), day: context.asOf, knownAt: context.knownAt)
        if search == nil, sort == nil {
            // Whoever serves where is laid out in memory.
            let everybody = town.staff(whose, offset: 0, limit: 0).count
            let (offset, limit) = part(everybody)
            let codes = town.staff(whose, offset: offset, limit: limit).codes
            let rows = codes.compactMap { code -> StaffMember? in
                guard let person = directory.person(code),
                    let held = directory.appointment(of: code, on: context.asOf, knownAt: context.knownAt)
                else { return nil }
                return StaffMember(person: person, appointment: held)
            }
            return (rows, everybody)
        }
        var question = StaffQuestion(on: context.asOf, knownAt: context.knownAt)
        question.unit = unit
        question.isBeneath = whose.isBeneath
        question.name = search.map { isLarge ? .begins($0) : .contains($0) }
        question.isDescending = sort?.hasPrefix("-") ?? false
        let wanted = sort.flatMap { StaffQuestion.Order(rawValue: String($0.drop { $0 == "-" })) } ?? .code
        question.order = wanted == .unit && isLarge ? .code : wanted
        let count: Int
        if search == nil {
            count = town.staff(whose, offset: 0, limit: 0).count
        } else {
            count = directory.ask { try $0.staffCount(question, upTo: isLarge ? Self.mostCounted : .max) } ?? 0
        }
        let (offset, limit) = part(count)
        return (directory.ask { try $0.staff(question, offset: offset, limit: limit) } ?? [], count)
    }

    private func chips(_ context: PageContext) -> [Chip] {
        isOwn ? [Chip(context.say("不含下属单位", "Without units beneath"), "scope")] : []
    }

    private func fields(_ context: PageContext) -> HTML {
        .group([
            label(.text(context.say("姓名或人员编号", "Name or staff number")), textField("q", search ?? "")),
            label(
                .text(context.say("单位", "Unit")),
                unitChoice(
                    town.directory, chosen: unit, all: context.say("全部", "All"), knownAt: context.knownAt)),
        ])
    }

    /// All conditions in words.
    func conditions(_ context: PageContext) -> [String] {
        fields(context).conditionsInForce(context) + chips(context).map(\.text)
    }

    func html(_ context: PageContext) -> HTML {
        let directory = town.directory
        let (rows, count) = found(context)
        return Frame(
            title: context.say("人员", "People"), actions: PeopleSheet.link(context, to: "/people.xlsx")
        ).html(
            context,
            card(
                nil,
                narrowing(
                    context, to: "/people", chips: chips(context), fields(context),
                    button(.class("btn primary"), .type("submit"), .text(context.say("查找", "Search")))),
                DataTable<StaffMember>(
                    columns: [
                        .init(
                            key: "name", title: context.say("姓名", "Name"), sort: { $0.person.name < $1.person.name },
                            cell: { a(.href(context.link(toPerson: $0.person.code)), .text($0.person.name)) }),
                        .init(
                            key: "code", title: context.say("人员编号", "Staff number"),
                            sort: { $0.person.code < $1.person.code }, cell: { .text($0.person.code) }),
                        .init(
                            key: "unit", title: context.say("单位", "Unit"),
                            sort: town.town.isLarge ? nil : { $0.appointment.unit < $1.appointment.unit },
                            cell: {
                                a(
                                    .href(context.link(toUnit: $0.appointment.unit)),
                                    .text(directory.unitName($0.appointment.unit)))
                            }),
                        .init(
                            key: "post", title: context.say("职务", "Post"), cell: { .text($0.appointment.post) }),
                        .init(
                            key: "rank", title: context.say("职级", "Rank"), cell: { .text($0.appointment.rank) }),
                    ], rows: rows,
                    empty: emptyState(
                        context.say("没有找到", "Nobody found"),
                        context.say("请核对姓名或人员编号，或改换统计日期。", "Check the name or number, or choose another day.")),
                    count: count
                ).html(context, caption: context.say("人员", "People"))))
    }
}

/// A person's training file over the years (一人一档).
struct PersonModel {
    let directory: Directory
    let view: LedgerView?
    let person: Person
    let kinds: ActivityKindCatalogue
    let asOf: Day
    let knownAt: Day?
    /// Only activities that ended in this year.
    let year: Int?
    let slips: [AddressSlip]

    struct Line: Sendable {
        var activity: ActivityHeading
        var participation: Participation
    }

    init(_ directory: Directory, _ view: LedgerView?, _ person: Person, _ context: PageContext) {
        self.directory = directory
        self.view = view
        self.person = person
        kinds = view?.edition.kinds ?? ActivityKindCatalogue()
        asOf = context.asOf
        knownAt = context.knownAt
        let text = context.query["year"]
        year = context.query.number("year")
        slips = text != nil && year == nil ? [.unknown("year", text ?? "", zh: "年度", en: "year")] : []
    }

    /// What stands on record by then, each with the activity that it belongs to now, the newest first.
    var lines: [Line] {
        directory.trainingFile(of: person.code, knownAt: knownAt).compactMap { line -> Line? in
            var activity = line.activity
            var isVoided = line.isActivityVoided
            if line.isActivityCorrected {
                guard let heading = directory.heading(ofActivity: directory.head(of: activity.code, knownAt: knownAt))
                else { return nil }
                activity = heading
                isVoided = directory.voiding(of: .init(.activity, activity.code), knownAt: knownAt) != nil
            }
            return isVoided || activity.to > asOf
                ? nil : Line(activity: activity, participation: line.participation)
        }.sorted { ($0.activity.from, $0.activity.code) > ($1.activity.from, $1.activity.code) }
    }

    func html(_ context: PageContext) -> HTML {
        let language = context.language
        let lines = lines
        let listed = slips.isEmpty ? lines.filter { year == nil || $0.activity.to.year == year } : []
        let appointment = directory.appointment(of: person.code, on: asOf, knownAt: knownAt)
        return Frame(
            title: person.name,
            crumbs: [
                .init(text: context.say("人员", "People"), address: context.link("/people")),
                .init(
                    text: appointment.map { directory.unitName($0.unit) } ?? context.say("不在职", "not in service"),
                    address: appointment.map { context.link(toUnit: $0.unit) } ?? context.link("/people")),
            ]
        ).html(
            context,
            owedCard(context),
            div(.class("grid two"), hoursCard(lines, context), factsCard(appointment, context)),
            card(
                context.say("培训档案 · \(lines.count)", "Training file · \(lines.count)"),
                Chip.list(
                    year.map { [Chip(context.say("\($0)年度", "Of \($0)"), "year")] } ?? [], context),
                DataTable<Line>(
                    columns: [
                        .init(
                            key: "day", title: context.say("日期", "Days"), place: .meta,
                            sort: { $0.activity.from < $1.activity.from },
                            cell: { line in
                                span(
                                    .class("nowrap"),
                                    .text(
                                        line.activity.from == line.activity.to
                                            ? line.activity.from.iso
                                            : context.say(
                                                "\(line.activity.from.iso)至\(line.activity.to.iso)",
                                                "\(line.activity.from.iso) to \(line.activity.to.iso)")))
                            }),
                        .init(
                            key: "title", title: context.say("活动", "Activity"),
                            cell: { a(.href(context.link(toActivity: $0.activity.code)), .text($0.activity.title)) }),
                        .init(
                            key: "kind", title: context.say("类型", "Kind"),
                            sort: { $0.activity.kind < $1.activity.kind },
                            cell: { .text(RecordWords.kind($0.activity.kind, kinds, language)) }),
                        .init(
                            key: "role", title: context.say("参加身份", "Took part as"),
                            cell: { .text(RecordWords.role($0.participation.role, language)) }),
                        .init(
                            key: "hours", title: context.say("学时", "Hours"), isNumber: true,
                            sort: { $0.participation.hours < $1.participation.hours },
                            cell: { .text(Figure.plain($0.participation.hours)) }),
                        .init(
                            key: "completed", title: context.say("完成情况", "Completed"), place: .end,
                            cell: { line in
                                .text(
                                    RecordWords.completion(
                                        line.participation.completed, of: line.activity.kind, kinds, language))
                            }),
                    ], rows: listed,
                    empty: emptyState(
                        context.say("还没有参训记录", "No training on record"),
                        context.say("参加的活动登记后显示在这里。", "Activities show here once recorded.")), id: "file"
                ).html(context, caption: context.say("培训档案", "Training file"))))
    }

    /// What is still owed in the windows being worked in, the latest standing first, and what of it is done.
    var duties: (open: [LedgerEntry], met: [LedgerEntry]) {
        let own = (view?.live.currentEntries(ofPerson: person.code) ?? []).filter { $0.standing != .doesNotApply }
        let owed = own + stillToBeReached
        let open = owed.filter { $0.standing != .met }.sorted {
            ($0.standing.rank, $0.to?.number ?? .max, $0.obligation)
                < ($1.standing.rank, $1.to?.number ?? .max, $1.obligation)
        }
        return (open, owed.filter { $0.standing == .met })
    }

    /// Times and hours of each year, the last first; whoever was there as staff, or did not finish, has no hours of it.
    static func hoursByYear(_ lines: [Line]) -> [(year: Int, times: Int, hours: Double)] {
        Dictionary(grouping: lines, by: \.activity.to.year).sorted { $0.key > $1.key }.map { year, lines in
            let counted = lines.filter { $0.participation.completed && $0.participation.role != .staff }
            return (year, lines.count, counted.reduce(0) { $0 + $1.participation.hours })
        }
    }

    /// What is still owed comes first; then what is done.
    private func owedCard(_ context: PageContext) -> HTML {
        let (open, met) = duties
        guard view != nil else { return .nothing }
        return card(
            context.say("本期应完成 · 还有\(open.count)项", "Due this period · \(open.count) still to do"),
            open.isEmpty
                ? p(
                    .class("quiet"),
                    .text(
                        met.isEmpty
                            ? context.say(
                                "本期没有到人的要求。理论学习、组织生活等只按单位或集体统计，不列个人。",
                                "Nothing is asked of this person by name in this period. Theory and organisation life are counted by unit or team, never by name."
                            )
                            : context.say("本期要求已全部完成。", "Everything of this period is done.")))
                : duties(open, context),
            .when(
                !met.isEmpty,
                details(
                    summary(.text(context.say("已完成\(met.count)项", "\(met.count) done"))), duties(met, context))))
    }

    /// Coverage has no entry for each person: whose turn is still to come is told by the entry of the person's unit.
    private var stillToBeReached: [LedgerEntry] {
        guard let view, let unit = directory.appointment(of: person.code, on: asOf, knownAt: knownAt)?.unit else {
            return []
        }
        return view.edition.obligations.compactMap { obligation in
            guard obligation.rule.measure == .coverage, obligation.binding?.namesPersons == true,
                let explanation = view.live.explain(
                    obligation: obligation.id, subject: Subject(.rollUp, unit), from: nil, limit: view.limit),
                explanation.outstanding?.contains(Subject(.person, person.code)) == true
            else { return nil }
            return explanation.entry
        }
    }

    private func duties(_ entries: [LedgerEntry], _ context: PageContext) -> HTML {
        ul(
            .class("due duties"),
            .each(entries) { entry in
                li(
                    span(.class("quiet"), .text(entry.obligation)),
                    div(
                        a(
                            .href(context.link(to: entry)),
                            .text(
                                view.flatMap { view in
                                    view.obligation(entry.obligation).map { view.sentence($0, context.language) }
                                } ?? entry.obligation)),
                        entry.to.map { by in
                            small(
                                .text(context.say("截止 ", "by ")),
                                time(.class("nowrap"), .attribute("datetime", by.iso), .text(by.iso)))
                        } ?? small(.text(context.say("未定期限", "no last day")))),
                    span(
                        .class("nowrap"), .text((view?.figure(entry, context.language) ?? "") + " "),
                        StandingMark.word(entry.standing, context.language)))
            })
    }

    private func factsCard(_ appointment: Appointment?, _ context: PageContext) -> HTML {
        card(
            context.say("基本情况", "Person"),
            summaryList([
                (context.say("人员编号", "Staff number"), .text(person.code)),
                (
                    context.say("性别", "Sex"),
                    .text(person.sex == .female ? context.say("女", "female") : context.say("男", "male"))
                ),
                (context.say("出生年月", "Born"), .text(person.birthMonth)),
                (
                    context.say("职务", "Post"),
                    .text(appointment.map { "\(directory.unitName($0.unit)) \($0.post)" } ?? "—")
                ),
                (
                    context.say("职级", "Rank"),
                    .text(appointment.map(\.rank).flatMap { $0.isEmpty ? nil : $0 } ?? "—")
                ),
            ]))
    }

    private func hoursCard(_ lines: [Line], _ context: PageContext) -> HTML {
        let years = Self.hoursByYear(lines)
        let titles = [context.say("年度", "Year"), context.say("次数", "Times"), context.say("学时", "Hours")]
        return card(
            context.say("历年学时", "Hours by year"),
            years.isEmpty
                ? emptyState(
                    context.say("还没有参训记录", "No training on record"),
                    context.say("参加的活动登记后显示在这里。", "Activities show here once recorded."))
                : table(
                    .class("figures"),
                    thead(tr(.each(titles) { th(.class($0 == titles[0] ? "lead" : "num"), .text($0)) })),
                    tbody(
                        .each(years) { year, times, hours in
                            tr(
                                td(.text(String(year))),
                                td(
                                    .class("num"),
                                    figureLink(
                                        times,
                                        context.link(
                                            "/people/\(Query.encoded(person.code))", ("year", String(year)))
                                            + "#file")),
                                td(.class("num"), .text(Figure.plain(hours))))
                        })))
    }
}
