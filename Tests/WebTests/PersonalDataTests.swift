import Accounts
import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// What is held about a person, and who looked at it.
@Suite("Held about a person", .onEveryEngine) struct PersonalDataTests {
    @Test("an official reads all that is held about them, and nothing of anybody else") func held() async throws {
        let site = try SignedInSite()
        let tests = DeskPageTests()
        let clerk = try await site.browser("clerk")
        let code = try tests.draft(try await clerk.get("/tours/new"))
        _ = try await clerk.post("/tours/new", [("draft", code)] + DeskPageTests.scheme + [("step", "check")])
        #expect(try await clerk.post("/tours/new", [("draft", code), ("step", "save")]).status == 303)
        let official = try await site.browser("P1")
        let page = try await official.get("/me")
        #expect(page.status == 200)
        for words in ["甲一", "1980-01", "县水务局", "一级科员", "理论学习中心组", "河道治理学习考察", "带队", "P1先生"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("甲三") && !page.text.contains("P3"))
        #expect(try await official.get("/desk").links.contains("/me"))
        #expect(try await official.get("/me?lang=en").text.contains("All that is held about me"))
        // An account that is no person's has nothing there.
        #expect(try await site.browser("office").get("/me").text.contains("没有对应的人员"))
        #expect(try await site.browser("sys").get("/me").status == 403)
    }

    @Test("who opened their page shows once a day, who saved a list with them too; their own looks do not")
    func looked()
        async throws
    {
        let site = try SignedInSite()
        let official = try await site.browser("P1")
        _ = try await official.get("/people/P1")
        #expect(try await official.get("/me/views").text.contains("还没有人查看过"))
        let office = try await site.browser("office")
        for _ in 1...3 { #expect(try await office.get("/people/P1").status == 200) }
        #expect(try await office.get("/people.xlsx?unit=U2").status == 200)
        #expect(try await office.get("/people.xlsx?unit=U3").status == 200)
        let views = try await official.get("/me/views")
        #expect(views.text.matches(of: /打开您的页面/).count == 1)
        #expect(views.text.matches(of: /导出县水务局人员名单/).count == 1 && !views.text.contains("柳湾镇"))
        #expect(views.text.contains("office先生"))
        #expect(views.headers[.eTag] == nil, "no act tells of a look, so the page is made each time")
        #expect(try await site.browser("P3").get("/me/views").text.contains("打开您的页面") == false)
        let before = try site.small.database.read { try $0.revision() }
        _ = try await office.get("/people/P3")
        #expect(try site.small.database.read { try $0.revision() } == before, "a look is not in the journal")
    }

    @Test("a look is kept three years") func bounded() throws {
        let small = try SmallSite()
        let long = SmallSite.today - PersonalView.yearsKept * 366 - 1
        try small.database.note(PersonalView(.person("P1"), on: long, by: "旧人", .page))
        try small.database.note(PersonalView(.person("P1"), on: SmallSite.today, by: "新人", .page))
        let views = try small.database.read { try $0.personalViews(of: "P1", in: [], limit: 10) }
        #expect(views.map(\.account) == ["新人"])
    }
}
