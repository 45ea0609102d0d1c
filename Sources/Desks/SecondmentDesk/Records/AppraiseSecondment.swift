import Pages
import Storage
import Store
import Vocabulary

/// The paper about a secondment that is over (干部挂职锻炼鉴定表): one's own summary, the host's opinion and grade, the home unit's
/// opinion. Two copies: for the person's file and for the office.
struct SecondmentAppraisal: Noun {
    var secondment: String
    var draft: AppraisalDraft
    var hostDay: Day
    var homeOpinion: String
    var homeDay: Day?

    static let table = Table<SecondmentAppraisal>(
        "secondment_appraisals",
        Column("secondment") { $0.secondment }, Column("duties") { $0.draft.duties },
        Column("summary") { $0.draft.summary }, Column("host_opinion") { $0.draft.opinion },
        Column("grade") { $0.draft.grade }, Column("host_day") { $0.hostDay },
        Column("home_opinion") { $0.homeOpinion }, Column("home_day") { $0.homeDay }
    ) { secondment, duties, summary, opinion, grade, hostDay, homeOpinion, homeDay in
        SecondmentAppraisal(
            secondment: secondment,
            draft: AppraisalDraft(duties: duties, summary: summary, opinion: opinion, grade: grade), hostDay: hostDay,
            homeOpinion: homeOpinion, homeDay: homeDay)
    }
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through(
        "secondment", Secondment.self, "duties", "summary", "host_opinion", "home_opinion")
}

/// What the host fills in, with the summary that the person handed in.
struct AppraisalDraft: Sendable, Hashable {
    var duties = ""
    var summary = ""
    var opinion = ""
    var grade = AppraisalGrade.fit

    static let form = Form<AppraisalDraft>(
        .init(
            Words("本人", "The person"),
            .text(\.duties, "duties", Words("挂职期间分管工作", "Duties held")),
            .longText(
                \.summary, "summary", Words("本人总结", "Own summary"),
                hint: Words("由本人提交：做了什么、成效、不足、打算", "Handed in by themselves: work, results, gaps, plans"), limit: 3000,
                rows: 8)),
        .init(
            Words("接收单位意见", "The host"),
            .longText(\.opinion, "opinion", Words("意见", "Opinion"), limit: 1000, rows: 4),
            .choice(\.grade, "grade", Words("等次", "Grade"))))
}

enum AppraisalGrade: String, Named, Stored {
    case excellent, fit, unfit

    var words: Words {
        switch self {
        case .excellent: Words("优秀", "excellent")
        case .fit: Words("合格", "fit")
        case .unfit: Words("不合格", "unfit")
        }
    }
}

/// The host appraises what is over (鉴定).
struct AppraiseSecondment: RecordAct {
    static let right = Right.report
    static let words = Words("期满鉴定", "Appraised")
    static let title = Words("期满鉴定", "Appraise the secondment")
    static let button = Words("鉴定", "Appraise")
    static let step = "appraise"
    static let settles = true
    var record: String
    var draft: AppraisalDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        guard secondment.ended != nil else { return SecondmentProblem.notEnded }
        // Until the home unit has signed it is put right.
        return try reading.appraisal(of: secondment)?.homeDay.map { SecondmentProblem.confirmed($0) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        guard var appraisal = try t.appraisal(of: secondment) else {
            try t.insert(
                SecondmentAppraisal(
                    secondment: secondment.code, draft: draft, hostDay: t.today, homeOpinion: "", homeDay: nil))
            return secondment
        }
        guard appraisal.draft != draft else { try t.refuse(SecondmentProblem.nothingChanged) }
        appraisal.draft = draft
        try t.update(appraisal)
        return secondment
    }
}

/// The home unit adds its opinion, which closes the paper.
struct ConfirmAppraisal: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .lead]
    static let words = Words("派出单位签署意见", "Home unit signed")
    static let title = Words("派出单位意见", "What the home unit says")
    static let button = Words("签署意见", "Sign")
    static let step = "confirm"
    static let settles = true
    var record: String
    var opinion: String

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.home, reading, reader) { return why }
        guard let appraisal = try reading.appraisal(of: secondment) else { return SecondmentProblem.notAppraised }
        return appraisal.homeDay.map { SecondmentProblem.confirmed($0) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        guard var appraisal = try t.appraisal(of: secondment) else { try t.refuse(SecondmentProblem.notAppraised) }
        appraisal.homeOpinion = opinion
        appraisal.homeDay = t.today
        try t.update(appraisal)
        return secondment
    }

    static let form = Form<Reason>(
        .init(
            Words("派出单位意见", "The home unit"),
            .longText(\.text, "opinion", Words("意见", "Opinion"), limit: 1000, rows: 4)))
}

/// What came of it (去向), as a fact.
struct OutcomeDraft: Sendable, Hashable {
    var what = Outcome.back
    var day = Day.unset

    static let form = Form<OutcomeDraft>(
        .init(
            Words("去向", "What came of it"), .choice(\.what, "what", Words("去向", "What came of it")),
            .day(\.day, "day", Words("自何日起", "Since"))))
}

/// The home unit tells what came of it; told again, it is put right.
struct TellOutcome: RecordAct {
    static let right = Right.report
    static let words = Words("登记去向", "What came of it")
    static let title = Words("登记去向", "What came of it")
    static let button = Words("登记去向", "What came of it")
    static let step = "outcome"
    var record: String
    var draft: OutcomeDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.home, reading, reader) { return why }
        return secondment.ended == nil ? SecondmentProblem.notEnded : nil
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        try t.refuse(secondment.problems(of: draft.day, "day", on: t.today))
        var changed = secondment
        changed.cameOf = .init(what: draft.what, day: draft.day)
        guard changed != secondment else { try t.refuse(SecondmentProblem.nothingChanged) }
        try t.update(changed)
        return changed
    }
}

extension Reading {
    func appraisal(of secondment: Secondment) throws -> SecondmentAppraisal? {
        try one(SecondmentAppraisal.self, secondment.code, for: .everybody)
    }
}
