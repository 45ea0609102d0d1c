import Vocabulary

/// What a page has to say of its own address before anything else: what could not be followed, and which records are counted.
enum Notices {
    static func html(_ context: PageContext, hasAsOf: Bool) -> HTML {
        .group([slips(context), .when(hasAsOf, .group([future(context), knownThen(context)]))])
    }

    private static func slips(_ context: PageContext) -> HTML {
        guard !context.slips.isEmpty else { return .nothing }
        return .div(
            .class("warn bad"), .attribute("role", "alert"),
            .each(context.slips) { slip in
                .p(
                    .text(context.say(slip.zh, slip.en)), " ",
                    .a(
                        .href(context.here((slip.name, nil), ("page", nil))),
                        .text(context.say("去掉这一条件", "Leave it out"))))
            })
    }

    private static func future(_ context: PageContext) -> HTML {
        guard context.asOf > context.today else { return .nothing }
        return .p(
            .class("warn"),
            .text(
                context.say(
                    "\(context.asOf.iso)还没有到：这里是只按今天（\(context.today.iso)）已登记的记录、到那一天会是怎样。",
                    "\(context.asOf.iso) has not come yet: this is what that day would look like with the records of today, "
                        + "\(context.today.iso).")), " ",
            .a(.href(context.here(("asOf", nil), ("page", nil))), .text(context.say("回到今天", "Today"))))
    }

    /// Figures by what was known on a day are not today's: every page says so, and leads back.
    private static func knownThen(_ context: PageContext) -> HTML {
        guard let day = context.knownAt else { return .nothing }
        return .div(
            .class("warn"),
            .p(
                .text(
                    context.say(
                        "这里只算\(day.iso)及以前登记的记录。", "Only what was recorded by \(day.iso) is counted here.")), " ",
                .a(
                    .href(context.here(("knownAt", nil), ("page", nil))),
                    .text(context.say("查看当前台账", "The current ledger")))))
    }
}
