import Pages
import Records
import Storage
import Store
import Vocabulary

/// Who is away on a day, or was in a year: where they came from and where they went, as a picture with its table.
enum FlowPage {
    static let address = "/secondments/flow"
    static let words = Words("从哪里来，到哪里去", "Where from, where to")

    static func page(_ ask: Ask) throws -> Page {
        let kind = ask.query["kind"].flatMap(SecondmentKind.init)
        let year = ask.query.number("year").flatMap { (1990...2099).contains($0) ? $0 : nil }
        let told = year == nil ? SecondmentTold.away : .started
        var condition = told.condition(on: ask.toldDay)
        var narrowed = [("told", told.rawValue)]
        if let kind {
            condition = "\(condition) and kind = \(kind)"
            narrowed.append(("kind", kind.rawValue))
        }
        if let year {
            condition = "\(condition) and \(SQL.days(of: year, column: "from_day"))"
            narrowed.append(("year", String(year)))
        }
        // As the list has them that a figure opens, for the day that the address asks for.
        let all = try Secondment.listing.all(ask, where: condition)
        let counts = try counted(all, ask)
        let list = { (more: [(String, String)]) in
            ask.context.link(Secondment.listAddress, (narrowed + more).map { ($0.0, $0.1) })
        }
        var page = Page(
            words, crumbs: [Secondment.home], hasAsOf: true,
            .sheet(
                .section(chooser(kind, year, ask)),
                all.isEmpty
                    ? .emptyState(
                        Words("没有人", "Nobody"),
                        .say("您管理范围内没有这样的挂职。", "There is no such secondment within your reach."))
                    : .group([
                        .section(FlowPicture(counts: counts).html()),
                        .part(Words("数据", "Figures"), id: "figures", table(counts, list)),
                    ])))
        page.sentence = .group([
            year.map { .say("拟在\($0)年开始、已经报到的", "To begin in \($0), and reported for work: ") } ?? when(ask),
            .figureLink(all.count, list([])), .say("人。", "."),
        ])
        return page
    }

    private static func when(_ ask: Ask) -> HTML {
        ask.isOfAnotherDay
            ? .say("\(ask.toldDay.iso)在外", "Away on \(ask.toldDay.iso): ") : .say("现在在外", "Away now: ")
    }

    /// By the kinds of the two units.
    static func counted(_ all: [Secondment], _ ask: Ask) throws -> [FlowCount] {
        var counts: [FlowPlace: [FlowPlace: Int]] = [:]
        for secondment in all {
            guard let home = try ask.naming.unit(secondment.home) else { continue }
            let isOutside = try ask.post(secondment.post)?.scheme.outside.isEmpty == false
            let host = try ask.naming.unit(secondment.host).map { FlowPlace($0.kind) } ?? .outside
            counts[FlowPlace(home.kind), default: [:]][isOutside ? .outside : host, default: 0] += 1
        }
        return FlowPlace.allCases.flatMap { from in
            FlowPlace.allCases.compactMap { to in
                counts[from]?[to].map { FlowCount(from: from, to: to, count: $0) }
            }
        }
    }

    private static func chooser(_ kind: SecondmentKind?, _ year: Int?, _ ask: Ask) -> HTML {
        func link(_ words: Words, _ other: SecondmentKind?, _ when: Int?) -> HTML {
            if other == kind, when == year { return .b(.words(words)) }
            let parts = [other.map { "kind=\($0.rawValue)" }, when.map { "year=\($0)" }].compactMap { $0 }
            return .link(parts.isEmpty ? address : "\(address)?\(parts.joined(separator: "&"))", .words(words))
        }
        let kinds = [link(Words("全部", "All"), nil, year)] + SecondmentKind.allCases.map { link($0.words, $0, year) }
        let whens =
            [link(Words("在外", "Away"), kind, nil)]
            + (0..<3).map { ask.toldDay.year - $0 }.map { link(Words("\($0)年", String($0)), kind, $0) }
        return .group([
            .p(.each(kinds) { .group([$0, " "]) }), .p(.each(whens) { .group([$0, " "]) }),
        ])
    }

    /// Each figure opens its people.
    private static func table(_ counts: [FlowCount], _ list: ([(String, String)]) -> String) -> HTML {
        .data(
            .words(words),
            [
                DataHead(.say("来自", "From"), .lead), DataHead(.say("去往", "To"), .meta),
                DataHead(.say("人数", "People"), .end, isNumber: true, unit: Words("人", "people")),
            ],
            counts.map { flow in
                [
                    .words(flow.from.words), .words(flow.to.words),
                    .figureLink(
                        flow.count, list([("fromPlace", flow.from.rawValue), ("toPlace", flow.to.rawValue)])),
                ]
            })
    }
}
