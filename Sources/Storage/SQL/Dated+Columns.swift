import Records
import Store
import Vocabulary

/// How a span of days with the days on which it was recorded stands in four columns.
extension SQLRow {
    func dated() throws -> Dated {
        Dated(
            from: try day("from_day"), until: try dayOrNil("until_day"), recorded: try day("recorded_day"),
            endRecorded: try dayOrNil("end_recorded_day"))
    }
}

extension SQLValue {
    static func dated(_ dated: Dated) -> [SQLValue] {
        [SQLValue(dated.span.from), SQLValue(dated.span.until), SQLValue(dated.recorded), SQLValue(dated.endRecorded)]
    }
}
