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
    static func obligation(_ line: ScenarioLine, id: String = "1.1") throws -> Obligation {
        let figures = try line.word(3).split(separator: "..")
        guard let value = Double(figures[0]) else { throw ScenarioProblem(line: line.text) }
        let window = line.window("window")
        let rule = Rule(
            measure: try line.read(try line.word(1)), comparison: try line.read(try line.word(2)), value: value,
            upper: figures.count > 1 ? Double(figures[1]) : nil, unit: CountingUnit(rawValue: try line.word(4)),
            window: window, recurs: window != nil && !line.has("once"),
            bearer: try line.read(line.option("bearer") ?? "programme"))
        return Obligation(
            id: id, task: "1", quote: "", place: nowhere, rule: rule,
            binding: line.has("open") ? nil : try binding(line))
    }

    private static func binding(_ line: ScenarioLine) throws -> Binding {
        let kinds = line.list("kinds").map(ActivityKind.init(rawValue:))
        let length = line.list("length")
        return Binding(
            kinds: kinds == [.any] ? nil : kinds, topics: line.list("topics").map(Topic.init(rawValue:)),
            audience: line.list("audience").map(PersonCategory.init(rawValue:)),
            roles: try line.list("roles").map { try line.read($0) },
            population: Population(
                "p", "", "", try line.read(line.option("population") ?? "programme"),
                categories: line.list("categories").map(PersonCategory.init(rawValue:)),
                unitKinds: try line.list("unitKinds").map { try line.read($0) },
                teamKinds: try line.list("teamKinds").map { try line.read($0) },
                teamRole: try line.option("teamRole").map { try line.read($0) }, roster: line.option("roster"),
                sex: try line.option("sex").map { try line.read($0) }),
            length: length.count == 3
                ? LengthCondition(
                    try line.read(length[0]), Double(length[1]) ?? 0, unit: CountingUnit(rawValue: length[2])) : nil,
            shareOf: try line.option("of").map { try line.read($0) },
            deadlineFrom: try line.option("after").map { try line.read($0) }, document: line.option("document"),
            namesPersons: !line.has("unnamed"), membership: try membership(line),
            credit: try line.option("credit").map { try line.read($0) }, tiers: try tiers(line),
            passShare: line.option("passShare").flatMap(Double.init),
            distinctKinds: line.has("distinctKinds") ? true : nil, conditions: conditions(line),
            step: line.window("step"))
    }

    private static func membership(_ line: ScenarioLine) throws -> Membership? {
        guard line.option("reckoning") != nil || line.has("keepsLate") || line.has("anyDay") else { return nil }
        return Membership(
            try line.option("reckoning").map { try line.read($0) } ?? .windowEnd, excusesLate: !line.has("keepsLate"),
            onTheDay: !line.has("anyDay"))
    }

    /// `tiers=young:90,senior:40`
    private static func tiers(_ line: ScenarioLine) throws -> [ValueTier]? {
        guard line.option("tiers") != nil else { return nil }
        return try line.list("tiers").map { text in
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
    /// `team G1 @D1 2025-01-01..2025-12-31 3/4 of 5 onCourse ~4`
    var line: String {
        "\(subject.kind.rawValue) \(subject.code) @\(unit) \(from.iso)..\(to?.iso ?? "")"
            + " \(plain(done))/\(plain(required))" + (population.map { " of \($0)" } ?? "") + " \(standing.rawValue)"
            + (forecast.map { " ~\(plain($0))" } ?? "")
    }
}

private func plain(_ figure: Double) -> String {
    figure == figure.rounded() ? String(Int(figure)) : String(figure)
}
