public import Records
public import Store

/// The changes that can be made to records, each with its row in the journal.
extension WriteTransaction {
    public func add(_ activity: Activity, with participations: [Participation]) throws {
        try insert(activity)
        try participations.forEach(insertingParticipations())
        try journal(
            act: "report", kind: RecordReference.Kind.activity.rawValue, code: activity.code,
            after: StoredJSON.text(JournaledActivity(activity: activity, participations: participations)),
            facts: .activity(activity.code))
    }

    public func add(_ site: Site) throws {
        try insert(site)
        try journal(
            act: "addSite", kind: RecordReference.Kind.site.rawValue, code: site.code, after: StoredJSON.text(site),
            facts: .site(site.code))
    }

    public func add(_ voiding: Voiding) throws {
        try insert(voiding)
        try journal(
            act: "void", kind: voiding.record.kind.rawValue, code: voiding.record.code,
            before: try stored(voiding.record), after: StoredJSON.text(voiding), facts: .voiding(voiding.code))
    }

    /// Adds the record that takes the place of another, and the correction that says so.
    public func add(
        _ correction: Correction, replacing activity: Activity, with participations: [Participation] = []
    ) throws {
        try insert(activity)
        try participations.forEach(insertingParticipations())
        try insert(correction)
        try journal(
            act: "correct", kind: correction.record.kind.rawValue, code: correction.record.code,
            before: try stored(correction.record),
            after: StoredJSON.text(
                JournaledCorrection(
                    correction: correction, activity: activity, participations: participations)),
            facts: .correction(correction.code))
    }

    private func stored(_ reference: RecordReference) throws -> String? {
        switch reference.kind {
        case .activity: try activity(code: reference.code).map { try StoredJSON.text($0) }
        case .participation: try participation(code: reference.code).map { try StoredJSON.text($0) }
        case .site: try sites().first { $0.code == reference.code }.map { try StoredJSON.text($0) }
        }
    }
}

/// How a report stands in the journal.
struct JournaledActivity: Codable {
    var activity: Activity
    var participations: [Participation]
}

/// How a correction stands in the journal.
struct JournaledCorrection: Codable {
    var correction: Correction
    var activity: Activity
    var participations: [Participation]
}
