import Pages
import Storage
import Store
import Vocabulary

/// How the host finds the tasks when half the time is over (中期): of the work, no judgement of a person.
struct LookDraft: Sendable, Hashable {
    var day = Day.unset
    var course = Course.onCourse
    var difficulties = ""
    var needs = ""

    static let form = Form<LookDraft>(
        .init(
            Words("中期情况", "The mid-term look"), .day(\.day, "day", Words("日期", "Day")),
            .choice(\.course, "course", Words("工作任务", "Tasks")),
            .longText(
                \.difficulties, "difficulties", Words("困难", "Difficulties"), isRequired: false, limit: 500, rows: 2),
            .longText(
                \.needs, "needs", Words("需要派出单位和组织部门支持的", "What is needed of home unit and office"), isRequired: false,
                limit: 500, rows: 2)))
}

enum Course: String, Named, Stored {
    case onCourse, behind

    var words: Words { self == .onCourse ? Words("按计划", "on course") : Words("滞后", "behind") }
}

struct MidTermLook: Noun {
    var secondment: String
    var draft: LookDraft
    var written: Day

    static let table = Table<MidTermLook>(
        "secondment_looks", Column("secondment") { $0.secondment }, Column("look_day") { $0.draft.day },
        Column("course") { $0.draft.course }, Column("difficulties") { $0.draft.difficulties },
        Column("needs") { $0.draft.needs }, Column("written_day") { $0.written }
    ) { secondment, day, course, difficulties, needs, written in
        MidTermLook(
            secondment: secondment,
            draft: LookDraft(day: day, course: course, difficulties: difficulties, needs: needs), written: written)
    }
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through("secondment", Secondment.self, "difficulties", "needs")
}

/// The host looks at the tasks at half time.
struct LookMidTerm: RecordAct {
    static let right = Right.report
    static let words = Words("登记中期情况", "Mid-term look")
    static let title = Words("中期情况", "The mid-term look")
    static let button = Words("中期情况", "Mid-term look")
    static let step = "mid-term"
    static let settles = true
    var record: String
    var draft: LookDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        if let why = secondment.notAway { return why }
        return try reading.look(at: secondment).map { SecondmentProblem.lookedAt($0.draft.day) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        try t.refuse(secondment.problems(of: draft.day, "day", on: t.today))
        try t.insert(MidTermLook(secondment: secondment.code, draft: draft, written: t.today))
        return secondment
    }
}

extension Secondment {
    /// When half of the time is over; as the condition of the table has it.
    var middle: Day? { started.map { Day(number: ($0.number + to.number) / 2) } }
}

extension Reading {
    func look(at secondment: Secondment) throws -> MidTermLook? {
        try one(MidTermLook.self, secondment.code, for: .everybody)
    }
}
