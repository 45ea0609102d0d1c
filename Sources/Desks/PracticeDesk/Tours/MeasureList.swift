import Pages
import Storage
import Store
import Vocabulary

/// Where a measure stands on a day: what the list is narrowed by.
enum MeasureState: String, Named {
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

    func condition(on today: Day) -> SQL {
        switch self {
        case .open: "done_day is null and due_day >= \(today)"
        case .overdue: "done_day is null and due_day < \(today)"
        case .done: "done_day is not null"
        }
    }
}

extension TourMeasure {
    func state(on today: Day) -> MeasureState { done != nil ? .done : draft.due < today ? .overdue : .open }

    /// The measures of all tours, so that those of one unit or one month are followed together.
    static let listing: Listing<TourMeasure> = {
        var listing = Listing<TourMeasure>(
            Words("成果转化措施", "Measures"),
            columns: [
                ListColumn("due", Words("期限", "Due"), .day, sort: "due_day", text: { row, _ in row.draft.due.iso }) {
                    row, _ in .day(row.draft.due)
                },
                ListColumn("measure", Words("措施", "Measure"), .lead, text: { row, _ in row.draft.measure }) {
                    row, _ in .link(row.address, .text(row.title))
                },
                MeasureDraft.form.column("lead", of: \.draft, sort: "lead_unit"),
                MeasureDraft.form.column("owner", of: \.draft, .off),
                MeasureDraft.form.column("origin", of: \.draft, .off),
                ListColumn("tour", Words("考察编号", "Tour"), .off, sort: "tour", text: { row, _ in row.tour }),
                ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { row, _ in row.code }),
                ListColumn(
                    "done", Words("办结", "Done"), .off, as: .day, sort: "done_day",
                    text: { row, _ in row.done?.iso ?? "" }
                ) { row, _ in row.done.map { .day($0) } ?? "–" },
                ListColumn(
                    "proof", Words("完成情况和佐证", "What proves it"), .off, text: { row, _ in row.proof }),
                ListColumn(
                    "state", Words("进展", "State"), .end, text: { row, ask in ask.said(row.state(on: ask.today).words) }
                ) { row, ask in
                    let state = row.state(on: ask.today)
                    return .state(state.mark, ask.said(state.words))
                },
            ],
            filters: [
                .unit(Words("牵头单位", "Lead unit"), column: "lead_unit"),
                .year(Words("到期年度", "Due in"), column: "due_day"),
                .choice("state", Words("进展", "State"), MeasureState.self) { state, ask in state.condition(on: ask.today)
                },
            ], order: "due_day", empty: Words("还没有成果转化措施", "There are no measures yet"),
            sentence: { ask in ask.standsToday(Words("报送报告", "reported")) })
        listing.base = { $0.reportedInTime }
        listing.bulk = [
            BulkAct("finish", Words("办结", "Done"), Reason.proof, blank: Reason()) { measure, proof in
                FinishMeasure(record: measure.code, proof: proof.text)
            }
        ]
        return listing
    }()
}
