import Storage
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// A visit with its guests: a noun with every kind of column.
struct Visit: Noun {
    var code: String
    var title: String
    var unit: String
    var from: Day
    var to: Day?
    var guests: Int
    var isOver: Bool
    var purpose: Purpose
    var stops: [Stop] = []

    enum Purpose: String, Stored { case study, help }

    struct Stop: Hashable, Sendable {
        var place: String
        var day: Day
    }

    static let table = Table<Visit>(
        "visits", Column("code") { $0.code }, Column("title") { $0.title }, Column("unit") { $0.unit },
        Column("from_day") { $0.from }, Column("to_day") { $0.to }, Column("guests") { $0.guests },
        Column("is_over") { $0.isOver }, Column("purpose") { $0.purpose }
    ) { code, title, unit, from, to, guests, isOver, purpose in
        Visit(
            code: code, title: title, unit: unit, from: from, to: to, guests: guests, isOver: isOver, purpose: purpose)
    }
    static let lists = [
        NounList<Visit>(
            \.stops, owner: "visit",
            Table("visit_stops", Column("place_name") { $0.place }, Column("day") { $0.day }, make: Stop.init))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "code"]
}

/// What came of a visit; whoever sees the visit sees it.
struct VisitReport: Noun {
    var visit: String
    var text: String

    static let table = Table(
        "visit_reports", Column("visit") { $0.visit }, Column("words") { $0.text }, make: VisitReport.init)
    static let reach = Reach.through("visit", Visit.self)
}

struct PlanVisit: Act {
    static let right = Right.report
    static let words = Words("做", "Done")
    var visit: Visit

    func unit(in reading: some Reading) throws -> String? { visit.unit }

    func perform(in t: ActTransaction) throws -> Visit {
        if visit.title.isEmpty { try t.refuse(NoTitle()) }
        var visit = visit
        visit.code = try t.nextCode(CodeSeries(rawValue: "Y"))
        try t.insert(visit)
        return visit
    }

    struct NoTitle: Refusal {
        var field: String { "title" }
        var words: Words { Words("请填写名称", "Give a title") }
    }
}

struct ChangeVisit: Act {
    static let right = Right.report
    static let words = Words("做", "Done")
    var visit: Visit

    func perform(in t: ActTransaction) throws { try t.update(visit) }
}

struct DoNothing: Act {
    static let right = Right.see
    static let words = Words("做", "Done")
    func perform(in t: ActTransaction) throws {}
}

extension Visit {
    static let draft = Visit(
        code: "", title: "到南湖区学习", unit: "D01", from: day("2026-09-01"), to: nil, guests: 12, isOver: false,
        purpose: .study,
        stops: [Stop(place: "南湖区", day: day("2026-09-01")), Stop(place: "秀洲区", day: day("2026-09-02"))])
}

@Suite("Nouns, their tables and acts") struct NounTests {
    static let today = day("2026-09-30")
    static let clerk = Reader(account: "水务局干事", rights: [.see, .report], unit: "D01")
    static let city = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    static let stranger = Reader(account: "别的单位", rights: [.see, .report], unit: "D02")

    private func open(_ engine: TestEngine) throws -> Database {
        let database = try engine.openSmall()
        try database.write(by: "测试") { t in
            for statement in [
                """
                create table visits (code text primary key, title text not null, unit text not null, from_day integer not null,
                    to_day integer, guests integer not null, is_over integer not null, purpose text not null)
                """,
                "create table visit_stops (visit text not null, place integer not null, place_name text not null, day integer not null)",
                "create table visit_reports (visit text primary key, words text)",
                "insert into units (code, name, kind, parent, from_day, recorded_day) values ('D02', '别的单位', 'department', 'Z00', 1, 1)",
            ] { try t.connection.execute(statement) }
        }
        return database
    }

    @Test("a condition of several parts opens nothing beyond reach", arguments: TestEngine.allCases)
    func eitherOfTwo(engine: TestEngine) throws {
        let database = try open(engine)
        let kept = try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        let either: SQL = "code = \(kept.code) or title = \("别的")"
        func seen(by reader: Reader) throws -> [Int] {
            try database.read {
                [
                    try $0.all(Visit.self, for: reader, where: either).count,
                    try $0.keys(Visit.self, for: reader, where: either).count,
                    try $0.count(Visit.self, for: reader, where: either),
                ]
            }
        }
        #expect(try seen(by: Self.clerk) == [1, 1, 1])
        #expect(try seen(by: Self.stranger) == [0, 0, 0])
    }

    @Test(
        "what is written is read back, lists and all, and the journal tells it in words", arguments: TestEngine.allCases
    )
    func roundTrip(engine: TestEngine) throws {
        let database = try open(engine)
        let kept = try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        #expect(kept.code == "Y2026-000001")
        #expect(try database.read { try $0.one(Visit.self, kept.code, for: Self.clerk) } == kept)
        let row = try #require(try database.read { try $0.journal(limit: 1) }.first)
        #expect([row.by, row.act, row.objectKind, row.objectCode] == ["水务局干事", "planVisit", "visit", kept.code])
        #expect(
            row.after == """
                {"code":"Y2026-000001","from_day":"2026-09-01","guests":12,"is_over":0,"purpose":"study","title":"到南湖区学习",\
                "to_day":null,"unit":"D01","visit_stops":[{"day":"2026-09-01","place_name":"南湖区"},\
                {"day":"2026-09-02","place_name":"秀洲区"}]}
                """)
    }

    @Test("a change keeps what stood before in the journal; no change leaves no row", arguments: TestEngine.allCases)
    func change(engine: TestEngine) throws {
        let database = try open(engine)
        var visit = try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        visit.to = day("2026-09-03")
        visit.stops.removeLast()
        try database.perform(ChangeVisit(visit: visit), by: Self.city, on: Self.today)
        #expect(try database.read { try $0.one(Visit.self, visit.code, for: Self.city) } == visit)
        let rows = try database.read { try $0.journal(ofKind: "visit", code: visit.code) }
        #expect(rows.map(\.act) == ["planVisit", "changeVisit"])
        #expect(rows[1].before == rows[0].after)
        #expect(throws: ActWithoutTrace(act: "changeVisit")) {
            try database.perform(ChangeVisit(visit: visit), by: Self.city, on: Self.today)
        }
    }

    @Test("nobody sees, reports or changes beyond their unit", arguments: TestEngine.allCases)
    func reach(engine: TestEngine) throws {
        let database = try open(engine)
        let visit = try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        try database.write(by: "测试") {
            try $0.connection.execute("insert into visit_reports (visit, words) values ('\(visit.code)', '好')")
        }
        func seen(_ reader: Reader) throws -> [Int] {
            try database.read {
                [
                    try $0.all(Visit.self, for: reader).count, try $0.count(Visit.self, for: reader),
                    try $0.all(VisitReport.self, for: reader).count,
                ]
            }
        }
        #expect(try seen(Self.clerk) == [1, 1, 1])
        #expect(try seen(Self.city) == [1, 1, 1])
        #expect(try seen(Self.stranger) == [0, 0, 0])
        #expect(throws: NotAllowed(right: .report, unit: "D01")) {
            try database.perform(PlanVisit(visit: .draft), by: Self.stranger, on: Self.today)
        }
        var moved = visit
        moved.unit = "D02"
        #expect(throws: NotAllowed(right: .see, unit: "D02")) {
            try database.perform(ChangeVisit(visit: moved), by: Self.clerk, on: Self.today)
        }
        #expect(throws: UnexpectedRow.self) {
            try database.perform(ChangeVisit(visit: moved), by: Self.stranger, on: Self.today)
        }
    }

    @Test("an act without its right, with a problem, or without a trace leaves nothing", arguments: TestEngine.allCases)
    func refused(engine: TestEngine) throws {
        let database = try open(engine)
        let onlooker = Reader(account: "看", rights: [.see])
        #expect(throws: NotAllowed(right: .report)) {
            try database.perform(PlanVisit(visit: .draft), by: onlooker, on: Self.today)
        }
        var untitled = Visit.draft
        untitled.title = ""
        let refusal = #expect(throws: Refused.self) {
            try database.perform(PlanVisit(visit: untitled), by: Self.clerk, on: Self.today)
        }
        #expect(refusal?.problems.map(\.field) == ["title"])
        #expect(throws: ActWithoutTrace(act: "doNothing")) {
            try database.perform(DoNothing(), by: onlooker, on: Self.today)
        }
        #expect(try database.read { try $0.count(Visit.self, for: Self.city) } == 0)
    }

    @Test("whoever saves over what another changed meanwhile is told", arguments: TestEngine.allCases)
    func meanwhile(engine: TestEngine) throws {
        let database = try open(engine)
        var visit = try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        let seen = try database.read { try $0.seen(Visit.self, visit.code) }
        visit.guests = 9
        try database.perform(ChangeVisit(visit: visit), by: Self.city, on: Self.today, seen: seen)
        visit.guests = 10
        #expect(throws: ChangedMeanwhile(by: "市委组织部", at: "2026-09-30T08:15:30.125Z")) {
            try database.perform(ChangeVisit(visit: visit), by: Self.clerk, on: Self.today, seen: seen)
        }
    }

    @Test("lists are narrowed, ordered and paged by their own columns only", arguments: TestEngine.allCases)
    func lists(engine: TestEngine) throws {
        let database = try open(engine)
        for (guests, title) in [(3, "丙"), (1, "甲"), (2, "乙"), (2, "丁' or 1=1 --")] {
            var visit = Visit.draft
            visit.guests = guests
            visit.title = title
            try database.perform(PlanVisit(visit: visit), by: Self.clerk, on: Self.today)
        }
        func titles(_ condition: SQL = .always, _ order: String = "", _ limit: Int? = nil, _ offset: Int = 0) throws
            -> [String]
        {
            try database.read {
                try $0.all(
                    Visit.self, for: Self.clerk, where: condition, order: order, limit: limit, offset: offset
                ).map(\.title)
            }
        }
        #expect(try titles() == ["丙", "甲", "乙", "丁' or 1=1 --"])
        #expect(try titles("guests >= \(2)", "guests desc") == ["丙", "乙", "丁' or 1=1 --"])
        #expect(try titles("title in (\(list: ["甲", "丁' or 1=1 --"]))") == ["甲", "丁' or 1=1 --"])
        #expect(try titles(.always, "guests", 2, 1) == ["乙", "丁' or 1=1 --"])
        #expect(try titles("title in (\(list: [String]()))") == [])
        #expect(throws: UnexpectedRow.self) { try titles(.always, "guests; drop table visits") }
    }

    @Test("a thing is found by part of its words, however they are typed", arguments: TestEngine.allCases)
    func search(engine: TestEngine) throws {
        let database = try open(engine)
        var visit = Visit.draft
        visit.title = "赴 南湖区（ABC）学习"
        visit = try database.perform(PlanVisit(visit: visit), by: Self.clerk, on: Self.today)
        func found(_ typed: String) throws -> Bool {
            try database.read { try !$0.all(Visit.self, for: Self.clerk, where: .found(Visit.self, by: typed)).isEmpty }
        }
        for typed in ["南湖", "ａｂｃ", "abc", "y2026-000001", "赴南湖"] { #expect(try found(typed), "\(typed)") }
        for typed in ["秀洲", "%", "_", "'"] { #expect(try !found(typed), "\(typed)") }
        visit.title = "到秀洲区学习"
        try database.perform(ChangeVisit(visit: visit), by: Self.clerk, on: Self.today)
        #expect(try found("秀洲"))
        #expect(try !found("南湖"))
    }

    @Test("a form is sent once, and a second sending is led to the same place", arguments: TestEngine.allCases)
    func sentOnce(engine: TestEngine) throws {
        let database = try open(engine)
        let code = FormDraft.newCode()
        #expect(FormDraft.isCode(code))
        try database.keep(FormDraft(code: code, account: Self.clerk.account, form: "/visits/new", fields: "title=甲"))
        try database.keep(
            FormDraft(code: code, account: Self.clerk.account, form: "/visits/new", fields: "title=乙", seen: 3))
        let kept = try #require(try database.read { try $0.formDraft(code, of: Self.clerk) })
        #expect([kept.fields, kept.form, kept.changedAt] == ["title=乙", "/visits/new", "2026-09-30T08:15:30.125Z"])
        #expect(kept.seen == 3)
        #expect(try database.read { try $0.formDraft(code, of: Self.city) } == nil)
        let sending = Sending<Visit>(draft: code) { "/visits/\($0.code)" }
        try database.rehearse(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today)
        #expect(try database.read { try $0.count(Visit.self, for: Self.city) } == 0)
        try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today, sending: sending)
        #expect(throws: AlreadySent(address: "/visits/Y2026-000001")) {
            try database.perform(PlanVisit(visit: .draft), by: Self.clerk, on: Self.today, sending: sending)
        }
        #expect(try database.read { try $0.count(Visit.self, for: Self.city) } == 1)
        #expect(try database.read { try $0.formDrafts(of: Self.clerk) } == [])
    }

    @Test("a form that is given up is gone; another's is not touched", arguments: TestEngine.allCases)
    func givenUp(engine: TestEngine) throws {
        let database = try open(engine)
        let code = FormDraft.newCode()
        try database.keep(FormDraft(code: code, account: Self.clerk.account, form: "/visits/new", fields: "title=甲"))
        try database.discard(formDraft: code, of: Self.city)
        try database.keep(FormDraft(code: code, account: Self.city.account, form: "/visits/new", fields: "title=丙"))
        #expect(try database.read { try $0.formDrafts(of: Self.clerk) }.map(\.fields) == ["title=甲"])
        #expect(try database.read { try $0.formDrafts(of: Self.city) } == [])
        try database.discard(formDraft: code, of: Self.clerk)
        #expect(try database.read { try $0.formDrafts(of: Self.clerk) } == [])
    }

    @Test("a piece of a statement numbers its values by their places") func pieces() {
        let inner: SQL = "a = \(1) or b = \("x")"
        let whole: SQL = "(\(inner)) and c in (\(list: [2, 3])) and d <= \(day("1970-01-02"))"
        #expect(whole.text == "(a = $1 or b = $2) and c in ($3, $4) and d <= $5")
        #expect(whole.values == [1, "x", 2, 3, .integer(Int64(day("1970-01-02").number))])
    }
}
