import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

enum Quarter: String, Named, Stored {
    case q1, q2, q3, q4

    init(of day: Day) { self = Quarter.allCases[(day.month - 1) / 3] }

    var number: Int { (Quarter.allCases.firstIndex(of: self) ?? 0) + 1 }
    var words: Words { Words("第\(["一", "二", "三", "四"][number - 1])季度", "Quarter \(number)") }
}

/// How an exam is sat (考试方式).
enum ExamWay: String, Named, Stored {
    case closed, open, computer, online

    var words: Words {
        switch self {
        case .closed: Words("闭卷", "Closed book")
        case .open: Words("开卷", "Open book")
        case .computer: Words("机考", "At a computer")
        case .online: Words("线上答题", "Online")
        }
    }
}

/// An exam as it is announced, with its outline.
struct ExamScheme: Sendable, Hashable {
    var unit = ""
    var title = ""
    var year = 0
    var quarter = Quarter.q1
    var day = Day.unset
    var heldAt = ""
    var way = ExamWay.closed
    var halfHours = 3
    var fullScore = 100
    var outline: [String] = []
}

/// An exam of a unit on policies and its business (政策业务知识考试), from its outline to its results.
struct DrillExam: Noun {
    var code: String
    var scheme: ExamScheme
    var announced: Day
    var stage: ExamStage
    var remark: String

    var unit: String { scheme.unit }

    static let table = Table<DrillExam>(
        "drill_exams",
        Column("code") { $0.code }, Column("unit") { $0.scheme.unit }, Column("title") { $0.scheme.title },
        Column("exam_year") { $0.scheme.year }, Column("quarter") { $0.scheme.quarter },
        Column("held_day") { $0.scheme.day }, Column("held_at") { $0.scheme.heldAt }, Column("way") { $0.scheme.way },
        Column("half_hours") { $0.scheme.halfHours }, Column("full_score") { $0.scheme.fullScore },
        Column("announced_day") { $0.announced }, Column("stage") { $0.stage }, Column("remark") { $0.remark }
    ) { code, unit, title, year, quarter, day, heldAt, way, halfHours, fullScore, announced, stage, remark in
        DrillExam(
            code: code,
            scheme: ExamScheme(
                unit: unit, title: title, year: year, quarter: quarter, day: day, heldAt: heldAt, way: way,
                halfHours: halfHours, fullScore: fullScore), announced: announced, stage: stage, remark: remark)
    }
    static let lists = [
        NounList<DrillExam>(
            \.scheme.outline, owner: "exam", Table("drill_exam_outline", Column("item") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "code"]
}

/// Where an exam stands on paper; whether it was sat is told by its results.
enum ExamStage: String, Named, Stored {
    case announced, cancelled

    var words: Words { self == .announced ? Words("已公布", "Announced") : Words("已取消", "Cancelled") }
}

/// Whether somebody sat an exam, and else why not; of leave only that it was leave.
enum Sitting: String, Named, Stored {
    case sat, official, leave, seconded, absent

    var words: Words {
        switch self {
        case .sat: Words("参考", "sat it")
        case .official: Words("因公", "on duty")
        case .leave: Words("请假", "on leave")
        case .seconded: Words("挂职借调", "seconded")
        case .absent: Words("缺考", "absent")
        }
    }

    /// Whoever is excused need not sit it: coverage is counted over the others.
    var isExcused: Bool { [.official, .leave, .seconded].contains(self) }
}

/// One person's result, which they alone read: the unit is told of rate and mean.
struct ExamLine: Sendable, Hashable {
    var person = ""
    /// Where they were on the day.
    var unit = ""
    var sitting = Sitting.sat
    /// Nil: they did not sit it.
    var score: Score?
}

/// What became of an exam: by it the exam is an activity, and whoever sat it took part.
struct ExamResults: Noun {
    var exam: String
    var imported: Day
    /// How often results came in; the last stand.
    var times: Int
    var activity: String
    var reason: String
    /// With which the journal vouches for the scores and tells none (docs/decisions/0192).
    var salt: ResultSalt
    var lines: [ExamLine]

    static let table = Table<ExamResults>(
        "drill_exam_results", Column("exam") { $0.exam }, Column("imported_day") { $0.imported },
        Column("times") { $0.times }, Column("activity") { $0.activity }, Column("reason") { $0.reason },
        Column("salt") { $0.salt }
    ) { exam, imported, times, activity, reason, salt in
        ExamResults(
            exam: exam, imported: imported, times: times, activity: activity, reason: reason, salt: salt, lines: [])
    }
    /// A score is its person's own: the journal, which others read, has none.
    static let lists = [
        NounList<ExamResults>(
            \.lines, owner: "exam",
            Table(
                "drill_exam_scores", Column("person") { $0.person }, Column("unit") { $0.unit },
                Column("presence") { $0.sitting }, Column("score") { $0.score }, make: ExamLine.init)
        ).sealed { $0.salt.text }
    ]
    static let reach = Reach.through("exam", DrillExam.self)
}

/// A random text that stands beside results; the journal tells that there is one, never what it is. Empty: results of before
/// there was one, which the journal tells in full.
struct ResultSalt: Hashable, Sendable, Stored, CustomStringConvertible {
    let text: String

    init(_ text: String) { self.text = text }
    init(stored: SQLValue) throws { text = try String(stored: stored) }

    static var fresh: ResultSalt { ResultSalt(RandomText.make(26)) }

    var stored: SQLValue { SQLValue(text) }
    var journaled: JournalValue { text.isEmpty ? .none : .text("***") }
    var description: String { "***" }
}

extension Reading {
    func results(of exam: DrillExam) throws -> ExamResults? { try one(ExamResults.self, exam.code, for: .everybody) }

    /// What somebody's results are, exam by exam; nobody else's are read.
    func examLines(of codes: [String], limit: Int? = nil) throws -> [(exam: String, line: ExamLine)] {
        var question: SQL = """
            select exam, person, unit, presence, score from drill_exam_scores where person in (\(list: codes))
            order by exam desc, place
            """
        if let limit { question = "\(question) limit \(limit)" }
        return try connection.rows(question.text, question.values) { row in
            (
                try row.text("exam"),
                ExamLine(
                    person: try row.text("person"), unit: try row.text("unit"),
                    sitting: try Sitting(stored: row.value("presence")),
                    score: try Score?(stored: row.value("score")))
            )
        }
    }

    /// What results come to, without reading anybody's score; nil: there are none.
    func examFigures(of exam: String) throws -> ExamFigures? {
        let question: SQL = """
            select presence, count(*) as people, cast(coalesce(sum(score), 0) as bigint) as points
            from drill_exam_scores where exam = \(exam) group by presence
            """
        let counted = try connection.rows(question.text, question.values) { row in
            (
                sitting: try Sitting(stored: row.value("presence")), people: try row.integer("people"),
                points: try row.integer("points")
            )
        }
        return counted.isEmpty ? nil : ExamFigures(counted)
    }

    /// Whether there are any: of a list's exams nobody reads thousands of scores to know.
    func hasResults(of exam: DrillExam) throws -> Bool {
        try count(ExamResults.self, for: .everybody, where: "exam = \(exam.code)") > 0
    }
}

extension ExamScheme {
    static let form = Form<ExamScheme>(
        .init(
            Words("考试安排", "The exam"), .unit(\.unit, "unit", Words("组织单位", "Held by")),
            .text(\.title, "title", Words("名称", "Title")),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .choice(\.quarter, "quarter", Words("季度", "Quarter")), .day(\.day, "day", Words("考试日期", "Day")),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name), .choice(\.way, "way", Words("方式", "How")),
            .hours(\.halfHours, "hours", Words("时长（小时）", "Hours"), most: 24),
            .number(\.fullScore, "fullScore", Words("满分", "Full marks"), in: 1...1000)),
        .init(
            Words("考试大纲", "Outline"),
            .lines(
                \.outline, "outline", Words("考试大纲", "Outline"),
                hint: Words(
                    "一行一项：政策文件、业务规程，可写应知应会手册的章节", "One a line: documents, procedures, chapters of the handbook"),
                most: 60)))

    var problems: [DrillProblem] { day.year == year ? [] : [.notInYear(year)] }

    func remarks(announced: Day, _ rules: DrillRules) -> [Words] {
        var remarks: [Words] = []
        if day - announced < rules.outlineDays {
            remarks.append(
                Words(
                    "大纲应提前\(rules.outlineDays)天公布，实际提前\(max(0, day - announced))天",
                    "The outline should be out \(rules.outlineDays) days ahead; it is \(max(0, day - announced))"))
        }
        if Quarter(of: day) != quarter {
            remarks.append(
                Words(
                    "考试日期在\(Quarter(of: day).words.zh)，按日期计入那个季度",
                    "The day lies in \(Quarter(of: day).words.en.lowercased()): it counts there"))
        }
        return remarks
    }

    /// What the records hold of it.
    func activity(_ lines: [ExamLine], imported: Day) -> ActivityDraft {
        let hours = Double(halfHours) / 2
        return ActivityDraft(
            kind: .exam, title: title, organiser: unit, from: day, to: day, hours: hours,
            topics: [.businessKnowledge], reported: imported,
            participants: lines.filter { $0.sitting == .sat }.map { ParticipantDraft(person: $0.person, hours: hours) })
    }
}

extension Ask {
    /// The next quarter's exam as the last one was held.
    func proposedExam() throws -> ExamScheme {
        var scheme = ExamScheme()
        scheme.unit = query["unit"] ?? reader.unit ?? ""
        scheme.day = today + 14
        (scheme.year, scheme.quarter) = (scheme.day.year, Quarter(of: scheme.day))
        guard !scheme.unit.isEmpty else { return scheme }
        scheme.title = "\(try naming.unitName(scheme.unit))\(scheme.year)年\(scheme.quarter.words.zh)政策业务知识考试"
        let last = try all(
            DrillExam.self, where: "unit = \(scheme.unit) and stage = \(ExamStage.announced)", order: "held_day desc",
            limit: 1
        ).first
        if let last = last?.scheme {
            (scheme.heldAt, scheme.way, scheme.halfHours) = (last.heldAt, last.way, last.halfHours)
            scheme.fullScore = last.fullScore
        }
        return scheme
    }
}
