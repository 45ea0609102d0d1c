import Exchange
import LedgerEngine
import Plans
import Records
import Vocabulary

/// The city at a glance, ready to be laid out.
struct OverviewModel: Equatable, Sendable {
    struct UnitRow: Equatable, Sendable {
        var code: String
        var name: String
        /// Per task: the worst standing of its obligations in the unit, and how many are behind; nil where none applies.
        var cells: [Cell?]
        var met: Int
        var late: Int
        var applicable: Int
        var group: Group
    }

    struct Cell: Equatable, Sendable {
        var standing: Standing
        var late: Int
    }

    enum Group: Int, CaseIterable, Sendable {
        case needsAttention, someBehind, onCourse
    }

    struct Due: Equatable, Sendable {
        var day: Day
        var obligation: String
        var what: String
        var open: Int
        var of: Int
        var standing: Standing
    }

    struct Laggard: Equatable, Sendable {
        var code: String
        var name: String
        var late: Int
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
    var units: [UnitRow]
    var laggards: [Laggard]
    var missed: [Missed]
    var due: [Due]
    var figures: [HeadlineFigure]
    var openClauses: Int
    var trend: TrendChart

    func count(_ group: Group) -> Int { units.count { $0.group == group } }
}

extension OverviewModel {
    /// A unit in which so large a part of what it owes is late needs attention.
    static let attentionShare = 1.0 / 3

    init(_ view: LedgerView, trend: [TrendPoint], _ context: PageContext) {
        let edition = view.edition
        let tasks = edition.tasks.filter { task in
            task.obligations.contains { obligation in
                view.index.entries(of: obligation.id).contains { $0.subject.kind == .rollUp }
            }
        }
        editionNumber = edition.number
        editionTitle = edition.title
        inForce = edition.inForce
        self.tasks = tasks.map(\.number)
        taskTitles = tasks.map(\.title)
        openClauses = edition.obligations.count { !$0.executable }
        let taskOf = Dictionary(
            edition.tasks.flatMap { task in task.obligations.map { ($0.id, task.number) } },
            uniquingKeysWith: { first, _ in first })

        let current = view.ledger.entries.filter { $0.subject.kind == .rollUp && view.index.isCurrent($0) }
        let byUnit = Dictionary(grouping: current, by: \.unit)
        let asOf = view.ledger.asOf
        let shown = view.directory.book.units.filter {
            $0.parent != nil && $0.kind != .branch && $0.kind != .village && $0.span.contains(asOf)
        }
        units = shown.map { UnitRow($0, entries: byUnit[$0.code] ?? [], tasks: tasks.map(\.number), taskOf: taskOf) }
            .sorted {
                ($0.group.rawValue, -$0.late, $0.code) < ($1.group.rawValue, -$1.late, $1.code)
            }
        laggards = units.filter { $0.late > 0 }.prefix(3).map { Laggard(code: $0.code, name: $0.name, late: $0.late) }
        missed = Self.missed(view, byUnit: byUnit, shown: shown, context)
        due = Self.due(view, context)
        figures = Self.figures(view, context)
        self.trend = TrendChart(points: trend, year: asOf.year)
    }

    private static func missed(
        _ view: LedgerView, byUnit: [String: [LedgerEntry]], shown: [OrgUnit], _ context: PageContext
    ) -> [Missed] {
        var units: [String: Int] = [:]
        for unit in shown {
            for entry in byUnit[unit.code] ?? [] where entry.standing == .behind || entry.standing == .overdue {
                units[entry.obligation, default: 0] += 1
            }
        }
        return view.edition.obligations.compactMap { obligation in
            units[obligation.id].map {
                Missed(obligation: obligation.id, what: view.short(obligation, context.language), units: $0)
            }
        }.sorted { ($0.units, $1.obligation) > ($1.units, $0.obligation) }.prefix(2).map { $0 }
    }

    /// What falls due within 30 days and is not yet met, by day and obligation.
    private static func due(_ view: LedgerView, _ context: PageContext) -> [Due] {
        let asOf = view.ledger.asOf
        return view.edition.obligations.compactMap { obligation -> Due? in
            let entries = view.index.entries(of: obligation.id).filter { entry in
                view.index.isCurrent(entry) && entry.subject.kind != .rollUp && entry.subject.kind != .activity
                    && (entry.to.map { $0 >= asOf && $0 - asOf <= 30 } ?? false)
                    && entry.standing != .doesNotApply && entry.standing != .needsRuling
            }
            let open = entries.filter { $0.standing != .met }
            guard let worst = open.min(by: { StandingMark.rank($0.standing) < StandingMark.rank($1.standing) }),
                let day = worst.to
            else { return nil }
            return Due(
                day: day, obligation: obligation.id, what: view.short(obligation, context.language), open: open.count,
                of: entries.count,
                standing: worst.standing)
        }.sorted {
            ($0.day, StandingMark.rank($0.standing), -$0.open) < ($1.day, StandingMark.rank($1.standing), -$1.open)
        }
    }

    private static func figures(_ view: LedgerView, _ context: PageContext) -> [HeadlineFigure] {
        let language = context.language
        let live = view.ledger.entries.filter {
            view.index.isCurrent($0) && $0.subject.kind != .rollUp && $0.standing != .doesNotApply
        }
        let met = live.count { $0.standing == .met }
        let overdue = view.ledger.entries.count { $0.subject.kind != .rollUp && $0.standing == .overdue }
        var figures = [
            HeadlineFigure(
                name: context.say("本期应完成", "Owed at present"), figure: Self.grouped(live.count),
                of: context.say("项", "items"),
                remark: context.say(
                    "已完成 \(Self.grouped(met)) · 历期逾期 \(Self.grouped(overdue))", "\(met) met · \(overdue) overdue in all"
                ),
                address: context.link("/ledger", ("window", "current")))
        ]
        let wholes = view.edition.obligations.compactMap { obligation in
            view.whole(obligation.id).map { (obligation, $0) }
        }
        if let (obligation, entry) = wholes.first(where: { $0.0.rule.unit == .personTime }) {
            figures.append(
                HeadlineFigure(
                    name: context.say("本年培训人次", "Person-times this year"), figure: Self.grouped(Int(entry.done)),
                    of: "/ " + Self.grouped(Int(entry.required)), remark: view.short(obligation, context.language),
                    address: context.link(to: entry)))
        }
        let coverages = wholes.filter { obligation, entry in
            obligation.rule.measure == .coverage && (obligation.rule.window?.months ?? 0) > 12
                && (entry.population ?? 0) > 0
        }
        for (obligation, entry) in coverages.prefix(2) {
            let population = Double(entry.population ?? 1)
            let name = language == .zh ? obligation.binding?.population.nameZh : obligation.binding?.population.nameEn
            figures.append(
                HeadlineFigure(
                    name: context.say("\(name ?? "")轮训覆盖", "Coverage: \(name ?? "")"),
                    figure: Figure.plain(entry.done / population * 100), of: "%",
                    remark: context.say(
                        "\(Int(population)) 人中还有 \(Int(population - entry.done)) 人未训",
                        "\(Int(population - entry.done)) of \(Int(population)) not yet reached"),
                    address: context.link(to: entry)))
        }
        return figures
    }

    static func grouped(_ number: Int) -> String {
        var digits = Array(String(abs(number)))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}

extension OverviewModel.UnitRow {
    init(_ unit: OrgUnit, entries: [LedgerEntry], tasks: [String], taskOf: [String: String]) {
        let applicable = entries.filter { $0.standing != .doesNotApply }
        var worst: [String: OverviewModel.Cell] = [:]
        for entry in applicable {
            guard let task = taskOf[entry.obligation] else { continue }
            let isLate = entry.standing == .behind || entry.standing == .overdue
            guard var cell = worst[task] else {
                worst[task] = .init(standing: entry.standing, late: isLate ? 1 : 0)
                continue
            }
            if StandingMark.rank(entry.standing) < StandingMark.rank(cell.standing) { cell.standing = entry.standing }
            if isLate { cell.late += 1 }
            worst[task] = cell
        }
        code = unit.code
        name = unit.name
        cells = tasks.map { worst[$0] }
        met = applicable.count { $0.standing == .met }
        late = applicable.count { $0.standing == .behind || $0.standing == .overdue }
        self.applicable = applicable.count
        group =
            late == 0
            ? .onCourse
            : Double(late) >= Double(applicable.count) * OverviewModel.attentionShare ? .needsAttention : .someBehind
    }
}
