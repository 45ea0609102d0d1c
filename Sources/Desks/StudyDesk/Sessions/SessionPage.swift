import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of a session (一次一档).
enum SessionDocument: String, Named, Stored {
    case notice, readings, signIn, texts, minutes, brief, photographs, makeUp, other

    var words: Words {
        switch self {
        case .notice: Words("通知和方案", "Notice")
        case .readings: Words("学习资料", "Readings")
        case .signIn: Words("签到表", "Sheet of signatures")
        case .texts: Words("发言材料", "Texts of keynotes")
        case .minutes: Words("学习记录、纪要", "Minutes")
        case .brief: Words("简报、信息", "Brief")
        case .photographs: Words("照片", "Photographs")
        case .makeUp: Words("补学材料", "What was made up")
        case .other: Words("其他", "Other")
        }
    }
}

extension StudySession: EvidenceBearer {
    typealias Document = SessionDocument
}

extension StudySession {
    /// What the folder of a session that was held has.
    private func requiredPapers(_ record: StudyRecord?, due: Day) -> [RequiredPaper<SessionDocument>] {
        guard let record else { return [] }
        let why = Words("随纪实归档", "With the record")
        var papers: [RequiredPaper<SessionDocument>] = [
            RequiredPaper(.signIn, due: due, why: why), RequiredPaper(.minutes, due: due, why: why),
            RequiredPaper(.photographs, due: due, why: why),
        ]
        if !record.outcome.keynotes.isEmpty { papers.append(RequiredPaper(.texts, due: due, why: why)) }
        return papers
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.studyRules
        let record = try ask.reading.record(of: self)
        let due = try ask.workingCalendar.after(record?.outcome.to ?? scheme.to, rules.recordDays)
        let planned = try ask.reading.plan(of: team, scheme.from.year)
        var warnings = record == nil ? scheme.remarks(announced: announced, rules) : []
        if stage == .announced {
            warnings += mismatches(planned, record)
            if let record {
                warnings += record.outcome.remarks(
                    of: self, recorded: record.recorded, rules, try ask.workingCalendar)
            }
        }
        let state = try SessionState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(planned, record, due, state, rules))),
                said, .warnings(warnings), try record.map { try outcome($0, ask) } ?? .nothing,
                try SessionScheme.form.facts(scheme, ask),
                .section(.p(.link("\(address)/notice.docx", .say("学习通知（Word）", "The notice (Word)")))),
                try ask.evidence(of: self, required: stage == .cancelled ? [] : requiredPapers(record, due: due)),
                try history(ask)))
        page.sentence = .group([
            .link(StudyGroup.address(of: team), .text(try ask.groupName(team))), .say("，", ", "),
            .days(record?.outcome.from ?? scheme.from, record?.outcome.to ?? scheme.to), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    /// Plan, notice and record are three documents with three dates.
    private func steps(
        _ plan: StudyPlan?, _ record: StudyRecord?, _ due: Day, _ state: SessionState, _ rules: StudyRules
    ) -> [FlowStep] {
        let month = scheme.from.month
        let topics = plan?.draft.topics.filter { $0.month.number == month && $0.kind == scheme.kind } ?? []
        let noticeDue = scheme.from - rules.noticeDays
        return [
            FlowStep(
                Words("年度计划", "Plan"), topics.isEmpty ? .doesNotApply : .met,
                topics.isEmpty ? Words("计划外", "not planned") : Words("已列入", "planned"),
                done: topics.isEmpty
                    ? .say("\(month)月没有这一类别", "none of the kind in the month")
                    : .text(topics.map(\.topic).joined(separator: "；"))),
            FlowStep(
                Words("通知", "Notice"), announced > noticeDue ? .late : .done, due: noticeDue, done: announced,
                rule: Words("提前\(rules.noticeDays)天", "\(rules.noticeDays) days ahead")),
            FlowStep(
                Words("举行", "Held"), record != nil ? .done : state == .toCome ? .toCome : .toDo, due: scheme.from,
                done: record?.outcome.from, rule: Words("按通知的日期", "on the days announced")),
            FlowStep(
                Words("纪实", "Record"),
                record.map { $0.recorded > due ? .late : .done }
                    ?? (state == .recordOverdue ? .overdue : state == .toRecord ? .toDo : .toCome), due: due,
                done: record?.recorded,
                rule: Words("会后\(rules.recordDays)个工作日", "\(rules.recordDays) working days after it")),
        ]
    }

    /// Where plan and record do not agree: an inspection compares them.
    private func mismatches(_ plan: StudyPlan?, _ record: StudyRecord?) -> [Words] {
        guard let plan else {
            return [Words("\(scheme.from.year)年还没有学习计划", "There is no plan of \(scheme.from.year) yet")]
        }
        let month = (record?.outcome.from ?? scheme.from).month
        let isPlanned = plan.draft.topics.contains { $0.month.number == month && $0.kind == scheme.kind }
        return isPlanned
            ? []
            : [
                Words(
                    "年度计划\(month)月没有\(scheme.kind.words.zh)，请核对或者调整计划",
                    "The plan has no \(scheme.kind.words.en.lowercased()) in that month: check, or adjust it")
            ]
    }

    private var said: HTML {
        remark.isEmpty ? .nothing : .section(.p(.b(.say("取消原因：", "Why it was cancelled: ")), .text(remark)))
    }

    private func outcome(_ record: StudyRecord, _ ask: Ask) throws -> HTML {
        let outcome = record.outcome
        let (all, there) = (outcome.roll.count, outcome.there.count)
        let titles = Dictionary(outcome.keynotes.map { ($0.person, $0.title) }) { first, _ in first }
        let standing = try ask.reading.standing(activity: record.activity)
        let hours = Figure.plain(Double(outcome.halfHours) / 2)
        return .part(
            Words("学习纪实", "Record"), id: "record",
            aside: .say("应到\(all)人，实到\(there)人", "\(there) of \(all) were there"),
            .when(
                standing.isVoid,
                .p(
                    .class("warn"),
                    .say(
                        "活动记录已被作废，不计入台账；请更正或者撤销纪实",
                        "The activity was voided and counts no more: correct the record or take it back"))
            ),
            .when(
                standing.code != record.activity,
                .p(.class("warn"), .say("活动记录已另行更正，以活动记录为准", "The activity was corrected there, and stands as it says"))
            ),
            .facts([
                Fact(Words("时间", "When"), .days(outcome.from, outcome.to)),
                Fact(Words("学时", "Hours"), .text(hours)),
                Fact(Words("主持", "Chaired by"), .text(try ask.naming.personName(outcome.chair))),
                Fact(Words("列席", "Observers"), .say("\(outcome.observers)人", String(outcome.observers))),
                Fact(Words("活动记录", "On record as"), .link("/activities/\(standing.code)", .text(standing.code))),
            ]),
            .data(
                .say("出席和发言", "The roll"),
                [
                    DataHead(.say("姓名", "Name"), .lead), DataHead(.say("身份", "As"), .meta),
                    DataHead(.say("重点发言", "Keynote"), .meta), DataHead(.say("补学", "Made up"), .meta),
                    DataHead(.say("出席", "There"), .end),
                ],
                try outcome.roll.map { line in
                    [
                        .text(try ask.naming.personName(line.person)), .words(line.role.words),
                        .text(titles[line.person] ?? "–"), line.madeUpSaid, .standing(line.mark.mark, line.mark.words),
                    ]
                }))
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: StudySession.self, code, SessionScheme.form, \.scheme) { step, session, change in
            if change.row.act == CancelSession.name { step.remarks = [HistoryStep.reason(session.remark)] }
        }
        let records = try ask.steps(of: StudyRecord.self, code) { step, record, change in
            step.what = .link("/activities/\(record.activity)", .text(record.activity))
            step.changes =
                try change.before.map { try SessionOutcome.form.changes($0.outcome, record.outcome, ask) } ?? []
            if !record.reason.isEmpty, change.row.act != MakeUp.name {
                step.remarks = [HistoryStep.reason(record.reason)]
            }
        }
        return try ask.history(own + records + ask.paperSteps(of: self))
    }
}

extension RollLine {
    var madeUpSaid: HTML {
        guard mark != .here else { return "–" }
        return .group([.words(madeUp.words), madeUpOn.map { .group([" ", .day($0)]) } ?? .nothing])
    }
}
