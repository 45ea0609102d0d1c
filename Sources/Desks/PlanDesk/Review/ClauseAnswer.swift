import Exchange
import Pages
import PlanLanguage
import Plans
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// What is filled in of one clause: it stands, as understood or otherwise, or it is left out.
struct ClauseAnswer: Sendable, Hashable {
    enum Decision: String, Named {
        case adopt, leaveOut

        var words: Words {
            switch self {
            case .adopt: Words("列入台账", "Keep count of it")
            case .leaveOut: Words("不列入", "Leave it out")
            }
        }
    }

    var decision = Decision.adopt
    var activity = ""
    var population = ""
    /// A unit's name; empty: each subject's own.
    var answerable = ""
    /// As it is typed; empty: as the plan says.
    var amount = ""
    var reason = ""
    /// What a number asks for that no obligation was made of.
    var rule = TypedRule()
    /// Of a plan that is published already: from when on the answer holds.
    var inForce = Day.unset

    /// Of a clause that was understood as an obligation.
    static let form = Form<ClauseAnswer>(
        .init(Words("怎么办", "What becomes of it"), .choice(\.decision, "decision", Words("处理", "Decision")), reasoned),
        .init(Words("口径", "What is counted"), kindField, populationField, amountField, unitField))

    /// Of a number that obliges nothing so far.
    static let numberForm = Form<ClauseAnswer>(asked, counted)

    /// The same in a plan that is published: it makes the next edition.
    static let publishedForm = Form<ClauseAnswer>(
        asked, counted,
        .init(
            Words("生效", "In force"),
            .day(
                \.inForce, "inForce", Words("生效日期", "In force from"),
                hint: Words("发布为方案的新版本，从这一天起计算", "It makes the plan's next edition, counted from this day"))))

    private static let counted = Form<ClauseAnswer>.Section(
        Words("口径", "What is counted"), kindField, populationField, unitField)

    private static let asked = Form<ClauseAnswer>.Section(
        Words("要求", "What is asked"), .choice(\.rule.bearer, "bearer", Words("由谁完成", "Who owes it")),
        .choice(\.rule.comparison, "comparison", Words("比较", "How much")),
        .text(\.rule.value, "value", Words("数量", "Figure"), rule: TextRule(limit: 20)),
        .choice(\.rule.unit, "unit", Words("计量单位", "Counted in")),
        .choice(\.rule.window, "window", Words("周期", "In which time")))

    private static let reasoned: FormField<ClauseAnswer> = {
        var field = FormField<ClauseAnswer>.text(
            \.reason, "reason", Words("不列入的理由", "Why it is left out"), isRequired: false, rule: .reason)
        field.isNeededAtTimes = true
        return field
    }()

    private static let amountField: FormField<ClauseAnswer> = {
        var field = FormField<ClauseAnswer>.text(
            \.amount, "amount", Words("数量", "Figure"),
            hint: Words("方案没有写明，或要按别的数量计算时填写", "Where the plan gives none, or another is to be counted by"),
            isRequired: false, rule: TextRule(limit: 20))
        field.isNeededAtTimes = true
        return field
    }()

    private static let kindField = FormField<ClauseAnswer>.option(
        \.activity, "activity", Words("活动类型", "Kind of activity"), none: Words("（未定）", "(open)"),
        among: { _, naming in
            try naming.once("plan kinds") {
                let kinds = try naming.reading.latestEdition()?.edition.kinds ?? Lexicon.builtIn.kinds
                return [FormOption(ActivityKind.any.rawValue, Words("任何活动", "Any activity"))]
                    + kinds.entries.map { FormOption($0.kind.rawValue, Words($0.nameZh, $0.nameEn)) }
            }
        }, unknown: { Words("没有“\($0)”这一活动类型", "There is no kind of activity “\($0)”") })

    private static let populationField = FormField<ClauseAnswer>.option(
        \.population, "population", Words("适用对象", "Whom it is for"), none: Words("（未定）", "(open)"),
        among: { _, naming in
            try naming.once("plan populations") {
                let answers = try PlanAnswers(text: naming.reading.latestEdition()?.answers)
                let known =
                    try PlanCompiler(lexicon: .extended(by: answers.lexicon)).populations + answers.bindings.populations
                return known.map { FormOption($0.code, Words($0.nameZh, $0.nameEn)) }
            }
        }, unknown: { Words("没有“\($0)”这一对象", "There is nobody called “\($0)”") })

    private static let unitField = FormField<ClauseAnswer>.option(
        \.answerable, "answerable", Words("牵头单位", "Lead unit"), none: Words("各对象所在单位", "Each subject's own unit"),
        among: { _, naming in
            try naming.once("plan units") {
                try naming.reading.units().map { FormOption($0.name, Words($0.name, $0.name)) }
            }
        }, unknown: { Words("没有名为“\($0)”的单位", "There is no unit “\($0)”") })
}

/// A rule as it is filled in, for a number of which the grammar made none.
struct TypedRule: Sendable, Hashable {
    var bearer = Owed.unit
    var comparison = Compared.atLeast
    var value = ""
    var unit = Counted.session
    var window = Period.year

    enum Owed: String, Named {
        case programme, unit, team, person, activity

        var words: Words {
            switch self {
            case .programme: Words("全市（主办单位）", "The town")
            case .unit: Words("各单位", "Each unit")
            case .team: Words("各班子、中心组、支部", "Each team")
            case .person: Words("每人", "Each person")
            case .activity: Words("每次活动", "Each activity")
            }
        }
    }

    enum Compared: String, Named {
        case atLeast, atMost, about

        var words: Words {
            switch self {
            case .atLeast: Words("不少于", "At least")
            case .atMost: Words("不超过", "At most")
            case .about: Words("左右", "About")
            }
        }

        var comparison: Comparison {
            switch self {
            case .atLeast: .atLeast
            case .atMost: .atMost
            case .about: .about
            }
        }
    }

    enum Counted: String, Named {
        case session, classes, person, personTime, hour, day, percent, document, site

        var unit: CountingUnit {
            switch self {
            case .session: .session
            case .classes: .class
            case .person: .person
            case .personTime: .personTime
            case .hour: .hour
            case .day: .day
            case .percent: .percent
            case .document: .document
            case .site: .site
            }
        }

        /// What is measured in it, where a person says so.
        var measure: Measure {
            switch self {
            case .session, .classes, .document, .site: .count
            case .person, .personTime: .headcount
            case .hour: .hours
            case .day: .duration
            case .percent: .coverage
            }
        }

        var words: Words { Words(unit.words.zh, unit.words.many) }
    }

    enum Period: String, Named {
        case none, month, quarter, halfYear, year, twoYears, threeYears, fiveYears

        var window: Window? {
            switch self {
            case .none: nil
            case .month: .months(1)
            case .quarter: .quarters(1)
            case .halfYear: .months(6)
            case .year: .years(1)
            case .twoYears: .years(2)
            case .threeYears: .years(3)
            case .fiveYears: .years(5)
            }
        }

        var words: Words {
            switch self {
            case .none: Words("不分周期", "No period")
            case .month: Words("每月", "Each month")
            case .quarter: Words("每季度", "Each quarter")
            case .halfYear: Words("每半年", "Each half year")
            case .year: Words("每年", "Each year")
            case .twoYears: Words("每两年", "Every two years")
            case .threeYears: Words("每三年", "Every three years")
            case .fiveYears: Words("每五年", "Every five years")
            }
        }
    }

    init() {}

    /// Filled in with what was understood.
    init(_ rule: Rule?) {
        guard let rule else { return }
        bearer = Owed(rawValue: rule.bearer.rawValue) ?? .unit
        comparison = Compared.allCases.first { $0.comparison == rule.comparison } ?? .atLeast
        value = rule.value > 0 ? Self.plain(rule.value) : ""
        unit = Counted.allCases.first { $0.unit == rule.unit } ?? .session
        window =
            rule.window.flatMap { known in Period.allCases.first { $0.window == known } }
            ?? (rule.window == nil ? .none : .year)
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    /// Keeps what was understood beyond what the form asks; nil where the figure is none.
    func rule(from understood: Rule?) -> Rule? {
        guard let figure = try? PlanRefused.amounts.number(value) else { return nil }
        let isSameUnit = understood?.unit == unit.unit
        return Rule(
            measure: isSameUnit ? understood?.measure ?? unit.measure : unit.measure, comparison: comparison.comparison,
            value: figure, unit: unit.unit, window: window.window, recurs: window.window != nil,
            bearer: Bearer(rawValue: bearer.rawValue) ?? .unit)
    }
}
