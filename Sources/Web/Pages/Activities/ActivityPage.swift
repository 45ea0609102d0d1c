import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

/// One activity as it stands on record, with what became of it.
struct ActivityModel {
    let directory: Directory
    let view: LedgerView?
    let activity: Activity
    let kinds: ActivityKindCatalogue
    var knownAt: Day?
    var isJustSaved = false
    /// Told when the record was just saved.
    var clashes: ClashList?

    static func struck(_ activity: ListedActivity, _ context: PageContext) -> HTML {
        if activity.isVoided { return small(.class("overdue"), .text(context.say(" 已作废", " void"))) }
        return activity.isCorrected ? small(.class("behind"), .text(context.say(" 已更正", " corrected"))) : .nothing
    }

    func html(_ context: PageContext) -> HTML {
        let language = context.language
        let record = RecordReference(.activity, activity.code)
        let voiding = directory.voiding(of: record, knownAt: knownAt)
        let correction = directory.correction(of: record, knownAt: knownAt)
        // What can still be done to it does not depend on the day that is looked at.
        let isLive =
            directory.voiding(of: record, knownAt: nil) == nil && directory.correction(of: record, knownAt: nil) == nil
        return Frame(
            title: activity.title,
            crumbs: [
                .init(text: context.say("活动记录", "Activities"), address: context.link("/activities")),
                .init(text: directory.unitName(activity.organiser), address: context.link(toUnit: activity.organiser)),
            ],
            actions: !isLive
                ? .nothing
                : .group([
                    a(
                        .class("btn"), .href(context.link("/activities/\(Query.encoded(activity.code))/correct")),
                        .text(context.say("更正", "Correct"))),
                    a(
                        .class("btn danger"), .href(context.link("/activities/\(Query.encoded(activity.code))/void")),
                        .text(context.say("作废", "Void"))),
                ])
        ).html(
            context,
            .when(
                isJustSaved,
                div(
                    .class("flash"), .attribute("role", "status"),
                    .text(
                        context.say(
                            "已保存，编号\(activity.code)。台账已经更新，见下方“计入的要求”。",
                            "Saved as \(activity.code). The ledger has taken it in; see what it counts for below.")))),
            clashes?.html(context) ?? .nothing,
            voiding.map { voiding in
                div(
                    .class("flash struck"),
                    .text(
                        context.say(
                            "已作废：\(voiding.recorded.iso)，\(voiding.by)。理由：\(voiding.reason)",
                            "Void since \(voiding.recorded.iso), by \(voiding.by): \(voiding.reason)")))
            } ?? .nothing,
            correction.map { correction in
                div(
                    .class("flash struck"),
                    .text(
                        context.say(
                            "已于\(correction.recorded.iso)由\(correction.by)更正，理由：\(correction.reason)。现以",
                            "Corrected on \(correction.recorded.iso) by \(correction.by): \(correction.reason). Now see "
                        )),
                    a(.href(context.link(toActivity: correction.replacement)), .text(correction.replacement)),
                    .text(context.say("为准。", ".")))
            } ?? .nothing,
            directory.correction(by: activity.code, knownAt: knownAt).map { correction in
                p(
                    .class("quiet"), .text(context.say("本记录更正了", "This record corrects ")),
                    a(.href(context.link(toActivity: correction.record.code)), .text(correction.record.code)),
                    .text(context.say("（\(correction.reason)）。", " (\(correction.reason)).")))
            } ?? .nothing, div(.class("grid two"), facts(context), effects(context)), participants(context, language))
    }

    private func facts(_ context: PageContext) -> HTML {
        let heldBy = context.say("主办单位", "Held by")
        var rows: [(String, HTML)] = [(context.say("编号", "Code"), .text(activity.code))]
        for (title, text) in ActivityFacts(directory: directory, kinds: kinds).rows(activity, context) {
            let isUnit = title == heldBy
            rows.append((title, isUnit ? a(.href(context.link(toUnit: activity.organiser)), .text(text)) : .text(text)))
        }
        rows.append((context.say("登记日期", "Recorded"), .text(activity.recorded.iso)))
        return card(context.say("记录", "Record"), summaryList(rows))
    }

    /// What the record counts for, and why not for the rest, as the ledger has it.
    private func effects(_ context: PageContext) -> HTML {
        guard let view else { return .nothing }
        let lines = view.live.effects(of: activity.code)
        return card(
            context.say("计入的要求", "What it counts for"),
            EffectList(lines: lines, view: view).html(
                context, none: context.say("没有要求统计这类活动。", "No obligation counts this kind of activity.")))
    }

    private func participants(_ context: PageContext, _ language: Language) -> HTML {
        let parts = directory.participations(in: activity.code, knownAt: knownAt)
        let directory = directory
        let knownAt = knownAt
        let kinds = kinds
        let activity = activity
        return card(
            context.say("参训人员 · \(parts.count)", "Participants · \(parts.count)"),
            DataTable<Participation>(
                columns: [
                    .init(
                        key: "name", title: context.say("姓名", "Name"), sort: { $0.person < $1.person },
                        cell: {
                            a(
                                .href(context.link(toPerson: $0.person)),
                                .text(directory.person($0.person)?.name ?? $0.person))
                        }),
                    .init(
                        key: "unit", title: context.say("单位", "Unit"),
                        cell: { part in
                            .text(
                                directory.appointment(of: part.person, on: activity.to, knownAt: knownAt).map {
                                    directory.unitName($0.unit)
                                }
                                    ?? "—")
                        }),
                    .init(
                        key: "role", title: context.say("参加身份", "Took part as"),
                        sort: { $0.role.rawValue < $1.role.rawValue },
                        cell: { .text(RecordWords.role($0.role, language)) }),
                    .init(
                        key: "hours", title: context.say("学时", "Hours"), isNumber: true, sort: { $0.hours < $1.hours },
                        cell: { .text(Figure.plain($0.hours)) }),
                    .init(
                        key: "completed", title: context.say("完成情况", "Completed"), place: .end,
                        cell: { .text(RecordWords.completion($0.completed, of: activity.kind, kinds, language)) }),
                    .init(
                        key: "recorded", title: context.say("登记", "Recorded"), place: .meta,
                        cell: { .text($0.recorded.iso) }),
                ], rows: parts,
                empty: p(.class("quiet"), .text(context.say("没有登记参训人员。", "No participants on record.")))
            ).html(context, caption: context.say("参训人员", "Participants")))
    }
}

/// For each obligation that counts the kind: for whom it counts, and why not for the rest.
struct EffectList {
    let lines: [PreviewLine]
    let view: LedgerView

    func html(_ context: PageContext, none: String) -> HTML {
        guard !lines.isEmpty else { return p(.class("quiet"), .text(none)) }
        let counting = lines.filter { !$0.counts.isEmpty }
        let other = lines.filter { $0.counts.isEmpty }
        return .group([
            .when(!counting.isEmpty, ul(.class("due effects"), .each(counting) { line($0, context) })),
            .when(counting.isEmpty, p(.text(context.say("不计入任何要求。", "It counts for no obligation.")))),
            .when(
                !other.isEmpty,
                .group([
                    h3(.text(context.say("未计入", "Does not count for"))),
                    ul(.class("due effects"), .each(other) { line($0, context) }),
                ])),
        ])
    }

    private func line(_ line: PreviewLine, _ context: PageContext) -> HTML {
        let language = context.language
        let reasons = line.reasons.map { reason in
            view.reason(reason.reason, of: line.obligation, language)
                + (reason.records > 1 ? context.say("（\(reason.records)条）", " (\(reason.records))") : "")
        }
        return li(
            span(.class("quiet"), .text(line.obligation.id)),
            span(
                a(
                    .href(context.link("/plan") + "#clause-\(line.obligation.id)"),
                    .text(view.sentence(line.obligation, language))),
                small(
                    .class("quiet"),
                    .text(
                        line.counts.isEmpty
                            ? reasons.joined(separator: context.say("；", "; "))
                            : beneficiaries(line, context)
                                + (reasons.isEmpty
                                    ? ""
                                    : context.say("；未计入：", "; not counted: ")
                                        + reasons.joined(separator: context.say("；", "; ")))))),
            line.counts.isEmpty
                ? span(.text(context.say("未计入", "not counted")))
                : span(.class("met"), .text(context.say("计入", "counts"))))
    }

    private func beneficiaries(_ line: PreviewLine, _ context: PageContext) -> String {
        let names = line.counts.prefix(3).map { gain in
            view.name(of: gain.subject, context.language)
                + (gain.amount == 1 ? "" : " +" + Figure.plain(gain.amount))
        }
        let more = line.counts.count - names.count
        return names.joined(separator: context.say("、", ", "))
            + (more > 0
                ? context.say("等\(line.counts.count)\(counter(line.counts.map(\.subject.kind)))", " and \(more) more")
                : "")
    }

    /// What so many subjects are counted by; 项 where they are of several kinds.
    private func counter(_ kinds: [Subject.Kind]) -> String {
        guard let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) else { return "项" }
        switch kind {
        case .unit, .rollUp: return "个单位"
        case .team: return "个集体"
        case .person: return "人"
        case .programme, .activity: return "项"
        }
    }
}
