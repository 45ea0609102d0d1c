public import Vocabulary

extension HTML {
    /// A question of a form: its label, a hint, what is wrong, and the field, which names both for a screen reader.
    public static func ask(
        _ id: String, _ label: Words, hint: Words? = nil, error: Words? = nil, _ control: HTML
    ) -> HTML {
        .div(
            .class(error == nil ? "ask" : "ask wrong"), .label(.attribute("for", id), .words(label)),
            said(id, hint: hint, error: error),
            control.described(by: names(id, hint: hint, error: error), isWrong: error != nil))
    }

    /// A question with several fields: ticks, choices, two days. `id` is the first field's.
    public static func askAll(
        _ id: String, _ legend: Words, hint: Words? = nil, error: Words? = nil, _ controls: HTML...
    ) -> HTML {
        .fieldset(
            .class(error == nil ? "ask" : "ask wrong"),
            names(id, hint: hint, error: error).isEmpty
                ? .nothing
                : .attribute("aria-describedby", names(id, hint: hint, error: error).joined(separator: " ")),
            .legend(.words(legend)), said(id, hint: hint, error: error), .group(controls))
    }

    private static func said(_ id: String, hint: Words?, error: Words?) -> HTML {
        .group([
            hint.map { .p(.class("hint"), .id("\(id)-hint"), .words($0)) } ?? .nothing,
            error.map { .fieldError(id, $0) } ?? .nothing,
        ])
    }

    /// What is wrong with a field, one a line.
    public static func fieldError(_ id: String, _ words: Words) -> HTML {
        .div(
            .class("error"), .id("\(id)-error"),
            .each(zip(words.zh.split(separator: "\n"), words.en.split(separator: "\n"))) {
                .p(.say(String($0), String($1)))
            })
    }

    private static func names(_ id: String, hint: Words?, error: Words?) -> [String] {
        [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
    }

    /// The same control, naming the hint and the error that belong to it, as a screen reader reads them.
    func described(by ids: [String], isWrong: Bool) -> HTML {
        guard case .element(let name, let parts) = self, !ids.isEmpty else { return self }
        return .element(
            name,
            parts + [
                .attribute("aria-describedby", ids.joined(separator: " ")),
                isWrong ? .attribute("aria-invalid", "true") : .nothing,
            ])
    }
}

/// A width for a field that says how much is expected in it.
public enum FieldWidth: String, Sendable {
    case short
    case usual = ""
    case full
}

/// The fields of a form. Each bears its name as its id too, so that a label, an error and a summary find it.
extension HTML {
    public static func textField(
        _ id: String, _ value: String, type: String = "text", width: FieldWidth = .usual, mode: String? = nil
    ) -> HTML {
        .input(
            .class("field \(width.rawValue)"), .id(id), .name(id), .type(type), .value(value),
            mode.map { .attribute("inputmode", $0) } ?? .nothing, .attribute("autocomplete", "off"))
    }

    public static func longField(_ id: String, _ value: String, rows: Int = 4) -> HTML {
        .area(id, value, rows: rows)
    }

    /// A day; what is no day stays as it was typed, which a date field of a browser would not show.
    public static func dayField(_ id: String, _ value: String) -> HTML {
        .input(
            .class("field"), .id(id), .name(id), .type(value.isEmpty || Day(iso: value) != nil ? "date" : "text"),
            .value(value), .attribute("autocomplete", "off"))
    }

    /// One of some.
    public static func choice(_ id: String, _ options: [(value: String, words: Words)], chosen: String) -> HTML {
        .select(
            .class("field"), .id(id), .name(id),
            .each(options) { item in
                .option(.value(item.value), item.value == chosen ? .flag("selected") : .nothing, .words(item.words))
            })
    }

    /// The same with options in the reader's language already.
    public static func choice(_ id: String, _ options: [(value: String, text: String)], chosen: String) -> HTML {
        .choice(id, options.map { ($0.value, Words($0.text, $0.text)) }, chosen: chosen)
    }

    /// A tick. The first of several takes the id that a summary leads to.
    public static func tick(
        _ name: String, _ value: String, _ words: Words, isOn: Bool, id: String? = nil
    ) -> HTML {
        .label(
            .class("check"),
            .input(
                .type("checkbox"), id.map { HTML.id($0) } ?? .nothing, .name(name), .value(value),
                isOn ? .flag("checked") : .nothing), .span(.words(words)))
    }

    /// One of several that are told apart by more than a name.
    public static func radio(
        _ name: String, _ value: String, _ words: Words, about: Words? = nil, isOn: Bool, id: String? = nil
    ) -> HTML {
        .label(
            .class("choice"),
            .input(
                .type("radio"), id.map { HTML.id($0) } ?? .nothing, .name(name), .value(value),
                isOn ? .flag("checked") : .nothing),
            .span(.words(words), about.map { .small(.words($0)) } ?? .nothing))
    }

    public static func hiddenFields(_ query: Query) -> HTML {
        .each(query.items) { .input(.type("hidden"), .name($0.name), .value($0.value)) }
    }
}
