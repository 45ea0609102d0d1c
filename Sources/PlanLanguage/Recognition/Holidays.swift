/// Days that are called by a number: 五一, 七一, 十一期间, 九一八, “八一”. They count nothing.
enum Holidays {
    /// The names that are a number as well; alone they are a day only where something says so.
    private static let names: Words =
        "三八 五一 五四 六一 七一 八一 十一 九一八 一二九 七七 双十一 双十二 三一五 一一九 一二四 五一二 一一零 一二二 四一五 六二六 十一国庆 五一国际劳动节"
    private static let said: Words =
        "期间 前后 前夕 假期 黄金周 长假 小长假 放假 国际 国庆 劳动 妇女 儿童 青年 建党 建军 建国 纪念 当天 当日 之际 来临 到来 等节 等重 等假 等重要 等重大 讲话 重要讲话 表彰 宪法 消防 禁毒 防灾 运动 事变 系列 活动周 庆祝 慰问 主题 假 党 军"
    /// 五一节, but 十一节课 are eleven lessons.
    private static let feast: Words = "节"
    private static let national: Words = "十一"
    private static let between: Words = "、 和 及 与 或 ·"
    private static let quotes: Set<Glyph> = [Char.closeQuote, Char.straightQuote]

    /// Where a day's name at `index` ends, with the days joined to it; nil where none stands.
    static func match(_ text: [Glyph], _ index: Int, _ end: Int) -> Int? {
        guard let length = names.match(text, at: index, before: end) else { return nil }
        // 二十一, 八十一次 are numbers.
        if index > 0, NumeralScript.digits[text[index - 1]] != nil || NumeralScript.scales[text[index - 1]] != nil {
            return nil
        }
        let stop = index + length
        if said(text, stop, end) { return stop }
        if feast.match(text, at: stop, before: end) != nil, national.match(text, at: index, before: stop) == nil {
            return stop
        }
        // 五一、七一、十一期间
        if let joint = between.match(text, at: stop, before: end), let next = match(text, stop + joint, end) {
            return next
        }
        return nil
    }

    private static func said(_ text: [Glyph], _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        return quotes.contains(text[index]) || said.match(text, at: index, before: end) != nil
    }
}
