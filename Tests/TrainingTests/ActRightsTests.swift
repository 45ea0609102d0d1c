import Records
import Storage
import Store
import Testing
import Vocabulary

@testable import Training

@Suite("Rights of the acts") struct ActRightsTests {
    private static let onlooker = Reader(account: "县领导", rights: [.see])

    private func refused<A: Act>(_ act: A, _ reader: Reader, _ town: SmallTown) -> NotAllowed? {
        do {
            _ = try town.database.perform(act, by: reader, on: SmallTown.today)
            return nil
        } catch { return error as? NotAllowed }
    }

    @Test("who has not the right is refused, and nothing is journaled") func rights() throws {
        let town = try SmallTown()
        let code = try town.report()
        let before = try town.database.read { try $0.revision() }
        let right = NotAllowed(right: .report)
        #expect(refused(ReportActivity(town.draft { $0.title = "另一场" }), Self.onlooker, town) == right)
        #expect(refused(VoidRecord(.init(.activity, code), reason: "试"), Self.onlooker, town) == right)
        #expect(refused(CorrectActivity(code, with: town.draft(), reason: "试"), Self.onlooker, town) == right)
        let plan = NotAllowed(right: .plan)
        let clerk = Reader(account: "联络员", rights: [.see, .report])
        #expect(refused(PublishPlan(plan: [], inForce: SmallTown.today), clerk, town) == plan)
        #expect(refused(SetTimeZone("UTC"), clerk, town) == plan)
        #expect(refused(RestoreSeatPlan(1), clerk, town) == NotAllowed(right: .teach))
        #expect(try town.database.read { try $0.revision() } == before)
    }

    @Test("a unit's clerk acts beneath it only: neither is a record taken from another unit nor given to one")
    func reach() throws {
        let town = try SmallTown()
        let code = try town.report()
        let unit = town.draft().organiser
        let theirs = Reader(account: "别处", rights: [.see, .report], unit: "nowhere")
        #expect(refused(VoidRecord(.init(.activity, code), reason: "试"), theirs, town)?.unit == unit)
        #expect(refused(ReportActivity(town.draft { $0.title = "另一场" }), theirs, town)?.unit == unit)
        let ours = Reader(account: "本处", rights: [.see, .report], unit: unit)
        let moved = town.draft { $0.organiser = "elsewhere" }
        #expect(refused(CorrectActivity(code, with: moved, reason: "改单位"), ours, town)?.unit == "elsewhere")
        try town.database.perform(VoidRecord(.init(.activity, code), reason: "重复"), by: ours, on: SmallTown.today)
    }

    @Test("who acts for one unit changes nothing of the whole town") func town() throws {
        let town = try SmallTown()
        let reader = Reader(account: "本处", rights: Set(Right.allCases), unit: town.draft().organiser)
        #expect(refused(SetTimeZone("UTC"), reader, town) == NotAllowed(right: .plan, unit: town.draft().organiser))
    }
}
