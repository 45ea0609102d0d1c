import Spelling
import Testing
import Vocabulary

@Suite("One reader of typed numbers, one of typed days")
struct NumberAndDayTests {
    private let hours = NumberRule(0...24, decimals: 1)

    private func flaw(_ typed: String) -> NumberFlaw? {
        do {
            _ = try hours.number(typed)
            return nil
        } catch {
            return error
        }
    }

    @Test("reads what people write")
    func read() throws {
        for (typed, value) in [
            ("3", 3.0), ("2.5", 2.5), ("２．５", 2.5), (" 3 ", 3), ("+3", 3), ("0", 0), ("-0", 0), ("03", 3),
            ("2.50", 2.5),
            ("24", 24), ("24.0", 24), ("　3　", 3), ("0000000000000000000000000000000000000003", 3),
            ("2.5000000000000000000000000000000000000000", 2.5),
        ] { #expect(try hours.number(typed) == value, "\(typed)") }
    }

    @Test("nothing else is a number, however a machine would read it")
    func refused() {
        for typed in [
            "", "x", "0x10", "1e3", "1E300", "nan", "NaN", "inf", "-inf", "infinity", "1_000", "1,000", "1，000",
            "2.5.1",
            ".5", "2.", "--3", "+-3", "3h", "三", "٣", "①", "½", "3 h", "1e-9", "0b1", "3学时", "\u{0}3", "3\n4x",
        ] { #expect(flaw(typed) == .notANumber, "\(typed)") }
        for typed in ["-1", "25", "24.1", "-0.1"] { #expect(flaw(typed) == .outside, "\(typed)") }
        #expect(flaw("2.55") == .tooFine)
        #expect(flaw("0.0000000000000000000000000000000001") == .tooFine)
    }

    @Test("one to forty digits, with and without sign and point, never more than a flaw")
    func anyLength() {
        for count in 1...40 {
            for digit in ["1", "9", "0"] {
                let digits = String(repeating: digit, count: count)
                for typed in [digits, "-" + digits, "0." + digits, digits + "." + digits] {
                    let value = try? hours.number(typed)
                    #expect(value.map { (0...24).contains($0) } ?? true)
                    let whole = try? WholeNumberRule(1...1_000).number(typed)
                    #expect(whole.map { (1...1_000).contains($0) } ?? true)
                }
            }
        }
    }

    @Test("days")
    func days() {
        for typed in ["2026-09-30", "２０２６－０９－３０", "2026/9/30", "2026.9.30", "2026年9月30日", " 2026-9-30 "] {
            #expect(Day(typed: typed)?.iso == "2026-09-30", "\(typed)")
        }
        for typed in [
            "", "26-09-30", "2026-13-01", "2026-02-29", "2026-9", "0000-01-01", "2026-09-30-1", "2026--9-30",
            "+026-09-30",
            "2026-0９-3O", "99999-01-01", "20260930", "2026年9月30日1", "2026-９９９-01",
        ] { #expect(Day(typed: typed) == nil, "\(typed)") }
    }

    @Test("a slip of the year is met with the year that was meant")
    func slips() throws {
        let span = try #require(Day(iso: "2024-10-20"))...(try #require(Day(iso: "2026-11-29")))
        let held = try #require(Day(iso: "2026-10-20"))
        for (typed, meant) in [
            ("0026-10-10", "2026-10-10"), ("2206-10-10", "2026-10-10"), ("2062-10-10", "2026-10-10"),
            ("1026-10-10", "2026-10-10"), ("0025-10-10", "2025-10-10"), ("2016-10-10", "2026-10-10"),
        ] {
            let day = try #require(Day(iso: typed))
            #expect(day.inTheYearMeant(within: span, near: held)?.iso == meant, "\(typed)")
        }
        #expect(try #require(Day(iso: "0028-02-29")).inTheYearMeant(within: held...held, near: held) == nil)
    }

    @Test("a day that is written out in numerals is read") func inWords() {
        for (typed, iso) in [
            ("二〇二四年三月五日", "2024-03-05"), ("二零二四年十月十日", "2024-10-10"), ("二〇二四年十二月三十一日", "2024-12-31"),
            ("二○二四年二月廿九日", "2024-02-29"), ("贰零贰肆年拾壹月贰拾叁日", "2024-11-23"), ("2024年三月5号", "2024-03-05"),
        ] { #expect(Day(typed: typed)?.iso == iso, "\(typed)") }
        for typed in ["二〇二四年十三月一日", "三月五日", "二十四年三月五日", "二〇二四年三十二月五日", "十十年一月一日"] {
            #expect(Day(typed: typed) == nil, "\(typed)")
        }
        #expect("十年规划".withFiguresInDates == "10年规划" && "第十次".withFiguresInDates == "第十次")
    }
}
