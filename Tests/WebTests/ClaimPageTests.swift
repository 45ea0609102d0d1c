import Foundation
import HTTPTypes
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// Training that a unit claims afterwards, click by click.
@Suite("Pages of claims of training") struct ClaimPageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])

    private static let claim = [
        ("source", "own"), ("title", "公文写作培训"), ("unit", "U2"), ("heldBy", ""), ("from", "2026-09-01"),
        ("to", "2026-09-02"), ("halfDays", "4"), ("hours", "14"), ("way", "classroom"), ("taught", "taught"),
        ("people", "P1\nP3"), ("note", ""),
    ]

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)]
    ) async throws -> Answer {
        small.reader = { _ in reader }
        return try await small.post(address, fields + [("step", "save")])
    }

    @Test("entered, sent, confirmed: it is on record, and each step stands on somebody's desk") func steps()
        async throws
    {
        var small = try SmallSite()
        let made = try await send(&small, as: Self.clerk, "/claims/new", Self.claim)
        #expect(made.status == 303)
        let address = try #require(made.headers[.location])
        var page = try await small.get(address)
        #expect(page.text.contains("暂存") && page.text.contains("没有这一来源的折算规则") && page.text.contains("签到表"))
        #expect(try await small.get("/desk").links.contains("\(address)/send"))
        #expect(try await send(&small, as: Self.clerk, "\(address)/send", []).status == 303)
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get(address).status == 404, "another unit's people are nobody else's to read")
        small.reader = { _ in Self.office }
        #expect(try await small.get("/desk").links.contains("\(address)/decide"))
        let bare = try await send(
            &small, as: Self.office, "\(address)/decide", [("answer", "returned"), ("remark", "")])
        #expect(bare.status == 422 && bare.text.contains("请写明要改什么"))
        let done = try await send(
            &small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
        #expect(done.status == 303)
        page = try await small.get(address)
        #expect(page.text.contains("已确认") && page.links.contains { $0.hasPrefix("/activities/") })
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("\(address)/change").status == 409)
        for link in try await small.get("/claims").links where link.hasPrefix("/claims?state=") {
            #expect(try await small.get(link).status == 200)
        }
        for file in ["csv", "xlsx", "json"] { #expect(try await small.get("/claims.\(file)").status == 200) }
    }

    @Test("a sheet is read row by row, and what is wrong is told with its place") func sheet() async throws {
        var small = try SmallSite()
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("/claims/template.xlsx").status == 200)
        let heads = "培训来源\t培训名称\t申报单位\t开始日期\t结束日期\t培训半天数\t课程学时\t培训形式\t授课安排\t参训人员"
        let good = "本单位自办培训\t公文写作\t县水务局\t2026-09-01\t2026-09-02\t4\t14\t课堂讲授\t有课程、有授课人\t甲一、甲三"
        let bad = "本单位自办培训\t财务\t县水务局\t2026-09-05\t2026-09-01\t4\t14\t课堂讲授\t有课程、有授课人\t没有这个人"
        let refused = try await send(&small, as: Self.clerk, "/claims/import", [("cells", "\(heads)\n\(good)\n\(bad)")])
        #expect(refused.status == 422 && refused.text.contains("第3行") && refused.text.contains("没有查到"))
        let taken = try await send(&small, as: Self.clerk, "/claims/import", [("cells", "\(heads)\n\(good)")])
        #expect(taken.status == 303 && taken.headers[.location] == "/claims?state=draft")
        #expect(try await small.get("/claims?state=draft").text.contains("公文写作"))
        #expect(try await send(&small, as: Self.clerk, "/claims/import", [("cells", "")]).status == 422)
        let other = good.replacing("县水务局", with: "柳湾镇")
        #expect(
            try await send(&small, as: Self.clerk, "/claims/import", [("cells", "\(heads)\n\(other)")]).status != 303)
    }

    @Test("rules for hours are set by the office and stand in their list") func rules() async throws {
        var small = try SmallSite()
        let rule = [
            ("source", "own"), ("since", "2026-01-01"), ("per", "day"), ("hours", "7"), ("capOnce", "12"),
            ("capYear", "40"), ("basis", "学时管理办法"),
        ]
        #expect(try await send(&small, as: Self.clerk, "/claims/hours/new", rule).status == 403)
        #expect(try await send(&small, as: Self.office, "/claims/hours/new", rule).status == 303)
        #expect(try await small.get("/claims/hours").text.contains("每天7学时，每次不超过12学时，每人每年不超过40学时"))
        let made = try await send(&small, as: Self.clerk, "/claims/new", Self.claim)
        let page = try await small.get(try #require(made.headers[.location]))
        #expect(page.text.contains("每天7学时") && page.text.contains("12/40"))
        #expect(try await send(&small, as: Self.office, "/claims/hours/new", rule).status == 422)
    }
}
