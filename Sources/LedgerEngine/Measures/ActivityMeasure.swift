import Plans
import Records
import Vocabulary

/// Every activity for itself: filed ahead, reported in time, long enough, with its documents, well attended.
struct ActivityMeasure {
    let reading: RuleReading
    let moment: Moment
    private var columns: RecordColumns { moment.columns }

    struct Verdict {
        var required: Double
        var done: Double
        var population: Int?
        var standing: Standing
        var why: Why = .counted
        var due: Int32?
        /// By which figure of the rule it is told.
        var choice = 0
    }

    /// Whether an activity stands, began in force, is over, and is of the right topic and audience.
    func isSubject(_ number: Int32, _ row: ActivityRow) -> Bool {
        row.from >= reading.inForce.number && row.to <= moment.asOf && moment.standing(of: number) == .counted
            && reading.fits(row) == .counted
    }

    /// By the rule and, where that is kept or can still be, by the conditions.
    func verdict(_ number: Int32, _ row: ActivityRow) -> Verdict {
        var verdict = reading.alternatives.isEmpty ? ownVerdict(number, row) : nearestVerdict(number, row)
        guard let conditions = reading.conditions, verdict.standing != .doesNotApply, verdict.standing != .overdue
        else { return verdict }
        let (why, due) = conditions.verdict(row, asOf: moment.asOf)
        guard why != .counted else { return verdict }
        verdict.why = why
        verdict.due = due
        verdict.standing = due == nil ? .overdue : .notYetDue
        return verdict
    }

    func ownVerdict(_ number: Int32, _ row: ActivityRow) -> Verdict {
        switch reading.rule.measure {
        case .leadTime: leadTime(row)
        case .deadline: deadline(number, row)
        case .duration: duration(row)
        case .hours:
            plain(required: reading.rule.threshold, done: row.hours, short: reading.isLimit ? .tooLong : .tooShort)
        case .headcount:
            plain(required: reading.rule.threshold, done: Double(attended(number, row).present), short: .notCompleted)
        case .count: documents(number, row)
        case .share, .coverage: share(number, row)
        }
    }

    private func plain(required: Double, done: Double, short: Why) -> Verdict {
        let isMet = reading.isSatisfied(required: required, done: done)
        return Verdict(required: required, done: done, standing: isMet ? .met : .overdue, why: isMet ? .counted : short)
    }

    private func leadTime(_ row: ActivityRow) -> Verdict {
        let due = Length.day(-reading.rule.value, reading.unit, from: row.from, reading.calendar)
        let isFiled = row.filed <= moment.asOf
        let counts = reading.unit == .workingDays
        let required = counts ? Double(Length.whole(reading.rule.value)) : Double(row.from - due)
        let done =
            !isFiled || row.filed > row.from
            ? 0
            : counts
                ? Double(reading.calendar.count(from: Day(number: row.filed), to: Day(number: row.from) - 1))
                : Double(row.from - row.filed)
        let isMet = isFiled && row.filed <= due
        return Verdict(
            required: required, done: done, standing: isMet ? .met : .overdue,
            why: isMet ? .counted : isFiled ? .filedLate : .notFiled, due: due)
    }

    private func deadline(_ number: Int32, _ row: ActivityRow) -> Verdict {
        let due = Length.day(reading.rule.value, reading.unit, from: row.to, reading.calendar)
        let handedIn = handedIn(number, row)
        if handedIn <= min(due, moment.asOf) { return Verdict(required: 1, done: 1, standing: .met, due: due) }
        let isLate = moment.asOf > due
        return Verdict(
            required: 1, done: 0, standing: isLate ? .overdue : .notYetDue,
            why: handedIn <= moment.asOf ? .reportedLate : .notReported, due: due)
    }

    /// The day the result was reported, or the bound document handed in; `never` where neither.
    func handedIn(_ number: Int32, _ row: ActivityRow) -> Int32 {
        guard let name = reading.binding.document else { return row.reported }
        return attachmentDays(number, named: name).min() ?? never
    }

    private func attachmentDays(_ number: Int32, named name: String?) -> [Int32] {
        var days: [Int32] = []
        columns.attachments.each(number) { attachment in
            if name.map({ columns.attachmentNames[attachment.name].contains($0) }) ?? true {
                days.append(attachment.day)
            }
        }
        return days
    }

    private func duration(_ row: ActivityRow) -> Verdict {
        let value = Length.days(reading.rule.value, reading.unit, from: row.from)
        let why = reading.ownLength?.verdict(row, reading.calendar) ?? .tooShort
        return Verdict(
            required: reading.rule.comparison == .about ? (value * (1 - Length.tolerance)).rounded(.up) : value,
            done: Length.measured(row, in: reading.unit, reading.calendar), standing: why == .counted ? .met : .overdue,
            why: why)
    }

    private func documents(_ number: Int32, _ row: ActivityRow) -> Verdict {
        // Where no document is bound, the activity itself is what is counted.
        let papers = attachmentDays(number, named: reading.binding.document).count { $0 <= moment.asOf }
        let done = reading.binding.document == nil && papers == 0 ? 1 : Double(papers)
        let isMet = reading.isSatisfied(required: reading.rule.threshold, done: done)
        return Verdict(
            required: reading.rule.threshold, done: done, standing: isMet ? .met : .behind,
            why: isMet ? .counted : .documentMissing)
    }

    private func share(_ number: Int32, _ row: ActivityRow) -> Verdict {
        let figures = attended(number, row)
        let isOfMembers =
            reading.binding.shareOf == .attendance && row.team >= 0
            && columns.teamRows[Int(row.team)].dated.recorded <= moment.knownAt
        let invited = isOfMembers ? figures.members : figures.invited
        let present = isOfMembers ? figures.membersPresent : figures.present
        guard invited > 0 else {
            return Verdict(required: 0, done: 0, population: 0, standing: .doesNotApply)
        }
        let required = reading.rule.required(of: invited)
        let isMet = reading.isSatisfied(required: required, done: Double(present))
        return Verdict(
            required: required, done: Double(present), population: invited, standing: isMet ? .met : .overdue,
            why: isMet ? .counted : .notCompleted)
    }

    /// Persons of an activity: on its list, of those completed, members of its team, of those completed.
    private func attended(_ number: Int32, _ row: ActivityRow) -> (
        invited: Int, present: Int, members: Int, membersPresent: Int
    ) {
        var listed: Set<Int32> = []
        var completed: Set<Int32> = []
        // Who is looked at is looked at alike, on the list and in the team: else nobody could be all there.
        let tests = reading.binding.population.subjects == .persons && reading.membership.onTheDay
        func isAsked(_ person: Int32) -> Bool {
            !tests || reading.population.holds(person: person, on: row.to, at: moment)
        }
        moment.eachLine(in: number) { line, owner in
            let part = moment.row(ofLine: line, in: owner)
            guard moment.standing(part) == .counted, reading.fits(part.traits) != .wrongRole,
                isAsked(part.person)
            else { return }
            listed.insert(part.person)
            if part.traits.isCompleted { completed.insert(part.person) }
        }
        var members: Set<Int32> = []
        if row.team >= 0 {
            columns.members.each(row.team) {
                if $0.dated.holds(on: row.from, knownAt: moment.knownAt), isAsked($0.other) { members.insert($0.other) }
            }
        }
        return (listed.count, completed.count, members.count, members.intersection(completed).count)
    }
}
