import Plans
import Testing
import Vocabulary

@testable import PlanLanguage

/// The Chinese sentence of a rule compiles back to the same rule.
@Suite("Sentences of rules")
struct SentenceTests {
    static let windows: [(Window?, Bool)] = [
        (nil, false), (.months(1), true), (.months(2), true), (.months(6), true), (.quarters(1), true),
        (.years(1), true),
        (.years(3), true), (.years(1), false), (.years(5), false), (.months(9), false),
        (Day(iso: "2025-12-31").map { .by($0) }, false), (.byEvery(month: 12, day: 10), true),
    ]

    static func figures(_ unit: CountingUnit) -> [(Comparison, Double, Double?)] {
        [(.atLeast, 1, nil), (.atLeast, 12, nil), (.atMost, 7, nil), (.about, 20, nil), (.range, 3, 5)]
    }

    /// Every rule that a clause can make, with the names that go with it.
    static func rules() -> [(Rule, RuleNames)] {
        let kinds = ActivityKindCatalogue()
        let people = Lexicon.builtIn.population("cityManaged")
        let subjects: [(Bearer, Population?)] = [
            (.programme, .programme), (.unit, Lexicon.builtIn.population("allUnits")),
            (.unit, Lexicon.builtIn.population("counties")), (.team, Lexicon.builtIn.population("studyGroups")),
            (.team, Lexicon.builtIn.population("leadershipTeams")), (.person, people), (.activity, .everyActivity),
        ]
        var rules: [(Rule, RuleNames)] = []
        func add(
            _ measure: Measure, _ units: [CountingUnit], _ bearers: Set<Bearer>, _ windows: [(Window?, Bool)],
            _ kind: ActivityKind,
            basis: ShareBasis? = nil, event: DeadlineEvent? = nil,
            comparisons: Set<Comparison> = Set(Comparison.allCases)
        ) {
            for (bearer, population) in subjects where bearers.contains(bearer) {
                for (window, recurs) in windows {
                    for unit in units {
                        for (comparison, value, upper) in figures(unit) where comparisons.contains(comparison) {
                            let rule = Rule(
                                measure: measure, comparison: comparison, value: value, upper: upper, unit: unit,
                                window: window,
                                recurs: recurs, bearer: bearer)
                            let who =
                                [.headcount, .coverage].contains(measure) && bearer == .programme ? people : population
                            rules.append(
                                (rule, RuleNames(activity: kinds[kind], population: who, basis: basis, event: event)))
                        }
                    }
                }
            }
        }
        let all = Set(Bearer.allCases)
        add(.count, [.class], all, windows, .trainingClass)
        add(.count, [.session], all, windows, .collectiveStudy)
        add(.count, [.lecture], all, windows, .partyLecture)
        add(.count, [.document], all, windows, .document)
        add(.headcount, [.person, .personTime], [.programme, .unit, .activity], windows, .trainingClass)
        add(.headcount, [.percent], [.programme, .unit], windows, .trainingClass)
        add(.coverage, [.percent], [.programme, .unit, .team], windows, .trainingClass)
        add(.share, [.percent], [.activity], windows, .trainingClass, basis: .attendance)
        add(.share, [.percent], [.unit, .team], windows, .trainingClass, basis: .completion)
        add(.share, [.percent], [.person], windows, .trainingClass, basis: .onlineHours)
        add(.share, [.percent], [.programme], windows, .trainingClass, basis: .population)
        add(.duration, [.day, .week, .month], all, windows, .trainingClass)
        add(.hours, [.hour], [.unit, .team, .person, .activity], windows, .trainingClass)
        add(.leadTime, [.day, .workingDay, .month], [.activity], [(nil, false)], .studyTour, comparisons: [.atLeast])
        add(
            .deadline, [.day, .workingDay, .month], [.activity], [(nil, false)], .trainingClass, event: .activityEnd,
            comparisons: [.atMost])
        add(
            .deadline, [.month, .year], [.person], [(nil, false)], .rankTraining, event: .appointment,
            comparisons: [.atMost])
        return rules
    }

    @Test("compile back to the same rule")
    func roundTrip() {
        let compiler = PlanCompiler()
        let rules = Self.rules()
        var wrong: [String] = []
        for (rule, names) in rules {
            let sentence = ChineseSentence.sentence(for: rule, names)
            let found = compiler.compile(text: sentence).obligations.map(\.rule)
            if found != [rule] { wrong.append("\(sentence)\n  wanted \(rule)\n  found \(found)") }
        }
        print("sentences: \(rules.count - wrong.count)/\(rules.count)")
        #expect(wrong.count == 0, "\(wrong.count) of \(rules.count):\n\(wrong.prefix(40).joined(separator: "\n"))")
    }

    @Test("of fixed days too")
    func fixedDays() throws {
        let names = RuleNames(
            activity: ActivityKindCatalogue()[.document], population: Lexicon.builtIn.population("allUnits"),
            event: .fixedDay)
        let day = try #require(Day(iso: "2025-12-31"))
        let windows: [(Window, Bool)] = [(.by(day), false), (.byEvery(month: 12, day: 10), true)]
        for (window, recurs) in windows {
            let rule = Rule(
                measure: .deadline, comparison: .atMost, value: 0, unit: .day, window: window, recurs: recurs,
                bearer: .unit)
            let sentence = ChineseSentence.sentence(for: rule, names)
            #expect(PlanCompiler().compile(text: sentence).obligations.map(\.rule) == [rule], "\(sentence)")
        }
    }

    @Test("of whole plans: every proposal's own sentence", arguments: ["health", "emergency"])
    func proposals(name: String) throws {
        let plan = try PlanCompiler().compile(bytes: LabelledPlan(corpus: name).bytes)
        check(plan.obligations, name)
    }

    @Test("of the sample plan")
    func sample() { check(PlanCompiler().compile(text: SamplePlan.text).obligations, "sample") }

    private func check(_ obligations: [Obligation], _ name: String) {
        var wrong: [String] = []
        for obligation in obligations {
            let found = PlanCompiler().compile(text: obligation.sentenceZh).obligations.map(\.rule)
            if found != [obligation.rule] {
                wrong.append(
                    "\(obligation.quote)\n  \(obligation.sentenceZh)\n  wanted \(obligation.rule)\n  found \(found)")
            }
        }
        print("\(name): own sentences \(obligations.count - wrong.count)/\(obligations.count)")
        #expect(wrong.count == 0, "\(wrong.joined(separator: "\n"))")
    }
}
