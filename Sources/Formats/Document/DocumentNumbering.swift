/// The lists of a document: what stands before a paragraph and is nowhere in its text.
final class DocumentNumbering: XMLHandler {
    struct Level {
        var start = 1
        var format = "decimal"
        /// `第%1条`, `%1.%2`.
        var text = ""
        /// What stands between the number and the paragraph: `tab`, `space`, `nothing`.
        var suffix = "tab"
        /// The level (from 1) whose use lets this one begin anew; 0: none does; nil: every higher one.
        var restart: Int?
        var style: String?
        /// All numbers in it are written in digits, whatever the formats of their levels.
        var isLegal = false
    }

    /// An abstract numbering: lists that name it count on together.
    struct Scheme {
        var levels: [Int: Level] = [:]
        /// The style through which another scheme is meant.
        var link: String?
    }

    struct Listing {
        var scheme = ""
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    static let levelCount = 9

    private let limits: DocumentLimits
    private(set) var schemes: [String: Scheme] = [:]
    private(set) var lists: [String: Listing] = [:]

    private var scheme: (id: String, scheme: Scheme)?
    private var list: (id: String, list: Listing)?
    private var level: (number: Int, level: Level)?
    private var override: Int?

    init(limits: DocumentLimits) { self.limits = limits }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        var value: String? { attributes.named("val") }
        // Within what a list can count to, so that no count runs over.
        var number: Int? { value.flatMap { Int($0) }.map { min(max($0, 0), 100_000) } }
        switch name {
        case "numbering": return true
        case "abstractNum":
            guard let id = attributes.named("abstractNumId") else { return false }
            try count(schemes.count)
            scheme = (id, Scheme())
            return true
        case "num":
            guard let id = attributes.named("numId") else { return false }
            try count(lists.count)
            list = (id, Listing())
            return true
        case "lvlOverride":
            override = attributes.named("ilvl").flatMap { Int($0) }
            return true
        case "lvl":
            guard let number = attributes.named("ilvl").flatMap({ Int($0) }) ?? override,
                (0..<Self.levelCount).contains(number)
            else { return false }
            level = (number, Level())
            return true
        case "numStyleLink": scheme?.scheme.link = value
        case "abstractNumId": list?.list.scheme = value ?? ""
        case "startOverride": if let override, let number { list?.list.starts[override] = number }
        case "start": if let number { level?.level.start = number }
        case "numFmt": level?.level.format = value ?? "decimal"
        case "lvlText": level?.level.text = String((value ?? "").prefix(100))
        case "suff": level?.level.suffix = value ?? "tab"
        case "lvlRestart": level?.level.restart = number
        case "pStyle": level?.level.style = value
        case "isLgl": level?.level.isLegal = !["0", "false", "off"].contains(value)
        default: break
        }
        return false
    }

    /// A format that only newer programs know stands in a choice, beside one for all.
    override func goesThrough(_ foreign: String) -> Bool {
        level != nil && ["AlternateContent", "Fallback"].contains(foreign)
    }

    override func end(_ name: String) throws {
        switch name {
        case "lvl":
            guard let level else { return }
            scheme?.scheme.levels[level.number] = level.level
            list?.list.levels[level.number] = level.level
            self.level = nil
        case "lvlOverride": override = nil
        case "abstractNum":
            if let scheme { schemes[scheme.id] = scheme.scheme }
            scheme = nil
        case "num":
            if let list { lists[list.id] = list.list }
            list = nil
        default: break
        }
    }

    private func count(_ count: Int) throws {
        guard count < limits.parts else { throw WorkbookRefused(.tooMuch(.styles, limit: limits.parts)) }
    }
}

/// Counts the numbered paragraphs of a text, one after the other.
struct ListCounter {
    let numbering: DocumentNumbering
    let styles: DocumentStyles

    /// The last number of each level, by scheme; nil where the level begins anew.
    private var numbers: [String: [Int?]] = [:]
    private var begun: Set<String> = []

    init(_ numbering: DocumentNumbering, _ styles: DocumentStyles) {
        self.numbering = numbering
        self.styles = styles
    }

    /// What stands before the next paragraph; nothing where it has no number.
    ///
    /// `list` and `level` are the paragraph's own, beside which those of its style count for nothing.
    mutating func next(list own: String?, level ownLevel: Int?, style: String?) -> String {
        let inherited = styles.numbering(of: style)
        guard let id = own ?? inherited?.number, id != "0", let list = numbering.lists[id] else { return "" }
        let scheme = scheme(list.scheme)
        let byStyle = inherited.flatMap { named in scheme.levels.first { $0.value.style == named.of }?.key }
        let level = ownLevel ?? (own == nil ? byStyle ?? inherited?.level : inherited?.level) ?? 0
        guard let shown = list.levels[level] ?? scheme.levels[level] else { return "" }
        advance(list, id, scheme, level, shown)
        guard shown.format != "bullet" else { return "" }
        let text = text(of: shown, list, scheme)
        guard let last = text.last else { return "" }
        switch shown.suffix {
        case "nothing": return text
        default: return Self.closing.contains(last) ? text : text + (last.isASCII ? " " : "\u{3000}")
        }
    }

    /// Behind these no gap is needed: 一、 （二）.
    private static let closing: Set<Character> = ["、", "）", "】", "．", "：", "。", ")"]

    private func scheme(_ id: String) -> DocumentNumbering.Scheme {
        guard let scheme = numbering.schemes[id] else { return .init() }
        guard scheme.levels.isEmpty, let link = scheme.link, let number = styles.numbering(of: link)?.number,
            let meant = numbering.lists[number], meant.scheme != id
        else { return scheme }
        return numbering.schemes[meant.scheme] ?? scheme
    }

    private mutating func advance(
        _ list: DocumentNumbering.Listing, _ id: String, _ scheme: DocumentNumbering.Scheme, _ level: Int,
        _ shown: DocumentNumbering.Level
    ) {
        var counted = numbers[list.scheme] ?? Array(repeating: nil, count: DocumentNumbering.levelCount)
        let isFirst = begun.insert("\(id) \(level)").inserted
        if let start = list.starts[level], isFirst {
            counted[level] = start
        } else {
            counted[level] = counted[level].map { $0 + 1 } ?? list.starts[level] ?? shown.start
        }
        for deeper in counted.indices where deeper > level {
            let restart = (list.levels[deeper] ?? scheme.levels[deeper])?.restart
            if restart.map({ $0 > level }) ?? true { counted[deeper] = nil }
        }
        numbers[list.scheme] = counted
    }

    private func text(
        of shown: DocumentNumbering.Level, _ list: DocumentNumbering.Listing, _ scheme: DocumentNumbering.Scheme
    ) -> String {
        let counted = numbers[list.scheme] ?? []
        var text = ""
        var rest = shown.text[...]
        while let sign = rest.popFirst() {
            guard sign == "%", let digit = rest.first?.wholeNumberValue, counted.indices.contains(digit - 1) else {
                text.append(sign)
                continue
            }
            rest.removeFirst()
            let named = list.levels[digit - 1] ?? scheme.levels[digit - 1] ?? .init()
            let number = counted[digit - 1] ?? list.starts[digit - 1] ?? named.start
            text += ListNumber.text(number, shown.isLegal ? "decimal" : named.format)
        }
        return text
    }
}
