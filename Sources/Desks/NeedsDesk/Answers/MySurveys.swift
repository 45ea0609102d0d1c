import Pages
import Storage
import Store
import Vocabulary

/// The surveys that ask somebody, on a telephone first (我的问卷).
enum MySurveys {
    static let address = "/me/surveys"
    static let words = Words("我的问卷", "My surveys")
    static let path = "\(address)/:code"
    static func address(of code: String) -> String { "\(address)/\(Query.encoded(code))" }

    /// The open surveys that somebody has not answered.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard let person = try ask.me() else { return [] }
        let open = try ask.surveys(asking: person).filter {
            $0.asked.answered == nil && $0.survey.notToAnswer(on: ask.today) == nil
        }
        guard !open.isEmpty else { return [] }
        return [
            Waiting(
                Words("待填写的问卷", "Surveys to answer"), count: open.count, address: address,
                open.prefix(Waiting.mostItems).map { survey, _ in
                    .init(
                        survey.title, address(of: survey.code),
                        remark: .group([.say("截止 ", "until "), .day(survey.scheme.to)]), act: Words("填写", "Answer"),
                        at: address(of: survey.code))
                })
        ]
    }

    /// What is held about somebody: that they were asked, and whether they have answered.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try Held.some(
                Words("需求调研", "Needs surveys"),
                [Words("调研", "Survey"), Words("填写", "Answered"), Words("是否记名", "By name")], SurveyAsked.self,
                where: "person in (\(list: codes))", order: "survey desc", ask
            ) { asked in
                let survey = try ask.reading.one(Survey.self, asked.survey, for: .everybody)
                return [
                    .text(survey?.title ?? asked.survey), asked.answered.map { .day($0) } ?? "–",
                    survey.map { .words($0.scheme.naming.words) } ?? .nothing,
                ]
            }
        ]
    }
}

extension Ask {
    /// Surveys that ask somebody and are open or were, the latest first.
    func surveys(asking person: String) throws -> [(survey: Survey, asked: SurveyAsked)] {
        let asked = try reading.all(
            SurveyAsked.self, for: .everybody, where: "person in (\(list: try reading.codes(of: person)))",
            order: "survey desc", limit: 100)
        let surveys = try reading.nouns(Survey.self, asked.map(\.survey), for: .everybody)
        return asked.compactMap { asked in surveys.first { $0.code == asked.survey }.map { ($0, asked) } }
    }

    /// What an account that is no person's finds among one's own.
    func nobodysSurveys() throws -> Page {
        guard reader.may(.see) else { throw NotAllowed(right: .own) }
        return Page(
            MySurveys.words,
            .sheet(
                .emptyState(
                    Words("您的账号没有对应的人员", "Your account is no person's"),
                    .say("问卷由本人用自己的账号填写。", "Surveys are answered by people with an account of their own."))))
    }

    fileprivate func mySurveys(of person: String) throws -> Page {
        let all = try surveys(asking: person)
        let open = all.filter { $0.survey.notToAnswer(on: today) == nil }
        let (toAnswer, done) = (open.filter { $0.asked.answered == nil }, open.filter { $0.asked.answered != nil })
        func rows(_ some: [(survey: Survey, asked: SurveyAsked)]) -> HTML {
            .data(
                .words(MySurveys.words),
                [
                    DataHead(.say("问卷", "Survey"), .lead), DataHead(.say("截止", "Until"), .day),
                    DataHead(.say("方式", "How"), .meta), DataHead(.say("填写", "Answered"), .end),
                ],
                some.map { survey, asked in
                    [
                        .link(MySurveys.address(of: survey.code), .text(survey.title)), .day(survey.scheme.to),
                        .words(survey.scheme.naming.words),
                        asked.answered == nil
                            ? .standing(
                                survey.notToAnswer(on: today) == nil ? .next : .excused, Turnout.waiting.words)
                            : .standing(.met, Turnout.answered.words),
                    ]
                })
        }
        let past = all.filter { $0.survey.notToAnswer(on: today) != nil }
        var page = Page(
            MySurveys.words,
            .sheet(
                all.isEmpty
                    ? .emptyState(
                        Words("没有问您的问卷", "No survey asks you"),
                        .say("发布的需求调研显示在这里。", "Surveys of needs show here once they are open."))
                    : .group([
                        toAnswer.isEmpty ? .nothing : .part(Words("待填写", "To answer"), rows(toAnswer)),
                        done.isEmpty ? .nothing : .part(Words("已填写", "Answered"), rows(done)),
                        past.isEmpty ? .nothing : .part(Words("已截止", "Over"), rows(past)),
                    ])))
        page.isKept = false
        return page
    }
}

extension Routes {
    /// What one answers oneself. Nothing of it is kept as a draft: what somebody typed would lie beside their name.
    mutating func mySurveys() {
        page(MySurveys.address, MySurveys.words, right: .own) { ask in
            guard let person = try ask.me() else { return try ask.nobodysSurveys() }
            return try ask.mySurveys(of: person)
        }
        look(MySurveys.path, RouteAbout(Words("填写一份问卷", "Answer a survey")), right: .own) { ask in
            guard let person = try ask.me() else { return .page(try ask.nobodysSurveys()) }
            return .page(try AnswerPage(ask, person).first())
        }
        take(MySurveys.path, Words("提交问卷", "Hand a survey in"), AnswerSurvey.self) { sent in
            let page: Page? = try sent.asking { ask in try ask.me() == nil ? try ask.nobodysSurveys() : nil }
            if let page { return .page(page) }
            return try AnswerPage.taken(sent)
        }
    }
}
