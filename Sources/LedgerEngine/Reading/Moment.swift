import Vocabulary

/// Why a record does not count, in one byte; `Explanation` spells it out.
enum Why: UInt8, Sendable {
    case counted, recordedLater, voided, corrected, wrongTopic, wrongAudience, tooShort, tooLong, duplicate, wrongRole
    case notCompleted, outsidePopulation, notFiled, filedLate, notReported, reportedLate, documentMissing
}

/// A participation as the engine counts it.
struct ParticipationRow: Sendable {
    /// The activity it was recorded for.
    var activity: Int32
    var person: Int32
    var traits: Traits
    var halfHours: Int32
    var recorded: Int32
    var voidedOn: Int32 = never
    var replacedOn: Int32 = never
    var replacement = ""
}

/// The columns as they stood on a day, by what was known on another.
struct Moment: Sendable {
    let columns: RecordColumns
    let asOf: Int32
    /// The day before `never` for everything recorded to date, so that what never happened stays unknown.
    let knownAt: Int32

    init(_ columns: RecordColumns, asOf: Day, knownAt: Day?) {
        self.columns = columns
        self.asOf = asOf.placed
        self.knownAt = knownAt?.number ?? never - 1
    }

    /// Whether the record of an activity stands at all: known, not voided, not replaced, not said before.
    @inline(__always)
    func standing(of activity: Int32) -> Why {
        let row = columns.activities[activity]
        let why = fate(row)
        if why != .counted || !row.hasTwins { return why }
        return standingTwin(of: activity) == activity ? .counted : .duplicate
    }

    @inline(__always)
    private func fate(_ row: ActivityRow) -> Why {
        if row.recorded > knownAt { return .recordedLater }
        if row.voidedOn <= knownAt { return .voided }
        return row.replacedOn <= knownAt ? .corrected : .counted
    }

    /// Of those that say the same, the first by code that stands.
    func standingTwin(of activity: Int32) -> Int32 {
        columns.twins[activity]?.first { fate(columns.activities[$0]) == .counted } ?? activity
    }

    func row(ofLine line: Int32, in activity: Int32) -> ParticipationRow {
        let traits = columns.lines.traits[line]
        let person = columns.lines.persons[line]
        guard traits.isSpecial, let special = columns.lines.special[line] else {
            return ParticipationRow(
                activity: activity, person: person, traits: traits, halfHours: traits.halfHours,
                recorded: columns.activities[activity].recorded)
        }
        return ParticipationRow(
            activity: activity, person: person, traits: traits, halfHours: special.halfHours,
            recorded: special.recorded, voidedOn: special.voidedOn, replacedOn: special.replacedOn,
            replacement: special.replacement)
    }

    func standing(_ row: ParticipationRow) -> Why {
        if row.recorded > knownAt { return .recordedLater }
        if row.voidedOn <= knownAt { return .voided }
        return row.replacedOn <= knownAt ? .corrected : .counted
    }

    /// The activity that a participation recorded for `activity` belongs to: its latest known replacement.
    func head(of activity: Int32) -> Int32 {
        var head = activity
        while columns.activities[head].replacedOn <= knownAt { head = columns.activities[head].replacement }
        return head
    }

    /// Every participation recorded for an activity or for one that it is known to replace, in order of code.
    ///
    /// `body` is given the line and the activity it was recorded for.
    @inline(__always)
    func eachLine(in activity: Int32, _ body: (Int32, Int32) -> Void) {
        if columns.activities[activity].hasPredecessors {
            for (line, owner) in gathered(activity).sorted(by: { columns.lines.codes[$0.0] < columns.lines.codes[$1.0] }
            ) {
                body(line, owner)
            }
        } else {
            for line in columns.lines.range(of: activity) { body(Int32(line), activity) }
        }
    }

    private func gathered(_ activity: Int32) -> [(Int32, Int32)] {
        (columns.predecessors[activity] ?? []).reduce(
            into: columns.lines.range(of: activity).map { (Int32($0), activity) }
        ) { all, replaced in
            if columns.activities[replaced].replacedOn <= knownAt { all += gathered(replaced) }
        }
    }

    /// The unit of a person's latest appointment that is open on the day; -1 where there is none.
    func unit(of person: Int32, on day: Int32) -> Int32 {
        columns.appointments.last(person) { $0.dated.holds(on: day, knownAt: knownAt) }?.unit ?? -1
    }
}
