import Plans
import Vocabulary

/// What is counted: the activity nouns of a stretch of text.
struct ActivityReader: Sendable {
    let text: [Glyph]
    let lexicon: Lexicon

    typealias Match = NounIndex<Lexicon.ActivityNoun>.Match

    /// Words too general to hold on to where a narrower one stands beside them.
    private static let general: Set<ActivityKind> = [.trainingClass, .document, .site]

    /// The noun that a quantity counts: the last of the first run after it (Chinese puts the head last), else the last before it.
    func counted(by quantity: Range<Int>, in zone: Range<Int>) -> [Match] {
        let after = lexicon.activities.matches(in: text, min(quantity.upperBound, zone.upperBound)..<zone.upperBound)
        if !after.isEmpty { return coordinated(after) }
        let before = lexicon.activities.matches(in: text, zone.lowerBound..<max(zone.lowerBound, quantity.lowerBound))
        guard let last = before.last else { return [] }
        var run = [last]
        for match in before.dropLast().reversed() {
            guard let next = run.first, joins(match.range.upperBound..<next.range.lowerBound) else { break }
            run.insert(match, at: 0)
        }
        return run
    }

    /// 主体班、研修班及研讨班 are counted together; in 专题研讨班 only the head counts.
    private func coordinated(_ matches: [Match]) -> [Match] {
        guard let head = matches.last else { return [] }
        var run = [head]
        for match in matches.dropLast().reversed() {
            guard let next = run.first else { break }
            let gap = match.range.upperBound..<next.range.lowerBound
            if joins(gap) { run.insert(match, at: 0) } else { break }
        }
        // A general head after a narrower noun (…技能竞赛活动方案): keep what is nearest the number if the head is a document.
        if run.count == 1, Self.general.contains(head.meaning.kind), matches.count > 1,
            let narrow = matches.dropLast().last,
            head.meaning.kind == .trainingClass, !Self.general.contains(narrow.meaning.kind)
        {
            return [narrow]
        }
        return run
    }

    private func joins(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 1 else { return false }
        return gap.isEmpty ? false : Self.joining.contains(text[gap.lowerBound])
    }

    private static let joining: Set<Glyph> = {
        Set(["、", "和", "及", "或", "与"].flatMap { glyphs($0) })
    }()

    func last(in range: Range<Int>) -> [Match] {
        let matches = lexicon.activities.matches(in: text, range)
        guard let last = matches.last else { return [] }
        return [last]
    }

    func topics(in range: Range<Int>) -> [Topic] {
        lexicon.topics.matches(in: text, range).map(\.meaning).unique
    }
}
