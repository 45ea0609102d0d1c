import Records
public import Spelling
import Storage
public import Store
public import Vocabulary

/// Something in a draft that keeps it from being recorded. Pages show each beside its field.
public enum ActivityProblem: Hashable, Sendable {
    case noTitle
    case titleTooLong(limit: Int)
    case titleUnfit(TextFlaw)
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
    case attachmentUnfit(position: Int, TextFlaw)
    case tooManyAttachments(limit: Int)
    case attachmentInTheFuture(String, Day)
    /// A day far from what it belongs to; asked about, unless nobody can mean it.
    case unlikely(UnlikelyDay)
    /// A kind, topic or category that can be no code.
    case unfitWord(String)
    case tooManyParticipants(limit: Int)
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

extension ActTransaction {
    /// In the words of an act that puts an activity on record for something else: `alike` where the records hold the same
    /// already, by its code, and `otherwise` for all else.
    public func refuse(
        _ refused: ActivityRefused, alike: (String) -> any Refusal, otherwise: any Refusal
    ) throws -> Never {
        for problem in refused.problems {
            if case .alreadyReported(let code) = problem { try refuse(alike(code)) }
        }
        try refuse(otherwise)
    }
}

extension ActivityDraft {
    static let longestDays = 1100
    static let hoursPerDay = 24.0

    public static let mostAttachments = 100
    public static let mostParticipants = 5000

    /// Everything that keeps this draft from being recorded on `today`. `replacing` names the activity it corrects;
    /// `confirmed` are days that were asked about and said to be right where they stand.
    public func problems(
        in records: some Reading, today: Day, replacing: String? = nil, confirmed: Set<ConfirmedDay> = []
    ) throws -> [ActivityProblem] {
        // What stands on record already was once taken: it need not be said to be right again.
        let recorded = try replacing.flatMap(records.activity(code:)).map {
            ActivityDraft($0, participants: []).confirmations
        }
        var problems = problemsOfItsOwn(today: today, confirmed.union(recorded ?? []))
        guard participants.count <= Self.mostParticipants else {
            return problems + [.tooManyParticipants(limit: Self.mostParticipants)]
        }
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

    private func problemsOfItsOwn(today: Day, _ confirmed: Set<ConfirmedDay>) -> [ActivityProblem] {
        var problems: [ActivityProblem] = []
        switch TextRule.title.flaw(in: title) {
        case nil: break
        case .empty: problems.append(.noTitle)
        case .tooLong(let limit): problems.append(.titleTooLong(limit: limit))
        case let flaw?: problems.append(.titleUnfit(flaw))
        }
        problems += ([kind.rawValue] + topics.map(\.rawValue) + audience.map(\.rawValue))
            .filter { TextRule.name.flaw(in: $0) != nil }.map { .unfitWord($0) }
        if to < from {
            problems.append(.endsBeforeItBegins)
        } else if to - from >= Self.longestDays {
            problems.append(.tooLong(days: to - from + 1, limit: Self.longestDays))
        }
        if to > today { problems.append(.notYetOver(to)) }
        let limit = Self.mostHours(from: from, to: to)
        if !hours.isInHalves { problems.append(.hoursNotInHalves(hours)) }
        if hours < 0 || hours > limit { problems.append(.hoursOutOfRange(hours, limit: limit)) }
        if let filed, filed > today { problems.append(.filedInTheFuture(filed)) }
        if let approved, approved > today { problems.append(.approvedInTheFuture(approved)) }
        if let filed, let approved, approved < filed { problems.append(.approvedBeforeFiled) }
        if let reported, reported > today { problems.append(.reportedInTheFuture(reported)) }
        if let reported, reported < to { problems.append(.reportedBeforeTheEnd(reported)) }
        problems += attachmentProblems(today: today)
        problems += spelled.unlikelyDays(today: today).filter {
            $0.isImpossible || !confirmed.contains($0.confirmation)
        }
        .map { .unlikely($0) }
        return problems
    }

    /// As many hours as the days have, of an activity as long as one may be.
    public static func mostHours(from: Day, to: Day) -> Double {
        Double(min(max(1, to - from + 1), longestDays)) * hoursPerDay
    }

    private func attachmentProblems(today: Day) -> [ActivityProblem] {
        guard attachments.count <= Self.mostAttachments else {
            return [.tooManyAttachments(limit: Self.mostAttachments)]
        }
        return attachments.enumerated().flatMap { index, attachment -> [ActivityProblem] in
            var problems: [ActivityProblem] = []
            switch TextRule.title.flaw(in: attachment.name) {
            case nil: break
            case .empty: problems.append(.attachmentWithoutName(position: index + 1))
            case let flaw?: problems.append(.attachmentUnfit(position: index + 1, flaw))
            }
            if attachment.day > today { problems.append(.attachmentInTheFuture(attachment.name, attachment.day)) }
            return problems
        }
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
