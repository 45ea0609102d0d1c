import Records
import Testing
import Vocabulary

@Suite("What was known when")
struct DatedTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test("before it was recorded, a fact is unknown")
    func unknown() throws {
        let dated = Dated(from: try day("2024-01-01"), recorded: try day("2024-01-10"))
        #expect(dated.span(knownAt: try day("2024-01-09")) == nil)
        #expect(dated.span(knownAt: try day("2024-01-10")) == DaySpan(from: try day("2024-01-01")))
    }

    @Test("an end that was recorded later was open until then")
    func laterEnd() throws {
        let dated = Dated(
            from: try day("2024-01-01"), until: try day("2024-06-30"), recorded: try day("2024-01-10"),
            endRecorded: try day("2024-07-05"))
        #expect(dated.span(knownAt: try day("2024-07-04")) == DaySpan(from: try day("2024-01-01")))
        #expect(dated.span(knownAt: try day("2024-07-05"))?.until == (try day("2024-06-30")))
    }

    @Test("an end known from the start was never open")
    func knownEnd() throws {
        let dated = Dated(from: try day("2024-01-01"), until: try day("2024-06-30"), recorded: try day("2024-01-10"))
        #expect(dated.span(knownAt: try day("2024-01-10"))?.until == (try day("2024-06-30")))
    }
}
