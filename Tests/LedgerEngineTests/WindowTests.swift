import Plans
import Testing
import Vocabulary

@testable import LedgerEngine

@Suite("The windows of a rule")
struct WindowTests {
    static let inForce = ["2024-01-01", "2024-02-29", "2025-03-31", "2025-07-15", "2025-12-31"]

    static func windows(_ window: Window?, recurs: Bool = true, inForce: Day, asOf: Day) -> [WindowSpan] {
        Rule(measure: .count, value: 1, unit: .session, window: window, recurs: recurs, bearer: .programme)
            .windows(inForce: inForce, begunBy: asOf.number)
    }

    @Test("of so many months follow each other from January, and every one begun is there", arguments: inForce)
    func blocks(inForce: String) throws {
        let inForce = try #require(Day(iso: inForce))
        let january = try #require(Day(year: inForce.year, month: 1, day: 1))
        let lengths: [(Window, Int)] =
            (1...13).map { (.months($0), $0) } + [
                (.quarters(1), 3), (.quarters(2), 6), (.years(1), 12), (.years(5), 60),
            ]
        for (window, months) in lengths {
            for days in stride(from: 0, through: 2300, by: 23) {
                let asOf = inForce + days
                let spans = Self.windows(window, inForce: inForce, asOf: asOf)
                let first = try #require(spans.first)
                #expect(first.contains(inForce.number), "the first of \(window.code) holds the day in force")
                #expect(spans.last?.contains(asOf.number) == true, "the last of \(window.code) holds \(asOf)")
                for span in spans {
                    let from = Day(number: span.from)
                    let since = (from.year - january.year) * 12 + from.month - 1
                    #expect(from.civil.day == 1 && since % months == 0, "\(window.code) begins on \(from)")
                    #expect(Day(number: span.to + 1) == from.adding(months: months))
                }
                for (one, next) in zip(spans, spans.dropFirst()) { #expect(next.from == one.to + 1) }
            }
        }
    }

    @Test("that do not recur are one, from the day in force", arguments: inForce)
    func once(inForce: String) throws {
        let inForce = try #require(Day(iso: inForce))
        for days in [0, 40, 4000] {
            let spans = Self.windows(.years(5), recurs: false, inForce: inForce, asOf: inForce + days)
            #expect(spans.map { Day(number: $0.from) } == [inForce])
            // A plan in force from 29 February ends with a February.
            let last = inForce.civil.day == 29 ? "2029-02-28" : (inForce.adding(months: 60) - 1).iso
            #expect(spans.map { Day(number: $0.to).iso } == [last])
        }
    }

    @Test("to a day of every year end on it and leave no day out", arguments: [(12, 10), (2, 29), (1, 1), (12, 31)])
    func everyYear(month: Int, day: Int) throws {
        for inForce in try Self.inForce.map({ try #require(Day(iso: $0)) }) {
            for days in stride(from: 0, through: 1500, by: 29) {
                let asOf = inForce + days
                let spans = Self.windows(.byEvery(month: month, day: day), inForce: inForce, asOf: asOf)
                #expect(spans.first?.contains(inForce.number) == true)
                #expect(spans.last?.contains(asOf.number) == true)
                for span in spans {
                    let last = Day(number: span.to).civil
                    #expect(last.month == month && last.day == min(day, Day.length(ofMonth: month, year: last.year)))
                }
                for (one, next) in zip(spans, spans.dropFirst()) { #expect(next.from == one.to + 1) }
            }
        }
    }

    @Test("to a day, once, end on it; without a window there is one that never ends")
    func fixed() throws {
        let inForce = try #require(Day(iso: "2025-03-01"))
        let last = try #require(Day(iso: "2025-12-31"))
        #expect(
            Self.windows(.by(last), recurs: false, inForce: inForce, asOf: last + 90)
                == [WindowSpan(from: inForce.number, to: last.number)])
        #expect(
            Self.windows(nil, recurs: false, inForce: inForce, asOf: last)
                == [WindowSpan(from: inForce.number, to: never)])
    }

    @Test("longer than the calendar are cut, not counted until the program stops")
    func absurd() throws {
        let inForce = try #require(Day(iso: "2025-03-01"))
        let spans = Self.windows(.years(.max), inForce: inForce, asOf: inForce)
        #expect(spans.map { Day(number: $0.to).iso } == ["2224-12-31"])
        #expect(Self.windows(.months(0), inForce: inForce, asOf: inForce).count == 1)
    }
}
