import Pages
import Records
import Storage
import Store
import Vocabulary

/// Notes that somebody made up for what they missed: how and when, nothing of what they wrote (补学).
struct MakeUp: RecordAct {
    static let right = Right.report
    static let words = Words("登记补学", "Made up")
    static let title = Words("登记补学", "What was made up")
    static let button = Words("登记补学", "Made up")
    static let step = "make-up"
    var record: String
    var sheet: MakeUpSheet

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard let record = try reading.record(of: session) else { return StudyProblem.notRecorded }
        return record.outcome.away.isEmpty ? StudyProblem.nobodyAway : nil
    }

    func perform(on session: StudySession, in t: ActTransaction) throws -> StudySession {
        guard let before = try t.record(of: session) else { try t.refuse(StudyProblem.notRecorded) }
        var problems: [StudyProblem] = []
        if sheet.day < before.outcome.from { problems.append(.madeUpBefore(before.outcome.from)) }
        if sheet.day > t.today { problems.append(.inTheFuture(sheet.day)) }
        let away = Set(before.outcome.away.map(\.person))
        for line in sheet.away where !away.contains(line.person) {
            problems.append(.notAway(try t.person(code: line.person)?.name ?? line.person))
        }
        try t.refuse(problems)
        var record = before
        for line in sheet.away {
            guard let place = record.outcome.roll.firstIndex(where: { $0.person == line.person }),
                record.outcome.roll[place].madeUp != line.madeUp
            else { continue }
            record.outcome.roll[place].madeUp = line.madeUp
            record.outcome.roll[place].madeUpOn = line.madeUp == .notYet ? nil : sheet.day
        }
        guard record != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(record)
        return session
    }
}

extension SessionOutcome {
    var away: [RollLine] { roll.filter { $0.mark != .here } }
    var there: [RollLine] { roll.filter { $0.mark == .here } }
}
