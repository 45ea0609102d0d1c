import Vocabulary

/// Why a record does not count, in one byte; `Explanation` spells it out.
enum Why: UInt8, Sendable {
    case counted, recordedLater, voided, corrected, wrongTopic, wrongAudience, tooShort, tooLong, duplicate, wrongRole
    case notCompleted, outsidePopulation, notFiled, filedLate, notReported, reportedLate, documentMissing
}

/// The columns as they stood on a day, by what was known on another.
struct Moment: Sendable {
    let columns: RecordColumns
    let asOf: Int32
    /// The day before `never` for everything recorded to date, so that what never happened stays unknown.
    let knownAt: Int32
    /// Of each group of activities that say the same, the first live one; indexed by the group's first activity.
    private let standingTwin: [Int32]

    init(_ columns: RecordColumns, asOf: Day, knownAt: Day?) {
        self.columns = columns
        self.asOf = asOf.number
        let known = knownAt?.number ?? never - 1
        self.knownAt = known
        var twins = [Int32](repeating: -1, count: columns.activities.count)
        for (index, row) in columns.activities.enumerated()
        where row.recorded <= known && row.voidedOn > known && row.replacedOn > known {
            if twins[Int(row.firstTwin)] < 0 { twins[Int(row.firstTwin)] = Int32(index) }
        }
        standingTwin = twins
    }

    /// Whether the record of an activity stands at all: known, not voided, not replaced, not said before.
    func standing(of activity: Int32) -> Why {
        let row = columns.activities[Int(activity)]
        if row.recorded > knownAt { return .recordedLater }
        if row.voidedOn <= knownAt { return .voided }
        if row.replacedOn <= knownAt { return .corrected }
        return standingTwin[Int(row.firstTwin)] == activity ? .counted : .duplicate
    }

    func standingTwin(of activity: Int32) -> Int32 { standingTwin[Int(columns.activities[Int(activity)].firstTwin)] }

    func standing(ofParticipation number: Int32) -> Why {
        let row = columns.participations[Int(number)]
        if row.recorded > knownAt { return .recordedLater }
        if row.voidedOn <= knownAt { return .voided }
        return row.replacedOn <= knownAt ? .corrected : .counted
    }

    /// The activity that a participation recorded for `activity` belongs to: its latest known replacement.
    func head(of activity: Int32) -> Int32 {
        var head = activity
        while columns.activities[Int(head)].replacedOn <= knownAt { head = columns.activities[Int(head)].replacement }
        return head
    }

    /// Every participation recorded for an activity or for one that it is known to replace, in order of code.
    func eachParticipation(in activity: Int32, _ body: (Int32) -> Void) {
        if columns.predecessors[Int(activity)].isEmpty {
            for index in columns.byActivity.range(Int(activity)) { body(columns.byActivity.rows[index]) }
        } else {
            for number in gathered(activity).sorted() { body(number) }
        }
    }

    private func gathered(_ activity: Int32) -> [Int32] {
        columns.predecessors[Int(activity)].reduce(into: Array(columns.byActivity[Int(activity)])) { all, replaced in
            if columns.activities[Int(replaced)].replacedOn <= knownAt { all += gathered(replaced) }
        }
    }

    /// The unit of a person's latest appointment that is open on the day; -1 where there is none.
    func unit(of person: Int32, on day: Int32) -> Int32 {
        for index in columns.appointments.range(Int(person)).reversed() {
            let row = columns.appointments.rows[index]
            if row.dated.holds(on: day, knownAt: knownAt) { return row.unit }
        }
        return -1
    }
}
