import Records
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Seats of all classes at once") struct YearRunTests {
    private func found(_ code: String, _ kind: ClassKind, heads: Int, from: String, to: String) -> TrainingClass {
        var scheme = ClassScheme.sample()
        (scheme.title, scheme.kind, scheme.heads) = (code, kind, heads)
        (scheme.registration, scheme.opening, scheme.closing) = (day(from), day(from), day(to))
        return TrainingClass(
            code: code, scheme: scheme, filed: day("2026-01-01"), stage: .approved, decided: nil, remark: "")
    }

    /// Ten people at as many units, the first of whom need it most.
    private func people(_ left: Int = 2) -> [Candidate] {
        (0..<10).map { number in
            let code = "P\(number)"
            let dated = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
            return Candidate(
                person: Person(
                    code: code, name: code, sex: .female, birthMonth: "1985-01", recorded: day("2024-01-01")),
                appointment: Appointment(
                    code: "A\(number)", person: code, unit: "U\(number)", post: "", rank: "", dated: dated),
                unit: "U\(number)",
                need: number < 5 ? SeatNeed(why: .never) : SeatNeed(why: .trained, day: day("2025-03-01")), bars: [],
                callUpsLeft: left)
        }
    }

    private func run(_ classes: [TrainingClass], left: Int = 2, wishes: [String: QuotaWishes] = [:]) -> YearRun {
        YearRun(
            classes.map {
                Candidates(found: $0, people: people(left), rules: ClassRules(), seatsLeft: $0.scheme.heads)
            }, wishes: wishes)
    }

    private func codes(_ run: YearRun, _ code: String) -> Set<String> {
        Set((run.seated[code] ?? []).map(\.person.code))
    }

    @Test("nobody is in two that meet in the same days, also across the quarters that the planner knows")
    func sameDays() {
        let one = found("B1", .special, heads: 5, from: "2026-03-30", to: "2026-04-08")
        let two = found("B2", .main, heads: 5, from: "2026-04-06", to: "2026-04-10")
        let run = run([one, two])
        #expect(run.problems.isEmpty)
        #expect(codes(run, "B1").isDisjoint(with: codes(run, "B2")))
        #expect(codes(run, "B1").count + codes(run, "B2").count == 10, "there are people for all seats")
    }

    @Test("two of one kind, and more than the rule allows, are one each; other kinds at other times are two")
    func kinds() {
        let one = found("B1", .special, heads: 5, from: "2026-02-02", to: "2026-02-04")
        let alike = found("B2", .special, heads: 5, from: "2026-06-01", to: "2026-06-03")
        #expect(codes(run([one, alike]), "B1").isDisjoint(with: codes(run([one, alike]), "B2")))
        let other = found("B3", .main, heads: 10, from: "2026-06-01", to: "2026-06-03")
        let both = run([one, other])
        #expect(codes(both, "B3").count == 10 && codes(both, "B1").count == 5)
        let once = run([one, other], left: 1)
        #expect(codes(once, "B1").isDisjoint(with: codes(once, "B3")))
    }

    @Test("who must come is there, who was set aside is not, and without classes there is nothing to do")
    func wishes() {
        let one = found("B1", .special, heads: 2, from: "2026-02-02", to: "2026-02-04")
        let seats = codes(
            run([one], wishes: ["B1": QuotaWishes(pins: ["P9"], forbids: [ForbiddenSeat(person: "P0", reason: "请假")])]),
            "B1")
        #expect(seats.contains("P9") && !seats.contains("P0") && seats.count == 2)
        #expect(run([]).problems == [.noClasses])
    }
}
