import Formats
import Foundation
import HTTPTypes
import PageTrial
import Pages
import Records
import Storage
import Store
import Testing
import Training
import Vocabulary

@testable import ClassDesk
@testable import Web

/// Every figure of a closed class, wherever it stands: on its page, in workbooks and documents, in the records that the ledger
/// counts.
@Suite("The figures of a closed class") struct ClassFiguresTests {
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan, .teach])

    /// Two came, one of them was away for the morning; a trainer of the library was paid, a meal and the beds too.
    private func closed() throws -> (small: SmallSite, made: TrainingClass) {
        var small = try SmallSite()
        let (made, afternoon) = try HallPageTests.teach(in: small.database)
        small.site.now = { Moment.date("2026-09-30T13:00:00.000Z") }
        small.reader = { _ in Self.office }
        let (database, today) = (small.database, SmallSite.today)
        var entry = TrainerEntry()
        (entry.name, entry.unit, entry.band) = ("沈砚秋", "市行政学院", .professor)
        let trainer = try database.perform(EnterInLibrary<Trainer>(entry: entry), by: Self.office, on: today)
        var morning = ClassSession(
            day: today, half: .morning, course: "形势", trainer: trainer.entry.printed, room: "301", halfHours: 2)
        morning.trainerCode = trainer.code
        var sheet = try database.read {
            try $0.one(Timetable.self, made.code, for: .everybody)?.sheet ?? TimetableSheet()
        }
        sheet.sessions.append(morning)
        try database.perform(KeepTimetable(record: made.code, sheet: sheet), by: Self.office, on: today)
        try database.perform(
            CallRoll(code: made.code, place: ClassHalf(day: today, half: .morning), marks: ["P2": .leave]),
            by: Self.office, on: today)
        try database.perform(CallRoll(code: made.code, place: afternoon, marks: [:]), by: Self.office, on: today)
        try database.perform(
            KeepLectureFees(
                record: made.code,
                lines: [FeePaid(trainer: trainer.code, day: today, half: .morning, amount: Money(fen: 90_000))]),
            by: Self.office, on: today)
        for (item, yuan) in [(ClassCostItem.meals, 320.5), (.lodging, 600)] {
            try database.perform(
                EnterExpense(
                    record: made.code,
                    entry: ExpenseEntry(item: item, day: today, amount: Money(yuan: yuan), receipt: "票\(item.rawValue)")
                ),
                by: Self.office, on: today)
        }
        var rules = ClassRules()
        rules.papers = .notAsked
        try database.perform(SetClassRules(rules: rules), by: Self.office, on: today)
        let costs = try database.read { try ClassMoney(made, in: $0, rules: rules).costs }
        try database.perform(
            CloseClass(
                record: made.code, outcome: ClassOutcome(summary: "按计划完成", costs: costs),
                clock: ClockTime(hoursAndMinutes: 2100)), by: Self.office, on: today)
        return (small, made)
    }

    private func rows(_ small: SmallSite, _ address: String) async throws -> [[String]] {
        let answer = try await small.get(address)
        #expect(answer.status == 200, "\(address)")
        let file = try WorkbookFile(answer.bytes)
        var rows: [[String]] = []
        try file.read(file.sheets[0]) { row in
            var line = Array(repeating: "", count: max(rows.first?.count ?? 0, row.cells.last?.column ?? 0))
            for cell in row.cells { line[cell.column - 1] = cell.seen }
            rows.append(line)
            return .more
        }
        return rows
    }

    private func cell(_ rows: [[String]], _ head: String, _ row: Int = 1) throws -> String {
        let column = try #require(rows.first?.firstIndex(of: head), "\(head) of \(rows.first ?? [])")
        return rows[row][column]
    }

    /// A figure as a spreadsheet shows it.
    private func number(_ shown: String) throws -> Double {
        try #require(Double(shown.filter { $0 != "," }), "\(shown) is a figure")
    }

    @Test("hours, people and money are the same on its pages, in its files and in the ledger") func equal() async throws
    {
        let (small, made) = try closed()
        let (address, database) = ("/classes/\(made.code)", small.database)
        let (money, attendance, closing) = try database.read { reading in
            (
                try ClassMoney(made, in: reading, rules: ClassRules()), try reading.attendance(ofClass: made.code),
                try #require(try reading.one(ClassClosing.self, made.code, for: .everybody))
            )
        }
        #expect(attendance.total == 10 && closing.halfHours == 10, "five hours")
        #expect(money.spent == Money(yuan: 1820.5) && money.personDays == 4)

        // The record that the ledger counts.
        let activity = try await small.get("/activities/\(closing.activity)")
        #expect(activity.status == 200)
        let record = try database.read { try $0.recordBook() }
        let posted = try #require(record.activities.first { $0.code == closing.activity })
        #expect(posted.hours == 5)
        let participations = record.participations.filter { $0.activity == closing.activity }
        #expect(participations.count == 2)
        let hours = Dictionary(participations.map { ($0.person, $0.hours) }) { first, _ in first }
        #expect(hours == ["P1": 5, "P2": 4])

        // The class's page and its money's: item by item, and in all.
        let page = try await small.get(address).text
        let moneyPage = try await small.get("\(address)/money").text
        for text in [page, moneyPage] {
            for amount in ["900", "320.50", "600", "1,820.50"] { #expect(text.contains(amount), "\(amount)") }
        }
        #expect(moneyPage.contains("4人天") && page.contains("已排5学时") && page.contains("已报到2人"))

        // The list of the year's money, as a workbook.
        let year = try await rows(small, "/classes/money.xlsx?year=2026")
        #expect(try number(cell(year, "支出（元）")) == money.spent.yuan)
        #expect(try number(cell(year, "计费人天")) == Double(money.personDays))
        #expect(try number(cell(year, "每人天（元）")) == money.costADay?.yuan)

        // The expenses and the fees come to what was spent.
        let expenses = try await rows(small, "/classes/expenses.xlsx?class=\(made.code)&state=counted")
        let amounts = try expenses.indices.dropFirst().map { try number(cell(expenses, "金额（元）", $0)) }
        let fees = try await rows(small, "\(address)/fees.xlsx")
        let paid = try number(cell(fees, "税后金额", fees.count - 1))
        #expect(amounts.count == 2 && amounts.reduce(paid, +) == money.spent.yuan)
        #expect(try number(cell(fees, "学时", fees.count - 1)) == 1)

        // Attendance: hours of each in the workbook, as they were posted.
        let grid = try await rows(small, "\(address)/attendance.xlsx")
        let there = try (1...2).map { try number(cell(grid, "出勤学时", $0)) }
        #expect(there == [5, 4])

        // The timetable: its hours on the page, in the workbook and in the document.
        let sheet = try await rows(small, "\(address)/timetable.xlsx")
        let taught = sheet.flatMap { $0 }.compactMap { text in
            text.hasSuffix("学时") ? Double(text.dropLast(2)) : nil
        }
        #expect(taught.reduce(0, +) == posted.hours)
        let document = try await small.get("\(address)/timetable.docx")
        #expect(document.status == 200)
        let roster = try await rows(small, "/classes/trainees.xlsx?class=\(made.code)&on=roster")
        #expect(roster.count == participations.count + 1)
    }
}
