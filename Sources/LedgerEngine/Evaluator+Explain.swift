import Plans
import Records
public import Vocabulary

extension Evaluator {
    /// Why an entry stands as it does; nil where there is no such entry.
    ///
    /// `from` is the first day of the window; without it the latest window is meant.
    public func explain(
        obligation id: String, subject: Subject, from: Day? = nil, asOf: Day, knownAt: Day? = nil
    ) -> Explanation? {
        guard let obligation = edition.obligations.first(where: { $0.id == id }) else { return nil }
        let moment = Moment(columns, asOf: asOf, knownAt: knownAt)
        let entry = entries(of: obligation, at: moment).last {
            $0.subject == subject && (from == nil || $0.from == from)
        }
        guard let entry else { return nil }
        guard let reading = reading(of: id), entry.standing != .doesNotApply else {
            return Explanation(entry: entry, required: entry.required, counted: [], notCounted: [])
        }
        var explanation = Explanation(entry: entry, required: entry.required, counted: [], notCounted: [])
        let space = SubjectSpace(reading)
        let window = WindowSpan(from: entry.from.number, to: entry.to?.number ?? never)
        let teller = ReasonTeller(reading: reading, moment: moment)
        switch reading.scheme {
        case .amount, .reached, .appointment:
            explainPieces(&explanation, walk(reading, space, moment), window, teller)
        case .perActivity:
            explainActivities(
                &explanation, PerActivityMeasure(reading: reading, space: space, moment: moment), window, teller)
        case .sites:
            explainSites(
                &explanation,
                SiteMeasure(reading: reading, space: space, moment: moment, windows: [window]), window, teller)
        }
        let isOfParts = entry.subject.kind == .rollUp && reading.scheme != .reached
        if !isOfParts, reading.scheme == .amount || reading.scheme == .reached {
            explanation.nextDue = nextDue(reading.rule, window, moment, required: entry.required, done: entry.done)
                .map(Day.init(number:))
        } else if !isOfParts || reading.scheme == .sites, reading.scheme != .perActivity, entry.standing != .met,
            entry.standing != .overdue, let to = entry.to, to >= asOf
        {
            explanation.nextDue = to
        }
        explanation.wouldHelp = explanation.wouldHelp ?? remedy(entry, reading, asOf: asOf)
        return explanation
    }

    /// Nothing is ever due of what there must not be too much of.
    private func nextDue(_ rule: Rule, _ window: WindowSpan, _ moment: Moment, required: Double, done: Double) -> Int32?
    {
        guard rule.figureComparison != .atMost else { return nil }
        return Pace(window: window, asOf: moment.asOf).nextDue(required: required, done: done)
    }

    private func explainPieces(
        _ explanation: inout Explanation, _ walk: PieceWalk, _ window: WindowSpan, _ teller: ReasonTeller
    ) {
        let entry = explanation.entry
        let members = members(walk, window, under: entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil)
        let single: Int32? =
            switch entry.subject.kind {
            case .rollUp, .activity: nil
            case .programme: walk.space.kind == .programme ? 0 : nil
            default: walk.space.number(of: entry.subject.code, in: columns)
            }
        // A roll-up of named persons or of teams tells whom it counts; the records are told at each of them.
        let tellsRecords = single != nil || walk.reading.scheme == .reached
        let told = Set(members.included).union(members.late)
        walk.each { piece in
            guard tellsRecords, window.contains(piece.day) else { return }
            if let single {
                guard piece.subject == single else { return }
            } else if walk.space.kind != .programme {
                // Of those who never belonged there would be no end.
                guard told.contains(piece.subject) else { return }
            }
            // Where no names may be listed, who was there may be shown, who did not finish or was not asked may not.
            if piece.why != .counted, case .participation = piece.record, !walk.reading.binding.namesPersons { return }
            teller.tell(piece, in: &explanation)
        }
        guard walk.space.kind != .programme, single == nil else { return }
        if walk.reading.scheme != .reached {
            explanation.nextDue = members.nextDue.map(Day.init(number:))
            if !members.outstanding.isEmpty {
                explanation.wouldHelp =
                    members.curable == 0 ? .tooLate : .reach(subjects: members.curable, by: explanation.nextDue)
            }
        }
        explanation.excused = walk.reading.binding.namesPersons || walk.space.kind != .person ? members.excused : []
        if walk.reading.binding.namesPersons || walk.space.kind != .person {
            explanation.outstanding = members.outstanding.map {
                Subject(walk.space.kind, walk.space.code($0, in: columns))
            }
        }
    }

    /// The members of a population, sorted by what is to be told of them.
    private struct Members {
        /// Those in the figures.
        var included: [Int32] = []
        /// Those excused.
        var late: [Int32] = []
        var excused: [ExcusedSubject] = []
        var outstanding: [Int32] = []
        /// How many of those outstanding are still in time, and the first day on which one is due.
        var curable = 0
        var nextDue: Int32?
    }

    private func members(_ walk: PieceWalk, _ window: WindowSpan, under unit: Int32?) -> Members {
        var members = Members()
        guard walk.space.kind != .programme else { return members }
        let moment = walk.moment
        let reckoning = walk.reading.scheme == .appointment ? moment.asOf : min(moment.asOf, window.to)
        var done = [Double](repeating: 0, count: walk.space.count(in: columns))
        let appointment = AppointmentMeasure(walk: walk)
        walk.each { piece in
            guard piece.why == .counted else { return }
            let own = walk.reading.scheme == .appointment ? appointment.window(of: piece.subject) : window
            if own?.contains(piece.day) == true { done[Int(piece.subject)] += piece.amount }
        }
        let amount = AmountMeasure(walk: walk)
        for subject in 0..<Int32(walk.space.count(in: columns)) {
            var home: Int32 = -1
            var own = window
            if walk.reading.scheme != .appointment {
                guard walk.space.holds(subject, on: reckoning, at: moment) else { continue }
                home = walk.space.unit(of: subject, on: reckoning, at: moment)
            } else if let theirs = appointment.window(of: subject) {
                own = theirs
                home = appointment.unit(of: subject, in: theirs)
            } else {
                continue
            }
            if let unit, !isBeneath(home, unit) { continue }
            guard let required = walk.reading.scheme == .amount ? amount.required(of: subject, in: window) : 1 else {
                continue
            }
            let isMet =
                walk.reading.scheme == .amount
                ? walk.reading.rule.isSatisfied(required: required, done: done[Int(subject)])
                : done[Int(subject)] >= 1
            if !isMet, walk.reading.scheme != .appointment,
                isExcused(subject, window: window, space: walk.space, moment: moment)
            {
                let joined = joinDay(subject, walk, from: window.middle, to: reckoning)
                members.late.append(subject)
                members.excused.append(
                    ExcusedSubject(
                        subject: Subject(walk.space.kind, walk.space.code(subject, in: columns)),
                        reason: .joinedLate(on: Day(number: joined))))
                continue
            }
            members.included.append(subject)
            if isMet { continue }
            members.outstanding.append(subject)
            guard own.to >= moment.asOf, walk.reading.rule.figureComparison != .atMost else { continue }
            members.curable += 1
            let due =
                walk.reading.scheme == .appointment
                ? own.to
                : nextDue(walk.reading.rule, own, moment, required: required, done: done[Int(subject)])
            members.nextDue = [members.nextDue, due].compactMap { $0 }.min()
        }
        return members
    }

    private func joinDay(_ subject: Int32, _ walk: PieceWalk, from: Int32, to: Int32) -> Int32 {
        var day = to
        while day > from, walk.space.holds(subject, on: day - 1, at: walk.moment) { day -= 1 }
        return day
    }

    private func isBeneath(_ unit: Int32, _ ancestor: Int32) -> Bool {
        var unit = unit
        while unit >= 0 {
            if unit == ancestor { return true }
            unit = columns.parents[Int(unit)]
        }
        return false
    }

    private func explainActivities(
        _ explanation: inout Explanation, _ measure: PerActivityMeasure, _ window: WindowSpan, _ teller: ReasonTeller
    ) {
        let entry = explanation.entry
        let unit = entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil
        var outstanding: [Subject] = []
        var open = 0
        var firstDue = never
        for number in measure.reading.candidates {
            let row = columns.activities[Int(number)]
            let code = columns.activityCodes[number]
            if entry.subject.kind == .activity {
                guard code == entry.subject.code else { continue }
            } else {
                guard window.contains(row.from), let unit, isBeneath(row.unit, unit), row.to <= measure.moment.asOf,
                    row.from >= measure.reading.inForce.number
                else { continue }
            }
            guard measure.isSubject(number, row) else {
                let standing = measure.moment.standing(of: number)
                teller.tell(
                    number, why: standing == .counted ? measure.reading.fits(row) : standing, in: &explanation)
                continue
            }
            let verdict = measure.verdict(number, row)
            if verdict.standing == .met {
                explanation.counted.append(
                    CountedRecord(
                        record: .init(.activity, code), day: Day(number: row.from),
                        amount: entry.subject.kind == .activity ? verdict.done : 1))
            } else if verdict.standing != .doesNotApply {
                teller.tell(number, why: verdict.why, due: verdict.due, measure: measure, in: &explanation)
                outstanding.append(Subject(.activity, code))
            }
            if verdict.standing == .notYetDue || verdict.standing == .behind {
                open += 1
                firstDue = min(firstDue, verdict.due ?? never)
            }
        }
        explanation.nextDue = firstDue == never ? nil : Day(number: firstDue)
        if entry.subject.kind == .rollUp {
            explanation.outstanding = outstanding
            // What was too late or too short stays so; only the others can still be put right.
            if !outstanding.isEmpty {
                explanation.wouldHelp = open == 0 ? .tooLate : .reach(subjects: open, by: explanation.nextDue)
            }
        } else if open > 0 {
            explanation.wouldHelp = .more(amount: entry.required - entry.done, by: explanation.nextDue)
        }
    }

    private func explainSites(
        _ explanation: inout Explanation, _ measure: SiteMeasure, _ window: WindowSpan, _ teller: ReasonTeller
    ) {
        let entry = explanation.entry
        for piece in measure.sites(on: window) {
            if entry.subject.kind == .unit, piece.subject != columns.units[entry.subject.code] { continue }
            let record = RecordReference(.site, piece.site.code)
            let day = Day(number: piece.site.dated.from)
            if piece.why == .counted {
                explanation.counted.append(CountedRecord(record: record, day: day, amount: 1))
            } else {
                explanation.notCounted.append(
                    UncountedRecord(record: record, day: day, reason: teller.reason(site: piece.site, piece.why)))
            }
        }
    }

    /// What would help a single figure; roll-ups of parts and activities have told it of their parts.
    private func remedy(_ entry: LedgerEntry, _ reading: RuleReading, asOf: Day) -> Remedy? {
        guard [.behind, .overdue, .onCourse, .notYetDue].contains(entry.standing) else { return nil }
        if reading.rule.figureComparison == .atMost || reading.scheme == .perActivity { return .tooLate }
        if let to = entry.to, to < asOf { return .tooLate }
        let missing = entry.required - entry.done
        return reading.scheme == .reached || entry.subject.kind == .rollUp
            ? .reach(subjects: Int(missing.rounded(.up)), by: entry.to) : .more(amount: missing, by: entry.to)
    }
}
