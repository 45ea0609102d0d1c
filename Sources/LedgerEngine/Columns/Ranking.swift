/// Codes mapped to dense numbers in order of code, so that numbers sort as codes do.
struct Ranking: Sendable {
    private(set) var codes: [String]
    private var numbers: [String: Int32]

    init(_ codes: some Sequence<String>) {
        self.codes = Self.ascending(Array(codes))
        numbers = Dictionary(uniqueKeysWithValues: self.codes.enumerated().map { ($1, Int32($0)) })
    }

    /// A book comes in order of code as a rule: then there is nothing to sort.
    private static func ascending(_ codes: [String]) -> [String] {
        for index in codes.indices.dropFirst() where codes[index - 1] >= codes[index] { return Set(codes).sorted() }
        return codes
    }

    var count: Int { codes.count }
    subscript(number: Int32) -> String { codes[Int(number)] }

    subscript(code: String) -> Int32? { numbers[code] }
}
