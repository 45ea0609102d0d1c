import Pages
import Store
import Vocabulary

/// What becomes of a share of branches that is no whole number.
enum QuotaRounding: String, Named, Stored {
    case down, nearest, up

    var words: Words {
        switch self {
        case .down: Words("舍去小数", "Down")
        case .nearest: Words("四舍五入", "To the nearest")
        case .up: Words("进一", "Up")
        }
    }
}

/// What becomes of equals where the quota ends among them.
enum QuotaTie: String, Named, Stored {
    case below, above

    var words: Words {
        switch self {
        case .below: Words("都列入下一档", "All one star below")
        case .above: Words("都列入上一档", "All above, beyond the quota")
        }
    }
}

/// By what stars follow from scores (评定办法): the numbers of a model, each set for its round.
struct StarTerms: Sendable, Hashable {
    /// Points from which on so many stars are given: at the number itself too.
    var five = 90
    var four = 80
    var three = 70
    var two = 60
    /// Fewer stars than these are none.
    var fewest = 1
    /// The score is so many hundredths of the items' points and so many of the assessment, and the bonus.
    var baseWeight = 100
    var assessmentWeight = 0
    var bonusMost = 10
    /// So many in a hundred of those taking part at most; 0: as many as there are.
    var quotaFive = 0
    var quotaFour = 0
    var quotaThree = 0
    var rounding = QuotaRounding.down
    var tie = QuotaTie.below
    /// Five stars ask for an innovation.
    var needsInnovation = YesNo.no
    /// So many stars up in a year at most, outstanding work aside; 0: any.
    var maxStep = 0
    /// Whether a branch in its first year is given stars.
    var ratesNew = YesNo.no

    /// Of a score in two-hundredths of a point.
    func band(_ score: Int) -> Int {
        score >= five * 200 ? 5 : score >= four * 200 ? 4 : score >= three * 200 ? 3 : score >= two * 200 ? 2 : 1
    }

    /// The points from which on so many stars are given.
    func least(_ stars: Int) -> Int {
        switch stars {
        case 5: five
        case 4: four
        case 3: three
        case 2: two
        default: 0
        }
    }

    /// So many of so many taking part; nil: all.
    func places(_ stars: Int, of count: Int) -> Int? {
        let share = stars == 5 ? quotaFive : stars == 4 ? quotaFour : stars == 3 ? quotaThree : 0
        guard share > 0 else { return nil }
        switch rounding {
        case .down: return count * share / 100
        case .nearest: return (count * share + 50) / 100
        case .up: return (count * share + 99) / 100
        }
    }
}

enum YesNo: String, Named, Stored {
    case yes, no
    var words: Words { self == .yes ? Words("是", "Yes") : Words("否", "No") }
}

/// A branch as it stands before the meeting: points, what it had, what was found.
struct StarCandidate: Sendable, Hashable {
    var branch: String
    /// In half points.
    var base = 0
    var bonus = 0
    var assessment = 0
    /// The stars it had; nil: it was never rated.
    var before: Int?
    var hasInnovation = false
    var isVetoed = false
    /// An honour that gives five stars at once.
    var isDirect = false
    /// Work that lifts it by more than a step.
    var isOutstanding = false
    var isNew = false

    /// In two-hundredths of a point, so that nothing is rounded.
    func score(_ terms: StarTerms) -> Int {
        base * terms.baseWeight + assessment * terms.assessmentWeight + min(bonus, terms.bonusMost * 2) * 100
    }
}

/// Why a branch has other stars than its score alone would give.
enum StarReason: String, Named {
    case veto, newBranch, direct, noInnovation, step, quota, tie, tooFew

    var words: Words {
        switch self {
        case .veto: Words("有一票否决情形，不评星级", "a veto case: no stars")
        case .newBranch: Words("新设支部，第一年只自评不评星级", "in its first year: assessed, not rated")
        case .direct: Words("有直接评五星的荣誉", "an honour that gives five stars")
        case .noInnovation: Words("没有创新做法，不评五星", "no innovation: not five")
        case .step: Words("一年最多升规定的星数", "so many stars up in a year at most")
        case .quota: Words("超出名额，按得分排序列入下一档", "beyond the quota, by score")
        case .tie: Words("名额末位得分相同，按公布的规则处理", "equal where the quota ends")
        case .tooFew: Words("低于最低星级，不评星级", "below the fewest stars there are")
        }
    }
}

/// What stars a branch is given, and why.
struct StarResult: Sendable, Hashable {
    var branch: String
    /// In two-hundredths of a point.
    var score: Int
    /// 0: none.
    var stars: Int
    var reasons: [StarReason]
}

extension StarTerms {
    /// The stars of all who take part in a round. What comes first: a veto, the first year, an honour; then the band, the
    /// innovation and the step say the most a branch may have; then the quotas are filled from five stars down by score, by
    /// points without bonus, by the stars before. Whoever finds no place stands among those of one star fewer.
    func rate(_ candidates: [StarCandidate]) -> [StarResult] {
        let open = candidates.map { Standing($0, self) }
        let taking = candidates.count { !$0.isNew || ratesNew == .yes }
        var placed: [StarResult] = []
        var pool = open.filter { $0.most > 0 }
        for stars in stride(from: 5, through: 1, by: -1) {
            let here = pool.filter { $0.most == stars }.sorted { $1.rank < $0.rank }
            // An honour has its place whatever the quota says, and so has who was equal at the end of the one above: a tie costs
            // one star at most.
            let sure = here.count { $0.candidate.isDirect || $0.hasPlace }
            let places = places(stars, of: taking).map { max($0, sure) } ?? here.count
            var cut = min(places, here.count)
            var isTie = false
            if cut > 0, cut < here.count, here[cut - 1].rank == here[cut].rank {
                isTie = true
                let equal = here[cut].rank
                cut =
                    tie == .below
                    ? here.firstIndex { $0.rank == equal } ?? cut : (here.lastIndex { $0.rank == equal } ?? cut) + 1
            }
            placed += here.prefix(cut).map { $0.result(stars, self) }
            let edge = isTie && tie == .below && cut < here.count ? here[cut].rank : nil
            let left = here.dropFirst(cut).map { standing in
                var standing = standing
                standing.most = stars - 1
                let isEqual = standing.rank == edge
                standing.reasons.append(isEqual ? .tie : .quota)
                standing.hasPlace = isEqual
                return standing
            }
            pool = pool.filter { $0.most < stars } + left
        }
        // One star and two have no quota: whoever is left has none.
        placed += open.filter { $0.most == 0 }.map { $0.result(0, self) }
        let found = Dictionary(placed.map { ($0.branch, $0) }) { first, _ in first }
        return candidates.compactMap { found[$0.branch] }
    }

    /// A branch on its way through the quotas.
    private struct Standing {
        let candidate: StarCandidate
        let score: Int
        var most: Int
        var reasons: [StarReason] = []
        var hasPlace = false

        init(_ candidate: StarCandidate, _ terms: StarTerms) {
            self.candidate = candidate
            score = candidate.score(terms)
            if candidate.isVetoed {
                (most, reasons) = (0, [.veto])
                return
            }
            if candidate.isNew, terms.ratesNew == .no {
                (most, reasons) = (0, [.newBranch])
                return
            }
            if candidate.isDirect {
                (most, reasons) = (5, terms.band(score) < 5 ? [.direct] : [])
                return
            }
            most = terms.band(score)
            if most == 5, terms.needsInnovation == .yes, !candidate.hasInnovation {
                most = 4
                reasons.append(.noInnovation)
            }
            if let before = candidate.before, terms.maxStep > 0, !candidate.isOutstanding,
                most > before + terms.maxStep
            {
                most = before + terms.maxStep
                reasons.append(.step)
            }
        }

        /// Honours first, then score, points without bonus, stars before.
        var rank: Rank {
            Rank(of: [candidate.isDirect ? 1 : 0, hasPlace ? 1 : 0, score, candidate.base, candidate.before ?? 0])
        }

        func result(_ stars: Int, _ terms: StarTerms) -> StarResult {
            let isTooFew = stars > 0 && stars < terms.fewest
            return StarResult(
                branch: candidate.branch, score: score, stars: isTooFew ? 0 : stars,
                reasons: reasons + (isTooFew ? [.tooFew] : []))
        }
    }

    private struct Rank: Comparable {
        let of: [Int]
        static func < (one: Rank, other: Rank) -> Bool { one.of.lexicographicallyPrecedes(other.of) }
    }
}

/// Models seen in practice, as a start for a round's numbers.
enum StarModel: String, Named, Stored {
    case m1, m2, m3, m4

    var words: Words {
        switch self {
        case .m1: Words("百分制加创新（限名额）", "A hundred points and an innovation, with quotas")
        case .m2: Words("基础分七成、考核三成", "Seven tenths points, three tenths assessment")
        case .m3: Words("三星以下不评", "None below three stars")
        case .m4: Words("授星后动态管理", "Kept up through the year")
        }
    }

    var terms: StarTerms {
        switch self {
        case .m1:
            StarTerms(quotaFive: 10, quotaFour: 30, quotaThree: 40, needsInnovation: .yes, maxStep: 1)
        case .m2: StarTerms(baseWeight: 70, assessmentWeight: 30, bonusMost: 0, quotaFive: 30)
        case .m3:
            StarTerms(fewest: 3, bonusMost: 0, quotaFive: 10, quotaFour: 40, quotaThree: 30)
        case .m4: StarTerms(bonusMost: 0)
        }
    }
}
