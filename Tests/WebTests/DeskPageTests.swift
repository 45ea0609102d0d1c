import HTTPTypes
import House
import Pages
import Storage
import Store
import Testing
import Vocabulary

@testable import Web

/// The pages of desks, as a clerk and the city's office use them.
@Suite("Pages of desks") struct DeskPageTests {
    static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static let onlooker = Reader(account: "县领导", rights: [.see])
    static let nobody = Reader(account: "未登录", rights: [])

    static let scheme = [
        ("title", "河道治理学习考察"), ("unit", "U2"), ("leader", "甲一"), ("from", "2026-10-20"), ("to", "2026-10-22"),
        ("purpose", "学习河道治理的资金办法"), ("questions", "钱从哪里来\n谁来管护"), ("route.0.day", "2026-10-20"),
        ("route.0.place", "南州市"), ("route.0.host", "南州市水务局"), ("route.0.study", "现场"), ("members", "甲一、甲三"),
        ("budget.0.item", "travel"), ("budget.0.amount", "9,600.50"), ("budget.1.item", "travel"),
        ("budget.1.amount", ""), ("fundedBy", "培训经费"),
    ]

    func site(_ reader: Reader) throws -> SmallSite {
        var small = try SmallSite()
        small.reader = { _ in reader }
        return small
    }

    func draft(_ answer: Answer) throws -> String {
        try #require(answer.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
    }

    /// Fills a form in, checks it and sends it; where it leads.
    @discardableResult
    func fill(_ small: SmallSite, _ address: String, _ fields: [(String, String)]) async throws -> String {
        let code = try draft(try await small.get(address))
        let check = try await small.post(address, [("draft", code)] + fields + [("step", "check")])
        #expect(check.status == 200, "\(address): \(check.text.prefix(2000))")
        let done = try await small.post(address, [("draft", code), ("step", "save")])
        #expect(done.status == 303)
        return done.headers[.location] ?? ""
    }

    @Test("a tour goes from its form to its measures, each step by a page")
    func life() async throws {
        var small = try site(Self.clerk)
        let tour = try await fill(small, "/tours/new", Self.scheme)
        #expect(tour == "/tours/T2026-000001")
        let page = try await small.get(tour)
        for words in ["河道治理学习考察", "9,600.50", "甲一、甲三", "谁来管护", "待审批", "南州市水务局"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("\(tour)/decide"), "who may not decide sees no button")
        small.reader = { _ in Self.office }
        try await fill(small, "\(tour)/decide", [("answer", "approved"), ("remark", "")])
        #expect(try await small.get("/tours?state=toLeave").text.contains("河道治理学习考察"))
        #expect(try await small.get("/tours?state=toApprove").text.contains("没有符合条件的记录"))
        let csv = try await small.get("/tours.csv")
        #expect(csv.text.split(separator: "\r\n").count == 2)
        #expect(csv.text.contains("河道治理学习考察,县水务局"))
    }

    @Test("all that is wrong comes at once, beside its field, with everything typed kept")
    func wrong() async throws {
        let small = try site(Self.clerk)
        let code = try draft(try await small.get("/tours/new"))
        var fields = Self.scheme.filter { !["title", "members", "from"].contains($0.0) }
        fields += [("title", " \u{200B} "), ("members", "甲一\n查无此人\n甲三、甲三"), ("from", "2026-13-45")]
        let answer = try await small.post("/tours/new", [("draft", code)] + fields + [("step", "check")])
        #expect(answer.status == 422)
        for words in ["看不见的字符", "第2行：没有查到“查无此人”", "第3行：甲三重复", "“2026-13-45”不是日期", "9,600.50", "谁来管护"] {
            #expect(answer.text.contains(words), "\(words)")
        }
        // The same draft is there for whoever comes back to it.
        let back = try await small.get("/tours/new?draft=\(code)")
        #expect(back.text.contains("查无此人") && back.text.contains("谁来管护"))
    }

    @Test("a form is sent once: the second click and the way back end where the first did")
    func once() async throws {
        let small = try site(Self.clerk)
        let code = try draft(try await small.get("/tours/new"))
        _ = try await small.post("/tours/new", [("draft", code)] + Self.scheme + [("step", "check")])
        let first = try await small.post("/tours/new", [("draft", code), ("step", "save")])
        let second = try await small.post("/tours/new", [("draft", code), ("step", "save"), ("again", "1")])
        let back = try await small.get("/tours/new?draft=\(code)")
        let ends = [first, second, back].map { $0.headers[.location] }
        #expect(ends == Array(repeating: "/tours/T2026-000001", count: 3))
        #expect(try await small.get("/tours.json").text.matches(of: /T2026-/).count == 1)
    }

    @Test("who changed the thing meanwhile is named, and nothing is overwritten")
    func meanwhile() async throws {
        var small = try site(Self.clerk)
        let tour = try await fill(small, "/tours/new", Self.scheme)
        let form = try await small.get("\(tour)/change")
        let code = try draft(form)
        let seen = try #require(form.text.firstMatch(of: /name="seen" value="([0-9]+)"/).map { String($0.1) })
        small.reader = { _ in Self.office }
        try await fill(small, "\(tour)/change", Self.scheme.map { $0.0 == "fundedBy" ? ($0.0, "专项经费") : $0 })
        small.reader = { _ in Self.clerk }
        let late = try await small.post(
            "\(tour)/change",
            [("draft", code), ("seen", seen)] + Self.scheme.map { $0.0 == "purpose" ? ($0.0, "另有目的的学习") : $0 }
                + [("step", "check")])
        #expect(late.status == 422)
        #expect(late.text.contains("县委组织部已在您填写期间改动了这条记录"))
        #expect(late.text.contains("另有目的的学习"))
    }

    @Test("every address of every desk is tried by every kind of reader")
    func rights() async throws {
        var small = try site(Self.clerk)
        let tour = try await fill(small, "/tours/new", Self.scheme)
        let code = String(tour.split(separator: "/").last ?? "")
        let reported = try await small.post("/activities/new", TypedFormTests.study + [("step", "save")])
        let activity = try #require(reported.headers[.location]?.firstMatch(of: /A2026-[0-9]+/)).0
        let codes = ["activities": String(activity), "people": "P1", "units": "U2"]
        for route in desks.flatMap(\.routes) {
            let noun = route.path.split(separator: "/").first.map(String.init) ?? ""
            let address = route.path.replacing(":code", with: codes[noun] ?? code)
            for reader in [Self.clerk, Self.office, Self.onlooker, Self.nobody] {
                small.reader = { _ in reader }
                let status =
                    switch route.answer {
                    case .look: try await small.get(address).status
                    case .take: try await small.post(address, [("step", "check")]).status
                    }
                // An act may be allowed by other rights besides.
                if route.act?.isAllowed(to: reader) ?? reader.may(route.right) {
                    #expect([200, 303, 404, 409, 422].contains(status), "\(reader.account) \(address): \(status)")
                } else {
                    #expect(status == 403, "\(reader.account) \(address): \(status)")
                }
            }
            // Of one's own nothing lies beyond a reach; whose account is nobody's is told so.
            guard route.path.contains(":code"), !route.path.hasPrefix("/me/") else { continue }
            small.reader = { _ in Self.neighbour }
            let foreign =
                switch route.answer {
                case .look: try await small.get(address).status
                case .take: try await small.post(address, [("step", "check")] + Self.scheme).status
                }
            #expect([403, 404].contains(foreign), "beyond the reach: \(address): \(foreign)")
        }
    }

    @Test("each state's figure is the list that it opens") func states() async throws {
        let small = try site(Self.office)
        try await fill(small, "/tours/new", Self.scheme)
        let page = try await small.get("/tours")
        for link in page.links.filter({ $0.hasPrefix("/tours?state=") }) {
            let figure = try #require(
                page.text.firstMatch(
                    of: try Regex(
                        "href=\"\(link.replacing("?", with: "\\?"))\"[^>]*><b>([0-9]+)", as: (Substring, Substring).self
                    )))
            let rows = try await small.get(link).text.matches(of: /role="row"/).count
            #expect(Int(figure.1) == max(0, rows - 1), "\(link)")
        }
    }

    @Test("a list narrows, sorts and pages by its address, and says what it cannot follow") func list() async throws {
        let small = try site(Self.clerk)
        try await fill(small, "/tours/new", Self.scheme)
        try await fill(small, "/tours/new", Self.scheme.map { $0.0 == "title" ? ($0.0, "灌区管理学习考察") : $0 })
        func titles(_ address: String) async throws -> [String] {
            try await small.get(address).text.matches(of: /T2026-00000[12]">([^<]+)</).map { String($0.1) }
        }
        #expect(try await titles("/tours?q=灌区") == ["灌区管理学习考察"])
        #expect(try await titles("/tours?sort=-code").first == "灌区管理学习考察")
        #expect(try await titles("/tours?unit=U3") == [])
        #expect(try await titles("/tours?year=2025") == [])
        let odd = try await small.get("/tours?sort=nothing&state=odd&page=9")
        #expect(odd.status == 200)
        #expect(odd.text.matches(of: /nothing|odd/).count >= 2)
        for unknown in ["state=odd", "unit=U9", "year=1066", "staet=toApprove", "title=灌区"] {
            let none = try await small.get("/tours?\(unknown)")
            #expect(none.text.contains("没有可列的内容"), "\(unknown)")
            #expect(!none.text.contains("灌区管理学习考察"), "\(unknown) lists nothing")
            #expect(try await small.get("/tours.csv?\(unknown)").status == 400)
        }
        #expect(try await small.get("/tours?sort=nothing").text.contains("灌区管理学习考察"), "an order hides nothing")
    }
}
