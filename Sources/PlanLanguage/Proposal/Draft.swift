import Plans
import Vocabulary

/// An obligation in the making: its rule, its place among the glyphs, and the nouns around it.
struct Draft: Sendable {
    var range: Range<Int>
    var rule: Rule
    var activities: [ActivityReader.Match] = []
    var topics: [Topic] = []
    var subject: Subject?
    /// The persons it is about.
    var persons: Lexicon.PopulationNoun?
    var length: LengthCondition?
    var basis: ShareBasis?
    var rateWords: Range<Int>?
    var event: DeadlineEvent?
    /// The activities at each of which it is owed.
    var container: [ActivityReader.Match] = []
    var weekly = false
    /// The words that stand for a figure where the text gives none: 几十名.
    var open: Range<Int>?
    /// Who is asked to speak, and where.
    var detail = ClauseDetail()
    /// Set members share a number.
    var set: Int?
    /// The noun that was found may not be what is counted.
    var doubtful = false
    var zone: Range<Int>
    /// The figure itself, with what stands around the number: 不少于12天. Nil where the draft was not read from one.
    var figure: Range<Int>?
    /// Other figures any of which does as well (12天或90学时), in order.
    var alternatives: [Draft] = []
}
