import Foundation
import Seats
import Testing

/// A shared instance with the relaxation's bound and the best fairness that was known before.
@Suite struct SharedInstanceTests {
    struct Case: Sendable {
        var name: String
        var bound: Int
        var gapPct: Double
        var smallestShare: Double
        var deviation: Double
    }

    static let cases = [
        // The large one takes long without optimisation; `bin/bench seats` measures it.
        Case(name: "p5k", bound: 263_670, gapPct: 0.3, smallestShare: 0.214, deviation: 0.1036)
    ]

    @Test(
        "the shared instance is planned within the limits, near the bound, and fairer than before", arguments: cases)
    func planned(_ known: Case) throws {
        guard let instance = try Self.instance(known.name) else {
            print("skipped: ../shared/bench/seat/\(known.name).json is not here")
            return
        }
        let planner = SeatPlanner(instance)
        let proposal = try planner.propose(effort: SeatEffort(rounds: 2))
        #expect(SeatCheck(proposal.seats, in: instance).isFeasible)
        #expect(Double(known.bound - proposal.value) <= Double(proposal.value) * known.gapPct / 100)
        #expect(proposal.value <= known.bound)
        let figures = SeatFigures(of: proposal.seats, in: instance)
        #expect(figures.dueCovered == figures.due)
        #expect(figures.smallestShare >= known.smallestShare)
        #expect(figures.shareDeviation <= known.deviation)

        var random = RandomWorld(seed: 77)
        var wishes = SeatWishes()
        while wishes.pins.count < 10 {
            let seatClass = instance.classes[random.below(instance.classes.count)]
            let seat = Seat(person: random.below(instance.persons.count), classID: seatClass.id)
            if instance.isEligible(seat.person, for: seatClass) { wishes.pins.append(seat) }
        }
        let next = try planner.propose(wishes: wishes, previous: proposal.seats)
        #expect(SeatCheck(next.seats, in: instance, wishes: wishes).isFeasible)
        #expect(try #require(next.changes).movedPct <= 5)
    }

    private static func instance(_ name: String) throws -> SeatInstance? {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/bench/seat/\(name).json")
        guard let data = try? Data(contentsOf: root.standardizedFileURL) else { return nil }
        let file = try JSONDecoder().decode(File.self, from: data)
        let persons = file.persons
        return SeatInstance(
            unitKind: file.unit_kind,
            persons: SeatPersons(
                unit: persons.unit, category: persons.category, band: persons.band,
                woman: persons.woman.map { $0 == 1 },
                weight: persons.weight),
            classes: file.classes.map {
                SeatClass(
                    id: $0.id, start: $0.start, weeks: $0.weeks, quarter: $0.quarter, cap: $0.cap, cats: $0.cats,
                    bands: $0.bands, womenPct: $0.women_pct, kindPct: $0.kind_pct)
            }, awayPct: file.away_pct)
    }

    private struct File: Decodable {
        struct Persons: Decodable { var unit, category, band, woman, weight: [Int] }
        struct Class: Decodable {
            var id, start, weeks, quarter, cap, women_pct: Int
            var cats, bands, kind_pct: [Int]
        }
        var unit_kind: [Int]
        var away_pct: Int
        var persons: Persons
        var classes: [Class]
    }
}
