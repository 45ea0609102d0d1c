import Store
import Vocabulary

/// Nothing to fill in but a yes.
public struct Nothing: Sendable {
    public init() {}
    public static let form = Form<Nothing>()
}

/// What every return, void and withdrawal asks for.
public struct Reason: Sendable {
    public var text = ""
    public init() {}
    public static let form = Form<Reason>(
        .init(Words("理由", "Reason"), .longText(\.text, "reason", Words("理由", "Reason"), limit: 500, rows: 3)))
}
