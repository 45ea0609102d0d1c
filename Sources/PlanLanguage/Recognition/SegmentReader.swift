import Vocabulary

/// Finds everything with a number or a time in a stretch of a sentence.
struct SegmentReader: Sendable {
    let text: [Glyph]
    let lexicon: Lexicon
    let calendar: CalendarReader
    let quantities: QuantityReader

    init(text: [Glyph], lexicon: Lexicon, titleYear: Int?) {
        self.text = text
        self.lexicon = lexicon
        calendar = CalendarReader(text: text, titleYear: titleYear)
        quantities = QuantityReader(text: text, lexicon: lexicon)
    }

    private static let coverage: Words =
        "全覆盖 一轮训 全员覆盖 全员轮训 全员培训 全员参训 全员参加 全员学习 全员达标 全员过关 全员持证 全员考核 全员测试 应训尽训 应培尽培 应学尽学 全员轮训一遍 全员轮训一次 全员集中培训 全员集中轮训 全员业务培训 全员普训"
    private static let rotation: Words = "轮训 培训 普训 集训 调训"
    private static let once: Words = "一遍 1遍 一次 1次 一轮 1轮 完毕 到位"
    private static let wholly: Words = "全部 普遍 普遍集中 全面 一轮 1轮 集中 至少"

    func read(_ range: Range<Int>) -> SegmentMentions {
        var found = SegmentMentions()
        var index = range.lowerBound
        while index < range.upperBound {
            if let window = calendar.read(at: index, before: range.upperBound) {
                found.windows.append(window)
                index = max(index + 1, window.range.upperBound)
            } else if let skipped = passedOver(index, range.upperBound) {
                index = skipped
            } else if let holiday = Holidays.match(text, index, range.upperBound) {
                index = holiday
            } else if let covered = covered(index, range) {
                found.coverage.append(CoverageMention(range: covered))
                index = covered.upperBound
            } else if let everybody = takingPart(index, range.upperBound) {
                found.coverage.append(CoverageMention(range: everybody, byTheWay: true))
                index += 2
            } else if let name = lexicon.names.match(text, at: index, before: range.upperBound) {
                index = name.range.upperBound
            } else if let topic = lexicon.topics.match(text, at: index, before: range.upperBound) {
                index = topic.range.upperBound
            } else if let item = quantities.read(at: index, segment: range) {
                switch item {
                case .quantity(let quantity):
                    found.quantities.append(quantity)
                    index = max(index + 1, quantity.range.upperBound)
                case .window(let window):
                    found.windows.append(window)
                    index = max(index + 1, window.range.upperBound)
                case .skip(let next, let reason):
                    if let reason { found.passedOver.append((index..<max(index + 1, next), reason)) }
                    index = max(index + 1, next)
                case .odd(let next):
                    found.odd = true
                    index = max(index + 1, next)
                }
            } else {
                index += 1
            }
        }
        return found
    }

    /// 全覆盖; 轮训一遍; 全部轮训一次.
    private func covered(_ index: Int, _ range: Range<Int>) -> Range<Int>? {
        let end = range.upperBound
        if isPartOfWord(index) { return nil }
        if let length = Self.coverage.match(text, at: index, before: end) { return index..<index + length }
        if let length = Self.everybody.match(text, at: index, before: end),
            let verb = Self.trained.first(in: text, index + length..<min(end, index + length + 6)),
            !text[index + length..<verb.lowerBound].contains(Char.enumerationComma)
        {
            return index..<verb.upperBound
        }
        // 班组长轮训每两年一遍
        if let length = Self.complete.match(text, at: index, before: end),
            Self.turning.occurs(in: text, range.lowerBound..<index)
        {
            return index..<index + length
        }
        guard let verb = Self.rotation.match(text, at: index, before: end) else { return nil }
        let start =
            Self.wholly.matchBackward(text, endingAt: index, notBefore: range.lowerBound).map { index - $0 } ?? index
        if let times = Self.once.match(text, at: index + verb, before: end) {
            // 至少培训1次 is a count; 轮训一次, 培训一遍 and 全部培训一次 reach everybody.
            let rotates = text[index] == Self.turn || Self.complete.match(text, at: index + verb, before: end) != nil
            let everybody = start < index && Self.all.match(text, at: start, before: index) != nil
            return rotates || everybody ? start..<index + verb + times : nil
        }
        let round: Words = Self.oneRound
        if start < index,
            round.match(text, at: start, before: index) != nil
                || Self.whole.match(text, at: start, before: index) != nil
        {
            return start..<index + verb
        }
        return nil
    }

    /// 全部参训, 全体教师参加培训
    private func takingPart(_ index: Int, _ end: Int) -> Range<Int>? {
        guard !isPartOfWord(index), let length = Self.everyone.match(text, at: index, before: end),
            let verb = Self.joined.first(in: text, index + length..<min(end, index + length + 14)),
            !text[index + length..<verb.lowerBound].contains(Char.enumerationComma),
            Self.finished.match(text, at: verb.upperBound, before: end) == nil,
            Self.once.match(text, at: verb.upperBound, before: end) == nil
        else { return nil }
        return index..<verb.upperBound
    }

    /// 安全员, 健全部门: no 全员 and no 全部.
    private func isPartOfWord(_ index: Int) -> Bool { Self.isPartOfWord(text, index) }

    static func isPartOfWord(_ text: [Glyph], _ index: Int) -> Bool {
        index > 0 && before.matchBackward(text, endingAt: index, notBefore: index - 1) != nil
    }

    private static let before: Words = "安 健 保 完 齐 周"
    private static let everyone: Words = "全部 全体"
    private static let joined: Words = "参训 参加培训 参加学习 参加集中 参加考试 参加测试 参加 参学 参考 参会 收看 观看 接受培训 接受轮训 持证上岗 持证 轮训 受训"
    private static let finished: Words = "了 过 的"
    private static let whole: Words = "全部"
    private static let everybody: Words = "全员"
    private static let trained: Words = "培训 轮训 复训"
    private static let turning: Words = "轮训"
    private static let turn = glyphs("轮").first ?? 0
    private static let complete: Words = "一遍 1遍 一轮 1轮 完毕 到位"
    private static let oneRound: Words = "一轮 1轮"
    private static let all: Words = "全部 普遍 全面"

    /// Names of documents, short quoted names (“四堂党课”), numbers of documents.
    private func passedOver(_ index: Int, _ end: Int) -> Int? {
        switch text[index] {
        case Char.openBook: return text[index..<min(end, index + 120)].firstIndex(of: Char.closeBook).map { $0 + 1 }
        case Char.openTortoise:
            // 〔2022〕1号
            guard let close = text[index..<min(end, index + 20)].firstIndex(of: Char.closeTortoise) else { return nil }
            return Numeral.integer(text, at: close + 1, before: end)?.end ?? close + 1
        case Char.openQuote:
            guard let close = text[index + 1..<min(end, index + 12)].firstIndex(of: Char.closeQuote),
                close - index - 1 <= 8
            else {
                return nil
            }
            return close + 1
        case Char.straightQuote:
            guard let close = text[index + 1..<min(end, index + 12)].firstIndex(of: Char.straightQuote),
                close - index - 1 <= 8
            else {
                return nil
            }
            return close + 1
        default:
            // Letters and digits run together: 6S, COVID19, 12350.
            if text[index].isLetter {
                var next = index + 1
                while next < end, text[next].isLetter || text[next].isDigit { next += 1 }
                return next
            }
            return nil
        }
    }
}
