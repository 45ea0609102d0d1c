import Books
import Exchange
import House
import LedgerEngine
import Pages
import Storage
import Store
import Training
import Vocabulary

/// What changed since a reader was last at their desk: how things stand otherwise, and what others did (上次查看以来).
struct SinceLastVisit {
    private let ask: Ask
    private let visit: DeskVisit
    private let standings: [(entry: LedgerEntry, before: Standing)]
    private let acts: [Changed]
    private let view: LedgerView?

    /// As many of either as are shown.
    private static let most = 6

    /// Nil at a first visit, and where another day than today is looked at.
    init?(_ ask: Ask, _ duties: UnitDuties?) throws {
        guard ask.context.asOf == ask.today, ask.context.knownAt == nil,
            let visit = try ask.reading.lastDeskVisit(of: ask.reader)
        else { return nil }
        self.ask = ask
        self.visit = visit
        view = duties?.view
        standings = duties.map { DeskState(visit.state).changes(in: $0) } ?? []
        acts = try desks.flatMap { try $0.changed(ask, visit.seq) }.sorted { $0.at > $1.at }
    }

    func html() throws -> HTML {
        let time = SiteTime(try TownClock(ask.reading))
        func moment(_ at: String) -> HTML { .text(time.minute(at)) }
        let rows = standings.prefix(Self.most).map(row) + (try acts.prefix(Self.most).map { try row($0, moment) })
        let left = standings.count + acts.count - rows.count
        return .part(
            Words("上次查看以来", "Since you were last here"), id: "since", aside: moment(visit.at),
            rows.isEmpty
                ? .p(.class("quiet"), .say("没有变化。", "Nothing changed."))
                : .narrowRows(rows),
            .when(
                left > 0,
                .p(.class("quiet"), .say("另有\(left)项变化。", left == 1 ? "1 change more." : "\(left) changes more."))))
    }

    private func row(_ change: (entry: LedgerEntry, before: Standing)) -> Row {
        let language = ask.context.language
        let name = view.flatMap { view in view.obligation(change.entry.obligation).map { view.short($0, language) } }
        return Row(
            .group([
                .a(.href(ask.context.link(to: change.entry)), .text(name ?? change.entry.obligation)),
                .small(
                    .class("quiet"), .say("原为", "was "), .text(LedgerText.standing(change.before, in: language))),
            ]), act: StandingMark.word(change.entry.standing, language))
    }

    private func row(_ change: Changed, _ moment: (String) -> HTML) throws -> Row {
        Row(
            .group([
                .link(change.address, .text(change.name)),
                .small(.class("quiet"), .text(try ask.naming.accountName(change.by)), " ", .words(change.words)),
            ]), act: .span(.class("quiet"), moment(change.at)))
    }
}
