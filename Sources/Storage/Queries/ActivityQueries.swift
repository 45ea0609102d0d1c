public import Records
public import Store
import Vocabulary

extension Reading {
    /// Every one, in order of code.
    public func activities() throws -> [Activity] {
        try activities("order by code", lists: "", [])
    }

    public func activity(code: String) throws -> Activity? {
        try activities("where code = $1", lists: "where activity = $1", [SQLValue(code)]).first
    }

    private func activities(_ condition: String, lists: String, _ arguments: [SQLValue]) throws -> [Activity] {
        let topics: ActivityWords<Topic> = try words("topic", in: "activity_topics", lists, arguments)
        let audiences: ActivityWords<PersonCategory> = try words(
            "category", in: "activity_audiences", lists, arguments)
        var attachments: [String: [Attachment]] = [:]
        try connection.query(
            "select activity, name, handed_in_day from attachments \(lists) order by activity, place", arguments
        ) { row in
            attachments[try row.text("activity"), default: []].append(
                Attachment(try row.text("name"), on: try row.day("handed_in_day")))
        }
        return try connection.rows(
            """
            select code, kind, title, organiser, team, from_day, to_day, half_hours, filed_day, approved_day,
                reported_day, recorded_day
            from activities \(condition)
            """, arguments
        ) { row in
            let code = try row.text("code")
            return Activity(
                code: code, kind: try row.code("kind"), title: try row.text("title"),
                organiser: try row.text("organiser"), team: try row.textOrNil("team"), from: try row.day("from_day"),
                to: try row.day("to_day"), hours: try row.hours("half_hours"), topics: topics[code],
                audience: audiences[code], filed: try row.dayOrNil("filed_day"),
                approved: try row.dayOrNil("approved_day"), reported: try row.dayOrNil("reported_day"),
                attachments: attachments[code] ?? [], recorded: try row.day("recorded_day"))
        }
    }

    /// One word a row, in order of place: of a province millions, which mostly lie as they were written.
    private func words<Word: RawRepresentable<String>>(
        _ column: String, in table: String, _ condition: String, _ arguments: [SQLValue]
    ) throws -> ActivityWords<Word> {
        func read(_ order: String) throws -> ActivityWords<Word>? {
            var words = ActivityWords<Word>()
            var isInOrder = true
            try connection.stream("select activity, place, \(column) from \(table) \(condition) \(order)", arguments) {
                guard isInOrder else { return }
                isInOrder = try words.add($0)
            }
            return isInOrder ? words : nil
        }
        return try read("") ?? read("order by activity, place") ?? ActivityWords()
    }

    /// As they count: those of people who were merged under the one kept, by what was known on a day.
    func participations(by same: SamePersons) throws -> [Participation] {
        same.settled(try participations("order by code", []))
    }

    public func participations(in activity: String) throws -> [Participation] {
        try samePersons().settled(try participationRecords(in: activity))
    }

    /// As they were recorded.
    public func participationRecords(in activity: String) throws -> [Participation] {
        try participations("where activity = $1 order by code", [SQLValue(activity)])
    }

    public func participation(code: String) throws -> Participation? {
        try participations("where code = $1", [SQLValue(code)]).first
    }

    func participations(_ condition: String, _ arguments: [SQLValue]) throws -> [Participation] {
        try connection.rows(
            "select code, activity, person, part, half_hours, completed, recorded_day from participations \(condition)",
            arguments
        ) { row in
            Participation(
                code: try row.text("code"), activity: try row.text("activity"), person: try row.text("person"),
                role: try row.code("part"), hours: try row.hours("half_hours"), completed: try row.flag("completed"),
                recorded: try row.day("recorded_day"))
        }
    }

    /// Every one, in order of code.
    public func sites() throws -> [Site] {
        var topics: [String: [Topic]] = [:]
        try connection.query("select site, topic from site_topics order by site, place", []) {
            topics[try $0.text("site"), default: []].append(try $0.code("topic"))
        }
        return try connection.rows("select code, name, unit, \(datedColumns) from sites order by code") { row in
            let code = try row.text("code")
            return Site(
                code: code, name: try row.text("name"), unit: try row.text("unit"), topics: topics[code] ?? [],
                dated: try row.dated())
        }
    }
}

extension WriteTransaction {
    func insert(_ activity: Activity) throws {
        let code = SQLValue(activity.code)
        try connection.execute(
            """
            insert into activities (code, kind, title, organiser, team, from_day, to_day, half_hours, filed_day,
                approved_day, reported_day, recorded_day)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                code, SQLValue(activity.kind), SQLValue(activity.title), SQLValue(activity.organiser),
                SQLValue(activity.team), SQLValue(activity.from), SQLValue(activity.to),
                try SQLValue(hours: activity.hours), SQLValue(activity.filed), SQLValue(activity.approved),
                SQLValue(activity.reported), SQLValue(activity.recorded),
            ])
        try connection.fold(activity.title, of: activity.code, into: .titles)
        for (place, topic) in activity.topics.enumerated() {
            try connection.execute(
                "insert into activity_topics (activity, place, topic) values ($1, $2, $3)",
                [code, SQLValue(place), SQLValue(topic)])
        }
        for (place, category) in activity.audience.enumerated() {
            try connection.execute(
                "insert into activity_audiences (activity, place, category) values ($1, $2, $3)",
                [code, SQLValue(place), SQLValue(category)])
        }
        for (place, attachment) in activity.attachments.enumerated() {
            try connection.execute(
                "insert into attachments (activity, place, name, handed_in_day) values ($1, $2, $3, $4)",
                [code, SQLValue(place), SQLValue(attachment.name), SQLValue(attachment.day)])
        }
    }

    func insert(_ participation: Participation) throws { try insertingParticipations()(participation) }

    /// Inserts participations one after the other by one statement.
    func insertingParticipations() throws -> (Participation) throws -> Void {
        let statement = try connection.statement(
            """
            insert into participations (code, activity, person, part, half_hours, completed, recorded_day)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        return { participation in
            statement.bind(participation.code, at: 1)
            statement.bind(participation.activity, at: 2)
            statement.bind(participation.person, at: 3)
            statement.bind(participation.role.rawValue, at: 4)
            statement.bind(try SQLValue.halves(of: participation.hours), at: 5)
            statement.bind(participation.completed ? 1 : 0, at: 6)
            statement.bind(Int64(participation.recorded.number), at: 7)
            try statement.run()
        }
    }

    func insert(_ site: Site) throws {
        try connection.execute(
            "insert into sites (code, name, unit, \(datedColumns)) values ($1, $2, $3, $4, $5, $6, $7)",
            [SQLValue(site.code), SQLValue(site.name), SQLValue(site.unit)] + SQLValue.dated(site.dated))
        for (place, topic) in site.topics.enumerated() {
            try connection.execute(
                "insert into site_topics (site, place, topic) values ($1, $2, $3)",
                [SQLValue(site.code), SQLValue(place), SQLValue(topic)])
        }
    }
}
