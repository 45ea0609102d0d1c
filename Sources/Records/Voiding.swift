public import Vocabulary

/// Which record a voiding or a correction is about.
public struct RecordReference: Hashable, Sendable, Codable {
    public var kind: Kind
    public var code: String

    public enum Kind: String, Codable, Sendable, CaseIterable {
        case activity, participation, site
    }

    public init(_ kind: Kind, _ code: String) {
        self.kind = kind
        self.code = code
    }
}

/// That a record no longer counts (作废), from the day this was recorded. Nothing is deleted.
public struct Voiding: Hashable, Sendable, Codable {
    public var code: String
    public var record: RecordReference
    public var reason: String
    public var by: String
    public var recorded: Day

    public init(code: String, record: RecordReference, reason: String, by: String, recorded: Day) {
        self.code = code
        self.record = record
        self.reason = reason
        self.by = by
        self.recorded = recorded
    }
}

/// That one record takes the place of another (更正), from the day this was recorded.
///
/// Both records are of the same kind. Participations of a replaced activity belong to its replacement.
public struct Correction: Hashable, Sendable, Codable {
    public var code: String
    public var record: RecordReference
    public var replacement: String
    public var reason: String
    public var by: String
    public var recorded: Day

    public init(
        code: String, record: RecordReference, replacement: String, reason: String, by: String, recorded: Day
    ) {
        self.code = code
        self.record = record
        self.replacement = replacement
        self.reason = reason
        self.by = by
        self.recorded = recorded
    }
}
