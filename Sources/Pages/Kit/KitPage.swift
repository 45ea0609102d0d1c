import Vocabulary

/// Every component in every state, for whoever builds pages and for the tests: `/kit`, only where it was asked for.
public enum KitPage {
    public static let address = "/kit"

    public static func page(_ context: PageContext) -> Page {
        Page(
            Words("组件", "Components"),
            crumbs: [.init(Words("行知", "Xingzhi"), "/"), .init(Words("给开发者", "For developers"))],
            actions: .group([
                .act("/kit", Words("打印", "Print")), .act("/kit", Words("填报活动", "Report an activity"), .primary),
            ]), hasAsOf: true,
            .opening(
                .say("11月2日至6日，6人赴南州、江浦两市学习。", "Six people toured two cities in November. "),
                .b(.class("overdue"), .link("/kit#flow", Words("考察报告逾期7天", "The report is 7 days overdue"))),
                .say("；报告交上后，", "; after it, "), .b(.words(.count(2, "条", "measure", "measures"))),
                .say("转化措施须在12月6日前报。", " are due by 6 December.")),
            ErrorSummary(errors: KitForm.errors).html,
            .sheet(
                marks, flow, slots,
                .split(.group([list(context), empties]), beside: .group([facts, rows])),
                .halves(log, acts), warnings, KitForm.section))
    }

    private static var marks: HTML {
        .part(
            Words("状态", "Standings"), aside: .say("形状、文字、颜色", "shape, word, colour"),
            .legend(
                (.met, nil), (.onCourse, nil), (.behind, nil), (.overdue, nil), (.notYetDue, nil), (.excused, nil),
                (.next, nil), (.waiting, nil), (.needsRuling, nil), (.doesNotApply, nil)),
            .p(.each(Mark.allCases) { .group([.namedShape($0), " "]) }))
    }

    private static var flow: HTML {
        .part(
            Words("进程", "Steps"), id: "flow", aside: .say("期限由出发、返回日期算出", "days counted from the journey's"),
            .flow([
                FlowStep(
                    Words("报备", "Filing"), .met, Words("按期", "in time"), due: day(20_744),
                    done: .group([.day(day(20_740)), .say(" 早4天", " 4 days early")]),
                    rule: Words("出发前15日", "15 days before it leaves")),
                FlowStep(
                    Words("批准", "Approval"), .met, Words("按期", "in time"), due: day(20_747), done: .day(day(20_745)),
                    rule: Words("报备后5个工作日", "5 working days after filing")),
                FlowStep(Words("成行", "Journey"), .onCourse, due: day(20_759), done: .days(day(20_759), day(20_763))),
                FlowStep(
                    Words("报告", "Report"), .overdue, Words("逾期7天", "7 days overdue"), due: day(20_778),
                    done: .say("还没有交", "not handed in"), rule: Words("返回后15日", "15 days after the return"),
                    act: .act("/kit", Words("上传报告", "Upload the report"), .small)),
                FlowStep(
                    Words("措施", "Measures"), .waiting, Words("等待报告", "waits for the report"), due: day(20_793),
                    done: .words(.count(8, "天后到期", "day left", "days left")),
                    rule: Words("返回后30日，不少于2条", "30 days after the return, at least 2")),
            ]))
    }

    private static var slots: HTML {
        let done = (1...10).map { Slot(.met, Words("\($0)月：已完成", "month \($0): done"), address: "/kit?month=\($0)") }
        return .part(
            Words("全年", "The year"),
            .slots(
                Words("各月完成情况", "Month by month"), corner: Words("项目", "What"),
                periods: (1...12).map { Words("\($0)月", "\($0)") }, now: 10, sum: Words("已完成", "Done"),
                [
                    SlotRow(
                        .link("/kit", .say("业务交流", "Exchange")),
                        done + [Slot(.next, address: "/kit?month=11"), Slot(.notYetDue)], sum: "10 / 12"),
                    SlotRow(
                        .say("专题研讨", "Seminar"),
                        done.prefix(7) + [
                            Slot(.overdue, Words("8月：逾期", "month 8: overdue")), Slot(.excused), Slot(.behind),
                            Slot(.waiting), Slot(.doesNotApply),
                        ], sum: "7 / 11"),
                ]),
            .legend((.met, nil), (.next, nil), (.overdue, nil), (.excused, nil), (.notYetDue, nil)))
    }

    private static func list(_ context: PageContext) -> HTML {
        func line(_ iso: Int32, _ title: String, _ unit: String, _ people: Int, _ hours: String, _ mark: Mark) -> [HTML]
        {
            [
                .day(day(iso)), .link("/kit", .text(title)), .text(unit), .text(String(people)), .text(hours),
                .standing(mark),
            ]
        }
        return .part(
            Words("活动记录", "Activities"),
            .narrowing(
                context, to: "/kit", chips: [Chip(context.say("不含下属单位", "Without units beneath"), "scope")],
                .label(.class("grow"), .say("名称或编号", "Title or code"), .textField("q", context.query["q"] ?? "")),
                .label(
                    .say("年度", "Year"),
                    .choice(
                        "year", [("", Words("全部", "All")), ("2026", Words("2026", "2026"))],
                        chosen: context.query["year"] ?? ""))),
            .data(
                .say("活动记录", "Activities"),
                [
                    DataHead(.say("日期", "Day"), .meta, order: "descending"), DataHead(.say("名称", "Title"), .lead),
                    DataHead(.say("单位", "Unit"), .meta),
                    DataHead(.say("人数", "People"), .meta, isNumber: true, unit: Words("人", "people")),
                    DataHead(.say("学时", "Hours"), .meta, isNumber: true, unit: Words("学时", "hours")),
                    DataHead(.say("状态", "Standing"), .end),
                ],
                [
                    line(20_783, "城市更新政策与案例研讨", "市住建局", 34, "3", .met),
                    line(20_782, "应急处置流程复盘", "市应急局", 41, "2.5", .needsRuling),
                    line(20_781, "老旧小区加装电梯协调机制研讨", "东山区", 36, "3", .overdue),
                    line(20_777, "乡镇财务代管研讨", "云岭县", 25, "3", .excused),
                ], count: 4, foot: [.nothing, .say("合计", "In all"), .nothing, "136", "11.5", .nothing]))
    }

    private static var empties: HTML {
        .emptyState(
            Words("没有符合这2个条件的记录", "No record meets these 2 conditions"),
            .group([
                .say("去掉“年度：2026”有", "Without \u{201C}Year: 2026\u{201D} there are "),
                .link("/kit", .words(Words("11条", "11"))), .say("。", "."),
            ]), acts: .act("/kit", Words("清除全部条件", "Clear all")))
    }

    private static var facts: HTML {
        .part(
            Words("概况", "Facts"),
            .facts([
                Fact(Words("单位", "Unit"), .link("/kit", "市住建局")),
                Fact(Words("带队", "Leader"), .group(["曹闻野", .small("副局长")])),
                Fact(Words("时间", "Days"), .days(day(20_759), day(20_763))), Fact(Words("说明", "Remark"), .nothing),
            ]),
            .facts(
                [
                    Fact(
                        Words("参加人员", "Participants"), .words(.count(27, "人", "person", "people")),
                        act: .link("/kit", .say("改", "Change"), .span(.class("unseen"), .say("参加人员", " participants"))))
                ], long: true))
    }

    private static var rows: HTML {
        .group([
            .part(
                Words("近期到期", "Due soon"),
                .rows([
                    Row(
                        .link("/kit", .say("11月业务交流", "November's exchange")), when: .day(day(20_787)),
                        act: .standing(.next)),
                    Row(.say("转化措施", "Measures"), when: .day(day(20_793)), act: .standing(.waiting)),
                ])),
            .part(
                Words("材料", "Papers"),
                .narrowRows([
                    Row(.link("/kit", .say("备案表", "The form")), act: .span(.class("quiet"), .day(day(20_740)))),
                    Row(.say("考察报告", "The report"), act: .standing(.overdue, Words("缺", "missing"))),
                ])),
        ])
    }

    private static var log: HTML {
        .part(
            Words("经过", "What happened"),
            .log([
                Row(.say("登记返回", "Return recorded"), when: "2026-11-06 18:10", act: "林晓岚"),
                Row(
                    .say("批准，人数由8人减为6人", "Approved, 6 people in place of 8"), when: "2026-10-19 11:26", act: "郑观澜"),
            ]))
    }

    private static var acts: HTML {
        .part(
            Words("操作", "Acts"),
            .acts(
                .act("/kit", Words("主要", "Primary"), .primary), .act("/kit", Words("其他", "Other")),
                .act("/kit", Words("作废", "Make void"), .danger), .act("/kit", Words("小", "Small"), .small),
                .act("/kit", Words("清除", "Clear"), .plain)),
            .acts(.act("/kit", Words("签到", "Sign in"), .big)))
    }

    private static var warnings: HTML {
        .section(
            .warning(
                .behind, .say("还有3人没有回复，今天截止。", "Three people have not answered; today is the last day. "),
                .link("/kit", .say("提醒", "Remind them"))),
            .warning(.bad, .say("名额已满，再安排会超出。", "No seat is left.")),
            .warning(.good, .say("已保存，编号T-2026-011。", "Saved as T-2026-011.")))
    }

    private static func day(_ number: Int32) -> Day { Day(number: number) }
}

/// A form with every kind of field, filled in, some of it wrongly.
private enum KitForm {
    static let errors = [
        FieldError(field: "hours", Words("学时：4学时超过活动时长3.5小时，请改为3.5或改时间", "Hours: 4 is more than the 3.5 it lasted")),
        FieldError(field: "who", Words("参加人员：“陈静”有两人，请选一个", "Participants: two people are called 陈静; choose one")),
    ]

    static var section: HTML {
        let summary = ErrorSummary(errors: errors)
        return .part(
            Words("表单", "A form"),
            .form(
                .attribute("method", "post"), .action("/kit"),
                .ask(
                    "title", Words("名称", "Title"), hint: Words("写明主题，不写届次", "The subject, no number"),
                    .textField("title", "业务交流")),
                .div(
                    .class("side-by-side"), .ask("from", Words("开始日期", "First day"), .dayField("from", "2026-11-27")),
                    .ask(
                        "kind", Words("类型", "Kind"),
                        .choice(
                            "kind", [("a", Words("业务交流", "exchange")), ("b", Words("集中学习", "group study"))], chosen: "a"
                        ))),
                .ask(
                    "hours", Words("学时", "Hours"), hint: Words("1小时为1学时", "one for an hour"),
                    error: summary.words(for: "hours"), .textField("hours", "4", width: .short, mode: "decimal")),
                .askAll(
                    "topic", Words("主题", "Topics"),
                    .div(
                        .class("checks"),
                        .tick("topic", "1", Words("城市更新", "Renewal"), isOn: true, id: "topic"),
                        .tick("topic", "2", Words("财务管理", "Finance"), isOn: false))),
                .askAll(
                    "who", Words("“陈静”是哪一位？", "Which 陈静?"), error: summary.words(for: "who"),
                    .radio(
                        "who", "1", Words("陈静，市住建局", "陈静, housing"), about: Words("科长", "head of section"), isOn: false,
                        id: "who"),
                    .radio("who", "2", Words("陈静，市财政局", "陈静, finance"), isOn: true)),
                .ask("note", Words("说明（可不填）", "Remark (optional)"), .longField("note", "第一行\n第二行", rows: 3)),
                .acts(
                    .submit(Words("下一步：核对", "Next: check")),
                    .submit(Words("存为草稿", "Keep as a draft"), .outlined, name: "do", value: "draft"))))
    }
}
