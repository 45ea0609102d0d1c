import Spelling
public import Vocabulary

extension FormField {
    /// Hours as they are credited: in halves, kept as so many half hours.
    public static func hours(
        _ path: any WritableKeyPath<Draft, Int> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        most: Double = 2000
    ) -> FormField {
        single(
            path, name, words, hint: hint, isRequired: true, kind: .hours(most: most),
            parse: { typed, _ in
                let hours = try number(typed, NumberRule(0...most, decimals: 1), words)
                guard let halves = Int(exactly: hours * 2) else {
                    throw FormFlaw("\(words.zh)请填0.5的倍数，如2.5", "\(words.en) go in halves, such as 2.5")
                }
                return halves
            }, write: { halves, _ in Figure.plain(Double(halves) / 2) },
            control: { .textField($0.id, $0.value, width: .short) },
            shown: { halves, _ in .text(Figure.plain(Double(halves) / 2)) })
    }
}
