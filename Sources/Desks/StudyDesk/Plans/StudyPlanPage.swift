import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of a plan (一次一档: the yearly file).
enum PlanDocument: String, Named, Stored {
    case plan, members, letter, lastReport, report, articles, other

    var words: Words {
        switch self {
        case .plan: Words("年度学习计划", "The plan")
        case .members: Words("成员名单", "List of members")
        case .letter: Words("报备函", "Letter of filing")
        case .lastReport: Words("上一年度学习报告", "Report of the year before")
        case .report: Words("本年度学习报告", "Report of the year")
        case .articles: Words("文章和调研报告", "Articles")
        case .other: Words("其他", "Other")
        }
    }
}

extension StudyPlan: EvidenceBearer {
    typealias Document = PlanDocument

    /// With the plan goes last year's report: one drawn up here, or as a paper.
    func requiredPapers(_ rules: StudyRules, _ report: GroupReport?) -> [RequiredPaper<PlanDocument>] {
        let plan = RequiredPaper(
            PlanDocument.plan, due: due(rules), why: Words("盖章件，随报备报送", "Stamped, with the filing"))
        guard report == nil else { return [plan] }
        return [plan, RequiredPaper(.lastReport, due: due(rules), why: Words("随报备报送", "With the filing"))]
    }

    /// The report of the year before, which is filed together with the plan and its members.
    func lastReport(in reading: some Reading) throws -> GroupReport? {
        try reading.report(of: draft.team, draft.year - 1, .whole)
    }

    private func lastReport(_ ask: Ask) throws -> HTML {
        let year = draft.year - 1
        let report = try lastReport(in: ask.reading)
        let form =
            "\(StudyGroup.address(of: draft.team))/\(DraftReport.step)?year=\(year)&part=\(ReportPart.whole.rawValue)"
        return .part(
            Words("上一年度学习报告", "Report of the year before"), id: "last-report",
            aside: report == nil ? ask.button(DraftReport.self, form, DraftReport.button) : .nothing,
            try report.map { report in
                .group([
                    try GroupReport.listing.table([report], columns: ["title", "handed", "state"], ask),
                    .when(
                        report.stage.isOpen && filed == nil,
                        .p(
                            .class("quiet"),
                            .say("报备时一并报送，数字按当天记录定下。", "Filing the plan hands it in, with its figures of that day."))),
                ])
            } ?? .p(.class("quiet"), .say("\(year)年的报告没有在这里起草；可以上传盖章件。", "None of \(year) was drawn up here.")))
    }

    func steps(_ rules: StudyRules, on today: Day) -> [FlowStep] {
        let due = due(rules)
        let isLate = due.map { (filed ?? today) > $0 } ?? false
        return [
            FlowStep(
                Words("编制", "Drawn up"), stage.isOpen ? .toDo : .done, due: nil, done: drafted,
                rule: Words("按月列出主题、领学人和形式", "topics by month, who leads, how")),
            FlowStep(
                Words("组长审定", "Approved"), approved != nil ? .done : stage == .submitted ? .toDo : .toCome, due: nil,
                done: approved, rule: Words("单位负责人审定", "by whoever heads the unit")),
            FlowStep(
                Words("报备", "Filed"), filed != nil ? (isLate ? .late : .done) : isLate ? .overdue : .toDo, due: due,
                done: filed, rule: Words("连同成员名单和上一年度报告", "with the members and last year's report")),
            FlowStep(
                Words("备案", "Noted"), noted != nil ? .done : stage == .filed ? .toDo : .toCome, due: nil, done: noted,
                rule: Words("由组织部办理", "by the office")),
        ]
    }

    /// What the rules would not have: shown, never refused.
    func remarks(_ rules: StudyRules, on today: Day) -> [Words] {
        guard let due = due(rules), let late = filed.map({ $0 - due }) ?? (today > due ? today - due : nil), late > 0
        else { return [] }
        return filed == nil
            ? [Words("应于\(due.iso)前报备，已逾期\(late)天", "It was to be filed by \(due.iso): \(late) days overdue")]
            : [Words("应于\(due.iso)前报备，晚了\(late)天，按迟报显示", "It was to be filed by \(due.iso): \(late) days late")]
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.studyRules
        let name = try ask.groupName(draft.team)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))), .flow(steps(rules, on: ask.today))
                ),
                said, .warnings(remarks(rules, on: ask.today)), try topics(ask), try memberList(ask),
                try lastReport(ask),
                try ask.evidence(of: self, required: requiredPapers(rules, try lastReport(in: ask.reading))),
                try history(ask)))
        let state = PlanState.state(of: self, ask)
        page.sentence = .group([
            .link(StudyGroup.address(of: draft.team), .text(name)),
            .say("，\(draft.topics.count)个主题。", ": \(draft.topics.count) topics. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    /// What was said with the last decision: whoever is to put it right has it before them.
    var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
        case .draft: .section(.p(.b(.say("调整原因：", "Why it was taken up again: ")), .text(remark)))
        default: .section(.p(.b(.say("审定、备案意见：", "Remark: ")), .text(remark)))
        }
    }

    private func topics(_ ask: Ask) throws -> HTML {
        .part(
            Words("学习安排", "Topics"), id: "topics",
            aside: .link("\(address)/plan.docx", .say("计划和名单（Word）", "Plan and members (Word)")),
            .data(
                .say("学习安排", "Topics"),
                [
                    DataHead(.say("学习主题", "Topic"), .lead), DataHead(.say("月份", "Month"), .meta),
                    DataHead(.say("类别", "Kind"), .meta), DataHead(.say("形式", "How"), .meta),
                    DataHead(.say("领学人、专家", "Led by"), .meta), DataHead(.say("学习内容", "Reading"), .below),
                ],
                try draft.inOrder.map { topic in
                    [
                        .text(topic.topic), .words(topic.month.words), .words(topic.kind.words),
                        .words(topic.form.words), .text(try topic.led(ask.naming)), .text(topic.reading),
                    ]
                }))
    }

    /// Above what is done with it next: what it says, its members, what the rules would not have.
    func toRead(_ ask: Ask) throws -> HTML {
        .sheet(
            said, .warnings(remarks(try ask.studyRules, on: ask.today)), try topics(ask), try memberList(ask),
            try lastReport(ask), try missingPapers(ask))
    }

    /// Shown, never refused: the year goes on without a stamp.
    private func missingPapers(_ ask: Ask) throws -> HTML {
        let kinds = Set(try ask.reading.evidence(of: self).filter { $0.withdrawn == nil }.map(\.document))
        let report = try lastReport(in: ask.reading)
        let missing = requiredPapers(try ask.studyRules, report).map(\.document).filter { !kinds.contains($0) }
        let (zh, en) = (missing.map(\.words.zh), missing.map(\.words.en))
        return .warnings(
            missing.isEmpty
                ? [] : [Words("还缺材料：\(zh.joined(separator: "、"))", "Papers are missing: \(en.joined(separator: ", "))")]
        )
    }

    /// As it was filed, and what differs since.
    func memberList(_ ask: Ask) throws -> HTML {
        let filed = !members.isEmpty
        let shown =
            filed ? members : try ask.reading.members(of: draft.team, on: ask.today).map(FiledMember.init)
        let now = try membersNow(in: ask.reading, on: ask.today)
        let differs = filed && now != Set(members)
        return .part(
            Words("成员名单", "Members"), id: "members",
            aside: .text(ask.say(filed ? Words("报备时", "as filed") : Words("目前", "today"))),
            .when(
                differs,
                .p(
                    .class("warn"),
                    .say(
                        "报备后成员有变动，现有\(now.count)人，名单需要重报",
                        "The members changed since: \(now.count) now; the list is to be filed again"))),
            shown.isEmpty
                ? .p(.class("quiet"), .say("还没有登记成员。", "No members are entered yet."))
                : .names(
                    try shown.map { member in
                        .group([
                            .text(try ask.naming.personName(member.person)),
                            member.role == .secretary ? .small(" ", .words(member.role.words)) : .nothing,
                        ])
                    }))
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: StudyPlan.self, code, StudyPlanDraft.form, \.draft) { step, plan, change in
            let decided = [ApproveStudyPlan.name, NoteStudyPlan.name].contains(change.row.act)
            if decided, plan.stage == .returned { step.words = Decision.Answer.sendBack.words }
            if decided || change.row.act == AdjustStudyPlan.name, !plan.remark.isEmpty {
                step.remarks = [HistoryStep.reason(plan.remark)]
            }
        }
        return try ask.history(own + ask.paperSteps(of: self))
    }

    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try changed(ask, since: seq) { row in
            guard [ApproveStudyPlan.name, NoteStudyPlan.name].contains(row.act) else { return nil }
            return try row.after.map { try StudyPlan(journaled: $0).stage.words }
        }
    }
}

extension StudyPlanDraft {
    /// By month; of one month as they were written.
    var inOrder: [PlannedTopic] {
        topics.enumerated().sorted { ($0.element.month.number, $0.offset) < ($1.element.month.number, $1.offset) }
            .map(\.element)
    }
}

extension PlannedTopic {
    func led(_ naming: Naming) throws -> String {
        [lead.isEmpty ? "" : try naming.personName(lead), expert].filter { !$0.isEmpty }.joined(separator: "、")
    }
}
