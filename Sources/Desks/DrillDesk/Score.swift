import Pages
import Spelling
import Store
import Vocabulary

/// A mark or a time in hundredths, so that it is added and compared exactly.
struct Score: Hashable, Comparable, Sendable, Stored {
    var hundredths: Int

    init(hundredths: Int) { self.hundredths = hundredths }
    init(_ whole: Int) { hundredths = whole * 100 }

    init(stored: SQLValue) throws { hundredths = try Int(stored: stored) }
    var stored: SQLValue { SQLValue(hundredths) }

    static func < (one: Score, other: Score) -> Bool { one.hundredths < other.hundredths }

    /// `92.5`, `100`.
    var text: String {
        let (whole, part) = (hundredths / 100, hundredths % 100)
        if part == 0 { return String(whole) }
        return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
    }

    /// As it is published, to a hundredth: half a hundredth is rounded up.
    static func mean(_ scores: [Score]) -> Score? {
        guard !scores.isEmpty else { return nil }
        return Score(hundredths: rounded(scores.reduce(0) { $0 + $1.hundredths }, by: scores.count))
    }

    static func rounded(_ sum: Int, by count: Int) -> Int { (2 * sum + count) / (2 * count) }

    /// As somebody typed it; nil where nothing was. Throws `FormFlaw`.
    init?(typed: String, most: Int, _ words: Words) throws {
        guard !typed.withoutOuterSpace.isEmpty else { return nil }
        do throws(NumberFlaw) {
            let number = try NumberRule(0...Double(most), decimals: 2).number(typed)
            // No number beyond what an Int holds becomes one, whatever a rule lets through.
            guard let whole = Int(exactly: (number * 100).rounded()) else { throw .outside }
            hundredths = whole
        } catch {
            let rule = NumberRule(0...Double(most), decimals: 2)
            throw FormFlaw(
                rule.message(error, of: words.zh, typed: typed, in: .zh),
                rule.message(error, of: words.en.lowercased(), typed: typed, in: .en))
        }
    }
}

extension FormField {
    /// A mark that need not be given.
    static func score(
        _ path: any WritableKeyPath<Draft, Score?> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        most: Int
    ) -> FormField {
        FormField(
            name: name, words: words, hint: hint, isRequired: false,
            typed: { draft, _ in [(name, draft[keyPath: path]?.text ?? "")] },
            read: { query, prefix, draft, _ in
                do {
                    draft[keyPath: path] = try Score(typed: query.all(prefix + name).first ?? "", most: most, words)
                } catch let flaw as FormFlaw { return [FormProblem(prefix + name, flaw.words)] }
                return []
            }, control: { .textField($0.id, $0.value, width: .short) },
            shown: { draft, _ in .text(draft[keyPath: path]?.text ?? "—") },
            text: { draft, _ in draft[keyPath: path]?.text ?? "" }, kind: .text(most: 10))
    }
}
