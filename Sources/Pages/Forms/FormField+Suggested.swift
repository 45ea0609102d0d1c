public import Spelling
public import Vocabulary

/// What was chosen from a list that suggests, or typed because the list has it not.
public struct Suggested: Hashable, Sendable {
    /// As it is shown and printed.
    public var text: String
    /// Nil: it was typed freely.
    public var code: String?

    public init(_ text: String = "", code: String? = nil) {
        self.text = text
        self.code = code
    }
}

/// One of a list that suggests.
public struct Suggestion: Hashable, Sendable {
    public var code: String
    /// What stands in the field once it is chosen.
    public var text: String
    /// By what it is found besides: a name without a unit.
    public var name: String
    /// Whether it is offered; what is not is still understood.
    public var isOffered: Bool

    public init(code: String, text: String, name: String, isOffered: Bool = true) {
        self.code = code
        self.text = text
        self.name = name
        self.isOffered = isOffered
    }
}

/// A list that suggests, as a form looks things up in it.
public struct Suggestions: Sendable {
    /// Each under a text of its own.
    public let all: [Suggestion]
    private let byCode: [String: Suggestion]
    private let byText: [ReadText: Suggestion]
    private let byName: [ReadText: [Suggestion]]

    public init(_ listed: [Suggestion]) {
        // What is called as another bears its code.
        let texts = Dictionary(grouping: listed) { ReadText($0.text) }
        all = listed.map { one in
            guard (texts[ReadText(one.text)]?.count ?? 0) > 1 else { return one }
            var told = one
            told.text += " \(one.code)"
            return told
        }
        byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
        byText = Dictionary(all.map { (ReadText($0.text), $0) }) { first, _ in first }
        byName = Dictionary(grouping: all) { ReadText($0.name) }
    }

    public subscript(code: String) -> Suggestion? { byCode[code] }

    /// Those that may be meant: by code, by the whole text, or by name.
    func meant(by typed: String) -> [Suggestion] {
        for code in typed.codeSpellings { if let found = byCode[code] { return [found] } }
        if let found = byText[ReadText(typed)] { return [found] }
        return byName[ReadText(typed)] ?? []
    }
}

extension FormField {
    /// A line of text for which a list suggests (`<datalist>`, which needs no script): what is in the list is kept with its
    /// code, anything else as it was typed.
    ///
    /// - Parameters:
    ///   - list: the id under which `HTML.suggestions` puts the list on the page, once for all rows of a table.
    ///   - unlisted: why only what is listed is taken; nil: everything is.
    public static func suggested(
        _ path: any WritableKeyPath<Draft, Suggested> & Sendable, _ name: String, _ words: Words, hint: Words? = nil,
        isRequired: Bool = true, rule: TextRule = .name, list: String,
        unlisted: (@Sendable (String) -> Words)? = nil,
        among suggestions: @escaping @Sendable (Naming) throws -> [Suggestion]
    ) -> FormField {
        @Sendable func listed(_ naming: Naming) throws -> Suggestions {
            try naming.once("suggestions \(list)") { Suggestions(try suggestions(naming)) }
        }
        @Sendable func said(_ value: Suggested, _ naming: Naming) throws -> String {
            try value.code.flatMap { try listed(naming)[$0]?.text } ?? value.text
        }
        return single(
            path, name, words, hint: hint, isRequired: isRequired, kind: .text(most: rule.limit),
            parse: { typed, naming in
                let found = typed.utf8.count > 1000 ? [] : try listed(naming).meant(by: typed.withoutOuterSpace)
                if found.count == 1 { return Suggested(found[0].text, code: found[0].code) }
                let kept = try spelled(typed, rule, words, isRequired) ?? ""
                guard found.isEmpty else {
                    let choices = found.prefix(6).map(\.text).joined(separator: "；")
                    throw FormFlaw(
                        "“\(kept.shortened)”有\(found.count)个，请写明：\(choices)",
                        "\(found.count) are called “\(kept.shortened)”; say which: \(choices)")
                }
                if let unlisted, !kept.isEmpty { throw FormFlaw(unlisted(kept.shortened)) }
                return Suggested(kept)
            }, write: said,
            control: { view in
                .input(
                    .class("field"), .id(view.id), .name(view.id), .type("text"), .value(view.value),
                    .attribute("list", list), .attribute("autocomplete", "off"))
            }, shown: { value, naming in .text(try said(value, naming)) })
    }
}

extension HTML {
    /// The list that fields of a form suggest from.
    public static func suggestions(_ list: String, _ suggestions: [Suggestion]) -> HTML {
        .element(
            "datalist",
            [
                .id(list),
                .each(Suggestions(suggestions).all.filter(\.isOffered)) { one in
                    .element("option", [.value(one.text), .attribute("label", one.code)])
                },
            ])
    }
}
