import Books
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Pages of changes: what can be done, one unit, one person.
enum ChangePages {
    static let words = Words("单位与人员变动", "Changes of units and people")

    /// Where somebody was looked for and not found, `unknown` says so.
    static func home(_ ask: Ask, unknown: Words? = nil) -> Page {
        func search(_ address: String, _ name: String, _ words: Words) -> HTML {
            .form(
                .attribute("method", "get"), .action(address), .travelling,
                .p(
                    .element("label", [.attribute("for", name), .words(words)]), " ",
                    .input(.class("field"), .id(name), .name(name), .type("text"), .value(ask.query[name] ?? "")), " ",
                    .submit(Words("查找", "Find"), .outlined)))
        }
        return Page(
            words,
            actions: .group([
                ask.button(AddUnit.self, "/changes/units/new", Words("新增单位", "Add a unit")),
                ask.button(AddPerson.self, "/changes/people/new", Words("新增人员", "Add a person")),
            ]),
            unknown.map { .warning(.bad, .words($0)) } ?? .nothing,
            .sheet(
                .section(
                    search("/changes/person", "person", Words("人员：姓名或人员编号", "A person: name or staff number")),
                    .p(
                        .class("quiet"),
                        .say("调动、晋升、任职结束、干部类别、更正信息。", "Transfer, promotion, end of a post, category, slips."))),
                .section(
                    search("/changes/unit", "unit", Words("单位：全称或编号", "A unit: whole name or code")),
                    .p(
                        .class("quiet"),
                        .say(
                            "改名、改隶属关系、合并、分设、撤销。",
                            "Another name, another place in the tree, merging, splitting, its end."))),
                .section(
                    ImportRows.isAllowed(to: ask.reader)
                        ? .p(
                            .say("成批的变动，可用", "Many at once come "), .link("/import", Words("名单导入", "from a file")),
                            .say("。", "."))
                        : .p(.words(betweenUnits)),
                    .when(
                        MergePeople.isAllowed(to: ask.reader),
                        .p(
                            .say("一人有两条记录的，见", "One human on record twice: "),
                            .link(MergePages.address, MergePages.words), .say("。", "."))))))
    }

    /// Who does what a clerk may not.
    static let betweenUnits = Words(
        "单位之间的调动、单位的增减和成批导入由组织部管理员办理，请与组织部联系。",
        "Transfers between units, new and ended units and imports are the program office's: ask there.")

    /// Nobody, or nothing, of that name.
    static func unknown(_ typed: String, _ ask: Ask) -> Page {
        let typed = typed.withoutOuterSpace
        guard !typed.isEmpty else {
            return home(ask, unknown: Words("请填写要查找的名称或编号。", "Type a name or a number."))
        }
        let short = typed.shortened
        let zh = ask.reader.unit == nil ? "" : "，或不在本单位范围内"
        let en = ask.reader.unit == nil ? "" : ", or not within your unit"
        return home(
            ask,
            unknown: Words(
                "没有查到“\(short)”\(zh)。请核对后再查；单位须写全称。",
                "Nothing is called “\(short)”\(en). Check it; a unit is found by its whole name."))
    }

    /// Others of the name that somebody is put on record by: they may be one human.
    static func namesakes(_ draft: PersonDraft, _ ask: Ask) throws -> HTML {
        let month = PeopleRules.birthMonth(typed: draft.birthMonth)
        let found = try ask.reading.persons(named: draft.name, limit: 20)
        guard !found.isEmpty else { return .nothing }
        let lines = try found.prefix(8).map { person in
            let isWithin = try ask.reading.isWithinReach(person: person.code, of: ask.reader, on: ask.today)
            // Of people elsewhere a clerk is told where they are, and no more.
            let held = try ask.reading.appointment(of: person.code, on: ask.today, knownAt: nil)
            let place = try held.map { try ask.naming.unitName($0.unit) } ?? ask.say("不在职", "not in service")
            let same = person.birthMonth == month ? ask.say("，出生年月相同", ", born in the same month") : ""
            return HTML.li(
                isWithin
                    ? .group([
                        .link("/changes/people/\(person.code)", .text("\(person.name) \(person.code)")),
                        .text("（\(place)\(same)）"),
                    ]) : .text("\(place)\(same)"))
        }
        return .group([
            .warning(
                .behind,
                .say("已有\(found.count)名同名人员：", "\(found.count) of that name are on record: ")),
            .ul(.group(lines)),
            .p(
                .class("quiet"),
                ask.reader.unit == nil
                    ? .say(
                        "如是同一人，不要新增：在本页办理调动或任职。", "If it is the same person, do not add them: transfer or appoint them."
                    )
                    : .say(
                        "如是同一人，不要新增：单位之间的调动由组织部管理员办理，请与组织部联系。",
                        "If it is the same person, do not add them: transfers between units are the program office's.")),
        ])
    }

    static func crumbs(_ ask: Ask) -> [Frame.Crumb] { [Frame.Crumb(words, "/changes")] }

    // MARK: Units

    static func unit(_ ask: Ask) throws -> OrgUnit {
        guard let code = ask.parts["code"], let unit = try ask.reading.unit(code: code),
            try ask.reading.isWithinReach(code, of: ask.reader)
        else { throw NothingThere(context: ask.context, what: .unit(ask.parts["code"] ?? "")) }
        return unit
    }

    static func unitPage(_ ask: Ask) throws -> Page {
        let unit = try unit(ask)
        let address = "/changes/units/\(unit.code)"
        var page = Page(
            Words(unit.name, unit.name), crumbs: crumbs(ask),
            actions: .when(
                unit.span.until == nil,
                .group([
                    ask.button(ChangeUnit.self, address + "/change", Words("修改", "Change")),
                    ask.button(MergeUnits.self, address + "/merge", Words("合并", "Merge")),
                    ask.button(SplitUnit.self, address + "/split", Words("分设", "Split")),
                    ask.button(EndUnit.self, address + "/end", Words("撤销", "End")),
                ])),
            .sheet(
                .section(
                    .facts([
                        Fact(Words("单位编号", "Code"), .text(unit.code)),
                        Fact(Words("单位类别", "Kind"), .words(unit.kind.words)),
                        Fact(Words("上级单位", "Unit above"), .text(try unit.parent.map(ask.naming.unitName) ?? "—")),
                        Fact(Words("设立日期", "Since"), .day(unit.span.from)),
                        Fact(Words("撤销日期", "Until"), unit.span.until.map { .day($0) } ?? "—"),
                    ])), try past(of: [(.unit, unit.code)], ask)))
        page.isApart = true
        return page
    }

    // MARK: People

    static func person(_ ask: Ask) throws -> Person {
        guard let code = ask.parts["code"], let person = try ask.reading.person(code: code),
            try ask.reading.isWithinReach(person: code, of: ask.reader, on: ask.today)
        else { throw NothingThere(context: ask.context, what: .person(ask.parts["code"] ?? "")) }
        return person
    }

    static func openPost(_ ask: Ask) throws -> Appointment? {
        try ask.reading.appointments(of: try person(ask).code).last { $0.dated.span.until == nil }
    }

    static func personPage(_ ask: Ask) throws -> Page {
        let person = try person(ask)
        let address = "/changes/people/\(person.code)"
        let posts = try ask.reading.appointments(of: person.code).sorted { $0.dated.span.from > $1.dated.span.from }
        let merged = Array(try ask.reading.codes(of: person.code).dropFirst())
        let isServing = posts.contains { $0.dated.span.until == nil }
        var page = Page(
            Words(person.name, person.name), crumbs: crumbs(ask),
            actions: .group([
                isServing
                    ? .group([
                        ask.button(Transfer.self, address + "/transfer", Words("调动、晋升", "Transfer"), isPrimary: true),
                        ask.button(EndAppointment.self, address + "/end", Words("任职结束", "End the post")),
                    ]) : ask.button(Appoint.self, address + "/appoint", Words("任职", "Appoint"), isPrimary: true),
                ask.button(BeginCategory.self, address + "/category", Words("列入干部类别", "Category")),
                ask.button(ChangePerson.self, address + "/change", Words("更正信息", "Put right")),
                .when(
                    ask.reader.may(.plan) && ask.reader.unit == nil,
                    .act("/people/\(person.code)/destroy", Words("销毁个人信息", "Destroy what is held"))),
            ]),
            .sheet(
                .section(
                    .facts(
                        [
                            Fact(Words("人员编号", "Staff number"), .text(person.code)),
                            Fact(Words("性别", "Sex"), .words(person.sex.words)),
                            Fact(Words("出生年月", "Month of birth"), .text(person.birthMonth)),
                        ]
                            + (merged.isEmpty
                                ? [] : [Fact(Words("已并入的编号", "Numbers merged"), .text(merged.joined(separator: "、")))]))
                ),
                .section(
                    .div(.class("head"), .h2(.say("任职", "Posts"))),
                    .rows(
                        try posts.map { post in
                            Row(
                                .text(
                                    [try ask.naming.unitName(post.unit), post.post, post.rank].filter { !$0.isEmpty }
                                        .joined(separator: " ")),
                                when: .group([
                                    .day(post.dated.span.from), .say("至", " to "),
                                    post.dated.span.until.map { .day($0) } ?? .say("今", "now"),
                                ]))
                        })),
                try past(
                    of: [(.person, person.code)] + posts.map { (.appointment, $0.code) }
                        + ask.reading.mergers().filter { $0.kept == person.code }.map { (.merger, $0.code) }, ask)))
        page.isApart = true
        return page
    }

    /// Who changed what, the last first; by hand and by files alike.
    private static func past(of records: [(PeopleRecordKind, String)], _ ask: Ask) throws -> HTML {
        var seen: Set<Int> = []
        let past = try records.flatMap { try ask.reading.past(of: $0.0, code: $0.1) }.sorted { $0.seq > $1.seq }.filter
        {
            seen.insert($0.seq).inserted
        }
        guard !past.isEmpty else { return .nothing }
        return .section(
            .div(.class("head"), .h2(.id("past"), .say("变动记录", "What was changed"))),
            .log(
                try past.map { change in
                    Row(
                        .group([
                            address(of: change, ask).map { .link($0, change.words) } ?? .words(change.words),
                            .when(!change.reason.isEmpty, .small(.text(" " + change.reason))),
                        ]),
                        when: .day(try ask.siteTime.day(of: change.at)),
                        act: .text(try ask.naming.accountName(change.by)))
                }))
    }

    /// Where a change that touched many records is told, for those who may take it back.
    private static func address(of change: RecordPast, _ ask: Ask) -> String? {
        guard ImportRows.isAllowed(to: ask.reader) else { return nil }
        if change.objectKind == importedFileKind { return "/import/files/\(change.objectCode)" }
        return TakeBackChange.acts.contains(change.act) ? "/changes/done/\(change.seq)" : nil
    }
}
