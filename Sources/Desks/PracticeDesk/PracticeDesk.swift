public import Pages
import Store
import Vocabulary

/// Practice outside the classroom: study tours so far.
public let practiceDesk = Desk(
    Words("实践锻炼", "Practice"), nouns: [StudyTour.self, TourReport.self, TourMeasure.self],
    migrations: [.studyTours], entries: [Menu.Entry("/tours", Words("学习考察", "Study tours"))],
    waiting: { try StudyTour.waiting($0) }, changed: { try StudyTour.changed($0, since: $1) },
    held: { try StudyTour.held($0, $1) },
    found: { ask, typed in
        try Found.some(
            StudyTour.listing.words, StudyTour.self, where: .found(StudyTour.self, by: typed), order: "from_day desc",
            address: ask.context.link("/tours", ("q", typed)), ask
        ) { tour in
            .init(
                tour.scheme.title, "/tours/\(tour.code)",
                remark: .group([.day(tour.scheme.from), " ", .text(try ask.naming.unitName(tour.scheme.unit))]))
        }
    }
) { routes in
    let home = { @Sendable (ask: Ask) in
        [Frame.Crumb(text: ask.say(StudyTour.listing.words), address: ask.context.link("/tours"))]
    }
    let ofTour = { @Sendable (ask: Ask) in
        let tour = try ask.one(StudyTour.self)
        return home(ask) + [Frame.Crumb(text: tour.scheme.title, address: ask.context.link("/tours/\(tour.code)"))]
    }

    routes.list("/tours", StudyTour.listing) { ask in
        .group([
            .a(
                .class("btn"), .href(ask.context.link("/tours/measures")),
                .text(ask.say(TourMeasure.listing.words))),
            ask.button(SetTourRules.self, "/tours/rules", Words("规则", "Rules")),
            ask.button(FileTour.self, "/tours/new", Words("报备考察", "File a tour"), isPrimary: true),
        ])
    }
    var file = FormFlow(Words("报备学习考察", "File a study tour"), TourScheme.form) { ask in
        // Who acts for one unit files for it, as a rule.
        TourScheme(unit: ask.reader.unit ?? "")
    } act: { scheme, _ in
        FileTour(scheme: scheme)
    } then: {
        "/tours/\($0.code)"
    }
    file.look = { scheme, unread, _ in scheme.problems(besides: unread) }
    file.remarks = { scheme, ask in try scheme.remarks(filed: ask.today, ask) }
    file.crumbs = home
    routes.form("/tours/new", file)

    var rules = FormFlow(Words("学习考察规则", "Rules for study tours"), TourRules.form) { ask in
        try ask.reading.tourSettings()
    } act: { rules, _ in
        SetTourRules(rules: rules)
    } then: { _ in
        "/tours"
    }
    rules.seen = { ask in try ask.reading.tourRulesSeen() }
    rules.crumbs = home
    routes.form("/tours/rules", rules)

    routes.list("/tours/measures", TourMeasure.listing)
    routes.page("/tours/:code", Words("一次学习考察", "One study tour")) { ask in try ask.one(StudyTour.self).page(ask) }
    routes.evidence(of: StudyTour.self, at: "/tours/:code", crumbs: ofTour)

    var change = FormFlow(Words("修改报备", "Change what was filed"), TourScheme.form) { ask in
        try ask.one(StudyTour.self).scheme
    } act: { scheme, ask in
        FileTourAgain(tour: try ask.one(StudyTour.self).code, scheme: scheme)
    } then: {
        "/tours/\($0.code)"
    }
    change.seen = { ask in try ask.reading.seen(StudyTour.self, try ask.one(StudyTour.self).code) }
    change.instead = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.closed(tour.notToChange(on: ask.today), ask)
    }
    change.opening = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.stage == .returned ? tour.said : .nothing
    }
    change.look = { scheme, unread, _ in scheme.problems(besides: unread) }
    change.remarks = { scheme, ask in
        let tour = try ask.one(StudyTour.self)
        return try scheme.remarks(code: tour.code, filed: tour.filedAgain(on: ask.today), ask)
    }
    change.crumbs = ofTour
    routes.form("/tours/:code/change", change)

    var decide = FormFlow(Words("审批学习考察", "Decide on the tour"), TourDecision.form) { _ in
        TourDecision()
    } act: { decision, ask in
        DecideTour(
            tour: try ask.one(StudyTour.self).code, isApproved: decision.answer == .approve, remark: decision.remark)
    } then: {
        "/tours/\($0.code)"
    }
    decide.seen = change.seen
    decide.instead = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.closed(tour.notToDecide(on: ask.today), ask)
    }
    decide.opening = { ask in
        let tour = try ask.one(StudyTour.self)
        return .sheet(
            tour.said, try tour.scheme.remarks(code: tour.code, filed: tour.filed, ask),
            try TourScheme.form.facts(tour.scheme, ask))
    }
    decide.remarks = { _, ask in
        let tour = try ask.one(StudyTour.self)
        return try tour.scheme.remarks(code: tour.code, filed: tour.filed, ask)
    }
    decide.crumbs = ofTour
    routes.form("/tours/:code/decide", decide)

    var withdraw = FormFlow(Words("撤回学习考察", "Withdraw the tour"), Reason.form) { _ in
        Reason()
    } act: { reason, ask in
        WithdrawTour(tour: try ask.one(StudyTour.self).code, reason: reason.text)
    } then: {
        "/tours/\($0.code)"
    }
    withdraw.seen = change.seen
    withdraw.instead = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.closed(try tour.notToWithdraw(in: ask.reading, for: ask.reader, on: ask.today), ask)
    }
    withdraw.crumbs = ofTour
    routes.form("/tours/:code/withdraw", withdraw)

    var report = FormFlow(Words("报送考察报告", "Report on the tour"), TourOutcome.form) { ask in
        let scheme = try ask.one(StudyTour.self).scheme
        return TourOutcome(
            from: scheme.from, to: scheme.to, halfHours: (scheme.to - scheme.from + 1) * 12, members: scheme.members,
            costs: scheme.budget)
    } act: { outcome, ask in
        ReportTour(tour: try ask.one(StudyTour.self).code, outcome: outcome)
    } then: {
        "/tours/\($0.code)"
    }
    report.instead = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.closed(try tour.notToReport(in: ask.reading, for: ask.reader), ask)
    }
    report.look = { outcome, unread, ask in
        outcome.problems(of: try ask.one(StudyTour.self), on: ask.today, besides: unread)
    }
    report.remarks = { outcome, ask in
        .each(outcome.notes(of: try ask.one(StudyTour.self))) { .p(.class("warn"), .words($0)) }
    }
    report.crumbs = ofTour
    routes.form("/tours/:code/report", report)

    var measure = FormFlow(Words("增加成果转化措施", "Add a measure"), MeasureDraft.form) { ask in
        MeasureDraft(lead: try ask.one(StudyTour.self).scheme.unit)
    } act: { draft, ask in
        DrawMeasure(tour: try ask.one(StudyTour.self).code, draft: draft)
    } then: {
        "/tours/\($0.tour)#measures"
    }
    measure.instead = { ask in
        let tour = try ask.one(StudyTour.self)
        let isReported = try ask.reading.one(TourReport.self, tour.code, for: ask.reader) != nil
        return tour.closed(isReported ? nil : .notReported, ask)
    }
    measure.crumbs = ofTour
    routes.form("/tours/:code/measures/new", measure)

    var done = FormFlow(Words("措施办结", "The measure is done"), Reason.proof) { ask in
        // Only of a measure within reach.
        _ = try ask.one(TourMeasure.self)
        return Reason()
    } act: { proof, ask in
        FinishMeasure(measure: try ask.one(TourMeasure.self).code, proof: proof.text)
    } then: {
        "/tours/\($0.tour)#measures"
    }
    done.instead = { ask in
        let measure = try ask.one(TourMeasure.self)
        guard let done = measure.done,
            let tour = try ask.reading.one(StudyTour.self, measure.tour, for: ask.reader)
        else { return nil }
        return tour.closed(.isDone(done), ask)
    }
    done.opening = { ask in .p(.class("warn"), .text(try ask.one(TourMeasure.self).draft.measure)) }
    done.crumbs = home
    routes.form("/tours/measures/:code/done", done)
}
