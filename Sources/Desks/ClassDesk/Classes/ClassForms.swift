import Pages
import Spelling
import Store
import Vocabulary

extension ClassScheme {
    /// The application form (举办培训班审批表).
    static let form = Form<ClassScheme>(
        .init(
            Words("班次", "The class"),
            .text(
                \.title, "title", Words("班次名称", "Name"),
                hint: Words("不写“第几期”，期次另填", "Without its run, which has a field of its own")
            )
            .alsoCalled("培训名称", "名称"),
            .number(
                \.run, "run", Words("期次", "Run"), hint: Words("第几期，只办一期的填1", "1 where there is one only"), in: 1...999),
            .choice(\.kind, "kind", Words("班次类型", "Kind")), .choice(\.standing, "standing", Words("计划内外", "Programme")),
            .option(
                \.line, "line", Words("计划项目", "Line of the programme"), none: Words("无", "none"),
                among: TrainingClass.lineOptions,
                unknown: { Words("没有可选的计划项目“\($0)”", "There is no line “\($0)” to choose") },
                named: { code, naming in try naming.reading.one(ProgrammeLine.self, code, for: .everybody)?.title }),
            .text(
                \.basis, "basis", Words("依据", "Resting on"), hint: Words("文件名称、文号", "Name and number of a document"),
                isRequired: false),
            .unit(\.organiser, "organiser", Words("主办单位", "Organiser")),
            .text(\.institution, "institution", Words("承办单位", "Institution"), isRequired: false, rule: .name)
                .alsoCalled("培训机构")),
        .init(
            Words("对象", "For whom"),
            .categories(\.audience, "audience"),
            .text(\.target, "target", Words("对象要求", "Who, in words"), isRequired: false),
            .number(\.heads, "heads", Words("人数", "People"), in: 1...5000)),
        .init(
            Words("时间", "Days"),
            .day(\.registration, "registration", Words("报到日期", "Arrival")),
            .day(\.opening, "opening", Words("开班日期", "Opening")),
            .day(\.closing, "closing", Words("结业日期", "Last day")),
            .number(\.hours, "hours", Words("计划学时", "Hours of the syllabus"), in: 0...3000)),
        .init(
            Words("内容和地点", "What and where"),
            .topics(\.topics, Words("主题", "Topics")),
            .rows(\.parts, "parts", Words("分段安排", "Parts"), of: ClassPart.form, blank: ClassPart(), most: 20),
            .person(\.teacher, "teacher", Words("班主任", "Class teacher"))),
        .init(
            Words("经费", "Money"),
            .rows(
                \.budget, "budget", Words("经费预算（元）", "Budget (yuan)"), of: ClassCost.form, blank: ClassCost(),
                isRequired: false, most: 20),
            .text(\.fundedBy, "fundedBy", Words("列支渠道", "Paid from"), isRequired: false)))
}

extension ClassPart {
    static let form = Form<ClassPart>(
        .init(
            Words("分段安排", "Parts"), .day(\.from, "from", Words("自", "From")), .day(\.to, "to", Words("至", "To")),
            .text(\.place, "place", Words("地点", "Place"), rule: .name),
            .text(\.institution, "institution", Words("承办单位", "Institution"), isRequired: false, rule: .name),
            .choice(\.way, "way", Words("形式", "How"))))
}

extension ClassCost {
    static let form = Form<ClassCost>(
        .init(
            Words("经费", "Cost"), .choice(\.item, "item", Words("科目", "Item")),
            .money(\.amount, "amount", Words("金额", "Amount"))))
}
