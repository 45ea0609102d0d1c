public import Store
public import Vocabulary

/// What acts are called, by the names under which the journal keeps them, whose what they posted is, and what lies ahead of
/// somebody: of all that the desks declare.
public struct ActNames: Sendable {
    private let words: [String: Words]
    private let keepers: [@Sendable (Ask, String) throws -> FormOption?]
    private let plans: [@Sendable (Ask, [String], Day, Day) throws -> [Ahead]]

    public init(_ desks: [Desk] = []) {
        let acts = desks.flatMap { $0.acts + $0.routes.compactMap(\.act) }
        words = Dictionary(acts.map { ($0.name, $0.words) }) { first, _ in first }
        keepers = desks.map(\.keeps)
        plans = desks.map(\.ahead)
    }

    /// What desks have planned with somebody in some days, the first first; the person by all their staff numbers.
    public func ahead(of person: [String], from: Day, to: Day, _ ask: Ask) throws -> [Ahead] {
        try plans.flatMap { try $0(ask, person, from, to) }.sorted { ($0.from, $0.address) < ($1.from, $1.address) }
    }

    /// The record with which an activity was posted, and with which alone it is taken back; nil: it stands by itself.
    public func keeper(ofActivity code: String, _ ask: Ask) throws -> FormOption? {
        for keeps in keepers { if let found = try keeps(ask, code) { return found } }
        return nil
    }

    /// Nil where no desk has such an act.
    public subscript(act: String) -> Words? { words[act] }
}
