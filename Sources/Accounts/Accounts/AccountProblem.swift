public import Store
public import Vocabulary

/// Why an act on an account was not done.
public enum AccountProblem: Refusal {
    case unknown(String)
    case notAName
    case isTaken(String)
    case unknownPerson(String)
    case hasAccounts([String])
    case nobodyToOpenFor
    case isDisabled
    case isNotDisabled
    case lastOfTheirKind(Role)
    case oneself
    case holdsRoles
    case administratorsByConsole
    case hasNoPassword
    case firstPasswordByCode
    case isLocked(minutes: Int)
    case notWithinReach
    case endsBeforeItBegins
    case needsUnit
    case administersEverything
    case excludes(Role, held: Role)
    case heldAlready(Role)
    case decidedAlready(RoleGrant.Stage)
    case askedBySame
    case notInForce
    case password(Words)
    case wrongPassword
    case usedBefore
    case notTheSame
    case wrongCode
    case hasSecondFactor
    case hasNoSecondFactor
    case wrongTimeCode
    case notAnAddress
    case isRunning

    public var field: String {
        switch self {
        case .notAName, .isTaken: "name"
        case .unknownPerson, .hasAccounts: "person"
        case .endsBeforeItBegins: "until"
        case .needsUnit, .administersEverything: "unit"
        case .excludes, .heldAlready: "role"
        case .password, .usedBefore: "new"
        case .wrongPassword: "current"
        case .notTheSame: "again"
        case .notAnAddress: "address"
        case .wrongCode, .isLocked, .wrongTimeCode: "code"
        default: ""
        }
    }

    public var words: Words {
        switch self {
        case .firstPasswordByCode:
            Words(
                "首个密码须凭登录码设置：请向系统管理员领取登录码，用它登录后再设密码",
                "A first password takes a code: ask the system administrator for one, and sign in with it")
        case .isLocked(let minutes):
            Words("多次未通过，请\(minutes)分钟后再试", "It went wrong too often: try again in \(minutes) minutes")
        case .unknown(let name): Words("没有账号“\(name)”", "There is no account \(name)")
        case .notAName:
            Words("账号由2至40个字母、数字或 - . _ @ 组成，如人员编号", "2 to 40 letters, digits or - . _ @, such as a staff number")
        case .isTaken(let name): Words("账号“\(name)”已经有了，账号不区分大小写", "\(name) is taken; case makes no difference")
        case .unknownPerson(let code): Words("没有查到人员“\(code)”", "There is no person \(code)")
        case .hasAccounts(let names):
            Words(
                "此人已有账号：\(names.joined(separator: "、"))", "This person has accounts: \(names.joined(separator: ", "))")
        case .nobodyToOpenFor: Words("这个单位没有尚未开通账号的在职人员", "Everybody in service there has an account")
        case .isDisabled: Words("账号已停用，请先启用", "The account is disabled: enable it first")
        case .isNotDisabled: Words("账号没有停用", "The account is not disabled")
        case .lastOfTheirKind(let role):
            Words(
                "这是最后一名\(role.words.zh)，请先另行授权一人，再停用或终止",
                "The last \(role.words.en.lowercased()): grant the role to somebody else first")
        case .oneself: Words("不能对自己的账号做这件事", "Nobody does this to their own account")
        case .holdsRoles:
            Words("此账号另有角色，登录码由系统管理员发放", "This account holds roles: its codes come from the system administrator")
        case .administratorsByConsole:
            Words(
                "管理员账号的登录码只能在服务器控制台重置（xingzhi accounts reset）",
                "An administrator's code comes from the server's console only (xingzhi accounts reset)")
        case .hasNoPassword:
            Words("本人尚未登录并自设密码，不能授予管理员角色", "An administrator has to have a password of their own first")
        case .notWithinReach: Words("此人不在您的管理范围内", "This person is not within your reach")
        case .endsBeforeItBegins: Words("截止日期早于起始日期", "It ends before it begins")
        case .needsUnit: Words("请选择管辖单位", "Choose the unit")
        case .administersEverything:
            Words("三员角色不分单位，请选“全部单位”", "The three administrators are of no unit: choose all units")
        case .excludes(let role, let held):
            Words(
                "此人已是\(held.words.zh)，不能再任\(role.words.zh)：系统、安全、审计管理员由三人分任，且不兼业务角色",
                "This person is \(held.words.en.lowercased()): the three administrators are three people who do no other work"
            )
        case .heldAlready(let role):
            Words("此账号在这一单位已有\(role.words.zh)角色（含待批准）", "The account holds or awaits this role there")
        case .decidedAlready(let stage): Words("这项授权\(stage.words.zh)", "This grant is \(stage.words.en.lowercased())")
        case .askedBySame: Words("申请和批准须由两人分别办理", "Whoever asks does not agree: two people are needed")
        case .notInForce: Words("这项授权没有生效，无需终止", "This grant is not in force")
        case .password(let words): words
        case .wrongPassword: Words("当前密码不正确", "The current password is not right")
        case .usedBefore: Words("最近用过的密码不能再用，请换一个", "One of the last passwords: choose another")
        case .notTheSame: Words("两次输入的新密码不一致", "The new password was typed in two ways")
        case .wrongCode: Words("启用码不正确或已用过", "The code is not right, or was used")
        case .hasSecondFactor: Words("动态口令已经启用", "There is a second factor already")
        case .hasNoSecondFactor: Words("没有启用动态口令", "There is no second factor")
        case .notAnAddress: Words("不是邮箱地址，请写作 wang@example.gov.cn", "No address: write it as wang@example.gov.cn")
        case .wrongTimeCode:
            Words(
                "动态口令不正确或已用过；请核对手机时间，输入新显示的6位数字",
                "The code is not right, or was used: check your telephone's clock and type the next six digits")
        case .isRunning: Words("本站已有系统管理员和安全管理员，不需要启用码", "The site has both administrators: it needs no first codes")
        }
    }
}
