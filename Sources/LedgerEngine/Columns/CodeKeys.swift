/// Numbers by code, found from a code's letters without making a text of them: up to 15 letters are two words.
struct CodeKeys {
    struct Key: Equatable {
        var first: UInt64
        /// The other letters, and how many there are in all.
        var second: UInt64

        fileprivate init(first: UInt64, second: UInt64) {
            self.first = first
            self.second = second
        }

        /// Nil for a code of more than 15 letters.
        init?(_ letters: UnsafeBufferPointer<UInt8>) {
            guard letters.count < 16 else { return nil }
            first = 0
            second = UInt64(letters.count) << 56
            for index in 0..<min(8, letters.count) { first |= UInt64(letters[index]) << UInt64(index * 8) }
            var index = 8
            while index < letters.count {
                second |= UInt64(letters[index]) << UInt64(index * 8 - 64)
                index += 1
            }
        }

        var hash: UInt64 {
            let mixed = (first &* 0x9e37_79b9_7f4a_7c15) ^ (second &* 0xc2b2_ae3d_27d4_eb4f)
            // The high bits of the product are the mixed ones: shifted after it, not before.
            return ((mixed ^ mixed >> 29) &* 0x9e37_79b9_7f4a_7c15) >> 20
        }
    }

    private struct Slot {
        var key: Key
        /// −1 where the slot is free.
        var number: Int32
    }

    private var slots: [Slot]
    private let mask: Int
    private var long: [String: Int32] = [:]

    /// Each code with its place as number; of equal ones the last.
    init(_ codes: [String]) {
        var size = 16
        while size < codes.count * 2 { size *= 2 }
        mask = size - 1
        slots = [Slot](repeating: Slot(key: Key(first: 0, second: 0), number: -1), count: size)
        for (number, code) in codes.enumerated() {
            var text = code
            guard let key = text.withUTF8({ Key($0) }) else {
                long[code] = Int32(number)
                continue
            }
            slots[place(of: key)] = Slot(key: key, number: Int32(number))
        }
    }

    subscript(letters: UnsafeBufferPointer<UInt8>) -> Int32? {
        guard let key = Key(letters) else { return long[String(decoding: letters, as: UTF8.self)] }
        let number = slots[place(of: key)].number
        return number < 0 ? nil : number
    }

    /// Where a key stands, or would stand.
    private func place(of key: Key) -> Int {
        var place = Int(truncatingIfNeeded: key.hash) & mask
        while slots[place].number >= 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }
}
