import Records
import Spelling
public import Store

/// What stands on record of one person, as somebody looks at it before it is destroyed: numbers, no contents.
public struct PersonalTraces: Hashable, Sendable {
    /// Names that they had, now and before.
    public var names = 0
    public var appointments = 0
    /// States of before a change that are kept.
    public var formerStates = 0
    /// Lines of the journal that tell of these.
    public var journalLines = 0
    /// What stays, under the number.
    public var participations = 0
    public var categories = 0
    public var memberships = 0
    public var rosterEntries = 0
    /// Others of the same name.
    public var namesakes = 0
    /// Texts about them that go as a whole, by table.
    public var ownTexts: [Text] = []
    /// Where the name stands in texts that people wrote, by table and column; the journal as such.
    public var texts: [Text] = []
    /// The same in texts that are never altered: names of units, plans.
    public var fixedTexts = 0

    public struct Text: Hashable, Sendable {
        public var table: String
        public var column: String
        public var rows: Int
    }
}

extension Reading {
    /// Throws where there is no such person.
    public func personalTraces(of code: String) throws -> PersonalTraces {
        var traces = PersonalTraces()
        let codes = try codes(of: code)
        let names = try namesEver(of: code)
        traces.names = names.count
        func count(_ table: String, where condition: SQL? = nil) throws -> Int {
            let condition = condition ?? "person in (\(list: codes))"
            return try connection.first(
                "select count(*) as found from \(table) where \(condition.text)", condition.values
            ) { try $0.integer("found") } ?? 0
        }
        traces.appointments = try count("appointments")
        traces.participations = try count("participations")
        traces.categories = try count("category_holdings")
        traces.memberships = try count("team_memberships")
        traces.rosterEntries = try count("roster_entries")
        traces.ownTexts = try personalTexts(about: codes).map {
            PersonalTraces.Text(table: $0.key, column: "", rows: $0.value)
        }
        for table in ["voidings", "corrections"] {
            let rows = try count(table, where: RecordedName.reasonsAbout(codes, in: table))
            if rows > 0 { traces.ownTexts.append(PersonalTraces.Text(table: table, column: "reason", rows: rows)) }
        }
        traces.ownTexts.sort { $0.table < $1.table }
        let changes = try codes.flatMap(personalChanges)
        traces.formerStates = changes.filter { $0.before != nil }.count
        traces.journalLines = Set(changes.map(\.seq)).count
        traces.namesakes = try namesakes(of: codes, names).count
        let sought = try nameInTexts(names, of: code)
        for (table, column) in try textColumns() where table != "journal" && !RecordedName.tables.contains(table) {
            let rows = try sweepable(table, column, sought).reduce(0) { $0 + $1.rows }
            guard rows > 0 else { continue }
            if RecordedName.fixedTables.contains(table) {
                traces.fixedTexts += rows
            } else {
                traces.texts.append(PersonalTraces.Text(table: table, column: column, rows: rows))
            }
        }
        let lines = try journalNaming(sought).filter { line in
            !changes.contains { $0.seq == line.seq } && RecordedName.isSwept(line)
        }
        if !lines.isEmpty {
            traces.texts.append(PersonalTraces.Text(table: "journal", column: "state_after", rows: lines.count))
        }
        return traces
    }

    /// Every name that the records ever had of a person, the present one first; of each record that is theirs.
    public func namesEver(of code: String) throws -> [String] {
        try codes(of: code).flatMap(namesOfRecord).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    private func namesOfRecord(_ code: String) throws -> [String] {
        var names: [String] = []
        func add(_ name: String?) {
            if let name, name != Person.destroyedName(code), !names.contains(name) { names.append(name) }
        }
        add(try personRecord(code: code)?.name)
        let changes = try personalChanges(of: code)
        for change in changes where change.kind == .person {
            add(try change.before.map { try StoredJSON.value([String: String].self, from: $0) }?["name"])
        }
        for row in try journalRows(seqs: changes.map(\.seq)) {
            guard let told = try? StoredJSON.value(JournaledPeople.self, from: row.after ?? "") else { continue }
            add(told.records?["person \(code)"]?["name"])
        }
        return names
    }

    /// Others who have one of the names today.
    func namesakes(of codes: [String], _ names: [String]) throws -> [String] {
        guard !names.isEmpty else { return [] }
        let question: SQL =
            "select code from persons where name in (\(list: names)) and code not in (\(list: codes))"
        return try connection.rows(question.text, question.values) { try $0.text("code") }
    }

    func nameInTexts(_ names: [String], of code: String) throws -> NameInTexts {
        var others: Set<String> = []
        for name in names {
            let question: SQL = """
                select name from persons where replace(name, \(name), '') <> name and name <> \(name)
                and code not in (\(list: try codes(of: code)))
                """
            others.formUnion(try connection.rows(question.text, question.values) { try $0.text("name") })
        }
        return NameInTexts(names, of: code, besides: others.subtracting(names).sorted())
    }

    /// The texts of a column that a name stands in, each once, and in how many rows.
    func sweepable(
        _ table: String, _ column: String, _ sought: NameInTexts
    ) throws -> [(text: String, swept: String, rows: Int)] {
        var found: [String: Int] = [:]
        for name in sought.names {
            try connection.query(
                """
                select \(column) as found, count(*) as held from \(table)
                where replace(\(column), $1, '') <> \(column) group by \(column)
                """, [SQLValue(name)]
            ) { found[try $0.text("found")] = try $0.integer("held") }
        }
        return found.sorted { $0.key < $1.key }.compactMap { text, rows in
            let swept = sought.swept(text, in: column)
            return swept == text ? nil : (text, swept, rows)
        }
    }

    func journalNaming(_ sought: NameInTexts) throws -> [JournalRow] {
        var found: [Int: JournalRow] = [:]
        for name in sought.names {
            let rows = try journalRows(
                where: """
                    (replace(state_after, \(name), '') <> state_after or replace(state_before, \(name), '') <> state_before)
                    """)
            for row in rows { found[row.seq] = row }
        }
        return found.values.filter { row in
            row.before.map { sought.swept($0) } != row.before || row.after.map { sought.swept($0) } != row.after
        }.sorted { $0.seq < $1.seq }
    }

    func journalRows(seqs: [Int]) throws -> [JournalRow] {
        let seqs = Set(seqs).sorted()
        return try stride(from: 0, to: seqs.count, by: 500).flatMap { start in
            try journalRows(where: "seq in (\(list: Array(seqs[start..<min(start + 500, seqs.count)])))")
        }
    }

    /// The rows of `record_changes` that concern who somebody is and what posts they held.
    func personalChanges(
        of code: String
    ) throws -> [(seq: Int, kind: PeopleRecordKind, code: String, before: String?)] {
        let mark = "\"person\":\"\(code)\""
        let question: SQL = """
            select seq, kind, code, state_before from record_changes
            where kind = 'person' and code = \(code)
            or kind = 'appointment' and (code in (select code from appointments where person = \(code))
                or replace(state_before, \(mark), '') <> state_before)
            order by seq
            """
        return try connection.rows(question.text, question.values) {
            (try $0.integer("seq"), try $0.code("kind"), try $0.text("code"), try $0.textOrNil("state_before"))
        }
    }
}

/// Where a person's name stands, and where it is looked for.
enum RecordedName {
    /// In a text that somebody wrote.
    static func instead(of code: String) -> String { Person.destroyedName(code) }
    /// What stands for a text that was destroyed as a whole.
    static let insteadOfText = "已销毁"

    /// Reasons of voidings or corrections of what somebody took part in.
    static func reasonsAbout(_ codes: [String], in table: String) -> SQL {
        "participation in (select code from participations where person in (\(list: codes)))"
    }

    /// A voiding or correction as the journal tells it.
    static func withoutReason(_ text: String) throws -> String {
        if var voiding = try? StoredJSON.value(Voiding.self, from: text) {
            voiding.reason = insteadOfText
            return try StoredJSON.text(voiding)
        }
        guard var told = try? StoredJSON.value(JournaledCorrection.self, from: text) else { return text }
        told.correction.reason = insteadOfText
        return try StoredJSON.text(told)
    }

    /// These are seen to by themselves, or hold no words.
    static let tables: Set<String> = [
        "persons", "folded_names", "folded_titles", "record_changes", "schema_migrations", "counters", "journal_head",
        "credentials", "former_passwords", "first_codes", "second_factors", "recovery_codes",
        "half_sign_ins", "sign_in_failures", "issuer_attempts", "fact_changes", "site_keys",
        "appointments", "participations", "category_holdings", "team_memberships", "roster_entries",
    ]

    /// Texts that others rest on: they name units and rules, hardly ever a person, and are not altered.
    static let fixedTables: Set<String> = [
        "units", "teams", "rosters", "sites", "site_topics", "editions", "settings", "calendar_years", "seat_plans",
        "seat_proposals", "seat_wishes", "own_columns", "activity_topics", "activity_audiences",
    ]

    private static let fixedKinds: Set<String> = [
        "unit", "team", "roster", "site", "edition", "plan", "setting", "calendar", "seatPlan", "book", "ownColumn",
    ]

    static func isSwept(_ line: JournalRow) -> Bool { !fixedKinds.contains(line.objectKind) }
}
