import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A post as its host offers it (需求岗位): what is done there, how many are wanted, for how long.
struct PostScheme: Sendable, Hashable {
    var kind = SecondmentKind.down
    /// Of the host; where the host lies elsewhere, the unit that keeps in touch with it.
    var unit = ""
    /// The host's name, where it is none of the town's units.
    var outside = ""
    var title = ""
    var work = ""
    var places = 1
    var from = Day.unset
    var months = 12
    var skills: [String] = []
    /// What the host gives: office, lodging, travel.
    var terms = ""
    var contact = ""

    static let form = Form<PostScheme>(
        .init(
            Words("岗位", "The post"),
            .choice(\.kind, "kind", Words("类别", "Kind"), hint: SecondmentKind.told).alsoCalled("挂职类别"),
            .unit(
                \.unit, "unit", Words("接收单位", "Host"),
                hint: Words("接收单位在外地的，填负责联系的单位", "Where the host lies elsewhere: the unit that keeps in touch")),
            outsideHost,
            .text(
                \.title, "title", Words("挂任职务", "Post"),
                hint: Words("如：副镇长、办公室副主任", "Such as deputy head of the township"),
                rule: .name),
            .longText(\.work, "work", Words("主要工作", "What is done there"), limit: 500, rows: 3)),
        .init(
            Words("人数和期限", "How many, how long"), .number(\.places, "places", Words("人数", "People"), in: 1...50),
            .day(\.from, "from", Words("拟开始日期", "Begins on")),
            .number(\.months, "months", Words("期限（月）", "Months"), in: 1...36)),
        .init(
            Words("要求和保障", "Wanted, and given"),
            .lines(
                \.skills, "skills", Words("希望的专业特长", "Skills wanted"),
                hint: Words("一行一项，如：规划、财务、农业技术", "One a line"), isRequired: false, most: 10, rule: .name),
            .text(\.terms, "terms", Words("工作生活保障", "What the host gives"), isRequired: false),
            .text(\.contact, "contact", Words("联系人和电话", "Contact"), isRequired: false)))

    private static let outsideHost: FormField<PostScheme> = {
        var field = FormField<PostScheme>.text(
            \.outside, "outside", Words("外地接收单位", "Host elsewhere"),
            hint: Words("外挂的必填；接收单位在本市的不填", "Needed where the secondment leads out of town"), isRequired: false,
            rule: .name)
        field.isNeededAtTimes = true
        return field
    }()

    var problems: [SecondmentProblem] { kind == .out && outside.isEmpty ? [.noOutsideHost] : [] }

    /// What the kind would not have: shown, never refused.
    func remarks(_ reading: some Reading, _ rules: SecondmentRules) throws -> [Words] {
        var found: [Words] = []
        if months < rules.leastMonths {
            found.append(
                Words(
                    "期限\(months)个月，不足\(rules.leastMonths)个月的一般按借用办理",
                    "\(months) months; below \(rules.leastMonths) it is a loan as a rule"))
        }
        if outside.isEmpty, !kind.hosts.isEmpty, let host = try reading.unit(code: unit),
            !kind.hosts.contains(host.kind)
        {
            found.append(
                Words(
                    "\(kind.words.zh)一般到\(kind.hosts.sorted().map(\.words.zh).joined(separator: "、"))，\(host.name)是\(host.kind.words.zh)",
                    "This kind leads elsewhere as a rule; \(host.name) is a \(host.kind.words.en)"))
        }
        return found
    }
}

extension SecondmentKind {
    static let told = Words(
        allCases.map { "\($0.words.zh)：\($0.about.zh)" }.joined(separator: "；"),
        allCases.map { "\($0.words.en): \($0.about.en)" }.joined(separator: "; "))
}

/// A post offered for secondments (挂职岗位). Whom it may interest sees it.
struct SecondmentPost: Noun {
    var code: String
    var scheme: PostScheme
    var offered: Day
    var stage: PostStage
    var remark: String

    static let table = Table<SecondmentPost>(
        "secondment_posts",
        Column("code") { $0.code }, Column("kind") { $0.scheme.kind }, Column("unit") { $0.scheme.unit },
        Column("outside_host") { $0.scheme.outside }, Column("title") { $0.scheme.title },
        Column("duties") { $0.scheme.work }, Column("places") { $0.scheme.places },
        Column("from_day") { $0.scheme.from }, Column("months") { $0.scheme.months },
        Column("terms") { $0.scheme.terms }, Column("contact") { $0.scheme.contact },
        Column("offered_day") { $0.offered }, Column("stage") { $0.stage }, Column("remark") { $0.remark }
    ) {
        code, kind, unit, outside, title, work, places, from, months, terms, contact, offered, stage, remark in
        SecondmentPost(
            code: code,
            scheme: PostScheme(
                kind: kind, unit: unit, outside: outside, title: title, work: work, places: places, from: from,
                months: months, terms: terms, contact: contact), offered: offered, stage: stage, remark: remark)
    }
    static let lists = [
        NounList<SecondmentPost>(
            \.scheme.skills, owner: "post",
            Table("secondment_post_skills", Column("skill") { $0 }, make: { $0 }))
    ]
    /// What is offered is offered to all.
    static let reach = Reach.everybody
    static let searched = ["title", "outside_host", "code"]
}

enum PostStage: String, Named, Stored {
    case offered, open, returned, closed

    var words: Words {
        switch self {
        case .offered: Words("待审核", "To be reviewed")
        case .open: Words("开放", "Open")
        case .returned: Words("退回修改", "Returned")
        case .closed: Words("已关闭", "Closed")
        }
    }
}

extension Reading {
    /// How many of a post's places are taken, by those who are proposed, approved, away or were there.
    func taken(of post: String) throws -> Int {
        try count(
            Secondment.self, for: .everybody, where: "post = \(post) and stage <> \(RecordStage.declined)")
    }

    /// Posts of a kind that somebody can still be placed on.
    func openPosts(_ kind: SecondmentKind?) throws -> [SecondmentPost] {
        let ofKind: SQL = kind.map { "kind = \($0)" } ?? .always
        return try all(
            SecondmentPost.self, for: .everybody, where: "stage = \(PostStage.open) and \(ofKind)",
            order: "kind, from_day, code")
    }
}

extension SecondmentPost {
    /// The host by its name.
    func host(_ naming: Naming) throws -> String {
        scheme.outside.isEmpty ? try naming.unitName(scheme.unit) : scheme.outside
    }

    /// `柳湾镇 副镇长`
    func called(_ naming: Naming) throws -> String { "\(try host(naming)) \(scheme.title)" }
}

extension Ask {
    func post(_ code: String) throws -> SecondmentPost? {
        try naming.once("secondment post \(code)") { try reading.one(SecondmentPost.self, code, for: .everybody) }
    }
}
