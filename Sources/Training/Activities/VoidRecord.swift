public import Records
public import Spelling
import Storage
public import Store
public import Vocabulary

/// Says that a record no longer counts (作废). It stays readable, with who, when and why.
public struct VoidRecord: Act {
    public static let right = Right.report
    public static let words = Words("作废", "Voided")
    public var record: RecordReference
    public var reason: String

    public init(_ record: RecordReference, reason: String) {
        self.record = record
        self.reason = reason
    }

    /// Of a site everybody's: it has no unit.
    public func unit(in reading: some Reading) throws -> String? {
        let activity: String? =
            switch record.kind {
            case .activity: record.code
            case .participation: try reading.participation(code: record.code)?.activity
            case .site: nil
            }
        return try activity.flatMap(reading.activity(code:))?.organiser
    }

    /// Throws `RecordRefused`.
    public func perform(in t: ActTransaction) throws -> Voiding {
        let reason = try t.requireLive(record, reason: reason)
        let voiding = Voiding(
            code: try t.nextCode(.voiding), record: record, reason: reason, by: t.reader.account, recorded: t.today)
        try t.writing.add(voiding)
        return voiding
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
