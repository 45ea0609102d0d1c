import Vocabulary

/// What the journal tells of besides the acts of desks: who came and went, and what commands do.
enum ActWords {
    /// What it was done to.
    static let kinds: [String: Words] = [
        "account": Words("账号", "account"), "credential": Words("登录凭据", "credential"),
        "roleGrant": Words("授权", "role"), "firstCode": Words("启用码", "first code"), "page": Words("页面", "page"),
        "setting": Words("设置", "setting"), "job": Words("后台办理", "job"), "activity": Words("活动", "activity"),
        "unit": Words("单位", "unit"), "person": Words("人员", "person"), "appointment": Words("任职", "post"),
        "team": Words("集体", "team"), "roster": Words("名单", "roster"), "edition": Words("方案版本", "edition"),
        "importedFile": Words("导入", "import"), "studyTour": Words("学习考察", "study tour"),
        "tourMeasure": Words("成果转化措施", "measure"), "tourReport": Words("考察报告", "report of a tour"),
        "evidence": Words("材料", "paper"), "reminder": Words("提醒", "reminder"), "notice": Words("提醒", "notice"),
        "seatPlan": Words("调训年度", "year of seats"), "ownColumn": Words("自定列名", "column name"),
        "formDraft": Words("未提交的表单", "unsent form"), "site": Words("现场教学点", "site"),
        "secondFactor": Words("动态口令", "second factor"), "destruction": Words("销毁个人信息", "destruction"),
        "redaction": Words("日志中的个人信息", "personal data in the journal"),
        "digestWish": Words("每日待办邮件", "daily letter"), "book": Words("全部记录", "all records"),
    ]

    static let others: [String: Words] = [
        "signIn": Words("登录", "Signed in"), "signOut": Words("退出登录", "Signed out"),
        "signInRefused": Words("登录失败", "Failed to sign in"), "firstCode": Words("生成启用码", "First code made"),
        "firstCodeRefused": Words("启用码不正确", "First code refused"), "openFirstAccount": Words("首次启用", "First start"),
        "refused": Words("越权被拒", "Refused"), "fetchFile": Words("导出或下载", "File fetched"),
        "report": Words("填报活动", "Reported"),
        "correct": Words("更正", "Corrected"), "void": Words("作废", "Voided"), "publish": Words("发布方案", "Plan published"),
        "set": Words("设置", "Set"), "calendar": Words("登记工作日历", "Working days entered"),
        "repeatDestruction": Words("恢复后重新销毁", "Destroyed again after a restore"),
        "redact": Words("销毁日志中的个人信息", "Personal data taken out of the journal"), "seal": Words("封存记录总和", "Sums sealed"),
        "sendDigest": Words("发送每日待办邮件", "Daily letter sent"),
        "import": Words("导入", "Brought in"), "sendReminder": Words("提醒滞后单位", "Reminded units behind"),
        "addSite": Words("登记现场教学点", "Site added"), "importBook": Words("导入全部数据", "Records brought in"),
        "proposeSeats": Words("安排名额", "Seats proposed"),
        "readNotice": Words("阅读提醒", "Read a reminder"),
    ]
}
