import Pages
import Records
import Spelling
import Store
import Vocabulary

/// A lecture as it is applied for and announced (一会一报).
struct LectureScheme: Sendable, Hashable {
    var topic = ""
    var speaker = Suggested()
    var origin = SpeakerOrigin.mainland
    var day = Day.unset
    var time = ""
    var heldAt = ""
    var way = LectureWay.room
    var audience = ""
    var places = 0
    var outline = ""
    var topics: [Topic] = []
    var contact = ""

    init() {}

    /// As the series has it.
    init(_ planned: PlannedLecture) {
        (topic, speaker, day) = (planned.topic, planned.speaker, planned.day)
        if speaker.text.isEmpty { speaker.text = "待定" }
        (heldAt, audience, places) = (planned.heldAt, planned.audience, planned.places)
    }
}

/// Where a speaker comes from: it decides how early a lecture is applied for.
enum SpeakerOrigin: String, Named, Stored {
    case mainland, outside

    var words: Words {
        self == .mainland ? Words("境内", "The mainland") : Words("境外", "Outside the mainland")
    }
}

/// How it is held.
enum LectureWay: String, Named, Stored {
    case room, live, both

    var words: Words {
        switch self {
        case .room: Words("现场", "In a room")
        case .live: Words("网络直播", "Live by network")
        case .both: Words("现场和直播", "Both")
        }
    }
}

/// That a lecture was put off, and why (延期).
struct Postponement: Sendable, Hashable {
    var from: Day
    var to: Day
    var said: Day
    var reason: String
}

/// One lecture of the hall (第N期), from the series to its record.
struct HallLecture: Noun {
    var code: String
    var series: String
    var issue: Int
    var unit: String
    var scheme: LectureScheme
    /// The day that the approved series had; nil: it was added later.
    var planned: Day?
    var stage: LectureStage
    var applied: Day?
    /// Whoever applied does not approve.
    var appliedBy = ""
    var approved: Day?
    var announced: Day?
    var remark: String
    var postponed: [Postponement] = []

    static let table = Table<HallLecture>(
        "hall_lectures",
        Column("code") { $0.code }, Column("series") { $0.series }, Column("issue") { $0.issue },
        Column("unit") { $0.unit }, Column("topic") { $0.scheme.topic },
        Column("trainer") { $0.scheme.speaker.code ?? "" }, Column("speaker") { $0.scheme.speaker.text },
        Column("origin") { $0.scheme.origin }, Column("day") { $0.scheme.day },
        Column("start_time") { $0.scheme.time }, Column("held_at") { $0.scheme.heldAt },
        Column("way") { $0.scheme.way }, Column("audience") { $0.scheme.audience },
        Column("places") { $0.scheme.places }, Column("outline") { $0.scheme.outline },
        Column("contact") { $0.scheme.contact }, Column("planned_day") { $0.planned }, Column("stage") { $0.stage },
        Column("applied_day") { $0.applied }, Column("applied_by") { $0.appliedBy },
        Column("approved_day") { $0.approved }, Column("announced_day") { $0.announced },
        Column("remark") { $0.remark }
    ) {
        code, series, issue, unit, topic, trainer, speaker, origin, day, time, heldAt, way, audience, places, outline,
        contact, planned, stage, applied, appliedBy, approved, announced, remark in
        var scheme = LectureScheme()
        (scheme.topic, scheme.origin, scheme.day, scheme.time) = (topic, origin, day, time)
        scheme.speaker = Suggested(speaker, code: trainer.isEmpty ? nil : trainer)
        (scheme.heldAt, scheme.way, scheme.audience, scheme.places) = (heldAt, way, audience, places)
        (scheme.outline, scheme.contact) = (outline, contact)
        return HallLecture(
            code: code, series: series, issue: issue, unit: unit, scheme: scheme, planned: planned, stage: stage,
            applied: applied, appliedBy: appliedBy, approved: approved, announced: announced, remark: remark)
    }
    static let lists = [
        NounList<HallLecture>(
            \.scheme.topics, owner: "lecture",
            Table("hall_lecture_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
        NounList(
            \.postponed, owner: "lecture",
            Table(
                "hall_postponements", Column("from_day") { $0.from }, Column("to_day") { $0.to },
                Column("said_day") { $0.said }, Column("reason") { $0.reason }, make: Postponement.init)),
    ]
    /// Whom it is offered to sees it.
    static let reach = Reach.everybody
    static let searched = ["topic", "speaker", "code"]
}

/// How far a lecture has come on paper; whether it was held is told by its record.
enum LectureStage: String, Named, Stored {
    case planned, applied, returned, approved, announced, cancelled

    var words: Words {
        switch self {
        case .planned: Words("待申请", "To be applied for")
        case .applied: Words("待审批", "To be approved")
        case .returned: Words("退回修改", "Returned")
        case .approved: Words("已批准，待通知", "Approved, to be announced")
        case .announced: Words("已通知", "Announced")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }
}

extension LectureScheme {
    static let form = Form<LectureScheme>(
        .init(
            Words("讲座", "The lecture"), .text(\.topic, "topic", Words("题目", "Topic")),
            .speaker(\.speaker, "speaker"),
            .choice(
                \.origin, "origin", Words("主讲人来自", "Speaker from"),
                hint: Words("境外主讲人要更早申请", "From outside the mainland it is applied for earlier")),
            .longText(
                \.outline, "outline", Words("内容提要", "Outline"), hint: Words("随申请报批", "It goes with the application"),
                isRequired: false, limit: 2000),
            .topics(\.topics, Words("主题标签", "Topics"), folded: Words("选择主题标签", "Choose topics"))),
        held)

    /// What is changed by a notice, without a new application.
    static let details = Form<LectureScheme>(held)

    private static let held = Form<LectureScheme>.Section(
        Words("时间、地点和对象", "When, where, for whom"), .day(\.day, "day", Words("日期", "Day")),
        .text(
            \.time, "time", Words("时间", "Time"), hint: Words("如14:30", "Such as 14:30"), isRequired: false, rule: .name),
        .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name), .choice(\.way, "way", Words("形式", "How")),
        .text(\.audience, "audience", Words("对象", "For whom"), isRequired: false, rule: .name),
        .number(\.places, "places", Words("名额（人）", "Places"), in: 1...100_000),
        .text(\.contact, "contact", Words("联系人和电话", "Contact"), isRequired: false))

    /// What decides whether it is applied for anew (题目、主讲人有变).
    func needsNewApproval(besides other: LectureScheme) -> Bool {
        topic != other.topic || speaker != other.speaker || origin != other.origin
    }

    /// Days ahead of which it is applied for.
    func applyDays(_ rules: LectureRules) -> Int { origin == .outside ? rules.outsideDays : rules.applyDays }

    /// What the rules would not have at the application: shown, never refused.
    func remarks(applied: Day, _ rules: LectureRules) -> [Words] {
        var found: [Words] = []
        let (ahead, asked) = (day - applied, applyDays(rules))
        if ahead < asked {
            found.append(
                ahead < 0
                    ? Words("讲座日期已过，属补办申请", "It is past: the application comes afterwards")
                    : Words("应提前\(asked)天申请，实际提前\(ahead)天", "It is applied for \(asked) days ahead; this is \(ahead)"))
        }
        if places >= rules.safetyFrom {
            found.append(
                Words("\(rules.safetyFrom)人及以上，须附安全预案", "From \(rules.safetyFrom) people on a safety plan is due"))
        }
        if speaker.code == nil {
            found.append(Words("主讲人不在师资库，可先入库", "The speaker is not in the trainer library"))
        }
        return found
    }
}

extension Reading {
    /// The lectures of a series, in their order.
    func lectures(of series: String) throws -> [HallLecture] {
        try all(HallLecture.self, for: .everybody, where: "series = \(series)", order: "issue")
    }
}
