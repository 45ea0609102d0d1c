import Pages
import Store
import Vocabulary

/// Seats of the year as they stand: the last proposal of each class that is to be called up (年度名额).
struct YearOfSeats {
    static let words = Words("年度名额", "Seats of the year")
    /// With what was proposed for each, where anything was.
    let classes: [(found: TrainingClass, seats: ProposedSeats?)]

    init(_ ask: Ask) throws {
        classes = try ask.classesToCallUp(inYear: ask.seatYear).map { found in
            (found, try ask.proposals(of: found, limit: 1).first)
        }
    }

    func page(_ ask: Ask) throws -> Page {
        let hasClasses = !classes.isEmpty
        let work = try SeatsUnderWay(
            ProposeYearSeats.work, about: ProposeYearSeats.address(of: ask.seatYear), ask)
        var page = Page(
            Self.words,
            actions: .when(
                hasClasses && !work.isRunning,
                ask.button(
                    ProposeYear.self, "/classes/seats/new?year=\(ask.seatYear)", Words("一起测算", "Propose all"),
                    isPrimary: true)),
            work.html,
            .sheet(
                hasClasses
                    ? .part(Self.words, .div(.class("scroll"), try table(ask)))
                    : .emptyState(
                        Words("没有待下发通知的班次", "No class is to be called up"),
                        .say(
                            "班次批准后、下发调训通知前，在这里一起分配名额。",
                            "Approved classes are given their seats here, before they are called up."),
                        acts: .act(ClassState.toApprove.listAddress, ClassState.toApprove.words, .primary)),
                .p(
                    .each([ask.seatYear - 1, ask.seatYear + 1]) { year in
                        .group([.link("/classes/seats?year=\(year)", .say("\(year)年", "\(year)")), "　"])
                    })))
        page.crumbs = [TrainingClass.home]
        page.refresh = work.isRunning ? 1 : nil
        page.isKept = !work.hasBegun
        page.sentence = .say(
            "\(ask.seatYear)年待下发通知的班次\(classes.count)个，已测算\(classes.count { $0.seats != nil })个。",
            "\(classes.count) classes of \(ask.seatYear) are to be called up; \(classes.count { $0.seats != nil }) have a proposal."
        )
        return page
    }

    /// Units by classes; each figure opens the names behind it.
    private func table(_ ask: Ask) throws -> HTML {
        let quotas = classes.map {
            Dictionary(($0.seats?.quotas ?? []).map { ($0.unit, $0.seats) }) { first, _ in first }
        }
        let units = try Set(quotas.flatMap(\.keys)).sorted().map { ($0, try ask.naming.unitName($0)) }
        func cell(_ count: Int, _ address: String) -> HTML {
            .td(.class("num"), count > 0 ? .link(address, .text(String(count))) : .text("–"))
        }
        return .table(
            .class("figures"), .element("caption", [.class("unseen"), .words(Self.words)]),
            .thead(
                .tr(
                    .th(.attribute("scope", "col"), .say("单位", "Unit")),
                    .each(classes) { found, _ in
                        .th(
                            .attribute("scope", "col"), .class("num"),
                            .group([
                                .link(found.seatsAddress, .text(found.title)), .element("br", []),
                                .small(.day(found.scheme.opening)),
                            ]))
                    },
                    .th(.attribute("scope", "col"), .class("num"), .say("合计", "Total")))),
            .tbody(
                .each(units) { unit, name in
                    .tr(
                        .th(.attribute("scope", "row"), .text(name)),
                        .each(classes.indices) { place in
                            cell(
                                quotas[place][unit] ?? 0,
                                "\(classes[place].found.seatsAddress)?unit=\(Query.encoded(unit))")
                        },
                        .td(.class("num"), .text(String(quotas.reduce(0) { $0 + ($1[unit] ?? 0) }))))
                },
                .tr(
                    .th(.attribute("scope", "row"), .say("合计/批准人数", "Total / approved")),
                    .each(classes.indices) { place in
                        .td(
                            .class("num"),
                            .text("\(quotas[place].values.reduce(0, +))/\(classes[place].found.scheme.heads)"))
                    },
                    .td(.class("num"), .text(String(quotas.reduce(0) { $0 + $1.values.reduce(0, +) })))),
                .tr(
                    .th(.attribute("scope", "row"), .say("填入调训通知", "Into the call-up")),
                    .each(classes) { found, seats in
                        .td(
                            .class("num"),
                            seats == nil
                                ? .text("–")
                                : .link("\(IssueCallUp.address(of: found))?from=seats", .say("填入", "Fill in")))
                    }, .td())))
    }
}
