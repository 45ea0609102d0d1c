import Pages
import Store
import Vocabulary

/// Where a tour stands, in one word.
enum TourState: String, Stated {
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

    static let told: [TourState] = [.toApprove, .returned, .toReport, .reportOverdue, .measuresOpen]
    var asPart: Words? { self == .reportOverdue ? Words("逾期", "overdue") : nil }

    func condition(_ ask: Ask) throws -> SQL {
        let reported: SQL = "exists (select tour from tour_reports where tour = study_tours.code)"
        let drawn: SQL = "exists (select tour from tour_measures where tour = study_tours.code)"
        let open: SQL = "exists (select tour from tour_measures where tour = study_tours.code and done_day is null)"
        let approved: SQL = "stage = \(TourStage.approved)"
        let latest = ask.today - (try ask.tourRules.reportDays)
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

    static func state(of tour: StudyTour, _ ask: Ask) throws -> TourState { try ask.progress(of: tour).state }

    /// To be approved by the office; to be put right, reported or followed by the unit.
    static let waits: [WaitingState<TourState>] = [
        .init(.toApprove, DecideTour.self, of: .office) { tour, ask in
            .group([.text(try ask.naming.unitName(tour.scheme.unit)), .say(" 报备于 ", ", filed "), .day(tour.filed)])
        },
        .init(.returned, FileTourAgain.self, of: .unit, isReturned: true) { tour, _ in
            .group([
                tour.decided.map { .group([.day($0), .say(" 退回：", " returned: ")]) } ?? .nothing, .text(tour.remark),
            ])
        },
        .init(.toReport, ReportTour.self, of: .unit) { tour, ask in
            .group([
                .day(tour.scheme.to), .say(" 返回，", " returned; "),
                .day(tour.scheme.to + (try ask.tourRules.reportDays)), .say(" 前报送", " is the day of the report"),
            ])
        },
        .init(.measuresToDraw, DrawMeasure.self, of: .unit) { tour, _ in
            .group([.day(tour.scheme.to), .say(" 返回", " returned")])
        },
    ]
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
    /// The rules as they are today, read once for a page.
    var tourRules: TourRules {
        get throws { try naming.once("tour rules") { try reading.tourRules(on: today) } }
    }

    func progress(of tour: StudyTour) throws -> TourProgress {
        TourProgress(
            tour: tour, report: try reading.report(of: tour, for: reader),
            measures: try all(TourMeasure.self, where: "tour = \(tour.code)", order: "due_day"),
            rules: try tourRules, today: today)
    }
}
