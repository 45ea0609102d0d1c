/// The numbered tasks of a plan, as stretches of clean text.
struct Outline: Sendable {
    struct Section: Sendable {
        var number: String
        var title: String
        /// From the heading to the next task.
        var range: Range<Int>
        /// Where the text after the mark begins.
        var body: Int
        /// A heading over other tasks, or the text before the first heading: a task only if it obliges something itself.
        var isGroup = false
        /// Tasks under the same heading share it; nil at the top.
        var group: Int?
    }

    private var lastOfGroup: [Int: Range<Int>] = [:]
    private var only: [Int: ResponsibilityBracket] = [:]

    private(set) var title: String
    private(set) var sections: [Section] = []
    /// Brackets between brackets' ranges are in order.
    private(set) var brackets: [ResponsibilityBracket] = []

    private struct Heading {
        var mark: HeadingMark
        var start: Int
        var end: Int
        var path: [Int] = []
        var safeguard = false
    }

    init(_ clean: CleanText) {
        title = ""
        brackets = Self.brackets(in: clean)
        var headings = Self.headings(in: clean)
        let articles = headings.filter { $0.mark.style == .article }.count >= 2
        if articles { headings.removeAll { $0.mark.style > .article } }
        Self.placePaths(&headings, clean)
        let firstHeading = headings.first?.start ?? clean.glyphs.count
        title = Self.title(of: clean, before: firstHeading)
        sections = Self.sections(headings, clean, articles: articles, firstHeading: firstHeading)
        noteGroups(clean)
    }

    /// The one bracket, on a line of its own, at the end of the list that a task belongs to.
    func bracketOverSiblings(of section: Section) -> [ResponsibilityBracket] {
        guard let group = section.group, let last = lastOfGroup[group], let only = only[group],
            brackets(in: last).contains(where: { $0.range == only.range })
        else { return [] }
        return [only]
    }

    /// Notes which lists of tasks have a single bracket, on a line of its own, in their last task.
    private mutating func noteGroups(_ clean: CleanText) {
        var seen: [Int: Int] = [:]
        let starts = Set(clean.lineStarts)
        for section in sections {
            guard let group = section.group else { continue }
            lastOfGroup[group] = section.range
            for bracket in brackets(in: section.range) {
                seen[group, default: 0] += 1
                only[group] = starts.contains(bracket.range.lowerBound) ? bracket : nil
            }
        }
        for (group, count) in seen where count != 1 { only[group] = nil }
    }

    /// Brackets that begin in a stretch of text.
    func brackets(in range: Range<Int>) -> [ResponsibilityBracket] {
        var low = 0
        var high = brackets.count
        while low < high {
            let middle = (low + high) / 2
            if brackets[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return Array(brackets[low...].prefix { $0.range.lowerBound < range.upperBound })
    }

    private static func headings(in clean: CleanText) -> [Heading] {
        let text = clean.glyphs
        var found: [Heading] = []
        for (index, start) in clean.lineStarts.enumerated() {
            let end = index + 1 < clean.lineStarts.count ? clean.lineStarts[index + 1] - 1 : text.count
            if let mark = HeadingMark(text, at: start, before: end) {
                found.append(Heading(mark: mark, start: start, end: end))
            } else if annex.match(text, at: start, before: end) != nil, end - start <= 8 {
                found.append(Heading(mark: .annex, start: start, end: end))
            }
        }
        return found
    }

    private static let annex: Words = "附则 附件 附录 附表"
    private static let safeguards: Words =
        "保障措施 组织保障 工作保障 保障机制 实施保障 强化保障 保障落实 工作要求 组织领导与保障 保障与监督 组织实施 组织领导 条件保障"

    /// Number of each heading within its parents, and whether it stands under safeguards.
    private static func placePaths(_ headings: inout [Heading], _ clean: CleanText) {
        var stack: [(style: HeadingMark.Style, number: Int, safeguard: Bool)] = []
        for index in headings.indices {
            let mark = headings[index].mark
            stack.removeAll { $0.style >= mark.style }
            let titled = clean.glyphs[headings[index].start..<headings[index].end]
            let line = headings[index].start + mark.length..<headings[index].start + min(titled.count, mark.length + 14)
            let inherited = stack.contains { $0.safeguard }
            let own = stack.isEmpty && line.lowerBound < line.upperBound && safeguards.occurs(in: clean.glyphs, line)
            stack.append((mark.style, mark.number, inherited || own))
            headings[index].path = stack.map(\.number)
            headings[index].safeguard = inherited || own
        }
    }

    private static func sections(
        _ headings: [Heading], _ clean: CleanText, articles: Bool, firstHeading: Int
    ) -> [Section] {
        let total = clean.glyphs.count
        var result: [Section] = []
        if firstHeading > 0 {
            result.append(.init(number: "0", title: "", range: 0..<firstHeading, body: 0, isGroup: true))
        }
        // Below the third level a list belongs to its task.
        let deep: HeadingMark.Style = articles ? .article : taskStyle(headings)
        // The safeguards' own list counts too, whatever its style.
        let child = headings.filter { $0.safeguard && $0.path.count > 1 }.map(\.mark.style).min() ?? deep
        let kept = headings.indices.filter {
            headings[$0].mark.style <= (headings[$0].safeguard && !articles ? max(deep, child) : deep)
        }
        let tasks = kept.map { headings[$0] }
        let isLeaf = { (index: Int) in
            index + 1 >= tasks.count || tasks[index + 1].mark.style <= tasks[index].mark.style
        }
        let plain = tasks.indices.filter { isLeaf($0) && !tasks[$0].safeguard && tasks[$0].mark.style == deep }
        let numbersUnique = Set(plain.map { tasks[$0].mark.number }).count == plain.count
        var used: Set<String> = numbersUnique ? Set(plain.map { String(tasks[$0].mark.number) }) : []
        var safeguard = 0
        var parents: [(style: HeadingMark.Style, start: Int)] = []
        for (index, task) in tasks.enumerated() {
            let end = index + 1 < tasks.count ? tasks[index + 1].start : total
            parents.removeAll { $0.style >= task.mark.style }
            let group = parents.last?.start
            parents.append((task.mark.style, task.start))
            let number: String
            if task.safeguard && !articles {
                if isLeaf(index) { safeguard += 1 }
                number = isLeaf(index) ? "S\(safeguard)" : "S0"
            } else if isLeaf(index), task.mark.style == deep, numbersUnique {
                number = String(task.mark.number)
            } else {
                let path = task.path.map(String.init).joined(separator: ".")
                number = used.insert(path).inserted ? path : path + ".0"
            }
            result.append(
                .init(
                    number: number, title: heading(clean, task.start + task.mark.length, task.end),
                    range: task.start..<end, body: task.start + task.mark.length, isGroup: !isLeaf(index), group: group)
            )
        }
        return result
    }

    /// The style whose headings are the tasks: the deepest down to 1., where each number has a text of its own.
    private static func taskStyle(_ headings: [Heading]) -> HeadingMark.Style {
        for style in [HeadingMark.Style.third, .second, .first, .section, .chapter] {
            let found = headings.filter { $0.mark.style == style && !$0.safeguard }
            if found.count >= 2 { return style }
        }
        return headings.map(\.mark.style).max() ?? .first
    }

    /// A heading's title: up to the first stop on its line.
    private static func heading(_ clean: CleanText, _ start: Int, _ end: Int) -> String {
        var stop = start
        while stop < end, clean.glyphs[stop] != Char.fullStop, clean.glyphs[stop] != Char.newline { stop += 1 }
        if stop == end || stop - start > 60 {
            let comma = clean.glyphs[start..<stop].firstIndex { $0 == Char.colon }
            if stop - start > 60 { stop = comma ?? clean.glyphs[start..<stop].firstIndex(of: Char.comma) ?? stop }
        }
        return clean.string(start..<min(stop, start + 120))
    }

    private static func title(of clean: CleanText, before end: Int) -> String {
        let lines = clean.lineStarts.filter { $0 < end }
        for start in lines.prefix(4) {
            let stop = clean.glyphs[start...].firstIndex(of: Char.newline) ?? clean.glyphs.count
            if stop - start <= 60, stop - start >= 4 { return clean.string(start..<stop) }
        }
        // No title line: the last document named in the preamble is usually this one.
        let preamble = 0..<min(end, clean.glyphs.count)
        if let close = clean.glyphs[preamble].lastIndex(of: Char.closeBook),
            let open = clean.glyphs[preamble.lowerBound..<close].lastIndex(of: Char.openBook)
        {
            return clean.string(open + 1..<close)
        }
        return clean.string(0..<min(clean.glyphs.count, 40)).split(separator: "\n").first.map(String.init) ?? ""
    }

    /// Brackets with nothing between them, as on lines of their own, are one.
    private static func merged(_ brackets: [ResponsibilityBracket], _ text: [Glyph]) -> [ResponsibilityBracket] {
        var result: [ResponsibilityBracket] = []
        for bracket in brackets {
            guard var last = result.last, last.range.upperBound <= bracket.range.lowerBound,
                text[last.range.upperBound..<bracket.range.lowerBound].allSatisfy(between.contains)
            else {
                result.append(bracket)
                continue
            }
            last.range = last.range.lowerBound..<bracket.range.upperBound
            last.lead = (last.lead + bracket.lead).unique
            last.responsible = (last.responsible + bracket.responsible).unique
            result[result.count - 1] = last
        }
        return result
    }

    private static let between: Set<Glyph> = [Char.newline, Char.fullStop, Char.comma, Char.semicolon]

    private static func brackets(in clean: CleanText) -> [ResponsibilityBracket] {
        let text = clean.glyphs
        var found: [ResponsibilityBracket] = []
        // With how many brackets stand in one another inside it: nobody nests names of units deeper than this.
        var open: [(start: Int, height: Int)] = []
        for index in text.indices {
            switch text[index] {
            case Char.openParenthesis, Char.openLenticular: open.append((index, 0))
            case Char.closeParenthesis, Char.closeLenticular:
                guard let (start, height) = open.popLast() else { continue }
                if let outer = open.indices.last { open[outer].height = max(open[outer].height, height + 1) }
                if height <= 3,
                    let bracket = ResponsibilityBracket(clean, inside: start + 1..<index, whole: start..<index + 1)
                {
                    found.append(bracket)
                }
            case Char.newline: open = []
            default: break
            }
        }
        for (index, start) in clean.lineStarts.enumerated() {
            let end = index + 1 < clean.lineStarts.count ? clean.lineStarts[index + 1] - 1 : text.count
            if let bracket = ResponsibilityBracket(clean, inside: start..<end, whole: start..<end) {
                found.append(bracket)
            }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return merged(found, text)
    }
}

extension HeadingMark {
    /// 附则, 附件: a part of its own at the end.
    static let annex = HeadingMark(annexNumber: 99)

    private init(annexNumber: Int) {
        style = .part
        number = annexNumber
        length = 0
    }
}
