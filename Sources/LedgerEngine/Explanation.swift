public import Records
public import Vocabulary

/// Why an entry stands as it does: everything that was looked at, and the reason for each record left out.
public struct Explanation: Hashable, Sendable, Codable {
    public var entry: LedgerEntry
    public var required: Double
    public var counted: [CountedRecord]
    public var notCounted: [UncountedRecord]
    /// Where any of several figures does, what was looked at for each, in the order of the rule; `counted` and `notCounted`
    /// are then those of the figure that the entry tells. Nil elsewhere.
    public var alternatives: [Looked]?
    /// Persons left out of the population, with the reason; empty where no names may be listed.
    public var excused: [ExcusedSubject]
    /// How many are left out of the population, named or not; nil where not everybody was looked at.
    public var excusedCount: Int?
    /// Persons, teams or units not yet reached; nil where no list of named persons may be made.
    public var outstanding: [Subject]?
    /// Day by which the next one is due to stay on course.
    public var nextDue: Day?
    public var wouldHelp: Remedy?
    /// Where nothing is asked because it was over before the edition came into force.
    public var outside: Outside?
    /// The years of whose working days it was made, in order; empty where none are counted.
    public var workingYears: [WorkingYear] = []
    /// Where only a part was asked for and there was more: how much there is.
    public var cut: Cut?

    /// What was looked at for one of several figures.
    public struct Looked: Hashable, Sendable, Codable {
        public var counted: [CountedRecord]
        public var notCounted: [UncountedRecord]

        public init(counted: [CountedRecord], notCounted: [UncountedRecord]) {
            self.counted = counted
            self.notCounted = notCounted
        }
    }

    public struct Outside: Hashable, Sendable, Codable {
        /// The last day of what is asked.
        public var ended: Day
        public var inForce: Day
    }

    /// By what the working days of a year were told.
    public struct WorkingYear: Hashable, Sendable, Codable {
        public var year: Int
        /// The notice; nil where Monday to Friday is an estimate.
        public var source: String?
    }

    /// What was left out of an explanation with a limit.
    public struct Cut: Hashable, Sendable, Codable {
        /// Subjects outstanding in all.
        public var outstanding: Int
        /// Whether records were left out.
        public var records: Bool
    }

    public init(
        entry: LedgerEntry, required: Double, counted: [CountedRecord], notCounted: [UncountedRecord],
        excused: [ExcusedSubject] = [], excusedCount: Int? = nil, outstanding: [Subject]? = nil, nextDue: Day? = nil,
        wouldHelp: Remedy? = nil
    ) {
        self.entry = entry
        self.required = required
        self.counted = counted
        self.notCounted = notCounted
        self.excused = excused
        self.excusedCount = excusedCount ?? excused.count
        self.outstanding = outstanding
        self.nextDue = nextDue
        self.wouldHelp = wouldHelp
    }
}

extension Explanation {
    /// The explanation told by another of several figures any of which does; nil where it has no such figure.
    public func choice(_ number: Int) -> Explanation? {
        guard let looked = alternatives, looked.indices.contains(number) else { return nil }
        var other = self
        (other.counted, other.notCounted) = (looked[number].counted, looked[number].notCounted)
        other.entry = entry.told(by: number)
        other.required = other.entry.required
        return other
    }
}

public struct CountedRecord: Hashable, Sendable, Codable {
    public var record: RecordReference
    public var day: Day
    /// What it added to `done`.
    public var amount: Double

    public init(record: RecordReference, day: Day, amount: Double) {
        self.record = record
        self.day = day
        self.amount = amount
    }
}

public struct UncountedRecord: Hashable, Sendable, Codable {
    public var record: RecordReference
    public var day: Day
    public var reason: UncountedReason
    /// Of an activity that stands for participations, because no names may be listed: how many of them.
    public var participations: Int?
    /// For which figure of the rule it did not count, where any of several does: 0 is the rule's own. Nil elsewhere.
    public var choice: Int?

    public init(
        record: RecordReference, day: Day, reason: UncountedReason, participations: Int? = nil, choice: Int? = nil
    ) {
        self.record = record
        self.day = day
        self.reason = reason
        self.participations = participations
        self.choice = choice
    }
}

/// Why a record of the right kind did not count. Sentences are made where they are shown.
public enum UncountedReason: Hashable, Sendable, Codable {
    /// Days, or working days where the rule counts in those.
    case tooShort(days: Int)
    case tooLong(days: Int)
    case tooFewHours(Double)
    case tooManyHours(Double)
    case voided(on: Day, reason: String)
    case corrected(by: String, on: Day)
    case outsideWindow
    case wrongTopic
    case wrongAudience
    case wrongRole
    case notCompleted
    case outsidePopulation(on: Day)
    /// Another record already counted for the same person or day.
    case duplicate(of: String)
    case filedLate(daysAhead: Int)
    case notFiled
    case reportedLate(daysAfter: Int)
    case notReported
    case documentMissing(name: String)
}

public struct ExcusedSubject: Hashable, Sendable, Codable {
    public var subject: Subject
    public var reason: ExcusedReason

    public init(subject: Subject, reason: ExcusedReason) {
        self.subject = subject
        self.reason = reason
    }
}

public enum ExcusedReason: Hashable, Sendable, Codable {
    /// Joined the population in the later half of the window.
    case joinedLate(on: Day)
    /// Belonged to the population in the window, and from that day on no longer.
    case left(on: Day)
}

/// What would put an entry right (怎样补上).
public enum Remedy: Hashable, Sendable, Codable {
    /// So many more by that day.
    case more(amount: Double, by: Day?)
    /// So many persons, teams, units or activities still to be put right, by that day.
    case reach(subjects: Int, by: Day?)
    /// The day has passed, and it must be done all the same.
    case soon
    /// The window is over, or the day has passed: it stays as it is.
    case tooLate
}
