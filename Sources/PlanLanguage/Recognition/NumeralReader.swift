/// Reads one number, its lower and its upper end side by side: they differ where two digits stand for one (三四十).
struct NumeralReader {
    private let text: [Glyph]
    private let start: Int
    private let end: Int
    /// Whether 三四 means three to four, 几十 and 余 are read, and a last digit may leave its scale out (一千五).
    private let approximate: Bool

    private var index: Int
    private var lower = Sum()
    private var upper = Sum()
    private var exactness = Approximation.Exactness.exact
    private var scale: Double?
    /// What was read last.
    private var last = Token.nothing

    private enum Token { case nothing, digit, scale, zero, more }

    /// 三万二千五: what is complete, the part below 万, the digits that wait for a scale.
    private struct Sum {
        var total = 0.0
        var section = 0.0
        var pending: Double?

        var value: Double { min(Numeral.beyond, total + section + (pending ?? 0)) }

        mutating func take(_ scale: Double, alone: Bool) {
            if scale >= NumeralScript.tenThousand {
                let whole = total + section + (pending ?? 0)
                // 一亿二千万: only what stands behind the 亿 belongs to the 万.
                let behind = total > 0 && scale < total ? section + (pending ?? 0) : whole
                total = min(Numeral.beyond, (total > 0 && scale < total ? total : 0) + (alone ? 1 : behind) * scale)
                section = 0
            } else {
                section = min(Numeral.beyond, section + (pending ?? 1) * scale)
            }
            pending = nil
        }
    }

    init(_ text: [Glyph], _ start: Int, _ end: Int, approximate: Bool) {
        self.text = text
        self.start = start
        self.end = end
        self.approximate = approximate
        index = start
    }

    mutating func read() -> Approximation? {
        guard start < end else { return nil }
        if approximate, let lead = leading() { return lead }
        guard text[start].isDigit || NumeralScript.first.mayContain(text[start]) else { return nil }
        while index < end, step() {}
        guard last != .nothing else { return nil }
        // 百八十名: so they say, and mean a hundred or more.
        if approximate, let bare = NumeralScript.scales[text[start]], bare > NumeralScript.ten,
            last == .digit || scale == 10
        {
            exactness = .open
        }
        leaveOutScale()
        if approximate { passDisorder() }
        if approximate, last != .more { more() }
        let differs = upper.value > lower.value
        return Approximation(
            value: lower.value, upper: differs ? upper.value : nil, exactness: exactness, scale: scale, end: index)
    }

    /// Reads one token; false where the number ends.
    private mutating func step() -> Bool {
        let glyph = text[index]
        if glyph.isDigit { return last == .digit ? false : arabic() }
        if let tens = NumeralScript.tens[glyph] {
            guard last != .digit else { return false }
            add(tens)
            last = .scale
            scale = NumeralScript.ten
            index += 1
            return true
        }
        if glyph == NumeralScript.zero, last == .scale || last == .zero {
            last = .zero
            index += 1
            return true
        }
        if NumeralScript.digits[glyph] != nil { return last == .digit ? false : chinese() }
        if let value = NumeralScript.scales[glyph] { return take(value) }
        if glyph == NumeralScript.point, last == .scale, lower.pending == nil, lower.section > 0 {
            // 十点五
            (lower.pending, upper.pending) = (0, 0)
            let from = index
            decimals()
            if index > from { last = .digit }
            return index > from
        }
        if approximate, last == .scale || last == .digit, inner() { return true }
        return false
    }

    private mutating func add(_ value: Double) {
        lower.section += value
        upper.section += value
    }

    // MARK: digits

    private mutating func arabic() -> Bool {
        let from = index
        var value = 0.0
        while index < end, text[index].isDigit {
            value = min(Numeral.beyond, value * 10 + Double(text[index] - 0x30))
            index += 1
        }
        if index + 1 < end, text[index] == Char.dot, text[index + 1].isDigit {
            var place = 0.1
            index += 1
            while index < end, text[index].isDigit {
                value += Double(text[index] - 0x30) * place
                place /= 10
                index += 1
            }
            value = (value * 1e6).rounded() / 1e6
        }
        // 1万2千, but not 1万20000
        if last == .scale || last == .zero, let scale, value >= scale || value != value.rounded() {
            index = from
            return false
        }
        (lower.pending, upper.pending, last) = (value, value, .digit)
        return true
    }

    private mutating func chinese() -> Bool {
        var run: [Double] = []
        let from = index
        while index < end, let value = NumeralScript.digits[text[index]], run.count < 20 {
            run.append(value)
            index += 1
        }
        guard let first = run.first, !isOrdinary(from, run.count) else {
            index = from
            return false
        }
        var value = run.reduce(0) { $0 * 10 + $1 }
        var other = value
        if run.count == 2, approximate, first > 0 {
            if run[1] == first + 1 || first == 3 && run[1] == 5 {
                (value, other) = (first, run[1])
            } else if run[1] != 0 {
                // 二五名, 五四: nobody writes a number so.
                exactness = .open
            }
        } else if run.count == 3, approximate, !run.contains(0) {
            exactness = .open
        }
        (lower.pending, upper.pending, last) = (value, other, .digit)
        decimals()
        return true
    }

    /// 伍 in 队伍, 陆 in 大陆: such a form is a number only beside another.
    private func isOrdinary(_ from: Int, _ count: Int) -> Bool {
        guard last == .nothing, count == 1, NumeralScript.ordinary.contains(text[from]) else { return false }
        return from + 1 >= end || NumeralScript.scales[text[from + 1]] == nil
    }

    /// 三点五, 九十九点五
    private mutating func decimals() {
        guard index + 1 < end, text[index] == NumeralScript.point, lower.pending == upper.pending,
            NumeralScript.digits[text[index + 1]] != nil
        else { return }
        let from = index
        index += 1
        var place = 0.1
        var fraction = 0.0
        var count = 0
        while index < end, let value = NumeralScript.digits[text[index]] {
            if count < 6 { fraction += value * place }
            place /= 10
            count += 1
            index += 1
        }
        // 八点三十分 is a time of day.
        if index < end, Self.clock.match(text, at: index, before: end) != nil {
            index = from
            return
        }
        fraction = (fraction * 1e6).rounded() / 1e6
        lower.pending = (lower.pending ?? 0) + fraction
        upper.pending = lower.pending
    }

    private static let clock: Words = "十 分 刻 钟"

    // MARK: scales

    private mutating func take(_ value: Double) -> Bool {
        let glyph = text[index]
        if last == .zero { return false }
        if last == .nothing {
            // 十 stands alone; 百, 千 and 万 do where a rough number is read: 百余名, 千名.
            guard
                value == NumeralScript.ten && (!NumeralScript.ordinary.contains(glyph) || isBanknote(index + 1))
                    || approximate && value > 10
            else { return false }
        }
        let small = value < NumeralScript.tenThousand
        if small, last == .scale, let scale, value >= scale { return false }
        if small, last == .digit, let scale, lower.section > 0, value >= scale { return false }
        // 3十, 三千克
        if last == .digit, value == NumeralScript.ten, text[index - 1].isDigit { return false }
        if value == 1000 || value == 100, NumeralScript.measures.match(text, at: index + 1, before: end) != nil {
            return false
        }
        let alone = last == .nothing
        lower.take(value, alone: alone)
        upper.take(value, alone: alone)
        scale = value
        last = .scale
        index += 1
        return true
    }

    /// 拾伍, but not 收拾
    private func isBanknote(_ index: Int) -> Bool {
        index < end && NumeralScript.digits[text[index]] != nil && !NumeralScript.everyday.contains(text[index])
    }

    /// 一千五 is 1500, 1万2 is 12000; a 零 before the digit says that it is not.
    private mutating func leaveOutScale() {
        guard approximate, last == .digit, let scale, scale >= 100, let low = lower.pending, let high = upper.pending,
            low < 10, high < 10, low == low.rounded(), text[index - 1] != NumeralScript.zero, !zeroBeforeDigit
        else { return }
        lower.pending = low * scale / 10
        upper.pending = high * scale / 10
    }

    private var zeroBeforeDigit: Bool {
        var at = index - 1
        while at > start, NumeralScript.digits[text[at]] != nil || text[at].isDigit {
            if text[at] == NumeralScript.zero { return true }
            at -= 1
        }
        return false
    }

    /// 三百五百名, 二十百名: no number is written so, and none of its parts is meant alone.
    private mutating func passDisorder() {
        guard last == .digit || last == .scale, index < end, NumeralScript.scales[text[index]] != nil,
            NumeralScript.measures.match(text, at: index + 1, before: end) == nil
        else { return }
        exactness = .open
        while index < end, NumeralScript.first.mayContain(text[index]) || text[index].isDigit { index += 1 }
    }

    // MARK: rough numbers

    private static let surplus: Words = "余 多"
    private static let some: Words = "几"
    private static let around: Words = "来"
    private static let notMore: Words = "媒 元 边 功 层 维 方 语 样 媒体 自 源 到 校 京 访 电"

    /// 30余万, 十几万, 三百几十: between a number and its scale.
    private mutating func inner() -> Bool {
        let glyph = text[index]
        guard index + 1 < end, let next = NumeralScript.scales[text[index + 1]] else { return false }
        if Self.some.match([glyph], at: 0, before: 1) != nil, last == .scale, let scale, next < scale {
            // 三百几十
            exactness = .open
            (lower.pending, upper.pending, last) = (2, 2, .digit)
            index += 1
            return true
        }
        guard next >= 100, let length = rough() else { return false }
        index += length
        return take(next)
    }

    /// 余, 多, 几 and 来 at the end.
    private mutating func more() {
        if let length = rough() {
            index += length
            last = .more
        }
    }

    /// What a rough word at `index` makes of the number, and its length.
    private mutating func rough() -> Int? {
        guard index < end else { return nil }
        if let length = Self.surplus.match(text, at: index, before: end),
            Self.notMore.match(text, at: index + length, before: end) == nil
        {
            exactness = exactness == .open ? .open : .least
            return length
        }
        if let length = Self.around.match(text, at: index, before: end),
            Self.notMore.match(text, at: index + length, before: end) == nil
        {
            exactness = exactness == .open ? .open : .about
            return length
        }
        if let length = Self.some.match(text, at: index, before: end), last == .scale, let scale {
            // 十几 is eleven at least.
            lower.section += scale / 10
            upper.section = lower.section
            exactness = exactness == .open ? .open : .least
            return length
        }
        return nil
    }

    private static let atLeast: Words = "上 成"
    private static let several: Words = "好几 几 数 若干"
    /// What a number may begin with, rough ones too.
    static let starters: GlyphSet = {
        var set = NumeralScript.first
        set.formUnion(GlyphSet.first(of: [atLeast, several], and: []))
        return set
    }()

    private static let notUpward: Words = "以 网 线 身 会 早 晚 马 之 及"
    private static let counted: Words = "人 次 期 总 多 少 无 分 参 系 整 倍 指 函 岁 个 户 件 额 基 频 时 位 天 班 员 份 名"

    /// 上百, 几十, 数百, 好几千: no digit leads.
    private mutating func leading() -> Approximation? {
        let upward = Self.atLeast.match(text, at: start, before: end)
        let severally = Self.several.match(text, at: start, before: end)
        guard let length = upward ?? severally, start + length < end,
            let first = NumeralScript.scales[text[start + length]],
            !(text[start + length] == NumeralScript.hundred && start + length + 1 < end
                && QuantityReader.partsWord.match(text, at: start + length + 1, before: end) != nil)
        else { return nil }
        let barred = upward != nil ? Self.notUpward : Self.counted
        guard barred.matchBackward(text, endingAt: start, notBefore: 0) == nil, upward == nil || first >= 100 else {
            return nil
        }
        index = start + length
        let least = upward == nil ? 2.0 : 1
        lower.section = least * first
        last = .scale
        scale = first
        index += 1
        if first >= NumeralScript.tenThousand { (lower.total, lower.section) = (lower.section, 0) }
        while index < end, let value = NumeralScript.scales[text[index]], value >= NumeralScript.tenThousand {
            lower.take(value, alone: false)
            scale = value
            index += 1
        }
        exactness = upward == nil ? .open : .least
        if let length = Self.surplus.match(text, at: index, before: end) { index += length }
        // 成百上千
        if upward != nil, let next = Self.atLeast.match(text, at: index, before: end), index + next < end,
            NumeralScript.scales[text[index + next]] != nil
        {
            index += next + 1
            exactness = .open
        }
        return Approximation(value: lower.value, upper: nil, exactness: exactness, scale: scale, end: index)
    }
}
