public import Records
public import Store
public import Vocabulary

/// What a list tells of an activity, without its topics, its audience and what was handed in.
public struct ActivityHeading: Hashable, Sendable {
    public var code: String
    public var title: String
    public var kind: ActivityKind
    public var from: Day
    public var to: Day
}

/// A participation that stands, with the activity in which it was recorded.
public struct TrainingLine: Hashable, Sendable {
    public var participation: Participation
    public var activity: ActivityHeading
    public var isActivityVoided: Bool
    public var isActivityCorrected: Bool
}

extension Reading {
    public func heading(ofActivity code: String) throws -> ActivityHeading? {
        try connection.first(
            "select code, title, kind, from_day, to_day from activities where code = $1", [SQLValue(code)]
        ) { row in
            ActivityHeading(
                code: try row.text("code"), title: try row.text("title"), kind: try row.code("kind"),
                from: try row.day("from_day"), to: try row.day("to_day"))
        }
    }

    /// A person's participations that stand by what was known on a day, in order of code.
    public func trainingFile(of person: String, knownAt: Day? = nil) throws -> [TrainingLine] {
        let same = try samePersons(knownAt: knownAt)
        return try same.codes(of: person).flatMap { try trainingLines(of: $0, as: person, knownAt: knownAt) }
            .filter { !same.isDouble($0.participation.code) }.sorted { $0.participation.code < $1.participation.code }
    }

    /// Those recorded of one staff number, told of a person.
    private func trainingLines(of code: String, as person: String, knownAt: Day?) throws -> [TrainingLine] {
        try connection.rows(
            """
            select p.code as code, p.activity as activity, p.part as part, p.half_hours as half_hours,
                p.completed as completed, p.recorded_day as recorded_day, a.title as title, a.kind as kind,
                a.from_day as from_day, a.to_day as to_day,
                \(isVoided("a", .activity, knownAt: 2)) as is_voided,
                \(isReplaced("a", .activity, knownAt: 2)) as is_corrected
            from participations p join activities a on a.code = p.activity
            where p.person = $1 and \(stands("p", .participation, knownAt: 2)) and a.recorded_day <= $2
            order by p.code
            """, [SQLValue(code), SQLValue(knownAt: knownAt)]
        ) { row in
            let activity = try row.text("activity")
            return TrainingLine(
                participation: Participation(
                    code: try row.text("code"), activity: activity, person: person, role: try row.code("part"),
                    hours: try row.hours("half_hours"), completed: try row.flag("completed"),
                    recorded: try row.day("recorded_day")),
                activity: ActivityHeading(
                    code: activity, title: try row.text("title"), kind: try row.code("kind"),
                    from: try row.day("from_day"), to: try row.day("to_day")),
                isActivityVoided: try row.flag("is_voided"), isActivityCorrected: try row.flag("is_corrected"))
        }
    }
}
