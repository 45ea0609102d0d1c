import Pages
import Storage
import Store
import Vocabulary

/// What somebody hands in of their own when it is over (本人总结): the host takes it over into the appraisal.
struct SecondmentSummary: Noun {
    var secondment: String
    var text: String
    var handedIn: Day

    static let table = Table<SecondmentSummary>(
        "secondment_summaries", Column("secondment") { $0.secondment }, Column("summary") { $0.text },
        Column("handed_in_day") { $0.handedIn }, make: SecondmentSummary.init)
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through("secondment", Secondment.self, "summary")

    static let form = Form<Reason>(
        .init(
            Words("本人总结", "Own summary"),
            .longText(
                \.text, "summary", Words("总结", "Summary"),
                hint: Words("做了什么、成效、不足、打算", "Work, results, gaps, plans"), limit: 3000, rows: 10)))
}

/// Hands in one's own summary, or puts it right until the host has appraised.
struct HandInSummary: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("提交本人总结", "Own summary handed in")
    var secondment: String
    var text: String

    func perform(in t: ActTransaction) throws {
        let secondment = try t.ownSecondment(secondment)
        if let why = try t.notToSum(secondment) { try t.refuse(why) }
        guard var summary = try t.one(SecondmentSummary.self, secondment.code, for: .everybody) else {
            try t.insert(SecondmentSummary(secondment: secondment.code, text: text, handedIn: t.today))
            return
        }
        if summary.text == text { try t.refuse(SecondmentProblem.nothingChanged) }
        summary.text = text
        try t.update(summary)
    }
}

/// Asks for one's own leave; the ladder says who grants it.
struct AskOwnSecondmentLeave: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("本人请假", "Own leave asked for")
    var secondment: String
    var draft: LeaveDraft

    func perform(in t: ActTransaction) throws {
        let secondment = try t.ownSecondment(secondment)
        if let why = secondment.notAway { try t.refuse(why) }
        _ = try AskSecondmentLeave.ask(draft, of: secondment, in: t)
    }
}

extension ActTransaction {
    /// One's own, whatever the address says.
    fileprivate func ownSecondment(_ code: String) throws -> Secondment {
        guard let secondment = try ownSecondments(of: reader).first(where: { $0.code == code }) else {
            try refuse(SecondmentProblem.notYours)
        }
        return secondment
    }
}

extension Reading {
    /// Of whoever stands behind an account: those that were approved.
    func ownSecondments(of reader: Reader) throws -> [Secondment] {
        guard let person = reader.person else { return [] }
        return try all(
            Secondment.self, for: .everybody,
            where: "person in (\(list: try codes(of: person))) and stage = \(RecordStage.approved)",
            order: "from_day desc")
    }

    func notToSum(_ secondment: Secondment) throws -> SecondmentProblem? {
        if secondment.ended == nil { return .notEnded }
        return try appraisal(of: secondment).map { .appraised($0.hostDay) }
    }
}
