import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// What a unit's clerk does, step by step.
@Suite("Reporting an activity", .onEveryEngine)
struct ReportingTests {
    private let study: [(String, String)] = [
        ("organiser", "U2"), ("kind", "collectiveStudy"), ("title", "第三季度专题学习"), ("team", "T1"),
        ("from", "2026-08-21"), ("to", "2026-08-21"), ("hours", "3"), ("topic", "theory"),
        ("participants", "P1 重点发言\n甲三"),
    ]

    private func saved(_ small: SmallSite) async throws -> String {
        let answer = try await small.post("/activities/new", study + [("step", "save")])
        #expect(answer.status == 303)
        let address = try #require(answer.headers[.location])
        return String(address.prefix { $0 != "?" })
    }

    @Test("before saving, the form says what the record will count for; nothing is written yet")
    func checking() async throws {
        let small = try SmallSite()
        let check = try await small.post("/activities/new", study + [("step", "check")])
        #expect(check.status == 200)
        #expect(check.text.contains("1.1") && check.text.contains("县水务局理论学习中心组"))
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("once saved, the ledger shows it at once")
    func saving() async throws {
        let small = try SmallSite()
        let entry = "/ledger/entry?obligation=1.1&kind=team&subject=T1"
        let before = try await small.get(entry)
        let address = try await saved(small)
        let after = try await small.get(entry)
        #expect(!before.text.contains("第三季度专题学习"))
        #expect(after.text.contains("第三季度专题学习") && after.links.contains(address))
        let book = try small.recorded()
        #expect(book.participations.map(\.person).sorted() == ["P1", "P3"])
        #expect(book.participations.first { $0.person == "P1" }?.role == .keynote)
        let record = try await small.get(address + "?saved=1")
        #expect(record.text.contains("甲三"))
    }

    @Test("what is missing is listed with links to the fields, and nothing typed is lost")
    func mistakes() async throws {
        let small = try SmallSite()
        var typed = study
        typed.removeAll { $0.0 == "hours" || $0.0 == "participants" }
        typed += [("hours", "三小时"), ("participants", "无此人")]
        let page = try await small.post("/activities/new", typed + [("step", "check")])
        #expect(page.status == 422)
        #expect(page.text.contains("href=\"#hours\"") && page.text.contains("href=\"#participants\""))
        #expect(page.text.contains("三小时") && page.text.contains("无此人") && page.text.contains("第三季度专题学习"))
        #expect(page.text.contains("<title>有误："))
    }

    @Test("a kind or a topic that is none is refused, wherever it came from; nothing typed is lost")
    func unknownWords() async throws {
        let small = try SmallSite()
        for (name, value) in [("kind", "picnic"), ("topic", "astrology")] {
            let page = try await small.post(
                "/activities/new", study.filter { $0.0 != name } + [(name, value), ("step", "save")])
            #expect(page.status == 422)
            #expect(page.text.contains("href=\"#\(name)\"") && page.text.contains("没有“\(value)”"))
            #expect(page.text.contains("第三季度专题学习"))
        }
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("a day that was cleared stays cleared; before saving, all that was filled in is shown")
    func clearedAndShown() async throws {
        let small = try SmallSite()
        let cleared = study.map { ["from", "to"].contains($0.0) ? ($0.0, "") : $0 }
        let again = try await small.post("/activities/new", cleared + [("step", "check")])
        #expect(again.status == 422 && again.text.contains("请填写开始日期"))
        #expect(!again.text.contains("value=\"\(SmallSite.today.iso)\""))
        let more = [("audience", "sectionLevel"), ("attachments", "成果报告 2026-09-01"), ("step", "check")]
        let check = try await small.post("/activities/new", study + more)
        #expect(check.status == 200 && check.text.contains("成果报告（2026-09-01）"))
        let category = PersonCategory.builtIn.first { $0.category == "sectionLevel" }
        #expect(check.text.contains("面向</dt><dd>\(try #require(category).zh)"))
    }

    @Test("the same activity is not taken twice")
    func twice() async throws {
        let small = try SmallSite()
        _ = try await saved(small)
        let again = try await small.post("/activities/new", study + [("step", "save")])
        #expect(again.status == 422)
        #expect(try small.recorded().activities.count == 1)
    }

    @Test("a record is made void with a reason; its page stays, and it no longer counts")
    func voiding() async throws {
        let small = try SmallSite()
        let address = try await saved(small)
        #expect(try await small.post(address + "/void", [("reason", " ")]).status == 422)
        #expect(try await small.post(address + "/void", [("reason", "重复填报")]).status == 303)
        let record = try await small.get(address)
        #expect(record.status == 200 && record.text.contains("重复填报"))
        let entry = try await small.get("/ledger/entry?obligation=1.1&kind=team&subject=T1")
        #expect(entry.text.contains("重复填报"), "the entry names it among what did not count, and why")
    }

    @Test("a correction needs a reason and takes the old record's place")
    func correcting() async throws {
        let small = try SmallSite()
        let address = try await saved(small)
        let form = try await small.get(address + "/correct")
        #expect(form.text.contains("第三季度专题学习"), "the form holds what was reported")
        let corrected = study.filter { $0.0 != "title" } + [("title", "水资源专题学习"), ("step", "save")]
        #expect(try await small.post(address + "/correct", corrected).status == 422)
        let answer = try await small.post(address + "/correct", corrected + [("reason", "名称写错")])
        #expect(answer.status == 303)
        let entry = try await small.get("/ledger/entry?obligation=1.1&kind=team&subject=T1")
        #expect(entry.text.contains("水资源专题学习"))
        #expect(try small.recorded().corrections.map(\.reason) == ["名称写错"])
    }
}

@Suite("Open clauses", .onEveryEngine)
struct OpenClauseTests {
    @Test("an open clause shows its question; answered, it makes the next edition and counts")
    func answering() async throws {
        let small = try SmallSite()
        let questions = try await small.get("/plan/questions")
        #expect(questions.links.contains { $0.hasPrefix("/plan/clauses/2.1") })
        #expect(try await small.post("/plan/clauses/2.1", [("population", "townships")]).status == 422)
        let chosen = [("activity", "inspection"), ("population", "townships")]
        let check = try await small.post("/plan/clauses/2.1", chosen + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("确认发布新版本"), "\(check.text.suffix(2000))")
        #expect(check.text.contains("name=\"population\" value=\"townships\""))
        #expect(try small.database.read { try $0.editions() }.count == 1, "nothing is published by looking")
        let answer = try await small.post("/plan/clauses/2.1", chosen)
        #expect(answer.status == 303)
        let editions = try small.database.read { try $0.editions() }
        #expect(editions.map(\.number).sorted() == [1, 2], "the first edition stays as it was")
        let entries = try await small.get("/ledger?obligation=2.1")
        #expect(entries.text.contains("柳湾镇"))
    }

    @Test("a clause may be set aside, with a reason")
    func dismissing() async throws {
        let small = try SmallSite()
        #expect(try await small.post("/plan/clauses/2.1", [("dismiss", "另有方案规定")]).status == 303)
        let plan = try await small.get("/plan")
        #expect(plan.status == 200 && !plan.links.contains { $0.hasPrefix("/plan/clauses/2.1") })
    }
}
