public import Vocabulary

/// What is said in both languages, and where links lead: the tree holds both, and one reader's is chosen at the end.
extension HTML {
    /// `.say("还没有报送成果。", "Not reported yet.")`
    public static func say(_ zh: String, _ en: String) -> HTML { .words(Words(zh, en)) }

    public static func ariaLabel(_ words: Words) -> HTML { .spokenAttribute("aria-label", words) }
    public static func title(_ words: Words) -> HTML { .spokenAttribute("title", words) }
    public static func placeholder(_ words: Words) -> HTML { .spokenAttribute("placeholder", words) }
    public static func value(_ words: Words) -> HTML { .spokenAttribute("value", words) }

    /// A link within the site; days and language go along.
    public static func link(_ address: String, _ parts: HTML...) -> HTML {
        .element("a", [.address("href", address), .group(parts)])
    }

    public static func link(_ address: String, _ words: Words) -> HTML { .link(address, .words(words)) }

    /// Where a form is sent; days and language go along. One that asks by address (`method="get"`) holds `.travelling`
    /// besides, because a browser replaces the address of such a form by its fields.
    public static func action(_ address: String) -> HTML { .address("action", address) }
}

extension HTML {
    /// The tree as one reader gets it: one language, whole addresses, and on an English page all Chinese marked.
    public func read(by travel: Travel) -> HTML {
        let read = chosen(by: travel)
        return travel.language == .en ? read.markingChinese() : read
    }

    func chosen(by travel: Travel) -> HTML { chosen(travel) ?? self }

    /// Nil where there is nothing to choose: most of a tree of one language is not made anew.
    private func chosen(_ travel: Travel) -> HTML? {
        switch self {
        case .text, .attribute, .flag: return nil
        case .words(let words): return .text(words.in(travel.language))
        case .spokenAttribute(let name, let words): return .attribute(name, words.in(travel.language))
        case .address(let name, let address): return .attribute(name, travel.address(address))
        case .travelling: return .hiddenFields(Query(travel.items.map { ($0.name, $0.value) }))
        case .group(let parts): return Self.chosen(parts, travel).map { .group($0) }
        case .element(let name, let parts): return Self.chosen(parts, travel).map { .element(name, $0) }
        }
    }

    private static func chosen(_ parts: [HTML], _ travel: Travel) -> [HTML]? {
        var made: [HTML]?
        for (place, part) in parts.enumerated() {
            guard let other = part.chosen(travel) else { continue }
            if made == nil { made = parts }
            made?[place] = other
        }
        return made
    }
}
