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
        case .duration:
            guard rule.bearer == .person || rule.bearer == .activity else { return .session }
            return [.hour, .workingDay].contains(rule.unit) ? rule.unit : .day
        case .deadline: return .session
        case .leadTime: return rule.unit == .workingDay ? .workingDay : .day
        case .hours: return .hour
        case .count: return rule.unit.said(of: obligation.binding?.kinds ?? [])
        case .headcount: return rule.unit
        }
    }

    /// 12次 of 60个, 199人 of 246人: `done` of `required`.
    public static func figures(of entry: LedgerEntry, _ obligation: Obligation, in language: Language) -> String {
        if let either = entry.alternatives {
            return either.inOrder.map { number, figure in
                var one = entry
                (one.required, one.done, one.alternatives) = (figure.required, figure.done, nil)
                return figures(of: one, obligation.choice(number), in: language)
            }.joined(separator: language == .zh ? "；或" : ", or ")
        }
        let unit = unit(of: obligation, subject: entry.subject.kind)
        switch language {
        case .zh:
            return "应\(amountText(entry.required, unit, in: .zh))，已\(amountText(entry.done, unit, in: .zh))"
        case .en: return "\(Figure.amount(entry.done)) of \(amountText(entry.required, unit, in: .en))"
        }
    }

    /// How “about so much” is read, for beside the figure: 200名左右 is reached with 180; nil where nothing is taken off.
    public static func aboutNote(_ obligation: Obligation, in language: Language) -> String? {
        guard !obligation.rule.isEither else {
            let notes = (0..<obligation.rule.figureCount).compactMap { aboutNote(obligation.choice($0), in: language) }
            return notes.isEmpty ? nil : notes.joined(separator: language == .zh ? "；" : "; ")
        }
        let rule = obligation.rule
        let isLessened =
            switch rule.measure {
            case .count, .headcount, .hours, .coverage: true
            case .share: obligation.binding?.shareOf != .onlineHours
            case .duration: rule.bearer == .person
            case .leadTime, .deadline: false
            }
        guard rule.comparison == .about, isLessened else { return nil }
        let text = amountText(rule.value, rule.unit, in: language)
        return language == .zh ? "“\(text)左右”按九成计" : "“about \(text)” counts from nine tenths"
    }

    /// Whom a row sums: persons, or subjects of another kind.
    private static func members(of obligation: Obligation) -> CountingUnit {
        if obligation.rule.bearer == .activity { return .subjectActivity }
        return switch obligation.binding?.population.subjects {
        case .persons: .person
        case .units: .subjectUnit
        case .teams: team(obligation.binding?.population.teamKinds ?? [])
        case .activities: .subjectActivity
        case .programme, nil: .subject
        }
    }

    /// Teams of one kind are counted by its name: 46个中心组.
    private static func team(_ kinds: [TeamKind]) -> CountingUnit {
        guard let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) else { return .subjectTeam }
        return switch kind {
        case .leadershipTeam: .subjectLeadershipTeam
        case .studyGroup: .subjectStudyGroup
        case .branch: .subjectBranch
        }
    }
}

extension CountingUnit {
    public static let subjectLeadershipTeam: Self = "subject-leadership-team"
    public static let subjectStudyGroup: Self = "subject-study-group"
    public static let subjectBranch: Self = "subject-branch"
    /// What is counted as subjects: 46个, 46个单位, 46个集体, 46项活动.
    public static let subject: Self = "subject"
    public static let subjectUnit: Self = "subject-unit"
    public static let subjectTeam: Self = "subject-team"
    public static let subjectActivity: Self = "subject-activity"
}
