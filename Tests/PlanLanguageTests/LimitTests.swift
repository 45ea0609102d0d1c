import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Whatever number comes in, wherever it comes in: it is meant and within limits, or it is told with its place.
@Suite("Numbers beyond their limits")
struct LimitTests {
    /// `#` is where the number goes: every place of the grammar that takes one.
    static let places = [
        "各单位每年开展集中学习#次。", "各单位每年开展集中学习不少于#次。", "全市每年培训干部#名。", "全市每年培训干部#万人次。", "全市每年培训干部#余人。",
        "干部每年参加培训不少于#学时。", "每期培训班不少于#天。", "每期培训班#周左右。", "每期培训班时间#个月。", "每期培训班#年以上。",
        "每期培训班#个季度。", "每期培训班时间#个半月。", "每期培训班#分钟。", "每期培训班#小时以上。", "#年内对科级干部轮训一遍。", "#个月内完成补考。",
        "#个季度内轮训一遍。", "每#年开展集中学习1次。", "每#个月开展集中学习1次。", "每隔#年轮训一遍。", "提前#天报备学习考察。", "学习考察提前#个工作日报备。",
        "培训结束后#日内报送总结。", "任职后#年内参加任职培训。", "参训率达到#%。", "参训率达到百分之#。", "合格率达到#成。", "安排#分之#的干部参加培训。",
        "安排#/#的干部参加培训。", "到#年底，培训干部100名。", "#年#月#日前报送总结。", "每年#月#日前报送总结。", "每年#月底前报送总结。", "每月#日前报送总结。",
        "第#条 各单位每年学习2次。\n第#条 乙。", "#、学习\n各单位每年学习2次。", "（#）学习。各单位每年学习2次。", "#.学习。各单位每年学习2次。",
        "依据〔#〕#号开展工作。", "“#”期间开展学习1次。", "到“十#五”末培训干部100名。", "#-#天的集中读书班。", "#至#期培训班。", "#天半的培训。", "#年#个月的培训。",
        "各单位每年开展集中学习#点#次。", "#％", "#", "上#名", "数#名", "#几名", "#多万#千名",
    ]

    static let numbers: [String] = {
        var numbers = [
            "0", "-5", "0.0000001", "1e300", "1.7976931348623157e308", "NaN", "∞", "٣", "½", "00012", "1.2.3", "1,2,3",
        ]
        for length in 1...40 {
            numbers.append(String(repeating: "9", count: length))
            if length % 4 == 0 {
                numbers.append("1" + String(repeating: "0", count: length))
                numbers.append("0." + String(repeating: "0", count: length) + "1")
                numbers.append(String(repeating: "九", count: length))
                numbers.append(String(repeating: "９", count: length))
                numbers.append(String(repeating: "万", count: length))
                numbers.append(String(repeating: "百亿", count: length))
                numbers.append("1" + String(repeating: ",999", count: length))
                numbers.append(String(repeating: "玖拾", count: length))
                numbers.append(String(repeating: "几", count: length))
            }
        }
        return numbers
    }()

    @Test("every number in every place is read within its limits, or told")
    func everywhere() {
        let compiler = PlanCompiler()
        for place in Self.places {
            for number in Self.numbers {
                let text = place.replacing("#", with: number)
                let plan = compiler.compile(text: text)
                for obligation in plan.obligations {
                    let rule = obligation.rule
                    let most = FigureLimits.largest(of: rule.unit, rule.measure)
                    let fits = [rule.value, rule.upper ?? rule.value].allSatisfy {
                        $0.isFinite && $0 >= 0 && $0 <= most
                    }
                    #expect(fits || !obligation.executable, "\(text): \(rule)")
                    #expect(rule.window.map { !$0.isTooLong } ?? true, "\(text): \(rule)")
                }
            }
        }
    }

    @Test(
        "a number that is too large is told with its place",
        arguments: [
            ("各单位每年集中学习不少于#次。", 13), ("全市每年培训干部#名。", 9), ("每期培训班不少于#天。", 9), ("#年内对科级干部轮训一遍。", 1),
            ("各单位每#年开展集中学习1次。", 5), ("参训率达到#%。", 6), ("参训率达到百分之#。", 9), ("学习考察提前#个工作日报备。", 7),
        ])
    func told(place: String, column: Int) throws {
        let plan = PlanCompiler().compile(text: place.replacing("#", with: String(repeating: "9", count: 20)))
        let finding = try #require(plan.findings.first { $0.key == "numberTooLarge" }, "\(place)")
        #expect(finding.place?.column == column, "\(place)")
        #expect(plan.obligations.allSatisfy { !$0.executable }, "\(place)")
    }

    private func findings(_ answer: String) throws -> [Finding] {
        let plan = PlanCompiler().compile(text: "各单位每年开展集中学习不少于12次。")
        let bindings = try Bindings(
            yaml: "bindings:\n  - {task: \"1\", quote: 不少于12次}\n  - {task: \"0\", quote: 不少于12次, \(answer)}")
        let day = try #require(Day(iso: "2025-01-01"))
        var only = bindings
        only.answers = bindings.answers
        let (edition, findings) = plan.edition(number: 1, inForce: day, publishedOn: day, bindings: only)
        for obligation in edition.obligations { #expect(obligation.rule.value == 12) }
        return findings.filter { $0.key == "bindingBeyondLimit" }
    }

    @Test(
        "a binding's figure beyond its limits is refused with its field and line",
        arguments: [
            "amount: 1e18", "amount: 1e30", "amount: -5", "amount: 0", "amount: .nan", "amount: .inf", "amount: -.inf",
            "amount: 2.5", "amount: 1e-300", "passShare: 101", "passShare: -1", "passShare: .nan",
            "tiers: [{category: young, value: 1e30}]", "tiers: [{category: young, value: -1}]",
            "conditions: {filedAhead: 99999999}", "conditions: {reportedWithin: -3}", "window: 99999 year",
            "window: 99999999999999999999 month", "step: 999999999 quarter", "window: by 0026-10-10",
            "window: by 9026-10-10", "window: by 1989-12-31",
        ])
    func bindings(answer: String) throws {
        let found = try findings(answer)
        #expect(found.count == 1, "\(answer)")
        #expect(found.first?.severity == .error && found.first?.place?.line == 3, "\(answer)")
        #expect(found.first.map { answer.hasPrefix(String($0.arguments[0].prefix(4))) } == true, "\(answer)")
    }

    @Test(
        "what a passed-over number is said to ask for is held to the same limits, and nothing is made of it",
        arguments: [
            ("value: 500, unit: percent, measure: coverage", "obliges.value"),
            ("value: 0.5, unit: session, measure: count", "obliges.value"),
            ("value: .nan, unit: hour, measure: hours", "obliges.value"),
            ("value: 3, upper: 2, unit: session, measure: count", "obliges.upper"),
            ("value: 3, unit: session, measure: count, window: 99999 year", "obliges.window"),
            (
                "value: 3, unit: day, measure: duration, alternatives: [{measure: hours, comparison: '>=', value: -1, unit: hour}]",
                "obliges.value"
            ),
        ])
    func made(figure: String, field: String) throws {
        var plan = PlanCompiler().compile(text: "方案\n一、任务\n1.学习。各单位每年开展集中学习不少于12次。")
        let place = SourcePlace(start: 30, end: 32, line: 3, column: 21)
        plan.passedOver = [PassedOver(task: "1", quote: "3本", place: place, reason: .unclear)]
        func edition(_ figure: String) throws -> (PlanEdition, [Finding]) {
            let bindings = try Bindings(
                yaml: """
                    bindings:
                      - {task: "1", quote: 3本, obliges: {\(figure), comparison: ">=", recurs: true, bearer: unit}, activity: reading, population: allUnits}
                    """)
            let day = try #require(Day(iso: "2025-01-01"))
            return plan.edition(number: 1, inForce: day, publishedOn: day, bindings: bindings)
        }
        let (refused, findings) = try edition(figure)
        #expect(findings.map(\.key) == ["bindingBeyondLimit"] && findings.first?.place?.line == 2)
        #expect(findings.first?.arguments.first == field)
        #expect(refused.obligations.count == 1)
        let (kept, nothing) = try edition("value: 3, unit: session, measure: count, window: 1 year")
        #expect(nothing.isEmpty && kept.obligations.count == 2)
    }

    @Test(
        "what is no number at all is refused with its line and entry",
        arguments: [
            "amount: many", "conditions: {filedAhead: 1e300}", "conditions: {filedAhead: 9999999999999999999999}",
            "window: -1 year", "distinctKinds: 7",
        ])
    func noNumber(answer: String) {
        do {
            _ = try findings(answer)
            Issue.record("\(answer) was read")
        } catch let refused as MaterialRefused {
            #expect(refused.line == 3, "\(answer): \(refused)")
            #expect(FindingText.message(refused, in: .en).contains("bindings.1."), "\(answer)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("an edition that was published with such figures is read back within the limits")
    func readBack() throws {
        let bytes = Data(
            #"""
            {"number":"1","title":"","place":{"start":0,"end":1,"line":1,"column":1},"lead":[],"responsible":[],"obligations":[
             {"id":"1.1","task":"1","quote":"a","place":{"start":0,"end":1,"line":1,"column":1},"lead":[],"responsible":[],
              "sentenceZh":"","sentenceEn":"",
              "rule":{"measure":"duration","comparison":">=","value":1e30,"upper":-5,"unit":"day","window":"99999999999999999999 year","recurs":true,"bearer":"unit"},
              "binding":{"topics":[],"audience":[],"roles":[],"answerable":[],"namesPersons":true,"passShare":1e18,
               "population":{"code":"u","nameZh":"","nameEn":"","subjects":"units","categories":[],"unitKinds":[],"teamKinds":[]},
               "length":{"comparison":">=","value":1e30,"unit":"week"},"tiers":[{"category":"young","value":1e300}]}}]}
            """#.utf8)
        let task = try JSONDecoder().decode(PlanTask.self, from: bytes)
        let found = try #require(task.obligations.first)
        #expect(found.rule.value == 36_525 && found.rule.upper == 0)
        #expect(found.rule.window?.months == 2_400)
        #expect(found.binding?.length?.value == 5218 && found.binding?.passShare == 100)
        #expect(found.binding?.tiers?.first?.value == 36_525)
    }

    @Test(
        "a lexicon that spells out too much, or too deep, is refused with its line",
        arguments: [
            ("names: \"" + String(repeating: "{甲|乙}", count: 40) + "\"", 1),
            (
                "topics:\n  - {topic: theory, words: 理论}\n  - {topic: theory, words: \""
                    + String(repeating: "[甲]", count: 64) + "\"}", 3
            ),
            ("counters:\n  - {words: 例, unit: case, weight: heavy}", 2),
            ("counters:\n  - {words: 例, unit: case, weight: 1e30}", 2),
            ("names: " + String(repeating: "[", count: 100_000), 1),
            ("names:\n" + String(repeating: "- ", count: 1000), 2),
            ("a: &x [1]\nnames: *x", 1), (#"x: "\\""# + "\nalso: &a [x, x]\nnames: *a", 2),
            ("x: a 'x\nalso: &a [x, x]\nnames: *a", 3), ("x: |\n  'x\nalso: &a [x, x]\nnames: *a", 4),
            ("x: 'it''s \"'\nalso: &a [x, x]\nnames: [*a,*a]", 3), ("x: a 'x\nalso: &a [x, x]\n? *a\n: x", 3),
            ("names: " + String(repeating: "字", count: 2000), 1),
            ("counters:\n  - {words: 例, unit: [1, 2], weight: noun}", 2), ("names: 甲\ntopics: ]", 2),
        ])
    func lexicons(yaml: String, line: Int) {
        do {
            _ = try Lexicon(yaml: yaml)
            Issue.record("read: \(yaml.prefix(60))")
        } catch let refused as MaterialRefused {
            #expect(refused.line == line, "\(refused)")
            #expect(FindingText.message(refused, in: .zh) != FindingText.message(refused, in: .en))
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a lexicon of many words that begin alike is read, and each is found")
    func manyWords() throws {
        let words = (0..<2000).map { "灵犀会\($0)号" }.joined(separator: " ")
        let lexicon = try Lexicon(yaml: "activities:\n  - {kind: spark, zh: 灵犀会, en: spark, words: \"\(words)\"}")
        for number in [0, 7, 77, 777, 1999] {
            let plan = PlanCompiler(lexicon: lexicon).compile(text: "各单位每年开展灵犀会\(number)号不少于3次。")
            #expect(plan.obligations.first?.activity == "spark", "\(number)")
        }
    }
}
