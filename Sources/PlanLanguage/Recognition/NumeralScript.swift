/// The glyphs that numbers are written with.
enum NumeralScript {
    static let ten = 10.0
    static let tenThousand = 10_000.0

    /// 一 to 九, 两, 零 and the forms of banknotes: 壹, 贰.
    static let digits: [Glyph: Double] = table([
        "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2, "兩": 2, "壹": 1, "弌": 1,
        "贰": 2, "貳": 2, "弍": 2, "叁": 3, "參": 3, "叄": 3, "弎": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
    ])

    static let scales: [Glyph: Double] = table([
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000, "亿": 1e8, "億": 1e8,
    ])

    /// 廿 and 卅 stand for a digit and 十 in one.
    static let tens: [Glyph: Double] = table(["廿": 20, "卅": 30, "卌": 40])

    static let zero = glyphs("零").first ?? 0
    static let hundred = glyphs("百").first ?? 0
    /// 三点五
    static let point = glyphs("点").first ?? 0

    /// Forms of banknotes that other words hold: 队伍, 大陆, 放肆, 收拾.
    static let ordinary: Set<Glyph> = Set(glyphs("肆伍陆陸拾參"))
    static let everyday: Set<Glyph> = Set(glyphs("零一二三四五六七八九两"))
    /// 三千克, 五百千瓦: a scale that belongs to a unit of measure.
    static let measures: Words = "克 米 瓦 伏 卡 字 帕 赫"

    static let first: GlyphSet = {
        var set = GlyphSet()
        for glyph in Array(digits.keys) + Array(scales.keys) + Array(tens.keys) { set.insert(glyph) }
        return set
    }()

    private static func table(_ words: [Character: Double]) -> [Glyph: Double] {
        var table: [Glyph: Double] = [:]
        for (word, value) in words { for glyph in glyphs(String(word)) { table[glyph] = value } }
        return table
    }
}
