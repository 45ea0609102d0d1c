import Books
import Exchange
import Pages
import Plans
import Records
import Spelling
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
    /// The code of the unit that was typed, nil where there is none such; looked up once, for every part of the page asks.
    let unit: String?

    init(typed: Query, directory: Directory, kinds: ActivityKindCatalogue, today: Day, correcting: String? = nil) {
        self.typed = typed
        self.directory = directory
        self.kinds = kinds
        self.today = today
        self.correcting = correcting
        unit = (typed["organiser"] ?? typed["unit"]).flatMap { directory.unitCode(typed: $0) }
    }

    /// Hours of an activity of so many days, or of one who took part in it.
    static func hours(upTo most: Double?) -> NumberRule { NumberRule(0...(most ?? 26_400), decimals: 1, step: 0.5) }

    /// What was typed as a draft. Where something could not be read another value stands in for it, so that the rest can be
    /// looked through all the same.
    struct Read {
        var draft: ActivityDraft
        /// Everything that could not be read.
        var errors: [FieldError]
    }

    func read(_ context: PageContext) -> Read {
        var errors: [FieldError] = []
        func wrong(_ field: String, _ message: String) { errors.append(.init(field: field, message: message)) }
        if unit == nil { wrong("organiser", noUnit(context)) }
        if typed["kind"] == nil { wrong("kind", context.say("请选择活动类型", "Choose the kind of activity")) }
        if let kind = typed["kind"], !isKnown(kind) {
            wrong(
                "kind",
                context.say(
                    "没有“\(Self.shown(kind))”这种活动类型", "There is no kind of activity \u{201C}\(Self.shown(kind))\u{201D}")
            )
        }
        if let flaw = TextRule.title.flaw(in: typed["title"] ?? "") {
            wrong("title", flaw.message(of: context.say("活动名称", "the title"), in: context.language))
        }
        func day(_ name: String, _ title: String, required: Bool) -> Day? {
            guard let text = typed[name] else {
                if required { wrong(name, context.say("请填写\(title)", "Give the \(title)")) }
                return nil
            }
            if let day = Day(typed: text) { return day }
            wrong(
                name,
                context.say(
                    "\(title)“\(Self.shown(text))”无法识别，应为2026-09-30这样的日期",
                    "The \(title) must be a day such as 2026-09-30, not “\(Self.shown(text))”"))
            return nil
        }
        let from = day("from", context.say("开始日期", "first day"), required: true)
        let to = typed["to"] == nil ? from : day("to", context.say("结束日期", "last day"), required: true)
        let hours = hours(from, to, &errors, context)
        let topics = chosen("topic", among: Topic.builtIn.map(\.topic.rawValue), old: \.topics, &errors) {
            context.say("没有“\($0)”这个主题", "There is no topic \u{201C}\($0)\u{201D}")
        }
        let audience = chosen(
            "audience", among: PersonCategory.builtIn.map(\.category.rawValue), old: \.audience, &errors
        ) { context.say("没有“\($0)”这类人员", "There is no category \u{201C}\($0)\u{201D}") }
        let filed = day("filed", context.say("报备日期", "day it was filed"), required: false)
        let approved = day("approved", context.say("批准日期", "day it was approved"), required: false)
        let reported = day("reported", context.say("报送成果日期", "day the result was reported"), required: false)
        let attachments = attachments(default: to ?? today, &errors, context)
        let participants = ParticipantLines(form: self, hours: hours, day: to ?? today).drafts(&errors, context)
        return Read(
            draft: ActivityDraft(
                kind: ActivityKind(rawValue: typed["kind"] ?? ""), title: typed["title"] ?? "", organiser: unit ?? "",
                team: typed["team"], from: from ?? to ?? today, to: to ?? from ?? today, hours: hours ?? 0,
                topics: topics.map { Topic(rawValue: $0) }, audience: audience.map { PersonCategory(rawValue: $0) },
                filed: filed, approved: approved, reported: reported, attachments: attachments,
                participants: participants), errors: errors)
    }

    /// What is wrong with the reason for a correction; nothing is asked of a new activity.
    func reasonErrors(_ context: PageContext) -> [FieldError] {
        guard correcting != nil else { return [] }
        guard let reason = typed["reason"] else {
            return [.init(field: "reason", message: context.say("请填写更正理由", "Say why it is corrected"))]
        }
        return TextRule.reason.flaw(in: reason).map {
            [.init(field: "reason", message: $0.message(of: context.say("更正理由", "the reason"), in: context.language))]
        } ?? []
    }

    /// What is said where no unit is known by what was typed.
    func noUnit(_ context: PageContext) -> String {
        guard let text = typed["organiser"] ?? typed["unit"] else {
            return context.say("请先选择主办单位", "Choose the unit that held it first")
        }
        return context.say(
            "没有查到单位“\(Self.shown(text.withoutOuterSpace))”，请核对名称或编号。",
            "No unit is known as \u{201C}\(Self.shown(text.withoutOuterSpace))\u{201D}: check its name or code.")
    }

    /// Unlikely days that were said to be right.
    var confirmed: Set<ConfirmedDay> { ConfirmedDay.all(in: typed) }

    private func hours(_ from: Day?, _ to: Day?, _ errors: inout [FieldError], _ context: PageContext) -> Double? {
        let name = context.say("学时", "the hours")
        guard let text = typed["hours"] else {
            errors.append(.init(field: "hours", message: context.say("请填写学时", "Give the hours")))
            return nil
        }
        let most = from.flatMap { from in to.flatMap { ActivityDraft.mostHours(from: from, to: $0) } }
        let rule = Self.hours(upTo: most)
        do {
            return try rule.number(text)
        } catch {
            errors.append(
                .init(field: "hours", message: rule.message(error, of: name, typed: text, in: context.language)))
            return nil
        }
    }

    /// What was ticked, each once. A record that is corrected may keep words that are no longer offered.
    private func chosen<Word: RawRepresentable<String>>(
        _ name: String, among known: [String], old: KeyPath<Activity, [Word]>, _ errors: inout [FieldError],
        _ unknown: (String) -> String
    ) -> [String] {
        let recorded = correcting.flatMap { directory.activity($0)?[keyPath: old].map(\.rawValue) } ?? []
        let known = Set(known + recorded)
        var seen: Set<String> = []
        let words = typed.all(name).filter { seen.insert($0).inserted }
        for word in words where !known.contains(word) {
            errors.append(.init(field: name, message: unknown(Self.shown(word))))
        }
        return words
    }

    /// A record that is corrected may keep a kind that the plan in force no longer names.
    private func isKnown(_ kind: String) -> Bool {
        let kind = ActivityKind(rawValue: kind)
        return kinds[kind] != nil || correcting.flatMap { directory.activity($0)?.kind } == kind
    }

    /// One a line: a name, and the day it was handed in where that was not the last day.
    private func attachments(default day: Day, _ errors: inout [FieldError], _ context: PageContext) -> [Attachment] {
        var found: [Attachment] = []
        let lines = lines("attachments")
        guard lines.count <= ActivityDraft.mostAttachments else {
            let problem = ActivityProblem.tooManyAttachments(limit: ActivityDraft.mostAttachments)
            errors += self.errors([problem], context)
            return []
        }
        for line in lines {
            func wrong(_ message: String) {
                errors.append(.init(field: "attachments", message: Self.place(line.number, context) + message))
            }
            let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
            var attachment = Attachment(line.text, on: day)
            if words.count > 1, let last = words.last {
                if let given = Day(typed: last) {
                    attachment = Attachment(words.dropLast().joined(separator: " "), on: given)
                } else if last.wholeMatch(of: /\d{2,4}[-\/年]\d{1,2}[-\/月]\d{1,2}日?/) != nil {
                    wrong(
                        context.say("没有“\(Self.shown(last))”这一天", "there is no day “\(Self.shown(last))”"))
                }
            }
            if let flaw = TextRule.title.flaw(in: attachment.name) {
                wrong(flaw.message(of: context.say("材料名称", "the attachment's name"), in: context.language))
            }
            found.append(attachment)
        }
        return found
    }

    /// Lines that hold something, with their numbers as the reader counts them.
    func lines(_ name: String) -> [(number: Int, text: String)] {
        (typed[name] ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { ($0.offset + 1, String($0.element)) }
            .filter { !$0.1.allSatisfy(\.isWhitespace) }
    }

    static func place(_ line: Int, _ context: PageContext) -> String { context.say("第\(line)行：", "Line \(line): ") }

    /// As much of what was typed as a message needs.
    static func shown(_ text: String) -> String { text.count > 24 ? text.prefix(24) + "…" : text }

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
}
