import Pages
import Store
import Vocabulary

/// What a school chooses from for its timetables: trainers, courses, rooms, field-teaching sites, cases. Each is entered,
/// changed, taken out of use with a reason and taken up again by those who teach or plan; whoever may look may look at it.
protocol LibraryNoun: PagedNoun {
    associatedtype Entry: LibraryEntry
    static var series: CodeSeries { get }
    /// What its form is called: 新增教师.
    static var adding: Words { get }
    /// The condition of `/classes/sessions` that lists where it is used.
    static var condition: String { get }
    /// The one of its kind in a session of a timetable.
    static func used(in session: ClassSession) -> String?

    init(code: String, entry: Entry, entered: Day)
    var code: String { get }
    var entry: Entry { get set }
    /// In the library since.
    var entered: Day { get }
    /// Nil: it is in use.
    var stop: LibraryStop? { get set }
    /// What follows from a change of its entry.
    mutating func noteChange()
}

extension LibraryNoun {
    static var reach: Reach { .everybody }
    static var seeing: Words { Words("查看这一条", "See the entry") }
    static var acts: [any RecordAct<Self>.Type] {
        [ChangeEntry<Self>.self, StopUsing<Self>.self, TakeUpAgain<Self>.self]
    }

    var title: String { entry.title }
    mutating func noteChange() {}
}

/// What is filled in of something in the library.
protocol LibraryEntry: Sendable, Hashable {
    init()
    static var form: Form<Self> { get }
    var title: String { get }
    /// What would be untrue.
    func problems(in reading: some Reading) throws -> [LibraryProblem]
    /// What is unusual, said before it is kept. `code`: of the entry that is changed.
    func remarks(besides code: String, _ ask: Ask) throws -> [Words]
    /// Without telephones, for those who do not keep the library.
    var withoutContacts: Self { get }
    /// By which a sheet that is handed in twice is known: two are not entered as the same.
    var identity: String { get }
    /// What is said of it in one line, beside its title.
    var told: String { get }
    /// The row that shows how a sheet is filled in.
    static var example: Self { get }
}

extension LibraryEntry {
    func problems(in reading: some Reading) throws -> [LibraryProblem] { [] }
    func remarks(besides code: String, _ ask: Ask) throws -> [Words] { [] }
    var withoutContacts: Self { self }
}

/// Since when something is out of use, and why (停用).
struct LibraryStop: Sendable, Hashable {
    var day: Day
    var reason: String

    init(day: Day, reason: String) {
        self.day = day
        self.reason = reason
    }

    /// As two columns hold it.
    init?(_ day: Day?, _ reason: String) {
        guard let day else { return nil }
        self.init(day: day, reason: reason)
    }
}

/// In use, or not.
enum LibraryState<N: LibraryNoun>: String, Stated {
    case kept, stopped

    static func state(of record: N, _ ask: Ask) -> LibraryState { record.stop == nil ? .kept : .stopped }

    static var told: [LibraryState] { [.kept, .stopped] }

    var words: Words {
        switch self {
        case .kept: Words("在库", "In use")
        case .stopped: Words("停用", "Out of use")
        }
    }

    var mark: Mark { self == .kept ? .met : .excused }

    func condition(_ ask: Ask) -> SQL { self == .kept ? "stopped_day is null" : "stopped_day is not null" }
}

/// Why something in the library was not done.
enum LibraryProblem: Refusal {
    case isStopped(Day), notStopped, nothingChanged
    case endsBeforeItBegins(row: Int)
    case unknownTrainer(row: Int), trainerTwice(row: Int)
    /// What is wrong with a sheet, its row among the words.
    case row(Words)
    case notToReview(CaseState), reviewedAlready(String), noRemark

    var field: String {
        switch self {
        case .isStopped, .notStopped, .nothingChanged, .notToReview: ""
        case .row: "file"
        case .endsBeforeItBegins(let row): "away.\(row).to"
        case .unknownTrainer(let row), .trainerTwice(let row): "trainers.\(row).trainer"
        case .reviewedAlready: "reviewer"
        case .noRemark: "remark"
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins: ["away"]
        case .unknownTrainer, .trainerTwice: ["trainers"]
        case .noRemark: ["verdict", "remark"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .isStopped(let day): Words("已于\(day.iso)停用", "Out of use since \(day.iso)")
        case .row(let words): words
        case .notStopped: Words("没有停用，不用恢复", "It is in use already")
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .endsBeforeItBegins(let row):
            Words("不能授课日期第\(row + 1)行：止早于起", "Row \(row + 1) of the days not free ends before it begins")
        case .unknownTrainer(let row):
            Words("授课教师第\(row + 1)行不在师资库", "Row \(row + 1) of the trainers is not in the library")
        case .trainerTwice(let row): Words("授课教师第\(row + 1)行前面已有", "Row \(row + 1): this trainer stands above already")
        case .notToReview(let state):
            Words("现在不用评审：\(state.words.zh)", "There is nothing to review: \(state.words.en.lowercased())")
        case .reviewedAlready(let name): Words("\(name)这一轮已经评审", "\(name) has reviewed it in this round")
        case .noRemark: Words("修改、退稿的，请写明理由", "Say why it is to be revised or returned")
        }
    }
}
