import Plans
import Vocabulary

/// An obligation put to the columns: everything about it that does not depend on the day.
struct RuleReading: Sendable {
    let obligation: Obligation
    let rule: Rule
    let binding: Binding
    let population: PopulationTest
    let inForce: Day
    /// Activities of the bound kinds, in order of first day, then code.
    let candidates: [Int32]
    let scheme: Scheme
    /// The condition on the length of an activity: the binding's, or the rule's own where it is one.
    let length: LengthCondition?
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
    }

    init?(_ obligation: Obligation, inForce: Day, in columns: RecordColumns) {
        guard let binding = obligation.binding else { return nil }
        let rule = obligation.rule.insideTheCalendar
        self.obligation = obligation
        self.rule = rule
        self.binding = binding
        self.inForce = inForce
        population = PopulationTest(binding.population, in: columns)
        scheme = Self.scheme(of: rule, binding)
        length =
            binding.length?.insideTheCalendar
            ?? (rule.measure == .duration && scheme == .amount && rule.bearer != .person
                ? LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit) : nil)
        topics = columns.topics.mask(binding.topics.lazy.map(\.rawValue))
        unknownTopic = binding.topics.contains { (columns.topics[$0.rawValue] ?? 64) >= 64 }
        audience =
            binding.audience.isEmpty ? nil : columns.categories.mask(binding.audience.lazy.map(\.rawValue))
        roles = binding.roles.isEmpty ? ~ParticipationRole.staff.bit : binding.roles.reduce(0) { $0 | $1.bit }
        if let kinds = binding.kinds {
            let wanted = Set(kinds.compactMap { columns.kinds[$0.rawValue] })
            candidates = columns.byDay.filter { wanted.contains(columns.activities[Int($0)].kind) }
        } else {
            candidates = columns.byDay
        }
    }

    private static func scheme(of rule: Rule, _ binding: Binding) -> Scheme {
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
        case .headcount, .duration, .hours: rule.bearer == .activity ? .perActivity : .amount
        }
    }

    /// Whether an activity that stands is one of those that this obligation counts.
    func fits(_ row: ActivityRow) -> Why {
        if unknownTopic || row.topics & topics != topics { return .wrongTopic }
        if let audience, row.audience & audience == 0 { return .wrongAudience }
        if let length { return Length.verdict(row, length) }
        return .counted
    }

    func fits(_ row: ParticipationRow) -> Why {
        if row.role & roles == 0 { return .wrongRole }
        return row.completed ? .counted : .notCompleted
    }

    func fitsTopics(_ mask: UInt64) -> Bool { !unknownTopic && mask & topics == topics }
}
