public import Pages
import Records
import Storage
import Store
import Vocabulary

/// Training classes, from the application to a class that is closed.
public let classDesk = Desk(
    Words("培训班", "Classes"),
    nouns: [
        TrainingClass.self, CallUp.self, Trainee.self, Timetable.self, RollCall.self, Hall.self,
        HallSignIn.self, ClassLeave.self, Receipt.self, TraineeProof.self,
        ClassClosing.self, Evidence<TrainingClass>.self, YearProgramme.self, ProgrammeLine.self, ProgrammeIssue.self,
        LineTemplate.self,
        QuotaProposal.self, ProposedTrainee.self, TrainingClaim.self, HourRule.self, Evidence<TrainingClaim>.self,
    ] + libraryNouns + moneyNouns,
    migrations: [
        .trainingClasses, .rollsByTicking, .halls, .classLeave, .callUpReceipts, .teachingLibrary, .classMoney,
        .programmes, .classSeats, .trainingClaims, .replacedSessions, .dividedQuotas, .presence,
    ],
    entries: [
        Menu.Entry("/programme", Words("年度计划", "Programme"), in: .classes),
        Menu.Entry("/classes", Words("班次", "Classes"), in: .classes),
        Menu.Entry("/claims", Words("学时申报", "Claims of training"), in: .classes),
    ] + libraryEntries,
    jobs: [ProposeClassSeats.self, ProposeYearSeats.self],
    acts: [
        ConfirmProof.self, SignInAtHall.self, ReportOwnReturn.self, WithdrawLeave.self, ProposeQuotas.self,
        ProposeYear.self,
    ],
    waiting: {
        try TrainingClass.waiting($0) + ClassLeave.waiting($0) + MyClasses.waiting($0)
            + TrainingClass.waitingForSubstitutes($0) + LineState.waiting($0, order: "programme, month, code")
            + TrainingClaim.waiting($0)
    },
    changed: { ask, seq in
        try TrainingClass.changed(ask, since: seq) + ProgrammeLine.changed(ask, since: seq)
            + TrainingClaim.changed(ask, since: seq)
    }, held: { try Trainee.held($0, $1) + TrainingClaim.held($0, $1) }, keeps: { try $0.keeper(ofActivity: $1) },
    ahead: { try Trainee.ahead($0, $1, from: $2, to: $3) },
    found: { ask, typed in
        try TrainingClass.found(ask, typed) { found in .days(found.scheme.opening, found.scheme.closing) }
            + libraryFound(ask, typed)
            + ProgrammeLine.found(ask, typed) { .words(YearProgramme.words(of: $0.scheme.programme)) }
            + TrainingClaim.found(ask, typed) { claim in .days(claim.scheme.from, claim.scheme.to) }
    }
) { routes in
    routes.programme()
    routes.list(TrainingClass.self) { ask in
        .group([
            .more(
                Words("更多", "More"), .act("/classes/trainees", Trainee.listing.words),
                ask.button(EnterLeave.self, ClassLeave.listAddress, ClassLeave.listing.words),
                ask.button(ProposeYear.self, "/classes/seats", YearOfSeats.words),
                .act("/classes/year", Words("年度对照", "The year")), .act("/classes/money", Words("经费", "Money")),
                ask.button(SetClassRules.self, "/classes/rules", Words("规则", "Rules"))),
            ask.button(ApplyForClass.self, "/classes/new", Words("申请办班", "Apply for a class"), isPrimary: true),
        ])
    }
    routes.list("/classes/trainees", Trainee.listing)
    routes.page("/classes/year", Words("年度办班对照", "The year in classes"), door: .ledger) { try $0.yearOfClasses() }

    var apply = FormFlow(new: Words("申请办班", "Apply for a class"), ClassScheme.form) { ask in
        var scheme = ClassScheme()
        scheme.organiser = ask.reader.unit ?? ""
        // Last year's class as a start: the same once more, without its days.
        if let code = ask.query["like"], let like = try ask.reading.one(TrainingClass.self, code, for: ask.reader) {
            scheme = like.scheme
            (scheme.registration, scheme.opening, scheme.closing, scheme.parts) = (.unset, .unset, .unset, [])
            scheme.line = ""
        }
        // A run of a line of the programme, with what the line says.
        if let code = ask.query["line"], let line = try ask.reading.one(ProgrammeLine.self, code, for: ask.reader) {
            scheme = try ask.reading.nextRun(of: line)
        }
        return scheme
    } act: { scheme, _ in
        ApplyForClass(scheme: scheme)
    }
    apply.refusals = { scheme, ask in try scheme.problems + scheme.lineProblems(in: ask.reading) }
    apply.remarks = { scheme, ask in
        .warnings(try scheme.remarks(filed: ask.today, ask) + ClassCheck(scheme, ask).warnings)
    }
    routes.form("/classes/new", apply)

    var rules = FormFlow(Words("办班规则", "Rules for classes"), ClassRules.form) { ask in
        try ask.classRules
    } act: { rules, _ in
        SetClassRules(rules: rules)
    } then: { _ in
        TrainingClass.listAddress
    }
    rules.refusals = { rules, _ in rules.problems }
    rules.seen = { ask in try ask.reading.seen(ClassRules.self) }
    rules.crumbs = { _ in [TrainingClass.home] }
    routes.form("/classes/rules", rules)

    routes.libraries()
    routes.money()
    routes.page(of: TrainingClass.self, Words("一个班次", "One class")) { found, ask in try found.page(ask) }
    routes.timetables()
    routes.rolls()
    routes.proofs()
    routes.halls()
    routes.myClasses()
    routes.leave()
    routes.receipts()
    routes.look("/classes/:code/call-up.docx", RouteAbout(Words("调训通知（Word）", "The call-up as a document"))) { ask in
        try ask.one(TrainingClass.self).callUpDocument(ask)
    }
    routes.evidence(of: TrainingClass.self)

    var change = FormFlow(ApplyForClassAgain.self, ClassScheme.form, changing: \.scheme) { found, scheme in
        ApplyForClassAgain(record: found.code, scheme: scheme)
    }
    change.refusals = { scheme, ask in
        try scheme.problems + scheme.lineProblems(besides: try ask.one(TrainingClass.self).code, in: ask.reading)
    }
    change.remarks = { scheme, ask in
        let found = try ask.one(TrainingClass.self)
        return .warnings(
            try scheme.remarks(filed: found.filed, besides: found.code, ask)
                + ClassCheck(scheme, code: found.code, ask).warnings)
    }
    routes.form(change)

    var decide = FormFlow(DecideClass.self, Decision.form) { _, _ in
        Decision()
    } act: { found, decision in
        DecideClass(record: found.code, isApproved: decision.isApproved, remark: decision.remark)
    }
    decide.opening = { ask in
        let found = try ask.one(TrainingClass.self)
        return .sheet(
            .warnings(try found.scheme.remarks(filed: found.filed, besides: found.code, ask)),
            try ClassCheck(found.scheme, code: found.code, ask).html(found, ask),
            try ClassScheme.form.facts(found.scheme, ask))
    }
    routes.form(decide)

    var adjust = FormFlow(AdjustClass.self, ClassAdjustment.form) { found, _ in
        ClassAdjustment(found.scheme)
    } act: { found, adjustment in
        AdjustClass(record: found.code, adjustment: adjustment)
    }
    adjust.seen = { ask in try ask.reading.seen(TrainingClass.self, try ask.one(TrainingClass.self).code) }
    adjust.refusals = { adjustment, ask in
        adjustment.applied(to: try ask.one(TrainingClass.self).scheme).problems
    }
    adjust.remarks = { adjustment, ask in
        let found = try ask.one(TrainingClass.self)
        let scheme = adjustment.applied(to: found.scheme)
        let isCalledUp = try ask.reading.one(CallUp.self, found.code, for: .everybody) != nil
        return .group([
            .warnings(
                try scheme.remarks(filed: found.filed, besides: found.code, ask)
                    + ClassCheck(scheme, code: found.code, ask).warnings),
            .when(
                isCalledUp,
                .p(.say("通知已下发：调整后请更正通知，发给各单位。", "Units were called up: correct the notice afterwards."))),
        ])
    }
    routes.form(adjust)

    var cancel = FormFlow(CancelClass.self, Reason.form) { _, _ in
        Reason()
    } act: { found, reason in
        CancelClass(record: found.code, reason: reason.text)
    }
    cancel.isGrave = true
    routes.form(cancel)

    var callUp = FormFlow(IssueCallUp.self, CallUpNotice.form) { found, ask in
        try ask.notice(for: found)
    } act: { found, notice in
        IssueCallUp(record: found.code, notice: notice)
    }
    callUp.seen = { ask in try ask.reading.seen(CallUp.self, try ask.one(TrainingClass.self).code) }
    callUp.refusals = { notice, ask in notice.problems(of: try ask.one(TrainingClass.self), try ask.classRules) }
    callUp.opening = { ask in try ask.one(TrainingClass.self).waysToFill(ask) }
    callUp.checkDoor = .ledger
    callUp.remarks = { notice, ask in
        let found = try ask.one(TrainingClass.self)
        let heads = found.scheme.heads
        let isPast = notice.deadline < ask.today
        return .section(
            .warnings(try ClassCheck(found.scheme, code: found.code, ask).warnings),
            .when(
                isPast,
                .p(
                    .class("warn"),
                    .say(
                        "报名截止日期\(notice.deadline.iso)已过，单位不能再报名",
                        "Names were due on \(notice.deadline.iso): units can give none"))),
            .p(.say("名额合计\(notice.seats)人，批准\(heads)人。", "\(notice.seats) seats of \(heads) people approved.")),
            try notice.remarks(for: found, ask),
            .when(
                !notice.named.isEmpty,
                .p(.say("点名\(notice.named.count)人。", "\(notice.named.count) are called up by name."))))
    }
    routes.form(callUp)

    // Those who were ticked among the candidates are named already.
    var nominate = FormFlow(Nominate.self, NamedPeople.form) { _, ask in
        NamedPeople(people: Array(ask.query.all("pick").prefix(NamedPeople.most)))
    } act: { found, named in
        Nominate(record: found.code, people: named.people)
    }
    nominate.opening = { ask in try ask.one(TrainingClass.self).seatsLeft(ask) }
    nominate.remarks = { named, ask in try named.remarks(for: try ask.one(TrainingClass.self), ask) }
    nominate.checkDoor = .ledger
    nominate.foreseen = { after, ask in try ask.one(TrainingClass.self).waitingThen(after, ask) }
    nominate.then = { "/classes/trainees?class=\($0.code)" }
    routes.form(nominate)
    routes.seatsOfClasses()
    routes.claims()

    var close = FormFlow(CloseClass.self, ClassOutcome.form) { found, ask in
        try ask.outcome(of: found)
    } act: { found, outcome in
        CloseClass(record: found.code, outcome: outcome)
    }
    close.act = { outcome, ask in
        CloseClass(record: try ask.one(TrainingClass.self).code, outcome: outcome, clock: try ask.clock)
    }
    close.remarks = { _, ask in
        let progress = try ask.progress(of: try ask.one(TrainingClass.self))
        let completed = progress.students.count(where: progress.completes)
        let hours = Figure.plain(Double(progress.attendance.total) / 2)
        let not = try progress.students.filter { !progress.completes($0) }.map { try ask.naming.personName($0.person) }
        return .section(
            .when(
                !not.isEmpty,
                .p(
                    .class("warn"),
                    .say("不予结业：\(not.joined(separator: "、"))", "Not completed: \(not.joined(separator: ", "))"))),
            .p(
                .say(
                    "学员\(progress.students.count)人，结业\(completed)人，\(hours)学时；结班后记入台账。",
                    "\(progress.students.count) trainees, \(completed) complete it, \(hours) hours; the ledger counts it."
                )))
    }
    routes.form(close)

    var reopen = FormFlow(ReopenClass.self, Reason.form) { _, _ in
        Reason()
    } act: { found, reason in
        ReopenClass(record: found.code, reason: reason.text)
    }
    reopen.isGrave = true
    routes.form(reopen)
}

extension HTML {
    /// The same as a section of a sheet, where there is anything to say.
    static func warningSection(_ said: HTML = .nothing, _ words: [Words]) -> HTML {
        said == .nothing && words.isEmpty ? .nothing : .section(said, .warnings(words))
    }
}
