import Books
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// The unit's year, month by month, of what is owed several times a year: a missing one is a hole in the picture.
struct YearSlots {
    private let duties: UnitDuties
    private let ask: Ask
    private let rows: [SlotRow]

    /// Nil where nothing is owed more than once a year.
    init?(_ duties: UnitDuties, _ ask: Ask) {
        self.duties = duties
        self.ask = ask
        rows = duties.all.compactMap { Self.row($0, duties.view, ask) }
        if rows.isEmpty { return nil }
    }

    var html: HTML {
        let asOf = duties.view.live.asOf
        return .part(
            Words("全年一览", "The year at a glance"), id: "year",
            aside: .a(
                .href(ask.context.link("/units/\(Query.encoded(duties.unit))/year")),
                .say("\(asOf.year)年全年安排", "The year \(asOf.year)")),
            .slots(
                Words("全年一览", "The year at a glance"), corner: Words("要求", "Requirement"),
                periods: (1...12).map { Words("\($0)月", Self.months[$0 - 1]) }, now: asOf.month - 1,
                sum: Words("已完成", "Met"), rows),
            .legend(
                (.met, nil), (.behind, nil), (.overdue, Words("缺", "missing")), (.notYetDue, nil), (.onCourse, nil)))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func row(_ entry: LedgerEntry, _ view: LedgerView, _ ask: Ask) -> SlotRow? {
        guard let obligation = view.obligation(entry.obligation), let length = obligation.rule.window?.months,
            obligation.rule.recurs, (1...6).contains(length), 12.isMultiple(of: length)
        else { return nil }
        let asOf = view.live.asOf
        let ofYear = view.live.history(of: entry.obligation, subject: entry.subject).filter {
            $0.to?.year == asOf.year && $0.standing != .doesNotApply
        }
        let byMonth = Dictionary(ofYear.map { ($0.to?.month ?? 0, $0) }) { first, _ in first }
        let slots = (1...12).map { month -> Slot? in
            guard let held = byMonth[month] else {
                let isToCome = month.isMultiple(of: length) && month > asOf.month
                return isToCome ? Slot(.notYetDue) : nil
            }
            let words = held.standing == .overdue ? Words("缺", "missing") : nil
            return Slot(Mark(held.standing), words, address: ask.context.link(to: held))
        }
        let met = ofYear.count { $0.standing == .met }
        return SlotRow(
            .a(.href(ask.context.link(to: entry)), .text(view.short(obligation, ask.context.language))), slots,
            sum: .text("\(met) / \(slots.count { $0 != nil })"))
    }
}
