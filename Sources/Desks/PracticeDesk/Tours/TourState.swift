import Pages
import Store
import Vocabulary

/// Where a tour stands on a day, in one word: what the list is narrowed by.
enum TourState: String, Named {
    case toApprove, returned, toLeave, toReport, reportOverdue, measuresToDraw, measuresOpen, closed, withdrawn

    var words: Words {
        switch self {
        case .toApprove: Words("待审批", "To be approved")
        case .returned: Words("退回修改", "Returned")
        case .toLeave: Words("已批准，未出发", "Approved, to leave")
        case .toReport: Words("待报告", "Report due")
        case .reportOverdue: Words("报告逾期", "Report overdue")
        case .measuresToDraw: Words("待填措施", "Measures to be drawn")
        case .measuresOpen: Words("措施未办结", "Measures open")
        case .closed: Words("已办结", "Closed")
        case .withdrawn: Words("已撤回", "Withdrawn")
        }
    }

    var mark: Mark {
        switch self {
        case .toApprove, .toReport, .measuresToDraw: .next
        case .returned: .behind
        case .toLeave: .notYetDue
        case .reportOverdue: .overdue
        case .measuresOpen: .onCourse
        case .closed: .met
        case .withdrawn: .excused
        }
    }

    /// The same as a condition of the table: the figure and the list that it opens cannot disagree.
    func condition(_ ask: Ask) -> SQL {
        let reported: SQL = "exists (select tour from tour_reports where tour = study_tours.code)"
        let drawn: SQL = "exists (select tour from tour_measures where tour = study_tours.code)"
        let open: SQL = "exists (select tour from tour_measures where tour = study_tours.code and done_day is null)"
        let approved: SQL = "stage = \(TourStage.approved)"
        let latest = ask.today - ask.tourRules.reportDays
        return switch self {
        case .toApprove: "stage = \(TourStage.filed)"
        case .returned: "stage = \(TourStage.returned)"
        case .withdrawn: "stage = \(TourStage.withdrawn)"
        case .toLeave: "\(approved) and to_day >= \(ask.today) and not \(reported)"
        case .toReport: "\(approved) and to_day < \(ask.today) and not \(reported)"
        case .reportOverdue: "\(approved) and to_day < \(latest) and not \(reported)"
        case .measuresToDraw: "\(approved) and \(reported) and not \(drawn)"
        case .measuresOpen: "\(approved) and \(open)"
        case .closed: "\(approved) and \(reported) and \(drawn) and not \(open)"
        }
    }
}

extension TourProgress {
    var state: TourState {
        switch tour.stage {
        case .filed: .toApprove
        case .returned: .returned
        case .withdrawn: .withdrawn
        case .approved:
            if report == nil {
                isReportOverdue ? .reportOverdue : isHeld ? .toReport : .toLeave
            } else {
                measures.isEmpty ? .measuresToDraw : openMeasures.isEmpty ? .closed : .measuresOpen
            }
        }
    }
}

extension Ask {
    /// The rules as they are today.
    var tourRules: TourRules {
        do { return try reading.tourRules(on: today) } catch { return TourRules() }
    }

    func progress(of tour: StudyTour) throws -> TourProgress {
        TourProgress(
            tour: tour, report: try reading.one(TourReport.self, tour.code, for: reader),
            measures: try all(TourMeasure.self, where: "tour = \(tour.code)", order: "due_day"),
            rules: try reading.tourRules(on: today), today: today)
    }
}
