import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// What the plan in force asks for of the lecture hall, as the ledger has it. How much is owed stands in the plan, and nowhere
/// here.
struct HallFigures {
    private let view: LedgerView
    /// The day that it was counted on: links say it.
    private let day: Day

    /// Nil where no plan is in force, and of a year to come.
    init?(_ year: Int, _ ask: Ask) throws {
        let day =
            year == ask.today.year ? min(ask.context.asOf, ask.today) : Day(year: year, month: 12, day: 31) ?? ask.today
        guard year <= ask.today.year, let view = try ask.town.ledger(asOf: day, knownAt: ask.context.knownAt) else {
            return nil
        }
        self.view = view
        self.day = day
    }

    private var owed: [(obligation: Obligation, entry: LedgerEntry)] {
        view.edition.obligations.compactMap { obligation in
            guard obligation.binding?.kinds?.contains(.lectureHall) ?? (obligation.activity == .lectureHall),
                let entry = view.live.history(of: obligation.id, subject: view.live.wholeSubject).last(where: {
                    view.live.isCurrent($0) && $0.standing != .doesNotApply
                })
            else { return nil }
            return (obligation, entry)
        }
    }

    /// Each figure opens what it was counted from.
    func html(_ ask: Ask) -> HTML {
        guard !owed.isEmpty else { return .nothing }
        var context = ask.context
        context.asOf = day
        return .part(
            Words("方案的要求", "What the plan asks for"), id: "owed",
            .data(
                .say("方案的要求", "What the plan asks for"),
                [
                    DataHead(.say("要求", "Obligation"), .lead), DataHead(.say("完成", "Done"), .meta),
                    DataHead(.say("进展", "State"), .end),
                ],
                owed.map { obligation, entry in
                    [
                        .group([
                            .b(.text(obligation.id)), " ", .text(view.sentence(obligation, ask.context.language)),
                        ]),
                        .a(.href(context.link(to: entry)), .text(view.figure(entry, ask.context.language))),
                        .standing(Mark(entry.standing), entry.standing.words),
                    ]
                }))
    }
}
