import Pages
import Storage
import Store
import Vocabulary

/// Where leave stands, in one word.
enum LeaveState: String, Stated {
    case toDecide, granted, backOverdue, back, refused

    var words: Words {
        switch self {
        case .toDecide: Words("待批", "To be decided")
        case .granted: Words("已批准", "Granted")
        case .backOverdue: Words("逾期未销假", "Not back yet")
        case .back: Words("已销假", "Back")
        case .refused: Words("未批准", "Refused")
        }
    }

    var mark: Mark {
        switch self {
        case .toDecide: .next
        case .granted: .onCourse
        case .backOverdue: .overdue
        case .back: .met
        case .refused: .excused
        }
    }

    static let told: [LeaveState] = [.toDecide, .granted, .backOverdue]

    /// The day after it ends somebody is there again.
    func condition(_ ask: Ask) -> SQL {
        let granted: SQL = "stage = \(AskedStage.granted)"
        return switch self {
        case .toDecide: "stage = \(AskedStage.asked)"
        case .granted: "\(granted) and back_day is null and to_day >= \(ask.today - 1)"
        case .backOverdue: "\(granted) and back_day is null and to_day < \(ask.today - 1)"
        case .back: "\(granted) and back_day is not null"
        case .refused: "stage = \(AskedStage.refused)"
        }
    }

    static func state(of leave: SecondmentLeave, _ ask: Ask) -> LeaveState {
        switch leave.stage {
        case .asked: .toDecide
        case .refused: .refused
        case .granted: leave.back != nil ? .back : leave.draft.to < ask.today - 1 ? .backOverdue : .granted
        }
    }

    /// What waits for a reader, by the rung of the ladder that is theirs.
    static func waits(_ ask: Ask) throws -> [Waiting] {
        guard DecideSecondmentLeave.isAllowed(to: ask.reader) else { return [] }
        return try LeaveRung.allCases.flatMap { rung -> [Waiting] in
            guard rung.isFor(ask.reader) else { return [] }
            return try Waiting.some(
                Words("挂职请假待批（\(rung.approver.words.zh)）", "Leave to be decided (\(rung.approver.words.en))"),
                SecondmentLeave.self, where: "\(LeaveState.toDecide.condition(ask)) and \(rung.condition(ask))",
                order: "asked_day", address: "\(LeaveState.toDecide.listAddress)&rung=\(rung.rawValue)", ask
            ) { leave in
                .init(
                    leave.title, leave.address,
                    remark: .group([
                        .text(try ask.personOn(leave.secondment)), " ", .days(leave.draft.from, leave.draft.to),
                    ]), act: DecideSecondmentLeave.button, at: DecideSecondmentLeave.address(of: leave))
            }
        }
    }

    /// Those of whom the host has not said that they are back.
    static func notBack(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit, ComeBack.isAllowed(to: ask.reader) else { return [] }
        let own: SQL = "secondment in (select code from secondments where \(SQL.beneath(unit, column: "host")))"
        return try Waiting.some(
            Words("挂职请假逾期未销假", "Leave: not back yet"), SecondmentLeave.self,
            where: "\(LeaveState.backOverdue.condition(ask)) and \(own)", order: "to_day",
            address: "\(LeaveState.backOverdue.listAddress)&side=host", ask
        ) { leave in
            .init(
                leave.title, leave.address,
                remark: .group([
                    .text(try ask.personOn(leave.secondment)), " ", .days(leave.draft.from, leave.draft.to),
                ]), act: ComeBack.button, at: ComeBack.address(of: leave))
        }
    }
}

/// A rung of the ladder as a list is narrowed by it: leave that is one's own to grant.
enum LeaveRung: String, Named {
    case host, home, office

    var approver: LeaveApprover {
        switch self {
        case .host: .host
        case .home: .home
        case .office: .office
        }
    }

    var words: Words { approver.words }

    func isFor(_ reader: Reader) -> Bool {
        self == .office ? reader.unit == nil && reader.may(.plan) : reader.unit != nil
    }

    func condition(_ ask: Ask) -> SQL {
        let ofIt: SQL = "approver = \(approver)"
        guard let unit = ask.reader.unit, self != .office else { return ofIt }
        let own = SQL.beneath(unit, column: self == .host ? "host" : "home")
        return "\(ofIt) and secondment in (select code from secondments where \(own))"
    }
}

extension SecondmentLeave: PagedNoun {
    static let path = "/secondments/leaves/:code"
    static let acts: [any RecordAct<SecondmentLeave>.Type] = [DecideSecondmentLeave.self, ComeBack.self]
    static let seeing = Words("查看这次请假", "See the leave")
    var title: String { "请假 \(code)" }

    static let listing: Listing<SecondmentLeave> = {
        var listing = Listing<SecondmentLeave>(
            Words("挂职请假", "Leave"),
            columns: [
                .title(Words("请假", "Leave"), sort: "code"),
                ListColumn(
                    "person", Words("人员", "Person"), sort: "secondment",
                    text: { row, ask in try ask.personOn(row.secondment) }),
                LeaveDraft.form.column("from", of: \.draft, .day, sort: "from_day"),
                LeaveDraft.form.column("to", of: \.draft, .day, sort: "to_day"),
                .number("days", Words("天数", "Days"), unit: Words("天", "days")) { $0.draft.days },
                LeaveDraft.form.column("kind", of: \.draft, .off),
                ListColumn(
                    "approver", Words("审批", "Decided by"), sort: "approver",
                    text: { row, ask in ask.say(row.approver.words) }),
                .day("back", Words("销假", "Back"), .off, sort: "back_day") { $0.back },
                LeaveState.column(sort: "stage"),
            ],
            filters: [
                .year(Words("年度", "Year"), column: "from_day"),
                .choice("rung", Words("由谁批", "Whose to grant"), LeaveRung.self) { rung, ask in rung.condition(ask) },
                .choice("side", Words("本单位作为", "One's own unit as"), Side.self) { side, ask in
                    guard let unit = ask.reader.unit else { return .always }
                    let own = SQL.beneath(unit, column: side == .home ? "home" : "host")
                    return "secondment in (select code from secondments where \(own))"
                }, LeaveState.filter,
            ], order: "from_day desc, code", empty: Words("没有请假", "Nobody asked for leave"),
            sentence: LeaveState.sentence)
        listing.since = ListedSince(Words("申请", "asked for")) { "asked_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = LeaveState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                try LeaveDraft.form.facts(draft, ask),
                .part(
                    Words("审批", "Decision"),
                    .facts([
                        Fact(Words("天数", "Days"), .say("\(draft.days)天", "\(draft.days)")),
                        Fact(Words("由谁批", "Decided by"), .words(approver.words)),
                        Fact(Words("批复", "Decided"), decided.map { .day($0) } ?? "—"),
                        Fact(Words("销假", "Back"), back.map { .day($0) } ?? "—"),
                        Fact(Words("说明", "Remark"), remark.isEmpty ? "—" : .text(remark)),
                    ])), try ask.history(ask.steps(of: SecondmentLeave.self, code))))
        page.sentence = .group([
            .link(Secondment.address(of: secondment), .text(try ask.personOn(secondment))), .say("，", ", "),
            .days(draft.from, draft.to), .say("。", ". "), .b(.class(state.mark.rawValue), .words(state.words)),
            .say("。", "."), ask.standsToday,
        ])
        return page
    }
}
