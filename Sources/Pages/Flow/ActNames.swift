public import Store
public import Vocabulary

/// What acts are called, by the names under which the journal keeps them, and whose what they posted is: of all that the
/// desks declare.
public struct ActNames: Sendable {
    private let words: [String: Words]
    private let keepers: [@Sendable (Ask, String) throws -> FormOption?]

    public init(_ desks: [Desk] = []) {
        let acts = desks.flatMap { $0.acts + $0.routes.compactMap(\.act) }
        words = Dictionary(acts.map { ($0.name, $0.words) }) { first, _ in first }
        keepers = desks.map(\.keeps)
    }

    /// The record with which an activity was posted, and with which alone it is taken back; nil: it stands by itself.
    public func keeper(ofActivity code: String, _ ask: Ask) throws -> FormOption? {
        for keeps in keepers { if let found = try keeps(ask, code) { return found } }
        return nil
    }

    /// Nil where no desk has such an act.
    public subscript(act: String) -> Words? { words[act] }
}
