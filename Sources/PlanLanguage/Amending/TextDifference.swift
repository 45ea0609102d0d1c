/// Two texts of a plan held against each other, line by line; a line that is another one changed is told word by word.
public struct TextDifference: Hashable, Sendable {
    public enum Line: Hashable, Sendable {
        case same(String), gone(String), new(String)
        case changed(WordDifference)
    }

    public var lines: [Line] = []

    /// How much of a line must be left for it to be the same line changed.
    private static let least = 0.4

    public init(_ old: String, _ new: String) {
        var gone: [String] = []
        var came: [String] = []
        for step in Difference(Self.lines(old), Self.lines(new)).steps {
            switch step {
            case .same(let line):
                settle(&gone, &came)
                lines.append(.same(line))
            case .gone(let line): gone.append(line)
            case .new(let line): came.append(line)
            }
        }
        settle(&gone, &came)
    }

    public var isSame: Bool {
        lines.allSatisfy { line in
            if case .same = line { true } else { false }
        }
    }

    /// Lines that stand in each other's place are paired in their order.
    private mutating func settle(_ gone: inout [String], _ came: inout [String]) {
        var next = 0
        for line in gone {
            let near = came[next...].prefix(20)
            if let place = near.firstIndex(where: { WordDifference.likeness(line, $0) >= Self.least }) {
                lines += came[next..<place].map { .new($0) }
                lines.append(.changed(WordDifference(line, came[place])))
                next = place + 1
            } else {
                lines.append(.gone(line))
            }
        }
        lines += came[next...].map { .new($0) }
        (gone, came) = ([], [])
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let line = line.drop(while: \.isWhitespace)
            return line.isEmpty ? nil : String(line)
        }
    }
}
