import Pages
import Vocabulary

/// What the records tell of somebody who is recommended, gathered once.
struct NomineeFacts: Sendable, Hashable {
    /// `1988-03`
    var birthMonth = ""
    var rank = ""
    /// The kinds of the unit and of all above it.
    var unitKinds: Set<UnitKind> = []
    /// Since when they work in the unit.
    var inUnitSince: Day?
    /// Since when they have the present rank, where they had another before.
    var promoted: Day?
    /// Whether any post of theirs was in a township or village.
    var knowsTownship = false
    /// Of the unit's people: how many there are, and how many are away or on their way, this person aside.
    var staff = 0
    var away = 0
    /// Other secondments of theirs: by number, from when to when.
    var others: [Other] = []

    struct Other: Sendable, Hashable {
        var code: String
        var from: Day
        var to: Day
    }
}

/// One rule held against one person, with why it is met or not.
struct EligibilityFinding: Sendable, Hashable {
    var rule: Words
    var why: Words
    /// Nil: the records do not tell.
    var isMet: Bool?

    var mark: Mark { isMet.map { $0 ? .met : .behind } ?? .needsRuling }

    var said: Words {
        isMet.map { $0 ? Words("符合", "met") : Words("不符合", "not met") } ?? Words("待核实", "to be checked")
    }
}

/// Who may go, by the site's rules and what the kind asks: each rule with its reason. Shown and never refused: the office
/// decides (docs/decisions/0102).
struct Eligibility {
    let facts: NomineeFacts
    let draft: NominationDraft
    let rules: SecondmentRules
    /// The day on which it would begin, and the last one.
    let from: Day
    let to: Day

    var findings: [EligibilityFinding] {
        [age, degree, appraisals, years, share, overlap].compactMap { $0 } + draft.kind.conditions.map(condition)
    }

    /// Whether nothing speaks against it; what is not known does not.
    var isMet: Bool { findings.allSatisfy { $0.isMet != false } }

    /// Reasons against it.
    var against: [Words] { findings.filter { $0.isMet == false }.map(\.why) }

    /// The same with the rule that each is held against: `大专（本科以上学历）`.
    var reasons: [Words] {
        findings.filter { $0.isMet == false }.map {
            Words("\($0.why.zh)（\($0.rule.zh)）", "\($0.why.en) (\($0.rule.en.lowercased()))")
        }
    }

    private var age: EligibilityFinding {
        let most = rules.age(draft.kind)
        let rule = Words("年龄不超过\(most)岁", "At most \(most) years old")
        guard let years = Self.age(born: facts.birthMonth, on: from) else {
            return EligibilityFinding(rule: rule, why: Words("没有出生年月", "no month of birth on record"), isMet: nil)
        }
        return EligibilityFinding(
            rule: rule, why: Words("开始时\(years)岁", "\(years) when it begins"), isMet: years <= most)
    }

    /// Full years; nil where the month is none.
    static func age(born month: String, on day: Day) -> Int? {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[1]), (1900...day.year).contains(parts[0]) else { return nil }
        return day.year - parts[0] - (day.month < parts[1] ? 1 : 0)
    }

    private var degree: EligibilityFinding {
        EligibilityFinding(
            rule: Words("本科以上学历", "Bachelor or above"), why: draft.degree.words, isMet: draft.degree.isBachelor)
    }

    private var appraisals: EligibilityFinding {
        let rule = Words("近三年年度考核均在合格以上", "Fit in each appraisal of three years")
        return switch draft.appraised {
        case .yes: EligibilityFinding(rule: rule, why: Words("均在合格以上", "fit in each"), isMet: true)
        case .no: EligibilityFinding(rule: rule, why: Words("有的年度不是合格以上", "not in each"), isMet: false)
        case .unknown: EligibilityFinding(rule: rule, why: Words("未核实", "not checked"), isMet: nil)
        }
    }

    private var years: EligibilityFinding? {
        guard rules.unitYears > 0 else { return nil }
        let rule = Words("在本单位工作满\(rules.unitYears)年", "\(rules.unitYears) years in the unit")
        guard let since = facts.inUnitSince else {
            return EligibilityFinding(rule: rule, why: Words("没有任职记录", "no post on record"), isMet: nil)
        }
        return EligibilityFinding(
            rule: rule, why: Words("自\(since.iso)起", "since \(since.iso)"),
            isMet: since.adding(months: 12 * rules.unitYears) <= from)
    }

    /// One may always go, however small the unit.
    private var share: EligibilityFinding? {
        guard facts.staff > 0 else { return nil }
        let most = max(1, facts.staff * rules.mostShare / 100)
        return EligibilityFinding(
            rule: Words("单位在外不超过\(rules.mostShare)%", "At most \(rules.mostShare)% of a unit away"),
            why: Words(
                "连同本人\(facts.away + 1)人在外，在册\(facts.staff)人，可\(most)人",
                "\(facts.away + 1) of \(facts.staff) with this one; \(most) may be"),
            isMet: facts.away + 1 <= most)
    }

    private var overlap: EligibilityFinding {
        let clash = facts.others.first { $0.from <= to && $0.to >= from }
        return EligibilityFinding(
            rule: Words("同期没有其他挂职", "No other secondment at the time"),
            why: clash.map {
                Words("\($0.code)：\($0.from.iso)至\($0.to.iso)", "\($0.code): \($0.from.iso) to \($0.to.iso)")
            }
                ?? Words("没有", "none"), isMet: clash == nil)
    }

    private func condition(_ condition: KindCondition) -> EligibilityFinding {
        switch condition {
        case .ranked:
            EligibilityFinding(
                rule: Words("科级以上", "Section level or above"), why: rankSaid, isMet: isRanked)
        case .fromBelow:
            EligibilityFinding(
                rule: Words("县乡两级干部", "Works in a county or township"),
                why: isBelow ? Words("在县乡两级任职", "does") : Words("不在县乡两级任职", "does not"), isMet: isBelow)
        case .rankedOrNoTownship:
            EligibilityFinding(
                rule: Words("科级，或者没有乡镇工作经历", "Section level, or no work in a township before"),
                why: Words(
                    "\(rankSaid.zh)，\(knowsTownship ? "有" : "没有")乡镇工作经历",
                    "\(rankSaid.en); \(knowsTownship ? "worked" : "never worked") in a township"),
                isMet: knowsTownship ? isRanked : true)
        case .newlyPromoted:
            promotion
        }
    }

    private var promotion: EligibilityFinding {
        let rule = Words("新提拔（\(rules.promotedMonths)个月内）", "Promoted within \(rules.promotedMonths) months")
        guard let promoted = facts.promoted else {
            return EligibilityFinding(rule: rule, why: Words("记录中没有提拔", "no promotion on record"), isMet: nil)
        }
        return EligibilityFinding(
            rule: rule, why: Words("\(promoted.iso)提任现职级", "came to the rank on \(promoted.iso)"),
            isMet: promoted.adding(months: rules.promotedMonths) >= from)
    }

    private var knowsTownship: Bool { facts.knowsTownship || draft.township == .yes }
    private var isBelow: Bool { !facts.unitKinds.isDisjoint(with: [.county, .township, .village]) }
    private var rankSaid: Words { facts.rank.isEmpty ? Words("职级未填", "no rank") : Words(facts.rank, facts.rank) }

    /// Nil where no rank was written.
    private var isRanked: Bool? {
        let rank = facts.rank
        guard !rank.isEmpty else { return nil }
        return ["厅", "处", "县级", "调研员", "正科", "副科", "科级", "主任科员"].contains { rank.contains($0) }
    }
}
