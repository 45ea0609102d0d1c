import PlanLanguage
import Plans
import Testing
import Vocabulary

@Suite("Nobody is listed by name for belief or organisation life, whoever says what is counted")
struct NamedPersonsTests {
    static func edition(_ plan: CompiledPlan, _ answers: [BindingAnswer]) -> PlanEdition {
        let day = Day(number: 0)
        return plan.edition(number: 1, inForce: day, publishedOn: day, bindings: Bindings(answers: answers)).0
    }

    /// A number of task 1 that was passed over, made what is asked of each person.
    static func made(_ title: String, _ change: (inout BindingAnswer) -> Void) throws -> Obligation {
        var plan = PlanCompiler().compile(text: "方案\n一、任务\n1.\(title)。各单位每年开展集中学习不少于12次。")
        let place = SourcePlace(start: 90, end: 92, line: 3, column: 21)
        plan.passedOver = [PassedOver(task: "1", quote: "2次", place: place, reason: .unclear)]
        var answer = BindingAnswer(task: "1", quote: "2次")
        answer.obliges = Rule(
            measure: .count, value: 2, unit: .session, window: .years(1), recurs: true, bearer: .person)
        (answer.activity, answer.population) = (.professionalTraining, "officials")
        change(&answer)
        return try #require(edition(plan, [answer]).obligations.first { $0.place == place })
    }

    @Test("a number made an obligation names persons by what it was said to be about")
    func numbers() throws {
        #expect(try Self.made("提升能力") { _ in }.binding?.namesPersons == true)
        for kind in [ActivityKind.themedDay, .partyLecture, .politicalBirthday, .selfReview, .theoryCourse] {
            #expect(try Self.made("提升能力") { $0.activity = kind }.binding?.namesPersons == false, "\(kind)")
        }
        #expect(try Self.made("提升能力") { $0.topics = [.theory] }.binding?.namesPersons == false)
        #expect(try Self.made("提升能力") { $0.population = "nonParty" }.binding?.namesPersons == false)
        #expect(try Self.made("提升能力") { $0.population = "partyMembers" }.binding?.namesPersons == false)
        #expect(try Self.made("加强理论武装") { _ in }.binding?.namesPersons == false)
        var other = AlternativeAnswer(measure: .count, value: 1, unit: .session, activity: .partyLecture)
        #expect(try Self.made("提升能力") { $0.alternatives = [other] }.binding?.namesPersons == false)
        other.activity = .lecture
        #expect(try Self.made("提升能力") { $0.alternatives = [other] }.binding?.namesPersons == true)
        other.topics = [.partyHistory]
        #expect(try Self.made("提升能力") { $0.alternatives = [other] }.binding?.namesPersons == false)
    }

    @Test("an open clause names persons by its answer", arguments: [(ActivityKind.themedDay, false), (.lecture, true)])
    func open(kind: ActivityKind, isNamed: Bool) throws {
        let plan = PlanCompiler().compile(text: "方案\n一、任务\n1.提升能力。每名干部每年参加灵犀不少于3次。")
        let asked = try #require(plan.obligations.first)
        #expect(asked.question != nil)
        var answer = BindingAnswer(task: asked.task, quote: asked.quote)
        (answer.activity, answer.population) = (kind, "officials")
        let answered = try #require(Self.edition(plan, [answer]).obligations.first)
        #expect(answered.binding?.namesPersons == isNamed)
    }

    @Test("an answer does not give back the names that the clause's own words take away")
    func given() throws {
        let plan = PlanCompiler().compile(text: "方案\n一、任务\n1.提升能力。每名干部每年讲党课不少于1次。")
        let clause = try #require(plan.obligations.first)
        var answer = BindingAnswer(task: clause.task, quote: clause.quote)
        answer.activity = .trainingClass
        #expect(Self.edition(plan, [answer]).obligations.first?.binding?.namesPersons == false)
    }

    @Test(
        "one figure about organisation life hides the persons of every figure",
        arguments: [
            ("每名干部每年参加讲座不少于2次或讲党课1次。", false), ("每名干部每年讲党课不少于1次或参加讲座2次。", false),
            ("每名干部每年参加培训不少于12天或90学时。", true),
        ])
    func figures(clause: String, isNamed: Bool) throws {
        let plan = PlanCompiler().compile(text: "方案\n一、任务\n1.提升能力。\(clause)")
        let obligation = try #require(plan.obligations.first)
        #expect(plan.obligations.count == 1 && obligation.rule.isEither)
        #expect(obligation.binding?.namesPersons == isNamed, "\(obligation.question.debugDescription)")
    }

    @Test(
        "a number made an obligation does not take the number of a clause that was set aside, with what was noted of it"
    )
    func numbering() throws {
        var plan = PlanCompiler().compile(text: "方案\n一、任务\n1.提升能力。各单位每年开展集中学习不少于12次。每名干部每年参加灵犀不少于3次。")
        let clauses = plan.obligations
        #expect(clauses.map(\.id) == ["1.1", "1.2"])
        plan.passedOver = [
            PassedOver(
                task: "1", quote: "2次", place: SourcePlace(start: 90, end: 92, line: 3, column: 60), reason: .unclear)
        ]
        var aside = BindingAnswer(task: "1", quote: clauses[1].quote)
        aside.dismiss = "与上条重复"
        var answer = BindingAnswer(task: "1", quote: "2次")
        answer.obliges = Rule(measure: .count, value: 2, unit: .session, bearer: .person)
        (answer.activity, answer.population) = (.lecture, "officials")
        #expect(Self.edition(plan, [aside, answer]).obligations.map(\.id) == ["1.1", "1.3"])
        #expect(Self.edition(plan, [answer]).obligations.map(\.id) == ["1.1", "1.2", "1.3"])
    }
}
