import Store

/// Whether the changes of units and people are as the journal tells: by how much each moved the sums of the facts, and which
/// records it touched.
struct PeopleCheck<Records: Reading> {
    private let records: Records
    /// By the journal's number, what the rows of `record_changes` come to.
    private var told: [Int: FactSum] = [:]

    init(_ records: Records) { self.records = records }

    /// Takes in one row; by how much the facts then differ.
    mutating func take(_ row: JournalRow) throws -> FactSums? {
        let change = try StoredJSON.value(JournaledPeople.self, from: row.after ?? "")
        told[row.seq] = change.touched
        return change.sums
    }

    func faults() throws -> [FactFault] {
        var found: [Int: FactSum] = [:]
        var scratch = FactSum.Scratch()
        try records.connection.stream("select kind, code, state_before, seq from record_changes", []) { row in
            let sum = FactSum(of: row, count: 3, weighing: FactSum.weight(of: row, keys: 2), by: &scratch)
            let seq = Int(row.integer(at: 3))
            found[seq] = (found[seq] ?? FactSum()) + sum
        }
        return found == told ? [] : [.values(table: "record_changes")]
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
