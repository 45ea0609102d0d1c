import Plans
import Vocabulary

/// An obligation put to the columns: everything about it that does not depend on the day.
///
/// A class, so that inner loops hand around one reference.
final class RuleReading: Sendable {
    let obligation: Obligation
    let rule: Rule
    let binding: Binding
    let population: PopulationTest
    let inForce: Day
    /// By number, which kinds of activity are bound; nil where the kind does not matter.
    let kinds: [Bool]?
    let scheme: Scheme
    /// The condition on the length of an activity: the binding's, or the rule's own where it is one.
    let length: LengthTest?
    /// What the rule's own value is counted in; days where that is no time.
    let unit: TimeUnit
    /// The rule's own value as a length; nil where it is none.
    let ownLength: LengthTest?
    let calendar: WorkingCalendar
    /// Whether more than is asked for is too much.
    let isLimit: Bool
    /// Whether an activity of a bound kind fits whatever its topics, audience and length.
    let fitsByKind: Bool
    /// The other figures any of which does as well, each read as if it alone were asked for.
    let alternatives: [RuleReading]
    private let knownKinds: Int
    let conditions: ConditionTest?
    private let topics: UInt64
    private let unknownTopic: Bool
    private let audience: UInt64?
    private let roles: UInt8

    /// How the pieces become a figure; one file each in `Measures/`.
    enum Scheme: Sendable {
        /// So much per programme, unit, team or person and window.
        case amount
        /// Members of a population reached at least once in the window.
        case reached
        /// Every activity for itself.
        case perActivity
        /// Every person for themselves, from the day they took up the post.
        case appointment
        /// Sites that stand on the day.
        case sites
        /// Person-times held at or beneath a unit, as a share of the persons there.
        case turnout
    }

    /// Nil for what is not counted: what a person must still rule on, and what was over before the edition.
    init?(_ obligation: Obligation, inForce: Day, in columns: RecordColumns, _ calendar: WorkingCalendar) {
        guard let whole = obligation.binding, obligation.rule.isMeant(whole), !obligation.rule.endsBefore(inForce)
        else { return nil }
        let binding = whole.choice(0).bounded
        let rule = obligation.rule.choice(0).bounded.insideTheCalendar
        alternatives = (1..<obligation.rule.figureCount).compactMap {
            RuleReading(obligation.choice($0), inForce: inForce, in: columns, calendar)
        }
        self.calendar = calendar
        self.obligation = obligation
        self.rule = rule
        self.binding = binding
        self.inForce = inForce
        population = PopulationTest(binding.population, in: columns)
        scheme = Self.scheme(of: rule, binding)
        unit = TimeUnit(rule.unit) ?? .days
        isLimit = rule.figureComparison == .atMost
        ownLength = LengthTest(LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit))
        length =
            binding.length.flatMap { LengthTest($0.insideTheCalendar) }
            ?? (rule.measure == .duration && scheme == .amount && rule.bearer != .person ? ownLength : nil)
        topics = columns.topics.mask(binding.topics.lazy.map(\.rawValue))
        unknownTopic = !columns.topics.covers(binding.topics.lazy.map(\.rawValue))
        audience =
            binding.audience.isEmpty ? nil : columns.categories.mask(binding.audience.lazy.map(\.rawValue))
        roles = binding.roles.isEmpty ? ~ParticipationRole.staff.bit : binding.roles.reduce(0) { $0 | $1.bit }
        kinds = binding.kinds.map { kinds in
            columns.kinds.codes.map { code in kinds.contains { $0.rawValue == code } }
        }
        knownKinds = columns.kinds.count
        conditions = binding.conditions.map { ConditionTest($0, in: columns) }
        fitsByKind = binding.topics.isEmpty && audience == nil && length == nil
    }

    /// Whether the calendar of working days has a say.
    var asksCalendar: Bool { countsWorkingDays || alternatives.contains(where: \.countsWorkingDays) }

    /// The same, of the rule's own figure.
    var countsWorkingDays: Bool {
        let isOwn = unit == .workingDays && [.duration, .leadTime, .deadline].contains(rule.measure)
        return isOwn || length?.unit == .workingDays
    }

    var membership: Membership { binding.membership ?? .atEnd }

    @inline(__always)
    func isSatisfied(required: Double, done: Double) -> Bool { isLimit ? done <= required : done >= required }

    /// A kind that came after the rule was read is not bound: `LiveLedger.take` tells that the rules must be read again.
    func isBound(_ kind: Int32) -> Bool {
        Int(kind) < knownKinds && (kinds.map { $0[Int(kind)] } ?? true)
    }

    /// Every activity of the bound kinds.
    @inline(__always)
    func eachCandidate(in columns: RecordColumns, _ body: (Int32) -> Void) {
        if let kinds {
            for kind in kinds.indices where kinds[kind] { columns.eachActivity(ofKind: Int32(kind), body) }
        } else {
            for number in columns.activities.indices { body(Int32(number)) }
        }
    }

    static func scheme(of rule: Rule, _ binding: Binding) -> Scheme {
        switch rule.measure {
        case .coverage: .reached
        case .share:
            switch binding.shareOf ?? .population {
            case .population: .reached
            case .attendance, .completion: .perActivity
            case .onlineHours: .amount
            }
        case .leadTime: .perActivity
        case .deadline:
            switch binding.deadlineFrom ?? .fixedDay {
            case .activityEnd: .perActivity
            case .appointment: .appointment
            case .fixedDay: .amount
            }
        case .count: rule.bearer == .activity ? .perActivity : binding.kinds == [.site] ? .sites : .amount
        case .headcount where rule.isTurnout: .turnout
        case .headcount, .duration, .hours: rule.bearer == .activity ? .perActivity : .amount
        }
    }

    /// Whether an activity that stands is one of those that this obligation counts.
    func fits(_ row: ActivityRow) -> Why {
        if unknownTopic || row.topics & topics != topics { return .wrongTopic }
        if let audience, row.audience & audience == 0 { return .wrongAudience }
        if let length { return length.verdict(row, calendar) }
        return .counted
    }

    func fits(_ traits: Traits) -> Why {
        if traits.role & roles == 0 { return .wrongRole }
        return traits.isCompleted ? .counted : .notCompleted
    }

    /// Whether a line of such traits fits.
    @inline(__always)
    func takes(_ traits: Traits) -> Bool { traits.isCompleted && traits.role & roles != 0 }

    func fitsTopics(_ mask: UInt64) -> Bool { !unknownTopic && mask & topics == topics }
}
