import Records
import Storage
import Store
import Vocabulary

/// What a claim comes to, by the rule of its source and of its day.
struct ClaimHours {
    struct Part {
        var person: String
        /// Of the same source and year, in halves: what counts already, of claims that were confirmed.
        var before: Int
        var counted: Int
    }

    var rule: HourRuleDraft?
    /// Of the training, before what a person may have in a year.
    var halfHours: Int
    var people: [Part]

    /// So many half hours of a person and year, where the rule sets a limit.
    var cap: Int? { rule.flatMap { $0.capYear > 0 ? $0.capYear * 2 : nil } }
}

extension Reading {
    func hours(of claim: TrainingClaim) throws -> ClaimHours {
        let scheme = claim.scheme
        let rule = try hourRule(for: scheme.source, on: scheme.to)
        let whole = rule?.halfHours(of: scheme) ?? scheme.halfHours
        let confirmed = try all(
            TrainingClaim.self, for: .everybody,
            where: """
                stage = \(ClaimStage.approved) and source = \(scheme.source) and \(SQL.allBut(claim.code))
                and \(SQL.days(of: scheme.to.year, column: "to_day"))
                and code in (select claim from training_claim_people where person in (\(list: scheme.people)))
                """, order: "decided_day, code")
        var before: [String: Int] = [:]
        for other in confirmed where !other.activity.isEmpty {
            for line in try participationRecords(in: other.activity) {
                before[line.person, default: 0] += Int(line.hours * 2)
            }
        }
        var hours = ClaimHours(rule: rule, halfHours: whole, people: [])
        hours.people = scheme.people.map { person in
            let already = before[person] ?? 0
            let counted = hours.cap.map { max(0, min(whole, $0 - already)) } ?? whole
            return ClaimHours.Part(person: person, before: already, counted: counted)
        }
        return hours
    }
}
