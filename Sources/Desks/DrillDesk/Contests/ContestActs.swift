import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Announces a contest with its rules (发布比武通知).
struct AnnounceContest: Act {
    static let right = Right.report
    static let words = Words("发布比武通知", "Contest announced")
    var scheme: ContestScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> DrillContest {
        try t.refuse(scheme.problems)
        let contest = DrillContest(
            code: try t.nextCode(.drillContest), scheme: scheme, announced: t.today, stage: .announced, remark: "",
            seed: "", documentNumber: "", activity: "", judges: [])
        try t.insert(contest)
        return contest
    }
}

/// An act of whoever holds the contest: everybody sees contests, so it asks for reach by itself.
protocol OrganiserAct: RecordAct where Record == DrillContest {
    static var stages: Set<ContestStage> { get }
}

extension OrganiserAct {
    static var right: Right { .report }

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(DrillContest.self, record, for: .everybody)?.unit
    }

    static func notNow(
        _ contest: DrillContest, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        try contest.notHeld(by: reader, in: stages, reading)
    }
}

extension DrillContest {
    /// Why it is not a reader's to go on with: another's, or not so far.
    func notHeld(
        by reader: Reader, in stages: Set<ContestStage>, _ reading: some Reading
    ) throws -> DrillProblem? {
        guard try reading.isWithinReach(unit, of: reader) else { return .anothersContest }
        return stages.contains(stage) ? nil : .notInStage(stage)
    }
}

/// Changes what was announced, until the order is drawn.
struct ChangeContest: OrganiserAct {
    static let words = Words("修改比武安排", "Contest changed")
    static let title = Words("修改比武安排", "Change the contest")
    static let button = Words("修改", "Change")
    static let step = "change"
    static let stages: Set<ContestStage> = [.announced]
    var record: String
    var scheme: ContestScheme

    func perform(on before: DrillContest, in t: ActTransaction) throws -> DrillContest {
        try t.refuse(scheme.problems)
        var contest = before
        contest.scheme = scheme
        guard contest != before else { try t.refuse(DrillProblem.nothingChanged) }
        if scheme.unit != before.unit { try t.refuse(DrillProblem.unitStays) }
        // Entries and judges name events by their place.
        let taken = try t.entries(of: before).map(\.event) + before.judges.map(\.event)
        if taken.contains(where: { $0 > 0 && before.scheme.event($0)?.name != scheme.event($0)?.name }) {
            try t.refuse(DrillProblem.eventsStay)
        }
        try t.update(contest)
        return contest
    }
}

struct CancelContest: OrganiserAct {
    static let words = Words("取消比武", "Contest cancelled")
    static let title = Words("取消这次比武", "Cancel the contest")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    static let stages: Set<ContestStage> = [.announced, .drawn]
    var record: String
    var reason: String

    func perform(on contest: DrillContest, in t: ActTransaction) throws -> DrillContest {
        var contest = contest
        // Results that were taken back to be put right count as long as the contest stands.
        if !contest.activity.isEmpty { try t.void(recorded: contest.activity, reason: reason) }
        contest.stage = .cancelled
        contest.remark = reason
        try t.update(contest)
        return contest
    }
}

/// Names who judges which event (评委名单).
struct NameJudges: OrganiserAct {
    static let words = Words("确定评委", "Judges named")
    static let title = Words("确定评委", "Name the judges")
    static let button = Words("评委", "Judges")
    static let step = "judges"
    static let stages: Set<ContestStage> = [.announced, .drawn]
    var record: String
    var judges: [ContestJudge]

    func perform(on before: DrillContest, in t: ActTransaction) throws -> DrillContest {
        var contest = before
        contest.judges = judges
        try t.refuse(contest.problemsOfJudges(in: t))
        guard contest != before else { try t.refuse(DrillProblem.nothingChanged) }
        for entry in try t.entries(of: contest) {
            let left = Set(contest.judges(of: entry.event))
            if let gone = entry.marks.first(where: { !left.contains($0.judge) }) {
                try t.refuse(DrillProblem.hasMarked(try t.name(of: gone.judge)))
            }
        }
        try t.update(contest)
        return contest
    }
}

extension DrillContest {
    func problemsOfJudges(in reading: some Reading) throws -> [DrillProblem] {
        var problems: [DrillProblem] = []
        var met: Set<ContestJudge> = []
        let entries = try reading.entries(of: self)
        for (row, judge) in judges.enumerated() {
            if judge.event != 0, scheme.event(judge.event) == nil { problems.append(.noSuchEvent(row: row)) }
            if !met.insert(judge).inserted {
                problems.append(.judgeTwice(row: row))
            } else if entries.contains(where: {
                $0.people.contains(judge.person) && (judge.event == 0 || judge.event == $0.event)
            }) {
                problems.append(.judgeCompetes(row: row, try reading.name(of: judge.person)))
            }
        }
        return problems
    }
}

/// Draws the order in which contestants come, from a seed that is published with it (抽签).
struct DrawOrder: OrganiserAct {
    static let words = Words("抽签", "Order drawn")
    static let title = Words("抽签", "Draw the order")
    static let button = Words("抽签", "Draw")
    static let step = "draw"
    static let settles = true
    static let stages: Set<ContestStage> = [.announced]
    var record: String
    var seed: String

    func perform(on contest: DrillContest, in t: ActTransaction) throws -> DrillContest {
        let entries = try t.entries(of: contest)
        guard !entries.isEmpty else { try t.refuse(DrillProblem.nobodyEntered) }
        guard contest.scheme.registerBy < t.today else {
            try t.refuse(DrillProblem.stillRegistering(contest.scheme.registerBy))
        }
        for of in Dictionary(grouping: entries, by: \.event).values {
            let order = Draw.order(of.map(\.code), seed: seed)
            for var entry in of {
                entry.draw = order.firstIndex(of: entry.code).map { $0 + 1 }
                try t.update(entry)
            }
        }
        var contest = contest
        (contest.seed, contest.drawn, contest.stage) = (seed, t.today, .drawn)
        try t.update(contest)
        return contest
    }
}

/// Makes the results public (结果公示); in the same change the contest is an activity, and whoever competed took part.
struct PublishResults: OrganiserAct {
    static let words = Words("公示结果", "Results published")
    static let title = Words("公示结果", "Publish the results")
    static let button = Words("公示结果", "Publish")
    static let step = "publish"
    static let settles = true
    static let stages: Set<ContestStage> = [.drawn]
    var record: String

    static func notNow(
        _ contest: DrillContest, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try contest.notHeld(by: reader, in: stages, reading) { return problem }
        if contest.scheme.to > today { return DrillProblem.notOver(contest.scheme.to) }
        let missing = try reading.missingParts(of: contest)
        return missing == 0 ? nil : DrillProblem.missingMarks(missing)
    }

    func perform(on before: DrillContest, in t: ActTransaction) throws -> DrillContest {
        var contest = before
        let rules = try t.siteRules(DrillRules.self)
        // Results that were put right were reported all the same when they were published first.
        let first =
            before.activity.isEmpty
            ? nil : try t.activity(code: try t.standing(activity: before.activity).code)?.reported
        let draft = before.activity(of: try t.entries(of: before), reported: first ?? t.today)
        contest.activity =
            before.activity.isEmpty
            ? try t.post(draft) : try t.repost(before.activity, draft, reason: "结果更正后重新公示")
        contest.stage = .published
        contest.published = t.today
        contest.noticeUntil = try t.workingCalendar().after(t.today, rules.noticeDays)
        try t.update(contest)
        return contest
    }
}

/// Takes published results back to put scores right, such as after an objection (撤回公示).
struct ReopenResults: OrganiserAct {
    static let words = Words("撤回公示", "Results taken back")
    static let title = Words("撤回公示，更正成绩", "Take the results back to put them right")
    static let button = Words("撤回公示", "Take back")
    static let step = "reopen"
    static let stages: Set<ContestStage> = [.published]
    var record: String
    var reason: String

    func perform(on contest: DrillContest, in t: ActTransaction) throws -> DrillContest {
        var contest = contest
        (contest.stage, contest.remark) = (.drawn, reason)
        (contest.published, contest.noticeUntil) = (nil, nil)
        try t.update(contest)
        return contest
    }
}

extension DrillContest {
    /// What the records hold of it.
    func activity(of entries: [ContestEntry], reported: Day) -> ActivityDraft {
        let hours = Double(scheme.halfHours) / 2
        return ActivityDraft(
            kind: .contest, title: scheme.title, organiser: unit, from: scheme.from, to: scheme.to, hours: hours,
            topics: [.businessKnowledge], reported: reported,
            participants: Set(entries.flatMap(\.people)).sorted().map { ParticipantDraft(person: $0, hours: hours) })
    }
}

extension Reading {
    func name(of person: String) throws -> String { try self.person(code: person)?.name ?? person }

    func names(of entry: ContestEntry) throws -> String { try entry.people.map(name).joined(separator: "、") }

    /// How many marks and theory papers are still to come, of all who compete.
    func missingParts(of contest: DrillContest) throws -> Int {
        let entries = try entries(of: contest)
        return try contest.scheme.events.enumerated().reduce(0) { missing, next in
            let (place, event) = next
            let panel = try panel(of: contest, event: place + 1)
            return missing
                + entries.filter { $0.event == place + 1 }.reduce(0) { missing, entry in
                    let due = event.theoryShare == 100 ? [] : panel.filter { $0.mayJudge(entry) }
                    let given = Set(entry.marks.map(\.judge))
                    // Somebody whom no judge may judge has no mark at all.
                    let marks =
                        event.theoryShare < 100 && due.isEmpty ? 1 : due.count { !given.contains($0.person) }
                    return missing + marks + (event.theoryShare > 0 && entry.theory == nil ? 1 : 0)
                }
        }
    }

    /// Places in every event, as scores stand now.
    func places(of contest: DrillContest) throws -> [(number: Int, event: ContestEvent, placings: [Placing])] {
        let entries = try entries(of: contest)
        return contest.scheme.events.enumerated().map { place, event in
            (
                place + 1, event,
                contest.scheme.judging(event).places(entries.filter { $0.event == place + 1 }.map(\.contestant))
            )
        }
    }
}
