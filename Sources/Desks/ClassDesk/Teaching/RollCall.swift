import Pages
import Records
import Storage
import Store
import Vocabulary

/// Who was late, on leave or absent in one half-day; all others were there (考勤).
struct RollCall: Noun {
    var code: String
    var trainingClass: String
    var day: Day
    var half: HalfDay
    var marks: [RollMark]

    static let table = Table<RollCall>(
        "roll_calls",
        Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("day") { $0.day },
        Column("half") { $0.half }
    ) { code, trainingClass, day, half in
        RollCall(code: code, trainingClass: trainingClass, day: day, half: half, marks: [])
    }
    static let lists = [
        NounList<RollCall>(
            \.marks, owner: "roll",
            Table("roll_marks", Column("trainee") { $0.trainee }, Column("mark") { $0.mark }, make: RollMark.init))
    ]
    static let reach = Reach.everybody

    var place: ClassHalf { ClassHalf(day: day, half: half) }

    static func code(of trainingClass: String, _ place: ClassHalf) -> String {
        "\(trainingClass).\(place.day.iso).\(place.half.rawValue)"
    }
}

struct RollMark: Sendable, Hashable {
    var trainee: String
    var mark: Mark

    enum Mark: String, Named, Stored {
        case late, leave, absent

        var words: Words {
            switch self {
            case .late: Words("迟到", "Late")
            case .leave: Words("请假", "On leave")
            case .absent: Words("缺勤", "Absent")
            }
        }

        /// As the sheet on the wall has it (work-classes 11).
        var sign: String {
            switch self {
            case .late: "△"
            case .leave: "○"
            case .absent: "×"
            }
        }
    }
}

/// The sheet of one half-day: those who were not simply there.
struct RollSheet: Sendable, Hashable {
    var late: [String] = []
    var leave: [String] = []
    var absent: [String] = []

    static let form = Form<RollSheet>(
        .init(
            Words("考勤", "Roll"),
            .persons(
                \.absent, "absent", Words("缺勤", "Absent"),
                hint: Words("全部到课的，三栏都不填", "Leave all three empty where everybody was there"), isRequired: false),
            .persons(\.leave, "leave", Words("请假", "On leave"), isRequired: false),
            .persons(\.late, "late", Words("迟到", "Late"), isRequired: false)))

    /// Persons with their marks, in the order of the sheet.
    var marked: [(person: String, mark: RollMark.Mark)] {
        absent.map { ($0, .absent) } + leave.map { ($0, .leave) } + late.map { ($0, .late) }
    }
}

/// Calls the roll of one half-day, or corrects it (登记考勤).
struct CallRoll: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记考勤", "Roll called")
    static let mayStandAlready = true
    var code: String
    var day: Day
    var half: HalfDay
    var sheet: RollSheet

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: code) }

    func perform(in t: ActTransaction) throws -> TrainingClass {
        guard let found = try t.one(TrainingClass.self, code, for: t.reader) else {
            try t.refuse(ClassProblem.unknown(code))
        }
        let place = ClassHalf(day: day, half: half)
        if let why = try found.notToCall(place, in: t, for: t.reader, on: t.today) { try t.refuse(why) }
        let arrived = try t.all(Trainee.self, for: .everybody, where: "class = \(code)", order: "code")
            .filter { TraineeStage.students.contains($0.stage) }
        let trainees = Dictionary(arrived.map { ($0.person, $0.code) }) { first, _ in first }
        var problems: [ClassProblem] = []
        var marks: [RollMark] = []
        for (person, mark) in sheet.marked {
            let name = try t.person(code: person)?.name ?? person
            guard let trainee = trainees[person] else {
                problems.append(.notTrainee(name))
                continue
            }
            if marks.contains(where: { $0.trainee == trainee }) { problems.append(.markedTwice(name)) }
            marks.append(RollMark(trainee: trainee, mark: mark))
        }
        try t.refuse(problems)
        let roll = RollCall(
            code: RollCall.code(of: code, place), trainingClass: code, day: day, half: half, marks: marks)
        if try t.one(RollCall.self, roll.code, for: .everybody) == nil {
            try t.insert(roll)
        } else {
            try t.update(roll)
        }
        return found
    }
}

extension TrainingClass {
    /// Why the roll of a half-day is not called now: in its form's place, and by its act.
    func notToCall(
        _ place: ClassHalf, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> ClassProblem? {
        if let problem = try notOpen(in: reading, for: reader) { return problem }
        let halves = try reading.one(Timetable.self, code, for: .everybody)?.halves ?? []
        if !halves.contains(where: { $0.place == place }) { return .rollHasNoSession(place.day) }
        return place.day > today ? .rollToCome(place.day) : nil
    }
}
