import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// An activity as somebody fills it in: what the draft says, with what the form asks besides.
struct ActivitySheet: Sendable {
    var unit = ""
    var kind = ""
    var title = ""
    /// Empty: no team held it.
    var team = ""
    var from = Day.unset
    /// Nil: the first day.
    var to: Day?
    var hours = 0.0
    var topics: [Topic] = []
    var audience: [PersonCategory] = []
    var filed: Day?
    var approved: Day?
    var reported: Day?
    var attachments: [Attachment] = []
    var participants: [ParticipantDraft] = []
    /// People of the unit that were ticked.
    var ticked: [String] = []
    /// Why it is corrected.
    var reason = ""
    /// Unlikely days that were said to be right.
    var confirmed: Set<ConfirmedDay> = []
    /// The entry of the ledger that it was opened for, as its address names it.
    var entry = ""

    var lastDay: Day { to ?? from }

    var draft: ActivityDraft {
        let named = Set(participants.map(\.person))
        return ActivityDraft(
            kind: ActivityKind(rawValue: kind), title: title, organiser: unit, team: team.isEmpty ? nil : team,
            from: from, to: lastDay, hours: hours, topics: topics, audience: audience, filed: filed,
            approved: approved, reported: reported, attachments: attachments,
            participants: participants
                + ticked.filter { !named.contains($0) }.map { ParticipantDraft(person: $0, hours: hours) })
    }

    init() {}

    /// As a record would have been filled in.
    init(_ activity: Activity, _ participants: [Participation]) {
        unit = activity.organiser
        kind = activity.kind.rawValue
        title = activity.title
        team = activity.team ?? ""
        from = activity.from
        to = activity.to
        hours = activity.hours
        topics = activity.topics
        audience = activity.audience
        filed = activity.filed
        approved = activity.approved
        reported = activity.reported
        attachments = activity.attachments
        self.participants = participants.map { ParticipantDraft($0) }
    }

    /// The same held anew: the same days a year later where they are over, without what was handed in then.
    init(like activity: Activity, _ participants: [Participation], on today: Day) {
        self.init(activity, participants)
        let years = max(1, today.year - activity.from.year)
        let (first, last) = (activity.from.adding(months: 12 * years), activity.to.adding(months: 12 * years))
        from = last <= today ? first : .unset
        to = last <= today ? last : nil
        title = activity.title.replacing(String(activity.from.year), with: String(activity.from.year + years))
        (filed, approved, reported, attachments) = (nil, nil, nil, [])
        // Who is meant to come again; how it ended for each is yet to be seen.
        for place in self.participants.indices {
            self.participants[place].completed = true
            self.participants[place].hours = hours
        }
    }
}

extension ActivitySheet {
    private static let topics = Topic.builtIn.map { FormOption($0.topic.rawValue, Words($0.zh, $0.en)) }
    private static let categories = PersonCategory.builtIn.map {
        FormOption($0.category.rawValue, Words($0.zh, $0.en))
    }

    static let form = Form<ActivitySheet>(about, reach, papers, people)
    static let correction = Form<ActivitySheet>(
        .init(
            Words("更正理由", "Why it is corrected"), why), about, reach, papers, people)

    /// It is new with each correction, and no change of the record.
    private static let why: FormField<ActivitySheet> = {
        var field = FormField<ActivitySheet>.text(
            \.reason, "reason", Words("更正理由", "Reason"), rule: .reason)
        field.differences = { _, _, _ in [] }
        return field
    }()

    private static let about = Form<ActivitySheet>.Section(
        Words("活动", "Activity"), .sure, .hidden(\.entry, "entry"),
        .unit(\.unit, "organiser", Words("主办单位", "Held by")),
        .option(
            \.kind, "kind", Words("类型", "Kind"),
            among: { _, naming in
                try naming.kinds().entries.filter { $0.kind != .site }.map {
                    FormOption($0.kind.rawValue, Words($0.nameZh, $0.nameEn))
                }
            },
            unknown: { Words("没有“\($0)”这种活动类型", "There is no kind of activity “\($0)”") }),
        .text(\.title, "title", Words("名称", "Title")),
        .option(
            \.team, "team", Words("活动主体", "Team that held it"),
            hint: Words(
                "属于领导班子、中心组或党支部的活动请选择，其他活动不填。", "For a leadership team, study group or branch; else leave open."),
            none: Words("（不是集体活动）", "(none)"),
            among: { typed, naming in
                guard let unit = try typed["organiser"].flatMap({ try naming.unit(typed: $0) }) else { return [] }
                return try naming.teams(of: unit.code).map { FormOption($0.code, Words($0.name, $0.name)) }
            },
            unknown: { _ in
                Words("所选活动主体不属于本单位，请重新选择。", "The team is not this unit's: choose another.")
            }, named: { code, naming in try naming.reading.team(code: code)?.name }),
        .day(\.from, "from", Words("开始日期", "First day"), within: 1...9999),
        .dayIfAny(
            \.to, "to", Words("结束日期", "Last day"), hint: Words("只有一天的可不填", "Leave open for a single day"),
            within: 1...9999), .credited)

    private static let reach = Form<ActivitySheet>.Section(
        Words("主题与对象", "Topics and audience"),
        .ticks(
            \.topics, "topic", Words("主题", "Topics"), among: topics,
            unknown: { Words("没有“\($0)”这个主题", "There is no topic “\($0)”") }),
        .ticks(
            \.audience, "audience", Words("面向", "Meant for"),
            folded: Words("专门面向某类干部时选择", "Meant for some categories only"), none: Words("不限", "everybody"),
            among: categories, unknown: { Words("没有“\($0)”这类人员", "There is no category “\($0)”") }))

    private static let papers = Form<ActivitySheet>.Section(
        Words("报备与材料", "Filing and attachments"),
        .dayIfAny(\.filed, "filed", Words("报备日期", "Filed on"), within: 1...9999),
        .dayIfAny(\.approved, "approved", Words("批准日期", "Approved on"), within: 1...9999),
        .dayIfAny(\.reported, "reported", Words("报送成果日期", "Result reported on"), within: 1...9999), .handedIn)

    private static let people = Form<ActivitySheet>.Section(
        Words("参训人员", "Participants"), .ownPeople, .whoTookPart)
}

extension Naming {
    func teams(of unit: String) throws -> [Team] { try once("teams \(unit)") { try reading.teams(of: unit) } }
}
