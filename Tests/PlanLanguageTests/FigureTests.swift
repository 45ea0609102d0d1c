import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Numbers as people write them: the right value or range, or a question; never a figure that nobody wrote.
@Suite("Figures as they are meant")
struct FigureTests {
    private func only(_ text: String) throws -> Obligation {
        let found = PlanCompiler().compile(text: text).obligations
        #expect(found.count == 1, "\(text)")
        return try #require(found.first, "\(text)")
    }

    /// `>= 12`, `range 30-40`, `?` for a question.
    private func figure(_ obligation: Obligation) -> String {
        if case .amount? = obligation.question { return "?" }
        let rule = obligation.rule
        let upper = rule.upper.map { "-\(plain($0))" } ?? ""
        return "\(rule.comparison.rawValue) \(plain(rule.value))\(upper)"
    }

    private func plain(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }

    @Test(
        "of persons",
        arguments: [
            ("三四十名", "range 30-40"), ("一两百名", "range 100-200"), ("五六百名", "range 500-600"),
            ("十五六名", "range 15-16"), ("三五名", "range 3-5"), ("七八十人", "range 70-80"), ("两三千人", "range 2000-3000"),
            ("一百二三十人", "range 120-130"), ("八九十名", "range 80-90"), ("二十三四万人次", "range 230000-240000"),
            ("1万2千名", ">= 12000"), ("1万2名", ">= 12000"), ("3千5百名", ">= 3500"), ("一千五人", ">= 1500"),
            ("一百零五名", ">= 105"), ("一万零五十名", ">= 10050"), ("两万余人次", ">= 20000"), ("30余万人次", ">= 300000"),
            ("二十多万人次", ">= 200000"), ("二百三十余人", ">= 230"), ("百余名", ">= 100"), ("千名", ">= 1000"),
            ("上百名", ">= 100"), ("上千人", ">= 1000"), ("近百名", "~ 100"), ("十来名", "~ 10"), ("约200名", "~ 200"),
            ("十几名", ">= 11"), ("二十几名", ">= 21"), ("十几万人次", ">= 110000"), ("壹佰贰拾名", ">= 120"),
            ("拾伍名", ">= 15"), ("1，200名", ">= 1200"), ("1,200名", ">= 1200"), ("1 200名", ">= 1200"),
            ("1,200,000人次", ">= 1200000"), ("２００名", ">= 200"), ("𝟐𝟎名", ">= 20"), ("廿名", ">= 20"),
            ("卅五名", ">= 35"), ("二〇〇名", ">= 200"), ("1.5万人次", ">= 15000"), ("1亿人次", ">= 100000000"),
            ("3-5万人次", "range 30000-50000"), ("三至五百人", "range 300-500"), ("100至200人", "range 100-200"),
            ("三、四名", "range 3-4"), ("3、4名", "range 3-4"), ("伍名", ">= 5"), ("叁名", ">= 3"), ("逾千人次", ">= 1000"),
            ("百八十名", "?"), ("小一百名", "?"), ("半百名", "?"), ("几十名", "?"), ("好几百名", "?"), ("数百名", "?"), ("数十名", "?"),
            ("几千人次", "?"), ("成百上千名", "?"),
            ("三百几十名", "?"), ("三百五百名", "?"), ("五百至三百名", "?"), ("2.5名", "?"), ("0.0001名", "?"),
        ])
    func persons(words: String, expected: String) throws {
        #expect(figure(try only("各单位每年培训干部\(words)。")) == expected, "\(words)")
    }

    @Test(
        "of shares",
        arguments: [
            ("三分之一", ">= 33.3"), ("1/5", ">= 20"), ("半数以上", ">= 50"), ("过半", ">= 50"), ("八成", ">= 80"),
            ("七八成", "range 70-80"), ("六至七成", "range 60-70"), ("九成五", ">= 95"), ("八成半", ">= 85"),
            ("百分之九十九点五", ">= 99.5"), ("百分之八九十", "range 80-90"), ("百分之八十至九十", "range 80-90"),
            ("80%至90%", "range 80-90"), ("千分之五", ">= 0.5"), ("５０％", ">= 50"), ("120%", "?"), ("二分之三", "?"),
        ])
    func shares(words: String, expected: String) throws {
        #expect(figure(try only("培训班参训率达到\(words)。")) == expected, "\(words)")
    }

    @Test(
        "of lengths: exact in days, months or years, or a question",
        arguments: [
            ("两天半", 2.5, "day"), ("一天半", 1.5, "day"), ("半天", 0.5, "day"), ("2个半天", 1, "day"),
            ("三个半天", 1.5, "day"), ("一周半", 1.5, "week"), ("2周零3天", 17, "day"), ("一个半小时", 1.5, "hour"),
            ("90分钟", 1.5, "hour"), ("1个季度", 3, "month"), ("两个季度", 6, "month"), ("半个月", 15, "day"),
            ("一个学期", 6, "month"), ("2小时30分钟", 2.5, "hour"), ("1.5年", 18, "month"), ("两年半", 30, "month"),
            ("半年", 6, "month"),
        ] as [(String, Double, CountingUnit)])
    func lengths(words: String, value: Double, unit: CountingUnit) throws {
        let found = try only("每期培训班时间不少于\(words)。")
        #expect(found.rule.measure == .duration && found.question == nil, "\(words)")
        #expect(found.rule.value == value && found.rule.unit == unit, "\(words)")
    }

    @Test(
        "a length that is no number of days or months is asked about",
        arguments: ["一个月半天", "三个半月", "一个半月", "1个月零5天", "一周两天", "1.3年", "20分钟", "1.5个季度", "3-5天半", "1周至1个月"])
    func openLengths(words: String) throws {
        #expect(figure(try only("每期培训班时间不少于\(words)。")) == "?", "\(words)")
    }

    @Test(
        "of lengths from one to another",
        arguments: [
            ("三天半至五天", 3.5, 5, "day"), ("半天至一天", 0.5, 1, "day"), ("6个月至1年", 6, 12, "month"), ("5天至1周", 5, 7, "day"),
            ("1个季度至半年", 3, 6, "month"), ("1至2周", 1, 2, "week"),
        ] as [(String, Double, Double, CountingUnit)])
    func spans(words: String, value: Double, upper: Double, unit: CountingUnit) throws {
        let rule = try only("每期培训班时间为\(words)。").rule
        #expect(
            rule.comparison == .range && rule.value == value && rule.upper == upper && rule.unit == unit, "\(words)")
    }

    @Test("of days ahead that are no whole days", arguments: ["两天半", "一周半", "1.5个工作日"])
    func partsOfDays(words: String) throws {
        #expect(figure(try only("学习考察提前\(words)报备。")) == "?", "\(words)")
        #expect(figure(try only("培训结束后\(words)内报送总结。")) == "?", "\(words)")
    }

    @Test(
        "of terms",
        arguments: [
            ("一年半内", 18, "month"), ("1.5年内", 18, "month"), ("两年半内", 30, "month"), ("半年内", 6, "month"),
            ("一个季度内", 3, "month"), ("两个季度内", 6, "month"), ("一年零三个月内", 15, "month"), ("1年3个月内", 15, "month"),
            ("3个月内", 3, "month"), ("一年内", 1, "year"), ("100日内", 100, "day"),
        ] as [(String, Double, CountingUnit)])
    func terms(words: String, value: Double, unit: CountingUnit) throws {
        let found = try only("新任职干部任职后\(words)参加任职培训。")
        #expect(found.rule.measure == .deadline && found.question == nil, "\(words)")
        #expect(found.rule.value == value && found.rule.unit == unit, "\(words)")
        let ahead = try only("学习考察提前\(words.dropLast())报备。")
        #expect(ahead.rule.measure == .leadTime && ahead.rule.value == value, "\(words)")
    }

    @Test("of windows in parts of years")
    func windows() throws {
        for (words, window) in [
            ("一年半内", Window.months(18)), ("1.5年内", .months(18)), ("两年半内", .months(30)), ("两个季度内", .quarters(2)),
            ("半年内", .months(6)), ("3年内", .years(3)),
        ] {
            #expect(try only("\(words)对科级干部轮训一遍。").rule.window == window, "\(words)")
        }
        #expect(figure(try only("1.3年内对科级干部轮训一遍。")) == "?")
    }

    @Test("an answer settles what was open, and changes nothing besides")
    func answered() throws {
        let plan = PlanCompiler().compile(text: "各单位开展集中学习几十次。")
        let found = try #require(plan.obligations.first)
        #expect(found.question == .amount(wording: "几十次"))
        #expect(found.sentenceZh == "各单位开展集中学习几十次。")
        var answer = BindingAnswer(task: found.task, quote: found.quote)
        answer.amount = 30
        let day = try #require(Day(iso: "2025-01-01"))
        let (edition, findings) = plan.edition(
            number: 1, inForce: day, publishedOn: day, bindings: Bindings(answers: [answer]))
        let settled = try #require(edition.obligations.first)
        #expect(findings.isEmpty && settled.executable)
        #expect(settled.rule.value == 30 && settled.rule.window == nil)
        #expect(settled.sentenceZh == "各单位开展集中学习不少于30次。")
    }

    @Test("wording without a figure is told, not passed over", arguments: ["几期", "若干期", "数期", "好几期"])
    func severalTimes(words: String) {
        let plan = PlanCompiler().compile(text: "全市每年举办培训班\(words)。")
        #expect(plan.findings.contains { $0.key == "amountOpen" }, "\(words)")
    }

    @Test(
        "other words that hold a numeral are none", arguments: ["参训人数名额充足", "加强队伍人员建设", "大陆人员", "次数次序", "百年大计", "千家万户"])
    func noNumbers(text: String) {
        let plan = PlanCompiler().compile(text: "各单位每年\(text)。")
        #expect(plan.obligations.isEmpty && !plan.findings.contains { $0.key == "amountOpen" }, "\(text)")
    }
}
