import Spelling
import Store
import Vocabulary

/// A study tour as it is planned (考察方案): what its application form asks for.
struct TourScheme: Sendable, Hashable {
    var title = ""
    var unit = ""
    var leader = ""
    var from = Day.unset
    var to = Day.unset
    var purpose = ""
    var questions: [String] = []
    var route: [TourStop] = []
    var members: [String] = []
    var budget: [TourCost] = []
    var fundedBy = ""
}

/// One day at one place.
struct TourStop: Sendable, Hashable {
    var day = Day.unset
    var place = ""
    var host = ""
    var study = ""
}

/// One line of the budget.
struct TourCost: Sendable, Hashable {
    var item = CostItem.travel
    var amount = Money.zero
}

enum CostItem: String, Named, Stored {
    case travel, lodging, meals, localTransport, other

    var words: Words {
        switch self {
        case .travel: Words("交通费", "Travel")
        case .lodging: Words("住宿费", "Lodging")
        case .meals: Words("伙食费", "Meals")
        case .localTransport: Words("市内交通费", "Local transport")
        case .other: Words("其他", "Other")
        }
    }
}

/// A tour on its way through the office (学习考察).
struct StudyTour: Noun {
    var code: String
    var scheme: TourScheme
    var filed: Day
    var stage: TourStage
    /// The day of the decision, and what was said with it.
    var decided: Day?
    var remark: String

    static let table = Table<StudyTour>(
        "study_tours",
        Column("code") { $0.code }, Column("title") { $0.scheme.title }, Column("unit") { $0.scheme.unit },
        Column("leader") { $0.scheme.leader }, Column("from_day") { $0.scheme.from }, Column("to_day") { $0.scheme.to },
        Column("purpose") { $0.scheme.purpose }, Column("funded_by") { $0.scheme.fundedBy },
        Column("filed_day") { $0.filed }, Column("stage") { $0.stage }, Column("decided_day") { $0.decided },
        Column("remark") { $0.remark }
    ) { code, title, unit, leader, from, to, purpose, fundedBy, filed, stage, decided, remark in
        StudyTour(
            code: code,
            scheme: TourScheme(
                title: title, unit: unit, leader: leader, from: from, to: to, purpose: purpose, fundedBy: fundedBy),
            filed: filed, stage: stage, decided: decided, remark: remark)
    }
    static let lists = [
        NounList<StudyTour>(
            \.scheme.questions, owner: "tour", Table("tour_questions", Column("question") { $0 }, make: { $0 })),
        NounList(
            \.scheme.route, owner: "tour",
            Table(
                "tour_stops", Column("day") { $0.day }, Column("place_name") { $0.place }, Column("host") { $0.host },
                Column("study") { $0.study }, make: TourStop.init)),
        NounList(\.scheme.members, owner: "tour", Table("tour_members", Column("person") { $0 }, make: { $0 })),
        NounList(
            \.scheme.budget, owner: "tour",
            Table("tour_costs", Column("item") { $0.item }, Column("fen") { $0.amount }, make: TourCost.init)),
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "code"]
}

/// Where a tour stands on paper; whether it was held and reported is told by days and by its report.
enum TourStage: String, Named, Stored {
    case filed, returned, approved, withdrawn

    var words: Words {
        switch self {
        case .filed: Words("已报备，待审批", "Filed, to be approved")
        case .returned: Words("退回修改", "Returned")
        case .approved: Words("已批准", "Approved")
        case .withdrawn: Words("已撤回", "Withdrawn")
        }
    }
}

/// What came of a tour (考察报告): by it the tour becomes an activity, which the ledger counts.
struct TourReport: Noun {
    var tour: String
    var outcome: TourOutcome
    var reported: Day
    var activity: String

    static let table = Table<TourReport>(
        "tour_reports",
        Column("tour") { $0.tour }, Column("from_day") { $0.outcome.from }, Column("to_day") { $0.outcome.to },
        Column("findings") { $0.outcome.findings }, Column("gaps") { $0.outcome.gaps },
        Column("differences") { $0.outcome.differences }, Column("half_hours") { $0.outcome.halfHours },
        Column("reported_day") { $0.reported }, Column("activity") { $0.activity }
    ) { tour, from, to, findings, gaps, differences, halfHours, reported, activity in
        TourReport(
            tour: tour,
            outcome: TourOutcome(
                from: from, to: to, findings: findings, gaps: gaps, differences: differences, halfHours: halfHours),
            reported: reported, activity: activity)
    }
    static let lists = [
        NounList<TourReport>(
            \.outcome.members, owner: "tour", Table("tour_attendees", Column("person") { $0 }, make: { $0 })),
        NounList(
            \.outcome.costs, owner: "tour",
            Table("tour_spendings", Column("item") { $0.item }, Column("fen") { $0.amount }, make: TourCost.init)),
    ]
    static let reach = Reach.through("tour", StudyTour.self)
}

/// A report as it is filled in: what was done against what was approved.
struct TourOutcome: Sendable, Hashable {
    var from = Day.unset
    var to = Day.unset
    /// What they do there, with the figures that fit us.
    var findings = ""
    /// Where we fall short, and what we take home.
    var gaps = ""
    /// Why what was done differs from what was approved.
    var differences = ""
    var halfHours = 0
    var members: [String] = []
    var costs: [TourCost] = []
}

/// A measure drawn from a tour, followed until it is done (成果转化措施).
struct TourMeasure: Noun {
    var code: String
    var tour: String
    var draft: MeasureDraft
    var done: Day?
    var proof: String

    static let table = Table<TourMeasure>(
        "tour_measures",
        Column("code") { $0.code }, Column("tour") { $0.tour }, Column("measure") { $0.draft.measure },
        Column("origin") { $0.draft.origin }, Column("lead_unit") { $0.draft.lead },
        Column("owner") { $0.draft.owner }, Column("due_day") { $0.draft.due }, Column("done_day") { $0.done },
        Column("proof") { $0.proof }
    ) { code, tour, measure, origin, lead, owner, due, done, proof in
        TourMeasure(
            code: code, tour: tour,
            draft: MeasureDraft(measure: measure, origin: origin, lead: lead, owner: owner, due: due), done: done,
            proof: proof)
    }
    static let reach = Reach.through("tour", StudyTour.self)
}

struct MeasureDraft: Sendable, Hashable {
    var measure = ""
    /// From which place's practice.
    var origin = ""
    var lead = ""
    var owner = ""
    var due = Day.unset
}
