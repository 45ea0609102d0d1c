import Pages
import Spelling
import Store
import Vocabulary

extension SurveyScheme {
    static let form = Form<SurveyScheme>(
        .init(
            Words("调研", "The survey"),
            .text(
                \.title, "title", Words("标题", "Title"),
                hint: Words("如：2027年干部教育培训需求调研", "Such as: needs for training in 2027")),
            .number(
                \.year, "year", Words("计划年度", "Year"), hint: Words("为哪一年的计划调研", "For whose programme it asks"),
                in: 2000...2099),
            .longText(
                \.about, "about", Words("填写说明", "What people are told"),
                hint: Words("显示在问卷开头", "Stands above the questions"), isRequired: false, limit: 1000, rows: 3),
            .day(\.from, "from", Words("开始日期", "From")), .day(\.to, "to", Words("截止日期", "Until"))),
        .init(
            Words("对象", "Whom it asks"), .choice(\.asked, "asked", Words("调研对象", "Asked")),
            .categories(
                \.categories, "categories", folded: Words("选择干部类别", "Choose categories"), none: Words("—", "—")),
            .rows(
                \.units, "units", Words("单位（含下属单位）", "Units, with those beneath"),
                of: Form<AskedUnit>(.init(Words("单位", "Unit"), .unit(\.unit, "unit", Words("单位", "Unit")))),
                blank: AskedUnit(), isRequired: false, most: 100)),
        .init(
            Words("方式", "How"),
            .choice(
                \.naming, "naming", Words("是否记名", "By name"),
                hint: Words(
                    "不记名的，谁已填写和填了什么分开保存，人数过少的结果不显示",
                    "Anonymous: who has answered is kept apart from what was answered, and small figures are not shown")
            ),
            .choice(\.returns, "returns", Words("单位需求", "Needs of units"))))

    /// What would be untrue of a survey, whenever it is drafted.
    var problems: [SurveyProblem] {
        var problems: [SurveyProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to - from >= SurveyProblem.mostDays { problems.append(.tooLong) }
        if asked == .categories, categories.isEmpty { problems.append(.noCategories) }
        if asked == .units, units.isEmpty { problems.append(.noUnits) }
        return problems
    }

    /// Without what its choice of people makes idle.
    var settled: SurveyScheme {
        var scheme = self
        if asked != .categories { scheme.categories = [] }
        if asked != .units { scheme.units = [] }
        return scheme
    }
}

/// A question as it stands in the form, with the number by which it is put in its place.
struct QuestionRow: Sendable, Hashable {
    var place = 0
    var question = SurveyQuestion()
}

/// The questions of a survey as they are written.
struct SurveyQuestions: Sendable, Hashable {
    var rows: [QuestionRow] = []

    init(_ questions: [SurveyQuestion] = []) {
        rows = questions.enumerated().map { QuestionRow(place: ($0 + 1) * 10, question: $1) }
    }

    /// In the order of their numbers; those without one come last, as they were written.
    var questions: [SurveyQuestion] {
        rows.enumerated().sorted { one, other in
            func key(_ row: (offset: Int, element: QuestionRow)) -> (Int, Int) {
                (row.element.place == 0 ? .max : row.element.place, row.offset)
            }
            return key(one) < key(other)
        }.map(\.element.question)
    }

    static let form = Form<SurveyQuestions>(
        .init(
            Words("题目", "Questions"),
            .rows(
                \.rows, "questions", Words("题目", "Questions"),
                of: Form<QuestionRow>(
                    .init(
                        Words("题目", "Question"), .number(\.place, "place", Words("次序", "Order"), in: 0...9999),
                        .text(
                            \.question.part, "part", Words("部分", "Block"), isRequired: false,
                            rule: TextRule(limit: 20)),
                        .text(\.question.title, "title", Words("题目", "Question")),
                        .choice(\.question.kind, "kind", Words("题型", "Kind")),
                        .lines(
                            \.question.options, "options", Words("选项", "Options"), isRequired: false,
                            most: SurveyQuestion.mostOptions, rule: TextRule(limit: 60)),
                        .number(
                            \.question.most, "most", Words("最多选", "At most"), in: 0...SurveyQuestion.mostOptions),
                        .choice(\.question.purpose, "purpose", Words("用途", "Purpose")))), blank: QuestionRow(),
                hint: Words(
                    "选项一行一个；次序是数字，小的在前，改数字就换了位置；“最多选”填0为不限。发布后题目不能再改",
                    "An option a line. Smaller numbers come first: another number is another place. 0: any number. Once it is open, questions stay"
                ), most: [SurveyQuestion].most)))
}

/// A later last day.
struct LaterDay: Sendable, Hashable {
    var to = Day.unset
    static let form = Form<LaterDay>(
        .init(Words("延期", "Extend"), .day(\.to, "to", Words("截止日期", "Until"))))
}
