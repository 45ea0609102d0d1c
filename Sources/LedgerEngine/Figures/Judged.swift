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
        let isMet = reading.isSatisfied(required: required, done: done)
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

    /// The same in half units.
    @inline(__always)
    func halves(of subject: Int32, window: Int) -> Int32 {
        let place = place(subject, window)
        if kindPlaces.isEmpty { return done[place] }
        var kinds: Int32 = 0
        for kind in 0..<kindCount where done[place + kind] > 0 { kinds += 1 }
        return kinds * 2
    }

    /// A unit or a team in a window.
    @inline(__always)
    func judge(_ subject: Int32, window: Int, in columns: RecordColumns) -> Judged {
        let terms = terms[window]
        let borne = bearing[subject]
        guard borne.from <= terms.reckoning, terms.reckoning <= borne.until else { return .left }
        if !others.isEmpty { return judgeEither(subject, window: window, in: columns) }
        let done = halves(of: subject, window: window)
        let isMet = terms.isMet(done, isLimit: isLimit)
        if !isMet, terms.middle != never, terms.middle < borne.from || terms.middle > borne.until { return .left }
        let unit = space.kind == .unit ? subject : columns.teamRows[Int(subject)].unit
        if isMet { return Judged(unit: unit, isMet: true, standing: .met) }
        if reading.scheme == .reached { return Judged(unit: unit, isMet: false, standing: .notYetDue) }
        if !terms.tellsStandings || isLimit { return Judged(unit: unit, isMet: false, standing: .overdue) }
        let isOnCourse = done > 0 || terms.expected > 0
        return Judged(
            unit: unit, isMet: false,
            standing: done < terms.expected ? .behind : isOnCourse ? .onCourse : .notYetDue)
    }
}
