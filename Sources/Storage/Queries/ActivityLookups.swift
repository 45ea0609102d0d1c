public import Records
import Spelling
public import Store
public import Vocabulary

/// Activities on record, narrowed as a page of them asks.
public struct ActivityQuestion: Hashable, Sendable {
    public enum Order: String, Sendable { case day, kind, unit, hours }

    /// Those begun by this day.
    public var begunBy: Day
    /// Only by what had been recorded by this day; nil: everything recorded to date.
    public var knownAt: Day?
    public var organiser: String?
    /// Whether units beneath the organiser count too.
    public var isBeneath = false
    public var kinds: Set<String>?
    /// Part of the title, or the whole code, as it was typed.
    public var title: String?
    public var year: Int?
    public var order = Order.day
    public var isDescending = true

    public init(begunBy: Day, knownAt: Day? = nil) {
        self.begunBy = begunBy
        self.knownAt = knownAt
    }
}

/// What a list tells of an activity, and what became of it.
public struct ListedActivity: Hashable, Sendable {
    public var code: String
    public var title: String
    public var kind: ActivityKind
    public var organiser: String
    public var from: Day
    public var hours: Double
    public var isVoided: Bool
    public var isCorrected: Bool
}

extension Reading {
    /// A page of activities; the newest first unless ordered otherwise.
    public func activities(_ question: ActivityQuestion, offset: Int, limit: Int) throws -> [ListedActivity] {
        let (condition, arguments) = Self.condition(question)
        let direction = question.isDescending ? " desc" : ""
        let newest = "from_day desc, code desc"
        let order =
            switch question.order {
            case .day: "from_day\(direction), code desc"
            case .kind: "kind\(direction), \(newest)"
            case .unit: "organiser\(direction), \(newest)"
            case .hours: "half_hours\(direction), \(newest)"
            }
        return try connection.rows(
            """
            select code, title, kind, organiser, from_day, half_hours,
                \(isVoided("activities", .activity, knownAt: 2)) as is_voided,
                \(isReplaced("activities", .activity, knownAt: 2)) as is_corrected
            from activities where \(condition) order by \(order)
            limit $\(arguments.count + 1) offset $\(arguments.count + 2)
            """, arguments + [SQLValue(limit), SQLValue(offset)]
        ) { row in
            ListedActivity(
                code: try row.text("code"), title: try row.text("title"), kind: try row.code("kind"),
                organiser: try row.text("organiser"), from: try row.day("from_day"),
                hours: try row.hours("half_hours"), isVoided: try row.flag("is_voided"),
                isCorrected: try row.flag("is_corrected"))
        }
    }

    public func activityCount(_ question: ActivityQuestion) throws -> Int {
        let (condition, arguments) = Self.condition(question)
        return try connection.first("select count(*) as found from activities where \(condition)", arguments) {
            try $0.integer("found")
        } ?? 0
    }

    /// The first and the last day on which an activity began, by what was known on a day; nil where there is none.
    public func daysOfActivities(knownAt: Day? = nil) throws -> (first: Day, last: Day)? {
        func day(_ order: String) throws -> Day? {
            try connection.first(
                "select from_day from activities where recorded_day <= $1 order by from_day\(order) limit 1",
                [SQLValue(knownAt: knownAt)]
            ) { try $0.day("from_day") }
        }
        guard let first = try day(""), let last = try day(" desc") else { return nil }
        return (first, last)
    }

    private static func condition(_ question: ActivityQuestion) -> (String, [SQLValue]) {
        var arguments = [SQLValue(question.begunBy), SQLValue(knownAt: question.knownAt)]
        var text = "from_day <= $1 and recorded_day <= $2"
        func add(_ condition: (Int) -> String, _ value: SQLValue) {
            arguments.append(value)
            text += " and " + condition(arguments.count)
        }
        if let unit = question.organiser {
            add({ question.isBeneath ? "organiser in (\(unitsBeneath($0)))" : "organiser = $\($0)" }, SQLValue(unit))
        }
        if let kinds = question.kinds {
            let places = kinds.sorted().map { kind -> String in
                arguments.append(.text(kind))
                return "$\(arguments.count)"
            }
            text += " and kind in (\(places.joined(separator: ", ")))"
        }
        if let title = question.title {
            text += " and " + FoldedSearch(title).isPart(of: "title", code: "code", in: .titles, &arguments)
        }
        if let year = question.year, let first = Day(year: year, month: 1, day: 1) {
            add({ "from_day >= $\($0)" }, SQLValue(first))
            add({ "from_day < $\($0)" }, SQLValue(first.adding(months: 12)))
        }
        return (text, arguments)
    }

    /// The correction that put an activity in another's place.
    public func correction(byActivity code: String) throws -> Correction? {
        try connection.first(
            """
            select code, activity, reason, made_by, recorded_day from corrections where activity_replacement = $1
            """, [SQLValue(code)]
        ) { row in
            Correction(
                code: try row.text("code"), record: RecordReference(.activity, try row.text("activity")),
                replacement: code, reason: try row.text("reason"), by: try row.text("made_by"),
                recorded: try row.day("recorded_day"))
        }
    }

    public func siteName(code: String) throws -> String? {
        try connection.first("select name from sites where code = $1", [SQLValue(code)]) { try $0.text("name") }
    }
}

extension SQL {
    /// Of the table of activities: that part of the title was typed, or the whole code, in whatever width or case.
    public static func activities(named typed: String) -> SQL {
        let folded = typed.folded
        let codes = typed.codeSpellings
        return """
            (code in (\(list: codes)) or replace(title, \(folded), '') <> title or code in (
                select activity from folded_titles where replace(title, \(folded), '') <> title))
            """
    }
}
