import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of a meeting (一次一档).
enum MeetingDocument: String, Named, Stored {
    case notice, agenda, signIn, outline, texts, minutes, photographs, other

    var words: Words {
        switch self {
        case .notice: Words("通知和方案", "Notice")
        case .agenda: Words("议程", "Agenda")
        case .signIn: Words("签到表", "Sheet of signatures")
        case .outline: Words("党课提纲", "Outline of the lecture")
        case .texts: Words("会议材料", "Texts")
        case .minutes: Words("会议记录", "Minutes")
        case .photographs: Words("照片", "Photographs")
        case .other: Words("其他", "Other")
        }
    }
}

extension BranchMeeting: EvidenceBearer {
    typealias Document = MeetingDocument

    /// Of an organisation-life meeting nothing is kept but its day, by whatever address a paper comes.
    func ended(in reading: some Reading) throws -> Words? {
        scheme.kind == .life
            ? Words("组织生活会只记日期，不收材料", "Of an organisation-life meeting only the day is kept, no paper") : nil
    }
}

extension BranchMeeting {
    /// What the folder of a meeting that was held has; of one that is kept as a day, nothing.
    private func requiredPapers(_ record: MeetingRecord?, due: Day) -> [RequiredPaper<MeetingDocument>] {
        guard record != nil, scheme.kind != .life else { return [] }
        let why = Words("随纪实归档", "With the record")
        let kinds: [MeetingDocument] =
            scheme.kind == .lecture
            ? [.signIn, .outline, .photographs]
            : scheme.kind == .themedDay ? [.signIn, .photographs, .minutes] : [.signIn, .minutes]
        return kinds.map { RequiredPaper($0, due: due, why: why) }
    }

    func page(_ ask: Ask) throws -> Page {
        let (rules, calendar) = (try ask.branchRules, try ask.workingCalendar)
        let record = try ask.reading.record(of: self)
        let due = calendar.after(record?.outcome.day ?? scheme.day, rules.recordDays)
        let plan = try ask.reading.quarterPlan(of: branch, scheme.day.year, (scheme.day.month + 2) / 3)
        var warnings: [Words] = []
        if stage == .announced {
            warnings = scheme.remarks(announced: announced, rules)
            if let plan, plan.sent != nil, !isPlanned(in: plan) {
                warnings.append(Words("季度计划中没有这一次，请核对或者调整计划", "The quarter's plan has it not: check, or adjust it"))
            }
            if let record {
                warnings += record.outcome.remarks(of: self, recorded: record.recorded, rules, calendar)
            }
        }
        let state = try MeetingState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(plan, record, due, state, rules))),
                remark.isEmpty
                    ? .nothing : .section(.p(.b(.say("取消原因：", "Why it was cancelled: ")), .text(remark))),
                .warnings(warnings), try record.map { try outcome($0, ask) } ?? .nothing,
                scheme.kind == .life ? .nothing : try MeetingScheme.shown(scheme.kind).facts(scheme, ask),
                scheme.kind == .life
                    ? .nothing
                    : try ask.evidence(of: self, required: stage == .cancelled ? [] : requiredPapers(record, due: due)),
                try history(ask)))
        page.sentence = .group([
            .link(Branch.address(of: branch), .text(try ask.naming.unitName(branch))), .say("，", ", "),
            .words(scheme.kind.words), .say("，", ", "), .day(record?.outcome.day ?? scheme.day), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func isPlanned(in plan: QuarterPlan) -> Bool {
        plan.draft.lines.contains { $0.kind == scheme.kind && $0.day.month == scheme.day.month }
    }

    /// Plan, notice and record are three documents with three dates.
    private func steps(
        _ plan: QuarterPlan?, _ record: MeetingRecord?, _ due: Day, _ state: MeetingState, _ rules: BranchRules
    ) -> [FlowStep] {
        let line = plan?.draft.lines.first { $0.kind == scheme.kind && $0.day.month == scheme.day.month }
        let wanted = scheme.kind == .themedDay ? rules.schemeDays : rules.noticeDays
        let noticeDue = scheme.day - wanted
        return [
            FlowStep(
                Words("季度计划", "Plan"), line == nil ? .doesNotApply : .met,
                line == nil ? Words("计划外", "not planned") : Words("已列入", "planned"),
                done: line.map { .day($0.day) } ?? .say("没有列入", "not in it")),
            FlowStep(
                Words("通知", "Notice"), announced > noticeDue ? .late : .done, due: noticeDue, done: announced,
                rule: Words("提前\(wanted)天", "\(wanted) days ahead")),
            FlowStep(
                Words("举行", "Held"), record != nil ? .done : state == .toCome ? .toCome : .toDo, due: scheme.day,
                done: record?.outcome.day, rule: Words("按通知的日期", "on the day announced")),
            FlowStep(
                Words("纪实", "Record"),
                record.map { $0.recorded > due ? .late : .done }
                    ?? (state == .recordOverdue ? .overdue : state == .toRecord ? .toDo : .toCome), due: due,
                done: record?.recorded,
                rule: Words("会后\(rules.recordDays)个工作日", "\(rules.recordDays) working days after it")),
        ]
    }

    private func outcome(_ record: MeetingRecord, _ ask: Ask) throws -> HTML {
        let outcome = record.outcome
        guard scheme.kind != .life else {
            return .part(
                Words("纪实", "Record"), id: "record",
                .facts([
                    Fact(Words("举行", "Held on"), .day(outcome.day)),
                    Fact(Words("登记", "Entered"), .day(record.recorded)),
                ]))
        }
        let standing = try ask.reading.standing(activity: record.activity)
        let keeps = try ask.reading.branch(branch, for: .everybody).map { ask.reader.keeps($0) } ?? false
        var facts = [
            Fact(Words("时间", "When"), .day(outcome.day)),
            Fact(Words("学时", "Hours"), .text(Figure.plain(Double(outcome.halfHours) / 2))),
            Fact(Words("地点", "Place"), .text(outcome.heldAt)),
            Fact(Words("主持", "Chaired by"), .text(try ask.naming.personName(outcome.chair))),
            Fact(Words("记录", "Recorded by"), .text(try ask.naming.personName(outcome.recorder))),
            Fact(
                Words("到会", "Came"),
                .say(
                    "应到\(outcome.should)人，实到\(outcome.present)人，\(outcome.share)%",
                    "\(outcome.present) of \(outcome.should), \(outcome.share)%")),
            Fact(Words("列席", "Observers"), .say("\(outcome.observers)人", String(outcome.observers))),
            Fact(
                Words("到场的领导干部", "Leading officials there"),
                keeps && !outcome.leaders.isEmpty
                    ? .text(try outcome.leaders.map(ask.naming.personName).joined(separator: ask.say("、", ", ")))
                    : .say("\(outcome.leaders.count)人", String(outcome.leaders.count))),
        ]
        if outcome.purpose == .election { facts.append(Fact(Words("会议性质", "For"), .words(outcome.purpose.words))) }
        facts.append(
            Fact(Words("活动记录", "On record as"), .link("/activities/\(standing.code)", .text(standing.code))))
        return .part(
            Words("纪实", "Record"), id: "record",
            .when(
                standing.isVoid,
                .p(
                    .class("warn"),
                    .say(
                        "活动记录已被作废，不计入台账；请更正或者撤销纪实",
                        "The activity was voided and counts no more: correct the record or take it back"))),
            .facts(facts), scheme.kind == .lecture ? try lecture(outcome, ask) : .nothing,
            outcome.decisions.isEmpty
                ? .nothing : .group([.h3(.say("议定事项", "Decisions")), .ul(.each(outcome.decisions) { .li(.text($0)) })]))
    }

    /// Who spoke as what, and which duties the lecture fills.
    private func lecture(_ outcome: MeetingOutcome, _ ask: Ask) throws -> HTML {
        let duties = outcome.duties(try ask.branchRules)
        return .group([
            .h3(.say("授课情况", "The lecture")),
            .facts(
                try outcome.speakers.map { Fact($0.role.words, .text(try $0.said(ask.naming))) } + [
                    Fact(Words("授课地点", "Where"), .words(outcome.place.words)),
                    Fact(Words("时长", "Length"), .say("\(outcome.minutes)分钟", "\(outcome.minutes) minutes")),
                    Fact(
                        Words("计入", "Counts as"),
                        duties.isEmpty
                            ? .say("不计入任何一项", "nothing") : .ul(.each(duties) { .li(.words($0.words)) })),
                ]),
        ])
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: BranchMeeting.self, code, MeetingScheme.form, \.scheme) { step, meeting, change in
            if change.row.act == CancelMeeting.name { step.remarks = [HistoryStep.reason(meeting.remark)] }
        }
        let form = scheme.kind == .life ? MeetingOutcome.dayOnly : MeetingOutcome.lecture
        let keeps = try ask.reading.branch(branch, for: .everybody).map { ask.reader.keeps($0) } ?? false
        let records = try ask.steps(of: MeetingRecord.self, code) { step, record, change in
            // Who of the leading officials was there is told to those who keep the branch.
            step.changes =
                try change.before.map { before in
                    var (old, new) = (before.outcome, record.outcome)
                    if !keeps { (old.leaders, new.leaders) = ([], []) }
                    return try form.changes(old, new, ask)
                } ?? []
            if !record.reason.isEmpty { step.remarks = [HistoryStep.reason(record.reason)] }
        }
        return try ask.history(own + records + ask.paperSteps(of: self))
    }
}
