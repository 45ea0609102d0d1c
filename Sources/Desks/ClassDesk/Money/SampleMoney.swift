import Store
import Vocabulary

extension SampleClasses {
    /// Fees and receipts of a class that is over: most of the budget was spent, and one trainer asked for less.
    func spend(_ made: TrainingClass, in database: Database, until: Day, by office: Reader) throws {
        let day = min(made.scheme.closing + 3, until)
        guard made.scheme.closing < until else { return }
        var lines = try database.read { try FeeSheet(made, in: $0).lines.map(\.paid) }
        if let paid = lines.firstIndex(where: { $0.amount > .zero }) {
            lines[paid].amount = Money(fen: lines[paid].amount.fen / 4 * 3)
        }
        if !lines.isEmpty {
            try database.perform(KeepLectureFees(record: made.code, lines: lines), by: office, on: day)
        }
        for (place, cost) in made.scheme.budget.enumerated() where cost.item != .trainers {
            // From 88 to 99 of a hundred, differently from class to class.
            let share = 88 + (made.scheme.opening.number.magnitude % 97 + UInt32(place) * 5) % 12
            let entry = ExpenseEntry(
                item: cost.item, day: day, amount: Money(fen: cost.amount.fen * Int(share) / 100),
                receipt: "\(made.code.suffix(4))-\(place + 1)", note: "")
            try database.perform(EnterExpense(record: made.code, entry: entry), by: office, on: day)
        }
    }

    /// By heads, days and rank: of a main class, whose trainees hold posts, more for a bed and a better paid lecture; the way to a
    /// field-teaching site where it lasts longer than three days.
    func budget(of scheme: ClassScheme) -> [ClassCost] {
        let isMain = [.main, .newChiefs].contains(scheme.kind)
        let days = SampleLibrary.taughtDays(of: scheme).count
        let nights = scheme.closing - scheme.registration
        func cost(_ item: ClassCostItem, _ yuan: Int) -> ClassCost {
            ClassCost(item: item, amount: Money(fen: yuan * 100))
        }
        return [
            // Each day a lesson of four hours, of which every other one is given by somebody from outside.
            cost(.trainers, days * (isMain ? 3_000 : 1_500) + 800),
            cost(.lodging, scheme.heads * nights * (isMain ? 300 : 240)),
            cost(.meals, scheme.heads * (nights + 1) * (isMain ? 110 : 100)),
            cost(.materials, scheme.heads * 60 + 400),
        ] + (days > 3 ? [cost(.transport, 1_200 * (days / 4 + 1))] : [])
    }

    /// As the money of a class has it: nobody types a figure twice.
    func costs(of made: TrainingClass) throws -> [ClassCost] {
        try database.read { try ClassMoney(made, in: $0, rules: ClassRules()).costs }
    }
}
