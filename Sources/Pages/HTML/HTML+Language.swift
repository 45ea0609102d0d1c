/// The marks of a foreign language (WCAG 2.2, 3.1.2): names, titles and a plan's own words stay Chinese on an English
/// page, and a screen reader must be told.
extension HTML {
    /// The same tree with every run of Chinese named as such, but for what stands in an element that names it already.
    public func markingChinese() -> HTML { markingChinese(within: "") }

    private func markingChinese(within parent: String) -> HTML {
        switch self {
        case .attribute, .flag, .words, .spokenAttribute, .address, .travelling: return self
        case .text(let text): return Self.marked(text, within: parent)
        case .group(let parts): return .group(parts.map { $0.markingChinese(within: parent) })
        case .element(let name, let parts):
            if name.text != "html", parts.contains(where: \.namesLanguage) { return self }
            // Within these only text may stand, so that they are named themselves; so are those whose words are attributes.
            let isPlain = Self.plain.contains(name.text)
            if isPlain ? parts.contains(where: \.holdsChinese) : parts.contains(where: \.shownAttributeIsChinese) {
                let content = parts.filter(\.hasContent)
                if isPlain || content.isEmpty { return .element(name, parts + [.attribute("lang", "zh")]) }
                // The attribute is Chinese; what stands within is named for itself.
                if Self.inline.contains(name.text) {
                    let english = HTML.span(
                        .attribute("lang", "en"), .group(content.map { $0.markingChinese(within: "span") }))
                    return .element(
                        name, parts.filter { !$0.hasContent } + [.attribute("lang", "zh"), english])
                }
            }
            return .element(name, parts.map { isPlain ? $0 : $0.markingChinese(within: name.text) })
        }
    }

    private static let inline: Set<String> = ["a", "button", "span", "time", "abbr"]
    private static let plain: Set<String> = ["title", "option", "textarea", "style", "script"]

    private static func marked(_ text: String, within parent: String) -> HTML {
        let runs = runs(of: text)
        guard runs.contains(where: \.isChinese) else { return .text(text) }
        return .group(
            runs.map { run in
                guard run.isChinese else { return .text(run.text) }
                let parts: [HTML] = [.attribute("lang", "zh"), .text(run.text)]
                // Text of a drawing holds no HTML.
                return parent == "text" ? .element("tspan", parts) : .element("span", parts)
            })
    }

    /// A text in runs of Chinese and of others; what stands between two Chinese characters belongs to them.
    private static func runs(of text: String) -> [(text: String, isChinese: Bool)] {
        var runs: [(text: String, isChinese: Bool)] = []
        var pending = ""
        for character in text {
            if character.isHan {
                if let last = runs.last, last.isChinese, pending.allSatisfy(\.isBetweenHan) {
                    runs[runs.count - 1].text += pending + String(character)
                } else {
                    // Figures right before a Chinese character are read with it: 2026年.
                    let figures = String(pending.reversed().prefix(while: \.isNumber).reversed())
                    pending.removeLast(figures.count)
                    if !pending.isEmpty { runs.append((pending, false)) }
                    runs.append((figures + String(character), true))
                }
                pending = ""
            } else {
                pending.append(character)
            }
        }
        if !pending.isEmpty { runs.append((pending, false)) }
        return runs
    }

    private var namesLanguage: Bool {
        switch self {
        case .attribute(let name, _): name.text == "lang"
        case .group(let parts): parts.contains(where: \.namesLanguage)
        case .element, .text, .flag, .words, .spokenAttribute, .address, .travelling: false
        }
    }

    private var holdsChinese: Bool {
        switch self {
        case .text(let text): text.contains(where: \.isHan)
        case .group(let parts): parts.contains(where: \.holdsChinese)
        case .element, .attribute, .flag, .words, .spokenAttribute, .address, .travelling: false
        }
    }

    private var hasContent: Bool {
        switch self {
        case .text, .element: true
        case .group(let parts): parts.contains(where: \.hasContent)
        case .attribute, .flag, .words, .spokenAttribute, .address, .travelling: false
        }
    }

    private var shownAttributeIsChinese: Bool {
        switch self {
        case .attribute(let name, let value):
            ["value", "aria-label", "title", "placeholder", "label", "content"].contains(name.text)
                && value.contains(where: \.isHan)
        case .group(let parts): parts.contains(where: \.shownAttributeIsChinese)
        case .element, .text, .flag, .words, .spokenAttribute, .address, .travelling: false
        }
    }
}

extension Character {
    /// A Chinese character, not its punctuation.
    public var isHan: Bool {
        guard let scalar = unicodeScalars.first?.value else { return false }
        return (0x3400...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
            || (0x20000...0x3FFFF).contains(scalar) || scalar == 0x3005 || scalar == 0x3007
    }

    /// Digits and Chinese marks between Chinese characters are read with them.
    fileprivate var isBetweenHan: Bool {
        isNumber
            || unicodeScalars.allSatisfy {
                (0x3000...0x303F).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
            }
            || self == "“" || self == "”" || self == "·" || self == "—" || self == "-"
    }
}
