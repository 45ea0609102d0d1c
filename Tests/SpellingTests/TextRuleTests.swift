import Spelling
import Testing

@Suite("The one rule for typed text")
struct TextRuleTests {
    @Test("is kept trimmed, composed and without what cannot be seen")
    func kept() throws {
        for (typed, expected) in [
            (" 　学习会　\u{A0}", "学习会"), ("cafe\u{301}", "caf\u{E9}"), ("学\u{200B}习\u{FEFF}", "学习"),
            ("\u{202E}学习\u{202C}", "学习"), ("第一\u{2028}", "第一"), ("\u{2800}甲\u{2800}", "甲"),
            ("学\u{2060}习", "学习"), ("甲 \u{2003}乙", "甲  乙"), ("⼀", "⼀"), ("葛\u{E0100}", "葛\u{E0100}"),
            ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("学\u{200D}习", "学习"),
            ("学习\r\n", "学习"), ("\u{E000}", "\u{E000}"), ("\u{3164}金", "金"), ("\u{F900}", "\u{8C48}"),
        ] {
            #expect(
                Array(try TextRule.title.spelled(typed).unicodeScalars) == Array(expected.unicodeScalars), "\(typed)")
        }
    }

    @Test("a name holds no character that one font alone can draw; a text may") func privateUse() {
        for value: UInt32 in [0xE000, 0xE863, 0xF8FF, 0xF0000, 0x10FFFD] {
            guard let sign = Unicode.Scalar(value) else { continue }
            let text = "张" + String(sign)
            #expect(TextRule(limit: 60, isName: true).flaw(in: text) == .privateUse(sign))
            #expect(TextRule.title.flaw(in: text) == nil)
        }
    }

    @Test("nothing to be seen is refused, whatever it is made of")
    func invisible() {
        let nothing = [
            "\u{200B}", "\u{202E}", "\u{2060}", "\u{3164}", "\u{2800}x".replacing("x", with: "\u{200B}"), "\u{FE0F}",
            "\u{301}\u{302}", "\u{115F}\u{1160}", "\u{FFA0}", "\u{AD}", "\u{200D}\u{200D}", "\u{E0020}", "\u{180E}",
            "\u{FEFF} \u{200C}", "\u{E0100}", "\u{20DD}", "\u{34F}",
        ]
        for text in nothing {
            #expect(TextRule.title.flaw(in: text) == .invisible, "\(text.unicodeScalars.map(\.value))")
        }
        for text in ["", " ", "　\u{A0}\u{2003}", "\n\t", "\u{2800}"] {
            #expect(TextRule.title.flaw(in: text) == .empty, "\(text.unicodeScalars.map(\.value))")
        }
        #expect(TextRule.title.flaw(in: String(repeating: "\u{301}", count: 100_000)) == .invisible)
    }

    @Test("control characters are refused; tabs and line breaks stand where several lines may")
    func control() throws {
        let signs = (0...0x1F).map { $0 } + (0x7F...0x9F).map { $0 } + [0x2028, 0x2029]
        for value in signs {
            let sign = try #require(Unicode.Scalar(UInt32(value)))
            #expect(TextRule.title.flaw(in: "学\(sign)习") == .control(sign), "\(value)")
            let inLines = TextRule(limit: 100, mayHaveLines: true).flaw(in: "学\(sign)习")
            #expect(
                (inLines == nil)
                    == (sign == "\t" || (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value)))
        }
        #expect(TextRule.title.flaw(in: "\u{0}学习") == .control("\u{0}"))
        #expect(try TextRule(limit: 9, mayHaveLines: true).spelled("甲\r\n乙\r丙") == "甲\n乙\n丙")
    }

    @Test("what was not UTF-8, and what is no character, is refused")
    func unreadable() {
        let gbk = String(decoding: [0xC5, 0xE0, 0xD1, 0xB5] as [UInt8], as: UTF8.self)
        #expect(TextRule.title.flaw(in: gbk) == .unreadable)
        for value in [0xFFFD, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF] as [UInt32] {
            let sign = Unicode.Scalar(value).map(String.init) ?? ""
            #expect(TextRule.title.flaw(in: "学\(sign)习") == .unreadable, "\(value)")
        }
    }

    @Test("is as long as it is seen, and not longer in bytes than that can be")
    func length() throws {
        #expect(TextRule.title.flaw(in: String(repeating: "学", count: 120)) == nil)
        #expect(TextRule.title.flaw(in: String(repeating: "学", count: 121)) == .tooLong(limit: 120))
        #expect(TextRule.title.flaw(in: String(repeating: "𠀀", count: 120)) == nil)
        #expect(TextRule.title.flaw(in: "学" + String(repeating: "\u{301}", count: 100_000)) == .tooLong(limit: 120))
        #expect(TextRule.title.flaw(in: "学" + String(repeating: "\u{302}", count: 60)) == .piledMarks)
        #expect(TextRule.title.flaw(in: "e\u{301}\u{302}") == nil)
        #expect(TextRule.title.flaw(in: String(repeating: "a\u{200B}", count: 2_000_000)) == .tooLong(limit: 120))
    }

    @Test("what is kept is kept again as it is")
    func settled() throws {
        for value in stride(from: UInt32(0x20), to: 0x2_FFFF, by: 7) {
            guard let sign = Unicode.Scalar(value), let once = try? TextRule.title.spelled("甲\(sign)乙") else {
                continue
            }
            #expect(try TextRule.title.spelled(once) == once, "\(value)")
        }
    }
}
