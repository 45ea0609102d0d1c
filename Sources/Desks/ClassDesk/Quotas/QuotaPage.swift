import Pages
import Records
import Storage
import Store
import Vocabulary

extension TrainingClass {
    var seatsAddress: String { "\(address)/seats" }

    /// The last proposal of seats: by unit who should come and why, what changed since the one before, who was left out and
    /// why. Asked through the door of the ledger.
    func quotaPage(_ ask: Ask) throws -> Page {
        guard try ask.reading.isWithinReach(scheme.organiser, of: ask.reader) else {
            throw NotAllowed(right: .plan, unit: scheme.organiser)
        }
        let proposals = try ask.proposals(of: self, limit: 2)
        let work = try SeatsUnderWay(ProposeClassSeats.work, about: seatsAddress, ask)
        let isOpen =
            try !work.isRunning && ProposeQuotas.notNow(self, in: ask.reading, for: ask.reader, on: ask.today) == nil
        let title = Words("名额建议", "Seats proposed")
        var page: Page
        if let last = proposals.first {
            let shown = ShownSeats(
                found: self, last: last, before: proposals.dropFirst().first, isOpen: isOpen, ask: ask)
            page = Page(
                title,
                actions: .group([
                    .act(candidatesAddress, Words("可选人选", "Who may come")),
                    .when(isOpen, .act(ProposeQuotas.address(of: self), Words("调整后重新测算", "Change and propose again"))),
                    .when(
                        isOpen,
                        .act(
                            "\(IssueCallUp.address(of: self))?from=seats", Words("填入调训通知", "Into the call-up"), .primary
                        )),
                ]), .group([work.html, try shown.html()]))
            page.sentence = shown.sentence
        } else {
            page = Page(
                title,
                work.html,
                .sheet(
                    .emptyState(
                        Words("还没有测算名额", "No seats were proposed yet"),
                        .say(
                            "按台账中各人的参训情况和到期要求，把\(scheme.heads)个名额分到单位和人，每个人都有理由。",
                            "\(scheme.heads) seats are given to units and people by what each owes, with the reason for each."
                        ),
                        acts: isOpen
                            ? .act(ProposeQuotas.address(of: self), Words("测算名额", "Propose seats"), .primary)
                            : .act(address, TrainingClass.seeing, .primary))))
        }
        page.crumbs = try crumbs(ask)
        page.refresh = work.isRunning ? 1 : nil
        // How far the work has come is no record's change.
        page.isKept = !work.hasBegun
        return page
    }
}

/// A proposal beside the one before.
private struct ShownSeats {
    let found: TrainingClass
    let last: ProposedSeats
    let before: ProposedSeats?
    let isOpen: Bool
    let ask: Ask

    private var beforePeople: Set<String> { Set((before?.seated ?? []).map(\.person)) }
    private var added: [ProposedTrainee] {
        before == nil ? [] : last.seated.filter { !beforePeople.contains($0.person) }
    }
    private var removed: [ProposedTrainee] {
        let now = Set(last.seated.map(\.person))
        return (before?.seated ?? []).filter { !now.contains($0.person) }
    }

    var sentence: HTML {
        let units = last.quotas.count { $0.seats > 0 }
        return .group([
            .say(
                "\(found.title)：\(last.proposal.made.iso)第\(last.proposal.number)次测算，可分\(last.proposal.seats)个名额，建议\(last.seated.count)人，\(units)个单位。",
                "\(found.title): proposal \(last.proposal.number) of \(last.proposal.made.iso), \(last.seated.count) people of \(units) units for \(last.proposal.seats) seats."
            ),
            before == nil
                ? .nothing
                : .say(
                    "与上次相比，增加\(added.count)人，减少\(removed.count)人。",
                    " Since the last: \(added.count) more, \(removed.count) less."),
        ])
    }

    func html() throws -> HTML {
        .sheet(.split(.group([try people(), try gone()]), beside: .group([try units(), try leftOut()])))
    }

    /// Names by unit, each with its reason.
    private func people() throws -> HTML {
        let new = Set(added.map(\.person))
        let only = try ask.query["unit"].flatMap { try ask.naming.unit(typed: $0)?.code }
        let shown = last.seated.filter { only == nil || $0.unit == only }
        let groups = try Dictionary(grouping: shown, by: \.unit).sorted { $0.key < $1.key }.map { unit, people in
            let name = try ask.naming.unitName(unit)
            return DataGroup(Words(name, name), try people.map { try row($0, isNew: new.contains($0.person)) })
        }
        return .part(
            Words("建议人选", "Who should come"), id: "people",
            aside: only == nil
                ? .say("\(shown.count)人", "\(shown.count) people")
                : .link(found.seatsAddress, .say("显示全部单位", "Show all units")),
            .when(
                only == nil && last.proposal.seats > last.quotas.reduce(0) { $0 + $1.seats },
                .p(
                    .class("warn"),
                    .say(
                        "名额没有用满：其余人选的原因见“没有列入的”。可以指定人选或单位名额，也可以调整规则中的单位同期外出上限。",
                        "Seats are left: see why under “Left out”. Name people or numbers of units, or change the share of a unit that may be away."
                    ))), .data(.say("建议人选", "Who should come"), heads, groups, count: shown.count))
    }

    private var heads: [DataHead] {
        [
            DataHead(.say("姓名", "Name"), .lead), DataHead(.say("理由", "Why"), .below),
            DataHead(.say("办理", "Act"), .end),
        ]
    }

    private func row(_ one: ProposedTrainee, isNew: Bool) throws -> [HTML] {
        let pin = one.standing == .pinned
        let form = ProposeQuotas.address(of: found)
        let person = Query.encoded(one.person)
        return [
            .group([
                .link("/people/\(person)", .text(try ask.naming.personName(one.person))),
                .small(.text(try ask.naming.whereabouts(of: one.person))),
                .when(isNew, .standing(.next, Words("新增", "new"))),
            ]),
            .group([
                .when(pin, .say("指定；", "must come; ")), .words(one.need.words(try ask.classRules.seats)),
            ]),
            .when(
                isOpen,
                .group([
                    .when(!pin, .group([.link("\(form)?pin=\(person)", .say("指定", "Pin")), .text("\u{A0}\u{A0}")])),
                    .link("\(form)?forbid=\(person)", .say("不安排", "Set\u{A0}aside")),
                ])),
        ]
    }

    /// Who was in the last proposal and is no more, and who was set aside.
    private func gone() throws -> HTML {
        func list(_ words: Words, _ people: [ProposedTrainee], _ why: (ProposedTrainee) throws -> HTML) throws -> HTML {
            guard !people.isEmpty else { return .nothing }
            return .part(
                words, aside: .say("\(people.count)人", "\(people.count) people"),
                .rows(
                    try people.map { one in
                        Row(
                            .group([
                                .link(
                                    "/people/\(Query.encoded(one.person))", .text(try ask.naming.personName(one.person))
                                ),
                                .small(.text(try ask.naming.unitName(one.unit))),
                            ]), when: .nothing, act: try why(one))
                    }))
        }
        let rules = try ask.classRules.seats
        return .group([
            try list(Words("上次有、这次没有", "In the last, not in this"), removed) { .words($0.need.words(rules)) },
            try list(ProposedTrainee.Standing.forbidden.words, last.forbidden) { .text($0.reason) },
        ])
    }

    private func units() throws -> HTML {
        let earlier = Dictionary((before?.quotas ?? []).map { ($0.unit, $0.seats) }) { first, _ in first }
        let now = last.quotas
        let lost = earlier.filter { unit, _ in !now.contains { $0.unit == unit } }.map {
            FixedQuota(unit: $0.key, seats: 0)
        }
        let fixed = Set(last.proposal.fixed.map(\.unit))
        let rows = try (now + lost.sorted { $0.unit < $1.unit }).map { quota -> [HTML] in
            let name = try ask.naming.unitName(quota.unit)
            return [
                .group([.text(name), .when(fixed.contains(quota.unit), .small(.say("指定", "set")))]),
                .text(String(quota.seats)), before == nil ? "–" : .text(String(earlier[quota.unit] ?? 0)),
            ]
        }
        return .part(
            Words("单位名额", "By unit"), aside: .say("\(now.count)个单位", "\(now.count) units"),
            .figures(
                Words("单位名额", "By unit"),
                [Words("单位", "Unit"), Words("名额", "Seats"), Words("上次", "Before")],
                rows + [
                    [
                        .say("合计", "Total"), .text(String(now.reduce(0) { $0 + $1.seats })),
                        before == nil ? "–" : .text(String(earlier.values.reduce(0, +))),
                    ]
                ]))
    }

    /// How many others stand how today; each figure opens them. Of a great many there is the list alone.
    private func leftOut() throws -> HTML {
        let words = Words("没有列入的", "Left out")
        let candidates = try ask.candidates(
            for: found, units: last.proposal.fixed.map(\.unit), upTo: Candidates.mostCounted)
        guard !candidates.isTooMany else {
            return .part(
                words,
                .p(
                    .say("符合对象的人员较多，", "A great many are meant: "),
                    .link(found.candidatesAddress, .say("打开名单，按单位查看原因", "open the list, and choose a unit")),
                    .say("。", ".")))
        }
        let scope = try ask.scope(of: last.proposal.units)
        let counts = Dictionary(grouping: candidates.listed(last, within: scope), by: \.state).mapValues(\.count)
        let states = CandidateState.allCases.filter { ![.proposed, .pinned].contains($0) && counts[$0] != nil }
        return .part(
            words,
            states.isEmpty
                ? .p(.class("quiet"), .say("符合对象的都已列入。", "Everybody whom it is for is in it."))
                : .figures(
                    words, [Words("原因", "Why"), Words("人数", "People")],
                    states.map { state in
                        [
                            state == .open ? .say("符合条件，没有列入", "May come, not proposed") : .words(state.words),
                            .link(
                                "\(found.candidatesAddress)&state=\(state.rawValue)",
                                .text(String(counts[state] ?? 0))),
                        ]
                    }))
    }
}
