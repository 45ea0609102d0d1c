import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk

@Suite("What everybody studies: lists and ticks") struct StudyItemTests {
    private func enter(_ town: StudyTown, _ list: StudyList, _ unit: String, by reader: Reader) throws -> StudyItem {
        try town.database.perform(
            EnterStudyItem(
                scheme: StudyItemScheme(list: list, unit: unit, year: 2026, subject: "\(unit)的\(list.rawValue)篇目")),
            by: reader, on: day("2026-02-01"))
    }

    private func own(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }

    @Test(
        "one has the city's list and those of one's unit and above, and ticks them oneself",
        arguments: TestEngine.allCases)
    func own(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let city = try enter(town, .city, "U1", by: .office)
        let mine = try enter(town, .unit, "U2", by: .clerk)
        let above = try enter(town, .unit, "U1", by: .office)
        let other = try enter(town, .unit, "U3", by: .neighbour)
        func before(_ person: String) throws -> [String] {
            try town.database.read { try $0.studyItems(for: person, 2026, on: day("2026-03-01")) }.map(\.code)
        }
        #expect(try before("P1") == [city.code, mine.code, above.code])
        #expect(try before("P5") == [city.code, above.code, other.code])
        func tick(_ item: StudyItem, _ isDone: Bool, _ today: String) throws {
            try town.database.perform(TickStudyItem(item: item.code, isDone: isDone), by: own("P1"), on: day(today))
        }
        func done() throws -> Day? {
            try town.database.read { try $0.one(StudyTick.self, StudyTick.code(mine.code, "P1"), for: .everybody) }?
                .done
        }
        try tick(mine, false, "2026-03-01")
        #expect(try done() == nil)
        try tick(mine, true, "2026-03-02")
        try tick(mine, true, "2026-03-09")
        #expect(try done() == day("2026-03-02"), "the day on which it was said first stands")
        try tick(mine, false, "2026-03-10")
        #expect(try done() == nil)
        #expect(throws: Refused.self) { try tick(other, true, "2026-03-10") }
        #expect(throws: Refused.self) {
            try town.database.perform(TickStudyItem(item: city.code, isDone: true), by: .clerk, on: day("2026-03-10"))
        }
        try town.database.perform(WithdrawStudyItem(record: mine.code), by: .clerk, on: day("2026-03-11"))
        #expect(try before("P1") == [city.code, above.code])
        #expect(try town.database.faults() == [])
    }

    @Test("the city's list is its office's, and nobody changes another unit's", arguments: TestEngine.allCases)
    func rights(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        var scheme = StudyItemScheme(list: .city, unit: "U2", year: 2026, subject: "条例")
        #expect(
            try town.refused(EnterStudyItem(scheme: scheme), by: .clerk, on: "2026-02-01")
                == ["list: 全市清单由组织部门登记，请选单位学习目录"])
        scheme.list = .unit
        let item = try town.database.perform(EnterStudyItem(scheme: scheme), by: .clerk, on: day("2026-02-01"))
        #expect(throws: NotAllowed(right: .report, unit: "U2")) {
            try town.database.perform(WithdrawStudyItem(record: item.code), by: .neighbour, on: day("2026-02-02"))
        }
        scheme.list = .city
        #expect(
            try town.refused(ChangeStudyItem(record: item.code, scheme: scheme), by: .clerk, on: "2026-02-02")
                == ["list: 全市清单由组织部门登记，请选单位学习目录"])
        scheme = item.scheme
        scheme.unit = "U3"
        #expect(throws: NotAllowed(right: .report, unit: "U3")) {
            try town.database.perform(
                ChangeStudyItem(record: item.code, scheme: scheme), by: .clerk, on: day("2026-02-02"))
        }
    }
}
