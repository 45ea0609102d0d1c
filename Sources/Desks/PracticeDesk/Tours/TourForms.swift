import Pages
import Spelling
import Store
import Vocabulary

extension TourScheme {
    /// The application form (学习考察活动审批表).
    static let form = Form<TourScheme>(
        .init(
            Words("基本情况", "The tour"),
            .text(\.title, "title", Words("考察名称", "Name"), hint: Words("写明主题，如：老旧小区改造学习考察", "Say what is studied"))
                .alsoCalled("名称", "主题"),
            .unit(\.unit, "unit", Words("派出单位", "Unit")).alsoCalled("单位", "组团单位"),
            .person(\.leader, "leader", Words("带队人", "Leader")),
            .day(\.from, "from", Words("出发日期", "First day")), .day(\.to, "to", Words("返回日期", "Last day"))),
        .init(
            Words("目的和问题", "Purpose"), .longText(\.purpose, "purpose", Words("考察目的", "Purpose")),
            .lines(
                \.questions, "questions", Words("带去的问题", "Questions taken along"),
                hint: Words("一行一个", "One a line"))),
        .init(
            Words("行程", "Route"),
            .rows(
                \.route, "route", Words("行程", "Route"),
                of: Form<TourStop>(
                    .init(
                        Words("行程", "Route"), .day(\.day, "day", Words("日期", "Day")),
                        .text(\.place, "place", Words("地点", "Place"), rule: .name),
                        .text(\.host, "host", Words("接待单位", "Host"), isRequired: false, rule: .name),
                        .text(\.study, "study", Words("学习内容", "What is studied"), isRequired: false))),
                blank: TourStop())),
        .init(
            Words("人员和经费", "People and cost"),
            .persons(\.members, "members", Words("考察人员", "Members"), most: 200).alsoCalled("成员", "参加人员"),
            .rows(
                \.budget, "budget", Words("经费预算（元）", "Budget (yuan)"), of: TourCost.form, blank: TourCost()),
            .text(\.fundedBy, "fundedBy", Words("经费来源", "Paid from"), isRequired: false)))
}

extension TourScheme {
    /// Several tours as a sheet to be filled in.
    static let template = FormTemplate(
        Words("学习考察", "Study tours"), form,
        example: TourScheme(
            title: "老旧小区改造学习考察", unit: "县住房和城乡建设局", leader: "张三", from: Day(number: 20_739),
            to: Day(number: 20_741), purpose: "学习老旧小区改造的资金平衡办法", questions: ["改造资金由谁分担", "居民怎样参与"],
            route: [
                TourStop(day: Day(number: 20_739), place: "南州市", host: "南州市住房和城乡建设局", study: "现场教学和座谈"),
                TourStop(day: Day(number: 20_740), place: "江浦市"),
            ], members: ["张三", "李四"],
            budget: [
                TourCost(item: .travel, amount: Money(yuan: 9600)), TourCost(item: .lodging, amount: Money(yuan: 4000)),
            ], fundedBy: "培训经费"))
}

extension TourCost {
    static let form = Form<TourCost>(
        .init(
            Words("经费", "Cost"), .choice(\.item, "item", Words("科目", "Item")),
            .money(\.amount, "amount", Words("金额", "Amount"))))
}

extension TourOutcome {
    private static let differing: FormField<TourOutcome> = {
        var field = FormField<TourOutcome>.longText(
            \.differences, "differences", Words("与批准方案不一致的原因", "Why it differs from what was approved"),
            hint: Words(
                "日期、人员与方案不同或经费超支的，必须填写；一致的不填",
                "Needed where days or people differ from the scheme, or more was spent"), isRequired: false, rows: 2)
        field.isNeededAtTimes = true
        return field
    }()

    /// The report: what was done against what was approved.
    static let form = Form<TourOutcome>(
        .init(
            Words("实际情况", "What was done"), .day(\.from, "from", Words("实际出发", "Left on")),
            .day(\.to, "to", Words("实际返回", "Came back on")),
            .persons(\.members, "members", Words("实际参加人员", "Who went"), most: 200),
            .hours(
                \.halfHours, "hours", Words("每人学时", "Hours each"),
                hint: Words("按半天3学时计，可填0.5的倍数", "In halves; half a day is 3 hours")),
            .rows(\.costs, "costs", Words("实际支出（元）", "Spent (yuan)"), of: TourCost.form, blank: TourCost()),
            differing),
        .init(
            Words("考察报告", "Report"),
            .longText(\.findings, "findings", Words("外地做法", "What they do there"), limit: 20_000, rows: 8),
            .longText(
                \.gaps, "gaps", Words("差距和启示", "Where we fall short"), isRequired: false, limit: 20_000, rows: 6)))
}

extension TourOutcome {
    /// As it was approved, until something else is said.
    init(as scheme: TourScheme) {
        self.init(
            from: scheme.from, to: scheme.to, halfHours: (scheme.to - scheme.from + 1) * 12, members: scheme.members,
            costs: scheme.budget)
    }
}

extension MeasureDraft {
    static let form = Form<MeasureDraft>(
        .init(
            Words("成果转化措施", "Measure"),
            .longText(\.measure, "measure", Words("措施", "What is to be done"), limit: 500, rows: 3),
            .text(\.origin, "origin", Words("借鉴自何处", "From which place"), isRequired: false),
            .unit(\.lead, "lead", Words("牵头单位", "Lead unit")), .person(\.owner, "owner", Words("责任人", "Owner")),
            .day(\.due, "due", Words("完成期限", "Due on"))))
}

extension TourRules {
    static let form = Form<TourRules>(
        .init(
            Words("学习考察规则", "Rules for study tours"),
            .number(
                \.leadDays, "leadDays", Words("提前报备天数", "Days ahead"),
                hint: Words("方案有规定的，以方案为准", "What the plan says goes before"), in: 0...180),
            .number(\.mostPeople, "mostPeople", Words("每批最多人数", "Most people in a tour"), in: 1...200),
            .number(\.mostDays, "mostDays", Words("每次最多天数", "Most days of a tour"), in: 1...60),
            .number(\.reportDays, "reportDays", Words("返回后报送报告天数", "Days until the report"), in: 1...180),
            .number(
                \.lookBackMonths, "lookBackMonths", Words("措施回头看月数", "Months until measures are looked back at"),
                in: 1...36)))
}
