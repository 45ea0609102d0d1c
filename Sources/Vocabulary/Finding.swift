/// Where something stands in a text: scalar offsets from 0, line and column from 1 (columns in scalars).
public struct SourcePlace: Hashable, Sendable, Codable {
    public var start: Int
    public var end: Int
    public var line: Int
    public var column: Int

    public init(start: Int, end: Int, line: Int, column: Int) {
        self.start = start
        self.end = end
        self.line = line
        self.column = column
    }
}

public enum Severity: String, Codable, Sendable, CaseIterable {
    case note, warning, error
}

/// Something to tell a user about the material they handed in (校验问题): a value, collected and shown with its place.
///
/// Sentences are made in one room per audience, from `key` and `arguments`.
public struct Finding: Hashable, Sendable, Codable {
    public var severity: Severity
    public var place: SourcePlace?
    public var key: String
    public var arguments: [String]

    public init(_ severity: Severity, _ key: String, _ arguments: [String] = [], at place: SourcePlace? = nil) {
        self.severity = severity
        self.key = key
        self.arguments = arguments
        self.place = place
    }
}

public enum Language: String, Codable, Sendable, CaseIterable {
    case zh, en
}
