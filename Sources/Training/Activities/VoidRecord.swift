public import Records
public import Spelling
import Storage
public import Store
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
            let reason = try transaction.requireLive(record, reason: reason)
            let voiding = Voiding(
                code: try transaction.nextCode(.voiding, on: today), record: record, reason: reason, by: by,
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
    case reasonUnfit(TextFlaw)
    case unknown(RecordReference)
    case alreadyVoided(on: Day)
    case alreadyCorrected(by: String)
}

extension Reading {
    /// Voiding and correcting need a reason, which is returned as it is kept, and a record that still counts.
    func requireLive(_ record: RecordReference, reason: String) throws -> String {
        let reason = try RecordRefused.spelled(reason)
        guard try has(record) else { throw RecordRefused.unknown(record) }
        if let voiding = try voiding(of: record) { throw RecordRefused.alreadyVoided(on: voiding.recorded) }
        if let correction = try correction(of: record) {
            throw RecordRefused.alreadyCorrected(by: correction.replacement)
        }
        return reason
    }
}

extension RecordRefused {
    fileprivate static func spelled(_ reason: String) throws(RecordRefused) -> String {
        do {
            return try TextRule.reason.spelled(reason)
        } catch {
            switch error {
            case .empty: throw .noReason
            case .tooLong(let limit): throw .reasonTooLong(limit: limit)
            default: throw .reasonUnfit(error)
            }
        }
    }
}
