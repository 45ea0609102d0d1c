import Plans
public import Vocabulary

/// An activity that counted for some of those whom a row sums, without saying who they are.
public struct CountedActivity: Hashable, Sendable {
    public var code: String
    /// The day that decides the window.
    public var day: Day
    /// How many participations in it counted.
    public var records: Int
    /// What they came to.
    public var amount: Double

    public init(code: String, day: Day, records: Int, amount: Double) {
        self.code = code
        self.day = day
        self.records = records
        self.amount = amount
    }
}

extension LiveLedger {
    /// The activities that counted for the persons whom an entry sums, oldest first: what may be told where no names may be
    /// listed (decision 0006). Nil where persons are not what it counts, or where with a limit there are too many of them.
    ///
    /// `choice` is the figure of the rule that they counted for, where any of several does.
    public func countedActivities(
        of obligation: String, in entry: LedgerEntry, choice: Int = 0, limit: ExplanationLimit? = nil
    ) -> [CountedActivity]? {
        guard let tally = tally(of: obligation), tally.space.kind == .person,
            entry.subject.kind == .rollUp || entry.subject.kind == .programme, entry.standing != .doesNotApply
        else { return nil }
        // The programme is the whole of the book, whatever unit answers for it.
        let unit = entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil
        let window = WindowSpan(from: entry.from.number, to: entry.to?.number ?? never)
        let isBySum = tally.reading.scheme == .turnout
        let members = isBySum ? [] : members(of: tally, entry, window, beneath: unit, limit)
        if let limit, isBySum || members.count > limit.count { return nil }

        let counted = tally.choices.indices.contains(choice) ? tally.choices[choice] : tally
        var found: [Int32: CountedActivity] = [:]
        func take(_ piece: Piece) {
            guard piece.why == .counted, window.contains(piece.day), case .participation(_, let owner) = piece.record
            else { return }
            let head = figures.moment.head(of: owner)
            var activity =
                found[head]
                ?? CountedActivity(
                    code: columns.activityCodes[head], day: Day(number: piece.day), records: 0, amount: 0)
            activity.records += 1
            activity.amount += piece.amount
            found[head] = activity
        }
        if limit == nil {
            PieceWalk(counted, in: figures).each { piece in
                if isBySum ? isWithin(piece.subject, unit) : members.contains(piece.subject) { take(piece) }
            }
        } else {
            for person in members { PieceWalk(counted, in: figures, of: person).each(take) }
        }
        return found.values.sorted { ($0.day, $0.code) < ($1.day, $1.code) }
    }

    /// Those whom a row sums.
    private func members(
        of tally: Tally, _ entry: LedgerEntry, _ window: WindowSpan, beneath unit: Int32?, _ limit: ExplanationLimit?
    ) -> Set<Int32> {
        guard
            let number = tally.reading.scheme == .appointment ? 0 : tally.windows.firstIndex(of: window)
        else { return [] }
        var found: Set<Int32> = []
        for person in candidates(tally, under: unit, limit) {
            let judged = figures.judge(person: person, tally, window: number)
            guard judged.unit >= 0, isWithin(judged.unit, unit) else { continue }
            found.insert(person)
            if let limit, found.count > limit.count { break }
        }
        return found
    }

    /// Whether a unit is another or stands beneath it; without another, whether it is one at all.
    private func isWithin(_ unit: Int32, _ top: Int32?) -> Bool {
        guard let top else { return unit >= 0 }
        var unit = unit
        while unit >= 0 {
            if unit == top { return true }
            unit = columns.parents[Int(unit)]
        }
        return false
    }
}
