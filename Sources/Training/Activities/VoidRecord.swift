public import Records
public import Storage
public import Vocabulary

/// Says that a record no longer counts (作废). It stays readable, with who, when and why.
public struct VoidRecord: Sendable {
    public var record: RecordReference
    public var reason: String

    public init(_ record: RecordReference, reason: String) {
        self.record = record
        self.reason = reason
    }

    @discardableResult
    public func perform(in database: Database, by: String, on today: Day) throws -> Voiding {
        try database.write(by: by) { transaction in
            try transaction.requireLive(record, reason: reason)
            let voiding = Voiding(
                code: try transaction.nextCode(.voiding, on: today), record: record, reason: reason.trimmed, by: by,
                recorded: today)
            try transaction.add(voiding)
            return voiding
        }
    }
}

/// Why a record was not voided or corrected.
public enum RecordRefused: Error, Hashable, Sendable {
    case noReason
    case reasonTooLong(limit: Int)
    case unknown(RecordReference)
    case alreadyVoided(on: Day)
    case alreadyCorrected(by: String)
}

extension Reading {
    /// Voiding and correcting need a reason, and a record that still counts.
    func requireLive(_ record: RecordReference, reason: String) throws {
        let limit = 500
        guard !reason.trimmed.isEmpty else { throw RecordRefused.noReason }
        guard reason.trimmed.count <= limit else { throw RecordRefused.reasonTooLong(limit: limit) }
        guard try has(record) else { throw RecordRefused.unknown(record) }
        if let voiding = try voiding(of: record) { throw RecordRefused.alreadyVoided(on: voiding.recorded) }
        if let correction = try correction(of: record) {
            throw RecordRefused.alreadyCorrected(by: correction.replacement)
        }
    }
}
