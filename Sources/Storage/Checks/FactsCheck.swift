import Records
import Spelling
import Store

/// Whether the records are as the journal tells: each record that has a row of its own is held against it, and all of
/// them together against the sums of the books that were brought in.
struct FactsCheck<Records: Reading>: ContentCheck {
    private let records: Records
    /// What all tables should come to. Nil once a book without a sum was met, until a seal.
    private var told: FactSums? = FactSums()
    private var feed: [(seq: Int, what: FactChange.What)] = []
    private var editions: Set<Int> = []
    private var sites: [String: Site]?
    private var seatPlans: SeatPlansCheck<Records>
    private var settings: SettingsCheck<Records>
    private var people: PeopleCheck<Records>
    private(set) var faults: [FactFault] = []

    init(_ records: Records) {
        self.records = records
        seatPlans = SeatPlansCheck(records)
        settings = SettingsCheck(records)
        people = PeopleCheck(records)
    }

    /// Takes in the journal's rows one after the other.
    mutating func take(_ row: JournalRow) throws {
        let records = records
        do {
            switch row.act {
            case "report":
                let told = try StoredJSON.value(JournaledActivity.self, from: row.after ?? "")
                try check(told.activity, told.participations, row.seq)
                feed.append((row.seq, .activity(told.activity.code)))
            case "correct":
                let told = try StoredJSON.value(JournaledCorrection.self, from: row.after ?? "")
                try check(told.activity, told.participations, row.seq)
                let correction = told.correction
                try check(correction, in: .corrections, correction.code, row.seq) {
                    try records.correction(code: correction.code)
                }
                feed.append((row.seq, .correction(correction.code)))
            case "void":
                let voiding = try StoredJSON.value(Voiding.self, from: row.after ?? "")
                try check(voiding, in: .voidings, voiding.code, row.seq) { try records.voiding(code: voiding.code) }
                feed.append((row.seq, .voiding(voiding.code)))
            case "addSite":
                let site = try StoredJSON.value(Site.self, from: row.after ?? "")
                let known =
                    try sites
                    ?? Dictionary(
                        records.sites().map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
                sites = known
                try check(site, in: .sites, site.code, row.seq) { known[site.code] }
                try count([.siteTopics], of: site.code)
                feed.append((row.seq, .site(site.code)))
            case "publish": try checkEdition(row)
            case "importBook":
                if let sums = try StoredJSON.value(JournaledBook.self, from: row.after ?? "").sums {
                    told = told.map { $0 + sums }
                } else {
                    told = nil
                }
                feed.append((row.seq, .everything))
            case "seal": told = try StoredJSON.value(JournaledBook.self, from: row.after ?? "").sums
            case "set", "calendar": try settings.take(row)
            default:
                guard PeopleCheck<Records>.concerns(row) else { return try seatPlans.take(row) }
                guard let change = try people.take(row) else { return }
                told = told.map { $0 + change.sums }
                feed.append((row.seq, change.feed))
            }
        } catch is DecodingError {
            faults.append(.untold(seq: row.seq))
        }
    }

    /// After the last row: what no single row tells.
    mutating func finish() throws {
        try checkSums()
        try checkFeed()
        for summary in try records.editions() where !editions.contains(summary.number) {
            faults.append(.unjournaled(table: "editions", code: String(summary.number)))
        }
        faults += try seatPlans.faults()
        faults += try settings.faults()
        faults += try people.faults()
        try checkFolded()
        try checkTree()
    }

    private mutating func check(_ activity: Activity, _ participations: [Participation], _ seq: Int) throws {
        let records = records
        try check(activity, in: .activities, activity.code, seq) { try records.activity(code: activity.code) }
        try count([.activityTopics, .activityAudiences, .attachments, .participations], of: activity.code)
        let stored = Dictionary(
            try records.participationRecords(in: activity.code).map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        for item in participations where stored[item.code] != item {
            let table = FactTable.participations.rawValue
            faults.append(
                stored[item.code] == nil
                    ? .missing(table: table, code: item.code, seq: seq)
                    : .altered(table: table, code: item.code, seq: seq))
        }
        guard stored.count != participations.count else { return }
        let known = Set(participations.map(\.code))
        for code in stored.keys.sorted() where !known.contains(code) {
            faults.append(.unjournaled(table: FactTable.participations.rawValue, code: code))
        }
    }

    /// Holds one stored record against what the journal tells of it, and counts its row.
    private mutating func check<Value: Equatable>(
        _ value: Value, in table: FactTable, _ code: String, _ seq: Int, _ stored: () throws -> Value?
    ) throws {
        let found: Value?
        do { found = try stored() } catch is UnexpectedRow {
            faults.append(.altered(table: table.rawValue, code: code, seq: seq))
            return
        }
        if found == nil {
            faults.append(.missing(table: table.rawValue, code: code, seq: seq))
        } else if found != value {
            faults.append(.altered(table: table.rawValue, code: code, seq: seq))
        }
        try count([table], of: code)
    }

    private mutating func count(_ tables: [FactTable], of code: String) throws {
        guard var sums = told else { return }
        for table in tables {
            // Participations belong to their activity; every other row to the record in its first column.
            let column = table == .participations ? "activity" : table.owner
            let sum = try records.sum(of: table, "where \(column) = $1", [SQLValue(code)])
            sums[table] = sums[table] + sum
        }
        told = sums
    }

    private mutating func checkEdition(_ row: JournalRow) throws {
        guard let number = Int(row.objectCode) else { return faults.append(.untold(seq: row.seq)) }
        let told = try StoredJSON.value(JournaledEdition.self, from: row.after ?? "")
        editions.insert(number)
        let stored = try records.journaledEdition(number: number)
        if stored == nil {
            faults.append(.missing(table: "editions", code: row.objectCode, seq: row.seq))
        } else if stored != told {
            faults.append(.altered(table: "editions", code: row.objectCode, seq: row.seq))
        }
    }
}

extension FactsCheck {
    private mutating func checkSums() throws {
        var heights = SeriesHeights()
        for table in FactTable.allCases {
            let found = try records.sum(of: table) { code, _, _ in
                if table.hasOwnCodes { heights.note(String(decoding: code, as: UTF8.self)) }
            }
            guard let expected = told?[table], found != expected else { continue }
            let more = found - expected
            if more.rows > 0, let codes = try rows(thatComeTo: more, in: table) {
                faults += codes.map { .unjournaled(table: table.rawValue, code: $0) }
            } else if more.rows != 0 {
                faults.append(.count(table: table.rawValue, rows: found.rows, expected: expected.rows))
            } else if !faults.contains(where: { $0.isAltered(table) }) {
                let code = try altered(by: more, in: table)
                faults.append(
                    code.map { .alteredInBook(table: table.rawValue, code: $0) } ?? .values(table: table.rawValue))
            }
        }
        for (counter, number) in heights.highest.sorted(by: { $0.key < $1.key }) {
            let last = try records.lastNumber(of: counter)
            if last < number || last > number + 1_000_000_000 { faults.append(.counter(name: counter)) }
        }
    }

    /// Which rows were put in: the one that alone makes the difference, or the newest ones that do together.
    private func rows(thatComeTo difference: FactSum, in table: FactTable) throws -> [String]? {
        if difference.rows == 1 {
            var found: String?
            _ = try records.sum(of: table) { code, row, _ in
                if row == difference { found = String(decoding: code, as: UTF8.self) }
            }
            if let found { return [found] }
        }
        guard difference.rows <= 1000, let order = records.connection.dialect.newestFirst else { return nil }
        var codes: [String] = []
        let newest = try records.sum(of: table, "order by \(order) limit $1", [SQLValue(difference.rows)]) {
            code, _, _ in
            codes.append(String(decoding: code, as: UTF8.self))
        }
        return newest == difference ? codes.sorted() : nil
    }

    /// The one row whose change alone makes the difference; nil where several were changed, or its code was.
    private func altered(by difference: FactSum, in table: FactTable) throws -> String? {
        var found: [String] = []
        _ = try records.sum(of: table) { code, _, weight in
            if difference.isOfOneRow(weighing: weight) { found.append(String(decoding: code, as: UTF8.self)) }
        }
        return found.count == 1 ? found[0] : nil
    }

    /// The feed may begin later than the journal, with a change of everything.
    private mutating func checkFeed() throws {
        var stored: [Int: FactChange.What] = [:]
        var first = Int.max
        for change in try records.factChanges(since: 0, limit: .max) {
            stored[change.seq] = change.what
            first = min(first, change.seq)
        }
        if first == .max, let newest = feed.last { faults.append(.feed(seq: newest.seq)) }
        for (seq, what) in feed where seq > first && stored[seq] != what { faults.append(.feed(seq: seq)) }
    }

    /// Search finds by folded names and titles: they must be the ones that the texts fold to.
    private mutating func checkFolded() throws {
        for (table, text, folded, key) in [
            ("persons", "name", "folded_names", "person"), ("activities", "title", "folded_titles", "activity"),
        ] {
            var stored: [String: String] = [:]
            try records.connection.query("select \(key) as code, \(text) as folded from \(folded)", []) {
                stored[try $0.text("code")] = try $0.text("folded")
            }
            var isSame = true
            try records.connection.stream("select code, \(text) from \(table)", []) { row in
                let written = row.text(at: 1)
                let expected = written.folded
                if expected != written, !expected.isEmpty, stored.removeValue(forKey: row.text(at: 0)) != expected {
                    isSame = false
                }
            }
            if !isSame || !stored.isEmpty { faults.append(.values(table: folded)) }
        }
    }

    private mutating func checkTree() throws {
        let parents = Dictionary(
            try records.units().compactMap { unit in unit.parent.map { (unit.code, $0) } },
            uniquingKeysWith: { a, _ in a })
        var sound: Set<String> = []
        for unit in parents.keys.sorted() where !sound.contains(unit) {
            var way: Set<String> = []
            var next: String? = unit
            while let code = next, !sound.contains(code) {
                guard way.insert(code).inserted else {
                    faults.append(.ring(unit: code))
                    break
                }
                next = parents[code]
            }
            sound.formUnion(way)
        }
    }
}

extension FactFault {
    /// A record of this table is known to be altered.
    fileprivate func isAltered(_ table: FactTable) -> Bool {
        switch self {
        case .altered(let name, _, _), .missing(let name, _, _), .unjournaled(let name, _):
            name == table.rawValue || name == FactTable.activities.rawValue
        default: false
        }
    }
}
