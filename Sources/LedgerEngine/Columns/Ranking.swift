/// Codes mapped to dense numbers in order of code, so that numbers sort as codes do.
struct Ranking: Sendable {
    private(set) var codes: [String]
    private var numbers: [String: Int32]

    init(_ codes: some Sequence<String>) {
        self.codes = Set(codes).sorted()
        numbers = Dictionary(uniqueKeysWithValues: self.codes.enumerated().map { ($1, Int32($0)) })
    }

    var count: Int { codes.count }
    subscript(code: String) -> Int32? { numbers[code] }
    subscript(number: Int32) -> String { codes[Int(number)] }

    /// Bits of those codes that are known; at most 64 are (docs/ledger.md, "limits").
    func mask(_ wanted: some Sequence<String>) -> UInt64 {
        wanted.reduce(0) { mask, code in self[code].map { $0 < 64 ? mask | (1 << UInt64($0)) : mask } ?? mask }
    }
}
