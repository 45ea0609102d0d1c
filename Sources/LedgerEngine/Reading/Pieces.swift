import Plans
import Vocabulary

/// One record looked at for an obligation: what it adds to whom, or why it adds nothing.
struct Piece {
    enum Record {
        case activity(Int32)
        /// A line, and the activity it was recorded for.
        case participation(Int32, of: Int32)
    }

    var record: Record
    /// The day that decides the window: an activity's first, a participation's last day.
    var day: Int32
    var subject: Int32
    var amount: Double
    var why: Why
    /// The record that counted already, for a duplicate.
    var first: Int32 = -1
}

/// Goes through the records of the bound kinds that were over by the as-of day, in order of first day and code, and tells
/// of each what it adds to whom, or why it adds nothing.
///
/// Explanations and previews are made from this walk. Figures are counted another way (`Figures`), by the same tests; that
/// the two agree is held by tests over random histories.
final class PieceWalk {
    let tally: Tally
    let figures: Figures
    /// Whose records are wanted; nil for everybody's.
    private let person: Int32?
    /// The one window that is told of, where windows may overlap: what counts once counts once in it.
    private let within: WindowSpan?
    var reading: RuleReading { tally.reading }
    var space: SubjectSpace { tally.space }
    let moment: Moment

    init(_ tally: Tally, in figures: Figures, of person: Int32? = nil, within window: WindowSpan? = nil) {
        self.tally = tally
        self.figures = figures
        self.person = person
        within = window
        moment = figures.moment
    }

    func each(_ body: (Piece) -> Void) { each(of: candidates(), body) }

    func each(of activities: [Int32], _ body: (Piece) -> Void) {
        switch (reading.scheme, reading.rule.measure, space.kind) {
        case (.turnout, _, _): eachParticipation(of: activities, bySubject: { $0.unit }, body)
        case (_, _, .person): eachParticipation(of: activities, bySubject: nil, body)
        case (.amount, .headcount, _):
            eachParticipation(of: activities, bySubject: { [space, moment] in space.credited($0, at: moment) }, body)
        default: eachActivity(of: activities, body)
        }
    }

    /// Activities of the bound kinds that are over: of one person those on whose list they are.
    private func candidates() -> [Int32] {
        var found: [Int32] = []
        let columns = moment.columns
        if let person {
            var met: Set<Int32> = []
            columns.lines.eachActivity(of: person) { activity, _ in
                let head = moment.head(of: activity)
                if met.insert(head).inserted, reading.isBound(columns.activities[head].kind) { found.append(head) }
            }
        } else {
            reading.eachCandidate(in: columns) { found.append($0) }
        }
        return found.filter { columns.activities[$0].to <= moment.asOf }.sorted(by: columns.precedes)
    }

    private func eachActivity(of activities: [Int32], _ body: (Piece) -> Void) {
        // A unit or team is reached once in a window, by its first activity there.
        var reached: [SubjectWindow: Int32] = [:]
        // Where kinds are counted, the first of its kind.
        var ofKind: [SubjectWindow: [Int32: Int32]] = [:]
        for number in activities {
            let row = moment.columns.activities[number]
            let subject = space.credited(row, at: moment)
            guard subject >= 0 else { continue }
            var why = moment.standing(of: number)
            if why == .counted { why = reading.fits(row) }
            var first = why == .duplicate ? moment.standingTwin(of: number) : -1
            if why == .counted, let window = place(of: row.from) {
                let place = SubjectWindow(subject: subject, window: window)
                let known = reading.scheme == .reached ? reached[place] : ofKind[place]?[row.kind]
                if reading.scheme == .reached || !tally.kindPlaces.isEmpty, let known {
                    why = .duplicate
                    first = known
                } else if reading.scheme == .reached {
                    reached[place] = number
                } else if !tally.kindPlaces.isEmpty {
                    ofKind[place, default: [:]][row.kind] = number
                }
            }
            let amount = reading.rule.measure == .hours ? row.hours : 1
            body(
                Piece(
                    record: .activity(number), day: row.from, subject: subject, amount: why == .counted ? amount : 0,
                    why: why, first: first))
        }
    }

    private struct SubjectWindow: Hashable {
        var subject: Int32
        var window: Int
    }

    private struct PersonWindow: Hashable {
        var person: Int32
        var bearer: Int32
        var window: Int
        var kind: Int32
    }

    /// The window in which what was counted on a day is not counted again; nil where there is none to speak of: windows
    /// overlap, and what was counted in one counts in the next again.
    private func place(of day: Int32) -> Int? {
        if let within { return within.contains(day) ? 0 : nil }
        let held = tally.windows(holding: day)
        return tally.windowsOverlap ? nil : held.first
    }

    /// `bySubject` credits a participation by its activity; without it, each person is credited with their own.
    private func eachParticipation(
        of activities: [Int32], bySubject credit: ((ActivityRow) -> Int32)?, _ body: (Piece) -> Void
    ) {
        let columns = moment.columns
        let countsKinds = !tally.kindPlaces.isEmpty
        let once =
            reading.scheme != .turnout
            && (reading.scheme == .reached || countsKinds || (credit != nil && reading.rule.unit != .personTime))
        var seen: [PersonWindow: Int32] = [:]
        let testsPersons =
            reading.membership.onTheDay && (credit == nil || tally.asksPersonsOfActivities)
        for number in activities {
            let row = columns.activities[number]
            let activityWhy = moment.standing(of: number)
            // The participations of a replaced activity are met with its replacement.
            if row.replacedOn <= moment.knownAt { continue }
            let credited = credit?(row) ?? -1
            if credit != nil, credited < 0 { continue }
            let fit = activityWhy == .counted ? reading.fits(row) : activityWhy
            let window = place(of: row.to)
            // A second line for the same person in one activity is a duplicate.
            var here: [Int32: Int32] = [:]
            moment.eachLine(in: number) { line, owner in
                let part = moment.row(ofLine: line, in: owner)
                if let person, part.person != person { return }
                var piece = Piece(
                    record: .participation(line, of: owner), day: row.to,
                    subject: credit == nil ? part.person : credited, amount: 0, why: moment.standing(part))
                if piece.why == .counted { piece.why = fit }
                if piece.why == .counted { piece.why = reading.fits(part.traits) }
                if piece.why == .counted, testsPersons,
                    !reading.population.holds(person: part.person, on: row.to, at: moment)
                {
                    piece.why = .outsidePopulation
                }
                if piece.why == .counted {
                    if let first = here[part.person] {
                        piece.why = .duplicate
                        piece.first = first
                    } else {
                        here[part.person] = line
                    }
                }
                if piece.why == .counted, once, let window {
                    let place = PersonWindow(
                        person: part.person, bearer: credited, window: window, kind: countsKinds ? row.kind : -1)
                    if let first = seen[place] {
                        piece.why = .duplicate
                        piece.first = first
                    } else {
                        seen[place] = line
                    }
                }
                if piece.why == .counted { piece.amount = amount(of: part, in: row) }
                body(piece)
            }
        }
    }

    private func amount(of part: ParticipationRow, in row: ActivityRow) -> Double {
        switch reading.rule.measure {
        case .hours: Double(part.halfHours) / 2
        case .share where reading.binding.shareOf == .onlineHours: Double(part.halfHours) / 2
        case .duration where reading.unit == .hours: Double(part.halfHours) / 2
        case .duration:
            Length.measured(row, in: reading.unit == .workingDays ? .workingDays : .days, reading.calendar)
        default: 1
        }
    }
}
