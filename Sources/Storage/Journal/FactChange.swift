/// That an act changed the facts which the ledger counts, and how: the ledger's own feed of changes.
///
/// It is written with the journal's row by the few functions that write facts. What is not in it does not concern the
/// ledger, whatever the act is called (docs/decisions/0073).
public struct FactChange: Hashable, Sendable {
    /// The journal's row of the act.
    public var seq: Int
    public var what: What

    public enum What: Hashable, Sendable {
        /// An activity and its participations came to the records; its code.
        case activity(String)
        /// A record no longer counts; the voiding's code.
        case voiding(String)
        /// One activity took the place of another; the correction's code.
        case correction(String)
        /// A teaching site came to the records; its code.
        case site(String)
        /// Something about one person: who they are, posts, categories, teams, rosters; the staff number.
        case person(String)
        /// So much that everything is read anew, or a kind of change that this program does not know.
        case everything
    }
}

extension FactChange.What {
    private enum Kind: String {
        case activity, voiding, correction, site, person, everything
    }

    init(kind: String, code: String) {
        self =
            switch Kind(rawValue: kind) {
            case .activity: .activity(code)
            case .voiding: .voiding(code)
            case .correction: .correction(code)
            case .site: .site(code)
            case .person: .person(code)
            case .everything, nil: .everything
            }
    }

    var columns: (kind: String, code: String) {
        switch self {
        case .activity(let code): (Kind.activity.rawValue, code)
        case .voiding(let code): (Kind.voiding.rawValue, code)
        case .correction(let code): (Kind.correction.rawValue, code)
        case .site(let code): (Kind.site.rawValue, code)
        case .person(let code): (Kind.person.rawValue, code)
        case .everything: (Kind.everything.rawValue, "all")
        }
    }
}
