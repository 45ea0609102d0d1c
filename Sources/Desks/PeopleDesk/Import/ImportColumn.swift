import Vocabulary

/// One column: what it is called, by us and by others, and how it is filled in.
struct ImportColumn: Sendable {
    var field: ImportField
    var words: Words
    /// What else it is called in the files that exist.
    var aliases: [String]
    /// Without it, or another of the same group, a file cannot be read; nil: it may be missing.
    var group: Int?
    var rule: Words
    /// What may be chosen in it.
    var choices: [Words]
    var example: String
    /// Whether it must be filled in for what is not on record yet.
    var isForNew = false

    init(
        _ field: ImportField, _ zh: String, _ en: String, also aliases: [String] = [], group: Int? = nil,
        _ ruleZh: String, _ ruleEn: String, choices: [Words] = [], example: String
    ) {
        self.field = field
        words = Words(zh, en)
        self.aliases = aliases
        self.group = group
        rule = Words(ruleZh, ruleEn)
        self.choices = choices
        self.example = example
    }

    var headings: [String] { [words.zh, words.en, field.rawValue] + aliases }
}

extension ImportKind {
    /// In the order of the template.
    var columns: [ImportColumn] {
        switch self {
        case .units:
            [
                ImportColumn(
                    .code, "单位编号", "Unit code", also: ["单位编码", "机构编码", "机构编号", "单位代码", "编码", "代码", "编号", "统一社会信用代码"],
                    "没有的可不填，由系统编号", "left empty, the program gives one", example: "示例-01"),
                ImportColumn(
                    .name, "单位名称", "Unit name", also: ["单位", "名称", "机构名称", "单位全称", "部门", "部门名称", "机构"], group: 1,
                    "单位全称", "the whole name", example: "示例市财政局"),
                ImportColumn(
                    .kind, "单位类别", "Kind of unit", also: ["类别", "单位性质", "单位类型", "机构类别", "性质", "类型"], "从列表中选",
                    "one of the list", choices: UnitKind.allCases.map(\.words), example: "市直部门"),
                ImportColumn(
                    .parent, "上级单位", "Unit above",
                    also: ["上级", "隶属单位", "主管单位", "主管部门", "上级机构", "上级部门", "隶属关系", "上级单位编号", "父级"],
                    "名称、编号或路径；只有最上级的单位可不填", "name, code or path; empty only at the top", example: "示例市"),
                ImportColumn(
                    .from, "设立日期", "Since", also: ["成立日期", "成立时间", "设立时间", "开始日期", "起始日期", "生效日期"], "不填的按导入日期",
                    "the day of the import where it is empty", example: "2024-01-01"),
                ImportColumn(
                    .until, "撤销日期", "Until", also: ["撤销时间", "结束日期", "终止日期", "撤并日期"], "仍在的不填", "empty while it exists",
                    example: ""),
            ]
        case .persons:
            [
                .personCode(also: ["编号", "编码"], "没有的可不填，由系统编号", "left empty, the program gives one"),
                .personName(group: 1), .sex.forNew, .birthMonth.forNew,
                .unit(
                    "工作单位", "Unit", also: ["单位", "所在单位", "现工作单位", "任职单位", "单位名称", "所属单位", "部门", "工作部门", "所在部门"]
                ).forNew,
                .post, .rank, .from("任职日期", "Since"),
            ]
        case .appointments:
            [
                .personCode(group: 1), .personName(group: 1), .birthMonth,
                .unit("任职单位", "Unit", also: ["单位", "工作单位", "所在单位", "现工作单位", "单位名称", "所属单位", "部门"], group: 2),
                .post, .rank, .from("任职日期", "From"), .until("免职日期", "Until", also: ["离任日期", "离任时间", "免职时间", "任职结束日期"]),
            ]
        case .categories:
            [
                .personCode(group: 1), .personName(group: 1), .birthMonth, .whereabouts,
                ImportColumn(
                    .category, "干部类别", "Category", also: ["人员类别", "类别", "类型", "干部类型"], group: 2, "从列表中选",
                    "one of the list",
                    choices: PersonCategory.builtIn.map { Words($0.zh, $0.en) }, example: "年轻干部"),
                .from("开始日期", "From"), .until("结束日期", "Until"),
            ]
        case .teams:
            [
                ImportColumn(
                    .code, "集体编号", "Team code", also: ["编号", "编码"], "没有的可不填，由系统编号", "left empty, the program gives one",
                    example: ""),
                ImportColumn(
                    .name, "集体名称", "Team name", also: ["名称", "集体", "支部名称", "党支部", "班子名称", "中心组"], group: 1, "集体全称",
                    "the whole name", example: "示例市财政局党支部"),
                ImportColumn(
                    .kind, "集体类别", "Kind of team", also: ["类别", "类型"], group: 3, "从列表中选", "one of the list",
                    choices: TeamKind.allCases.map(\.words), example: "党支部"),
                .unit("所在单位", "Unit", also: ["单位", "所属单位", "单位名称", "工作单位"], group: 2), .from("开始日期", "From"),
                .until("结束日期", "Until"),
            ]
        case .memberships:
            [
                ImportColumn(
                    .team, "集体", "Team", also: ["集体名称", "集体编号", "支部", "党支部", "支部名称", "班子", "中心组", "所在支部", "所属支部"],
                    group: 2, "集体名称或编号", "a team's name or code", example: "示例市财政局党支部"),
                .personCode(group: 1), .personName(group: 1), .birthMonth, .whereabouts,
                ImportColumn(
                    .role, "身份", "Role", also: ["职务", "党内职务", "角色", "成员身份"], "不填的为成员", "member where it is empty",
                    choices: TeamRole.allCases.map(\.words), example: "成员"), .from("加入日期", "From"),
                .until("退出日期", "Until"),
            ]
        case .rosters:
            [
                ImportColumn(
                    .roster, "名单名称", "Roster", also: ["名单", "名册", "名册名称", "名单编号"], group: 2, "没有这份名单的，导入时新建",
                    "it is made where there is none", example: "示例名单"),
                ImportColumn(
                    .keeper, "管理单位", "Keeper", also: ["名单管理单位", "负责单位", "牵头单位"], "新名单须填", "needed for a new roster",
                    example: "示例市财政局"),
                .personCode(group: 1), .personName(group: 1), .birthMonth, .whereabouts, .from("列入日期", "From"),
                .until("移出日期", "Until"),
            ]
        case .activities:
            [
                ImportColumn(
                    .title, "活动名称", "Title", also: ["名称", "培训班名称", "班次名称", "班次", "主题", "标题", "培训名称", "活动主题", "培训内容"],
                    group: 1,
                    "活动全称", "the whole title", example: "示例：年轻干部培训班"),
                ImportColumn(
                    .kind, "活动类型", "Kind", also: ["类型", "培训类型", "培训类别", "活动类别", "班次类型", "类别"], group: 2, "从列表中选",
                    "one of the list",
                    choices: ActivityKindCatalogue.builtIn.map { Words($0.nameZh, $0.nameEn) }, example: "主体班"),
                ImportColumn(
                    .organiser, "主办单位", "Organiser", also: ["举办单位", "承办单位", "组织单位", "单位", "牵头单位"], group: 3, "名称、编号或路径",
                    "name, code or path", example: "示例市委组织部"),
                .from("开始日期", "First day", also: ["日期", "活动日期", "培训日期", "开班日期", "时间", "培训时间", "举办日期"], group: 4)
                    .ruled(
                        "须填，如2026-03-05；也可写作2026年3月5日-9日", "needed, as 2026-03-05; or both days, 2026年3月5日-9日",
                        example: "2026-03-05"),
                ImportColumn(
                    .to, "结束日期", "Last day", also: ["结业日期", "结束时间", "结业时间", "截止日期"], "只有一天的可不填", "empty for one day",
                    example: "2026-03-06"),
                ImportColumn(
                    .hours, "学时", "Hours", also: ["培训学时", "总学时", "课时", "学时数"], "0.5的倍数；一人一行的，为本人学时",
                    "in halves; where each row is one person's, their own", example: "16"),
                ImportColumn(
                    .topics, "主题类别", "Topics", also: ["培训专题", "专题"], "几个用、隔开", "several with 、 between",
                    choices: [], example: ""),
                ImportColumn(
                    .participants, "参加人员", "Participants", also: ["参训人员", "学员", "参加人", "人员名单", "学员名单", "参训人员名单"],
                    "几个用、隔开，有重名的填编号；也可一人一行", "several with 、 between, or one a row", example: "示例一、示例二"),
                ImportColumn(
                    .team, "集体", "Team",
                    also: ["活动主体", "集体名称", "集体编号", "中心组", "支部", "党支部", "班子", "领导班子", "所属集体"],
                    "领导班子、中心组、党支部的活动填集体名称或编号", "of a leadership team, study group or branch: its name or code",
                    example: ""),
                ImportColumn(
                    .audience, "培训对象", "Meant for", also: ["面向", "参训对象", "调训对象", "面向对象", "对象"],
                    "专门面向某类干部的填干部类别，几个用、隔开；不填的不限", "categories, several with 、 between; empty: everybody",
                    example: ""),
                .personCode(), .personName(), .birthMonth,
                ImportColumn(
                    .role, "参加身份", "Role", also: ["身份"], "不填的为参加人员", "attendee where it is empty",
                    choices: ParticipationRole.allCases.map(\.importWords), example: ""),
            ]
        case .sites:
            [
                ImportColumn(
                    .code, "教学点编号", "Site code", also: ["编号", "编码"], "新的不填，由系统编号", "empty for a new one", example: ""),
                ImportColumn(
                    .name, "教学点名称", "Site", also: ["名称", "现场教学点", "地点", "教学点", "基地名称", "教学基地"], group: 1, "全称",
                    "the whole name", example: "示例乡村振兴教学点"),
                .unit("所在单位", "Unit", also: ["单位", "所属单位", "管理单位", "单位名称"], group: 2),
                ImportColumn(
                    .topics, "主题类别", "Topics", also: ["主题", "培训专题", "专题"], "几个用、隔开", "several with 、 between",
                    example: ""),
                .from("开始日期", "From", also: ["启用日期", "设立日期"]), .until("结束日期", "Until", also: ["停用日期"]),
            ]
        }
    }
}

extension ImportColumn {
    var forNew: ImportColumn {
        var column = self
        column.isForNew = true
        return column
    }

    /// Its rule and its example in other words.
    func ruled(_ zh: String, _ en: String, example: String) -> ImportColumn {
        var column = self
        column.rule = Words(zh, en)
        column.example = example
        return column
    }

    static func personCode(
        also: [String] = [], group: Int? = nil, _ zh: String = "有重名的须填", _ en: String = "needed where namesakes are"
    ) -> ImportColumn {
        ImportColumn(
            .personCode, "人员编号", "Staff number",
            also: ["工号", "职工号", "人员编码", "人员代码", "干部编号", "员工编号", "人员ID", "person"] + also, group: group, zh, en,
            example: "示例001")
    }

    static func personName(group: Int? = nil) -> ImportColumn {
        ImportColumn(
            .name, "姓名", "Name", also: ["名字", "人员姓名", "干部姓名", "学员姓名", "姓名（中文）"], group: group, "姓名", "the name",
            example: "示例")
    }

    static let sex = ImportColumn(
        .sex, "性别", "Sex", also: [], "男或女", "male or female", choices: Sex.allCases.map(\.words), example: "女")
    static let birthMonth = ImportColumn(
        .birthMonth, "出生年月", "Month of birth", also: ["出生日期", "出生时间", "出生年月日", "生日", "出生"], "年和月，如1984-07",
        "year and month, as 1984-07", example: "1984-07")
    static let post = ImportColumn(
        .post, "职务", "Post", also: ["现任职务", "行政职务", "工作岗位", "岗位", "职务名称", "现任党政职务"], "可不填", "may be empty",
        example: "科员")
    static let rank = ImportColumn(
        .rank, "职级", "Rank", also: ["现职级", "职务职级", "职级名称", "职务层次", "级别"], "可不填", "may be empty", example: "一级科员")
    static let whereabouts = unit("所在单位", "Unit", also: ["单位", "工作单位", "现工作单位", "单位名称", "所属单位", "部门"])

    static func unit(_ zh: String, _ en: String, also: [String], group: Int? = nil) -> ImportColumn {
        ImportColumn(
            .unit, zh, en, also: also, group: group, "名称、编号或路径（如 示例市/财政局）", "name, code or path", example: "示例市财政局")
    }

    static func from(_ zh: String, _ en: String, also: [String] = [], group: Int? = nil) -> ImportColumn {
        ImportColumn(
            .from, zh, en,
            also: ["开始日期", "起始日期", "开始时间", "起始时间", "任职时间", "任现职时间", "任现职日期", "生效日期", "开始", "起"].filter { $0 != zh }
                + also,
            group: group,
            "日期，如2024-03-05；不填的按导入日期", "a day, as 2024-03-05; the day of the import where it is empty",
            example: "2024-03-05")
    }

    static func until(_ zh: String, _ en: String, also: [String] = []) -> ImportColumn {
        ImportColumn(
            .until, zh, en, also: ["结束日期", "结束时间", "终止日期", "截止日期", "结束", "止"].filter { $0 != zh } + also, "没有结束的不填",
            "empty while it goes on",
            example: "")
    }
}

extension ParticipationRole {
    var importWords: Words {
        switch self {
        case .attendee: Words("参加人员", "attendee")
        case .speaker: Words("主讲人", "speaker")
        case .keynote: Words("重点发言人", "keynote")
        case .staff: Words("工作人员", "staff")
        }
    }
}
