import Pages
import Records
import Storage
import Store
import Vocabulary

/// The proposed matching of one kind, before anything is done with it.
struct MatchingPage {
    static let address = "/secondments/matching"
    /// What a page may take the time for; whoever waits longest is among them.
    static let mostNominees = 400

    let kind: SecondmentKind
    let matching: PostMatching
    /// How many more wait, of whom nothing is proposed yet.
    let left: Int
    private let nominations: [String: Nomination]
    private let posts: [String: SecondmentPost]

    init(_ kind: SecondmentKind, _ ask: Ask) throws {
        self.kind = kind
        let toPlace: SQL = "stage = \(NominationStage.nominated) and kind = \(kind)"
        let waiting = try ask.all(
            Nomination.self, where: toPlace, order: "nominated_day, code", limit: Self.mostNominees)
        left = try ask.reading.count(Nomination.self, for: ask.reader, where: toPlace) - waiting.count
        let open = try ask.reading.openPosts(kind)
        let rules = try ask.secondmentRules
        nominations = Dictionary(waiting.map { ($0.code, $0) }) { first, _ in first }
        posts = Dictionary(open.map { ($0.code, $0) }) { first, _ in first }
        matching = PostMatching(
            try waiting.map { try Self.nominee($0, on: open, rules, ask) },
            on: try open.map { post in
                .init(
                    code: post.code, host: post.scheme.outside.isEmpty ? post.scheme.unit : nil,
                    left: post.scheme.places - (try ask.reading.taken(of: post.code)), skills: post.scheme.skills)
            })
    }

    private static func nominee(
        _ nomination: Nomination, on posts: [SecondmentPost], _ rules: SecondmentRules, _ ask: Ask
    ) throws -> PostMatching.Nominee {
        let draft = nomination.draft
        // What the records tell is the same for every post; only the days differ.
        let facts = try ask.reading.facts(of: draft, on: ask.today)
        let held = try ask.reading.appointment(of: draft.person, on: ask.today)?.unit
        var against: [String: [Words]] = [:]
        for post in posts {
            let found = Eligibility(
                facts: facts, draft: draft, rules: rules, from: post.scheme.from,
                to: post.scheme.from.ending(months: post.scheme.months)
            ).reasons
            if !found.isEmpty { against[post.code] = found }
        }
        return .init(
            code: nomination.code, wishes: draft.wishes, yields: draft.yields == .any, skills: draft.skills,
            units: Set(try ask.reading.unitsAbove(held ?? draft.unit).filter { $0.kind != .city }.map(\.code)),
            against: against)
    }

    /// As a form takes it over.
    var placements: [Placement] {
        matching.pairs.prefix(PlacementSheet.mostRows).map { Placement(nomination: $0.nominee, post: $0.post) }
    }

    /// What is left for another time: nobody is dropped unawares.
    var cut: [Words] { Self.cut(left: left, pairs: matching.pairs.count) }

    static func cut(left: Int, pairs: Int) -> [Words] {
        var found: [Words] = []
        if left > 0 {
            found.append(
                Words(
                    "一次最多匹配\(mostNominees)人，先匹配推荐最早的；还有\(left)人，安排这一批以后再匹配",
                    "At most \(mostNominees) are matched at once, the first recommended first; \(left) more wait until these are placed"
                ))
        }
        if pairs > PlacementSheet.mostRows {
            found.append(
                Words(
                    "一次最多安排\(PlacementSheet.mostRows)人；建议的\(pairs)人分批安排，提交后再匹配一次",
                    "At most \(PlacementSheet.mostRows) are placed at once: of the \(pairs) proposed the others are placed by matching once more"
                ))
        }
        return found
    }

    static func page(_ ask: Ask) throws -> Page {
        try PlaceAll.require(of: ask.reader)
        let kind = ask.query["kind"].flatMap(SecondmentKind.init) ?? .down
        return try MatchingPage(kind, ask).page(ask)
    }

    private func page(_ ask: Ask) throws -> Page {
        let (placed, waiting) = (matching.pairs.count, nominations.count + left)
        let places = matching.pairs.count + matching.unfilled.reduce(0) { $0 + $1.left }
        var page = Page(
            Words("匹配建议", "Proposed matching"),
            crumbs: [Secondment.home, Nomination.home],
            actions: placed == 0
                ? .nothing
                : ask.button(
                    PlaceAll.self, "\(Self.address)/place?kind=\(kind.rawValue)", Words("据此安排", "Take it over"),
                    isPrimary: true),
            .sheet(
                .warnings(cut),
                .section(
                    .p(
                        .each(SecondmentKind.allCases) { other in
                            .group([
                                other == kind
                                    ? .b(.words(other.words))
                                    : .link("\(Self.address)?kind=\(other.rawValue)", .words(other.words)),
                                " ",
                            ])
                        }), .p(.class("quiet"), .words(kind.about))),
                .part(
                    Words("建议安排", "Proposed"), id: "pairs", aside: .say("\(placed)人", String(placed)),
                    placed == 0
                        ? .p(.class("quiet"), .say("没有可以建议的安排。", "There is nothing to propose."))
                        : .data(
                            .say("建议安排", "Proposed"),
                            [
                                DataHead(.say("人选", "Person"), .lead), DataHead(.say("单位", "Unit"), .meta),
                                DataHead(.say("岗位", "Post"), .meta), DataHead(.say("理由", "Why"), .below),
                            ],
                            try matching.pairs.map { pair in
                                [
                                    try nominee(pair.nominee, ask), try unit(pair.nominee, ask),
                                    try post(pair.post, ask), .words(pair.why),
                                ]
                            }, class: "even wrap")),
                .part(
                    Words("没有安排的人选", "Not placed"), id: "unplaced",
                    aside: .text(String(matching.unplaced.count)),
                    matching.unplaced.isEmpty
                        ? .p(.class("quiet"), .say("没有。", "None."))
                        : .data(
                            .say("没有安排的人选", "Not placed"),
                            [
                                DataHead(.say("人选", "Person"), .lead), DataHead(.say("单位", "Unit"), .meta),
                                DataHead(.say("原因", "Why"), .below),
                            ],
                            try matching.unplaced.map {
                                [try nominee($0.nominee, ask), try unit($0.nominee, ask), .words($0.why.words)]
                            }, class: "even wrap")),
                .part(
                    Words("没有满员的岗位", "Places left"), id: "unfilled",
                    aside: .text(String(matching.unfilled.count)),
                    matching.unfilled.isEmpty
                        ? .p(.class("quiet"), .say("没有。", "None."))
                        : .data(
                            .say("没有满员的岗位", "Places left"),
                            [
                                DataHead(.say("岗位", "Post"), .lead),
                                DataHead(
                                    .say("余额", "Left"), .meta, isNumber: true, unit: Words("人", "people")),
                                DataHead(.say("原因", "Why"), .below),
                            ],
                            try matching.unfilled.map {
                                [try post($0.post, ask), .text(String($0.left)), .words($0.why.words)]
                            }, class: "even wrap"))))
        page.sentence = .say(
            "推荐\(waiting)人，岗位余额\(places)人，建议安排\(placed)人。先看志愿，再看特长；条件不符的不建议，由组织部门决定。",
            "\(waiting) are recommended, \(places) places are left, \(placed) placements proposed: by wish, then by skill. Whom the rules speak against is not proposed; the office decides."
        )
        page.isKept = false
        return page
    }

    private func nominee(_ code: String, _ ask: Ask) throws -> HTML {
        guard let nomination = nominations[code] else { return .text(code) }
        return .link(nomination.address, .text(try ask.naming.personName(nomination.draft.person)))
    }

    private func unit(_ code: String, _ ask: Ask) throws -> HTML {
        .text(try nominations[code].map { try ask.naming.unitName($0.draft.unit) } ?? "")
    }

    private func post(_ code: String, _ ask: Ask) throws -> HTML {
        guard let post = posts[code] else { return .text(code) }
        return .link(post.address, .text(try post.called(ask.naming)))
    }
}
