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
            let entry = ExpenseEntry(
                item: cost.item, day: day, amount: Money(fen: cost.amount.fen / 100 * (96 - place)),
                receipt: "\(made.code.suffix(4))-\(place + 1)", note: "")
            try database.perform(EnterExpense(record: made.code, entry: entry), by: office, on: day)
        }
    }
}
