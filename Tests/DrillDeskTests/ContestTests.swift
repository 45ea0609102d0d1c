import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import DrillDesk

@Suite("Contests") struct ContestTests {
    @Test(
        "a roster keeps to its limits, to people of the unit and to those who do not judge",
        arguments: TestEngine.allCases)
    func roster(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try town.contest()
        func enter(_ unit: String, _ lines: [EntryLine], _ reader: Reader) throws -> [String] {
            try town.refused(
                EnterContest(record: contest.code, unit: unit, lines: lines), by: reader, on: "2026-05-26")
        }
        #expect(
            try enter("U2", [EntryLine(person: "P3", event: 1)], .clerk) == ["lines: “情景处置”每单位限报2人，已报3人"])
        #expect(
            try enter("U2", [EntryLine(person: "P6", event: 2), EntryLine(person: "P3", event: 9)], .clerk)
                == ["lines.0.person: 干部6在比武时不在本单位任职", "lines.1.event: 第2行：没有这个赛项"])
        #expect(
            try enter("U3", [EntryLine(person: "P5", event: 1)], .neighbour) == ["lines.0.person: 干部5已报这个赛项"])
        #expect(
            try enter("U4", [EntryLine(person: "P8", event: 2)], .township)
                == ["lines.0.person: 干部8是这个赛项的评委，不能参赛"])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                EnterContest(record: contest.code, unit: "U3", lines: [EntryLine(person: "P6", event: 2)]), by: .clerk,
                on: day("2026-05-26"))
        }
        // A unit withdraws its own before the draw; then whoever holds the contest does.
        let first = try #require(try town.entries(contest).first { $0.person == "P2" })
        try town.database.perform(WithdrawEntry(record: first.code), by: .clerk, on: day("2026-05-27"))
        #expect(try enter("U2", [EntryLine(person: "P3", event: 1)], .clerk) == [])
        #expect(
            try town.refused(DrawOrder(record: contest.code, seed: "7"), by: .office, on: "2026-06-01")
                == [": 报名到2026-06-01截止，截止后才能抽签"])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(DrawOrder(record: contest.code, seed: "7"), by: .clerk, on: day("2026-06-02"))
        }
        try town.database.perform(DrawOrder(record: contest.code, seed: "7"), by: .office, on: day("2026-06-02"))
        let other = try #require(try town.entries(contest).first { $0.person == "P3" })
        #expect(try town.refused(WithdrawEntry(record: other.code), by: .clerk, on: "2026-06-03").count == 1)
        try town.database.perform(WithdrawEntry(record: other.code), by: .office, on: day("2026-06-03"))
        #expect(try town.database.faults() == [])
    }

    @Test(
        "the order is drawn by the seed that is published, and can be worked out again", arguments: TestEngine.allCases)
    func drawn(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try town.drawn()
        #expect(contest.seed == "7" && contest.stage == .drawn)
        for event in [1, 2] {
            let entries = try town.entries(contest).filter { $0.event == event }
            #expect(entries.map(\.draw) == (1...entries.count).map { $0 })
            #expect(entries.map(\.code) == Draw.order(entries.map(\.code).sorted(), seed: "7"))
        }
        let page = try town.database.read { try contest.page(.of($0, .clerk, on: day("2026-06-03"))).text() }
        let first = try #require(try town.entries(contest).first)
        #expect(page.contains(String(Draw.digest(of: first.code, seed: "7").prefix(12))))
    }

    @Test("a judge steps aside for contestants of their own unit", arguments: TestEngine.allCases)
    func asides(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try town.drawn()
        let own = try #require(try town.entries(contest).first { $0.person == "P5" && $0.event == 1 })
        let other = try #require(try town.entries(contest).first { $0.person == "P1" })
        func mark(_ judge: String, _ entry: ContestEntry, _ mark: Int, by reader: Reader = .office) -> EnterMarks {
            EnterMarks(
                contest: contest.code, event: 1, judge: judge,
                marks: [SheetLine(entry: entry.code, label: "", value: Score(mark))])
        }
        #expect(
            try town.refused(mark("P7", own, 90), by: .office, on: "2026-06-16") == [": 干部7与干部5同一单位，应当回避"])
        try town.database.perform(mark("P7", other, 90), by: .office, on: day("2026-06-16"))
        #expect(try town.refused(mark("P7", other, 90), by: .office, on: "2026-06-16") == [": 内容没有变化"])
        #expect(try town.refused(mark("P6", other, 90), by: .office, on: "2026-06-16") == [": 不是这个赛项的评委"])
        #expect(try town.refused(mark("P8", other, 101), by: .office, on: "2026-06-16").count == 1)
        #expect(throws: NotAllowed.self) {
            try town.database.perform(mark("P8", other, 90), by: .clerk, on: day("2026-06-16"))
        }
        #expect(
            try town.refused(
                NameJudges(record: contest.code, judges: [ContestJudge(person: "P8")]), by: .office, on: "2026-06-16")
                == ["judges: 干部7已经打分，不能从评委中去掉"])
        #expect(
            try town.refused(
                NameJudges(
                    record: contest.code,
                    judges: [ContestJudge(person: "P7"), ContestJudge(person: "P8"), ContestJudge(person: "P1")]),
                by: .office, on: "2026-06-16") == ["judges.2.person: 干部1在这个赛项参赛，不能当评委"])
    }

    @Test(
        "results are published once all is in, count from then on, and an upheld objection puts them right",
        arguments: TestEngine.allCases)
    func results(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let drawn = try town.drawn()
        #expect(
            try town.refused(PublishResults(record: drawn.code), by: .office, on: "2026-06-18").first?.contains("没有录入")
                == true)
        try town.scored(drawn)
        #expect(
            try town.refused(PublishResults(record: drawn.code), by: .office, on: "2026-06-16") == [": 比武到2026-06-17结束"]
        )
        let contest = try town.database.perform(
            PublishResults(record: drawn.code), by: .office, on: day("2026-06-18"))
        // Five working days after Thursday the 18th; the 19th is the dragon boat festival's day off.
        #expect(contest.noticeUntil.map { $0 >= day("2026-06-25") } == true)
        #expect(try town.held(.contest) == [["U1", "P1 attendee", "P2 attendee", "P5 attendee"]])
        let places = try town.database.read { try $0.places(of: contest) }
        let people = Dictionary(
            try town.entries(contest).map { ($0.code, $0.person) }, uniquingKeysWith: { one, _ in one })
        #expect(places[0].placings.map { people[$0.entry] } == ["P1", "P5", "P2"])
        #expect(places[0].placings.map { $0.total?.text } == ["90.5", "85.6", "73"])
        let objection = try town.database.perform(
            RaiseObjection(
                record: contest.code,
                objection: ObjectionForm(contest: contest.code, unit: "U2", event: 1, about: "漏计一项")),
            by: .clerk, on: day("2026-06-22"))
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                RaiseObjection(
                    record: contest.code,
                    objection: ObjectionForm(contest: contest.code, unit: "U2", event: 1, about: "别人的")),
                by: .neighbour,
                on: day("2026-06-22"))
        }
        #expect(
            try town.refused(
                AnswerObjection(record: objection.code, isUpheld: true, text: "属实"), by: .clerk, on: "2026-06-23")
                == [": 由主办单位办理"], "whoever raised it does not close it")
        // Nor does an account of the holder's that raised one for somebody; a colleague's does, and a machine without sign-in.
        let own = try town.database.perform(
            RaiseObjection(
                record: contest.code,
                objection: ObjectionForm(contest: contest.code, unit: "U3", event: 1, about: "电话提出：计时有误")),
            by: .office, on: day("2026-06-22"))
        let answer = AnswerObjection(record: own.code, isUpheld: false, text: "经核对无误")
        #expect(try town.refused(answer, by: .office, on: "2026-06-23") == [": 由本账号提出，请由另一人答复"])
        let colleague = Reader(account: "县委组织部乙", rights: [.see, .report, .plan])
        func waits(_ reader: Reader) throws -> [Int] {
            try town.database.read { try ContestObjection.waiting(.of($0, reader, on: day("2026-06-23"))).map(\.count) }
        }
        #expect(try waits(.office) == [1] && waits(colleague) == [2], "what one may not answer does not wait for one")
        #expect(try town.refused(answer, by: colleague, on: "2026-06-23") == [])
        try town.database.perform(
            AnswerObjection(record: objection.code, isUpheld: true, text: "属实"), by: .office, on: day("2026-06-23"))
        try town.database.perform(
            ReopenResults(record: contest.code, reason: "漏计"), by: .office, on: day("2026-06-23"))
        let second = try #require(try town.entries(contest).first { $0.person == "P2" })
        for judge in ["P7", "P8"] {
            try town.database.perform(
                EnterMarks(
                    contest: contest.code, event: 1, judge: judge,
                    marks: [SheetLine(entry: second.code, label: "", value: Score(99))]), by: .office,
                on: day("2026-06-23"))
        }
        let again = try town.database.perform(
            PublishResults(record: contest.code), by: .office, on: day("2026-06-24"))
        #expect(again.activity == contest.activity, "the same people took part: nothing to correct")
        #expect(try town.database.read { try $0.places(of: again) }[0].placings.first?.entry == second.code)
        #expect(try town.database.faults() == [])
    }

    @Test("a contest whose results come years later is on record with its days", arguments: TestEngine.allCases)
    func late(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try town.drawn()
        try town.scored(contest)
        let published = try town.database.perform(
            PublishResults(record: contest.code), by: .office, on: day("2029-06-18"))
        #expect(published.stage == .published && !published.activity.isEmpty)
        #expect(try town.held(.contest).count == 1)
    }

    @Test(
        "the award gives titles to whoever came first, by document, and one that is taken away stays",
        arguments: TestEngine.allCases)
    func award(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let contest = try town.published()
        var draft = AwardDraft(documentNumber: "河组发〔2026〕7号", body: "县委组织部", day: day("2026-06-30"))
        #expect(
            try town.refused(DecideAward(record: contest.code, award: draft), by: .office, on: "2026-06-29")
                == ["day: 日期2026-06-30还没有到"])
        draft.level = .city
        let decided = try town.database.perform(
            DecideAward(record: contest.code, award: draft), by: .office, on: day("2026-06-30"))
        #expect(decided.stage == .decided && decided.decided == day("2026-06-30"))
        let titles = try town.database.read { try $0.all(DrillTitle.self, for: .everybody) }
        #expect(titles.map { "\($0.scheme.person) \($0.event) \($0.place ?? 0)" } == ["P1 情景处置 1", "P5 实操 1"])
        let document = try town.database.read { try decided.decision(.of($0, .office, on: day("2026-06-30"))) }
        guard case .file(let bytes, _, _, _) = document else { return #expect(Bool(false)) }
        #expect(bytes.starts(with: Array("PK".utf8)))
        let revoke = RevokeTitle(
            record: titles[0].code,
            draft: RevocationDraft(cause: .cheating, documentNumber: "河组发〔2026〕9号", day: day("2026-08-01")))
        #expect(try town.refused(revoke, by: .office, on: "2026-07-31") == ["day: 日期2026-08-01还没有到"])
        try town.database.perform(revoke, by: .office, on: day("2026-08-01"))
        try town.database.read { reading in
            let ask = Ask.of(reading, .office, on: day("2026-08-02"))
            let file = try #require(try ask.titlesOnFile(of: "P1"))
            #expect(Page("", file).text().contains("已撤销"))
            #expect(try ask.titlesOnFile(of: "P2") == nil)
            for state in TitleState.allCases {
                let listed = try reading.all(DrillTitle.self, for: .everybody, where: state.condition(ask))
                #expect(listed.allSatisfy { TitleState.state(of: $0, ask) == state })
            }
        }
        #expect(try town.database.faults() == [])
    }

    @Test("a unit gives its own titles, once a year, and not the city's", arguments: TestEngine.allCases)
    func titles(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        var scheme = TitleScheme(person: "P1", unit: "U2", year: 2026, body: "县住建局", documentNumber: "河建〔2026〕3号")
        scheme.day = day("2026-07-01")
        #expect(try town.refused(GrantTitle(scheme: scheme), by: .clerk, on: "2026-07-02") == [])
        #expect(
            try town.refused(GrantTitle(scheme: scheme), by: .clerk, on: "2026-07-02")
                == ["person: 这个人已有同一年度、同一级别的这一称号"])
        scheme.level = .city
        #expect(
            try town.refused(GrantTitle(scheme: scheme), by: .clerk, on: "2026-07-02") == ["level: 市级以上称号由组织部门登记"])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(GrantTitle(scheme: scheme), by: .neighbour, on: day("2026-07-02"))
        }
        #expect(try town.refused(GrantTitle(scheme: scheme), by: .office, on: "2026-07-02") == [])
    }
}

@Suite("Handbooks") struct HandbookTests {
    @Test(
        "a text is read by everybody of the unit, each by their own word; the next one anew",
        arguments: TestEngine.allCases)
    func readers(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let handbook = try town.database.perform(
            BeginHandbook(scheme: HandbookScheme(unit: "U2", title: "窗口手册", family: "窗口服务")), by: .clerk,
            on: day("2026-02-01"))
        func issue(_ hash: Character, from: String, on today: String) throws -> [String] {
            var draft = VersionDraft(validFrom: day(from), summary: "新增", approvedBy: "局党组")
            draft.file = EvidenceFile(
                name: "手册.pdf", type: "application/pdf", bytes: 10, hash: String(repeating: hash, count: 64))
            return try town.refused(IssueVersion(record: handbook.code, draft: draft), by: .clerk, on: today)
        }
        #expect(try issue("a", from: "2026-02-10", on: "2026-02-01") == [])
        let first = HandbookVersion.code(handbook.code, 1)
        func confirm(_ person: String, _ version: String, on today: String) throws -> [String] {
            try town.refused(ConfirmReading(version: version), by: .official(person), on: today)
        }
        #expect(try confirm("P1", first, on: "2026-02-09") == [": 这不是您岗位的现行手册"], "it does not hold yet")
        #expect(try confirm("P1", first, on: "2026-02-10") == [])
        #expect(try confirm("P1", first, on: "2026-02-20") == [], "once more is no harm")
        #expect(try confirm("P5", first, on: "2026-02-20").count == 1, "of another unit")
        func confirmed(_ number: Int) throws -> [String: Day] {
            try town.database.read { reading in
                let version = try #require(try reading.versions(of: handbook.code).first { $0.number == number })
                return try reading.confirmed(version)
            }
        }
        #expect(try confirmed(1) == ["P1": day("2026-02-10")])
        #expect(try issue("b", from: "2026-02-10", on: "2026-03-01") == ["validFrom: 生效日期应晚于上一版的2026-02-10"])
        #expect(try issue("b", from: "2026-03-01", on: "2026-03-01") == [])
        #expect(try confirmed(2) == [:])
        #expect(try confirm("P1", first, on: "2026-03-02").count == 1, "the text that holds is read, not an old one")
        try town.database.read { reading in
            let page = try handbook.page(.of(reading, .clerk, on: day("2026-03-02"))).text()
            #expect(page.contains("0 / 4人") && page.contains("第2版"))
            let versions = try reading.versions(of: handbook.code)
            let counts = try versions.map { try reading.readerCounts(of: handbook, $0, on: day("2026-03-02")) }
            #expect(counts.map(\.all) == [4, 4] && counts.map(\.read) == [0, 1])
            #expect(try reading.confirmedCounts(of: handbook.code) == [first: 1])
            let waiting = try Ask.of(reading, .official("P1"), on: day("2026-03-02")).ownDrillsWaiting()
            #expect(waiting.map(\.count) == [1])
        }
        #expect(try town.database.faults() == [])
    }
}
