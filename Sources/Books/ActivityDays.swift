import LedgerEngine
import Vocabulary

/// How many activities began on each day, whatever became of them; what was recorded since is counted when it is asked.
struct ActivityDays {
    private var counts: [Day: Int] = [:]
    private var seen = 0

    mutating func count(from first: Day?, to last: Day, in columns: RecordColumns) -> Int {
        columns.eachFirstDay(ofActivitiesFrom: seen) { counts[$0, default: 0] += 1 }
        seen = columns.activityCount
        return counts.reduce(0) { sum, day in
            day.key <= last && first.map { $0 <= day.key } ?? true ? sum + day.value : sum
        }
    }
}
