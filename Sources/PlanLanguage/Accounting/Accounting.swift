import Plans
import Vocabulary

/// Gives an account of every number of a plan: what no obligation quotes is passed over, with the reason.
struct Accounting {
    /// What the readers said no to, with their reason: the narrowest that holds a number decides.
    struct Verdict: Sendable {
        var range: Range<Int>
        var reason: PassedOver.Reason
        var rule: Rule?
    }

    let source: PlanSource
    let clean: CleanText
    let lexicon: Lexicon
    let titleYear: Int?

    /// `quoted` are the stretches of obligations, `odd` those of figures that cannot be meant.
    func passedOver(
        quoted: [Range<Int>], verdicts: [Verdict], odd: [(range: Range<Int>, reason: PassedOver.Reason)],
        sections: [Outline.Section]
    ) -> [PassedOver] {
        let context = NumberContext(clean: clean, lexicon: lexicon)
        let quoted = quoted.sorted { $0.lowerBound < $1.lowerBound }
        let verdicts = verdicts.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var quotes = Sweep(quoted.map { ($0, ()) })
        var said = Sweep(verdicts.map { ($0.range, $0) })
        var impossible = Sweep(odd.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { ($0.range, $0.reason) })
        var section = 0
        var result: [PassedOver] = []
        for found in NumberScan(text: clean.glyphs, lexicon: lexicon, titleYear: titleYear).all() {
            guard quotes.over(found.range).isEmpty else { continue }
            while section + 1 < sections.count, sections[section + 1].range.lowerBound <= found.range.lowerBound {
                section += 1
            }
            let near = said.over(found.range).min { $0.range.count < $1.range.count }
            let reason =
                impossible.over(found.range).first ?? context.certain(found)
                ?? near.flatMap { $0.range.count <= 60 && $0.reason != .describes ? $0.reason : nil } ?? context.likely(
                    found)
                ?? near?.reason ?? .unclear
            let scalars = clean.scalars(found.range)
            result.append(
                PassedOver(
                    task: sections.isEmpty ? "0" : sections[section].number, quote: source.string(scalars),
                    place: source.place(scalars), reason: reason, rule: near?.rule))
        }
        let taken = quoted.map(clean.scalars) + result.map { $0.place.start..<$0.place.end }
        return (result + pages(outside: taken)).sorted { $0.place.start < $1.place.start }
    }

    /// － 3 －: page marks that the text was read without, but for those in the middle of what is told already.
    private func pages(outside taken: [Range<Int>]) -> [PassedOver] {
        guard !clean.pageMarks.isEmpty else { return [] }
        var over = Sweep(taken.sorted { $0.lowerBound < $1.lowerBound }.map { ($0, ()) })
        return clean.pageMarks.filter { over.over($0).isEmpty }.map {
            PassedOver(task: "0", quote: source.string($0), place: source.place($0), reason: .page)
        }
    }

    /// Goes along stretches in order of their places, and answers which lie over a place, each place after the one before.
    private struct Sweep<Item> {
        private let items: [(range: Range<Int>, item: Item)]
        private var next = 0
        private var open: [(range: Range<Int>, item: Item)] = []

        init(_ items: [(Range<Int>, Item)]) { self.items = items.map { ($0.0, $0.1) } }

        mutating func over(_ range: Range<Int>) -> [Item] {
            while next < items.count, items[next].range.lowerBound < range.upperBound {
                open.append(items[next])
                next += 1
            }
            open.removeAll { $0.range.upperBound <= range.lowerBound }
            return open.filter { $0.range.overlaps(range) }.map(\.item)
        }
    }
}
