public import Records
import Spelling
public import Store
public import Vocabulary

/// Single records and simple questions that an act asks before it writes.
extension Reading {
    public func unit(code: String) throws -> OrgUnit? { try record(OrgUnit.self, code: code) }

    /// The units that stand beneath no other, in order of code.
    public func rootUnits() throws -> [OrgUnit] { try records(OrgUnit.self, "where parent is null order by code") }

    public func team(code: String) throws -> Team? { try record(Team.self, code: code) }

    /// Of one unit, in order of code.
    public func teams(of unit: String) throws -> [Team] { try records(Team.self, where: "unit", is: unit) }

    /// Those codes that are no person's.
    public func unknownPersons(among codes: some Sequence<String>) throws -> Set<String> {
        let statement = try connection.statement("select 1 from persons where code = $1")
        var unknown: Set<String> = []
        for code in codes {
            statement.bind(code, at: 1)
            if try !statement.run() { unknown.insert(code) }
        }
        return unknown
    }

    /// Codes of live activities that a reader would call the same: kind, organiser, team, days and title, whatever the
    /// width, case or spacing of the title.
    public func activities(sameAs activity: Activity) throws -> [String] {
        try activities(titledAs: activity, "a.from_day = $3 and a.to_day = $4", activity.from, activity.to)
            .filter { $0.team == activity.team }.map(\.code)
    }

    /// The same on some of its days, or on the day before or behind them, whatever the team: perhaps the one that is meant.
    public func activities(besides activity: Activity) throws -> [(code: String, team: String?, span: DaySpan)] {
        try activities(
            titledAs: activity, "a.to_day >= $3 and a.from_day <= $4", activity.from - 1, activity.to + 1)
    }

    /// Live ones of the same kind, organiser and title, of certain days.
    private func activities(
        titledAs activity: Activity, _ days: String, _ from: Day, _ to: Day
    ) throws -> [(code: String, team: String?, span: DaySpan)] {
        let title = ReadText(activity.title)
        return try connection.rows(
            """
            select a.code as code, a.team as team, a.title as title, a.from_day as from_day, a.to_day as to_day
            from activities a
            where a.organiser = $1 and a.kind = $2 and \(days)
                and not exists (select 1 from voidings v where v.activity = a.code)
                and not exists (select 1 from corrections c where c.activity = a.code)
            order by a.code
            """, [SQLValue(activity.organiser), SQLValue(activity.kind), SQLValue(from), SQLValue(to)]
        ) {
            (
                code: try $0.text("code"), team: try $0.textOrNil("team"),
                span: DaySpan(from: try $0.day("from_day"), until: try $0.day("to_day")), title: try $0.text("title")
            )
        }
        .filter { ReadText($0.title) == title }.map { ($0.code, $0.team, $0.span) }
    }

    /// True where the record exists.
    public func has(_ record: RecordReference) throws -> Bool {
        try connection.first("select code from \(record.kind.table) where code = $1", [SQLValue(record.code)]) { _ in
            true
        } ?? false
    }

    /// The voiding of a record, where there is one.
    public func voiding(of record: RecordReference) throws -> Voiding? {
        try connection.first(
            "select code, reason, made_by, recorded_day from voidings where \(record.kind.rawValue) = $1",
            [SQLValue(record.code)]
        ) { row in
            Voiding(
                code: try row.text("code"), record: record, reason: try row.text("reason"),
                by: try row.text("made_by"), recorded: try row.day("recorded_day"))
        }
    }

    /// The correction that replaced a record, where there is one.
    public func correction(of record: RecordReference) throws -> Correction? {
        let column = record.kind.rawValue
        return try connection.first(
            """
            select code, \(column)_replacement as replacement, reason, made_by, recorded_day from corrections
            where \(column) = $1
            """, [SQLValue(record.code)]
        ) { row in
            Correction(
                code: try row.text("code"), record: record, replacement: try row.text("replacement"),
                reason: try row.text("reason"), by: try row.text("made_by"), recorded: try row.day("recorded_day"))
        }
    }

    /// Participations that stand and belong to an activity, by what was known on a day: its own and those of the activities
    /// that it had replaced by then, these first.
    /// `endedOn`: of an activity that was replaced on a day, those that stood until then.
    public func liveParticipations(in activity: String, knownAt: Day? = nil, endedOn: Day? = nil) throws
        -> [Participation]
    {
        var chain = [activity]
        while let replaced = try connection.first(
            "select activity from corrections where activity_replacement = $1 and recorded_day <= $2",
            [SQLValue(chain[0]), SQLValue(knownAt: knownAt)], { try $0.text("activity") }), !chain.contains(replaced)
        {
            chain.insert(replaced, at: 0)
        }
        let live = try chain.flatMap { link in
            try participations(
                """
                p where activity = $1 and p.recorded_day <= $2 and not \(isVoided("p", .participation, knownAt: 3))
                and not \(isReplaced("p", .participation, knownAt: 3)) order by code
                """,
                [SQLValue(link), SQLValue(knownAt: knownAt), SQLValue(knownAt: endedOn.map { $0 - 1 } ?? knownAt)])
        }
        return try samePersons(knownAt: knownAt).settled(live)
    }
}

extension RecordReference.Kind {
    fileprivate var table: String {
        switch self {
        case .activity: "activities"
        case .participation: "participations"
        case .site: "sites"
        }
    }
}
