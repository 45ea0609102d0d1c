import Testing

@testable import BranchDesk

/// Scores in, stars out: edges by hand, and what must hold of any round.
@Suite("Star rating: stars from scores") struct StarRatingTests {
    private func candidate(_ branch: String, _ points: Int, _ change: (inout StarCandidate) -> Void = { _ in })
        -> StarCandidate
    {
        var candidate = StarCandidate(branch: branch, base: points * 2)
        change(&candidate)
        return candidate
    }

    private func stars(_ terms: StarTerms, _ candidates: [StarCandidate]) -> [Int] {
        terms.rate(candidates).map(\.stars)
    }

    @Test("bands meet at their number: 90 is five, half a point less is four") func bands() {
        let terms = StarTerms()
        #expect(stars(terms, [candidate("a", 90), candidate("b", 0) { $0.base = 179 }]) == [5, 4])
        #expect(stars(terms, [candidate("a", 60), candidate("b", 59)]) == [2, 1])
        #expect(stars(StarTerms(fewest: 3), [candidate("a", 70), candidate("b", 69)]) == [3, 0])
    }

    @Test("two parts are weighed without rounding: 0.7 of 90 and 0.3 of 90 are 90") func weights() {
        let terms = StarModel.m2.terms
        let both = candidate("a", 90) { $0.assessment = 180 }
        let less = candidate("b", 90) { $0.assessment = 179 }
        #expect(StarTerms(baseWeight: 70, assessmentWeight: 30).rate([both, less]).map(\.stars) == [5, 4])
        #expect(both.score(terms) == 90 * 200 && less.score(terms) == 90 * 200 - 30)
    }

    @Test("the bonus ends at its most; what is taken off the quota goes one star down, by score") func quota() {
        let terms = StarTerms(bonusMost: 2, quotaFive: 25)
        let all = [candidate("a", 91), candidate("b", 95), candidate("c", 93), candidate("d", 70)]
        let found = terms.rate(all)
        #expect(found.map(\.stars) == [4, 5, 4, 3])
        #expect(found[0].reasons == [.quota] && found[1].reasons.isEmpty)
        #expect(candidate("e", 90) { $0.bonus = 20 }.score(terms) == 92 * 200)
    }

    @Test("rounding says what becomes of a part of a place") func rounding() {
        let all = (0..<5).map { candidate("b\($0)", 95 - $0) }
        func fives(_ rounding: QuotaRounding) -> Int {
            stars(StarTerms(quotaFive: 30, rounding: rounding), all).count { $0 == 5 }
        }
        #expect(fives(.down) == 1 && fives(.nearest) == 2 && fives(.up) == 2)
        #expect(stars(StarTerms(quotaFive: 30, rounding: .nearest), Array(all.prefix(4))).count { $0 == 5 } == 1)
    }

    @Test("equals where the quota ends go by points without bonus, then by the stars before, then by the rule for ties")
    func ties() {
        let bonus = candidate("a", 90) { $0.bonus = 4 }
        let plain = candidate("b", 92)
        #expect(stars(StarTerms(quotaFive: 50), [bonus, plain]) == [4, 5])
        let once = candidate("c", 92) { $0.before = 4 }
        #expect(stars(StarTerms(quotaFive: 50), [plain, once]) == [4, 5])
        let equal = [candidate("a", 92), candidate("b", 92)]
        #expect(stars(StarTerms(quotaFive: 50, tie: .below), equal) == [4, 4])
        #expect(stars(StarTerms(quotaFive: 50, tie: .above), equal) == [5, 5])
        #expect(StarTerms(quotaFive: 50, tie: .below).rate(equal)[0].reasons == [.tie])
        // A tie costs one star at most: both have their place among those of four, though there is one.
        #expect(stars(StarTerms(quotaFive: 50, quotaFour: 50, tie: .below), equal) == [4, 4])
    }

    @Test("vetoes, honours, the first year, the innovation and the step") func conditions() {
        let terms = StarTerms(needsInnovation: .yes, maxStep: 1)
        #expect(stars(terms, [candidate("a", 95), candidate("b", 95) { $0.hasInnovation = true }]) == [4, 5])
        #expect(
            stars(
                terms,
                [
                    candidate("a", 99) { ($0.isVetoed, $0.isDirect) = (true, true) },
                    candidate("b", 99) { $0.isNew = true }, candidate("c", 61) { $0.isDirect = true },
                    candidate("d", 85) { $0.before = 2 },
                    candidate("e", 85) { ($0.before, $0.isOutstanding) = (2, true) },
                ]) == [0, 0, 5, 3, 4])
        #expect(StarTerms(ratesNew: .yes).rate([candidate("b", 99) { $0.isNew = true }]).map(\.stars) == [5])
        // An honour has its place even where the quota has none left.
        let honours = [candidate("a", 70) { $0.isDirect = true }, candidate("b", 99)]
        #expect(stars(StarTerms(quotaFive: 10), honours) == [5, 4])
    }

    /// A round of any kind, the same for the same seed.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % (most + 1)
        }

        mutating func terms() -> StarTerms {
            StarTerms(
                fewest: 1 + roll(2), baseWeight: 70 + 30 * roll(1), assessmentWeight: 0, bonusMost: roll(10),
                quotaFive: 10 * roll(4), quotaFour: 10 * roll(5), quotaThree: 10 * roll(5),
                rounding: QuotaRounding.allCases[roll(2)], tie: QuotaTie.allCases[roll(1)],
                needsInnovation: YesNo.allCases[roll(1)], maxStep: roll(2), ratesNew: YesNo.allCases[roll(1)])
        }

        mutating func candidates() -> [StarCandidate] {
            (0...roll(14)).map { place in
                StarCandidate(
                    branch: "B\(place)", base: 100 + roll(100), bonus: roll(20), assessment: roll(200),
                    before: roll(2) == 0 ? nil : 1 + roll(4), hasInnovation: roll(1) == 0, isVetoed: roll(9) == 0,
                    isDirect: roll(9) == 0, isOutstanding: roll(5) == 0, isNew: roll(7) == 0)
            }
        }
    }

    @Test(
        "of any round: nobody is left out, no quota is passed but by honours and equals, no band, veto or step is broken"
    )
    func always() {
        for seed in 1...400 {
            var dice = Dice(state: UInt64(seed))
            var terms = dice.terms()
            terms.assessmentWeight = 100 - terms.baseWeight
            let all = dice.candidates()
            let found = terms.rate(all)
            #expect(found.map(\.branch) == all.map(\.branch), "seed \(seed)")
            let taking = all.count { !$0.isNew || terms.ratesNew == .yes }
            for level in [5, 4, 3] where terms.tie == .below {
                guard let places = terms.places(level, of: taking) else { continue }
                let honours = level == 5 ? all.count { $0.isDirect && !$0.isVetoed } : 0
                let equals = found.count { $0.stars == level && $0.reasons.contains(.tie) }
                #expect(
                    found.count { $0.stars == level } <= max(places, honours + equals), "seed \(seed), \(level) stars")
            }
            for (one, result) in zip(all, found) {
                if one.isVetoed || one.isNew && terms.ratesNew == .no { #expect(result.stars == 0, "seed \(seed)") }
                #expect(result.stars == 0 || result.stars >= terms.fewest, "seed \(seed)")
                guard !one.isDirect else { continue }
                #expect(result.stars <= terms.band(one.score(terms)), "seed \(seed)")
                if result.stars == 5, terms.needsInnovation == .yes { #expect(one.hasInnovation, "seed \(seed)") }
                if let before = one.before, terms.maxStep > 0, !one.isOutstanding {
                    #expect(result.stars <= before + terms.maxStep, "seed \(seed)")
                }
            }
        }
    }

    @Test("of any round: the order in which branches come in says nothing, and more points never cost a star")
    func order() {
        for seed in 1...300 {
            var dice = Dice(state: UInt64(seed) &* 77)
            var terms = dice.terms()
            terms.assessmentWeight = 100 - terms.baseWeight
            let all = dice.candidates()
            let found = Dictionary(uniqueKeysWithValues: terms.rate(all).map { ($0.branch, $0.stars) })
            let turned = Dictionary(uniqueKeysWithValues: terms.rate(all.reversed()).map { ($0.branch, $0.stars) })
            #expect(found == turned, "seed \(seed)")
            let place = dice.roll(all.count - 1)
            var more = all
            more[place].base += 1 + dice.roll(20)
            let after = Dictionary(uniqueKeysWithValues: terms.rate(more).map { ($0.branch, $0.stars) })
            #expect((after[all[place].branch] ?? 0) >= (found[all[place].branch] ?? 0), "seed \(seed)")
        }
    }
}
