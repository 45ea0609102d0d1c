/// Codes of participations in four bytes each: a series, which is letters and a count of digits, and a number in it.
struct LineCodes: Sendable {
    struct Series: Hashable, Sendable {
        var letters: String
        var digits: Int
    }

    private static let numberBits: UInt32 = 26
    private static let isSpelled = UInt32.max
    private(set) var packed: Column<UInt32>
    private(set) var series: [Series]
    private var seriesNumbers: [Series: UInt32] = [:]
    /// Codes that are of no series, or of one too many.
    private(set) var spelled: [Int32: String]

    init(capacity: Int) {
        packed = Column(capacity: capacity)
        series = []
        spelled = [:]
    }

    init(packed: Column<UInt32>, series: [Series], spelled: [Int32: String]) {
        self.packed = packed
        self.series = series
        self.spelled = spelled
        for (number, one) in series.enumerated() { seriesNumbers[one] = UInt32(number) }
    }

    subscript(line: Int32) -> String {
        let bits = packed[line]
        if bits == Self.isSpelled { return spelled[line] ?? "" }
        let one = series[Int(bits >> Self.numberBits)]
        let number = String(bits & ((1 << Self.numberBits) - 1))
        return one.letters + String(repeating: "0", count: max(0, one.digits - number.utf8.count)) + number
    }

    mutating func append(_ code: String) {
        let bits = pack(code)
        if bits == Self.isSpelled { spelled[Int32(packed.count)] = code }
        packed.append(bits)
    }

    mutating func removeLast() {
        spelled[Int32(packed.count - 1)] = nil
        packed.removeLast()
    }

    /// The lines in another order: `order[new]` is the old line.
    mutating func reorder(_ order: Column<UInt32>) {
        let wider = Column<UInt32>(repeating: 0, count: order.count)
        var moved: [Int32: String] = [:]
        for line in order.indices {
            let old = Int(order[line])
            wider[line] = packed[old]
            if packed[old] == Self.isSpelled { moved[Int32(line)] = spelled[Int32(old)] }
        }
        packed = wider
        spelled = moved
    }

    private mutating func pack(_ code: String) -> UInt32 {
        let utf8 = Array(code.utf8)
        var cut = utf8.count
        while cut > 0, utf8.count - cut < 8, (48...57).contains(utf8[cut - 1]) { cut -= 1 }
        guard cut < utf8.count else { return Self.isSpelled }
        var number: UInt32 = 0
        for digit in utf8[cut...] { number = number * 10 + UInt32(digit - 48) }
        guard number < 1 << Self.numberBits else { return Self.isSpelled }
        let one = Series(letters: String(decoding: utf8[..<cut], as: UTF8.self), digits: utf8.count - cut)
        if let known = seriesNumbers[one] { return known << Self.numberBits | number }
        // The last series is left unused: its last number would look like a spelled one.
        guard series.count < 63 else { return Self.isSpelled }
        seriesNumbers[one] = UInt32(series.count)
        series.append(one)
        return UInt32(series.count - 1) << Self.numberBits | number
    }
}
