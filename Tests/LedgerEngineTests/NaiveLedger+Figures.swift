import LedgerEngine
import Plans
import Records
import Vocabulary

/// Windows, lengths, thresholds, standings.
extension NaiveLedger {
    func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year))) ?? edition.inForce
    }

    func days(_ from: Day, _ to: Day) -> [Day] { from <= to ? (from.number...to.number).map(Day.init(number:)) : [] }

    func reckoning(_ window: Span) -> Day { window.to.map { min(asOf, $0) } ?? asOf }

    /// The day on which members and subjects are asked for, as the rule would have it.
    func reckoning(_ window: Span, _ binding: Binding) -> Day {
        switch (binding.membership ?? .atEnd).reckoning {
        case .windowStart: window.from
        case .windowEnd: reckoning(window)
        case .asOf: asOf
        }
    }

    func windows(_ rule: Rule, _ binding: Binding) -> [Span] {
        let inForce = edition.inForce
        var all: [Span] = []
        switch rule.window {
        case nil: all = [(inForce, nil)]
        case .by(let day): all = [(min(inForce, day), day)]
        case .byEvery(let month, let day):
            for year in inForce.year...asOf.year + 1 {
                all.append((date(year - 1, month, day) + 1, date(year, month, day)))
            }
            all.removeAll { $0.to.map { $0 < inForce } ?? false }
        case .months, .quarters, .years:
            let length = rule.window?.months ?? 0
            if !rule.recurs {
                all = [(inForce, ending(inForce, months: length))]
            } else {
                let step = binding.step?.months ?? length
                var from = date(inForce.year, 1, 1)
                while from.adding(months: step) <= inForce { from = from.adding(months: step) }
                while from <= asOf {
                    all.append((from, ending(from, months: length)))
                    from = from.adding(months: step)
                }
            }
        }
        // Of two hundred years at most.
        return all.filter { $0.from <= asOf && ($0.to.map { $0 >= asOf - 73_000 } ?? true) }
    }

    // MARK: Times

    /// The last day of so many months that begin with a day.
    func ending(_ day: Day, months: Int) -> Day {
        var month = day.month + months
        var year = day.year
        while month > 12 { (month, year) = (month - 12, year + 1) }
        let last = Day.length(ofMonth: month, year: year)
        return day.civil.day > last ? date(year, month, last) : date(year, month, day.civil.day) - 1
    }

    /// Whole months, and days: thirtieths of a month, a part of one as a whole.
    func months(_ value: Double, _ unit: CountingUnit) -> (months: Int, days: Int)? {
        let months: [CountingUnit: Double] = [.month: 1, .quarter: 3, .year: 12]
        return months[unit].map {
            let thirtieths = Int((value * $0 * 30 - 1e-6).rounded(.up))
            return (thirtieths / 30, thirtieths % 30)
        }
    }

    func isWorked(_ day: Day) -> Bool { worked.contains(day) || (day.weekday <= 5 && !free.contains(day)) }

    func workingDays(_ activity: Activity) -> Int { days(activity.from, activity.to).count(where: isWorked) }

    func length(_ activity: Activity, in unit: CountingUnit) -> Double {
        switch unit {
        case .hour: activity.hours
        case .workingDay: Double(workingDays(activity))
        default: Double(activity.to - activity.from + 1)
        }
    }

    func lengthInDays(_ value: Double, _ unit: CountingUnit, from: Day) -> Double {
        if let time = months(value, unit) { return Double(ending(from, months: time.months) + time.days - from + 1) }
        return unit == .week ? value * 7 : value
    }

    func isLong(_ activity: Activity, _ condition: LengthCondition) -> Bool {
        let length = length(activity, in: condition.unit)
        let value = lengthInDays(condition.value, condition.unit, from: activity.from)
        return switch condition.comparison {
        case .atLeast, .range: length >= value
        case .atMost: length <= value
        case .about: length >= value * 0.7 - 1e-9 && length <= value * 1.3 + 1e-9
        }
    }

    /// The last day on which something asked so long before a day is in time.
    func back(_ day: Day, _ rule: Rule) -> Day {
        if rule.unit == .workingDay { return nth(rule.value, from: day, step: -1) }
        if let time = months(rule.value, rule.unit) { return day.adding(months: -time.months) - time.days }
        return day - wholeDays(rule)
    }

    /// The last day on which something asked within so long after a day is in time.
    func ahead(_ day: Day, _ rule: Rule) -> Day {
        if rule.unit == .workingDay { return nth(rule.value, from: day, step: 1) }
        if let time = months(rule.value, rule.unit) { return day.adding(months: time.months) + time.days }
        return day + wholeDays(rule)
    }

    private func wholeDays(_ rule: Rule) -> Int {
        let days = rule.unit == .week ? rule.value * 7 : rule.unit == .hour ? rule.value / 24 : rule.value
        return Int((days - 1e-9).rounded(.up))
    }

    private func nth(_ count: Double, from day: Day, step: Int) -> Day {
        var day = day
        var left = Int(count.rounded(.up))
        while left > 0 {
            day = day + step
            if isWorked(day) { left -= 1 }
        }
        return day
    }

    /// Whether the records can tell what is asked.
    func isMeant(_ rule: Rule, _ binding: Binding) -> Bool {
        if rule.isEither { return isMeantEither(rule, binding) }
        let times: [CountingUnit] = [.hour, .day, .workingDay, .week, .month, .quarter, .year]
        if let length = binding.length, !times.contains(length.unit) { return false }
        let isDays = times.contains(rule.unit) && (rule.unit != .hour || rule.value / 24 == (rule.value / 24).rounded())
        return switch rule.measure {
        case .duration: times.contains(rule.unit)
        case .leadTime: isDays
        case .deadline: isDays || binding.deadlineFrom == nil || binding.deadlineFrom == .fixedDay
        case .hours: rule.unit == .hour || !times.contains(rule.unit)
        default: true
        }
    }

    // MARK: Thresholds and standings

    func threshold(_ rule: Rule) -> Double {
        rule.comparison == .about ? (rule.value * 0.9 - 1e-9).rounded(.up) : rule.value
    }

    /// The rule as it is put to one person: the first tier whose category they hold gives the value.
    func rule(_ rule: Rule, _ binding: Binding, for subject: Subject?, on day: Day) -> Rule {
        guard let subject, subject.kind == .person, rule.measure != .share else { return rule }
        let tier = (binding.tiers ?? []).first { tier in
            book.categories.contains {
                $0.person == subject.code && $0.category == tier.category && holds($0.dated, on: day)
            }
        }
        var own = rule
        if let tier { own.value = tier.value }
        return own
    }

    func share(_ rule: Rule, of members: Int) -> Double {
        let percent = rule.comparison == .about ? rule.value * 0.9 : rule.value
        let exact = Double(members) * percent / 100
        return rule.comparison == .atMost ? (exact + 1e-9).rounded(.down) : (exact - 1e-9).rounded(.up)
    }

    func isLimit(_ rule: Rule) -> Bool {
        if rule.measure == .deadline { return false }
        if rule.measure == .duration, rule.bearer != .person, rule.bearer != .activity { return false }
        return rule.comparison == .atMost
    }

    func satisfies(_ rule: Rule, _ required: Double, _ done: Double) -> Bool {
        isLimit(rule) ? done <= required : done >= required
    }

    func pace(_ rule: Rule?, _ window: Span, _ required: Double, _ done: Double) -> Standing {
        if let rule, isLimit(rule) { return done <= required ? .met : .overdue }
        if done >= required { return .met }
        guard let to = window.to else { return done > 0 ? .onCourse : .notYetDue }
        if asOf > to { return .overdue }
        let elapsed = Double(asOf - window.from + 1)
        let expected = (required * elapsed / Double(to - window.from + 1) + 0.25).rounded(.down)
        if done < expected { return .behind }
        return done > 0 || expected > 0 ? .onCourse : .notYetDue
    }

    func forecasts(_ rule: Rule, _ binding: Binding) -> Bool {
        if binding.kinds == [.site], rule.measure == .count { return false }
        return switch rule.measure {
        case .count, .headcount, .hours: true
        case .duration: rule.bearer == .person
        default: false
        }
    }

    func estimate(_ window: Span, _ done: Double) -> Double? {
        guard let to = window.to, asOf <= to else { return nil }
        let elapsed = Double(asOf - window.from + 1)
        let length = Double(to - window.from + 1)
        guard elapsed * 12 >= length else { return nil }
        return max(done, (done * length / elapsed * 10 + 0.5).rounded(.down) / 10)
    }
}
