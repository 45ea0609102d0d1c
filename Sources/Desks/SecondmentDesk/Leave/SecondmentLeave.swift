import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Leave as it is asked for (请销假审批单). Of why there are classes alone: nobody is asked what ails them.
struct LeaveDraft: Sendable, Hashable {
    var from = Day.unset
    var to = Day.unset
    var kind = LeaveKind.personal
    var place = ""
    var cover = ""

    static let form = Form<LeaveDraft>(
        .init(
            Words("请假", "Leave"), .day(\.from, "from", Words("自", "From")), .day(\.to, "to", Words("至", "To")),
            .choice(\.kind, "kind", Words("类别", "Kind")),
            .text(\.place, "place", Words("去向", "Where to"), isRequired: false, rule: .name),
            .text(\.cover, "cover", Words("工作由谁代管", "Who covers the work"), isRequired: false, rule: .name)))

    var days: Int { to - from + 1 }

    func problems(of secondment: Secondment, in reading: some Reading) throws -> [SecondmentProblem] {
        if to < from { return [.endsBeforeItBegins] }
        let began = secondment.started ?? secondment.from
        if from < began || to > secondment.to { return [.leaveOutside(began, secondment.to)] }
        let other = try reading.all(
            SecondmentLeave.self, for: .everybody,
            where: """
                secondment = \(secondment.code) and stage <> \(AskedStage.refused)
                and from_day <= \(to) and to_day >= \(from)
                """
        ).first
        return other.map { [.leaveOverlaps($0.code)] } ?? []
    }
}

enum LeaveKind: String, Named, Stored {
    case duty, annual, personal, other

    var words: Words {
        switch self {
        case .duty: Words("公务", "on duty")
        case .annual: Words("年休假", "annual leave")
        case .personal: Words("事假", "own affairs")
        case .other: Words("其他假", "other leave")
        }
    }
}

/// Whose it is to grant, by the rungs of the ladder (`secondment.leaveSteps`).
enum LeaveApprover: String, Named, Stored {
    case host, home, office

    var words: Words {
        switch self {
        case .host: Words("接收单位", "host")
        case .home: Words("派出单位", "home unit")
        case .office: Words("组织部门", "office")
        }
    }

    /// Up to so many days the host, up to so many the home unit, beyond the office: each limit belongs to the lower rung.
    init(days: Int, _ rules: SecondmentRules) {
        self = days <= rules.leaveHostDays ? .host : days <= rules.leaveHomeDays ? .home : .office
    }
}

/// Leave of somebody who is away (请假): asked for, granted by whom the ladder says, back on a day.
struct SecondmentLeave: Noun {
    var code: String
    var secondment: String
    var draft: LeaveDraft
    /// By the ladder of the day on which it was asked for.
    var approver: LeaveApprover
    var asked: Day
    var stage: AskedStage
    var decided: Day?
    var remark: String
    var back: Day?

    static let table = Table<SecondmentLeave>(
        "secondment_leaves", Column("code") { $0.code }, Column("secondment") { $0.secondment },
        Column("from_day") { $0.draft.from }, Column("to_day") { $0.draft.to }, Column("kind") { $0.draft.kind },
        Column("place_name") { $0.draft.place }, Column("cover") { $0.draft.cover },
        Column("approver") { $0.approver }, Column("asked_day") { $0.asked }, Column("stage") { $0.stage },
        Column("decided_day") { $0.decided }, Column("remark") { $0.remark }, Column("back_day") { $0.back }
    ) { code, secondment, from, to, kind, place, cover, approver, asked, stage, decided, remark, back in
        SecondmentLeave(
            code: code, secondment: secondment,
            draft: LeaveDraft(from: from, to: to, kind: kind, place: place, cover: cover), approver: approver,
            asked: asked, stage: stage, decided: decided, remark: remark, back: back)
    }
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through("secondment", Secondment.self, "place_name", "cover", "remark")
}

extension SecondmentLeave {
    func secondment(in reading: some Reading) throws -> Secondment? {
        try reading.one(Secondment.self, secondment, for: .everybody)
    }
}
