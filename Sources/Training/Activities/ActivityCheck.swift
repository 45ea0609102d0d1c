import Records
public import Storage
public import Vocabulary

/// Something in a draft that keeps it from being recorded. Pages show each beside its field.
public enum ActivityProblem: Hashable, Sendable {
    case noTitle
    case titleTooLong(limit: Int)
    case endsBeforeItBegins
    case tooLong(days: Int, limit: Int)
    /// Only what has been held is reported.
    case notYetOver(Day)
    case unknownOrganiser(String)
    case organiserNotOpen(String, on: Day)
    case unknownTeam(String)
    case teamOfAnotherUnit(String)
    case teamNotOpen(String, on: Day)
    case hoursNotInHalves(Double)
    case hoursOutOfRange(Double, limit: Double)
    case filedInTheFuture(Day)
    case approvedInTheFuture(Day)
    case approvedBeforeFiled
    case reportedInTheFuture(Day)
    case reportedBeforeTheEnd(Day)
    case attachmentWithoutName(position: Int)
    case attachmentInTheFuture(String, Day)
    case unknownPerson(String)
    case personTwice(String)
    case participantHours(String, Double)
    /// The same activity stands in the records already.
    case alreadyReported(code: String)
}

/// A draft was not recorded; every problem found, in the order of the form.
public struct ActivityRefused: Error, Hashable, Sendable {
    public var problems: [ActivityProblem]
}

extension ActivityDraft {
    static let longestTitle = 120
    static let longestDays = 1100
    static let hoursPerDay = 24.0

    /// Everything that keeps this draft from being recorded on `today`. `replacing` names the activity it corrects.
    public func problems(in records: some Reading, today: Day, replacing: String? = nil) throws -> [ActivityProblem] {
        var problems = problemsOfItsOwn(today: today)
        if let unit = try records.unit(code: organiser) {
            if !unit.span.contains(from) { problems.append(.organiserNotOpen(organiser, on: from)) }
        } else {
            problems.append(.unknownOrganiser(organiser))
        }
        if let team {
            if let found = try records.team(code: team) {
                if found.unit != organiser { problems.append(.teamOfAnotherUnit(team)) }
                if !found.dated.span.contains(from) { problems.append(.teamNotOpen(team, on: from)) }
            } else {
                problems.append(.unknownTeam(team))
            }
        }
        problems += try participantProblems(in: records)
        let same = try records.activities(sameAs: activity(code: "", recorded: today)).first { $0 != replacing }
        if let same { problems.append(.alreadyReported(code: same)) }
        return problems
    }

    private func problemsOfItsOwn(today: Day) -> [ActivityProblem] {
        var problems: [ActivityProblem] = []
        if title.trimmed.isEmpty { problems.append(.noTitle) }
        if title.trimmed.count > Self.longestTitle { problems.append(.titleTooLong(limit: Self.longestTitle)) }
        if to < from {
            problems.append(.endsBeforeItBegins)
        } else if to - from >= Self.longestDays {
            problems.append(.tooLong(days: to - from + 1, limit: Self.longestDays))
        }
        if to > today { problems.append(.notYetOver(to)) }
        let limit = Double(max(1, to - from + 1)) * Self.hoursPerDay
        if !hours.isInHalves { problems.append(.hoursNotInHalves(hours)) }
        if hours < 0 || hours > limit { problems.append(.hoursOutOfRange(hours, limit: limit)) }
        if let filed, filed > today { problems.append(.filedInTheFuture(filed)) }
        if let approved, approved > today { problems.append(.approvedInTheFuture(approved)) }
        if let filed, let approved, approved < filed { problems.append(.approvedBeforeFiled) }
        if let reported, reported > today { problems.append(.reportedInTheFuture(reported)) }
        if let reported, reported < to { problems.append(.reportedBeforeTheEnd(reported)) }
        for (index, attachment) in attachments.enumerated() {
            if attachment.name.trimmed.isEmpty { problems.append(.attachmentWithoutName(position: index + 1)) }
            if attachment.day > today { problems.append(.attachmentInTheFuture(attachment.name, attachment.day)) }
        }
        return problems
    }

    private func participantProblems(in records: some Reading) throws -> [ActivityProblem] {
        var problems: [ActivityProblem] = []
        var seen: Set<String> = []
        let unknown = try records.unknownPersons(among: participants.lazy.map(\.person))
        for participant in participants {
            if !seen.insert(participant.person).inserted {
                problems.append(.personTwice(participant.person))
            } else if unknown.contains(participant.person) {
                problems.append(.unknownPerson(participant.person))
            }
            let credited = participant.hours
            if !credited.isInHalves || credited < 0 || credited > max(hours, 0) {
                problems.append(.participantHours(participant.person, credited))
            }
        }
        return problems
    }
}

extension Double {
    fileprivate var isInHalves: Bool { isFinite && (self * 2) == (self * 2).rounded() }
}
