import Testing

@testable import NeedsDesk

@Suite("Figures that are too small to be shown") struct ShownCountsTests {
    @Test("cells under five are hidden, and none alone in its row or column")
    func small() {
        // Options by groups: 10+3, 12+9, and their totals.
        let shown = ShownCounts([[10, 3], [12, 9]], totals: [13, 21], answered: [22, 12], fewest: 5, addsUp: true)
        #expect(shown.cells[0] == [.hidden, .hidden], "3 is hidden, and 13 − 10 would tell it")
        #expect(shown.cells[1] == [.hidden, .hidden], "12 goes with 10, 9 with 3: each column adds up to its group")
        #expect(shown.totals == [.shown(13), .shown(21)])
    }

    @Test("a total that is too small takes the next with it, where options add up")
    func totals() {
        let one = ShownCounts([[], [], []], totals: [30, 8, 2], answered: [], fewest: 5, addsUp: true)
        #expect(one.totals == [.shown(30), .hidden, .hidden])
        let several = ShownCounts([[], [], []], totals: [30, 8, 2], answered: [], fewest: 5, addsUp: false)
        #expect(several.totals == [.shown(30), .shown(8), .hidden], "of several choices no sum tells one")
    }

    @Test("nothing is hidden by name, and a nought tells nothing")
    func shown() {
        let named = ShownCounts([[1, 2]], totals: [3], answered: [1, 2], fewest: nil, addsUp: true)
        #expect(named.cells == [[.shown(1), .shown(2)]] && named.totals == [.shown(3)])
        let none = ShownCounts([[0, 7], [6, 8]], totals: [7, 14], answered: [6, 15], fewest: 5, addsUp: true)
        #expect(none.cells == [[.shown(0), .shown(7)], [.shown(6), .shown(8)]])
    }

    @Test("of a group of three nothing is shown, not even that none of them chose something")
    func smallGroup() {
        let shown = ShownCounts([[3, 20], [0, 30]], totals: [23, 30], answered: [3, 50], fewest: 5, addsUp: true)
        #expect(shown.cells.map { $0[0] } == [.hidden, .hidden])
    }

    @Test("whatever the figures, no hidden one is what the rest of its sum leaves")
    func atRandom() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let groups = Int.random(in: 0...5, using: &random)
            let counts = (0..<Int.random(in: 2...6, using: &random)).map { _ in
                (0..<groups).map { _ in Int.random(in: 0...12, using: &random) }
            }
            let totals = counts.map { $0.reduce(0, +) }
            let answered = (0..<groups).map { group in counts.reduce(0) { $0 + $1[group] } }
            let shown = ShownCounts(counts, totals: totals, answered: answered, fewest: 5, addsUp: true)
            for (option, row) in shown.cells.enumerated() {
                for (group, cell) in row.enumerated() where cell != .hidden {
                    #expect(cell == .shown(counts[option][group]) && answered[group] >= 5)
                    #expect(counts[option][group] == 0 || counts[option][group] >= 5)
                }
                // With its total shown, a row with one hidden would tell it.
                #expect(shown.totals[option] == .hidden || row.count { $0 == .hidden } != 1)
            }
            #expect(shown.totals.count { $0 == .hidden } != 1 || shown.totals.count { $0.count ?? 0 > 0 } == 0)
        }
    }
}
