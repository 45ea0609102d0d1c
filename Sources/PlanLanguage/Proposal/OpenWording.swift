import Vocabulary

/// Finds wording that asks for something without saying how much: 一定数量.
enum OpenWording {
    private static let words: Words = "一定数量 一定比例 适当数量 适当比例"

    static func findings(in clean: CleanText, _ range: Range<Int>, _ source: PlanSource) -> [Finding] {
        var found: [Finding] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let length = words.match(clean.glyphs, at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            let stretch = index..<index + length
            found.append(
                Finding(.note, "amountOpen", [clean.string(stretch)], at: source.place(clean.scalars(stretch))))
            index += length
        }
        return found
    }
}
