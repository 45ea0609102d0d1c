import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Asks for a talk, or sends one's own trainer (预约宣讲).
struct BookTalk: RecordAct {
    static let right = Right.report
    static let words = Words("预约宣讲", "Talk asked for")
    static let title = Words("预约宣讲", "Ask for a talk")
    static let button = Words("预约宣讲", "Ask for a talk")
    static let step = "book"
    var record: String
    var request: TalkRequest

    func unit(in reading: some Reading) throws -> String? { request.host }

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        trainer.serves(on: today) ? nil : LectureProblem.notServing
    }

    func perform(on trainer: InHouseTrainer, in t: ActTransaction) throws -> Talk {
        var request = request
        request.trainer = trainer.code
        try t.refuse(try request.problems(of: trainer, in: t))
        // Whoever sends their own trainer asks nobody.
        let isOwn = request.host == trainer.entry.unit
        let talk = Talk(
            code: try t.nextCode(.talk), request: request, trainerUnit: trainer.entry.unit,
            stage: isOwn ? .agreed : .requested, requested: t.today, answered: isOwn ? t.today : nil, remark: "",
            givenOn: nil, halfHours: 0, heard: 0, recorded: nil, activity: "", ticked: nil)
        try t.insert(talk)
        return talk
    }
}

extension TalkRequest {
    /// What would be untrue: a topic that the trainer has not, two talks at a time.
    func problems(of trainer: InHouseTrainer, besides code: String = "", in reading: some Reading) throws
        -> [LectureProblem]
    {
        var problems: [LectureProblem] = []
        if !trainer.entry.topics.contains(where: { $0.title == topic }) { problems.append(.notTheirTopic) }
        if let until = trainer.until, day > until { problems.append(.afterTerm(until)) }
        let besides: SQL = code.isEmpty ? .always : "code <> \(code)"
        let same = try reading.count(
            Talk.self, for: .everybody,
            where: """
                trainer = \(trainer.code) and day = \(day) and host = \(host) and held_at = \(heldAt) and \(besides)
                and stage <> \(TalkStage.declined) and stage <> \(TalkStage.cancelled)
                """)
        if same > 0 { problems.append(.talkTwice) }
        return problems
    }
}

/// What is done with a talk by one of its sides.
protocol TalkAct: RecordAct where Record == Talk, Outcome == Talk {
    static var side: TalkSide? { get }
    static func problem(of talk: Talk, on today: Day) -> LectureProblem?
}

extension TalkAct {
    static var right: Right { .report }

    static func notNow(
        _ talk: Talk, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        let sides = side.map { [$0] } ?? TalkSide.allCases
        guard try sides.contains(where: { try reading.isWithinReach(talk.unit(of: $0), of: reader) }) else {
            return LectureProblem.notYours
        }
        return problem(of: talk, on: today)
    }
}

/// The side of a talk that somebody acts for.
enum TalkSide: String, Named {
    case giving, asking

    var words: Words { self == .giving ? Words("宣讲方", "Gives it") : Words("预约方", "Asked for it") }
    var column: String { self == .giving ? "trainer_unit" : "host" }
}

extension Talk {
    func unit(of side: TalkSide) -> String { side == .giving ? trainerUnit : request.host }
}

/// The trainer's unit agrees, or says why not (答复预约).
struct AnswerTalk: TalkAct {
    static let side: TalkSide? = .giving
    static let words = Words("答复宣讲预约", "Request answered")
    static let title = Words("答复宣讲预约", "Answer the request")
    static let button = Words("答复", "Answer")
    static let step = "answer"
    static let settles = true
    var record: String
    var answer: TalkAnswer

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? {
        talk.stage == .requested ? nil : .notInTalkStage(talk.stage)
    }

    func perform(on talk: Talk, in t: ActTransaction) throws -> Talk {
        if answer.isAgreed == .decline, answer.remark.allSatisfy(\.isWhitespace) {
            try t.refuse(LectureProblem.noReason)
        }
        var talk = talk
        talk.stage = answer.isAgreed == .agree ? .agreed : .declined
        (talk.answered, talk.remark) = (t.today, answer.remark)
        try t.update(talk)
        return talk
    }
}

struct TalkAnswer: Sendable, Hashable {
    enum Choice: String, Named {
        case agree, decline
        var words: Words { self == .agree ? Words("同意安排", "Agreed") : Words("不能安排", "Declined") }
    }

    var isAgreed: Choice?
    var remark = ""

    static let form = Form<TalkAnswer>(
        .init(
            Words("答复", "Answer"), .choice(unchosen: \.isAgreed, "answer", Words("答复", "Answer")),
            .longText(
                \.remark, "remark", Words("说明", "Remark"),
                hint: Words("不能安排的，写明原因或建议日期；不写个人病情", "Where it cannot be: why, or another day; nothing about health"),
                isRequired: false, limit: 200, rows: 2)))
}

/// Puts a talk on another day, or elsewhere (改期).
struct MoveTalk: TalkAct {
    static let side: TalkSide? = nil
    static let words = Words("宣讲改期", "Talk moved")
    static let title = Words("改期", "Another day")
    static let button = Words("改期", "Another day")
    static let step = "move"
    var record: String
    var move: LectureMove

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? {
        talk.stage == .requested || talk.stage == .agreed ? nil : .notInTalkStage(talk.stage)
    }

    func perform(on talk: Talk, in t: ActTransaction) throws -> Talk {
        if move.day == talk.request.day { try t.refuse(LectureProblem.sameDay) }
        var talk = talk
        (talk.request.day, talk.remark) = (move.day, move.reason)
        if let trainer = try t.one(InHouseTrainer.self, talk.request.trainer, for: .everybody) {
            // Its topic may have been given up meanwhile.
            try t.refuse(
                try talk.request.problems(of: trainer, besides: talk.code, in: t).filter { $0 != .notTheirTopic })
        }
        try t.update(talk)
        return talk
    }
}

/// Takes a talk off (取消).
struct CancelTalk: TalkAct {
    static let side: TalkSide? = nil
    static let words = Words("取消宣讲", "Talk cancelled")
    static let title = Words("取消宣讲", "Cancel the talk")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? { MoveTalk.problem(of: talk, on: today) }

    func perform(on talk: Talk, in t: ActTransaction) throws -> Talk {
        var talk = talk
        (talk.stage, talk.remark) = (.cancelled, reason)
        try t.update(talk)
        return talk
    }
}

/// Puts a talk on record; in the same change it is an activity of the trainer's unit, with the trainer as its speaker (宣讲登记;
/// docs/decisions/0179).
struct RecordTalk: TalkAct {
    static let side: TalkSide? = .giving
    static let words = Words("登记宣讲", "Talk on record")
    static let title = Words("登记宣讲", "Put the talk on record")
    static let button = Words("登记", "Record")
    static let step = "record"
    static let settles = true
    var record: String
    var outcome: TalkOutcome

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? {
        guard talk.stage == .agreed else { return .notInTalkStage(talk.stage) }
        return talk.request.day > today ? .notBegun(talk.request.day) : nil
    }

    func perform(on talk: Talk, in t: ActTransaction) throws -> Talk {
        try t.refuse(outcome.problems(on: t.today))
        var talk = talk
        talk.take(outcome)
        (talk.stage, talk.recorded) = (.given, t.today)
        talk.activity = try t.put(try talk.activityDraft(in: t, recorded: t.today))
        try t.update(talk)
        return talk
    }
}

/// Puts right what is on record of a talk; its activity is corrected in the same change (更正).
struct CorrectTalk: TalkAct {
    static let side: TalkSide? = .giving
    static let words = Words("更正宣讲登记", "Talk corrected")
    static let title = Words("更正宣讲登记", "Correct what is on record")
    static let button = Words("更正登记", "Correct")
    static let step = "correct"
    var record: String
    var outcome: TalkOutcome

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? {
        talk.stage == .given ? nil : .notInTalkStage(talk.stage)
    }

    func perform(on before: Talk, in t: ActTransaction) throws -> Talk {
        try t.refuse(outcome.problems(on: t.today))
        var talk = before
        talk.take(outcome)
        guard talk != before else { try t.refuse(LectureProblem.nothingChanged) }
        talk.activity = try t.correct(
            before.activity, with: try talk.activityDraft(in: t, recorded: before.recorded ?? t.today),
            reason: "宣讲登记更正")
        try t.update(talk)
        return talk
    }
}

/// Takes a record back: its activity is void, and the talk stands as agreed, for the day on which it was said to be given (撤销登记).
struct TakeTalkBack: TalkAct {
    static let side: TalkSide? = .giving
    static let words = Words("撤销宣讲登记", "Record taken back")
    static let title = Words("撤销宣讲登记", "Take the record back")
    static let button = Words("撤销登记", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? { CorrectTalk.problem(of: talk, on: today) }

    func perform(on before: Talk, in t: ActTransaction) throws -> Talk {
        var talk = before
        try t.void(recorded: before.activity, reason: reason)
        (talk.stage, talk.remark, talk.activity) = (.agreed, reason, "")
        (talk.givenOn, talk.halfHours, talk.heard, talk.recorded) = (nil, 0, 0, nil)
        (talk.ticked, talk.feedback) = (nil, TalkFeedback())
        try t.update(talk)
        return talk
    }
}

/// Whoever asked for a talk ticks what holds of it: no words, no score (反馈).
struct TickTalk: TalkAct {
    static let side: TalkSide? = .asking
    static let words = Words("反馈宣讲", "Feedback given")
    static let title = Words("反馈", "Feedback on the talk")
    static let button = Words("反馈", "Feedback")
    static let step = "feedback"
    static let settles = true
    var record: String
    var feedback: TalkFeedback

    static func problem(of talk: Talk, on today: Day) -> LectureProblem? {
        guard talk.stage == .given else { return .notInTalkStage(talk.stage) }
        return talk.isOwn ? .ownTalk : talk.ticked != nil ? .tickedAlready : nil
    }

    func perform(on talk: Talk, in t: ActTransaction) throws -> Talk {
        if feedback.ticks.isEmpty { try t.refuse(LectureProblem.nothingTicked) }
        var talk = talk
        (talk.feedback, talk.ticked) = (feedback, t.today)
        try t.update(talk)
        return talk
    }
}

extension TalkOutcome {
    func problems(on today: Day) -> [LectureProblem] {
        (day > today ? [.inTheFuture(day)] : []) + (halfHours == 0 ? [.noHours] : [])
    }
}

extension Talk {
    fileprivate mutating func take(_ outcome: TalkOutcome) {
        (givenOn, halfHours, heard) = (outcome.day, outcome.halfHours, outcome.heard)
        // The year that it counts in is that of the day on which it was given.
        request.day = outcome.day
    }

    /// What the records hold of it.
    fileprivate func activityDraft(in reading: some Reading, recorded: Day) throws -> ActivityDraft {
        let hours = Double(halfHours) / 2
        let person = try reading.one(InHouseTrainer.self, request.trainer, for: .everybody)?.entry.person
        let day = givenOn ?? request.day
        return ActivityDraft(
            kind: .lecture, title: "\(request.topic)（\(request.heldAt)）", organiser: trainerUnit, from: day, to: day,
            hours: hours, reported: recorded,
            participants: person.map { [ParticipantDraft(person: $0, role: .speaker, hours: hours)] } ?? [])
    }
}
