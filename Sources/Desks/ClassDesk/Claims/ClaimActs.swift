import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Enters a claim; it is sent once its papers are there (申报培训学时).
struct EnterClaim: Act {
    static let right = Right.report
    static let words = Words("填写培训申报", "Claim entered")
    var scheme: ClaimScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> TrainingClaim {
        try t.refuse(scheme.problems(on: t.today) + scheme.strangers(in: t))
        let claim = TrainingClaim(
            code: try t.nextCode(.claim), scheme: scheme, stage: .draft, filed: nil, decided: nil, remark: "",
            activity: "")
        try t.insert(claim)
        return claim
    }
}

/// Enters many at once, from a sheet (批量导入).
struct EnterClaims: Act {
    static let right = Right.report
    static let words = Words("导入培训申报", "Claims brought in")
    var schemes: [ClaimScheme]

    func perform(in t: ActTransaction) throws -> [TrainingClaim] {
        try schemes.map { scheme in
            try t.requireReach(to: scheme.unit, with: Self.right)
            return try EnterClaim(scheme: scheme).perform(in: t)
        }
    }
}

struct ChangeClaim: RecordAct {
    static let right = Right.report
    static let words = Words("修改培训申报", "Claim changed")
    static let title = Words("修改培训申报", "Change the claim")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: ClaimScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    static func notNow(
        _ claim: TrainingClaim, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { claim.notOpen }

    func perform(on claim: TrainingClaim, in t: ActTransaction) throws -> TrainingClaim {
        try t.refuse(scheme.problems(on: t.today) + scheme.strangers(in: t))
        var claim = claim
        guard claim.scheme != scheme else { try t.refuse(ClaimProblem.nothingChanged) }
        claim.scheme = scheme
        try t.update(claim)
        return claim
    }
}

/// Sends a claim on: to the unit above, which checks it, or to the office where there is none (报送).
struct SubmitClaim: RecordAct {
    static let right = Right.report
    static let words = Words("报送培训申报", "Claim sent")
    static let title = Words("报送", "Send the claim")
    static let button = Words("报送", "Send")
    static let step = "send"
    static let settles = true
    var record: String

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofClaim: record) }

    static func notNow(
        _ claim: TrainingClaim, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { claim.notOpen }

    func perform(on claim: TrainingClaim, in t: ActTransaction) throws -> TrainingClaim {
        var claim = claim
        claim.stage = try t.superior(of: claim.scheme.unit) == nil ? .atOffice : .atUnit
        claim.filed = t.today
        claim.remark = ""
        try t.update(claim)
        return claim
    }
}

/// The unit above passes a claim on to the office, or returns it (单位审核).
struct PassClaim: RecordAct {
    static let right = Right.report
    static let words = Words("审核培训申报", "Claim checked")
    static let title = Words("审核培训申报", "Check the claim")
    static let button = Words("审核", "Check")
    static let step = "pass"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ claim: TrainingClaim, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard claim.stage == .atUnit else { return ClaimProblem.notToPass(claim.stage) }
        guard let superior = try reading.superior(of: claim.scheme.unit),
            try reading.isWithinReach(superior, of: reader)
        else { return ClaimProblem.notAbove }
        return try reading.sentBySame(claim, as: reader)
    }

    func perform(on claim: TrainingClaim, in t: ActTransaction) throws -> TrainingClaim {
        try t.settle(claim, isApproved ? .atOffice : .returned, remark)
    }
}

/// The office confirms a claim, by which it is on record and counts, or returns it (确认学时).
struct DecideClaim: RecordAct {
    static let right = Right.plan
    static let words = Words("确认培训学时", "Claim decided")
    static let title = Words("确认培训学时", "Decide on the claim")
    static let button = Words("确认", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofClaim: record) }

    static func notNow(
        _ claim: TrainingClaim, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard claim.stage == .atOffice else { return ClaimProblem.notToDecide(claim.stage) }
        return try reading.sentBySame(claim, as: reader)
    }

    func perform(on claim: TrainingClaim, in t: ActTransaction) throws -> TrainingClaim {
        guard isApproved else { return try t.settle(claim, .returned, remark) }
        var claim = claim
        let hours = try t.hours(of: claim)
        claim.activity = try t.record(
            ActivityDraft(
                kind: claim.scheme.source.activity, title: claim.title, organiser: claim.scheme.unit,
                from: claim.scheme.from, to: claim.scheme.to, hours: Double(hours.halfHours) / 2,
                topics: claim.scheme.topics, reported: t.today,
                participants: hours.people.map { one in
                    ParticipantDraft(
                        person: one.person, role: claim.scheme.source == .teaching ? .speaker : .attendee,
                        hours: Double(one.counted) / 2)
                }), isAsSaid: false, alike: { ClaimProblem.sameActivity($0) }, otherwise: ClaimProblem.notCounted)
        return try t.settle(claim, .approved, remark)
    }
}

/// Says that a claim counts no more: by its unit until it was confirmed, by the office after that (作废).
struct VoidClaim: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("作废培训申报", "Claim voided")
    static let title = Words("作废培训申报", "Void the claim")
    static let button = Words("作废", "Void")
    static let step = "void"
    var record: String
    var reason: String

    static func notNow(
        _ claim: TrainingClaim, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if claim.stage == .voided { return ClaimProblem.isVoid }
        return claim.stage == .approved && !reader.may(.plan) ? ClaimProblem.forTheOffice : nil
    }

    func perform(on claim: TrainingClaim, in t: ActTransaction) throws -> TrainingClaim {
        if claim.stage == .approved {
            try t.takeOffRecord(claim.activity, reason: reason, corrected: ClaimProblem.activityIsCorrected)
        }
        return try t.settle(claim, .voided, reason)
    }
}

extension ClaimScheme {
    /// Who did not serve at the unit or beneath it when the training ended.
    func strangers(in reading: some Reading) throws -> [ClaimProblem] {
        let within = try reading.unitsWithinReach(of: Reader(account: "", rights: [.see], unit: unit)) ?? []
        return try people.compactMap { code in
            let post = try reading.appointment(of: code, on: to)
            if let post, within.contains(post.unit) { return nil }
            return .notServing(try reading.person(code: code)?.name ?? code)
        }
    }
}

extension ActTransaction {
    fileprivate func settle(_ claim: TrainingClaim, _ stage: ClaimStage, _ remark: String) throws -> TrainingClaim {
        // Who is to put it right must be told what.
        if stage == .returned, remark.allSatisfy(\.isWhitespace) { try refuse(ClaimProblem.noReason) }
        var claim = claim
        (claim.stage, claim.decided, claim.remark) = (stage, today, remark)
        try update(claim)
        return claim
    }
}

extension TrainingClaim {
    /// Why its unit can neither change nor send it any more.
    fileprivate var notOpen: ClaimProblem? { ClaimStage.open.contains(stage) ? nil : .notOpen(stage) }
}

extension Reading {
    fileprivate func unit(ofClaim code: String) throws -> String? {
        try one(TrainingClaim.self, code, for: .everybody)?.scheme.unit
    }

    /// Nobody checks what they have sent themselves.
    fileprivate func sentBySame(_ claim: TrainingClaim, as reader: Reader) throws -> ClaimProblem? {
        let sent = try journal(ofKind: TrainingClaim.kind, code: claim.code).last { $0.act == SubmitClaim.name }
        return reader.isBarred(byWorkOf: sent?.by) ? .sentBySame : nil
    }

    /// The unit that checks what one beneath it claims: the one right beneath the top; nil where it is that one itself.
    func superior(of unit: String) throws -> String? {
        let above = try unitsAbove(unit)
        let superior = above.count > 1 ? above[above.count - 2] : unit
        return superior == unit ? nil : superior
    }
}
