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

    /// Ten people at as many units, to whom all classes are open; the first five need it most.
    private func members(_ classes: [TrainingClass], left: Int = 2) -> [YearMember] {
        (0..<10).map { number in
            YearMember(
                person: "P\(number)", unit: "U\(number)", shared: "U\(number)", isWoman: true, callUpsLeft: left,
                open: classes.indices.map { YearMember.Open(place: $0, weight: number < 5 ? 18 : 2) })
        }
    }

    private func run(
        _ classes: [TrainingClass], left: Int = 2, wishes: [String: QuotaWishes] = [:],
        _ change: (inout [YearMember]) -> Void = { _ in }
    ) -> YearRun {
        var members = members(classes, left: left)
        change(&members)
        return YearRun(
            classes.map {
                YearClass(
                    found: $0, wishes: wishes[$0.code] ?? QuotaWishes(), seatsLeft: $0.scheme.heads,
                    units: QuotaUnits([], beneath: nil, named: []))
            }, members, ClassRules())
    }

    private func codes(_ run: YearRun, _ code: String) -> Set<String> {
        guard let place = run.classes.firstIndex(where: { $0.found.code == code }) else { return [] }
        return Set(run.seated[place].map { run.members[$0].person })
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

    @Test("who must come is there, and without classes or people there is nothing to do")
    func wishes() {
        let one = found("B1", .special, heads: 2, from: "2026-02-02", to: "2026-02-04")
        let seats = codes(run([one]) { $0[9].pinned = [0] }, "B1")
        #expect(seats.contains("P9") && seats.count == 2)
        #expect(run([]).problems == [.noClasses])
        #expect(run([one]) { $0 = [] }.problems == [.nobody])
    }

    @Test("a number set for a unit is kept by its neediest who are free; what it has nobody for stays its own")
    func fixed() {
        let one = found("B1", .special, heads: 6, from: "2026-02-02", to: "2026-02-04")
        let two = found("B2", .main, heads: 6, from: "2026-02-03", to: "2026-02-06")
        // Three people serve at one unit, the last of whom needs it most; it is to send two to each of two classes at once.
        let wish = QuotaWishes(fixed: [FixedQuota(unit: "U0", seats: 2), FixedQuota(unit: "U9", seats: 0)])
        let made = run([one, two], wishes: ["B1": wish, "B2": wish]) { members in
            for number in 0...2 {
                members[number] = YearMember(
                    person: "P\(number)", unit: "U0", shared: "U0", isWoman: true, callUpsLeft: 2,
                    open: [0, 1].map { YearMember.Open(place: $0, weight: number == 2 ? 20 : 10) })
            }
        }
        let own: Set<String> = ["P0", "P1", "P2"]
        #expect(codes(made, "B1").intersection(own) == ["P0", "P2"], "the neediest, of equal need the first")
        #expect(codes(made, "B2").intersection(own) == ["P1"], "the two others are away then")
        #expect(!codes(made, "B1").union(codes(made, "B2")).contains("P9"), "none for that unit")
        // Six others for four seats of the one and four of the other, of which one stays the unit's.
        #expect(codes(made, "B1").count + codes(made, "B2").count == 9)
        #expect(codes(made, "B2").count <= 5)
    }

    @Test("the same wishes come to the same seats, whoever is looked at first") func repeated() {
        let one = found("B1", .special, heads: 5, from: "2026-03-30", to: "2026-04-08")
        let two = found("B2", .main, heads: 5, from: "2026-04-06", to: "2026-04-10")
        let (forwards, backwards) = (run([one, two]), run([one, two]) { $0.reverse() })
        #expect(codes(forwards, "B1") == codes(backwards, "B1") && codes(forwards, "B2") == codes(backwards, "B2"))
    }
}
