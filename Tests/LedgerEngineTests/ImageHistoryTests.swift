import Plans
import Records
import Testing
import Vocabulary

@testable import LedgerEngine

/// Columns that took in records, written as an image, read again, and taking in more.
@Suite("An image of columns that have changed")
struct ImageHistoryTests {
    @Test("counts as they did, and takes in what comes as they would have", arguments: seeds(1...24))
    func image(seed: UInt64) throws {
        var history = try History(seed: seed &+ 100)
        let edition = try seed.isMultiple(of: 2) ? SmallWorld.edition(SmallWorld.growthRules) : SmallWorld.edition()
        let asOf = try #require(Day(iso: "2026-01-11"))
        var columns = RecordColumns(history.book)
        for round in 1...3 {
            for _ in 1...(round * 2) {
                let live = Evaluator(edition: edition, columns: columns).live(asOf: asOf)
                if let change = try history.next() { live.take(change) }
            }
            columns = try readAgain(columns)

            let found = Evaluator(edition: edition, columns: columns).ledger(asOf: asOf).entries
            let anew = Evaluator(edition: edition, records: history.book).ledger(asOf: asOf).entries
            #expect(found == anew, "round \(round), \(history.told)")
            #expect(tales(edition, columns, found, asOf) == tales(edition, RecordColumns(history.book), anew, asOf))
        }
    }

    /// What is counted for some entries, and what is not and why.
    private func tales(
        _ edition: PlanEdition, _ columns: RecordColumns, _ entries: [LedgerEntry], _ asOf: Day
    ) -> [Explanation?] {
        let live = Evaluator(edition: edition, columns: columns).live(asOf: asOf)
        return stride(from: 0, to: entries.count, by: 17).map {
            live.explain(obligation: entries[$0].obligation, subject: entries[$0].subject, from: entries[$0].from)
        }
    }

    private func readAgain(_ columns: RecordColumns) throws -> RecordColumns {
        var bytes: [UInt8] = []
        try columns.writeImage(mark: "test") { bytes.append(contentsOf: $0) }
        let room = Memory(byteCount: bytes.count)
        room.start.copyMemory(from: bytes, byteCount: bytes.count)
        return try RecordColumns(image: room.start, byteCount: bytes.count, lender: room)
    }
}
