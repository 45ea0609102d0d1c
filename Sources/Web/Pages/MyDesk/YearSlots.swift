import Books
import LedgerEngine
import Pages
import Plans
import Vocabulary
import YearDesk

/// The unit's year, month by month, of what is owed several times a year: a missing one is a hole in the picture.
struct YearSlots {
    private let duties: UnitDuties
    private let ask: Ask
    private let rows: [SlotRow]

    /// Nil where nothing is owed more than once a year.
    init?(_ duties: UnitDuties, _ ask: Ask) {
        self.duties = duties
        self.ask = ask
        rows = duties.all.compactMap { Self.row($0, duties, ask) }
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

    private static func row(_ entry: LedgerEntry, _ duties: UnitDuties, _ ask: Ask) -> SlotRow? {
        let view = duties.view
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
            if held.standing != .met, let slot = agreed(held, duties, ask) { return slot }
            let words = held.standing == .overdue ? Words("缺", "missing") : nil
            return Slot(Mark(held.standing), words, address: ask.context.link(to: held))
        }
        let met = ofYear.count { $0.standing == .met }
        return SlotRow(
            .a(.href(ask.context.link(to: entry)), .text(view.short(obligation, ask.context.language))), slots,
            sum: .text("\(met) / \(slots.count { $0 != nil })"))
    }

    /// A period of which it was agreed that it is left out or held on another day; nil: it stands as the ledger has it.
    private static func agreed(_ entry: LedgerEntry, _ duties: UnitDuties, _ ask: Ask) -> Slot? {
        let address = ask.context.link("/units/\(Query.encoded(duties.unit))/year") + "#year"
        switch duties.agreed(of: entry) {
        case .moved(let day):
            guard day >= duties.view.live.asOf else { return nil }
            return Slot(.next, Words("改期至\(day.iso)", "moved to \(day.iso)"), address: address)
        case .settled:
            return Slot(
                .excused, Words("经同意免办，或者改期后已开展", "skipped by agreement, or held on another day"), address: address)
        case nil: return nil
        }
    }
}
