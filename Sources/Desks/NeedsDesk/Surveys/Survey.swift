import Store
import Vocabulary

/// Whom a survey asks.
enum SurveyAudience: String, Named, Stored {
    case all, categories, units

    var words: Words {
        switch self {
        case .all: Words("全体在职人员", "Everybody in service")
        case .categories: Words("部分干部类别", "Certain categories")
        case .units: Words("部分单位", "Certain units")
        }
    }
}

/// Whether an answer bears a name.
enum SurveyNaming: String, Named {
    case anonymous, named

    var words: Words {
        switch self {
        case .anonymous: Words("不记名", "Anonymous")
        case .named: Words("记名", "By name")
        }
    }
}

/// Whether units are asked to say what they need.
enum AsksReturns: String, Named {
    case asked, notAsked

    var words: Words {
        switch self {
        case .asked: Words("各单位报送需求", "Units file what they need")
        case .notAsked: Words("不要求", "Not asked for")
        }
    }
}

struct AskedUnit: Sendable, Hashable { var unit = "" }

/// A survey as it is planned.
struct SurveyScheme: Sendable, Hashable {
    var title = ""
    /// The year for whose programme it asks.
    var year = 0
    /// What those who are asked are told.
    var about = ""
    var asked = SurveyAudience.all
    var categories: [PersonCategory] = []
    var units: [AskedUnit] = []
    var from = Day.unset
    var to = Day.unset
    var naming = SurveyNaming.anonymous
    var returns = AsksReturns.asked
}

enum SurveyStage: String, Named, Stored {
    case draft, open, closed, withdrawn

    var words: Words {
        switch self {
        case .draft: Words("草稿", "Draft")
        case .open: Words("已发布", "Open")
        case .closed: Words("已关闭", "Closed")
        case .withdrawn: Words("已撤销", "Withdrawn")
        }
    }
}

/// A needs survey (需求调研): what people and units want to be trained in, before the programme of a year is made.
struct Survey: Noun {
    var code: String
    var scheme: SurveyScheme
    var questions: [SurveyQuestion] = []
    var stage = SurveyStage.draft
    var drafted: Day
    var opened: Day?
    var closed: Day?
    var remark = ""

    var isNamed: Bool { scheme.naming == .named }

    static let table = Table<Survey>(
        "surveys", Column("code") { $0.code }, Column("title") { $0.scheme.title }, Column("year") { $0.scheme.year },
        Column("about") { $0.scheme.about }, Column("asked") { $0.scheme.asked },
        Column("from_day") { $0.scheme.from }, Column("to_day") { $0.scheme.to },
        Column("is_named") { $0.scheme.naming == .named },
        Column("asks_returns") { $0.scheme.returns == .asked }, Column("stage") { $0.stage },
        Column("drafted_day") { $0.drafted }, Column("opened_day") { $0.opened }, Column("closed_day") { $0.closed },
        Column("remark") { $0.remark }
    ) { code, title, year, about, asked, from, to, isNamed, asksReturns, stage, drafted, opened, closed, remark in
        Survey(
            code: code,
            scheme: SurveyScheme(
                title: title, year: year, about: about, asked: asked, from: from, to: to,
                naming: isNamed ? .named : .anonymous, returns: asksReturns ? .asked : .notAsked),
            stage: stage, drafted: drafted, opened: opened, closed: closed, remark: remark)
    }
    static let lists = [
        NounList<Survey>(
            \.scheme.categories, owner: "survey",
            Table("survey_categories", Column("category") { $0.rawValue }, make: { PersonCategory(rawValue: $0) })),
        NounList(
            \.scheme.units, owner: "survey", Table("survey_units", Column("unit") { $0.unit }, make: AskedUnit.init)),
        NounList(\.questions, owner: "survey", SurveyQuestion.table),
    ]
    /// Whoever is asked reads it; who was asked and what came back are kept to reach.
    static let reach = Reach.everybody
    static let searched = ["title", "code"]
}

extension CodeSeries {
    static let survey = CodeSeries(rawValue: "XQ")
    static let unitReturn = CodeSeries(rawValue: "XD")
    static let surveyPapers = CodeSeries(rawValue: "XZ")
}
