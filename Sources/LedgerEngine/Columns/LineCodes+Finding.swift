extension LineCodes {
    /// The lines with these codes, for those that are here. Every code is looked at once, as four bytes.
    func lines(coded wanted: some Collection<String>) -> [String: Int32] {
        var found: [String: Int32] = [:]
        var byBits: [UInt32: String] = [:]
        var spelledOut: Set<String> = []
        // A copy learns of series that are not known here, of which there is no line.
        var reader = self
        for code in wanted {
            let bits = reader.pack(code)
            if bits == Self.isSpelled { spelledOut.insert(code) } else { byBits[bits] = code }
        }
        if !spelledOut.isEmpty { for (line, code) in spelled where spelledOut.contains(code) { found[code] = line } }
        guard !byBits.isEmpty else { return found }
        // Nearly all lines are told apart by their last bits, without asking the dictionary.
        var mayBeWanted = [Bool](repeating: false, count: 1 << 16)
        for bits in byBits.keys { mayBeWanted[Int(bits & 0xffff)] = true }
        mayBeWanted.withUnsafeBufferPointer { mayBeWanted in
            for line in 0..<packed.count where mayBeWanted[Int(packed[line] & 0xffff)] {
                if let code = byBits[packed[line]] { found[code] = Int32(line) }
            }
        }
        return found
    }
}
