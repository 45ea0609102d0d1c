public import Formats

/// Why a file could not be read as a plan at all. Lines count from 1, columns from 1 in scalars.
public enum UnreadablePlan: Error, Hashable, Sendable {
    case empty
    case tooLarge(bytes: Int, limit: Int)
    /// A control character that no text holds.
    case binary(line: Int, column: Int)
    /// Neither UTF-8 nor GB18030 from here on.
    case undecodable(line: Int, column: Int)
    /// The file ends in the middle of a character.
    case truncated(line: Int, column: Int)
    /// A file of another kind than a text: a Word file that cannot be read, or none at all.
    case document(DocumentRefused)
}
