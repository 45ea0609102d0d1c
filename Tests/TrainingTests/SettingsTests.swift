import Foundation
import House
import Spelling
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@Suite("The town's clock and calendar", .onEveryEngine)
struct SettingsTests {
    /// 2026-09-29 22:00 UTC, 06:00 of the next day in Shanghai.
    static let morning = Date(timeIntervalSince1970: 1_790_719_200)

    private func inDatabase(_ body: (Database) throws -> Void) throws {
        let database = try TestEngine.current.freshPlace().open()
        try body(database)
        try database.close()
    }

    @Test(
        "it is the day of the site's zone, around midnight too",
        arguments: [
            ("Asia/Shanghai", 0, "2026-09-30"), ("UTC", 0, "2026-09-29"), ("Asia/Urumqi", 0, "2026-09-30"),
            ("America/New_York", 0, "2026-09-29"), ("Pacific/Kiritimati", 0, "2026-09-30"),
            ("Asia/Shanghai", 64_799, "2026-09-30"), ("Asia/Shanghai", 64_800, "2026-10-01"),
            ("Asia/Shanghai", -21_600, "2026-09-30"), ("Asia/Shanghai", -21_601, "2026-09-29"),
            ("UTC", 7199, "2026-09-29"), ("UTC", 7200, "2026-09-30"), ("Asia/Kathmandu", 72_899, "2026-09-30"),
            ("Asia/Kathmandu", 72_900, "2026-10-01"),
        ])
    func today(zone: String, seconds: Int, day: String) throws {
        let now = Self.morning.addingTimeInterval(Double(seconds))
        let clock = try TownClock(zone: zone, now: { now })
        #expect(clock.today.iso == day)
    }

    @Test(
        "a zone that is none is refused",
        arguments: ["", "CST", "GMT+8", "PST", "Asia/Nowhere", "../etc/passwd", "+08:00", "asia/shanghai", "北京", "\0"])
    func unknown(name: String) throws {
        try inDatabase { database in
            #expect(throws: UnknownTimeZone(name: name)) {
                try database.perform(SetTimeZone(name), by: .localOperator(named: "test"), on: try day("2026-05-06"))
            }
            let zone = try database.read { try TownClock($0).zone }
            #expect(zone == "Asia/Shanghai")
        }
    }

    @Test("a zone is kept, and told in the journal with what it was")
    func kept() throws {
        try inDatabase { database in
            try database.perform(
                SetTimeZone("Asia/Urumqi"), by: .localOperator(named: "admin"), on: try day("2026-05-06"))
            try database.perform(SetTimeZone("UTC"), by: .localOperator(named: "admin"), on: try day("2026-05-06"))
            try database.perform(SetTimeZone("UTC"), by: .localOperator(named: "admin"), on: try day("2026-05-06"))
            #expect(try database.read { try TownClock($0) }.zone == "UTC")
            let lines = try database.read { try $0.journal(ofKind: "setting", code: "timeZone") }
            #expect(lines.map(\.after) == ["Asia/Urumqi", "UTC"] && lines.map(\.before) == [nil, "Asia/Urumqi"])
        }
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test("a year that is entered holds from that day on, and the earlier one for what was known before")
    func year() throws {
        try inDatabase { database in
            let shipped = try database.read { try $0.workingCalendar() }
            #expect(shipped === WorkingCalendar.published)
            let first = EnterWorkingYear(
                year: 2027, source: " 国办发明电〔2026〕9号 ", holidays: [try day("2027-01-01")],
                workdays: [try day("2027-01-02")])
            try database.perform(first, by: .localOperator(named: "admin"), on: try day("2026-11-10"))
            var second = first
            second.holidays.append(try day("2027-01-04"))
            try database.perform(second, by: .localOperator(named: "admin"), on: try day("2026-12-01"))
            #expect(throws: WorkingYearRefused.same) {
                try database.perform(second, by: .localOperator(named: "admin"), on: try day("2026-12-02"))
            }
            let calendar = try database.read { try $0.workingCalendar() }
            #expect(calendar.year(2027)?.source == "国办发明电〔2026〕9号")
            #expect(!calendar.isWorked(try day("2027-01-04")))
            #expect(calendar.isWorked(try day("2027-01-02")))
            #expect(calendar.known(at: try day("2026-11-30")).isWorked(try day("2027-01-04")))
            #expect(calendar.known(at: try day("2026-11-09")).year(2027) == nil)
            #expect(calendar.year(2026) == WorkingCalendar.published.year(2026))
            #expect(try database.read { try $0.journal(ofKind: "workingYear", code: "2027") }.count == 2)
            if case .intact = try database.verifyJournal() {} else { Issue.record("the journal does not hold") }
        }
    }

    @Test("a year that cannot be is refused, and nothing is kept of it")
    func refused() throws {
        let friday = try day("2027-01-01")
        let cases: [(EnterWorkingYear, WorkingYearRefused)] = [
            (.init(year: 2027, source: " ", holidays: [friday], workdays: []), .sourceUnfit(.empty)),
            (
                .init(year: 2027, source: String(repeating: "x", count: 101), holidays: [friday], workdays: []),
                .sourceUnfit(.tooLong(limit: 100))
            ),
            (.init(year: 2027, source: "x", holidays: [], workdays: []), .empty),
            (.init(year: 26, source: "x", holidays: [try day("0026-01-01")], workdays: []), .yearOutside(1990...2100)),
            (
                .init(year: 9026, source: "x", holidays: [try day("9026-01-01")], workdays: []),
                .yearOutside(1990...2100)
            ),
            (.init(year: 2028, source: "x", holidays: [friday], workdays: []), .otherYear(friday)),
            (.init(year: 2027, source: "x", holidays: [], workdays: [friday]), .workedAnyway(friday)),
            (.init(year: 2027, source: "x", holidays: [friday, friday], workdays: []), .twice(friday)),
        ]
        try inDatabase { database in
            for (act, why) in cases {
                #expect(throws: why) { try database.perform(act, by: .localOperator(named: "admin"), on: friday) }
            }
            let kept = try database.read { try $0.calendarYears() }
            #expect(kept.isEmpty)
        }
    }
}
