import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// One year: what the proposal comes to, when the classes are, who is away, what changed, and what was wished.
struct SeatPlanPage {
    var picture: SeatPicture
    var status: SeatPlans.Status
    /// Why a wish was refused.
    var wishError: String?
    /// What was filled in for the wish that was refused.
    var wishTyped = Query()
    /// Why a name was.
    var nameError: String?
    /// What was typed for it.
    var nameTyped: String?
    /// Whether the reader may plan, rename and remove.
    var mayPlan = true

    private var plan: SeatPlan { picture.plan }
    private var home: String { "/seats/\(plan.number)" }

    func html(_ context: PageContext) -> HTML {
        Frame(
            title: plan.name,
            crumbs: [.init(text: context.say("调训安排", "Seats of the year"), address: context.link("/seats"))],
            actions: actions(context), hasAsOf: false, hasErrors: !errors.isEmpty
        ).html(
            context,
            ErrorSummary(errors: errors).html(context),
            notices(context), .when(plan.proposal != nil, proposal(context)),
            SeatWishesCard(picture: picture, error: wishError, typed: wishTyped).html(context),
            .when(mayPlan, upkeep(context)))
    }

    private var errors: [FieldError] {
        [("person", wishError), ("name", nameError)].compactMap { name, message in
            message.map { FieldError(field: name, message: $0) }
        }
    }

    private func upkeep(_ context: PageContext) -> HTML {
        card(
            nil, isOnPaper: false,
            details(
                .when(nameError != nil, .attribute("open", "")),
                summary(.text(context.say("改名与移除", "Rename or remove"))),
                form(
                    .class("line"), .attribute("method", "post"), .attribute("action", context.link(home + "/name")),
                    label(
                        .text(context.say("名称", "Name")),
                        input(
                            .class("field"), .id("name"), .name("name"), .type("text"), .value(nameTyped ?? plan.name),
                            .attribute("maxlength", "60"), .attribute("autocomplete", "off"))),
                    button(.class("btn"), .type("submit"), .text(context.say("改名", "Rename")))),
                form(
                    .class("line"), .attribute("method", "post"),
                    .attribute("action", context.link(home + "/remove")),
                    p(
                        .class("hint"),
                        .text(
                            context.say(
                                "移除后不再列出，可在“调训安排”页移回列表。",
                                "Once removed it is no longer listed; it can be restored on the page of all years."))),
                    button(.class("btn"), .type("submit"), .text(context.say("移除本年度", "Remove this year"))))))
    }

    private func actions(_ context: PageContext) -> HTML {
        guard mayPlan, !status.isRunning else { return .nothing }
        func run(_ words: String, isPrimary: Bool, isAfresh: Bool) -> HTML {
            form(
                .attribute("method", "post"), .attribute("action", context.link(home + "/run")), PageContext.once,
                .when(isAfresh, input(.type("hidden"), .name("afresh"), .value("1"))),
                button(.class(isPrimary ? "btn primary" : "btn"), .type("submit"), .text(words)))
        }
        guard plan.proposal != nil else {
            return div(.class("btns"), run(context.say("生成安排", "Propose"), isPrimary: true, isAfresh: true))
        }
        return div(
            .class("btns"),
            run(context.say("少变动重排", "Re-plan, few changes"), isPrimary: true, isAfresh: false),
            run(context.say("全部重排", "Plan from scratch"), isPrimary: false, isAfresh: true))
    }

    private func notices(_ context: PageContext) -> HTML {
        if status.isRunning {
            return p(
                .class("warn good"), .attribute("role", "status"),
                .text(
                    context.say(
                        "正在安排，一般几秒，最多一分钟；本页会自动更新。",
                        "Being worked out: some seconds, a minute at most. This page reloads itself.")),
                a(.href(context.link(home)), .text(context.say("立即更新", "Reload now"))), " ",
                status.job.map {
                    a(.href(context.link("/jobs/\($0)")), .text(context.say("查看进度、取消", "Progress, cancel")))
                } ?? .nothing)
        }
        let refusal = status.refusal.map { context.say($0.zh, $0.en) }
        if let refusal {
            return div(
                .class("errors"), .attribute("role", "alert"),
                h2(.text(context.say("没有得出新的安排", "There is no new proposal"))),
                p(.text(refusal)),
                p(
                    .text(
                        context.say(
                            "请在下方调整指定或不安排后再试；上次的安排没有变。",
                            "Change what is pinned or set aside below and try again; the last proposal stands as it was."
                        )),
                    " ", a(.href("#wishes"), .text(context.say("查看指定与不安排", "To the wishes")))))
        }
        if plan.proposal == nil {
            return card(
                nil,
                emptyState(
                    context.say("还没有安排", "No proposal yet"),
                    mayPlan ? context.say("点“生成安排”开始。", "Press \u{201C}Propose\u{201D} to begin.") : ""))
        }
        guard plan.isStale else { return .nothing }
        return p(
            .class("warn"),
            .text(
                context.say(
                    "指定或不安排有改动，下面仍是改动前的安排。点“少变动重排”使其生效。",
                    "What is pinned or set aside has changed; what follows is from before. Re-plan to apply it.")))
    }

    private func proposal(_ context: PageContext) -> HTML {
        .group([
            card(nil, say(context)), .sheet(headline(context)),
            card(context.say("全年班次", "The year's classes"), SeatTimeline(picture: picture).html(context)),
            card(
                context.say("与上次安排相比", "Against the last proposal"), id: "changes",
                SeatChangesView(picture: picture).html(context)),
            card(
                context.say("各单位参训离岗", "Units by week away"), id: "units",
                SeatHeatMap(picture: picture).html(context)),
            card(
                context.say("查询人员", "Find a person"), isOnPaper: false,
                form(
                    .class("line"), .attribute("method", "get"), .attribute("action", home + "/people"),
                    .each(context.travelling) { name, value in
                        input(.type("hidden"), .name(name), .value(value))
                    },
                    label(
                        .text(context.say("人员序号", "Person's number")),
                        input(
                            .class("field short"), .name("person"), .type("text"), .attribute("inputmode", "numeric"),
                            .attribute("autocomplete", "off"))),
                    button(.class("btn"), .type("submit"), .text(context.say("查看", "Show"))),
                    a(
                        .href(context.link(home + "/people", ("show", "dueWithout"))),
                        .text(context.say("今年到期而未安排的", "Due this year, without a seat"))),
                    a(
                        .href(context.link(home + "/people", ("show", "without"))),
                        .text(context.say("全部未安排的", "All without a seat")))),
                p(
                    a(
                        .href(context.link(home + "/assignment.csv")),
                        .text(context.say("导出安排（CSV）", "Assignment as CSV"))),
                    " · ",
                    a(
                        .href(context.link(home + "/assignment.json")),
                        .text(context.say("导出安排（JSON）", "Assignment as JSON"))))),
        ])
    }

    private func say(_ context: PageContext) -> HTML {
        let figures = picture.figures
        let missing = figures.due - figures.dueCovered
        let without = picture.instance.persons.count - figures.covered
        let drop = Figure.percent(
            Double(figures.debtBefore - figures.debtAfter), of: Double(figures.debtBefore))
        return p(
            .class("say"),
            .text(
                context.say(
                    "安排\(figures.covered)人参加\(picture.instance.classes.count)个班，",
                    "\(figures.covered) people go to \(picture.instance.classes.count) classes; ")),
            .text(
                missing == 0
                    ? context.say("今年到期的\(figures.due)人全部有名额，", "all \(figures.due) due this year have a seat; ")
                    : context.say("今年到期的还有", "of those due this year ")),
            .when(
                missing > 0,
                .group([
                    b(.class("behind"), .text(String(missing))),
                    .text(context.say("人没有名额，", " have no seat; ")),
                ])),
            .text(
                context.say(
                    "应训未训\(without)人，加权后减少\(drop)%。",
                    "\(without) are still without a class; by priority the backlog falls by \(drop)%.")))
    }

    private func headline(_ context: PageContext) -> HTML {
        let figures = picture.figures
        let before = picture.previousFigures
        func percent(_ share: Double) -> String { Figure.percent(share) + "%" }
        let gap = plan.proposal?.gapPct
        let people = home + "/people"
        return .headlines([
            HeadlineFigure(
                name: context.say("名额", "Seats"), figure: String(figures.seats), of: "/ \(figures.capacity)",
                remark: before.map { context.say("上次\($0.seats)", "last time \($0.seats)") }
                    ?? context.say("已用 / 全部", "taken / all"),
                address: context.link(home + "/assignment.csv")
            ),
            HeadlineFigure(
                name: context.say("已安排人数", "People with a seat"), figure: String(figures.covered),
                of: "/ \(picture.instance.persons.count)",
                remark: before.map { context.say("上次\($0.covered)", "last time \($0.covered)") } ?? "",
                address: context.link(people, ("show", "with"))
            ),
            HeadlineFigure(
                name: context.say("今年到期已安排", "Due this year, seated"), figure: String(figures.dueCovered),
                of: "/ \(figures.due)",
                remark: figures.due == figures.dueCovered
                    ? context.say("全部有名额", "all have a seat")
                    : context.say(
                        "还差\(figures.due - figures.dueCovered)人", "\(figures.due - figures.dueCovered) without"),
                address: context.link(people, ("show", "due"))
            ),
            HeadlineFigure(
                name: context.say("应训未训", "Without a class"),
                figure: String(picture.instance.persons.count - figures.covered), of: context.say("人", "people"),
                remark: context.say(
                    "加权\(figures.debtBefore) → \(figures.debtAfter)",
                    "by priority \(figures.debtBefore) → \(figures.debtAfter)")
                    + (before.map { context.say("，上次\($0.debtAfter)", ", last time \($0.debtAfter)") } ?? ""),
                address: context.link(people, ("show", "without"))
            ),
            HeadlineFigure(
                name: context.say("与最优相差", "Gap to the best"), figure: gap.map { Self.gap($0) } ?? "—", of: "%",
                remark: gap.map {
                    $0 == 0
                        ? context.say("已证明没有更好的安排", "proved: none is better")
                        : context.say("至多还能改进这些", "at most so much better")
                } ?? "", address: "#changes"
            ),
            HeadlineFigure(
                name: context.say("单位覆盖率最低", "Least covered unit"), figure: percent(figures.smallestShare), of: "",
                remark: context.say(
                    "平均\(percent(figures.meanShare))，标准差\(percent(figures.shareDeviation))",
                    "mean \(percent(figures.meanShare)), deviation \(percent(figures.shareDeviation))"),
                address: "#units"
            ),
        ])
    }

    /// Three decimals: gaps are small.
    private static func gap(_ pct: Double) -> String {
        guard let thousandths = Int(exactly: (pct * 1000).rounded(.up)) else { return Figure.plain(pct) }
        guard thousandths > 0 else { return "0" }
        let digits = String(thousandths % 1000 + 1000).dropFirst()
        return "\(thousandths / 1000).\(digits)"
    }
}
