import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// A rule, a day, and every entry that must come out, as written in a scenario.
struct ScenarioCase: CustomTestStringConvertible, Sendable {
    var name: String
    var edition: PlanEdition
    var asOf: Day
    var knownAt: Day?
    /// Records that this case puts into the town besides.
    var records: [String] = []
    var expected: [String]

    var testDescription: String { name }

    static func cases(in text: String) throws -> [ScenarioCase] {
        var cases: [ScenarioCase] = []
        for line in ScenarioLine.lines(of: text) {
            switch try line.word(0) {
            case "case":
                let edition = try edition(of: [])
                cases.append(
                    ScenarioCase(
                        name: String(line.text.dropFirst(5)), edition: edition, asOf: edition.inForce, expected: []))
            case "with": cases[cases.count - 1].records.append(String(line.text.dropFirst(5)))
            case "rule": cases[cases.count - 1].edition = try edition(of: [obligation(line)])
            case "as":
                cases[cases.count - 1].asOf = try line.day(iso: try line.word(2))
                cases[cases.count - 1].knownAt = line.has("known") ? try line.day(iso: try line.word(5)) : nil
            default: cases[cases.count - 1].expected.append(line.text)
            }
        }
        return cases
    }

    /// The town, and what the case adds to it.
    func book() throws -> RecordBook {
        try ScenarioTown(([Scenarios.text("town.txt")] + records).joined(separator: "\n")).book
    }

    static func edition(of obligations: [Obligation], inForce: String = "2025-01-01") throws -> PlanEdition {
        guard let inForce = Day(iso: inForce) else { throw ScenarioProblem(line: inForce) }
        return PlanEdition(
            number: 1, title: "", inForce: inForce, publishedOn: inForce, text: "",
            tasks: [PlanTask(number: "1", title: "", place: nowhere, obligations: obligations)])
    }

    private static let nowhere = SourcePlace(start: 0, end: 0, line: 1, column: 1)

    /// `rule count >= 4 session window=1_year bearer=team kinds=... population=teams ...`; `open` leaves it unbound.
    ///
    /// What a province asks besides: `reckoning=windowStart keepsLate anyDay credit=own tiers=young:90,senior:40
    /// passShare=95 distinctKinds needsTopics=law filedAhead=15 reportedWithin=25 step=1_year`.
    ///
    /// Figures any of which does are joined: `rule duration >= 12 day or hours >= 90 hour window=...`; what counts for the
    /// second alone is `kinds2= topics2= roles2= length2= tiers2=`, for the third `kinds3=`.
    static func obligation(_ line: ScenarioLine, id: String = "1.1") throws -> Obligation {
        let window = line.window("window")
        let own = try figure(line, at: 1)
        var others: [Alternative] = []
        while line.words.count > 5 * (others.count + 1), try line.word(5 * (others.count + 1)) == "or" {
            others.append(try figure(line, at: 5 * (others.count + 1) + 1))
        }
        let rule = Rule(
            measure: own.measure, comparison: own.comparison, value: own.value, upper: own.upper, unit: own.unit,
            window: window, recurs: window != nil && !line.has("once"),
            bearer: try line.read(line.option("bearer") ?? "programme"), alternatives: others.isEmpty ? nil : others)
        return Obligation(
            id: id, task: "1", quote: "", place: nowhere, rule: rule,
            binding: line.has("open") ? nil : try binding(line))
    }

    /// `hours >= 90 hour`
    private static func figure(_ line: ScenarioLine, at place: Int) throws -> Alternative {
        let figures = try line.word(place + 2).split(separator: "..")
        guard let value = figures.first.flatMap({ Double($0) }) else { throw ScenarioProblem(line: line.text) }
        return Alternative(
            measure: try line.read(try line.word(place)), comparison: try line.read(try line.word(place + 1)),
            value: value, upper: figures.count > 1 ? Double(figures[1]) : nil,
            unit: CountingUnit(rawValue: try line.word(place + 3)))
    }

    /// What counts for the figure of a number alone; nil where nothing is said of it.
    private static func alternative(_ line: ScenarioLine, _ number: Int) throws -> AlternativeBinding? {
        guard ["kinds", "topics", "roles", "length", "tiers"].contains(where: { line.option("\($0)\(number)") != nil })
        else { return nil }
        return AlternativeBinding(
            kinds: kinds(line, "kinds\(number)"), topics: line.list("topics\(number)").map(Topic.init(rawValue:)),
            roles: try line.list("roles\(number)").map { try line.read($0) },
            length: try length(line, "length\(number)"), tiers: try tiers(line, "tiers\(number)"))
    }

    private static func kinds(_ line: ScenarioLine, _ name: String) -> [ActivityKind]? {
        let kinds = line.list(name).map(ActivityKind.init(rawValue:))
        return kinds == [.any] ? nil : kinds
    }

    private static func length(_ line: ScenarioLine, _ name: String) throws -> LengthCondition? {
        let length = line.list(name)
        guard length.count == 3 else { return nil }
        return LengthCondition(
            try line.read(length[0]), Double(length[1]) ?? 0, unit: CountingUnit(rawValue: length[2]))
    }

    private static func binding(_ line: ScenarioLine) throws -> Binding {
        let others = try (2...4).map { try alternative(line, $0) }
        return Binding(
            kinds: kinds(line, "kinds"), topics: line.list("topics").map(Topic.init(rawValue:)),
            audience: line.list("audience").map(PersonCategory.init(rawValue:)),
            roles: try line.list("roles").map { try line.read($0) },
            population: Population(
                "p", "", "", try line.read(line.option("population") ?? "programme"),
                categories: line.list("categories").map(PersonCategory.init(rawValue:)),
                unitKinds: try line.list("unitKinds").map { try line.read($0) },
                teamKinds: try line.list("teamKinds").map { try line.read($0) },
                teamRole: try line.option("teamRole").map { try line.read($0) }, roster: line.option("roster"),
                sex: try line.option("sex").map { try line.read($0) }),
            length: try length(line, "length"),
            shareOf: try line.option("of").map { try line.read($0) },
            deadlineFrom: try line.option("after").map { try line.read($0) }, document: line.option("document"),
            namesPersons: !line.has("unnamed"), membership: try membership(line),
            credit: try line.option("credit").map { try line.read($0) }, tiers: try tiers(line, "tiers"),
            passShare: line.option("passShare").flatMap(Double.init),
            distinctKinds: line.has("distinctKinds") ? true : nil, conditions: conditions(line),
            step: line.window("step"), alternatives: others.contains { $0 != nil } ? others : nil)
    }

    private static func membership(_ line: ScenarioLine) throws -> Membership? {
        guard line.option("reckoning") != nil || line.has("keepsLate") || line.has("anyDay") else { return nil }
        return Membership(
            try line.option("reckoning").map { try line.read($0) } ?? .windowEnd, excusesLate: !line.has("keepsLate"),
            onTheDay: !line.has("anyDay"))
    }

    /// `tiers=young:90,senior:40`
    private static func tiers(_ line: ScenarioLine, _ name: String) throws -> [ValueTier]? {
        guard line.option(name) != nil else { return nil }
        return try line.list(name).map { text in
            let sides = text.split(separator: ":")
            guard sides.count == 2, let value = Double(sides[1]) else { throw ScenarioProblem(line: line.text) }
            return ValueTier(PersonCategory(rawValue: String(sides[0])), value)
        }
    }

    private static func conditions(_ line: ScenarioLine) -> ActivityConditions? {
        let conditions = ActivityConditions(
            topics: line.list("needsTopics").map(Topic.init(rawValue:)),
            filedAhead: line.option("filedAhead").flatMap { Int($0) },
            reportedWithin: line.option("reportedWithin").flatMap { Int($0) })
        return conditions == ActivityConditions() ? nil : conditions
    }
}

extension LedgerEntry {
    /// `team G1 @D1 2025-01-01..2025-12-31 3/4 of 5 onCourse ~4`; of several figures any of which does, all of them follow:
    /// `either 3/12 behind ~4 or 60/90 onCourse ~80`.
    var line: String {
        "\(subject.kind.rawValue) \(subject.code) @\(unit) \(from.iso)..\(to?.iso ?? "")"
            + " \(plain(done))/\(plain(required))" + (population.map { " of \($0)" } ?? "") + " \(standing.rawValue)"
            + (forecast.map { " ~\(plain($0))" } ?? "")
            + (alternatives.map { " either " + $0.figures.map(\.line).joined(separator: " or ") } ?? "")
    }
}

extension AlternativeFigure {
    fileprivate var line: String {
        "\(plain(done))/\(plain(required)) \(standing.rawValue)" + (forecast.map { " ~\(plain($0))" } ?? "")
    }
}

private func plain(_ figure: Double) -> String {
    figure == figure.rounded() ? String(Int(figure)) : String(figure)
}
