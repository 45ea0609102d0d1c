import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Sums up the unit tree")
struct TreeTests {
    @Test(
        "a roll-up is what belongs to the unit itself and the roll-ups of the units beneath it",
        arguments: seeds(1...20))
    func rollUps(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let entries = world.evaluator.ledger(asOf: world.asOf).entries
        var compared = 0
        for obligation in world.edition.obligations {
            let own = entries.filter { $0.obligation == obligation.id }
            // Of members reached, and of persons who are not named, the parts themselves are not in the ledger.
            let hasParts = own.contains { [.unit, .team, .person, .activity].contains($0.subject.kind) }
            for rollUp in own where rollUp.subject.kind == .rollUp {
                let children = world.book.units.filter { $0.parent == rollUp.unit }.map(\.code)
                let beneath = own.filter {
                    $0.subject.kind == .rollUp && children.contains($0.unit) && $0.from == rollUp.from
                        && $0.to == rollUp.to
                }
                let parts = own.filter { entry in
                    guard entry.subject.kind != .rollUp, entry.unit == rollUp.unit, entry.standing != .doesNotApply,
                        entry.subject.kind != .programme
                    else { return false }
                    // Activities are summed by year, persons from their appointment all together.
                    return (entry.from == rollUp.from && entry.to == rollUp.to)
                        || (entry.subject.kind == .activity || obligation.rule.measure == .deadline)
                            && entry.from >= rollUp.from && (rollUp.to.map { entry.from <= $0 } ?? true)
                }
                let population = beneath.reduce(0) { $0 + ($1.population ?? 0) }
                let done = beneath.reduce(0) { $0 + $1.done }
                if hasParts {
                    #expect(rollUp.population == population + parts.count, "\(obligation.id) \(rollUp.line)")
                    let met = parts.count { $0.standing == .met }
                    #expect(rollUp.done == done + Double(met), "\(obligation.id) \(rollUp.line)")
                    compared += 1
                } else {
                    #expect(rollUp.population ?? 0 >= population && rollUp.done >= done)
                }
            }
            for whole in own where whole.subject.kind == .programme && (whole.population ?? 0) > 0 {
                let root = own.first { $0.subject == Subject(.rollUp, "C") && $0.from == whole.from }
                #expect(root?.done == whole.done && root?.population == whole.population)
            }
        }
        #expect(compared > 10)
    }
}
