import CSodium
import LedgerEngine
import Plans
import Vocabulary

/// The whole result in sixteen digits: rows (unit, rule, window, num, den, met) as sorted 64-bit integers, SHA-256.
struct ProvinceDigest {
    let line: String
    let rows: Int

    init(_ live: LiveLedger) {
        var rows: [[Int64]] = []
        for obligation in live.edition.obligations {
            let place = ProvinceEdition.place(of: obligation.id)
            for window in 0..<min(place.windows, live.windowCount(of: obligation.id)) {
                for row in live.rows(of: obligation.id, window: window) {
                    // Turnout is told as a share of what is required, the others as a share of those counted.
                    let whole = place.rule == 12 ? Int(row.required) : row.population
                    rows.append([
                        Int64(row.unit), Int64(place.rule), Int64(place.offset + place.stride * window),
                        Int64(row.done), Int64(whole), Double(row.done) >= row.required ? 1 : 0,
                    ])
                }
            }
        }
        rows.sort { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) }
        self.rows = rows.count
        let flat = rows.flatMap { $0 }
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        flat.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: UInt8.self).baseAddress
            _ = crypto_hash_sha256(&digest, start, UInt64(bytes.count))
        }
        line = digest.prefix(8).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
