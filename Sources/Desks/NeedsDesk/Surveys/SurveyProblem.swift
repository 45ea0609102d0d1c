import Store
import Vocabulary

/// Why an act on a survey was not done.
enum SurveyProblem: Refusal {
    case nothingChanged
    case unknown(String)
    case endsBeforeItBegins
    case isPast(Day)
    case tooLong
    case noCategories, noUnits
    case sameTitle(row: Int), tooFewOptions(row: Int), needsNoOptions(row: Int), sameOption(row: Int)
    case moreThanOptions(row: Int), noTopics(row: Int)
    case noQuestions
    /// Its questions and whom it asks are fixed.
    case isFixed(SurveyStage)
    case notOpen(SurveyStage)
    case notToOpen(SurveyStage)
    case nobodyAsked, tooManyAsked(most: Int)
    case notEarlier(Day)

    static let mostDays = 120

    private var row: (Int, String)? {
        switch self {
        case .sameTitle(let row): (row, "title")
        case .tooFewOptions(let row), .needsNoOptions(let row), .sameOption(let row): (row, "options")
        case .moreThanOptions(let row): (row, "most")
        case .noTopics(let row): (row, "purpose")
        default: nil
        }
    }

    var field: String {
        if let (row, column) = row { return "questions.\(row).\(column)" }
        return switch self {
        case .endsBeforeItBegins, .tooLong, .isPast, .notEarlier: "to"
        case .noCategories: "categories"
        case .noUnits: "units"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .noCategories, .noUnits: ["asked", field]
        default: row != nil ? ["questions"] : field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .unknown(let code): Words("没有编号为“\(code)”的调研", "There is no survey “\(code)”")
        case .endsBeforeItBegins: Words("截止日期早于开始日期", "The last day lies before the first")
        case .isPast(let day): Words("截止日期\(day.iso)已过，请先改截止日期", "The last day, \(day.iso), is past: change it first")
        case .tooLong:
            Words("一次调研最多\(Self.mostDays)天，请核对日期", "A survey lasts at most \(Self.mostDays) days: check the days")
        case .noCategories: Words("请至少选一个干部类别", "Choose a category at least")
        case .noUnits: Words("请至少填一个单位", "Name a unit at least")
        case .sameTitle(let row): Words("第\(row + 1)题与前面的题目相同", "Question \(row + 1) stands there already")
        case .tooFewOptions(let row): Words("第\(row + 1)题至少要有两个选项", "Question \(row + 1) needs two options at least")
        case .needsNoOptions(let row): Words("第\(row + 1)题这种题型不用选项", "Question \(row + 1): this kind has no options")
        case .sameOption(let row): Words("第\(row + 1)题有相同的选项", "Question \(row + 1) has one option twice")
        case .moreThanOptions(let row):
            Words("第\(row + 1)题最多可选的项数多于选项", "Question \(row + 1): there are not so many options")
        case .noTopics(let row):
            Words("第\(row + 1)题没有选项，不能作为培训主题", "Question \(row + 1) has no options, so it gives no topics")
        case .noQuestions: Words("还没有题目，请先编写问卷", "It has no questions yet: write them first")
        case .isFixed(let stage):
            Words("这次调研\(stage.words.zh)，题目和范围不能再改", "The survey is \(stage.words.en.lowercased()): it stays as it is")
        case .notOpen(let stage):
            Words("这次调研\(stage.words.zh)，现在不能办理", "The survey is \(stage.words.en.lowercased())")
        case .notToOpen(let stage):
            Words("这次调研\(stage.words.zh)，不必再发布", "The survey is \(stage.words.en.lowercased()) already")
        case .nobodyAsked: Words("范围内没有在职人员，请核对调研对象", "Nobody in service is asked: check whom it is for")
        case .tooManyAsked(let most):
            Words("一次调研最多发给\(most)人，请缩小范围", "A survey goes to at most \(most) people: ask fewer")
        case .notEarlier(let day): Words("截止日期\(day.iso)没有延后", "\(day.iso) is not later")
        }
    }
}
