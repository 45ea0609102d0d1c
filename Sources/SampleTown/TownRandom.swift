/// SplitMix64 (Sebastiano Vigna, public domain): the same seed gives the same town on every machine and Swift release.
struct TownRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for one part of the town, so that a change in one part leaves the others as they were.
    init(seed: UInt64, for part: StaticString) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        part.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        state = seed ^ hash
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// From 0 up to, not including, `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True so many times in a thousand.
    mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        var index = items.count - 1
        while index > 0 {
            items.swapAt(index, below(index + 1))
            index -= 1
        }
        return items
    }
}
