import Plans
import Vocabulary

/// What headings say of the clauses under them.
extension ClauseReader {
    private static let owing: Words = "职责 义务 任务 应履行 要求 责任 考核指标"

    /// 名师培养对象职责: who owes what stands below; 选拔条件: what stands below obliges nobody.
    func heading(_ title: String, under parent: Heading?) -> Heading {
        let words = glyphs(title)
        var heading = Heading(governing: parent?.governing)
        heading.conditions = (parent?.conditions ?? false) || ListReader.headsConditions(words)
        if let noun = lexicon.populations.matches(in: words, 0..<words.count).last,
            [.persons, .activities].contains(noun.meaning.population.subjects),
            Self.owing.occurs(in: words, noun.range.upperBound..<min(words.count, noun.range.upperBound + 6))
        {
            heading.subject = Subject(bearer: .person, noun: noun.meaning)
        } else {
            heading.subject = parent?.subject
        }
        return heading
    }
}
