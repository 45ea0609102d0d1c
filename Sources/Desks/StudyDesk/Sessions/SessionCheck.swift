import Pages
import Records
import Storage
import Store
import Vocabulary

extension SessionOutcome {
    /// Without what is the record's own.
    var kept: SessionOutcome {
        var outcome = self
        outcome.reason = ""
        // Whoever was there has nothing to make up.
        for place in outcome.roll.indices where outcome.roll[place].mark == .here {
            outcome.roll[place].madeUp = .notYet
            outcome.roll[place].madeUpOn = nil
        }
        return outcome
    }

    /// Everybody who belonged to the group when it was held, there unless something else is ticked.
    init(of session: StudySession, in reading: some Reading, _ rules: StudyRules) throws {
        let scheme = session.scheme
        let members = try reading.members(of: session.team, on: scheme.from)
        self.init(
            from: scheme.from, to: scheme.to, halfHours: max(1, rules.leastHalfHours) * (scheme.to - scheme.from + 1),
            chair: members.first { $0.role == .secretary }?.person ?? "",
            roll: members.map { RollLine(person: $0.person, role: GroupRole($0.role)) })
    }

    /// What would be untrue.
    func problems(of session: StudySession, in reading: some Reading, on today: Day) throws -> [StudyProblem] {
        func name(_ code: String) throws -> String { try reading.person(code: code)?.name ?? code }
        var problems: [StudyProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to - from >= 31 { problems.append(.tooLong) }
        if to > today { problems.append(.notOverYet(to)) }
        if halfHours > (max(0, to - from) + 1) * 48 { problems.append(.tooManyHours) }
        let members = Set(
            try [session.scheme.from, from].flatMap { try reading.members(of: session.team, on: $0) }.map(\.person))
        for line in roll where !members.contains(line.person) {
            problems.append(.notMember(try name(line.person)))
        }
        let there = Set(roll.filter { $0.mark == .here }.map(\.person))
        if there.isEmpty { problems.append(.nobodyCame) }
        if !there.contains(chair) { problems.append(.chairNotThere) }
        var spoke: Set<String> = []
        for (row, keynote) in keynotes.enumerated() {
            if !there.contains(keynote.person) {
                problems.append(.keynoteNotThere(row: row, try name(keynote.person)))
            } else if !spoke.insert(keynote.person).inserted {
                problems.append(.keynoteTwice(row: row, try name(keynote.person)))
            }
        }
        return problems
    }

    /// What the rules would not have, and where it is otherwise than announced: shown, never refused.
    func remarks(of session: StudySession, recorded: Day, _ rules: StudyRules, _ calendar: WorkingCalendar) -> [Words] {
        var found: [Words] = []
        let scheme = session.scheme
        if from != scheme.from || to != scheme.to {
            found.append(
                Words(
                    "与通知的日期不一致：通知为\(scheme.from.iso)，实际为\(from.iso)",
                    "Announced for \(scheme.from.iso), held on \(from.iso)"))
        }
        if halfHours < rules.leastHalfHours {
            let least = Figure.plain(Double(rules.leastHalfHours) / 2)
            found.append(Words("不足\(least)学时", "Less than \(least) hours"))
        }
        if keynotes.count < rules.keynotes {
            found.append(
                Words(
                    "重点发言\(keynotes.count)人，规定\(rules.keynotes)人",
                    "\(keynotes.count) keynotes; the rule is \(rules.keynotes)"))
        }
        let due = calendar.after(to, rules.recordDays)
        if recorded > due {
            found.append(
                Words(
                    "应于\(due.iso)前纪实，晚了\(recorded - due)天",
                    "It was to be on record by \(due.iso): \(recorded - due) days late"))
        }
        return found
    }
}
