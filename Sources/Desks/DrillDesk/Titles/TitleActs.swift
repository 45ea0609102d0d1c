import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Gives a title, or enters one that was given elsewhere (登记称号).
struct GrantTitle: Act {
    static let right = Right.report
    static let words = Words("登记称号", "Title given")
    var scheme: TitleScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit.isEmpty ? nil : scheme.unit }

    func perform(in t: ActTransaction) throws -> DrillTitle {
        try t.refuse(try scheme.problems(in: t, for: t.reader, on: t.today))
        let title = DrillTitle(
            code: try t.nextCode(.drillTitle), scheme: scheme, contest: "", event: "", place: nil, entered: t.today,
            revoked: nil, revocation: Revocation())
        try t.insert(title)
        return title
    }
}

extension TitleScheme {
    func problems(in reading: some Reading, for reader: Reader, on today: Day) throws -> [DrillProblem] {
        var problems = try level.problems(for: reader, in: reading)
        if day > today { problems.append(.dayToCome("day", day)) }
        if let validUntil, validUntil < day { problems.append(.endsBeforeGiven) }
        if unit.isEmpty { problems.append(.noPost) }
        if try reading.hasTitle(like: self) { problems.append(.titleStands) }
        return problems
    }
}

extension Reading {
    /// Whether somebody holds a title of that kind, level and year.
    func hasTitle(like scheme: TitleScheme) throws -> Bool {
        try count(
            DrillTitle.self, for: .everybody,
            where: """
                person in (\(list: try codes(of: scheme.person))) and title = \(scheme.title) and title_level = \(scheme.level)
                and title_year = \(scheme.year) and revoked_day is null
                """) > 0
    }

    /// Whose a title is to take away: who gave it with a contest, else the unit that entered it.
    fileprivate func keeper(of title: DrillTitle) throws -> String {
        guard !title.contest.isEmpty, let contest = try one(DrillContest.self, title.contest, for: .everybody) else {
            return title.scheme.unit
        }
        return contest.unit
    }
}

struct RevocationDraft: Sendable, Hashable {
    var cause: RevocationCause?
    var documentNumber = ""
    var day = Day.unset
    var returned = CertificateReturn.no

    static let form = Form<RevocationDraft>(
        .init(
            Words("撤销称号", "Taking it away"), .choice(unchosen: \.cause, "cause", Words("原因类别", "Why")),
            .text(\.documentNumber, "documentNumber", Words("撤销文号", "Document number"), rule: .name),
            .day(\.day, "day", Words("撤销日期", "From")),
            .choice(\.returned, "returned", Words("证书是否交回", "Certificate returned"))))
}

enum CertificateReturn: String, Named {
    case no, yes

    var words: Words { self == .yes ? Words("已交回", "yes") : Words("未交回", "no") }
}

/// Takes a title away (撤销称号); it stays on record as one that was.
struct RevokeTitle: RecordAct {
    static let right = Right.report
    static let words = Words("撤销称号", "Title taken away")
    static let title = Words("撤销称号", "Take the title away")
    static let button = Words("撤销称号", "Take away")
    static let step = "revoke"
    var record: String
    var draft: RevocationDraft

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(DrillTitle.self, record, for: .everybody).map { try reading.keeper(of: $0) }
    }

    static func notNow(
        _ title: DrillTitle, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if title.revoked != nil { return DrillProblem.isRevoked }
        guard try reading.isWithinReach(try reading.keeper(of: title), of: reader) else {
            return DrillProblem.anothersTitle
        }
        return try title.scheme.level.problems(for: reader, in: reading).first
    }

    func perform(on title: DrillTitle, in t: ActTransaction) throws -> DrillTitle {
        if draft.day > t.today { try t.refuse(DrillProblem.dayToCome("day", draft.day)) }
        if draft.day < title.scheme.day { try t.refuse(DrillProblem.beforeGiven(title.scheme.day)) }
        var title = title
        title.revoked = draft.day
        title.revocation = Revocation(
            cause: draft.cause, documentNumber: draft.documentNumber, isReturned: draft.returned == .yes)
        try t.update(title)
        return title
    }
}
