public import Pages
import Records
import Storage
import Store
import Vocabulary

/// Training classes, from the application to a class that is closed.
public let classDesk = Desk(
    Words("培训班", "Classes"),
    nouns: [
        TrainingClass.self, CallUp.self, Trainee.self, Timetable.self, RollCall.self, TraineeProof.self,
        ClassClosing.self, Evidence<TrainingClass>.self,
    ], migrations: [.trainingClasses], entries: [Menu.Entry("/classes", Words("班次", "Classes"))],
    acts: [ConfirmProof.self], waiting: { try TrainingClass.waiting($0) },
    changed: { ask, seq in try TrainingClass.changed(ask, since: seq) }, held: { try Trainee.held($0, $1) },
    found: { ask, typed in
        try TrainingClass.found(ask, typed) { found in .days(found.scheme.opening, found.scheme.closing) }
    }
) { routes in
    routes.list(TrainingClass.self) { ask in
        .group([
            ask.button(SetClassRules.self, "/classes/rules", Words("规则", "Rules")),
            .act("/classes/year", Words("年度对照", "The year")), .act("/classes/trainees", Trainee.listing.words),
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
        }
        return scheme
    } act: { scheme, _ in
        ApplyForClass(scheme: scheme)
    }
    apply.refusals = { scheme, _ in scheme.problems }
    apply.remarks = { scheme, ask in .warnings(try scheme.remarks(filed: ask.today, ask)) }
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

    routes.page(of: TrainingClass.self, Words("一个班次", "One class")) { found, ask in try found.page(ask) }
    routes.page("/classes/:code/timetable", Words("课程表", "Timetable")) { ask in
        try ask.one(TrainingClass.self).timetablePage(ask)
    }
    routes.page("/classes/:code/attendance", Words("考勤", "Attendance"), right: .teach) { ask in
        try ask.one(TrainingClass.self).attendancePage(ask)
    }
    routes.look("/classes/:code/timetable.ics", RouteAbout(Words("课程表（日历）", "The timetable as a calendar"))) { ask in
        try ask.one(TrainingClass.self).calendar(ask)
    }
    routes.look("/classes/:code/call-up.docx", RouteAbout(Words("调训通知（Word）", "The call-up as a document"))) { ask in
        try ask.one(TrainingClass.self).callUpDocument(ask)
    }
    routes.evidence(of: TrainingClass.self)

    var change = FormFlow(ApplyForClassAgain.self, ClassScheme.form, changing: \.scheme) { found, scheme in
        ApplyForClassAgain(record: found.code, scheme: scheme)
    }
    change.refusals = { scheme, _ in scheme.problems }
    change.remarks = { scheme, ask in
        let found = try ask.one(TrainingClass.self)
        return .warnings(try scheme.remarks(filed: found.filed, besides: found.code, ask))
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
            try ClassScheme.form.facts(found.scheme, ask))
    }
    routes.form(decide)

    var cancel = FormFlow(CancelClass.self, Reason.form) { _, _ in
        Reason()
    } act: { found, reason in
        CancelClass(record: found.code, reason: reason.text)
    }
    cancel.isGrave = true
    routes.form(cancel)

    var callUp = FormFlow(IssueCallUp.self, CallUpNotice.form) { found, ask in
        if let callUp = try ask.reading.one(CallUp.self, found.code, for: ask.reader) { return callUp.notice }
        return CallUpNotice(deadline: max(ask.today, found.scheme.registration - 5))
    } act: { found, notice in
        IssueCallUp(record: found.code, notice: notice)
    }
    callUp.seen = { ask in try ask.reading.seen(CallUp.self, try ask.one(TrainingClass.self).code) }
    callUp.refusals = { notice, ask in notice.problems(of: try ask.one(TrainingClass.self)) }
    callUp.remarks = { notice, ask in
        let heads = try ask.one(TrainingClass.self).scheme.heads
        let isPast = notice.deadline < ask.today
        return .group([
            .when(
                isPast,
                .p(
                    .class("warn"),
                    .say(
                        "报名截止日期\(notice.deadline.iso)已过，单位不能再报名",
                        "Names were due on \(notice.deadline.iso): units can give none"))),
            .p(.say("名额合计\(notice.seats)人，批准\(heads)人。", "\(notice.seats) seats of \(heads) people approved.")),
        ])
    }
    routes.form(callUp)

    var nominate = FormFlow(Nominate.self, NamedPeople.form) { _, _ in
        NamedPeople()
    } act: { found, named in
        Nominate(record: found.code, people: named.people)
    }
    nominate.opening = { ask in try ask.one(TrainingClass.self).seatsLeft(ask) }
    nominate.remarks = { named, ask in .warnings(try named.remarks(for: try ask.one(TrainingClass.self), ask)) }
    nominate.then = { "/classes/trainees?class=\($0.code)" }
    routes.form(nominate)

    var timetable = FormFlow(KeepTimetable.self, TimetableSheet.form) { found, ask in
        try ask.reading.one(Timetable.self, found.code, for: ask.reader)?.sheet ?? TimetableSheet()
    } act: { found, sheet in
        KeepTimetable(record: found.code, sheet: sheet)
    }
    timetable.seen = { ask in try ask.reading.seen(Timetable.self, try ask.one(TrainingClass.self).code) }
    timetable.refusals = { sheet, ask in sheet.problems(of: try ask.one(TrainingClass.self)) }
    timetable.remarks = { sheet, ask in
        let planned = try ask.one(TrainingClass.self).scheme.hours
        let hours = Figure.plain(Double(sheet.sessions.reduce(0) { $0 + $1.halfHours }) / 2)
        return .group([
            .p(.say("合计\(hours)学时，计划\(planned)学时。", "\(hours) of \(planned) hours.")),
            .warnings(
                sheet.clashes(with: try ask.otherTimetables(besides: try ask.one(TrainingClass.self).code, sheet))),
        ])
    }
    timetable.then = { "\($0.address)/timetable" }
    routes.form(timetable)

    var roll = FormFlow(Words("登记考勤", "Call the roll"), RollSheet.form) { ask in
        try ask.rollSheet(of: try ask.one(TrainingClass.self), try ask.half())
    } act: { sheet, ask in
        let place = try ask.half()
        return CallRoll(code: try ask.one(TrainingClass.self).code, day: place.day, half: place.half, sheet: sheet)
    } then: {
        "\($0.address)/attendance"
    }
    roll.crumbs = { ask in try ask.one(TrainingClass.self).crumbs(ask) }
    roll.seen = { ask in
        try ask.reading.seen(RollCall.self, RollCall.code(of: try ask.one(TrainingClass.self).code, try ask.half()))
    }
    roll.instead = { ask in
        let (found, place) = (try ask.one(TrainingClass.self), try ask.half())
        return try found.notToCall(place, in: ask.reading, for: ask.reader, on: ask.today).map {
            .ended(try found.closed($0, ask))
        }
    }
    roll.opening = { ask in
        let (found, place) = (try ask.one(TrainingClass.self), try ask.half())
        let progress = try ask.progress(of: found)
        return .p(
            .b(.text("\(place.day.iso) "), .words(place.half.words)),
            .say("：已报到\(progress.present.count)人。", ": \(progress.present.count) people."))
    }
    routes.form("/classes/:code/attendance/:day/:half", roll)

    var close = FormFlow(CloseClass.self, ClassOutcome.form) { _, _ in
        ClassOutcome()
    } act: { found, outcome in
        CloseClass(record: found.code, outcome: outcome)
    }
    close.remarks = { _, ask in
        let progress = try ask.progress(of: try ask.one(TrainingClass.self))
        let completed = progress.students.count(where: progress.completes)
        let hours = Figure.plain(Double(progress.attendance.total) / 2)
        let not = try progress.students.filter { !progress.completes($0) }.map { try ask.naming.personName($0.person) }
        return .group([
            .when(
                !not.isEmpty,
                .p(
                    .class("warn"),
                    .say("不予结业：\(not.joined(separator: "、"))", "Not completed: \(not.joined(separator: ", "))"))),
            .p(
                .say(
                    "学员\(progress.students.count)人，结业\(completed)人，\(hours)学时；结班后记入台账。",
                    "\(progress.students.count) trainees, \(completed) complete it, \(hours) hours; the ledger counts it."
                )),
        ])
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
    static func warnings(_ words: [Words]) -> HTML { .each(words) { .p(.class("warn"), .words($0)) } }
}
