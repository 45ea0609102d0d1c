import Pages
import Spelling
import Store
import Vocabulary

/// A class as its organiser applies for it (办班审批表; work-classes 3).
struct ClassScheme: Sendable, Hashable {
    var title = ""
    /// 第几期: a part of its name on notice and certificate.
    var run = 1
    var kind = ClassKind.special
    var standing = ClassStanding.planned
    /// The line of the programme of which it is a run; empty: none (计划项目).
    var line = ""
    /// The document that it rests on (依据).
    var basis = ""
    var organiser = ""
    var institution = ""
    var audience: [PersonCategory] = []
    var target = ""
    var heads = 40
    /// The day on which trainees arrive (报到), apart from the opening: without it people come a day early to nobody.
    var registration = Day.unset
    var opening = Day.unset
    var closing = Day.unset
    /// School hours (学时) of the syllabus.
    var hours = 0
    var topics: [Topic] = []
    /// The class teacher (班主任).
    var teacher = ""
    var parts: [ClassPart] = []
    var budget: [ClassCost] = []
    var fundedBy = ""
}

/// A part of a class at one place (分段): a month at the school, a week of field teaching.
struct ClassPart: Sendable, Hashable {
    var from = Day.unset
    var to = Day.unset
    var place = ""
    var institution = ""
    var way = TeachingWay.classroom
}

/// How something is taught (教学形式).
enum TeachingWay: String, Named, Stored {
    case classroom, discussion, field, practice, online, selfStudy, travel

    var words: Words {
        switch self {
        case .classroom: Words("课堂讲授", "Lecture")
        case .discussion: Words("分组研讨", "Discussion")
        case .field: Words("现场教学", "Field teaching")
        case .practice: Words("实践锻炼", "Practice")
        case .online: Words("线上学习", "Online")
        case .selfStudy: Words("自主学习", "Own study")
        case .travel: Words("往返途中", "Travel")
        }
    }
}

/// One line of a class's budget or spending.
struct ClassCost: Sendable, Hashable {
    var item = ClassCostItem.lodging
    var amount = Money.zero
}

/// Items of the cost of a class (work-classes 10); trainers stand outside the ceiling.
enum ClassCostItem: String, Named, Stored {
    case trainers, lodging, meals, venue, materials, transport, other

    var words: Words {
        switch self {
        case .trainers: Words("师资费", "Trainers")
        case .lodging: Words("住宿费", "Lodging")
        case .meals: Words("伙食费", "Meals")
        case .venue: Words("场地费", "Venue")
        case .materials: Words("资料费", "Materials")
        case .transport: Words("交通费", "Transport")
        case .other: Words("其他费用", "Other")
        }
    }
}

/// Kinds of class (班次类型), each an activity that the ledger knows.
enum ClassKind: String, Named, Stored {
    case main, demonstration, special, reading, newChiefs, rank, professional, theory, general

    var activity: ActivityKind {
        switch self {
        case .main: .mainClass
        case .demonstration: .demonstrationClass
        case .special: .specialClass
        case .reading: .readingClass
        case .newChiefs: .newChiefsClass
        case .rank: .rankTraining
        case .professional: .professionalTraining
        case .theory: .theoryCourse
        case .general: .trainingClass
        }
    }

    var words: Words {
        guard let entry = ActivityKindCatalogue()[activity] else { return Words(rawValue, rawValue) }
        return self == .general
            ? Words("其他培训班", "Other class")
            : Words(entry.nameZh, entry.nameEn.prefix(1).uppercased() + entry.nameEn.dropFirst())
    }
}

/// Whether the year's programme has it (计划内、计划外).
enum ClassStanding: String, Named, Stored {
    case planned, added

    var words: Words { self == .planned ? Words("计划内", "In the programme") : Words("计划外", "Added") }
}

/// A class on its way from application to closing (培训班).
struct TrainingClass: PagedNoun {
    var code: String
    var scheme: ClassScheme
    var filed: Day
    var stage: ClassStage
    /// The day of the decision, and what was said with it.
    var decided: Day?
    var remark: String

    static let table = Table<TrainingClass>(
        "training_classes",
        Column("code") { $0.code }, Column("title") { $0.scheme.title }, Column("run") { $0.scheme.run },
        Column("kind") { $0.scheme.kind }, Column("standing") { $0.scheme.standing },
        Column("line") { $0.scheme.line }, Column("basis") { $0.scheme.basis },
        Column("organiser") { $0.scheme.organiser },
        Column("institution") { $0.scheme.institution }, Column("target") { $0.scheme.target },
        Column("heads") { $0.scheme.heads }, Column("registration_day") { $0.scheme.registration },
        Column("opening_day") { $0.scheme.opening }, Column("closing_day") { $0.scheme.closing },
        Column("hours") { $0.scheme.hours }, Column("teacher") { $0.scheme.teacher },
        Column("funded_by") { $0.scheme.fundedBy }, Column("filed_day") { $0.filed }, Column("stage") { $0.stage },
        Column("decided_day") { $0.decided }, Column("remark") { $0.remark }
    ) {
        code, title, run, kind, standing, line, basis, organiser, institution, target, heads, registration, opening,
        closing,
        hours, teacher, fundedBy, filed, stage, decided, remark in
        var scheme = ClassScheme()
        (scheme.title, scheme.run, scheme.kind, scheme.standing, scheme.basis) = (title, run, kind, standing, basis)
        scheme.line = line
        (scheme.organiser, scheme.institution, scheme.target, scheme.heads) = (organiser, institution, target, heads)
        (scheme.registration, scheme.opening, scheme.closing) = (registration, opening, closing)
        (scheme.hours, scheme.teacher, scheme.fundedBy) = (hours, teacher, fundedBy)
        return TrainingClass(
            code: code, scheme: scheme, filed: filed, stage: stage, decided: decided, remark: remark)
    }
    static let lists = [
        NounList<TrainingClass>(
            \.scheme.audience, owner: "class",
            Table("class_audiences", Column("category") { $0.rawValue }, make: { PersonCategory(rawValue: $0) })),
        NounList(
            \.scheme.topics, owner: "class",
            Table("class_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
        NounList(
            \.scheme.parts, owner: "class",
            Table(
                "class_parts", Column("from_day") { $0.from }, Column("to_day") { $0.to },
                Column("place_name") { $0.place }, Column("institution") { $0.institution }, Column("way") { $0.way },
                make: ClassPart.init)),
        NounList(
            \.scheme.budget, owner: "class",
            Table("class_costs", Column("item") { $0.item }, Column("fen") { $0.amount }, make: ClassCost.init)),
    ]
    /// Whoever is called up must find the class, whatever unit organises it; its people are within reach by themselves.
    static let reach = Reach.everybody
    static let searched = ["title", "code"]

    static let path = "/classes/:code"
    static let seeing = Words("查看这个班次", "See the class")
    static let acts: [any RecordAct<TrainingClass>.Type] = [
        DecideClass.self, IssueCallUp.self, ReturnSeats.self, CloseClass.self, Nominate.self, DivideQuota.self,
        ReplaceTrainee.self, ApplyForClassAgain.self, ReopenClass.self, AdjustClass.self, CancelClass.self,
    ]

    /// `数字政府能力提升专题班（第2期）`
    var title: String { scheme.run > 1 ? "\(scheme.title)（第\(scheme.run)期）" : scheme.title }
}

/// Where a class stands on paper; how far it has come is told by its rows and the day.
enum ClassStage: String, Named, Stored {
    case applied, returned, approved, cancelled

    var words: Words {
        switch self {
        case .applied: Words("已申请，待审批", "Applied for, to be approved")
        case .returned: Words("退回修改", "Returned")
        case .approved: Words("已批准", "Approved")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }
}

extension CodeSeries {
    static let trainingClass = CodeSeries(rawValue: "B")
    static let trainee = CodeSeries(rawValue: "Y")
}
