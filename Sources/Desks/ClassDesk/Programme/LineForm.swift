import Pages
import Spelling
import Store
import Vocabulary

extension LineScheme {
    /// The form of a line, with the columns that every rule and every printed programme ask for.
    static let form = Form<LineScheme>(
        .init(
            Words("项目", "The line"),
            .option(
                \.programme, "programme", Words("年度", "Year"),
                among: YearProgramme.options, unknown: { Words("没有编制“\($0)”年度的计划", "There is no programme of “\($0)”") }
            ),
            .text(
                \.title, "title", Words("班次名称", "Name"),
                hint: Words("不写“第几期”，期数另填", "Without its run; how many there are has a field of its own")
            )
            .alsoCalled("培训名称", "名称", "培训班名称"),
            .choice(\.kind, "kind", Words("类别", "Kind")).alsoCalled("班次类型"),
            .unit(\.organiser, "organiser", Words("主办单位", "Organiser")),
            .text(\.institution, "institution", Words("承办单位", "Institution"), isRequired: false, rule: .name),
            .longText(
                \.purpose, "purpose", Words("目的和内容", "Purpose and content"), isRequired: false, limit: 400, rows: 3),
            .topics(\.topics, Words("必修主题", "Topics that must be taught"))),
        .init(
            Words("对象和规模", "For whom, and how many"),
            .categories(\.audience, "audience"),
            .text(\.target, "target", Words("培训对象", "Who, in words"), isRequired: false).alsoCalled("对象"),
            .number(
                \.runs, "runs", Words("期数", "Runs"), hint: Words("办几期，每期以后各申请一个班次", "Each becomes a class of its own"),
                in: 1...99),
            .number(\.heads, "heads", Words("每期人数", "People a run"), in: 1...5000),
            .number(\.days, "days", Words("每期天数", "Days a run"), in: 1...400).alsoCalled("天数", "学制"),
            .number(\.hours, "hours", Words("每期学时", "Hours a run"), in: 0...3000).alsoCalled("学时")),
        .init(
            Words("时间、地点和经费", "When, where and by what money"), .month(\.time.month), .part(\.time.part),
            .text(\.place, "place", Words("地点", "Place"), isRequired: false, rule: .name),
            .money(
                \.amount, "amount", Words("经费（元）", "Money (yuan)"),
                hint: Words("各期合计，按元填写", "Of all runs together")),
            .text(\.fundedBy, "fundedBy", Words("经费来源", "Paid from"), isRequired: false).alsoCalled("列支渠道"),
            .text(\.contact, "contact", Words("联系人", "Contact"), isRequired: false),
            .text(\.notes, "notes", Words("备注", "Notes"), isRequired: false)))
}

extension FormField {
    /// The month in which something is to be held; no day is asked for, and none is made up.
    static func month(_ path: any WritableKeyPath<Draft, Int> & Sendable) -> FormField {
        .number(
            path, "month", Words("拟办月份", "Month"), hint: Words("几月，填1至12", "1 to 12"), in: 1...12)
    }

    static func part(_ path: any WritableKeyPath<Draft, MonthPart> & Sendable) -> FormField {
        .choice(path, "part", Words("旬", "Part of the month"))
    }
}
