import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

@Suite("What is bound, what is asked, what is answered")
struct BindingTests {
    func obligation(_ text: String) throws -> Obligation {
        try #require(PlanCompiler().compile(text: text).obligations.first)
    }

    @Test("kinds, topics, audience, roles and population come from the nouns")
    func nouns() throws {
        let lecture = try obligation("各级领导干部每年至少讲1堂党史党情专题党课。")
        #expect(lecture.binding?.kinds == [.partyLecture])
        #expect(lecture.binding?.roles == [.speaker])
        #expect(lecture.binding?.topics == [.partyHistory])
        #expect(lecture.binding?.population.categories == [.leadingOfficial])
        #expect(lecture.binding?.namesPersons == false)
        let class_ = try obligation("市委组织部每年举办市管干部主体班不少于4期。")
        #expect(class_.rule.bearer == .programme)
        #expect(class_.binding?.audience == [.cityManaged])
        #expect(class_.binding?.answerable == ["市委组织部"])
        let speech = try obligation("党委（党组）书记每年重点发言2次以上。")
        #expect(speech.binding?.roles == [.keynote])
        #expect(speech.binding?.population.teamRole == .secretary)
        #expect(speech.binding?.namesPersons == false)
        let wide = try obligation("全市每年举办培训班不少于30期（牵头单位：市委组织部）。")
        #expect(wide.binding?.kinds?.contains(.mainClass) == true)
    }

    /// Training in general is not about belief, though a theory course is training too; a task about belief is, whatever a
    /// clause of it says alone (docs/decisions/0006).
    @Test(
        "who is not trained yet is named where the training is professional or in general, not under a title about belief",
        arguments: [
            ("提升能力", "全体干部每年参加培训不少于40学时", true), ("抓好分类培训", "专业技术干部5年轮训一遍", true),
            ("抓好分类培训", "全体干部每年参加网络培训不少于50学时", true), ("提升能力", "全体干部每年讲党课1次", false),
            ("深化党性教育", "全体干部每年参加培训不少于40学时", false), ("加强理论武装", "科级干部5年轮训一遍", false),
        ])
    func named(title: String, clause: String, isNamed: Bool) throws {
        let plan = PlanCompiler().compile(text: "培训方案\n一、任务\n1.\(title)。\(clause)（牵头单位：市委组织部）。")
        let obligation = try #require(plan.obligations.first)
        #expect(obligation.binding?.namesPersons == isNamed, "\(obligation.question.debugDescription)")
    }

    @Test("what is asked of each person is not asked of whoever takes part in something: it could be counted of nobody")
    func ofNobody() throws {
        let plan = PlanCompiler().compile(text: "方案\n一、任务\n1.深化党性教育。组织学员开展一次党性剖析（牵头单位：市委党校）。")
        let obligation = try #require(plan.obligations.first)
        #expect(obligation.rule.bearer == .person)
        func findings(_ population: String) -> [String] {
            var answer = BindingAnswer(task: obligation.task, quote: obligation.quote)
            (answer.activity, answer.population) = (.selfReview, population)
            return plan.edition(
                number: 1, inForce: Day(number: 0), publishedOn: Day(number: 0),
                bindings: Bindings(answers: [answer])
            ).1.map(\.key)
        }
        #expect(findings("trainees") == ["bindingOfNobody"])
        #expect(findings("officials") == [])
    }

    @Test("the length said of a training is a condition of the head count beside it")
    func lengthBesideHeadCount() throws {
        let plan = PlanCompiler().compile(text: "每年选派800名左右科级干部参加1周左右的专业化能力培训（牵头单位：市委组织部）。")
        #expect(plan.obligations.first?.binding?.length == LengthCondition(.about, 1, unit: .week))
    }

    @Test("events of deadlines, bases of shares")
    func eventsAndBases() throws {
        #expect(try obligation("培训结束后15日内报送总结。").binding?.deadlineFrom == .activityEnd)
        #expect(try obligation("新任职干部任职后一年内参加任职培训。").binding?.deadlineFrom == .appointment)
        #expect(try obligation("各单位每年12月10日前报送培训总结。").binding?.deadlineFrom == .fixedDay)
        #expect(try obligation("培训班参训率不低于90%。").binding?.shareOf == .attendance)
        #expect(try obligation("考试合格率达到95%以上。").binding?.shareOf == .completion)
        #expect(try obligation("干部网络学时占比不超过50%。").binding?.shareOf == .onlineHours)
        #expect(try obligation("每年安排不少于1/5的事业单位领导人员参加培训（牵头单位：市人社局）。").binding?.shareOf == .population)
    }

    @Test("person-times in proportion are a turnout, not a share of persons")
    func turnout() throws {
        let unit = try obligation("各单位每年参训人次占比不低于5%。")
        #expect(unit.rule.measure == .headcount && unit.rule.unit == .percent && unit.rule.bearer == .unit)
        #expect(unit.binding?.shareOf == nil)
        #expect(unit.sentenceZh == "各单位每年参训人次占比不少于5%。")
        #expect(try obligation("各单位每年培训干部不少于300人次。").rule.unit == .personTime)
    }

    @Test("an unknown activity is a question, and wording without a number a finding")
    func questions() throws {
        let unknown = try obligation("各单位每年开展灵犀不少于3次。")
        #expect(unknown.question == .activity(wording: unknown.quote))
        #expect(unknown.executable == false)
        let open = PlanCompiler().compile(text: "每年安排一定数量的干部到高校培训。")
        #expect(open.obligations.isEmpty)
        #expect(open.findings.map(\.key).contains("amountOpen"))
        #expect(open.findings.first { $0.key == "amountOpen" }?.place?.column == 5)
    }

    @Test("a user's lexicon names new things, and the rest stays")
    func lexicon() throws {
        let lexicon = try Lexicon(
            yaml: """
                activities:
                  - {kind: spark, zh: 灵犀会, en: spark, words: "灵犀[会]"}
                populations:
                  - {code: divers, zh: 潜水员, en: divers, categories: [diver], words: "潜水员 {深海|近海}潜水员"}
                """)
        let plan = PlanCompiler(lexicon: lexicon).compile(text: "深海潜水员每年参加灵犀不少于3次。")
        let found = try #require(plan.obligations.first)
        #expect(found.activity == "spark")
        #expect(found.population == "divers")
        #expect(found.executable)
        #expect(found.sentenceZh == "每名潜水员每年参加灵犀会不少于3次。")
    }

    @Test("an edition keeps proposals, except those answered or set aside")
    func edition() throws {
        let plan = PlanCompiler().compile(text: "1.甲。各单位每年开展灵犀不少于3次，集中学习不少于12次。\n2.乙。各单位每月集中学习不少于1次。")
        let bindings = try Bindings(
            yaml: """
                bindings:
                  - {task: "1", quote: 灵犀不少于3次, activity: seminar}
                  - {task: "2", quote: 每月集中学习, dismiss: 与上条重复}
                  - {task: "2", quote: 没有这一句, activity: seminar}
                """)
        let day = try #require(Day(iso: "2025-01-01"))
        let (edition, findings) = plan.edition(number: 1, inForce: day, publishedOn: day, bindings: bindings)
        #expect(edition.obligations.map(\.activity) == [.seminar, .collectiveStudy])
        #expect(edition.obligations.allSatisfy { $0.executable })
        #expect(edition.dismissed.map(\.reason) == ["与上条重复"])
        #expect(findings.map(\.key) == ["bindingUnmatched"])
        #expect(findings.first?.place?.line == 4)
        #expect(FindingText.message(findings[0], in: .zh) != FindingText.message(findings[0], in: .en))
    }

    @Test("an answer says what a province asks besides, and what it leaves out stays as it is")
    func province() throws {
        let plan = PlanCompiler().compile(text: "各单位每年开展集中学习不少于12次。")
        let bindings = try Bindings(
            yaml: """
                bindings:
                  - task: "1"
                    quote: 不少于12次
                    membership: {reckoning: windowStart, excusesLate: false}
                    credit: own
                    tiers: [{category: young, value: 90}, {category: cityManaged, value: 40}]
                    passShare: 95
                    distinctKinds: true
                    conditions: {topics: [theory], filedAhead: 15}
                    step: 1 quarter
                """)
        let day = try #require(Day(iso: "2025-01-01"))
        let task = try #require(plan.tasks.first?.number)
        var answers = bindings
        answers.answers[0].task = task
        let (edition, findings) = plan.edition(number: 1, inForce: day, publishedOn: day, bindings: answers)
        let binding = try #require(edition.obligations.first?.binding)
        #expect(findings.isEmpty)
        #expect(binding.membership == Membership(.windowStart, excusesLate: false, onTheDay: true))
        #expect(binding.credit == .own)
        #expect(binding.tiers == [ValueTier(.young, 90), ValueTier(.cityManaged, 40)])
        #expect(binding.passShare == 95)
        #expect(binding.distinctKinds == true)
        #expect(binding.conditions == ActivityConditions(topics: [.theory], filedAhead: 15))
        #expect(binding.step == .quarters(1))
        let (plain, _) = plan.edition(number: 1, inForce: day, publishedOn: day)
        #expect(plain.obligations.first?.binding?.membership == nil)
        #expect(plain.obligations.first?.binding?.passShare == nil)
    }

    @Test("a word that is none of those it may be is refused, not passed over")
    func misspelt() {
        #expect(throws: (any Error).self) {
            try Bindings(yaml: "bindings: [{task: \"1\", quote: 每年, membership: {reckoning: yearStart}}]")
        }
    }

    @Test("an edition keeps all of it when it is stored and read again")
    func stored() throws {
        var binding = Binding(kinds: nil, population: Population("all", "全市", "all", .programme))
        binding.membership = Membership(.asOf, onTheDay: false)
        binding.conditions = ActivityConditions(reportedWithin: 25)
        binding.tiers = [ValueTier(.young, 90)]
        binding.step = .years(1)
        let bytes = try JSONEncoder().encode(binding)
        #expect(try JSONDecoder().decode(Binding.self, from: bytes) == binding)
    }
}
