import Formats
import Pages
import Store
import Vocabulary

extension Routes {
    /// Training that is claimed afterwards, and the rules for its hours.
    mutating func claims() {
        list(TrainingClaim.self) { ask in
            .group([
                .act("/claims/hours", HourRule.listing.words),
                ask.button(EnterClaims.self, "/claims/import", Words("批量导入", "Bring in a sheet")),
                ask.button(EnterClaim.self, "/claims/new", Words("申报培训", "Claim training"), isPrimary: true),
            ])
        }
        var enter = FormFlow(new: Words("申报培训学时", "Claim training"), ClaimScheme.form) { ask in
            ClaimScheme(unit: ask.reader.unit ?? "")
        } act: { scheme, _ in
            EnterClaim(scheme: scheme)
        }
        enter.submit = Words("暂存，下一步上传材料", "Keep it; papers come next")
        enter.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        enter.remarks = { scheme, ask in try scheme.foreseen(ask) }
        form("/claims/new", enter)
        importing()
        hourRules()

        page(of: TrainingClaim.self, Words("一次申报", "One claim")) { claim, ask in try claim.page(ask) }
        evidence(of: TrainingClaim.self)
        var change = FormFlow(ChangeClaim.self, ClaimScheme.form, changing: \.scheme) { claim, scheme in
            ChangeClaim(record: claim.code, scheme: scheme)
        }
        change.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        change.remarks = { scheme, ask in try scheme.foreseen(ask) }
        form(change)
        var submit = FormFlow(SubmitClaim.self, Nothing.form) { _, _ in
            Nothing()
        } act: { claim, _ in
            SubmitClaim(record: claim.code)
        }
        submit.opening = looked
        (submit.isOneStep, submit.submit) = (true, SubmitClaim.button)
        form(submit)
        var pass = FormFlow(PassClaim.self, Decision.form) { _, _ in
            Decision()
        } act: { claim, decision in
            PassClaim(record: claim.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        pass.opening = looked
        form(pass)
        var decide = FormFlow(DecideClaim.self, Decision.form) { _, _ in
            Decision()
        } act: { claim, decision in
            DecideClaim(record: claim.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        decide.opening = looked
        form(decide)
        var void = FormFlow(VoidClaim.self, Reason.form) { _, _ in
            Reason()
        } act: { claim, reason in
            VoidClaim(record: claim.code, reason: reason.text)
        }
        void.isGrave = true
        form(void)
    }

    private mutating func importing() {
        var take = FormFlow(Words("批量导入培训申报", "Bring in claims"), ClaimSheet.form) { _ in
            ClaimSheet()
        } act: { sheet, ask in
            EnterClaims(schemes: try sheet.looked(ask).schemes)
        } then: { _ in
            ClaimStage.draft.listAddress
        }
        take.crumbs = { _ in [TrainingClaim.home] }
        take.opening = { _ in
            .p(
                .link("/claims/template.xlsx", .say("下载模板", "The template")),
                .say(
                    "：一行一次培训；导入后为暂存，上传材料再报送。",
                    ": one training a row; they are kept, and sent once their papers are there."))
        }
        take.refusals = { sheet, ask in try sheet.looked(ask).problems }
        take.remarks = { sheet, ask in
            let schemes = try sheet.looked(ask).schemes
            let people = schemes.reduce(0) { $0 + $1.people.count }
            return .p(.say("\(schemes.count)次培训，\(people)人次。", "\(schemes.count) trainings, \(people) participations."))
        }
        form("/claims/import", take)
        look(
            "/claims/template.xlsx", RouteAbout(Words("申报模板", "A template to be filled in")), right: EnterClaims.right
        ) { ask in
            try .workbook(
                ClaimScheme.template.workbook(ask.naming), name: "claims.xlsx",
                shown: ask.say("培训学时申报.xlsx", "claims.xlsx"))
        }
    }

    private mutating func hourRules() {
        list("/claims/hours", HourRule.listing) { ask in
            ask.button(SetHourRule.self, "/claims/hours/new", Words("增加规则", "Add a rule"), isPrimary: true)
        }
        var set = FormFlow(Words("学时折算规则", "Rule for hours"), HourRuleDraft.form) { ask in
            HourRuleDraft(since: ask.today)
        } act: { draft, _ in
            SetHourRule(draft: draft)
        } then: { _ in
            "/claims/hours"
        }
        set.crumbs = { _ in
            [TrainingClaim.home, Frame.Crumb(HourRule.listing.words, "/claims/hours")]
        }
        form("/claims/hours/new", set)
    }
}

/// What is to be looked at before somebody sends a claim on.
private let looked = { @Sendable (ask: Ask) in
    let claim = try ask.one(TrainingClaim.self)
    return HTML.sheet(
        try claim.remarks(ask),
        .split(try ClaimScheme.form.facts(claim.scheme, ask), beside: try claim.hours(ask)),
        try ask.evidence(of: claim, required: claim.requiredPapers))
}

extension ClaimScheme {
    /// What it would come to, before it is entered.
    fileprivate func foreseen(_ ask: Ask) throws -> HTML {
        let claim = TrainingClaim(
            code: ask.parts["code"] ?? "", scheme: self, stage: .draft, filed: nil, decided: nil, remark: "",
            activity: "")
        return .group([try claim.remarks(ask), try claim.hours(ask)])
    }
}

extension ClaimSheet {
    /// Read once while a form is answered.
    fileprivate func looked(_ ask: Ask) throws -> (schemes: [ClaimScheme], problems: [ClaimProblem]) {
        try ask.naming.once("claim sheet") { try read(ask) }
    }
}
