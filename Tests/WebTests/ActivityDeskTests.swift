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
}
