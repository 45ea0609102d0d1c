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
        case .lagging: random.chance(350) ? random.int(25...80) : random.int(3...20)
        }
    }

    private func attendance(at unit: Int) -> Int {
        switch units[unit].diligence {
        case .diligent: 970
        case .ordinary: 920
        case .lagging: 780
        }
    }

    /// Whether a unit does one of its ordinary duties.
    mutating func does(_ unit: Int, ordinarily perMille: Int = 930) -> Bool {
        switch units[unit].diligence {
        case .diligent: random.chance(min(995, perMille + 60))
        case .ordinary: random.chance(perMille)
        case .lagging: random.chance(perMille * 58 / 100)
        }
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

    mutating func some(_ count: ClosedRange<Int>, of pool: [Int]) -> [Int] {
        Array(random.shuffled(pool).prefix(random.int(count)))
    }

    mutating func workday(_ year: Int, _ month: Int, within days: ClosedRange<Int> = 2...26) -> Day {
        calendar.workday(year, month, random.int(days))
    }
}
