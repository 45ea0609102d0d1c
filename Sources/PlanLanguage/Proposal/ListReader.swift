/// Follows the lists of a task: what the line before a list says holds for each of its items.
struct ListReader {
    let text: [Glyph]

    /// The sentence is an item of the list that is open.
    private(set) var isItem = false
    /// Items of the open list say what somebody must be, not what is to be done.
    private(set) var inConditions = false
    /// What the first line of the open list says of its items; nil where none is open.
    private(set) var governing: ClauseReader.Scope?

    /// The mark of the line that opened the list; nil where it had none.
    private var opener: HeadingMark.Style?

    private static let conditions: Words =
        "下列条件 以下条件 如下条件 条件之一 资格条件 选拔条件 推荐条件 申报条件 评选条件 入选条件 基本条件 报名条件 参评条件 认定条件 任职条件 遴选条件 条件如下 条件为 申报资格 参评资格 选派条件 培养条件 准入条件 参训条件 选派对象条件"

    init(text: [Glyph]) { self.text = text }

    /// Whether a heading stands over conditions: 名师选拔条件.
    static func headsConditions(_ title: [Glyph]) -> Bool {
        let end = title.count
        guard let found = conditions.last(in: title, 0..<end) else { return false }
        return end - found.upperBound <= 12 && !mixed.occurs(in: title, 0..<end)
    }

    private static let mixed: Words = "程序 保障 改善 方式 办法 步骤 时间 名额 流程"

    /// A sentence begins: an item goes on with the list, a line of its own closes it.
    mutating func enter(_ sentence: Range<Int>) {
        let begins = sentence.lowerBound == 0 || text[sentence.lowerBound - 1] == Char.newline
        let mark = HeadingMark(text, at: sentence.lowerBound, before: sentence.upperBound)
        let circled = (0x2460...0x2473).contains(text[sentence.lowerBound])
        isItem = mark != nil || circled
        guard begins else { return }
        if let mark, let opener, mark.style <= opener { close() } else if mark == nil, !circled { close() }
    }

    private mutating func close() { (inConditions, governing, opener) = (false, nil, nil) }

    /// A sentence ends: one with a colon behind it may open a list.
    mutating func leave(_ sentence: Range<Int>, _ scope: ClauseReader.Scope) {
        let end = sentence.upperBound
        let colon = end < text.count && text[end] == Char.colon || end > 0 && text[end - 1] == Char.colon
        let tail = max(sentence.lowerBound, end - 14)..<end
        guard colon || Self.announcing.occurs(in: text, tail) else { return }
        let mark = HeadingMark(text, at: sentence.lowerBound, before: end)
        opener = mark?.style
        governing = scope
        governing?.describing = false
        if Self.conditions.occurs(in: text, tail) { inConditions = true }
    }

    private static let announcing: Words = "以下任务 下列任务 以下要求 下列要求 如下 以下职责 下列职责 以下条件 下列条件 条件之一 以下工作 下列工作"
}
