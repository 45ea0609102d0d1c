import Spelling
import Testing
import Vocabulary

@Suite("A day that somebody asks for")
struct AskedDayTests {
    static let today = Day(number: 20_726)  // 2026-09-30

    @Test(
        "is read as it is written, spaces aside",
        arguments: [
            ("2026-09-30", "2026-09-30"), (" 2026-09-30\n", "2026-09-30"), ("2024-02-29", "2024-02-29"),
            ("1900-01-01", "1900-01-01"), ("2036-09-30", "2036-09-30"),
        ])
    func read(text: String, iso: String) throws {
        for asked in AskedDay.allCases {
            #expect(try asked.read(text, today: Self.today).iso == iso)
            #expect(try asked.read(Substring(text), today: Self.today).iso == iso)
        }
    }

    @Test(
        "is refused with words where it is none",
        arguments: [
            "", " ", "2026", "2026-9-30", "2026-13-01", "2026-02-30", "2025-02-29", "20260930", "2026/09/30", "today",
            "二〇二六年", "２０２６-０９-３０", "2026-09-30x", "-2026-09-30", "99999-01-01", "NaN",
            String(repeating: "9", count: 400),
        ])
    func unreadable(text: String) {
        for asked in AskedDay.allCases {
            let found = #expect(throws: UnusableDay.self) { try asked.read(text, today: Self.today) }
            #expect(found?.why == .unreadable)
            for language in Language.allCases {
                let sentence = found?.sentence(in: language) ?? ""
                #expect(sentence.contains("2026-09-30") && sentence.count < 120)
            }
        }
    }

    @Test(
        "is refused with the bound where it lies too far off",
        arguments: [
            ("0026-10-10", "1900-01-01"), ("1899-12-31", "1900-01-01"), ("0001-01-01", "1900-01-01"),
            ("2036-10-01", "2036-09-30"), ("9999-12-31", "2036-09-30"),
        ])
    func outside(text: String, bound: String) {
        for asked in AskedDay.allCases {
            let found = #expect(throws: UnusableDay.self) { try asked.read(text, today: Self.today) }
            for language in Language.allCases {
                let sentence = found?.sentence(in: language) ?? ""
                #expect(sentence.contains(text) && sentence.contains(bound))
            }
        }
    }
}
