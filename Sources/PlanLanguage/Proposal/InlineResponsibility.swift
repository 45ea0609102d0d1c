/// 由市应急局牵头，各县区配合: who leads and who helps, said in the sentence itself.
enum InlineResponsibility {
    private static let by: Words = "由"
    private static let leads: Words = "牵头 负责 主办 会同 具体负责 组织实施 承担"
    private static let helps: Words = "配合 参与 协助 协同 落实"

    static func read(_ clean: CleanText, around range: Range<Int>) -> (lead: [String], responsible: [String])? {
        let text = clean.glyphs
        var start = range.lowerBound
        let floor = max(0, start - 200)
        while start > floor, text[start - 1] != Char.fullStop, text[start - 1] != Char.newline { start -= 1 }
        var end = range.upperBound
        let ceiling = min(text.count, end + 200)
        while end < ceiling, text[end] != Char.fullStop, text[end] != Char.newline { end += 1 }
        guard let mark = by.first(in: text, start..<end) else { return nil }
        let limit = min(end, mark.upperBound + 30)
        guard let leading = leads.first(in: text, mark.upperBound..<limit),
            !text[mark.upperBound..<leading.lowerBound].contains(Char.comma)
        else { return nil }
        let lead = names(clean, mark.upperBound..<leading.lowerBound)
        guard !lead.isEmpty else { return nil }
        var responsible: [String] = []
        if leading.upperBound < end, text[leading.upperBound] == Char.comma,
            let helping = helps.first(in: text, leading.upperBound..<min(end, leading.upperBound + 40)),
            !text[leading.upperBound + 1..<helping.lowerBound].contains(Char.comma)
        {
            responsible = names(clean, leading.upperBound + 1..<helping.lowerBound)
        }
        return (lead, responsible)
    }

    private static func names(_ clean: CleanText, _ range: Range<Int>) -> [String] {
        clean.string(range).split(separator: "、").map(String.init).filter { (2...20).contains($0.count) }
    }
}
