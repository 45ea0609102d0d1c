public import Pages
import Storage
import Store
import Vocabulary

/// Practice outside the classroom: study tours so far.
public let practiceDesk = Desk(
    Words("实践锻炼", "Practice"),
    nouns: [StudyTour.self, TourReport.self, TourMeasure.self, Evidence<StudyTour>.self],
    migrations: [.studyTours], entries: [Menu.Entry("/tours", Words("学习考察", "Study tours"))],
    waiting: { try TourState.waiting($0, order: "from_day") + MeasureState.waiting($0, order: "due_day") },
    changed: { try StudyTour.changed($0, since: $1) },
    held: { try StudyTour.held($0, $1) },
    ahead: { try StudyTour.ahead($0, $1, from: $2, to: $3) },
    found: { ask, typed in
        try StudyTour.found(ask, typed) { tour in
            .group([.day(tour.scheme.from), " ", .text(try ask.naming.unitName(tour.scheme.unit))])
        }
    }
) { routes in
    routes.list(StudyTour.self) { ask in
        .group([
            .act(TourMeasure.listAddress, TourMeasure.listing.words),
            ask.button(SetTourRules.self, "/tours/rules", Words("规则", "Rules")),
            ask.button(FileTour.self, "/tours/new", Words("报备考察", "File a tour"), isPrimary: true),
        ])
    }
    var file = FormFlow(new: Words("报备学习考察", "File a study tour"), TourScheme.form) { ask in
        // Who acts for one unit files for it, as a rule.
        TourScheme(unit: ask.reader.unit ?? "")
    } act: { scheme, _ in
        FileTour(scheme: scheme)
    }
    file.refusals = { scheme, _ in scheme.problems }
    file.remarks = { scheme, ask in try scheme.remarks(filed: ask.today, ask) }
    routes.form("/tours/new", file)

    var rules = FormFlow(Words("学习考察规则", "Rules for study tours"), TourRules.form) { ask in
        try ask.reading.siteRules(TourRules.self)
    } act: { rules, _ in
        SetTourRules(rules: rules)
    } then: { _ in
        StudyTour.listAddress
    }
    rules.seen = { ask in try ask.reading.seen(TourRules.self) }
    rules.crumbs = { _ in [StudyTour.home] }
    routes.form("/tours/rules", rules)

    routes.list(TourMeasure.self)
    routes.page(of: StudyTour.self, Words("一次学习考察", "One study tour")) { tour, ask in try tour.page(ask) }
    routes.evidence(of: StudyTour.self)

    var change = FormFlow(FileTourAgain.self, TourScheme.form, changing: \.scheme) { tour, scheme in
        FileTourAgain(record: tour.code, scheme: scheme)
    }
    change.opening = { ask in
        let tour = try ask.one(StudyTour.self)
        return tour.stage == .returned ? tour.said : .nothing
    }
    change.refusals = { scheme, _ in scheme.problems }
    change.remarks = { scheme, ask in
        let tour = try ask.one(StudyTour.self)
        return try scheme.remarks(code: tour.code, filed: tour.filedAgain(on: ask.today), ask)
    }
    routes.form(change)

    var decide = FormFlow(DecideTour.self, Decision.form) { _, _ in
        Decision()
    } act: { tour, decision in
        DecideTour(record: tour.code, isApproved: decision.isApproved, remark: decision.remark)
    }
    decide.opening = { ask in
        let tour = try ask.one(StudyTour.self)
        return .sheet(tour.said, try tour.remarks(ask), try TourScheme.form.facts(tour.scheme, ask))
    }
    decide.remarks = { _, ask in try ask.one(StudyTour.self).remarks(ask) }
    routes.form(decide)

    var report = FormFlow(ReportTour.self, TourOutcome.form) { tour, _ in
        TourOutcome(as: tour.scheme)
    } act: { tour, outcome in
        ReportTour(record: tour.code, outcome: outcome)
    }
    report.refusals = { outcome, ask in outcome.problems(of: try ask.one(StudyTour.self), on: ask.today) }
    report.remarks = { outcome, ask in
        .each(outcome.notes(of: try ask.one(StudyTour.self))) { .p(.class("warn"), .words($0)) }
    }
    routes.form(report)

    routes.form(
        FormFlow(WithdrawTour.self, Reason.form) { _, _ in
            Reason()
        } act: { tour, reason in
            WithdrawTour(record: tour.code, reason: reason.text)
        })
    routes.form(
        FormFlow(DrawMeasure.self, MeasureDraft.form) { tour, _ in
            MeasureDraft(lead: tour.scheme.unit)
        } act: { tour, draft in
            DrawMeasure(record: tour.code, draft: draft)
        })
    var finish = FormFlow(FinishMeasure.self, Reason.proof) { _, _ in
        Reason()
    } act: { measure, proof in
        FinishMeasure(record: measure.code, proof: proof.text)
    }
    finish.opening = { ask in .p(.class("warn"), .text(try ask.one(TourMeasure.self).draft.measure)) }
    routes.form(finish)
}
