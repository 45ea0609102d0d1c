import Store
import Vocabulary

/// That a trainee has done one of the four (四个一): done or not, who confirmed it and when. What was written is kept nowhere.
struct TraineeProof: Noun {
    var code: String
    var trainee: String
    var kind: ProofKind
    var confirmed: Day
    var isExempt: Bool
    var remark: String

    static let table = Table<TraineeProof>(
        "trainee_proofs",
        Column("code") { $0.code }, Column("trainee") { $0.trainee }, Column("kind") { $0.kind },
        Column("confirmed_day") { $0.confirmed }, Column("is_exempt") { $0.isExempt }, Column("remark") { $0.remark }
    ) { code, trainee, kind, confirmed, isExempt, remark in
        TraineeProof(
            code: code, trainee: trainee, kind: kind, confirmed: confirmed, isExempt: isExempt, remark: remark)
    }
    static let reach = Reach.through("trainee", Trainee.self)
}

/// The four by which learning is proven (clause 16).
enum ProofKind: String, Named, Stored {
    case selfReview, classic, test, essay

    var words: Words {
        switch self {
        case .selfReview: Words("党性剖析", "Self-review")
        case .classic: Words("精读经典", "Classic read")
        case .test: Words("知识测试", "Test")
        case .essay: Words("心得体会", "Essay")
        }
    }
}

/// Confirms that a trainee has done one of the four, or need not (确认四个一).
struct ConfirmProof: RosterAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("确认四个一", "Proof confirmed")
    static let mayStandAlready = true
    var trainee: String
    var kind: ProofKind
    var exempt = ""

    func perform(in t: ActTransaction) throws {
        guard let trainee = try t.one(Trainee.self, trainee, for: t.reader) else {
            try t.refuse(ClassProblem.unknown(trainee))
        }
        _ = try t.openClass(trainee.trainingClass)
        guard trainee.stage == .arrived else { try t.refuse(ClassProblem.notToArrive(trainee.stage)) }
        let code = "\(trainee.code).\(kind.rawValue)"
        guard try t.one(TraineeProof.self, code, for: t.reader) == nil else { return }
        try t.insert(
            TraineeProof(
                code: code, trainee: trainee.code, kind: kind, confirmed: t.today, isExempt: !exempt.isEmpty,
                remark: exempt))
    }
}

extension ClassKind {
    /// Whether its trainees prove their learning by the four (clause 16: classes that the party school holds).
    var hasProofs: Bool { self == .main || self == .theory }
}
