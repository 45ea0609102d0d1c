import Plans
import Vocabulary

/// Finds everything numeric in a text, whether or not the grammar understands it: numbers with what stands right behind them,
/// shares, wholes, times. It knows nothing of what obliges, so that nothing the grammar overlooks is lost.
struct NumberScan {
    struct Found: Sendable {
        enum Sort: Sendable { case number, time, whole, open }
        var range: Range<Int>
        var sort: Sort
        /// The digits alone, without unit.
        var number: Range<Int>
    }

    let text: [Glyph]
    let lexicon: Lexicon
    let calendar: CalendarReader
    let open: OpenWording

    init(text: [Glyph], lexicon: Lexicon, titleYear: Int?) {
        self.text = text
        self.lexicon = lexicon
        calendar = CalendarReader(text: text, titleYear: titleYear)
        open = OpenWording(lexicon: lexicon)
    }

    private static let wholes: Words = "全覆盖 全员 全部 全体 百分之百 百分百 应训尽训 应培尽培 应学尽学 人人"
    private static let half: Words = "半"
    private static let starters: GlyphSet = {
        var set = QuantityReader.starters
        set.formUnion(CalendarReader.starters)
        set.formUnion(GlyphSet.first(of: [wholes, OpenWording.words], and: []))
        return set
    }()

    /// In order of their places, none within another.
    func all() -> [Found] {
        var found: [Found] = []
        var index = 0
        var lineEnd = -1
        while index < text.count {
            if index > lineEnd { lineEnd = self.lineEnd(index) }
            guard Self.starters.mayContain(text[index]), let item = item(at: index, lineEnd) else {
                index += 1
                continue
            }
            found.append(item)
            index = max(index + 1, item.range.upperBound)
        }
        return found
    }

    private func lineEnd(_ index: Int) -> Int { text[index...].firstIndex(of: Char.newline) ?? text.count }

    private func item(at index: Int, _ end: Int) -> Found? {
        if let window = calendar.read(at: index, before: end), window.range.lowerBound <= index {
            return Found(
                range: index..<max(index + 1, window.range.upperBound), sort: .time,
                number: index..<max(index + 1, window.range.upperBound))
        }
        if text[index].isDigit { return digits(at: index, end) }
        if let length = Self.wholes.match(text, at: index, before: end), !SegmentReader.isPartOfWord(text, index) {
            return Found(range: index..<index + length, sort: .whole, number: index..<index + length)
        }
        if let length = open.length(text, at: index, index..<end) {
            return Found(range: index..<index + length, sort: .open, number: index..<index + length)
        }
        return written(at: index, end)
    }

    /// A run of digits, with points, ranges and units: 1.5, 3-5天, 2018年5月25日.
    private func digits(at index: Int, _ end: Int) -> Found {
        var stop = digitsEnd(index, end)
        let first = index..<stop
        stop = behind(stop, end)
        // 3-5天, 2022—2025年, 5月25日, 8:30
        while stop < end {
            let mark = Self.joints.match(text, at: stop, before: end) ?? 0
            let next = stop + mark
            guard next < end, text[next].isDigit,
                mark > 0 || Self.dated.matchBackward(text, endingAt: stop, notBefore: index) != nil
            else { break }
            stop = behind(digitsEnd(next, end), end)
        }
        return Found(range: index..<stop, sort: .number, number: first)
    }

    private func digitsEnd(_ index: Int, _ end: Int) -> Int {
        var stop = index
        while stop < end, text[stop].isDigit || text[stop] == Char.dot && stop + 1 < end && text[stop + 1].isDigit {
            stop += 1
        }
        while stop < end, NumeralScript.scales[text[stop]] != nil { stop += 1 }
        return stop
    }

    private static let joints: Words = "- ~ 至 到 : / ∶ -- ～ :  ."
    private static let dated: Words = "年 月"
    private static let rough: Words = "余 多 来"
    private static let units: Words =
        "% ‰ 年 月份 月 日 号 个百分点 元 万元 岁 周岁 时 分 秒 点 字 级 等 类 星 档 层 倍 种 大 亩 公里 平方米 米 张 枚 条 章 款 步 分钟 小时 版 届 中 方面 路 人 页 行 号线"

    /// What stands right behind a number and belongs to it.
    private func behind(_ index: Int, _ end: Int) -> Int {
        var stop = index + (Self.rough.match(text, at: index, before: end) ?? 0)
        if let unit = QuantityReader.timeUnit(text, stop, end) {
            stop += unit.length
        } else if let counter = lexicon.counters.match(text, at: stop, before: end) {
            stop = counter.range.upperBound
        } else if let length = Self.units.match(text, at: stop, before: end) {
            stop += length
        }
        return stop
    }

    private static let counted: Words = "分之 成 倍 种 类 大 级 等 岁 周岁 元 万 条 章 款 页 字 分 张 枚 方面 届 号 层 步走 中全会"

    /// A number in characters: 三次, 百分之八十, 十九届, 二百三十余人; 一 in 统一 is none, for nothing is counted by it.
    private func written(at index: Int, _ end: Int) -> Found? {
        if let length = QuantityReader.shareLength(text, index, end) {
            return Found(range: index..<index + length, sort: .number, number: index..<index + length)
        }
        if text[index] == QuantityReader.half {
            guard let unit = QuantityReader.timeUnit(text, index + 1, end) else { return nil }
            return Found(range: index..<index + 1 + unit.length, sort: .number, number: index..<index + 1)
        }
        guard NumeralScript.first.mayContain(text[index]) || text[index] == Self.ten,
            let number = Approximation.read(text, at: index, before: end), number.end > index
        else { return nil }
        let stop = behind(number.end, end)
        let long = number.end - index >= 2
        guard
            stop > number.end || Self.counted.match(text, at: number.end, before: end) != nil || long && !isWord(index)
        else { return nil }
        let tail = stop > number.end ? stop : number.end + (Self.counted.match(text, at: number.end, before: end) ?? 0)
        return Found(range: index..<tail, sort: .number, number: index..<number.end)
    }

    private static let ten = glyphs("十").first ?? 0

    /// 千万, 万一, 一一: written like numbers, and none.
    private func isWord(_ index: Int) -> Bool { Self.likeNumbers.match(text, at: index, before: text.count) != nil }

    private static let likeNumbers: Words = "千万 万一 一一 百万富翁 万千 千百 五十六个民族 三三两两 七七八八 九九"
}
