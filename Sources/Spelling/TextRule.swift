/// The one rule for whatever people type (docs/decisions/0070): trimmed, composed (NFC), nothing in it that cannot be
/// seen, and no longer than its place allows.
public struct TextRule: Hashable, Sendable {
    /// Characters as they are seen. Of bytes it may have four times as many, so that marks piled on one character do not
    /// pass for one character.
    public var limit: Int
    /// Whether line breaks and tabs may stand in it.
    public var mayHaveLines: Bool
    /// Whether it names somebody or something: then no character may stand in it that one font alone knows.
    public var isName: Bool

    public init(limit: Int, mayHaveLines: Bool = false, isName: Bool = false) {
        self.limit = limit
        self.mayHaveLines = mayHaveLines
        self.isName = isName
    }

    public static let title = TextRule(limit: 120)
    public static let name = TextRule(limit: 60)
    public static let reason = TextRule(limit: 500)

    private static let mostMarks = 10

    /// The text as it is kept, or what is wrong with it.
    public func spelled(_ typed: String) throws(TextFlaw) -> String {
        // A megabyte of marks is not worth a look at each of them.
        let outer = typed.withoutOuterSpace
        guard !outer.isEmpty else { throw .empty }
        guard outer.unicodeScalars.count <= 16 * limit + 64 else {
            try Self.refuseUnreadable(outer)
            throw Self.isVisible(outer) ? .tooLong(limit: limit) : .invisible
        }
        let kept = try seen(outer).composed.withoutOuterSpace
        guard Self.isVisible(kept) else { throw .invisible }
        guard kept.count <= limit, kept.utf8.count <= 4 * limit else { throw .tooLong(limit: limit) }
        return kept
    }

    /// The flaw of a text that may be left empty; nil where there is none.
    public func flaw(in typed: String) -> TextFlaw? {
        do {
            _ = try spelled(typed)
            return nil
        } catch {
            return error
        }
    }

    /// Without signs that show nothing; what must not stand in a text at all is refused.
    private func seen(_ text: String) throws(TextFlaw) -> String {
        try Self.refuseUnreadable(text)
        var kept = String.UnicodeScalarView()
        var marks = 0
        var previous: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (index, sign) in scalars.enumerated() {
            if sign == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
            if sign.breaksLine || sign == "\t" {
                guard mayHaveLines else { throw .control(sign) }
                kept.append(sign == "\t" ? sign : "\n")
            } else if sign.isControl {
                throw .control(sign)
            } else if isName, sign.isPrivate {
                throw .privateUse(sign)
            } else if sign.isBlank {
                kept.append(sign == "\u{3000}" ? sign : " ")
            } else if sign.isInvisible {
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                guard sign.belongs(between: previous, next) else { continue }
                kept.append(sign)
            } else {
                kept.append(sign)
            }
            marks = sign.isMark ? marks + 1 : 0
            if marks > Self.mostMarks { throw .piledMarks }
            previous = sign
        }
        return String(kept)
    }

    private static func refuseUnreadable(_ text: String) throws(TextFlaw) {
        if text.unicodeScalars.contains(where: { $0.isUnreadable }) { throw .unreadable }
    }

    private static func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.contains { !$0.isBlank && !$0.isInvisible && !$0.isMark && !$0.isControl }
    }
}

/// Why a text that somebody typed is not taken.
public enum TextFlaw: Error, Hashable, Sendable {
    /// Nothing, or white space.
    case empty
    /// Only signs that show nothing.
    case invisible
    /// Holds what stands for bytes that were not UTF-8, or a code point that is no character.
    case unreadable
    /// Holds a control character.
    case control(Unicode.Scalar)
    /// Holds a character that is drawn by one font alone, and elsewhere as an empty box.
    case privateUse(Unicode.Scalar)
    /// More marks above one another than any script has.
    case piledMarks
    case tooLong(limit: Int)
}
