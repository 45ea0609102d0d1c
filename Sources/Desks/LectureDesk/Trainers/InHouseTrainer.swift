import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Something that a trainer gives talks on (可讲专题): what others book.
struct GivenTopic: Sendable, Hashable {
    var title = ""
    var halfHours = 2
    var audience = ""

    static let form = Form<GivenTopic>(
        .init(
            Words("可讲专题", "Topics"), .text(\.title, "title", Words("题目", "Title")),
            .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 40),
            .text(\.audience, "audience", Words("适合对象", "For whom"), isRequired: false, rule: .name)))
}

/// As what somebody is appointed.
enum TrainerKind: String, Named, Stored {
    case inHouse, speaker, partTime

    var words: Words {
        switch self {
        case .inHouse: Words("内训师", "In-house trainer")
        case .speaker: Words("宣讲员", "Speaker")
        case .partTime: Words("兼职教师", "Part-time teacher")
        }
    }
}

/// A recommendation as a unit fills it in.
struct TrainerEntry: Sendable, Hashable {
    var unit = ""
    var person = ""
    var kind = TrainerKind.inHouse
    var topics: [GivenTopic] = []

    static let form = Form<TrainerEntry>(
        .init(
            Words("推荐", "The recommendation"), .unit(\.unit, "unit", Words("推荐单位", "Unit")),
            .person(\.person, "person", Words("人员", "Person")), .choice(\.kind, "kind", Words("类别", "Kind"))),
        topicsGiven)

    /// What they give talks on may change at any time.
    static let topicsForm = Form<TrainerEntry>(topicsGiven)

    private static let topicsGiven = Form<TrainerEntry>.Section(
        Words("可讲专题", "Topics"),
        .rows(
            \.topics, "topics", Words("可讲专题", "Topics"), of: GivenTopic.form, blank: GivenTopic(),
            hint: Words("聘任后列入专题目录，供各单位预约", "Once appointed they stand in the list that others book from"), most: 20))
}

/// Somebody of a unit who gives talks (内训师、宣讲员、兼职教师): recommended by it, appointed by the office for a term.
struct InHouseTrainer: Noun {
    var code: String
    var entry: TrainerEntry
    var stage: TrainerStage
    var recommended: Day
    var appointed: Day?
    var until: Day?
    var ended: Day?
    var remark: String

    static let table = Table<InHouseTrainer>(
        "inhouse_trainers",
        Column("code") { $0.code }, Column("person") { $0.entry.person }, Column("unit") { $0.entry.unit },
        Column("kind") { $0.entry.kind }, Column("stage") { $0.stage },
        Column("recommended_day") { $0.recommended }, Column("appointed_day") { $0.appointed },
        Column("until_day") { $0.until }, Column("ended_day") { $0.ended }, Column("remark") { $0.remark }
    ) { code, person, unit, kind, stage, recommended, appointed, until, ended, remark in
        InHouseTrainer(
            code: code, entry: TrainerEntry(unit: unit, person: person, kind: kind), stage: stage,
            recommended: recommended, appointed: appointed, until: until, ended: ended, remark: remark)
    }
    static let lists = [
        NounList<InHouseTrainer>(
            \.entry.topics, owner: "trainer",
            Table(
                "inhouse_topics", Column("title") { $0.title }, Column("half_hours") { $0.halfHours },
                Column("audience") { $0.audience }, make: GivenTopic.init))
    ]
    /// Whoever may ask for a talk sees who gives them.
    static let reach = Reach.everybody
    static let searched = ["code"]
    static let personal: PersonalTexts? = .of("person", "remark", "inhouse_topics.title", "inhouse_topics.audience")

    /// Whether they give talks on a day.
    func serves(on day: Day) -> Bool {
        guard stage == .appointed, let appointed else { return false }
        return appointed <= day && (until.map { day <= $0 } ?? true)
    }

    static func serving(on day: Day) -> SQL {
        "stage = \(TrainerStage.appointed) and (until_day is null or until_day >= \(day))"
    }
}

enum TrainerStage: String, Named, Stored {
    case recommended, returned, appointed, ended

    var words: Words {
        switch self {
        case .recommended: Words("待聘任", "Recommended")
        case .returned: Words("退回", "Returned")
        case .appointed: Words("已聘任", "Appointed")
        case .ended: Words("已解聘", "Ended")
        }
    }
}

/// What the office says to a recommendation: appointed until a day, or returned.
struct TrainerTerm: Sendable, Hashable {
    var answer: TrainerAnswer?
    var until: Day?
    var remark = ""

    static let form = Form<TrainerTerm>(
        .init(
            Words("聘任", "Appointment"), .choice(unchosen: \.answer, "answer", Words("意见", "Decision")),
            .dayIfAny(\.until, "until", Words("聘期至", "Until"), hint: Words("聘任的，请填写", "Where they are appointed")),
            .longText(
                \.remark, "remark", Words("说明", "Remark"), hint: Words("退回的，写明原因", "Where it is returned: why"),
                isRequired: false, limit: 300, rows: 2)))
}

enum TrainerAnswer: String, Named {
    case appoint, sendBack

    var words: Words { self == .appoint ? Words("聘任", "Appoint") : Words("退回", "Return") }
}

/// The end of a further term.
struct TrainerRenewal: Sendable, Hashable {
    var until = Day.unset

    static let form = Form<TrainerRenewal>(
        .init(Words("续聘", "Renewal"), .day(\.until, "until", Words("聘期至", "Until"))))
}
