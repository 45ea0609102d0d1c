import Plans
import Vocabulary

/// 任职后一年内: the time that each person has, from the day they took up the post or the category.
struct AppointmentWindow {
    private let reading: RuleReading
    private let space: SubjectSpace
    private let moment: Moment
    private let categories: UInt64

    init(_ reading: RuleReading, _ space: SubjectSpace, _ moment: Moment) {
        self.reading = reading
        self.space = space
        self.moment = moment
        categories = moment.columns.categories.mask(reading.binding.population.categories.lazy.map(\.rawValue))
    }

    /// Nil for whom it does not apply.
    ///
    /// Who has left before the time was over is no longer asked; who has only lost the category still is.
    func window(of person: Int32) -> WindowSpan? {
        guard let start = start(of: person), start >= reading.inForce.number,
            space.holds(person, on: start, at: moment)
        else { return nil }
        let last = Length.day(reading.rule.value, reading.unit, from: start, reading.calendar)
        let window = WindowSpan(from: start, to: last)
        return unit(of: person, in: window) >= 0 ? window : nil
    }

    func unit(of person: Int32, in window: WindowSpan) -> Int32 {
        moment.unit(of: person, on: min(moment.asOf, window.to))
    }

    /// The latest beginning of a bound category, or of an appointment where none is bound, up to the as-of day.
    private func start(of person: Int32) -> Int32? {
        let columns = moment.columns
        var latest: Int32?
        func meet(_ dated: DatedRow) {
            guard dated.recorded <= moment.knownAt, dated.from <= moment.asOf else { return }
            latest = max(latest ?? dated.from, dated.from)
        }
        if reading.binding.population.categories.isEmpty {
            columns.appointments.each(person) { meet($0.dated) }
        } else {
            columns.holdings.each(person) {
                if categories & columns.categories.bit($0.category) != 0 { meet($0.dated) }
            }
        }
        return latest
    }
}
