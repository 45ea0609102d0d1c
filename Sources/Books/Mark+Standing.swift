import Exchange
public import LedgerEngine
public import Pages
public import Vocabulary

extension Mark {
    public init(_ standing: Standing) {
        switch standing {
        case .met: self = .met
        case .onCourse: self = .onCourse
        case .behind: self = .behind
        case .overdue: self = .overdue
        case .notYetDue: self = .notYetDue
        case .needsRuling: self = .needsRuling
        case .doesNotApply: self = .doesNotApply
        }
    }
}

extension Standing {
    public var words: Words { Words(LedgerText.standing(self, in: .zh), LedgerText.standing(self, in: .en)) }
}
