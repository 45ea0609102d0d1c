import Pages
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
    /// By whose account; empty of those from before it was noted.
    var by = ""
    /// Confirmed by mistake, it was taken back.
    var withdrawn: Day?

    var stands: Bool { withdrawn == nil }

    static let table = Table<TraineeProof>(
        "trainee_proofs",
        Column("code") { $0.code }, Column("trainee") { $0.trainee }, Column("kind") { $0.kind },
        Column("confirmed_day") { $0.confirmed }, Column("is_exempt") { $0.isExempt }, Column("remark") { $0.remark },
        Column("confirmed_by") { $0.by }, Column("withdrawn_day") { $0.withdrawn }
    ) { code, trainee, kind, confirmed, isExempt, remark, by, withdrawn in
        TraineeProof(
            code: code, trainee: trainee, kind: kind, confirmed: confirmed, isExempt: isExempt, remark: remark, by: by,
            withdrawn: withdrawn)
    }
    static let reach = Reach.through("trainee", Trainee.self)
    static let personal: PersonalTexts? = .through("trainee", Trainee.self, "remark")
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

/// Confirms that a trainee has done one of the four (确认四个一).
struct ConfirmProof: RosterAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("确认四个一", "Proof confirmed")
    static let mayStandAlready = true
    var trainee: String
    var kind: ProofKind

    func perform(in t: ActTransaction) throws {
        guard let trainee = try t.one(Trainee.self, trainee, for: t.reader) else {
            try t.refuse(ClassProblem.unknown(trainee))
        }
        _ = try t.openClass(trainee.trainingClass)
        guard trainee.stage == .arrived else { try t.refuse(ClassProblem.notToArrive(trainee.stage)) }
        try t.keep(.done, kind, of: trainee, because: "")
    }
}

/// How one of the four stands with somebody.
enum ProofState: String, Named {
    case done, exempt, open

    var words: Words {
        switch self {
        case .done: Words("已完成", "Done")
        case .exempt: Words("免做", "Exempt")
        case .open: Words("未完成", "Open")
        }
    }
}

extension TraineeProof? {
    var state: ProofState {
        guard let self, self.stands else { return .open }
        return self.isExempt ? .exempt : .done
    }
}

extension ActTransaction {
    /// Nothing is written where it stands so already.
    func keep(_ state: ProofState, _ kind: ProofKind, of trainee: Trainee, because reason: String) throws {
        let before = try one(TraineeProof.self, TraineeProof.code(of: trainee.code, kind), for: .everybody)
        guard before.state != state else { return }
        var proof =
            before
            ?? TraineeProof(
                code: TraineeProof.code(of: trainee.code, kind), trainee: trainee.code, kind: kind, confirmed: today,
                isExempt: false, remark: "")
        if state == .open {
            proof.withdrawn = today
        } else {
            (proof.confirmed, proof.by, proof.isExempt) = (today, reader.account, state == .exempt)
            proof.withdrawn = nil
        }
        proof.remark = state == .done ? "" : reason
        if before == nil { try insert(proof) } else { try update(proof) }
    }
}

extension TraineeProof {
    static func code(of trainee: String, _ kind: ProofKind) -> String { "\(trainee).\(kind.rawValue)" }
}

extension ClassKind {
    /// Whether its trainees prove their learning by the four (clause 16: classes that the party school holds).
    var hasProofs: Bool { self == .main || self == .theory }
}
