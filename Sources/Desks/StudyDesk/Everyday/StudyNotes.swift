import Pages
import Records
import Storage
import Store
import Vocabulary

/// Half of a year, by which notes are counted.
enum YearHalf: String, Named, Stored {
    case first, second

    var words: Words {
        self == .first ? Words("上半年", "First half") : Words("下半年", "Second half")
    }

    init(of day: Day) { self = day.month <= 6 ? .first : .second }

    func begins(in year: Int) -> Day? { Day(year: year, month: self == .first ? 1 : 7, day: 1) }
}

/// How many study notes somebody wrote in half a year (学习笔记、心得篇数): a number, never what they say.
struct StudyNotes: Noun {
    var code: String
    var person: String
    var unit: String
    var year: Int
    var half: YearHalf
    var amount: Int
    var said: Day

    static let table = Table<StudyNotes>(
        "study_notes", Column("code") { $0.code }, Column("person") { $0.person }, Column("unit") { $0.unit },
        Column("notes_year") { $0.year }, Column("half") { $0.half }, Column("amount") { $0.amount },
        Column("said_day") { $0.said }, make: StudyNotes.init)
    static let reach = Reach.unit("unit")
    static let most = 500
}

/// A count as it is filled in: of oneself, or by whoever looked at the notebooks.
struct NotesDraft: Sendable, Hashable {
    var person = ""
    var year = 0
    var half = YearHalf.first
    var amount = 0

    private static let counted: [FormField<NotesDraft>] = [
        .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
        .choice(\.half, "half", Words("时段", "Half")),
        .number(
            \.amount, "amount", Words("篇数", "Notes"),
            hint: Words("只记篇数，不交内容；再填一次即为更正", "The number only; filling it in again corrects it"),
            in: 0...StudyNotes.most),
    ]

    static let own = Form<NotesDraft>(Form.Section(Words("学习笔记", "Study notes"), fields: counted))
    static let ofOthers = Form<NotesDraft>(
        Form.Section(
            Words("学习笔记", "Study notes"), fields: [.person(\.person, "person", Words("干部", "Whose"))] + counted))

    /// What of a half that has not begun, or of a year long gone, would be untrue.
    func problems(on today: Day) -> [StudyProblem] {
        guard let begins = half.begins(in: year), begins <= today, year >= today.year - 1 else {
            return [.notThisHalf]
        }
        return []
    }
}

/// Says how many notes one wrote oneself (登记学习笔记篇数).
struct SayNotes: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("登记学习笔记篇数", "Number of notes said")
    static let mayStandAlready = true
    var draft: NotesDraft

    func perform(in t: ActTransaction) throws {
        let (person, unit) = try t.myself()
        try t.keep(draft, of: person, unit)
    }
}

/// Enters for somebody of the unit what their notebooks had (登记他人学习笔记篇数).
struct EnterNotes: Act {
    static let right = Right.report
    static let words = Words("登记干部学习笔记篇数", "Number of somebody's notes entered")
    static let mayStandAlready = true
    var draft: NotesDraft

    func perform(in t: ActTransaction) throws {
        guard let person = try t.person(code: draft.person)?.code,
            let unit = try t.appointment(of: person, on: t.today, knownAt: nil)?.unit
        else { try t.refuse(StudyProblem.notInService) }
        try t.requireReach(to: unit, with: Self.right)
        try t.keep(draft, of: person, unit)
    }
}

extension ActTransaction {
    fileprivate func keep(_ draft: NotesDraft, of person: String, _ unit: String) throws {
        try refuse(draft.problems(on: today))
        let codes = try codes(of: person)
        let before = try all(
            StudyNotes.self, for: .everybody,
            where: "person in (\(list: codes)) and notes_year = \(draft.year) and half = \(draft.half)"
        ).first
        guard var notes = before else {
            return try insert(
                StudyNotes(
                    code: "\(draft.year).\(draft.half.rawValue).\(person)", person: person, unit: unit,
                    year: draft.year, half: draft.half, amount: draft.amount, said: today))
        }
        guard notes.amount != draft.amount else { return }
        (notes.amount, notes.said) = (draft.amount, today)
        try update(notes)
    }
}
