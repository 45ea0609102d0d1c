import Vocabulary

extension HTML {
    /// A labelled field of a form, with its hint and its error.
    public static func field(_ id: String, _ title: String, hint: String? = nil, error: String? = nil, _ control: HTML)
        -> HTML
    {
        .div(
            .class(error == nil ? "question" : "question wrong"), .label(.attribute("for", id), .text(title)),
            hint.map { .p(.class("hint"), .id("\(id)-hint"), .text($0)) } ?? .nothing,
            error.map { .fieldError(id, $0) } ?? .nothing,
            control.described(
                by: [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 },
                isWrong: error != nil))
    }

    /// What is wrong with a field, one a line.
    public static func fieldError(_ id: String, _ message: String) -> HTML {
        .div(.class("error"), .id("\(id)-error"), .each(message.split(separator: "\n")) { .p(.text(String($0))) })
    }

    /// A select with one choice marked.
    public static func choice(_ id: String, _ options: [(value: String, text: String)], chosen: String) -> HTML {
        .select(
            .class("field"), .id(id), .name(id),
            .each(options) { item in
                .option(.value(item.value), item.value == chosen ? .flag("selected") : .nothing, .text(item.text))
            })
    }

    public static func textField(_ id: String, _ value: String, type: String = "text", size: String = "") -> HTML {
        .input(
            .class("field \(size)"), .id(id), .name(id), .type(type), .value(value), .attribute("autocomplete", "off"))
    }

    /// A day to choose; what is no day stays as it was typed, which a date field of a browser would not show.
    public static func dayField(_ id: String, _ value: String) -> HTML {
        textField(id, value, type: value.isEmpty || Day(iso: value) != nil ? "date" : "text")
    }

    public static func hiddenFields(_ query: Query) -> HTML {
        .each(query.items) { .input(.type("hidden"), .name($0.name), .value($0.value)) }
    }
}

extension HTML {
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
