import Accounts
import Pages
import Store
import Vocabulary

/// Pages for those who are not in yet.
enum SignInPages {
    static func signIn(
        _ context: PageContext, name: String, to wanted: String, problem: Words?, hasFirstCodes: Bool, hasIssuer: Bool
    )
        -> Page
    {
        let why = context.query["why"]
        var page = Page(
            Words("登录", "Sign in"), hasErrors: problem != nil, isApart: true,
            ErrorSummary(errors: problem.map { [FieldError(field: "name", $0)] } ?? []).html,
            .when(
                why == "ended" && problem == nil,
                .warning(
                    .behind,
                    .say(
                        "登录已超时，请重新登录；刚才填写的内容已保留。",
                        "Your session is over. Sign in again: what you were filling in is kept."))),
            .when(
                why == "changed" && problem == nil,
                .warning(.good, .say("密码已修改，请用新密码登录。", "The password was changed: sign in with the new one."))),
            .when(why == "out" && problem == nil, .warning(.good, .say("已退出登录。", "You are signed out."))),
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action(SignInAddress.signIn), PageContext.once,
                        .input(.type("hidden"), .name("to"), .value(wanted)),
                        .ask(
                            "name", Words("账号", "Account"),
                            hint: Words("人员编号，或管理员给的账号", "Your staff number, or the name you were given"),
                            .input(
                                .class("field"), .id("name"), .name("name"), .type("text"), .value(name),
                                .attribute("autocomplete", "username"), .attribute("autocapitalize", "none"))),
                        secret(
                            "password", Words("密码或登录码", "Password or code"), "current-password",
                            hint: Words("首次登录请填发给您的登录码", "The first time: the code that you were handed")),
                        .acts(.submit(Words("登录", "Sign in")))))))
        page.content = .group([
            page.content,
            .when(
                hasIssuer,
                .p(
                    .link(
                        wanted == "/"
                            ? SignInAddress.issuer : "\(SignInAddress.issuer)?\(Query([("to", wanted)]).text)",
                        Words("用统一认证登录", "Sign in by single sign-on")))),
            .when(
                hasFirstCodes,
                .p(
                    .class("quiet"),
                    .link(
                        SignInAddress.firstStart,
                        Words("使用启用码开通管理员账号", "Open an administrator's account with a first code")))),
            .p(
                .class("quiet"),
                .say(
                    "忘记密码请联系系统管理员；干部也可请本单位联络员发放登录码。",
                    "Forgotten? Ask the system administrator, or your unit's clerk, for a code.")),
        ])
        return page
    }

    static func secret(_ id: String, _ words: Words, _ use: String, hint: Words? = nil, error: Words? = nil) -> HTML {
        .ask(
            id, words, hint: hint, error: error,
            .input(
                .class("field"), .id(id), .name(id), .type("password"), .value(""), .attribute("autocomplete", use)))
    }

    static func firstStart(_ context: PageContext, draft: AccountDraft, problems: [any Refusal]) -> Page {
        let errors = ErrorSummary(
            errors: problems.map { FieldError(field: $0.field.isEmpty ? "code" : $0.field, $0.words) })
        return Page(
            Words("首次启用", "First start"), hasErrors: !problems.isEmpty, isApart: true, errors.html,
            .opening(
                .say(
                    "服务启动时在控制台显示了两个启用码，分别用于开通系统管理员和安全管理员。请由两个人各自开通，每个启用码只能用一次。",
                    "At its start the server showed two codes on its console, for a system and a security administrator. Two people open one account each; a code works once."
                )),
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action(SignInAddress.firstStart), PageContext.once,
                        .ask(
                            "code", Words("启用码", "First code"),
                            hint: Words("形如 7KQM-2WRT-XHPD-94BN", "Such as 7KQM-2WRT-XHPD-94BN"),
                            error: errors.words(for: "code"),
                            .textField("code", "")),
                        .ask(
                            "name", Words("账号", "Account"),
                            hint: Words("2至40个字母、数字或 - . _ @", "2 to 40 letters, digits or - . _ @"),
                            error: errors.words(for: "name"), .textField("name", draft.name)),
                        .ask(
                            "displayName", Words("姓名", "Name"), error: errors.words(for: "displayName"),
                            .textField("displayName", draft.displayName)),
                        newPassword(errors), .acts(.submit(Words("开通账号", "Open the account")))))))
    }

    /// The two fields of a new password.
    static func newPassword(_ errors: ErrorSummary) -> HTML {
        .group([
            secret(
                "new", Words("新密码", "New password"), "new-password",
                hint: Words(
                    "越长越好，如几个不相干的词连写；不要用姓名、年份、单位名称",
                    "The longer the better, such as some words that do not belong together; no names, no years"),
                error: errors.words(for: "new")),
            secret(
                "again", Words("再输一次新密码", "The new password again"), "new-password", error: errors.words(for: "again")),
        ])
    }

    static func password(_ visit: Visit, problems: [any Refusal]) -> Page {
        let errors = ErrorSummary(
            errors: problems.map { FieldError(field: $0.field.isEmpty ? "new" : $0.field, $0.words) })
        return Page(
            Words("修改密码", "Change the password"),
            crumbs: visit.mustChange ? [] : [Frame.Crumb(Words("我的账号", "My account"), SignInAddress.account)],
            hasErrors: !problems.isEmpty, errors.html,
            visit.mustChange
                ? .opening(.say("请先设置自己的密码，再继续使用。", "Choose a password of your own before you go on.")) : .nothing,
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action(SignInAddress.password), PageContext.once,
                        .when(
                            visit.hasPassword,
                            secret(
                                "current", Words("当前密码", "Current password"), "current-password",
                                error: errors.words(for: "current"))),
                        newPassword(errors), .acts(.submit(Words("保存", "Save")))))))
    }

    static let signOut = Page(
        Words("退出登录", "Sign out"), .opening(.say("退出后，请关闭浏览器窗口。", "Close the window of your browser afterwards.")),
        .sheet(
            .section(
                .form(
                    .attribute("method", "post"), .action(SignInAddress.signOut), PageContext.once,
                    .acts(.submit(Words("退出登录", "Sign out")), .act(SignInAddress.account, Words("返回", "Back")))))))

    /// What was being sent when the session ended, to be looked at and sent again.
    static func kept(_ form: KeptForm) -> Page {
        let fields = Query(parsing: form.fields)
        let typed = fields.items.filter { !["once", "draft", "seen", "step"].contains($0.name) && !$0.value.isEmpty }
        return Page(
            Words("登录前填写的内容", "What you were filling in"),
            .opening(
                .say(
                    "登录超时前提交的内容没有保存，请核对后再次提交。",
                    "It was not saved when your session ended: look at it, and send it again.")),
            .sheet(
                .section(
                    .when(
                        typed.isEmpty, .p(.class("quiet"), .say("这次提交没有填写内容。", "Nothing was filled in."))),
                    .facts(typed.prefix(200).map { Fact(Words($0.name, $0.name), .text($0.value)) }, long: true)),
                .section(
                    .form(
                        .attribute("method", "post"), .attribute("action", form.form), .hiddenFields(fields),
                        .acts(.submit(Words("再次提交", "Send it again")), .act("/", Words("放弃", "Give it up")))))))
    }
}
