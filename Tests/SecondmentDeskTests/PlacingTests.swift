import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import SecondmentDesk

@Suite("Secondments: posts, recommendations, placing") struct PlacingTests {
    @Test(
        "a post goes from its host to the office and back, and every unit sees what is open",
        arguments: TestEngine.allCases)
    func posts(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let post = try town.database.perform(OfferPost(scheme: town.scheme()), by: .host, on: day("2026-01-08"))
        #expect(post.code == "GW2026-000001" && post.stage == .offered)
        #expect(throws: NotAllowed(right: .report, unit: "U3")) {
            try town.database.perform(OfferPost(scheme: town.scheme()), by: .neighbour, on: day("2026-01-08"))
        }
        #expect(
            try town.refused(
                ReviewPost(record: post.code, isApproved: false, remark: " "), by: .office, on: "2026-01-09")
                == ["remark: 请写明原因"])
        try town.database.perform(
            ReviewPost(record: post.code, isApproved: false, remark: "写明主要工作"), by: .office, on: day("2026-01-09"))
        let waits = try town.database.read { try PostState.returnedWaiting(Ask.of($0, .host, on: day("2026-01-10"))) }
        #expect(waits.map(\.count) == [1])
        #expect(
            try town.database.read { try PostState.returnedWaiting(Ask.of($0, .home, on: day("2026-01-10"))) } == [])
        let again = try town.database.perform(
            ChangePost(record: post.code, scheme: town.scheme { $0.work = "分管项目建设" }), by: .host, on: day("2026-01-10"))
        #expect(again.stage == .offered)
        try town.database.perform(
            ReviewPost(record: post.code, isApproved: true, remark: ""), by: .office, on: day("2026-01-11"))
        #expect(try town.database.read { try $0.all(SecondmentPost.self, for: .home) }.count == 1)
        #expect(
            try town.refused(
                OfferPost(
                    scheme: town.scheme {
                        $0.kind = .out
                        $0.unit = "U2"
                    }), by: .office, on: "2026-01-11")
                == ["outside: 外挂岗位请写明外地接收单位"])
        #expect(try town.database.faults() == [])
    }

    @Test("only whom a unit has is recommended, once, with wishes of the kind", arguments: TestEngine.allCases)
    func nominations(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let post = try town.post()
        let special = try town.post { $0.kind = .special }
        #expect(
            try town.refused(NominatePerson(draft: town.draft("P4")), by: .home, on: "2026-01-20") == [
                "person: 干部4不在推荐单位任职，请核对"
            ])
        #expect(
            try town.refused(
                NominatePerson(
                    draft: town.draft {
                        $0.wish1 = post.code
                        $0.wish2 = post.code
                        $0.wish3 = special.code
                    }), by: .home, on: "2026-01-20") == ["wish2: 志愿岗位重复", "wish3: 岗位与推荐的类别不同"])
        let nomination = try town.nominated { $0.wish1 = post.code }
        #expect(
            try town.refused(NominatePerson(draft: town.draft()), by: .home, on: "2026-01-21") == [
                "person: 此人已经推荐（\(nomination.code)），请在原推荐上修改"
            ])
        #expect(try town.database.read { try $0.all(Nomination.self, for: .host) } == [], "the host sees none of it")
        try town.database.perform(
            ReturnNomination(record: nomination.code, reason: "补学历"), by: .office, on: day("2026-01-22"))
        let changed = try town.database.perform(
            ChangeNomination(
                record: nomination.code,
                draft: town.draft {
                    $0.wish1 = post.code
                    $0.degree = .master
                }), by: .home, on: day("2026-01-23"))
        #expect(changed.stage == .nominated)
        try town.database.perform(
            WithdrawNomination(record: nomination.code, reason: "另有任务"), by: .home, on: day("2026-01-24"))
        #expect(try town.nominated().code != nomination.code, "withdrawn, they may be recommended anew")
        #expect(try town.database.faults() == [])
    }

    @Test(
        "what the records tell is held against the rules: shown, and the office places them all the same",
        arguments: TestEngine.allCases)
    func eligibility(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let post = try town.post()
        let first = try town.nominated("P1") { $0.wish1 = post.code }
        try town.database.perform(
            PlaceNominee(record: first.code, post: post.code), by: .office, on: day("2026-01-25"))
        let second = try town.nominated("P2")
        let found = try town.database.read {
            try Ask.of($0, .office, on: day("2026-01-26")).eligibility(of: second.draft)
        }
        #expect(found.against.map(\.zh) == ["连同本人2人在外，在册3人，可1人"])
        let another = try town.post()
        let placed = try town.database.perform(
            PlaceNominee(record: second.code, post: another.code), by: .office, on: day("2026-01-26"))
        #expect(placed.stage == .proposed && placed.homeRank == "副科级" && placed.to == day("2027-02-28"))
        let own = try town.database.read {
            try $0.eligibility(
                of: second.draft, from: placed.from, to: placed.to, on: day("2026-01-26"), SecondmentRules(),
                besides: placed.code)
        }
        #expect(!own.against.contains { $0.zh.contains("同期") }, "it does not overlap with itself")
    }

    @Test("several are placed at once or none: nobody twice, no post beyond its places", arguments: TestEngine.allCases)
    func several(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let (one, two) = (try town.post(), try town.post { $0.unit = "U4" })
        let special = try town.post { $0.kind = .special }
        let (first, second) = (try town.nominated("P1"), try town.nominated("P2"))
        func place(_ rows: (String, String)...) -> PlaceAll {
            PlaceAll(rows: rows.map { Placement(nomination: $0.0, post: $0.1) })
        }
        #expect(
            try town.refused(
                place((first.code, one.code), (second.code, one.code), (first.code, special.code)), by: .office,
                on: "2026-02-01")
                == [
                    "rows.1.post: 第2行：“副镇长”的名额已满", "rows.2.nomination: 第3行：此人已经安排", "rows.2.post: 第3行：岗位与推荐的类别不同",
                ])
        #expect(try town.refused(place(), by: .office, on: "2026-02-01") == [": 请至少安排一人"])
        let made = try town.database.perform(
            place((first.code, one.code), (second.code, two.code)), by: .office, on: day("2026-02-01"))
        #expect(made.map(\.host) == ["U3", "U4"])
        #expect(
            try town.refused(ChangePost(record: one.code, scheme: town.scheme()), by: .host, on: "2026-02-01") == [
                ": 这个岗位已经安排了人，不能再修改"
            ])
        let declined = try town.database.perform(
            ApproveSecondment(record: made[0].code, isApproved: false, remark: "另作安排"), by: .office,
            on: day("2026-02-02"))
        #expect(declined.stage == .declined)
        #expect(
            try town.database.read { try $0.one(Nomination.self, first.code, for: .home) }?.stage == .nominated,
            "they wait again")
        #expect(try town.database.read { try $0.taken(of: one.code) } == 0)
        #expect(throws: NotAllowed(right: .plan, unit: "U4")) {
            try town.database.perform(place((first.code, one.code)), by: .neighbour, on: day("2026-02-03"))
        }
    }

    @Test(
        "whoever is placed and not there yet is not recommended again; once it is cancelled they are",
        arguments: TestEngine.allCases)
    func placedAlready(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.approved()
        let again = NominatePerson(draft: town.draft { $0.kind = .special })
        #expect(
            try town.refused(again, by: .home, on: "2026-02-20")
                == ["person: 此人已安排挂职（\(secondment.code)），还没有报到；不去的，先由组织部门取消"])
        try town.database.perform(
            CancelSecondment(record: secondment.code, reason: "另有安排"), by: .office, on: day("2026-02-21"))
        #expect(
            try town.refused(again, by: .home, on: "2026-02-22").first?.contains("已经推荐") == true,
            "they wait again by the first recommendation")
    }

    @Test("what other desks have planned for the same days is pointed out, with what was held")
    func ahead() throws {
        let town = try SecondmentTown(.sqlite)
        let desk = Desk(
            Words("别处", "Elsewhere"), nouns: [], entries: [],
            ahead: { _, person, from, to in
                person == ["P1"] && from <= day("2026-05-09") && to >= day("2026-05-05")
                    ? [Ahead("青年干部班", "/classes/B1", from: day("2026-05-05"), to: day("2026-05-09"))] : []
            }
        ) { _ in }
        func said(_ person: String, _ from: String, _ to: String) throws -> String {
            try town.database.read { reading in
                let context = Ask.of(reading, .home, on: day("2026-04-01")).context
                let ask = Ask(context: context, reader: .home, reading: reading, parts: [:], acts: ActNames([desk]))
                return Page("", try ask.clashes(of: person, from: day(from), to: day(to), besides: nil)).text()
            }
        }
        #expect(try said("P1", "2026-05-01", "2027-04-30").contains("青年干部班"))
        #expect(try !said("P1", "2026-05-10", "2027-04-30").contains("青年干部班"))
        #expect(try !said("P2", "2026-05-01", "2027-04-30").contains("青年干部班"))
    }

    @Test("nobody is left out of a matching unawares") func cut() {
        #expect(MatchingPage.cut(left: 0, pairs: PlacementSheet.mostRows) == [])
        #expect(MatchingPage.cut(left: 3, pairs: 10).map(\.zh).joined().contains("还有3人"))
        #expect(MatchingPage.cut(left: 0, pairs: 201).map(\.zh).joined().contains("建议的201人分批安排"))
    }
}
