import Testing
import Vocabulary

@testable import SecondmentDesk

@Suite("Who may go") struct EligibilityTests {
    private func facts(_ change: (inout NomineeFacts) -> Void = { _ in }) -> NomineeFacts {
        var facts = NomineeFacts(
            birthMonth: "1990-05", rank: "副科级", unitKinds: [.department, .city], inUnitSince: day("2020-01-01"),
            promoted: day("2025-03-01"), knowsTownship: false, staff: 30, away: 0)
        change(&facts)
        return facts
    }

    private func against(
        _ kind: SecondmentKind = .down, _ rules: SecondmentRules = SecondmentRules(), from: String = "2026-05-01",
        draft change: (inout NominationDraft) -> Void = { _ in }, of facts: NomineeFacts
    ) -> [String] {
        var draft = NominationDraft(kind: kind, appraised: .yes)
        change(&draft)
        let from = day(from)
        return Eligibility(facts: facts, draft: draft, rules: rules, from: from, to: from.ending(months: 12)).against
            .map(\.zh)
    }

    @Test("somebody who fits is told rule by rule, and nothing speaks against them") func fits() {
        #expect(against(of: facts()) == [])
        let findings = Eligibility(
            facts: facts(), draft: NominationDraft(appraised: .yes), rules: SecondmentRules(), from: day("2026-05-01"),
            to: day("2027-04-30")
        ).findings
        #expect(findings.count == 7 && findings.allSatisfy { $0.isMet == true })
    }

    @Test("age is that of the day it begins: the birthday's month decides, and the limit is each kind's") func age() {
        let born = facts { $0.birthMonth = "1985-06" }
        #expect(against(from: "2026-05-01", of: born) == [])
        #expect(against(from: "2026-06-01", of: born) == ["开始时41岁"])
        #expect(against(.out, from: "2026-06-01", of: born) == [], "out goes up to 45")
        #expect(Eligibility.age(born: "1990-13", on: day("2026-01-01")) == nil)
        #expect(Eligibility.age(born: "", on: day("2026-01-01")) == nil)
    }

    @Test("degree, appraisals, years in the unit, the unit's share and other secondments each give their reason")
    func each() {
        #expect(against(draft: { $0.degree = .college }, of: facts()) == ["大专"])
        #expect(against(draft: { $0.appraised = .no }, of: facts()) == ["有的年度不是合格以上"])
        #expect(
            against(draft: { $0.appraised = .unknown }, of: facts()) == [], "what is not known is no reason against")
        #expect(against(of: facts { $0.inUnitSince = day("2024-05-02") }) == ["自2024-05-02起"])
        #expect(against(of: facts { $0.inUnitSince = day("2024-05-01") }) == [])
        #expect(against(of: facts { $0.away = 2 }) == ["连同本人3人在外，在册30人，可2人"])
        #expect(against(of: facts { ($0.staff, $0.away) = (5, 0) }) == [], "one may go from a small unit")
        let other = NomineeFacts.Other(code: "GZ1", from: day("2025-06-01"), to: day("2026-05-01"))
        #expect(against(of: facts { $0.others = [other] }) == ["GZ1：2025-06-01至2026-05-01"])
        #expect(against(from: "2026-05-02", of: facts { $0.others = [other] }) == [])
    }

    @Test("what a kind asks: ranked, from county or township, no township before, newly promoted") func kinds() {
        let staff = facts { $0.rank = "一级科员" }
        #expect(against(.out, of: staff) == ["一级科员"])
        #expect(against(.down, of: staff) == [], "no rank, and no township before")
        #expect(against(.down, of: facts { ($0.rank, $0.knowsTownship) = ("一级科员", true) }) == ["一级科员，有乡镇工作经历"])
        #expect(against(.down, draft: { $0.township = .yes }, of: staff) == ["一级科员，有乡镇工作经历"])
        #expect(against(.up, of: facts()) == ["不在县乡两级任职"])
        #expect(against(.up, of: facts { $0.unitKinds = [.township, .county, .city] }) == [])
        #expect(against(.special, of: facts { $0.promoted = day("2024-04-30") }) == ["2024-04-30提任现职级"])
        #expect(against(.special, of: facts { $0.promoted = nil }) == [], "no promotion on record is to be checked")
    }

    @Test("each rung of the ladder holds up to its limit, and the next begins a day later") func ladder() {
        let rules = SecondmentRules()
        #expect([1, 3, 4, 7, 8].map { LeaveApprover(days: $0, rules) } == [.host, .host, .home, .home, .office])
        var turned = rules
        turned.leaveHomeDays = 2
        #expect(turned.problems == [.ladderTurned])
    }

    @Test("months are those that a time touches") func months() {
        #expect(
            NoteMonth.all(from: day("2025-11-30"), to: day("2026-02-01")).map(\.number) == [
                202511, 202512, 202601, 202602,
            ])
        #expect(NoteMonth(number: 202602)?.last == day("2026-02-28"))
        #expect(NoteMonth(number: 202613) == nil)
        #expect(NoteMonth.all(from: day("2026-02-02"), to: day("2026-02-01")) == [])
    }
}
