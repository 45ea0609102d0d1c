import Pages
import Storage
import Store
import Vocabulary

/// How far a claim has come.
enum ClaimStage: String, Stored, Stated {
    case draft, atUnit, atOffice, returned, approved, voided

    var words: Words {
        switch self {
        case .draft: Words("暂存", "Not sent yet")
        case .atUnit: Words("待主管单位审核", "To be checked by the unit above")
        case .atOffice: Words("待组织部确认", "To be confirmed by the office")
        case .returned: Words("退回", "Returned")
        case .approved: Words("已确认", "Confirmed")
        case .voided: Words("已作废", "Void")
        }
    }

    var mark: Mark {
        switch self {
        case .draft: .notYetDue
        case .atUnit, .atOffice: .next
        case .returned: .behind
        case .approved: .met
        case .voided: .excused
        }
    }

    /// In which the unit may still change what it says.
    static let open: [ClaimStage] = [.draft, .returned]

    static let told: [ClaimStage] = [.draft, .atUnit, .atOffice, .returned, .approved]
    static func state(of claim: TrainingClaim, _ ask: Ask) -> ClaimStage { claim.stage }
    func condition(_ ask: Ask) -> SQL { "stage = \(self)" }

    static let waits: [WaitingState<ClaimStage>] = [
        .init(.atOffice, DecideClaim.self, of: .office, remark: whose),
        .init(.returned, ChangeClaim.self, of: .unit, isReturned: true) { claim, _ in .text(claim.remark) },
        .init(.draft, SubmitClaim.self, of: .unit, remark: whose),
    ]

    fileprivate static let whose = { @Sendable (claim: TrainingClaim, ask: Ask) in
        HTML.group([
            .text(try ask.naming.unitName(claim.scheme.unit)), " ", .days(claim.scheme.from, claim.scheme.to), " ",
            .say("\(claim.scheme.people.count)人", "\(claim.scheme.people.count) people"),
        ])
    }
}

extension TrainingClaim {
    /// Besides by state: what a unit above is to check of those beneath it.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        var found = try ClaimStage.waiting(ask, order: "filed_day")
        guard PassClaim.isAllowed(to: ask.reader), let unit = ask.reader.unit,
            try ask.reading.superior(of: unit) == nil
        else { return found }
        found += try Waiting.some(
            Words("下属单位培训申报待审核", "Claims of units beneath to be checked"), TrainingClaim.self,
            where: ClaimStage.atUnit.condition(ask), order: "filed_day", address: ClaimStage.atUnit.listAddress, ask
        ) { claim in
            .init(
                claim.title, claim.address, remark: try ClaimStage.whose(claim, ask), act: PassClaim.button,
                at: PassClaim.address(of: claim))
        }
        return found
    }

    /// A decision is told as what was decided.
    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try changed(ask, since: seq) { row in
            guard [DecideClaim.name, PassClaim.name].contains(row.act) else { return nil }
            return try row.after.map { try TrainingClaim(journaled: $0).stage.words }
        }
    }

    /// Claims that name somebody.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try .some(
                Words("培训学时申报", "Claims of training"),
                [Words("培训", "Training"), Words("日期", "Days"), Words("状态", "State")], TrainingClaim.self,
                where: "code in (select claim from training_claim_people where person in (\(list: codes)))",
                order: "to_day desc", ask
            ) { claim in
                [.text(claim.title), .days(claim.scheme.from, claim.scheme.to), .words(claim.stage.words)]
            }
        ]
    }
}
