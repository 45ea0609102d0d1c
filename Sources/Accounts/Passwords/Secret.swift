public import Store

/// What opens a door, as far as it is kept: a hash. The journal tells that there is one, never what it is.
public struct Secret: Hashable, Sendable, Stored {
    public let text: String

    public init(_ text: String) { self.text = text }

    public init(stored: SQLValue) throws { text = try String(stored: stored) }
    public var stored: SQLValue { SQLValue(text) }
    public var journaled: JournalValue { .text("***") }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible {
    /// No message that shows a value shows this one.
    public var description: String { "***" }
    public var debugDescription: String { "***" }
}
