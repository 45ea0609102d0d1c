import Vocabulary

/// The day a page speaks of; it travels in the address.
enum AsOfPicker {
    static func html(_ context: PageContext) -> HTML {
        .form(
            .class("asof"), .attribute("method", "get"), .attribute("action", context.path),
            .each(context.query.items.filter { !["asOf", "page", "saved"].contains($0.name) }) {
                .input(.type("hidden"), .name($0.name), .value($0.value))
            },
            .label(
                .attribute("for", "asOf"), .text(context.say("截至", "As of"))),
            .input(
                .class("field"), .id("asOf"), .type("date"), .name("asOf"), .value(context.asOf.iso),
                .flag("required")), .button(.class("btn small"), .type("submit"), .text(context.say("查看", "Show"))),
            .when(
                context.asOf != context.today || context.knownAt != nil,
                .a(
                    .class("quiet"), .href(context.here(("asOf", nil), ("knownAt", nil), ("page", nil))),
                    .text(context.say("回到今天", "Today")))))
    }
}
