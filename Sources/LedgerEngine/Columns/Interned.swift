/// A short list of codes as numbers, in the order in which they were met; the first 64 by code have a bit.
struct Interned: Sendable {
    private(set) var codes: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The bit of each number; nil for those beyond 64.
    private var bits: [UInt64?] = []

    init(_ codes: [String] = []) { for code in codes { _ = number(code) } }

    var count: Int { codes.count }
    subscript(number: Int32) -> String { codes[Int(number)] }
    subscript(code: String) -> Int32? { numbers[code] }
    func bit(_ number: Int32) -> UInt64 { bits[Int(number)] ?? 0 }

    /// The number of a code, a new one where it was not met before.
    mutating func number(_ code: String) -> Int32 {
        if let known = numbers[code] { return known }
        let number = Int32(codes.count)
        codes.append(code)
        numbers[code] = number
        bits.append(number < 64 ? 1 << UInt64(number) : nil)
        return number
    }

    /// Takes the latest out again.
    mutating func removeLast(_ removed: Int) {
        for code in codes.suffix(removed) { numbers[code] = nil }
        codes.removeLast(removed)
        bits.removeLast(removed)
    }

    /// Gives the bits to the first 64 by code (docs/ledger.md, "Limits"); for when all codes have been met.
    mutating func settle() {
        guard codes.count > 64 else { return }
        let first = codes.indices.sorted { codes[$0] < codes[$1] }.prefix(64)
        bits = [UInt64?](repeating: nil, count: codes.count)
        for (place, number) in first.enumerated() { bits[number] = 1 << UInt64(place) }
    }

    /// Bits of those codes that are known.
    func mask(_ wanted: some Sequence<String>) -> UInt64 {
        wanted.reduce(0) { mask, code in numbers[code].map { mask | bit($0) } ?? mask }
    }

    /// Whether every code has a bit.
    func covers(_ wanted: some Sequence<String>) -> Bool {
        wanted.allSatisfy { code in numbers[code].map { bit($0) != 0 } ?? false }
    }
}
