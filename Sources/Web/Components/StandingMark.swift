import Books
import Exchange
import LedgerEngine
import Pages
import Vocabulary

/// A standing of the ledger as shape, word and colour, as older pages write it.
enum StandingMark {
    /// The shape alone, named for those who cannot see it. For dense pictures.
    ///
    /// A label stands as text, for it may hold names in another language than the page's, which an attribute cannot tell.
    static func shape(_ standing: Standing, _ language: Language, label: String? = nil) -> HTML {
        let name = label ?? LedgerText.standing(standing, in: language)
        return .group([
            .shape(Mark(standing)), .span(.class("unseen"), .text(name)),
        ])
    }

    /// Shape and word.
    static func word(_ standing: Standing, _ language: Language) -> HTML {
        .standing(Mark(standing), standing.words)
    }

    /// Shape and word on a tinted ground.
    static func pill(_ standing: Standing, _ language: Language) -> HTML {
        .span(.class("pill \(standing.rawValue)"), word(standing, language))
    }

    static func legend(_ language: Language) -> HTML {
        .legend(
            [Standing.met, .onCourse, .behind, .overdue, .notYetDue, .needsRuling, .doesNotApply].map {
                (Mark($0), $0.words)
            })
    }
}
