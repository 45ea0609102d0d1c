import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// A unit's year: each obligation with its slots month by month, then what is still to be done, each with its acts.
struct UnitYearPage {
    static let path = "/units/:code/year"
    let ask: Ask
    let laid: UnitYear
    /// By line and first day of a window: what fills its slots.
    private let records: [[Day: [CountedRecord]]]

    init(_ ask: Ask) throws {
        self.ask = ask
        let unit = try ask.unitOfYear(ask.parts["code"] ?? "")
        let laid = try UnitYear(unit, ask.askedYear, ask.yearView, ask)
        self.laid = laid
        records = laid.lines.map { line in
            let windows = Set(line.slots.compactMap(\.filledFrom))
            return Dictionary(
                windows.map { ($0, laid.records(of: line, from: $0)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    var context: PageContext { ask.context }
    private var address: String { "/units/\(Query.encoded(laid.unit.code))/year" }
    /// What is done is done today, whatever day is looked at; in January what was held in December is still to be reported.
    var mayAct: Bool {
        ask.reader.may(.report) && !ask.isOfAnotherDay && (ask.today.year - 1...ask.today.year).contains(laid.year)
    }
    /// A slot keeps to its year: of one gone by there is no day to move it to.
    var mayMove: Bool { laid.year == ask.today.year }

    func page() throws -> Page {
        var page = Page(
            Words("全年安排", "The year"), crumbs: try crumbs(),
            actions: .act(context.same(address + ".docx"), Words("下载（Word）", "Download (Word)")), hasAsOf: true,
            .sheet(
                .part(
                    Words("\(laid.year)年全年一览", "\(laid.year) at a glance"), id: "year", aside: years, picture, notes),
                try open(), try RenewalCard(laid.unit, laid.view, ask).html(mayAct: mayAct), try heldPart()))
        page.sentence = sentence
        return page
    }

    private func crumbs() throws -> [Frame.Crumb] {
        [.year, Frame.Crumb(text: laid.unit.name, address: context.link(toUnit: laid.unit.code))]
    }

    private var sentence: HTML {
        guard !laid.lines.isEmpty else {
            return .say(
                "\(laid.unit.name)在\(laid.year)年没有按次数要求的事项。", "Nothing is asked of it by occasions in \(laid.year).")
        }
        func figure(_ state: SlotState) -> HTML {
            let count = laid.count(state)
            return .b(
                .figureLink(count, list(("state", state.name)), class: state == .missing && count > 0 ? "overdue" : ""))
        }
        return .group([
            .say("\(laid.year)年应办", "Of "), .figureLink(laid.slots.count, list()), .say("次，已开展", " occasions "),
            figure(.held), .say("次，缺", " were held, "), figure(.missing), .say("次，滞后", " are missing, "),
            figure(.behind), .say("次，本月还应办", " behind, "), figure(.due), .say("次", " due this month"),
            laid.count(.skipped) == 0
                ? .nothing
                : .group([.say("，经同意免办", ", skipped by agreement: "), figure(.skipped), .say("次", "")]),
            .say("。", "."),
        ])
    }

    private func list(_ narrowed: (String, String?)...) -> String {
        context.link(
            SlotList.path,
            [("year", String(laid.year)), ("unit", laid.unit.code), ("scope", SlotList.own)] + narrowed)
    }

    private var years: HTML {
        .group(
            [-1, 0, 1].filter { Ask.years.contains(laid.year + $0) }.map { step in
                let year = laid.year + step
                let words = Words("\(year)年", "year \(year)")
                return step == 0
                    ? .b(.words(words), "　")
                    : .group([.a(.href(context.here(("year", String(year)))), .words(words)), "　"])
            })
    }

    // MARK: The picture

    private var picture: HTML {
        guard !laid.lines.isEmpty else {
            return .p(.class("quiet"), .say("这一年没有要逐次安排的要求。", "No obligation of this year is laid out in slots."))
        }
        return .group([
            .slots(
                Words("\(laid.unit.name)\(laid.year)年各月应办事项", "What is owed month by month"),
                corner: Words("要求", "Requirement"), periods: SlotWords.months,
                now: laid.year == context.asOf.year ? context.asOf.month - 1 : nil, sum: Words("已办/应办", "Held / owed"),
                laid.lines.enumerated().map { row($0, $1) }), SlotState.legend,
        ])
    }

    private func row(_ number: Int, _ line: UnitYear.Line) -> SlotRow {
        let held = line.slots.count { $0.state == .held }
        let name = laid.view.short(line.lane.obligation, context.language)
        return SlotRow(
            .group([
                .a(.href(context.link("/plan#clause-\(line.lane.obligation.id)")), .text(name)),
                .when(line.isTeam, .small(.class("quiet"), .text(laid.view.name(of: line.subject, context.language)))),
            ]),
            (1...12).map { cell(number, line, $0) },
            sum: .figureLink(
                held,
                list(
                    ("obligation", line.lane.obligation.id), ("subject", line.subject.code),
                    ("state", SlotState.held.name)), "\(held) / \(line.slots.count)"))
    }

    private func cell(_ number: Int, _ line: UnitYear.Line, _ month: Int) -> Slot? {
        let here = line.slots.filter { $0.standingMonth == month }
        guard let worst = here.min(by: { $0.state.rawValue < $1.state.rawValue }) else {
            // Where a slot was moved away from, its first day stays visible.
            guard let moved = line.slots.first(where: { $0.isMoved && $0.month == month }),
                let day = moved.change?.newDay
            else { return nil }
            return Slot(
                .doesNotApply, Words("原定\(moved.due.iso)，改期至\(day.iso)", "due \(moved.due.iso), moved to \(day.iso)"),
                address: moved.change?.address, remark: "→\(day.month)")
        }
        let count = here.count { $0.state == worst.state }
        let record = here.count == 1 ? record(number, worst) : nil
        return Slot(
            worst.state.mark,
            here.count == 1
                ? SlotWords.standing(worst, held: record?.day)
                : SlotWords.counted(worst.state, count, of: here.count),
            address: record.map { "/activities/\(Query.encoded($0.record.code))" }
                ?? "\(address)?year=\(laid.year)#\(place(number, worst))",
            remark: here.count > 1 ? "×\(count)" : "")
    }

    func record(_ number: Int, _ slot: YearSlot) -> CountedRecord? {
        guard let from = slot.filledFrom, let found = records[number][from], found.indices.contains(slot.record) else {
            return nil
        }
        return found[slot.record]
    }

    func place(_ number: Int, _ slot: YearSlot) -> String {
        "L\(number)-\(slot.standingMonth)-\(slot.state.name)"
    }

    /// Why slots were skipped or moved, or are to be skipped, and on what ground.
    private var notes: HTML {
        let changes = laid.slots.compactMap(\.change)
        guard !changes.isEmpty else { return .nothing }
        return .ul(
            .class("notes"),
            .each(changes) { change in
                .li(
                    .link(change.address, .words(SlotWords.changed(change))), .say("：", ": "),
                    .text(change.agreement.reason), .words(change.agreement.said(change)))
            })
    }
}
