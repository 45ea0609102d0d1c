import Plans
import Records
import Vocabulary

/// The ledger as figures: what every subject has done in every window, and what every unit's row comes to.
///
/// Entries are made from these when somebody asks. A class: the figures are changed in place when a record comes.
final class Figures: @unchecked Sendable {
    let moment: Moment
    let obligations: [Obligation]
    /// Nil while the edition is not in force yet.
    let inForce: Day?
    /// For each obligation its tally; nil while a person must still rule on it.
    let numbers: [Int?]
    var tallies: [Tally] = []
    /// Unit by unit, what stands at it and beneath it.
    let counters: Column<Int32>
    let stride: Int
    /// Person by person: unit and memberships (`Stretch`), then figures.
    private(set) var personRows: Column<Int32>
    let personStride: Int
    /// Where figures begin in a row.
    let head: Int
    /// When persons belonged to each population that is asked about.
    var spans: Spans
    let parents: UnsafeMutablePointer<Int32>
    var judge: PersonJudge
    /// By tally: its rule in `judge`, and the place of its obligation.
    var judgeNumbers: [Int32] = []
    var obligationNumbers: [Int32] = []
    var passes: [PersonPass] = []
    /// Persons counted in head counts, by tally.
    var metPersons: [Int: MetPersons] = [:]
    let workers: Workers
    /// What was read ahead comes to; kept so that it is read at all.
    var readAhead: Int32 = 0
    var columns: RecordColumns { moment.columns }

    init(_ edition: PlanEdition, readings: [String: RuleReading], at moment: Moment, by workers: Workers) {
        self.moment = moment
        self.workers = workers
        obligations = edition.obligations
        var tallies: [Tally] = []
        var next = 0
        let isInForce = edition.inForce.number <= moment.asOf
        inForce = isInForce ? edition.inForce : nil
        numbers = edition.obligations.enumerated().map { place, obligation -> Int? in
            guard isInForce, let reading = readings[obligation.id] else { return nil }
            let number = tallies.count
            let begins = edition.begins(obligation)
            let tally = Tally(
                reading, of: place, inForce: begins, at: moment, firstCounter: next, whole: number)
            next += tally.counterCount
            tallies.append(tally)
            guard tally.isOfAmounts else { return number }
            tally.others = reading.alternatives.map {
                Tally(
                    $0, of: place, inForce: begins, at: moment, firstCounter: next, whole: number, isPart: true
                )
            }
            tallies += tally.others
            return number
        }
        stride = next
        counters = workers.column(repeating: 0, count: next * moment.columns.units.count)
        let tests = Self.populations(of: tallies, in: moment.columns)
        head = Stretch.headCount(populations: tests.count)
        var slot = Int32(head)
        for tally in tallies where tally.personFigures > 0 {
            tally.personSlot = slot
            slot += Int32(tally.personFigures)
        }
        personStride = Int(slot)
        // Filled by the workers who walk the persons, each their own part.
        personRows = workers.column(unfilled: personStride * moment.columns.persons.count)
        let homes = Column<Int32>(unfilled: moment.columns.persons.count)
        spans = Spans(tests, in: personRows, stride: personStride, homes: homes, at: moment, by: workers)
        self.tallies = tallies
        parents = .allocate(capacity: max(1, moment.columns.units.count))
        for (unit, parent) in moment.columns.parents.enumerated() { parents[unit] = parent }
        judge = PersonJudge(tallies, at: moment)
        judgeNumbers = [Int32](repeating: -1, count: tallies.count)
        for (place, rule) in judge.rules.enumerated() { judgeNumbers[Int(rule.tally)] = Int32(place) }
        for (number, tally) in tallies.enumerated() where tally.isPart {
            judgeNumbers[number] = judgeNumbers[tally.whole]
        }
        obligationNumbers = tallies.map { Int32($0.obligation) }
        evaluate(homes)
    }

    deinit { parents.deallocate() }

    /// Numbers the populations that tallies ask, each looked up once.
    private static func populations(of tallies: [Tally], in columns: RecordColumns) -> [PopulationTest] {
        var known: [Population: Int] = [:]
        var tests: [PopulationTest] = []
        func number(_ population: Population, _ test: PopulationTest?) -> Int {
            var plain = population
            (plain.code, plain.nameZh, plain.nameEn) = ("", "", "")
            plain.subjects = .persons
            if let number = known[plain] { return number }
            tests.append(test ?? PopulationTest(population, in: columns))
            known[plain] = tests.count - 1
            return tests.count - 1
        }
        for tally in tallies {
            let reading = tally.reading
            let asksPersons = tally.space.kind == .person || reading.binding.population.subjects == .persons
            if asksPersons { tally.population = number(reading.binding.population, reading.population) }
            for tier in reading.binding.tiers ?? [] where tally.space.kind == .person {
                tally.tierPopulations.append(number(Population("", "", "", .persons, categories: [tier.category]), nil))
            }
        }
        return tests
    }

    /// Makes rows for persons who came since; their figures are yet to be counted.
    func makeRoomForPersons() {
        let wanted = columns.persons.count * personStride
        guard wanted > personRows.count else { return }
        personRows.extend(to: wanted, with: 0)
        spans.move(to: personRows)
    }

    private func evaluate(_ homes: Column<Int32>) {
        let ofPersons = tallies.indices.filter { tallies[$0].personFigures > 0 }
        // As many as one walk has lanes for; a share of hours takes two.
        var taken: [Int] = []
        var lanes = 0
        func close() {
            if taken.isEmpty { return }
            passes.append(PersonPass(tallies, taking: taken, at: moment))
            taken = []
            lanes = 0
        }
        for number in ofPersons {
            let wanted = tallies[number].reading.rule.measure == .share ? 2 : 1
            if lanes + wanted > LaneWalk.most { close() }
            taken.append(number)
            lanes += wanted
        }
        close()
        walkPersons(homes)
        walkActivities()
        judgeCollectives()
        rollUp()
    }

    /// Unit rows become sums over everything beneath; windows of which every one has the same members are filled in.
    private func rollUp() {
        for tally in tallies where tally.hasSameMembers {
            for unit in 0..<columns.units.count {
                let row = counters.start + unit * stride
                for window in tally.windows.indices.dropFirst() {
                    row[Int(tally.counters[window])] = row[Int(tally.counters[0])]
                }
            }
        }
        for unit in columns.tree.order.reversed() {
            let parent = columns.parents[Int(unit)]
            guard parent >= 0 else { continue }
            let from = counters.start + Int(unit) * stride
            let to = counters.start + Int(parent) * stride
            for column in 0..<stride { to[column] += from[column] }
        }
    }
}

extension Tally {
    /// Turnout reckoned on the as-of day: whoever is a member is one in every window.
    var hasSameMembers: Bool { reading.scheme == .turnout && reading.membership.reckoning == .asOf }
}
