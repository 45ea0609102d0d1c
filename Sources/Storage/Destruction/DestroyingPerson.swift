public import Records
public import Store
public import Vocabulary

extension WriteTransaction {
    /// Destroys what the facts and the journal tell of who somebody is: names, month of birth, posts, now and before, of every
    /// record that is theirs, and the texts that desks keep about them. What is counted stays, under their number. With
    /// `inTexts` the names go out of texts that people wrote too.
    ///
    /// `others` are further lines of the journal as they shall read. The journal's chain holds as before, and all facts are
    /// summed anew: the sums of before would tell the destroyed values to whoever tries names (docs/decisions/0140).
    package func destroy(_ person: Person, inTexts: Bool, others: [JournalRow] = []) throws {
        let code = person.code
        let codes = try codes(of: code)
        let sought = try nameInTexts(try namesEver(of: code), of: code)
        var lines = Dictionary(others.map { ($0.seq, $0) }, uniquingKeysWith: { _, last in last })
        let final = try finalTables()

        for code in codes { try destroyChanges(of: code, &lines) }
        for row in try journalRows(where: "object_kind = 'book'") {
            var book = try StoredJSON.value(JournaledBook.self, from: row.after ?? "{}")
            guard book.sums != nil else { continue }
            book.sums = nil
            var line = row
            line.after = try StoredJSON.text(book)
            lines[row.seq] = line
        }
        try destroyTexts(about: codes, &lines)
        try discardForms(naming: codes)
        for record in try codes.compactMap({ try personRecord(code: $0) }) {
            try connection.execute(FactTable.persons.change, record.destroyed.columnValues)
            try connection.execute("delete from folded_names where person = $1", [SQLValue(record.code)])
            try connection.fold(record.destroyed.name, of: record.code, into: .names)
            try connection.execute("update appointments set post = null where person = $1", [SQLValue(record.code)])
        }
        if inTexts {
            try sweepTables(sought, final)
            for row in try journalNaming(sought) where RecordedName.isSwept(row) {
                var line = lines[row.seq] ?? row
                line.before = line.before.map(sought.sweptState)
                line.after = line.after.map(sought.sweptState)
                lines[row.seq] = line
            }
        }
        let seq = try redact(Array(lines.values), about: code)
        try connection.execute(
            "insert into fact_changes (seq, kind, code) values ($1, 'everything', 'all')", [SQLValue(seq)])
        try sealBooks()
    }

    /// States of before changes, and the journal's lines of these.
    private func destroyChanges(of code: String, _ lines: inout [Int: JournalRow]) throws {
        let changes = try personalChanges(of: code)
        var moved: [Int: FactSum] = [:]
        try lifting(["record_changes"]) {
            for change in changes {
                guard let before = change.before else { continue }
                var told = try StoredJSON.value([String: String].self, from: before)
                RecordedName.destroy(&told, change.kind, of: code)
                let after = try StoredJSON.text(told)
                let difference =
                    TouchedRecord(change.kind, change.code, before: after).sum
                    - TouchedRecord(change.kind, change.code, before: before).sum
                moved[change.seq] = (moved[change.seq] ?? FactSum()) + difference
                try connection.execute(
                    "update record_changes set state_before = $4 where seq = $1 and kind = $2 and code = $3",
                    [SQLValue(change.seq), SQLValue(change.kind), SQLValue(change.code), SQLValue(after)])
            }
        }
        for stored in try journalRows(seqs: changes.map(\.seq)) {
            let row = lines[stored.seq] ?? stored
            var told = try StoredJSON.value(JournaledPeople.self, from: row.after ?? "")
            for (key, record) in told.records ?? [:] {
                guard let kind = PeopleRecordKind(rawValue: String(key.prefix { $0 != " " })) else { continue }
                var record = record
                RecordedName.destroy(&record, kind, of: code)
                told.records?[key] = record
            }
            told.sums = FactSums()
            told.touched = told.touched + (moved[row.seq] ?? FactSum())
            var line = row
            line.after = try StoredJSON.text(told)
            lines[row.seq] = line
        }
    }

    /// What desks keep about somebody in words, and why something of theirs was voided or corrected.
    private func destroyTexts(about codes: [String], _ lines: inout [Int: JournalRow]) throws {
        try destroyPersonalTexts(of: codes, instead: RecordedName.insteadOfText, &lines)
        for table in ["voidings", "corrections"] {
            let about = RecordedName.reasonsAbout(codes, in: table)
            let reasons = try connection.rows(
                "select distinct participation from \(table) where \(about.text)", about.values
            ) { try $0.text("participation") }
            guard !reasons.isEmpty else { continue }
            try lifting(finalTables().contains(table) ? [table] : []) {
                try connection.execute(
                    "update \(table) set reason = '\(RecordedName.insteadOfText)' where \(about.text)", about.values)
            }
            for row in try journalRows(
                where: "object_kind = 'participation' and object_code in (\(list: reasons))")
            {
                var line = lines[row.seq] ?? row
                line.after = try line.after.map(RecordedName.withoutReason)
                if line != row { lines[row.seq] = line }
            }
        }
    }

    /// What others began to fill in about somebody by their number, and have not sent.
    private func discardForms(naming codes: [String]) throws {
        for (table, key) in [("form_drafts", "code"), ("kept_forms", "account")] {
            for code in codes {
                let named = try connection.rows(
                    "select \(key) as held, fields from \(table) where replace(fields, $1, '') <> fields",
                    [SQLValue(code)]
                ) { (key: try $0.text("held"), fields: try $0.text("fields")) }
                for form in named where NameInTexts.words(ofForm: form.fields).contains(code) {
                    try connection.execute("delete from \(table) where \(key) = $1", [SQLValue(form.key)])
                }
            }
        }
    }

    private func sweepTables(_ sought: NameInTexts, _ final: Set<String>) throws {
        var titles: Set<String> = []
        for (table, column) in try textColumns()
        where table != "journal" && !RecordedName.tables.contains(table) && !RecordedName.fixedTables.contains(table) {
            let texts = try sweepable(table, column, sought)
            guard !texts.isEmpty else { continue }
            try lifting(final.contains(table) ? [table] : []) {
                for text in texts {
                    if table == "activities", column == "title" {
                        titles.formUnion(
                            try connection.rows("select code from activities where title = $1", [SQLValue(text.text)]) {
                                try $0.text("code")
                            })
                    }
                    try connection.execute(
                        "update \(table) set \(column) = $2 where \(column) = $1",
                        [SQLValue(text.text), SQLValue(text.swept)])
                }
            }
        }
        for code in titles.sorted() {
            try connection.execute("delete from folded_titles where activity = $1", [SQLValue(code)])
            guard let activity = try activity(code: code) else { continue }
            try connection.fold(activity.title, of: code, into: .titles)
        }
    }
}

extension RecordedName {
    /// A record by its columns, where it is theirs.
    static func destroy(_ told: inout [String: String], _ kind: PeopleRecordKind, of code: String) {
        switch kind {
        case .person where told["code"] == code:
            told["name"] = Person.destroyedName(code)
            told["birth_month"] = Person.noBirthMonth
        case .appointment where told["person"] == code: told["post"] = nil
        default: break
        }
    }
}

extension Reading {
    /// Whether the journal holds and the facts are as it tells: what is summed anew is vouched for from then on.
    package func answersToTheJournal() throws -> Bool {
        var facts = FactsCheck(self)
        guard case .intact = try journalVerdict(limit: 1, each: { try facts.take($0) }) else { return false }
        try facts.finish()
        return facts.faults.isEmpty
    }
}

/// That somebody's data were destroyed: nothing is written of who they are any more, by hand or from a file.
public struct PersonDestroyed: Refusal {
    public var code: String
    public var field: String { "code" }
    public var words: Words {
        Words(
            "人员\(code)的个人信息已依法销毁，不能再登记其姓名、出生年月和职务",
            "What was held about \(code) was destroyed by law: no name, month of birth or post is recorded of them")
    }
}
