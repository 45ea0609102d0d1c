import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import DrillDesk

@Suite("Contests by teams, and marks from a sheet") struct TeamTests {
    private static let relay = ContestEvent(
        name: "团体处置", theoryShare: 30, perUnit: 1, firsts: 1, seconds: 1, thirds: 0, teamSize: 3)

    /// A contest of one event for teams of three, which U2 and U3 have entered, with the order drawn.
    private func drawn(_ town: DrillTown) throws -> DrillContest {
        let contest = try town.database.perform(
            AnnounceContest(scheme: .sample { $0.events = [Self.relay] }), by: .office, on: day("2026-05-01"))
        try town.database.perform(
            NameJudges(record: contest.code, judges: [ContestJudge(person: "P8"), ContestJudge(person: "P7")]),
            by: .office, on: day("2026-05-02"))
        for (unit, people, reader) in [("U2", ["P1", "P2", "P3"], Reader.clerk), ("U3", ["P5", "P6"], .neighbour)] {
            try town.database.perform(
                EnterContest(
                    record: contest.code, unit: unit, lines: people.map { EntryLine(person: $0, event: 1) }),
                by: reader, on: day("2026-05-20"))
        }
        return try town.database.perform(
            DrawOrder(record: contest.code, seed: "7"), by: .office, on: day("2026-06-02"))
    }

    @Test("those of one team's name are one entry; no team beyond its size, no unit beyond its teams, nobody twice")
    func roster() throws {
        let town = try DrillTown(.sqlite)
        let contest = try town.database.perform(
            AnnounceContest(
                scheme: .sample { scheme in
                    var event = Self.relay
                    event.perUnit = 2
                    scheme.events = [event, ContestEvent(name: "单人", perUnit: 4)]
                }), by: .office, on: day("2026-05-01"))
        func enter(_ lines: [EntryLine]) throws -> [String] {
            try town.refused(
                EnterContest(record: contest.code, unit: "U2", lines: lines), by: .clerk, on: "2026-05-20")
        }
        func team(_ name: String, _ people: String...) -> [EntryLine] {
            people.map { EntryLine(person: $0, event: 1, team: name) }
        }
        #expect(
            try enter(team("一队", "P1", "P2", "P3", "P4"))
                == ["lines: “团体处置”每队3人，“一队”有4人；分队的请写不同的队名"])
        #expect(try enter([EntryLine(person: "P1", event: 2, team: "一队")]) == ["lines.0.team: “单人”是个人赛，不填队名"])
        #expect(try enter(team("一队", "P1", "P1")) == ["lines.1.person: 干部1已报这个赛项"])
        let lines = team("一队", "P1", "P2") + [EntryLine(person: "P1", event: 2)]
        let registration = Registration(contest: contest.code, unit: "U2", lines: lines)
        #expect(registration.remarks(contest).map(\.zh) == ["“团体处置”每队3人，“一队”只有2人"], "shown, and not refused")
        #expect(try enter(lines) == [])
        let entries = try town.entries(contest)
        #expect(entries.map(\.people) == [["P1", "P2"], ["P1"]] && entries[0].team == "一队")
        #expect(
            try enter(team("一队", "P3")) == ["lines: “团体处置”已有“一队”，请另写队名；换人的先退赛再报"])
        #expect(try enter(team("二队", "P2")) == ["lines.0.person: 干部2已报这个赛项"], "a member is entered too")
        #expect(
            try enter(team("二队", "P3") + team("三队", "P4")) == ["lines: “团体处置”每单位限报2队，已报3队"])
        #expect(try town.database.read { try $0.entrantCount(of: contest) } == 2)
        #expect(try town.database.faults() == [])
    }

    @Test(
        "a team has one mark of each judge; all of it took part, and each of its people is given the title",
        arguments: TestEngine.allCases)
    func whole(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try drawn(town)
        let entries = try town.entries(contest)
        let (first, second) = (
            try #require(entries.first { $0.unit == "U2" }), try #require(entries.first { $0.unit == "U3" })
        )
        func sheet(_ lines: EventLine...) -> EnterEventSheet {
            EnterEventSheet(contest: contest.code, event: 1, lines: lines)
        }
        #expect(
            try town.refused(
                sheet(EventLine(entry: second.code, marks: ["P7": Score(90)])), by: .office, on: "2026-06-17")
                == [": 干部7与干部5、干部6同一单位，应当回避"])
        #expect(
            try town.refused(
                sheet(
                    EventLine(entry: first.code, theory: Score(80)),
                    EventLine(entry: second.code, theory: Score(101))), by: .office, on: "2026-06-17"
            ).count == 1)
        #expect(try town.entries(contest).allSatisfy { $0.theory == nil }, "all of a sheet, or nothing")
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                sheet(EventLine(entry: first.code, theory: Score(80))), by: .clerk, on: day("2026-06-17"))
        }
        try town.database.perform(
            sheet(
                EventLine(entry: first.code, theory: Score(80), marks: ["P7": Score(95), "P8": Score(91)]),
                EventLine(entry: second.code, theory: Score(70), time: Score(300), marks: ["P8": Score(85)])),
            by: .office, on: day("2026-06-17"))
        // An empty cell leaves what stands.
        try town.database.perform(
            sheet(EventLine(entry: first.code, time: Score(240))), by: .office, on: day("2026-06-17"))
        let kept = try #require(try town.entries(contest).first { $0.code == first.code })
        #expect(kept.theory == Score(80) && kept.marks.count == 2 && kept.time == Score(240))
        #expect(try town.refused(sheet(), by: .office, on: "2026-06-17") == [": 内容没有变化"])
        try town.database.perform(PublishResults(record: contest.code), by: .office, on: day("2026-06-18"))
        #expect(
            try town.held(.contest)
                == [["U1", "P1 attendee", "P2 attendee", "P3 attendee", "P5 attendee", "P6 attendee"]])
        var award = AwardDraft(documentNumber: "河组发〔2026〕7号", body: "县委组织部", day: day("2026-06-30"))
        award.level = .city
        let decided = try town.database.perform(
            DecideAward(record: contest.code, award: award), by: .office, on: day("2026-06-30"))
        let titles = try town.database.read { try $0.all(DrillTitle.self, for: .everybody, order: "code") }
        #expect(titles.map(\.scheme.person) == ["P1", "P2", "P3"])
        try town.database.read { reading in
            let page = try decided.page(.of(reading, .clerk, on: day("2026-07-01"))).text()
            #expect(page.contains("干部1、干部2、干部3") && page.contains("一等奖"))
            // A member reads of it as the one who stands first does.
            let own = try Ask.of(reading, .official("P3"), on: day("2026-07-01")).ownDrills().text()
            #expect(own.contains("团体处置") && own.contains("第1名"))
        }
        #expect(try town.database.faults() == [])
    }

    @Test(
        "of a filled-in sheet what was written on it is taken in, and nothing that others changed meanwhile is undone")
    func overtaken() throws {
        let town = try DrillTown(.sqlite)
        let contest = try drawn(town)
        let first = try #require(try town.entries(contest).first { $0.unit == "U2" })
        func entry() throws -> ContestEntry {
            try #require(try town.entries(contest).first { $0.code == first.code })
        }
        func mark(_ judge: String) throws -> Score? { try entry().marks.first { $0.judge == judge }?.mark }
        func enter(_ line: EventLine) throws -> [String] {
            try town.refused(
                EnterEventSheet(contest: contest.code, event: 1, lines: [line]), by: .office, on: "2026-06-17")
        }
        var line = EventLine(entry: first.code, theory: Score(80), marks: ["P7": Score(95), "P8": Score(91)])
        #expect(try enter(line) == [])
        // Two open the template as it stands now; the first puts a mark right.
        line.held = HeldMarks(try entry()).text
        var corrected = line
        corrected.marks["P7"] = Score(90)
        #expect(try enter(corrected) == [])
        // The other has written a time, and left the old mark in its cell.
        var late = line
        late.time = Score(240)
        #expect(try enter(late) == [])
        #expect(try mark("P7") == Score(90) && entry().time == Score(240))
        // Had they changed the same mark, they would be told; and of a sheet of one's own, which held nothing, likewise.
        late.marks["P7"] = Score(70)
        let told = [": 下载模板以后，这名选手的成绩已被别人改动，请重新下载模板填写"]
        #expect(try enter(late) == told)
        #expect(try enter(EventLine(entry: first.code, marks: ["P7": Score(70)])) == told)
        #expect(try mark("P7") == Score(90) && mark("P8") == Score(91))
        late.held = HeldMarks(try entry()).text
        #expect(try enter(late) == [])
        #expect(try mark("P7") == Score(70))
    }

    @Test("what a template held is read back as it was, whatever a judge's number") func held() {
        let held = HeldMarks(
            theory: nil, time: Score(hundredths: 12_345), marks: ["theory": Score(1), "a=b": Score(2)])
        #expect(HeldMarks(text: held.text) == held)
        #expect(HeldMarks(text: "") == HeldMarks(theory: nil, time: nil, marks: [:]))
    }

    @Test("two who fill in one judge's sheet do not overwrite each other unawares") func race() throws {
        let town = try DrillTown(.sqlite)
        let contest = try town.drawn()
        let entry = try #require(try town.entries(contest).first { $0.person == "P1" && $0.event == 1 })
        let shown = try town.database.read { reading in
            var ask = Ask.of(reading, .office, on: day("2026-06-16"))
            ask = Ask(
                context: ask.context, reader: ask.reader, reading: reading, parts: ["event": "1", "judge": "P8"])
            return try ask.judgeSheet(of: contest).shown
        }
        func marks(_ mark: Int) -> EnterMarks {
            EnterMarks(
                contest: contest.code, event: 1, judge: "P8",
                marks: [SheetLine(entry: entry.code, label: "", value: Score(mark))], shown: shown)
        }
        #expect(try town.refused(marks(90), by: .office, on: "2026-06-16") == [])
        #expect(try town.refused(marks(70), by: .office, on: "2026-06-16") == [": 这张表已被别人改动，请重新打开后录入"])
    }

    @Test("a county's title is a county's to give, or the office's") func county() throws {
        let town = try DrillTown(.sqlite)
        var scheme = TitleScheme(person: "P1", unit: "U2", year: 2026, body: "县住建局", documentNumber: "河建〔2026〕3号")
        (scheme.day, scheme.level) = (day("2026-07-01"), .county)
        #expect(
            try town.refused(GrantTitle(scheme: scheme), by: .clerk, on: "2026-07-02") == ["level: 县级称号由县（市、区）或者组织部门登记"]
        )
        #expect(try town.refused(GrantTitle(scheme: scheme), by: .office, on: "2026-07-02") == [])
    }
}
