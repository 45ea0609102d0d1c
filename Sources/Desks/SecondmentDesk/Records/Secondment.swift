import Pages
import Storage
import Store
import Vocabulary

/// Somebody on a post elsewhere for some time (挂职): proposed, approved, there, over. Their post and pay stay at home.
struct Secondment: Noun {
    var code: String
    var nomination: String
    var post: String
    var person: String
    var home: String
    var host: String
    var kind: SecondmentKind
    var from: Day
    /// The last day, with what it was extended by.
    var to: Day
    /// As it was approved first.
    var firstTo: Day
    /// What they were at home when they were placed.
    var homePost: String
    var homeRank: String
    var stage: RecordStage
    var proposed: Day
    var approved: Day?
    /// The number of the letter (挂职通知).
    var letter: String
    var reportBy: Day?
    var started: Day?
    /// The work plan is in: done or not, and when.
    var planDone: Day?
    var ended: End?
    var cameOf: CameOf?
    var remark: String
    /// Declined or taken off. What was before this was noted down has none.
    var declined: Day?

    /// How it ended, and the activity that the ledger counts.
    struct End: Sendable, Hashable {
        var day: Day
        var reason: EndReason
        var activity: String
    }

    /// What came of it (去向): a fact, and no judgement.
    struct CameOf: Sendable, Hashable {
        var what: Outcome
        var day: Day
    }

    static let table = Table<Secondment>(
        "secondments",
        Column("code") { $0.code }, Column("nomination") { $0.nomination }, Column("post") { $0.post },
        Column("person") { $0.person }, Column("home") { $0.home }, Column("host") { $0.host },
        Column("kind") { $0.kind }, Column("from_day") { $0.from }, Column("to_day") { $0.to },
        Column("first_to_day") { $0.firstTo }, Column("home_post") { $0.homePost }, Column("home_rank") { $0.homeRank },
        Column("stage") { $0.stage }, Column("proposed_day") { $0.proposed }, Column("approved_day") { $0.approved },
        Column("letter") { $0.letter }, Column("report_by_day") { $0.reportBy },
        Column("started_day") { $0.started }, Column("plan_day") { $0.planDone },
        Column("ended_day") { $0.ended?.day }, Column("end_reason") { $0.ended?.reason },
        Column("activity") { $0.ended?.activity ?? "" }, Column("outcome") { $0.cameOf?.what },
        Column("outcome_day") { $0.cameOf?.day }, Column("remark") { $0.remark },
        Column("declined_day") { $0.declined }
    ) {
        code, nomination, post, person, home, host, kind, from, to, firstTo, homePost, homeRank, stage, proposed,
        approved, letter, reportBy, started, planDone, endedDay, reason, activity, outcome, outcomeDay, remark,
        declined in
        Secondment(
            code: code, nomination: nomination, post: post, person: person, home: home, host: host, kind: kind,
            from: from, to: to, firstTo: firstTo, homePost: homePost, homeRank: homeRank, stage: stage,
            proposed: proposed, approved: approved, letter: letter, reportBy: reportBy, started: started,
            planDone: planDone, ended: End(endedDay, reason, activity), cameOf: CameOf(outcome, outcomeDay),
            remark: remark, declined: declined)
    }
    /// Whoever stands over one of its sides sees it (docs/decisions/0168).
    static let reach = Reach.either([.unit("home"), .unit("host")])
    static let searched = ["code"]
    static let personal: PersonalTexts? = .of("person", "home_post", "home_rank", "letter", "remark")

    var isAway: Bool { stage == .approved && started != nil && ended == nil }
}

extension Secondment.End {
    fileprivate init?(_ day: Day?, _ reason: EndReason?, _ activity: String) {
        guard let day, let reason else { return nil }
        self.init(day: day, reason: reason, activity: activity)
    }
}

extension Secondment.CameOf {
    fileprivate init?(_ what: Outcome?, _ day: Day?) {
        guard let what, let day else { return nil }
        self.init(what: what, day: day)
    }
}

/// Where it stands on paper.
enum RecordStage: String, Named, Stored {
    case proposed, approved, declined

    var words: Words {
        switch self {
        case .proposed: Words("待审批", "To be approved")
        case .approved: Words("已批准", "Approved")
        case .declined: Words("未批准", "Declined")
        }
    }
}

/// Why it ended: classes alone. What stands behind them, such as an illness, is asked nowhere.
enum EndReason: String, Named, Stored {
    case term, recalled, promoted, moved, changed, other

    var words: Words {
        switch self {
        case .term: Words("期满", "its time was over")
        case .recalled: Words("工作需要召回", "called back for work")
        case .promoted: Words("提拔任用", "promoted")
        case .moved: Words("调动、离职", "moved or left")
        case .changed: Words("接收单位岗位变化", "the post changed")
        case .other: Words("其他", "other")
        }
    }
}

enum Outcome: String, Named, Stored {
    case back, promoted, stayed, elsewhere

    var words: Words {
        switch self {
        case .back: Words("回原岗位", "back at their post")
        case .promoted: Words("提拔或重用", "promoted")
        case .stayed: Words("留在接收单位", "stayed with the host")
        case .elsewhere: Words("调任他处", "moved elsewhere")
        }
    }
}
