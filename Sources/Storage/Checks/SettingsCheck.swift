import Store
import Vocabulary

/// Whether a site's settings and its own years of working days are as the journal tells.
struct SettingsCheck<Records: Reading> {
    private let records: Records
    private var values: [String: (value: String, seq: Int)] = [:]
    /// Each year as it was entered, again and again.
    private var years: [Int: (versions: [CalendarYear], seq: Int)] = [:]

    init(_ records: Records) { self.records = records }

    /// Takes in one row of the journal; rows about other things are passed over.
    mutating func take(_ row: JournalRow) throws {
        switch row.act {
        case "set": values[row.objectCode] = (row.after ?? "", row.seq)
        case "calendar":
            let year = try StoredJSON.value(CalendarYear.self, from: row.after ?? "")
            years[year.year, default: ([], row.seq)].versions.append(year)
            years[year.year]?.seq = row.seq
        default: break
        }
    }

    func faults() throws -> [FactFault] { try faultsOfSettings() + faultsOfYears() }

    private func faultsOfSettings() throws -> [FactFault] {
        let stored = try records.settings()
        let told = values.sorted { $0.key < $1.key }.compactMap { name, told -> FactFault? in
            guard let value = stored[name] else { return .missing(table: "settings", code: name, seq: told.seq) }
            return value == told.value ? nil : .altered(table: "settings", code: name, seq: told.seq)
        }
        return told
            + stored.keys.sorted().filter { values[$0] == nil }.map { .unjournaled(table: "settings", code: $0) }
    }

    private func faultsOfYears() throws -> [FactFault] {
        let table = "calendar_years"
        let stored = Set(try records.calendarYearNumbers())
        var faults: [FactFault] = []
        for (year, told) in years.sorted(by: { $0.key < $1.key }) {
            guard stored.contains(year) else {
                faults.append(.missing(table: table, code: String(year), seq: told.seq))
                continue
            }
            var versions: [CalendarYear]?
            do { versions = try records.calendarYears(only: year) } catch is UnexpectedRow { versions = nil }
            if versions != told.versions { faults.append(.altered(table: table, code: String(year), seq: told.seq)) }
        }
        return faults
            + stored.sorted().filter { years[$0] == nil }.map { .unjournaled(table: table, code: String($0)) }
    }
}
