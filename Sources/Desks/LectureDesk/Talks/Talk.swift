import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a talk is given (进农村、进社区、进企业、进机关、进学校).
enum TalkPlace: String, Named, Stored {
    case village, community, firm, office, school, other

    var words: Words {
        switch self {
        case .village: Words("农村", "Village")
        case .community: Words("社区", "Community")
        case .firm: Words("企业", "Firm")
        case .office: Words("机关", "Office")
        case .school: Words("学校", "School")
        case .other: Words("其他", "Elsewhere")
        }
    }
}

/// A talk as somebody asks for it (预约).
struct TalkRequest: Sendable, Hashable {
    /// The trainer, for the choice of topics.
    var trainer = ""
    /// Who asks: a unit asks another's trainer, or sends its own.
    var host = ""
    var topic = ""
    var place = TalkPlace.village
    var heldAt = ""
    var audience = ""
    var expected = 0
    var day = Day.unset
    var contact = ""

    static let form = Form<TalkRequest>(
        .init(
            Words("宣讲", "The talk"), .hidden(\.trainer, "trainer"), topicField,
            .unit(
                \.host, "host", Words("预约单位", "Asked for by"),
                hint: Words(
                    "本单位内训师外出宣讲的，填本单位，不需再答复", "One's own unit, where its own trainer goes out: nobody has to answer")),
            .choice(\.place, "place", Words("场所", "Where")),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name),
            .text(\.audience, "audience", Words("听众", "For whom"), isRequired: false, rule: .name),
            .number(\.expected, "expected", Words("预计人数", "Expected"), in: 1...100_000),
            .day(\.day, "day", Words("日期", "Day")),
            .text(\.contact, "contact", Words("联系人和电话", "Contact"), isRequired: false)))

    private static let topicField = FormField<TalkRequest>.option(
        \.topic, "topic", Words("专题", "Topic"),
        among: { typed, naming in
            guard let code = typed["trainer"],
                let trainer = try naming.reading.one(InHouseTrainer.self, code, for: .everybody)
            else { return [] }
            return trainer.entry.topics.map { FormOption($0.title, Words($0.title, $0.title)) }
        }, unknown: { Words("“\($0)”不是这名内训师的专题", "“\($0)” is none of the trainer's topics") },
        named: { value, _ in value })
}

/// What became of a talk (登记).
struct TalkOutcome: Sendable, Hashable {
    var day = Day.unset
    var halfHours = 0
    var heard = 0

    static let form = Form<TalkOutcome>(
        .init(
            Words("宣讲登记", "How it was given"), .day(\.day, "day", Words("实际日期", "Given on")),
            .hours(\.halfHours, "hours", Words("学时", "Hours"), hint: Words("可填0.5的倍数", "In halves"), most: 40),
            .number(\.heard, "heard", Words("听众人数", "Heard by"), in: 1...100_000)))
}

/// Short feedback of whoever asked for a talk, as ticks: of the talk, and no score of the person who gave it.
enum TalkTick: String, Named, Stored {
    case fits, clear, useful, answers, again, longer, shorter, cases

    var words: Words {
        switch self {
        case .fits: Words("内容对路", "to the point")
        case .clear: Words("通俗易懂", "plain")
        case .useful: Words("能用得上", "of use")
        case .answers: Words("解答了问题", "questions were answered")
        case .again: Words("还想再听", "once more, please")
        case .longer: Words("时间可再长些", "could be longer")
        case .shorter: Words("时间可再短些", "could be shorter")
        case .cases: Words("可多举本地例子", "more local cases")
        }
    }
}

struct TalkFeedback: Sendable, Hashable {
    var ticks: [TalkTick] = []

    static let form = Form<TalkFeedback>(
        .init(
            Words("反馈", "Feedback"),
            .ticks(
                \.ticks, "ticks", Words("反馈（可多选）", "Feedback, as many as hold"),
                among: TalkTick.allCases.map { FormOption($0.rawValue, $0.words) },
                unknown: { Words("没有“\($0)”这一项", "There is no “\($0)”") })))
}

/// A talk of an in-house trainer, from the request to the feedback (宣讲). Whoever may ask for one sees all.
struct Talk: Noun {
    var code: String
    var request: TalkRequest
    /// The unit whose trainer gives it, as it was when it was asked for.
    var trainerUnit: String
    var stage: TalkStage
    var requested: Day
    var answered: Day?
    var remark: String
    /// Once it was given.
    var givenOn: Day?
    var halfHours: Int
    var heard: Int
    var recorded: Day?
    var activity: String
    var ticked: Day?
    var feedback = TalkFeedback()

    static let table = Table<Talk>(
        "talks",
        Column("code") { $0.code }, Column("trainer") { $0.request.trainer },
        Column("trainer_unit") { $0.trainerUnit }, Column("host") { $0.request.host },
        Column("topic") { $0.request.topic }, Column("place_kind") { $0.request.place },
        Column("held_at") { $0.request.heldAt }, Column("audience") { $0.request.audience },
        Column("expected") { $0.request.expected }, Column("day") { $0.request.day },
        Column("contact") { $0.request.contact }, Column("stage") { $0.stage },
        Column("requested_day") { $0.requested }, Column("answered_day") { $0.answered },
        Column("remark") { $0.remark }, Column("given_day") { $0.givenOn }, Column("half_hours") { $0.halfHours },
        Column("heard") { $0.heard }, Column("recorded_day") { $0.recorded }, Column("activity") { $0.activity },
        Column("ticked_day") { $0.ticked }
    ) {
        code, trainer, trainerUnit, host, topic, place, heldAt, audience, expected, day, contact, stage, requested,
        answered, remark, given, halfHours, heard, recorded, activity, ticked in
        Talk(
            code: code,
            request: TalkRequest(
                trainer: trainer, host: host, topic: topic, place: place, heldAt: heldAt, audience: audience,
                expected: expected, day: day, contact: contact), trainerUnit: trainerUnit, stage: stage,
            requested: requested, answered: answered, remark: remark, givenOn: given, halfHours: halfHours,
            heard: heard, recorded: recorded, activity: activity, ticked: ticked)
    }
    static let lists = [
        NounList<Talk>(
            \.feedback.ticks, owner: "talk", Table("talk_ticks", Column("tick") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.everybody
    static let searched = ["topic", "held_at", "code"]
    /// What it is about is a copy of what the trainer gives talks on; a remark may say why they cannot come.
    static let personal: PersonalTexts? = .through("trainer", InHouseTrainer.self, "topic", "remark")

    /// Whether a unit sends its own trainer: then nobody answers, and nobody ticks.
    var isOwn: Bool { request.host == trainerUnit }

    static let given: SQL = "stage = \(TalkStage.given)"

    var outcome: TalkOutcome { TalkOutcome(day: givenOn ?? request.day, halfHours: halfHours, heard: heard) }
}

enum TalkStage: String, Named, Stored {
    case requested, agreed, declined, cancelled, given

    var words: Words {
        switch self {
        case .requested: Words("待答复", "Asked for")
        case .agreed: Words("已约定", "Agreed")
        case .declined: Words("未能安排", "Declined")
        case .cancelled: Words("已取消", "Cancelled")
        case .given: Words("已宣讲", "Given")
        }
    }
}
