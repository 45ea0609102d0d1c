import Pages
import Store
import Training
import Vocabulary

extension StudyTour: PagedNoun {
    static let path = "/tours/:code"
    static let acts: [any RecordAct<StudyTour>.Type] = [
        DecideTour.self, FileTourAgain.self, ReportTour.self, WithdrawTour.self,
    ]
    static let seeing = Words("查看这次考察", "See the tour")
    var title: String { scheme.title }

    func page(_ ask: Ask) throws -> Page {
        let progress = try ask.progress(of: self)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.text(ask.say("进程", "Progress")))),
                    .flow(progress.steps)),
                said, .each(try remarks(progress, ask)) { .p(.class("warn"), $0) },
                try TourScheme.form.facts(scheme, ask), .section(.p(scheme.total)),
                try progress.report.map { try $0.section(of: self, ask) } ?? .nothing,
                .section(
                    .id("measures"),
                    .div(
                        .class("head"), .h2(.text(ask.say("成果转化措施", "Measures"))),
                        progress.report == nil
                            ? .span(.class("quiet"), .text(ask.say("报告报送后填", "after the report")))
                            : try ask.button(DrawMeasure.self, on: self)),
                    progress.measures.isEmpty
                        ? .p(.class("quiet"), .text(ask.say("还没有措施。", "There are none yet.")))
                        : try TourMeasure.listing.table(
                            progress.measures, columns: ["measure", "lead", "owner", "due", "state"], ask
                        ) { measure in
                            .group([
                                measure.done.map { .group([.day($0), .small(" ", .text(measure.proof))]) } ?? .nothing,
                                try ask.button(FinishMeasure.self, on: measure),
                            ])
                        }),
                try ask.evidence(of: self, required: progress.requiredPapers),
                try history(ask)))
        page.sentence = try sentence(progress, ask)
        return page
    }

    /// Who goes and when; once it was reported, who went and when.
    private func sentence(_ progress: TourProgress, _ ask: Ask) throws -> HTML {
        let places = Array(Set(scheme.route.map(\.place))).sorted().joined(separator: "、")
        let outcome = progress.report?.outcome
        let people = outcome?.members.count ?? scheme.members.count
        return .group([
            .text(code), .text(ask.say("，", ", ")), .day(outcome?.from ?? scheme.from), .text(ask.say("至", " to ")),
            .day(outcome?.to ?? scheme.to),
            .text(
                ask.say(
                    "，\(try ask.naming.unitName(scheme.unit))\(people)人赴\(places)。",
                    ": \(Words.count(people, "", "person", "people").en) of \(try ask.naming.unitName(scheme.unit)) to \(places). "
                )),
            .b(.class(progress.state.mark.rawValue), .text(ask.say(progress.state.words))), .text(ask.say("。", ".")),
            ask.standsToday,
        ])
    }

    /// What was said with the last decision: whoever is to put it right has it before them.
    var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        let day = decided.map(\.iso) ?? ""
        return switch stage {
        case .returned: .warning(.behind, .say("已于\(day)退回修改：\(remark)", "Returned on \(day): \(remark)"))
        case .filed:
            .warning(
                .behind,
                .say(
                    "曾于\(day)退回修改：\(remark)。已于\(filed.iso)重新报备。",
                    "Returned on \(day): \(remark). Filed again on \(filed.iso)."))
        case .approved: .section(.p(.b(.say("审批说明：", "Remark: ")), .text(remark)))
        case .withdrawn: .section(.p(.b(.say("撤回原因：", "Why it was withdrawn: ")), .text(remark)))
        }
    }

    private func remarks(_ progress: TourProgress, _ ask: Ask) throws -> [HTML] {
        try progress.remarks.map { .text(ask.say($0)) } + scheme.likeOthers(code: code, ask)
    }

    /// What is pointed out before it is decided.
    func remarks(_ ask: Ask) throws -> HTML { try scheme.remarks(code: code, filed: filed, ask) }
}

extension TourScheme {
    /// Other tours of the year to the same place for the same purpose.
    func likeOthers(code: String, _ ask: Ask) throws -> [HTML] {
        try ask.reading.toursLike(self, code: code, for: ask.reader).map { other in
            .group([
                .text(ask.say("同一年度同一目的到过同一地点：", "The same place for the same purpose in one year: ")),
                .link(other.address, .text(other.title)),
                .text("（\(try ask.naming.unitName(other.scheme.unit))，"), .day(other.scheme.from), .text("）"),
            ])
        }
    }

    /// What is pointed out before it is filed, or decided: `filed` is the day from which it counts as filed.
    func remarks(code: String = "", filed: Day, _ ask: Ask) throws -> HTML {
        let draft = StudyTour(code: code, scheme: withLeader, filed: filed, stage: .filed, decided: nil, remark: "")
        let progress = TourProgress(
            tour: draft, report: nil, measures: [], rules: try ask.tourRules, today: ask.today)
        return .group([
            .each(try progress.remarks.map { .text(ask.say($0)) } + likeOthers(code: code, ask)) {
                .p(.class("warn"), $0)
            },
            .section(.each(try namesakes(ask)) { .p($0) }, .p(total)),
        ])
    }

    var total: HTML {
        .say("经费预算合计\(budget.total.grouped)元。", "The budget comes to \(budget.total.grouped) yuan.")
    }

    /// Which of several people of one name is meant.
    private func namesakes(_ ask: Ask) throws -> [HTML] {
        try withLeader.members.compactMap { code in
            let name = try ask.naming.personName(code)
            let count = try ask.naming.persons(typed: name).count
            guard count > 1 else { return nil }
            let place = try ask.naming.whereabouts(of: code)
            return .say(
                "有\(count)人叫“\(name)”，这里是\(code)（\(place)）。",
                "\(count) people are called “\(name)”; this is \(code) (\(place)).")
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
            .each(outcome.notes(of: tour)) { .p(.class("warn"), .words($0)) },
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

/// A measure is read on the page of its tour.
extension TourMeasure: PagedNoun {
    static let path = "/tours/measures/:code"
    static let seeing = StudyTour.seeing
    var title: String { draft.measure }
    var address: String { StudyTour.address(of: tour) + "#measures" }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        try ask.reading.one(StudyTour.self, tour, for: ask.reader)?.crumbs(ask) ?? [StudyTour.home]
    }
}
