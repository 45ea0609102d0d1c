import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Nothing numeric in a plan is passed over unseen.
@Suite("Every number is accounted for")
struct AccountingTests {
    /// Of any text: each digit lies in an obligation's quotation or is passed over, never in both, and none twice.
    private func check(_ text: String) {
        let plan = PlanCompiler().compile(text: text)
        let scalars = Array(plan.text.unicodeScalars)
        var quoted = [Bool](repeating: false, count: scalars.count)
        for place in plan.obligations.map(\.place) where place.end <= scalars.count {
            for index in place.start..<place.end { quoted[index] = true }
        }
        var passed = [Bool](repeating: false, count: scalars.count)
        var last = 0
        for item in plan.passedOver {
            guard item.place.start >= last, item.place.start < item.place.end, item.place.end <= scalars.count else {
                Issue.record("\(item) lies out of order in \(text.prefix(200))")
                return
            }
            last = item.place.end
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[item.place.start..<item.place.end])
            #expect(String(view) == item.quote)
            for index in item.place.start..<item.place.end {
                if quoted[index] { Issue.record("\(item.quote) is quoted and passed over: \(text.prefix(200))") }
                passed[index] = true
            }
        }
        for (index, scalar) in scalars.enumerated() where isDigit(scalar) && !quoted[index] && !passed[index] {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[max(0, index - 12)..<min(scalars.count, index + 12)])
            Issue.record("nobody speaks of the number in \(String(view))")
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    @Test("in every text of the corpus", arguments: ["health", "emergency"])
    func corpus(name: String) throws {
        check(String(decoding: try LabelledPlan(corpus: name).bytes, as: UTF8.self))
    }

    @Test("in every sentence of the corpus, and in the sample plan")
    func sentences() throws {
        for item in try CaseTests.cases("cases") + CaseTests.cases("foreign") { check(item.sentence) }
        check(SamplePlan.text)
    }

    @Test("in the documents beside the repository", .enabled(if: LabelledPlan.realIsThere, "../shared/plan is absent"))
    func real() throws {
        check(String(decoding: try LabelledPlan.real().bytes, as: UTF8.self))
        for document in try LabelledPlan.documents() { check(document.text) }
    }

    @Test("in cuts and shuffles of real wording")
    func cuts() {
        var dice = RobustnessTests.Dice(state: 23)
        let sample = Array((SamplePlan.text + "\n共3期，1,200人；０.５天。电话12345，第２条，一式3份。").unicodeScalars)
        for _ in 0..<250 {
            var view = String.UnicodeScalarView()
            for _ in 0..<3 {
                let start = Int.random(in: 0..<sample.count, using: &dice)
                view.append(contentsOf: sample[start..<min(sample.count, start + Int.random(in: 0...70, using: &dice))])
            }
            check(String(view))
        }
    }

    @Test("among words of the grammar in any order")
    func wordSalad() {
        var dice = RobustnessTests.Dice(state: 29)
        let words = [
            "每年", "不少于", "3", "１２", "次", "期", "5", "年", "内", "（", "）", "“", "”", "《", "》", "，", "。", "；", "\n", "第",
            "条", "1.5",
            "%", "1/5", "各单位", "培训", "全覆盖", "提前", "2025", "月", "日", "前", "-", "至", "每期", "学时", "的", "万", ":", "30", "元",
            "岁", "一式",
            "份", "－ 3 －\n", "附件2", "、", ",", "000",
        ]
        for _ in 0..<1500 {
            check(
                (0..<Int.random(in: 1...24, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined()
            )
        }
    }

    @Test(
        "and says why it obliges nothing",
        arguments: [
            ("提拔使用一批“70后”干部。", "70后", PassedOver.Reason.name), ("本办法自2025年1月1日起施行。", "2025年1月1日", .date),
            ("第三条 各单位要加强学习。", "三条", .clauseNumber), ("第一期培训班由党校承办。", "一期", .ordinal),
            ("全校现有教职工126人。", "126人", .describes), ("近5年主持过1项课题。", "1项", .condition),
            ("完成研修可获得10学时。", "10学时", .offer), ("每年安排经费30万元。", "30万元", .money),
            ("年龄一般不超过45周岁。", "45周岁", .age), ("劳动合同一式3份。", "3份", .form),
            ("咨询电话：05711234567。", "05711234567", .contact), ("上午8:30报到。", "8:30", .schedule),
            ("评审小组由专家5名、秘书1名组成。", "5名", .arrangement), ("心得体会不少于3000字。", "3000字", .measurement),
            ("选派一定数量的干部参加培训。", "一定数量", .openAmount), ("2025年2月30日前完成整改。", "2月30日", .noSuchDay),
            ("本方案有效期5年。", "5年", .validity), ("省优质课一等奖获得者优先。", "一等", .rank),
            ("每年加强经费管理。", "每年", .noFigure),
        ])
    func reasons(text: String, part: String, reason: PassedOver.Reason) throws {
        let plan = PlanCompiler().compile(text: text)
        let found = plan.passedOver.filter { $0.quote.contains(part) || part.contains($0.quote) }
        #expect(found.map(\.reason).contains(reason), "\(text): \(plan.passedOver.map { ($0.quote, $0.reason) })")
    }

    @Test("every reason is told in both languages, each in its own words")
    func words() {
        for language in [Language.zh, .en] {
            #expect(
                Set(PassedOver.Reason.allCases.map { $0.text(in: language) }).count == PassedOver.Reason.allCases.count)
        }
    }
}
