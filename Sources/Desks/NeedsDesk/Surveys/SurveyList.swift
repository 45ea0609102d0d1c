import Pages
import Store
import Vocabulary

/// What the list of surveys is narrowed by besides: what a reader's own unit still owes.
enum OwnReturns: String, Named {
    case due
    var words: Words { Words("本单位待报送", "Due from my unit") }
}

extension Survey: PagedNoun {
    static let path = "/surveys/:code"
    static let acts: [any RecordAct<Survey>.Type] = [
        OpenSurvey.self, WriteQuestions.self, ChangeSurvey.self, CloseSurvey.self, ExtendSurvey.self,
        EnterPapers.self, ReportNoNeed.self, WithdrawSurvey.self,
    ]
    static let seeing = Words("查看这次调研", "See the survey")
    var title: String { scheme.title }

    /// Drafts are the office's own.
    static func asked(_ ask: Ask) throws -> Survey {
        let survey = try ask.one(Survey.self)
        guard survey.isShown(to: ask.reader) else { throw NotFound(context: ask.context) }
        return survey
    }

    func isShown(to reader: Reader) -> Bool {
        ![.draft, .withdrawn].contains(stage) || DraftSurvey.isAllowed(to: reader)
    }

    static let listing: Listing<Survey> = {
        var listing = Listing<Survey>(
            Words("需求调研", "Needs surveys"),
            columns: [
                .day("to", Words("截止", "Until"), sort: "to_day") { $0.scheme.to },
                .title(Words("标题", "Title"), sort: "title"),
                .number("year", Words("计划年度", "Year"), unit: Words("年度", ""), sort: "year") { $0.scheme.year },
                SurveyScheme.form.column("asked", of: \.scheme),
                SurveyScheme.form.column("naming", of: \.scheme, .off),
                ListColumn(
                    "answered", Words("已填", "Answered"), .figure, unit: Words("人已填", "answered"),
                    text: { row, ask in String(try ask.turnout(of: row).answered) }),
                ListColumn(
                    "share", Words("填写率", "Rate"), .meta,
                    text: { row, ask in try ask.turnout(of: row).share }), .code(), SurveyState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("标题或编号", "Title or number"), Survey.self),
                .year(Words("计划年度", "Year"), offered: -5...2) { "year = \($0)" }, SurveyState.filter,
                ListFilter(name: "returns", words: Words("单位需求", "Needs of units"), control: nil) { ask, typed in
                    guard let own = OwnReturns(rawValue: typed), let unit = ask.reader.unit else { return nil }
                    return (ask.say(own.words), returnsDue(from: unit, on: ask.today))
                },
            ], order: "to_day desc", empty: Words("还没有需求调研", "There is no survey yet"), sentence: SurveyState.sentence)
        listing.base = { ask in
            DraftSurvey.isAllowed(to: ask.reader)
                ? .always : "stage in (\(list: [SurveyStage.open, SurveyStage.closed]))"
        }
        listing.since = ListedSince(Words("起草", "drafted")) { "drafted_day <= \($0)" }
        return listing
    }()
}
