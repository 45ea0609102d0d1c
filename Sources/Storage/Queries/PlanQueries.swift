public import Plans
public import Store
public import Vocabulary

/// A published edition as it is listed: everything but its body.
public struct EditionSummary: Hashable, Sendable, Identifiable {
    public var number: Int
    public var title: String
    public var inForce: Day
    public var publishedOn: Day
    /// SHA-256 of the plan's text.
    public var textHash: String

    public var id: Int { number }
}

/// A published edition with the answers (bindings) it was made with, as the plan language wrote them.
public struct StoredEdition: Hashable, Sendable {
    public var edition: PlanEdition
    public var answers: String?

    public init(_ edition: PlanEdition, answers: String? = nil) {
        self.edition = edition
        self.answers = answers
    }
}

extension Reading {
    /// All editions, oldest first.
    public func editions() throws -> [EditionSummary] {
        try connection.rows(
            "select number, title, in_force_day, published_day, text_hash from editions order by number"
        ) { row in
            EditionSummary(
                number: try row.integer("number"), title: try row.text("title"), inForce: try row.day("in_force_day"),
                publishedOn: try row.day("published_day"), textHash: try row.text("text_hash"))
        }
    }

    public func edition(number: Int) throws -> StoredEdition? {
        try connection.first(
            "select body, answers from editions where number = $1", [SQLValue(number)], StoredEdition.init(row:))
    }

    public func latestEdition() throws -> StoredEdition? {
        try connection.first(
            "select body, answers from editions where number = (select max(number) from editions)", [],
            StoredEdition.init(row:))
    }

    /// Number of the edition that governs a day: of those in force by then the one in force latest, and of two in force
    /// from the same day the one published later. A clause of an old plan answered late does not put a new plan aside.
    ///
    /// With `known`, of those published by that day: a plan published today with an earlier day in force does not change
    /// what was known then. Where none had been published, the first of all speaks, if it was in force:
    /// whatever is published later, it stays the first.
    public func editionNumber(inForceOn day: Day, knownAt known: Day? = nil) throws -> Int? {
        let governing = try connection.first(
            """
            select number from editions where in_force_day <= $1 and published_day <= $2
            order by in_force_day desc, number desc limit 1
            """, [SQLValue(day), SQLValue(known ?? Day(number: .max))]
        ) { try $0.integer("number") }
        if let governing { return governing }
        return try connection.first(
            """
            select number from editions
            where number = (select min(number) from editions) and in_force_day <= $1
            """, [SQLValue(day)]
        ) { try $0.integer("number") }
    }

    public func edition(inForceOn day: Day, knownAt known: Day? = nil) throws -> StoredEdition? {
        try editionNumber(inForceOn: day, knownAt: known).flatMap { try edition(number: $0) }
    }
}

extension WriteTransaction {
    public func nextEditionNumber() throws -> Int {
        let last = try connection.first("select coalesce(max(number), 0) as last from editions") {
            try $0.integer("last")
        }
        return (last ?? 0) + 1
    }

    /// Publishes: an edition is stored whole, and the schema lets nobody alter it.
    public func add(_ stored: StoredEdition) throws {
        let edition = stored.edition
        let textHash = SHA256.hex(Array(edition.text.utf8))
        let body = try StoredJSON.text(edition)
        try connection.execute(
            """
            insert into editions (number, title, in_force_day, published_day, text_hash, answers, body)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                SQLValue(edition.number), SQLValue(edition.title), SQLValue(edition.inForce),
                SQLValue(edition.publishedOn), SQLValue(textHash), SQLValue(stored.answers), SQLValue(body),
            ])
        let entry = JournaledEdition(
            title: edition.title, inForce: edition.inForce, publishedOn: edition.publishedOn, textHash: textHash,
            bodyHash: SHA256.hex(Array(body.utf8)), answers: stored.answers)
        try journal(act: "publish", kind: "edition", code: String(edition.number), after: StoredJSON.text(entry))
    }
}

/// In the journal an edition stands by its hashes: the text itself is stored once.
struct JournaledEdition: Codable, Hashable {
    var title: String
    var inForce: Day
    var publishedOn: Day
    var textHash: String
    var bodyHash: String
    var answers: String?
}

extension Reading {
    /// How the stored edition would stand in the journal.
    func journaledEdition(number: Int) throws -> JournaledEdition? {
        try connection.first(
            "select title, in_force_day, published_day, text_hash, body, answers from editions where number = $1",
            [SQLValue(number)]
        ) { row in
            JournaledEdition(
                title: try row.text("title"), inForce: try row.day("in_force_day"),
                publishedOn: try row.day("published_day"), textHash: try row.text("text_hash"),
                bodyHash: SHA256.hex(Array(try row.text("body").utf8)), answers: try row.textOrNil("answers"))
        }
    }
}

extension StoredEdition {
    fileprivate init(row: any SQLRow) throws {
        self.init(try EditionMemo.edition(row.text("body")), answers: try row.textOrNil("answers"))
    }
}
