import Records
import Vocabulary

/// Everything held in the town, in the making: drafts without codes, people by position.
struct TownDiary {
    struct Part {
        var person: Int
        var role: ParticipationRole
        var hours: Double
        var completed: Bool
        var recorded: Day
    }

    struct Draft {
        var activity: Activity
        var parts: [Part]
        var unit: Int
        /// Positions of drafts, for voidings and corrections.
        var replaces: Int?
    }

    let calendar: TownCalendar
    let units: TownUnits
    let staff: TownStaff
    var random: TownRandom
    private(set) var drafts: [Draft] = []
    /// How often each person has been called to each kind of class, so that places go round.
    private var calls: [String: [Int: Int]] = [:]

    init(units: TownUnits, staff: TownStaff, calendar: TownCalendar, random: TownRandom) {
        self.units = units
        self.staff = staff
        self.calendar = calendar
        self.random = random
    }

    /// What is to be held; the diary decides when it was written down and who really came.
    struct Plan {
        var kind: ActivityKind
        var title: String
        var unit: Int
        var team: Int?
        var from: Day
        var days = 1
        var hours: Double
        var topics: [Topic] = []
        var audience: [PersonCategory] = []
        var filed: Day?
        var approved: Day?
        var reported: Day?
        var attachments: [Attachment] = []
    }

    /// Records what was held; nothing where it would lie, or be written down, after the last day of the books.
    @discardableResult
    mutating func hold(
        _ plan: Plan, attendees: [Int] = [], speakers: [Int] = [], keynotes: [Int] = [], staffed: [Int] = [],
        everybodyCame: Bool = false
    ) -> Int? {
        let to = plan.from + (plan.days - 1)
        let known = [to, plan.reported, plan.filed, plan.approved].compactMap { $0 }.max() ?? to
        let recorded = calendar.workday(known + lag(of: plan.unit))
        guard recorded <= calendar.until, plan.from >= calendar.start else { return nil }
        let activity = Activity(
            code: "", kind: plan.kind, title: plan.title, organiser: units[plan.unit].unit.code,
            team: plan.team.map { staff.teams[$0].team.code }, from: plan.from, to: to, hours: plan.hours,
            topics: plan.topics, audience: plan.audience, filed: plan.filed, approved: plan.approved,
            reported: plan.reported, attachments: plan.attachments, recorded: recorded)
        var parts: [Part] = []
        for person in speakers { parts.append(part(person, .speaker, plan.hours, recorded)) }
        for person in keynotes where !speakers.contains(person) {
            parts.append(part(person, .keynote, plan.hours, recorded))
        }
        let others = attendees.filter { !speakers.contains($0) && !keynotes.contains($0) }
        for person in others where everybodyCame || random.chance(attendance(at: plan.unit)) {
            var part = part(person, .attendee, plan.hours, recorded)
            if plan.hours >= 4, random.chance(35) {
                part.hours = max(0.5, ((plan.hours * 2 * Double(random.int(3...8))) / 10).rounded(.down) / 2)
                part.completed = false
            }
            if random.chance(12) {
                part.recorded = min(calendar.until, calendar.workday(recorded + random.int(5...40)))
            }
            parts.append(part)
        }
        for person in staffed { parts.append(part(person, .staff, 0, recorded)) }
        drafts.append(Draft(activity: activity, parts: parts, unit: plan.unit))
        return drafts.count - 1
    }

    private func part(_ person: Int, _ role: ParticipationRole, _ hours: Double, _ recorded: Day) -> Part {
        Part(person: person, role: role, hours: hours, completed: true, recorded: recorded)
    }

    mutating func add(_ draft: Draft) -> Int {
        drafts.append(draft)
        return drafts.count - 1
    }

    mutating func appendPart(_ part: Part, to draft: Int) { drafts[draft].parts.append(part) }

    // MARK: How a unit is

    private mutating func lag(of unit: Int) -> Int {
        switch units[unit].diligence {
        case .diligent: random.int(0...3)
        case .ordinary: random.chance(60) ? random.int(20...50) : random.int(1...10)
        case .lagging: random.chance(150) ? random.int(25...80) : random.int(3...20)
        }
    }

    private func attendance(at unit: Int) -> Int {
        switch units[unit].diligence {
        case .diligent: 970
        case .ordinary: 920
        case .lagging: 780
        }
    }

    /// Whether a unit does one of its duties in a month.
    mutating func does(
        _ unit: Int, _ year: Int, _ month: Int, ordinarily perMille: Int = 985, inTrouble: Int = 150
    ) -> Bool {
        switch units[unit].diligence {
        case .diligent: true
        case .ordinary: random.chance(perMille)
        case .lagging: random.chance(isInTrouble(unit, year, month) ? inTrouble : perMille)
        }
    }

    /// Whether it does something that nobody counts.
    mutating func likes(_ unit: Int, _ perMille: Int) -> Bool {
        random.chance(units[unit].diligence == .diligent ? min(995, perMille + 60) : perMille)
    }

    func isInTrouble(_ unit: Int, _ year: Int, _ month: Int) -> Bool {
        units[unit].trouble.map { $0.from <= calendar.workday(year, month, 28) } ?? false
    }

    func slips(_ unit: Int, _ slip: Slip) -> Bool { units[unit].slips.contains(slip) }

    /// A month for a duty of the year: in good time with the diligent, with others at any time that is left.
    mutating func month(_ unit: Int, _ early: ClosedRange<Int>, orUntil last: Int) -> Int {
        random.int(units[unit].diligence == .diligent ? early : early.lowerBound...last)
    }

    /// A day for a duty of the month.
    mutating func day(_ unit: Int, _ year: Int, _ month: Int) -> Day {
        workday(year, month, within: units[unit].diligence == .diligent ? 2...12 : 2...22)
    }

    // MARK: Whom to call

    /// `count` of `pool`, those first who were called least for this purpose so far.
    mutating func call(_ count: Int, from pool: [Int], for purpose: String) -> [Int] {
        let so = calls[purpose] ?? [:]
        let called = Array(
            random.shuffled(pool).enumerated().sorted { a, b in
                let (x, y) = (so[a.element] ?? 0, so[b.element] ?? 0)
                return x != y ? x < y : a.offset < b.offset
            }.map(\.element).prefix(count))
        for person in called { calls[purpose, default: [:]][person, default: 0] += 1 }
        return called
    }

    /// `count` of `pool`, evenly over units: each time somebody from the unit of which the smallest share was called for
    /// this purpose, among its people one who was called least. Nobody from a unit that `spares` no more.
    mutating func callEvenly(
        _ count: Int, from pool: [Int], on day: Day, for purpose: String,
        spares: (Int, Double) -> Bool = { _, _ in true }
    ) -> [Int] {
        let members = Set(pool)
        var waiting: [(unit: Int, size: Int, reached: Int, people: [Int])] = units.main.compactMap { unit in
            let people = random.shuffled(staff.staff(of: unit, on: day).filter(members.contains))
            guard !people.isEmpty else { return nil }
            let open = people.filter { calls[purpose]?[$0] == nil }
            return (unit, people.count, people.count - open.count, open)
        }
        var called: [Int] = []
        while called.count < count {
            let open = waiting.indices.filter {
                !waiting[$0].people.isEmpty
                    && spares(waiting[$0].unit, Double(waiting[$0].reached + 1) / Double(waiting[$0].size))
            }
            let next = open.min {
                waiting[$0].reached * waiting[$1].size < waiting[$1].reached * waiting[$0].size
            }
            guard let next, let person = waiting[next].people.popLast() else { break }
            waiting[next].reached += 1
            called.append(person)
            calls[purpose, default: [:]][person, default: 0] += 1
        }
        return called
    }

    /// Those of some people who were never called for a purpose.
    func uncalled(_ people: [Int], for purpose: String) -> [Int] { people.filter { calls[purpose]?[$0] == nil } }

    mutating func some(_ count: ClosedRange<Int>, of pool: [Int]) -> [Int] {
        Array(random.shuffled(pool).prefix(random.int(count)))
    }

    mutating func workday(_ year: Int, _ month: Int, within days: ClosedRange<Int> = 2...26) -> Day {
        calendar.workday(year, month, random.int(days))
    }
}
