public import Records

/// What is to become of units and people, as one change: what is new, and what takes the place of what stood.
public struct PeopleEdits: Sendable {
    public var units: [Edit<OrgUnit>] = []
    public var persons: [Edit<Person>] = []
    public var appointments: [Edit<Appointment>] = []
    public var categories: [Edit<CategoryHolding>] = []
    public var teams: [Edit<Team>] = []
    public var memberships: [Edit<TeamMembership>] = []
    public var rosters: [Edit<Roster>] = []
    public var rosterEntries: [Edit<RosterEntry>] = []
    public var mergers: [Edit<PersonMerger>] = []
    /// What says once more what another record says, and goes; `record_changes` keeps it.
    public var removed: [Removal] = []

    public struct Removal: Sendable {
        public var kind: PeopleRecordKind
        public var code: String
        /// As it stood, by its columns.
        public var before: [String: String]

        public init<Record: SpanRecord>(_ record: Record) {
            kind = Record.recordKind
            code = record.code
            before = record.columnsTold
        }
    }

    /// One record: as it stood, nil where it is new; and as it shall stand.
    public struct Edit<Record: PeopleRecord>: Sendable {
        public var before: Record?
        public var after: Record

        public init(_ after: Record, before: Record? = nil) {
            self.before = before
            self.after = after
        }
    }

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// The one person whom everything is about; nil where units, teams or rosters change too, or more than one person.
    var onlyPerson: String? {
        guard units.isEmpty, teams.isEmpty, rosters.isEmpty, mergers.isEmpty, removed.isEmpty else { return nil }
        var people: Set<String> = []
        for edit in persons { people.insert(edit.after.code) }
        for edit in appointments { people.formUnion([edit.after.person, edit.before?.person].compactMap(\.self)) }
        for edit in categories { people.formUnion([edit.after.person, edit.before?.person].compactMap(\.self)) }
        for edit in memberships { people.formUnion([edit.after.person, edit.before?.person].compactMap(\.self)) }
        for edit in rosterEntries { people.formUnion([edit.after.person, edit.before?.person].compactMap(\.self)) }
        return people.count == 1 ? people.first : nil
    }

    public var count: Int {
        units.count + persons.count + appointments.count + categories.count + teams.count + memberships.count
            + rosters.count + rosterEntries.count + mergers.count + removed.count
    }
}

/// A change that a file brought: told once for all the records that it touched.
public struct ImportedFile: Hashable, Sendable, Codable {
    /// What the rows are: `persons`.
    public var kind: String
    /// The file's name, as whoever handed it in called it.
    public var file: String
    /// Of the file's bytes, SHA-256.
    public var hash: String
    public var rows: Int
    public var new: Int
    public var changed: Int

    public init(kind: String, file: String, hash: String, rows: Int, new: Int, changed: Int) {
        self.kind = kind
        self.file = file
        self.hash = hash
        self.rows = rows
        self.new = new
        self.changed = changed
    }
}
