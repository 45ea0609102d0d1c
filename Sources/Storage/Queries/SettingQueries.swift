public import Store
public import Vocabulary

/// What a site sets for itself.
public struct SettingName: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// The IANA name of its time zone.
    public static let timeZone = SettingName(rawValue: "timeZone")
    /// The seed of an invented town: nobody's real data.
    public static let sampleTown = SettingName(rawValue: "sampleTown")
}

extension Reading {
    /// Nil where nothing was set.
    public func setting(_ name: SettingName) throws -> String? {
        guard try hasSettings() else { return nil }
        return try connection.first("select value from settings where name = $1", [SQLValue(name.rawValue)]) {
            try $0.text("value")
        }
    }

    /// All that was set, by name.
    func settings() throws -> [String: String] {
        guard try hasSettings() else { return [:] }
        let rows = try connection.rows("select name, value from settings") {
            (name: try $0.text("name"), value: try $0.text("value"))
        }
        return Dictionary(rows.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a })
    }

    /// The years of which the site entered working days of its own.
    func calendarYearNumbers() throws -> [Int] {
        guard try hasSettings() else { return [] }
        return try connection.rows("select distinct year from calendar_years") { try $0.integer("year") }
    }

    /// The site's own years of working days, in the order in which they were entered.
    public func calendarYears() throws -> [CalendarYear] { try calendarYears(only: nil) }

    /// Of one year all that was entered, the first first.
    func calendarYears(only year: Int?) throws -> [CalendarYear] {
        guard try hasSettings() else { return [] }
        let condition = year == nil ? "" : "where year = $1"
        return try connection.rows(
            """
            select year, source, recorded_day, holidays, workdays from calendar_years \(condition)
            order by version, year
            """, year.map { [SQLValue($0)] } ?? []
        ) { row in
            CalendarYear(
                year: try row.integer("year"), source: try row.text("source"), recorded: try row.day("recorded_day"),
                holidays: try row.textOrEmpty("holidays").days(), workdays: try row.textOrEmpty("workdays").days())
        }
    }

    /// The working days by which this site counts: those that ship with the program, and its own in their place.
    public func workingCalendar() throws -> WorkingCalendar {
        let own = try calendarYears()
        return own.isEmpty ? .published : WorkingCalendar(WorkingCalendar.publishedYears + own)
    }

    /// Whoever only reads may meet a database that no newer program has opened for writing yet.
    private func hasSettings() throws -> Bool { try schemaVersion() >= Migration.settings.number }
}

extension WriteTransaction {
    /// Where nothing differs, nothing is written.
    public func set(_ name: SettingName, to value: String) throws {
        let before = try setting(name)
        guard before != value else { return }
        let values = [SQLValue(name.rawValue), SQLValue(value)]
        try connection.execute(
            before == nil
                ? "insert into settings (name, value) values ($1, $2)"
                : "update settings set value = $2 where name = $1", values)
        try journal(act: "set", kind: "setting", code: name.rawValue, before: before, after: value)
    }

    /// The year as it is from now on; what stood before stays for those who ask what was known.
    public func add(_ year: CalendarYear) throws {
        let last = try connection.first(
            "select coalesce(max(version), 0) as last from calendar_years where year = $1", [SQLValue(year.year)]
        ) { try $0.integer("last") }
        try connection.execute(
            """
            insert into calendar_years (year, version, source, recorded_day, holidays, workdays)
            values ($1, $2, $3, $4, $5, $6)
            """,
            [
                SQLValue(year.year), SQLValue((last ?? 0) + 1), SQLValue(year.source), SQLValue(year.recorded),
                SQLValue(year.holidays.text), SQLValue(year.workdays.text),
            ])
        // Every ledger counts by it.
        try journal(
            act: "calendar", kind: "workingYear", code: String(year.year), after: StoredJSON.text(year),
            facts: .everything)
    }
}

extension [Day] {
    fileprivate var text: String { map(\.iso).joined(separator: " ") }
}

extension String {
    fileprivate func days() throws -> [Day] {
        try split(separator: " ").map { text in
            guard let day = Day(iso: text) else { throw UnexpectedRow("calendar_years", expected: "days") }
            return day
        }
    }
}
