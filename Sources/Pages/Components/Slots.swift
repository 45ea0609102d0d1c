public import Vocabulary

/// A row of periods, such as the months of a year: one shape each, and what they come to at the end.
public struct SlotRow: Equatable, Sendable {
    public var name: HTML
    /// Nil where nothing is owed in a period.
    public var slots: [Slot?]
    /// The sum at the right: 9 / 12.
    public var sum: HTML

    public init(_ name: HTML, _ slots: [Slot?], sum: HTML = .nothing) {
        self.name = name
        self.slots = slots
        self.sum = sum
    }
}

/// One period: how it stands, what that is called, and the list or the act it opens.
public struct Slot: Equatable, Sendable {
    public var mark: Mark
    public var words: Words
    public var address: String?
    /// A short text beside the shape: the number of a footnote, hours.
    public var remark: String

    public init(_ mark: Mark, _ words: Words? = nil, address: String? = nil, remark: String = "") {
        self.mark = mark
        self.words = words ?? mark.words
        self.address = address
        self.remark = remark
    }
}

extension HTML {
    /// Rows of periods under one head. `now`: the period that is going on. On a phone each row stands under its name.
    public static func slots(
        _ caption: Words, corner: Words, periods: [Words], now: Int? = nil, sum: Words? = nil, _ rows: [SlotRow]
    ) -> HTML {
        func here(_ index: Int) -> String { index == now ? " now" : "" }
        return .table(
            .class("slots"), .element("caption", [.class("unseen"), .words(caption)]),
            .thead(
                .tr(
                    .th(.attribute("scope", "col"), .class("corner"), .words(corner)),
                    .each(periods.enumerated()) { index, period in
                        .th(.attribute("scope", "col"), .class("s" + here(index)), .words(period))
                    }, sum.map { .th(.attribute("scope", "col"), .class("num"), .words($0)) } ?? .nothing)),
            .tbody(
                .each(rows) { row in
                    .tr(
                        .th(.attribute("scope", "row"), row.name),
                        .each(row.slots.enumerated()) { index, slot in
                            .td(.class("s" + here(index)), slot.map(one) ?? .nothing)
                        },
                        sum == nil ? .nothing : .td(.class("num"), row.sum))
                }))
    }

    private static func one(_ slot: Slot) -> HTML {
        let shape = HTML.span(
            .class("st \(slot.mark.rawValue)"), .namedShape(slot.mark, slot.words),
            slot.remark.isEmpty ? .nothing : .text(slot.remark))
        return slot.address.map { .link($0, shape) } ?? shape
    }
}
