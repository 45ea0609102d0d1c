import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Training
import Vocabulary

/// One activity as it stands on record, with what became of it, what it counts for and its history.
struct ActivityPage {
    let activity: Activity
    /// Nil where it is another unit's: of it they see the activity, and neither its papers nor what others took part.
    private let record: ListedRecord?
    private let isJustSaved: Bool
    private let knownAt: Day?
    private let voiding: Voiding?
    private let correction: Correction?
    /// What can still be done to it does not depend on the day that is looked at.
    private let isLive: Bool

    init(_ ask: Ask) throws {
        activity = try ask.activity()
        record = try ask.reading.one(ListedRecord.self, activity.code, for: ask.reader)
        isJustSaved = ask.query["saved"] != nil
        let known = ask.context.knownAt
        knownAt = known
        let reference = RecordReference(.activity, activity.code)
        let (voided, corrected) = (
            try ask.reading.voiding(of: reference), try ask.reading.correction(of: reference)
        )
        isLive = voided == nil && corrected == nil
        voiding = voided.flatMap { Directory.known($0.recorded, known) ? $0 : nil }
        correction = corrected.flatMap { Directory.known($0.recorded, known) ? $0 : nil }
    }

    func answer(_ ask: Ask) throws -> Answered {
        guard Directory.known(activity.recorded, knownAt) else {
            let page = notYetKnown(ask)
            return isJustSaved ? .page(page) : .missing(page)
        }
        let view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: knownAt)
        let isOwn = record != nil
        var page = Page(activity.title, actions: actions(isOwn, ask))
        page.crumbs = [
            ListedRecord.home,
            Frame.Crumb(
                text: try ask.town.directory.unitName(activity.organiser),
                address: ask.context.link(toUnit: activity.organiser)
            ),
        ]
        page.hasAsOf = true
        // What it counted for, and what its corrections changed, speaks of people of other units.
        let effects = view.map { view in
            HTML.part(
                Words("计入的要求", "What it counts for"), id: "effects",
                EffectList(
                    lines: view.live.effects(of: activity.code), view: view, context: ask.context, day: activity.from
                ).html(
                    none: Words("没有要求统计这类活动。", "No obligation counts this kind of activity.")))
        }
        page.content = .group([
            .when(isJustSaved, saved), isJustSaved ? try clashes(ask) : .nothing, try endings(ask),
            .sheet(
                .split(
                    .group([
                        try participants(isOwn, ask), isOwn ? effects ?? .nothing : .nothing,
                        try record.map { try ask.evidence(of: $0) } ?? .nothing,

                        isOwn ? try ActivityHistory(activity, ask).html(ask) : .nothing,
                    ]),
                    beside: .part(Words("记录", "Record"), .facts(try facts(ask))))),
        ])
        return .page(page)
    }

    private func actions(_ isOwn: Bool, _ ask: Ask) -> HTML {
        let address = ListedRecord.address(of: activity.code)
        return .group([
            .when(
                isOwn,
                ask.button(
                    ReportActivity.self, "/activities/new?like=\(Query.encoded(activity.code))",
                    Words("照此再报", "Report another like it"))),
            .when(
                isLive && isOwn,
                .group([
                    ask.button(CorrectActivity.self, address + "/correct", Words("更正", "Correct")),
                    ask.button(VoidRecord.self, address + "/void", Words("作废", "Void")),
                ])),
        ])
    }

    private var saved: HTML {
        .warning(
            .good,
            .say(
                "已保存，编号\(activity.code)。台账已经更新，见“计入的要求”。",
                "Saved as \(activity.code). The ledger has taken it in; see what it counts for."))
    }

    private func clashes(_ ask: Ask) throws -> HTML {
        let trained = try ask.reading.liveParticipations(in: activity.code).filter { $0.role != .staff }
        return try ClashList(
            persons: trained.map(\.person), kind: activity.kind, from: activity.from, to: activity.to,
            besides: activity.code, ask
        ).html
    }

    /// That it is void, was corrected, or corrects another.
    private func endings(_ ask: Ask) throws -> HTML {
        let earlier = try ask.reading.correction(byActivity: activity.code).flatMap {
            Directory.known($0.recorded, knownAt) ? $0 : nil
        }
        func link(_ code: String) -> HTML { .link(ListedRecord.address(of: code), .text(code)) }
        return .group([
            voiding.map {
                .warning(
                    .bad,
                    .say(
                        "已作废：\($0.recorded.iso)，\($0.by)。理由：\($0.reason)",
                        "Void since \($0.recorded.iso), by \($0.by): \($0.reason)"))
            } ?? .nothing,
            correction.map {
                .warning(
                    .behind,
                    .say(
                        "已于\($0.recorded.iso)由\($0.by)更正，理由：\($0.reason)。现以",
                        "Corrected on \($0.recorded.iso) by \($0.by): \($0.reason). Now see "), link($0.replacement),
                    .say("为准。", "."))
            } ?? .nothing,
            earlier.map {
                .p(
                    .class("quiet"), .say("本记录更正了", "This record corrects "), link($0.record.code),
                    .say("（\($0.reason)）。", " (\($0.reason))."))
            } ?? .nothing,
        ])
    }

    private func facts(_ ask: Ask) throws -> [Fact] {
        func day(_ day: Day?) -> HTML { day.map { .day($0) } ?? "—" }
        func listed(_ words: [String], none: String = "—") -> HTML {
            .text(words.isEmpty ? none : words.joined(separator: ask.say("、", ", ")))
        }
        let language = ask.context.language
        let count = activity.to - activity.from + 1
        // As it was known on the day known at.
        let names = try ask.town.directory
        let team = activity.team.map { names.team($0)?.name ?? $0 }
        return [
            Fact(Words("编号", "Code"), .text(activity.code)),
            Fact(
                Words("类型", "Kind"), .text(RecordWords.kind(activity.kind, try ask.naming.kinds(), language))),
            Fact(Words("名称", "Title"), .text(activity.title)),
            Fact(
                Words("主办单位", "Held by"),
                .link(
                    "/units/\(Query.encoded(activity.organiser))", .text(names.unitName(activity.organiser)))),
            Fact(Words("集体", "Team"), .text(team ?? "—")),
            Fact(
                Words("时间", "Days"),
                .group([.days(activity.from, activity.to), .when(count > 1, .say("（\(count)天）", " (\(count) days)"))])),
            Fact(Words("学时", "Hours"), .text(Figure.plain(activity.hours))),
            Fact(Words("主题", "Topics"), listed(activity.topics.map { RecordWords.topic($0, language) })),
            Fact(
                Words("面向", "Meant for"),
                listed(activity.audience.map { RecordWords.category($0, language) }, none: ask.say("不限", "everybody"))),
            Fact(Words("报备", "Filed"), day(activity.filed)), Fact(Words("批准", "Approved"), day(activity.approved)),
            Fact(Words("报送成果", "Result reported"), day(activity.reported)),
            Fact(Words("材料", "Attachments"), try attachments(ask)),
            Fact(Words("登记日期", "Recorded"), .day(activity.recorded)),
        ]
    }

    /// Those that were named with the report, and how many papers there are.
    private func attachments(_ ask: Ask) throws -> HTML {
        let named: HTML = .words(ActivitySheet(activity, []).namedAttachments)
        guard let record else { return named }
        let count = try ask.reading.evidence(of: record).count { $0.withdrawn == nil }
        guard count > 0 else { return named }
        let papers = HTML.a(.href("#papers"), .words(Words.count(count, "份材料", "paper", "papers")))
        return activity.attachments.isEmpty ? papers : .group([named, .say("；", "; "), papers])
    }

    /// Somebody who took part, with the names that the list shows.
    private struct Line {
        var part: Participation
        var name: String
        var unit: String
    }

    private func participants(_ isOwn: Bool, _ ask: Ask) throws -> HTML {
        let language = ask.context.language
        let (kind, kinds) = (activity.kind, try ask.naming.kinds())
        let parts = try ask.reading.liveParticipations(
            in: activity.code, knownAt: knownAt, endedOn: correction?.recorded)
        let names = try ask.town.directory
        let lines = parts.compactMap { part -> Line? in
            let held = names.appointment(of: part.person, on: activity.to, knownAt: knownAt)
            // Of somebody else's activity one reads of one's own people, and how many the others are.
            if !isOwn, let unit = ask.reader.unit {
                guard let held, names.isBeneath(held.unit, unit) else { return nil }
            }
            return Line(
                part: part, name: names.person(part.person)?.name ?? part.person,
                unit: held.map { names.unitName($0.unit) } ?? "—")
        }
        let table = DataTable<Line>(
            columns: [
                .init(
                    key: "name", title: ask.say("姓名", "Name"), sort: { $0.part.person < $1.part.person },
                    cell: { .link("/people/\(Query.encoded($0.part.person))", .text($0.name)) }),
                .init(key: "unit", title: ask.say("单位", "Unit"), cell: { .text($0.unit) }),
                .init(
                    key: "role", title: ask.say("参加身份", "Took part as"),
                    sort: { $0.part.role.rawValue < $1.part.role.rawValue },
                    cell: { .text(RecordWords.role($0.part.role, language)) }),
                .init(
                    key: "hours", title: ask.say("学时", "Hours"), isNumber: true,
                    sort: { $0.part.hours < $1.part.hours }, cell: { .text(Figure.plain($0.part.hours)) }),
                .init(
                    key: "completed", title: ask.say("完成情况", "Completed"), place: .end,
                    cell: { .text(RecordWords.completion($0.part.completed, of: kind, kinds, language)) }),
                .init(
                    key: "recorded", title: ask.say("登记", "Recorded"), place: .meta,
                    cell: { .text($0.part.recorded.iso) }),
            ], rows: lines,
            empty: .p(.class("quiet"), .say("没有登记参训人员。", "No participants on record.")), usualSize: 100)
        return .part(
            Words("参训人员 · \(parts.count)", "Participants · \(parts.count)"), id: "participants",
            .when(
                lines.count < parts.count,
                .p(
                    .class("hint"),
                    .say(
                        "另有其他单位\(parts.count - lines.count)人，不列姓名。",
                        "\(parts.count - lines.count) more of other units are not named."))),
            table.html(ask.context, caption: ask.say("参训人员", "Participants")))
    }

    /// A record that had not come yet on the day known at: it is there, but not in what was known then.
    private func notYetKnown(_ ask: Ask) -> Page {
        let known = knownAt?.iso ?? ""
        var page = Page(
            Words("当时尚未登记", "Not yet recorded then"), .when(isJustSaved, saved),
            .sheet(
                .section(
                    .emptyState(
                        ask.say("当时尚未登记", "Not yet recorded then"),
                        ask.say(
                            "活动\(activity.code)在\(activity.recorded.iso)登记，不在登记截至\(known)的台账里。",
                            "Activity \(activity.code) was recorded on \(activity.recorded.iso): what was known on \(known) does not hold it."
                        ),
                        .a(
                            .class("btn primary"), .href(ask.context.here(("knownAt", nil))),
                            .say("按当前台账查看", "See it as known now"))))))
        page.crumbs = [ListedRecord.home]
        page.hasAsOf = true
        return page
    }
}
