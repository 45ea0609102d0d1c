import Exchange
import Pages
import PlanLanguage
import Plans
import Vocabulary

/// A clause that is not the same in two editions, as a row: what became of it, word by word.
struct ClauseChange {
    let clause: PlanComparison.Clause
    let language: Language

    init(_ clause: PlanComparison.Clause, _ language: Language) {
        self.clause = clause
        self.language = language
    }

    var row: Row { Row(.group([words, meaning]), when: number, act: .standing(clause.kind.mark, clause.kind.words)) }

    private var number: HTML {
        let (old, new) = (clause.old?.id, clause.new?.id)
        return .text(old == new ? new ?? "" : [old, new].compactMap { $0 }.joined(separator: " → "))
    }

    private var words: HTML {
        switch (clause.old, clause.new) {
        case (let old?, let new?): .difference(WordDifference(old.quote, new.quote))
        case (let old?, nil): .element("del", [.text(old.quote)])
        case (nil, let new?): .element("ins", [.text(new.quote)])
        case (nil, nil): .nothing
        }
    }

    /// What it obliges, where the words alone do not tell: an answer changed it, or a sentence before it.
    private var meaning: HTML {
        guard let old = clause.old, let new = clause.new else {
            return .small(.text((clause.new ?? clause.old)?.said(language) ?? ""))
        }
        return .small(.difference(WordDifference(old.said(language), new.said(language))))
    }
}

extension Obligation {
    /// What it obliges in plain words; its question where it is open.
    func said(_ language: Language) -> String {
        if let question { return QuestionText.sentence(question, in: language) }
        let sentence = language == .zh ? sentenceZh : sentenceEn
        return sentence.isEmpty ? quote : sentence
    }
}

extension PlanComparison.Clause.Kind {
    var words: Words {
        switch self {
        case .same: Words("未变", "Unchanged")
        case .changed: Words("修改", "Changed")
        case .new: Words("新增", "New")
        case .gone: Words("取消", "Gone")
        }
    }

    var mark: Mark {
        switch self {
        case .same: .met
        case .changed: .behind
        case .new: .next
        case .gone: .excused
        }
    }
}

extension HTML {
    /// Two wordings in one line: what is gone is struck out, what is new is underlined.
    static func difference(_ difference: WordDifference) -> HTML {
        .each(difference.pieces) { piece in
            switch piece {
            case .same(let text): .text(text)
            case .gone(let text): .element("del", [.text(text)])
            case .new(let text): .element("ins", [.text(text)])
            }
        }
    }
}
