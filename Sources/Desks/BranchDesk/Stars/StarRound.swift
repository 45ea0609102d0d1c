import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// In what a branch works, each with a table of criteria of its own (领域).
enum StarField: String, Named, Stored {
    case office, rural, community, stateFirm, institution, newGroup

    var words: Words {
        switch self {
        case .office: Words("机关", "Offices")
        case .rural: Words("农村", "Villages")
        case .community: Words("社区", "Communities")
        case .stateFirm: Words("国有企业", "State firms")
        case .institution: Words("事业单位", "Institutions")
        case .newGroup: Words("两新组织", "New firms and associations")
        }
    }
}

/// One criterion: what is asked, for how many points, how points are taken off, what proves it (评定标准).
struct StarItem: Sendable, Hashable {
    var area = ""
    var item = ""
    var standard = ""
    /// In half points.
    var points = 0
    var deduction = ""
    var proof = ""

    static let form = Form<StarItem>(
        .init(
            Words("评定标准", "Criteria"), .text(\.area, "area", Words("方面", "Area"), rule: .name),
            .text(\.item, "item", Words("项目", "Item"), rule: .name),
            .text(\.standard, "standard", Words("标准", "Standard")),
            .hours(\.points, "points", Words("分值", "Points"), most: 100),
            .text(\.deduction, "deduction", Words("扣分办法", "How points are taken off"), isRequired: false),
            .text(\.proof, "proof", Words("佐证", "Proof"), isRequired: false)))
}

/// The scheme of a round: criteria of a field and the terms by which stars follow from them (评定方案).
struct StarScheme: Sendable, Hashable {
    var title = ""
    var year = 0
    var field = StarField.office
    var model = StarModel.m1
    var assessBy = Day.unset
    var items: [StarItem] = []
    /// Cases that bar a star, and honours that give five at once.
    var vetoes: [String] = []
    var honours: [String] = []
    var terms = StarTerms()

    static let form = Form<StarScheme>(
        .init(
            Words("评定安排", "The round"), .text(\.title, "title", Words("名称", "Title")),
            .number(\.year, "year", Words("评定年度", "Year that is rated"), in: 2000...2099),
            .choice(\.field, "field", Words("领域", "Field"), hint: Words("一个领域一套标准", "A table of criteria for each")),
            .choice(
                \.model, "model", Words("办法", "Model"), hint: Words("下面的数字可以改", "Its numbers below may be changed")),
            .day(\.assessBy, "assessBy", Words("自评截止", "Assessed by"))),
        .init(
            Words("评定标准", "Criteria"),
            .rows(
                \.items, "items", Words("评定标准", "Criteria"), of: StarItem.form, blank: StarItem(),
                hint: Words("只评支部工作，不评个人", "Of the branch's work, never of a person"), most: 60)),
        .init(
            Words("一票否决和直接评星", "Vetoes and honours"),
            .lines(
                \.vetoes, "vetoes", Words("一票否决情形", "Cases that bar a star"), hint: Words("一行一项", "One a line"),
                isRequired: false, most: 20),
            .lines(
                \.honours, "honours", Words("直接评五星的荣誉", "Honours that give five stars"),
                hint: Words("一行一项", "One a line"),
                isRequired: false, most: 20)),
        .init(
            Words("得分和星级", "Scores and stars"),
            .number(\.terms.five, "five", Words("五星（分，含本数）", "Five stars from"), in: 0...200),
            .number(\.terms.four, "four", Words("四星（分，含本数）", "Four stars from"), in: 0...200),
            .number(\.terms.three, "three", Words("三星（分，含本数）", "Three stars from"), in: 0...200),
            .number(\.terms.two, "two", Words("二星（分，含本数）", "Two stars from"), in: 0...200),
            .number(
                \.terms.fewest, "fewest", Words("最低星级", "Fewest stars"), hint: Words("低于它的不评星级", "Fewer are none"),
                in: 1...5),
            .number(\.terms.baseWeight, "baseWeight", Words("标准得分占（%）", "Points weigh (%)"), in: 0...100),
            .number(
                \.terms.assessmentWeight, "assessmentWeight", Words("考核得分占（%）", "The assessment weighs (%)"),
                in: 0...100),
            .number(\.terms.bonusMost, "bonusMost", Words("加分最多", "Bonus at most"), in: 0...50)),
        .init(
            Words("名额", "Quotas"),
            .number(
                \.terms.quotaFive, "quotaFive", Words("五星最多（%）", "Five stars at most (%)"),
                hint: Words("0为不限", "0: any number"),
                in: 0...100),
            .number(\.terms.quotaFour, "quotaFour", Words("四星最多（%）", "Four stars at most (%)"), in: 0...100),
            .number(\.terms.quotaThree, "quotaThree", Words("三星最多（%）", "Three stars at most (%)"), in: 0...100),
            .choice(\.terms.rounding, "rounding", Words("名额小数", "Fractions of a place")),
            .choice(
                \.terms.tie, "tie", Words("末位同分", "Equals at the end"),
                hint: Words("先比得分，再比不含加分的得分，再比原星级", "First the score, then points without bonus, then the stars before")
            )),
        .init(
            Words("限制", "Bounds"),
            .choice(\.terms.needsInnovation, "needsInnovation", Words("五星须有创新做法", "Five stars ask for an innovation")),
            .number(
                \.terms.maxStep, "maxStep", Words("一年最多升几星", "Stars up in a year at most"),
                hint: Words("0为不限", "0: any"),
                in: 0...4),
            .choice(\.terms.ratesNew, "ratesNew", Words("新设支部第一年评星", "Branches in their first year are rated"))))

    var problems: [StarProblem] {
        var problems: [StarProblem] = []
        if !(terms.five > terms.four && terms.four > terms.three && terms.three > terms.two) {
            problems.append(.bandsNotFalling)
        }
        if terms.baseWeight + terms.assessmentWeight != 100 { problems.append(.weightsNotWhole) }
        if items.reduce(0, { $0 + $1.points }) == 0 { problems.append(.noPoints) }
        return problems
    }

    /// The points of all items.
    var whole: Int { items.reduce(0) { $0 + $1.points } }

    /// A model's numbers with criteria to begin with.
    static func proposed(_ model: StarModel, _ field: StarField, on today: Day) -> StarScheme {
        let year = today.month >= 11 ? today.year : today.year - 1
        return StarScheme(
            title: "\(year)年度\(field.words.zh)党支部星级评定", year: year, field: field, model: model,
            assessBy: Day(year: year + 1, month: 1, day: 15) ?? today, items: criteria,
            vetoes: ["当年发生严重违纪违法案件并负有责任", "弄虚作假"], honours: ["省级以上先进基层党组织"], terms: model.terms)
    }

    private static let criteria: [StarItem] = [
        ("班子建设", "班子配备", "配齐配强，按期换届", 30, "未按期换届扣5分", "换届批复"),
        ("骨干队伍", "党务骨干", "骨干培训全覆盖", 20, "缺一人次扣1分", "培训记录"),
        ("阵地建设", "活动场所", "有固定场所，设施齐全", 20, "无固定场所扣5分", "照片"),
        ("制度执行", "组织生活", "三会一课、主题党日按期开展", 20, "缺一次扣1分；半年未开展扣5分", "纪实"),
        ("工作保障", "经费和台账", "经费有保障，台账齐全", 20, "台账缺项每项扣0.5分", "台账"),
        ("作用发挥", "中心工作", "围绕中心工作发挥作用", 60, "任务未完成每项扣3分", "任务清单"),
        ("群众评价", "满意度", "群众满意度测评", 30, "低于90%每1个百分点扣1分", "测评汇总"),
    ].map { StarItem(area: $0.0, item: $0.1, standard: $0.2, points: $0.3, deduction: $0.4, proof: $0.5) }
}

/// The rating of a year in one field, from the criteria to what is announced (星级评定).
struct StarRound: Noun {
    var code: String
    var scheme: StarScheme
    var opened: Day
    var stage: StarStage
    /// The meeting that decided, and its day.
    var meeting: String
    var decided: Day?
    var noticeFrom: Day?
    var announced: Day?
    var document: String
    /// The last day of the public notice, and the last for appeals, as they were published; nil in rounds of before these were
    /// kept.
    var noticeUntil: Day?
    var appealBy: Day?

    static let table = Table<StarRound>(
        "star_rounds",
        Column("code") { $0.code }, Column("title") { $0.scheme.title }, Column("rated_year") { $0.scheme.year },
        Column("field") { $0.scheme.field }, Column("model") { $0.scheme.model },
        Column("assess_by_day") { $0.scheme.assessBy }, Column("band_five") { $0.scheme.terms.five },
        Column("band_four") { $0.scheme.terms.four }, Column("band_three") { $0.scheme.terms.three },
        Column("band_two") { $0.scheme.terms.two }, Column("fewest") { $0.scheme.terms.fewest },
        Column("base_weight") { $0.scheme.terms.baseWeight },
        Column("assessment_weight") { $0.scheme.terms.assessmentWeight },
        Column("bonus_most") { $0.scheme.terms.bonusMost }, Column("quota_five") { $0.scheme.terms.quotaFive },
        Column("quota_four") { $0.scheme.terms.quotaFour }, Column("quota_three") { $0.scheme.terms.quotaThree },
        Column("rounding") { $0.scheme.terms.rounding }, Column("tie") { $0.scheme.terms.tie },
        Column("needs_innovation") { $0.scheme.terms.needsInnovation }, Column("max_step") { $0.scheme.terms.maxStep },
        Column("rates_new") { $0.scheme.terms.ratesNew }, Column("opened_day") { $0.opened },
        Column("stage") { $0.stage }, Column("meeting") { $0.meeting }, Column("decided_day") { $0.decided },
        Column("notice_from_day") { $0.noticeFrom }, Column("announced_day") { $0.announced },
        Column("document") { $0.document }, Column("notice_until_day") { $0.noticeUntil },
        Column("appeal_by_day") { $0.appealBy }
    ) {
        (
            code: String, title: String, year: Int, field: StarField, model: StarModel, assessBy: Day, five: Int,
            four: Int, three: Int, two: Int, fewest: Int, baseWeight: Int, assessmentWeight: Int, bonusMost: Int,
            quotaFive: Int, quotaFour: Int, quotaThree: Int, rounding: QuotaRounding, tie: QuotaTie,
            needsInnovation: YesNo, maxStep: Int, ratesNew: YesNo, opened: Day, stage: StarStage, meeting: String,
            decided: Day?, noticeFrom: Day?, announced: Day?, document: String, noticeUntil: Day?, appealBy: Day?
        ) in
        let terms = StarTerms(
            five: five, four: four, three: three, two: two, fewest: fewest, baseWeight: baseWeight,
            assessmentWeight: assessmentWeight, bonusMost: bonusMost, quotaFive: quotaFive, quotaFour: quotaFour,
            quotaThree: quotaThree, rounding: rounding, tie: tie, needsInnovation: needsInnovation, maxStep: maxStep,
            ratesNew: ratesNew)
        return StarRound(
            code: code,
            scheme: StarScheme(
                title: title, year: year, field: field, model: model, assessBy: assessBy, terms: terms),
            opened: opened, stage: stage, meeting: meeting, decided: decided, noticeFrom: noticeFrom,
            announced: announced, document: document, noticeUntil: noticeUntil, appealBy: appealBy)
    }
    static let lists = [
        NounList<StarRound>(
            \.scheme.items, owner: "round",
            Table(
                "star_items", Column("area") { $0.area }, Column("item") { $0.item },
                Column("standard") { $0.standard },
                Column("half_points") { $0.points }, Column("deduction") { $0.deduction }, Column("proof") { $0.proof },
                make: StarItem.init)),
        NounList(\.scheme.vetoes, owner: "round", Table("star_vetoes", Column("veto") { $0 }, make: { $0 })),
        NounList(\.scheme.honours, owner: "round", Table("star_honours", Column("honour") { $0 }, make: { $0 })),
    ]
    /// Criteria are published.
    static let reach = Reach.everybody
    static let searched = ["title", "code"]

    /// The last day of the public notice: what was published stands, whatever the rule says since.
    func noticeUntil(_ rules: BranchRules) -> Day? { noticeUntil ?? noticeFrom.map { $0 + (rules.starNoticeDays - 1) } }

    /// The last day for appeals, likewise.
    func appealBy(_ rules: BranchRules, _ calendar: WorkingCalendar) -> Day? {
        appealBy ?? noticeFrom.map { calendar.after($0, rules.appealDays) }
    }
}

enum StarStage: String, Named, Stored {
    case open, noticed, announced

    var words: Words {
        switch self {
        case .open: Words("评定中", "Under way")
        case .noticed: Words("公示中", "On public notice")
        case .announced: Words("已公布", "Announced")
        }
    }
}
