import Seats
import Testing

@Suite struct FiguresTests {
    @Test("two people of one unit, one seated: half the unit is covered and the debt falls by the weight of that one")
    func halfCovered() {
        let instance = SeatInstance(
            unitKind: [0],
            persons: SeatPersons(
                unit: [0, 0], category: [0, 0], band: [0, 0], woman: [true, false], weight: [20, 3]),
            classes: [
                SeatClass(
                    id: 7, start: 0, weeks: 2, quarter: 0, cap: 1, cats: [0], bands: [0], womenPct: 0,
                    kindPct: [0, 0, 0])
            ])
        let figures = SeatFigures(of: [Seat(person: 0, classID: 7)], in: instance)
        #expect(figures.debtBefore == 23)
        #expect(figures.debtAfter == 3)
        #expect(figures.smallestShare == 0.5)
        #expect(figures.dueCovered == 1)
        #expect(figures.away[0...2] == [1, 1, 0])
    }
}
