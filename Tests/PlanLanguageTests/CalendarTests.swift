import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Days, ends and parts of the year, and who is meant.
@Suite("Times of the year, and whose duty it is")
struct CalendarTests {
    private func only(_ text: String) throws -> Obligation {
        let found = PlanCompiler().compile(text: text).obligations
        #expect(found.count == 1, "\(text)")
        return try #require(found.first, "\(text)")
    }

    @Test(
        "the end of February is its last day, the 28th is the 28th",
        arguments: [
            ("每年2月底前", "by --02-29"), ("每年二月末前", "by --02-29"), ("每年3月前", "by --02-29"),
            ("每年2月28日前", "by --02-28"), ("每年2月29日前", "by --02-29"), ("每年4月底前", "by --04-30"),
            ("2023年2月底前", "by 2023-02-28"), ("2024年2月底前", "by 2024-02-29"), ("每年底", "by --12-31"),
            ("每年年底前", "by --12-31"), ("第三季度末前", "by --09-30"), ("二季度末前", "by --06-30"),
            ("每月底前", "1 month"), ("每月末", "1 month"), ("月底前", "1 month"), ("每季度末前", "1 quarter"),
            ("每季末", "1 quarter"), ("季度末前", "1 quarter"), ("每学期末前", "6 month"),
        ])
    func ends(words: String, window: String) throws {
        let found = try only("各单位\(words)报送总结。")
        #expect(found.rule.measure == .deadline && found.rule.value == 0, "\(words)")
        #expect(found.rule.window?.code == window, "\(words)")
        #expect(PlanCompiler().compile(text: found.sentenceZh).obligations.map(\.rule) == [found.rule], "\(words)")
    }

    @Test(
        "days that are called by a number count nothing",
        arguments: [
            "五一、七一、十一期间", "“六一”“八一”期间", "三八、五四前后", "九一八期间", "十一假期", "“十一”", "七一前夕", "5·12期间", "12·9前后",
        ])
    func holidays(words: String) throws {
        let found = try only("各单位在\(words)开展警示教育1次。")
        #expect(found.rule.comparison == .atLeast && found.rule.value == 1 && found.rule.upper == nil, "\(words)")
    }

    @Test("eleven is a number where it counts", arguments: [("十一次", 11.0), ("二十一次", 21), ("五十一次", 51)])
    func elevens(words: String, value: Double) throws {
        #expect(try only("各单位每年开展集中学习\(words)。").rule.value == value)
    }

    @Test(
        "each part of the year is a window",
        arguments: [
            ("上半年、下半年各开展警示教育1次", Window.months(6)), ("上下半年各开展警示教育1次", .months(6)),
            ("上、下半年开展警示教育各1次", .months(6)), ("年中、年末各开展警示教育1次", .months(6)),
            ("一季度、二季度、三季度、四季度各开展警示教育1次", .quarters(1)), ("春季学期、秋季学期各开展警示教育1次", .months(6)),
        ])
    func parts(words: String, window: Window) throws {
        let found = try only("各单位\(words)。")
        #expect(found.rule.value == 1 && found.rule.window == window && found.rule.recurs, "\(words)")
        #expect(found.question == nil, "\(words)")
    }

    @Test(
        "every other month is a window, every other week a question",
        arguments: [
            ("隔月", "2 month"), ("每双月", "2 month"), ("每隔一年", "2 year"), ("每两周", "null"), ("每半个月", "null"),
            ("每15天", "null"),
            ("每1.5年", "18 month"),
        ])
    func everyOther(words: String, window: String) throws {
        let found = try only("各单位\(words)开展1次集中学习。")
        #expect((found.rule.window?.code ?? "null") == window, "\(words)")
        #expect(found.executable == (window != "null"), "\(words)")
    }

    @Test(
        "so often at each of other times is asked about",
        arguments: ["3月、9月各举办讲座1次", "春节、国庆前各举办讲座1次", "每月、每季度各举办讲座1次", "寒假和暑假各举办讲座1次"])
    func severalTimes(words: String) throws {
        let found = try only("各单位\(words)。")
        guard case .amount? = found.question else {
            Issue.record("\(words): \(found.rule)")
            return
        }
    }

    @Test("a day that does not exist is told", arguments: ["每年13月底前", "每月40日前", "每年2月30日前", "每年0月5日前"])
    func noSuchDay(words: String) {
        let plan = PlanCompiler().compile(text: "各单位\(words)报送总结。")
        #expect(plan.findings.contains { $0.key == "impossibleDate" }, "\(words)")
    }

    @Test(
        "who is named as a means owes nothing; who is named in a unit does",
        arguments: [
            ("各部门（单位）要编印手册，发挥业务骨干 “传帮带”作用，每月开展一次业务交流", Bearer.unit),
            ("各单位要充分调动年轻干部积极性，每季度开展1次技能比武", .unit),
            ("各乡镇（街道）要关心关爱村干部，每年组织1次集中学习", .unit), ("各科室要以业务骨干为主体，每月开展1次业务学习", .unit),
            ("各单位要落实领导干部上讲台制度，每年举办讲座4次", .unit), ("各部门要依托党校和业务骨干，每年举办讲座2次", .unit),
            ("各单位要建强专业技术人员队伍，每年举办1次讲座", .unit), ("各部门要督促每名干部参加学习，每年集中学习不少于4次", .person),
            ("各单位领导干部每年讲党课1次", .person), ("各单位安全管理人员每年培训不少于12学时", .person),
        ])
    func bearers(text: String, bearer: Bearer) throws {
        #expect(try only(text + "。").rule.bearer == bearer, "\(text)")
    }

    @Test("characters that look like ideographs mean them, and places stay those of the text")
    func lookAlikes() throws {
        let plain = PlanCompiler().compile(text: SamplePlan.text)
        let swapped = String(String.UnicodeScalarView(SamplePlan.text.unicodeScalars.map { Self.radicals[$0] ?? $0 }))
        #expect(swapped != SamplePlan.text)
        let found = PlanCompiler().compile(text: swapped)
        #expect(found.obligations.map(\.rule) == plain.obligations.map(\.rule))
        #expect(found.obligations.map(\.place) == plain.obligations.map(\.place))
        #expect(found.obligations.map(\.binding) == plain.obligations.map(\.binding))
        let scalars = Array(swapped.unicodeScalars)
        for obligation in found.obligations {
            let quoted = scalars[obligation.place.start..<obligation.place.end]
            #expect(String(String.UnicodeScalarView(quoted)) == obligation.quote)
        }
    }

    /// Ideographs to a Kangxi radical or one of the supplement, by Unicode's own equivalence.
    static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (ideograph, radical) in zip(
            "一二八十人月日年长门车见页风马骨门口工干己巾心戈户手支文斗方无日木止水火父片牛玄玉瓜生用田白皮目石示立竹米网羊老而耳肉臣自至色行里青非面音食首香高龙".unicodeScalars,
            "⼀⼆⼋⼗⼈⽉⽇年⻓⻔⻋⻅⻚⻛⻢⾻⻔⼝⼯⼲⼰⼱⼼⼽⼾⼿⽀⽂⽃⽅⽆⽇⽊⽌⽔⽕⽗⽚⽜⽞⽟⽠⽣⽤⽥⽩⽪⽬⽯⽰⽴⽵⽶⽹⽺⽼⽽⽿⾁⾂⾃⾄⾊⾏⾥⾭⾮⾯⾳⾷⾸⾹⾼⻰".unicodeScalars)
        where ideograph != radical { table[ideograph] = radical }
        return table
    }()
}
