import Store
import Vocabulary

/// Who was late, on leave or absent in one half-day; all others were there (考勤).
struct RollCall: Noun {
    var code: String
    var trainingClass: String
    var day: Day
    var half: HalfDay
    /// Why it was corrected last; empty: it stands as it was called.
    var reason = ""
    var marks: [RollMark]

    static let table = Table<RollCall>(
        "roll_calls",
        Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("day") { $0.day },
        Column("half") { $0.half }, Column("reason") { $0.reason }
    ) { code, trainingClass, day, half, reason in
        RollCall(code: code, trainingClass: trainingClass, day: day, half: half, reason: reason, marks: [])
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

    /// What else somebody was than there (work-classes 11).
    enum Mark: String, Named, Stored {
        case late, early, leave, sick, official, absent

        var words: Words {
            switch self {
            case .late: Words("迟到", "Late")
            case .early: Words("早退", "Left early")
            case .leave: Words("事假", "Leave")
            case .sick: Words("病假", "Sick leave")
            case .official: Words("公假", "Public duty")
            case .absent: Words("旷课", "Absent")
            }
        }

        /// As the sheet on the wall has it.
        var sign: String {
            switch self {
            case .late: "△"
            case .early: "▽"
            case .leave: "○"
            case .sick: "☆"
            case .official: "◎"
            case .absent: "×"
            }
        }

        /// Late and gone early is there.
        var isThere: Bool { self == .late || self == .early }
    }

    static let here = Words("出勤", "There")
    static let hereSign = "√"
}
