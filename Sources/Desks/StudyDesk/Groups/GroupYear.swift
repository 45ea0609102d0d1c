import Pages
import Records
import Storage
import Store
import Vocabulary

/// The year of a group, month by month: what is planned, what is announced, what is on record.
struct GroupYear {
    let group: StudyGroup
    let year: Int
    let plan: StudyPlan?
    let sessions: [StudySession]
    let held: [HeldActivity]
    let today: Day

    init(_ group: StudyGroup, _ year: Int, in reading: some Reading, on today: Day) throws {
        self.group = group
        self.year = year
        self.today = today
        plan = try reading.plan(of: group.code, year)
        sessions = try reading.all(
            StudySession.self, for: .everybody,
            where: """
                team = \(group.code) and stage = \(SessionStage.announced)
                and \(SQL.days(of: year, column: "from_day"))
                """, order: "from_day")
        held = try reading.held(by: group.code, in: year)
    }

    /// One month of one kind.
    struct Cell {
        var month: Int
        var kind: StudyKind
        var planned: [PlannedTopic]
        var held: [HeldActivity]
        /// Announced, and not on record.
        var announced: Int
        /// Whether the month is over.
        var isPast: Bool

        var missing: Int { max(0, planned.count - held.count) }

        var mark: Mark? {
            if planned.isEmpty, held.isEmpty { return announced > 0 ? .next : nil }
            if missing == 0 { return .met }
            return isPast ? .overdue : announced > 0 ? .next : .notYetDue
        }

        var words: Words {
            switch mark {
            case .overdue: Words("计划\(planned.count)次，缺\(missing)次", "\(missing) of \(planned.count) missing")
            case .met: Words("已学习\(held.count)次", "held: \(held.count)")
            case .next: Words("已通知", "announced")
            default: Words("计划\(planned.count)次", "planned: \(planned.count)")
            }
        }
    }

    func cell(_ month: Int, _ kind: StudyKind) -> Cell {
        let ofMonth = held.filter { $0.from.month == month && $0.kind == kind.activity.rawValue }
        let last = Day(year: year, month: month, day: 1)?.ending(months: 1) ?? today
        return Cell(
            month: month, kind: kind,
            planned: plan?.draft.topics.filter { $0.month.number == month && $0.kind == kind } ?? [], held: ofMonth,
            announced: sessions.count {
                $0.scheme.from.month == month && $0.scheme.kind == kind && $0.scheme.to >= today
            }, isPast: last < today)
    }

    /// Kinds that the year has anything of; the two that every plan asks for always.
    var kinds: [StudyKind] {
        StudyKind.allCases.filter { kind in
            kind != .beforeMeeting || (1...12).contains { cell($0, kind).mark != nil }
        }
    }

    /// Of a month's first line, beneath the picture: a page may tell of several groups.
    private func place(_ month: Int) -> String { "\(group.code)-\(month)" }

    /// `address`: of the page that has the lines.
    func slots(at address: String) -> HTML {
        .slots(
            Words("全年一览", "The year at a glance"), corner: Words("类别", "Kind"),
            periods: (1...12).compactMap { StudyMonth(number: $0)?.words },
            now: today.year == year ? today.month - 1 : nil, sum: Words("学习/计划", "Held / planned"),
            kinds.map { kind in
                let cells = (1...12).map { cell($0, kind) }
                let planned = cells.reduce(0) { $0 + $1.planned.count }
                let held = cells.reduce(0) { $0 + $1.held.count }
                return SlotRow(
                    .words(kind.words),
                    cells.map { cell in
                        cell.mark.map { Slot($0, cell.words, address: "\(address)#\(place(cell.month))") }
                    }, sum: .text("\(held) / \(planned)"))
            })
    }

    /// Month by month what was planned and what was held, each with its page.
    func months(_ ask: Ask, opens: Bool) throws -> HTML {
        let rows = try (1...12).flatMap { month in try kinds.map { try row(cell(month, $0), ask, opens: opens) } }
            .compactMap { $0 }
        guard !rows.isEmpty else {
            return .p(.class("quiet"), .say("还没有计划，也没有学习记录。", "Neither planned nor held yet."))
        }
        return .data(
            .say("逐月安排", "Month by month"),
            [
                DataHead(.say("月份", "Month"), .lead), DataHead(.say("类别", "Kind"), .meta),
                DataHead(.say("计划", "Planned"), .below), DataHead(.say("学习", "Held"), .below),
                DataHead(.say("进展", "State"), .end),
            ], rows)
    }

    private func row(_ cell: Cell, _ ask: Ask, opens: Bool) throws -> [HTML]? {
        guard let mark = cell.mark, let month = StudyMonth(number: cell.month) else { return nil }
        let isFirst = kinds.first { self.cell(cell.month, $0).mark != nil } == cell.kind
        let coming = sessions.filter {
            $0.scheme.from.month == cell.month && $0.scheme.kind == cell.kind && $0.scheme.to >= today
        }
        return [
            .span(isFirst ? .id(place(cell.month)) : .nothing, .words(month.words)), .words(cell.kind.words),
            .each(
                try cell.planned.map { topic in
                    let led = try topic.led(ask.naming)
                    return .text(led.isEmpty ? topic.topic : "\(topic.topic)（\(led)）")
                }
            ) { .div($0) },
            .group([
                .each(cell.held) { activity in
                    .div(
                        .day(activity.from), " ",
                        opens ? .link("/activities/\(activity.code)", .text(activity.title)) : .text(activity.title))
                },
                .each(coming) { session in
                    .div(
                        .day(session.scheme.from), " ",
                        opens ? .link(session.address, .text(session.title)) : .text(session.title))
                },
            ]), .group([.standing(mark, cell.words), opens ? arranging(cell, ask) : .nothing]),
        ]
    }
    /// The way to fill a hole, or what is still to be announced.
    private func arranging(_ cell: Cell, _ ask: Ask) -> HTML {
        guard cell.missing > 0, cell.announced == 0, AnnounceSession.isAllowed(to: ask.reader) else { return .nothing }
        let address = ask.context.link(
            "\(group.address)/\(AnnounceSession.step)", ("month", String(cell.month)), ("year", String(year)),
            ("kind", cell.kind.rawValue))
        return .group([" ", .act(address, Words("安排", "Announce"), .small)])
    }
}
