import Accounts
import Store
import Training
import Vocabulary

/// What the acts of the journal are called; one that is not known by its own name.
enum ActWords {
    private static let acts: [any Act.Type] = [
        OpenAccount.self, OpenAccountsOfUnit.self, DisableAccount.self, EnableAccount.self, EndSessions.self,
        HandOutCode.self, HandOutOfficialCode.self, SetPassword.self, ResetAccount.self, AskRole.self, DecideRole.self,
        EndRole.self, TakeDraft.self, SetSignInProfile.self, ReportActivity.self, CorrectActivity.self, VoidRecord.self,
        PublishPlan.self, AnswerClause.self, SetTimeZone.self, EnterWorkingYear.self,
    ]

    private static let others: [String: Words] = [
        "signIn": Words("登录", "Signed in"), "signOut": Words("退出登录", "Signed out"),
        "signInRefused": Words("登录失败", "Failed to sign in"), "firstCode": Words("生成启用码", "First code made"),
        "firstCodeRefused": Words("启用码不正确", "First code refused"), "openFirstAccount": Words("首次启用", "First start"),
        "refused": Words("越权被拒", "Refused"), "fetchFile": Words("导出或下载", "File fetched"),
        "report": Words("填报活动", "Reported"),
        "correct": Words("更正", "Corrected"), "void": Words("作废", "Voided"), "publish": Words("发布方案", "Plan published"),
        "set": Words("设置", "Set"), "calendar": Words("登记工作日历", "Working days entered"),
        "import": Words("导入", "Brought in"), "sendReminder": Words("提醒滞后单位", "Reminded units behind"),
        "readNotice": Words("阅读提醒", "Read a reminder"),
    ]

    static func of(_ act: String) -> Words {
        others[act] ?? acts.first { $0.name == act }?.words ?? Words(act, act)
    }
}
