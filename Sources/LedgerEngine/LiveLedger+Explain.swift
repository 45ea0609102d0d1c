import Plans
import Records
public import Vocabulary

extension LiveLedger {
    /// Why an entry stands as it does; nil where there is no such entry.
    ///
    /// `from` is the first day of the window; without it the latest window is meant. With a limit, members and records are
    /// told up to so many, and `cut` tells of the rest.
    public func explain(
        obligation id: String, subject: Subject, from: Day? = nil, limit: ExplanationLimit? = nil
    ) -> Explanation? {
        guard let entry = entry(obligation: id, subject: subject, from: from) else { return nil }
        var explanation = Explanation(entry: entry, required: entry.required, counted: [], notCounted: [])
        guard let tally = tally(of: id), entry.standing != .doesNotApply else {
            if let obligation = self.obligation(id), entry.standing == .doesNotApply,
                case .by(let day) = obligation.rule.window, obligation.rule.endsBefore(edition.begins(obligation))
            {
                explanation.outside = Explanation.Outside(ended: day, inForce: edition.begins(obligation))
            }
            return explanation
        }
        let reading = tally.reading
        let moment = figures.moment
        let window = WindowSpan(from: entry.from.number, to: entry.to?.number ?? never)
        let teller = ReasonTeller(reading: reading, moment: moment)
        switch reading.scheme {
        case .amount where !tally.others.isEmpty: explainEither(&explanation, tally, window, limit)
        case .amount, .reached, .appointment, .turnout: explainPieces(&explanation, tally, window, teller, limit)
        case .perActivity:
            explainActivities(
                &explanation, tally, ActivityMeasure(reading: reading, moment: moment), window, teller, limit)
        case .sites: explainSites(&explanation, SiteMeasure(tally: tally, moment: moment), tally, window, teller)
        }
        let isSum = reading.scheme == .reached || reading.scheme == .turnout
        let isOfParts = entry.subject.kind == .rollUp && !isSum
        if !isOfParts, reading.scheme == .amount || isSum {
            explanation.nextDue = nextDue(of: entry, tally, window).map(Day.init(number:))
        } else if !isOfParts || reading.scheme == .sites, reading.scheme != .perActivity, entry.standing != .met,
            entry.standing != .overdue, let to = entry.to, to >= asOf
        {
            explanation.nextDue = to
        }
        explanation.wouldHelp = explanation.wouldHelp ?? remedy(entry, reading, asOf: asOf)
        explanation.workingYears = workingYears(entry, reading)
        return explanation
    }

    /// Nothing is ever due of what there must not be too much of.
    private func nextDue(_ rule: Rule, _ window: WindowSpan, _ moment: Moment, required: Double, done: Double) -> Int32?
    {
        guard rule.figureComparison != .atMost else { return nil }
        return Pace(window: window, asOf: moment.asOf).nextDue(required: required, done: done)
    }

    /// Of an entry of amounts; where any of several figures does, the day on which the last of them is due.
    private func nextDue(of entry: LedgerEntry, _ tally: Tally, _ window: WindowSpan) -> Int32? {
        func day(_ tally: Tally, _ required: Double, _ done: Double) -> Int32? {
            nextDue(tally.reading.rule, window, figures.moment, required: required, done: done)
        }
        guard let either = entry.alternatives else { return day(tally, entry.required, entry.done) }
        guard entry.standing != .met else { return nil }
        return zip(tally.choices, either.figures).compactMap { day($0, $1.required, $1.done) }.max()
    }

    /// Every figure is explained by its own records; who is a member, and who is outstanding, is told of all together.
    private func explainEither(
        _ explanation: inout Explanation, _ tally: Tally, _ window: WindowSpan, _ limit: ExplanationLimit?
    ) {
        let all = tally.choices.enumerated().map { choice, one in
            var own = explanation
            let teller = ReasonTeller(reading: one.reading, moment: figures.moment)
            explainPieces(&own, one, window, teller, limit, judgedBy: tally)
            for place in own.notCounted.indices { own.notCounted[place].choice = choice }
            return own
        }
        var nearest = all[explanation.entry.choice]
        if let cut = all.lazy.compactMap(\.cut).first { nearest.cut = nearest.cut ?? cut }
        nearest.alternatives = all.map { Explanation.Looked(counted: $0.counted, notCounted: $0.notCounted) }
        explanation = nearest
    }

    /// `whole` is the tally that subjects are judged by, where it is not the one whose records are told.
    private func explainPieces(
        _ explanation: inout Explanation, _ tally: Tally, _ window: WindowSpan, _ teller: ReasonTeller,
        _ limit: ExplanationLimit?, judgedBy whole: Tally? = nil
    ) {
        let whole = whole ?? tally
        let entry = explanation.entry
        let isSum = tally.reading.scheme == .reached || tally.reading.scheme == .turnout
        let single: Int32? =
            switch entry.subject.kind {
            case .rollUp, .activity: nil
            case .programme: tally.space.kind == .programme ? 0 : nil
            default: tally.space.number(of: entry.subject.code, in: columns)
            }
        let members =
            limit != nil && single != nil
            ? Members()
            : members(whole, window, under: entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil, limit)
        let walk = PieceWalk(tally, in: figures, of: tally.space.kind == .person ? single : nil, within: window)
        // A roll-up of named persons or of teams tells whom it counts; the records are told at each of them. Persons who may
        // not be named have no entries: what did not count is told at the roll-up, of the activity only.
        let tellsRecords = single != nil || isSum
        let isNamed = tally.reading.binding.namesPersons
        let tellsUnnamed = !isNamed && tally.space.kind == .person
        let told = Set(members.included).union(members.late)
        let under = entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil
        var unnamed = UnnamedRecords()
        func tell(_ piece: Piece) {
            guard tellsRecords || tellsUnnamed, window.contains(piece.day) else { return }
            if let single {
                guard piece.subject == single else { return }
            } else if tally.reading.scheme == .turnout {
                if let under, !isBeneath(piece.subject, under) { return }
            } else if tally.space.kind != .programme {
                // Of those who never belonged there would be no end.
                guard told.contains(piece.subject) else { return }
            }
            if !isNamed, unnamed.take(piece, by: teller) { return }
            if tellsRecords { teller.tell(piece, in: &explanation) }
        }
        var isCut = members.isCut
        if let limit {
            // One person's records are few; of the others those are gone through that may be told.
            if tally.space.kind == .person, single != nil {
                walk.each(tell)
            } else if tellsRecords || tellsUnnamed {
                let some = pieces(tally, window, of: single, under: under, told: Array(members.included), limit)
                some.pieces.forEach(tell)
                if some.isCut { isCut = true }
            }
        } else {
            walk.each(tell)
        }
        explanation.notCounted += unnamed.records
        if isCut {
            explanation.cut = Explanation.Cut(
                outstanding: single == nil ? members.outstandingCount : 0,
                records: isSum || !whole.rollsUp || tellsUnnamed)
        }
        guard tally.space.kind != .programme, tally.reading.scheme != .turnout, single == nil else { return }
        if tally.reading.scheme != .reached {
            explanation.nextDue = members.nextDue.map(Day.init(number:))
            if !members.outstanding.isEmpty {
                explanation.wouldHelp =
                    members.curable == 0
                    ? passed(whole.reading)
                    : .reach(subjects: members.curable, by: members.lastDay.map(Day.init(number:)))
            }
        }
        let mayName = tally.reading.binding.namesPersons || tally.space.kind != .person
        explanation.excused = mayName ? members.excused : []
        explanation.excusedCount = members.isCut ? nil : members.excused.count
        if mayName {
            explanation.outstanding = members.outstanding.map {
                Subject(tally.space.kind, tally.space.code($0, at: figures.moment))
            }
        }
    }

    /// The members of a population, sorted by what is to be told of them.
    struct Members {
        /// Those in the figures.
        var included: [Int32] = []
        /// Those excused.
        var late: [Int32] = []
        var excused: [ExcusedSubject] = []
        var outstanding: [Int32] = []
        /// How many of those outstanding are still in time, and the first day on which one is due.
        var curable = 0
        var nextDue: Int32?
        /// The first day after which one of those in time no longer is.
        var lastDay: Int32?
        /// Whether not everybody was looked at; `outstandingCount` is of all even so.
        var isCut = false
        var outstandingCount = 0
    }

    private func members(
        _ tally: Tally, _ window: WindowSpan, under unit: Int32?, _ limit: ExplanationLimit?
    ) -> Members {
        var members = Members()
        let isPersonal = tally.space.kind == .person
        guard tally.space.kind != .programme, tally.reading.scheme != .turnout,
            let number = tally.reading.scheme == .appointment ? 0 : tally.windows.firstIndex(of: window)
        else { return members }
        let moment = figures.moment
        for subject in candidates(tally, under: unit, limit) {
            if let limit, members.outstanding.count >= limit.count, members.included.count >= limit.count {
                members.isCut = true
                break
            }
            let judged =
                isPersonal
                ? figures.judge(person: subject, tally, window: number)
                : tally.judge(subject, window: number, in: columns)
            if judged.unit < 0 {
                guard let excuse = excuse(subject, tally, number, window) else { continue }
                if let unit, !isBeneath(excuse.home, unit) { continue }
                if excuse.isMember { members.late.append(subject) }
                members.excused.append(
                    ExcusedSubject(
                        subject: Subject(tally.space.kind, tally.space.code(subject, at: figures.moment)),
                        reason: excuse.reason))
                continue
            }
            if let unit, !isBeneath(judged.unit, unit) { continue }
            members.included.append(subject)
            if judged.isMet { continue }
            members.outstanding.append(subject)
            let own =
                tally.reading.scheme == .appointment
                ? AppointmentWindow(tally.reading, tally.space, moment).window(of: subject) ?? window : window
            guard own.to >= moment.asOf, tally.reading.rule.figureComparison != .atMost else { continue }
            members.curable += 1
            members.nextDue = [members.nextDue, due(subject, tally, number, own)].compactMap { $0 }.min()
            if own.to != never { members.lastDay = min(members.lastDay ?? own.to, own.to) }
        }
        members.outstandingCount = members.outstanding.count
        if members.isCut { complete(&members, tally, number, under: unit) }
        return members
    }

    /// The day by which somebody outstanding must do the next thing.
    private func due(_ subject: Int32, _ tally: Tally, _ number: Int, _ own: WindowSpan) -> Int32? {
        if tally.reading.scheme == .appointment { return own.to }
        if !tally.others.isEmpty {
            let either = figures.alternatives(of: subject, tally, window: number)
            return zip(tally.choices, either.figures).compactMap {
                nextDue($0.reading.rule, own, figures.moment, required: $1.required, done: $1.done)
            }.max()
        }
        let isPersonal = tally.space.kind == .person
        let done =
            isPersonal
            ? figures.figure(of: subject, tally, window: number) : tally.figure(of: subject, window: number)
        let required =
            tally.reading.scheme == .reached
            ? 1
            : isPersonal ? figures.required(of: subject, tally, window: number) ?? 0 : tally.requiredPlainly
        return nextDue(tally.reading.rule, own, figures.moment, required: required, done: done)
    }

    /// Why somebody is not in the figures who belonged to the population in the window, and the unit that tells of it: a
    /// member who came or went by the middle, or one who had left before members were counted. Nil for whom there is
    /// nothing to tell.
    private func excuse(_ subject: Int32, _ tally: Tally, _ number: Int, _ window: WindowSpan)
        -> (reason: ExcusedReason, home: Int32, isMember: Bool)?
    {
        guard tally.reading.scheme != .appointment else { return nil }
        let reckoning = tally.reckonings[number]
        let ranges =
            tally.space.kind == .person
            ? figures.spans.ranges(subject, tally.population) : tally.bearing[subject].range.map { [$0] } ?? []
        let isAtStart = tally.reading.membership.reckoning == .windowStart
        func told(_ reason: ExcusedReason, on day: Int32, isMember: Bool) -> (ExcusedReason, Int32, Bool) {
            (reason, tally.space.unit(of: subject, on: day, at: figures.moment), isMember)
        }
        if let held = ranges.first(where: { $0.contains(reckoning) }) {
            let middle = tally.middles[number]
            guard middle != never, !ranges.contains(where: { $0.contains(middle) }) else { return nil }
            return told(
                isAtStart
                    ? .left(on: Day(number: held.upperBound) + 1) : .joinedLate(on: Day(number: held.lowerBound)),
                on: reckoning, isMember: true)
        }
        // Who came after the first day of a window is not asked in it, and need not be told of.
        guard !isAtStart, let last = ranges.last(where: { $0.lowerBound <= reckoning }),
            last.upperBound >= window.from
        else { return nil }
        return told(.left(on: Day(number: last.upperBound) + 1), on: last.upperBound, isMember: false)
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
        _ explanation: inout Explanation, _ tally: Tally, _ measure: ActivityMeasure, _ window: WindowSpan,
        _ teller: ReasonTeller, _ limit: ExplanationLimit?
    ) {
        let entry = explanation.entry
        let unit = entry.subject.kind == .rollUp ? columns.units[entry.unit] : nil
        var isCut = false
        var outstanding: [Subject] = []
        var open = 0
        /// Whether a report is still missing of one whose day has passed.
        var isOwed = false
        var firstDue = never
        var candidates: [Int32] = []
        if entry.subject.kind == .activity {
            candidates = columns.activityCodes[entry.subject.code].map { [$0] } ?? []
        } else if let limit {
            (candidates, isCut) = newest(tally, window, under: unit, limit, atMost: limit.count * 4)
        } else {
            tally.reading.eachCandidate(in: columns) { candidates.append($0) }
            candidates.sort(by: columns.precedes)
        }
        for number in candidates {
            let row = columns.activities[number]
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
                teller.of(verdict.choice).tell(
                    number, why: verdict.why, due: verdict.due, measure: measure, in: &explanation)
                outstanding.append(Subject(.activity, code))
            }
            if verdict.standing == .overdue, verdict.why == .notReported { isOwed = true }
            if verdict.standing == .notYetDue || verdict.standing == .behind {
                open += 1
                firstDue = min(firstDue, verdict.due ?? never)
            }
        }
        explanation.nextDue = firstDue == never ? nil : Day(number: firstDue)
        if isCut, let unit, let number = tally.windows.firstIndex(of: window) {
            let left = left(tally, number, of: unit)
            open = left.open
            explanation.cut = Explanation.Cut(outstanding: left.outstanding, records: true)
        }
        if entry.subject.kind == .rollUp {
            explanation.outstanding = outstanding
            // What was too late or too short stays so; only the others can still be put right.
            if !outstanding.isEmpty {
                explanation.wouldHelp =
                    open == 0 ? (isOwed ? .soon : .tooLate) : .reach(subjects: open, by: explanation.nextDue)
            }
        } else if open > 0 {
            explanation.wouldHelp = .more(amount: entry.required - entry.done, by: explanation.nextDue)
        } else if isOwed {
            explanation.wouldHelp = .soon
        }
    }

    private func explainSites(
        _ explanation: inout Explanation, _ measure: SiteMeasure, _ tally: Tally, _ window: WindowSpan,
        _ teller: ReasonTeller
    ) {
        let entry = explanation.entry
        guard let number = tally.windows.firstIndex(of: window) else { return }
        for piece in measure.sites(in: number) where piece.why != .recordedLater {
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
        if let to = entry.to, to < asOf { return passed(reading) }
        let missing = entry.required - entry.done
        return reading.scheme == .reached || entry.subject.kind == .rollUp
            ? .reach(subjects: Int(missing.rounded(.up)), by: entry.to) : .more(amount: missing, by: entry.to)
    }
}
