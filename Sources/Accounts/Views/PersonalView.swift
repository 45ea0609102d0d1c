import Storage
public import Store
public import Vocabulary

/// That somebody looked at what is held about a person on a day, or took a list of a unit's people away as a file
/// (查看记录). It is no act: the journal does not tell of it, and a day's second look leaves nothing more
/// (docs/decisions/0133).
public struct PersonalView: Hashable, Sendable {
    public enum About: Hashable, Sendable {
        case person(String)
        /// Everybody beneath a unit; nil: the whole town.
        case peopleOf(String?)
    }

    public enum Means: String, Sendable {
        case page, file
    }

    public var about: About
    public var day: Day
    /// Who looked.
    public var account: String
    public var means: Means
    /// The moment of the first on that day, UTC.
    public var at: String

    public init(_ about: About, on day: Day, by account: String, _ means: Means, at: String = "") {
        self.about = about
        self.day = day
        self.account = account
        self.means = means
        self.at = at
    }

    /// As long as a handler of personal data keeps its records of that (个人信息保护法, article 56).
    public static let yearsKept = 3

    fileprivate var key: [SQLValue] {
        let (kind, code) =
            switch about {
            case .person(let code): ("person", code)
            case .peopleOf(let unit): ("unit", unit ?? "*")
            }
        return [SQLValue(kind), SQLValue(code), SQLValue(day), SQLValue(account), SQLValue(means.rawValue)]
    }
}

extension Reading {
    /// Who looked at what is held about a person, the newest first: at their own pages, and at lists of the units that they
    /// serve in, which are given from their own up to the whole.
    public func personalViews(of person: String, in units: [String], limit: Int) throws -> [PersonalView] {
        let units = units + ["*"]
        let question: SQL = """
            select about_kind, about, viewed_day, account, means, first_at from personal_views
            where about_kind = 'person' and about in (\(list: try codes(of: person))) or about_kind = 'unit' and about in (\(list: units))
            order by viewed_day desc, first_at desc, account limit \(limit)
            """
        return try connection.rows(question.text, question.values) { row in
            let code = try row.text("about")
            let isPerson = try row.text("about_kind") == "person"
            return PersonalView(
                isPerson ? .person(code) : .peopleOf(code == "*" ? nil : code), on: try row.day("viewed_day"),
                by: try row.text("account"), try row.text("means") == "file" ? .file : .page,
                at: try row.text("first_at"))
        }
    }
}

extension Database {
    /// Notes one look; the first of a day takes away what is older than it is kept.
    public func note(_ view: PersonalView) throws {
        try write(by: view.account) { writing in
            let known = try writing.connection.first(
                """
                select 1 as one from personal_views
                where about_kind = $1 and about = $2 and viewed_day = $3 and account = $4 and means = $5
                """, view.key
            ) { _ in true }
            guard known == nil else { return }
            try writing.connection.execute(
                "delete from personal_views where viewed_day < $1", [SQLValue(view.day - PersonalView.yearsKept * 366)])
            try writing.connection.execute(
                """
                insert into personal_views (about_kind, about, viewed_day, account, means, first_at)
                values ($1, $2, $3, $4, $5, $6)
                """, view.key + [SQLValue(writing.at)])
        }
    }
}
