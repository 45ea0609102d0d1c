import Testing
import Vocabulary

@testable import LedgerEngine

@Suite("The expected pace")
struct PaceTests {
    static let year = WindowSpan(from: 0, to: 364)

    /// The last day that has passed, counted from 1.
    static func pace(_ window: WindowSpan, after elapsed: Int32) -> Pace {
        Pace(window: window, asOf: window.from + elapsed - 1)
    }

    @Test(
        "expects of a year what was worked out on paper",
        arguments: [
            // 12 a year: 12 x 90 / 365 + 0.25 = 3.21; a day before the 23rd: 12 x 22 / 365 + 0.25 = 0.97
            (12.0, 90, 3.0), (12, 22, 0), (12, 23, 1),
            // 4 a year: 4 x 68 / 365 + 0.25 = 0.995, and 0.9998 a quarter of a day later is 69: 1.006
            (4, 68, 0), (4, 69, 1),
            // 1 a year: 273 / 365 + 0.25 = 0.998; 274 / 365 + 0.25 = 1.0007
            (1, 273, 0), (1, 274, 1), (1, 365, 1),
        ] as [(Double, Int32, Double)])
    func onPaper(required: Double, elapsed: Int32, expected: Double) {
        #expect(Self.pace(Self.year, after: elapsed).expected(required) == expected)
    }

    @Test("on every day of every length, and the next due day is the first that expects more", arguments: 1...13)
    func everyDay(required: Int) {
        for length in [28, 31, 59, 90, 92, 183, 365, 366] as [Int32] {
            let window = WindowSpan(from: 100, to: 100 + length - 1)
            var first: [Int: Int32] = [:]
            for elapsed in 1...length {
                let expected = Self.pace(window, after: elapsed).expected(Double(required))
                // The same in whole numbers: (4 x N x e + n) / 4n, rounded down.
                let onPaper = (4 * required * Int(elapsed) + Int(length)) / (4 * Int(length))
                #expect(Int(expected) == onPaper, "\(required) on day \(elapsed) of \(length)")
                for done in 0..<onPaper where first[done] == nil { first[done] = window.from + elapsed - 1 }
            }
            #expect(Self.pace(window, after: length).expected(Double(required)) == Double(required))
            for done in 0..<required {
                for half in [0, 0.5] {
                    let due = Self.pace(window, after: 1).nextDue(
                        required: Double(required), done: Double(done) + half)
                    #expect(due == first[done] ?? window.to, "\(Double(done) + half) of \(required) in \(length) days")
                }
            }
        }
    }

    @Test("a standing says one thing, on every day and for every figure")
    func standings() {
        for elapsed in 1...400 as ClosedRange<Int32> {
            let pace = Self.pace(Self.year, after: elapsed)
            for required in 0...5 {
                for done in 0...6 {
                    let expected = Int(pace.expected(Double(required)))
                    let standing: Standing =
                        if done >= required { .met } else if elapsed > 365 { .overdue } else if done < expected {
                            .behind
                        } else if done == 0, expected == 0 { .notYetDue } else { .onCourse }
                    let found = pace.standing(required: Double(required), done: Double(done), comparison: .atLeast)
                    #expect(found == standing, "\(done) of \(required) on day \(elapsed)")
                    let limit = pace.standing(required: Double(required), done: Double(done), comparison: .atMost)
                    #expect(limit == (done > required ? .overdue : .met))
                }
            }
        }
    }

    @Test("what has no end is never behind, never overdue, and has no next day and no estimate")
    func withoutEnd() {
        let pace = Pace(window: WindowSpan(from: 0, to: never), asOf: 100_000)
        #expect(pace.standing(required: 3, done: 0, comparison: .atLeast) == .notYetDue)
        #expect(pace.standing(required: 3, done: 1, comparison: .atLeast) == .onCourse)
        #expect(pace.standing(required: 3, done: 3, comparison: .atLeast) == .met)
        #expect(pace.nextDue(required: 3, done: 1) == nil)
        #expect(pace.forecast(done: 1) == nil)
    }

    @Test("estimates only after a twelfth of the window, and not once it is over")
    func forecast() {
        // 365 / 12 = 30.4: the 31st day is the first. 2 x 365 / 31 = 23.548.
        #expect(Self.pace(Self.year, after: 30).forecast(done: 2) == nil)
        #expect(Self.pace(Self.year, after: 31).forecast(done: 2) == 23.5)
        #expect(Self.pace(Self.year, after: 365).forecast(done: 2) == 2)
        #expect(Self.pace(Self.year, after: 366).forecast(done: 2) == nil)
        // 40 of 50 members in 73 days would be 200: no more than there are.
        #expect(Self.pace(Self.year, after: 73).forecast(done: 40, limit: 50) == 50)
    }
}
