import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of an exchange (一次一档).
enum ExchangeDocument: String, Named, Stored {
    case notice, signIn, record, material, photographs, other

    var words: Words {
        switch self {
        case .notice: Words("通知", "Notice")
        case .signIn: Words("签到表", "Sheet of signatures")
        case .record: Words("交流记录", "Minutes")
        case .material: Words("课件、资料", "Material")
        case .photographs: Words("照片", "Photographs")
        case .other: Words("其他", "Other")
        }
    }
}

extension DrillExchange: EvidenceBearer {
    typealias Document = ExchangeDocument
}

/// Where an exchange stands, in one word.
enum ExchangeState: String, Stated {
    case recorded, takenBack

    var words: Words {
        self == .recorded ? Words("已登记", "On record") : Words("已撤销", "Taken back")
    }
    var mark: Mark { self == .recorded ? .met : .excused }
    static let told: [ExchangeState] = [.recorded, .takenBack]

    func condition(_ ask: Ask) -> SQL { self == .recorded ? "taken_back_day is null" : "taken_back_day is not null" }

    static func state(of exchange: DrillExchange, _ ask: Ask) -> ExchangeState {
        exchange.takenBack == nil ? .recorded : .takenBack
    }
}

extension DrillExchange: PagedNoun {
    static let path = "/drills/exchanges/:code"
    static let acts: [any RecordAct<DrillExchange>.Type] = [CorrectExchange.self, TakeExchangeBack.self]
    static let seeing = Words("查看这次交流", "See the exchange")
    var title: String { report.title }

    static let listing: Listing<DrillExchange> = {
        var listing = Listing<DrillExchange>(
            Words("业务交流", "Exchanges"),
            columns: [
                .day("day", Words("日期", "Day"), sort: "held_day") { $0.report.day },
                .title(Words("名称", "Title"), sort: "title"),
                ExchangeReport.form.column("theme", of: \.report),
                ExchangeReport.form.column("way", of: \.report, .off, sort: "way"),
                ExchangeReport.form.column("unit", of: \.report, sort: "unit"),
                .number("people", Words("参加人数", "Took part"), unit: Words("人", "people")) {
                    $0.report.people.count + $0.report.leads.count
                },
                .day("recorded", Words("登记", "On record"), .off, sort: "recorded_day") { $0.recorded }, .code(),
                ExchangeState.column(sort: "taken_back_day"),
            ],
            filters: [
                .search(Words("名称、主题或编号", "Title, theme or number"), DrillExchange.self),
                .unit(Words("单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "held_day"),
                ExchangeState.filter,
            ], order: "held_day desc", empty: Words("还没有登记业务交流", "No exchange is on record yet"),
            sentence: ExchangeState.sentence)
        listing.since = ListedSince(Words("登记", "on record")) { "recorded_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let standing = try ask.reading.standing(activity: activity)
        let due = try ask.workingCalendar.after(report.day, ask.drillRules.exchangeDays)
        let why = Words("随登记归档", "With the record")
        var page = try Page(
            of: self, ask,
            .sheet(
                .warnings(
                    report.remarks(recorded: recorded, try ask.drillRules, try ask.workingCalendar)
                        + (standing.isVoid && takenBack == nil ? [.voidedElsewhere] : [])),
                takenBack == nil
                    ? .nothing : .section(.p(.b(.say("撤销原因：", "Why it was taken back: ")), .text(report.reason))),
                try ExchangeReport.form.facts(report, ask),
                .section(
                    .facts([
                        Fact(Words("登记", "On record"), .day(recorded)),
                        Fact(
                            Words("活动记录", "Counted as"),
                            .link("/activities/\(standing.code)", .text(standing.code))),
                    ])),
                try ask.evidence(
                    of: self,
                    required: takenBack == nil
                        ? [RequiredPaper(.signIn, due: due, why: why), RequiredPaper(.record, due: due, why: why)] : []),
                try ask.history(
                    ask.steps(of: DrillExchange.self, code, ExchangeReport.form, \.report) { step, exchange, _ in
                        if !exchange.report.reason.isEmpty {
                            step.remarks = [HistoryStep.reason(exchange.report.reason)]
                        }
                    } + ask.paperSteps(of: self))))
        let state = ExchangeState.state(of: self, ask)
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)), .say("，", ", "), .day(report.day), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."),
        ])
        return page
    }
}

extension Routes {
    mutating func exchanges() {
        list(DrillExchange.self) { ask in
            ask.button(
                ReportExchange.self, "/drills/exchanges/new", Words("登记交流", "Report an exchange"), isPrimary: true)
        }
        var report = FormFlow(new: Words("登记业务交流", "Report an exchange"), ExchangeReport.form) { ask in
            try ask.proposedExchange()
        } act: { report, _ in
            ReportExchange(report: report)
        }
        report.refusals = { report, ask in report.problems(on: ask.today) }
        report.remarks = { report, ask in try report.toRead(recorded: ask.today, ask) }
        form("/drills/exchanges/new", report)
        page(of: DrillExchange.self, Words("一次业务交流", "One exchange")) { try $0.page($1) }
        evidence(of: DrillExchange.self)
        var correct = FormFlow(CorrectExchange.self, ExchangeReport.correction) { exchange, _ in
            var report = exchange.report
            report.reason = ""
            return report
        } act: { exchange, report in
            CorrectExchange(record: exchange.code, report: report)
        }
        correct.tellsChanges = true
        correct.refusals = { report, ask in report.problems(on: ask.today) }
        form(correct)
        var back = FormFlow(TakeExchangeBack.self, Reason.form) { _, _ in
            Reason()
        } act: { exchange, reason in
            TakeExchangeBack(record: exchange.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
    }
}

extension ExchangeReport {
    fileprivate func toRead(recorded: Day, _ ask: Ask) throws -> HTML {
        let count = leads.count + people.count
        return .group([
            .warnings(remarks(recorded: recorded, try ask.drillRules, try ask.workingCalendar)),
            .p(.say("参加\(count)人；提交后记入台账。", "\(count) took part; the ledger counts it.")),
        ])
    }
}
