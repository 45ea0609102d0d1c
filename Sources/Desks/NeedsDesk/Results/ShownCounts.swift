import Vocabulary

/// A figure of a survey, or that it is too small to be shown.
enum ShownCount: Hashable, Sendable {
    case shown(Int)
    case hidden

    var count: Int? { if case .shown(let count) = self { count } else { nil } }

    func text(_ language: Language, fewest: Int) -> String {
        switch self {
        case .shown(let count): String(count)
        case .hidden: Words("少于\(fewest)", "under \(fewest)").in(language)
        }
    }
}

/// Counts of options by groups with what is too small hidden, and so much besides that no sum tells it (docs/decisions/0160).
struct ShownCounts: Hashable, Sendable {
    /// By option, then by group.
    private(set) var cells: [[ShownCount]]
    /// By option, of all groups together.
    private(set) var totals: [ShownCount]

    /// - Parameters:
    ///   - counts: by option, then by group.
    ///   - totals: by option, of everybody, also those of whom no group is known.
    ///   - answered: how many of each group answered: of fewer than so many nothing is shown, no nought either.
    ///   - fewest: figures from 1 to less than that are hidden; nil: everything is shown.
    ///   - addsUp: whether each answer counts for one option, so that options add up to the answers.
    init(_ counts: [[Int]], totals all: [Int], answered: [Int], fewest: Int?, addsUp: Bool) {
        guard let fewest else {
            cells = counts.map { $0.map { .shown($0) } }
            totals = all.map { .shown($0) }
            return
        }
        func isSmall(_ count: Int) -> Bool { (1..<fewest).contains(count) }
        var hidden = counts.map { zip($0, answered).map { isSmall($0) || $1 < fewest } }
        var hiddenTotals = all.map(isSmall)
        // One that stands alone would be what its row or its column leaves: the smallest beside it goes with it.
        func pair(_ places: [(hidden: Bool, count: Int)]) -> Int? {
            guard places.count(where: \.hidden) == 1 else { return nil }
            return places.indices.filter { !places[$0].hidden && places[$0].count > 0 }.min {
                (places[$0].count, $0) < (places[$1].count, $1)
            }
        }
        var isSettled = false
        while !isSettled {
            isSettled = true
            if addsUp, let place = pair(zip(hiddenTotals, all).map { ($0, $1) }) {
                hiddenTotals[place] = true
                isSettled = false
            }
            // What is hidden of all is no sum that tells its parts.
            for option in counts.indices
            where !hiddenTotals[option] && hidden[option].count(where: \.self) == 1 {
                if let group = pair(zip(hidden[option], counts[option]).map { ($0, $1) }) {
                    hidden[option][group] = true
                } else {
                    hiddenTotals[option] = true
                }
                isSettled = false
            }
            for group in counts.first?.indices ?? 0..<0 where addsUp {
                let column = counts.indices.map { (hidden[$0][group], counts[$0][group]) }
                guard let option = pair(column) else { continue }
                hidden[option][group] = true
                isSettled = false
            }
        }
        cells = zip(counts, hidden).map { zip($0, $1).map { $1 ? .hidden : .shown($0) } }
        totals = zip(all, hiddenTotals).map { $1 ? .hidden : .shown($0) }
    }
}
