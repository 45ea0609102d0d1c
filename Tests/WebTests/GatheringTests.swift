import LedgerEngine
import Pages
import Testing
import Vocabulary

@testable import Books
@testable import Web

/// Of a province the ledger's list is gathered, and units stand for those who are too many to list.
@Suite("Rows that stand for many")
struct GatheringTests {
    static let queries = [
        "standing=owed&window=current", "standing=met", "standing=overdue&window=all", "due=30",
        "ends=30&standing=owed",
        "standing=late", "standing=owed&unit=K1", "standing=owed&unit=D01&window=all", "kind=units&standing=late",
        "kind=own&standing=owed&unit=D01", "kind=own&standing=owed", "kind=team&standing=owed",
        "kind=unit&standing=late",
        "kind=person&standing=owed&window=all", "kind=activity&standing=overdue&window=all", "kind=programme",
        "kind=rollUp&unit=D02&window=all", "yearly=2026&window=all", "task=3&standing=owed&window=all",
        "obligation=3.1&from=2026-07-01&standing=owed",
    ]

    @Test("are together as many as the entries that there are, however few have room", arguments: queries)
    func together(query: String) throws {
        let small = try BusySite.site()
        try small.site.state.read { town in
            let view = try #require(try town.ledger(asOf: SmallSite.today))
            let filter = LedgerFilter(Query(parsing: query), in: view)
            #expect(filter.slips.isEmpty, "\(filter.slips)")
            let all = view.made.entries().count { filter.keeps($0, in: view) }
            for room in [0, 3, 30, 100_000] {
                let gathering = LedgerGathering(view, filter, room: room)
                #expect(gathering.rows.reduce(0) { $0 + $1.count } == all, "with room for \(room)")
                #expect(room < 100_000 || !gathering.isSummed && gathering.rows.count == all)
            }
        }
    }
}
