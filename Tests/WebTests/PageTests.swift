import HTTPTypes
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

@Suite("Pages", .onEveryEngine)
struct PageTests {
    static let addresses = [
        "/", "/plan", "/plan/editions", "/plan/editions/1", "/plan/questions", "/plan/clauses/2.1", "/ledger",
        "/ledger?window=all&kind=rollUp",
        "/ledger/entry?obligation=1.1&kind=team&subject=T1",
        "/ledger/entry/list?obligation=1.1&kind=rollUp&subject=U1&show=parts", "/units", "/units/U2", "/people",
        "/people/P1",
        "/activities", "/activities/new", "/activities/new?unit=U2", "/seats",
    ]

    @Test("what the overview counts is as many as the list that it leads to has")
    func owedAndListed() async throws {
        let small = try SmallSite(
            plan: """
                河畔县学习方案
                一、任务
                1.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
                2.严格学风。培训班参训率不低于95%（牵头单位：县委党校）。
                """)
        for days in [9, 40, 400] {
            let last = SmallSite.today - days
            try small.database.perform(
                ReportActivity(
                    ActivityDraft(
                        kind: "trainingClass", title: "骨干班\(days)", organiser: "U2", from: last, to: last, hours: 3,
                        topics: [],
                        participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 3, completed: true)])
                ), by: .localOperator(named: "test"), on: SmallSite.today)
        }
        let page = try await small.get("/")
        let figure = try #require(page.text.firstMatch(of: /本期应完成<\/div><a[^>]*>(\d+)</)?.1)
        let address = try #require(page.links.first { $0.hasPrefix("/ledger?standing=owed") })
        let list = try await small.get(address.replacing("/ledger?", with: "/ledger.csv?"))
        #expect(Int(figure) == 3, "the study group, and the two classes of this year")
        #expect(list.text.split(separator: "\r\n").count - 1 == 3)
    }

    @Test("what was known on a day is named on every page, and left by one link")
    func knownThen() async throws {
        let small = try SmallSite()
        for address in ["/", "/units/U2", "/ledger", "/people/P1"] {
            let now = try await small.get(address)
            let then = try await small.get(address + "?knownAt=2026-08-31")
            #expect(then.status == 200)
            #expect(!now.text.contains("以前登记的记录"))
            #expect(then.text.contains("只算2026-08-31及以前登记的记录"), "\(address)")
            #expect(then.links.contains(address), "\(address) leads back to what is known now")
            let moved = try await small.get(address + "?asOf=2026-08-30&knownAt=2026-08-31")
            #expect(moved.text.contains("href=\"\(address)\">回到今天"), "\(address)")
        }
        let csv = try await small.get("/ledger.csv?knownAt=2026-08-31")
        #expect(csv.headers[.contentDisposition]?.contains("ledger-2026-09-30-known-2026-08-31.csv") == true)
    }

    @Test("each page is whole, in both languages", arguments: addresses)
    func whole(address: String) async throws {
        let small = try SmallSite()
        for (language, tag) in [("zh", "zh-CN"), ("en", "en")] {
            let page = try await small.get(address + (address.contains("?") ? "&" : "?") + "lang=\(language)")
            #expect(page.status == 200)
            #expect(page.text.hasPrefix("<!doctype html><html lang=\"\(tag)\">"))
            #expect(page.text.matches(of: /<h1[ >]/).count == 1)
            #expect(page.text.matches(of: /<main[ >]/).count == 1)
            #expect(page.text.contains("href=\"#content\""), "a way past the menu")
            #expect(
                page.text.contains(language == "zh" ? "仅供本机使用" : "this computer only"),
                "it says that it serves this machine only")
            let ids = try page.values(of: "id")
            for target in try page.values(of: "aria-describedby").flatMap({ $0.split(separator: " ") }) {
                #expect(ids.contains(String(target)), "a hint or an error that is there: \(target)")
            }
            #expect(Set(ids).count == ids.count, "an id stands once: \(ids)")
            for target in try page.values(of: "for") { #expect(ids.contains(target), "a label's field: \(target)") }
        }
    }

    @Test("a day far ahead is a slip: today is shown, and said to be")
    func farAhead() async throws {
        let small = try SmallSite()
        let page = try await small.get("/?asOf=9999-12-31")
        #expect(page.text.contains("value=\"2026-09-30\"") && page.text.contains("9999-12-31"))
        #expect(try await small.get("/?asOf=2036-09-30").text.contains("value=\"2036-09-30\""))
    }

    @Test("a turnout is told in person-times, not in units")
    func turnout() async throws {
        let small = try SmallSite(
            plan: """
                河畔县轮训方案
                一、任务
                1.抓好参训。各部门每年干部参加培训人次占比不低于60%（牵头单位：县委组织部）。
                """)

        let page = try await small.get("/units/U2")

        #expect(page.text.contains("0 / 2人次"), "three of whom 60 % are two: \(page.text)")
        #expect(!page.text.contains("个单位"))
    }

    @Test("every link leads somewhere, from page to page")
    func links() async throws {
        let small = try SmallSite()
        var seen: Set<String> = []
        var waiting = ["/", "/?lang=en", "/?asOf=2026-06-30"]
        while let address = waiting.popLast(), seen.count < 400 {
            let path = String(address.prefix { $0 != "#" })
            guard seen.insert(path).inserted else { continue }
            let page = try await small.get(path)
            #expect(page.status == 200, "\(path)")
            // Sorting and paging make the same lists in another order; one step of them is enough.
            if !path.contains("sort=") && !path.contains("size=") { waiting += page.links }
        }
        #expect(seen.count > 60)
    }

    @Test("the as-of day and the language travel in every link within the site")
    func travelling() async throws {
        let page = try await SmallSite().get("/?asOf=2026-06-30&lang=en")
        // But for the style, the other language, and the way back to today.
        let pages = page.links.filter { !$0.hasPrefix("/assets/") && !$0.contains("lang=zh") && $0 != "/?lang=en" }
        #expect(!pages.isEmpty)
        for link in pages where !link.contains("asOf=2026-06-30") || !link.contains("lang=en") {
            Issue.record("loses the day or the language: \(link)")
        }
    }

    @Test("names are shown as they are, whatever they hold")
    func names() async throws {
        let page = try await SmallSite().get("/people/P2")
        #expect(page.text.contains("甲&lt;二&gt;") && !page.text.contains("<二>"))
    }

    @Test("what is not there says so, and what to do")
    func missing() async throws {
        let small = try SmallSite()
        for (address, what, list) in [
            ("/nowhere", "“/nowhere”", "/"), ("/units/U9", "没有单位“U9”", "/units"), ("/people/P9", "“P9”的人员", "/people"),
            ("/activities/X", "“X”的活动", "/activities"), ("/plan/clauses/9.9", "没有第9.9条", "/plan"),
            ("/plan/editions/9", "没有第9版", "/plan/editions"), ("/seats/9", "“9”的年度", "/seats"),
            ("/ledger/entry?obligation=9.9&kind=unit&subject=U1", "没有这个台账条目", "/ledger"),
        ] {
            let page = try await small.get(address)
            #expect(page.status == 404, "\(address)")
            #expect(page.text.contains(what), "\(address)")
            #expect(page.text.contains("class=\"btn primary\" href=\"\(list)\""), "\(address) leads to \(list)")
        }
    }

    @Test("no plan yet, and no plan yet on that day, each say what to do")
    func noPlan() async throws {
        let empty = try await SmallSite(withPlan: false).get("/")
        #expect(empty.status == 200 && empty.text.contains("尚未发布方案"))
        let early = try await SmallSite().get("/?asOf=2025-06-30")
        #expect(early.text.contains("2026-01-01"), "it names the first day of the first edition")
    }

    @Test("the list and its CSV hold the same entries")
    func csv() async throws {
        let answer = try await SmallSite().get("/ledger.csv?obligation=1.1")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(answer.text.contains("第1.1条") && !answer.text.contains("2.1"), "a bare 1.10 would be the number 1.1")
        #expect(answer.text.unicodeScalars.first == "\u{FEFF}")
        let name = try #require(answer.headers[.contentDisposition])
        #expect(name.contains("filename=\"ledger-2026-09-30.csv\""))
        #expect(name.contains("filename*=UTF-8''%E5%8F%B0%E8%B4%A6-2026-09-30.csv"))
    }

    @Test("the CSV has the order of the page")
    func csvOrder() async throws {
        let small = try SmallSite()
        func rows(_ sort: String) async throws -> [Substring] {
            try await small.get("/ledger.csv?window=all&standing=&sort=\(sort)").text.split(separator: "\r\n")
                .dropFirst().map { $0 }
        }
        let there = try await rows("obligation")
        let back = try await rows("-obligation")
        #expect(there.count > 1)
        #expect(Set(there) == Set(back) && there != back)
    }
}
