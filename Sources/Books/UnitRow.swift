public import LedgerEngine
import Vocabulary

/// How one unit stands with what it owes, task by task.
public struct UnitRow: Equatable, Sendable {
    public var code: String
    public var name: String
    /// Per task: the worst standing of its obligations in the unit, and how many are behind; nil where none applies.
    public var cells: [Cell?] = []
    public var met = 0
    public var late = 0
    public var applicable = 0
    public var group = Group.onCourse
    /// Places in the edition of those that are late.
    public var lateObligations: [Int] = []

    public struct Cell: Equatable, Sendable {
        public var standing: Standing
        public var late: Int
        /// How many roll-ups it stands for.
        public var applicable: Int

        init(standing: Standing, late: Int, applicable: Int) {
            self.standing = standing
            self.late = late
            self.applicable = applicable
        }
    }

    public enum Group: Int, CaseIterable, Sendable {
        case needsAttention, someBehind, onCourse
    }

    /// A unit in which so large a part of what it owes is late needs attention.
    public static let attentionShare = 1.0 / 3

    /// Of which nothing has been counted yet.
    public init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }
}

extension Standing {
    /// Worst first.
    public var rank: Int {
        switch self {
        case .overdue: 0
        case .behind: 1
        case .needsRuling: 2
        case .notYetDue: 3
        case .onCourse: 4
        case .met: 5
        case .doesNotApply: 6
        }
    }
}
