import CSodium
import Store

/// What rows of a table come to, in whatever order they are added: their number, and a sum of their hashes.
///
/// Rows are what the columns say as text; the sum of two sets of rows is the sum of both sums (docs/decisions/0074).
///
/// A third sum takes each row's hash times a weight that its key alone gives. Where one row was altered, the difference of
/// that sum is the difference of the plain one times the row's weight: so the row is found, though only sums are kept.
struct FactSum: Hashable, Sendable {
    var rows = 0
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Nil where a book of an earlier program is among the rows: it has no such sum.
    var weighed: UInt64? = 0

    static func == (a: FactSum, b: FactSum) -> Bool { a.rows == b.rows && a.low == b.low && a.high == b.high }

    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }

    static func + (a: FactSum, b: FactSum) -> FactSum {
        FactSum(
            rows: a.rows + b.rows, low: a.low &+ b.low, high: a.high &+ b.high, weighed: both(a.weighed, b.weighed, &+))
    }

    static func - (a: FactSum, b: FactSum) -> FactSum {
        FactSum(
            rows: a.rows - b.rows, low: a.low &- b.low, high: a.high &- b.high, weighed: both(a.weighed, b.weighed, &-))
    }

    private static func both(_ a: UInt64?, _ b: UInt64?, _ join: (UInt64, UInt64) -> UInt64) -> UInt64? {
        guard let a, let b else { return nil }
        return join(a, b)
    }

    /// True where altering one row of this weight, and nothing else, makes this difference of two sums.
    func isOfOneRow(weighing weight: UInt64) -> Bool { rows == 0 && weighed == low &* weight }

    /// What a row weighs, by the columns that name it: odd, so that no difference is lost.
    static func weight(of fields: any SQLFields, keys: Int) -> UInt64 {
        // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), mixed once more (MurmurHash3's last step, A. Appleby). It never changes:
        // sums stand in the journal.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in 0..<keys {
            for byte in fields.letters(at: Int32(place)) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return (hash ^ hash >> 33) | 1
    }

    /// The sum of one row, whose weight is known.
    init(of fields: any SQLFields, count: Int, weighing weight: UInt64, by scratch: inout Scratch) {
        scratch.bytes.removeAll(keepingCapacity: true)
        for place in 0..<count {
            let letters = fields.letters(at: Int32(place))
            // Each field counts with its length: text does not run into its neighbour.
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: letters.count).littleEndian) {
                scratch.bytes.append(contentsOf: $0)
            }
            scratch.bytes.append(contentsOf: letters)
        }
        // Cannot fail: the length is one that the function takes.
        _ = crypto_generichash(&scratch.digest, 16, scratch.bytes, UInt64(scratch.bytes.count), nil, 0)
        let (low, high) = scratch.digest.withUnsafeBytes {
            ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self))
        }
        self.init(
            rows: 1, low: UInt64(littleEndian: low), high: UInt64(littleEndian: high),
            weighed: UInt64(littleEndian: low) &* weight)
    }

    /// Room that is used for one row after the other.
    struct Scratch {
        fileprivate var bytes: [UInt8] = []
        fileprivate var digest = [UInt8](repeating: 0, count: 16)
    }

    init(rows: Int = 0, low: UInt64 = 0, high: UInt64 = 0, weighed: UInt64? = 0) {
        self.rows = rows
        self.low = low
        self.high = high
        self.weighed = weighed
    }
}

/// In the journal: `rows:high:low:weighed`, the latter three in hexadecimal; the last is missing in older books.
extension FactSum: Codable {
    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let parts = text.split(separator: ":")
        guard parts.count == 3 || parts.count == 4, let rows = Int(parts[0]), let high = UInt64(parts[1], radix: 16),
            let low = UInt64(parts[2], radix: 16)
        else { throw UnexpectedRow("sums", expected: "rows:high:low") }
        self.init(rows: rows, low: low, high: high, weighed: parts.count == 4 ? UInt64(parts[3], radix: 16) : nil)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let last = weighed.map { ":" + String($0, radix: 16) } ?? ""
        try container.encode("\(rows):\(String(high, radix: 16)):\(String(low, radix: 16))\(last)")
    }
}
