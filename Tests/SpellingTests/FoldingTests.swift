import Spelling
import Testing
import Vocabulary

@Suite("One folding for search and matching")
struct FoldingTests {
    @Test("width, case, spaces, dots and look-alikes make no difference")
    func same() {
        for (a, b) in [
            ("p00718", "Ｐ00718"), (" 张 ", "张"), ("张 三", "张三"), ("张　三", "张三"), ("（一）", "(一)"),
            ("第３期", "第3期"), ("学\u{200B}习", "学习"), ("café", "CAFE\u{301}"), ("⼀", "一"), ("“学习”", "\"学习\""),
            ("“学习”", "「学习」"), ("学习——提高", "学习--提高"), ("Party  History", "party history"), ("①", "1"),
            ("学习：一", "学习:一"), ("\u{202E}学习", "学习"), ("A\u{FE0F}", "a"), ("〔2026〕", "(2026)"),
        ] {
            #expect(a.folded == b.folded && a.reads(as: b), "\(a) \(b)")
        }
        let dots = "·•‧∙⋅・･．.。\u{2024}ᐧ"
        for dot in dots { #expect("古丽\(dot)某某".folded == "古丽某某", "\(dot)") }
    }

    @Test("what reads differently stays different")
    func different() {
        for (a, b) in [("1.2", "12"), ("张三", "张四"), ("第1期", "第2期"), ("（一）", "（二）"), ("·", "•"), ("P1", "P10")] {
            #expect(!a.reads(as: b), "\(a) \(b)")
        }
    }

    @Test("what was folded folds to itself")
    func settled() {
        for value in stride(from: UInt32(0x20), to: 0x2_FFFF, by: 3) {
            guard let sign = Unicode.Scalar(value) else { continue }
            let once = "甲\(sign)乙".folded
            #expect(once.folded == once, "\(value)")
        }
    }

    @Test("no pile of marks is left that would be slow to compare, whatever signs lie between; what people write stays")
    func piles() throws {
        for between in ["", "\u{34F}", "\u{200D}", " ", "·", "\u{316}"] {
            let pile = "a" + String(repeating: "\u{301}\(between)", count: 400)
            for text in [pile.folded, pile.folded.folded] {
                #expect(text.unicodeScalars.count < 100, "\(between.unicodeScalars.map(\.value))")
            }
            // A code keeps its dots: marks with a dot between each are no pile.
            for text in pile.codeSpellings.dropFirst() {
                #expect(text.unicodeScalars.split(separator: "·").allSatisfy { $0.count < 100 }, "\(between)")
            }
            #expect(!pile.reads(as: "a") && Day(typed: pile) == nil)
        }
        let pile = "学" + String(repeating: "\u{301}", count: 400)
        #expect(pile.unpiled.unicodeScalars.count < 100)
        #expect(throws: TextFlaw.piledMarks) { try TextRule.title.spelled(pile.unpiled) }
        for text in ["cafe\u{301}", "张三", "", "เนื้อที่", "ཧྐྵྨླྺྼྻྂ", "👩‍👩‍👧", "a" + String(repeating: "\u{301}", count: 32)] {
            #expect(Array(text.unpiled.unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    @Test("a code is found in any width and case")
    func codes() {
        for typed in ["p00718", "Ｐ００７１８", " P 00718 ", "P00718\u{200B}"] {
            #expect(typed.codeSpellings.contains("P00718"), "\(typed)")
        }
        #expect("aB1".codeSpellings.first == "aB1")
        #expect("　".codeSpellings == ["　"])
    }
}
