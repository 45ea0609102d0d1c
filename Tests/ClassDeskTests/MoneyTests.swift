import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("What a class costs: lecture fees by their ceilings, spending by the attendance", .onEveryEngine)
struct MoneyTests {
    private let town: ClassTown
    private let made: TrainingClass

    init() throws {
        town = try ClassTown(TestEngine.current)
        made = try town.calledUp()
    }

    private func trainer(_ name: String, _ band: TitleBand, _ pay: LecturePay = .paid) throws -> Trainer {
        var entry = TrainerEntry()
        (entry.name, entry.band, entry.pay) = (name, band, pay)
        entry.origin = pay == .paid ? .outside : .inside
        return try town.database.perform(EnterInLibrary<Trainer>(entry: entry), by: .teacher, on: day("2026-03-01"))
    }

    private func session(
        _ course: String, _ trainer: Trainer, half: HalfDay = .morning, _ halfHours: Int
    ) -> ClassSession {
        var session = ClassSession(
            day: made.scheme.opening, half: half, course: course, trainer: trainer.entry.printed, room: "301",
            halfHours: halfHours)
        session.trainerCode = trainer.code
        return session
    }

    private func keep(_ sessions: [ClassSession], of found: TrainingClass) throws {
        try town.database.perform(
            KeepTimetable(record: found.code, sheet: TimetableSheet(sessions: sessions)), by: .teacher,
            on: ClassTown.applied + 20)
    }

    private func sheet(_ found: TrainingClass) throws -> FeeSheet {
        try town.database.read { try FeeSheet(found, in: $0) }
    }

    @Test("by title and hours, at most four of a half-day; own staff gets nothing") func ceilings() throws {
        let (academician, professor) = (try trainer("钟", .academician), try trainer("沈", .professor))
        let (leader, own) = (try trainer("高", .leader), try trainer("白", .lecturer, .unpaid))
        try keep(
            [
                session("种业", academician, 8), session("公共管理", professor, half: .afternoon, 7),
                session("干部工作", leader, half: .evening, 12), session("党史", own, half: .evening, 4),
            ], of: made)
        let lines = try sheet(made).lines
        #expect(lines.map { "\($0.trainer.title) \($0.amount.plain)" } == ["钟 6000", "沈 3500", "白 0", "高 2000"])
        #expect(lines.map(\.halfHours) == [8, 7, 4, 12])
        #expect(
            FeeSheet.remarks(of: try #require(lines.last), ClassRules()).map(\.zh) == ["每半天最多付4学时"])
    }

    @Test("a lesson to several classes together is paid once, by the class that comes first") func together() throws {
        let professor = try trainer("沈", .professor)
        let other = try town.calledUp { $0.title = "乡村振兴专题班" }
        for found in [made, other] { try keep([session("形势", professor, 8)], of: found) }
        #expect(try sheet(made).total == Money(fen: 400_000))
        let theirs = try #require(try sheet(other).lines.first)
        #expect(theirs.amount == .zero && theirs.halfHours == 8)
        #expect(FeeSheet.remarks(of: theirs, ClassRules()).map(\.zh) == ["与“城市更新专题班”合班，由该班支付"])
        // A lesson of its own in the same half-day is no part of that.
        try keep([session("另一课", professor, 8)], of: other)
        #expect(try sheet(other).total == Money(fen: 400_000))
    }

    @Test("less is kept, more is kept and shown; what stands on no timetable is refused") func kept() throws {
        let professor = try trainer("沈", .professor)
        try keep([session("形势", professor, 8)], of: made)
        func pay(_ fen: Int, on day: Day? = nil) throws {
            let line = FeePaid(
                trainer: professor.code, day: day ?? made.scheme.opening, half: .morning, amount: Money(fen: fen))
            try town.database.perform(
                KeepLectureFees(record: made.code, lines: [line]), by: .teacher, on: ClassTown.closing)
        }
        #expect(try !sheet(made).isKept)
        try pay(300_000)
        #expect(try sheet(made).total == Money(fen: 300_000) && sheet(made).isKept)
        #expect(refusal { try pay(300_000) } == [.nothingChanged])
        try pay(500_000)
        let line = try #require(try sheet(made).lines.first)
        #expect(FeeSheet.remarks(of: line, ClassRules()).map(\.zh) == ["超过上限4,000元"])
        #expect(throws: Refused.self) { try pay(100, on: made.scheme.opening + 3) }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(KeepLectureFees(record: made.code, lines: []), by: .clerk, on: ClassTown.closing)
        }
        #expect(try town.database.faults().isEmpty)
    }

    private func money() throws -> ClassMoney {
        try town.database.read { try ClassMoney(made, in: $0, rules: ClassRules()) }
    }

    private func spend(_ item: ClassCostItem, _ yuan: Double, by reader: Reader = .clerk) throws {
        try town.database.perform(
            EnterExpense(
                record: made.code,
                entry: ExpenseEntry(item: item, day: ClassTown.closing, amount: Money(yuan: yuan), receipt: "票\(yuan)")),
            by: reader, on: ClassTown.closing)
    }

    @Test("the ceiling comes from the days on which people were there, not from the roster") func ceiling() throws {
        try town.name("P1", "P2", for: made)
        try town.name("P5", for: made, by: .neighbour)
        try town.arrive(at: made)
        try town.planned(made)
        let first = made.scheme.opening
        try town.call(made, ClassHalf(day: first, half: .morning))
        try town.call(made, ClassHalf(day: first, half: .afternoon), ["P1": .absent])
        try town.call(made, ClassHalf(day: first + 1, half: .morning), ["P1": .leave])
        // The day of arrival and two days; P1 the first of them alone.
        #expect(try money().daysPresent.sorted() == [2, 3, 3])
        #expect(try money().ceiling == Money(fen: 8 * 55_000))
        try spend(.meals, 4000)
        #expect(try !money().isOver && money().costADay == Money(fen: 50_000))
        try spend(.trainers, 9000)
        #expect(try !money().isOver, "trainers stand outside the ceiling")
        try spend(.lodging, 401, by: .teacher)
        #expect(try money().isOver && money().spent == Money(fen: 1_340_100))
    }

    @Test("an expense is entered by the organiser's people, voided with a reason, and stays on record") func expenses()
        throws
    {
        try spend(.meals, 1200.5)
        #expect(throws: NotAllowed.self) { try spend(.meals, 10, by: .neighbour) }
        let all = try town.database.read { try $0.all(ClassExpense.self, for: .everybody) }
        let expense = try #require(all.first)
        #expect(all.count == 1 && expense.entry.amount.plain == "1200.50")
        #expect(throws: Refused.self) {
            try town.database.perform(
                EnterExpense(
                    record: made.code,
                    entry: ExpenseEntry(
                        item: .meals, day: ClassTown.closing + 1, amount: Money(fen: 1), receipt: "1", note: "")),
                by: .clerk, on: ClassTown.closing)
        }
        let void = VoidExpense(record: expense.code, reason: "重复登记")
        try town.database.perform(void, by: .clerk, on: ClassTown.closing)
        #expect(try money().spent == .zero && money().costs.isEmpty)
        #expect(throws: Refused.self) { try town.database.perform(void, by: .clerk, on: ClassTown.closing) }
        #expect(try town.database.faults().isEmpty)
    }

    @Test("days beyond the thirtieth cost seven tenths") func long() {
        let rules = ClassRules()
        #expect(rules.cost(ofDays: 30) == Money(fen: 30 * 55_000))
        #expect(rules.cost(ofDays: 32) == Money(fen: 30 * 55_000 + 2 * 38_500))
    }

    @Test("what was set for a lesson counts as long as they teach it; who came since waits to be set")
    func replacedTrainer() throws {
        let (professor, associate) = (try trainer("沈", .professor), try trainer("顾", .associate))
        try keep([session("形势", professor, 8)], of: made)
        let set = try sheet(made).lines.map(\.paid)
        try town.database.perform(KeepLectureFees(record: made.code, lines: set), by: .teacher, on: ClassTown.closing)
        #expect(try money().spent(.trainers) == Money(fen: 400_000))
        try keep([session("形势", associate, 8)], of: made)
        let now = try sheet(made)
        #expect(now.lines.map(\.isNew) == [true] && now.lines.map(\.proposed.amount) == [Money(fen: 200_000)])
        #expect(try now.total == money().spent(.trainers) && now.total == .zero, "sheet and money agree")
        try town.database.perform(
            KeepLectureFees(record: made.code, lines: now.lines.map(\.proposed.paid)), by: .teacher,
            on: ClassTown.closing)
        #expect(try sheet(made).total == Money(fen: 200_000) && money().spent(.trainers) == Money(fen: 200_000))
    }

    @Test("who names a lesson's trainer as free text pays nobody, so that the other class does") func freeText() throws
    {
        let professor = try trainer("沈", .professor)
        let other = try town.calledUp { $0.title = "乡村振兴专题班" }
        var typed = session("形势", professor, 8)
        typed.trainerCode = nil
        try keep([typed], of: made)
        try keep([session("形势", professor, 8)], of: other)
        #expect(try sheet(other).total == Money(fen: 400_000))
    }

    @Test("an item of which nothing was entered has what was said at the closing; another keeps what was entered")
    func closing() throws {
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        for half in try town.database.read({ try $0.one(Timetable.self, made.code, for: .everybody)?.halves ?? [] }) {
            try town.call(made, half.place)
        }
        var rules = ClassRules()
        rules.papers = .notAsked
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: ClassTown.closing)
        let outcome = ClassOutcome(
            summary: "完成",
            costs: [
                ClassCost(item: .meals, amount: Money(fen: 100_000)),
                ClassCost(item: .lodging, amount: Money(fen: 200_000)),
            ])
        try town.database.perform(
            CloseClass(record: made.code, outcome: outcome), by: .teacher, on: ClassTown.closing)
        #expect(try money().spent == Money(fen: 300_000))
        try spend(.meals, 1200)
        #expect(try money().spent == Money(fen: 320_000), "the lodging is not lost by it")
        #expect(try money().isOtherwiseThanClosed(.meals) && !money().isOtherwiseThanClosed(.lodging))
    }

    @Test("a receipt that was handed in before is pointed out, whatever the class") func twice() throws {
        try spend(.meals, 1200)
        let other = try town.calledUp { $0.title = "乡村振兴专题班" }
        let entry = ExpenseEntry(item: .meals, day: ClassTown.closing, amount: Money(fen: 1), receipt: "票1200.0")
        let remarks = try town.asking { try EnterExpense.remarks(entry, of: other, $0) }
        #expect(remarks.map(\.zh) == ["票据号票1200.0已登记过：城市更新专题班，2026-10-20，1,200元，请核对是否重复报销"])
    }
}
