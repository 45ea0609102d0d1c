import Vocabulary

/// One window of an obligation in a year, and when its slots fall due.
struct YearWindow: Hashable, Sendable {
    struct Place: Hashable, Sendable {
        var due: Day
        /// 1 to 12; of a window that began in the year before, its first slots stand in January.
        var month: Int
        /// How it stands while nothing fills it.
        var open: SlotState
    }

    var from: Day
    var to: Day
    var places: [Place]

    init(from: Day, to: Day, required: Int, on day: Day) {
        self.from = from
        self.to = to
        places = (1...max(1, required)).map { place in
            let due = SlotPace.due(place, of: required, from: from, to: to)
            return Place(
                due: due, month: due.year == to.year ? due.month : 1, open: SlotPace.state(due: due, last: to, on: day))
        }
    }

    func contains(_ day: Day) -> Bool { from <= day && day <= to }
}
