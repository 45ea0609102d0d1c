import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of a lecture (一期一档).
enum LectureDocument: String, Named, Stored {
    case application, invitation, notice, safetyPlan, outline, signIn, photographs, brief, fee, other

    var words: Words {
        switch self {
        case .application: Words("审批表", "Approval")
        case .invitation: Words("邀请函", "Letter of invitation")
        case .notice: Words("通知", "Notice")
        case .safetyPlan: Words("安全预案", "Safety plan")
        case .outline: Words("讲稿、课件", "Text or slides")
        case .signIn: Words("签到表", "Sheet of signatures")
        case .photographs: Words("照片", "Photographs")
        case .brief: Words("简报、信息", "Brief")
        case .fee: Words("讲课费凭证", "Voucher of the fee")
        case .other: Words("其他", "Other")
        }
    }
}

extension HallLecture: EvidenceBearer {
    typealias Document = LectureDocument

    /// More people see the lecture than keep its papers.
    func papersUnit(in reading: some Reading) throws -> String? { unit }
}

extension HallLecture {
    private func requiredPapers(_ record: HallRecord?, due: Day, _ rules: LectureRules) -> [RequiredPaper<
        LectureDocument
    >] {
        guard stage != .cancelled else { return [] }
        var papers: [RequiredPaper<LectureDocument>] = []
        if stage != .planned {
            papers.append(RequiredPaper(.application, due: scheme.day, why: Words("批准后归档", "Once it is approved")))
        }
        if scheme.places >= rules.safetyFrom {
            papers.append(
                RequiredPaper(
                    .safetyPlan, due: scheme.day,
                    why: Words("\(rules.safetyFrom)人及以上", "From \(rules.safetyFrom) people on")))
        }
        if record != nil {
            let why = Words("随纪实归档", "With the record")
            papers += [
                RequiredPaper(.signIn, due: due, why: why),
                RequiredPaper(
                    .photographs, due: due, why: Words("不少于\(rules.photographs)张", "\(rules.photographs) at least")),
            ]
        }
        return papers
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.lectureRules
        let record = try ask.reading.record(of: self)
        let due = try ask.workingCalendar.after(record?.outcome.day ?? scheme.day, rules.recordDays)
        let state = try LectureState.state(of: self, ask)
        var warnings: [Words] = []
        if record == nil, [.planned, .returned, .applied].contains(stage) {
            warnings += scheme.remarks(applied: applied ?? ask.today, rules)
        }
        if planned == nil { warnings.append(Words("不在审定的年度安排内，属增加", "The approved series had it not: it was added")) }
        if let record, stage == .announced {
            warnings += record.outcome.remarks(
                of: self, recorded: record.recorded, rules, try ask.workingCalendar)
        }
        let photographs = try ask.reading.evidence(of: self).count {
            $0.document == .photographs && $0.withdrawn == nil
        }
        if record != nil, photographs > 0, photographs < rules.photographs {
            warnings.append(
                Words(
                    "照片\(photographs)张，规定不少于\(rules.photographs)张", "\(photographs) photographs of \(rules.photographs)"
                ))
        }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(record, due, state, rules))),
                ask.reader.unit == nil || stage == .cancelled ? said : .nothing,
                .warnings(warnings), putOff,
                try record.map { try outcome($0, ask) } ?? .nothing, try places(record, ask),
                scheme.speaker.code == nil
                    ? .nothing
                    : .section(
                        .id("speaker"),
                        .facts([Fact(Words("主讲人（师资库）", "In the library"), scheme.speaker.linked)])),
                try LectureScheme.form.facts(scheme, ask), documents,
                try ask.evidence(of: self, required: requiredPapers(record, due: due, rules)),
                ask.reader.unit == nil ? try history(ask) : .nothing))
        let series = try ask.reading.one(HallSeries.self, series, for: .everybody)
        page.sentence = .group([
            series.map { .link($0.address, .text($0.title)) } ?? .nothing, .say("，", ", "),
            .day(record?.outcome.day ?? scheme.day), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)),
            .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private var documents: HTML {
        .section(
            .p(
                .link("\(address)/application.docx", .say("审批表（Word）", "Application (Word)")), " ",
                .link("\(address)/invitation.docx", .say("邀请函（Word）", "Invitation (Word)")), " ",
                .link("\(address)/notice.docx", .say("通知和名额表（Word）", "Notice with places (Word)"))))
    }

    /// Plan, application and record are three documents with three dates.
    private func steps(_ record: HallRecord?, _ due: Day, _ state: LectureState, _ rules: LectureRules) -> [FlowStep] {
        let applyDue = applyDue(rules)
        let noticeDue = scheme.day - rules.noticeDays
        let isOff = stage == .cancelled
        return [
            FlowStep(
                Words("年度安排", "Series"), planned == nil ? .doesNotApply : .met,
                planned == nil ? Words("增加", "added") : Words("已列入", "planned"),
                done: planned.map { .day($0) } ?? .say("不在安排内", "not in it")),
            FlowStep(
                Words("申请", "Applied for"),
                applied.map { $0 > applyDue ? .late : .done }
                    ?? (isOff ? .toCome : state == .applyOverdue ? .overdue : .toDo), due: applyDue, done: applied,
                rule: Words(
                    "提前\(scheme.applyDays(rules))天，一会一报", "\(scheme.applyDays(rules)) days ahead, each by itself")),
            FlowStep(
                Words("审批", "Approved"), approved != nil ? .done : stage == .applied ? .toDo : .toCome, due: nil,
                done: approved, rule: Words("申请人不审批", "not by whoever applied")),
            FlowStep(
                Words("通知", "Notice"),
                announced.map { $0 > noticeDue ? .late : .done } ?? (stage == .approved ? .toDo : .toCome),
                due: noticeDue, done: announced,
                rule: Words("提前\(rules.noticeDays)天，分配名额", "\(rules.noticeDays) days ahead, with places by unit")),
            FlowStep(
                Words("举行", "Held"),
                record != nil ? .done : state == .toRecord || state == .recordOverdue ? .toDo : .toCome,
                due: scheme.day, done: record?.outcome.day, rule: Words("按通知的日期", "on the day announced")),
            FlowStep(
                Words("纪实", "Record"),
                record.map { $0.recorded > due ? .late : .done }
                    ?? (state == .recordOverdue ? .overdue : state == .toRecord ? .toDo : .toCome), due: due,
                done: record?.recorded,
                rule: Words("会后\(rules.recordDays)个工作日", "\(rules.recordDays) working days after it")),
        ]
    }

    var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
        case .cancelled: .section(.p(.b(.say("取消原因：", "Why it was cancelled: ")), .text(remark)))
        default: .section(.p(.b(.say("审批意见：", "Remark: ")), .text(remark)))
        }
    }

    /// What was put off stays visible.
    private var putOff: HTML {
        guard !postponed.isEmpty else { return .nothing }
        return .part(
            Words("改期", "Put off"), id: "postponed",
            .narrowRows(
                postponed.map { one in
                    Row(
                        .group([.day(one.from), " → ", .day(one.to), .small(.text(one.reason))]),
                        act: .group([.day(one.said), .say(" 登记", " said")]))
                }))
    }

    private func outcome(_ record: HallRecord, _ ask: Ask) throws -> HTML {
        let outcome = record.outcome
        let standing = try ask.reading.standing(activity: record.activity)
        return .part(
            Words("纪实", "Record"), id: "record", aside: .say("到会\(outcome.came)人", "\(outcome.came) came"),
            .when(
                standing.isVoid,
                .p(
                    .class("warn"),
                    .say(
                        "活动记录已被作废，不计入台账；请更正或者撤销纪实",
                        "The activity was voided and counts no more: correct the record or take it back"))),
            .when(
                standing.code != record.activity,
                .p(.class("warn"), .say("活动记录已另行更正，以活动记录为准", "The activity was corrected there, and stands as it says"))
            ),
            .facts([
                Fact(Words("日期", "Day"), .day(outcome.day)),
                Fact(Words("学时", "Hours"), .text(Figure.plain(Double(outcome.halfHours) / 2))),
                Fact(Words("主持", "Chaired by"), .text(try ask.naming.personName(outcome.chair))),
                Fact(Words("到会", "Came"), .say("\(outcome.came)人", String(outcome.came))),
                Fact(Words("其中点名", "By name"), .say("\(record.attendees.count)人", String(record.attendees.count))),
                Fact(Words("线上收看", "By network"), .say("\(outcome.online)人", String(outcome.online))),
                Fact(Words("活动记录", "On record as"), .link("/activities/\(standing.code)", .text(standing.code))),
            ]))
    }

    /// By unit: given, named, there. A unit sees its own; the sums are everybody's.
    private func places(_ record: HallRecord?, _ ask: Ask) throws -> HTML {
        let all = try ask.reading.seats(of: code)
        guard !all.isEmpty else { return .nothing }
        let own = try ask.all(HallSeats.self, where: "lecture = \(code)", order: "unit")
        let list = ask.context.link(HallSeats.listAddress, ("lecture", code))
        let given = all.reduce(0) { $0 + $1.places }
        let named = all.reduce(0) { $0 + $1.coming }
        return .part(
            Words("名额和到会", "Places and attendance"), id: "places",
            aside: .link(list, .count(own.count), .say("清单（\(own.count)个单位）", "List (\(own.count) units)")),
            .p(
                .say("共分配\(given)个名额，已报\(named)人", "\(given) places are given, \(named) are named"),
                record.map { .say("，到会\($0.outcome.came)人", ", \($0.outcome.came) came") } ?? .nothing, .say("。", ".")),
            try HallSeats.listing.table(
                Array(own.prefix(100)), columns: ["unit", "places", "coming", "came", "state"], ask
            ) { seats in
                .link(seats.address, .say("查看", "See"))
            })
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: HallLecture.self, code, LectureScheme.form, \.scheme) { step, lecture, change in
            let act = change.row.act
            if act == DecideLecture.name, lecture.stage == .returned { step.words = Decision.Answer.sendBack.words }
            if [DecideLecture.name, CancelLecture.name].contains(act), !lecture.remark.isEmpty {
                step.remarks = [HistoryStep.reason(lecture.remark)]
            }
            if act == PostponeLecture.name, let last = lecture.postponed.last {
                step.remarks = [HistoryStep.reason(last.reason)]
            }
        }
        let records = try ask.steps(of: HallRecord.self, code) { step, record, change in
            step.what = .link("/activities/\(record.activity)", .text(record.activity))
            if !record.reason.isEmpty { step.remarks = [HistoryStep.reason(record.reason)] }
        }
        return try ask.history(own + records + ask.paperSteps(of: self))
    }

    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try changed(ask, since: seq) { row in
            guard row.act == DecideLecture.name else { return nil }
            return try row.after.map { try HallLecture(journaled: $0).stage.words }
        }
    }
}
