import Plans
import Storage
public import Store
public import Vocabulary

/// What the plan in force says of one kind of activity's days: how long ahead it is filed, and by when its result is in.
public struct ActivityDeadlines: Hashable, Sendable {
    /// Days between filing and the first day, and the obligation that says so.
    public var lead: Said?
    /// Days between the last day and the report.
    public var report: Said?

    public struct Said: Hashable, Sendable {
        public var days: Int
        public var obligation: String
    }

    init(_ kind: ActivityKind, in edition: PlanEdition) {
        func days(_ measure: Measure) -> Said? {
            edition.obligations.lazy.filter {
                $0.activity == kind && $0.rule.measure == measure && $0.rule.unit == .day
            }
            .compactMap { obligation in
                Int(exactly: obligation.rule.value.rounded(.up)).map { Said(days: $0, obligation: obligation.id) }
            }.first
        }
        lead = days(.leadTime)
        report = days(.deadline)
    }

    init() {}
}

extension Reading {
    /// By the edition in force on a day; nothing where none is.
    public func deadlines(of kind: ActivityKind, on day: Day) throws -> ActivityDeadlines {
        try edition(inForceOn: day).map { ActivityDeadlines(kind, in: $0.edition) } ?? ActivityDeadlines()
    }
}
