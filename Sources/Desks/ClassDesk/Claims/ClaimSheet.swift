import Pages
import Store
import Vocabulary

/// Many claims as a sheet that is handed in, or its cells pasted.
struct ClaimSheet: Sendable {
    var file: EvidenceFile?
    var cells = ""

    static let form = Form<ClaimSheet>(
        .init(
            Words("表格", "The sheet"),
            .sheetFile(\.file), .sheetCells(\.cells)))

    /// So many rows at once.
    static let mostRows = 500
    private static let mostPeople = 5000
    private static let mostTold = 20

    /// What the sheet says, and everything that is wrong with it, row by row.
    func read(_ ask: Ask) throws -> (schemes: [ClaimScheme], problems: [ClaimProblem]) {
        var people = 0
        var taken = try ClaimScheme.template.taken(
            from: file, cells, most: Self.mostRows, into: ClaimScheme(unit: ask.reader.unit ?? ""), ask
        ) { scheme, _ in
            people += scheme.people.count
            let found = scheme.problems(on: ask.today)
            return (try people > Self.mostPeople ? found : found + scheme.strangers(in: ask.reading)).map(\.words)
        }
        if people > Self.mostPeople {
            taken.problems.insert(
                Words("一次最多导入\(Self.mostPeople)人次", "At most \(Self.mostPeople) participations at once"), at: 0)
        }
        return (taken.drafts, taken.told(Self.mostTold).map { .row($0) })
    }
}
