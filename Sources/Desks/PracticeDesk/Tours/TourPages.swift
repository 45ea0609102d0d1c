import Pages
import Store
import Training
import Vocabulary

extension StudyTour {
    static let listing: Listing<StudyTour> = {
        var listing = rows
        listing.bulk = [
            BulkAct("approve", Words("批准", "Approve"), Reason.remark, blank: Reason()) { tour, remark in
                DecideTour(tour: tour.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { tour, remark in
                DecideTour(tour: tour.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()

    private static let rows = Listing<StudyTour>(
        Words("学习考察", "Study tours"),
        columns: [
            ListColumn(
                "from", Words("出发", "First day"), .day, sort: "from_day", text: { tour, _ in tour.scheme.from.iso }
            ) {
                tour, _ in .day(tour.scheme.from)
            },
            ListColumn("title", Words("名称", "Name"), .lead, sort: "title", text: { tour, _ in tour.scheme.title }) {
                tour, ask in .a(.href(ask.context.link("/tours/\(tour.code)")), .text(tour.scheme.title))
            },
            TourScheme.form.column("unit", of: \.scheme, sort: "unit"),
            TourScheme.form.column("leader", of: \.scheme, .off),
            ListColumn(
                "days", Words("天数", "Days"), .figure, unit: Words("天", "days"),
                text: { tour, _ in String(tour.scheme.to - tour.scheme.from + 1) }
            ),
            ListColumn(
                "people", Words("人数", "People"), .figure, unit: Words("人", "people"),
                text: { tour, _ in String(tour.scheme.members.count) }),
            ListColumn(
                "filed", Words("报备", "Filed"), .off, as: .day, sort: "filed_day", text: { tour, _ in tour.filed.iso }
            ) {
                tour, _ in .day(tour.filed)
            },
            ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { tour, _ in tour.code }),
            ListColumn(
                "state", Words("进展", "State"), .end, sort: "stage",
                text: { tour, ask in
                    ask.say(try ask.progress(of: tour).state.words)
                }
            ) { tour, ask in
                let state = try ask.progress(of: tour).state
                return .state(state.mark, ask.say(state.words))
            },
        ],
        filters: [
            .search(Words("名称或编号", "Name or number"), StudyTour.self),
            .unit(Words("单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "from_day"),
            .choice("state", Words("进展", "State"), TourState.self) { state, ask in state.condition(ask) },
        ], order: "from_day desc",
        empty: Words("还没有报备的学习考察", "No study tour was filed yet"),
        sentence: { ask in
            func count(_ state: TourState) throws -> HTML {
                let number = try ask.reading.count(StudyTour.self, for: ask.reader, where: state.condition(ask))
                return .a(
                    .href(ask.context.link("/tours", ("state", state.rawValue))), .b(.text(String(number))))
            }
            return .group([
                .text(ask.say("待审批 ", "To be approved: ")), try count(.toApprove),
                .text(ask.say("，待报告 ", "; report due: ")),
                try count(.toReport), .text(ask.say("，其中逾期 ", ", overdue: ")), try count(.reportOverdue),
                .text(ask.say("，措施未办结 ", "; measures open: ")), try count(.measuresOpen), .text(ask.say("。", ".")),
            ])
        })

    func page(_ ask: Ask) throws -> Page {
        let progress = try ask.progress(of: self)
        let address = "/tours/\(code)"
        var page = Page(
            scheme.title, actions: actions(progress, ask),
            .div(
                .class("sheet"),
                .section(
                    .id("flow"), .div(.class("head"), .h2(.text(ask.say("进程", "Progress")))),
                    .ol(.class("flow"), .each(progress.steps) { $0.html(ask) })),
                .each(try remarks(progress, ask)) { .p(.class("warn"), $0) },
                .when(!remark.isEmpty, .section(.p(.b(.text(ask.say("审批说明：", "Remark: "))), .text(remark)))),
                try TourScheme.form.facts(scheme, ask),
                try progress.report.map { try $0.section(of: self, ask) } ?? .nothing,
                .section(
                    .id("measures"),
                    .div(
                        .class("head"), .h2(.text(ask.say("成果转化措施", "Measures"))),
                        progress.report == nil
                            ? .span(.class("quiet"), .text(ask.say("报告报送后填", "after the report")))
                            : ask.button(DrawMeasure.self, "\(address)/measures/new", Words("增加措施", "Add a measure"))),
                    progress.measures.isEmpty
                        ? .p(.class("quiet"), .text(ask.say("还没有措施。", "There are none yet.")))
                        : try progress.measures.table(ask)),
                try ask.evidence(of: self, at: address, required: progress.requiredPapers),
                try ask.history(
                    of: StudyTour.self, code,
                    [FileTour.self, FileTourAgain.self, DecideTour.self, WithdrawTour.self, ReportTour.self])))
        page.crumbs = [Frame.Crumb(text: ask.say(Self.listing.words), address: ask.context.link("/tours"))]
        page.sentence = try sentence(progress, ask)
        return page
    }

    private func sentence(_ progress: TourProgress, _ ask: Ask) throws -> HTML {
        let places = Array(Set(scheme.route.map(\.place))).sorted().joined(separator: "、")
        let people = scheme.members.count
        return .group([
            .day(scheme.from), .text(ask.say("至", " to ")), .day(scheme.to),
            .text(
                ask.say(
                    "，\(try ask.naming.unitName(scheme.unit))\(people)人赴\(places)。",
                    ": \(Words.count(people, "", "person", "people").en) of \(try ask.naming.unitName(scheme.unit)) to \(places). "
                )),
            .b(.class(progress.state.mark.rawValue), .text(ask.say(progress.state.words))), .text(ask.say("。", ".")),
        ])
    }

    private func actions(_ progress: TourProgress, _ ask: Ask) -> HTML {
        let address = "/tours/\(code)"
        let isReported = progress.report != nil
        return .group([
            .when(
                stage == .filed,
                ask.button(DecideTour.self, "\(address)/decide", Words("审批", "Decide"), isPrimary: true)),
            .when(
                stage == .filed || stage == .returned,
                ask.button(FileTourAgain.self, "\(address)/change", Words("修改", "Change"))),
            .when(
                stage == .approved && !isReported && scheme.from <= ask.today,
                ask.button(ReportTour.self, "\(address)/report", Words("报送报告", "Report"), isPrimary: true)),
            .when(
                stage != .withdrawn && !isReported,
                ask.button(WithdrawTour.self, "\(address)/withdraw", Words("撤回", "Withdraw"))),
        ])
    }

    private func remarks(_ progress: TourProgress, _ ask: Ask) throws -> [HTML] {
        try progress.remarks.map { .text(ask.say($0)) } + scheme.likeOthers(code: code, ask)
    }
}

extension TourScheme {
    /// Other tours of the year to the same place for the same purpose.
    func likeOthers(code: String, _ ask: Ask) throws -> [HTML] {
        try ask.reading.toursLike(self, code: code, for: ask.reader).map { other in
            .group([
                .text(ask.say("同一年度同一目的到过同一地点：", "The same place for the same purpose in one year: ")),
                .a(.href(ask.context.link("/tours/\(other.code)")), .text(other.scheme.title)),
                .text("（\(try ask.naming.unitName(other.scheme.unit))，"), .day(other.scheme.from), .text("）"),
            ])
        }
    }

    /// What is pointed out before it is filed.
    func remarks(code: String, _ ask: Ask) throws -> HTML {
        let draft = StudyTour(code: code, scheme: withLeader, filed: ask.today, stage: .filed, decided: nil, remark: "")
        let progress = TourProgress(
            tour: draft, report: nil, measures: [], rules: try ask.reading.tourRules(on: ask.today), today: ask.today)
        return .each(try progress.remarks.map { .text(ask.say($0)) } + likeOthers(code: code, ask)) {
            .p(.class("warn"), $0)
        }
    }
}

extension TourReport {
    func section(of tour: StudyTour, _ ask: Ask) throws -> HTML {
        func money(_ costs: [TourCost], _ item: CostItem) -> Money { costs.filter { $0.item == item }.total }
        let items = CostItem.allCases.filter {
            money(tour.scheme.budget, $0) != .zero || money(outcome.costs, $0) != .zero
        }
        return .group([
            try TourOutcome.form.facts(outcome, ask),
            .section(
                .div(.class("head"), .h2(.text(ask.say("经费：批准与实支（元）", "Cost: approved and spent (yuan)")))),
                .table(
                    .class("figures"),
                    .thead(
                        .tr(
                            .th(.attribute("scope", "col"), .text(ask.say("科目", "Item"))),
                            .th(.class("num"), .attribute("scope", "col"), .text(ask.say("批准", "Approved"))),
                            .th(.class("num"), .attribute("scope", "col"), .text(ask.say("实支", "Spent"))))),
                    .tbody(
                        .each(items) { item in
                            .tr(
                                .td(.text(ask.say(item.words))),
                                .td(.class("num"), .text(money(tour.scheme.budget, item).grouped)),
                                .td(.class("num"), .text(money(outcome.costs, item).grouped)))
                        },
                        .tr(
                            .td(.text(ask.say("合计", "Total"))),
                            .td(.class("num"), .text(tour.scheme.budget.total.grouped)),
                            .td(.class("num"), .text(outcome.costs.total.grouped)))))),
            .section(
                .p(
                    .text(ask.say("已计入活动记录：", "On record as ")),
                    .a(.href(ask.context.link("/activities/\(activity)")), .text(activity)))),
        ])
    }
}

extension [TourMeasure] {
    func table(_ ask: Ask) throws -> HTML {
        .table(
            .class("data"),
            .thead(
                .tr(
                    .each(
                        [
                            Words("措施", "Measure"), Words("牵头单位", "Lead unit"), Words("责任人", "Owner"),
                            Words("期限", "Due"), Words("进展", "State"),
                        ]
                    ) { .th(.attribute("scope", "col"), .text(ask.say($0))) })),
            .tbody(
                .each(
                    try map { measure in
                        let isLate = measure.draft.due < ask.today
                        return HTML.tr(
                            .td(.class("lead"), .text(measure.draft.measure)),
                            .td(.class("meta"), .text(try ask.naming.unitName(measure.draft.lead))),
                            .td(.class("meta"), .text(try ask.naming.personName(measure.draft.owner))),
                            .td(.class("date meta"), .day(measure.draft.due)),
                            .td(
                                .class("end"),
                                measure.done.map { done in
                                    .group([.state(.met, ask.say("已办结", "Done")), " ", .day(done)])
                                }
                                    ?? .group([
                                        .state(
                                            isLate ? .overdue : .notYetDue,
                                            isLate ? ask.say("逾期", "Overdue") : ask.say("未到期", "Not due")), " ",
                                        ask.button(
                                            FinishMeasure.self, "/tours/measures/\(measure.code)/done",
                                            Words("办结", "Done")),
                                    ])))
                    }
                ) { $0 }))
    }
}

extension TourProgress.Step {
    func html(_ ask: Ask) -> HTML {
        .li(
            .state(state.mark, ask.say(state.words)), .h3(.text(ask.say(words))),
            .dl(
                .div(.dt(.text(ask.say("应于", "Due"))), .dd(due.map { .day($0) } ?? "–")),
                .div(.dt(.text(ask.say("实际", "Done"))), .dd(done.map { .day($0) } ?? .text(ask.say("尚未", "not yet"))))),
            .p(.class("quiet"), .text(ask.say(rule))))
    }
}

extension TourProgress.State {
    var mark: Mark {
        switch self {
        case .done: .met
        case .late: .behind
        case .overdue: .overdue
        case .dueSoon: .next
        case .waiting: .waiting
        case .none: .doesNotApply
        }
    }

    var words: Words {
        switch self {
        case .done: Words("按期", "In time")
        case .late: Words("迟报", "Late")
        case .overdue: Words("逾期", "Overdue")
        case .dueSoon: Words("待办", "To do")
        case .waiting: Words("未到", "To come")
        case .none: Words("无", "None")
        }
    }
}
