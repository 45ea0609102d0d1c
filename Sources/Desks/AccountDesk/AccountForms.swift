import Accounts
import Pages
import Records
import Spelling
import Store
import Vocabulary

extension AccountDraft {
    static let form = Form<AccountDraft>(
        .init(
            Words("账号", "Account"),
            .text(
                \.name, "name", Words("账号", "Account"),
                hint: Words(
                    "人员编号，或2至40个字母、数字、- . _ @；开通后不能改", "A staff number, or 2 to 40 letters, digits, - . _ @; it stays"),
                rule: TextRule(limit: 40)),
            .text(
                \.displayName, "displayName", Words("姓名", "Name"), rule: TextRule(limit: 40)),
            .text(
                \.person, "person", Words("人员编号", "Staff number"),
                hint: Words("填写后，此人可用这个账号查看本人培训档案", "With it the person looks at their own training file"),
                isRequired: false,
                rule: TextRule(limit: 40))))
}

/// For whom accounts are opened at once.
struct UnitChosen: Sendable, Hashable {
    var unit = ""

    static let form = Form<UnitChosen>(
        .init(
            Words("范围", "For whom"),
            .unit(
                \.unit, "unit", Words("单位", "Unit"),
                hint: Words(
                    "含下属单位的在职人员；账号为人员编号", "Everybody in service there and beneath; staff numbers become accounts"))))

    /// How many they are, before it is done.
    func remarks(_ ask: Ask) throws -> HTML {
        let count = try ask.reading.personsWithoutAccount(beneath: unit, on: ask.today).count
        return .p(
            .class("warn"),
            .say(
                "将为\(count)人开通账号。开通后还需发放登录码才能登录。",
                "Opens \(count) accounts. Nobody can sign in before codes are handed out."),
            .when(
                count > OpenAccountsJob.atOnce,
                .say(
                    "人数较多，将在后台办理，可随时查看进度。",
                    " They are many: it is done beside the pages, which tell how far it has come.")))
    }
}

/// A role as it is asked for on a page: that it is over the whole town is said, and not what is left where nothing was chosen.
struct RoleAsked: Sendable, Hashable {
    var role = Role.unitClerk
    var place = ""
    var from: Day
    var until: Day?
    var purpose = ""

    /// No unit has such a code.
    private static let wholeTown = "*"

    var request: RoleRequest {
        RoleRequest(
            role: role, unit: place == Self.wholeTown ? "" : place, from: from, until: until, purpose: purpose)
    }

    static let form = Form<RoleAsked>(
        .init(
            Words("角色", "Role"), .choice(\.role, "role", Words("角色", "Role")),
            .option(
                \.place, "unit", Words("管辖单位", "Unit"),
                hint: Words("含下属单位；三员角色选“全部单位”", "And beneath; the three administrators are of all units"),
                among: { _, naming in
                    [FormOption(wholeTown, Words("全部单位", "All units"))]
                        + (try naming.choosableUnits() ?? []).map { FormOption($0.code, Words($0.name, $0.name)) }
                }, unknown: { Words("没有查到单位“\($0)”", "There is no unit \($0)") }),
            .day(\.from, "from", Words("起始日期", "From")),
            .dayIfAny(
                \.until, "until", Words("截止日期", "Until"), hint: Words("不填为长期，直至终止", "Without one: until it is ended")),
            .longText(\.purpose, "purpose", Words("事由", "What for"), limit: 200, rows: 2)))
}

/// A decision on a role that was asked for.
struct RoleDecision: Sendable, Hashable {
    enum Answer: String, Named {
        case agree, refuse

        var words: Words { self == .agree ? Words("批准", "Agree") : Words("不批准", "Refuse") }
    }

    var answer = Answer.agree
    var remark = ""

    static let form = Form<RoleDecision>(
        .init(
            Words("审批意见", "Decision"), .choice(\.answer, "answer", Words("意见", "Decision")),
            .longText(\.remark, "remark", Words("说明", "Remark"), isRequired: false, limit: 200, rows: 2)))
}

struct SignInRules: Sendable, Hashable {
    var profile: SignInProfile
    var secondFactor: SecondFactorRule

    static let form = Form<SignInRules>(
        .init(
            Words("登录规则", "Sign-in rules"),
            .choice(
                \.profile, "profile", Words("依据", "By which norm"),
                hint: Words(
                    "等保三级：密码至少10个字符（15个以下须含三类），90天更换，登录8小时；ASVS：密码至少12个字符，不强制更换，登录12小时。两者都是：错5次锁定，闲置30分钟（管理员15分钟）退出",
                    "GB/T 22239: 10 characters (three kinds under 15), 90 days, sessions of 8 hours. ASVS: 12 characters, no expiry, 12 hours. Both: locked after five mistakes, idle 30 minutes (administrators 15)"
                )),
            .choice(
                \.secondFactor, "secondFactor", Words("动态口令", "Second factor"),
                hint: Words(
                    "等保三级要求两种鉴别方式。选“必须”后，管理员下次登录须先用手机设置",
                    "GB/T 22239 level 3 asks two kinds of proof. Where they must, administrators set it up when they sign in next"
                ))))
}

/// How letters leave the site.
struct LettersDraft: Sendable, Hashable {
    var rules: DigestRules

    static let form = Form<LettersDraft>(
        .init(
            Words("每日待办邮件", "Daily letters"),
            .number(
                \.rules.port, "port", Words("本机邮件服务端口", "Port of the mail server"),
                hint: Words(
                    "经本机（127.0.0.1）的邮件服务（如 postfix）转发，一般为25；填0不发邮件",
                    "Letters go through the mail server of this machine (such as postfix), mostly 25; 0: none"),
                in: 0...65535),
            .text(
                \.rules.from, "address", Words("发件地址", "From"),
                hint: Words("如 xingzhi@example.gov.cn", "Such as xingzhi@example.gov.cn"), isRequired: false,
                rule: TextRule(limit: 254)),
            .number(
                \.rules.hour, "hour", Words("几时以后发送", "After which hour"),
                hint: Words("0至23，本站时间；在其后一小时内发出", "0 to 23 by the site's clock; within an hour after it"), in: 0...23))
    )
}
