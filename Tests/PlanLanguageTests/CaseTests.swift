import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Single sentences of many trades, each with what it obliges (Corpus/cases.txt).
@Suite("Sentences one by one")
struct CaseTests {
    struct Case {
        var sentence: String
        var expected: [String]
    }

    static func cases(_ name: String) throws -> [Case] {
        guard let file = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Corpus") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let arrow = line.range(of: " => ") else { return nil }
            let expected = line[arrow.upperBound...].split(separator: ";").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            // \n in a sentence is a line of its own.
            let sentence = line[..<arrow.lowerBound].replacingOccurrences(of: "\\n", with: "\n")
            return Case(sentence: sentence, expected: expected == ["nothing"] ? [] : expected)
        }
    }

    /// `count >= 4 1 year`, `duration range 3-5 null`
    static func form(_ rule: Rule) -> String {
        func figure(_ rule: Rule) -> String {
            let figure = number(rule.value) + (rule.upper.map { "-" + number($0) } ?? "")
            return "\(rule.measure.rawValue) \(rule.comparison.rawValue) \(figure)"
        }
        let others = rule.choices.dropFirst().map { " or " + figure($0) }.joined()
        return "\(figure(rule)) \(rule.window?.code ?? "null")" + others
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    @Test("at least 95 of 100 are read exactly", arguments: ["cases", "foreign"])
    func everyTrade(file: String) throws {
        let compiler = PlanCompiler()
        var wrong: [String] = []
        let cases = try Self.cases(file)
        for item in cases {
            let found = compiler.compile(text: item.sentence).obligations.map { Self.form($0.rule) }
            if found.sorted() != item.expected.sorted() {
                wrong.append("\(item.sentence)\n    \(item.expected)\n    \(found)")
            }
        }
        print("\(file): \(cases.count - wrong.count)/\(cases.count)")
        #expect(wrong.count * 20 <= cases.count, "\(wrong.joined(separator: "\n"))")
    }
}
