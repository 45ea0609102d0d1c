extension String {
    /// A day that is written out, with figures in the place of its numerals: `二〇二四年三月十五日` as `2024年3月15日`. What has
    /// no year in it stays as it is.
    public var withFiguresInDates: String {
        guard contains("年"), contains(where: { Self.numerals[$0] != nil || Self.tens[$0] != nil }) else { return self }
        var text = ""
        var run: [Character] = []
        for letter in self {
            if Self.numerals[letter] != nil || Self.tens[letter] != nil {
                run.append(letter)
            } else {
                text += Self.figures(run)
                run = []
                text.append(letter)
            }
        }
        return text + Self.figures(run)
    }

    /// `二〇二四` numeral by numeral, `二十三`, `廿三` and `十` by their value.
    private static func figures(_ run: [Character]) -> String {
        guard let place = run.firstIndex(where: { tens[$0] != nil }), let ten = tens[run[place]] else {
            return run.compactMap { numerals[$0].map(String.init) }.joined()
        }
        let (before, after) = (run[..<place], run[(place + 1)...])
        // More than one numeral on a side is no number below a hundred.
        guard before.count <= 1, after.count <= 1, before.isEmpty || ten == 10 else { return String(run) }
        let count = before.first.flatMap { numerals[$0] } ?? 1
        return String(count * ten + (after.first.flatMap { numerals[$0] } ?? 0))
    }

    private static let numerals: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2,
        "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let tens: [Character: Int] = ["十": 10, "拾": 10, "廿": 20, "卅": 30]
}
