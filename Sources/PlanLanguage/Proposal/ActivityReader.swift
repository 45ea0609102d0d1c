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

    /// In the stretch up to the first 、 or 和 the last noun counts, and with it each bare noun joined on: 主体班、研修班及研讨班.
    private func coordinated(_ matches: [Match]) -> [Match] {
        guard let first = matches.first else { return [] }
        var run = [first]
        for match in matches.dropFirst() {
            guard let last = run.last else { break }
            let gap = last.range.upperBound..<match.range.lowerBound
            if joins(gap) {
                run.append(match)
            } else if gap.contains(where: { Self.joining.contains(text[$0]) }) {
                break
            } else {
                run = [match]
            }
        }
        if run.count == 1, let head = run.first, let at = matches.firstIndex(where: { $0.range == head.range }), at > 0,
            head.meaning.kind == .trainingClass, !Self.general.contains(matches[at - 1].meaning.kind)
        {
            return [matches[at - 1]]
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

    /// The last noun that is held or attended, not written: 考察 in 考察学习计划.
    func lastHeld(in range: Range<Int>) -> [Match] {
        lexicon.activities.matches(in: text, range).last { !Self.papers.contains($0.meaning.kind) }.map { [$0] } ?? []
    }

    static let papers: Set<ActivityKind> = [.document, .essay, "resource", "publicity"]

    func topics(in range: Range<Int>) -> [Topic] {
        lexicon.topics.matches(in: text, range).map(\.meaning).unique
    }
}
