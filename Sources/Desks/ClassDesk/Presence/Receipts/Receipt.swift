import Pages
import Records
import Storage
import Store
import Vocabulary

/// What somebody who is called up has answered (回执).
struct Receipt: Noun {
    var trainee: String
    var trainingClass: String
    var answer: Answer
    var reason: String
    var answered: Day

    enum Answer: String, Named, Stored {
        case confirmed, declined, substitute

        var words: Words {
            switch self {
            case .confirmed: Words("确认参加", "Comes")
            case .declined: Words("不能参加", "Cannot come")
            case .substitute: Words("申请换人", "Asks for a substitute")
            }
        }
    }

    static let table = Table<Receipt>(
        "call_up_receipts", Column("trainee") { $0.trainee }, Column("class") { $0.trainingClass },
        Column("answer") { $0.answer }, Column("reason") { $0.reason }, Column("answered_day") { $0.answered }
    ) { trainee, trainingClass, answer, reason, answered in
        Receipt(trainee: trainee, trainingClass: trainingClass, answer: answer, reason: reason, answered: answered)
    }
    /// Who answers need not belong to the unit that named them: the list of trainees is narrowed by the trainee.
    static let reach = Reach.everybody
    static let personal: PersonalTexts? = .through("trainee", Trainee.self, "reason")
}

/// How the answer of somebody on a roster stands.
enum ReceiptState: String, Named {
    case unanswered, confirmed, declined, substitute

    var words: Words {
        switch self {
        case .unanswered: Words("未答复", "No answer")
        case .confirmed: Words("已确认", "Confirmed")
        case .declined: Words("不能参加", "Cannot come")
        case .substitute: Words("申请换人", "Substitute asked for")
        }
    }

    var mark: Mark {
        switch self {
        case .unanswered: .next
        case .confirmed: .met
        case .declined: .overdue
        case .substitute: .behind
        }
    }

    /// Those whose answer is waited for or given: on a roster, of a class that was called up. An answer from before somebody
    /// was named anew is none.
    var condition: SQL {
        let given: SQL =
            "select trainee from call_up_receipts r where r.trainee = trainees.code and r.answered_day >= named_day"
        let asked: SQL = "stage in (\(list: Receipt.asked)) and class in (select class from class_call_ups)"
        return switch self {
        case .unanswered: "\(asked) and not exists (\(given))"
        case .confirmed: "\(asked) and exists (\(given) and r.answer = \(Receipt.Answer.confirmed))"
        case .declined: "\(asked) and exists (\(given) and r.answer = \(Receipt.Answer.declined))"
        case .substitute: "\(asked) and exists (\(given) and r.answer = \(Receipt.Answer.substitute))"
        }
    }

    /// Nil where nobody waits for an answer.
    static func state(of trainee: Trainee, _ receipt: Receipt?) -> ReceiptState? {
        guard Receipt.asked.contains(trainee.stage) else { return nil }
        guard let receipt, receipt.answered >= trainee.named else { return .unanswered }
        return switch receipt.answer {
        case .confirmed: .confirmed
        case .declined: .declined
        case .substitute: .substitute
        }
    }

    static let filter = ListFilter.choice("receipt", Words("回执", "Answer"), ReceiptState.self) { state, _ in
        state.condition
    }
}

extension Receipt {
    /// Stages in which an answer is waited for; whoever arrived has answered by that.
    static let asked: [TraineeStage] = [.nominated, .accepted]
}

/// Answers a call-up (回执), until the day of arrival.
struct AnswerCallUp: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("答复调训通知", "Call-up answered")
    var trainingClass: String
    var answer: Receipt.Answer
    var reason: String

    func perform(in t: ActTransaction) throws -> Receipt {
        guard let person = t.reader.person, let trainee = try t.trainee(of: person, in: trainingClass) else {
            try t.refuse(ClassProblem.unknown(trainingClass))
        }
        return try t.answer(answer, reason, of: trainee)
    }
}

/// The same by the unit that has named somebody, who told it so (代为答复).
struct AnswerForTrainee: NamedUnitAct {
    static let right = Right.report
    static let words = Words("代为确认回执", "Answered for")
    var trainee: String

    func perform(in t: ActTransaction) throws -> Receipt {
        guard let trainee = try t.one(Trainee.self, trainee, for: t.reader) else {
            try t.refuse(ClassProblem.unknown(trainee))
        }
        return try t.answer(.confirmed, "", of: trainee)
    }
}

extension ActTransaction {
    fileprivate func answer(_ answer: Receipt.Answer, _ reason: String, of trainee: Trainee) throws -> Receipt {
        let found = try openClass(trainee.trainingClass)
        if let why = found.notToAnswer(trainee, on: today) { try refuse(why) }
        if answer != .confirmed, reason.allSatisfy(\.isWhitespace) { try refuse(ReceiptProblem.noReason) }
        let receipt = Receipt(
            trainee: trainee.code, trainingClass: found.code, answer: answer, reason: reason, answered: today)
        if let before = try one(Receipt.self, trainee.code, for: .everybody) {
            if before == receipt { try refuse(ClassProblem.nothingChanged) }
            try update(receipt)
        } else {
            try insert(receipt)
        }
        return receipt
    }
}

extension TrainingClass {
    func notToAnswer(_ trainee: Trainee, on today: Day) -> ReceiptProblem? {
        guard Receipt.asked.contains(trainee.stage) else { return .notAsked(trainee.stage) }
        return today > scheme.registration ? .tooLate(scheme.registration) : nil
    }
}

enum ReceiptProblem: Refusal {
    case noReason, notAsked(TraineeStage), tooLate(Day)
    case noStandIn(Day), notToReplace(String), same

    var field: String {
        switch self {
        case .noReason: "reason"
        case .notToReplace: "leaving"
        case .same: "coming"
        default: ""
        }
    }

    var words: Words {
        switch self {
        case .noReason: Words("不能参加或换人的，请写明原因", "Say why")
        case .notAsked(let stage):
            Words("不用答复：\(stage.words.zh)", "No answer is waited for: \(stage.words.en.lowercased())")
        case .tooLate(let day): Words("报到日期\(day.iso)已过，请与班主任联系", "Arrival was on \(day.iso): ask the class teacher")
        case .noStandIn(let day):
            Words("\(day.iso)起报到，报到日起不能换人", "Arrival begins on \(day.iso): nobody is replaced from then on")
        case .notToReplace(let name): Words("\(name)不在名册上，或已报到", "\(name) is not on the roster, or has arrived")
        case .same: Words("换出和换入是同一人", "Both are the same person")
        }
    }
}
