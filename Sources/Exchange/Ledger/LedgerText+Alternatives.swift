public import LedgerEngine
public import Plans
public import Vocabulary

/// What is said of figures any of which does: the nearest first, the others told beside it.
extension LedgerText {
    /// Of what an entry's own figures are so many: of several figures the one that it tells.
    public static func unit(of obligation: Obligation, _ entry: LedgerEntry) -> CountingUnit {
        unit(of: obligation.choice(entry.choice), subject: entry.subject.kind)
    }

    /// What is asked for by one figure, for a heading over its records: 12天, 90学时.
    public static func asked(
        _ number: Int, of obligation: Obligation, _ entry: LedgerEntry, in language: Language
    ) -> String {
        let alone = obligation.choice(number)
        // A row sums those who did either: of it the clause's own figures are told.
        guard let either = entry.alternatives, either.figures.indices.contains(number) else {
            return amountText(alone.rule.value, alone.rule.unit, in: language)
        }
        return amountText(
            either.figures[number].required, unit(of: alone, subject: entry.subject.kind), in: language)
    }

    /// What would put an entry right; where any of several figures does, what is missing of each.
    public static func remedy(
        _ remedy: Remedy, of obligation: Obligation, _ entry: LedgerEntry, in language: Language
    ) -> String {
        guard case .more(_, let by) = remedy, let either = entry.alternatives else {
            return self.remedy(remedy, unit: unit(of: obligation, entry), in: language)
        }
        let missing = either.inOrder.map { number, figure in
            more(
                figure.required - figure.done, unit(of: obligation.choice(number), subject: entry.subject.kind),
                in: language)
        }
        switch language {
        case .zh: return "\(by.map { date($0, .zh) + "前" } ?? "")\(missing.joined(separator: "，或"))"
        case .en: return "\(missing.joined(separator: ", or "))\(by.map { " by \($0.iso)" } ?? "")"
        }
    }

    private static func more(_ amount: Double, _ unit: CountingUnit, in language: Language) -> String {
        switch language {
        case .zh: "再完成\(amountText(amount, unit, in: .zh))"
        case .en: "\(Figure.plain(amount)) more \(unitEn(unit, plural: amount != 1))"
        }
    }
}

extension Alternatives {
    /// Every figure with its number, the nearest first.
    public var inOrder: [(number: Int, figure: AlternativeFigure)] {
        let numbers = [nearest] + figures.indices.filter { $0 != nearest }
        return numbers.map { ($0, figures[$0]) }
    }
}
