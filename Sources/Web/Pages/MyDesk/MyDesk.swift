import Accounts
import Books
import Exchange
import House
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

extension Desk {
    /// The first page of whoever works for one unit, and of an official: what is owed, what came back, what waits, each with the
    /// act that settles it (我的工作台).
    static let own = Desk(
        Words("我的工作台", "My desk"), nouns: [], entries: []
    ) { routes in
        routes.page(MyDesk.address, MyDesk.words, right: .own, door: .ledger) { ask in try MyDesk(ask: ask).page() }
        routes.page(HeldAboutMe.address, HeldAboutMe.words, right: .own) { ask in
            try HeldAboutMe(ask)?.page() ?? HeldAboutMe.nobody(ask, HeldAboutMe.words)
        }
        routes.page(WhoLooked.address, WhoLooked.words, right: .own) { ask in
            try WhoLooked(ask)?.page() ?? HeldAboutMe.nobody(ask, WhoLooked.words)
        }
    }
}

/// One reader's desk, by what they may do and where.
struct MyDesk {
    static let address = "/desk"
    static let words = Words("我的工作台", "My desk")

    let ask: Ask

    func page() throws -> Page {
        if let code = ask.reader.person, !ask.reader.may(.report), let person = try ask.town.directory.person(code) {
            return try OfficialDesk(person, ask).page()
        }
        // Who administers has no desk here.
        try ask.reader.require(.see)
        if let code = ask.reader.unit, let unit = try ask.town.directory.unit(code) {
            return try UnitDesk(unit, self).page()
        }
        return try LeaderDesk.isFor(ask.reader) ? LeaderDesk(desk: self).page() : office()
    }

    /// The office's: the city's figures are on the overview, here is what waits.
    private func office() throws -> Page {
        let waiting = try waiting()
        let count = waiting.reduce(0) { $0 + $1.count }
        var page = Page(
            Self.words,
            .sheet(
                waiting.isEmpty
                    ? .emptyState(
                        Words("没有等您办的事项", "Nothing waits for you"),
                        .say("需要您审批或办理的事项会列在这里。", "What you have to decide or to do shows here."),
                        acts: .act("/", Words("看全市概览", "See the overview")))
                    : .each(waiting, section), try SinceLastVisit(ask, nil)?.html() ?? .nothing))
        page.sentence =
            count == 0
            ? .say("没有等您办的事项。", "Nothing waits for you. ")
            : .group([.say("有", "Waiting for you: "), .b(.text(String(count))), .say("件等您办。", ". ")])
        page.sentence = .group([
            page.sentence, .say("各单位进展见", "How the units stand: "), .link("/", .say("全市概览", "overview")),
            .say("。", "."),
        ])
        return page
    }

    /// Who answers what the compiler asks of the plan.
    static func settlesClauses(_ reader: Reader) -> Bool { reader.may(.plan) && reader.unit == nil }

    /// What waits at all desks, and what the reader has begun; what came back first.
    func waiting() throws -> [Waiting] {
        var found = try desks.flatMap { try $0.waiting(ask) }
        found = found.filter(\.isReturned) + found.filter { !$0.isReturned }
        if Self.settlesClauses(ask.reader),
            let view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt)
        {
            let open = view.edition.obligations.filter { !$0.executable }
            if !open.isEmpty {
                found.append(
                    Waiting(
                        Words("方案中口径待明确的要求", "Clauses that need clarifying"), count: open.count,
                        address: "/plan/questions",
                        open.prefix(Waiting.mostItems).map { clause in
                            .init(
                                view.short(clause, ask.context.language), "/plan#clause-\(clause.id)",
                                remark: .text(
                                    clause.question.map { QuestionText.sentence($0, in: ask.context.language) } ?? ""),
                                act: Words("明确", "Clarify"),
                                at: "/plan/clauses/\(Query.encoded(clause.id))")
                        }))
            }
        }
        return found
    }

    /// Forms that were begun, and work beside the pages: lists of their own, which the menu leads to as well.
    func begun() throws -> [Row] {
        var rows: [Row] = []
        let drafts = try ask.reading.formDraftCount(of: ask.reader)
        if drafts > 0 {
            rows.append(
                Row(
                    .group([.say("未提交的表单：", "Unsent forms: "), .text(String(drafts))]),
                    act: .act("/drafts", Words("查看", "See"), .small)))
        }
        let left = try ask.reading.draftsLeft(to: ask.reader, on: ask.today).count
        if left > 0 {
            rows.append(
                Row(
                    .group([.say("前任留下的表单：", "Forms left in this post: "), .text(String(left))]),
                    act: .act("/drafts#left", Words("查看", "See"), .small)))
        }
        let jobs = try ask.reading.jobCounts(for: ask.reader).open
        if jobs > 0 {
            rows.append(
                Row(
                    .group([.say("正在后台办理：", "Jobs under way: "), .text(String(jobs))]),
                    act: .act("/jobs", Words("查看", "See"), .small)))
        }
        return rows
    }

    private func act(of item: Waiting.Item) -> HTML {
        .link(
            item.actAddress, .class("btn small"), .words(item.act),
            .span(.class("unseen"), .say("：", ": "), .text(item.name)))
    }

    func section(_ waiting: Waiting) -> HTML {
        .part(
            waiting.words,
            aside: .link(
                waiting.address, .count(waiting.count), .say("全部 ", "All "), .text(String(waiting.count)),
                .say(" 件", "")),
            .narrowRows(
                waiting.items.map { item in
                    Row(
                        .group([.link(item.address, .text(item.name)), .small(.class("quiet"), item.remark)]),
                        act: item.also == .nothing ? act(of: item) : .acts(act(of: item), item.also))
                }))
    }
}
