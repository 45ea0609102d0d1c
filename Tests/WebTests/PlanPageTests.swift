import Formats
import HTTPTypes
import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A plan comes in as a file, is looked through, published from a day, and held against the one before.
@Suite("Pages of plans that come in", .onEveryEngine) struct PlanPageTests {
    private static let text = """
        河畔县巡护与学习方案
        一、任务
        1.抓好学习。理论学习中心组每年集中学习不少于16次（牵头单位：县委宣传部）。
        2.加强巡护。各乡镇每年开展河道巡护不少于6次（牵头单位：县水务局）。
        3.办好讲座。各单位每年举办专题讲座2次（牵头单位：县委宣传部）。
        """

    private func handIn(_ small: SmallSite) async throws -> String {
        let answer = try await small.post("/plan/new", [("step", "save"), ("text", Self.text)])
        #expect(answer.status == 303, "\(answer.text.suffix(1500))")
        return try #require(answer.headers[.location]).split(separator: "?").first.map(String.init) ?? ""
    }

    @Test("pasted text becomes a draft, whose page tells what it changes; nothing is published by looking")
    func preview() async throws {
        let small = try SmallSite()
        #expect(try await small.get("/plan/new").text.contains("粘贴全文"))
        let page = try await small.get(try await handIn(small))
        #expect(page.text.contains("与第1版相比：未变1条，修改1条，新增1条，取消0条"), "\(page.text.suffix(3000))")
        #expect(page.text.contains("<del>12</del>") && page.text.contains("<ins>16</ins>"))
        #expect(try small.database.read { try $0.editions() }.count == 1)
        #expect(try await small.get("/plan/drafts").text.contains("河畔县巡护与学习方案"))
        #expect(try await small.post("/plan/new", [("step", "save"), ("text", "")]).status == 422)
    }

    @Test("what it changes for whom is told from the day chosen, and it is published from that day")
    func publishing() async throws {
        let small = try SmallSite()
        let address = try await handIn(small)
        let effect = try await small.get("\(address)/effect?from=2027-01-01")
        #expect(effect.status == 200 && effect.text.contains("自2027-01-01起按新版计算"), "\(effect.text.suffix(2000))")
        let chosen = [("inForce", "2027-01-01"), ("way", "amends")]
        let check = try await small.post("\(address)/publish", chosen + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("各条要求"), "\(check.text.suffix(2000))")
        #expect(try small.database.read { try $0.editions() }.count == 1)
        #expect(try await small.post("\(address)/publish", chosen + [("step", "save")]).status == 303)
        #expect(try small.database.read { try $0.editionNumber(inForceOn: day("2026-12-31")) } == 1)
        #expect(try small.database.read { try $0.editionNumber(inForceOn: day("2027-01-01")) } == 2)
        #expect(try await small.get("/plan/editions").links.contains { $0.contains("/plan/editions/1/against/2") })
        let difference = try await small.get("/plan/editions/1/against/2")
        #expect(difference.text.contains("<ins>16</ins>") && difference.text.contains("办好讲座"))
        #expect(try await small.get("/plan/editions/against?old=2&new=1").status == 303)
        #expect(try await small.get("/plan/editions/1/against/9").status == 404)
        #expect(try await small.get("\(address)/publish").status == 409)
    }

    @Test("a review shows each unsure place in its paragraph, and what an answer would oblige before it is saved")
    func review() async throws {
        let small = try SmallSite()
        let begun = try await small.post("/plan/revise", [])
        let address = try #require(begun.headers[.location]).split(separator: "?").first.map(String.init) ?? ""
        let first = try await small.get(address)
        #expect(first.status == 303)
        let place = try #require(first.headers[.location])
        let form = try await small.get(place)
        #expect(
            form.status == 200 && form.text.contains("河道巡护")
                && form.text.contains("accesskey") == form.text.contains("下一处"))
        let chosen = [("decision", "adopt"), ("activity", "inspection"), ("population", "townships")]
        let check = try await small.post(place, chosen + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("保存后"), "\(check.text.suffix(2500))")
        #expect(try await small.post(place, chosen + [("step", "save")]).status == 303)
        #expect(try await small.get(address).text.contains("没有不确定的地方"))
        #expect(try small.database.read { try $0.editions() }.count == 1)
    }

    @Test("a Word file is read, kept by what it holds, and can be had back from the edition that it became")
    func file() async throws {
        let small = try SmallSite()
        let bytes = try OfficialDocument([
            .title("河畔县巡护与学习方案"), .heading("一、任务"), .paragraph("1.演练。各单位每年组织演练1次。"),
        ]).bytes()
        func send(_ bytes: [UInt8], _ name: String) async throws -> Answer {
            var body: [UInt8] = []
            for part in [
                "--xx\r\nContent-Disposition: form-data; name=\"step\"\r\n\r\nsave\r\n",
                "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n",
            ] { body += Array(part.utf8) }
            body += bytes + Array("\r\n--xx--\r\n".utf8)
            return try await small.postBytes("/plan/new", body, type: "multipart/form-data; boundary=xx")
        }
        let answer = try await send(bytes, "方案.docx")
        #expect(answer.status == 303, "\(answer.text.suffix(1500))")
        let address = try #require(answer.headers[.location]).split(separator: "?").first.map(String.init) ?? ""
        #expect(try await small.get("\(address)/original").bytes == bytes)
        #expect(
            try await small.post(
                "\(address)/publish", [("inForce", "2027-01-01"), ("way", "begins"), ("step", "save")]
            ).status
                == 303)
        #expect(try await small.get("/plan/editions/2").text.contains("方案.docx"))
        #expect(try await small.get("/plan/editions/2/original").bytes == bytes)
        let pdf = try await send(Array("%PDF-1.7 x".utf8), "方案.pdf")
        #expect(pdf.status == 422 && pdf.text.contains("粘贴文字"), "\(pdf.text.suffix(1500))")
    }

    @Test("who may not publish is offered nothing and refused; numbers stand with their reason all the same")
    func rights() async throws {
        var small = try SmallSite()
        let address = try await handIn(small)
        small.reader = { _ in Reader(account: "县领导", rights: [.see]) }
        let plan = try await small.get("/plan")
        #expect(plan.status == 200 && !plan.links.contains { $0.hasPrefix("/plan/new") })
        for page in ["/plan/new", "/plan/drafts", address, "\(address)/original", "\(address)/review"] {
            #expect(try await small.get(page).status == 403, "\(page)")
        }
    }
}
