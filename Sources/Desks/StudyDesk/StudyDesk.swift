public import Pages
import Storage
import Store
import Vocabulary

/// Study groups: the plan of a year, sessions, visits of observers (docs/study.md).
public let studyDesk = Desk(
    Words("中心组学习", "Study groups"),
    nouns: [
        StudyPlan.self, StudySession.self, StudyRecord.self, ObserverVisit.self, StudyItem.self, StudyTick.self,
        OwnStudyPlan.self, StudyNotes.self, SharedReading.self, StudyArticle.self, ReadingRoom.self, GroupReport.self,
        Evidence<StudyPlan>.self, Evidence<StudySession>.self, Evidence<ObserverVisit>.self,
        Evidence<SharedReading>.self, Evidence<StudyArticle>.self, Evidence<ReadingRoom>.self,
        Evidence<GroupReport>.self,
    ],
    migrations: [.studyGroups, .everydayStudy],
    entries: [
        Menu.Entry(StudyGroup.listAddress, Words("中心组学习", "Study groups")),
        Menu.Entry(StudyUnit.listAddress, Words("经常性学习", "Everyday study")),
    ],
    acts: [TickStudyItem.self, TickOwnLine.self],
    waiting: { ask in
        try FilingState.waits(ask) + PlanState.waiting(ask, order: "plan_year, unit")
            + SessionState.waiting(ask, order: "from_day") + VisitState.waiting(ask, order: "planned_day")
            + MissingReport.waits(ask) + ReportState.waiting(ask, order: "report_year, unit")
            + RoomState.waiting(ask, order: "unit") + ask.ownStudyWaiting()
    },
    changed: { ask, seq in
        try StudyPlan.changed(ask, since: seq) + StudySession.changed(ask, since: seq)
            + ObserverVisit.changed(ask, since: seq) + GroupReport.changed(ask, since: seq)
    },
    held: { try StudySession.held($0, $1) + StudyTick.held($0, $1) + StudyArticle.held($0, $1) },
    keeps: { try $0.sessionKeeping(activity: $1) ?? $0.everydayKeeping(activity: $1) },
    found: { ask, typed in
        try StudySession.found(ask, typed) { session in
            .group([.day(session.scheme.from), " ", .text(try ask.groupName(session.team))])
        } + StudyGroup.named(ask, typed)
            + StudyItem.found(ask, typed) { .words($0.scheme.list.words) }
            + StudyArticle.found(ask, typed) { .group([.text($0.scheme.publishedIn), " ", .day($0.scheme.day)]) }
            + ReadingRoom.found(ask, typed) { .text(try ask.naming.unitName($0.scheme.unit)) }
    }
) { routes in
    routes.groups()
    routes.plans()
    routes.sessions()
    routes.visits()
    routes.items()
    routes.ownStudy()
    routes.everyday()
    routes.reports()
}

/// A step that asks for nothing but to be confirmed.
struct Nothing: Sendable {
    static let form = Form<Nothing>()
}

extension FormFlow where A: RecordAct, A.Outcome: PagedNoun, Draft == Nothing {
    static func plain(
        _ type: A.Type, saying said: @escaping @Sendable (A.Record, Ask) throws -> HTML,
        _ act: @escaping @Sendable (A.Record) -> A
    ) -> FormFlow {
        var flow = FormFlow(type, Nothing.form, blank: { _, _ in Nothing() }, act: { record, _ in act(record) })
        flow.opening = { ask in try said(try A.Record.asked(ask), ask) }
        (flow.isOneStep, flow.submit) = (true, A.button)
        return flow
    }
}

extension Ask {
    /// The article or reading with which an activity was posted: it is corrected and taken back there.
    func everydayKeeping(activity code: String) throws -> FormOption? {
        if let article = try reading.all(
            StudyArticle.self, for: .everybody, where: "activity = \(code) and withdrawn_day is null"
        ).first {
            return FormOption(article.address, Words("发表文章“\(article.title)”", "the article “\(article.title)”"))
        }
        return try reading.all(
            SharedReading.self, for: .everybody, where: "activity = \(code) and taken_back_day is null"
        ).first.map { FormOption($0.address, Words("共读记录\($0.code)", "the reading \($0.code)")) }
    }
}
