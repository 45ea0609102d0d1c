import Records
import Testing
import Vocabulary

@testable import StructureDesk

/// Who is counted on a day, and in which class.
@Suite("People of a day") struct CorpsBookTests {
    private static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func appointment(
        _ code: String, _ rank: String, _ from: String, _ until: String? = nil, recorded: String? = nil,
        endRecorded: String? = nil
    ) throws -> Appointment {
        Appointment(
            code: code, person: "P1", unit: "U1", post: "", rank: rank,
            dated: Dated(
                from: try Self.day(from), until: try until.map(Self.day), recorded: try Self.day(recorded ?? from),
                endRecorded: try endRecorded.map(Self.day)))
    }

    private func book(_ appointments: [Appointment], born: String = "1984-07") throws -> CorpsBook {
        var book = RecordBook()
        book.persons = [
            Person(code: "P1", name: "甲", sex: .female, birthMonth: born, recorded: try Self.day("2010-01-01"))
        ]
        book.appointments = appointments
        return CorpsBook(book, units: ["U1": 0])
    }

    @Test(
        "a level is read from whatever a site writes as the rank",
        arguments: [
            ("正厅级", RankLevel.bureau), ("二级巡视员", .bureau), ("正处级", .division), ("县处级正职", .division),
            ("一级调研员", .division), ("副处级", .deputyDivision), ("县处级副职", .deputyDivision), ("四级调研员", .deputyDivision),
            ("副调研员", .deputyDivision), ("正科级", .section), ("乡科级正职", .section), ("二级主任科员", .section),
            ("副科级", .deputySection), ("乡科级副职", .deputySection), ("四级主任科员", .deputySection),
            ("副主任科员", .deputySection), ("一级科员", .staff), ("科员", .staff), ("办事员", .staff), ("中层", .other), ("", .other),
        ])
    func levels(rank: String, level: RankLevel) { #expect(RankLevel(rank) == level) }

    @Test("whoever rose is of the level of the day, since the first post of that level")
    func rising() throws {
        let book = try book([
            appointment("A1", "科员", "2010-01-04", "2015-05-31"), appointment("A2", "副科级", "2015-06-01", "2018-02-28"),
            appointment("A3", "副科级", "2018-03-01", "2021-08-31"), appointment("A4", "正科级", "2021-09-01"),
        ])
        let then = try #require(try book.members(on: Self.day("2020-12-31"), knownAt: nil).first)
        #expect(then.level == .deputySection)
        #expect(try then.sinceLevel == Self.day("2015-06-01") && then.since == Self.day("2010-01-04"))
        let now = try #require(try book.members(on: Self.day("2026-11-28"), knownAt: nil).first)
        #expect(try now.level == .section && now.sinceLevel == Self.day("2021-09-01"))
        #expect(try book.members(on: Self.day("2009-12-31"), knownAt: nil).isEmpty)
    }

    @Test("of two posts at once the one that began last is counted, and each person once")
    func twoPosts() throws {
        let book = try book([appointment("A1", "副处级", "2016-01-01"), appointment("A2", "正处级", "2020-01-01")])
        #expect(try book.members(on: Self.day("2022-01-01"), knownAt: nil).map(\.level) == [.division])
        #expect(try book.members(on: Self.day("2019-01-01"), knownAt: nil).map(\.level) == [.deputyDivision])
    }

    @Test("what was recorded later was not known: a promotion, and an end")
    func known() throws {
        let book = try book([
            appointment("A1", "副科级", "2020-01-01", "2024-06-30", endRecorded: "2024-09-01"),
            appointment("A2", "正科级", "2024-07-01", recorded: "2024-09-01"),
        ])
        let (day, before, after) = try (Self.day("2024-08-01"), Self.day("2024-08-15"), Self.day("2024-09-01"))
        #expect(book.members(on: day, knownAt: before).map(\.level) == [.deputySection])
        #expect(book.members(on: day, knownAt: after).map(\.level) == [.section])
        #expect(book.members(on: day, knownAt: nil).map(\.level) == [.section])
    }

    @Test(
        "ages are full years by the month of birth, and bands end where the rules say",
        arguments: [
            ("1991-11", "2026-11-28", 35, 0), ("1991-12", "2026-11-28", 34, 0), ("1990-11", "2026-11-28", 36, 1),
            ("1990-12", "2026-11-28", 35, 0), ("1971-12", "2026-11-28", 54, 4), ("1971-11", "2026-11-28", 55, 5),
        ])
    func ages(born: String, day: String, age: Int, band: Int) throws {
        let book = try book([appointment("A1", "科员", "2015-01-01")], born: born)
        let on = try Self.day(day)
        let member = try #require(book.members(on: on, knownAt: nil).first)
        let scale = StructureScale(on, StructureRules())
        #expect(scale.age(member.born) == age)
        #expect(StructureDimension.age.place(of: member, in: .city, scale) == band)
    }

    @Test(
        "decades are those of birth; a month that was destroyed is in none",
        arguments: [
            ("1969-12", "before"), ("1970-01", "1970"), ("1979-12", "1970"), ("1980-01", "1980"), ("1999-12", "1990"),
            ("2001-05", "2000"), ("0000-00", "unknown"),
        ])
    func decades(born: String, key: String) throws {
        let book = try book([appointment("A1", "科员", "2015-01-01")], born: born)
        let on = try Self.day("2026-11-28")
        let member = try #require(book.members(on: on, knownAt: nil).first)
        let rules = StructureRules()
        let place = StructureDimension.born.place(of: member, in: .city, StructureScale(on, rules))
        #expect(StructureDimension.born.classes(rules)[place].key == key)
    }

    @Test("trained since the promotion, not yet, and not for a year")
    func training() throws {
        let book = try book([
            appointment("A1", "副科级", "2015-01-01", "2025-06-30"), appointment("A2", "正科级", "2025-07-01"),
        ])
        func training(_ day: String, trained: String?) throws -> Int {
            let on = try Self.day(day)
            var member = try #require(book.members(on: on, knownAt: nil).first)
            member.trained = try trained.map(Self.day)
            return StructureDimension.since.place(of: member, in: .city, StructureScale(on, StructureRules()))
        }
        #expect(try training("2026-06-30", trained: "2025-07-01") == 0)
        #expect(try training("2026-06-30", trained: "2025-06-30") == 1)
        #expect(try training("2026-06-30", trained: nil) == 1)
        #expect(try training("2026-07-01", trained: nil) == 2)
        #expect(try training("2025-06-30", trained: "2014-01-01") == 2, "of the level before, for ten years")
    }

    @Test("every class of every dimension has a key of its own, and everybody is in one of them")
    func classes() throws {
        let rules = StructureRules()
        for dimension in StructureDimension.allCases {
            let keys = dimension.classes(rules).map(\.key)
            #expect(Set(keys).count == keys.count, "\(dimension)")
        }
        #expect(Set(StructureDimension.allCases.map(\.rawValue)).isDisjoint(with: StructureQuestion.names))
    }

    @Test(
        "the ends of half-years",
        arguments: [
            ("2026-11-28", "2026-06-30"), ("2026-06-30", "2026-06-30"), ("2026-06-29", "2025-12-31"),
            ("2026-12-31", "2026-12-31"), ("2026-01-01", "2025-12-31"),
        ])
    func halfYears(day: String, end: String) throws {
        #expect(try Self.day(day).halfYearEnd == Self.day(end))
    }
}
