import Testing

/// Every figure opens exactly the list it was counted from: each is followed and the lines are counted, page by page and in
/// the file.
@Suite("Figures and the lists behind them")
struct FigureLinkTests {
    static let days = ["", "asOf=2026-03-31", "knownAt=2026-08-31", "asOf=2026-06-30&knownAt=2026-07-31"]

    @Test(
        "are as many as was said, on every page, in both languages, as of other days and as known then", arguments: days
    )
    func counted(days: String) async throws {
        let walk = try FigureWalk(BusySite.site())
        try await walk.pages(from: days.isEmpty ? "/" : "/?\(days)", atMost: 70)
        // What is counted does not hang on the language, only how it is written: once will do.
        if days.isEmpty { try await walk.pages(from: "/?lang=en", atMost: 25) }
        #expect(walk.problems.isEmpty, "\(walk.problems.prefix(12).joined(separator: "\n"))")
        #expect(walk.figures.count > 80, "figures followed: \(walk.figures.count)")
        #expect(walk.entries > 30, "entries opened: \(walk.entries)")
    }

    @Test("a figure on a page declares what it counted, or opens the entry whose figure it is")
    func declared() async throws {
        let walk = try FigureWalk(BusySite.site())
        walk.mayFollow = false
        try await walk.pages(from: "/", atMost: 150)
        #expect(walk.undeclared.isEmpty, "\(walk.undeclared.prefix(12).joined(separator: "\n"))")
    }
}
