import Accounts
import Pages
import Storage
import Store
import Vocabulary

/// What would be destroyed of a person, and what stays: numbers alone, so that whoever agrees need not see what it is.
struct DestructionPreview {
    private let person: String
    private let traces: PersonalTraces
    private let accounts: [Account]

    init(_ person: String, _ ask: Ask) throws {
        self.person = person
        traces = try ask.reading.personalTraces(of: person)
        accounts = try ask.reading.accounts(of: person)
    }

    var html: HTML {
        .sheet(
            .part(Words("将销毁", "Destroyed"), .facts(destroyed, long: true)),
            .when(
                !traces.ownTexts.isEmpty,
                .part(
                    Words("关于此人的文字，整段销毁", "Texts about them, which go as a whole"), rows(traces.ownTexts))),
            .part(Words("文字中出现的姓名", "The name in texts"), texts),
            .part(Words("保留", "What stays"), .facts(kept, long: true)))
    }

    private func fact(_ zh: String, _ en: String, _ value: HTML) -> Fact { Fact(Words(zh, en), value) }

    private var destroyed: [Fact] {
        [
            fact(
                "姓名、出生年月", "Name, month of birth",
                .say("\(traces.names)个姓名（含曾用名）", "\(traces.names) names, former ones too")),
            fact("职务名称", "Titles of posts", .say("\(traces.appointments)条任职", "\(traces.appointments) appointments")),
            fact(
                "变动前的上述内容", "The same before changes",
                .say("\(traces.formerStates)条", "\(traces.formerStates) states")),
            fact(
                "操作日志中的上述内容", "The same in the journal",
                .say(
                    "\(traces.journalLines)行；日志行数、校验链不变",
                    "\(traces.journalLines) lines; the journal keeps its lines and its chain")),
            fact(
                "账号", "Accounts",
                accounts.isEmpty
                    ? .say("没有", "none")
                    : .say(
                        "\(accounts.count)个：停用，密码、登录记录、草稿、显示姓名删除",
                        "\(accounts.count): disabled; password, sessions, drafts, shown name go")),
            fact("谁看过此人信息", "Who looked", .say("记录删除", "the records go")),
        ]
    }

    private var texts: HTML {
        guard !traces.texts.isEmpty else {
            return .p(.class("quiet"), .say("没有。", "None."))
        }
        return .group([
            rows(traces.texts),
            .when(
                traces.namesakes > 0,
                .warning(
                    .behind,
                    .say(
                        "另有\(traces.namesakes)名同名人员：文字说的可能是他们。选“一并销毁”前请逐处核对。",
                        "\(traces.namesakes) others have the same name, and texts may speak of them: look before they are destroyed too."
                    ))),
            .when(
                traces.fixedTexts > 0,
                .p(
                    .class("quiet"),
                    .say(
                        "单位、集体名称和方案文本中另有\(traces.fixedTexts)处，不改动。",
                        "\(traces.fixedTexts) more in names of units and teams and in plans are not altered."))),
        ])
    }

    private func rows(_ texts: [PersonalTraces.Text]) -> HTML {
        .rows(
            texts.map { text in
                Row(.words(Self.words(of: text)), act: .say("\(text.rows)处", "\(text.rows)"))
            })
    }

    private var kept: [Fact] {
        [
            fact("显示为", "Shown as", .text("已销毁·\(person)")),
            fact(
                "计数所需", "What is counted",
                .say(
                    "编号、性别、职级、任职起止\(traces.appointments)条、类别\(traces.categories)条、集体成员\(traces.memberships)条、名单\(traces.rosterEntries)条、参训记录\(traces.participations)条：台账各日数字不变",
                    "Number, sex, rank, days of \(traces.appointments) posts, \(traces.categories) categories, \(traces.memberships) memberships, \(traces.rosterEntries) roster entries, \(traces.participations) participations: the ledger of any day stays as it is"
                )),
            fact(
                "操作日志", "The journal",
                accounts.isEmpty
                    ? .say("谁何时做了什么", "who did what, and when")
                    : .say(
                        "此人以账号\(accounts.map(\.name).joined(separator: "、"))办理、登录的记录（含登录地址）",
                        "What they did as \(accounts.map(\.name).joined(separator: ", ")), sign-ins with their address among it"
                    )),
            fact(
                "不在本系统能及之处", "Out of reach",
                .say("材料文件的内容、此前的备份、已导出和打印的名单", "contents of papers, backups of before, exported and printed lists")),
        ]
    }

    /// Where people write.
    private static func words(of text: PersonalTraces.Text) -> Words {
        switch (text.table, text.column) {
        case ("activities", _): Words("活动名称", "Titles of activities")
        case ("attachments", _), ("evidence", _): Words("材料名称和说明", "Names and notes of papers")
        case ("voidings", _), ("corrections", _): Words("作废、更正的理由", "Reasons of voidings and corrections")
        case ("form_drafts", _), ("kept_forms", _): Words("草稿", "Drafts")
        case ("jobs", _): Words("后台办理", "Jobs")
        case ("journal", _): Words("操作日志的其他行", "Other lines of the journal")
        case ("noun_words", _): Words("查找用的词", "Words for search")
        case ("accounts", "reason"), ("accounts", ""): Words("账号停用的原因", "Why accounts were disabled")
        case ("accounts", _): Words("账号的显示姓名", "Names of accounts")
        case ("role_grants", _): Words("角色授权的说明", "Purposes and remarks of roles")
        case ("distinct_people", _): Words("认定为两人的说明", "Remarks on who is not who")
        case ("class_leaves", _): Words("请假事由、去向和联系电话", "Leave: why, where, telephone")
        case ("class_leave_decisions", _): Words("请假审批意见", "Leave: what was said in deciding")
        case ("call_up_receipts", _): Words("调训回执的原因", "Call-ups: why somebody cannot come")
        case ("trainee_proofs", _): Words("四个一的说明", "Remarks on the four proofs")
        case ("survey_values", _): Words("署名答卷中写的话", "What was written in surveys by name")
        case ("trainees", ""): Words("学员备注", "Remarks on trainees")
        case ("class_proposed_trainees", _): Words("名额建议的理由", "Reasons in proposals of seats")
        case (let table, _) where table.hasPrefix("tour") || table == "study_tours": Words("学习考察", "Study tours")
        case (let table, _) where table.hasPrefix("secondment"): Words("挂职锻炼", "Secondments")
        case (let table, _) where table.hasPrefix("own_study_"): Words("个人自学计划", "Plans of one's own")
        case (let table, _) where table.hasPrefix("reading_room") || table == "shared_readings":
            Words("经常性学习", "Everyday study")
        case (let table, _) where table.hasPrefix("study_") || table == "observer_visits":
            Words("中心组学习", "Study groups")
        case (let table, _) where table.hasPrefix("branch_") || table.hasPrefix("star_") || table == "lecture_speakers":
            Words("支部工作", "Branches")
        case (let table, _) where table.hasPrefix("hall_") || table.hasPrefix("inhouse_") || table.hasPrefix("talk"):
            Words("讲堂和宣讲", "Lectures and talks")
        case (let table, _) where table.hasPrefix("drill_"): Words("岗位练兵", "Drills")
        case (let table, _)
        where table.hasPrefix("class") || ["training_classes", "trainees", "trainee_proofs"].contains(table):
            Words("培训班", "Classes")
        case (let table, _) where table.hasPrefix("training_claim") || table == "hour_rules":
            Words("培训学时申报", "Claims of training")
        case (let table, _) where table.hasPrefix("reminder"): Words("提醒", "Reminders")
        case (let table, let column): Words("\(table).\(column)", "\(table).\(column)")
        }
    }
}
