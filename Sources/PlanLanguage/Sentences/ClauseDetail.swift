/// What a clause says of a figure besides the rule: who is asked to speak, and where.
struct ClauseDetail: Hashable, Sendable {
    /// 邀请先进典型、模范人物讲…
    var speaker: String?
    /// 在所在党支部讲…, 到红色教育基地开展…
    var place: String?

    private static let inviting: Words = "邀请 聘请 特邀 约请"
    private static let going: Words = "在 到 赴"
    private static let speaking: Words = "讲 授课 作 做 开展 进行 围绕 就 来 到 参加 担任 主讲 举办 为"
    private static let doing: Words = "讲 开展 参加 举办 培训 学习 接受 挂职 实践 锻炼 召开 进行 参观"
    /// 在每年, 到2025年, 在全市: no place that anybody goes to.
    private static let nowhere: Words = "每 年 月 期 全市 全区 全县 本 各 以上 以下 前 后 之 中 一线 班次 其 此"

    init() {}

    /// Reads what stands before a figure, between it and its clause's head.
    init(_ clean: CleanText, before range: Range<Int>) {
        let text = clean.glyphs
        if let mark = Self.inviting.last(in: text, range) {
            speaker = Self.phrase(clean, mark.upperBound..<range.upperBound, until: Self.speaking, longest: 30)
        }
        guard speaker == nil, let mark = Self.going.last(in: text, range),
            Self.nowhere.match(text, at: mark.upperBound, before: range.upperBound) == nil
        else { return }
        place = Self.phrase(clean, mark.upperBound..<range.upperBound, until: Self.doing, longest: 24)
    }

    private static func phrase(_ clean: CleanText, _ range: Range<Int>, until words: Words, longest: Int) -> String? {
        let text = clean.glyphs
        let reach = range.lowerBound..<min(range.upperBound, range.lowerBound + longest + 4)
        var stop = reach.lowerBound
        while stop < reach.upperBound, words.match(text, at: stop, before: text.count) == nil { stop += 1 }
        let found = range.lowerBound..<stop
        // The figure itself may stand right behind: 到红色教育基地1次.
        guard found.count >= 2, found.count <= longest, stop < reach.upperBound || stop == range.upperBound,
            !text[found].contains(where: { $0.isDigit || Self.marks.contains($0) })
        else { return nil }
        return clean.string(found)
    }

    private static let marks: Set<Glyph> = [
        Char.openQuote, Char.closeQuote, Char.openParenthesis, Char.closeParenthesis, Char.comma, Char.colon,
        Char.openBook, Char.closeBook, Char.newline, Char.fullStop,
    ]
}
