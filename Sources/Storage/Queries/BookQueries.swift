public import Records
public import Store
public import Vocabulary

extension Reading {
    /// Every record, each list in order of its codes. Participations stand under the people they are of by the mergers given;
    /// nil: by those of today.
    public func recordBook(by same: SamePersons? = nil) throws -> RecordBook {
        var book = RecordBook()
        book.units = try units()
        book.persons = try persons()
        book.appointments = try appointments()
        book.categories = try categoryHoldings()
        book.teams = try teams()
        book.memberships = try teamMemberships()
        book.rosters = try rosters()
        book.rosterEntries = try rosterEntries()
        book.activities = try activities()
        book.participations = try participations(by: try same ?? samePersons())
        book.sites = try sites()
        book.voidings = try voidings()
        book.corrections = try corrections()
        return book
    }

    /// The same as it was known on a day, whatever was put in the place of what stood since.
    public func recordBook(knownAt day: Day) throws -> RecordBook {
        let former = try formerRecords(knownAt: day)
        return try recordBook(by: former.samePersons).restoring(former).known(at: day)
    }

    /// True where no unit has been recorded yet: a fresh directory.
    public func isEmpty() throws -> Bool {
        try connection.first("select count(*) as units from units") { try $0.integer("units") } == 0
    }
}

extension WriteTransaction {
    /// Brings in a whole book, as one change with one journal row. `progress` is told rows written and rows in all.
    public func insert(_ book: RecordBook, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws
    {
        try insert(
            book, participations: book.participations.count,
            each: { insert in for item in book.participations { try insert(item) } }, progress: progress)
    }

    /// The same with participations that are made one by one, for books that do not fit into memory.
    ///
    /// With a million and more of them the indexes are made afterwards: that is sorting instead of searching.
    public func insert(
        _ book: RecordBook, participations count: Int,
        each stream: (_ insert: (Participation) throws -> Void) throws -> Void,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        let before = try factSums()
        var sizes = book.sizes
        sizes["participations"] = count
        let total = sizes.values.reduce(0, +)
        var done = 0
        func each<Item>(_ items: [Item], _ insert: (Item) throws -> Void) throws {
            for item in items {
                try insert(item)
                done += 1
                if done.isMultiple(of: 5000) { progress(done, total) }
            }
        }
        try each(book.units.parentsFirst(), insert)
        try each(book.persons, insert)
        try each(book.appointments, insert)
        try each(book.categories, insert)
        try each(book.teams, insert)
        try each(book.memberships, insert)
        try each(book.rosters, insert)
        try each(book.rosterEntries, insert)
        try each(book.activities, insert)
        var series = SeriesHeights()
        try insertingMany(count) {
            let insert = try insertingParticipations()
            try stream { item in
                try insert(item)
                series.note(item.code)
                done += 1
                if done.isMultiple(of: 5000) { progress(done, total) }
            }
        }
        try each(book.sites, insert)
        try each(book.voidings, insert)
        try each(book.corrections, insert)
        try raiseCounters(past: book.activities.lazy.map(\.code))
        try raiseCounters(to: series)
        try raiseCounters(past: book.sites.lazy.map(\.code))
        try raiseCounters(past: book.voidings.lazy.map(\.code))
        try raiseCounters(past: book.corrections.lazy.map(\.code))
        try journal(
            act: "importBook", kind: "book", code: "all",
            after: StoredJSON.text(JournaledBook(rows: sizes, sums: try factSums() - before)), facts: .everything)
        progress(total, total)
    }

    /// Of very many participations the values are not checked, and the indexes are made afterwards.
    private func insertingMany(_ count: Int, _ body: () throws -> Void) throws {
        guard count >= 1_000_000 else { return try body() }
        for index in Migration.participationIndexes { try connection.execute("drop index \(index.name)") }
        // A participation has one of the parts that are allowed, and its hours were looked at when they became halves.
        if let off = connection.dialect.checking(false) { try connection.execute(off) }
        defer { if let on = connection.dialect.checking(true) { _ = try? connection.execute(on) } }
        try body()
        for index in Migration.participationIndexes { try connection.execute(index.statement) }
    }
}

/// How a book brought in whole stands in the journal: the numbers of its records, and the sums of its rows, by which they
/// can be told from rows that came another way. A book of an earlier program has no sums.
struct JournaledBook: Codable {
    var rows: [String: Int]?
    var sums: FactSums?
}

extension Reading {
    /// Whether an earlier program brought a book in, and nothing has been summed since.
    func hasUnsealedBooks() throws -> Bool {
        let books = try journal(ofKind: "book", code: "all")
        return try !books.isEmpty
            && !books.contains { try StoredJSON.value(JournaledBook.self, from: $0.after ?? "{}").sums != nil }
    }
}

extension WriteTransaction {
    /// Puts the sums of all facts into the journal: what is altered from now on is found.
    func sealBooks() throws {
        try journal(
            act: "seal", kind: "book", code: "all",
            after: StoredJSON.text(JournaledBook(rows: nil, sums: try factSums())))
    }
}

extension RecordBook {
    fileprivate var sizes: [String: Int] {
        [
            "units": units.count, "persons": persons.count, "appointments": appointments.count,
            "categories": categories.count, "teams": teams.count, "memberships": memberships.count,
            "rosters": rosters.count, "rosterEntries": rosterEntries.count, "activities": activities.count,
            "participations": participations.count, "sites": sites.count, "voidings": voidings.count,
            "corrections": corrections.count,
        ]
    }
}

extension [OrgUnit] {
    /// A parent must stand before its children; units whose parent is missing or that form a ring come last, to be
    /// refused by the schema.
    func parentsFirst() -> [OrgUnit] {
        var placed: Set<String> = []
        var sorted: [OrgUnit] = []
        var waiting = self
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.parent.map(placed.contains) ?? true }
            if ready.isEmpty { return sorted + waiting }
            sorted += ready
            placed.formUnion(ready.map(\.code))
            waiting.removeAll { placed.contains($0.code) }
        }
        return sorted
    }
}
