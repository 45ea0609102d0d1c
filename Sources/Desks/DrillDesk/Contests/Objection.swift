import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a unit has against published results (异议), and what was answered.
struct ContestObjection: Noun {
    var code: String
    var contest: String
    var unit: String
    var event: Int
    var about: String
    var raised: Day
    var answered: Day?
    /// Whether the results have to be put right.
    var isUpheld: Bool?
    var answer: String

    static let table = Table<ContestObjection>(
        "drill_objections", Column("code") { $0.code }, Column("contest") { $0.contest }, Column("unit") { $0.unit },
        Column("event_number") { $0.event }, Column("about") { $0.about }, Column("raised_day") { $0.raised },
        Column("answered_day") { $0.answered }, Column("is_upheld") { $0.isUpheld }, Column("answer") { $0.answer },
        make: ContestObjection.init)
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
}

struct ObjectionForm: Sendable, Hashable {
    var contest = ""
    var unit = ""
    var event = 1
    var about = ""

    var choice: String {
        get { String(event) }
        set { event = Int(newValue) ?? 0 }
    }

    static let form = Form<ObjectionForm>(
        .init(
            Words("异议", "The objection"), .hidden(\.contest, "contest"),
            .unit(\.unit, "unit", Words("提出单位", "Raised by")), .contestEvent(\.choice, none: nil),
            .longText(
                \.about, "about", Words("异议内容", "What is wrong"),
                hint: Words("写评分、计时、资格等事实；不写对人的评价", "Facts on marks, times, who may compete; no judgement of persons"),
                limit: 500)))
}

/// Says what is wrong with published results (提出异议).
struct RaiseObjection: RecordAct {
    static let right = Right.report
    static let words = Words("提出异议", "Objection raised")
    static let title = Words("对结果提出异议", "Object to the results")
    static let button = Words("提出异议", "Object")
    static let step = "object"
    var record: String
    var objection: ObjectionForm

    func unit(in reading: some Reading) throws -> String? { objection.unit }

    static func notNow(
        _ contest: DrillContest, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard contest.stage == .published else { return DrillProblem.notInStage(contest.stage) }
        guard let unit = reader.unit else { return nil }
        return try reading.isFor(contest, unit) || reading.isWithinReach(contest.unit, of: reader)
            ? nil : DrillProblem.notForUnit
    }

    func perform(on contest: DrillContest, in t: ActTransaction) throws -> ContestObjection {
        guard try t.isFor(contest, objection.unit) else { try t.refuse(DrillProblem.notForUnit) }
        guard contest.scheme.event(objection.event) != nil else { try t.refuse(DrillProblem.noEvent) }
        let made = ContestObjection(
            code: try t.nextCode(.contestObjection), contest: contest.code, unit: objection.unit,
            event: objection.event, about: objection.about, raised: t.today, answered: nil, isUpheld: nil, answer: "")
        try t.insert(made)
        return made
    }
}

enum ObjectionAnswer: String, Named {
    case dismissed, upheld

    var words: Words {
        self == .dismissed ? Words("不成立，维持结果", "Not upheld") : Words("成立，更正结果", "Upheld: put the results right")
    }
}

struct AnswerDraft: Sendable, Hashable {
    var answer: ObjectionAnswer?
    var text = ""

    static let form = Form<AnswerDraft>(
        .init(
            Words("答复", "The answer"), .choice(unchosen: \.answer, "answer", Words("处理", "Decision")),
            .longText(\.text, "text", Words("答复内容", "The answer"), limit: 500)))
}

/// Whoever holds the contest answers (答复异议): neither the unit that raised it closes it, nor the account that did.
struct AnswerObjection: RecordAct {
    static let right = Right.report
    static let words = Words("答复异议", "Objection answered")
    static let title = Words("答复异议", "Answer the objection")
    static let button = Words("答复", "Answer")
    static let step = "answer"
    static let settles = true
    var record: String
    var isUpheld: Bool
    var text: String

    static func notNow(
        _ objection: ContestObjection, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if objection.answered != nil { return DrillProblem.isAnswered }
        guard let contest = try reading.one(DrillContest.self, objection.contest, for: .everybody),
            try reading.isWithinReach(contest.unit, of: reader)
        else { return DrillProblem.anothersContest }
        return try reading.raisedBySame(objection, as: reader)
    }

    func perform(on objection: ContestObjection, in t: ActTransaction) throws -> ContestObjection {
        var objection = objection
        (objection.answered, objection.isUpheld, objection.answer) = (t.today, isUpheld, text)
        try t.update(objection)
        return objection
    }
}

extension Reading {
    /// Nobody answers what they have raised themselves.
    fileprivate func raisedBySame(_ objection: ContestObjection, as reader: Reader) throws -> DrillProblem? {
        let raised = try journal(ofKind: ContestObjection.kind, code: objection.code).first
        return reader.isBarred(byWorkOf: raised?.by) ? .raisedBySame : nil
    }
}

extension ContestObjection {
    func due(_ ask: Ask) throws -> Day { try ask.workingCalendar.after(raised, ask.drillRules.answerDays) }
}
