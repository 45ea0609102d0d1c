import Pages
import Spelling
import Store
import Vocabulary

/// Something that was paid for a class, with its receipt (经费支出).
struct ClassExpense: PagedNoun {
    var code: String
    var trainingClass: String
    var entry: ExpenseEntry
    var voided: Day?
    var reason: String

    static let table = Table<ClassExpense>(
        "class_expenses",
        Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("item") { $0.entry.item },
        Column("day") { $0.entry.day }, Column("fen") { $0.entry.amount }, Column("receipt") { $0.entry.receipt },
        Column("note") { $0.entry.note }, Column("voided_day") { $0.voided }, Column("reason") { $0.reason }
    ) { code, trainingClass, item, day, amount, receipt, note, voided, reason in
        ClassExpense(
            code: code, trainingClass: trainingClass,
            entry: ExpenseEntry(item: item, day: day, amount: amount, receipt: receipt, note: note), voided: voided,
            reason: reason)
    }
    static let reach = Reach.through("class", TrainingClass.self)
    static let searched = ["receipt", "note"]
    static let path = "/classes/expenses/:code"
    static let seeing = Words("查看这笔支出", "See the expense")
    static let acts: [any RecordAct<ClassExpense>.Type] = [VoidExpense.self]

    var title: String { entry.receipt }
    /// The money of its class, where it stands among others.
    var moneyAddress: String { "\(TrainingClass.address(of: trainingClass))/money" }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        guard let found = try ask.reading.one(TrainingClass.self, trainingClass, for: ask.reader) else {
            return [TrainingClass.home]
        }
        return try found.crumbs(ask)
            + [Frame.Crumb(Words("经费", "Money"), moneyAddress), Frame.Crumb(Words(title, title), address)]
    }
}

struct ExpenseEntry: Sendable, Hashable {
    var item = ClassCostItem.meals
    var day = Day.unset
    var amount = Money.zero
    /// The number of the receipt (票据号).
    var receipt = ""
    var note = ""

    static let form = Form<ExpenseEntry>(
        .init(
            Words("支出", "Expense"),
            .choice(
                \.item, "item", Words("科目", "Item"),
                hint: Words(
                    "讲课费按签收单自动计入，师资费只填住宿、交通等",
                    "Lecture fees are counted from their sheet; of trainers only lodging and travel")),
            .day(\.day, "day", Words("日期", "Day")), .money(\.amount, "amount", Words("金额（元）", "Amount (yuan)")),
            .text(\.receipt, "receipt", Words("票据号", "Receipt"), rule: .name),
            .text(\.note, "note", Words("说明", "What for"), isRequired: false)))
}

/// Enters what was paid (登记支出).
struct EnterExpense: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan, .teach]
    static let words = Words("登记支出", "Expense entered")
    static let title = Words("登记支出", "Enter an expense")
    static let button = Words("登记支出", "Enter an expense")
    static let step = "money/new"
    var record: String
    var entry: ExpenseEntry

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    /// Much is paid only after the class was closed.
    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard try reading.isWithinReach(found.scheme.organiser, of: reader) else { return ClassProblem.notYours }
        return found.stage == .approved ? nil : ClassProblem.notApproved(found.stage)
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> ClassExpense {
        if entry.day > t.today { try t.refuse(MoneyProblem.spentInFuture(entry.day)) }
        let made = ClassExpense(
            code: try t.nextCode(.expense), trainingClass: found.code, entry: entry, voided: nil, reason: "")
        try t.insert(made)
        return made
    }
}

/// Takes back what was entered wrongly (作废); it stays on record.
struct VoidExpense: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan, .teach]
    static let words = Words("作废支出", "Expense voided")
    static let title = Words("作废支出", "Void the expense")
    static let button = Words("作废", "Void")
    static let step = "void"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(ClassExpense.self, record, for: .everybody).flatMap {
            try reading.organiser(ofClass: $0.trainingClass)
        }
    }

    static func notNow(
        _ found: ClassExpense, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard let organiser = try reading.organiser(ofClass: found.trainingClass),
            try reading.isWithinReach(organiser, of: reader)
        else { return ClassProblem.notYours }
        return found.voided.map { MoneyProblem.isVoided($0) }
    }

    func perform(on found: ClassExpense, in t: ActTransaction) throws -> ClassExpense {
        var found = found
        (found.voided, found.reason) = (t.today, reason)
        try t.update(found)
        return found
    }
}

/// Whether an expense counts.
enum ExpenseState: String, Stated {
    case counted, voided

    static func state(of record: ClassExpense, _ ask: Ask) -> ExpenseState { record.voided == nil ? .counted : .voided }

    var words: Words { self == .counted ? Words("有效", "Counted") : Words("已作废", "Voided") }
    var mark: Mark { self == .counted ? .met : .excused }
    func condition(_ ask: Ask) -> SQL { self == .counted ? "voided_day is null" : "voided_day is not null" }
}

extension ClassExpense {
    static let listing = Listing<ClassExpense>(
        Words("经费支出", "Expenses"),
        columns: [
            .day("day", Words("日期", "Day"), sort: "day") { $0.entry.day },
            ListColumn("class", Words("班次", "Class"), .lead, text: { row, ask in try ask.className(row.trainingClass) })
            {
                row, ask in .link(row.moneyAddress, .text(try ask.className(row.trainingClass)))
            }, ExpenseEntry.form.column("item", of: \.entry, sort: "item"),
            ListColumn(
                "amount", Words("金额（元）", "Amount"), .figure, as: .money, sort: "fen",
                text: { row, _ in row.entry.amount.plain }
            ) { row, _ in .text(row.entry.amount.grouped) },
            ListColumn("receipt", Words("票据号", "Receipt"), sort: "receipt", text: { row, _ in row.entry.receipt }) {
                row, _ in .link(row.address, .text(row.entry.receipt))
            }, ReceiptThere.column,
            ExpenseEntry.form.column("note", of: \.entry, .off),
            .text("reason", Words("作废原因", "Why voided"), .file) { $0.reason }, .code(), ExpenseState.column(),
        ],
        filters: [
            .search(Words("票据号、说明", "Receipt, what for"), ClassExpense.self),
            ListFilter(name: "class", words: Words("班次", "Class"), control: nil) { ask, typed in
                guard let found = try ask.reading.one(TrainingClass.self, typed, for: ask.reader) else { return nil }
                return (found.title, "class = \(found.code)")
            }, .choice("item", Words("科目", "Item"), ClassCostItem.self) { item, _ in "item = \(item)" },
            ReceiptThere.filter, .year(Words("年度", "Year"), column: "day"), ExpenseState.filter,
        ], order: "day desc", empty: Words("还没有登记支出", "No expense was entered yet"))
}

extension CodeSeries {
    static let expense = CodeSeries(rawValue: "FY")
}
