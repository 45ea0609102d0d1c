public import Formats
public import Seats
public import Vocabulary

/// What a proposal comes to: for reading on a terminal, or as one JSON object.
public struct SeatReport {
    private let proposal: SeatProposal
    private let figures: SeatFigures
    private let language: Language

    public init(_ proposal: SeatProposal, figures: SeatFigures, language: Language) {
        self.proposal = proposal
        self.figures = figures
        self.language = language
    }

    public func write(to output: ByteOutput) {
        row("优先值合计（首个班按十倍计）", "value", "\(proposal.value)", to: output)
        if let bound = proposal.bound { row("最优值上限", "bound", "\(Figure.plain(bound))", to: output) }
        if let gap = proposal.gapPct {
            row("与最优相差", "gap", "\(Figure.plain(gap, places: 3))%", to: output)
        }
        row("名额", "seats", "\(figures.seats) / \(figures.capacity)", to: output)
        row("已安排人数", "people", "\(figures.covered)", to: output)
        row("今年到期", "due this year", "\(figures.dueCovered) / \(figures.due)", to: output)
        row("应训未训（加权）", "backlog by priority", "\(figures.debtBefore) → \(figures.debtAfter)", to: output)
        let shares = [figures.smallestShare, figures.meanShare, figures.shareDeviation].map {
            Figure.plain($0, places: 3)
        }
        row(
            "单位覆盖率", "covered share of units",
            language == .zh
                ? "最低 \(shares[0])，平均 \(shares[1])，标准差 \(shares[2])"
                : "least \(shares[0]), mean \(shares[1]), standard deviation \(shares[2])", to: output)
        guard let changes = proposal.changes else { return }
        let counts = (changes.kept, changes.added.count, changes.removed.count)
        row(
            "与上次相比", "against the last",
            language == .zh
                ? "保留 \(counts.0)，新增 \(counts.1)，取消 \(counts.2)（变动 \(Figure.plain(changes.movedPct, places: 2))%）"
                : "\(counts.0) kept, \(counts.1) added, \(counts.2) removed (\(Figure.plain(changes.movedPct, places: 2))% moved)",
            to: output)
        for seat in changes.added { output.write("  + \(seat.person) → \(seat.classID)\n") }
        for seat in changes.removed { output.write("  - \(seat.person) → \(seat.classID)\n") }
    }

    public func writeJSON(to output: ByteOutput) {
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("value", proposal.value)
            json.field("bound", proposal.bound)
            json.field("gapPct", proposal.gapPct)
            json.field("seats", figures.seats)
            json.field("capacity", figures.capacity)
            json.field("covered", figures.covered)
            json.field("due", figures.due)
            json.field("dueCovered", figures.dueCovered)
            json.field("debtBefore", figures.debtBefore)
            json.field("debtAfter", figures.debtAfter)
            json.field("smallestShare", figures.smallestShare)
            json.field("meanShare", figures.meanShare)
            json.field("shareDeviation", figures.shareDeviation)
            json.key("changes")
            guard let changes = proposal.changes else {
                json.null()
                return
            }
            json.object { json in
                json.field("kept", changes.kept)
                json.field("movedPct", changes.movedPct)
                for (name, seats) in [("added", changes.added), ("removed", changes.removed)] {
                    json.key(name)
                    json.list(seats) { json, seat in
                        json.list([seat.person, seat.classID]) { json, number in json.value(number) }
                    }
                }
            }
        }
        json.endLine()
    }

    private func row(_ zh: String, _ en: String, _ value: String, to output: ByteOutput) {
        output.write(language == .zh ? "\(zh)：\(value)\n" : "\(en): \(value)\n")
    }
}
