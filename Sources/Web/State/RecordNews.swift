import LedgerEngine
import Records
import Storage

/// What was recorded since a revision, as the ledger takes it in.
struct RecordNews {
    enum Kind {
        case changes([RecordChange])
        /// Something that is no single record's change, or too much at once: everything is read anew.
        case other
    }

    var kind: Kind
    var revision: Int

    init(_ reading: ReadTransaction, since known: Int) throws {
        let limit = 10_000
        let lines = try reading.changes(since: known, limit: limit + 1)
        revision = lines.last?.seq ?? known
        kind = .other
        guard lines.count <= limit else { return }
        var changes: [RecordChange] = []
        for line in lines {
            switch (line.act, RecordReference.Kind(rawValue: line.kind)) {
            case ("publish", _): continue
            case ("report", .activity?):
                guard let activity = try reading.activity(code: line.code) else { return }
                changes.append(.reported(activity, try reading.participations(in: line.code)))
            case ("void", let kind?):
                guard let voiding = try reading.voiding(of: RecordReference(kind, line.code)) else { return }
                changes.append(.voided(voiding))
            case ("correct", .activity?):
                guard let correction = try reading.correction(of: RecordReference(.activity, line.code)),
                    let activity = try reading.activity(code: correction.replacement)
                else { return }
                changes.append(
                    .corrected(correction, by: activity, try reading.participations(in: activity.code)))
            default: return
            }
        }
        kind = .changes(changes)
    }
}
