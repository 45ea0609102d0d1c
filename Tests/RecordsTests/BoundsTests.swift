import Records
import Testing
import Vocabulary

@Suite("Bounds")
struct BoundsTests {
    @Test("a person's record holds these fields and no others")
    func person() throws {
        let day = try #require(Day(iso: "2024-01-01"))
        let person = Person(code: "P1", name: "林青禾", sex: .female, birthMonth: "1984-07", recorded: day)
        #expect(
            Mirror(reflecting: person).children.compactMap(\.label) == [
                "code", "name", "sex", "birthMonth", "recorded",
            ])
    }

    @Test("a roster does not say why somebody is on it")
    func roster() throws {
        let day = try #require(Day(iso: "2024-01-01"))
        let entry = RosterEntry(code: "R1", roster: "L1", person: "P1", dated: Dated(from: day, recorded: day))
        #expect(Mirror(reflecting: entry).children.compactMap(\.label) == ["code", "roster", "person", "dated"])
    }
}
