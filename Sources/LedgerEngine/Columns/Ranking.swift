/// Codes mapped to dense numbers in order of code, so that numbers sort as codes do.
struct Ranking: Sendable {
    private(set) var codes: [String]
    /// Nil where codes are so rarely looked up that halving will do.
    private var numbers: [String: Int32]?

    init(_ codes: some Sequence<String>, indexed: Bool = true) {
        self.codes = Self.ascending(Array(codes))
        if indexed {
            numbers = Dictionary(uniqueKeysWithValues: self.codes.enumerated().map { ($1, Int32($0)) })
        }
    }

    /// A book comes in order of code as a rule: then there is nothing to sort.
    private static func ascending(_ codes: [String]) -> [String] {
        for index in codes.indices.dropFirst() where codes[index - 1] >= codes[index] { return Set(codes).sorted() }
        return codes
    }

    var count: Int { codes.count }
    subscript(number: Int32) -> String { codes[Int(number)] }

    subscript(code: String) -> Int32? {
        if let numbers { return numbers[code] }
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == code ? Int32(low) : nil
    }

    /// Bits of those codes that are known; at most 64 are (docs/ledger.md, "Limits").
    func mask(_ wanted: some Sequence<String>) -> UInt64 {
        wanted.reduce(0) { mask, code in self[code].map { $0 < 64 ? mask | (1 << UInt64($0)) : mask } ?? mask }
    }
}
