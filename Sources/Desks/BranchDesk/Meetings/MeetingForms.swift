import Pages
import Spelling
import Store
import Vocabulary

extension MeetingOutcome {
    static let meeting = Form<MeetingOutcome>(held, came, decided)
    static let lecture = Form<MeetingOutcome>(held, spoken, came, decided)
    static let dayOnly = Form<MeetingOutcome>(
        .init(
            Words("举行日期", "The day"),
            .day(
                \.day, "day", Words("实际日期", "Held on"),
                hint: Words("只记日期，不记发言和评议内容", "Only the day: nothing of what was said"))))

    /// What stands is put right with a reason.
    static let correction = Form<MeetingOutcome>(why, held, came, decided)
    static let lectureCorrection = Form<MeetingOutcome>(why, held, spoken, came, decided)

    private static let why = Form<MeetingOutcome>.Section(
        Words("更正原因", "Why it is corrected"),
        .longText(
            \.reason, "reason", Words("更正原因", "Why"), hint: Words("如：人数有误", "Such as a wrong number"), limit: 200,
            rows: 2))

    private static let held = Form<MeetingOutcome>.Section(
        Words("举行情况", "How it was held"), .day(\.day, "day", Words("实际日期", "Held on")),
        .hours(\.halfHours, "hours", Words("学时", "Hours"), hint: Words("可填0.5的倍数", "In halves"), most: 24),
        .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name),
        .person(\.chair, "chair", Words("主持人", "Chaired by")),
        .person(\.recorder, "recorder", Words("记录人", "Recorded by")))

    private static let came = Form<MeetingOutcome>.Section(
        Words("到会情况", "Who came"),
        .number(
            \.should, "should", Words("应到人数", "Should come"), hint: Words("有表决权的、应参加的人数", "Those entitled"),
            in: 1...2000),
        .number(
            \.present, "present", Words("实到人数", "Were there"),
            hint: Words("只填人数，不登记谁没有到", "The number only: nobody is listed who was not there"),
            in: 0...2000),
        .number(\.observers, "observers", Words("列席人数", "Observers"), in: 0...2000),
        .choice(\.purpose, "purpose", Words("会议性质", "For")),
        .leadersThere)

    private static let decided = Form<MeetingOutcome>.Section(
        Words("议定事项", "What was decided"),
        .lines(
            \.decisions, "decisions", Words("议定事项", "Decisions"),
            hint: Words("一行一项；没有的不填", "One a line, where there are any"),
            isRequired: false, most: 20))

    private static let spoken = Form<MeetingOutcome>.Section(
        Words("授课情况", "The lecture"),
        .rows(
            \.speakers, "speakers", Words("授课人", "Speakers"), of: LectureSpeaker.form, blank: LectureSpeaker(),
            hint: Words("填姓名或人员编号；外请的专家、先进模范填姓名和单位职务", "A name or a number; of a guest name and post"), most: 30),
        .choice(
            \.place, "place", Words("授课地点", "Where"),
            hint: Words("相对授课人而言：所在支部、联系点或者其他单位", "Seen from who spoke")),
        .number(\.minutes, "minutes", Words("时长（分钟）", "Minutes"), in: 1...600))
}

extension FormField where Draft == MeetingOutcome {
    /// Leading officials of the branch, and those whose contact point it is: a tick for whoever was there.
    static var leadersThere: FormField {
        var field = FormField(
            name: "leaders", words: Words("到场的领导干部", "Leading officials who were there"),
            hint: Words(
                "以普通党员身份参加所在支部活动的，或者到联系点的；没有到的不用登记",
                "As members of the branch, or at their contact point; nothing is noted of who was not there"),
            isRequired: false,
            typed: { draft, _ in
                draft.offered.map { ("leaders.offered", $0) } + draft.leaders.map { ("leaders", $0) }
            },
            read: { query, prefix, draft, _ in
                let known = Set(draft.offered + draft.leaders)
                var seen: Set<String> = []
                let typed = query.all("\(prefix)leaders").filter { !$0.isEmpty && seen.insert($0).inserted }
                draft.leaders = typed.filter(known.contains)
                return typed.filter { !known.contains($0) }.map {
                    FormProblem(
                        "\(prefix)leaders", Words("“\($0.shortened)”不在可选的领导干部中", "“\($0.shortened)” is not among them"))
                }
            },
            control: { view in
                var seen: Set<String> = []
                let offered = (view.typed.all("\(view.id).offered") + view.typed.all(view.id)).filter {
                    seen.insert($0).inserted
                }
                let ticked = Set(view.typed.all(view.id))
                guard !offered.isEmpty else {
                    return .p(
                        .class("quiet"), .say("这个支部没有领导干部，也不是联系点。", "The branch has none, and is no contact point."))
                }
                return .div(
                    .class("checks"),
                    .each(
                        try offered.map { code in
                            let name = try view.naming.personName(code)
                            return HTML.group([
                                .input(.type("hidden"), .name("\(view.id).offered"), .value(code)),
                                .tick(view.id, code, Words(name, name), isOn: ticked.contains(code)),
                            ])
                        }
                    ) { $0 })
            },
            shown: { draft, naming in .text(try said(draft, naming)) },
            text: { draft, naming in try said(draft, naming) })
        field.isGroup = true
        return field
    }

    private static func said(_ draft: MeetingOutcome, _ naming: Naming) throws -> String {
        draft.leaders.isEmpty
            ? "—" : try draft.leaders.map(naming.personName).joined(separator: naming.say(Words("、", ", ")))
    }
}
