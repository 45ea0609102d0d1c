import Pages
import Records
import Storage
import Store
import Vocabulary

extension Reading {
    /// A unit and all above it, itself first.
    func unitsAbove(_ unit: String) throws -> [OrgUnit] {
        var units: [OrgUnit] = []
        var next: String? = unit
        while let code = next, !units.contains(where: { $0.code == code }), let found = try self.unit(code: code) {
            units.append(found)
            next = found.parent
        }
        return units
    }

    /// What the records tell of whoever is recommended, as of a day; `besides`: the secondment that is looked at.
    func facts(of draft: NominationDraft, on day: Day, besides: String? = nil) throws -> NomineeFacts {
        var facts = NomineeFacts()
        let codes = try codes(of: draft.person)
        facts.birthMonth = try person(code: draft.person)?.birthMonth ?? ""
        let posts = try codes.flatMap { try appointments(of: $0) }.filter { $0.dated.span.from <= day }
            .sorted { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
        if let now = posts.last(where: { $0.dated.span.contains(day) }) {
            facts.rank = now.rank
            facts.unitKinds = Set(try unitsAbove(now.unit).map(\.kind))
            facts.inUnitSince = since(posts, where: { $0.unit == now.unit })
            let ranked = since(posts, where: { $0.rank == now.rank })
            // Without another rank before, nobody knows when it was come to.
            facts.promoted = posts.contains { $0.rank != now.rank } ? ranked : nil
        }
        facts.knowsTownship = try posts.contains { post in
            try unit(code: post.unit).map { $0.kind == .township || $0.kind == .village } ?? false
        }
        var staff = StaffQuestion(on: day)
        staff.unit = draft.unit
        facts.staff = try staffCount(staff, upTo: 10_000)
        let other: SQL = besides.map { "code <> \($0)" } ?? .always
        let stays: SQL = "stage <> \(RecordStage.declined) and \(other)"
        facts.away = try count(
            Secondment.self, for: .everybody,
            where: """
                \(stays) and ended_day is null and \(SQL.beneath(draft.unit, column: "home"))
                and person not in (\(list: codes))
                """)
        facts.others = try all(
            Secondment.self, for: .everybody, where: "\(stays) and person in (\(list: codes))", order: "from_day"
        ).map { .init(code: $0.code, from: $0.started ?? $0.from, to: $0.ended?.day ?? $0.to) }
        return facts
    }

    /// Since when, without a break in the order of posts, the last of them fit.
    private func since(_ posts: [Appointment], where fits: (Appointment) -> Bool) -> Day? {
        posts.reversed().prefix(while: fits).last?.dated.span.from
    }

    func eligibility(
        of draft: NominationDraft, from: Day, to: Day, on today: Day, _ rules: SecondmentRules, besides: String? = nil
    ) throws -> Eligibility {
        Eligibility(
            facts: try facts(of: draft, on: today, besides: besides), draft: draft, rules: rules, from: from, to: to)
    }
}

extension Ask {
    /// For the days of the first wish; where there is none, from today on for as long as the kind usually lasts.
    func eligibility(of draft: NominationDraft) throws -> Eligibility {
        let rules = try secondmentRules
        let post = try draft.wishes.first.flatMap { try self.post($0) }
        let from = post?.scheme.from ?? today
        let to = from.ending(months: post?.scheme.months ?? rules.months(draft.kind))
        return try reading.eligibility(of: draft, from: from, to: to, on: today, rules)
    }

    /// What else the records hold of the same days: what was held, and what other desks have planned, such as classes that they are
    /// named for. Pointed out, since it may be right.
    func clashes(of person: String, from: Day, to: Day, besides activity: String?) throws -> HTML {
        let held = try reading.clashes(of: [person], from: from, to: to, besides: activity).map {
            Ahead(
                $0.activity.title, "/activities/\(Query.encoded($0.activity.code))", from: $0.activity.from,
                to: $0.activity.to)
        }
        let clashes = try held + acts.ahead(of: try reading.codes(of: person), from: from, to: to, self)
        guard !clashes.isEmpty else { return .nothing }
        return .div(
            .class("warn"),
            .p(
                .say(
                    "同期已有或已安排\(clashes.count)项活动，请核对：",
                    "\(clashes.count) other activities lie in this time, held or planned: check")),
            .ul(
                .each(clashes.prefix(10)) { clash in
                    .li(.link(clash.address, .text(clash.title)), " ", .days(clash.from, clash.to))
                }, .when(clashes.count > 10, .li(.say("只列前10项。", "The first ten are shown.")))))
    }
}

extension Eligibility {
    /// Rule by rule.
    var table: HTML {
        .data(
            .say("条件对照", "Conditions"),
            [
                DataHead(.say("条件", "Rule"), .lead), DataHead(.say("情况", "How it is"), .meta),
                DataHead(.say("结论", "Met"), .end),
            ], findings.map { [.words($0.rule), .words($0.why), .standing($0.mark, $0.said)] })
    }
}
