import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a contest stands, in one word.
enum ContestState: String, Stated {
    case registering, toDraw, toHold, toPublish, inNotice, toDecide, decided, cancelled

    var words: Words {
        switch self {
        case .registering: Words("报名中", "Registering")
        case .toDraw: Words("待抽签", "To be drawn")
        case .toHold: Words("待比赛", "To be held")
        case .toPublish: Words("待公示结果", "Results to come")
        case .inNotice: Words("公示中", "Results published")
        case .toDecide: Words("待表彰", "To be awarded")
        case .decided: Words("已表彰", "Awarded")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .registering, .toHold: .notYetDue
        case .toDraw, .toPublish, .toDecide: .next
        case .inNotice: .onCourse
        case .decided: .met
        case .cancelled: .excused
        }
    }

    static let told: [ContestState] = [.registering, .toDraw, .toHold, .toPublish, .inNotice, .toDecide, .decided]

    func condition(_ ask: Ask) -> SQL {
        let today = ask.today
        return switch self {
        case .registering: "stage = \(ContestStage.announced) and register_by >= \(today)"
        case .toDraw: "stage = \(ContestStage.announced) and register_by < \(today)"
        case .toHold: "stage = \(ContestStage.drawn) and to_day >= \(today)"
        case .toPublish: "stage = \(ContestStage.drawn) and to_day < \(today)"
        case .inNotice: "stage = \(ContestStage.published) and notice_until >= \(today)"
        case .toDecide: "stage = \(ContestStage.published) and notice_until < \(today)"
        case .decided: "stage = \(ContestStage.decided)"
        case .cancelled: "stage = \(ContestStage.cancelled)"
        }
    }

    static func state(of contest: DrillContest, _ ask: Ask) -> ContestState {
        switch contest.stage {
        case .announced: contest.scheme.registerBy >= ask.today ? .registering : .toDraw
        case .drawn: contest.scheme.to >= ask.today ? .toHold : .toPublish
        case .published: contest.noticeUntil.map { $0 >= ask.today } ?? true ? .inNotice : .toDecide
        case .decided: .decided
        case .cancelled: .cancelled
        }
    }
}

extension DrillContest: PagedNoun {
    static let path = "/drills/contests/:code"
    static let acts: [any RecordAct<DrillContest>.Type] = [
        EnterContest.self, DrawOrder.self, PublishResults.self, DecideAward.self, NameJudges.self,
        RaiseObjection.self, ReopenResults.self, ChangeContest.self, CancelContest.self,
    ]
    static let seeing = Words("查看这次比武", "See the contest")
    var title: String { scheme.title }

    static let listing: Listing<DrillContest> = {
        var listing = Listing<DrillContest>(
            Words("业务比武", "Contests"),
            columns: [
                .day("from", Words("日期", "Day"), sort: "from_day") { $0.scheme.from },
                .title(Words("名称", "Title"), sort: "title"),
                ContestScheme.form.column("unit", of: \.scheme, sort: "unit"),
                .number("events", Words("赛项", "Events"), unit: Words("个赛项", "events")) { $0.scheme.events.count },
                ListColumn(
                    "entries", Words("参赛人数", "Entrants"), .figure, unit: Words("人", "entrants"),
                    text: { row, ask in String(try ask.reading.entrantCount(of: row)) }),
                .day("registerBy", Words("报名截止", "Registration until"), .off, sort: "register_by") {
                    $0.scheme.registerBy
                }, .code(), ContestState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), DrillContest.self),
                .unit(Words("主办单位", "Held by"), column: "unit"), .year(Words("年度", "Year"), column: "from_day"),
                .holder { "unit = \($0)" },
                ListFilter(name: "toEnter", words: Words("待报名单位", "To be entered by"), control: nil) { ask, typed in
                    // Whether somebody else's unit has entered is told by nothing before the draw.
                    guard let unit = try ask.naming.unit(typed: typed),
                        try ask.reading.isWithinReach(unit.code, of: ask.reader)
                    else { return nil }
                    return (unit.name, try ask.toEnter(by: unit.code))
                }, ContestState.filter,
            ], order: "from_day desc", empty: Words("还没有比武", "No contest was announced yet"),
            sentence: ContestState.sentence)
        listing.since = ListedSince(Words("发布", "announced")) { "announced_day <= \($0)" }
        return listing
    }()

    /// What waits of contests: of whoever holds one, the next step; of a unit that one is for, that it has entered nobody.
    /// Everybody sees contests, so they are narrowed to one's own here.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard DrawOrder.isAllowed(to: ask.reader), let holder = try ask.holder else { return [] }
        func some<A: RecordAct<DrillContest>>(
            _ state: ContestState, _ act: A.Type, _ remark: (DrillContest) -> HTML
        ) throws -> [Waiting] {
            guard A.isAllowed(to: ask.reader) else { return [] }
            return try Waiting.some(
                Words("业务比武\(state.words.zh)", "Contests: \(state.words.en.lowercased())"), DrillContest.self,
                where: "\(state.condition(ask)) and \(holder.condition)", order: "from_day",
                address: "\(state.listAddress)&\(holder.query)", ask
            ) { contest in
                .init(
                    contest.title, contest.address, remark: remark(contest), act: A.button, at: A.address(of: contest))
            }
        }
        return try some(.toDraw, DrawOrder.self) {
            .group([.day($0.scheme.from), .say(" 开赛", " is its first day")])
        }
            + some(.toPublish, PublishResults.self) {
                .group([.day($0.scheme.to), .say(" 已结束", " was its last day")])
            }
            + some(.toDecide, DecideAward.self) { contest in
                contest.noticeUntil.map { .group([.say("公示至 ", "published until "), .day($0)]) } ?? .nothing
            } + toEnter(ask)
    }

    /// Contests of units above one's own that take entries still.
    private static func toEnter(_ ask: Ask) throws -> [Waiting] {
        guard let unit = ask.reader.unit else { return [] }
        let state = ContestState.registering
        return try Waiting.some(
            Words("可报名的比武", "Contests to enter"), DrillContest.self,
            where: "\(state.condition(ask)) and \(try ask.toEnter(by: unit))", order: "register_by",
            address: "\(state.listAddress)&toEnter=\(Query.encoded(unit))", ask
        ) { contest in
            .init(
                contest.title, contest.address,
                remark: .group([.say("报名截止 ", "until "), .day(contest.scheme.registerBy)]), act: EnterContest.button,
                at: EnterContest.address(of: contest))
        }
    }
}

extension ListFilter {
    /// The unit that holds a contest, and none beneath it.
    static func holder(_ condition: @escaping @Sendable (String) -> SQL) -> ListFilter {
        ListFilter(name: "holder", words: Words("主办", "Holder"), control: nil) { ask, typed in
            try ask.naming.unit(typed: typed).map { ($0.name, condition($0.code)) }
        }
    }
}

extension Ask {
    /// Contests that wait for the reader as whoever holds them: of their units; of whoever has the whole town, the city's own.
    /// As a condition of their table, and as the address of a list says it.
    var holder: (condition: SQL, query: String)? {
        get throws {
            if let unit = reader.unit {
                return (.beneath(unit, column: "unit"), "unit=\(Query.encoded(unit))")
            }
            return try reading.rootUnit.map { ("unit = \($0)", "holder=\(Query.encoded($0))") }
        }
    }

    /// Contests that are for a unit, which has entered nobody.
    fileprivate func toEnter(by unit: String) throws -> SQL {
        """
        unit in (\(list: try reading.unitsAbove(unit)))
        and not exists (
            select code from drill_entries
            where contest = drill_contests.code and drill_entries.unit = \(unit) and withdrawn_day is null)
        """
    }
}

extension Reading {
    /// The city.
    var rootUnit: String? {
        get throws {
            try connection.first("select code from units where parent is null order by code", []) {
                try $0.text("code")
            }
        }
    }

    /// A unit and those that it stands beneath.
    func unitsAbove(_ unit: String) throws -> [String] {
        var units: [String] = []
        var next: String? = unit
        while let code = next, !units.contains(code) {
            units.append(code)
            next = try self.unit(code: code)?.parent
        }
        return units
    }
}
