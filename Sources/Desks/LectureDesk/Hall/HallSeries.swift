import Pages
import Spelling
import Store
import Vocabulary

/// One lecture of a series as it is planned.
struct PlannedLecture: Sendable, Hashable {
    var day = Day.unset
    var topic = ""
    /// Empty where nobody is named yet.
    var speaker = Suggested()
    var heldAt = ""
    var audience = ""
    var places = 0
}

/// The series of a year as it is drawn up.
struct SeriesDraft: Sendable, Hashable {
    var unit = ""
    var year = 0
    var title = "理论大讲堂"
    var lectures: [PlannedLecture] = []
}

/// The lecture hall of a year (大讲堂年度安排): it is approved as one, and each of its lectures goes its own way from there.
struct HallSeries: Noun {
    var code: String
    var draft: SeriesDraft
    var stage: SeriesStage
    var drafted: Day
    var submitted: Day?
    /// Whoever sent it does not approve it.
    var submittedBy: String
    var approved: Day?
    var remark: String

    static let table = Table<HallSeries>(
        "hall_series",
        Column("code") { $0.code }, Column("unit") { $0.draft.unit }, Column("series_year") { $0.draft.year },
        Column("title") { $0.draft.title }, Column("stage") { $0.stage }, Column("drafted_day") { $0.drafted },
        Column("submitted_day") { $0.submitted }, Column("submitted_by") { $0.submittedBy },
        Column("approved_day") { $0.approved }, Column("remark") { $0.remark }
    ) { code, unit, year, title, stage, drafted, submitted, by, approved, remark in
        HallSeries(
            code: code, draft: SeriesDraft(unit: unit, year: year, title: title), stage: stage, drafted: drafted,
            submitted: submitted, submittedBy: by, approved: approved, remark: remark)
    }
    static let lists = [
        NounList<HallSeries>(
            \.draft.lectures, owner: "series",
            Table(
                "hall_series_lectures", Column("planned_day") { $0.day }, Column("topic") { $0.topic },
                Column("trainer") { $0.speaker.code ?? "" }, Column("speaker") { $0.speaker.text },
                Column("held_at") { $0.heldAt }, Column("audience") { $0.audience }, Column("places") { $0.places }
            ) { day, topic, trainer, speaker, heldAt, audience, places in
                PlannedLecture(
                    day: day, topic: topic, speaker: Suggested(speaker, code: trainer.isEmpty ? nil : trainer),
                    heldAt: heldAt, audience: audience, places: places)
            })
    ]
    /// Whom it is offered to sees it.
    static let reach = Reach.everybody
    static let searched = ["title", "code"]
}

/// How far the series of a year has come on paper.
enum SeriesStage: String, Named, Stored {
    case draft, submitted, returned, approved

    var words: Words {
        switch self {
        case .draft: Words("草拟中", "Draft")
        case .submitted: Words("待审定", "To be approved")
        case .returned: Words("退回修改", "Returned")
        case .approved: Words("已审定", "Approved")
        }
    }

    var isOpen: Bool { self == .draft || self == .returned }
}

extension SeriesDraft {
    static let form = Form<SeriesDraft>(
        .init(
            Words("年度安排", "The series"), .unit(\.unit, "unit", Words("主办单位", "Organiser")),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .text(\.title, "title", Words("名称", "Title"), rule: .name)),
        .init(
            Words("各期安排", "Lectures"),
            .rows(
                \.lectures, "lectures", Words("各期安排", "Lectures"), of: PlannedLecture.form, blank: PlannedLecture(),
                hint: Words("一行一期，按日期编为第1期、第2期", "One a row; they are numbered by their days"), most: 60)))

    /// By their days.
    var inOrder: [PlannedLecture] {
        lectures.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// What would be untrue.
    var problems: [LectureProblem] {
        lectures.enumerated().filter { $1.day != .unset && $1.day.year != year }.map {
            .notInYear(row: $0.offset, year)
        }
    }

    /// What the rules would not have: shown, never refused.
    func remarks(_ rules: LectureRules) -> [Words] {
        var found: [Words] = []
        if lectures.count < rules.perYear {
            found.append(
                Words(
                    "安排了\(lectures.count)期，规定每年\(rules.perYear)期",
                    "\(lectures.count) are planned; the rule is \(rules.perYear) a year"))
        }
        let open = lectures.count { $0.speaker.text.isEmpty }
        if open > 0 { found.append(Words("\(open)期主讲人未定", "\(open) without a speaker yet")) }
        return found
    }
}

extension PlannedLecture {
    static let form = Form<PlannedLecture>(
        .init(
            Words("各期安排", "Lectures"), .text(\.topic, "topic", Words("题目", "Topic")),
            .day(\.day, "day", Words("日期", "Day")), .speaker(\.speaker, "speaker", isRequired: false),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), isRequired: false, rule: .name),
            .text(\.audience, "audience", Words("对象", "For whom"), isRequired: false, rule: .name),
            .number(\.places, "places", Words("名额", "Places"), in: 0...100_000)))
}

extension Reading {
    /// The series of a unit for a year, where there is one.
    func series(of unit: String, _ year: Int) throws -> HallSeries? {
        try all(HallSeries.self, for: .everybody, where: "unit = \(unit) and series_year = \(year)").first
    }
}
