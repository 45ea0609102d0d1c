import Pages
import Store
import Vocabulary

/// What figures count, as the list is narrowed by it: by the day that the address asks for, what happened later had not happened.
enum SecondmentTold: String, Named {
    case placed, approved, started, away, ended, extended, early

    var words: Words {
        switch self {
        case .placed: Words("已安排", "Placed")
        case .approved: Words("已批准", "Approved")
        case .started: Words("已报到", "Reported for work")
        case .away: Words("在外", "Away")
        case .ended: Words("已结束", "Ended")
        case .extended: Words("延期", "Extended")
        case .early: Words("提前结束", "Ended early")
        }
    }

    func condition(on day: Day) -> SQL {
        let stands: SQL = "(stage <> \(RecordStage.declined) or declined_day > \(day))"
        let approved: SQL = "\(stands) and approved_day <= \(day)"
        let started: SQL = "stage = \(RecordStage.approved) and started_day <= \(day)"
        return switch self {
        case .placed: "\(stands) and proposed_day <= \(day)"
        case .approved: approved
        case .started: started
        case .away: "\(started) and (ended_day is null or ended_day > \(day))"
        case .ended: "ended_day <= \(day)"
        case .extended:
            """
            exists (
                select 1 from secondment_extensions e where e.secondment = secondments.code
                and e.stage = \(AskedStage.granted) and e.decided_day <= \(day))
            """
        case .early: "ended_day <= \(day) and end_reason <> \(EndReason.term)"
        }
    }
}

extension Outcome {
    func condition(on day: Day) -> SQL { "outcome = \(self) and outcome_day <= \(day)" }
}

extension Ask {
    /// The last day of what figures tell: what came later, or was known later, is left out.
    var toldDay: Day { min(context.asOf, context.knownAt ?? context.asOf) }
}
