import Records
import Store
import Vocabulary

/// Which records and facts stand, by what had been recorded by a day (docs/ledger.md, *which records stand*): said once, in SQL.
extension SQLValue {
    /// The day known at; nil: everything recorded to date.
    init(knownAt day: Day?) { self.init(day ?? Day(number: .max)) }
}

/// That the record in a table `alias` stands by what was known on the day in parameter `day`: recorded, not voided and not
/// replaced by then.
func stands(_ alias: String, _ kind: RecordReference.Kind, knownAt day: Int) -> String {
    """
    \(alias).recorded_day <= $\(day) and not \(isVoided(alias, kind, knownAt: day))
        and not \(isReplaced(alias, kind, knownAt: day))
    """
}

func isVoided(_ alias: String, _ kind: RecordReference.Kind, knownAt day: Int) -> String {
    "exists (select 1 from voidings v where v.\(kind.rawValue) = \(alias).code and v.recorded_day <= $\(day))"
}

func isReplaced(_ alias: String, _ kind: RecordReference.Kind, knownAt day: Int) -> String {
    "exists (select 1 from corrections c where c.\(kind.rawValue) = \(alias).code and c.recorded_day <= $\(day))"
}

/// That the dated fact in a table `alias` holds on the day in parameter `day`: an end that was not recorded by `known` was
/// not yet known.
func holds(_ alias: String, on day: Int, knownAt known: Int) -> String {
    """
    \(alias).recorded_day <= $\(known) and \(alias).from_day <= $\(day)
        and (\(alias).until_day is null or \(alias).until_day >= $\(day) or \(alias).end_recorded_day > $\(known))
    """
}
