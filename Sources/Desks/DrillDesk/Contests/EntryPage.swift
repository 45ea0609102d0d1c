import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where an entry stands.
enum EntryState: String, Stated {
    case entered, drawn, withdrawn

    var words: Words {
        switch self {
        case .entered: Words("已报名", "Entered")
        case .drawn: Words("已抽签", "Drawn")
        case .withdrawn: Words("已退赛", "Withdrawn")
        }
    }

    var mark: Mark { self == .withdrawn ? .excused : .met }
    static let told: [EntryState] = [.entered, .drawn, .withdrawn]

    func condition(_ ask: Ask) -> SQL {
        switch self {
        case .entered: "withdrawn_day is null and draw_number is null"
        case .drawn: "withdrawn_day is null and draw_number is not null"
        case .withdrawn: "withdrawn_day is not null"
        }
    }

    static func state(of entry: ContestEntry, _ ask: Ask) -> EntryState {
        entry.withdrawn != nil ? .withdrawn : entry.draw == nil ? .entered : .drawn
    }
}

extension ContestEntry: PagedNoun {
    static let path = "/drills/entries/:code"
    static let acts: [any RecordAct<ContestEntry>.Type] = [WithdrawEntry.self]
    static let seeing = Words("查看报名", "See the entry")
    var title: String { code }

    static let listing: Listing<ContestEntry> = {
        var listing = Listing<ContestEntry>(
            Words("参赛名单", "Entrants"),
            columns: [
                ListColumn(
                    "person", Words("姓名", "Name"), .lead, sort: "person",
                    text: { row, ask in try ask.naming.entrant(row) }
                ) { row, ask in .link(row.address, .text(try ask.naming.entrant(row))) },
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit", text: { row, ask in try ask.naming.unitName(row.unit) }),
                ListColumn(
                    "contest", Words("比武", "Contest"), sort: "contest",
                    text: { row, ask in try ask.contest(of: row)?.title ?? row.contest }),
                ListColumn(
                    "event", Words("赛项", "Event"), text: { row, ask in try ask.eventName(of: row) }),
                ListColumn(
                    "draw", Words("抽签号", "Draw"), .figure, sort: "draw_number", unit: Words("号", "drawn"),
                    text: { row, _ in row.draw.map(String.init) ?? "" }),
                .day("entered", Words("报名", "Entered"), .off, sort: "entered_day") { $0.entered }, .code(),
                EntryState.column(),
            ],
            filters: [
                .unit(Words("单位", "Unit"), column: "unit"),
                ListFilter(name: "contest", words: Words("比武", "Contest"), control: nil) { ask, typed in
                    try ask.reading.one(DrillContest.self, typed, for: .everybody).map {
                        ($0.title, "contest = \($0.code)")
                    }
                }, EntryState.filter,
            ], order: "contest desc, event_number, draw_number", empty: Words("还没有人报名", "Nobody has entered yet"),
            sentence: EntryState.sentence)
        listing.since = ListedSince(Words("报名", "entered")) { "entered_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let contest = try ask.contest(of: self)
        let state = EntryState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .facts([
                        Fact(Words("姓名", "Name"), .text(try ask.naming.entrant(self))),
                        Fact(Words("单位", "Unit"), .text(try ask.naming.unitName(unit))),
                        Fact(
                            Words("比武", "Contest"),
                            contest.map { .link($0.address, .text($0.title)) } ?? .text(self.contest)),
                        Fact(Words("赛项", "Event"), .text(try ask.eventName(of: self))),
                        Fact(Words("抽签号", "Draw"), draw.map { .text(String($0)) } ?? .say("未抽签", "not drawn")),
                    ])), try ask.history(ask.steps(of: ContestEntry.self, code))))
        page.sentence = .group([.b(.class(state.mark.rawValue), .words(state.words)), .say("。", ".")])
        return page
    }
}

extension Ask {
    func contest(of entry: ContestEntry) throws -> DrillContest? {
        try naming.once("contest \(entry.contest)") {
            try reading.one(DrillContest.self, entry.contest, for: .everybody)
        }
    }

    func eventName(of entry: ContestEntry) throws -> String {
        try contest(of: entry)?.scheme.event(entry.event)?.name ?? String(entry.event)
    }
}
