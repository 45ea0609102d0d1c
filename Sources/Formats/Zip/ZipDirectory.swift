/// What the end of an archive says of its directory, looked at before libzip reads it: names by the hundred thousand, chosen so
/// that they fall together in its table, would keep it busy for hours.
enum ZipDirectory {
    /// The most parts that any record at the end claims (APPNOTE 4.3.14 to 4.3.16).
    static func claimedParts(_ bytes: [UInt8]) -> UInt64 {
        // The record has 22 bytes, and a remark of up to 65,535 behind it.
        let tail = max(bytes.count - 22 - 65_535, 0)
        var most: UInt64 = 0
        for index in tail..<max(bytes.count - 21, tail) where bytes[index] == 0x50 {
            guard number(bytes, index, 4) == 0x0605_4B50 else { continue }
            most = max(most, number(bytes, index + 8, 2) ?? 0, number(bytes, index + 10, 2) ?? 0)
            // Twenty bytes before it may stand where the larger record is, which then counts.
            guard index >= 20, number(bytes, index - 20, 4) == 0x0706_4B50,
                let place = number(bytes, index - 12, 8).flatMap({ Int(exactly: $0) }), place <= bytes.count
            else { continue }
            most = max(most == 0xFFFF ? 0 : most, number(bytes, place + 24, 8) ?? 0, number(bytes, place + 32, 8) ?? 0)
        }
        return most
    }

    /// A number of so many bytes, the lowest first; nil where the bytes end.
    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt64? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        return (0..<count).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) }
    }
}
