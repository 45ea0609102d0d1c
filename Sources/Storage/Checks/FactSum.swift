import CSodium

/// What rows of a table come to, in whatever order they are added: their number, and a sum of their hashes.
///
/// Rows are what the columns say as text; the sum of two sets of rows is the sum of both sums (docs/decisions/0074).
struct FactSum: Hashable, Sendable {
    var rows = 0
    var low: UInt64 = 0
    var high: UInt64 = 0

    static func + (a: FactSum, b: FactSum) -> FactSum {
        FactSum(rows: a.rows + b.rows, low: a.low &+ b.low, high: a.high &+ b.high)
    }

    static func - (a: FactSum, b: FactSum) -> FactSum {
        FactSum(rows: a.rows - b.rows, low: a.low &- b.low, high: a.high &- b.high)
    }

    /// The sum of one row.
    init(of fields: any SQLFields, count: Int, by scratch: inout Scratch) {
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
        self.init(rows: 1, low: UInt64(littleEndian: low), high: UInt64(littleEndian: high))
    }

    /// Room that is used for one row after the other.
    struct Scratch {
        fileprivate var bytes: [UInt8] = []
        fileprivate var digest = [UInt8](repeating: 0, count: 16)
    }

    init(rows: Int = 0, low: UInt64 = 0, high: UInt64 = 0) {
        self.rows = rows
        self.low = low
        self.high = high
    }
}

/// In the journal: `rows:high:low`, the latter two in hexadecimal.
extension FactSum: Codable {
    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let parts = text.split(separator: ":")
        guard parts.count == 3, let rows = Int(parts[0]), let high = UInt64(parts[1], radix: 16),
            let low = UInt64(parts[2], radix: 16)
        else { throw UnexpectedRow("sums", expected: "rows:high:low") }
        self.init(rows: rows, low: low, high: high)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(rows):\(String(high, radix: 16)):\(String(low, radix: 16))")
    }
}
