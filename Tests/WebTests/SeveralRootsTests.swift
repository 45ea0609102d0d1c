import LedgerEngine
import Pages
import Plans
import Records
import Testing
import Vocabulary

@testable import Books
@testable import Web

/// Two towns in one book, of which the later recorded has the lower code.
@Suite("A book with several roots")
struct SeveralRootsTests {
    static let recorded = day("2026-09-20")

    private static func site() throws -> SmallSite { try SmallSite(book: withLateRoot(SmallSite.book)) }

    /// The busy city, one of whose counties stands by itself, and a third town.
    private static func busy() throws -> SmallSite {
        var book = BusySite.book
        for place in book.units.indices where book.units[place].code == "K1" { book.units[place].parent = nil }
        return try SmallSite(plan: BusySite.plan, book: withLateRoot(book))
    }

    private static func withLateRoot(_ book: RecordBook) -> RecordBook {
        var book = book
        let start = day("2024-01-01")
        book.units += [("0S1", "上游县", UnitKind.city, nil), ("0S2", "上游镇", .township, "0S1")].map {
            OrgUnit(code: $0, name: $1, kind: $2, parent: $3, span: DaySpan(from: start), recorded: recorded)
        }
        book.units.sort { $0.code < $1.code }
        book.teams.append(
            Team(
                code: "T0", name: "上游镇理论学习中心组", kind: .studyGroup, unit: "0S2",
                dated: Dated(from: start, recorded: recorded)))
        book.teams.sort { $0.code < $1.code }
        return book
    }

    @Test("gathers of all roots what the busy city's list holds, by every narrowing", arguments: GatheringTests.queries)
    func gatheredOfBusy(query: String) throws {
        try Self.busy().site.state.read { town in
            for knownAt in [nil, BusySite.knownThen] {
                let view = try #require(try town.ledger(asOf: SmallSite.today, knownAt: knownAt))
                let filter = LedgerFilter(Query(parsing: query), in: view)
                let all = view.made.entries().count { filter.keeps($0, in: view) }
                for room in [0, 3, 100_000] {
                    let gathering = LedgerGathering(view, filter, room: room)
                    #expect(gathering.rows.reduce(0) { $0 + $1.count } == all, "with room for \(room)")
                }
            }
        }
    }

    @Test("has figures that open what they counted", arguments: ["/", "/?asOf=2026-06-30&knownAt=2026-07-31"])
    func figures(first: String) async throws {
        let walk = try FigureWalk(Self.busy())
        try await walk.pages(from: first, atMost: 60)
        #expect(walk.problems.isEmpty, "\(walk.problems.prefix(12).joined(separator: "\n"))")
        #expect(walk.figures.count > 60 && walk.entries > 20, "\(walk.figures.count), \(walk.entries)")
    }

    @Test("gathers of all roots as many rows as there are entries, however few have room")
    func gathered() throws {
        try Self.site().site.state.read { town in
            for knownAt in [nil, Self.recorded - 1] {
                let view = try #require(try town.ledger(asOf: SmallSite.today, knownAt: knownAt))
                for query in ["window=all", "kind=programme", "kind=team&window=all"] {
                    let filter = LedgerFilter(Query(parsing: query), in: view)
                    let all = view.made.entries().count { filter.keeps($0, in: view) }
                    for room in [0, 1, 100_000] {
                        let gathering = LedgerGathering(view, filter, room: room)
                        #expect(gathering.rows.reduce(0) { $0 + $1.count } == all, "\(query), room for \(room)")
                    }
                }
            }
        }
    }

    @Test("is named by the first root that was known, and is the sum of all")
    func named() throws {
        try Self.site().site.state.read { town in
            let now = try #require(try town.ledger(asOf: SmallSite.today))
            let then = try #require(try town.ledger(asOf: SmallSite.today, knownAt: Self.recorded - 1))
            #expect(now.live.wholeSubject.code == "0S1" && then.live.wholeSubject.code == "U1")
            for view in [now, then] {
                for obligation in view.edition.obligations {
                    let whole = try #require(view.whole(obligation.id))
                    let rows = view.made.entries().filter {
                        $0.obligation == obligation.id && $0.subject.kind == .rollUp && $0.from == whole.from
                            && view.directory.unit($0.unit)?.parent == nil
                    }
                    guard whole.subject.kind == .rollUp else { continue }
                    #expect(whole.population == rows.reduce(0) { $0 + ($1.population ?? 0) })
                }
            }
            #expect(now.summary.holds("0S1") && now.summary.holds("U1"))
            #expect(!then.summary.holds("0S1") && !then.summary.holds("U1"))
        }
    }

    @Test("shows each root among the units, and opens every page", arguments: ["/", "/units", "/ledger", "/plan"])
    func shown(path: String) async throws {
        let page = try await Self.site().get(path)
        #expect(page.status == 200)
        #expect(page.text.contains("<small>上游县、河畔县</small>"))
        if path == "/" || path == "/units" {
            #expect(page.text.contains(">上游县</a>") && page.text.contains(">河畔县</a>"))
        }
    }
}
