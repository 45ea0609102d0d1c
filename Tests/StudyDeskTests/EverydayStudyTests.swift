import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk

@Suite("Everyday study: own plans, notes, books read together, articles, reading rooms") struct EverydayStudyTests {
    private func own(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }

    /// Kinds and titles of what stands on record, each with who took part.
    private func standing(_ town: StudyTown, _ kind: ActivityKind) throws -> [[String]] {
        try town.database.read { reading in
            try reading.all(
                HeldActivity.self, for: .everybody,
                where: """
                    kind = \(kind.rawValue) and not exists (select v.code from voidings v where v.activity = activities.code)
                    and not exists (select c.code from corrections c where c.activity = activities.code)
                    """
            ).map { activity in
                [activity.title, activity.organiser, activity.team]
                    + (try reading.liveParticipations(in: activity.code)).map { "\($0.person) \($0.hours)" }.sorted()
            }
        }
    }

    @Test(
        "somebody draws up their own plan, ticks it, and keeps the ticks of lines that stay",
        arguments: TestEngine.allCases)
    func ownPlan(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        func draw(_ subjects: [String], _ year: Int = 2026, _ today: String = "2026-02-01") throws {
            try town.database.perform(
                DrawUpOwnPlan(
                    draft: OwnPlanDraft(year: year, lines: subjects.map { OwnLine(subject: $0, source: "") })),
                by: own("P1"), on: day(today))
        }
        func plan() throws -> OwnStudyPlan? { try town.database.read { try $0.ownPlan(of: "P1", 2026) } }
        try draw(["乡土中国", "治水史"])
        try town.database.perform(
            TickOwnLine(year: 2026, subject: "治水史", isDone: true), by: own("P1"), on: day("2026-03-01"))
        try draw(["治水史", "水法"], 2026, "2026-04-01")
        let lines = try #require(try plan()).lines
        #expect(lines.map(\.subject) == ["治水史", "水法"])
        #expect(lines.map(\.done) == [day("2026-03-01"), nil])
        #expect(try plan()?.drawn == day("2026-02-01"), "a change is no new plan")
        #expect(try plan()?.unit == "U2")
        #expect(
            try town.refused(
                DrawUpOwnPlan(
                    draft: OwnPlanDraft(year: 2026, lines: [OwnLine(subject: "水法"), OwnLine(subject: "水法")])),
                by: own("P1"), on: "2026-04-02") == ["lines.1.subject: 第2行“水法”重复"])
        #expect(throws: Refused.self) { try draw([], 2024, "2026-04-02") }
        #expect(throws: Refused.self) { try draw([], 2028, "2026-04-02") }
        // Nobody ticks for somebody else, and a clerk who is nobody has no plan.
        #expect(throws: Refused.self) {
            try town.database.perform(
                TickOwnLine(year: 2026, subject: "水法", isDone: true), by: own("P2"), on: day("2026-04-02"))
        }
        #expect(throws: Refused.self) {
            try town.database.perform(
                DrawUpOwnPlan(draft: OwnPlanDraft(year: 2026)), by: .clerk, on: day("2026-04-02"))
        }
        #expect(try town.database.faults() == [])
    }

    @Test("a plan may be of the lists alone", arguments: TestEngine.allCases) func emptyPlan(engine: TestEngine) throws
    {
        let town = try StudyTown(engine)
        try town.database.perform(
            DrawUpOwnPlan(draft: OwnPlanDraft(year: 2026)), by: own("P2"), on: day("2026-02-01"))
        #expect(try town.database.read { try $0.ownPlan(of: "P2", 2026) }?.lines == [])
        #expect(
            try town.refused(DrawUpOwnPlan(draft: OwnPlanDraft(year: 2026)), by: own("P2"), on: "2026-02-02") != [])
    }

    @Test(
        "notes are a number, said by oneself or entered within reach, and corrected by saying it again",
        arguments: TestEngine.allCases)
    func notes(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        func draft(_ person: String, _ half: YearHalf, _ amount: Int, _ year: Int = 2026) -> NotesDraft {
            NotesDraft(person: person, year: year, half: half, amount: amount)
        }
        try town.database.perform(SayNotes(draft: draft("", .first, 5)), by: own("P1"), on: day("2026-05-01"))
        try town.database.perform(SayNotes(draft: draft("", .first, 7)), by: own("P1"), on: day("2026-06-01"))
        try town.database.perform(EnterNotes(draft: draft("P2", .first, 3)), by: .clerk, on: day("2026-06-02"))
        #expect(try town.database.read { try $0.notes(of: "P1", 2026) }.map(\.amount) == [7])
        #expect(
            try town.refused(SayNotes(draft: draft("", .second, 1)), by: own("P1"), on: "2026-06-30")
                == ["half: 这个时段还没有开始，或已过去一年以上，请核对"])
        #expect(try town.refused(SayNotes(draft: draft("", .first, 1, 2024)), by: own("P1"), on: "2026-06-30") != [])
        #expect(throws: NotAllowed(right: .report, unit: "U2")) {
            try town.database.perform(EnterNotes(draft: draft("P1", .first, 0)), by: .neighbour, on: day("2026-06-03"))
        }
        let numbers = try town.database.read { reading in
            try SelfStudyNumbers(members: ["P1", "P2", "P3"], 2026, in: reading, StudyRules())
        }
        let first = try #require(numbers.notes[.first])
        #expect([numbers.people, first.said, first.amount, first.reached] == [3, 2, 10, 1])
    }

    @Test("numbers of a unit are of those who serve at it", arguments: TestEngine.allCases)
    func numbers(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        for (person, done) in [("P1", true), ("P5", false)] {
            try town.database.perform(
                DrawUpOwnPlan(draft: OwnPlanDraft(year: 2026, lines: [OwnLine(subject: "水法")])), by: own(person),
                on: day("2026-02-01"))
            guard done else { continue }
            try town.database.perform(
                TickOwnLine(year: 2026, subject: "水法", isDone: true), by: own(person), on: day("2026-02-02"))
        }
        let item = try town.database.perform(
            EnterStudyItem(scheme: StudyItemScheme(list: .city, unit: "U1", year: 2026, subject: "条例")), by: .office,
            on: day("2026-02-01"))
        try town.database.perform(TickStudyItem(item: item.code, isDone: true), by: own("P2"), on: day("2026-02-03"))
        func of(_ unit: String) throws -> [Int] {
            let found = try town.database.read {
                try SelfStudyNumbers(at: unit, 2026, in: $0, on: day("2026-03-01"), StudyRules())
            }
            return [found.people, found.drawn, found.ownLines, found.ownDone, found.listDone]
        }
        #expect(try of("U2") == [4, 1, 1, 1, 1])
        #expect(try of("U3") == [1, 1, 1, 0, 0])
    }

    @Test("an article is its authors' essay, corrected and taken back with it", arguments: TestEngine.allCases)
    func article(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        var scheme = ArticleScheme(
            unit: "U2", team: "T1", title: "谈河道管护", outlet: .paper, publishedIn: "本县日报", day: day("2026-03-01"),
            authors: ["P1", "P2"], link: "https://news.example.cn/a?b=1")
        let article = try town.database.perform(EnterArticle(scheme: scheme), by: .clerk, on: day("2026-03-05"))
        #expect(try standing(town, .essay) == [["谈河道管护", "U2", "T1", "P1 0.0", "P2 0.0"]])
        #expect(throws: Refused.self) {
            try town.database.perform(EnterArticle(scheme: scheme), by: .clerk, on: day("2026-03-05"))
        }
        scheme.authors = ["P3"]
        let changed = try town.database.perform(
            ChangeArticle(record: article.code, scheme: scheme), by: .clerk, on: day("2026-03-06"))
        #expect(try standing(town, .essay) == [["谈河道管护", "U2", "T1", "P3 0.0"]])
        scheme.link = "https://news.example.cn/other"
        try town.database.perform(
            ChangeArticle(record: article.code, scheme: scheme), by: .clerk, on: day("2026-03-06"))
        #expect(try standing(town, .essay).count == 1, "what the records do not have is changed here alone")
        try town.database.perform(
            WithdrawArticle(record: article.code, reason: "重复"), by: .clerk, on: day("2026-03-07"))
        #expect(try standing(town, .essay) == [])
        #expect(
            try town.refused(ChangeArticle(record: changed.code, scheme: scheme), by: .clerk, on: "2026-03-08") != [])
        scheme.day = day("2026-04-01")
        scheme.link = "javascript:alert(1)"
        #expect(
            try town.refused(EnterArticle(scheme: scheme), by: .clerk, on: "2026-03-08").map { $0.prefix(4) } == [
                "day:", "link",
            ])
        scheme.unit = "U3"
        #expect(throws: NotAllowed(right: .report, unit: "U3")) {
            try town.database.perform(EnterArticle(scheme: scheme), by: .clerk, on: day("2026-04-08"))
        }
        #expect(try town.database.faults() == [])
    }

    @Test("a link leads to a named host by http or https, and nowhere else") func links() {
        for link in ["http://a.cn", "HTTPS://paper.example.cn:8080/理论/1.html?x=1#y", "https://10.1.1.1/a"] {
            #expect(WebLink.isOne(link), "\(link)")
        }
        for link in [
            "", "a.cn", "ftp://a.cn", "javascript:alert(1)", "https://", "https:///a", "https://user@a.cn/",
            "https://a.cn/ b",
            "https://a.cn/\"x", "https://a.cn/<x>", "data:text/html,x", "https://a.cn\\b", "//a.cn",
            "https://a.cn/" + String(repeating: "x", count: 500),
        ] { #expect(!WebLink.isOne(link), "\(link)") }
    }

    @Test("a book of a list that was read together is a reading of its unit", arguments: TestEngine.allCases)
    func together(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let item = try town.database.perform(
            EnterStudyItem(scheme: StudyItemScheme(list: .city, unit: "U1", year: 2026, subject: "条例")), by: .office,
            on: day("2026-02-01"))
        var scheme = SharedReadingScheme(unit: "U2", day: day("2026-03-01"), halfHours: 4, heldAt: "书屋", people: 12)
        let reading = try town.database.perform(
            ReadTogether(record: item.code, scheme: scheme), by: .clerk, on: day("2026-03-02"))
        #expect(try standing(town, .reading) == [["共读：条例", "U2", ""]])
        #expect(throws: Refused.self) {
            try town.database.perform(
                TakeReadingBack(record: reading.code, reason: ""), by: .neighbour, on: day("2026-03-03"))
        }
        try town.database.perform(
            TakeReadingBack(record: reading.code, reason: "误报"), by: .clerk, on: day("2026-03-03"))
        #expect(try standing(town, .reading) == [])
        scheme.day = day("2026-05-01")
        #expect(
            try town.refused(ReadTogether(record: item.code, scheme: scheme), by: .clerk, on: "2026-03-04")
                == ["day: 日期2026-05-01还没有到"])
        (scheme.day, scheme.halfHours) = (day("2026-03-01"), 0)
        #expect(
            try town.refused(ReadTogether(record: item.code, scheme: scheme), by: .clerk, on: "2026-03-04")
                == ["hours: 请填写学时"])
        #expect(try town.database.faults() == [])
    }

    @Test("a reading room is looked at every year; what was found wanting waits", arguments: TestEngine.allCases)
    func rooms(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        func enter(_ since: String) throws -> ReadingRoom {
            try town.database.perform(
                EnterRoom(
                    scheme: RoomScheme(
                        unit: "U2", name: "职工书屋", place: "二楼", since: day(since), books: 500, opened: "工作日", keeper: "")
                ),
                by: .clerk, on: day("2026-03-01"))
        }
        let old = try enter("2025-05-01")
        let new = try enter("2026-02-01")
        /// By the record and by the list's condition.
        func states(_ today: String) throws -> [RoomState] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                return try [old.code, new.code].map { code in
                    let room = try #require(try reading.one(ReadingRoom.self, code, for: .everybody))
                    let state = try RoomState.state(of: room, ask)
                    let listed = try RoomState.allCases.filter {
                        try reading.count(
                            ReadingRoom.self, for: .everybody, where: "code = \(code) and \($0.condition(ask))") == 1
                    }
                    #expect(listed == [state])
                    return state
                }
            }
        }
        func look(_ today: String, _ finding: RoomFinding = .asSaid, _ remark: String = "") -> LookAtRoom {
            LookAtRoom(record: old.code, look: RoomLook(day: day(today), books: 520, finding: finding, remark: remark))
        }
        #expect(try states("2026-11-30") == [.toLook, .looked])
        #expect(try states("2026-12-01") == [.overdue, .looked])
        #expect(try town.refused(look("2026-12-02", .toMend), by: .clerk, on: "2026-12-02") == ["remark: 退回的，请写明要改什么"])
        try town.database.perform(look("2026-12-02", .toMend, "灯坏了"), by: .office, on: day("2026-12-02"))
        #expect(try states("2026-12-03") == [.toMend, .looked])
        try town.database.perform(look("2026-12-05"), by: .clerk, on: day("2026-12-05"))
        #expect(try states("2026-12-06") == [.looked, .looked])
        #expect(try states("2027-01-02") == [.toLook, .toLook])
        #expect(try town.refused(look("2026-12-05"), by: .clerk, on: "2026-12-06") == ["day: 2026-12-05已经登记过核查"])
        #expect(try town.refused(look("2025-01-01"), by: .clerk, on: "2026-12-06") != [])
        #expect(try town.database.read { try $0.one(ReadingRoom.self, old.code, for: .everybody) }?.scheme.books == 520)
        try town.database.perform(CloseRoom(record: old.code, reason: "搬迁"), by: .clerk, on: day("2026-12-07"))
        #expect(try states("2026-12-08") == [.closed, .looked])
        #expect(try town.refused(look("2026-12-08"), by: .clerk, on: "2026-12-08") == [": 书屋已于2026-12-07撤销"])
        #expect(try town.database.faults() == [])
    }
}
