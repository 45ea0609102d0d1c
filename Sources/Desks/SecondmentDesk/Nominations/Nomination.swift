import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Somebody as their unit recommends them (挂职干部推荐表). Name, sex, birth, posts and ranks are the records' and asked for
/// nowhere.
struct NominationDraft: Sendable, Hashable {
    var person = ""
    var unit = ""
    var kind = SecondmentKind.down
    /// Posts in the order of the wishes; empty: none.
    var wish1 = ""
    var wish2 = ""
    var wish3 = ""
    var yields = Yielding.any
    var degree = Degree.bachelor
    /// That each yearly appraisal of the last three was fit or better; no grade.
    var appraised = Answer.unknown
    var township = Answer.unknown
    var skills: [String] = []
    var opinion = ""

    var wishes: [String] { [wish1, wish2, wish3].filter { !$0.isEmpty } }

    static let form = Form<NominationDraft>(
        .init(
            Words("人选", "Whom"), .person(\.person, "person", Words("人选", "Person")).alsoCalled("姓名"),
            .unit(\.unit, "unit", Words("推荐单位", "Recommended by")).alsoCalled("单位"),
            .choice(\.kind, "kind", Words("类别", "Kind"), hint: SecondmentKind.told)),
        .init(
            Words("志愿", "Wishes"), wish(\.wish1, "wish1", Words("第一志愿", "First wish")),
            wish(\.wish2, "wish2", Words("第二志愿", "Second wish")), wish(\.wish3, "wish3", Words("第三志愿", "Third wish")),
            .choice(\.yields, "yields", Words("调剂", "Otherwise"))),
        .init(
            Words("条件", "What is asked for"), .choice(\.degree, "degree", Words("学历", "Degree")),
            .choice(
                \.appraised, "appraised", Words("近三年年度考核均在合格以上", "Fit in each appraisal of three years"),
                hint: Words("只填是否，不填等次", "Yes or no, and no grade")),
            .choice(
                \.township, "township", Words("有乡镇工作经历", "Has worked in a township"),
                hint: Words("任职记录中有的以记录为准", "What the records tell goes before it")),
            .lines(
                \.skills, "skills", Words("专业特长", "Skills"),
                hint: Words("一行一项，与岗位要求的写法一致", "One a line, as posts name them"),
                isRequired: false, most: 10, rule: .name),
            .longText(
                \.opinion, "opinion", Words("推荐单位意见", "What the unit says"),
                hint: Words("只写工作情况和推荐理由", "Of the work, and why they are recommended"), isRequired: false, limit: 500,
                rows: 3)))

    private static func wish(
        _ path: any WritableKeyPath<NominationDraft, String> & Sendable, _ name: String, _ words: Words
    ) -> FormField<NominationDraft> {
        .option(
            path, name, words, none: Words("不选", "none"),
            among: { typed, naming in
                let kind = typed["kind"].flatMap(SecondmentKind.init)
                return try naming.reading.openPosts(nil).filter { kind == nil || $0.scheme.kind == kind }.map { post in
                    let said = try post.called(naming)
                    return FormOption(
                        post.code,
                        Words(
                            "\(post.scheme.kind.words.zh) \(said)", "\(post.scheme.kind.words.en): \(said)"))
                }
            }, unknown: { Words("岗位“\($0)”没有开放，或者不是这一类别", "“\($0)” is no open post of that kind") },
            named: { code, naming in
                try naming.reading.one(SecondmentPost.self, code, for: .everybody).map { try $0.called(naming) }
            })
    }

    /// Whatever is untrue of it; `code`: its own, nil while it is made.
    func problems(in reading: some Reading, on today: Day, code: String? = nil) throws -> [SecondmentProblem] {
        var problems: [SecondmentProblem] = []
        let name = try reading.person(code: person)?.name ?? person
        let post = try reading.appointment(of: person, on: today)
        let chain = try post.map { try reading.unitsAbove($0.unit) } ?? []
        // Whether somebody is recommended already is told to their own unit alone.
        guard chain.contains(where: { $0.code == unit }) else { return [.notOfUnit(name)] }
        let open = try reading.all(
            Nomination.self, for: .everybody,
            where: """
                person in (\(list: try reading.codes(of: person)))
                and stage in (\(NominationStage.nominated), \(NominationStage.returned))
                """
        ).first { $0.code != code }
        if let open { problems.append(.nominatedAlready(open.code)) }
        // Whoever is on their way is placed: they are recommended again once they are there, or it was cancelled.
        let placed = try reading.all(
            Secondment.self, for: .everybody,
            where: """
                person in (\(list: try reading.codes(of: person)))
                and stage in (\(RecordStage.proposed), \(RecordStage.approved)) and started_day is null
                """, order: "code", limit: 1
        ).first
        if let placed { problems.append(.placedAlready(placed.code)) }
        if Set(wishes).count < wishes.count { problems.append(.wishTwice) }
        for (name, wish) in [("wish1", wish1), ("wish2", wish2), ("wish3", wish3)] where !wish.isEmpty {
            if try reading.one(SecondmentPost.self, wish, for: .everybody)?.scheme.kind != kind {
                problems.append(.postOfAnotherKind(field: name))
            }
        }
        return problems
    }
}

/// What is to be done where no wish can be met.
enum Yielding: String, Named, Stored {
    case any, wishesOnly

    var words: Words {
        self == .any ? Words("服从调剂", "any post of the kind") : Words("只去志愿岗位", "only what is wished for")
    }
}

/// A recommendation on its way to a post (推荐).
struct Nomination: Noun {
    var code: String
    var draft: NominationDraft
    var nominated: Day
    var stage: NominationStage
    var remark: String

    static let table = Table<Nomination>(
        "secondment_nominations",
        Column("code") { $0.code }, Column("person") { $0.draft.person }, Column("unit") { $0.draft.unit },
        Column("kind") { $0.draft.kind }, Column("wish1") { $0.draft.wish1 }, Column("wish2") { $0.draft.wish2 },
        Column("wish3") { $0.draft.wish3 }, Column("yields") { $0.draft.yields },
        Column("degree") { $0.draft.degree }, Column("appraised") { $0.draft.appraised },
        Column("township") { $0.draft.township }, Column("opinion") { $0.draft.opinion },
        Column("nominated_day") { $0.nominated }, Column("stage") { $0.stage }, Column("remark") { $0.remark }
    ) {
        code, person, unit, kind, wish1, wish2, wish3, yields, degree, appraised, township, opinion, nominated, stage,
        remark in
        Nomination(
            code: code,
            draft: NominationDraft(
                person: person, unit: unit, kind: kind, wish1: wish1, wish2: wish2, wish3: wish3, yields: yields,
                degree: degree, appraised: appraised, township: township, opinion: opinion), nominated: nominated,
            stage: stage, remark: remark)
    }
    static let lists = [
        NounList<Nomination>(
            \.draft.skills, owner: "nomination", Table("secondment_strengths", Column("skill") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
    static let personal: PersonalTexts? = .of("person", "opinion", "remark", "secondment_strengths.skill")
}

enum NominationStage: String, Named, Stored {
    case nominated, returned, withdrawn, placed

    var words: Words {
        switch self {
        case .nominated: Words("待安排", "To be placed")
        case .returned: Words("退回修改", "Returned")
        case .withdrawn: Words("已撤回", "Withdrawn")
        case .placed: Words("已安排", "Placed")
        }
    }
}
