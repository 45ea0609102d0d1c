import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// How it ended.
struct EndDraft: Sendable, Hashable {
    var day = Day.unset
    var reason = EndReason.term

    static let form = Form<EndDraft>(
        .init(
            Words("结束挂职", "The end"), .day(\.day, "day", Words("最后一天", "Last day")),
            .choice(
                \.reason, "reason", Words("原因", "Why"),
                hint: Words("提前结束由组织部门同意后办理", "Before its time it is the office's to end"))))

    func problems(of secondment: Secondment, by reader: Reader, on today: Day) -> [SecondmentProblem] {
        var problems = secondment.problems(of: day, "day", on: today)
        if reason == .term {
            if day < secondment.to { problems.append(.notOverYet(secondment.to)) }
        } else if day >= secondment.to {
            problems.append(.overInTime)
        } else if reader.unit != nil || !reader.may(.plan) {
            problems.append(.askOffice)
        }
        return problems
    }
}

/// Ends a secondment (结束); in the same change it becomes an activity of the home unit, which the ledger counts
/// (docs/decisions/0169).
struct EndSecondment: RecordAct {
    static let right = Right.report
    static let words = Words("结束挂职", "Ended")
    static let title = Words("结束挂职", "End the secondment")
    static let button = Words("结束", "End")
    static let step = "end"
    var record: String
    var draft: EndDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        return secondment.notAway
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        try t.refuse(draft.problems(of: secondment, by: t.reader, on: t.today))
        var secondment = secondment
        let activity = try t.record(
            secondment.activity(until: draft.day, draft.reason, in: t),
            alike: { SecondmentProblem.sameActivity($0) }, otherwise: SecondmentProblem.notCounted)
        secondment.ended = .init(day: draft.day, reason: draft.reason, activity: activity)
        try t.update(secondment)
        return secondment
    }
}

/// Takes an end back that was put on record by mistake (撤销结束): its activity is void, and they are there.
struct TakeEndBack: RecordAct {
    static let right = Right.report
    static let words = Words("撤销结束", "End taken back")
    static let title = Words("撤销结束", "Take the end back")
    static let button = Words("撤销结束", "Take the end back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        guard let ended = secondment.ended else { return SecondmentProblem.notEnded }
        // An early end was the office's to decide on.
        if ended.reason != .term, reader.unit != nil || !reader.may(.plan) { return SecondmentProblem.askOffice }
        return try reading.appraisal(of: secondment).map { SecondmentProblem.appraised($0.hostDay) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        var secondment = secondment
        if let activity = secondment.ended?.activity { try t.void(recorded: activity, reason: reason) }
        secondment.ended = nil
        secondment.cameOf = nil
        secondment.remark = reason
        try t.update(secondment)
        return secondment
    }
}

extension Secondment {
    /// What the records hold of it: organised by the home unit, completed where its time was over or somebody was promoted from it.
    fileprivate func activity(until day: Day, _ reason: EndReason, in reading: some Reading) throws -> ActivityDraft {
        let post = try reading.one(SecondmentPost.self, post, for: .everybody)
        let outside = post?.scheme.outside ?? ""
        let place = try outside.isEmpty ? reading.unit(code: host)?.name ?? host : outside
        let from = started ?? self.from
        let rules = try reading.siteRules(SecondmentRules.self)
        // Host and post may be longer together than the title of an activity.
        let called = String("\(place)\(post?.scheme.title ?? "")".prefix(90))
        // A month begun counts from its middle.
        let months = Double(day - from + 1) / 30.4375
        let hours = min((months * Double(rules.monthHours)).rounded(), ActivityDraft.mostHours(from: from, to: day))
        return ActivityDraft(
            kind: .secondment, title: "挂职锻炼（\(kind.words.zh)）：\(called)（\(code)）",
            organiser: home, from: from, to: day, hours: hours, approved: approved,
            participants: [
                ParticipantDraft(
                    person: person, hours: hours, completed: reason == .term || reason == .promoted)
            ])
    }
}

extension Ask {
    /// The secondment with whose end an activity was posted: it is taken back there.
    func secondmentKeeping(activity code: String) throws -> FormOption? {
        guard
            let secondment = try reading.all(Secondment.self, for: .everybody, where: "activity = \(code)").first
        else { return nil }
        return FormOption(
            secondment.address, Words("挂职\(secondment.code)的结束", "the end of secondment \(secondment.code)"))
    }
}
