import Vocabulary

/// One line of a scenario: words, and `name=value` options among them.
struct ScenarioLine: CustomStringConvertible {
    let text: String
    var words: [String] = []
    private var options: [String: String] = [:]

    init(_ text: String) {
        self.text = text
        for part in text.split(separator: " ") {
            let sides = part.split(separator: "=", maxSplits: 1)
            if sides.count == 2, let first = part.first, first.isLetter {
                options[String(sides[0])] = String(sides[1])
            } else {
                words.append(String(part))
            }
        }
    }

    var description: String { text }
    func has(_ word: String) -> Bool { words.contains(word) }
    func option(_ name: String) -> String? { options[name] }
    func list(_ name: String) -> [String] { option(name)?.split(separator: ",").map(String.init) ?? [] }

    /// `1_year`
    func window(_ name: String) -> Window? {
        option(name).flatMap { Window(code: $0.split(separator: "_").joined(separator: " ")) }
    }

    func word(_ index: Int) throws -> String {
        guard index < words.count else { throw ScenarioProblem(line: text) }
        return words[index]
    }

    func day(_ name: String) throws -> Day? { try option(name).map(day(iso:)) }

    func day(iso: some StringProtocol) throws -> Day {
        guard let day = Day(iso: iso) else { throw ScenarioProblem(line: text) }
        return day
    }

    func read<Value: RawRepresentable<String>>(_ raw: String) throws -> Value {
        guard let value = Value(rawValue: raw) else { throw ScenarioProblem(line: text) }
        return value
    }

    /// Lines that say something: no comments, no empty ones.
    static func lines(of text: String) -> [ScenarioLine] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
            .map { ScenarioLine(String($0)) }
    }
}

struct ScenarioProblem: Error, CustomStringConvertible {
    var line: String
    var description: String { "cannot read: \(line)" }
}
