import LedgerEngine
import Plans
import Records
import Storage
import Store
import Vocabulary

/// What a unit has on record as held. It is only read here.
struct PastActivity: Noun {
    var code: String
    var kind: String
    var title: String
    var organiser: String
    var team: String?
    var from: Day
    var to: Day
    var topics: [Topic] = []

    static let table = Table<PastActivity>(
        "activities", Column("code") { $0.code }, Column("kind") { $0.kind }, Column("title") { $0.title },
        Column("organiser") { $0.organiser }, Column("team") { $0.team }, Column("from_day") { $0.from },
        Column("to_day") { $0.to }
    ) { code, kind, title, organiser, team, from, to in
        PastActivity(code: code, kind: kind, title: title, organiser: organiser, team: team, from: from, to: to)
    }
    static let lists = [
        NounList<PastActivity>(
            \.topics, owner: "activity",
            Table("activity_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) }))
    ]
    static let reach = Reach.unit("organiser")
}

extension Reading {
    /// What was held by a day and stands, by what was known on another, the latest first; so many at most.
    func pastActivities(
        where condition: SQL, kinds: [ActivityKind], by day: Day, knownAt: Day?, most: Int
    ) throws -> [PastActivity] {
        let known = knownAt ?? Day(number: .max)
        return try all(
            PastActivity.self, for: .everybody,
            where: """
                \(condition) and kind in (\(list: kinds.map(\.rawValue))) and to_day <= \(day) and recorded_day <= \(known)
                and not exists (
                    select v.code from voidings v where v.activity = activities.code and v.recorded_day <= \(known))
                and not exists (
                    select c.code from corrections c where c.activity = activities.code and c.recorded_day <= \(known))
                """, order: "from_day desc", limit: most)
    }

    /// The last that was held of what an obligation asks of a subject: what is proposed when it falls due again.
    func lastHeld(_ obligation: Obligation, by subject: Subject, of unit: String, on day: Day) throws -> PastActivity? {
        guard let binding = obligation.binding, let kinds = binding.kinds, !kinds.isEmpty else { return nil }
        var condition: SQL =
            subject.kind == .team ? "team = \(subject.code)" : "organiser = \(unit)"
        for topic in binding.topics + (binding.conditions?.topics ?? []) {
            condition =
                "\(condition) and code in (select t.activity from activity_topics t where t.topic = \(topic.rawValue))"
        }
        return try pastActivities(where: condition, kinds: kinds, by: day, knownAt: nil, most: 1).first
    }
}
