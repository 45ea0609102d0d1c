import Books
import LedgerEngine
import Pages
import Storage
import Store
import Training
import Vocabulary

extension Notice {
    /// What a unit was reminded of, for whoever works for it.
    static let listing: Listing<Notice> = {
        var listing = Listing<Notice>(
            Words("收到的提醒", "Reminders received"),
            columns: [
                ListColumn(
                    "clause", Words("要求", "Requirement"), .lead,
                    text: { notice, ask in ask.say(try notice.sent(ask).clause) }
                ) { notice, ask in
                    .link("/notices/\(Query.encoded(notice.code))", .words(try notice.sent(ask).clause))
                },
                ListColumn(
                    "at", Words("时间", "When"), .meta,
                    text: { notice, ask in try ask.siteTime.minute(try notice.sent(ask).at) }),
                ListColumn(
                    "by", Words("提醒人", "From"), .meta,
                    text: { notice, ask in try ask.naming.accountName(try notice.sent(ask).by) }),
                ListColumn(
                    "figure", Words("提醒时", "Then"), .meta, text: { notice, ask in ask.say(notice.line.figure) }),
                ListColumn(
                    "until", Words("期限", "By"), .day, sort: "window_to",
                    text: { notice, _ in notice.line.to?.iso ?? "" }),
                ListColumn(
                    "state", Words("状态", "State"), .end,
                    text: { notice, ask in
                        ask.say(try notice.isRead(ask) ? ReadState.read.words : ReadState.unread.words)
                    }
                ) { notice, ask in
                    let isRead = try notice.isRead(ask)
                    return .standing(isRead ? .met : .next, isRead ? ReadState.read.words : ReadState.unread.words)
                },
            ],
            filters: [
                .choice("state", Words("状态", "State"), ReadState.self) { state, ask in
                    state == .unread ? Notice.unread(by: ask.reader) : "not (\(Notice.unread(by: ask.reader)))"
                }
            ], order: "reminder desc", empty: Words("没有收到提醒", "Nothing was reminded of"))
        listing.base = { ask in Notice.own(of: ask.reader) }
        listing.bulk = [
            BulkAct("read", Words("标为已读", "Mark as read"), Nothing.form, blank: Nothing()) { notice, _ in
                ReadNotice(notice: notice.code)
            }
        ]
        return listing
    }()

    private enum ReadState: String, Named {
        case unread, read

        var words: Words {
            switch self {
            case .unread: Words("未读", "Not read")
            case .read: Words("已读", "Read")
            }
        }
    }

    /// The reminder that it is of, whoever sent it: a unit sees no more of it than its own row and what all were told.
    func sent(_ ask: Ask) throws -> Reminder {
        let everybody = Reader(account: ask.reader.account, rights: [.see])
        return try ask.naming.once("reminder \(reminder)") {
            guard var sent = try ask.reading.one(Reminder.self, reminder, for: everybody) else {
                throw NotFound(context: ask.context)
            }
            sent.lines = []
            return sent
        }
    }

    func isRead(_ ask: Ask) throws -> Bool {
        try ask.reading.one(NoticeReading.self, "\(code) \(ask.reader.account)", for: ask.reader) != nil
    }

    /// Unread ones, each with who sent it, when, and the act that settles it.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.unit != nil else { return [] }
        return try Waiting.some(
            Words("收到的提醒", "Reminders"), Notice.self, where: unread(by: ask.reader), order: "reminder desc",
            address: "/notices?state=unread", ask
        ) { notice in
            let sent = try notice.sent(ask)
            let address = "/notices/\(Query.encoded(notice.code))"
            // The menu counts what waits without the ledger.
            let view = ask.ledger == nil ? nil : try ask.ledgerOfToday
            let entry = view.flatMap { notice.line.entry(of: sent.obligation, in: $0) }
            let isSettled = entry.map { !$0.standing.isLate } ?? false
            let mayReport = ask.reader.may(.report) && !isSettled
            var item = Waiting.Item(
                ask.say(sent.clause), address,
                remark: .group([
                    .text(try ask.naming.accountName(sent.by)), " ",
                    .text(try ask.siteTime.minute(sent.at)), .say(" 提醒，提醒时", ": "),
                    .words(notice.line.figure), .when(isSettled, .say("，现已补齐", "; settled since")),
                    sent.remark.isEmpty ? .nothing : .text("。" + sent.remark),
                ]), act: mayReport ? Words("填报", "Report") : Words("查看", "See"),
                at: mayReport ? address + "/settle" : address)
            item.also = notice.readButton
            return item
        }
    }

    private var readButton: HTML {
        .press("/notices/\(Query.encoded(code))/read", Words("已读", "Read"), .small)
    }

    /// Where what it reminds of is settled: the form of a report, filled in.
    func settling(_ ask: Ask) throws -> String {
        let sent = try sent(ask)
        guard let view = try ask.ledgerOfToday, let obligation = view.obligation(sent.obligation),
            let entry = line.entry(of: sent.obligation, in: view)
        else { return ask.context.link("/notices/\(Query.encoded(code))") }
        return ask.context.link(toReport: entry, of: obligation)
    }

    func page(_ ask: Ask) throws -> Page {
        let sent = try sent(ask)
        let view = try ask.ledgerOfToday
        let entry = view.flatMap { line.entry(of: sent.obligation, in: $0) }
        let address = "/notices/\(Query.encoded(code))"
        let isMine = line.unit == ask.reader.unit
        let isRead = try isRead(ask)
        var page = Page(
            Words("提醒", "Reminder"), crumbs: [Frame.Crumb(Self.listing.words, "/notices")],
            actions: .group([
                isMine && !isRead ? readButton : .nothing,
                ask.reader.may(.report) && entry?.standing.isLate == true
                    ? .act(address + "/settle", Words("填报活动", "Report an activity"), .primary) : .nothing,
            ]),
            .sheet(
                .section(
                    .facts(
                        [
                            Fact(Words("提醒人", "From"), .text(try ask.naming.accountName(sent.by))),
                            Fact(Words("时间", "When"), .text(try ask.siteTime.minute(sent.at))),
                            Fact(Words("单位", "Unit"), .text(try ask.naming.unitName(line.unit))),
                            Fact(
                                Words("提醒时", "Then"),
                                .group([
                                    .words(line.figure), " ",
                                    .standing(Mark(line.standing), line.standing.words),
                                ])),
                            Fact(Words("现在", "Now"), now(entry, view, ask)),
                            Fact(
                                Words("附言", "Remark"), sent.remark.isEmpty ? .say("无", "none") : .text(sent.remark)),
                            Fact(
                                Words("状态", "State"),
                                .words(isRead ? ReadState.read.words : ReadState.unread.words)),
                        ], long: true))))
        page.sentence = .words(line.sentence(sent.clause))
        return page
    }

    private func now(_ entry: LedgerEntry?, _ view: LedgerView?, _ ask: Ask) -> HTML {
        guard let entry, let view else { return .say("已不在台账", "no longer asked") }
        let figure = view.figure(entry, ask.context.language)
        return .group([
            .a(.href(ask.context.link(to: entry)), .entry(figure), .text(figure)), " ",
            .standing(Mark(entry.standing), entry.standing.words),
        ])
    }
}
