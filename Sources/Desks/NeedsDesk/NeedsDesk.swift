public import Pages
import Storage
import Store
import Vocabulary

/// What people and units need to be trained in: surveys, returns, and the gap that the ledger shows (docs/needs.md).
public let needsDesk = Desk(
    Words("需求调研", "Needs"),
    nouns: [Survey.self, SurveyAsked.self, SurveyAnswer.self, SurveyPapers.self, UnitReturn.self],
    migrations: [.needs],
    entries: [
        Menu.Entry("/surveys", Words("需求调研", "Needs surveys"), in: .classes),
        Menu.Entry(GapPage.address, GapPage.words, in: .classes),
    ],
    acts: [AnswerSurvey.self],
    waiting: {
        try MySurveys.waiting($0) + SurveyState.waiting($0, order: "to_day") + Survey.waitingForReturns($0)
    },
    changed: { try Survey.changedToRead($0, since: $1) + UnitReturn.changed($0, since: $1) },
    held: { try MySurveys.held($0, $1) },
    found: { ask, typed in
        try Found.some(
            Survey.listing.words, Survey.self,
            where: "\(SQL.found(Survey.self, by: typed)) and \(try Survey.listing.base?(ask) ?? .always)",
            order: "to_day desc",
            address: ask.context.link(Survey.listAddress, ("q", typed)), ask
        ) { survey in .init(survey.title, survey.address, remark: .days(survey.scheme.from, survey.scheme.to)) }
            + UnitReturn.found(ask, typed) { .text(try ask.surveyTitle($0.survey)) }
    }
) { routes in
    routes.list(Survey.self) { ask in
        .group([
            ask.button(SetNeedsRules.self, "/surveys/rules", Words("规则", "Rules")),
            .act(GapPage.address, GapPage.words), .act(UnitReturn.listAddress, UnitReturn.listing.words),
            ask.button(DraftSurvey.self, "/surveys/new", Words("起草调研", "Draft a survey"), isPrimary: true),
        ])
    }
    routes.surveys()
    routes.returns()
    routes.list(SurveyAsked.listAddress, SurveyAsked.listing)
    routes.list(AnswerList.path, AnswerList.listing)
    routes.list("/surveys/figures", SurveyResults.list, door: .plain)
    routes.list(Coverage.path, Coverage.list)
    routes.page(GapPage.address, GapPage.words, door: .ledger) { try GapPage.page($0) }
    routes.mySurveys()
}

extension Survey {
    /// What others did to surveys; drafts are nobody's but the office's.
    fileprivate static func changedToRead(_ ask: Ask, since seq: Int) throws -> [Changed] {
        guard DraftSurvey.isAllowed(to: ask.reader) else { return [] }
        return try changed(ask, since: seq)
    }
}
