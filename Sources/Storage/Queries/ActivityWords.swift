import Store

/// The words that stand in a list of each activity, one after the other.
struct ActivityWords<Word: RawRepresentable<String>> {
    private var words: [Word] = []
    private var ranges: [String: Range<Int>] = [:]
    private var latest: (code: [UInt8], place: Int64) = ([], 0)
    private var began = 0

    subscript(activity: String) -> [Word] {
        if activity.utf8.elementsEqual(latest.code) { return Array(words[began...]) }
        return ranges[activity].map { Array(words[$0]) } ?? []
    }

    /// Takes a row of activity, place and word; false where it is not the next of its list.
    mutating func add(_ row: any SQLFields) throws -> Bool {
        let code = row.letters(at: 0)
        let place = row.integer(at: 1)
        if code.isSame(as: latest.code) {
            guard place > latest.place else { return false }
        } else {
            file()
            latest.code = Array(code)
            began = words.count
            guard ranges[String(decoding: code, as: UTF8.self)] == nil else { return false }
        }
        latest.place = place
        let text = row.text(at: 2)
        guard let word = Word(rawValue: text) else { throw UnexpectedRow("list", expected: "\(Word.self)") }
        words.append(word)
        return true
    }

    private mutating func file() {
        if began < words.count { ranges[String(decoding: latest.code, as: UTF8.self)] = began..<words.count }
    }
}
