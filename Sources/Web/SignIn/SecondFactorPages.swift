import Accounts
import Pages
import Store
import Vocabulary

/// Pages of the second factor: asked for at the sign-in, set up and given up at one's own account.
enum SecondFactorPages {
    static let words = Words("动态口令", "Second factor")

    /// The other half of a sign-in.
    static func asked(token: String, to wanted: String, problem: Words?) -> Page {
        Page(
            words, hasErrors: problem != nil, isApart: true,
            ErrorSummary(errors: problem.map { [FieldError(field: "code", $0)] } ?? []).html,
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action(SignInAddress.code), PageContext.once,
                        .input(.type("hidden"), .name("attempt"), .value(token)),
                        .input(.type("hidden"), .name("to"), .value(wanted)),
                        code(
                            hint: Words(
                                "手机上显示的6位数字；手机不在身边的，填一个恢复码",
                                "The six digits on your telephone; without it, one of your recovery codes"),
                            problem: problem),
                        .acts(.submit(Words("登录", "Sign in")), .act(SignInAddress.signIn, Words("返回", "Back")))))),
            .p(
                .class("quiet"),
                .say("手机丢失、恢复码用完的，请联系安全管理员重置。", "Telephone lost and no code left? Ask the security administrator.")))
    }

    private static func code(
        _ words: Words = Words("动态口令或恢复码", "Code"), hint: Words, problem: Words?
    ) -> HTML {
        .ask(
            "code", words, hint: hint, error: problem,
            .input(
                .class("field"), .id("code"), .name("code"), .type("text"), .value(""),
                .attribute("autocomplete", "one-time-code"), .attribute("inputmode", "text"),
                .attribute("autocapitalize", "characters"), .attribute("spellcheck", "false")))
    }

    /// How it stands with one's own.
    static func own(_ visit: Visit, _ factor: SecondFactor?, _ context: PageContext, problems: [any Refusal]) -> Page {
        let errors = ErrorSummary(
            errors: problems.map { FieldError(field: $0.field.isEmpty ? "code" : $0.field, $0.words) })
        return Page(
            words, crumbs: [Frame.Crumb(Words("我的账号", "My account"), SignInAddress.account)],
            hasErrors: !problems.isEmpty, errors.html,
            .when(
                visit.mustSetSecondFactor && factor?.isInForce != true,
                .warning(
                    .behind,
                    .say(
                        "本站要求管理员使用两种鉴别方式，请先用手机设置动态口令，再继续使用。",
                        "This site asks administrators for two kinds of proof: set one up before you go on."))),
            parts(visit, factor, context, errors))
    }

    private static func parts(
        _ visit: Visit, _ factor: SecondFactor?, _ context: PageContext, _ errors: ErrorSummary
    ) -> HTML {
        guard visit.hasPassword else {
            return .sheet(
                .emptyState(
                    Words("请先设置密码", "Choose a password first"),
                    .say("动态口令配合本系统的密码使用。", "It goes with a password of this site.")))
        }
        guard let factor else { return .sheet(.section(explanation, begin(Words("开始设置", "Begin"), errors))) }
        guard factor.isInForce else { return setUp(factor, context, errors) }
        return .sheet(
            .section(
                .facts(
                    [
                        Fact(Words("状态", "State"), .standing(.met, Words("已启用", "In force"))),
                        Fact(Words("启用日期", "Since"), factor.confirmed.map { .day($0) } ?? .nothing),
                        Fact(Words("剩余恢复码", "Recovery codes left"), .text(String(factor.recovery.count))),
                    ], long: true)),
            .part(
                Words("停用或换一部手机", "Give it up, or take another telephone"),
                .form(
                    .attribute("method", "post"), .action(SignInAddress.secondFactor + "/remove"), PageContext.once,
                    .p(
                        .class("quiet"),
                        .say(
                            "先停用，再重新设置；恢复码同时作废、换新。",
                            "Give it up first, then set it up again; the recovery codes are void, and new ones are made."
                        )),
                    code(
                        hint: Words("手机上显示的6位数字，或一个恢复码", "The six digits, or a recovery code"),
                        problem: errors.words(for: "code")), .acts(.submit(Words("停用", "Give it up"), .outlined)))))
    }

    private static let explanation = HTML.opening(
        .say(
            "启用后，登录时除密码外还要输入手机上每30秒变化的6位数字。手机上须有支持TOTP的应用（如各类“身份验证器”），不联网也能用。",
            "Then the sign-in asks, beside the password, six digits that change every 30 seconds. It takes a program for TOTP on your telephone, and no network."
        ))

    private static func begin(_ words: Words, _ errors: ErrorSummary, _ kind: ActWeight = .primary) -> HTML {
        .form(
            .attribute("method", "post"), .action(SignInAddress.secondFactor + "/begin"), PageContext.once,
            SignInPages.secret(
                "current", Words("当前密码", "Current password"), "current-password", error: errors.words(for: "current")),
            .acts(.submit(words, kind)))
    }

    private static func setUp(_ factor: SecondFactor, _ context: PageContext, _ errors: ErrorSummary) -> HTML {
        let link = factor.link(town: context.town)
        return .sheet(
            .part(
                Words("1. 用手机应用扫描", "1. Take this in with your telephone"),
                QRPicture.svg(link, label: context.say("设置动态口令的二维码", "QR code of the second factor")) ?? .nothing,
                .p(
                    .say("不能扫描的，手工输入密钥：", "Or type the secret: "),
                    .b(.class("code"), .text(grouped(factor.secret.text)))),
                .p(
                    .class("quiet"),
                    .say("类型：基于时间，6位，30秒，SHA-1。", "By time, six digits, thirty seconds, SHA-1."), " ",
                    .a(.href(link), .say("在本机应用中打开", "Open it in a program on this machine")))),
            .part(
                Words("2. 输入手机显示的数字", "2. Type what it shows"),
                .form(
                    .attribute("method", "post"), .action(SignInAddress.secondFactor), PageContext.once,
                    code(
                        SecondFactorPages.words, hint: Words("手机上现在显示的6位数字", "The six digits that it shows now"),
                        problem: errors.words(for: "code")),
                    .acts(.submit(Words("启用", "Put in force"))))),
            .part(
                Words("重新开始", "Begin anew"),
                .p(
                    .class("quiet"),
                    .say(
                        "扫描时出了差错，或换了一部手机：换一个密钥，上面的二维码随即作废。",
                        "Where the taking in went wrong, or it is to be another telephone: the code above is void then."
                    )),
                begin(Words("换一个密钥", "Another secret"), errors, .outlined)))
    }

    private static func grouped(_ secret: String) -> String {
        var text = ""
        for (place, letter) in secret.enumerated() {
            if place > 0, place.isMultiple(of: 4) { text += " " }
            text.append(letter)
        }
        return text
    }

    /// Shown once.
    static func recovery(_ codes: [String]) -> Page {
        Page(
            Words("恢复码", "Recovery codes"), isApart: true,
            .warning(
                .behind,
                .say(
                    "动态口令已启用。下面是\(codes.count)个恢复码，只显示这一次：手机不在身边时每个可登录一次。请打印或抄写，与手机分开保管。",
                    "It is in force. These \(codes.count) recovery codes are shown this once; each signs you in one time without your telephone. Print them, and keep them elsewhere."
                )),
            .sheet(
                .section(
                    .ul(.class("codes"), .each(codes) { .li(.b(.class("code"), .text($0))) }),
                    .acts(.act("/", Words("已保存，继续", "They are kept: go on"), .primary)))))
    }
}
