import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a recommendation stands, in one word.
enum NominationState: String, Stated {
    case toPlace, returned, placed, withdrawn

    var stage: NominationStage {
        switch self {
        case .toPlace: .nominated
        case .returned: .returned
        case .placed: .placed
        case .withdrawn: .withdrawn
        }
    }

    var words: Words { stage.words }

    var mark: Mark {
        switch self {
        case .toPlace: .next
        case .returned: .behind
        case .placed: .met
        case .withdrawn: .excused
        }
    }

    static let told: [NominationState] = [.toPlace, .returned, .placed]

    func condition(_ ask: Ask) -> SQL { "stage = \(stage)" }

    static func state(of nomination: Nomination, _ ask: Ask) -> NominationState {
        allCases.first { $0.stage == nomination.stage } ?? .toPlace
    }

    static let waits: [WaitingState<NominationState>] = [
        .init(.toPlace, PlaceNominee.self, of: .office) { nomination, ask in
            .group([
                .text(try ask.naming.personName(nomination.draft.person)), "，",
                .words(nomination.draft.kind.words), " ", .text(try ask.naming.unitName(nomination.draft.unit)),
                .say(" 推荐于 ", ", recommended "), .day(nomination.nominated),
            ])
        },
        .init(.returned, ChangeNomination.self, of: .unit, isReturned: true) { nomination, _ in
            .text(nomination.remark)
        },
    ]
}

extension Nomination: PagedNoun {
    static let path = "/secondments/nominations/:code"
    static let acts: [any RecordAct<Nomination>.Type] = [
        PlaceNominee.self, ReturnNomination.self, ChangeNomination.self, WithdrawNomination.self,
    ]
    static let seeing = Words("查看这份推荐", "See the recommendation")
    /// Names are looked up where it is shown.
    var title: String { "推荐表 \(code)" }

    static let listing: Listing<Nomination> = {
        var listing = Listing<Nomination>(
            Words("挂职推荐", "Recommendations"),
            columns: [
                ListColumn(
                    "person", Words("人选", "Person"), .lead, sort: "person",
                    text: { row, ask in try ask.naming.personName(row.draft.person) }
                ) { row, ask in .link(row.address, .text(try ask.naming.personName(row.draft.person))) },
                NominationDraft.form.column("unit", of: \.draft, sort: "unit"),
                NominationDraft.form.column("kind", of: \.draft, sort: "kind"),
                NominationDraft.form.column("wish1", of: \.draft, .below),
                NominationDraft.form.column("wish2", of: \.draft, .off),
                NominationDraft.form.column("wish3", of: \.draft, .off),
                NominationDraft.form.column("yields", of: \.draft, .off),
                .day("nominated", Words("推荐", "Recommended"), sort: "nominated_day") { $0.nominated }, .code(),
                NominationState.column(sort: "stage"),
            ],
            filters: [
                .choice("kind", Words("类别", "Kind"), SecondmentKind.self) { kind, _ in "kind = \(kind)" },
                .unit(Words("推荐单位", "Recommended by"), column: "unit"),
                .year(Words("年度", "Year"), column: "nominated_day"), NominationState.filter,
            ], order: "nominated_day desc, code", empty: Words("还没有推荐", "Nobody was recommended yet"),
            sentence: NominationState.sentence)
        listing.since = ListedSince(Words("推荐", "recommended")) { "nominated_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let eligibility = try ask.eligibility(of: draft)
        let held = try ask.reading.appointment(of: draft.person, on: ask.today)
        let placed = try ask.all(Secondment.self, where: "nomination = \(code)", order: "proposed_day")
        let state = NominationState.state(of: self, ask)
        let name = try ask.naming.personName(draft.person)
        var page = try Page(
            of: self, ask,
            .sheet(
                remark.isEmpty ? .nothing : .section(.p(.class("warn"), .say("说明：", "Remark: "), .text(remark))),
                stage == .nominated || stage == .returned
                    ? .part(
                        Words("条件对照", "Conditions"), id: "conditions",
                        aside: eligibility.isMet
                            ? .say("没有不符合的条件", "nothing against it")
                            : .say("有\(eligibility.against.count)项不符合", "\(eligibility.against.count) not met"),
                        eligibility.table,
                        try ask.clashes(
                            of: draft.person, from: eligibility.from, to: eligibility.to, besides: nil)) : .nothing,
                placed.isEmpty
                    ? .nothing
                    : .part(
                        Words("安排", "Placed"), id: "placed",
                        try Secondment.listing.table(placed, columns: ["person", "post", "from", "to", "state"], ask)),
                .part(
                    Words("现任职务", "Post"),
                    .facts([
                        Fact(Words("现任职务", "Post now"), .text(held?.post ?? "")),
                        Fact(Words("职级", "Rank"), .text(held?.rank ?? "")),
                    ])), try NominationDraft.form.facts(draft, ask),
                try ask.history(
                    ask.steps(of: Nomination.self, code, NominationDraft.form, \.draft) { step, nomination, change in
                        let tells = [ReturnNomination.name, WithdrawNomination.name].contains(change.row.act)
                        if tells { step.remarks = [HistoryStep.reason(nomination.remark)] }
                    })))
        page.title = Words("\(name)推荐表", "\(name), recommended")
        page.sentence = .group([
            .link("/people/\(Query.encoded(draft.person))", .text(name)), .say("，", ", "), .words(draft.kind.words),
            .say("，", ", "), .text(try ask.naming.unitName(draft.unit)), .say("推荐。", " recommends. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }
}
