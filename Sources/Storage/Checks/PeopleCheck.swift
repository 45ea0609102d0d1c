import Store
import Vocabulary

/// Whether the changes of units and people are as the journal tells: by how much each moved the sums of the facts, and which
/// records it touched.
struct PeopleCheck<Records: Reading> {
    private let records: Records
    /// By the journal's number, what the rows of `record_changes` come to, and the day they bear.
    private var told: [Int: FactSum] = [:]
    private var days: [Int: Day] = [:]

    init(_ records: Records) { self.records = records }

    /// Takes in one row; by how much the facts then differ, and what the ledger's feed tells of it. Nil where it tells a file
    /// alone, whose records tell themselves.
    mutating func take(_ row: JournalRow) throws -> (sums: FactSums, feed: FactChange.What)? {
        let change = try StoredJSON.value(JournaledPeople.self, from: row.after ?? "")
        guard change.touched.rows > 0 else { return nil }
        told[row.seq] = change.touched
        days[row.seq] = try change.day.flatMap { Day(iso: $0) } ?? .made(at: row.at)
        return (change.sums, change.person.map { .person($0) } ?? .everything)
    }

    func faults() throws -> [FactFault] {
        var found: [Int: FactSum] = [:]
        var areDated = true
        var scratch = FactSum.Scratch()
        try records.connection.stream("select kind, code, state_before, seq, recorded_day from record_changes", []) {
            row in
            let sum = FactSum(of: row, count: 3, weighing: FactSum.weight(of: row, keys: 2), by: &scratch)
            let seq = Int(row.integer(at: 3))
            areDated = areDated && days[seq].map { Int64($0.number) == row.integer(at: 4) } != false
            found[seq] = (found[seq] ?? FactSum()) + sum
        }
        return found == told && areDated ? [] : [.values(table: "record_changes")]
    }
}

extension PeopleCheck {
    /// Whether a row of the journal tells such a change.
    static func concerns(_ row: JournalRow) -> Bool {
        row.objectKind == importedFileKind || PeopleRecordKind(rawValue: row.objectKind) != nil
    }
}

/// What a file that was imported is called in the journal.
public let importedFileKind = "import"
