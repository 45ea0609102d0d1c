import Pages
import Storage
import Store
import Vocabulary

/// What a class was to cost and what it cost, against the people who were there (经费; work-classes 10).
struct ClassMoney {
    let found: TrainingClass
    let rules: ClassRules
    let expenses: [ClassExpense]
    /// Of what is still taught; nil: nobody has set them.
    let fees: LectureFees?
    let closing: ClassClosing?
    /// For each of those who came, the days on which they were there.
    let daysPresent: [Int]

    init(_ found: TrainingClass, in reading: some Reading, rules: ClassRules) throws {
        self.found = found
        self.rules = rules
        expenses = try reading.all(
            ClassExpense.self, for: .everybody, where: "class = \(found.code) and voided_day is null", order: "day")
        let sheet = try reading.one(Timetable.self, found.code, for: .everybody)?.sheet ?? TimetableSheet()
        fees = try reading.one(LectureFees.self, found.code, for: .everybody)?.taught(by: sheet)
        closing = try reading.one(ClassClosing.self, found.code, for: .everybody)
        let attendance = try reading.attendance(ofClass: found.code)
        let students = try reading.all(
            Trainee.self, for: .everybody,
            where: "class = \(found.code) and stage in (\(list: TraineeStage.students))", order: "code")
        daysPresent = students.map { attendance.days(of: $0.code, arrival: found.scheme.registration) }
    }

    /// What was entered one by one.
    func entered(_ item: ClassCostItem) -> Money {
        expenses.filter { $0.entry.item == item }.reduce(.zero) { $0 + $1.entry.amount }
    }

    /// What was said at the closing counts for an item of which nothing was entered one by one.
    func isFromClosing(_ item: ClassCostItem) -> Bool {
        !isEntered(item) && (closing?.outcome.costs ?? []).of(item) > .zero
    }

    private func isEntered(_ item: ClassCostItem) -> Bool {
        expenses.contains { $0.entry.item == item } || item == .trainers && fees != nil
    }

    /// Fees are counted from their sheet, and entered nowhere else.
    func spent(_ item: ClassCostItem) -> Money {
        if isFromClosing(item) { return closing?.outcome.costs.of(item) ?? .zero }
        return item == .trainers ? entered(item) + (fees?.total ?? .zero) : entered(item)
    }

    /// What was entered since is not what was said at the closing.
    func isOtherwiseThanClosed(_ item: ClassCostItem) -> Bool {
        guard let closing, closing.stands, !closing.outcome.costs.isEmpty, !isFromClosing(item) else { return false }
        return closing.outcome.costs.of(item) != spent(item)
    }

    var budget: Money { found.scheme.budget.total }
    var spent: Money { ClassCostItem.allCases.reduce(.zero) { $0 + spent($1) } }
    var spentUnderCeiling: Money { spent - spent(.trainers) }

    var personDays: Int { daysPresent.reduce(0, +) }
    /// By those who were there, never by those on the roster.
    var ceiling: Money { daysPresent.reduce(.zero) { $0 + rules.cost(ofDays: $1) } }
    var isOver: Bool { personDays > 0 && spentUnderCeiling > ceiling }

    /// Trainers apart, as the ceiling is; nil: nobody was there yet, or nothing was spent.
    var costADay: Money? {
        personDays > 0 && spent > .zero ? Money(fen: spentUnderCeiling.fen / personDays) : nil
    }

    /// What is said at the closing, where nothing was entered one by one: nobody says a figure twice.
    func settled(_ said: [ClassCost]) -> [ClassCost] {
        ClassCostItem.allCases.map { item in
            ClassCost(item: item, amount: isEntered(item) ? spent(item) : said.of(item))
        }.filter { $0.amount > .zero }
    }

    /// What of it the closing still asks for.
    var unentered: [ClassCost] { costs.filter { !isEntered($0.item) } }

    /// What its closing would say of it, item by item.
    var costs: [ClassCost] {
        ClassCostItem.allCases.filter { spent($0) > .zero }.map { ClassCost(item: $0, amount: spent($0)) }
    }
}

extension Attendance {
    /// Days on which somebody was there for some half-day, and the day of their arrival.
    fileprivate func days(of trainee: String, arrival: Day) -> Int {
        var days: Set<Day> = [arrival]
        for half in halves
        where isCalled(trainee, half.place) && mark(trainee, half.place)?.isThere ?? true {
            days.insert(half.place.day)
        }
        return days.count
    }
}

extension ClassRules {
    /// What one person may cost in so many days, trainers apart: beyond the thirtieth at seven tenths (综合定额).
    func cost(ofDays days: Int) -> Money {
        let (full, fen) = (min(days, longAfter), costADay * 100)
        return Money(fen: full * fen + (days - full) * fen * longPercent / 100)
    }
}

extension Ask {
    func money(of found: TrainingClass) throws -> ClassMoney {
        try naming.once("money \(found.code)") { try ClassMoney(found, in: reading, rules: try classRules) }
    }
}
