import Store
import Vocabulary

/// One person in one class (学员), with unit and post of that time (时任职务). `unit` is the one whose quota they take.
struct Trainee: Noun {
    var code: String
    var trainingClass: String
    var person: String
    var unit: String
    var post: String
    var named: Day
    var stage: TraineeStage
    var decided: Day?
    var remark: String

    static let table = Table<Trainee>(
        "trainees",
        Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("person") { $0.person },
        Column("unit") { $0.unit }, Column("post") { $0.post }, Column("named_day") { $0.named },
        Column("stage") { $0.stage }, Column("decided_day") { $0.decided }, Column("remark") { $0.remark }
    ) { code, trainingClass, person, unit, post, named, stage, decided, remark in
        Trainee(
            code: code, trainingClass: trainingClass, person: person, unit: unit, post: post, named: named,
            stage: stage,
            decided: decided, remark: remark)
    }
    static let reach = Reach.unit("unit")
}

/// How far a trainee has come.
enum TraineeStage: String, Named, Stored {
    case nominated, waiting, returned, accepted, arrived, missing, left

    var words: Words {
        switch self {
        case .nominated: Words("待审核", "To be accepted")
        case .waiting: Words("候补", "Waiting")
        case .returned: Words("退回", "Returned")
        case .accepted: Words("已确认", "Accepted")
        case .arrived: Words("已报到", "Arrived")
        case .missing: Words("未报到", "Did not arrive")
        case .left: Words("退学", "Left")
        }
    }

    /// Those who take up a seat of their unit's quota.
    static let seated: [TraineeStage] = [.nominated, .accepted, .arrived]
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(list stages: [TraineeStage]) {
        appendInterpolation(list: stages.map(\.rawValue))
    }
}
