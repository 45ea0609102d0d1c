import HTTPTypes
import Pages
import Records
import Testing
import Vocabulary

@testable import Web

/// What the desk of activities does for a clerk besides taking a form.
@Suite("The desk of activities") struct ActivityDeskTests {
    private static let study = TypedFormTests.study

    /// Two more people of one name, in two offices.
    private static var namesakes: RecordBook {
        var book = SmallSite.book
        let start = day("2024-01-01")
        for (code, unit, post) in [("P7", "U2", "副科长"), ("P8", "U3", "镇长")] {
            book.persons.append(
                Person(code: code, name: "乙四", sex: .female, birthMonth: "1980-01", recorded: start))
            book.appointments.append(
                Appointment(
                    code: "A\(code)", person: code, unit: unit, post: post, rank: "",
                    dated: Dated(from: start, recorded: start)))
        }
        return book
    }

    private func typed(_ changes: (String, String)..., step: String = "check") -> [(String, String)] {
        Self.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes + [("step", step)]
    }

    private func saved(_ small: SmallSite, _ changes: (String, String)...) async throws -> String {
        let fields = Self.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes
        let answer = try await small.post("/activities/new", fields + [("step", "save")])
        #expect(answer.status == 303, "\(answer.text.prefix(3000))")
        return String(try #require(answer.headers[.location]).prefix { $0 != "?" })
    }

    @Test("a namesake is shown with unit and post, and chosen by a click, in the place where the name was typed")
    func namesake() async throws {
        let small = try SmallSite(book: Self.namesakes)
        // Of another unit's clerk neither is nearer.
        let fields = typed(
            ("organiser", "U1"), ("team", ""), ("participants", "甲一 主讲\n乙四 2、甲三"))
        let page = try await small.post("/activities/new", fields)
        #expect(page.status == 422 && page.text.contains("第2行：有2人叫“乙四”"))
        #expect(page.text.contains("县水务局 副科长") && page.text.contains("柳湾镇 镇长"))
        let button = try #require(
            page.text.firstMatch(of: /name="participants-meant" value="([^"]*P8[^"]*)"/).map { String($0.1) })
        let chosen = try await small.post(
            "/activities/new", fields.filter { $0.0 != "step" } + [("participants-meant", button)])
        #expect(chosen.status == 200 && chosen.text.contains("甲一 主讲\nP8 乙四 2、甲三"), "\(button)")
        let check = try await small.post(
            "/activities/new", typed(("organiser", "U1"), ("team", ""), ("participants", "甲一 主讲\nP8 乙四 2、甲三")))
        #expect(check.status == 200 && check.text.contains(">P8</td>"))
        // Where the unit has one of them, that one is meant.
        let own = try await small.post("/activities/new", typed(("participants", "乙四")))
        #expect(own.status == 200 && own.text.contains(">P7</td>"))
    }

    @Test("whatever is pasted is read: marks between, tabs, units and posts behind, one name in two words")
    func pasted() async throws {
        let small = try SmallSite(book: Self.namesakes)
        for text in [
            "甲一、甲三", "甲一，甲三", "甲一;甲三", "甲一；甲三", "甲一\t县水务局\t科员\n甲三", "甲　一\n甲 三", "p1\nＰ３ 主讲", "P1 甲一、P3 甲三",
            "甲一 重点发言 2，甲三，主讲，1.5",
        ] {
            let page = try await small.post("/activities/new", typed(("participants", text)))
            #expect(page.status == 200, "\(text): \(page.text.matches(of: /第\d行[^<]*/).map { $0.0 })")
            #expect(page.text.contains(">P1</td>") && page.text.contains(">P3</td>"), "\(text)")
        }
        let told = try await small.post("/activities/new", typed(("participants", "乙四，柳湾镇")))
        #expect(told.status == 200 && told.text.contains(">P8</td>"), "the unit tells namesakes apart")
    }

    @Test("a search beside the box finds people, and a click adds them") func search() async throws {
        let small = try SmallSite(book: Self.namesakes)
        let found = try await small.post(
            "/activities/new", Self.study + [("participants-find", "乙"), ("participants-seek", "1")])
        #expect(found.status == 200 && found.text.contains("柳湾镇 镇长") && found.text.contains("第三季度专题学习"))
        let added = try await small.post(
            "/activities/new", Self.study + [("participants-meant", "- P8 乙四")])
        #expect(added.text.contains("甲三\nP8 乙四"))
    }

    @Test("from an obligation the form opens filled in, and the check says before and after")
    func fromAnObligation() async throws {
        let small = try SmallSite()
        let entry = try await small.get("/ledger/entry?obligation=1.1&kind=team&subject=T1")
        let link = try #require(entry.links.first { $0.hasPrefix("/activities/new?") })
        #expect(try await small.get("/units/U2").links.contains { $0.hasPrefix("/activities/new?") })
        let form = try await small.get(link)
        #expect(form.text.contains("value=\"collectiveStudy\" selected") && form.text.contains("value=\"T1\" selected"))
        #expect(form.text.contains("目前") && form.text.contains("0 / 12次"))
        let carried = try #require(form.text.firstMatch(of: /name="entry" value="([^"]+)"/).map { String($0.1) })
        let check = try await small.post("/activities/new", typed(("entry", carried)))
        #expect(check.text.contains("0 / 12次 → 1 / 12次"), "\(check.text.matches(of: /→[^<]*/).map { $0.0 })")
        let other = try await small.post(
            "/activities/new", typed(("entry", carried), ("kind", "mainClass"), ("team", "")))
        #expect(other.text.contains("0 / 12次 → 0 / 12次"), "what it does not count for gains nothing, and says why")
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("a record tells who reported, corrected and voided it, when, what changed and why") func history()
        async throws
    {
        let small = try SmallSite()
        let first = try await saved(small)
        let answer = try await small.post(
            first + "/correct",
            typed(("title", "水资源专题学习"), ("participants", "P1 主讲\nP2"), ("reason", "名称写错"), step: "save"))
        let second = String(try #require(answer.headers[.location]).prefix { $0 != "?" })
        _ = try await small.post(second + "/void", [("reason", "误报")])
        for address in [first, second] {
            let page = try await small.get(address)
            let history = try #require(page.text.firstMatch(of: /id="history".*?<\/section>/)?.0)
            for words in [
                "填报", "更正", "作废", "名称写错", "误报", "本机操作员", "第三季度专题学习", "水资源专题学习", "甲三（P3）", "不在名单中", "甲一（P1）",
            ] { #expect(history.contains(words), "\(words)") }
        }
    }

    @Test("what was held before is reported anew with a click: the same people, this year's days") func like()
        async throws
    {
        let small = try SmallSite()
        let address = try await saved(
            small, ("from", "2025-08-21"), ("to", "2025-08-21"), ("title", "2025年第三季度专题学习"))
        let page = try await small.get(address)
        let link = try #require(page.links.first { $0.contains("/activities/new?like=") })
        let form = try await small.get(link)
        #expect(form.text.contains("value=\"2026年第三季度专题学习\"") && form.text.contains("value=\"2026-08-21\""))
        #expect(form.text.contains("P1 甲一 重点发言"))
    }

    @Test("correcting shows names beside the numbers") func names() async throws {
        let small = try SmallSite()
        let address = try await saved(small)
        #expect(try await small.get(address + "/correct").text.contains("P1 甲一 重点发言\nP3 甲三"))
    }

    @Test("rows of a sheet are pasted with their heads: names, numbers and hours are read, the rest is left aside")
    func pastedSheet() async throws {
        let small = try SmallSite()
        let sheet = """
            县水务局参训名单
            序号\t姓名\t职务\t学时\t电话
            1\t甲一\t书记\t2\t13800000003
            2\t甲三\t科员\t\t13800000004

            """
        let check = try await small.post("/activities/new", typed(("participants", sheet)))
        #expect(check.status == 422, "a title above the heads is no person, and said")
        let rows = sheet.split(separator: "\n", maxSplits: 1)[1]
        let read = try await small.post("/activities/new", typed(("participants", String(rows))))
        #expect(read.status == 200, "\(read.text.prefix(3000))")
        #expect(read.text.contains("<td role=\"cell\">P1</td>") && read.text.contains("<td role=\"cell\">P3</td>"))
    }

    @Test("after a correction those who stayed count for the record that stands, and the other shows who was on it")
    func correctedCounts() async throws {
        let small = try SmallSite(
            plan: "方案\n一、任务\n1.提升能力。每年培训干部10人次（牵头单位：县委组织部）。")
        let fields: [(String, String)] = [
            ("kind", "specialClass"), ("participants", "P1\nP2\nP3"), ("team", ""),
        ]
        let study = Self.study.filter { field in !fields.contains { $0.0 == field.0 } } + fields
        let first = try await small.post("/activities/new", study + [("step", "save")])
        let old = String(try #require(first.headers[.location]).prefix { $0 != "?" })
        #expect(try await small.get(old).text.contains("+3"))
        let changed = study.filter { $0.0 != "participants" } + [("participants", "P1\nP2"), ("reason", "多报一人")]
        let answer = try await small.post(old + "/correct", changed + [("step", "save")])
        let new = String(try #require(answer.headers[.location], "\(answer.text.prefix(3000))").prefix { $0 != "?" })
        let standing = try await small.get(new)
        #expect(standing.text.contains("+2") && standing.text.contains("参训人员 · 2"))
        let replaced = try await small.get(old)
        #expect(!replaced.text.contains("+2") && !replaced.text.contains("+3"))
        #expect(replaced.text.contains("参训人员 · 3"), "as it was until then")
    }

    @Test("whoever sees one unit learns nothing of another through the form") func reach() async throws {
        var small = try SmallSite(book: Self.namesakes)
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get("/activities/new?unit=U2").status == 403)
        let form = try await small.get("/activities/new?unit=U3&entry=1.1%20team%20T1%202026-01-01")
        #expect(form.status == 200 && !form.text.contains("0 / 12次"))
        #expect(!form.text.contains("value=\"U2\""), "only units of one's own are offered")
        let sent = try await small.post("/activities/new", [("organiser", "U2"), ("step", "enter")])
        #expect(!sent.text.contains("甲一"))
    }

    @Test("a form of today asks for no last day, so that a changed first day is one day") func oneDay() async throws {
        let small = try SmallSite()
        let form = try await small.get("/activities/new?unit=U2")
        #expect(form.text.contains("value=\"2026-09-30\""))
        let check = try await small.post("/activities/new", typed(("from", "2026-09-01"), ("to", "")))
        #expect(check.status == 200 && !check.text.contains("29天"))
    }
}
