import Seats

/// An invented year to try the planner on: 24 classes, 1,200 people in 40 units. The same every time.
enum SampleYear {
    static let people = 1_200
    static let units = 40

    static var instance: SeatInstance {
        var random = Draw(state: 2026)
        let unitKind = (0..<units).map { $0 < 6 ? 0 : $0 < 22 ? 1 : 2 }
        var persons = SeatPersons(unit: [], category: [], band: [], woman: [], weight: [])
        for _ in 0..<people {
            persons.unit.append(random.below(units))
            persons.category.append([0, 0, 1, 1, 1, 2][random.below(6)])
            persons.band.append([0, 0, 0, 1, 1, 2][random.below(6)])
            persons.woman.append(random.below(100) < 38)
            persons.weight.append([20, 20, 5, 5, 5, 3, 3, 3, 1, 1, 1, 1][random.below(12)])
        }
        let classes = (0..<24).map { index in
            let quarter = index % 4
            let weeks = [1, 1, 2, 2, 4][random.below(5)]
            return SeatClass(
                id: index + 1, start: quarter * 13 + random.below(14 - weeks), weeks: weeks, quarter: quarter,
                cap: 24 + random.below(5) * 4, cats: index % 3 == 0 ? [0, 1, 2] : index % 3 == 1 ? [0, 1] : [1, 2],
                bands: index % 5 == 0 ? [1, 2] : index % 2 == 0 ? [0, 1] : [0, 1, 2],
                womenPct: [25, 30, 35][random.below(3)],
                kindPct: [10, 30, 30])
        }
        return SeatInstance(unitKind: unitKind, persons: persons, classes: classes)
    }

    /// A linear congruential generator (Knuth's constants): invented people need no better chance.
    private struct Draw {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }
}
