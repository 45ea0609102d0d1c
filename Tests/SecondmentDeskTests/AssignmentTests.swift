import Testing
import Vocabulary

@testable import SecondmentDesk

@Suite("Who goes where") struct AssignmentTests {
    /// The same numbers in each run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    /// By trying every way: most placed, then least cost.
    private func best(_ costs: [[Int?]]) -> (placed: Int, cost: Int) {
        func tried(_ row: Int, _ used: Set<Int>) -> (placed: Int, cost: Int) {
            guard row < costs.count else { return (0, 0) }
            var best = tried(row + 1, used)
            for (column, cost) in costs[row].enumerated() where !used.contains(column) {
                guard let cost else { continue }
                let rest = tried(row + 1, used.union([column]))
                let found = (placed: rest.placed + 1, cost: rest.cost + cost)
                if found.placed > best.placed || found.placed == best.placed && found.cost < best.cost { best = found }
            }
            return best
        }
        return tried(0, [])
    }

    private func costs(_ rows: Int, _ columns: Int, by dice: inout Dice) -> [[Int?]] {
        (0..<rows).map { _ in
            (0..<columns).map { _ in
                Int.random(in: 0..<3, using: &dice) == 0 ? nil : Int.random(in: 0..<25, using: &dice)
            }
        }
    }

    @Test("as many are placed as can be, and of all ways to do so at the least cost: as when every way is tried")
    func optimal() {
        var dice = Dice(state: 7)
        for _ in 0..<300 {
            let (rows, columns) = (Int.random(in: 1...5, using: &dice), Int.random(in: 1...5, using: &dice))
            let costs = costs(rows, columns, by: &dice)
            let found = Assignment.cheapest(costs)
            let taken = found.compactMap { $0 }
            #expect(found.count == rows && Set(taken).count == taken.count, "no place twice: \(costs)")
            let pairs = found.enumerated().compactMap { row, column in column.map { costs[row][$0] } }
            #expect(pairs.allSatisfy { $0 != nil }, "nothing that cannot be: \(costs)")
            let best = best(costs)
            #expect(taken.count == best.placed && pairs.compactMap { $0 }.reduce(0, +) == best.cost, "\(costs)")
        }
    }

    @Test("nobody and no place, and nothing possible, are answers too") func empty() {
        #expect(Assignment.cheapest([]) == [])
        #expect(Assignment.cheapest([[], []]) == [nil, nil])
        #expect(Assignment.cheapest([[nil, nil], [nil, nil]]) == [nil, nil])
    }

    @Test("sixty on forty-five places are settled, each place once") func size() {
        var dice = Dice(state: 45)
        let costs = costs(60, 45, by: &dice)
        let found = Assignment.cheapest(costs)
        let taken = found.compactMap { $0 }
        #expect(taken.count == 45 && Set(taken).count == 45)
        #expect(Assignment.cheapest(costs) == found, "the same costs give the same answer")
    }

    private func nominee(
        _ code: String, _ wishes: [String], yields: Bool = true, skills: [String] = [], units: Set<String> = [],
        against: [String: String] = [:]
    ) -> PostMatching.Nominee {
        .init(
            code: code, wishes: wishes, yields: yields, skills: skills, units: units,
            against: against.mapValues { [.init($0, $0)] })
    }

    private func told(_ matching: PostMatching) -> [String] {
        matching.pairs.map { "\($0.nominee) \($0.post)：\($0.why.zh)" }
            + matching.unplaced.map { "\($0.nominee)：\($0.why.words.zh)" }
            + matching.unfilled.map { "\($0.post) 余\($0.left)：\($0.why.words.zh)" }
    }

    @Test("a wish goes before none, the first before the second, and who has no other way goes before who has")
    func wishes() {
        let matching = PostMatching(
            [
                nominee("甲", ["A", "B"]), nominee("乙", ["A"], yields: false),
                nominee("丙", [], skills: ["财务管理"]), nominee("丁", ["A"], yields: false),
            ],
            on: [
                .init(code: "A", host: "U1"), .init(code: "B", host: "U2"),
                .init(code: "C", host: "U3", left: 2, skills: ["财务"]),
            ])
        #expect(
            told(matching) == [
                "甲 B：第二志愿", "乙 A：第一志愿", "丙 C：服从调剂，特长相符：财务",
                "丁：可去的岗位已建议给志愿更靠前或更难安排的人", "C 余1：可去的人都有更合意愿的岗位",
            ])
    }

    @Test("nobody is sent to their own unit or against the rules, and each is told why not") func rules() {
        let matching = PostMatching(
            [
                nominee("甲", ["A"], units: ["U1"]), nominee("乙", ["A"], against: ["A": "开始时46岁", "B": "开始时46岁"]),
                nominee("丙", ["C"], yields: false),
            ], on: [.init(code: "A", host: "U1"), .init(code: "B", host: "U1", left: 3)])
        #expect(
            told(matching) == [
                "甲：这一类别没有可去的岗位", "乙：条件不符：开始时46岁", "丙：志愿岗位都不能安排，本人不服从调剂",
                "A 余1：没有符合条件的人选", "B 余3：没有符合条件的人选",
            ])
        #expect(told(PostMatching([nominee("甲", [])], on: [])) == ["甲：这一类别没有可去的岗位"])
        #expect(told(PostMatching([], on: [.init(code: "A", host: "U1")])) == ["A 余1：没有符合条件的人选"])
    }
}
