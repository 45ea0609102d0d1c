import Plans
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
    /// Person by person.
    var personFigures: Column<Int32>
    let personStride: Int
    /// When persons belonged to each population that is asked about.
    var spans: [Spans] = []
    var tests: [PopulationTest] = []
    /// The same as bare memory, for the inner loops; `spans` keeps it.
    var stretches: UnsafeMutablePointer<BareFigures.Stretches>
    let parents: UnsafeMutablePointer<Int32>
    var judge: PersonJudge
    /// By tally: its rule in `judge`, and the place of its obligation.
    var judgeNumbers: [Int32] = []
    var obligationNumbers: [Int32] = []
    var passes: [PersonPass] = []
    /// Persons counted in head counts, by tally.
    var metPersons: [Int: MetPersons] = [:]
    let workers: Workers
    var columns: RecordColumns { moment.columns }

    init(_ edition: PlanEdition, readings: [String: RuleReading], at moment: Moment, by workers: Workers) {
        self.moment = moment
        self.workers = workers
        obligations = edition.obligations
        var tallies: [Tally] = []
        var next = 0
        var slot: Int32 = 0
        let isInForce = edition.inForce.number <= moment.asOf
        inForce = isInForce ? edition.inForce : nil
        numbers = edition.obligations.enumerated().map { place, obligation -> Int? in
            guard isInForce, let reading = readings[obligation.id] else { return nil }
            let tally = Tally(reading, of: place, inForce: edition.inForce, at: moment, firstCounter: next)
            next += tally.counterCount
            if tally.personFigures > 0 { tally.personSlot = slot }
            slot += Int32(tally.personFigures)
            tallies.append(tally)
            return tallies.count - 1
        }
        stride = next
        personStride = Int(slot)
        counters = Column(repeating: 0, count: next * moment.columns.units.count)
        // Filled by the workers who walk the persons, each their own part.
        personFigures = Column(unfilled: Int(slot) * moment.columns.persons.count)
        self.tallies = tallies
        stretches = .allocate(capacity: 1)
        parents = .allocate(capacity: max(1, moment.columns.units.count))
        for (unit, parent) in moment.columns.parents.enumerated() { parents[unit] = parent }
        judge = PersonJudge([], at: moment, by: .one)
        readPopulations()
        judge = PersonJudge(self.tallies, at: moment, by: workers)
        judgeNumbers = [Int32](repeating: -1, count: tallies.count)
        for (place, rule) in judge.rules.enumerated() { judgeNumbers[Int(rule.tally)] = Int32(place) }
        obligationNumbers = tallies.map { Int32($0.obligation) }
        evaluate()
    }

    deinit {
        stretches.deallocate()
        parents.deallocate()
    }

    /// Which spans each tally asks, each population looked up once.
    private func readPopulations() {
        var known: [Population: Int] = [:]
        func number(_ population: Population, _ test: PopulationTest?) -> Int {
            var plain = population
            (plain.code, plain.nameZh, plain.nameEn) = ("", "", "")
            plain.subjects = .persons
            if let number = known[plain] { return number }
            let test = test ?? PopulationTest(population, in: columns)
            tests.append(test)
            spans.append(Spans(test, at: moment, by: workers))
            known[plain] = spans.count - 1
            return spans.count - 1
        }
        for index in tallies.indices {
            let reading = tallies[index].reading
            let asksPersons =
                tallies[index].space.kind == .person || reading.binding.population.subjects == .persons
            if asksPersons { tallies[index].spans = number(reading.binding.population, reading.population) }
            for tier in reading.binding.tiers ?? [] where tallies[index].space.kind == .person {
                tallies[index].tierSpans.append(
                    number(Population("", "", "", .persons, categories: [tier.category]), nil))
            }
        }
        pointAtSpans()
    }

    private func pointAtSpans() {
        stretches.deallocate()
        stretches = .allocate(capacity: max(1, spans.count))
        for (index, one) in spans.enumerated() {
            stretches[index] = BareFigures.Stretches(froms: one.froms.start, untils: one.untils.start)
        }
    }

    private func evaluate() {
        let ofPersons = tallies.indices.filter { tallies[$0].personFigures > 0 }
        // As many as one walk has lanes for; a share of hours takes two.
        var taken: [Int] = []
        var lanes = 0
        func close() {
            if taken.isEmpty { return }
            let spansOf = tallies.map(\.spans)
            passes.append(PersonPass(tallies, taking: taken, spansOf: { spansOf[$0] }, at: moment))
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
        walkPersons()
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
        for unit in columns.unitOrder.reversed() {
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
