/// A bracket that says who leads and who is responsible: （牵头单位：…，责任单位：…）, or a line of its own with the same words.
struct ResponsibilityBracket: Sendable {
    var range: Range<Int>
    var lead: [String] = []
    var responsible: [String] = []

    private static let leading: Words = "牵头 主办 主责 主要责任 总牵头 负责"
    private static let sharing: Words = "责任 配合 承办 协办 参与 参加 协同 实施 落实 执行 完成 主管 督导 指导"
    private static let bodies: Words = "单位 部门 科室 处室 股室 机构 领导 人 主体 校领导"

    /// A label such as 牵头单位： at a place: its length and whether it names who leads.
    static func label(_ text: [Glyph], at index: Int, before end: Int) -> (length: Int, leads: Bool)? {
        for (words, leads) in [(leading, true), (sharing, false)] {
            guard var next = words.match(text, at: index, before: end).map({ index + $0 }) else { continue }
            // 牵头（责任）单位, 责任单位及责任人
            if next < end, text[next] == Char.openParenthesis,
                let close = text[next..<end].firstIndex(of: Char.closeParenthesis), close - next < 6
            {
                next = close + 1
            }
            let body = bodies.match(text, at: next, before: end) ?? 0
            next += body
            guard next < end, text[next] == Char.colon else { continue }
            return (next + 1 - index, leads)
        }
        return nil
    }

    /// Reads what stands between `range`'s brackets; nil where it is an ordinary bracket.
    init?(_ clean: CleanText, inside: Range<Int>, whole: Range<Int>) {
        let text = clean.glyphs
        guard Self.label(text, at: inside.lowerBound, before: inside.upperBound) != nil else { return nil }
        range = whole
        var index = inside.lowerBound
        var leads = false
        var names: [String] = []
        var start = index
        var depth = 0
        func finish(_ self: inout Self, _ end: Int) {
            if start < end { names.append(clean.string(start..<end)) }
            let joined = Self.joined(names)
            if leads { self.lead += joined } else { self.responsible += joined }
            names = []
        }
        while index < inside.upperBound {
            let glyph = text[index]
            if depth == 0, let found = Self.label(text, at: index, before: inside.upperBound) {
                finish(&self, index)
                leads = found.leads
                index += found.length
                start = index
                continue
            }
            if glyph == Char.openParenthesis || glyph == Char.openAngle { depth += 1 }
            if glyph == Char.closeParenthesis || glyph == Char.closeAngle { depth = max(0, depth - 1) }
            if depth == 0, Self.separators.contains(glyph) {
                if start < index { names.append(clean.string(start..<index)) }
                start = index + 1
            }
            index += 1
        }
        finish(&self, inside.upperBound)
        lead = lead.unique
        responsible = responsible.unique
    }

    private static let separators: Set<Glyph> = [
        Char.enumerationComma, Char.comma, Char.semicolon, Char.fullStop,
    ]

    /// 党<工>委 and a bare 党组 after it are one name; so are 党委 and 党组.
    private static func joined(_ names: [String]) -> [String] {
        var result: [String] = []
        for name in names {
            if ["党组", "党委", "党工委", "党总支", "党支部"].contains(name), let last = result.last,
                last.hasSuffix("委") || last.hasSuffix("党组")
            {
                result[result.count - 1] = last + "、" + name
            } else {
                result.append(name)
            }
        }
        return result
    }
}

extension Array where Element: Hashable {
    /// Each element once, in order of its first place.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
