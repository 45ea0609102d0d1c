import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

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

    /// `besides`: what desks have on the file.
    func page(_ context: PageContext, besides: [HTML] = []) -> Page {
        let lines = lines
        let held = directory.appointment(of: person.code, on: asOf, knownAt: knownAt)
        let unit = held.map { directory.unitName($0.unit) }
        var page = Page(
            Words(person.name, person.name),
            crumbs: [
                Frame.Crumb(Words("人员", "People"), "/people"),
                Frame.Crumb(
                    unit.map { Words($0, $0) } ?? Words("不在职", "not in service"),
                    held.map { "/units/\(Query.encoded($0.unit))" } ?? "/people"),
            ],
            actions: .when(
                context.mayReport,
                .group([
                    .when(
                        !person.isDestroyed,
                        .act(
                            context.link("/people/\(Query.encoded(person.code))/sign-in-code"),
                            Words("发放登录码", "Hand out a code"))),
                    .act(context.link(changes), Words("人员变动", "Changes")),
                ])), hasAsOf: true,
            .sheet(
                view == nil
                    ? .halves(hours(lines, context), facts(held, context))
                    : .split(owed(context), beside: .group([hours(lines, context), facts(held, context)])),
                .group(besides), file(lines, context)))
        page.slips = slips
        return page
    }

    private func file(_ lines: [Line], _ context: PageContext) -> HTML {
        let language = context.language
        let listed = slips.isEmpty ? lines.filter { year == nil || $0.activity.to.year == year } : []
        return .part(
            Words("培训档案", "Training file"), aside: .say("共\(lines.count)条", "\(lines.count) in all"),
            year.map {
                Chip.list([Chip(context.say("\($0)年度", "Of \($0)"), "year")], context, hasForm: false)
            } ?? .nothing,
            DataTable<Line>(
                columns: [
                    .init(
                        key: "day", title: context.say("日期", "Days"), place: .day,
                        sort: { $0.activity.from < $1.activity.from },
                        cell: { .days($0.activity.from, $0.activity.to) }),
                    .init(
                        key: "title", title: context.say("活动", "Activity"), place: .lead,
                        cell: { .a(.href(context.link(toActivity: $0.activity.code)), .text($0.activity.title)) }),
                    .init(
                        key: "kind", title: context.say("类型", "Kind"), sort: { $0.activity.kind < $1.activity.kind },
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
                ], rows: listed, empty: Self.noTraining, id: "file", usualSize: 100
            ).html(context, caption: context.say("培训档案", "Training file")))
    }

    private static let noTraining = HTML.emptyState(
        Words("还没有参训记录", "No training on record"),
        .say("参加的活动登记后显示在这里。", "Activities show here once recorded."))

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
    private func owed(_ context: PageContext) -> HTML {
        let (open, met) = duties
        return .part(
            Words("本期应完成", "Due this period"), aside: .say("还有\(open.count)项", "\(open.count) still to do"),
            open.isEmpty
                ? .p(
                    .class("quiet"),
                    met.isEmpty
                        ? .say(
                            "本期没有到人的要求。理论学习、组织生活等只按单位或集体统计，不列个人。",
                            "Nothing is asked of this person by name in this period. Theory and organisation life are counted by unit or team, never by name."
                        )
                        : .say("本期要求已全部完成。", "Everything of this period is done."))
                : rows(open, context),
            .when(
                !met.isEmpty,
                .details(.summary(.say("已完成\(met.count)项", "\(met.count) done")), rows(met, context))))
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

    private func rows(_ entries: [LedgerEntry], _ context: PageContext) -> HTML {
        .rows(
            entries.map { entry in
                let sentence = view.flatMap { view in
                    view.obligation(entry.obligation).map { view.sentence($0, context.language) }
                }
                return Row(
                    .group([
                        .a(.href(context.link(to: entry)), .text(sentence ?? entry.obligation)),
                        .small(
                            entry.to.map { .group([.say("截止", "by "), .day($0)]) } ?? .say("未定期限", "no last day")),
                    ]), when: .text(entry.obligation),
                    act: .group([
                        .text((view?.figure(entry, context.language) ?? "") + " "),
                        StandingMark.word(entry.standing, context.language),
                    ]))
            })
    }

    /// Where they are transferred, promoted, put right.
    private var changes: String { "/changes/people/\(Query.encoded(person.code))" }

    private func facts(_ held: Appointment?, _ context: PageContext) -> HTML {
        .part(
            Words("基本情况", "Person"),
            aside: .when(context.mayReport, .link(changes + "#past", Words("变动记录", "What was changed"))),
            .facts([
                Fact(Words("人员编号", "Staff number"), .text(person.code)),
                Fact(Words("性别", "Sex"), person.sex == .female ? .say("女", "female") : .say("男", "male")),
                Fact(Words("出生年月", "Born"), .text(person.birthMonth)),
                Fact(
                    Words("职务", "Post"), .text(held.map { "\(directory.unitName($0.unit)) \($0.post)" } ?? "–")),
                Fact(Words("职级", "Rank"), .text(held.map(\.rank).flatMap { $0.isEmpty ? nil : $0 } ?? "–")),
            ]))
    }

    private func hours(_ lines: [Line], _ context: PageContext) -> HTML {
        let years = Self.hoursByYear(lines)
        return .part(
            Words("历年学时", "Hours by year"),
            years.isEmpty
                ? .p(.class("quiet"), .say("还没有参训记录。", "No training on record."))
                : .figures(
                    Words("历年学时", "Hours by year"),
                    [Words("年度", "Year"), Words("次数", "Times"), Words("学时", "Hours")],
                    years.map { year, times, hours in
                        let list =
                            context.link("/people/\(Query.encoded(person.code))", ("year", String(year))) + "#file"
                        return [
                            .text(String(year)), .figureLink(times, list), .text(Figure.plain(hours)),
                        ]
                    }))
    }
}
