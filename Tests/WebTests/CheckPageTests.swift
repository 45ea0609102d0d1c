import HTTPTypes
import Pages
import Records
import Testing
import Vocabulary

@testable import Web

/// What a clerk is told before a record is saved, corrected or made void.
@Suite("Before a record is saved")
struct CheckPageTests {
    private func typed(_ changes: (String, String)..., step: String = "check") -> [(String, String)] {
        TypedFormTests.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes + [("step", step)]
    }

    private func saved(_ small: SmallSite, _ changes: (String, String)...) async throws -> String {
        let fields = TypedFormTests.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes
        let answer = try await small.post("/activities/new", fields + [("step", "save")])
        return String(try #require(answer.headers[.location]).prefix { $0 != "?" })
    }

    /// Fields that the summary leads to, in order.
    private func wrong(_ page: Answer) throws -> [String] {
        let errors = try #require(page.text.firstMatch(of: /<div class="errors".*?<\/ul>/)?.0)
        return errors.matches(of: /href="#([a-z]+)"/).map { String($0.1) }
    }

    @Test("everything that is wrong is told at once, in the order of the form and beside each field")
    func allAtOnce() async throws {
        let small = try SmallSite()
        let fields = typed(
            ("title", " "), ("hours", "3.25"), ("filed", "2026-10-20"), ("approved", "2026-13-01"), ("team", "T9"),
            ("participants", "P1 3.3\n无此人"), ("topic", "astrology"))
        let page = try await small.post("/activities/new", fields)
        #expect(page.status == 422)
        #expect(
            try wrong(page) == ["title", "team", "hours", "topic", "filed", "approved", "participants", "participants"])
        for field in Set(try wrong(page)) { #expect(page.text.contains("id=\"\(field)-error\""), "\(field)") }
        let beside = try #require(page.text.firstMatch(of: /id="participants-error">(.*?)<\/div>/)?.1)
        #expect(beside.contains("第1行") && beside.contains("第2行"), "each of them beside the field")

        let address = try await saved(small)
        let correction = try await small.post(
            address + "/correct", typed(("title", ""), ("hours", "三小时"), ("reported", "2026-08-01")))
        #expect(try wrong(correction) == ["reason", "title", "hours", "reported"])
    }

    @Test("what stands in for something that could not be read is no error of its own")
    func standIns() async throws {
        let small = try SmallSite()
        for (name, value) in [("from", "八月"), ("to", "2026-02-30"), ("hours", "x"), ("kind", "picnic")] {
            let page = try await small.post(
                "/activities/new",
                typed((name, value), ("reported", "2026-08-22"), ("participants", "P1 2\n甲三")))
            #expect(try wrong(page) == [name], "\(name)")
        }
    }

    @Test("hours go in halves, and a refusal says so, with as many as the days have")
    func halves() async throws {
        let small = try SmallSite()
        for (name, value) in [("hours", "2.3"), ("hours", "25"), ("hours", "两小时"), ("participants", "P1 0.4")] {
            let page = try await small.post("/activities/new", typed((name, value)))
            #expect(page.text.contains("0.5的倍数，如2.5"), "\(value)")
        }
        #expect(try await small.post("/activities/new", typed(("hours", "25"))).text.contains("0至24之间"))
    }

    @Test("a name or a unit that is not found is told as it was typed")
    func namesAsTyped() async throws {
        let small = try SmallSite()
        for (line, name) in [(" 张 三", "张 三"), ("张 三 主讲 2", "张 三"), ("李四", "李四")] {
            let page = try await small.post("/activities/new", typed(("participants", line)))
            #expect(page.text.contains("第1行：没有查到“\(name)”"), "\(line)")
        }
        let unit = try await small.get("/activities/new?unit=" + Query.encoded(" 县 林业局"))
        #expect(unit.text.contains("没有查到单位“县 林业局”"))
        #expect(!(try await small.get("/activities/new").text.contains("没有查到")))
    }

    @Test("before saving, each of those who took part stands on a line, with unit, role, hours and completion")
    func participantsListed() async throws {
        let small = try SmallSite()
        let page = try await small.post(
            "/activities/new", typed(("participants", "P1 重点发言\n甲三 2.5 未完成"), ("person", "P2")))
        let rows = page.text.matches(of: /<tr[^>]*>(?:<td role="cell"[^>]*>[^<]*<\/td>)+<\/tr>/).map {
            $0.0.matches(of: /<td[^>]*>([^<]*)</).map { String($0.1) }
        }
        #expect(rows.contains(["P1", "甲一", "县水务局", "重点发言", "3", "完成"]), "\(rows)")
        #expect(rows.contains(["P3", "甲三", "县水务局", "参加", "2.5", "未完成"]))
        #expect(rows.count == 3)
    }

    @Test("before a correction, each changed field stands with what was and what will be; what stays is left out")
    func changes() async throws {
        let small = try SmallSite()
        let address = try await saved(small)
        let page = try await small.post(
            address + "/correct",
            typed(("reason", "时间写错"), ("to", "2026-08-22"), ("hours", "6"), ("participants", "P1 主讲\nP2 2")))
        let card = try #require(page.text.firstMatch(of: /这次改动.*?<\/section>/)?.0)
        let rows = card.matches(of: /<dt>([^<]*)<\/dt><dd><span class="was">(.*?)<\/span>.*?<ins>(.*?)<\/ins>/).map {
            [String($0.1), String($0.2), String($0.3)].map { $0.replacing(/<[^>]*>/, with: "") }
        }
        #expect(
            rows == [
                ["结束日期", "2026-08-21", "2026-08-22"], ["学时", "3", "6"],
                ["甲一（P1）", "重点发言，3学时，完成", "主讲，6学时，完成"], ["甲三（P3）", "参加，3学时，完成", "不在名单中"],
                ["甲&lt;二&gt;（P2）", "不在名单中", "参加，2学时，完成"],
            ], "\(rows)")
        #expect(page.text.contains("时间写错"))
        let nothing = try await small.post(address + "/correct", typed(("reason", "没有变")))
        #expect(nothing.status == 422 && nothing.text.contains("内容没有变化"), "told before the last step")
    }

    @Test("a record that no longer counts can be neither voided nor corrected: both say so at once, and lead on")
    func ended() async throws {
        let small = try SmallSite()
        let first = try await saved(small)
        let answer = try await small.post(
            first + "/correct", typed(("title", "水资源专题学习"), ("reason", "名称写错"), step: "save"))
        let second = String(try #require(answer.headers[.location]).prefix { $0 != "?" })
        for act in ["/void", "/correct"] {
            let page = try await small.get(first + act)
            #expect(page.status == 409 && page.text.contains("这条记录已更正"))
            #expect(page.links.contains(second) && !page.text.contains("name=\"reason\""))
            #expect(try await small.get(second + act).status == 200)
        }
        let late = try await small.post(first + "/void", [("reason", "误报")])
        #expect(late.status == 422 && late.links.contains(second))
        #expect(try await small.post(second + "/void", [("reason", "误报")]).status == 303)
        for address in [first, second] {
            for act in ["/void", "/correct"] {
                let page = try await small.get(address + act)
                #expect(page.status == 409 && page.links.contains(second) && page.text.contains("误报"))
            }
        }
    }

    @Test("a record that is there already is named by title, day and unit")
    func sameNamed() async throws {
        let small = try SmallSite()
        let address = try await saved(small)
        let again = try await small.post("/activities/new", typed())
        #expect(again.text.contains("“第三季度专题学习”（2026-08-21，县水务局，编号"))
        #expect(again.links.contains(address))
    }
}
