public import LedgerEngine
public import Pages

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
