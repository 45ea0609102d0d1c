import Exchange
import Testing
import Vocabulary

@Suite("A year of working days as a file")
struct CalendarFileTests {
    @Test("is read line by line, single days and stretches, in either language")
    func read() throws {
        let file = try CalendarFile(
            """
            day,kind,name
            # 国务院办公厅
            2027-01-01,休,元旦
            2027-02-05..2027-02-11,放假,春节
            2027-05-01至2027-05-03，off
            2027-02-13,班

            2027-02-28, work
            """)
        #expect(file.year == 2027)
        #expect(file.holidays.count == 11)
        #expect(file.workdays.map(\.iso) == ["2027-02-13", "2027-02-28"])
    }

    @Test("what is printed reads back as it was")
    func printed() throws {
        for year in WorkingCalendar.publishedYears {
            let file = try CalendarFile(CalendarFile.text(of: year))
            #expect(file.year == year.year && file.holidays == year.holidays && file.workdays == year.workdays)
        }
    }

    @Test(
        "is refused with its line and a reason",
        arguments: [
            ("", 1, "没有日期"), ("# nothing\n", 1, "没有日期"), ("2027-13-01,休", 1, "不是日期"), ("2027-01-01", 1, "不明"),
            ("2027-01-01,休\n2027-02-30,休", 2, "不是日期"), ("2027-01-01,maybe", 1, "maybe"),
            ("2027-01-01,休\n2028-01-01,休", 2, "不在同一年"), ("2027-12-31..2028-01-01,休", 1, "不在同一年"),
            ("2027-01-01,休\n2027-01-01,休", 2, "重复"), ("2027-01-02,班\n2027-01-02,休", 2, "重复"),
            ("2027-01-04,班", 1, "不是周末"), ("2027-01-05..2027-01-01,休", 1, "不是日期"),
            ("2027-01-01..2027-01-02..2027-01-03,休", 1, "不是日期"), ("2027-01-01..9999-12-31,休", 1, "366"),
            ("\u{0}\u{1},休", 1, "不是日期"), (String(repeating: "9", count: 5000) + ",休", 1, "不是日期"),
        ])
    func refused(text: String, line: Int, word: String) {
        let found = #expect(throws: UnreadableCalendar.self) { try CalendarFile(text) }
        #expect(found?.line == line)
        let sentence = found?.sentence(in: .zh) ?? ""
        #expect(sentence.contains(word) && sentence.count < 150, "\(sentence)")
        #expect(found?.sentence(in: .en).contains("Line \(line)") == true)
    }
}
