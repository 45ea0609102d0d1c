import Pages
import Records
import Spelling
import Store
import Vocabulary

/// Leave that is entered for somebody.
struct EnteredLeave: Sendable, Hashable {
    var person = ""
    var scheme = LeaveScheme()

    static let form = Form<EnteredLeave>(
        .init(
            Words("请假", "Leave"), .person(\.person, "person", Words("学员", "Trainee")),
            .choice(\.scheme.kind, "kind", Words("类别", "Kind")), .day(\.scheme.from, "from", Words("开始日期", "From")),
            .choice(\.scheme.fromHalf, "fromHalf", Words("开始时段", "Half-day")),
            .day(\.scheme.to, "to", Words("结束日期", "To")),
            .choice(\.scheme.toHalf, "toHalf", Words("结束时段", "Half-day")),
            .longText(
                \.scheme.reason, "reason", Words("事由", "Why"),
                hint: Words("一句话即可；病假不写病情，不写家庭情况", "One sentence; nothing about health or family"), limit: 100, rows: 2),
            .text(\.scheme.contact, "contact", Words("去向和联系电话", "Where, and a telephone"), rule: .name)))
}

/// What is said of leave: granted or not.
struct LeaveAnswer: Sendable, Hashable {
    enum Answer: String, Named {
        case granted = "approved"
        case refused = "returned"

        var words: Words { self == .granted ? Words("准假", "Grant it") : Words("不准", "Refuse it") }
    }

    /// Nil: neither was chosen yet.
    var answer: Answer?
    var remark = ""

    static let form: Form<LeaveAnswer> = {
        var remark = FormField<LeaveAnswer>.longText(
            \.remark, "remark", Words("说明", "Remark"), hint: Words("不准的，必须写明理由", "Where it is refused: why"),
            isRequired: false, limit: 500, rows: 3)
        remark.isNeededAtTimes = true
        return Form<LeaveAnswer>(
            .init(Words("审批意见", "Decision"), .choice(unchosen: \.answer, "answer", Words("意见", "Decision")), remark))
    }()
}

extension Routes {
    /// Leave: asked for, entered, decided, ended.
    mutating func leave() {
        list(ClassLeave.self)
        page(of: ClassLeave.self, Words("一份请假单", "One leave")) { leave, ask in try leave.page(ask) }
        var decide = FormFlow(DecideLeave.self, LeaveAnswer.form) { _, _ in
            LeaveAnswer()
        } act: { leave, decision in
            DecideLeave(record: leave.code, isGranted: decision.answer == .granted, remark: decision.remark)
        }
        decide.opening = { ask in
            let leave = try ask.one(ClassLeave.self)
            return .sheet(
                .section(
                    .p(
                        .b(.text(try ask.personName(ofTrainee: leave.trainee))), "，",
                        .text(try ask.className(leave.trainingClass)),
                        .say("，\(leave.halfDays)个半天。", ", \(leave.halfDays) half-days."))),
                .split(try LeaveScheme.form.facts(leave.scheme, ask), beside: try leave.counted(ask)),
                .warningSection(.nothing, try leave.overLimit(ask)))
        }
        decide.remarks = { decision, ask in
            decision.answer == .granted ? .warnings(try ask.one(ClassLeave.self).overLimit(ask)) : .nothing
        }
        form(decide)
        form(
            FormFlow(ReportReturn.self, Nothing.form) { _, _ in
                Nothing()
            } act: { leave, _ in
                ReportReturn(record: leave.code)
            })
        form("/classes/:code/leave/new", entering)
        form("/me/classes/:code/leave", asking)
        take("/me/leave/:code/return", Words("销假", "Report the return"), right: .own) { sent in
            try sent.ownLeave { ReportOwnReturn(leave: $0) }
        }
        take("/me/leave/:code/withdraw", Words("撤回请假", "Withdraw the leave"), right: .own) { sent in
            try sent.ownLeave { WithdrawLeave(leave: $0) }
        }
    }

    private var entering: FormFlow<EnteredLeave, EnterLeave> {
        var flow = FormFlow(Words("登记请假", "Enter leave"), EnteredLeave.form) { ask in
            _ = try ask.taughtClass()
            return EnteredLeave()
        } act: { entered, ask in
            EnterLeave(
                trainingClass: try ask.one(TrainingClass.self).code, person: entered.person, scheme: entered.scheme)
        } then: { (leave: ClassLeave) in
            leave.address
        }
        flow.crumbs = { ask in try ask.one(TrainingClass.self).crumbs(ask) }
        flow.instead = { ask in
            let found = try ask.one(TrainingClass.self)
            return try found.notKept(in: ask.reading, for: ask.reader).map { .ended(try found.closed($0, ask)) }
        }
        flow.refusals = { entered, ask in
            let found = try ask.one(TrainingClass.self)
            guard let trainee = try ask.reading.trainee(of: entered.person, in: found.code) else {
                return [LeaveProblem.notInClass(try ask.naming.personName(entered.person))]
            }
            return try ask.reading.leaveProblems(entered.scheme, of: trainee, in: found)
        }
        flow.remarks = { entered, ask in
            guard let trainee = try ask.reading.trainee(of: entered.person, in: try ask.one(TrainingClass.self).code)
            else { return .nothing }
            return try ask.remarks(on: entered.scheme, of: trainee)
        }
        return flow
    }

    private var asking: FormFlow<LeaveScheme, AskForLeave> {
        var flow = FormFlow(Words("申请请假", "Ask for leave"), LeaveScheme.form) { ask in
            // Somebody who may look and is no person's: the page says so in the form's place.
            guard try ask.me() != nil else {
                _ = try ask.nobodysClasses()
                return LeaveScheme()
            }
            let (found, _) = try ask.myClass()
            let day = min(max(ask.today, found.scheme.opening), found.scheme.closing)
            return LeaveScheme(from: day, to: day)
        } act: { scheme, ask in
            AskForLeave(trainingClass: try ask.myClass().0.code, scheme: scheme, clock: try ask.clock)
        } then: { (leave: ClassLeave) in
            MyClasses.address(of: leave.trainingClass)
        }
        flow.crumbs = { ask in
            let (found, _) = try ask.myClass()
            return [
                Frame.Crumb(MyClasses.words, MyClasses.address),
                Frame.Crumb(Words(found.title, found.title), MyClasses.address(of: found.code)),
            ]
        }
        flow.instead = { ask in try ask.me() == nil ? .page(try ask.nobodysClasses()) : nil }
        flow.refusals = { scheme, ask in
            let (found, trainee) = try ask.myClass()
            let isPast = scheme.isPast(on: ask.today, at: try ask.clock, try ask.classRules)
            let past: [LeaveProblem] = isPast ? [.isPast] : []
            return past + (try ask.reading.leaveProblems(scheme, of: trainee, in: found))
        }
        flow.remarks = { scheme, ask in try ask.remarks(on: scheme, of: try ask.myClass().1) }
        return flow
    }
}

extension Sent {
    /// What a button does to one's own leave.
    fileprivate func ownLeave<A: Act>(_ act: (String) -> A) throws -> Answered where A.Outcome == ClassLeave {
        let me = try asking { try $0.me() }
        guard me != nil else { return .page(try asking { try $0.nobodysClasses() }) }
        do {
            let leave = try database.perform(act(parts["code"] ?? ""), by: reader, on: context.today)
            return .goTo(context.link(MyClasses.address(of: leave.trainingClass)))
        } catch let refused as Refused {
            guard let why = refused.problems.first, why as? LeaveProblem != .nobodys else {
                throw NotFound(context: context)
            }
            return .ended(
                Page(
                    Words("现在不能办理", "This cannot be done now"), crumbs: [],
                    .sheet(
                        .emptyState(
                            why.words, .nothing, acts: .act(MyClasses.address, MyClasses.words, .primary)))))
        }
    }
}
