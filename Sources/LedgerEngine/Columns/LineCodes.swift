/// Codes of participations in four bytes each: a series, which is letters and a count of digits, and a number in it.
struct LineCodes: Sendable {
    struct Series: Hashable, Sendable {
        var letters: String
        var digits: Int
    }

    private static let numberBits: UInt32 = 26
    static let isSpelled = UInt32.max
    private(set) var packed: Column<UInt32>
    private(set) var series: [Series]
    private var seriesNumbers: [Series: UInt32] = [:]
    private var latest: Series?
    private var latestNumber: UInt32 = 0
    private var latestLetters: [UInt8] = []
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

    /// The next code, known by its series and number.
    mutating func append(series one: Series, number: UInt32) {
        packed.append(pack(one, number))
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

    mutating func pack(_ code: String) -> UInt32 {
        var code = code
        let parts = code.withUTF8 { utf8 -> (cut: Int, number: UInt32)? in
            var cut = utf8.count
            while cut > 0, utf8.count - cut < 8, (48...57).contains(utf8[cut - 1]) { cut -= 1 }
            guard cut < utf8.count else { return nil }
            return (cut, utf8[cut...].reduce(0) { $0 * 10 + UInt32($1 - 48) })
        }
        guard let parts else { return Self.isSpelled }
        // Codes mostly come series by series.
        let isLatest = code.withUTF8 {
            $0.count - parts.cut == latest?.digits && latestLetters.elementsEqual($0.prefix(parts.cut))
        }
        if isLatest, parts.number < 1 << Self.numberBits { return latestNumber << Self.numberBits | parts.number }
        let letters = String(decoding: code.utf8.prefix(parts.cut), as: UTF8.self)
        return pack(Series(letters: letters, digits: code.utf8.count - parts.cut), parts.number)
    }

    private mutating func pack(_ one: Series, _ number: UInt32) -> UInt32 {
        guard number < 1 << Self.numberBits else { return Self.isSpelled }
        if one == latest { return latestNumber << Self.numberBits | number }
        if seriesNumbers[one] == nil {
            // The last series is left unused: its last number would look like a spelled one.
            guard series.count < 63 else { return Self.isSpelled }
            seriesNumbers[one] = UInt32(series.count)
            series.append(one)
        }
        latest = one
        latestLetters = Array(one.letters.utf8)
        latestNumber = seriesNumbers[one] ?? 0
        return latestNumber << Self.numberBits | number
    }
}
