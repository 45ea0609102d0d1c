import Pages
import Vocabulary

/// A proposal who goes to which post: as many as can be, by their wishes, then by what posts ask for; each line says why
/// (docs/decisions/0170). It proposes, and the office decides.
struct PostMatching: Sendable {
    /// Somebody who waits for a post.
    struct Nominee: Sendable, Hashable {
        var code: String
        var wishes: [String] = []
        var yields = true
        var skills: [String] = []
        /// Their unit and those above it: nobody is sent to their own.
        var units: Set<String> = []
        /// By post, what the rules have against it; a post that is not named is open to them.
        var against: [String: [Words]] = [:]
    }

    /// A post with places left.
    struct Opening: Sendable, Hashable {
        var code: String
        /// Nil where the host lies elsewhere.
        var host: String?
        var left = 1
        var skills: [String] = []
    }

    struct Pair: Sendable, Hashable {
        var nominee: String
        var post: String
        /// 1 to 3; nil: it was not wished for.
        var wish: Int?
        /// Those that they bring and the post asks for.
        var skills: [String]
    }

    enum Unplaced: Sendable, Hashable {
        /// No post of their kind is open.
        case noPost
        /// The rules speak against each.
        case rules([Words])
        /// Of what they wish for nothing is open to them, and they go nowhere else.
        case onlyWishes
        /// What was open to them went to others.
        case given
    }

    enum Unfilled: Sendable, Hashable {
        /// Nobody may go there.
        case nobody
        /// Who might have gone came nearer to their wishes elsewhere.
        case elsewhere
    }

    private(set) var pairs: [Pair] = []
    private(set) var unplaced: [(nominee: String, why: Unplaced)] = []
    private(set) var unfilled: [(post: String, left: Int, why: Unfilled)] = []

    private let nominees: [Nominee]
    private let openings: [Opening]

    init(_ nominees: [Nominee], on openings: [Opening]) {
        self.nominees = nominees
        self.openings = openings.filter { $0.left > 0 }
        solve()
    }

    private mutating func solve() {
        // A post with three places is three columns.
        let places = openings.enumerated().flatMap {
            Array(repeating: $0.offset, count: min($0.element.left, nominees.count))
        }
        let costs = nominees.map { nominee in places.map { cost(of: openings[$0], for: nominee) } }
        var taken = Array(repeating: 0, count: openings.count)
        for (nominee, column) in zip(nominees, Assignment.cheapest(costs)) {
            guard let column else {
                unplaced.append((nominee.code, whyNot(nominee)))
                continue
            }
            let opening = openings[places[column]]
            taken[places[column]] += 1
            pairs.append(
                Pair(
                    nominee: nominee.code, post: opening.code, wish: wish(nominee, opening),
                    skills: shared(nominee, opening)))
        }
        for (opening, taken) in zip(openings, taken) where taken < opening.left {
            let isOpenToSome = nominees.contains { cost(of: opening, for: $0) != nil }
            unfilled.append((opening.code, opening.left - taken, isOpenToSome ? .elsewhere : .nobody))
        }
    }

    /// The first wish before the second, a wish before none, and of equals those whose skills are asked for.
    private func cost(of opening: Opening, for nominee: Nominee) -> Int? {
        let wish = wish(nominee, opening)
        guard isOpen(opening, to: nominee), wish != nil || nominee.yields else { return nil }
        return (wish.map { $0 * 4 } ?? 20) - min(3, shared(nominee, opening).count)
    }

    private func isOpen(_ opening: Opening, to nominee: Nominee) -> Bool {
        opening.host.map { !nominee.units.contains($0) } ?? true
            && nominee.against[opening.code]?.isEmpty ?? true
    }

    private func wish(_ nominee: Nominee, _ opening: Opening) -> Int? {
        nominee.wishes.firstIndex(of: opening.code).map { $0 + 1 }
    }

    private func shared(_ nominee: Nominee, _ opening: Opening) -> [String] {
        opening.skills.filter { wanted in nominee.skills.contains { $0.contains(wanted) || wanted.contains($0) } }
    }

    private func whyNot(_ nominee: Nominee) -> Unplaced {
        if openings.isEmpty { return .noPost }
        let open = openings.filter { isOpen($0, to: nominee) }
        if open.isEmpty {
            let why = openings.compactMap { nominee.against[$0.code] }.first { !$0.isEmpty }
            return why.map { .rules($0) } ?? .noPost
        }
        return nominee.yields || open.contains { wish(nominee, $0) != nil } ? .given : .onlyWishes
    }
}

extension PostMatching.Pair {
    var why: Words {
        let brings = Words(
            "特长相符：\(skills.joined(separator: "、"))", "brings what is wanted: \(skills.joined(separator: ", "))")
        let wished: Words =
            wish.map { Words("第\(Self.ordinals[$0 - 1])志愿", "wish \($0)") } ?? Words("服从调剂", "no wish could be met")
        return skills.isEmpty ? wished : Words("\(wished.zh)，\(brings.zh)", "\(wished.en); \(brings.en)")
    }

    private static let ordinals = ["一", "二", "三"]
}

extension PostMatching.Unplaced {
    var words: Words {
        switch self {
        case .noPost: Words("这一类别没有可去的岗位", "No post of the kind is open to them")
        case .rules(let why):
            Words(
                "条件不符：\(why.map(\.zh).joined(separator: "；"))",
                "Against the rules: \(why.map(\.en).joined(separator: "; "))")
        case .onlyWishes: Words("志愿岗位都不能安排，本人不服从调剂", "None of their wishes is open, and they go nowhere else")
        case .given: Words("可去的岗位已建议给志愿更靠前或更难安排的人", "Posts open to them went to others")
        }
    }
}

extension PostMatching.Unfilled {
    var words: Words {
        switch self {
        case .nobody: Words("没有符合条件的人选", "Nobody may go there")
        case .elsewhere: Words("可去的人都有更合意愿的岗位", "Who might go is nearer to their wishes elsewhere")
        }
    }
}
