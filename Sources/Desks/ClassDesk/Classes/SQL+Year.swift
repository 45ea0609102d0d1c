import Store
import Vocabulary

extension SQL {
    /// That a column's day lies in a year.
    static func year(_ year: Int, column: String) -> SQL {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return .never
        }
        return .between(first, last, column: column)
    }
}
