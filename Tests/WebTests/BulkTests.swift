import HTTPTypes
import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// Several rows of a list at once, from ticking to the result, as the office and the clerks use it.
@Suite("One act over many rows", .onEveryEngine) struct BulkTests {
    private let pages = DeskPageTests()

    private func site(_ titles: [(String, unit: String)]) async throws -> SmallSite {
        let small = try pages.site(DeskPageTests.office)
        for (title, unit) in titles {
            let scheme = DeskPageTests.scheme.filter { !["title", "unit"].contains($0.0) }
            try await pages.fill(small, "/tours/new", scheme + [("title", title), ("unit", unit)])
        }
        return small
    }

    private static let three = [("甲地考察", unit: "U2"), ("乙地考察", unit: "U2"), ("丙地考察", unit: "U3")]
    private static func code(_ number: Int) -> String { "T2026-00000\(number)" }
    private static func picks(_ numbers: Int...) -> [(String, String)] { numbers.map { ("pick", code($0)) } }

    private func states(_ small: SmallSite) async throws -> [String] {
        try await small.get("/tours.csv?sort=code").text.split(separator: "\r\n").dropFirst()
            .map { String($0.split(separator: ",").last ?? "") }
    }

    @Test("those that can be done are done, the others are told row by row, and a second sending does nothing more")
    func result() async throws {
        let small = try await site(Self.three)
        try await pages.fill(small, "/tours/\(Self.code(2))/decide", [("answer", "returned"), ("remark", "行程太满")])
        let check = try await small.post("/tours/bulk/approve", Self.picks(1, 2, 3))
        #expect(check.status == 200)
        for words in ["核对：批准3条", "其中1条不能办理", "这次考察已退回修改，派出单位重新报备后再审批", "甲地考察", "丙地考察"] {
            #expect(check.text.contains(words), "\(words)")
        }
        #expect(try await states(small) == ["待审批", "退回修改", "待审批"], "nothing is done before it is checked")
        let draft = try pages.draft(check)
        let save = [("draft", draft), ("step", "save"), ("remark", "同意")]
        let done = try await small.post("/tours/bulk/approve", save)
        #expect(done.status == 303)
        let result = try await small.get(done.headers[.location] ?? "")
        for words in ["选中3条，已办理", "这次考察已退回修改，派出单位重新报备后再审批", "乙地考察"] {
            #expect(result.text.contains(words), "\(words)")
        }
        #expect(try await states(small) == ["已批准，未出发", "退回修改", "已批准，未出发"])
        let again = try await small.post("/tours/bulk/approve", save + [("again", "1")])
        #expect(again.headers[.location] == done.headers[.location])
        let history = try await small.get("/tours/\(Self.code(1))")
        #expect(history.text.contains("同意"))
        #expect(history.text.matches(of: />审批</).count <= 2, "decided once")
    }

    @Test("all of this page and all that fit are what the address says, on however many pages")
    func scopes() async throws {
        let small = try await site((1...22).map { ("第\($0)批考察", unit: $0 == 22 ? "U3" : "U2") })
        let page = try await small.get("/tours?unit=U2")
        #expect(page.text.contains("本页全部20条") && page.text.contains("符合条件的全部21条"))
        let shown = page.text.matches(of: /name="shown" value="([^"]+)"/).map { ("shown", String($0.1)) }
        #expect(shown.count == 20)
        let ofPage = try await small.post("/tours/bulk/approve?unit=U2", shown + [("scope", "page")])
        #expect(ofPage.text.contains("核对：批准20条"))
        let fitting = try await small.post("/tours/bulk/approve?unit=U2", shown + [("scope", "all")])
        #expect(fitting.text.contains("核对：批准21条"))
        #expect(fitting.text.contains("href=\"/tours?unit=U2\""), "the way back keeps the conditions")
        let draft = try pages.draft(fitting)
        _ = try await small.post("/tours/bulk/approve", [("draft", draft), ("step", "save"), ("remark", "")])
        #expect(try await states(small).filter { $0 == "待审批" }.count == 1, "the tour of the other unit waits")
        let odd = try await small.post("/tours/bulk/approve?state=odd", [("scope", "all")])
        #expect(odd.status == 422, "a condition that is none never stands for all")
    }

    @Test("nothing ticked begins nothing and says so; a missing reason keeps what was chosen")
    func missing() async throws {
        let small = try await site(Self.three)
        let none = try await small.post("/tours/bulk/approve?unit=U2", [("scope", "")])
        #expect(none.status == 422)
        #expect(none.text.contains("请先选择") && none.text.contains("甲地考察"))
        #expect(!none.text.contains("丙地考察"), "the list is still narrowed")
        #expect(
            !none.links.contains { $0.hasPrefix("/tours/bulk") && !$0.contains("lang=") }, "its links lead to the list")
        let check = try await small.post("/tours/bulk/return", Self.picks(1, 3))
        let draft = try pages.draft(check)
        let refused = try await small.post("/tours/bulk/return", [("draft", draft), ("step", "save"), ("remark", " ")])
        #expect(refused.status == 422)
        #expect(refused.text.contains("甲地考察") && refused.text.contains("丙地考察"))
        #expect(try await states(small) == ["待审批", "待审批", "待审批"])
        _ = try await small.post("/tours/bulk/return", [("draft", draft), ("step", "save"), ("remark", "补行程")])
        #expect(try await states(small) == ["退回修改", "待审批", "退回修改"])
    }

    @Test("boxes stand where the right is, and nobody reaches beyond their own")
    func rights() async throws {
        var small = try await site(Self.three)
        #expect(try await small.get("/tours").text.contains("name=\"pick\""))
        small.reader = { _ in DeskPageTests.clerk }
        #expect(!(try await small.get("/tours").text.contains("name=\"pick\"")))
        #expect(try await small.post("/tours/bulk/approve", Self.picks(1)).status == 403)
        let mayor = Reader(account: "柳湾镇领导", rights: [.see, .report, .plan], unit: "U3")
        small.reader = { _ in mayor }
        let check = try await small.post("/tours/bulk/approve", Self.picks(1, 3))
        #expect(!check.text.contains("甲地考察"))
        let draft = try pages.draft(check)
        let save = [("draft", draft), ("step", "save"), ("remark", "")]
        small.reader = { _ in DeskPageTests.office }
        let foreign = try await small.post("/tours/bulk/approve", save)
        #expect(foreign.headers[.location] == "/tours", "a draft is its own account's")
        small.reader = { _ in mayor }
        let done = try await small.post("/tours/bulk/approve", save)
        let result = try await small.get(done.headers[.location] ?? "")
        #expect(result.text.contains("记录不存在，或不在您的管理范围内"))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await states(small) == ["待审批", "待审批", "已批准，未出发"])
    }

    @Test("who changed one of them meanwhile is named, and that one is left alone")
    func meanwhile() async throws {
        let small = try await site(Self.three)
        let check = try await small.post("/tours/bulk/approve", Self.picks(1, 2))
        let change = DeskPageTests.scheme.map { $0.0 == "title" ? ("title", "甲地再考察") : $0 }
        try await pages.fill(small, "/tours/\(Self.code(1))/change", change)
        let draft = try pages.draft(check)
        let done = try await small.post("/tours/bulk/approve", [("draft", draft), ("step", "save"), ("remark", "")])
        let result = try await small.get(done.headers[.location] ?? "")
        #expect(result.text.contains("县委组织部已在您填写期间改动了这条记录"))
        #expect(try await states(small) == ["待审批", "已批准，未出发", "待审批"])
    }

    @Test("the measures of several tours are finished together")
    func measures() async throws {
        let small = try await site([("甲地考察", unit: "U2")])
        let tour = "/tours/\(Self.code(1))"
        try await pages.fill(
            small, "\(tour)/change",
            DeskPageTests.scheme.map { field in
                switch field.0 {
                case "from", "route.0.day": (field.0, "2026-09-21")
                case "to": ("to", "2026-09-22")
                default: field
                }
            })
        try await pages.fill(small, "\(tour)/decide", [("answer", "approved"), ("remark", "")])
        try await pages.fill(
            small, "\(tour)/report",
            [
                ("from", "2026-09-21"), ("to", "2026-09-22"), ("members", "甲一、甲三"), ("hours", "12"),
                ("costs.0.item", "travel"), ("costs.0.amount", "100"), ("findings", "先算账后动工"), ("gaps", ""),
                ("differences", ""),
            ])
        for (measure, due) in [("制定办法", "2026-10-31"), ("开展试点", "2026-12-31")] {
            try await pages.fill(
                small, "\(tour)/measures/new",
                [("measure", measure), ("origin", ""), ("lead", "U2"), ("owner", "甲一"), ("due", due)])
        }
        let list = try await small.get("/tours/measures?state=open")
        #expect(list.text.contains("制定办法") && list.text.contains("开展试点"))
        let check = try await small.post("/tours/measures/bulk/finish?state=open", [("scope", "all")])
        if check.status != 200 { Issue.record("\(check.text)") }
        let shown = list.text.matches(of: /name="shown" value="([^"]+)"/).map { ("pick", String($0.1)) }
        let chosen = try await small.post("/tours/measures/bulk/finish?state=open", shown)
        let draft = try pages.draft(chosen)
        _ = try await small.post(
            "/tours/measures/bulk/finish", [("draft", draft), ("step", "save"), ("proof", "已印发并试点")])
        let done = try await small.get("/tours/measures.csv?state=done")
        #expect(done.text.split(separator: "\r\n").count == 3)
        #expect(try await small.get(tour).text.contains("已办结"))
    }
}
