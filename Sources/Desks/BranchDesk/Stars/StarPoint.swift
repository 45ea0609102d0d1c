import Pages
import Records
import Storage
import Store
import Vocabulary

/// How the points of stars are kept through the year (动态积分): the round by whose numbers they go, the points at award and the
/// fewest that these stars ask for, in half points.
struct StarPointsKept: Sendable, Hashable {
    var round: String
    var first: Int
    var least: Int
}

enum PointWay: String, Named, Stored {
    case minus, plus

    var words: Words { self == .plus ? Words("加分", "Added") : Words("扣分", "Taken off") }
}

/// What is added to or taken off the points of a branch, for what, with what proves it.
struct PointScheme: Sendable, Hashable {
    var day = Day.unset
    var way = PointWay.minus
    var points = 0
    var what = ""
    var proof = ""

    static let form = Form<PointScheme>(
        .init(
            Words("积分", "The points"), .choice(\.way, "way", Words("加分或扣分", "Added or taken off")),
            .hours(\.points, "points", Words("分数", "Points"), hint: Words("可填0.5的倍数", "In halves"), most: 50),
            .day(\.day, "day", Words("发生日期", "Day")),
            .text(
                \.what, "what", Words("事项", "For what"),
                hint: Words("写支部做了什么、缺了什么，不写个人", "What the branch did or missed; never of a person")),
            .text(\.proof, "proof", Words("佐证", "Proof"), isRequired: false)))

    func problems(of star: BranchStar, on today: Day) -> [StarProblem] {
        var problems: [StarProblem] = []
        if points == 0 { problems.append(.noPoint) }
        if day > today { problems.append(.inTheFuture(day)) }
        if day < star.from { problems.append(.beforeStars(star.from)) }
        return problems
    }
}

/// A number of points added or taken off in the course of a year.
struct StarPoint: Noun {
    var code: String
    var star: String
    var scheme: PointScheme
    var made: Day
    var madeBy: String
    var withdrawn: Day?
    /// Why it was taken back.
    var reason = ""

    static let table = Table<StarPoint>(
        "star_points",
        Column("code") { $0.code }, Column("star") { $0.star }, Column("noted_day") { $0.scheme.day },
        Column("way") { $0.scheme.way }, Column("half_points") { $0.scheme.points }, Column("what") { $0.scheme.what },
        Column("proof") { $0.scheme.proof }, Column("made_day") { $0.made }, Column("made_by") { $0.madeBy },
        Column("withdrawn_day") { $0.withdrawn }, Column("reason") { $0.reason }
    ) { code, star, day, way, points, what, proof, made, madeBy, withdrawn, reason in
        StarPoint(
            code: code, star: star, scheme: PointScheme(day: day, way: way, points: points, what: what, proof: proof),
            made: made, madeBy: madeBy, withdrawn: withdrawn, reason: reason)
    }
    static let reach = Reach.through("star", BranchStar.self)
    static let searched = ["code"]

    /// In half points; what was taken back counts nothing.
    var counted: Int { withdrawn != nil ? 0 : scheme.way == .plus ? scheme.points : -scheme.points }
}

/// Notes points of a branch (记分): by the unit above or the office.
struct NoteStarPoints: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("登记星级积分", "Points noted")
    static let title = Words("登记加分或扣分", "Note points added or taken off")
    static let button = Words("记分", "Note points")
    static let step = "points"
    var record: String
    var scheme: PointScheme

    static func notNow(
        _ star: BranchStar, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if star.points == nil { return StarProblem.noPointsKept }
        if star.until != nil { return StarProblem.notInForce }
        return star.branch == reader.unit ? StarProblem.ownBranch : nil
    }

    func perform(on star: BranchStar, in t: ActTransaction) throws -> BranchStar {
        try t.refuse(scheme.problems(of: star, on: t.today))
        try t.insert(
            StarPoint(
                code: try t.nextCode(.starPoint), star: star.code, scheme: scheme, made: t.today,
                madeBy: t.reader.account))
        return star
    }
}

/// Takes points back that were noted wrongly (撤销记分); they stay to be read.
struct WithdrawStarPoints: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("撤销星级积分", "Points taken back")
    static let title = Words("撤销这笔积分", "Take the points back")
    static let button = Words("撤销", "Take back")
    static let step = "withdraw"
    var record: String
    var reason: String

    static func notNow(
        _ point: StarPoint, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if point.withdrawn != nil { return StarProblem.pointsWithdrawn }
        guard let star = try reading.one(BranchStar.self, point.star, for: .everybody) else {
            return StarProblem.notInForce
        }
        if star.until != nil { return StarProblem.notInForce }
        return star.branch == reader.unit ? StarProblem.ownBranch : nil
    }

    func perform(on point: StarPoint, in t: ActTransaction) throws -> StarPoint {
        var point = point
        (point.withdrawn, point.reason) = (t.today, reason)
        try t.update(point)
        return point
    }
}

extension Reading {
    /// All that was noted of stars, those that were taken back too.
    func points(of star: BranchStar) throws -> [StarPoint] {
        try all(StarPoint.self, for: .everybody, where: "star = \(star.code)", order: "noted_day")
    }

    /// What the points come to, in half points; nil where none are kept.
    func sum(of star: BranchStar) throws -> Int? {
        guard let kept = star.points else { return nil }
        return try points(of: star).reduce(kept.first) { $0 + $1.counted }
    }

    /// As points go on with fewer stars: from what they have come to.
    func points(of star: BranchStar, at stars: Int) throws -> StarPointsKept? {
        guard let kept = star.points, let sum = try sum(of: star),
            let terms = try one(StarRound.self, kept.round, for: .everybody)?.scheme.terms
        else { return nil }
        return StarPointsKept(round: kept.round, first: sum, least: terms.least(stars) * 2)
    }
}

/// Whether the points through the year still bear the stars.
enum PointStanding: String, Named {
    case enough, below

    var words: Words {
        self == .below
            ? Words("积分低于本星级标准", "Points below what the stars ask for") : Words("积分达到标准", "Points enough")
    }

    func condition(on today: Day) -> SQL {
        let sum: SQL = """
            points_first + coalesce((
                select sum(case when p.way = \(PointWay.plus) then p.half_points else -p.half_points end)
                from star_points p where p.star = branch_stars.code and p.withdrawn_day is null), 0)
            """
        let kept: SQL = "points_first is not null and \(BranchStar.inForce(on: today))"
        return self == .below ? "\(kept) and \(sum) < points_least" : "\(kept) and \(sum) >= points_least"
    }
}
