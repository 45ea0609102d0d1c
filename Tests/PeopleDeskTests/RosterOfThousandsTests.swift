import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// A roster of four thousand, and its second version a month later.
@Suite("A roster of thousands", .onEveryEngine) struct RosterOfThousandsTests {
    private static let head = ["编号", "姓名", "性别", "出生年月", "单位", "职务", "任职时间"]

    private static func rows(_ count: Int) -> [[String]] {
        (0..<count).map { number in
            let month = number % 12 + 1
            return [
                "N\(number)", "某\(number)", ["男", "女性", "M", "２"][number % 4],
                [
                    "19\(60 + number % 40)年\(month)月", "19\(60 + number % 40).\(month)",
                    "19\(60 + number % 40)-\(month)-1",
                ][number % 3],
                ["财政局", "河畔县/柳湾镇", "U4"][number % 3], "科员", ["2024.3", "2024年3月5日", "45356", ""][number % 4],
            ]
        }
    }

    @Test("all come in, the next version changes what it changes, and a stop leaves nothing") func versions() throws {
        let town = try ImportTown()
        var rows = Self.rows(4000)
        struct Stopped: Error {}
        let before = try town.database.read { try $0.revision() }
        let request = ImportRequest(
            .persons, file: "名册", bytes: ImportTown.csv([Self.head] + rows), since: day("2024-01-01"))
        #expect(throws: Stopped.self) {
            try town.database.perform(
                ImportRows(request) { done, _ in if done > 3000 { throw Stopped() } }, by: ImportTown.office,
                on: ImportTown.today)
        }
        #expect(try town.database.read { try ($0.revision(), $0.persons().count) } == (before, 4))
        let first = try town.take(.persons, ImportTown.csv([Self.head] + rows), since: day("2024-01-01"))
        #expect(first.preview.counts == [4000, 0, 0, 0])
        for number in stride(from: 0, to: 4000, by: 10) {
            rows[number][5] = "副科长"
            rows[number][6] = "2026-10-08"
        }
        rows.removeLast(100)
        rows += [
            ["N9999", "新来", "女", "1999-09", "财政局", "科员", "2026-10-01"], ["N9998", "", "女", "1999-09", "财政局", "科员", ""],
        ]
        let next = try town.take(
            .persons, ImportTown.csv([Self.head] + rows.shuffled()), goodRows: true, on: day("2026-10-30"))
        #expect(next.preview.counts == [1, 390, 3510, 1])
        #expect(next.preview.rows == rows.count && next.preview.left == 104)
        let book = try town.book
        #expect(
            book.persons.count == 4005 && book.appointments.count { $0.dated.span.until == day("2026-10-07") } == 390)
        #expect(book.brokenInvariants().isEmpty)
        #expect(try town.database.faults().isEmpty)
        // The first version again, a month late: whatever it would undo is asked about.
        let late = try town.take(
            .persons, ImportTown.csv([Self.head] + Self.rows(4000)), goodRows: true, on: day("2026-11-01"))
        #expect(late.preview.counts == [0, 0, 3610, 390], "\(late.preview.counts)")
    }
}
