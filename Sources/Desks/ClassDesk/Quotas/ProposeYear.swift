import Pages
import Records
import Storage
import Store
import Vocabulary

/// Keeps seats of all classes of a year that are still to be called up, as they were worked out at once (全年名额测算).
struct ProposeYear: Act {
    static let right = Right.plan
    static let words = Words("全年名额测算", "Seats of the year proposed")
    var year: Int
    var proposals: [ProposeQuotas]

    /// How many classes have a proposal by it: one that was called up or cancelled meanwhile needs none.
    func perform(in t: ActTransaction) throws -> Int {
        var kept = 0
        for proposal in proposals {
            guard let found = try t.one(TrainingClass.self, proposal.record, for: t.reader),
                try t.one(CallUp.self, found.code, for: t.reader) == nil,
                try ProposeQuotas.notNow(found, in: t, for: t.reader, on: t.today) == nil
            else { continue }
            try t.requireReach(to: found.scheme.organiser, with: Self.right)
            _ = try proposal.perform(on: found, in: t)
            kept += 1
        }
        if kept == 0 { try t.refuse(YearProblem.noClasses) }
        return kept
    }
}

/// Works them out, beside the pages (docs/decisions/0156).
struct ProposeYearSeats: Job {
    static let right = ProposeYear.right
    var year: Int

    var words: Words { Words("全年名额测算：\(year)年", "Propose seats of \(year)") }
    var about: String { Self.address(of: year) }

    static func address(of year: Int) -> String { "/classes/seats?year=\(year)" }

    func run(in run: JobRun) throws -> JobEnd {
        let gathering = try YearGathering(year, run)
        let made = YearRun(gathering.classes, gathering.members, gathering.rules, effort: run.effort)
        try run.goOn()
        guard made.problems.isEmpty else { throw Refused(made.problems) }
        let proposals = try made.classes.indices.map { place in
            try run.goOn()
            return try run.asking(.ledger) { ask in try ProposeQuotas(made, place, ask) }
        }
        let kept = try run.database.perform(
            ProposeYear(year: year, proposals: proposals), by: run.reader, on: run.today)
        let people = made.seated.reduce(0) { $0 + $1.count }
        let missing = gathering.missing
        return JobEnd(
            Words(
                "\(kept)个班，\(people)人次" + (missing > 0 ? "；指定的\(missing)人已在名册、同期另有班次或不再任职，没有列入" : ""),
                "\(kept) classes, \(people) seats"
                    + (missing > 0 ? "; \(missing) who were to come are on a roster already, or serve nowhere" : "")),
            leadsTo: about)
    }
}

extension ProposeQuotas {
    /// One class of a year's run: its wishes stay with it.
    fileprivate init(_ run: YearRun, _ place: Int, _ ask: Ask) throws {
        let one = run.classes[place]
        let (found, pins) = (one.found, Set(one.wishes.pins))
        let people = run.seated[place].map { run.members[$0] }
        let aside = try one.wishes.forbids.compactMap { wish in
            try ask.reading.appointment(of: wish.person, on: ask.today).map { (wish, unit: $0.unit) }
        }
        let needs = try ask.needs(of: people.map(\.person) + aside.map(\.0.person), for: found)
        func row(
            _ person: String, _ unit: String, _ standing: ProposedTrainee.Standing, _ reason: String = ""
        ) -> ProposedTrainee {
            ProposedTrainee(
                code: "", proposal: "", person: person, unit: one.units.unit(of: unit), standing: standing,
                need: needs[person] ?? SeatNeed(why: .never), reason: reason)
        }
        self.init(
            record: found.code,
            wishes: QuotaWishes(fixed: one.wishes.fixed, units: one.wishes.units, women: one.wishes.women),
            seats: max(0, one.seatsLeft),
            people: people.map { row($0.person, $0.unit, pins.contains($0.person) ? .pinned : .proposed) }
                + aside.map { row($0.person, $1, .forbidden, $0.reason) })
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
                and \(SQL.days(of: year, column: "opening_day"))
                """, order: "opening_day, code"
        ).filter { try reading.isWithinReach($0.scheme.organiser, of: reader) }
    }
}

/// Of which year seats are worked out.
struct YearToPropose: Sendable {
    var year: Int

    static let form = Form<YearToPropose>(
        .init(Words("年度", "Year"), .number(\.year, "year", Words("开班年度", "Classes that open in"), in: 1990...2099)))
}

extension FormFlow where Draft == YearToPropose, A == BeginJob<ProposeYearSeats> {
    static var proposingYear: FormFlow {
        var flow = FormFlow(Words("全年名额测算", "Propose seats of the year"), YearToPropose.form) { ask in
            YearToPropose(year: ask.seatYear)
        } act: { draft, _ in
            BeginJob(job: ProposeYearSeats(year: draft.year))
        } then: {
            $0.about
        }
        flow.beginsWork(ProposeYearSeats.work) { ProposeYearSeats.address(of: $0.seatYear) }
        flow.standing = { draft, ask in
            let place = ProposeYearSeats.address(of: draft.year)
            return try SeatsUnderWay(ProposeYearSeats.work, about: place, ask).isRunning ? place : nil
        }
        (flow.isOneStep, flow.submit) = (true, Words("开始测算", "Propose"))
        flow.crumbs = { _ in [TrainingClass.home, Frame.Crumb(YearOfSeats.words, "/classes/seats")] }
        flow.refusals = { draft, ask in
            try ask.classesToCallUp(inYear: draft.year).isEmpty ? [YearProblem.noClasses] : []
        }
        flow.opening = { ask in
            let classes = try ask.classesToCallUp(inYear: ask.seatYear)
            return .p(
                .say(
                    "\(classes.count)个已批准、待下发通知的班次一起测算：同一个人不会同时排进两个班，也不超过年度调训次数。各班指定、不安排的人选和指定的单位名额照旧。",
                    "\(classes.count) classes that are to be called up are worked out together. Who must come or was set aside stays so, and so do the numbers set for units."
                ))
        }
        return flow
    }
}
