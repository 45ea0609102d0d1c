import Exchange
import Formats
import Seats
import Testing
import Vocabulary

/// Numbers as nobody should write them.
enum ExtremeNumbers {
    static let texts: [String] =
        [
            "0", "-0", "-1", "1", "2", "3", "51", "52", "53", "63", "64", "65", "99", "100", "101", "0.5", "-0.5",
            "1e30", "-1e30", "1e-30",
            "1e400", "NaN", "Infinity", "-Infinity", "0x10", "007", "+5", "--5", "-", "", "1_000", "１２", "٣", "null",
            "true", "\"1\"", "[]", "{}", "127", "128", "255", "256", "32767", "32768", "65536", "1000001",
        ] + (1...40).flatMap { ["1" + String(repeating: "0", count: $0 - 1), String(repeating: "9", count: $0)] }
        + [15, 18, 19, 20, 40].map { "-" + String(repeating: "9", count: $0) }
}

@Suite("A seats file with any number anywhere is planned or refused with its place")
struct SeatFileExtremesTests {
    private static let file = """
        {"unit_kind": [0, 1], "away_pct": 50, "max_per_quarter": 1, "max_per_year": 2,
         "persons": {"unit": [0, 0, 1, 1], "category": [0, 0, 0, 1], "band": [0, 0, 0, 0],
                     "woman": [1, 0, 1, 0], "weight": [20, 5, 3, 1]},
         "classes": [
          {"id": 4, "start": 2, "weeks": 2, "quarter": 0, "cap": 2, "cats": [0, 1], "bands": [0],
           "women_pct": 30, "kind_pct": [10, 10]},
          {"id": 9, "start": 13, "weeks": 1, "quarter": 1, "cap": 1, "cats": [0], "bands": [0],
           "women_pct": 0, "kind_pct": [0, 0]}]}
        """

    /// Where numbers stand in the file.
    private static let places: [Range<String.Index>] = file.matches(of: /[0-9]+(?=[,\]}])/).map(\.range)

    private func plan(_ text: String) {
        do {
            let instance = try SeatFile.instance(Array(text.utf8))
            let proposal = try SeatPlanner(instance).propose(effort: SeatEffort(rounds: 3))
            #expect(SeatCheck(proposal.seats, in: instance).isFeasible, "\(text)")
            let figures = SeatFigures(of: proposal.seats, in: instance)
            for language in [Language.zh, .en] {
                let report = ByteOutput.text {
                    SeatReport(proposal, figures: figures, language: language).write(to: $0)
                }
                #expect(!report.isEmpty)
            }
            for person in 0..<instance.persons.count {
                _ = try SeatPlanner(instance).explain(person, seats: proposal.seats, wishes: .init())
            }
        } catch let unreadable as UnreadableJSON {
            #expect(!unreadable.sentence(in: .zh).isEmpty)
        } catch let trouble as SeatTrouble {
            #expect(!SeatText(.zh).trouble(trouble).isEmpty)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("one number at a time", arguments: ExtremeNumbers.texts)
    func one(number: String) {
        for place in Self.places { plan("\(Self.file[..<place.lowerBound])\(number)\(Self.file[place.upperBound...])") }
    }

    @Test("all numbers of a key at once", arguments: ExtremeNumbers.texts)
    func many(number: String) {
        for key in ["weight", "cap", "id", "unit", "cats", "band", "kind_pct", "unit_kind", "woman"] {
            guard let pattern = try? Regex("(\"\(key)\": \\[?)[0-9, ]+") else { continue }
            plan(
                Self.file.replacing(pattern) { match in
                    String(match.output[1].substring ?? "")
                        + (match.output[0].substring ?? "").filter { $0 == "," }.reduce(number) { text, _ in
                            "\(text),\(number)"
                        }
                })
        }
    }

    @Test("seats of anybody in any class", arguments: ExtremeNumbers.texts)
    func seats(number: String) throws {
        let instance = try SeatFile.instance(Array(Self.file.utf8))
        for text in [
            "[[\(number), 4]]", "[[0, \(number)]]", "[[\(number), \(number)]]", "[\(number)]", "[[0, 4, \(number)]]",
        ] {
            guard let seats = try? SeatFile.seats(Array(text.utf8)) else { continue }
            let check = SeatCheck(seats, in: instance, wishes: SeatWishes(pins: seats, forbids: seats))
            for breach in check.breaches { #expect(!SeatText(.en).breach(breach).isEmpty) }
            _ = SeatFigures(of: seats, in: instance)
            _ = try? SeatPlanner(instance).propose(wishes: SeatWishes(pins: seats), effort: SeatEffort(rounds: 1))
            _ = try? SeatPlanner(instance).propose(wishes: SeatWishes(forbids: seats), effort: SeatEffort(rounds: 1))
            _ = try? SeatPlanner(instance).propose(previous: seats, effort: SeatEffort(rounds: 1))
            _ = try? SeatPlanner(instance).explain(0, seats: seats, wishes: .init())
        }
    }

    @Test("deep nesting is refused, and so are more people than there can be")
    func large() throws {
        for opening in ["[", "{\"a\":", "{\"unit_kind\":["] {
            let text = "{\"x\": " + String(repeating: opening, count: 200_000)
            #expect(throws: UnreadableJSON.self) { try SeatFile.instance(Array(text.utf8)) }
        }
        let nobody = SeatPersons(unit: [], category: [], band: [], woman: [], weight: [])
        let units = SeatInstance(unitKind: [Int](repeating: 0, count: 5_000_000), persons: nobody, classes: [])
        #expect(throws: SeatTrouble.instance(place: "unit_kind", .outside(5_000_000, 0...200_000))) {
            try units.validate()
        }
        let many = [Int](repeating: 0, count: 5_000_000)
        let people = SeatPersons(
            unit: many, category: many, band: many, woman: [Bool](repeating: false, count: many.count), weight: many)
        #expect(throws: SeatTrouble.instance(place: "persons.unit", .outside(5_000_000, 0...1_000_000))) {
            try SeatInstance(unitKind: [0], persons: people, classes: []).validate()
        }
    }
}
