import Books
import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// What became of a record since it was reported: who, when, what changed and why, through all its corrections.
struct ActivityHistory {
    private var steps: [HistoryStep] = []

    /// As far as it was known on the day known at.
    init(_ activity: Activity, _ ask: Ask) throws {
        let reading = ask.reading
        let kind = RecordReference.Kind.activity.rawValue
        let corrections = try Self.corrections(about: activity.code, reading)
        let first = corrections.first?.record.code ?? activity.code
        let last = corrections.last?.replacement ?? activity.code
        let report = try reading.journal(ofKind: kind, code: first).first { $0.act == "report" }
        // Records that came with a book were not reported one by one.
        let recorded = try reading.activity(code: first)?.recorded ?? activity.recorded
        func step(
            _ words: Words, of code: String, at: String, by: String, reason: String = "",
            changes: [HistoryStep.Change] = []
        ) -> HistoryStep {
            HistoryStep(
                at: at, by: by, words: words, what: .link(ListedRecord.address(of: code), .text(code)),
                remarks: reason.isEmpty ? [] : [HistoryStep.reason(reason)], changes: changes)
        }
        steps = [step(ReportActivity.words, of: first, at: report?.at ?? recorded.iso, by: report?.by ?? "")]
        func isKnown(_ day: Day) -> Bool { Directory.known(day, ask.context.knownAt) }
        func moment(_ act: String, of code: String, else day: Day) throws -> String {
            try reading.journal(ofKind: kind, code: code).last { $0.act == act }?.at ?? day.iso
        }
        for (place, correction) in corrections.enumerated() where isKnown(correction.recorded) {
            let old = correction.record.code
            steps.append(
                step(
                    CorrectActivity.words, of: correction.replacement,
                    at: try moment("correct", of: old, else: correction.recorded), by: correction.by,
                    reason: correction.reason, changes: try Self.changes(corrections, place, ask)))
        }
        if let voiding = try reading.voiding(of: .init(.activity, last)), isKnown(voiding.recorded) {
            steps.append(
                step(
                    VoidRecord.words, of: last, at: try moment("void", of: last, else: voiding.recorded),
                    by: voiding.by, reason: voiding.reason))
        }
        // The papers that the standing record shows are those of all.
        if let record = try reading.one(ListedRecord.self, last, for: ask.reader) {
            let time = try ask.siteTime
            steps += try ask.paperSteps(of: record).filter { isKnown(time.day(of: $0.at)) }
        }
    }

    /// All that led to the record, and on from it.
    private static func corrections(about code: String, _ reading: ReadTransaction) throws -> [Correction] {
        var found: [Correction] = []
        var seen: Set<String> = [code]
        var (first, last) = (code, code)
        while let earlier = try reading.correction(byActivity: first), seen.insert(earlier.record.code).inserted {
            found.insert(earlier, at: 0)
            first = earlier.record.code
        }
        while let later = try reading.correction(of: .init(.activity, last)), seen.insert(later.replacement).inserted {
            found.append(later)
            last = later.replacement
        }
        return found
    }

    /// What one of the corrections changed, in the order of the form.
    private static func changes(
        _ corrections: [Correction], _ place: Int, _ ask: Ask
    ) throws -> [HistoryStep.Change] {
        func sheet(after count: Int) throws -> ActivitySheet? {
            let code = count == 0 ? corrections[0].record.code : corrections[count - 1].replacement
            let codes = [corrections[0].record.code] + corrections.prefix(count).map(\.replacement)
            let parts = try codes.flatMap(ask.reading.participations(in:)).filter { part in
                guard let voiding = try ask.reading.voiding(of: .init(.participation, part.code)) else { return true }
                // Dropped by one of the corrections up to here.
                return !corrections.prefix(count).contains {
                    $0.recorded == voiding.recorded && $0.reason == voiding.reason && $0.by == voiding.by
                }
            }
            return try ask.reading.activity(code: code).map { ActivitySheet($0, parts) }
        }
        guard let before = try sheet(after: place), let after = try sheet(after: place + 1) else { return [] }
        return try ActivitySheet.form.changes(before, after, ask)
    }

    func html(_ ask: Ask) throws -> HTML { try ask.history(steps) }
}
