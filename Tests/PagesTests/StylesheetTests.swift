import Foundation
import Pages
import Testing

/// The stylesheet and what pages write hold to each other.
@Suite("Stylesheet") struct StylesheetTests {
    /// All texts that stand in the sources: names of classes are among them, written out or as the name of a case.
    private static func wordsOfSources() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var words: Set<String> = []
        for case let file as URL in files where ["swift", "js"].contains(file.pathExtension) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
                // Every other part lies between quotes.
                var texts = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
                if line.trimmingCharacters(in: .whitespaces).hasPrefix("case ") { texts.append(line) }
                for text in texts {
                    words.formUnion(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
                }
            }
        }
        return words
    }

    @Test("every class that is laid out is written by some page")
    func noneIsLeftOver() throws {
        let words = try Self.wordsOfSources()
        let rules = Stylesheet.text.replacing(/\/\*[\s\S]*?\*\//, with: "").replacing(/\{[^{}]*\}/, with: "{}")
        let classes = Set(rules.matches(of: /\.([a-zA-Z][a-zA-Z0-9-]*)/).map { String($0.1) })
        #expect(classes.count > 100)
        #expect(classes.subtracting(words).sorted() == [])
    }
}
