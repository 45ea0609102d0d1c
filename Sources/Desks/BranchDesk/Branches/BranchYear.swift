import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a branch has on record among the activities, by this desk, by hand or by an import. It is only read here.
struct BranchActivity: Noun {
    var code: String
    var kind: String
    var title: String
    var organiser: String
    var from: Day

    static let table = Table<BranchActivity>(
        "activities", Column("code") { $0.code }, Column("kind") { $0.kind }, Column("title") { $0.title },
        Column("organiser") { $0.organiser }, Column("from_day") { $0.from }, make: BranchActivity.init)
    static let reach = Reach.unit("organiser")

    /// Neither void nor corrected into another.
    static let stands: SQL = """
        not exists (select v.code from voidings v where v.activity = activities.code)
        and not exists (select c.code from corrections c where c.activity = activities.code)
        """
}

/// One thing that was held, with its page.
struct HeldMeeting: Sendable, Hashable {
    var kind: MeetingKind
    var day: Day
    var title: String
    var address: String
}

/// A branch's year by month and kind: planned, announced, held, missing by the rules.
struct BranchYear {
    let year: Int
    let today: Day
    let rules: BranchRules
    let held: [HeldMeeting]
    let meetings: [BranchMeeting]
    let planned: [PlannedMeeting]
    /// From when on it is asked for: once it exists, and begins to keep its plans or meetings here. Nil: not yet.
    let since: Day?

    init(_ branch: Branch, _ year: Int, in reading: some Reading, on today: Day, _ rules: BranchRules) throws {
        (self.year, self.today, self.rules) = (year, today, rules)
        since = try reading.beginning(of: branch)
        meetings = try reading.all(
            BranchMeeting.self, for: .everybody,
            where:
                "branch = \(branch.code) and stage = \(MeetingStage.announced) and \(SQL.days(of: year, column: "planned_day"))",
            order: "planned_day")
        let records = try reading.all(
            MeetingRecord.self, for: .everybody,
            where: """
                taken_back_day is null and \(SQL.days(of: year, column: "held_day"))
                and meeting in (select code from branch_meetings where branch = \(branch.code))
                """, order: "held_day")
        var held: [HeldMeeting] = []
        // Of a meeting that was announced for another year, too.
        let ofRecords = try reading.nouns(BranchMeeting.self, records.map(\.meeting), for: .everybody)
        let known = Dictionary(ofRecords.map { ($0.code, $0) }) { first, _ in first }
        for record in records {
            guard let meeting = known[record.meeting] else { continue }
            held.append(
                HeldMeeting(
                    kind: meeting.scheme.kind, day: record.outcome.day, title: meeting.title, address: meeting.address))
        }
        // What others reported of the kinds that an activity tells of.
        let own = Set(records.map(\.activity))
        let kinds = MeetingKind.allCases.flatMap(\.activities).map(\.rawValue)
        let others = try reading.all(
            BranchActivity.self, for: .everybody,
            where: """
                organiser = \(branch.code) and kind in (\(list: kinds))
                and \(SQL.days(of: year, column: "from_day")) and \(BranchActivity.stands)
                """, order: "from_day")
        for activity in others where !own.contains(activity.code) {
            guard
                let kind = MeetingKind.allCases.first(where: {
                    $0.activities.contains(ActivityKind(rawValue: activity.kind))
                })
            else { continue }
            held.append(
                HeldMeeting(
                    kind: kind, day: activity.from, title: activity.title, address: "/activities/\(activity.code)"))
        }
        self.held = held.sorted { $0.day < $1.day }
        planned = try reading.all(
            QuarterPlan.self, for: .everybody, where: "branch = \(branch.code) and plan_year = \(year)",
            order: "quarter"
        ).flatMap(\.draft.inOrder)
    }

    struct Cell {
        var month: Int
        var kind: MeetingKind
        var held: [HeldMeeting]
        var coming: [BranchMeeting]
        var planned: [PlannedMeeting]
        /// So many are missing in the time that ends with this month.
        var missing: Int

        var mark: Mark? {
            if !held.isEmpty { return missing > 0 ? .behind : .met }
            if missing > 0 { return .overdue }
            if !coming.isEmpty { return .next }
            return planned.isEmpty ? nil : .notYetDue
        }

        var words: Words {
            let count = held.count
            if missing > 0 {
                return Words(
                    "\(month)月已开\(count)次，缺\(missing)次", "month \(month): \(count) held, \(missing) missing")
            }
            if count > 0 { return Words("\(month)月已开\(count)次", "month \(month): \(count) held") }
            if !coming.isEmpty { return Words("\(month)月已通知", "month \(month): announced") }
            return Words("\(month)月有计划", "month \(month): planned")
        }
    }

    func cell(_ month: Int, _ kind: MeetingKind) -> Cell {
        let ofMonth = held.filter { $0.kind == kind && $0.day.month == month }
        var missing = 0
        // What is owed in a quarter or a year is missing at its end.
        if month % kind.months == 0, let first = Day(year: year, month: month - kind.months + 1, day: 1) {
            let span = DaySpan(from: first, until: first.ending(months: kind.months))
            if (span.until ?? today) < today, let since, since <= first {
                missing = max(0, kind.owed(rules) - held.count { $0.kind == kind && span.contains($0.day) })
            }
        }
        return Cell(
            month: month, kind: kind, held: ofMonth,
            coming: meetings.filter {
                $0.scheme.kind == kind && $0.scheme.day.month == month && $0.scheme.day >= today
            }, planned: planned.filter { $0.kind == kind && $0.day.month == month }, missing: missing)
    }

    var missing: Int {
        MeetingKind.allCases.reduce(0) { sum, kind in (1...12).reduce(sum) { $0 + cell($1, kind).missing } }
    }

    func slots(at address: String) -> HTML {
        .slots(
            Words("全年一览", "The year at a glance"), corner: Words("种类", "Kind"),
            periods: (1...12).map { Words("\($0)月", String($0)) },
            now: today.year == year ? today.month - 1 : nil, sum: Words("已开/应开", "Held / owed"),
            MeetingKind.allCases.map { kind in
                let cells = (1...12).map { cell($0, kind) }
                return SlotRow(
                    .words(kind.words),
                    cells.map { cell in
                        cell.mark.map { Slot($0, cell.words, address: "\(address)#m\(cell.month)") }
                    }, sum: .text("\(held.count { $0.kind == kind }) / \(kind.owed(rules) * (12 / kind.months))"))
            })
    }

    /// Month by month what was planned and what was held, each with its page.
    func months(of branch: Branch, _ ask: Ask) -> HTML {
        var rows: [[HTML]] = []
        for month in 1...12 {
            var isFirst = true
            for kind in MeetingKind.allCases {
                let cell = cell(month, kind)
                guard let mark = cell.mark else { continue }
                rows.append([
                    .span(isFirst ? .id("m\(month)") : .nothing, .say("\(month)月", String(month))), .words(kind.words),
                    .each(cell.planned) { .div(.day($0.day), .text(" \($0.topic)")) },
                    .group([
                        .each(cell.held) { .div(.day($0.day), " ", .link($0.address, .text($0.title))) },
                        .each(cell.coming) { .div(.day($0.scheme.day), " ", .link($0.address, .text($0.title))) },
                    ]), .group([.standing(mark, cell.words), arranging(cell, branch, ask)]),
                ])
                isFirst = false
            }
        }
        guard !rows.isEmpty else {
            return .p(.class("quiet"), .say("还没有计划，也没有纪实。", "Neither planned nor held yet."))
        }
        return .data(
            .say("逐月安排", "Month by month"),
            [
                DataHead(.say("月份", "Month"), .lead), DataHead(.say("种类", "Kind"), .meta),
                DataHead(.say("计划", "Planned"), .below), DataHead(.say("举行", "Held"), .below),
                DataHead(.say("进展", "State"), .end),
            ], rows)
    }

    /// The way to fill a hole, or what was planned and is still to be announced.
    private func arranging(_ cell: Cell, _ branch: Branch, _ ask: Ask) -> HTML {
        let isWaiting = cell.coming.isEmpty && (cell.missing > 0 || cell.held.isEmpty)
        guard isWaiting, AnnounceMeeting.isAllowed(to: ask.reader) else { return .nothing }
        let address = ask.context.link(
            "\(branch.address)/\(AnnounceMeeting.step)", ("month", String(cell.month)), ("year", String(year)),
            ("kind", cell.kind.rawValue))
        return .group([" ", .act(address, Words("安排", "Announce"), .small)])
    }
}

extension Reading {
    /// The quarter in which a branch began to plan or to announce here, or its own first day where that is later: nobody is told
    /// of what is missing from before.
    fileprivate func beginning(of branch: Branch) throws -> Day? {
        let meeting = try all(
            BranchMeeting.self, for: .everybody, where: "branch = \(branch.code)", order: "planned_day", limit: 1
        ).first?.scheme.day
        let plan = try all(
            QuarterPlan.self, for: .everybody, where: "branch = \(branch.code)", order: "plan_year, quarter", limit: 1
        ).first?.draft.span?.from
        guard let first = [meeting, plan].compactMap({ $0 }).min() else { return nil }
        let quarter = Day(year: first.year, month: (first.month - 1) / 3 * 3 + 1, day: 1) ?? first
        return max(quarter, branch.from)
    }
}
