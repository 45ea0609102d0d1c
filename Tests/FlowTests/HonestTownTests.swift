import LedgerEngine
import PlanLanguage
import Plans
import Records
import SampleTown
import Testing
import Vocabulary

/// The sample town on the built-in plan as somebody meets it who starts today: some units have done everything, a few are
/// far behind, and what is overdue is little.
@Suite("The sample town is honest")
struct HonestTownTests {
    private struct Shares {
        var units = 0
        var onCourse = 0
        var farBehind: [String] = []
        var overdue = 0
    }

    private static let told = ["市产业发展公司", "市住建局", "市图书馆", "柳湾镇", "沙渠镇"]

    /// As the overview counts: all units but the root and the branches, in the windows being worked in.
    private func shares(_ evaluator: Evaluator, _ book: RecordBook, _ asOf: Day) -> Shares {
        let live = evaluator.live(asOf: asOf)
        var shares = Shares(overdue: live.overdueCount())
        for unit in book.units where unit.parent != nil && unit.kind != .branch {
            var late = 0
            live.eachCurrentStanding(of: unit.code) { _, standing in
                if standing == .behind || standing == .overdue { late += 1 }
            }
            shares.units += 1
            if late == 0 { shares.onCourse += 1 }
            if late >= farBehind(asOf) { shares.farBehind.append(unit.name) }
        }
        return shares
    }

    /// Of a year's duties few are due by March, and all by December.
    private func farBehind(_ asOf: Day) -> Int { asOf.month <= 3 ? 3 : asOf.month <= 6 ? 4 : 6 }

    private func evaluator(_ book: RecordBook, _ until: Day) throws -> Evaluator {
        let inForce = try #require(Day(year: until.year - 2, month: 1, day: 1))
        let (edition, _) = PlanCompiler().compile(text: SamplePlan.text).edition(
            number: 1, inForce: inForce, publishedOn: inForce)
        return Evaluator(edition: edition, records: book)
    }

    private func judge(_ shares: Shares, _ asOf: Day) {
        #expect(shares.units == 59)
        #expect((0.25...0.5).contains(Double(shares.onCourse) / 59), "\(asOf.iso): \(shares.onCourse) on course")
        #expect((3...8).contains(shares.farBehind.count), "\(asOf.iso): \(shares.farBehind)")
        #expect(shares.farBehind.filter(Self.told.contains).count >= 3, "\(asOf.iso): \(shares.farBehind)")
        #expect((10...99).contains(shares.overdue), "\(asOf.iso): \(shares.overdue) overdue")
    }

    @Test("a town made until a day, as of that day", arguments: [(3, 31), (6, 30), (10, 31)])
    func today(_ month: Int, _ day: Int) throws {
        let asOf = try #require(Day(year: 2026, month: month, day: day))
        let book = SampleTown.make(seed: 1, until: asOf)
        judge(shares(try evaluator(book, asOf), book, asOf), asOf)
    }

    @Test("a town made until the year's end, as of that day and of days before")
    func inRetrospect() throws {
        let until = try #require(Day(year: 2026, month: 12, day: 31))
        let book = SampleTown.make(seed: 1, until: until)
        let evaluator = try evaluator(book, until)
        for (month, day) in [(3, 31), (6, 30), (10, 31), (12, 31)] {
            let asOf = try #require(Day(year: 2026, month: month, day: day))
            judge(shares(evaluator, book, asOf), asOf)
        }
    }
}
