import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a year's programme comes to, and what was held of it. A line (班次), a run (期), somebody once more (人次) and somebody
/// (人) are never one figure.
struct ProgrammeFigures {
    let lines: [ProgrammeLine]
    /// Classes of its lines that are closed, and of no line that opened in the year.
    let held: [TrainingClass]
    let besides: [TrainingClass]
    private let trainees: [String: [Trainee]]
    private let closings: [String: ClassClosing]
    private let same: SamePersons

    init(_ programme: YearProgramme, _ ask: Ask) throws {
        lines = try ask.lines(of: programme)
        same = try ask.reading.samePersons()
        held = try ask.all(
            TrainingClass.self, where: HeldOf.programme.condition(programme.code), order: "code")
        besides = try ask.all(TrainingClass.self, where: HeldOf.besides.condition(programme.code), order: "code")
        trainees = Dictionary(
            grouping: try ask.all(Trainee.self, where: Self.students(of: .all, programme.code), order: "code"),
            by: \.trainingClass)
        let all = try ask.all(
            ClassClosing.self,
            where: """
                reopened_day is null and class in (
                    select code from training_classes where \(HeldOf.all.condition(programme.code)))
                """)
        closings = Dictionary(all.map { ($0.trainingClass, $0) }) { first, _ in first }
    }

    /// Those who came to classes that are closed.
    static func students(of held: HeldOf, _ programme: String) -> SQL {
        """
        stage in (\(list: TraineeStage.students)) and class in (
            select code from training_classes where \(held.condition(programme)))
        """
    }

    struct Held {
        var lines: Int
        var classes: Int
        var personTimes: Int
        var people: Int
        var personDays: Int
        var spent: Money
    }

    func sum(_ classes: [TrainingClass]) -> Held {
        let students = classes.flatMap { trainees[$0.code] ?? [] }
        return Held(
            // Classes are everybody's, lines their units': of others no list is opened.
            lines: Set(classes.map(\.scheme.line)).intersection(lines.map(\.code)).count, classes: classes.count,
            personTimes: students.count, people: Set(students.map { same.whose($0.person) }).count,
            personDays: classes.reduce(0) { $0 + (trainees[$1.code] ?? []).count * $1.scheme.days },
            spent: classes.reduce(.zero) { $0 + (closings[$1.code]?.outcome.costs.total ?? .zero) })
    }

    var runs: Int { lines.reduce(0) { $0 + $1.scheme.runs } }
    var personTimes: Int { lines.reduce(0) { $0 + $1.scheme.personTimes } }
    var personDays: Int { lines.reduce(0) { $0 + $1.scheme.personDays } }
    var amount: Money { lines.reduce(.zero) { $0 + $1.scheme.amount } }
}

/// Classes that were held and closed: of the lines of a year, of no line, or either.
enum HeldOf: String, Named {
    case programme, besides, all

    var words: Words {
        switch self {
        case .programme: Words("计划内已结班", "Of the programme, closed")
        case .besides: Words("计划外已结班", "Besides the programme, closed")
        case .all: Words("已结班", "Closed")
        }
    }

    /// By the table of classes.
    func condition(_ programme: String) -> SQL {
        let year = Int(programme) ?? 0
        let (first, last) = (Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
        let closed: SQL = "stage = \(ClassStage.approved) and \(TrainingClass.isClosed)"
        let ofLines: SQL = "line in (select code from programme_lines where programme = \(programme))"
        let ofNone: SQL =
            "line is null and opening_day >= \(first ?? .unset) and opening_day <= \(last ?? .unset)"
        return switch self {
        case .programme: "\(closed) and \(ofLines)"
        case .besides: "\(closed) and \(ofNone)"
        case .all: "\(closed) and (\(ofLines) or \(ofNone))"
        }
    }

    /// `programme 2027`, as an address names it.
    static func asked(_ typed: String) -> (held: HeldOf, programme: String)? {
        let parts = typed.split(separator: " ").map(String.init)
        guard parts.count == 2, let held = HeldOf(rawValue: parts[0]), let year = Int(parts[1]),
            (2000...2099).contains(year)
        else { return nil }
        return (held, parts[1])
    }

    /// Of the list of classes.
    static let classes = ListFilter(name: "held", words: Words("结班", "Closed"), control: nil) { ask, typed in
        asked(typed).map { ("\($0.programme) \(ask.say($0.held.words))", $0.held.condition($0.programme)) }
    }

    /// Of the list of trainees: those who came to them.
    static let trainees = ListFilter(name: "held", words: Words("结班", "Closed"), control: nil) { ask, typed in
        asked(typed).map {
            ("\($0.programme) \(ask.say($0.held.words))", ProgrammeFigures.students(of: $0.held, $0.programme))
        }
    }
}

extension TrainingClass {
    /// Of the list of classes: the runs of one line.
    static let lineFilter = ListFilter(name: "line", words: Words("计划项目", "Line"), control: nil) { ask, typed in
        guard let line = try ask.reading.one(ProgrammeLine.self, typed, for: ask.reader) else { return nil }
        return (line.title, "line = \(line.code)")
    }
}
