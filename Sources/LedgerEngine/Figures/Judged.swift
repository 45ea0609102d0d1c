import Plans
import Vocabulary

/// How one subject stands in one window, for its unit's row.
struct Judged: Equatable {
    /// -1 where the subject does not take part.
    var unit: Int32
    var isMet = false
    var standing = Standing.notYetDue

    static let left = Judged(unit: -1)

    /// The counter beside parts and met that it raises; -1 for none.
    var counter: Int {
        switch standing {
        case .overdue: Counter.overdue
        case .behind: Counter.behind
        case .onCourse: Counter.onCourse
        default: -1
        }
    }
}

extension Tally {
    /// What one subject must come to.
    func required(tier: Int?) -> Double {
        guard let tier else { return requiredPlainly }
        return reading.amountRequired(of: reading.binding.tiers?[tier].value ?? reading.rule.value)
    }

    func pace(_ window: Int, at moment: Moment) -> Pace { Pace(window: windows[window], asOf: moment.asOf) }

    /// Judges a figure of somebody who takes part.
    @inline(__always)
    func judged(unit: Int32, required: Double, done: Double, window: Int, at moment: Moment) -> Judged {
        let isMet = reading.rule.isSatisfied(required: required, done: done)
        if isMet { return Judged(unit: unit, isMet: true, standing: .met) }
        if !tellsStandings[window] { return Judged(unit: unit, isMet: false, standing: .overdue) }
        return Judged(
            unit: unit, isMet: false,
            standing: pace(window, at: moment).standing(
                required: required, done: done, comparison: reading.rule.figureComparison))
    }

    /// The figure of a unit, a team or the programme.
    func figure(of subject: Int32, window: Int) -> Double {
        let place = place(subject, window)
        if kindPlaces.isEmpty { return Double(done[place]) / 2 }
        return Double((0..<kindCount).count { done[place + $0] > 0 })
    }

    /// A unit or a team in a window.
    func judge(_ subject: Int32, window: Int, at moment: Moment) -> Judged {
        let reckoning = reckonings[window]
        guard space.holds(subject, on: reckoning, at: moment) else { return .left }
        let figure = figure(of: subject, window: window)
        let isSatisfied: Bool
        let required = requiredPlainly
        if reading.scheme == .reached {
            isSatisfied = figure > 0
        } else {
            isSatisfied = reading.rule.isSatisfied(required: required, done: figure)
        }
        if !isSatisfied, middles[window] != never, !space.holds(subject, on: middles[window], at: moment) {
            return .left
        }
        let unit = space.unit(of: subject, on: reckoning, at: moment)
        if reading.scheme == .reached {
            return Judged(unit: unit, isMet: isSatisfied, standing: isSatisfied ? .met : .notYetDue)
        }
        return judged(unit: unit, required: required, done: figure, window: window, at: moment)
    }
}
