import Books
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

/// A slot as a list tells of it.
struct ListedSlot: Sendable {
    let slot: YearSlot
    let lane: YearLane
    let unit: String
}

/// The slots behind every figure of the pictures, and the same as files.
enum SlotList {
    static let path = "/year/slots"
    /// Of the unit itself, without those beneath it.
    static let own = "own"

    static func list(_ kept: YearKept) -> FoundList<ListedSlot> {
        FoundList(
            Words("全年应办事项", "Slots of the year"), file: "year-slots", columns: columns,
            fields: [
                .unit(Words("单位", "Unit")),
                .choice("scope", Words("范围", "Of"), all: Words("含下属单位", "With units beneath")) { _ in
                    [(own, Words("本级", "The unit itself"))]
                },
                .choice("state", Words("状态", "Standing")) { _ in SlotState.allCases.map { ($0.name, $0.words) } },
                .choice("month", Words("月份", "Month")) { _ in
                    (1...12).map { (String($0), SlotWords.month($0)) }
                },
                .choice("obligation", Words("要求", "Obligation")) { ask in
                    guard let view = try ask.yearTown.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt)
                    else { return [] }
                    return kept.book(view, ask.askedYear).lanes.map { lane in
                        let name = view.short(lane.obligation, ask.context.language)
                        return (lane.obligation.id, Words(name, name))
                    }
                },
                ListField("year", Words("年度", "Year"), kind: .whole(Ask.years)),
                ListField("subject", Words("单位或集体编号", "Code of a unit or team")),
            ]
        ) { ask in
            let view = try ask.yearView
            let book = kept.book(view, ask.askedYear)
            let asked = try AskedSlots(ask, book, view)
            var found = FoundRows<ListedSlot>([])
            if asked.slips.isEmpty {
                let changes = YearChanges(
                    try ask.reading.slotChanges(in: ask.askedYear, knownAt: ask.context.knownAt))
                let places = asked.places(in: book, changes)
                found = FoundRows(count: places.count) { first, most in
                    places.dropFirst(first).prefix(most).map { $0.slot(in: book, changes) }
                }
            }
            found.slips = asked.slips
            found.crumbs =
                [.year]
                + (asked.unit.map {
                    [Frame.Crumb(text: $0.name, address: ask.context.link("/units/\(Query.encoded($0.code))/year"))]
                } ?? [])
            found.empty = .init(
                Words("没有这样的事项", "There is no such slot"),
                Words("请去掉一项条件，或改换年度、统计日期。", "Take out a condition, or choose another year or day."))
            return found
        }
    }

    private static let columns: [ListColumn<ListedSlot>] = [
        ListColumn(
            "obligation", Words("要求", "Obligation"), .lead, as: .longText,
            text: { row, ask in try ask.yearView.sentence(row.lane.obligation, ask.context.language) }
        ) { row, ask in
            let address = ask.context.link(
                "/units/\(Query.encoded(row.unit))/year", ("year", String(row.slot.last.year)))
            return .a(.href(address), .text(try ask.yearView.short(row.lane.obligation, ask.context.language)))
        },
        ListColumn(
            "number", Words("编号", "Number"), .file,
            text: { row, ask in ask.say("第\(row.lane.obligation.id)条", "No. \(row.lane.obligation.id)") }),
        ListColumn(
            "unit", Words("单位", "Unit"),
            text: { row, ask in try ask.yearTown.directory.unitName(row.unit) }),
        ListColumn(
            "subject", Words("考核对象", "Subject"), .off,
            text: { row, ask in try ask.yearView.name(of: row.slot.key.subject, ask.context.language) }),
        ListColumn(
            "which", Words("哪一次", "Which"), text: { row, ask in ask.say(SlotWords.name(row.slot, in: row.lane)) }),
        .day("due", Words("应于", "Due")) { $0.slot.standingDue },
        .day("planned", Words("原定", "Laid out for"), .off) { $0.slot.isMoved ? $0.slot.due : nil },
        .day("last", Words("最迟", "At the latest"), .off) { $0.slot.last },
        .text("reason", Words("原因", "Why"), .file) { $0.slot.change?.agreement.reason ?? "" },
        .text("agreedBy", Words("同意人或依据", "Who agreed, or the ground"), .file) {
            $0.slot.change?.agreement.agreedBy ?? ""
        },
        ListColumn(
            "state", Words("状态", "Standing"), .end, text: { row, ask in ask.say(SlotWords.state(row.slot)) }
        ) { row, _ in .standing(row.slot.state.mark, SlotWords.state(row.slot)) },
    ]
}

/// Which slots an address asks for.
private struct AskedSlots {
    let unit: OrgUnit?
    let isOwn: Bool
    let state: SlotState?
    let month: Int?
    let obligation: String?
    let subject: String?
    private(set) var slips: [AddressSlip] = []

    init(_ ask: Ask, _ book: YearBook, _ view: LedgerView) throws {
        let query = ask.query
        var slips: [AddressSlip] = []
        func read<Value>(_ name: String, _ zh: String, _ en: String, _ meant: (String) -> Value?) -> Value? {
            guard let typed = query[name] else { return nil }
            if let value = meant(typed) { return value }
            slips.append(.unknown(name, typed, zh: zh, en: en))
            return nil
        }
        state = read("state", "状态", "standing") { SlotState(name: $0) }
        month = read("month", "月份", "month") { Int($0).flatMap { (1...12).contains($0) ? $0 : nil } }
        obligation = read("obligation", "要求", "obligation") { id in
            view.obligation(id).map { _ in id }
        }
        subject = query["subject"]
        isOwn = read("scope", "范围", "scope") { $0 == SlotList.own ? true : nil } ?? false
        _ = read("year", "年度", "year") { Int($0).flatMap { Ask.years.contains($0) ? $0 : nil } }
        let code = query["unit"] ?? ask.reader.unit
        let known = code.flatMap { view.directory.unit($0) }
        if let code, known == nil { slips.append(.unknown("unit", code, zh: "单位", en: "unit")) }
        if let known, try !ask.reading.isWithinReach(known.code, of: ask.reader) {
            throw NotAllowed(right: .see, unit: ask.reader.unit)
        }
        unit = known
        self.slips = slips
    }

    /// One slot by its place in the book.
    struct Place {
        let lane: Int32
        let subject: Int32
        /// In the order of the lane.
        let number: Int32

        func slot(in book: YearBook, _ changes: YearChanges) -> ListedSlot {
            let lane = book.lanes[Int(lane)]
            let subject = Int(subject)
            let changed = changes.of(lane)?[Subject(lane.kind, lane.code(of: subject))] ?? []
            return ListedSlot(
                slot: lane.slots(of: subject, changed)[Int(number)], lane: lane, unit: lane.unit(of: subject))
        }
    }

    /// In the order of the plan, then of the subjects.
    func places(in book: YearBook, _ changes: YearChanges) -> [Place] {
        let owners = unit.map { book.owners([$0.code]) }
        var found: [Place] = []
        for (number, lane) in book.lanes.enumerated() where obligation == nil || obligation == lane.obligation.id {
            let changed = changes.of(lane)
            for place in lane.subjects where isWithin(lane, place, owners) {
                var slot: Int32 = 0
                lane.eachSlot(of: place, changed?[Subject(lane.kind, lane.code(of: place))]) { month, state in
                    if self.month == nil || month == self.month, self.state == nil || state == self.state {
                        found.append(Place(lane: Int32(number), subject: Int32(place), number: slot))
                    }
                    slot += 1
                }
            }
        }
        return found
    }

    private func isWithin(_ lane: YearLane, _ subject: Int, _ owners: [Int32]?) -> Bool {
        let unit = lane.places[subject]
        if let wanted = self.subject, lane.code(of: subject) != wanted { return false }
        if isOwn, let own = self.unit { return lane.unit(of: subject) == own.code }
        guard unit >= 0 else { return false }
        return owners.map { $0[Int(unit)] >= 0 } ?? true
    }
}
