import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Reports an exchange (登记业务交流): in the same change it is an activity, which the ledger counts.
struct ReportExchange: Act {
    static let right = Right.report
    static let words = Words("登记业务交流", "Exchange reported")
    var report: ExchangeReport

    func unit(in reading: some Reading) throws -> String? { report.unit }

    func perform(in t: ActTransaction) throws -> DrillExchange {
        try t.refuse(report.problems(on: t.today))
        let activity = try t.post(report.activity(recorded: t.today), on: "title")
        let exchange = DrillExchange(
            code: try t.nextCode(.drillExchange), report: report, recorded: t.today, activity: activity, takenBack: nil)
        try t.insert(exchange)
        return exchange
    }
}

struct CorrectExchange: RecordAct {
    static let right = Right.report
    static let words = Words("更正业务交流", "Exchange corrected")
    static let title = Words("更正业务交流", "Correct the exchange")
    static let button = Words("更正", "Correct")
    static let step = "correct"
    var record: String
    var report: ExchangeReport

    func unit(in reading: some Reading) throws -> String? { report.unit }

    static func notNow(
        _ exchange: DrillExchange, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { exchange.takenBack == nil ? nil : DrillProblem.takenBack }

    func perform(on before: DrillExchange, in t: ActTransaction) throws -> DrillExchange {
        if report.reason.allSatisfy(\.isWhitespace) { try t.refuse(DrillProblem.noReason) }
        try t.refuse(report.problems(on: t.today))
        if report.unit != before.unit { try t.refuse(DrillProblem.unitStays) }
        var exchange = before
        exchange.report = report
        exchange.report.reason = before.report.reason
        guard exchange != before else { try t.refuse(DrillProblem.nothingChanged) }
        exchange.report.reason = report.reason
        exchange.activity = try t.repost(
            before.activity, report.activity(recorded: before.recorded), reason: report.reason)
        try t.update(exchange)
        return exchange
    }
}

/// Takes a report back that was a mistake (撤销).
struct TakeExchangeBack: RecordAct {
    static let right = Right.report
    static let words = Words("撤销业务交流", "Exchange taken back")
    static let title = Words("撤销这次业务交流", "Take the exchange back")
    static let button = Words("撤销", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ exchange: DrillExchange, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { exchange.takenBack == nil ? nil : DrillProblem.takenBack }

    func perform(on exchange: DrillExchange, in t: ActTransaction) throws -> DrillExchange {
        var exchange = exchange
        try t.void(recorded: exchange.activity, reason: reason)
        exchange.takenBack = t.today
        exchange.report.reason = reason
        try t.update(exchange)
        return exchange
    }
}

extension ActTransaction {
    /// Puts on record what this desk's own record came to.
    func post(_ draft: ActivityDraft, on field: String = "") throws -> String {
        try record(
            draft, alike: { DrillProblem.sameActivity(field, $0) }, otherwise: DrillProblem.notCounted)
    }

    func repost(_ activity: String, _ draft: ActivityDraft, reason: String) throws -> String {
        try correct(
            recorded: activity, with: draft, reason: reason, alike: { DrillProblem.sameActivity("", $0) },
            otherwise: DrillProblem.notCounted)
    }
}
