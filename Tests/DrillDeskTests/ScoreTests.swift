import Pages
import Testing
import Vocabulary

@testable import DrillDesk

@Suite("Scores as they are typed") struct ScoreTests {
    private func read(_ typed: String) throws -> Int? {
        try Score(typed: typed, most: 1000, Words("成绩", "Result"))?.hundredths
    }

    @Test("a score is taken to a hundredth, and what is none is refused, however large")
    func typed() throws {
        #expect(try read("92.5") == 9250 && read(" １００ ") == 10_000 && read("0.29") == 29 && read("") == nil)
        for typed in [
            "nan", "inf", "-1", "1e400", "1001", "92.555", String(repeating: "9", count: 400), "0x10", "九十", "-0.01",
        ] {
            #expect(throws: FormFlaw.self, "\(typed)") { try read(typed) }
        }
    }
}
