import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// The four proofs of a class, click by click.
@Suite("Pages of the four proofs") struct ProofPageTests {
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])

    @Test("one form confirms all, the page says who and when, what is taken back says why") func life() async throws {
        var small = try SmallSite()
        let (made, _) = try HallPageTests.teach(in: small.database, kind: .main)
        small.reader = { _ in Self.school }
        let address = "/classes/\(made.code)/proofs"
        let task = try await small.get("/classes/\(made.code)")
        #expect(task.links.contains(address), "the step leads there")
        let form = try await small.get("\(address)/classic")
        #expect(form.status == 200 && form.text.contains("name=\"who.P1\" value=\"done\" checked"))
        let all = [("who.P1", "done"), ("who.P2", "done"), ("reason", "")]
        let check = try await small.post("\(address)/classic", all + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("已完成 2："))
        #expect(try await small.post("\(address)/classic", all + [("step", "save")]).status == 303)
        var page = try await small.get(address)
        #expect(page.text.contains("2/2") && page.text.contains("0/2") && page.text.contains("县委党校"))
        let back = [("who.P1", "done"), ("who.P2", "open")]
        let mute = try await small.post("\(address)/classic", back + [("reason", ""), ("step", "save")])
        #expect(mute.status == 422 && mute.text.contains("请写明原因"))
        let told = try await small.post("\(address)/classic", back + [("reason", "登记有误"), ("step", "save")])
        #expect(told.status == 303)
        page = try await small.get(address)
        #expect(page.text.contains("1/2"))
        #expect(try await small.get("\(address)/nonsense").status == 404)
        small.reader = { _ in Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2") }
        #expect(try await small.get(address).status == 403)
        #expect(try await small.post("\(address)/classic", all + [("step", "save")]).status == 403)
    }
}
