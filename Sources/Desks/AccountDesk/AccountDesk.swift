import Accounts
public import Pages
import Store
import Vocabulary

/// Who may come in, what they may do, and what was done: the desk of the three administrators.
public let accountDesk = Desk(
    Words("账号与审计", "Accounts and audit"),
    nouns: [Account.self, Credential.self, RoleGrant.self, Destruction.self, SecondFactor.self, DigestWish.self],
    migrations: [.accounts, .roleGrants, .sessions, .personalViews, .issuer, .destructions, .secondFactors, .digests],
    entries: [
        Menu.Entry("/accounts", Words("账号", "Accounts"), in: .administration, right: .administerUsers),
        Menu.Entry("/letters", Words("邮件", "Letters"), in: .administration, right: .administerUsers),
        Menu.Entry("/roles", Words("授权", "Roles"), in: .administration, right: .administerSecurity),
        Menu.Entry("/second-factors", Words("动态口令", "Second factors"), in: .administration, right: .administerSecurity),
        Menu.Entry("/sign-in-rules", Words("登录规则", "Sign-in rules"), in: .administration, right: .administerSecurity),
        Menu.Entry("/destructions", Words("销毁个人信息", "Destructions"), in: .administration, right: .administerSecurity),
        Menu.Entry("/journal", Words("操作日志", "Journal"), in: .administration, right: .audit),
    ], jobs: [ScrubJob.self, OpenAccountsJob.self],
    acts: [
        OpenAccountsOfUnit.self, HandOutCode.self, HandOutCodes.self, HandOutOfficialCode.self, SetPassword.self,
        ResetAccount.self,
        EndSessions.self, TakeDraft.self, SetSignInProfile.self, BeginSecondFactor.self, ConfirmSecondFactor.self,
        RemoveSecondFactor.self, WishDigest.self,
    ], waiting: { try Destruction.waiting($0) }, held: { try Account.held($0, $1) }
) { routes in
    addAccounts(to: &routes)
    addCodes(to: &routes)
    addLetters(to: &routes)
    addRoles(to: &routes)
    routes.destructions()
    addJournal(to: &routes)
}

private func addAccounts(to routes: inout Routes) {
    let home = { @Sendable (ask: Ask) in
        [Frame.Crumb(text: ask.say(Account.listing.words), address: ask.context.link("/accounts"))]
    }
    let ofAccount = { @Sendable (ask: Ask) in
        let account = try ask.one(Account.self)
        return home(ask) + [Frame.Crumb(text: account.displayName, address: ask.context.link(account.address))]
    }
    routes.list("/accounts", Account.listing, right: .administerUsers) { ask in
        .group([
            ask.button(HandOutCode.self, "/accounts/codes", Words("发放登录码", "Hand out codes")),
            ask.button(OpenAccountsOfUnit.self, "/accounts/of-unit", Words("按单位开通", "Open for a unit")),
            ask.button(OpenAccount.self, "/accounts/new", Words("开通账号", "Open an account"), isPrimary: true),
        ])
    }
    var open = FormFlow(Words("开通账号", "Open an account"), AccountDraft.form) { _ in
        AccountDraft()
    } act: { draft, _ in
        OpenAccount(draft)
    } then: {
        $0.address
    }
    open.crumbs = home
    routes.form("/accounts/new", open)

    var openMany = FormFlow(Words("按单位开通账号", "Open accounts for a unit"), UnitChosen.form) { _ in
        UnitChosen()
    } act: { chosen, _ in
        OpenOrBegin(unit: chosen.unit)
    } then: {
        $0
    }
    openMany.crumbs = home
    openMany.remarks = { chosen, ask in try chosen.remarks(ask) }
    routes.form("/accounts/of-unit", openMany)
    // The worker hears of it at once.
    routes.look(
        "/accounts/opening/:job", RouteAbout(Words("开通进度", "How far the opening has come")), right: .administerUsers
    ) { ask in
        ask.jobs?.start()
        return .goTo(ask.context.link("/jobs/\(ask.parts["job"] ?? "")"))
    }

    routes.page("/accounts/:code", Words("一个账号", "One account"), right: .administerUsers) { ask in
        try ask.one(Account.self).page(ask)
    }
    var disable = FormFlow(Words("停用账号", "Disable the account"), Reason.form) { _ in
        Reason()
    } act: { reason, ask in
        DisableAccount(account: try ask.one(Account.self).name, reason: reason.text)
    } then: {
        $0.address
    }
    disable.crumbs = ofAccount
    disable.isGrave = true
    routes.form("/accounts/:code/disable", disable)

    var enable = FormFlow(Words("启用账号", "Enable the account"), Nothing.form) { _ in
        Nothing()
    } act: { _, ask in
        EnableAccount(account: try ask.one(Account.self).name)
    } then: {
        $0.address
    }
    enable.crumbs = ofAccount
    enable.isOneStep = true
    routes.form("/accounts/:code/enable", enable)

    var end = FormFlow(Words("结束此账号的全部登录", "End all sessions"), Nothing.form) { _ in
        Nothing()
    } act: { _, ask in
        EndSessions(account: try ask.one(Account.self).name)
    } then: {
        $0.address
    }
    end.crumbs = ofAccount
    end.isOneStep = true
    routes.form("/accounts/:code/sessions/end", end)

    var askRole = FormFlow(Words("申请授权", "Ask for a role"), RoleAsked.form) { ask in
        RoleAsked(from: ask.today)
    } act: { asked, ask in
        AskRole(account: try ask.one(Account.self).name, request: asked.request)
    } then: {
        "/accounts/\(Query.encoded($0.account))#roles"
    }
    askRole.crumbs = ofAccount
    routes.form("/accounts/:code/role", askRole)
}

private func addCodes(to routes: inout Routes) {
    routes.page("/accounts/codes", Words("发放登录码", "Hand out codes"), right: .administerUsers) { ask in
        try CodeSheet.question(ask)
    }
    routes.take("/accounts/codes", Words("发放登录码", "Hand out codes"), right: .administerUsers) { sent in
        try CodeSheet.handOut(sent)
    }
    routes.take("/accounts/:code/code", Words("发放登录码", "Hand out a code"), right: .administerUsers) { sent in
        try CodeSheet.handOut(sent) { HandOutCode(account: $0) }
    }
    routes.page("/people/:code/sign-in-code", Words("发放本人登录码", "Hand out an official's code"), right: .report) { ask in
        try CodeSheet.questionOfOfficial(ask)
    }
    routes.take("/people/:code/sign-in-code", Words("发放本人登录码", "Hand out an official's code"), right: .report) { sent in
        try CodeSheet.handOutToOfficial(sent)
    }
}

private func addLetters(to routes: inout Routes) {
    let letters = FormFlow(Words("邮件设置", "Letters"), LettersDraft.form) { ask in
        LettersDraft(rules: try ask.reading.digestRules())
    } act: { draft, _ in
        SetDigestRules(draft.rules)
    } then: { _ in
        "/letters"
    }
    routes.form("/letters", letters)
}

private func addRoles(to routes: inout Routes) {
    let home = { @Sendable (ask: Ask) in
        [Frame.Crumb(text: ask.say(RoleGrant.listing.words), address: ask.context.link("/roles"))]
    }
    routes.list("/roles", RoleGrant.listing, right: .administerSecurity)
    var decide = FormFlow(Words("审批授权", "Decide on the role"), RoleDecision.form) { _ in
        RoleDecision()
    } act: { decision, ask in
        DecideRole(
            grant: try ask.one(RoleGrant.self).code, isAgreed: decision.answer == .agree, remark: decision.remark)
    } then: { _ in
        "/roles?stage=asked"
    }
    decide.crumbs = home
    decide.opening = { ask in try ask.one(RoleGrant.self).facts(ask) }
    decide.remarks = { _, ask in try ask.one(RoleGrant.self).facts(ask) }
    decide.seen = { ask in try ask.reading.seen(RoleGrant.self, try ask.one(RoleGrant.self).code) }
    routes.form("/roles/:code/decide", decide)

    var end = FormFlow(Words("终止授权", "End the role"), Reason.form) { _ in
        Reason()
    } act: { reason, ask in
        EndRole(grant: try ask.one(RoleGrant.self).code, reason: reason.text)
    } then: { _ in
        "/roles"
    }
    end.crumbs = home
    end.opening = { ask in try ask.one(RoleGrant.self).facts(ask) }
    end.isGrave = true
    routes.form("/roles/:code/end", end)

    let rules = FormFlow(Words("登录规则", "Sign-in rules"), SignInRules.form) { ask in
        SignInRules(
            profile: try ask.reading.signInProfile(), secondFactor: try ask.reading.secondFactorRule())
    } act: { rules, _ in
        SetSignInProfile(rules.profile, secondFactor: rules.secondFactor)
    } then: { _ in
        "/sign-in-rules"
    }
    routes.form("/sign-in-rules", rules)

    routes.list("/second-factors", SecondFactor.listing, right: ResetSecondFactor.right)
    var reset = FormFlow(Words("重置动态口令", "Reset the second factor"), Reason.form) { _ in
        Reason()
    } act: { reason, ask in
        ResetSecondFactor(account: try ask.one(SecondFactor.self).account, reason: reason.text)
    } then: { _ in
        "/second-factors"
    }
    reset.crumbs = { _ in [Frame.Crumb(SecondFactor.listing.words, "/second-factors")] }
    reset.opening = { ask in
        .opening(
            .say(
                "\(try ask.naming.accountName(try ask.one(SecondFactor.self).account))的登录将结束，下次登录只需密码；请当面核实本人后再办理。",
                "Their sessions end, and a password alone is asked until they set up another: make sure who it is that asks."
            ))
    }
    reset.isGrave = true
    routes.form("/second-factors/:code/reset", reset)
}

private func addJournal(to routes: inout Routes) {
    routes.list("/journal", JournalEntry.listing, right: .audit)
    routes.page("/journal/:code", Words("一条日志", "One line of the journal"), right: .audit) { ask in
        try ask.one(JournalEntry.self).page(ask)
    }
}
