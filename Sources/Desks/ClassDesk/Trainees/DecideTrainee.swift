import Store
import Vocabulary

/// What the class's organiser does to somebody on its roster, whoever has named them.
protocol RosterAct: Act {
    var trainee: String { get }
}

extension RosterAct {
    func unit(in reading: some Reading) throws -> String? {
        try reading.one(Trainee.self, trainee, for: .everybody).flatMap {
            try reading.organiser(ofClass: $0.trainingClass)
        }
    }
}

/// Something done with a trainee by the unit that named them: whoever keeps the roster has ways of their own.
protocol NamedUnitAct: Act {
    var trainee: String { get }
}

extension NamedUnitAct {
    func unit(in reading: some Reading) throws -> String? {
        try reading.one(Trainee.self, trainee, for: .everybody)?.unit
    }
}

/// Puts somebody who was named on the roster (审核通过).
struct AcceptTrainee: RosterAct {
    static let right = Right.plan
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("审核通过", "Accepted")
    var trainee: String

    func perform(in t: ActTransaction) throws -> Trainee { try t.settle(trainee, .accepted, "", from: [.nominated]) }
}

/// Returns a name to its unit, with the reason; the seat is free again (退回报名).
struct ReturnTrainee: RosterAct {
    static let right = Right.plan
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("退回报名", "Name returned")
    var trainee: String
    var reason: String

    func perform(in t: ActTransaction) throws -> Trainee {
        try t.settle(trainee, .returned, reason, from: [.nominated, .accepted, .waiting])
    }
}

/// Takes a name back that the unit had given, until the day of arrival: from then on whoever does not come is struck (撤回报名).
struct WithdrawName: NamedUnitAct {
    static let right = Right.report
    static let words = Words("撤回报名", "Name withdrawn")
    var trainee: String
    var reason: String

    func perform(in t: ActTransaction) throws -> Trainee {
        let before = try t.one(Trainee.self, trainee, for: t.reader)
        if let before, before.stage == .accepted,
            let found = try t.one(TrainingClass.self, before.trainingClass, for: t.reader),
            t.today >= found.scheme.registration
        {
            try t.refuse(ClassProblem.lateToWithdraw(found.scheme.registration))
        }
        return try t.settle(trainee, .withdrawn, reason, from: [.nominated, .accepted, .waiting])
    }
}

/// Notes that somebody is there (报到).
struct NoteArrival: RosterAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记报到", "Arrived")
    var trainee: String

    func perform(in t: ActTransaction) throws -> Trainee {
        let arrived = try t.settle(trainee, .arrived, "", from: [.accepted, .missing], isArrival: true)
        try t.notThereBefore(arrived)
        return arrived
    }
}

/// Strikes who was on the roster and did not come, before anything counts (核减未报到).
struct NoteMissing: RosterAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记未报到", "Did not arrive")
    var trainee: String
    var reason: String

    func perform(in t: ActTransaction) throws -> Trainee {
        try t.settle(trainee, .missing, reason, from: [.accepted, .arrived], isArrival: true)
    }
}

/// Ends the class for one who leaves it (退学).
struct EndStudy: RosterAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("退学", "Left the class")
    var trainee: String
    var reason: String

    func perform(in t: ActTransaction) throws -> Trainee {
        try t.settle(trainee, .left, reason, from: [.arrived], isArrival: true)
    }
}

extension ActTransaction {
    fileprivate func settle(
        _ code: String, _ stage: TraineeStage, _ remark: String, from stages: [TraineeStage], isArrival: Bool = false
    ) throws -> Trainee {
        guard var trainee = try one(Trainee.self, code, for: reader) else { try refuse(ClassProblem.unknown(code)) }
        let found = try openClass(trainee.trainingClass)
        guard stages.contains(trainee.stage) else {
            try refuse(
                isArrival ? ClassProblem.notToArrive(trainee.stage) : ClassProblem.notWaiting(trainee.stage))
        }
        if isArrival, today < found.scheme.registration {
            try refuse(ClassProblem.tooEarlyToArrive(found.scheme.registration))
        }
        trainee.stage = stage
        trainee.decided = today
        trainee.remark = remark
        try update(trainee)
        if TraineeStage.off.contains(stage) { try moveUp(in: found) }
        return trainee
    }
}
