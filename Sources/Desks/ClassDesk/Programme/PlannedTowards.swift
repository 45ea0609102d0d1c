import Books
import LedgerEngine
import Pages
import Plans
import Store
import Vocabulary

extension OwedInClasses {
    /// Lines of the programme that count towards it, by the months of its window.
    func lines(in first: Day, _ last: Day?) -> SQL {
        let (from, to) = (LineScheme.month(of: first), last.map(LineScheme.month))
        var condition: SQL = """
            \(counting(.lines)) and cast(programme as integer) * 12 + month >= \(from)
            """
        if let to { condition = "\(condition) and cast(programme as integer) * 12 + month <= \(to)" }
        return condition
    }

    /// What a line comes to in its figure.
    func adds(_ scheme: LineScheme) -> Double { Double(countsPeople ? scheme.personTimes : scheme.runs) }
}

extension LineScheme {
    /// Months in a row over the years, so that windows of any length can be asked for.
    static func month(of day: Day) -> Int { day.year * 12 + day.month }
    var month: Int { year * 12 + time.month }
}

/// What one line adds to what the programme of its year comes to, by every obligation that it counts for.
struct LineAdds {
    struct Part {
        var line: YearOfClasses.Line
        var adds: Double
        /// What of the programme counts without it.
        var others: Double
    }

    let parts: [Part]
    /// Nil: no plan is in force then.
    let hasPlan: Bool
    let view: LedgerView?

    /// `code`: of the line itself, which is not counted twice.
    init(_ scheme: LineScheme, besides code: String = "", _ ask: Ask) throws {
        view = try ask.ledger(ofYear: scheme.year)
        hasPlan = view != nil
        guard let view else {
            parts = []
            return
        }
        // What others have planned is a sum here, and names nobody's drafts.
        parts = try YearOfClasses(ask, view, besides: code, for: .everybody).lines.compactMap { line in
            guard let owed = OwedInClasses(line.obligation),
                owed.counts(kind: scheme.kind, topics: scheme.topics, audience: scheme.audience),
                LineScheme.month(of: line.entry.from) <= scheme.month,
                line.entry.to.map({ scheme.month <= LineScheme.month(of: $0) }) ?? true
            else { return nil }
            return Part(line: line, adds: owed.adds(scheme), others: line.planned)
        }
    }

    func html(_ ask: Ask) -> HTML {
        guard let view else { return .nothing }
        let words = Words("对方案要求的作用", "What it counts for")
        if parts.isEmpty {
            return .warning(
                .behind, .say("这个项目不计入方案的任何一条办班要求", "It counts for no obligation of the plan that asks for classes"))
        }
        return .part(
            words,
            .data(
                .words(words),
                [
                    DataHead(.say("要求", "Obligation"), .lead),
                    DataHead(.say("应完成", "Owed"), .meta, isNumber: true, unit: Words("应完成", "owed")),
                    DataHead(
                        .say("已列入其他项目", "Planned besides"), .meta, isNumber: true,
                        unit: Words("已列入其他项目", "planned besides")),
                    DataHead(.say("本项", "This line"), .meta, isNumber: true, unit: Words("本项", "this line")),
                    DataHead(.say("还差", "Short by"), .end, isNumber: true, unit: Words("还差", "short by")),
                ],
                parts.map { part in
                    let short = max(0, part.line.entry.required - part.others - part.adds)
                    return [
                        .group([
                            .b(.text(part.line.obligation.id)), " ",
                            .text(view.sentence(part.line.obligation, ask.context.language)),
                        ]),
                        .text(Figure.plain(part.line.entry.required)), .text(Figure.plain(part.others)),
                        .text("+" + Figure.plain(part.adds)),
                        short > 0
                            ? .standing(.behind, Words(Figure.plain(short), Figure.plain(short)))
                            : .standing(.met, Words("够", "enough")),
                    ]
                }))
    }
}

extension Ask {
    /// The ledger by which a year is planned: today's for the year that runs, else that of its last day. Nil where no plan is
    /// in force on it.
    func ledger(ofYear year: Int) throws -> LedgerView? {
        let day = planDay(ofYear: year)
        // Today's ledger is there; of another day only what classes count for is worked out.
        guard day != context.asOf else { return try town.ledger(asOf: day, knownAt: context.knownAt) }
        return try town.ledger(asOf: day, knownAt: context.knownAt, part: "classes") { OwedInClasses($0) != nil }
    }

    func planDay(ofYear year: Int) -> Day {
        year == context.asOf.year ? context.asOf : Day(year: year, month: 12, day: 31) ?? context.asOf
    }
}
