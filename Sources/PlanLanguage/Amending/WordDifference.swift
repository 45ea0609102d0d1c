/// Two wordings held against each other, word by word: a run of digits or letters is a word, and so is every other sign.
public struct WordDifference: Hashable, Sendable, Codable {
    public enum Piece: Hashable, Sendable, Codable {
        case same(String), gone(String), new(String)
    }

    public var pieces: [Piece]

    public init(_ old: String, _ new: String) {
        let (before, after) = (Self.words(old), Self.words(new))
        pieces = Difference(before, after).steps.reduce(into: []) { pieces, step in
            switch step {
            case .same(let word): Self.append(&pieces, .same(word))
            case .gone(let word): Self.append(&pieces, .gone(word))
            case .new(let word): Self.append(&pieces, .new(word))
            }
        }
    }

    /// How much of both is in the other, from 0 to 1.
    public static func likeness(_ old: String, _ new: String) -> Double {
        let (before, after) = (pairs(old), pairs(new))
        guard !before.isEmpty, !after.isEmpty else { return old == new ? 1 : 0 }
        return 2 * Double(before.intersection(after).count) / Double(before.count + after.count)
    }

    private static func pairs(_ text: String) -> Set<String> {
        let signs = text.unicodeScalars.filter { !$0.properties.isWhitespace }.prefix(2000)
        return Set(zip(signs, signs.dropFirst()).map { "\($0)\($1)" })
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var isRun = false
        for sign in text {
            let belongs = sign.isASCII && (sign.isLetter || sign.isNumber || sign == "." || sign == "%")
            if belongs, isRun { words[words.count - 1].append(sign) } else { words.append(String(sign)) }
            isRun = belongs
        }
        return words
    }

    private static func append(_ pieces: inout [Piece], _ piece: Piece) {
        switch (pieces.last, piece) {
        case (.same(let text), .same(let more)): pieces[pieces.count - 1] = .same(text + more)
        case (.gone(let text), .gone(let more)): pieces[pieces.count - 1] = .gone(text + more)
        case (.new(let text), .new(let more)): pieces[pieces.count - 1] = .new(text + more)
        default: pieces.append(piece)
        }
    }
}

/// The fewest steps from one list to another; what is gone stands before what is new in its place.
struct Difference<Item: Equatable> {
    enum Step {
        case same(Item), gone(Item), new(Item)
    }

    private(set) var steps: [Step] = []

    /// Where this many comparisons are not enough, all between the ends that are the same is gone, and new.
    private static var most: Int { 4_000_000 }

    init(_ old: [Item], _ new: [Item]) {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
            end += 1
        }
        steps = old[..<start].map { .same($0) }
        walk(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
        steps += old[(old.count - end)...].map { .same($0) }
    }

    private mutating func walk(_ old: [Item], _ new: [Item]) {
        guard !old.isEmpty, !new.isEmpty, old.count <= Self.most / new.count else {
            steps += old.map { .gone($0) }
            steps += new.map { .new($0) }
            return
        }
        // The longest list that both hold in order, from each place on.
        let width = new.count + 1
        var longest = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                longest[i * width + j] =
                    old[i] == new[j]
                    ? longest[(i + 1) * width + j + 1] + 1
                    : max(longest[(i + 1) * width + j], longest[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if old[i] == new[j] {
                steps.append(.same(old[i]))
                (i, j) = (i + 1, j + 1)
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                steps.append(.gone(old[i]))
                i += 1
            } else {
                steps.append(.new(new[j]))
                j += 1
            }
        }
        steps += old[i...].map { .gone($0) }
        steps += new[j...].map { .new($0) }
    }
}
