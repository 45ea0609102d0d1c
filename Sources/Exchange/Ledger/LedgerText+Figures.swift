public import LedgerEngine
public import Plans
public import Vocabulary

/// What the figures of an entry count in. It is not always the clause's own unit: a coverage of 100 % is counted in persons.
extension LedgerText {
    /// Of what an entry's `required` and `done` are so many.
    public static func unit(of obligation: Obligation, subject: Subject.Kind) -> CountingUnit {
        let rule = obligation.rule
        // A turnout is counted in person-times, of the whole and of every unit.
        if rule.isTurnout { return .personTime }
        if subject == .rollUp { return members(of: obligation) }
        switch rule.measure {
        case .coverage: return rule.bearer == .activity ? .person : members(of: obligation)
        case .share:
            switch obligation.binding?.shareOf {
            case .onlineHours: return .hour
            case .attendance, .completion: return .person
            case .population, nil: return members(of: obligation)
            }
        case .duration: return rule.bearer == .person || rule.bearer == .activity ? .day : .session
        case .deadline: return .session
        case .leadTime: return rule.unit == .workingDay ? .workingDay : .day
        case .hours: return .hour
        case .count, .headcount: return rule.unit
        }
    }

    /// 12次 of 60个, 199人 of 246人: `done` of `required`.
    public static func figures(of entry: LedgerEntry, _ obligation: Obligation, in language: Language) -> String {
        let unit = unit(of: obligation, subject: entry.subject.kind)
        switch language {
        case .zh:
            return "应\(amountText(entry.required, unit, in: .zh))，已\(amountText(entry.done, unit, in: .zh))"
        case .en: return "\(Figure.plain(entry.done)) of \(amountText(entry.required, unit, in: .en))"
        }
    }

    /// Persons, or subjects of another kind.
    private static func members(of obligation: Obligation) -> CountingUnit {
        switch obligation.binding?.population.subjects {
        case .persons: .person
        case .programme, .units, .teams, .activities, nil: .subject
        }
    }
}

extension CountingUnit {
    /// A unit, team or activity, where these are counted as subjects: 46个.
    public static let subject: Self = "subject"
}
