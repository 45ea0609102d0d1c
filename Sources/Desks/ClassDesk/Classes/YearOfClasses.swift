import Books
import LedgerEngine
import Pages
import Plans
import Storage
import Store
import Vocabulary

/// What the plan in force asks of the year in classes and people, against what was held and what is on its way (年度对照).
struct YearOfClasses {
    struct Line {
        var obligation: Obligation
        var entry: LedgerEntry
        /// Classes that were applied for or approved and are not closed.
        var underWay: Int
        /// What these would add to the figure: classes, or people.
        var adds: Double

        var expected: Double { entry.done + adds }
        var missing: Double { max(0, entry.required - expected) }
    }

    let lines: [Line]

    init(_ ask: Ask, _ view: LedgerView) throws {
        lines = try view.edition.obligations.compactMap { obligation in
            guard let classes = OwedInClasses(obligation),
                let entry = view.whole(obligation.id)
            else { return nil }
            let found = try ask.all(
                TrainingClass.self, where: classes.underWay(in: entry.from, entry.to), order: "code")
            let adds = classes.countsPeople ? found.reduce(0) { $0 + $1.scheme.heads } : found.count
            return Line(obligation: obligation, entry: entry, underWay: found.count, adds: Double(adds))
        }
    }
}

/// An obligation of the programme that is met by holding classes: which of them count for it.
struct OwedInClasses {
    let kinds: [ClassKind]
    private let topics: [Topic]
    private let audience: [PersonCategory]
    let countsPeople: Bool

    /// Nil where it asks for something else.
    init?(_ obligation: Obligation) {
        guard let binding = obligation.binding, obligation.rule.bearer == .programme,
            [.count, .headcount].contains(obligation.rule.measure), !obligation.rule.isTurnout,
            let asked = binding.kinds
        else { return nil }
        kinds = ClassKind.allCases.filter { asked.contains($0.activity) }
        guard !kinds.isEmpty else { return nil }
        topics = binding.topics
        countsPeople = obligation.rule.measure == .headcount
        // People of certain categories come from classes that are meant for them.
        audience = binding.audience.isEmpty && countsPeople ? binding.population.categories : binding.audience
    }

    /// As a condition of the table: the figure and the list that it opens cannot disagree.
    func underWay(in first: Day, _ last: Day?) -> SQL {
        var condition: SQL = """
            \(TrainingClass.isWanted) and not \(TrainingClass.isClosed)
            and kind in (\(list: kinds.map(\.rawValue))) and opening_day >= \(first)
            """
        if let last { condition = "\(condition) and opening_day <= \(last)" }
        for topic in topics {
            condition = "\(condition) and code in (select class from class_topics where topic = \(topic.rawValue))"
        }
        if !audience.isEmpty {
            condition = """
                \(condition) and code in (
                    select class from class_audiences where category in (\(list: audience.map(\.rawValue))))
                """
        }
        return condition
    }

    /// Of the list: classes on their way towards an obligation, in the year of the day.
    static let filter = ListFilter(
        name: "obligation", words: Words("在办班次，计入", "Under way towards"), control: nil
    ) { ask, typed in
        let parts = typed.split(separator: " ").map(String.init)
        guard let id = parts.first, parts.count <= 3,
            let edition = try ask.reading.edition(inForceOn: ask.context.asOf, knownAt: ask.context.knownAt)?.edition,
            let obligation = edition.obligations.first(where: { $0.id == id }), let owed = OwedInClasses(obligation),
            let first = parts.dropFirst().first.flatMap({ Day(iso: $0) })
        else { return nil }
        return (id, owed.underWay(in: first, parts.dropFirst(2).first.flatMap { Day(iso: $0) }))
    }
}

extension Ask {
    func yearOfClasses() throws -> Page {
        let title = Words("年度办班对照", "The year in classes")
        var page = Page(title)
        page.crumbs = [Frame.Crumb(text: say(TrainingClass.listing.words), address: context.link("/classes"))]
        guard let view = try town.ledger(asOf: context.asOf) else {
            return Page(
                title,
                .sheet(
                    .emptyState(
                        Words("没有生效的方案", "No plan is in force"),
                        .say(
                            "发布方案后，这里对照应办、已办和在办的班次。",
                            "Once a plan is published, owed, held and planned stand side by side."),
                        acts: .act("/plan", Words("方案", "The plan"), .primary))))
        }
        let year = try YearOfClasses(self, view)
        page.content = .sheet(
            year.lines.isEmpty
                ? .emptyState(title, .say("方案没有对办班的要求。", "The plan asks for no classes."))
                : .part(title, year.table(view, self)))
        let short = year.lines.count { $0.missing > 0 }
        page.sentence = .say(
            "\(year.lines.count)条办班要求，加上在办的班次，还有\(short)条不够。",
            "\(year.lines.count) obligations ask for classes; with those under way, \(short) would still fall short.")
        return page
    }
}

extension YearOfClasses {
    fileprivate func table(_ view: LedgerView, _ ask: Ask) -> HTML {
        let heads = [
            DataHead(.say("要求", "Obligation"), .lead), DataHead(.say("应完成", "Owed"), .meta, isNumber: true),
            DataHead(.say("已完成", "Held"), .meta, isNumber: true),
            DataHead(.say("在办班次", "Under way"), .meta, isNumber: true),
            DataHead(.say("预计", "Expected"), .meta, isNumber: true),
            DataHead(.say("还差", "Short by"), .end, isNumber: true),
        ]
        return .data(
            .say("年度办班对照", "The year in classes"), heads,
            lines.map { line in
                let days = "\(line.entry.from.iso)\(line.entry.to.map { " \($0.iso)" } ?? "")"
                let list = ask.context.link("/classes", ("obligation", "\(line.obligation.id) \(days)"))
                return [
                    .group([
                        .b(.text(line.obligation.id)), " ", .text(view.sentence(line.obligation, ask.context.language)),
                    ]),
                    .text(Figure.plain(line.entry.required)),
                    .a(.href(ask.context.link(toWhole: line.entry, in: view)), .text(Figure.plain(line.entry.done))),
                    .a(.href(list), .text(String(line.underWay))), .text(Figure.plain(line.expected)),
                    line.missing > 0
                        ? .standing(.behind, Words(Figure.plain(line.missing), Figure.plain(line.missing)))
                        : .standing(.met, Words("够", "enough")),
                ]
            })
    }
}
