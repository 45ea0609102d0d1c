import Vocabulary

extension HTML {
    /// The form that narrows a list by address: it carries days, language, order and page size on, and begins with the first page.
    ///
    /// `hidden` are conditions that the form has no field for; they stand beneath it as chips, each of which can be taken out.
    public static func narrowing(
        _ context: PageContext, to address: String, chips: [Chip] = [], _ fields: HTML...
    ) -> HTML {
        let kept = context.query.items.filter { item in
            ["sort", "size"].contains(item.name) || chips.contains { $0.names.contains(item.name) }
        }
        return .group([
            .form(
                .class("filters"), .attribute("method", "get"), .attribute("action", address),
                .each(context.travelling + kept.map { ($0.name, $0.value) }) { name, value in
                    .input(.type("hidden"), .name(name), .value(value))
                }, .group(fields)),
            Chip.list(chips, context),
        ])
    }
}

/// A condition of the address that is in force, said in words, and the way to take it out.
public struct Chip: Equatable, Sendable {
    public var text: String
    /// The parameters that go when it is taken out.
    public var names: [String]

    public init(_ text: String, _ names: String...) {
        self.text = text
        self.names = names
    }

    public static func list(_ chips: [Chip], _ context: PageContext) -> HTML {
        guard !chips.isEmpty else { return .nothing }
        return .ul(
            .class("chips"), .ariaLabel(context.say("筛选条件", "Conditions")),
            .each(chips) { chip in
                var query = context.query
                for name in chip.names + ["page"] { query.set(name, nil) }
                return .li(
                    .text(chip.text), " ",
                    .a(
                        .href(query.isEmpty ? context.path : "\(context.path)?\(query.text)"),
                        .span(.class("unseen"), .text(context.say("去掉条件：\(chip.text)", "Take out: \(chip.text)"))),
                        .span(.attribute("aria-hidden", "true"), "×")))
            })
    }
}
