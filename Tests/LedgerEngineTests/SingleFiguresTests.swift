import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// A picture of a whole town is laid out from bare figures: they may say nothing else than the entries do.
@Suite("Bare figures of units and teams are those of their entries")
struct SingleFiguresTests {
    @Test("in worlds drawn from a seed, on several days", arguments: seeds(1...12))
    func seeded(seed: UInt64) throws {
        let rules = seed.isMultiple(of: 2) ? SmallWorld.rules : SmallWorld.growthRules
        let book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
        let evaluator = Evaluator(edition: try SmallWorld.edition(rules), columns: RecordColumns(book))
        let subjects: [(Subject.Kind, [String])] = [
            (.unit, book.units.map(\.code) + ["nowhere"]), (.team, book.teams.map(\.code)),
        ]
        var compared = 0
        for iso in ["2025-06-30", "2026-03-11"] {
            let live = evaluator.live(asOf: try #require(Day(iso: iso)))
            for obligation in live.edition.obligations {
                guard let figures = live.singleFigures(of: obligation.id) else { continue }
                for (kind, codes) in subjects where kind == figures.kind {
                    let numbers = live.numbers(of: kind, codes)
                    for (place, window) in figures.windows.enumerated() {
                        let held = figures.held(by: numbers, window: place, of: 3)
                        for (code, (number, held)) in zip(codes, zip(numbers, held)) {
                            let entry = live.entry(
                                obligation: obligation.id, subject: Subject(kind, code), from: window.from)
                            let figure = figures.figure(number, window: place)
                            #expect(figure?.done == entry?.done, "\(obligation.id) \(code)")
                            #expect(figure?.isMet == entry.map { $0.standing == .met }, "\(obligation.id) \(code)")
                            let whole = entry.map { max(Int($0.done), $0.standing == .met ? 3 : 0) } ?? -1
                            #expect(Int(held) == whole, "\(obligation.id) \(code)")
                            if let entry { #expect(figures.required == entry.required && window.to == entry.to) }
                            compared += 1
                        }
                    }
                }
            }
        }
        #expect(compared > 20)
    }

    @Test("a subject or a window that is not there has none") func outside() throws {
        let edition = try SmallWorld.edition()
        let book = try ScenarioTown(SmallWorld.frame).book
        let live = Evaluator(edition: edition, columns: RecordColumns(book)).live(
            asOf: try #require(Day(iso: "2025-06-30")))
        let figures = try #require(live.singleFigures(of: "1.2"))
        for (subject, window) in [(-1, 0), (Int32.max, 0), (0, -1), (0, 99)] {
            #expect(figures.figure(subject, window: window) == nil)
            #expect(figures.held(by: [subject], window: window, of: 1) == [-1])
        }
        #expect(
            live.singleFigures(of: "1.4") == nil && live.singleFigures(of: "9.9") == nil, "asked of people; unknown")
    }
}
