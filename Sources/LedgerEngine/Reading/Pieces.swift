import Plans
import Vocabulary

/// One record looked at for an obligation: what it adds to whom, or why it adds nothing.
struct Piece {
    enum Record {
        case activity(Int32)
        case participation(Int32)
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

/// Goes through every record of the bound kinds that was over by the as-of day, in order of first day and code.
///
/// Figures and explanations are both made from this one walk, so that they cannot disagree.
///
/// A class, so that measures and inner loops hand around one reference and not a whole reading.
final class PieceWalk {
    let reading: RuleReading
    let space: SubjectSpace
    let moment: Moment
    let windows: [WindowSpan]

    init(reading: RuleReading, space: SubjectSpace, moment: Moment, windows: [WindowSpan]) {
        self.reading = reading
        self.space = space
        self.moment = moment
        self.windows = windows
    }

    func each(_ body: (Piece) -> Void) {
        switch (reading.scheme, reading.rule.measure, space.kind) {
        case (_, _, .person): eachParticipation(bySubject: nil, body)
        case (.amount, .headcount, _):
            eachParticipation(bySubject: { [space, moment] in space.credited($0, at: moment) }, body)
        default: eachActivity(body)
        }
    }

    /// Index of the window that holds a day; -1 for none.
    func window(of day: Int32) -> Int {
        var low = 0
        var high = windows.count
        while low < high {
            let middle = (low + high) / 2
            if windows[middle].to < day { low = middle + 1 } else { high = middle }
        }
        return low < windows.count && windows[low].contains(day) ? low : -1
    }

    private func eachActivity(_ body: (Piece) -> Void) {
        // A unit or team is reached once in a window, by its first activity there.
        let subjects = space.count(in: moment.columns)
        var reached = [Int32](repeating: -1, count: reading.scheme == .reached ? subjects * windows.count : 0)
        for number in reading.candidates {
            let row = moment.columns.activities[Int(number)]
            guard row.to <= moment.asOf else { continue }
            let subject = space.credited(row, at: moment)
            guard subject >= 0 else { continue }
            var why = moment.standing(of: number)
            if why == .counted { why = reading.fits(row) }
            var first = why == .duplicate ? moment.standingTwin(of: number) : -1
            if why == .counted, reading.scheme == .reached, case let window = window(of: row.from), window >= 0 {
                let place = window * subjects + Int(subject)
                if reached[place] < 0 {
                    reached[place] = number
                } else {
                    why = .duplicate
                    first = reached[place]
                }
            }
            let amount = reading.rule.measure == .hours ? row.hours : 1
            body(
                Piece(
                    record: .activity(number), day: row.from, subject: subject, amount: why == .counted ? amount : 0,
                    why: why, first: first))
        }
    }

    /// `bySubject` credits a participation by its activity; without it, each person is credited with their own.
    private func eachParticipation(bySubject credit: ((ActivityRow) -> Int32)?, _ body: (Piece) -> Void) {
        let columns = moment.columns
        // The last activity in which a person was met: a second line for the same person there is a duplicate.
        var lastActivity = [Int32](repeating: -1, count: columns.persons.count)
        var lastLine = [Int32](repeating: -1, count: columns.persons.count)
        let once = reading.scheme == .reached || (credit != nil && reading.rule.unit != .personTime)
        var seen = MetPersons(
            persons: columns.persons.count, windows: once ? windows.count : 0,
            perBearer: credit != nil && space.kind != .programme)
        let testsPersons = credit == nil || reading.binding.population.subjects == .persons
        for number in reading.candidates {
            let row = columns.activities[Int(number)]
            guard row.to <= moment.asOf else { continue }
            let activityWhy = moment.standing(of: number)
            // The participations of a replaced activity are met with its replacement.
            if row.replacedOn <= moment.knownAt { continue }
            let credited = credit?(row) ?? -1
            if credit != nil, credited < 0 { continue }
            let fit = activityWhy == .counted ? reading.fits(row) : activityWhy
            let window = window(of: row.to)
            moment.eachParticipation(in: number) { line in
                let part = columns.participations[Int(line)]
                var piece = Piece(
                    record: .participation(line), day: row.to, subject: credit == nil ? part.person : credited,
                    amount: 0, why: moment.standing(ofParticipation: line))
                if piece.why == .counted { piece.why = fit }
                if piece.why == .counted { piece.why = reading.fits(part) }
                if piece.why == .counted, testsPersons,
                    !reading.population.holds(person: part.person, on: row.to, at: moment)
                {
                    piece.why = .outsidePopulation
                }
                if piece.why == .counted {
                    if lastActivity[Int(part.person)] == number {
                        piece.why = .duplicate
                        piece.first = lastLine[Int(part.person)]
                    } else {
                        lastActivity[Int(part.person)] = number
                        lastLine[Int(part.person)] = line
                    }
                }
                if piece.why == .counted, once, window >= 0 {
                    if let first = seen.first(line, of: part.person, for: credited, in: window) {
                        piece.why = .duplicate
                        piece.first = first
                    }
                }
                if piece.why == .counted { piece.amount = amount(of: part, in: row) }
                body(piece)
            }
        }
    }

    private func amount(of part: ParticipationRow, in row: ActivityRow) -> Double {
        switch reading.rule.measure {
        case .hours: part.hours
        case .share where reading.binding.shareOf == .onlineHours: part.hours
        case .duration: Length.measured(row, in: reading.rule.unit == .workingDay ? .workingDay : .day)
        default: 1
        }
    }
}
