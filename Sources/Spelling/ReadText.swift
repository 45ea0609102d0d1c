/// A text as a reader takes it, folded once: for comparing one that was typed, however long, with many.
public struct ReadText: Hashable, Sendable {
    private let folded: String
    /// What folds to nothing is the same only letter by letter.
    private let unfolded: String?

    public init(_ text: String) {
        folded = text.folded
        unfolded = folded.isEmpty ? text : nil
    }
}

extension String {
    /// Whether the two are the same to a reader; two that fold to nothing are the same only letter by letter.
    public func reads(as other: String) -> Bool { ReadText(self) == ReadText(other) }
}
