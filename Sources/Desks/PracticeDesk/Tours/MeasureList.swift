import Pages
import Store
import Vocabulary

/// Where a measure stands, in one word.
enum MeasureState: String, Stated {
    case open, overdue, done

    var words: Words {
        switch self {
        case .open: Words("未到期", "Not due")
        case .overdue: Words("逾期", "Overdue")
        case .done: Words("已办结", "Done")
        }
    }

    var mark: Mark {
        switch self {
        case .open: .notYetDue
        case .overdue: .overdue
        case .done: .met
        }
    }

    func condition(_ ask: Ask) -> SQL {
        switch self {
        case .open: "done_day is null and due_day >= \(ask.today)"
        case .overdue: "done_day is null and due_day < \(ask.today)"
        case .done: "done_day is not null"
        }
    }

    static func state(of measure: TourMeasure, _ ask: Ask) -> MeasureState {
        measure.done != nil ? .done : measure.draft.due < ask.today ? .overdue : .open
    }

    static let waits: [WaitingState<MeasureState>] = [
        .init(
            .overdue, FinishMeasure.self, of: .unit, words: Words("逾期的成果转化措施", "Measures overdue")
        ) { measure, _ in
            .group([.say("期限 ", "due "), .day(measure.draft.due)])
        }
    ]
}

extension TourMeasure {
    /// The measures of all tours, so that those of one unit or one month are followed together.
    static let listing: Listing<TourMeasure> = {
        var listing = Listing<TourMeasure>(
            Words("成果转化措施", "Measures"),
            columns: [
                .day("due", Words("期限", "Due"), sort: "due_day") { $0.draft.due },
                .title(Words("措施", "Measure"), key: "measure"),
                MeasureDraft.form.column("lead", of: \.draft, sort: "lead_unit"),
                MeasureDraft.form.column("owner", of: \.draft, .off),
                MeasureDraft.form.column("origin", of: \.draft, .off),
                .text("tour", Words("考察编号", "Tour"), .off, sort: "tour") { $0.tour }, .code(),
                .day("done", Words("办结", "Done"), .off, sort: "done_day") { $0.done },
                .text("proof", Words("完成情况和佐证", "What proves it"), .off) { $0.proof }, MeasureState.column(),
            ],
            filters: [
                .unit(Words("牵头单位", "Lead unit"), column: "lead_unit"),
                .year(Words("到期年度", "Due in"), column: "due_day"), MeasureState.filter,
            ], order: "due_day", empty: Words("还没有成果转化措施", "There are no measures yet"))
        listing.since = ListedSince(Words("报送报告", "reported")) {
            "tour in (select tour from tour_reports where reported_day <= \($0))"
        }
        listing.bulk = [
            BulkAct("finish", Words("办结", "Done"), Reason.proof, blank: Reason()) { measure, proof in
                FinishMeasure(record: measure.code, proof: proof.text)
            }
        ]
        return listing
    }()
}
