import Pages
import Storage
import Store
import Vocabulary

/// How hours of one source are reckoned from a day on (学时折算规则).
struct HourRule: Noun {
    var code: String
    var draft: HourRuleDraft

    static let table = Table<HourRule>(
        "hour_rules", Column("code") { $0.code }, Column("source") { $0.draft.source },
        Column("since_day") { $0.draft.since }, Column("per") { $0.draft.per },
        Column("half_hours") { $0.draft.halfHours }, Column("cap_once") { $0.draft.capOnce },
        Column("cap_year") { $0.draft.capYear }, Column("basis") { $0.draft.basis }
    ) { code, source, since, per, halfHours, capOnce, capYear, basis in
        HourRule(
            code: code,
            draft: HourRuleDraft(
                source: source, since: since, per: per, halfHours: halfHours, capOnce: capOnce, capYear: capYear,
                basis: basis))
    }
    static let reach = Reach.everybody

    /// One of a source and a day.
    static func code(_ source: ClaimSource, _ since: Day) -> String { "\(source.rawValue)-\(since.iso)" }
}

struct HourRuleDraft: Sendable, Hashable {
    var source = ClaimSource.own
    var since = Day.unset
    var per = HourUnit.hour
    /// Of each such unit, in halves.
    var halfHours = 2
    /// At most so many hours of one claim, and of one person in a year; 0: as many as there are.
    var capOnce = 0
    var capYear = 0
    var basis = ""

    static let form = Form<HourRuleDraft>(
        .init(
            Words("学时折算规则", "Rule for hours"), .choice(\.source, "source", Words("培训来源", "Source")),
            .day(\.since, "since", Words("自何日起", "From"), hint: Words("按培训结束日期适用", "By the last day of the training")),
            .choice(\.per, "per", Words("计算单位", "For each")),
            .hours(\.halfHours, "hours", Words("每单位学时", "Hours"), most: 400),
            .number(
                \.capOnce, "capOnce", Words("每次上限（学时）", "At most, of one training"), hint: Words("填0不限", "0: no limit"),
                in: 0...1000),
            .number(
                \.capYear, "capYear", Words("每人每年上限（学时）", "At most, of one person in a year"),
                hint: Words("填0不限", "0: no limit"), in: 0...2000),
            .text(\.basis, "basis", Words("依据", "Resting on"), hint: Words("文件名称、文号", "A document"), isRequired: false))
    )
}

/// What hours are counted by.
enum HourUnit: String, Named, Stored {
    case day, halfDay, hour, piece

    var words: Words {
        switch self {
        case .day: Words("天", "Day")
        case .halfDay: Words("半天", "Half-day")
        case .hour: Words("课程学时", "Hour of the syllabus")
        case .piece: Words("次", "Time")
        }
    }
}

extension HourRuleDraft {
    /// Half hours that a training comes to before what a person may have in a year.
    func halfHours(of scheme: ClaimScheme) -> Int {
        let whole =
            switch per {
            case .day: scheme.halfDays / 2 * halfHours + scheme.halfDays % 2 * (halfHours / 2)
            case .halfDay: scheme.halfDays * halfHours
            case .hour: scheme.halfHours * halfHours / 2
            case .piece: halfHours
            }
        return capOnce > 0 ? min(whole, capOnce * 2) : whole
    }

    /// `每天8学时，每次不超过40学时，每年不超过80学时`
    var words: Words {
        let hours = Figure.plain(Double(halfHours) / 2)
        var words = Words("每\(per.words.zh)\(hours)学时", "\(hours) for each \(per.words.en.lowercased())")
        if capOnce > 0 {
            words = Words("\(words.zh)，每次不超过\(capOnce)学时", "\(words.en), at most \(capOnce) of one training")
        }
        if capYear > 0 {
            words = Words("\(words.zh)，每人每年不超过\(capYear)学时", "\(words.en), at most \(capYear) a person and year")
        }
        return words
    }
}

/// Sets how hours are reckoned from a day on; earlier rules keep their days.
struct SetHourRule: Act {
    static let right = Right.plan
    static let words = Words("设置学时折算规则", "Rule for hours set")
    static let isTownWide = true
    var draft: HourRuleDraft

    func perform(in t: ActTransaction) throws -> HourRule {
        // What was confirmed was reckoned by the rules of its time: one in between would say otherwise.
        let later = try t.all(
            HourRule.self, for: t.reader, where: "source = \(draft.source) and since_day >= \(draft.since)",
            order: "since_day desc", limit: 1)
        if let later = later.first {
            try t.refuse(
                later.draft.since == draft.since
                    ? ClaimProblem.ruleTwice(draft.since) : ClaimProblem.ruleInThePast(later.draft.since))
        }
        let rule = HourRule(code: HourRule.code(draft.source, draft.since), draft: draft)
        try t.insert(rule)
        return rule
    }
}

extension Reading {
    /// The rule for a source on a day; nil: hours count as they are claimed.
    func hourRule(for source: ClaimSource, on day: Day) throws -> HourRuleDraft? {
        try all(
            HourRule.self, for: .everybody, where: "source = \(source) and since_day <= \(day)",
            order: "since_day desc",
            limit: 1
        ).first?.draft
    }
}

extension HourRule {
    static let listing = Listing<HourRule>(
        Words("学时折算规则", "Rules for hours"),
        columns: [
            HourRuleDraft.form.column("source", of: \.draft, .lead, sort: "source"),
            .day("since", Words("自", "From"), sort: "since_day") { $0.draft.since },
            ListColumn("rule", Words("折算", "Rule"), .below, text: { row, ask in ask.say(row.draft.words) }),
            HourRuleDraft.form.column("basis", of: \.draft, .below),
        ], filters: [], order: "source, since_day desc", empty: Words("还没有规则，按申报的学时计", "None: hours count as claimed"))
}
