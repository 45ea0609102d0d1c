import Exchange
import Pages
import Seats
import Storage
import Store
import Training
import Vocabulary

/// One year: what the proposal comes to, when the classes are, who is away, what changed, and what was wished.
struct SeatYearPage {
    let year: SeatYear
    let ask: Ask
    /// A wish that was refused: why, and what was filled in.
    var refused: Words?
    var typed = Query()

    private var plan: SeatPlan { year.plan }
    private var picture: SeatPicture { year.picture }
    private var home: String { year.address }
    private var mayPlan: Bool { KeepSeatProposal.isAllowed(to: ask.reader) }

    func page() -> Page {
        let errors = refused.map { [FieldError(field: "person", $0)] } ?? []
        var page = Page(
            Words(plan.name, plan.name), crumbs: [.seats], actions: actions, hasErrors: refused != nil,
            ErrorSummary(errors: errors).html, notices,
            .sheet(
                .when(plan.proposal != nil, proposal),
                .part(
                    Words("指定与不安排", "Pinned and set aside"), id: "wishes",
                    SeatWishList(picture: picture, mayPlan: mayPlan, isRefused: refused != nil, typed: typed).html)))
        if plan.proposal != nil { page.sentence = sentence }
        // While the planner works, the page asks again by itself; no script is needed.
        if year.isRunning { page.refresh = 1 }
        return page
    }

    private var actions: HTML {
        guard mayPlan else { return .nothing }
        let upkeep = HTML.group([
            .act(home + "/name", Words("改名", "Rename")), .act(home + "/remove", Words("移除", "Remove")),
        ])
        guard !year.isRunning else { return upkeep }
        guard plan.proposal != nil else {
            return .group([upkeep, run(Words("生成安排", "Propose"), .primary, isAfresh: true)])
        }
        return .group([
            upkeep, run(Words("全部重排", "Plan from scratch"), .outlined, isAfresh: true),
            run(Words("少变动重排", "Re-plan, few changes"), .primary, isAfresh: false),
        ])
    }

    private func run(_ words: Words, _ weight: ActWeight, isAfresh: Bool) -> HTML {
        .press(home + "/run", words, weight, isAfresh ? [("afresh", "1")] : [])
    }

    private var notices: HTML {
        if year.isRunning {
            return .warning(
                .good,
                .say(
                    "正在安排，一般几秒，最多一分钟；本页会自动更新。",
                    "Being worked out: some seconds, a minute at most. This page reloads itself."),
                .link(home, Words("立即更新", "Reload now")), " ",
                year.job.map { .link("/jobs/\($0)", Words("查看进度、取消", "Progress, cancel")) } ?? .nothing)
        }
        if let refusal = year.refusal {
            return .div(
                .class("errors"), .attribute("role", "alert"),
                .h2(.say("没有得出新的安排", "There is no new proposal")), .p(.words(refusal)),
                .p(
                    .say(
                        "请在下方调整指定或不安排后再试；上次的安排没有变。",
                        "Change what is pinned or set aside below and try again; the last proposal stands as it was."),
                    " ", .a(.href("#wishes"), .say("查看指定与不安排", "To the wishes"))))
        }
        if plan.proposal == nil {
            return .warning(
                .behind,
                mayPlan
                    ? .say("还没有安排，点“生成安排”开始。", "No proposal yet: press “Propose” to begin.")
                    : .say("还没有安排。", "No proposal yet."))
        }
        guard plan.isStale else { return .nothing }
        return .warning(
            .behind,
            .say(
                "指定或不安排有改动，下面仍是改动前的安排。点“少变动重排”使其生效。",
                "What is pinned or set aside has changed; what follows is from before. Re-plan to apply it."))
    }

    private var proposal: HTML {
        .group([
            SeatHeadlines(picture: picture, ask: ask).html,
            .part(Words("全年班次", "The year's classes"), SeatTimeline(picture: picture).html),
            .part(Words("与上次安排相比", "Against the last proposal"), id: "changes", SeatMoves(picture).summary),
            .part(Words("各单位参训离岗", "Units by week away"), id: "units", SeatHeatMap(picture: picture).html(ask.context)),
            .part(
                Words("名单", "Lists"),
                .p(
                    .class("btns no-print"), .act(home + "/people", Words("人员安排", "People and seats")),
                    .act(home + "/people?show=dueWithout", Words("今年到期而未安排的", "Due this year, without a seat")),
                    .act(home + "/people?show=without", Words("全部未安排的", "All without a seat")),
                    .act(home + "/assignment.json", Words("导出安排（JSON）", "Assignment as JSON")))),
        ])
    }

    private var sentence: HTML {
        let figures = picture.figures
        let missing = figures.due - figures.dueCovered
        let without = picture.instance.persons.count - figures.covered
        let drop = Figure.percent(
            Double(figures.debtBefore - figures.debtAfter), of: Double(figures.debtBefore))
        return .group([
            .say(
                "安排\(figures.covered)人参加\(picture.instance.classes.count)个班，",
                "\(figures.covered) people go to \(picture.instance.classes.count) classes; "),
            missing == 0
                ? .say("今年到期的\(figures.due)人全部有名额，", "all \(figures.due) due this year have a seat; ")
                : .group([
                    .say("今年到期的还有", "of those due this year "), .b(.class("behind"), .text(String(missing))),
                    .say("人没有名额，", " have no seat; "),
                ]),
            .say(
                "应训未训\(without)人，加权后减少\(drop)%。",
                "\(without) are still without a class; by priority the backlog falls by \(drop)%."),
        ])
    }
}

extension Frame.Crumb {
    static let seats = Frame.Crumb(Words("调训安排", "Seats of the year"), "/seats")

    static func year(_ picture: SeatPicture) -> Frame.Crumb {
        Frame.Crumb(Words(picture.plan.name, picture.plan.name), picture.address)
    }
}
