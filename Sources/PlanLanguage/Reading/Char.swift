/// Single glyphs that the structure of a plan hangs on.
enum Char {
    static let newline: Glyph = 0x0A
    static let di = glyph("第")
    static let articleMark = glyph("条")
    static let chapterMark = glyph("章")
    static let sectionMark = glyph("节")
    static let partMark = glyph("编")
    static let volumeMark = glyph("篇")
    static let openParenthesis = glyph("(")
    static let closeParenthesis = glyph(")")
    static let openAngle = glyph("<")
    static let closeAngle = glyph(">")
    static let openBook = glyph("《")
    static let closeBook = glyph("》")
    static let openQuote = glyph("“")
    static let closeQuote = glyph("”")
    static let straightQuote = glyph("\"")
    static let openTortoise = glyph("〔")
    static let closeTortoise = glyph("〕")
    static let openSquare = glyph("[")
    static let closeSquare = glyph("]")
    static let openLenticular = glyph("【")
    static let closeLenticular = glyph("】")
    static let dot = glyph(".")
    static let enumerationComma = glyph("、")
    static let comma = glyph(",")
    static let colon = glyph(":")
    static let semicolon = glyph(";")
    static let fullStop = glyph("。")
    static let exclamation = glyph("!")
    static let question = glyph("?")
    static let percent = glyph("%")
    static let slash = glyph("/")
    static let hyphen = glyph("-")
    static let tilde = glyph("~")

    private static func glyph(_ word: Character) -> Glyph {
        glyphs(String(word)).first ?? 0
    }
}
