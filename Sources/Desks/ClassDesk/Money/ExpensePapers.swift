import Pages
import Store
import Vocabulary

/// What papers there are of an expense: they belong to it, and not to its class at large (票据).
enum ExpenseDocument: String, Named, Stored {
    case receipt, contract, list, other

    var words: Words {
        switch self {
        case .receipt: Words("票据、发票", "Receipt, invoice")
        case .contract: Words("合同、协议", "Contract")
        case .list: Words("明细单", "Details")
        case .other: Words("其他", "Other")
        }
    }
}

extension ClassExpense: EvidenceBearer {
    typealias Document = ExpenseDocument

    func ended(in reading: some Reading) throws -> Words? { voided.map { MoneyProblem.isVoided($0).words } }

    /// What was paid to whom is for those who run the class.
    func papersUnit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: trainingClass) }

    private var requiredPapers: [RequiredPaper<ExpenseDocument>] {
        voided == nil ? [RequiredPaper(.receipt, why: Words("报销凭证", "it proves the payment"))] : []
    }

    /// What was paid, its papers, and what became of it.
    func page(_ ask: Ask) throws -> Page {
        let said: HTML =
            voided.map { .warning(.behind, .say("\($0.iso)作废：\(reason)", "Voided on \($0.iso): \(reason)")) }
            ?? .nothing
        var page = try Page(
            of: self, ask,
            .sheet(
                .split(
                    .group([said, try ask.evidence(of: self, required: requiredPapers)]),
                    beside: try ExpenseEntry.form.facts(entry, ask)),
                try ask.history(
                    ask.steps(of: ClassExpense.self, code, ExpenseEntry.form, \.entry) { step, found, _ in
                        if !found.reason.isEmpty { step.remarks = [HistoryStep.reason(found.reason)] }
                    } + ask.paperSteps(of: self))))
        page.sentence = .group([
            .text(code), .say("，", ", "), .link(moneyAddress, .text(try ask.className(trainingClass))), .say("，", ", "),
            .day(entry.day), .say("，\(entry.amount.grouped)元。", ", \(entry.amount.grouped) yuan."),
        ])
        return page
    }
}

extension EnterExpense {
    /// What is unusual: a receipt that was handed in before, and more than was planned.
    static func remarks(_ entry: ExpenseEntry, of found: TrainingClass, _ ask: Ask) throws -> [Words] {
        let twins = try ask.all(
            ClassExpense.self, where: "receipt = \(entry.receipt) and voided_day is null", order: "day", limit: 3)
        var remarks = try twins.map { twin in
            let name = try ask.className(twin.trainingClass)
            return Words(
                "票据号\(entry.receipt)已登记过：\(name)，\(twin.entry.day.iso)，\(twin.entry.amount.grouped)元，请核对是否重复报销",
                "Receipt \(entry.receipt) was entered before: \(name), \(twin.entry.day.iso), \(twin.entry.amount.grouped) yuan. Is it paid twice?"
            )
        }
        let (budget, spent) = (found.scheme.budget.of(entry.item), try ask.money(of: found).spent(entry.item))
        if budget > .zero, spent + entry.amount > budget {
            remarks.append(
                Words(
                    "\(entry.item.words.zh)将支出\((spent + entry.amount).grouped)元，预算\(budget.grouped)元",
                    "\(entry.item.words.en) comes to \((spent + entry.amount).grouped), with a budget of \(budget.grouped)"
                ))
        }
        return remarks
    }
}

/// Whether the receipt of an expense is among its papers.
enum ReceiptThere: String, Named {
    case there, missing

    var words: Words { self == .there ? Words("有票据", "There") : Words("缺票据", "Missing") }

    private static let isThere: SQL = """
        code in (select of_code from evidence where of_kind = \(ClassExpense.kind)
            and document = \(ExpenseDocument.receipt) and withdrawn_day is null)
        """

    /// An expense that was voided lacks nothing.
    var condition: SQL { self == .there ? Self.isThere : "voided_day is null and not (\(Self.isThere))" }

    static let filter = ListFilter.choice("receipts", Words("票据", "Receipts"), ReceiptThere.self) { there, _ in
        there.condition
    }

    static let column = ListColumn<ClassExpense>(
        "receipts", Words("票据", "Receipt there"),
        text: { row, ask in try of(row, ask).map { ask.say($0.words) } ?? "" }
    ) { row, ask in
        switch try of(row, ask) {
        case nil: "–"
        case .there: .standing(.met, there.words)
        case .missing: .standing(.behind, missing.words)
        }
    }

    private static func of(_ row: ClassExpense, _ ask: Ask) throws -> ReceiptThere? {
        let known = try ask.naming.once("receipts there") {
            Set(try ask.reading.keys(ClassExpense.self, for: .everybody, where: isThere))
        }
        return known.contains(row.code) ? .there : row.voided == nil ? .missing : nil
    }
}
