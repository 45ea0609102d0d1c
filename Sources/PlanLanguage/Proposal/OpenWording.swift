import Vocabulary

/// Finds wording that asks for something without saying how much: 一定数量, 几次, 若干名.
struct OpenWording {
    let lexicon: Lexicon

    static let words: Words = "一定数量 一定比例 适当数量 适当比例 相当数量 相当比例"
    private static let several: Words = "几 数 若干"
    /// 人数名额, 次数, 分数: the last part of a word.
    private static let partOfWord: Words =
        "人 次 期 总 多 少 无 分 参 系 整 倍 指 函 岁 个 户 件 额 基 频 时 位 天 员 份 名 字 级 常 计 复 奇 偶 小 负 正 算 代 第 十 百 千 万"

    func findings(in clean: CleanText, _ range: Range<Int>, _ source: PlanSource) -> [Finding] {
        let text = clean.glyphs
        var found: [Finding] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let length = length(text, at: index, range) else {
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

    /// How long such wording at `index` is; nil where none stands.
    func length(_ text: [Glyph], at index: Int, _ range: Range<Int>) -> Int? {
        Self.words.match(text, at: index, before: range.upperBound) ?? several(text, index, range)
    }

    /// 几名, 数次, 若干期: of what is counted person by person or time by time.
    private func several(_ text: [Glyph], _ index: Int, _ range: Range<Int>) -> Int? {
        guard let length = Self.several.match(text, at: index, before: range.upperBound),
            // 十几次 is eleven at least.
            index == 0 || NumeralScript.scales[text[index - 1]] == nil,
            text[index] != Self.number
                || Self.partOfWord.matchBackward(text, endingAt: index, notBefore: range.lowerBound) == nil,
            let counter = lexicon.counters.match(text, at: index + length, before: range.upperBound),
            counter.meaning.weight == .strong || counter.meaning.weight == .person,
            counter.range.upperBound >= range.upperBound || text[counter.range.upperBound] != Self.amount
        else { return nil }
        return length + counter.range.count
    }

    private static let number = glyphs("数").first ?? 0
    /// 几名额 and 数名额 are other words.
    private static let amount = glyphs("额").first ?? 0
}
