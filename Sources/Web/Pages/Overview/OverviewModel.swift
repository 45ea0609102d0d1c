import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// The city at a glance, ready to be laid out.
struct OverviewModel: Equatable, Sendable {
    typealias UnitRow = Books.UnitRow
    typealias Cell = UnitRow.Cell
    typealias Group = UnitRow.Group

    /// The units right beneath one unit, a page of them; of a book with several roots all units, where none is chosen.
    struct Part: Equatable, Sendable {
        var code: String?
        var name: String?
        var parent: String?
        var rows: Int
        /// How many of all of them are in each group.
        var groupCounts: [Group: Int]
        var page: Int
        var pages: Int
        /// Those shown that have units beneath them in turn.
        var deeper: Set<String>
    }

    struct Due: Equatable, Sendable {
        var day: Day
        var obligation: String
        var what: String
        /// What those who owe it singly are counted by.
        var counter: String
        var open: Int
        var of: Int
        var standing: Standing
    }

    struct Laggard: Equatable, Sendable {
        var code: String
        var name: String
        var late: Int
        var applicable: Int
    }

    struct Missed: Equatable, Sendable {
        var obligation: String
        var what: String
        var units: Int
    }

    var editionNumber: Int
    var editionTitle: String
    var inForce: Day
    var tasks: [String]
    var taskTitles: [String]
    /// Those in the picture.
    var units: [UnitRow]
    /// All there are, and how many of each group.
    var unitCount: Int
    var groupCounts: [Group: Int]
    /// Set where the picture shows only a part.
    var part: Part?
    var laggards: [Laggard]
    var missed: [Missed]
    var due: [Due]
    var figures: [HeadlineFigure]
    var openClauses: Int
    var trend: TrendChart

    func count(_ group: Group) -> Int { groupCounts[group] ?? 0 }
}

extension OverviewModel {
    /// As many units as one picture can hold; of more, only those right beneath one unit are shown at a time.
    static let mostRows = 200
    static let rowsPerPage = 50
    /// So far ahead the overview looks for what falls due.
    static let daysAhead = 30

    init(_ view: LedgerView, trend: [TrendPoint], _ context: PageContext) {
        let edition = view.edition
        let summary = view.summary
        editionNumber = edition.number
        editionTitle = edition.title
        inForce = edition.inForce
        tasks = summary.tasks.map(\.number)
        taskTitles = summary.tasks.map(\.title)
        openClauses = edition.obligations.count { !$0.executable }
        unitCount = summary.rows.count
        groupCounts = summary.groupCounts
        if summary.rows.count <= Self.mostRows {
            units = summary.units
        } else {
            let roots = view.directory.units.roots(knownAt: view.live.knownAt)
            let top =
                context.query["under"].flatMap { view.directory.unit($0) } ?? (roots.count == 1 ? roots[0] : nil)
            let beneath =
                top.map { summary.places(of: view.directory.children(of: $0.code).lazy.map(\.code)) } ?? summary.order
            let pages = max(1, (beneath.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
            let page = min(max(1, context.query.number("page") ?? 1), pages)
            units = beneath.dropFirst((page - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage).map { summary[$0] }
            part = Part(
                code: top?.code, name: top?.name, parent: top?.parent, rows: beneath.count,
                groupCounts: beneath.reduce(into: [:]) { $0[summary[$1].group, default: 0] += 1 }, page: page,
                pages: pages,
                deeper: Set(units.lazy.map(\.code).filter { !view.directory.children(of: $0).isEmpty }))
        }
        laggards = Self.laggards(summary.rows)
        missed = Self.missed(view, summary, context)
        due = Self.due(view, summary, context)
        figures = Self.figures(view, summary, context)
        self.trend = TrendChart(points: trend, year: view.live.asOf.year, isListed: !view.town.isLarge)
    }

    /// The three units with the largest part of what they owe behind or overdue; of equal parts the one with more.
    static func laggards(_ rows: [UnitRow]) -> [Laggard] {
        func isFurther(_ one: Laggard, _ other: Laggard) -> Bool {
            (one.late * other.applicable, one.late) > (other.late * one.applicable, other.late)
        }
        var found: [Laggard] = []
        for row in rows where row.late > 0 {
            let unit = Laggard(code: row.code, name: row.name, late: row.late, applicable: row.applicable)
            // Rows lie in order of code: of two alike the first stays first.
            let place = found.firstIndex { isFurther(unit, $0) } ?? found.count
            guard place < 3 else { continue }
            found.insert(unit, at: place)
            if found.count > 3 { found.removeLast() }
        }
        return found
    }

    private static func missed(_ view: LedgerView, _ summary: LedgerSummary, _ context: PageContext) -> [Missed] {
        zip(view.edition.obligations, summary.lateUnits).filter { $0.1 > 0 }
            .sorted { ($0.1, $1.0.id) > ($1.1, $0.0.id) }.prefix(2)
            .map { Missed(obligation: $0.0.id, what: view.short($0.0, context.language), units: $0.1) }
    }

    /// What falls due within 30 days and is not yet met, by day and obligation.
    private static func due(_ view: LedgerView, _ summary: LedgerSummary, _ context: PageContext) -> [Due] {
        let asOf = view.live.asOf
        return zip(view.edition.obligations, summary.standings).compactMap { obligation, standings -> Due? in
            var open: [(standing: Standing, to: Day, count: Int)] = []
            var total = 0
            var kind = Subject.Kind.programme
            for group in standings where group.kind != .activity {
                guard let to = group.to, to >= asOf, to - asOf <= Self.daysAhead else { continue }
                kind = group.kind
                for (standing, count) in group.counts
                where standing != .doesNotApply && standing != .needsRuling {
                    total += count
                    if standing != .met { open.append((standing, to, count)) }
                }
            }
            guard
                let worst = open.min(by: {
                    ($0.standing.rank, $0.to) < ($1.standing.rank, $1.to)
                })
            else { return nil }
            return Due(
                day: worst.to, obligation: obligation.id, what: view.short(obligation, context.language),
                counter: kind == .programme
                    ? "项" : LedgerText.unitZh(LedgerText.unit(of: obligation, subject: .rollUp)),
                open: open.reduce(0) { $0 + $1.count }, of: total, standing: worst.standing)
        }.sorted {
            ($0.day, $0.standing.rank, -$0.open) < ($1.day, $1.standing.rank, -$1.open)
        }
    }

    private static func figures(
        _ view: LedgerView, _ summary: LedgerSummary, _ context: PageContext
    ) -> [HeadlineFigure] {
        let wholes = zip(view.edition.obligations, summary.wholes).compactMap { obligation, whole in
            whole.map { (obligation, $0) }
        }
        let coverages = wholes.filter { obligation, entry in
            obligation.rule.measure == .coverage && (obligation.rule.window?.months ?? 0) > 12
                && (entry.population ?? 0) > 0
        }
        return [owed(summary, context)]
            + (wholes.first { $0.0.rule.unit == .personTime && !$0.0.rule.isEither }.map {
                [personTimes($0, $1, view, context)]
            } ?? [])
            + coverages.prefix(2).map { coverage($0, $1, view, context) }
    }

    private static func owed(_ summary: LedgerSummary, _ context: PageContext) -> HeadlineFigure {
        let groups = summary.standings.joined()
        let live = groups.reduce(0) { $0 + $1.total - ($1.counts[.doesNotApply] ?? 0) }
        let met = groups.reduce(0) { $0 + ($1.counts[.met] ?? 0) }
        return HeadlineFigure(
            name: context.say("本期应完成", "Due this period"), figure: String(live), of: context.say("项", "entries"),
            more: .group([
                .text(context.say("已完成", "")),
                .figureLink(met, context.ledger(("standing", "met"), ("window", "current"))),
                .text(context.say("项，全部周期逾期", " met, ")),
                .figureLink(summary.overdue, context.ledger(("standing", "overdue"), ("window", "all"))),
                .text(context.say("项", " overdue in all periods")),
            ]), address: context.ledger(("standing", "owed"), ("window", "current")), count: live)
    }

    private static func personTimes(
        _ obligation: Obligation, _ entry: LedgerEntry, _ view: LedgerView, _ context: PageContext
    ) -> HeadlineFigure {
        HeadlineFigure(
            name: context.say("本年培训人次", "Participations this year"), figure: Figure.amount(entry.done),
            of: "/ " + Figure.amount(entry.required), remark: view.short(obligation, context.language),
            address: context.link(toWhole: entry, in: view),
            entry: view.isSumOfRoots(entry) ? nil : view.figure(entry, context.language))
    }

    private static func coverage(
        _ obligation: Obligation, _ entry: LedgerEntry, _ view: LedgerView, _ context: PageContext
    ) -> HeadlineFigure {
        let population = entry.population ?? 0
        let left = population - (Int(exactly: entry.done) ?? 0)
        let name =
            context.language == .zh ? obligation.binding?.population.nameZh : obligation.binding?.population.nameEn
        let counter = obligation.binding?.population.subjects == .persons ? "人" : "个"
        // Where no names may be listed there is no list to open.
        let open =
            EntryListModel.tells(.outstanding, of: obligation)
            ? HTML.figureLink(left, context.link(toList: .outstanding, of: entry)) : .text(String(left))
        return HeadlineFigure(
            name: context.say("\(name ?? "")轮训覆盖", "Coverage: \(name ?? "")"),
            figure: Figure.percent(entry.done, of: Double(population), shortOf: obligation.rule.value), of: "%",
            more: .group([
                .text(context.say("\(population)\(counter)中", "")), open,
                .text(context.say("\(counter)尚未参训", " of \(population) not yet trained")),
            ]), address: context.link(to: entry), entry: view.figure(entry, context.language))
    }
}
