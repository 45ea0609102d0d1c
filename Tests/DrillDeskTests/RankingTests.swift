import Store
import Testing
import Vocabulary

@testable import DrillDesk

/// Numbers that come again with their seed.
private struct Dice {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 2_654_435_761 &+ 88_172_645_463_325_252 }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return range.lowerBound + Int(state % UInt64(range.count))
    }
}

@Suite("Places in a contest") struct RankingTests {
    /// Few different marks, so that equal totals are frequent.
    private static func field(_ dice: inout Dice, judges: Int) -> [Contestant] {
        (0..<dice.roll(1...9)).map { number in
            Contestant(
                entry: "E\(number)", unit: "U\(dice.roll(1...3))", theory: Score(dice.roll(7...9) * 10),
                marks: (0..<judges).map { _ in Score(hundredths: dice.roll(16...19) * 500) },
                time: dice.roll(0...3) == 0 ? nil : Score(dice.roll(1...3)))
        }
    }

    private static func judging(_ dice: inout Dice) -> Judging {
        Judging(
            theoryShare: [0, 20, 30, 100][dice.roll(0...3)], trimFrom: [0, 3, 5][dice.roll(0...2)],
            tieRule: TieRule.allCases[dice.roll(0...2)], prizes: [1, 2, 2])
    }

    @Test("places do not depend on the order in which contestants stand", arguments: 1...150)
    func order(seed: Int) {
        var dice = Dice(seed)
        let judging = Self.judging(&dice)
        var field = Self.field(&dice, judges: dice.roll(1...7))
        let places = judging.places(field)
        for place in field.indices.reversed() { field.swapAt(place, dice.roll(0...place)) }
        #expect(judging.places(field) == places)
        for place in field.indices {
            var marks = field[place].marks
            marks.reverse()
            field[place].marks = marks
        }
        #expect(judging.places(field) == places)
    }

    @Test(
        "a place is one more than there are before it; only equals share it, and the best is first", arguments: 1...150)
    func ranks(seed: Int) throws {
        var dice = Dice(seed)
        let judging = Self.judging(&dice)
        let places = judging.places(Self.field(&dice, judges: dice.roll(1...7)))
        #expect(places.first?.rank == 1)
        for one in places {
            let rank = try #require(one.rank)
            let total = try #require(one.total)
            #expect(rank == 1 + places.count { ($0.rank ?? 0) < rank })
            for other in places where other.entry != one.entry {
                let otherTotal = try #require(other.total)
                if otherTotal > total { #expect((other.rank ?? 0) < rank) }
                if other.rank == rank {
                    #expect(otherTotal == total && one.tie == .shared && other.tie == .shared)
                    if judging.tieRule != .shared { #expect(other.practice == one.practice && other.time == one.time) }
                    #expect(other.prize == one.prize, "who shares a place shares the prize")
                }
            }
        }
    }

    @Test("a better mark never costs a place, nor any other contestant gains by it", arguments: 1...150)
    func monotone(seed: Int) throws {
        var dice = Dice(seed)
        let judging = Self.judging(&dice)
        var field = Self.field(&dice, judges: dice.roll(1...7))
        let before = judging.places(field)
        let who = dice.roll(0...(field.count - 1))
        let which = dice.roll(0...(field[who].marks.count - 1))
        field[who].marks[which] = Score(100)
        let after = judging.places(field)
        func rank(_ places: [Placing], _ entry: String) -> Int { places.first { $0.entry == entry }?.rank ?? 0 }
        #expect(rank(after, field[who].entry) <= rank(before, field[who].entry))
        for other in field where other.entry != field[who].entry {
            #expect(rank(after, other.entry) >= rank(before, other.entry))
        }
    }

    @Test("the mean without extremes lies between them, and one extreme mark does not move it", arguments: 1...100)
    func trimmed(seed: Int) throws {
        var dice = Dice(seed)
        let judging = Judging(theoryShare: 0, trimFrom: 5, tieRule: .shared, prizes: [])
        var marks = (0..<dice.roll(5...9)).map { _ in Score(hundredths: dice.roll(6000...9900)) }
        let mean = try #require(judging.practice(marks))
        let sorted = marks.sorted()
        #expect(mean >= sorted[1] && mean <= sorted[sorted.count - 2])
        let highest = try #require(marks.firstIndex(of: sorted[sorted.count - 1]))
        marks[highest] = Score(100)
        #expect(judging.practice(marks) == mean)
        let few = Array(marks.prefix(4))
        #expect(judging.practice(few) == Score.mean(few), "with four judges nothing is left out")
    }

    @Test("what a mean is, to a hundredth, and how marks are written") func exact() throws {
        func score(_ text: String) throws -> Score {
            try #require(try Score(typed: text, most: 100, Words("分", "mark")))
        }
        #expect(try Score.mean([score("9.85"), score("9.86")])?.text == "9.86", "half a hundredth is rounded up")
        #expect(try Score.mean([score("92"), score("92.5"), score("93")])?.text == "92.5")
        #expect(try score("７５.０５").text == "75.05")
        #expect(Score.mean([]) == nil && Score(0).text == "0")
        for wrong in ["九十", "101", "-1", "80.125", "1e2"] {
            #expect(throws: (any Error).self, "\(wrong)") { try score(wrong) }
        }
    }

    @Test("totals weigh theory and practice; equals are told apart as it was published") func ties() {
        let field = [
            Contestant(entry: "A", unit: "U1", theory: Score(90), marks: [Score(80)], time: Score(30)),
            Contestant(entry: "B", unit: "U2", theory: Score(80), marks: [Score(90)], time: Score(40)),
            Contestant(entry: "C", unit: "U3", theory: Score(90), marks: [Score(80)], time: Score(20)),
            Contestant(entry: "D", unit: "U3", theory: nil, marks: [Score(100)], time: Score(1)),
        ]
        func told(_ rule: TieRule) -> [String] {
            Judging(theoryShare: 50, trimFrom: 5, tieRule: rule, prizes: [1, 1, 1]).places(field).map {
                "\($0.entry) \($0.total?.text ?? "–") \($0.rank ?? 0) \($0.tie.map { "\($0)" } ?? "–") \($0.prize)"
            }
        }
        #expect(
            told(.practiceTime)
                == ["B 85 1 practice first", "C 85 2 time second", "A 85 3 time third", "D – 0 – none"])
        #expect(told(.timePractice).map { $0.prefix(1) } == ["C", "A", "B", "D"])
        #expect(
            told(.shared)
                == ["A 85 1 shared first", "B 85 1 shared first", "C 85 1 shared first", "D – 0 – none"])
    }

    @Test("teams: points for prizes, then first prizes; every order of the same places is the same", arguments: 1...60)
    func teams(seed: Int) {
        var dice = Dice(seed)
        let judging = Self.judging(&dice)
        let places = judging.places(Self.field(&dice, judges: 3)) + judging.places(Self.field(&dice, judges: 3))
        let teams = TeamPlacing.places(places, points: [8, 4, 2])
        #expect(teams == TeamPlacing.places(places.reversed(), points: [8, 4, 2]))
        #expect(teams.first?.rank == 1 && zip(teams, teams.dropFirst()).allSatisfy { $0.rank <= $1.rank })
        #expect(
            teams.reduce(0) { $0 + $1.points }
                == places.reduce(0) { $0 + [0, 8, 4, 2][$1.prize.rawValue] })
        for (one, next) in zip(teams, teams.dropFirst()) { #expect(one.points >= next.points) }
    }

    @Test("an order that is drawn has everybody once, comes again with its seed, and is another with another")
    func draw() {
        let entries = (1...12).map { "BM2026-0000\($0)" }
        let order = Draw.order(entries, seed: "3-17-42")
        #expect(order.sorted() == entries.sorted() && order != entries)
        #expect(Draw.order(entries.reversed(), seed: "3-17-42") == order)
        #expect(Draw.order(entries, seed: "3-17-43") != order)
        // Whoever leaves does not change the order of the others.
        #expect(Draw.order(Array(entries.dropFirst()), seed: "3-17-42") == order.filter { $0 != entries[0] })
        // As any other program works it out: SHA-256 of `1 A` and `1 B`.
        #expect(Draw.digest(of: "A", seed: "1").count == 64)
    }
}

@Suite("What results of an exam come to") struct ExamFigureTests {
    private func lines(_ unit: String, sat: Int, absent: Int = 0, excused: Int = 0) -> [ExamLine] {
        (0..<sat).map { ExamLine(person: "\(unit)s\($0)", unit: unit, sitting: .sat, score: Score(80 + $0)) }
            + (0..<absent).map { ExamLine(person: "\(unit)a\($0)", unit: unit, sitting: .absent) }
            + (0..<excused).map { ExamLine(person: "\(unit)e\($0)", unit: unit, sitting: .seconded) }
    }

    @Test("the rate is of those who should sit it, not of those who came") func rate() {
        let figures = ExamFigures(lines("U1", sat: 9, absent: 1, excused: 5))
        #expect(figures.listed == 15 && figures.due == 10 && figures.sat == 9 && figures.absent == 1)
        #expect(figures.rate == "90.0" || figures.rate == "90")
        #expect(!figures.isBelow(90) && figures.isBelow(91) && figures.mean == Score(84))
        #expect(ExamFigures(lines("U1", sat: 0, excused: 3)).rate == nil)
    }

    @Test("no mean tells one person's score, alone or by what is left over", arguments: 1...6)
    func means(few: Int) {
        let units = ExamFigures.byUnit(lines("U1", sat: 8) + lines("U2", sat: few), least: 5)
        #expect(units.map(\.unit) == ["U1", "U2"])
        #expect((units[1].mean != nil) == (few >= 5))
        #expect((units[0].mean != nil) == (few >= 5), "the mean of all and of U1 give that of the few in U2")
    }
}
