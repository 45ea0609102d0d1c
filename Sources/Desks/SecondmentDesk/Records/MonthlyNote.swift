import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// A month, as a number: 202603.
struct NoteMonth: Hashable, Sendable, Comparable {
    let number: Int

    init(_ day: Day) { number = day.year * 100 + day.month }

    init?(number: Int) {
        guard Day(year: number / 100, month: number % 100, day: 1) != nil else { return nil }
        self.number = number
    }

    var first: Day { Day(year: number / 100, month: number % 100, day: 1) ?? .unset }
    var last: Day { first.ending(months: 1) }
    var before: NoteMonth { NoteMonth(first - 1) }
    var words: Words { Words("\(number / 100)年\(number % 100)月", "\(number / 100)-\(number % 100)") }
    static func < (a: NoteMonth, b: NoteMonth) -> Bool { a.number < b.number }

    /// Every month that a time touches.
    static func all(from: Day, to: Day) -> [NoteMonth] {
        guard from <= to else { return [] }
        var months = [NoteMonth(from)]
        while let last = months.last, last < NoteMonth(to), months.count < 60 {
            months.append(NoteMonth(last.last + 1))
        }
        return months
    }
}

/// What a host says of a month: how many days they were there, and one line on the work (月报).
struct NoteLine: Sendable, Hashable {
    /// As a number; empty: none chosen.
    var month = ""
    var days = 0
    var line = ""

    static let form = Form<NoteLine>(
        .init(
            Words("月度情况", "The month"),
            .option(
                \.month, "month", Words("月份", "Month"),
                among: { _, naming in
                    NoteMonth.all(from: naming.today.adding(months: -36), to: naming.today).reversed().map {
                        FormOption(String($0.number), $0.words)
                    }
                }, unknown: { Words("“\($0)”不是这三年的月份", "“\($0)” is no month of these three years") }),
            .number(\.days, "days", Words("到岗天数", "Days there"), in: 0...31),
            .text(
                \.line, "line", Words("做了什么（一句话）", "What was done, in one line"),
                hint: Words("只写工作，不评价个人", "Of the work, not of the person"), rule: TextRule(limit: 100))))
}

/// A month of a secondment as its host tells it; written again, it is put right.
struct MonthlyNote: Noun {
    var code: String
    var secondment: String
    var month: Int
    var days: Int
    var line: String
    var written: Day

    static let table = Table<MonthlyNote>(
        "secondment_notes", Column("code") { $0.code }, Column("secondment") { $0.secondment },
        Column("month") { $0.month }, Column("days") { $0.days }, Column("line") { $0.line },
        Column("written_day") { $0.written }, make: MonthlyNote.init)
    static let reach = Reach.through("secondment", Secondment.self)
    static let personal: PersonalTexts? = .through("secondment", Secondment.self, "line")

    static func code(_ secondment: String, _ month: Int) -> String { "\(secondment).\(month)" }
}

/// Writes the line of a month, or puts it right.
struct WriteNote: RecordAct {
    static let right = Right.report
    static let words = Words("登记月报", "Monthly line")
    static let title = Words("登记月度情况", "The line of a month")
    static let button = Words("登记月报", "Monthly line")
    static let step = "note"
    static let settles = true
    var record: String
    var note: NoteLine

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        guard secondment.stage == .approved else { return SecondmentProblem.notApproved(secondment.stage) }
        return secondment.started == nil ? SecondmentProblem.notStarted : nil
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        guard let month = Int(note.month).flatMap(NoteMonth.init(number:)),
            secondment.months(until: t.today).contains(month)
        else { try t.refuse(SecondmentProblem.noteOfNoMonth) }
        if note.days > month.last - month.first + 1 { try t.refuse(SecondmentProblem.tooManyDays) }
        let code = MonthlyNote.code(secondment.code, month.number)
        let written = MonthlyNote(
            code: code, secondment: secondment.code, month: month.number, days: note.days, line: note.line,
            written: t.today)
        guard let before = try t.one(MonthlyNote.self, code, for: .everybody) else {
            try t.insert(written)
            return secondment
        }
        if before.days == note.days, before.line == note.line { try t.refuse(SecondmentProblem.nothingChanged) }
        var changed = written
        // It came when it came first.
        changed.written = before.written
        try t.update(changed)
        return secondment
    }
}

extension Secondment {
    /// Months in which they were there, the one that runs among them.
    func months(until today: Day) -> [NoteMonth] {
        started.map { NoteMonth.all(from: $0, to: min(today, ended?.day ?? today)) } ?? []
    }
}

extension Reading {
    func notes(of secondment: Secondment) throws -> [MonthlyNote] {
        try all(MonthlyNote.self, for: .everybody, where: "secondment = \(secondment.code)", order: "month")
    }
}
