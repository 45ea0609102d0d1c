import Store

/// The tables that hold facts, and their columns in the order in which rows are summed. The order never changes: sums
/// stand in the journal.
enum FactTable: String, CaseIterable, Codable, Sendable {
    case units, persons, appointments
    case categoryHoldings = "category_holdings"
    case teams
    case teamMemberships = "team_memberships"
    case rosters
    case rosterEntries = "roster_entries"
    case activities
    case activityTopics = "activity_topics"
    case activityAudiences = "activity_audiences"
    case attachments, participations, sites
    case siteTopics = "site_topics"
    case voidings, corrections
    case personMergers = "person_mergers"

    private static let dated = ["from_day", "until_day", "recorded_day", "end_recorded_day"]

    var columns: [String] {
        switch self {
        case .units: ["code", "name", "kind", "parent", "from_day", "until_day", "recorded_day"]
        case .persons: ["code", "name", "sex", "birth_month", "recorded_day"]
        case .appointments: ["code", "person", "unit", "post", "person_rank"] + Self.dated
        case .categoryHoldings: ["code", "person", "category"] + Self.dated
        case .teams: ["code", "name", "kind", "unit"] + Self.dated
        case .teamMemberships: ["code", "team", "person", "team_role"] + Self.dated
        case .rosters: ["code", "name", "keeper", "recorded_day"]
        case .rosterEntries: ["code", "roster", "person"] + Self.dated
        case .activities:
            [
                "code", "kind", "title", "organiser", "team", "from_day", "to_day", "half_hours", "filed_day",
                "approved_day", "reported_day", "recorded_day",
            ]
        case .activityTopics: ["activity", "place", "topic"]
        case .activityAudiences: ["activity", "place", "category"]
        case .attachments: ["activity", "place", "name", "handed_in_day"]
        case .participations: ["code", "activity", "person", "part", "half_hours", "completed", "recorded_day"]
        case .sites: ["code", "name", "unit"] + Self.dated
        case .siteTopics: ["site", "place", "topic"]
        case .voidings: ["code", "activity", "participation", "site", "reason", "made_by", "recorded_day"]
        case .corrections:
            [
                "code", "activity", "activity_replacement", "participation", "participation_replacement", "site",
                "site_replacement", "reason", "made_by", "recorded_day",
            ]
        case .personMergers: ["code", "person", "kept", "doubles", "recorded_day"]
        }
    }

    /// How many of the first columns name a row.
    var keys: Int { columns[1] == "place" ? 2 : 1 }
    /// The record that a row belongs to.
    var owner: String { columns[0] }
    /// Whether codes of this program's own series stand in it.
    var hasOwnCodes: Bool {
        switch self {
        case .activities, .participations, .sites, .voidings, .corrections: true
        default: false
        }
    }
}

extension FactTable {
    /// One row, its values in the order of the columns.
    var insertion: String {
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return "insert into \(rawValue) (\(columns.joined(separator: ", "))) values (\(places))"
    }

    /// The row with the key, which is the first parameter.
    var change: String {
        let values = columns.indices.dropFirst().map { "\(columns[$0]) = $\($0 + 1)" }.joined(separator: ", ")
        return "update \(rawValue) set \(values) where code = $1"
    }
}

extension Reading {
    /// The sum of the rows that a condition picks.
    func sum(
        of table: FactTable, _ condition: String = "", _ arguments: [SQLValue] = [],
        each: (_ code: UnsafeBufferPointer<UInt8>, _ row: FactSum, _ weight: UInt64) -> Void = { _, _, _ in }
    ) throws -> FactSum {
        var total = FactSum()
        var scratch = FactSum.Scratch()
        let columns = table.columns
        let sql = "select \(columns.joined(separator: ", ")) from \(table.rawValue) \(condition)"
        try connection.stream(sql, arguments) { fields in
            let weight = FactSum.weight(of: fields, keys: table.keys)
            let row = FactSum(of: fields, count: columns.count, weighing: weight, by: &scratch)
            total = total + row
            each(fields.letters(at: 0), row, weight)
        }
        return total
    }

    /// The sums of all tables of facts.
    func factSums() throws -> FactSums {
        var sums = FactSums()
        for table in FactTable.allCases { sums[table] = try sum(of: table) }
        return sums
    }
}

/// A sum for each table.
struct FactSums: Hashable, Sendable, Codable {
    private var sums: [String: FactSum] = [:]

    subscript(table: FactTable) -> FactSum {
        get { sums[table.rawValue] ?? FactSum() }
        set { sums[table.rawValue] = newValue }
    }

    static func - (a: FactSums, b: FactSums) -> FactSums { combined(a, b, -) }
    static func + (a: FactSums, b: FactSums) -> FactSums { combined(a, b, +) }

    private static func combined(_ a: FactSums, _ b: FactSums, _ join: (FactSum, FactSum) -> FactSum) -> FactSums {
        var result = FactSums()
        for table in FactTable.allCases { result[table] = join(a[table], b[table]) }
        return result
    }

    init() {}
    init(from decoder: any Decoder) throws { sums = try decoder.singleValueContainer().decode([String: FactSum].self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sums)
    }
}
