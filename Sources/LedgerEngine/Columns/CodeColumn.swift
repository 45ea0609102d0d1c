/// Codes by number: their letters in one column, and a table of places to look them up, which lies in memory as it is.
struct CodeColumn: Sendable {
    private var letters: Column<UInt8>
    /// Where each code ends in `letters`.
    private var ends: Column<UInt32>
    /// Numbers in order of code, as laid out; those that came since follow on.
    private let order: Column<Int32>
    /// Numbers by hash, -1 for none; a taken place sends on to the next.
    private var places: Column<Int32>

    init(_ codes: some Collection<String>) {
        letters = Column(capacity: codes.count * 10)
        ends = Column(capacity: codes.count)
        places = Column()
        for code in codes { Self.write(code, &letters, &ends) }
        order = Self.sorted(letters, ends)
        makePlaces()
    }

    init(letters: Column<UInt8>, ends: Column<UInt32>, order: Column<Int32>, places: Column<Int32>) {
        self.letters = letters
        self.ends = ends
        self.order = order
        self.places = places
    }

    /// What an image keeps.
    var parts: (letters: Column<UInt8>, ends: Column<UInt32>, places: Column<Int32>) { (letters, ends, places) }

    var count: Int { ends.count }

    subscript(number: Int32) -> String { String(decoding: Self.utf8(number, letters, ends), as: UTF8.self) }

    subscript(code: String) -> Int32? {
        var code = code
        return code.withUTF8 { wanted in
            var place = firstPlace(of: wanted)
            while places[place] >= 0 {
                if Self.compare(utf8(places[place]), wanted) == 0 { return places[place] }
                place = (place + 1) & (places.count - 1)
            }
            return nil
        }
    }

    /// The numbers of many codes, nil for those that are not known.
    ///
    /// Step by step for all of them: memory then answers many questions in the time of one.
    func numbers(of codes: [String]) -> [Int32?] {
        let hashed = codes.map { code -> Int in
            var code = code
            return code.withUTF8 { firstPlace(of: $0) }
        }
        let firsts = hashed.map { places[$0] }
        let starts = firsts.map { $0 > 0 ? Int(ends[$0 - 1]) : 0 }
        let initials = zip(firsts, starts).map { $0 < 0 ? 0 : letters[$1] }
        return codes.indices.map { index in
            let first = firsts[index]
            if first < 0 { return nil }
            let found = UnsafeBufferPointer(
                start: letters.start + starts[index], count: Int(ends[first]) - starts[index])
            var code = codes[index]
            let isFound = code.withUTF8 { $0.first == initials[index] && Self.compare(found, $0) == 0 }
            return isFound ? first : self[codes[index]]
        }
    }

    mutating func append(_ code: String) {
        Self.write(code, &letters, &ends)
        // At most two thirds full, so that a search soon comes to an end.
        if count * 3 > places.count * 2 { makePlaces() } else { file(Int32(count - 1)) }
    }

    /// Takes the latest out again. Nobody was sent on by it: its place becomes free.
    mutating func removeLast() {
        let last = Int32(count - 1)
        var place = firstPlace(of: utf8(last))
        while places[place] != last { place = (place + 1) & (places.count - 1) }
        places[place] = -1
        letters.removeLast(utf8(last).count)
        ends.removeLast()
    }

    func precedes(_ a: Int32, _ b: Int32) -> Bool { Self.compare(utf8(a), utf8(b)) < 0 }

    /// Every number, in order of code.
    func inOrder() -> [Int32] {
        if order.count == count { return Array(order) }
        return (0..<Int32(count)).sorted(by: precedes)
    }

    private func firstPlace(of code: UnsafeBufferPointer<UInt8>) -> Int {
        // FNV-1a; its low bits alone would tell series of codes apart badly.
        let hash = code.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (places.count - 1)
    }

    private func file(_ number: Int32) {
        var place = firstPlace(of: utf8(number))
        while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
        places[place] = number
    }

    private mutating func makePlaces() {
        var wanted = 64
        while wanted < count * 2 { wanted *= 2 }
        places = Column(repeating: -1, count: wanted)
        for number in 0..<Int32(count) { file(number) }
    }

    private static func write(_ code: String, _ letters: inout Column<UInt8>, _ ends: inout Column<UInt32>) {
        letters.reserve(letters.count + code.utf8.count)
        for letter in code.utf8 { letters.append(letter) }
        ends.append(UInt32(letters.count))
    }

    private static func sorted(_ letters: Column<UInt8>, _ ends: Column<UInt32>) -> Column<Int32> {
        func precedes(_ a: Int32, _ b: Int32) -> Bool { compare(utf8(a, letters, ends), utf8(b, letters, ends)) < 0 }
        let numbers = 0..<Int32(ends.count)
        let isAscending = numbers.dropLast().allSatisfy { precedes($0, $0 + 1) }
        return Column(isAscending ? Array(numbers) : numbers.sorted(by: precedes))
    }

    @inline(__always)
    private func utf8(_ number: Int32) -> UnsafeBufferPointer<UInt8> { Self.utf8(number, letters, ends) }

    @inline(__always)
    private static func utf8(
        _ number: Int32, _ letters: Column<UInt8>, _ ends: Column<UInt32>
    ) -> UnsafeBufferPointer<UInt8> {
        let from = number == 0 ? 0 : Int(ends[number - 1])
        return UnsafeBufferPointer(start: letters.start + from, count: Int(ends[number]) - from)
    }

    /// Below, equal, above: by bytes, which in UTF-8 is scalar by scalar.
    private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
        return a.count - b.count
    }
}
