import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where an objection stands, in one word.
enum ObjectionState: String, Stated {
    case open, overdue, answered

    var words: Words {
        switch self {
        case .open: Words("待答复", "To be answered")
        case .overdue: Words("答复逾期", "Answer overdue")
        case .answered: Words("已答复", "Answered")
        }
    }

    var mark: Mark { self == .open ? .next : self == .overdue ? .overdue : .met }
    static let told: [ObjectionState] = [.open, .overdue, .answered]

    func condition(_ ask: Ask) throws -> SQL {
        let latest = try ask.workingCalendar.before(ask.today, ask.drillRules.answerDays)
        return switch self {
        case .open: "answered_day is null and raised_day >= \(latest)"
        case .overdue: "answered_day is null and raised_day < \(latest)"
        case .answered: "answered_day is not null"
        }
    }

    static func state(of objection: ContestObjection, _ ask: Ask) throws -> ObjectionState {
        if objection.answered != nil { return .answered }
        return try objection.due(ask) < ask.today ? .overdue : .open
    }
}

extension ContestObjection: PagedNoun {
    static let path = "/drills/objections/:code"
    static let acts: [any RecordAct<ContestObjection>.Type] = [AnswerObjection.self]
    static let seeing = Words("查看异议", "See the objection")
    var title: String { "\(Self.listing.words.zh) \(code)" }

    static let listing: Listing<ContestObjection> = {
        var listing = Listing<ContestObjection>(
            Words("比武异议", "Objections"),
            columns: [
                .day("raised", Words("提出", "Raised"), sort: "raised_day") { $0.raised },
                .title(Words("异议", "Objection"), sort: "code"),
                ListColumn(
                    "contest", Words("比武", "Contest"), sort: "contest",
                    text: { row, ask in
                        try ask.reading.one(DrillContest.self, row.contest, for: .everybody)?.title ?? row.contest
                    }),
                ListColumn(
                    "unit", Words("提出单位", "Raised by"), sort: "unit",
                    text: { row, ask in try ask.naming.unitName(row.unit) }),
                .day("answered", Words("答复", "Answered"), .off, sort: "answered_day") { $0.answered }, .code(),
                ObjectionState.column(sort: "answered_day"),
            ],
            filters: [
                .search(Words("编号", "Number"), ContestObjection.self),
                .unit(Words("提出单位", "Raised by"), column: "unit"),
                .holder { "contest in (select code from drill_contests where unit = \($0))" },
                ListFilter(name: "heldBy", words: Words("主办单位", "Held by"), control: nil) { ask, typed in
                    try ask.naming.unit(typed: typed).map { unit in
                        (
                            unit.name,
                            "contest in (select code from drill_contests where \(.beneath(unit.code, column: "unit")))"
                        )
                    }
                }, ObjectionState.filter, .raisedByOthers,
            ], order: "raised_day desc", empty: Words("没有异议", "There are no objections"),
            sentence: ObjectionState.sentence)
        listing.since = ListedSince(Words("提出", "raised")) { "raised_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let contest = try ask.reading.one(DrillContest.self, contest, for: .everybody)
        let state = try ObjectionState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .warnings(
                    contest.flatMap(\.noticeUntil).map { raised > $0 } ?? false
                        ? [Words("公示期满后提出", "Raised after the public notice")] : []),
                .section(
                    .facts([
                        Fact(
                            Words("比武", "Contest"),
                            contest.map { .link($0.address, .text($0.title)) } ?? .text(self.contest)),
                        Fact(
                            Words("赛项", "Event"), .text(contest?.scheme.event(event)?.name ?? String(event))),
                        Fact(Words("提出单位", "Raised by"), .text(try ask.naming.unitName(unit))),
                        Fact(Words("异议内容", "What is wrong"), .text(about)),
                        Fact(Words("提出", "Raised"), .day(raised)),
                        Fact(Words("答复期限", "Answer due"), .day(try due(ask))),
                        Fact(
                            Words("答复", "Answer"),
                            answered.map { day in
                                .group([
                                    .day(day), " ",
                                    .words((isUpheld == true ? ObjectionAnswer.upheld : .dismissed).words), " ",
                                    .text(answer),
                                ])
                            } ?? .say("尚未答复", "not yet")),
                    ])), try ask.history(ask.steps(of: ContestObjection.self, code))))
        page.sentence = .group([.b(.class(state.mark.rawValue), .words(state.words)), .say("。", ".")])
        return page
    }

    /// Those that an account did not raise itself, as `AnswerObjection` has it.
    fileprivate static func raisedByOthers(than reader: Reader) -> SQL {
        guard reader.isBarred(byWorkOf: reader.account) else { return "1 = 1" }
        return """
            not exists (
                select 1 from journal j where j.object_kind = \(kind) and j.object_code = drill_objections.code
                and j.act = \(RaiseObjection.name) and j.made_by = \(reader.account))
            """
    }

    /// Those that wait for an answer of whoever holds the contest.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard AnswerObjection.isAllowed(to: ask.reader) else { return [] }
        guard let holder = try ask.holder else { return [] }
        let query = ask.reader.unit == nil ? holder.query : "heldBy=\(Query.encoded(ask.reader.unit ?? ""))"
        return try [ObjectionState.overdue, .open].flatMap { state in
            try Waiting.some(
                Words("比武异议\(state.words.zh)", "Objections: \(state.words.en.lowercased())"), ContestObjection.self,
                where:
                    """
                    \(try state.condition(ask)) and \(raisedByOthers(than: ask.reader))
                    and contest in (select code from drill_contests where \(holder.condition))
                    """,
                order: "raised_day", address: "\(state.listAddress)&\(query)&raised=others", ask
            ) { objection in
                .init(
                    objection.title, objection.address,
                    remark: .group([.day(try objection.due(ask)), .say(" 前答复", " is the last day")]),
                    act: AnswerObjection.button, at: AnswerObjection.address(of: objection))
            }
        }
    }
}

extension ListFilter {
    /// What may be answered by whoever looks: it is opened from their desk.
    fileprivate static let raisedByOthers = ListFilter(
        name: "raised", words: Words("提出账号", "Raised by the account"), control: nil
    ) { ask, typed in
        guard typed == "others" else { return nil }
        return (ask.say("不是本账号提出", "not this one"), ContestObjection.raisedByOthers(than: ask.reader))
    }
}
