public import Store
public import Vocabulary

/// What acts are called, by the names under which the journal keeps them: of all that the desks declare.
public struct ActNames: Sendable {
    private let words: [String: Words]

    public init(_ desks: [Desk] = []) {
        let acts = desks.flatMap { $0.acts + $0.routes.compactMap(\.act) }
        words = Dictionary(acts.map { ($0.name, $0.words) }) { first, _ in first }
    }

    /// Nil where no desk has such an act.
    public subscript(act: String) -> Words? { words[act] }
}
