import Books
import LedgerEngine
import Pages
import Storage
import Store
import Training
import Vocabulary

/// One reminder: what the units read, and each unit as it stood then, as it stands now, and whether it has read it.
struct ReminderSent {
    private let ask: Ask
    private let progress: ReminderProgress
    private let view: LedgerView?

    private enum State: String, Named {
        case settled, open

        var words: Words {
            switch self {
            case .settled: Words("其后补齐", "Settled since")
            case .open: Words("仍滞后", "Still behind")
            }
        }
    }

    init(_ ask: Ask) throws {
        self.ask = ask
        view = try ask.ledgerOfToday
        progress = ReminderProgress(try ask.one(Reminder.self), view)
    }

    func page() throws -> Page {
        let reminder = progress.reminder
        let typed = ask.query["state"]
        let state = typed.flatMap(State.init(rawValue:))
        let rows = reminder.lines.indices.filter { place in
            typed == nil || state.map { ($0 == .settled) == progress.isSettled(place) } ?? false
        }
        let readings = try ask.all(
            NoticeReading.self, where: "notice in (select code from reminder_units where reminder = \(reminder.code))")
        let readBy = Dictionary(grouping: readings, by: \.notice)
        var page = Page(
            Words("提醒 \(reminder.code)", "Reminder \(reminder.code)"),
            crumbs: [Frame.Crumb(Words("提醒", "Reminders"), "/reminders")],
            actions: SendReminder.isAllowed(to: ask.reader) && progress.settled < reminder.lines.count
                ? .act("/reminders/new/\(Query.encoded(reminder.obligation))", Words("再次提醒", "Remind again"))
                : .nothing,
            .sheet(
                .split(
                    try units(rows, readBy, state), beside: .part(Words("提醒", "Reminder"), .facts(try facts(readBy))))))
        if let typed, state == nil { page.slips = [.unknown("state", typed, zh: "状态", en: "state")] }
        page.sentence = sentence
        return page
    }

    private var sentence: HTML {
        let (all, settled) = (progress.reminder.lines.count, progress.settled)
        func figure(_ count: Int, _ state: String?) -> HTML {
            .link(progress.address(state), .count(count), .text(String(count)))
        }
        return .group([
            .say("提醒了", "Reminded "), figure(all, nil), .say("个单位，其后补齐", " units; settled since: "),
            figure(settled, "settled"), .say("个，仍滞后", ", still behind: "), figure(all - settled, "open"),
            .say("个。", "."),
        ])
    }

    private func facts(_ readBy: [String: [NoticeReading]]) throws -> [Fact] {
        let reminder = progress.reminder
        return [
            Fact(
                Words("要求", "Requirement"),
                view?.obligation(reminder.obligation) == nil
                    ? .words(reminder.clause)
                    : .link(
                        "/plan#clause-\(reminder.obligation)", .text("\(reminder.obligation) "), .words(reminder.clause)
                    )),
            Fact(Words("发送人", "Sent by"), .text(try ask.naming.accountName(reminder.by))),
            Fact(Words("时间", "When"), .text(try ask.siteTime.minute(reminder.at))),
            Fact(
                Words("附言", "Remark"), reminder.remark.isEmpty ? .say("无", "none") : .text(reminder.remark)),
            Fact(
                Words("已读", "Read by"),
                .say("\(readBy.count)个单位", readBy.count == 1 ? "1 unit" : "\(readBy.count) units")),
        ]
    }

    private func units(_ rows: [Int], _ readBy: [String: [NoticeReading]], _ state: State?) throws -> HTML {
        .part(
            Words("提醒的单位", "Units reminded"), id: "units",
            aside: state.map { state in
                .group([.words(state.words), " · ", .link(progress.address(), .say("全部", "all"))])
            } ?? .nothing,
            rows.isEmpty
                ? .emptyState(Words("没有这样的单位", "No such unit"), .nothing)
                : .data(
                    .say("提醒的单位", "Units reminded"),
                    [
                        DataHead(.say("单位", "Unit"), .lead), DataHead(.say("提醒时", "Then"), .meta, isNumber: true),
                        DataHead(.say("现在", "Now"), .meta, isNumber: true), DataHead(.say("已读", "Read"), .meta),
                        DataHead(.say("状态", "Standing"), .end),
                    ],
                    try rows.map { place in
                        let line = progress.reminder.lines[place]
                        let entry = progress.now[place]
                        return [
                            .link("/units/\(Query.encoded(line.unit))", .text(try ask.naming.unitName(line.unit))),
                            .words(line.figure),
                            view.flatMap { view in
                                entry.map { entry in
                                    let figure = view.figure(entry, ask.context.language)
                                    return .a(.href(ask.context.link(to: entry)), .entry(figure), .text(figure))
                                }
                            } ?? "–", try read(readBy[line.code] ?? []),
                            entry.map { .standing(Mark($0.standing), $0.standing.words) }
                                ?? .say("已不在台账", "no longer asked"),
                        ]
                    }, count: rows.count))
    }

    private func read(_ readings: [NoticeReading]) throws -> HTML {
        guard let first = readings.min(by: { $0.at < $1.at }) else { return .say("未读", "not read") }
        return .group([
            .text(try ask.siteTime.minute(first.at)), " ",
            .text(try ask.naming.accountName(first.account)),
        ])
    }
}
