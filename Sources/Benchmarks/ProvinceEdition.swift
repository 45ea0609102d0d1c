import Plans
import Vocabulary

/// The twelve rules of the ledger benchmark (docs/benchmarks.md) as rules of a plan.
///
/// Kinds of activity are called `k00` to `k23`, topics `t00` to `t15`, categories `c0` to `c4`; `senior` is held from
/// level five on. R12 is four rules, one for each kind.
enum ProvinceEdition {
    static let inForce = Day(year: 2021, month: 1, day: 1) ?? Day(number: 0)
    /// A month after the last year: by then every report has come in.
    static let asOf = inForce + 1856

    static var edition: PlanEdition {
        PlanEdition(
            number: 1, title: "benchmark", inForce: inForce, publishedOn: inForce, text: "",
            tasks: [PlanTask(number: "1", title: "", place: nowhere, obligations: obligations)])
    }

    /// Rule of the benchmark, its first window there, and how far its windows lie apart: where our rows go.
    struct Place {
        var rule: Int
        var offset: Int
        var stride: Int
        var windows: Int
    }

    static func place(of obligation: String) -> Place {
        let parts = obligation.split(separator: ".")
        let rule = Int(parts[0]) ?? 0
        let windows = [1: 60, 2: 20, 4: 3, 5: 1, 10: 20][rule] ?? 5
        return rule == 12
            ? Place(rule: rule, offset: (Int(parts[1]) ?? 16) - 16, stride: 4, windows: windows)
            : Place(rule: rule, offset: 0, stride: 1, windows: windows)
    }

    private static let nowhere = SourcePlace(start: 0, end: 0, line: 1, column: 1)
    private static let atStart = Membership(.windowStart, excusesLate: false, onTheDay: false)
    private static let atEnd = Membership(.windowEnd, excusesLate: false, onTheDay: false)
    private static let now = Membership(.asOf, excusesLate: false, onTheDay: false)

    private static func kinds(_ numbers: ClosedRange<Int>) -> [ActivityKind] { numbers.map(kind) }
    static func kind(_ number: Int) -> ActivityKind {
        ActivityKind(rawValue: number < 10 ? "k0\(number)" : "k\(number)")
    }
    static func topic(_ number: Int) -> Topic { Topic(rawValue: number < 10 ? "t0\(number)" : "t\(number)") }

    private static func units(_ kinds: UnitKind...) -> Population { Population("u", "", "", .units, unitKinds: kinds) }
    private static func persons(_ categories: PersonCategory...) -> Population {
        Population("p", "", "", .persons, categories: categories)
    }

    private static func rule(
        _ id: String, _ measure: Measure, _ value: Double, _ unit: CountingUnit, _ window: Window, _ bearer: Bearer,
        _ binding: Binding
    ) -> Obligation {
        Obligation(
            id: id, task: "1", quote: "", place: nowhere,
            rule: Rule(measure: measure, value: value, unit: unit, window: window, recurs: true, bearer: bearer),
            binding: binding)
    }

    private static var obligations: [Obligation] {
        let everyRole = ParticipationRole.allCases
        let classes = kinds(8...11)
        return [
            rule(
                "1", .count, 1, .session, .months(1), .unit,
                Binding(kinds: kinds(0...0), population: units(.institution, .branch))),
            rule(
                "2", .count, 1, .session, .quarters(1), .unit,
                Binding(
                    kinds: kinds(1...2), topics: [topic(0)],
                    population: units(.county, .department, .institution, .branch))),
            rule(
                "3", .count, 3, .class, .years(1), .unit,
                Binding(
                    kinds: classes, population: units(.city, .county, .department),
                    length: LengthCondition(.atLeast, 5, unit: .day), credit: .own)),
            rule(
                "4", .coverage, 90, .percent, .years(3), .programme,
                Binding(
                    kinds: classes, roles: everyRole, population: persons("c0", "c1"), membership: atEnd,
                    step: .years(1))),
            rule(
                "5", .coverage, 100, .percent, .years(5), .programme,
                Binding(kinds: kinds(12...12), roles: everyRole, population: persons("senior"), membership: atEnd)),
            rule(
                "6", .count, 2, .session, .years(1), .person,
                Binding(
                    kinds: kinds(0...3), roles: [.attendee, .speaker], population: persons(), namesPersons: false,
                    membership: atStart, passShare: 95)),
            rule(
                "7", .hours, 40, .hour, .years(1), .person,
                Binding(
                    kinds: nil, population: persons(), namesPersons: false, membership: atStart,
                    tiers: [ValueTier("senior", 90)])),
            rule(
                "8", .hours, 10, .hour, .years(1), .person,
                Binding(
                    kinds: kinds(20...23), roles: everyRole, population: persons("c0", "c1", "c2"),
                    namesPersons: false, membership: atStart, passShare: 90)),
            rule(
                "9", .leadTime, 15, .day, .years(1), .activity,
                Binding(
                    kinds: kinds(8...15), population: Population("a", "", "", .activities),
                    conditions: ActivityConditions(reportedWithin: 25))),
            rule(
                "10", .duration, 5, .day, .quarters(1), .activity,
                Binding(
                    kinds: kinds(8...12), population: Population("a", "", "", .activities),
                    conditions: ActivityConditions(topics: [topic(3)]))),
            rule(
                "11", .count, 4, .session, .years(1), .unit,
                Binding(
                    kinds: [kind(0)] + kinds(3...5), population: units(.institution, .branch), distinctKinds: true)),
        ]
            + (16...19).map { number in
                rule(
                    "12.\(number)", .headcount, 5, .percent, .years(1), .unit,
                    Binding(
                        kinds: kinds(number...number), roles: everyRole, population: persons(), membership: now))
            }
    }
}
