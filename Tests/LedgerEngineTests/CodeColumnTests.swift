import Testing

@testable import LedgerEngine

/// Codes are found by number and numbers by code, however many came and went.
@Suite("Codes by number")
struct CodeColumnTests {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    @Test("as a dictionary would find them, while codes are added and taken out again", arguments: 1...12)
    func random(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        func code() -> String { ["P", "单位", "", "x-"][dice.roll(4)] + String(dice.roll(400)) }
        var known: [String] = []
        for _ in 0..<dice.roll(90) {
            let one = code()
            if !known.contains(one) { known.append(one) }
        }
        var column = CodeColumn(known)
        for _ in 0..<500 {
            let one = code()
            if dice.roll(3) == 0, !known.isEmpty {
                column.removeLast()
                known.removeLast()
            } else if !known.contains(one) {
                column.append(one)
                known.append(one)
            }
            let asked = (0..<5).map { _ in code() }
            let expected = asked.map { code in known.firstIndex(of: code).map(Int32.init) }
            #expect(asked.map { column[$0] } == expected)
            #expect(column.numbers(of: asked) == expected)
        }
        #expect(known.indices.map { column[Int32($0)] } == known)
        #expect(column.inOrder().map { column[$0] } == known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
