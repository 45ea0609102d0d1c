import Pages
import Store
import Vocabulary

extension Routes {
    /// Lecture fees, expenses, and the money of one class and of all.
    mutating func money() {
        list("/classes/money", TrainingClass.moneyListing)
        list("/classes/expenses", ClassExpense.listing)
        page("/classes/:code/money", Words("班次经费", "The money of a class")) { ask in
            try ask.one(TrainingClass.self).moneyPage(ask)
        }
        page(of: ClassExpense.self, Words("一笔支出", "An expense")) { expense, ask in try expense.page(ask) }
        evidence(of: ClassExpense.self)
        page("/classes/:code/fees", Words("讲课费签收单", "Receipts of lecture fees")) { ask in
            try ask.one(TrainingClass.self).feesPage(ask)
        }
        look("/classes/:code/fees.xlsx", RouteAbout(Words("讲课费签收单（表格）", "The same as a workbook"))) { ask in
            try ask.one(TrainingClass.self).feesWorkbook(ask)
        }

        var fees = FormFlow(KeepLectureFees.self, FeeDraft.form) { found, ask in
            FeeDraft(lines: try ask.feeSheet(of: found).lines.map(\.proposed))
        } act: { found, draft in
            KeepLectureFees(record: found.code, lines: draft.lines.map(\.paid))
        }
        fees.seen = { ask in try ask.reading.seen(LectureFees.self, try ask.one(TrainingClass.self).code) }
        fees.opening = { ask in
            _ = try ask.feeSheet(of: try ask.one(TrainingClass.self))
            return .nothing
        }
        fees.remarks = { draft, ask in
            let rules = try ask.classRules
            return .warningSection(
                .nothing,
                draft.lines.filter { $0.amount > $0.ceiling }.flatMap { line in
                    FeeSheet.remarks(of: line, rules).map {
                        Words(
                            "\(line.trainer.title) \(line.day.iso)：\($0.zh)",
                            "\(line.trainer.title), \(line.day.iso): \($0.en)")
                    }
                })
        }
        fees.then = { "\($0.address)/fees" }
        form(fees)

        var expense = FormFlow(EnterExpense.self, ExpenseEntry.form) { _, ask in
            ExpenseEntry(day: ask.today)
        } act: { found, entry in
            EnterExpense(record: found.code, entry: entry)
        }
        expense.submit = Words("登记，下一步上传票据", "Enter it; its receipt comes next")
        expense.remarks = { entry, ask in
            .warningSection(.nothing, try EnterExpense.remarks(entry, of: try ask.one(TrainingClass.self), ask))
        }
        form(expense)

        var void = FormFlow(VoidExpense.self, Reason.form) { _, _ in
            Reason()
        } act: { found, reason in
            VoidExpense(record: found.code, reason: reason.text)
        }
        void.isGrave = true
        void.then = \.moneyAddress
        form(void)
    }
}

let moneyNouns: [any Noun.Type] = [LectureFees.self, ClassExpense.self, Evidence<ClassExpense>.self]
