import Books
import LedgerEngine
import Pages
import Plans
import Storage
import Store
import Vocabulary

/// What the plan in force asks of the year in classes and people: what its programme plans, what was held and what is on its
/// way (年度对照).
struct YearOfClasses {
    struct Line {
        var obligation: Obligation
        var entry: LedgerEntry
        /// What lines in the programme come to, and those that are not decided yet.
        var planned: Double
        var asked: Double
        /// Classes that were applied for or approved and are not closed.
        var underWay: Int
        /// What these would add to the figure: classes, or people.
        var adds: Double

        var expected: Double { entry.done + adds }
        var missing: Double { max(0, entry.required - expected) }
        var stillToPlan: Double { max(0, entry.required - planned) }

        /// The list of those on their way, and of the lines that count.
        var classes: String { "/classes?\(Query([("obligation", window)]).text)" }
        func lines(_ scope: LineScope) -> String {
            "\(ProgrammeLine.listAddress)?\(Query([("obligation", window), ("in", scope.rawValue)]).text)"
        }
        private var window: String { "\(obligation.id) \(entry.from.iso)\(entry.to.map { " \($0.iso)" } ?? "")" }
    }

    let lines: [Line]

    /// - Parameters:
    ///   - besides: a line of the programme that is not counted, for it is being looked at.
    ///   - reader: whose lines are counted, where that is not who asks.
    init(_ ask: Ask, _ view: LedgerView, besides code: String = "", for reader: Reader? = nil) throws {
        lines = try view.edition.obligations.compactMap { obligation in
            guard let owed = OwedInClasses(obligation),
                let entry = view.whole(obligation.id)
            else { return nil }
            let found = try ask.all(
                TrainingClass.self, where: owed.underWay(in: entry.from, entry.to), order: "code")
            let adds = owed.countsPeople ? found.reduce(0) { $0 + $1.scheme.heads } : found.count
            func planned(_ scope: LineScope) throws -> Double {
                try ask.reading.all(
                    ProgrammeLine.self, for: reader ?? ask.reader,
                    where: "\(SQL.allBut(code)) and \(scope.condition) and \(owed.lines(in: entry.from, entry.to))"
                ).reduce(0) { $0 + owed.adds($1.scheme) }
            }
            return Line(
                obligation: obligation, entry: entry, planned: try planned(.programme), asked: try planned(.asked),
                underWay: found.count, adds: Double(adds))
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
        // Where another figure does as well nobody can say how many classes are owed.
        guard let binding = obligation.binding, obligation.rule.bearer == .programme, !obligation.rule.isEither,
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
            \(TrainingClass.isWanted) and not \(TrainingClass.isClosed) and \(counting(.classes))
            and opening_day >= \(first)
            """
        if let last { condition = "\(condition) and opening_day <= \(last)" }
        return condition
    }

    /// What counts towards it: classes, or lines of the programme, each with its own tables.
    enum Counted { case classes, lines }

    func counting(_ counted: Counted) -> SQL {
        let (topicsOf, audiencesOf): (SQL, SQL) =
            switch counted {
            case .classes: ("select class from class_topics", "select class from class_audiences")
            case .lines: ("select line from line_topics", "select line from line_audiences")
            }
        var condition: SQL = "kind in (\(list: kinds.map(\.rawValue)))"
        for topic in topics {
            condition = "\(condition) and code in (\(topicsOf) where topic = \(topic.rawValue))"
        }
        if !audience.isEmpty {
            condition =
                "\(condition) and code in (\(audiencesOf) where category in (\(list: audience.map(\.rawValue))))"
        }
        return condition
    }

    /// The same of what is only written down yet.
    func counts(kind: ClassKind, topics given: [Topic], audience meant: [PersonCategory]) -> Bool {
        kinds.contains(kind) && topics.allSatisfy(given.contains)
            && (audience.isEmpty || audience.contains(where: meant.contains))
    }

    /// Of the lists: classes on their way towards an obligation, or lines that count for it, in the window of the day.
    static func filter(_ counted: Counted) -> ListFilter {
        ListFilter(
            name: "obligation",
            words: counted == .classes
                ? Words("在办班次，计入", "Under way towards") : Words("计入", "Counting towards"), control: nil
        ) { ask, typed in
            let parts = typed.split(separator: " ").map(String.init)
            guard let id = parts.first, parts.count <= 3,
                let edition = try ask.reading.edition(inForceOn: ask.context.asOf, knownAt: ask.context.knownAt)?
                    .edition,
                let obligation = edition.obligations.first(where: { $0.id == id }),
                let owed = OwedInClasses(obligation),
                let first = parts.dropFirst().first.flatMap({ Day(iso: $0) })
            else { return nil }
            let last = parts.dropFirst(2).first.flatMap { Day(iso: $0) }
            return (
                id,
                counted == .classes ? owed.underWay(in: first, last) : owed.lines(in: first, last)
            )
        }
    }
}

extension Ask {
    /// The year that the day lies in, or the one that the address names.
    func yearOfClasses() throws -> Page {
        let title = Words("年度办班对照", "The year in classes")
        var page = Page(title)
        page.crumbs = [Frame.Crumb(text: say(TrainingClass.listing.words), address: context.link("/classes"))]
        let year = query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? context.asOf.year
        guard let view = try ledger(ofYear: year) else {
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
        let found = try YearOfClasses(self, view)
        var place = context
        place.asOf = planDay(ofYear: year)
        page.content = .sheet(
            found.lines.isEmpty
                ? .emptyState(title, .say("方案没有对办班的要求。", "The plan asks for no classes."))
                : .part(
                    title, aside: .text(String(year)),
                    reader.unit == nil
                        ? .nothing
                        : .p(
                            .class("quiet"),
                            .say("计划只计本单位编报的项目。", "Of the programme, your own unit's lines are counted.")),
                    found.table(view, place)))
        let short = found.lines.count { $0.missing > 0 }
        page.sentence = .say(
            "\(found.lines.count)条办班要求，加上在办的班次，还有\(short)条不够。",
            "\(found.lines.count) obligations ask for classes; with those under way, \(short) would still fall short.")
        return page
    }
}

extension YearOfClasses {
    fileprivate func table(_ view: LedgerView, _ place: PageContext) -> HTML {
        let heads = [
            DataHead(.say("要求", "Obligation"), .lead),
            DataHead(.say("应完成", "Owed"), .meta, isNumber: true, unit: Words("应完成", "owed")),
            DataHead(.say("计划列入", "Planned"), .meta, isNumber: true, unit: Words("计划列入", "planned")),
            DataHead(.say("已完成", "Held"), .meta, isNumber: true, unit: Words("已完成", "held")),
            DataHead(.say("在办班次", "Under way"), .meta, isNumber: true, unit: Words("在办班次", "under way")),
            DataHead(.say("预计", "Expected"), .meta, isNumber: true, unit: Words("预计", "expected")),
            DataHead(.say("还差", "Short by"), .end, isNumber: true, unit: Words("还差", "short by")),
        ]
        return .data(
            .say("年度办班对照", "The year in classes"), heads,
            lines.map { line in
                [
                    .group([
                        .b(.text(line.obligation.id)), " ", .text(view.sentence(line.obligation, place.language)),
                    ]),
                    .text(Figure.plain(line.entry.required)),
                    .link(line.lines(.programme), .text(Figure.plain(line.planned))),
                    .a(.href(place.link(toWhole: line.entry, in: view)), .text(Figure.plain(line.entry.done))),
                    .link(line.classes, .text(String(line.underWay))), .text(Figure.plain(line.expected)),
                    line.missing > 0
                        ? .standing(.behind, Words(Figure.plain(line.missing), Figure.plain(line.missing)))
                        : .standing(.met, Words("够", "enough")),
                ]
            })
    }
}
