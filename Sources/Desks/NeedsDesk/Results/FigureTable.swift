import Pages
import Store
import Vocabulary

/// One figure of a survey: so many of a group chose an option.
struct SurveyFigure: Sendable {
    var number: Int
    var title: String
    var group: Words
    var option: String
    var count: ShownCount
    var answered: Int
    var share: Double?
    var before: Double?
    var fewest: Int
}

extension SurveyResults {
    /// Every figure of the page, one a row: first of all together, then of each group.
    func figures(_ ask: Ask) throws -> [SurveyFigure] {
        try questions.flatMap { result -> [SurveyFigure] in
            let names = try result.groups.map { try cut.name($0, ask) }
            func figure(_ option: Int, _ group: Words, _ count: ShownCount, isWhole: Bool) -> SurveyFigure {
                SurveyFigure(
                    number: result.number, title: result.question.title, group: group,
                    option: result.question.choices[option], count: count, answered: result.answered,
                    share: isWhole ? result.share(option) : nil, before: isWhole ? result.before[option] : nil,
                    fewest: fewest ?? 0)
            }
            let all = result.question.choices.indices
            return all.map { figure($0, Words("全部", "all"), result.shown.totals[$0], isWhole: true) }
                + names.enumerated().flatMap { place, name in
                    all.map { figure($0, name, result.shown.cells[$0][place], isWhole: false) }
                }
        }
    }

    private static func percent(_ share: Double?) -> String {
        share.map { Figure.plain($0 * 100, places: 1) } ?? ""
    }

    static let list = FoundList<SurveyFigure>(
        Words("调研数据", "Figures of the survey"), file: "survey",
        columns: [
            ListColumn(
                "number", Words("题号", "No."), .figure, unit: Words("题", ""), text: { row, _ in String(row.number) }),
            .text("question", Words("题目", "Question"), .lead) { $0.title },
            ListColumn("group", Words("分组", "Group"), text: { row, ask in ask.say(row.group) }),
            .text("option", Words("选项", "Option")) { $0.option },
            ListColumn(
                "count", Words("人数", "People"), .figure, unit: Words("人", "people"),
                text: { row, ask in row.count.text(ask.context.language, fewest: row.fewest) }),
            ListColumn(
                "share", Words("占比（%）", "Share (%)"), .figure, unit: Words("%", "%"),
                text: { row, _ in percent(row.share) }),
            ListColumn(
                "before", Words("上次占比（%）", "Time before (%)"), .figure, unit: Words("%", "%"),
                text: { row, _ in percent(row.before) }),
        ],
        fields: [
            ListField("survey", Words("调研", "Survey")),
            .choice("by", Words("分组", "Cut"), all: ResultCut.kind.words) { _ in
                ResultCut.allCases.filter { $0 != .kind }.map { ($0.rawValue, $0.words) }
            },
        ], hasAsOf: false
    ) { ask in
        let survey = try ask.query["survey"].flatMap { try ask.reading.one(Survey.self, $0, for: ask.reader) }
        guard let survey, survey.isShown(to: ask.reader) else {
            var none = FoundRows<SurveyFigure>([])
            none.empty = .init(
                Words("请从调研进入", "Come from a survey"), Words("数据表从一次调研的结果打开。", "Figures are opened from a survey."),
                acts: .act(Survey.listAddress, Survey.listing.words, .primary))
            if let typed = ask.query["survey"] { none.slips = [.unknown("survey", typed, zh: "调研", en: "survey")] }
            return none
        }
        let cut = ask.query["by"].map { ResultCut(rawValue: $0) } ?? .kind
        guard let cut else {
            var none = FoundRows<SurveyFigure>([])
            none.slips = [.unknown("by", ask.query["by"] ?? "", zh: "分组", en: "cut")]
            return none
        }
        let results = try ask.results(of: survey, by: cut)
        var found = FoundRows(results.counted == 0 ? [] : try results.figures(ask))
        found.chips = [Chip("\(ask.say("调研", "Survey"))\(ask.say("：", ": "))\(survey.title)", "survey")]
        found.title = Words("\(survey.title)：数据", "\(survey.title): figures")
        found.crumbs = try survey.crumbs(ask)
        if let why = SurveyResults.notYet(survey) { found.empty = .init(Words("还没有结果", "No results yet"), why) }
        return found
    }
}

/// The sheets of a survey by name, for the office alone.
enum AnswerList {
    static let path = "/surveys/answers"
    static func address(of survey: String) -> String { "\(path)?\(Query([("survey", survey)]).text)" }
    static func isShown(to reader: Reader) -> Bool { CloseSurvey.isAllowed(to: reader) }

    static let listing: Listing<SurveyAnswer> = {
        var listing = Listing<SurveyAnswer>(
            Words("记名答卷", "Answers by name"),
            columns: [
                ListColumn(
                    "name", Words("姓名", "Name"), .lead, text: { row, ask in try ask.naming.personName(row.person) }),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit",
                    text: { row, ask in row.group.unit.isEmpty ? "" : try ask.naming.unitName(row.group.unit) }),
                ListColumn(
                    "category", Words("干部类别", "Category"), sort: "category",
                    text: { row, ask in ask.say(PersonCategory.words(of: row.group.category)) }),
                ListColumn(
                    "answers", Words("答复", "Answers"), .below, as: .longText,
                    text: { row, ask in try row.told(ask).joined(separator: "\n") }
                ) { row, ask in .lines(try row.told(ask)) },
            ],
            filters: [SurveyAsked.surveyFilter, .unit(Words("单位", "Unit"), column: "unit")],
            order: "survey desc, unit, person",
            empty: Words("没有记名答卷", "There are no answers by name"))
        listing.base = { ask in isShown(to: ask.reader) ? "is_named = 1" : .never }
        return listing
    }()
}

extension SurveyAnswer {
    fileprivate func told(_ ask: Ask) throws -> [String] {
        let questions = try ask.naming.once("questions \(survey)") {
            try ask.reading.one(Survey.self, survey, for: .everybody)?.questions ?? []
        }
        return questions.enumerated().compactMap { place, question in
            let own = values.filter { $0.question == place + 1 }.map { value in
                value.choice.flatMap { question.choices.indices.contains($0 - 1) ? question.choices[$0 - 1] : nil }
                    ?? value.said
            }
            return own.isEmpty ? nil : "\(place + 1). \(own.joined(separator: "；"))"
        }
    }
}
