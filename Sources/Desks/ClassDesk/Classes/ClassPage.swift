import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The class as a list of what is to be done, with all that is known of it.
    func page(_ ask: Ask) throws -> Page {
        let progress = try ask.progress(of: self)
        var page = try Page(
            of: self, ask,
            .sheet(
                .split(
                    .group([
                        progress.isClosed ? try result(progress, ask) : .nothing,
                        progress.tasks.isEmpty ? .nothing : tasks(progress),
                        .warningSection(said, try remarks(progress, ask)),
                        stage == .cancelled || progress.hasEnded
                            ? .nothing : try ClassCheck(scheme, code: code, ask).html(self, ask),
                    ]),
                    beside: .group([try seats(progress, ask), try money(progress, ask)])),
                .div(.id("scheme"), try ClassScheme.form.facts(scheme, ask)),
                try ask.evidence(of: self, required: progress.requiredPapers),
                try history(ask)))
        page.sentence = sentence(progress)
        // Whether a roll is due the clock tells.
        page.isKept = false
        return page
    }

    /// What a class that is closed came to, and its summary (结班小结).
    private func result(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        guard let closing = progress.closing, closing.stands else { return .nothing }
        let students = progress.students
        let completed = students.filter(progress.completes)
        let hours = students.reduce(0) { $0 + progress.attendance.present($1.code) }
        let activity = "/activities/\(Query.encoded(closing.activity))"
        let isTheirs = try CallRoll.isAllowed(to: ask.reader) && ask.reading.keeps(ask.reader, self)
        let not =
            try isTheirs ? students.filter { !progress.completes($0) }.map { try ask.naming.personName($0.person) } : []
        return .part(
            Words("结班结果", "What it came to"), id: "result",
            aside: .link(activity, .say("活动记录\(closing.activity)", "On record as \(closing.activity)")),
            .facts(
                [
                    Fact(Words("报到", "Arrived"), .link(activity, .say("\(students.count)人", "\(students.count)"))),
                    Fact(
                        Words("结业", "Completed"),
                        .link(
                            activity,
                            .say(
                                "\(completed.count)人，未结业\(students.count - completed.count)人",
                                "\(completed.count), not completed \(students.count - completed.count)"))),
                    Fact(
                        Words("学时合计", "Hours of all"),
                        .say("\(Attendance.hours(Double(hours)))人学时", "\(Attendance.hours(Double(hours))) person-hours")
                    ),
                ] + (not.isEmpty ? [] : [Fact(Words("未结业", "Not completed"), .text(not.joined(separator: "、")))])
                    + [
                        Fact(
                            Words("工作小结", "Summary"),
                            .lines(closing.outcome.summary.split(whereSeparator: \.isNewline).map(String.init)))
                    ],
                long: true))
    }

    private func sentence(_ progress: ClassProgress) -> HTML {
        let (opening, tasks) = (scheme.opening, progress.tasks)
        let days = opening - progress.today
        let done = tasks.count { $0.standing == .done }
        return .group([
            .text(code), .say("，", ", "), .days(scheme.opening, scheme.closing),
            days > 0 ? .say("，还有\(days)天开班", ", opens in \(days) days") : .nothing,
            tasks.isEmpty
                ? .nothing : .say("。\(tasks.count)项已办\(done)项", ". \(done) of \(tasks.count) done"),
            progress.next.map { next in
                .group([.say("，现在该办：", "; now: "), .link(next.address, .words(next.name))])
            } ?? .nothing, .say("。", "."), " ",
            .b(.class(progress.state.mark.rawValue), .words(progress.state.words)),
        ])
    }

    /// What is to be done now, what waits and for what, what comes later; what is done lies folded.
    private func tasks(_ progress: ClassProgress) -> HTML {
        let tasks = progress.tasks
        let done = tasks.filter { $0.standing == .done }
        func open(_ standings: ClassTask.Standing...) -> [[HTML]] {
            tasks.filter { standings.contains($0.standing) }.map { line($0, in: tasks) }
        }
        return .part(
            Words("办班事项", "What is to be done"), id: "tasks",
            aside: .say("\(tasks.count)项，已办\(done.count)项", "\(done.count) of \(tasks.count) done"),
            .when(
                done.count < tasks.count,
                .data(
                    .say("办班事项", "What is to be done"), Self.taskHeads,
                    [
                        DataGroup(Words("现在办", "Now"), open(.overdue, .next)),
                        DataGroup(Words("等待中", "Waiting"), open(.blocked)),
                        DataGroup(Words("以后", "Later"), open(.later)),
                    ])),
            .when(
                !done.isEmpty,
                .details(
                    done.count == tasks.count ? .flag("open") : .nothing,
                    .summary(.say("已办\(done.count)项", "Done: \(done.count)")),
                    .data(
                        .say("已办的事项", "What is done"), Self.taskHeads, done.map { line($0, in: tasks) }))))
    }

    private static let taskHeads = [
        DataHead(.say("事项", "Step"), .lead), DataHead(.say("办理情况", "How it stands"), .below),
        DataHead(.say("期限", "Due"), .day), DataHead(.say("状态", "State"), .end),
    ]

    private func line(_ task: ClassTask, in tasks: [ClassTask]) -> [HTML] {
        let before = tasks.prefix { $0.name != task.name }.last { $0.standing != .done && $0.standing != .later }
        let waits = task.standing == .blocked ? before : nil
        return [
            .link(task.address, .words(task.name)),
            .span(
                .class("quiet"),
                waits.map { .say("等“\($0.name.zh)”；", "After “\($0.name.en)”; ") } ?? .nothing, .words(task.said)),
            task.standing == .done ? .nothing : task.due.map { .day($0) } ?? .nothing,
            .standing(task.standing.mark, task.standing.words),
        ]
    }

    private var said: HTML {
        guard !remark.isEmpty, let decided else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("\(decided.iso)退回修改：\(remark)", "Returned on \(decided.iso): \(remark)"))
        case .cancelled: .warning(.behind, .say("\(decided.iso)取消：\(remark)", "Cancelled on \(decided.iso): \(remark)"))
        case .approved, .applied: .p(.class("quiet"), .say("说明：\(remark)", "Remark: \(remark)"))
        }
    }

    /// What of the seats is taken, by unit; each figure opens the list that it was counted from.
    private func seats(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        let words = Words("学员", "Trainees")
        let list = "/classes/trainees?class=\(code)"
        guard let callUp = progress.callUp else {
            return .part(
                words,
                aside: stage == .approved && ProposeQuotas.isAllowed(to: ask.reader)
                    ? .link("\(address)/seats", .say("名额建议", "Seats proposed")) : .nothing,
                .p(.class("quiet"), .say("通知下发后由单位报名。", "Units name people once they are called up.")))
        }
        func named(_ unit: String) -> HTML {
            // As the seats of the quota are taken: whoever is called up beside it, or waits, has none of them.
            let people = progress.trainees.filter {
                $0.unit == unit && TraineeStage.seated.contains($0.stage) && $0.way != .beside
            }
            return .link("\(list)&on=seated&unit=\(Query.encoded(unit))", .text(String(people.count)))
        }
        func unanswered(_ unit: String) throws -> HTML {
            let count = try progress.trainees.count { try $0.unit == unit && ask.receiptState(of: $0) == .unanswered }
            return count == 0
                ? .text("0") : .link("\(list)&receipt=unanswered&unit=\(Query.encoded(unit))", .text(String(count)))
        }
        let byName = progress.trainees.filter { $0.way == .beside && !TraineeStage.off.contains($0.stage) }
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        let quotas = callUp.notice.quotas.filter { within?.contains($0.unit) ?? true }
        return .part(
            words,
            aside: .group([
                .when(
                    ProposeQuotas.isAllowed(to: ask.reader),
                    .group([.link("\(address)/seats", .say("名额建议", "Seats proposed")), "　"])),
                .link(list, .say("名册", "Roster")), "　",
                .link("\(address)/call-up.docx", .say("通知（Word）", "Notice (Word)")),
            ]),
            .p(
                .say("报名截止", "Names are due on "), .day(callUp.notice.deadline),
                .say("；联系人：\(callUp.notice.contact)", "; contact: \(callUp.notice.contact)")),
            quotas.isEmpty
                ? .p(.class("quiet"), .say("本单位没有名额。", "Your unit has no seats."))
                : .figures(
                    Words("名额", "Quotas"),
                    [Words("单位", "Unit"), Words("名额", "Seats"), Words("已报", "Named"), Words("未答复", "No answer")],
                    try quotas.map { quota in
                        [
                            try quota.name(ask), .text(String(quota.seats)),
                            named(quota.unit),
                            try unanswered(quota.unit),
                        ]
                    }),
            .when(
                !quotas.isEmpty,
                .p(.link(quotasAddress, .say("各单位报名情况", "What each unit has named")))),
            .when(
                ask.reader.unit == nil && !byName.isEmpty,
                .p(
                    .say("点名调训，不占单位名额：", "Called up by name, beside the quotas: "),
                    .link("\(list)&on=roster&way=beside", .say("\(byName.count)人", "\(byName.count)")))))
    }

    /// Budget and spending by item, and the ceiling that the rule sets.
    private func money(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        let spent = try ask.money(of: self).costs
        let items = ClassCostItem.allCases.filter { scheme.budget.of($0) != .zero || spent.of($0) != .zero }
        let ceiling = scheme.ceiling(progress.rules)
        return .part(
            Words("经费（元）", "Money (yuan)"),
            aside: .link("\(address)/money", .say("支出和票据", "Spending and receipts")),
            items.isEmpty
                ? .p(.class("quiet"), .say("没有填经费。", "No money was given."))
                : .figures(
                    Words("经费", "Money"), [Words("科目", "Item"), Words("预算", "Budget"), Words("支出", "Spent")],
                    items.map {
                        [.words($0.words), .text(scheme.budget.of($0).grouped), .text(spent.of($0).grouped)]
                    } + [[.say("合计", "Total"), .text(scheme.budget.total.grouped), .text(spent.total.grouped)]]),
            .p(
                scheme.budgetUnderCeiling > ceiling ? .class("warn") : .class("quiet"),
                .say(
                    "综合定额上限\(ceiling.grouped)元（\(scheme.personDays)人天，师资费除外），预算\(scheme.budgetUnderCeiling.grouped)元",
                    "Ceiling \(ceiling.grouped) for \(scheme.personDays) person-days, trainers apart; budget \(scheme.budgetUnderCeiling.grouped)"
                )))
    }

    /// What the rules would not have: shown, never refused.
    private func remarks(_ progress: ClassProgress, _ ask: Ask) throws -> [Words] {
        var found = try scheme.remarks(filed: filed, besides: code, ask)
        // Whoever is no organiser of it reads no names of another unit's people.
        guard CallRoll.isAllowed(to: ask.reader), try ask.reading.keeps(ask.reader, self) else { return found }
        if !progress.hasEnded { found += try ask.rosterRemarks(of: self, progress.trainees) }
        let late = progress.attendance
        for trainee in progress.present where late.isToWarn(trainee.code) {
            let name = try ask.naming.personName(trainee.person)
            let (away, limit) = (
                Attendance.hours(Double(late.away(trainee.code))), Attendance.hours(late.limit)
            )
            found.append(
                late.isTooLong(trainee.code)
                    ? Words(
                        "\(name)缺课\(away)学时，超过总学时的\(late.rules.absencePart)分之一，不予结业",
                        "\(name) missed \(away) hours: more than one part in \(late.rules.absencePart), not completed")
                    : Words("\(name)已缺课\(away)学时，上限\(limit)学时", "\(name) missed \(away) of at most \(limit) hours"))
        }
        return found
    }
}

extension ClassScheme {
    /// What is pointed out before it is applied for or decided.
    func remarks(filed: Day, besides code: String = "", _ ask: Ask) throws -> [Words] {
        let rules = try ask.classRules
        var found: [Words] = []
        if filed > opening - rules.applyAhead {
            found.append(
                Words(
                    "应提前\(rules.applyAhead)天申请，实际提前\(max(0, opening - filed))天，按迟报显示",
                    "It should be applied for \(rules.applyAhead) days ahead; it is \(max(0, opening - filed))"))
        }
        let twins = try ask.all(
            TrainingClass.self,
            where: """
                \(SQL.allBut(code)) and stage <> \(ClassStage.cancelled) and title = \(title) and run = \(run)
                and organiser = \(organiser) and opening_day = \(opening)
                """, order: "code", limit: 1)
        if let twin = twins.first {
            found.append(
                Words(
                    "同名、同期、同日开班的已有一个：\(twin.code)", "There is one of the same name, run and day already: \(twin.code)"))
        }
        if standing == .added, basis.isEmpty {
            found.append(Words("计划外的班次没有写依据", "It is not in the programme, and nothing is given that it rests on"))
        }
        if budgetUnderCeiling > ceiling(rules) {
            found.append(
                Words(
                    "预算\(budgetUnderCeiling.grouped)元，超过综合定额\(ceiling(rules).grouped)元",
                    "The budget of \(budgetUnderCeiling.grouped) is above the ceiling of \(ceiling(rules).grouped)"
                ))
        }
        found += try daysOff(ask)
        for other in try atTheSameTime(besides: code, ask) {
            found.append(
                Words(
                    "同一时间同一类干部还有“\(other.title)”（\(other.scheme.opening.iso)开班）",
                    "“\(other.title)” is for the same people in the same days (from \(other.scheme.opening.iso))"))
        }
        return found
    }

    /// Other classes of the same days for the same categories.
    private func atTheSameTime(besides code: String, _ ask: Ask) throws -> [TrainingClass] {
        guard !audience.isEmpty else { return [] }
        let categories = audience.map(\.rawValue)
        return try ask.all(
            TrainingClass.self,
            where: """
                \(SQL.allBut(code)) and \(TrainingClass.isWanted)
                and opening_day <= \(closing) and closing_day >= \(opening)
                and code in (select class from class_audiences where category in (\(list: categories)))
                """, order: "opening_day", limit: 5)
    }
}

extension TrainingClass {
    /// What became of it: decisions, the call-up, the timetable, papers, closing and reopening (经过).
    fileprivate func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: TrainingClass.self, code, ClassScheme.form, \.scheme) { step, found, _ in
            if !found.remark.isEmpty { step.remarks = [HistoryStep.reason(found.remark)] }
        }
        let closing = try ask.steps(of: ClassClosing.self, code) { step, closing, _ in
            step.what = .link("/activities/\(Query.encoded(closing.activity))", .text(closing.activity))
            if !closing.stands { step.remarks = [HistoryStep.reason(closing.reason)] }
        }
        return try ask.history(
            own + ask.steps(of: CallUp.self, code) + ask.steps(of: Timetable.self, code) + closing
                + ask.paperSteps(of: self))
    }
}
