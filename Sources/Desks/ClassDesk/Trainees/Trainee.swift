import Records
import Storage
import Store
import Vocabulary

/// One person in one class (学员). `unit` is the one whose quota they take; what post they held then (时任职务) the dated records
/// tell by the day on which they were named, and nothing of it is written twice.
struct Trainee: Noun {
    var code: String
    var trainingClass: String
    var person: String
    var unit: String
    var named: Day
    var stage: TraineeStage
    var decided: Day?
    var remark: String
    var way = TraineeWay.unit
    /// Of those who wait in a class, the order in which they were named.
    var turn: Int?

    static let table = Table<Trainee>(
        "trainees",
        Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("person") { $0.person },
        Column("unit") { $0.unit }, Column("named_day") { $0.named },
        Column("stage") { $0.stage }, Column("decided_day") { $0.decided }, Column("remark") { $0.remark },
        Column("way") { $0.way == .unit ? nil : $0.way }, Column("turn") { $0.turn }
    ) { code, trainingClass, person, unit, named, stage, decided, remark, way, turn in
        Trainee(
            code: code, trainingClass: trainingClass, person: person, unit: unit, named: named,
            stage: stage,
            decided: decided, remark: remark, way: way ?? .unit, turn: turn)
    }
    /// Whoever named them, and whoever organises the class (docs/decisions/0151).
    static let reach = Reach.either([.unit("unit"), .throughUnit("class", TrainingClass.self, unit: "organiser")])
    static let personal: PersonalTexts? = .of("person", "remark")
}

/// How somebody came onto the roster: named by their unit, which is not written down, or called up by name, within the quota
/// of their unit or beside it.
enum TraineeWay: String, Named, Stored {
    case unit, within, beside

    var words: Words {
        switch self {
        case .unit: Words("单位报名", "Named by the unit")
        case .within: Words("点名，占单位名额", "By name, within the quota")
        case .beside: Words("点名，不占单位名额", "By name, beside the quota")
        }
    }
}

/// How far a trainee has come.
enum TraineeStage: String, Named, Stored {
    case nominated, waiting, returned, withdrawn, accepted, arrived, missing, left

    var words: Words {
        switch self {
        case .nominated: Words("待审核", "To be accepted")
        case .waiting: Words("候补", "Waiting")
        case .returned: Words("退回", "Returned")
        case .withdrawn: Words("单位已撤回", "Withdrawn by its unit")
        case .accepted: Words("已确认", "Accepted")
        case .arrived: Words("已报到", "Arrived")
        case .missing: Words("未报到", "Did not arrive")
        case .left: Words("退学", "Left")
        }
    }

    /// Those who take up a seat of their unit's quota.
    static let seated: [TraineeStage] = [.nominated, .accepted, .arrived]
    /// Those who came, whether or not they stayed.
    static let students: [TraineeStage] = [.arrived, .left]
    /// Those whose name was given and taken back: they may be named again.
    static let off: [TraineeStage] = [.returned, .withdrawn]
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(list stages: [TraineeStage]) {
        appendInterpolation(list: stages.map(\.rawValue))
    }
}

extension Reading {
    /// Unit and post of somebody on the day on which they were named (时任单位及职务).
    func postThen(of trainee: Trainee) throws -> String {
        let code = try person(code: trainee.person)?.code ?? trainee.person
        guard let held = try appointment(of: code, on: trainee.named) else { return "" }
        return (try unit(code: held.unit)?.name ?? held.unit) + held.post
    }
}
