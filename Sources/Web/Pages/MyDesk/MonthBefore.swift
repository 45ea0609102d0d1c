import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// What a leader is told first: how things stand against a month ago, by the same edition (一个月来的变化).
struct MonthBefore {
    private let ask: Ask
    private let now: LedgerView
    private let then: LedgerView
    let day: Day

    /// As many lines as are shown.
    private static let most = 8

    /// Nil for a province, of which another day's ledger takes too long for a page.
    init?(_ ask: Ask, _ now: LedgerView) throws {
        guard !now.town.isLarge else { return nil }
        self.ask = ask
        self.now = now
        day = ask.context.asOf - 30
        then = try ask.town.view(ask.context, at: day)
    }

    // MARK: The town

    private struct Line {
        var obligation: Obligation
        var before: Int
        var now: Int
        var change: Int { now - before }
    }

    private var lines: [Line] {
        let (before, after) = (then.summary.lateUnits, now.summary.lateUnits)
        let all = now.edition.obligations.indices.map { place in
            Line(obligation: now.edition.obligations[place], before: before[place], now: after[place])
        }
        return all.filter { $0.change != 0 }.sorted { abs($0.change) > abs($1.change) }
    }

    /// How many units were late with each requirement, where that differs; the largest differences first.
    func ofTown() -> HTML {
        let lines = lines
        return .part(
            Words("一个月来的变化", "Since a month ago"), id: "month", aside: against, groups,
            lines.isEmpty
                ? .p(.class("quiet"), .say("各项要求的滞后单位数没有变化。", "No requirement has more or fewer units behind."))
                : .data(
                    .say("滞后单位数的变化", "Units behind, then and now"),
                    [
                        DataHead(.say("要求", "Requirement"), .lead),
                        DataHead(.say("当时滞后", "Behind then"), .meta, isNumber: true, unit: Words("个单位", "units")),
                        DataHead(.say("现在滞后", "Behind now"), .meta, isNumber: true, unit: Words("个单位", "units")),
                        DataHead(.say("变化", "Change"), .end, isNumber: true),
                    ], lines.prefix(Self.most).map(row)))
    }

    private var against: HTML { .group([.say("与", "against "), .day(day), .say("相比", "")]) }

    private func row(_ line: Line) -> [HTML] {
        let list = ask.context.ledger(
            ("obligation", line.obligation.id), ("kind", "units"), ("standing", "late"), ("window", "current"))
        let name = now.short(line.obligation, ask.context.language)
        return [
            .link("/plan#clause-\(line.obligation.id)", .text(name)), .text(String(line.before)),
            .figureLink(line.now, list), .text(line.change > 0 ? "+\(line.change)" : "−\(-line.change)"),
        ]
    }

    private var groups: HTML {
        func figures(_ group: UnitRow.Group) -> (String, String) {
            (String(count(then, group)), String(count(now, group)))
        }
        let (attention, course) = (figures(.needsAttention), figures(.onCourse))
        let words = Words(
            "需重点关注的单位由\(attention.0)个变为\(attention.1)个；全部进度正常的由\(course.0)个变为\(course.1)个。",
            "Units that need attention: \(attention.0) then, \(attention.1) now; on course: \(course.0) then, \(course.1) now."
        )
        return .p(.class("quiet"), .words(words))
    }

    private func count(_ view: LedgerView, _ group: UnitRow.Group) -> Int { view.summary.groupCounts[group] ?? 0 }

    // MARK: One unit

    /// Requirements of a unit that stand otherwise than a month ago, whichever period was being worked in then.
    func of(_ unit: String) -> HTML {
        let before = worst(UnitDuties(unit, then))
        let changed = worst(UnitDuties(unit, now)).values.filter { entry in
            before[entry.obligation].map { $0.standing != entry.standing } ?? false
        }.sorted { ($0.standing.rank, $0.obligation) < ($1.standing.rank, $1.obligation) }
        let rows = changed.prefix(Self.most).map { row($0, before: before[$0.obligation]?.standing ?? $0.standing) }
        return .part(
            Words("一个月来的变化", "Since a month ago"), id: "month", aside: against,
            rows.isEmpty ? .p(.class("quiet"), .say("没有变化。", "Nothing changed.")) : .narrowRows(rows))
    }

    private func row(_ entry: LedgerEntry, before: Standing) -> Row {
        let language = ask.context.language
        let name = now.obligation(entry.obligation).map { now.short($0, language) } ?? entry.obligation
        let was = HTML.small(.class("quiet"), .say("原为", "was "), .text(LedgerText.standing(before, in: language)))
        return Row(
            .group([.a(.href(ask.context.link(to: entry)), .text(name)), was]),
            act: StandingMark.word(entry.standing, language))
    }

    private func worst(_ duties: UnitDuties) -> [String: LedgerEntry] {
        Dictionary(duties.all.map { ($0.obligation, $0) }) { $0.standing.rank <= $1.standing.rank ? $0 : $1 }
    }
}
