import Exchange
import Plans
import Records
import Training
import Vocabulary

/// What somebody typed about an activity, and what it comes to. Nothing typed is ever lost: the page is made from it again.
struct ActivityForm {
    let typed: Query
    let directory: Directory
    let kinds: ActivityKindCatalogue
    let today: Day
    /// The activity that is corrected; nil for a new one.
    var correcting: String?

    var unit: String? { typed["organiser"] ?? typed["unit"] }

    /// A draft, or everything that could not be read.
    func draft(_ context: PageContext) -> (draft: ActivityDraft?, errors: [FieldError]) {
        var errors: [FieldError] = []
        func day(_ name: String, _ title: String, required: Bool) -> Day? {
            guard let text = typed[name] else {
                if required {
                    errors.append(.init(field: name, message: context.say("请填写\(title)", "Give the \(title)")))
                }
                return nil
            }
            guard let day = Day(iso: text) else {
                errors.append(
                    .init(
                        field: name,
                        message: context.say(
                            "\(title)应为 2026-09-30 这样的日期", "The \(title) must be a day such as 2026-09-30")))
                return nil
            }
            return day
        }
        let from = day("from", context.say("开始日期", "first day"), required: true)
        let to = typed["to"] == nil ? from : day("to", context.say("结束日期", "last day"), required: true)
        let filed = day("filed", context.say("备案日期", "day it was filed"), required: false)
        let approved = day("approved", context.say("批准日期", "day it was approved"), required: false)
        let reported = day("reported", context.say("报送结果日期", "day the result was reported"), required: false)
        var hours: Double?
        if let text = typed["hours"] {
            hours = Double(text)
            if hours == nil {
                errors.append(
                    .init(
                        field: "hours",
                        message: context.say("学时应为数字，如 3 或 2.5", "Hours must be a number such as 3 or 2.5")))
            }
        } else {
            errors.append(.init(field: "hours", message: context.say("请填写学时", "Give the hours")))
        }
        if typed["kind"] == nil {
            errors.append(.init(field: "kind", message: context.say("请选择活动类型", "Choose the kind of activity")))
        }
        if let kind = typed["kind"], !isKnown(kind) {
            errors.append(
                .init(
                    field: "kind",
                    message: context.say("没有“\(kind)”这种活动类型", "There is no kind of activity \u{201C}\(kind)\u{201D}")))
        }
        for topic in typed.all("topic") where !Topic.builtIn.contains(where: { $0.topic.rawValue == topic }) {
            errors.append(
                .init(
                    field: "topic",
                    message: context.say("没有“\(topic)”这个主题", "There is no topic \u{201C}\(topic)\u{201D}")))
        }
        let attachments = attachments(default: to ?? today, &errors, context)
        let participants = participants(hours: hours ?? 0, on: to ?? today, &errors, context)
        guard errors.isEmpty, let from, let to, let hours, let kind = typed["kind"], let unit else {
            return (nil, errors)
        }
        return (
            ActivityDraft(
                kind: ActivityKind(rawValue: kind), title: typed["title"] ?? "", organiser: unit, team: typed["team"],
                from: from, to: to, hours: hours, topics: typed.all("topic").map { Topic(rawValue: $0) },
                audience: typed.all("audience").map { PersonCategory(rawValue: $0) }, filed: filed, approved: approved,
                reported: reported, attachments: attachments, participants: participants), []
        )
    }

    /// A record that is corrected may keep a kind that the plan in force no longer names.
    private func isKnown(_ kind: String) -> Bool {
        let kind = ActivityKind(rawValue: kind)
        return kinds[kind] != nil || correcting.flatMap { directory.activity($0)?.kind } == kind
    }

    /// One a line: a name, and the day it was handed in where that was not the last day.
    private func attachments(default day: Day, _ errors: inout [FieldError], _ context: PageContext) -> [Attachment] {
        lines("attachments").map { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count > 1, let last = words.last, let given = Day(iso: last) else {
                return Attachment(line, on: day)
            }
            return Attachment(words.dropLast().joined(separator: " "), on: given)
        }
    }

    /// Ticked persons, and one a line: a staff number or a name, then if need be a role, hours, or 未结业.
    private func participants(
        hours: Double, on day: Day, _ errors: inout [FieldError], _ context: PageContext
    ) -> [ParticipantDraft] {
        var drafts: [ParticipantDraft] = []
        for (index, line) in lines("participants").enumerated() {
            let words = line.split { $0.isWhitespace || $0 == "，" || $0 == "," }.map(String.init)
            guard let first = words.first else { continue }
            guard let person = person(first, on: day) else {
                let candidates = directory.persons(named: first)
                errors.append(
                    .init(
                        field: "participants",
                        message: candidates.count > 1
                            ? context.say(
                                "第 \(index + 1) 行：有 \(candidates.count) 人叫“\(first)”，请改填工号：\(candidates.prefix(4).map(\.code).joined(separator: "、"))",
                                "Line \(index + 1): \(candidates.count) persons are called “\(first)”; give the staff number: \(candidates.prefix(4).map(\.code).joined(separator: ", "))"
                            )
                            : context.say(
                                "第 \(index + 1) 行：找不到“\(first)”", "Line \(index + 1): nobody is called “\(first)”")))
                continue
            }
            var draft = ParticipantDraft(person: person, hours: hours)
            for word in words.dropFirst() {
                if let role = Self.roles[word] {
                    draft.role = role
                } else if word == "未结业" || word == "incomplete" {
                    draft.completed = false
                } else if let own = Double(word) {
                    draft.hours = own
                } else if word != directory.person(person)?.name {
                    errors.append(
                        .init(
                            field: "participants",
                            message: context.say(
                                "第 \(index + 1) 行：不明白“\(word)”；可写角色（主讲、重点发言、工作人员）、学时或“未结业”",
                                "Line \(index + 1): “\(word)” is not a role (speaker, keynote, staff), hours, or “incomplete”"
                            )))
                }
            }
            drafts.append(draft)
        }
        let named = Set(drafts.map(\.person))
        return drafts
            + typed.all("person").filter { !named.contains($0) }.map { ParticipantDraft(person: $0, hours: hours) }
    }

    private func person(_ word: String, on day: Day) -> String? {
        if directory.person(word) != nil { return word }
        let named = directory.persons(named: word)
        if named.count == 1 { return named[0].code }
        let here = named.filter { person in
            directory.appointment(of: person.code, on: day).map { $0.unit == unit } ?? false
        }
        return here.count == 1 ? here[0].code : nil
    }

    private func lines(_ name: String) -> [String] {
        (typed[name] ?? "").split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    static let roles: [String: ParticipationRole] = [
        "参加": .attendee, "主讲": .speaker, "重点发言": .keynote, "工作人员": .staff, "attendee": .attendee,
        "speaker": .speaker, "keynote": .keynote, "staff": .staff,
    ]

    /// The form as an activity on record would have filled it in.
    static func typed(_ activity: Activity, _ participants: [Participation], reason: String?) -> Query {
        var query = Query([
            ("organiser", activity.organiser), ("kind", activity.kind.rawValue), ("title", activity.title),
            ("from", activity.from.iso), ("to", activity.to.iso), ("hours", Figure.plain(activity.hours)),
        ])
        if let team = activity.team { query.set("team", team) }
        if let day = activity.filed { query.set("filed", day.iso) }
        if let day = activity.approved { query.set("approved", day.iso) }
        if let day = activity.reported { query.set("reported", day.iso) }
        query.set("attachments", activity.attachments.map { "\($0.name) \($0.day.iso)" }.joined(separator: "\n"))
        query.set(
            "participants",
            participants.map { part in
                [
                    part.person, part.role == .attendee ? nil : RecordWords.role(part.role, .zh),
                    part.hours == activity.hours ? nil : Figure.plain(part.hours), part.completed ? nil : "未结业",
                ].compactMap { $0 }.joined(separator: " ")
            }.joined(separator: "\n"))
        if let reason { query.set("reason", reason) }
        return Query(
            query.items.map { ($0.name, $0.value) } + activity.topics.map { ("topic", $0.rawValue) }
                + activity.audience.map { ("audience", $0.rawValue) })
    }

    /// Problems of a draft, beside the fields they belong to.
    static func errors(_ problems: [ActivityProblem], _ context: PageContext) -> [FieldError] {
        problems.map { problem in
            switch problem {
            case .noTitle: .init(field: "title", message: context.say("请填写活动名称", "Give the activity a title"))
            case .titleTooLong(let limit):
                .init(
                    field: "title",
                    message: context.say("活动名称最多 \(limit) 字", "The title may have at most \(limit) characters"))
            case .endsBeforeItBegins:
                .init(field: "to", message: context.say("结束日期早于开始日期", "The last day lies before the first"))
            case .tooLong(let days, let limit):
                .init(
                    field: "to",
                    message: context.say(
                        "共 \(days) 天，超过 \(limit) 天，请检查日期", "\(days) days is more than \(limit): check the days"))
            case .notYetOver(let day):
                .init(
                    field: "to",
                    message: context.say(
                        "\(day.iso) 还没有到；活动结束后再填报", "\(day.iso) has not come yet; report once it is over"))
            case .unknownOrganiser, .organiserNotOpen:
                .init(
                    field: "from", message: context.say("主办单位在这一天不存在", "The organising unit did not exist on that day"))
            case .unknownTeam, .teamOfAnotherUnit, .teamNotOpen:
                .init(
                    field: "team",
                    message: context.say("这一集体不属于该单位，或当时不存在", "The team is not this unit's, or did not exist then"))
            case .hoursNotInHalves:
                .init(field: "hours", message: context.say("学时以半学时为单位，如 2.5", "Hours go in halves, such as 2.5"))
            case .hoursOutOfRange(_, let limit):
                .init(
                    field: "hours",
                    message: context.say(
                        "学时应在 0 到 \(Figure.plain(limit)) 之间", "Hours must lie between 0 and \(Figure.plain(limit))"))
            case .filedInTheFuture:
                .init(field: "filed", message: context.say("备案日期还没有到", "The day of filing has not come yet"))
            case .approvedInTheFuture:
                .init(field: "approved", message: context.say("批准日期还没有到", "The day of approval has not come yet"))
            case .approvedBeforeFiled:
                .init(field: "approved", message: context.say("批准日期早于备案日期", "It was approved before it was filed"))
            case .reportedInTheFuture:
                .init(field: "reported", message: context.say("报送日期还没有到", "The day of reporting has not come yet"))
            case .reportedBeforeTheEnd:
                .init(field: "reported", message: context.say("报送结果早于活动结束", "The result was reported before the end"))
            case .attachmentWithoutName:
                .init(field: "attachments", message: context.say("材料要有名称", "An attachment needs a name"))
            case .attachmentInTheFuture(let name, let day):
                .init(
                    field: "attachments",
                    message: context.say("“\(name)”的日期 \(day.iso) 还没有到", "“\(name)”: \(day.iso) has not come yet"))
            case .unknownPerson(let code):
                .init(
                    field: "participants",
                    message: context.say("没有工号为 \(code) 的人员", "Nobody has the staff number \(code)"))
            case .personTwice(let code):
                .init(field: "participants", message: context.say("\(code) 写了两次", "\(code) stands twice"))
            case .participantHours(let code, let hours):
                .init(
                    field: "participants",
                    message: context.say(
                        "\(code) 的学时 \(Figure.plain(hours)) 不对：应为半学时的倍数，且不超过活动学时",
                        "\(code): \(Figure.plain(hours)) hours must go in halves and not exceed the activity's"))
            case .alreadyReported(let code):
                .init(
                    field: "title",
                    message: context.say(
                        "同样的活动已经填报过（\(code)）：单位、类型、日期、名称都相同", "The same activity is on record as \(code)"))
            }
        }
    }
}
