import Plans
import Records
import Vocabulary

/// Makes entries of one obligation.
struct EntryWriter {
    let reading: RuleReading
    let space: SubjectSpace
    let moment: Moment

    func entry(
        _ subject: Int32, unit: Int32, window: WindowSpan, required: Double, done: Double, population: Int? = nil,
        standing: Standing, forecast: Double? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            obligation: reading.obligation.id, subject: Subject(space.kind, space.code(subject, in: moment.columns)),
            unit: unit >= 0 && moment.columns.units.count > 0 ? moment.columns.units[unit] : "",
            from: Day(number: window.from), to: window.to == never ? nil : Day(number: window.to), required: required,
            done: done, population: population, standing: standing, forecast: forecast)
    }

    /// The entry about the whole: its unit is the first that the plan names to answer for it, else the root.
    func programme(
        window: WindowSpan, required: Double, done: Double, population: Int? = nil, standing: Standing,
        forecast: Double? = nil
    ) -> LedgerEntry {
        let columns = moment.columns
        let root = columns.units.count == 0 ? "" : columns.units[columns.root]
        return LedgerEntry(
            obligation: reading.obligation.id, subject: Subject(.programme, root),
            unit: Self.answerable(reading.binding.answerable, in: columns) ?? root, from: Day(number: window.from),
            to: window.to == never ? nil : Day(number: window.to), required: required, done: done,
            population: population, standing: standing, forecast: forecast)
    }

    func doesNotApply(window: WindowSpan, required: Double) -> LedgerEntry {
        programme(window: window, required: required, done: 0, population: 0, standing: .doesNotApply)
    }

    static func answerable(_ names: [String], in columns: RecordColumns) -> String? {
        names.lazy.compactMap { name in columns.unitRows.first { $0.name == name }?.code }.first
    }
}
