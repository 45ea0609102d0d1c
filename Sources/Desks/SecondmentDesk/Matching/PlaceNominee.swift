import Pages
import Records
import Storage
import Store
import Vocabulary

/// Somebody on a post, as it is proposed for approval.
struct Placement: Sendable, Hashable {
    var nomination = ""
    var post = ""

    static let form = Form<Placement>(
        .init(Words("安排", "Placement"), nominee, chosenPost))

    /// Of one person, who is known already.
    static let single = Form<Placement>(.init(Words("岗位", "Post"), chosenPost))

    private static let nominee = FormField<Placement>.option(
        \.nomination, "nomination", Words("人选", "Person"),
        among: { _, naming in try naming.once("nominees to place") { try nominees(naming) } },
        unknown: { Words("没有“\($0)”这份待安排的推荐", "Nobody waits as “\($0)”") })

    private static let chosenPost = FormField<Placement>.option(
        \.post, "post", Words("岗位", "Post"),
        among: { _, naming in try naming.once("posts with places") { try posts(naming) } },
        unknown: { Words("没有“\($0)”这个开放的岗位", "“\($0)” is no open post") })

    private static func nominees(_ naming: Naming) throws -> [FormOption] {
        try naming.reading.all(
            Nomination.self, for: .everybody, where: "stage = \(NominationStage.nominated)", order: "kind, code"
        ).map { nomination in
            let name = try naming.personName(nomination.draft.person)
            let kind = nomination.draft.kind.words
            let unit = try naming.unitName(nomination.draft.unit)
            return FormOption(
                nomination.code, Words("\(kind.zh) \(name)（\(unit)）", "\(kind.en): \(name) (\(unit))"))
        }
    }

    private static func posts(_ naming: Naming) throws -> [FormOption] {
        try naming.reading.openPosts(nil).map { post in
            let said = try post.called(naming)
            let left = post.scheme.places - (try naming.reading.taken(of: post.code))
            return FormOption(
                post.code,
                Words(
                    "\(post.scheme.kind.words.zh) \(said)（余\(left)）",
                    "\(post.scheme.kind.words.en): \(said) (\(left) left)"))
        }
    }
}

/// Proposes one person for a post; what the rules have against it is shown, and the office decides.
struct PlaceNominee: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("安排岗位", "Placed")
    static let title = Words("安排岗位", "Place on a post")
    static let button = Words("安排岗位", "Place")
    static let step = "place"
    static let settles = true
    var record: String
    var post: String

    static func notNow(
        _ nomination: Nomination, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        nomination.stage == .nominated ? nil : SecondmentProblem.notInNominationStage(nomination.stage)
    }

    func perform(on nomination: Nomination, in t: ActTransaction) throws -> Secondment {
        try t.refuse(try [Placement(nomination: nomination.code, post: post)].problems(in: t).map(\.ofOne))
        return try t.place([Placement(nomination: nomination.code, post: post)])[0]
    }
}

/// Proposes several at once, all or none: the proposed matching, as the office has changed it.
struct PlaceAll: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("按匹配安排岗位", "Placed by a matching")
    var rows: [Placement]

    func perform(in t: ActTransaction) throws -> [Secondment] {
        if rows.isEmpty { try t.refuse(SecondmentProblem.nobodyPlaced) }
        try t.refuse(try rows.problems(in: t))
        return try t.place(rows)
    }
}

extension [Placement] {
    /// Nobody twice, no post beyond its places, kind by kind.
    func problems(in reading: some Reading) throws -> [SecondmentProblem] {
        var problems: [SecondmentProblem] = []
        var placed: Set<String> = []
        var used: [String: Int] = [:]
        for (row, line) in enumerated() {
            let nomination = try reading.one(Nomination.self, line.nomination, for: .everybody)
            if nomination?.stage != .nominated {
                problems.append(.noSuchNomination(row: row))
            } else if !placed.insert(line.nomination).inserted {
                problems.append(.placedTwice(row: row))
            }
            guard let post = try reading.one(SecondmentPost.self, line.post, for: .everybody), post.stage == .open
            else {
                problems.append(.noSuchPost(row: row))
                continue
            }
            used[post.code, default: 0] += 1
            if try reading.taken(of: post.code) + used[post.code, default: 0] > post.scheme.places {
                problems.append(.postFull(row: row, post.scheme.title))
            }
            if let nomination, nomination.draft.kind != post.scheme.kind { problems.append(.kindsDiffer(row: row)) }
        }
        return problems
    }
}

extension SecondmentProblem {
    /// The same beside the one field of a form about one person.
    fileprivate var ofOne: PlacementProblem {
        PlacementProblem(field: field.hasSuffix("post") ? "post" : "", words: words.withoutRow)
    }
}

struct PlacementProblem: Refusal {
    var field: String
    var words: Words
}

extension Words {
    /// Without the row that it was said of.
    fileprivate var withoutRow: Words {
        Words(
            zh.split(separator: "行：", maxSplits: 1).last.map(String.init) ?? zh,
            en.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? en)
    }
}

extension ActTransaction {
    /// Of lines in which nothing is wrong.
    fileprivate func place(_ lines: [Placement]) throws -> [Secondment] {
        try lines.map { line in
            guard let nomination = try one(Nomination.self, line.nomination, for: .everybody),
                let post = try one(SecondmentPost.self, line.post, for: .everybody)
            else { try refuse(SecondmentProblem.nobodyPlaced) }
            let held = try appointment(of: nomination.draft.person, on: today)
            let scheme = post.scheme
            let to = scheme.from.ending(months: scheme.months)
            let secondment = Secondment(
                code: try nextCode(.secondment), nomination: nomination.code, post: post.code,
                person: nomination.draft.person, home: nomination.draft.unit, host: scheme.unit, kind: scheme.kind,
                from: scheme.from, to: to, firstTo: to, homePost: held?.post ?? "", homeRank: held?.rank ?? "",
                stage: .proposed, proposed: today, approved: nil, letter: "", reportBy: nil, started: nil,
                planDone: nil, ended: nil, cameOf: nil, remark: "")
            try insert(secondment)
            _ = try nomination.moved(to: .placed, nomination.remark, in: self)
            return secondment
        }
    }
}
