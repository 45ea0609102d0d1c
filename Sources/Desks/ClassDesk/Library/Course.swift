import Pages
import Spelling
import Store
import Vocabulary

/// A course that the school has ready (课程库).
struct Course: LibraryNoun {
    var code: String
    var entry: CourseEntry
    var entered: Day
    var stop: LibraryStop?

    init(code: String, entry: CourseEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<Course>(
        "courses",
        Column("code") { $0.code }, Column("title") { $0.entry.title }, Column("kind") { $0.entry.kind },
        Column("way") { $0.entry.way }, Column("half_hours") { $0.entry.halfHours },
        Column("syllabus") { $0.entry.syllabus }, Column("updated_day") { $0.entry.updated },
        Column("entered_day") { $0.entered }, Column("stopped_day") { $0.stop?.day },
        Column("stop_reason") { $0.stop?.reason ?? "" }
    ) { code, title, kind, way, halfHours, syllabus, updated, entered, stopped, reason in
        var entry = CourseEntry()
        (entry.title, entry.kind, entry.way, entry.halfHours) = (title, kind, way, halfHours)
        (entry.syllabus, entry.updated) = (syllabus, updated)
        var made = Course(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        return made
    }
    static let lists = [
        NounList<Course>(
            \.entry.trainers, owner: "course",
            Table("course_trainers", Column("trainer") { $0.code }, make: { CourseTrainer(code: $0) }))
    ]
    static let searched = ["title", "code"]
    static let path = "/courses/:code"
    static let series = CodeSeries(rawValue: "KC")
    static let adding = Words("新增课程", "Enter a course")
    static let condition = "course"
    static func used(in session: ClassSession) -> String? { session.courseCode }
}

/// By which the composition of a class is counted (课程类别; work-classes 8).
enum CourseKind: String, Named, Stored {
    case theory, partySpirit, ability, knowledge, caseLesson, event

    var words: Words {
        switch self {
        case .theory: Words("理论教育", "Theory")
        case .partySpirit: Words("党性教育", "Party spirit")
        case .ability: Words("业务能力", "Professional ability")
        case .knowledge: Words("知识培训", "Knowledge")
        case .caseLesson: Words("案例教学", "Case")
        case .event: Words("班级活动", "Event of the class")
        }
    }
}

struct CourseEntry: LibraryEntry {
    var title = ""
    var kind = CourseKind.theory
    var way = TeachingWay.classroom
    var halfHours = 0
    var syllabus = ""
    var trainers: [CourseTrainer] = []
    /// When its content was last worked over (更新日期).
    var updated: Day?
}

/// One who teaches a course, of the library.
struct CourseTrainer: Sendable, Hashable {
    var code = ""

    fileprivate var choice: Suggested {
        get { Suggested(code.isEmpty ? "" : code, code: code.isEmpty ? nil : code) }
        set { code = newValue.code ?? "" }
    }
}

extension CourseEntry {
    static let form = Form<CourseEntry>(
        .init(
            Words("课程", "Course"), .text(\.title, "title", Words("课程名称", "Title")).alsoCalled("课程"),
            .choice(\.kind, "kind", Words("课程类别", "Kind")), .choice(\.way, "way", Words("形式", "How")),
            .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 40),
            .longText(\.syllabus, "syllabus", Words("大纲", "Syllabus"), isRequired: false, limit: 4000, rows: 6),
            .dayIfAny(\.updated, "updated", Words("更新日期", "Updated"))),
        .init(
            Words("授课教师", "Trainers"),
            .rows(
                \.trainers, "trainers", Words("授课教师", "Trainers"),
                of: Form<CourseTrainer>(
                    .init(
                        Words("教师", "Trainer"),
                        .suggested(
                            \.choice, "trainer", Words("教师", "Trainer"), list: LibraryList.trainers,
                            unlisted: {
                                Words("师资库没有“\($0)”，请先入库", "“\($0)” is not in the library: enter them first")
                            }, among: { try LibraryList.trainers($0) }))),
                blank: CourseTrainer(), hint: Words("填姓名，从师资库选取", "By name, from the library"), isRequired: false,
                most: 20)))

    func problems(in reading: some Reading) throws -> [LibraryProblem] {
        var problems: [LibraryProblem] = []
        var seen: Set<String> = []
        for (row, trainer) in trainers.enumerated() where !trainer.code.isEmpty {
            if !seen.insert(trainer.code).inserted { problems.append(.trainerTwice(row: row)) }
            if try reading.one(Trainer.self, trainer.code, for: .everybody) == nil {
                problems.append(.unknownTrainer(row: row))
            }
        }
        return problems
    }

    func remarks(besides code: String, _ ask: Ask) throws -> [Words] {
        let twins = try ask.all(Course.self, where: "title = \(title) and \(SQL.allBut(code))", order: "code", limit: 1)
        return twins.map { Words("课程库已有同名课程：\($0.code)", "There is a course of this title already: \($0.code)") }
    }
}

extension Course {
    static let listing = Listing<Course>(
        Words("课程库", "Courses"),
        columns: [
            .title(Words("课程名称", "Title"), sort: "title"),
            CourseEntry.form.column("kind", of: \.entry, sort: "kind"),
            CourseEntry.form.column("way", of: \.entry, sort: "way"),
            ListColumn(
                "hours", Words("学时", "Hours"), .figure, sort: "half_hours", unit: Words("学时", "hours"),
                text: { row, _ in Figure.plain(Double(row.entry.halfHours) / 2) }),
            CourseEntry.form.column("trainers", of: \.entry, .off),
            CourseEntry.form.column("syllabus", of: \.entry, .file),
            .day("updated", Words("更新", "Updated"), .off, sort: "updated_day") { $0.entry.updated },
            Course.usedColumn(Words("今年使用（次）", "Used this year")), .code(),
            LibraryState<Course>.column(sort: "stopped_day"),
        ],
        filters: [
            .search(Words("名称或编号", "Title or number"), Course.self),
            .choice("kind", Words("课程类别", "Kind"), CourseKind.self) { kind, _ in "kind = \(kind)" },
            .choice("way", Words("形式", "How"), TeachingWay.self) { way, _ in "way = \(way)" },
            ListFilter(name: "trainer", words: Words("授课教师", "Trainer"), control: nil) { ask, typed in
                guard let found = try ask.reading.one(Trainer.self, typed, for: ask.reader) else { return nil }
                return (found.title, "code in (select course from course_trainers where trainer = \(found.code))")
            }, LibraryState<Course>.filter,
        ], order: "title", empty: Words("课程库还没有课程", "There are no courses yet"),
        sentence: LibraryState<Course>.sentence)
}

extension CourseEntry {
    var identity: String { title }
    var told: String { "\(kind.words.zh)，\(Figure.plain(Double(halfHours) / 2))学时" }

    static var example: CourseEntry {
        var entry = CourseEntry()
        (entry.title, entry.halfHours, entry.syllabus) = ("示例课程", 8, "一、政策依据\n二、主要做法")
        return entry
    }
}
