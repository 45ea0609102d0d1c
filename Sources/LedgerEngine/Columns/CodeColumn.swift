/// Codes by number: their letters in one column. Looked up by halving, so that a million cost no dictionary.
struct CodeColumn: Sendable {
    private var letters: Column<UInt8>
    /// Where each code ends in `letters`.
    private var ends: Column<UInt32>
    /// Numbers in order of code; those added since stand in `added`.
    private var order: Column<Int32>
    private var added: [String: Int32] = [:]

    init(_ codes: some Collection<String>) {
        letters = Column(capacity: codes.count * 10)
        ends = Column(capacity: codes.count)
        order = Column()
        for code in codes { write(code) }
        sort()
    }

    init(letters: Column<UInt8>, ends: Column<UInt32>, order: Column<Int32>) {
        self.letters = letters
        self.ends = ends
        self.order = order
        for number in order.count..<ends.count { added[self[Int32(number)]] = Int32(number) }
    }

    /// What an image keeps.
    var parts: (letters: Column<UInt8>, ends: Column<UInt32>, order: Column<Int32>) { (letters, ends, order) }

    var count: Int { ends.count }

    subscript(number: Int32) -> String { String(decoding: utf8(number), as: UTF8.self) }

    subscript(code: String) -> Int32? {
        if let number = added[code] { return number }
        var code = code
        return code.withUTF8 { wanted in
            var low = 0
            var high = order.count
            while low < high {
                let middle = (low + high) / 2
                if Self.compare(utf8(order[middle]), wanted) < 0 { low = middle + 1 } else { high = middle }
            }
            return low < order.count && Self.compare(utf8(order[low]), wanted) == 0 ? order[low] : nil
        }
    }

    mutating func append(_ code: String) {
        added[code] = Int32(count)
        write(code)
    }

    mutating func removeLast() {
        let last = Int32(count - 1)
        added[self[last]] = nil
        letters.removeLast(utf8(last).count)
        ends.removeLast()
    }

    func precedes(_ a: Int32, _ b: Int32) -> Bool { Self.compare(utf8(a), utf8(b)) < 0 }

    /// Every number, in order of code.
    func inOrder() -> [Int32] {
        if added.isEmpty { return Array(order) }
        return (0..<Int32(count)).sorted(by: precedes)
    }

    private mutating func write(_ code: String) {
        letters.reserve(letters.count + code.utf8.count)
        for letter in code.utf8 { letters.append(letter) }
        ends.append(UInt32(letters.count))
    }

    private mutating func sort() {
        let isAscending = (0..<max(0, count - 1)).allSatisfy { precedes(Int32($0), Int32($0 + 1)) }
        let numbers = (0..<Int32(count))
        order = Column(isAscending ? Array(numbers) : numbers.sorted(by: precedes))
    }

    private func utf8(_ number: Int32) -> UnsafeBufferPointer<UInt8> {
        let from = number == 0 ? 0 : Int(ends[number - 1])
        return UnsafeBufferPointer(start: letters.start + from, count: Int(ends[number]) - from)
    }

    /// Below, equal, above: by bytes, which in UTF-8 is scalar by scalar.
    private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
        return a.count - b.count
    }
}
