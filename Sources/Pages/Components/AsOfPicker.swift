import Vocabulary

/// The day a page speaks of; it travels in the address. On a phone the day in the page's place opens it.
enum AsOfPicker {
    static func html(_ context: PageContext) -> HTML {
        .form(
            .class("asof"), .id("asof-form"), .attribute("method", "get"), .attribute("action", context.path),
            .each(context.query.items.filter { !["asOf", "page", "saved"].contains($0.name) }) {
                .input(.type("hidden"), .name($0.name), .value($0.value))
            },
            .label(.attribute("for", "asOf"), .say("截至", "As of")),
            .input(
                .class("field"), .id("asOf"), .type("date"), .name("asOf"), .value(context.asOf.iso),
                .flag("required")), .button(.class("btn"), .type("submit"), .say("查看", "Show")),
            .when(
                context.asOf != context.today || context.knownAt != nil,
                .a(
                    .class("btn plain"), .href(context.here(("asOf", nil), ("knownAt", nil), ("page", nil))),
                    .say("回到今天", "Today"))))
    }
}
