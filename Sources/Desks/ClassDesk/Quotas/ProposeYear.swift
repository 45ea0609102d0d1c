import Pages
import Records
import Storage
import Store
import Vocabulary

/// Works out seats of all classes of a year that are still to be called up, at once (全年名额测算).
struct ProposeYear: Act {
    static let right = Right.plan
    static let words = Words("全年名额测算", "Seats of the year proposed")
    var year: Int
    var proposals: [ProposeQuotas]

    /// The year.
    func perform(in t: ActTransaction) throws -> Int {
        for proposal in proposals {
            guard let found = try t.one(TrainingClass.self, proposal.record, for: t.reader) else { continue }
            try t.requireReach(to: found.scheme.organiser, with: Self.right)
            if let why = try ProposeQuotas.notNow(found, in: t, for: t.reader, on: t.today) { try t.refuse(why) }
            _ = try proposal.perform(on: found, in: t)
        }
        if proposals.isEmpty { try t.refuse(YearProblem.noClasses) }
        return year
    }
}

extension Ask {
    /// The year that an address names; this one else.
    var seatYear: Int {
        query["year"].flatMap { Int($0) }.flatMap { (1990...2099).contains($0) ? $0 : nil } ?? today.year
    }

    /// Classes of a year that are approved and were not called up yet, within the reader's reach.
    func classesToCallUp(inYear year: Int) throws -> [TrainingClass] {
        try all(
            TrainingClass.self,
            where: """
                \(ClassState.toCallUp.condition(self)) and registration_day >= \(today)
                and \(SQL.year(year, column: "opening_day"))
                """, order: "opening_day, code"
        ).filter { try reading.isWithinReach($0.scheme.organiser, of: reader) }
    }

    func yearRun(_ year: Int) throws -> YearRun {
        try naming.once("year run") {
            let classes = try classesToCallUp(inYear: year)
            var wishes: [String: QuotaWishes] = [:]
            for found in classes { wishes[found.code] = try proposals(of: found, limit: 1).first?.wishes }
            return YearRun(try classes.map { try candidates(for: $0) }, wishes: wishes)
        }
    }
}

extension ProposeQuotas {
    /// The same for one class of a year's run: its wishes by name stay with it.
    fileprivate init(_ candidates: Candidates, _ seated: [Candidate], _ wishes: QuotaWishes, _ ask: Ask) throws {
        let pins = Set(wishes.pins)
        func row(_ one: Candidate, _ standing: ProposedTrainee.Standing, _ reason: String = "") -> ProposedTrainee {
            ProposedTrainee(
                code: "", proposal: "", person: one.person.code, unit: one.unit, standing: standing, need: one.need,
                reason: reason)
        }
        let forbidden = candidates.people.compactMap { one in
            wishes.forbids.first { $0.person == one.person.code }.map { row(one, .forbidden, $0.reason) }
        }
        self.init(
            record: candidates.found.code, wishes: QuotaWishes(women: wishes.women),
            seats: max(0, candidates.seatsLeft),
            people: seated.map { row($0, pins.contains($0.person.code) ? .pinned : .proposed) } + forbidden)
    }
}

/// Of which year seats are worked out.
struct YearToPropose: Sendable {
    var year: Int

    static let form = Form<YearToPropose>(
        .init(Words("年度", "Year"), .number(\.year, "year", Words("开班年度", "Classes that open in"), in: 1990...2099)))
}

extension FormFlow where Draft == YearToPropose, A == ProposeYear {
    static var proposingYear: FormFlow {
        var flow = FormFlow(Words("全年名额测算", "Propose seats of the year"), YearToPropose.form) { ask in
            YearToPropose(year: ask.seatYear)
        } act: { draft, ask in
            let run = try ask.yearRun(draft.year)
            return ProposeYear(
                year: draft.year,
                proposals: try run.classes.map { candidates in
                    let code = candidates.found.code
                    let wishes = try ask.proposals(of: candidates.found, limit: 1).first?.wishes ?? QuotaWishes()
                    return try ProposeQuotas(candidates, run.seated[code] ?? [], wishes, ask)
                })
        } then: { year in
            "/classes/seats?year=\(year)"
        }
        flow.door = .ledger
        (flow.isOneStep, flow.submit) = (true, Words("开始测算", "Propose"))
        flow.crumbs = { _ in [TrainingClass.home, Frame.Crumb(YearOfSeats.words, "/classes/seats")] }
        flow.refusals = { draft, ask in try ask.yearRun(draft.year).problems }
        flow.opening = { ask in
            let classes = try ask.classesToCallUp(inYear: ask.seatYear)
            return .p(
                .say(
                    "\(classes.count)个已批准、待下发通知的班次一起测算：同一个人不会同时排进两个班，也不超过年度调训次数。各班指定、不安排的人选照旧；各班单独指定的单位名额不带入。",
                    "\(classes.count) classes that are to be called up are worked out together. Who must come or was set aside stays so; numbers set for units do not."
                ))
        }
        return flow
    }
}

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
        var page = Page(
            Self.words,
            actions: .when(
                hasClasses,
                ask.button(
                    ProposeYear.self, "/classes/seats/new?year=\(ask.seatYear)", Words("一起测算", "Propose all"),
                    isPrimary: true)),
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
