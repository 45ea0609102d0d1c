import LedgerEngine
import Testing
import Vocabulary

@testable import YearDesk

/// How a year is laid out, and what fills it; nothing of it needs a database.
@Suite("Slots of a year") struct SlotFillingTests {
    private static let today = day("2026-09-30")
    private let unit = Subject(.unit, "U2")

    private func months(_ from: Int, _ to: Int, required: Int = 1, length: Int = 1) -> [YearWindow] {
        stride(from: from, through: to, by: length).compactMap { month in
            Day(year: 2026, month: month, day: 1).map {
                YearWindow(from: $0, to: $0.ending(months: length), required: required, on: Self.today)
            }
        }
    }

    private func slots(_ windows: [YearWindow], _ done: [Int], _ changes: [SlotChange] = []) -> [YearSlot] {
        SlotFilling(
            obligation: "1.1", subject: unit, windows: windows, done: done, changes: changes, asOf: Self.today
        ).slots
    }

    private func change(
        _ from: String, _ place: Int = 1, to newDay: String? = nil, answer: SlotAnswer? = .approved
    ) -> SlotChange {
        SlotChange(
            code: "NB-\(from)-\(place)", unit: "U2", year: 2026,
            key: SlotKey(obligation: "1.1", subject: unit, from: day(from), place: place), due: day(from),
            kind: newDay == nil ? .skip : .move, newDay: newDay.map(day),
            agreement: Agreement(reason: "防汛", agreedBy: "县委"), made: day(from), answer: newDay == nil ? answer : nil)
    }

    @Test(
        "a slot is due on the first day on which the ledger expects so many",
        arguments: [(12, 365), (4, 365), (3, 365), (1, 365), (1, 30), (1, 31), (1, 92), (30, 366), (366, 366)])
    func due(required: Int, length: Int) {
        let from = day("2026-01-01")
        let to = from + length - 1
        let entry = LedgerEntry(
            obligation: "1.1", subject: unit, unit: "U2", from: from, to: to, required: Double(required), done: 0,
            standing: .notYetDue)
        for place in 1...required {
            let due = SlotPace.due(place, of: required, from: from, to: to)
            #expect((entry.expected(by: due) ?? 0) >= Double(place), "\(place) of \(required)")
            if due > from { #expect((entry.expected(by: due - 1) ?? 0) < Double(place), "\(place) of \(required)") }
        }
    }

    @Test("twelve a year stand one in each month, four in each quarter, one in the autumn")
    func laidOut() {
        func due(_ required: Int) -> [Int] {
            YearWindow(from: day("2026-01-01"), to: day("2026-12-31"), required: required, on: Self.today).places
                .map(\.month)
        }
        #expect(due(12) == Array(1...12))
        #expect(due(4) == [3, 6, 9, 12])
        #expect(due(1) == [10])
    }

    @Test("a hole is a month that is over; what is going on is behind or due, what comes is to come")
    func states() {
        let windows = months(7, 12)
        let states = slots(windows, [1, 0, 0, 0, 0, 0]).map(\.state)
        #expect(states == [.held, .missing, .behind, .toCome, .toCome, .toCome])
        let early = YearWindow(from: day("2026-09-01"), to: day("2026-09-30"), required: 1, on: day("2026-09-10"))
        #expect(early.places.map(\.open) == [.due])
    }

    @Test("nothing is laid out of a window in which nothing is asked")
    func notAsked() {
        #expect(slots(months(1, 3), [-1, 0, 1]).map(\.key.from) == [day("2026-02-01"), day("2026-03-01")])
    }

    @Test("records fill the slots of their window in order, and more than are asked fill no other's")
    func order() {
        let quarters = months(1, 12, required: 2, length: 3)
        let found = slots(quarters, [3, 1, 0, 0])
        #expect(found.map(\.state) == [.held, .held, .held, .missing, .behind, .behind, .toCome, .toCome])
        #expect(found[1].record == 1 && found[2].record == 0)
    }

    @Test("a skipped slot is shown as skipped, is no hole, and is filled last by what is held in spite of it")
    func skipped() {
        let year = [YearWindow(from: day("2026-01-01"), to: day("2026-12-31"), required: 4, on: Self.today)]
        let skip = change("2026-01-01", 1)
        #expect(slots(year, [0], [skip]).map(\.state) == [.skipped, .behind, .behind, .toCome])
        #expect(slots(year, [2], [skip]).map(\.state) == [.skipped, .held, .held, .toCome])
        #expect(slots(year, [4], [skip]).map(\.state) == [.held, .held, .held, .held])
    }

    @Test("what is only asked for, or was returned, hides no hole and is filled like any other") func asked() {
        let windows = months(7, 9)
        for answer in [nil, SlotAnswer.returned] {
            let ask = change("2026-07-01", answer: answer)
            let open = slots(windows, [0, 1, 0], [ask])
            #expect(open.map(\.state) == [.missing, .held, .behind])
            #expect(open[0].asked == ask && SlotWords.state(open[0]).zh.hasPrefix("缺（"))
            #expect(slots(windows, [1, 1, 0], [ask])[0].state == .held)
        }
        #expect(SlotWords.state(slots(windows, [0, 1, 0], [change("2026-07-01")])[0]).zh == "经同意免办")
    }

    @Test("a figure that is no number of slots lays out none, and no figure traps") func bounds() {
        #expect([1, 0.4, 365.2, 366].map { SlotPace.count($0) } == [1, 1, 366, 366])
        for figure in [0, -1, -1e300, 366.5, 1e300, .infinity, -.infinity, .nan] {
            #expect(SlotPace.count(figure) == nil, "\(figure)")
        }
        #expect([2.5, 0, -3, -.infinity, .nan].map { SlotPace.held($0) } == [2, 0, 0, 0, 0])
        #expect(SlotPace.held(1e300) == Int(Int16.max) && SlotPace.held(.infinity) == Int(Int16.max))
    }

    @Test("what many subjects come to at once is the sum of what each lays out") func together() {
        var lane = YearLane(.sample, .unit, windows: months(1, 12, required: 2, length: 3), asOf: Self.today)
        let done: [[Int?]] = [[0, 0, 0, 0], [2, 1, 5, 0], [nil, 2, nil, 0], [1, 1, 1, 0], [2, 2, 2, 2]]
        for (number, done) in done.enumerated() {
            lane.add("U\(number)", of: "U\(number)", at: Int32(number), done)
        }
        // The fourth is nobody's.
        let owners: [Int32] = [0, 1, 0, -1, 1]
        var wanted = [YearCells(), YearCells()]
        for subject in lane.subjects where owners[subject] >= 0 {
            lane.eachSlot(of: subject, nil) { wanted[Int(owners[subject])].add($0, $1) }
        }
        #expect(lane.cells(by: owners, of: 2) == wanted)
        #expect(wanted[0].total() == 12 && wanted[1].total(.held) == 13)
        #expect((0..<5).map { lane.position(of: Int32($0)) } == [0, 1, 2, 3, 4] && lane.position(of: 5) == nil)
        // All at once, and of some nothing is asked.
        let table = (0..<4).map {
            YearSubjects.Subject(code: "U\($0)", unit: "U\($0)", number: Int32($0), place: Int32($0))
        }
        var all = YearLane(.sample, .unit, windows: months(7, 8), asOf: Self.today, among: table)
        all.add([[-1, 1, -1, 0], [-1, -1, 3, 0]])
        #expect(all.subjects.map { all.code(of: $0) } == ["U1", "U2", "U3"] && all.places == [1, 2, 3])
        #expect(all.subjects.map { all.done(by: $0) } == [[1, -1], [-1, 3], [0, 0]])
        #expect(all.position(of: 0) == nil && all.position(of: 2) == 1)
    }

    @Test("a moved slot stands on its new day, keeps the old one, and is filled by what its new month has besides")
    func moved() {
        let windows = months(7, 10)
        let move = change("2026-07-01", to: "2026-10-20")
        let open = slots(windows, [0, 1, 1, 0], [move])
        #expect(open[0].state == .toCome && open[0].standingMonth == 10 && open[0].month == 7)
        let one = slots(windows, [0, 1, 1, 1], [move])
        #expect(one.map(\.state) == [.toCome, .held, .held, .held], "October's own comes first")
        let two = slots(windows, [0, 1, 1, 2], [move])
        #expect(two.map(\.state) == [.held, .held, .held, .held])
        #expect(two[0].filledFrom == day("2026-10-01") && two[0].record == 1)
        let past = slots(windows, [0, 1, 1, 0], [change("2026-07-01", to: "2026-08-20")])
        #expect(past[0].state == .missing, "the new day has passed, too")
    }

    @Test("what a lane counts quickly is what it lays out, with and without changes")
    func counted() {
        var lane = YearLane(.sample, .unit, windows: months(7, 12), asOf: Self.today)
        lane.add("U2", of: "U2", [1, 0, nil, 0, 0, 0])
        func told(_ changes: [SlotChange]?) -> [String] {
            var found: [String] = []
            lane.eachSlot(of: 0, changes) { found.append("\($0) \($1.name)") }
            return found
        }
        let laid = lane.slots(of: 0, []).map { "\($0.standingMonth) \($0.state.name)" }
        #expect(told(nil) == laid && told([]) == laid)
        #expect(told(nil).first == "7 held" && told(nil).count == 5)
        #expect(told([change("2026-08-01")])[1] == "8 skipped")
        #expect(lane.figure(of: 0) == (1, 5))
    }

    @Test("an address names a slot and nothing else")
    func key() {
        let key = SlotKey(obligation: "9.1", subject: unit, from: day("2026-11-01"), place: 1)
        #expect(SlotKey(key.text) == key)
        for text in [
            "", "9.1 unit U2 2026-11-01", "9.1 person P1 2026-11-01 1", "9.1 unit U2 2026-13-01 1",
            "9.1 unit U2 2026-11-01 0", "9.1 unit U2 2026-11-01 999",
        ] {
            #expect(SlotKey(text) == nil, "\(text)")
        }
    }
}
