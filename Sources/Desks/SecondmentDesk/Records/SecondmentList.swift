import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension Secondment: PagedNoun {
    static let path = "/secondments/records/:code"
    static let acts: [any RecordAct<Secondment>.Type] = [
        ApproveSecondment.self, StartSecondment.self, NoteWorkPlan.self, LookMidTerm.self, AppraiseSecondment.self,
        ConfirmAppraisal.self, WriteNote.self, AskSecondmentLeave.self, AskExtension.self, EndSecondment.self,
        TellOutcome.self,
        TakeEndBack.self, CancelSecondment.self,
    ]
    static let seeing = Words("查看这次挂职", "See the secondment")
    /// Whose it is tells the page and the list: names are looked up there.
    var title: String { "\(kind.words.zh) \(code)" }

    static let listing: Listing<Secondment> = {
        var listing = Listing<Secondment>(
            Words("挂职锻炼", "Secondments"),
            columns: [
                ListColumn(
                    "person", Words("姓名", "Name"), .lead, sort: "person",
                    text: { row, ask in try ask.naming.personName(row.person) }
                ) { row, ask in .link(row.address, .text(try ask.naming.personName(row.person))) },
                ListColumn(
                    "kind", Words("类别", "Kind"), sort: "kind", text: { row, ask in ask.say(row.kind.words) }),
                ListColumn(
                    "home", Words("派出单位", "Home unit"), sort: "home",
                    text: { row, ask in try ask.naming.unitName(row.home) }),
                ListColumn(
                    "post", Words("岗位", "Post"), .below, sort: "post",
                    text: { row, ask in try ask.post(row.post)?.called(ask.naming) ?? row.post }),
                .day("from", Words("自", "From"), sort: "from_day") { $0.started ?? $0.from },
                .day("to", Words("至", "To"), sort: "to_day") { $0.ended?.day ?? $0.to },
                ListColumn(
                    "reason", Words("结束原因", "Ended by"), .off, sort: "end_reason",
                    text: { row, ask in row.ended.map { ask.say($0.reason.words) } ?? "" }),
                ListColumn(
                    "outcome", Words("去向", "What came of it"), .off, sort: "outcome",
                    text: { row, ask in row.cameOf.map { ask.say($0.what.words) } ?? "" }),
                .code(), SecondmentState.column(sort: "stage"),
            ],
            filters: [
                .choice("kind", Words("类别", "Kind"), SecondmentKind.self) { kind, _ in "kind = \(kind)" },
                .unit(Words("派出单位", "Home unit"), column: "home"), .host,
                .year(Words("年度", "Year"), column: "from_day"),
                SecondmentState.filter,
                .choice("told", Words("统计口径", "Counted as"), SecondmentTold.self) { told, ask in
                    told.condition(on: ask.toldDay)
                },
                .choice("duty", Words("待办", "To do"), SecondmentDuty.self) { duty, ask in try duty.condition(ask) },
                .side, .post,
                .choice("outcome", Words("去向", "What came of it"), Outcome.self) { outcome, ask in
                    outcome.condition(on: ask.toldDay)
                },
                .choice("fromPlace", Words("来自", "From"), FlowPlace.self) { place, _ in place.homeCondition },
                .choice("toPlace", Words("去往", "To"), FlowPlace.self) { place, _ in place.hostCondition },
            ], order: "from_day desc, code", empty: Words("还没有挂职", "Nobody was seconded yet"),
            sentence: SecondmentState.sentence)
        listing.since = ListedSince(Words("安排", "placed")) { "proposed_day <= \($0)" }
        listing.bulk = [
            BulkAct("approve", Words("批准", "Approve"), Reason.remark, blank: Reason()) { secondment, remark in
                ApproveSecondment(record: secondment.code, isApproved: true, remark: remark.text)
            }
        ]
        return listing
    }()
}

extension ListFilter {
    fileprivate static let host = ListFilter(name: "host", words: Words("接收单位", "Host"), control: nil) { ask, typed in
        guard TextRule.name.flaw(in: typed) == nil, let unit = try ask.naming.unit(typed: typed) else { return nil }
        return (unit.name, .beneath(unit.code, column: "host"))
    }

    /// One post, by its code.
    fileprivate static let post = ListFilter(name: "post", words: Words("岗位", "Post"), control: nil) { ask, typed in
        guard TextRule.name.flaw(in: typed) == nil, let post = try ask.post(typed) else { return nil }
        return (post.scheme.title, "post = \(post.code)")
    }
}

/// Where somebody came from or went, by the kind of unit; elsewhere is out of town.
enum FlowPlace: String, Named {
    case city, county, department, partySchool, institution, enterprise, township, village, branch, outside

    init(_ kind: UnitKind) { self = FlowPlace(rawValue: kind.rawValue) ?? .city }

    var words: Words { UnitKind(rawValue: rawValue)?.words ?? Words("外地、上级单位", "elsewhere") }

    private var units: SQL { "select code from units where kind = \(rawValue)" }

    var homeCondition: SQL { self == .outside ? .never : "home in (\(units))" }

    var hostCondition: SQL {
        let isOutside: SQL = "post in (select code from secondment_posts where outside_host is not null)"
        return self == .outside ? isOutside : "not (\(isOutside)) and host in (\(units))"
    }
}
