import PlanLanguage
import Plans
import Testing
import Vocabulary

/// Whatever comes in, the compiler answers, and what it quotes stands in the text.
@Suite("Any bytes at all")
struct RobustnessTests {
    /// SplitMix64 (Steele, Lea, Flood 2014): the same cases on every machine.
    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    func check(_ text: String) {
        let plan = PlanCompiler().compile(text: text)
        let scalars = Array(plan.text.unicodeScalars)
        for obligation in plan.obligations {
            let place = obligation.place
            guard place.start >= 0, place.start < place.end, place.end <= scalars.count else {
                Issue.record("\(place) lies outside of a text of \(scalars.count)")
                continue
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[place.start..<place.end])
            #expect(String(view) == obligation.quote)
        }
        for finding in plan.findings { _ = FindingText.excerpt(finding, of: plan.text) }
    }

    @Test("random bytes are read or refused")
    func randomBytes() {
        var dice = Dice(state: 7)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...200, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            if let plan = try? PlanCompiler().compile(bytes: bytes) { check(plan.text) }
        }
    }

    @Test("random cuts and shuffles of real wording are read")
    func cuts() {
        var dice = Dice(state: 11)
        let sample = Array(SamplePlan.text.unicodeScalars)
        for _ in 0..<300 {
            let start = Int.random(in: 0..<sample.count, using: &dice)
            let end = min(sample.count, start + Int.random(in: 0...120, using: &dice))
            var view = String.UnicodeScalarView()
            view.append(contentsOf: sample[start..<end])
            let other = Int.random(in: 0..<sample.count, using: &dice)
            view.append(contentsOf: sample[other..<min(sample.count, other + 20)])
            check(String(view))
        }
    }

    @Test("words of the grammar in any order are read")
    func wordSalad() {
        var dice = Dice(state: 13)
        let words = [
            "每年", "不少于", "3", "次", "期", "5", "年", "内", "（", "）", "“", "”", "《", "》", "，", "。", "；", "、", "\n", "第", "条",
            "一", "十二",
            "百分之", "八十", "%", "1/5", "各单位", "培训", "轮训一遍", "全覆盖", "提前", "半个月", "2025", "月", "日", "前", "底", "-", "至",
            "牵头单位：",
            "每期", "每人", "学时", "的", "万", "半", "〔", "〕", "<", ">",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...24, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
                .joined()
            check(text)
        }
    }
}
