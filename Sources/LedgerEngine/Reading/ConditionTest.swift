import Plans
import Vocabulary

/// The conditions of a rule put to the columns.
struct ConditionTest: Sendable {
    private let topics: UInt64
    private let unknownTopic: Bool
    private let filedAhead: Int32?
    private let reportedWithin: Int32?

    init(_ conditions: ActivityConditions, in columns: RecordColumns) {
        topics = columns.topics.mask(conditions.topics.lazy.map(\.rawValue))
        unknownTopic = !columns.topics.covers(conditions.topics.lazy.map(\.rawValue))
        filedAhead = conditions.filedAhead.map(LongestTime.days)
        reportedWithin = conditions.reportedWithin.map(LongestTime.days)
    }

    /// The first condition that fails, and the day until which it can still be met; `counted` where all hold.
    func verdict(_ row: ActivityRow, asOf: Int32) -> (why: Why, due: Int32?) {
        if unknownTopic || row.topics & topics != topics { return (.wrongTopic, nil) }
        if let filedAhead {
            if row.filed > asOf { return (.notFiled, nil) }
            if row.filed > row.from - filedAhead { return (.filedLate, nil) }
        }
        if let reportedWithin {
            let due = row.to + reportedWithin
            if row.reported > min(due, asOf) {
                return (row.reported <= asOf ? .reportedLate : .notReported, asOf <= due ? due : nil)
            }
        }
        return (.counted, nil)
    }
}
