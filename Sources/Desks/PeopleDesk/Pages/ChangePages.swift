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

    static func home(_ ask: Ask) -> Page {
        func search(_ address: String, _ name: String, _ words: Words) -> HTML {
            .form(
                .attribute("method", "get"), .action(address), .travelling,
                .p(
                    .element("label", [.attribute("for", name), .words(words)]), " ",
                    .input(.class("field"), .id(name), .name(name), .type("text")), " ",
                    .submit(Words("查找", "Find"), .outlined)))
        }
        return Page(
            words,
            actions: .group([
                ask.button(AddUnit.self, "/changes/units/new", Words("新增单位", "Add a unit")),
                ask.button(AddPerson.self, "/changes/people/new", Words("新增人员", "Add a person")),
            ]),
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
                    .p(
                        .say("成批的变动，可用", "Many at once come "), .link("/import", Words("名单导入", "from a file")),
                        .say("。", ".")),
                    .when(
                        MergePeople.isAllowed(to: ask.reader),
                        .p(
                            .say("一人有两条记录的，见", "One human on record twice: "),
                            .link(MergePages.address, MergePages.words), .say("。", "."))))))
    }

    static func crumbs(_ ask: Ask) -> [Frame.Crumb] { [Frame.Crumb(words, "/changes")] }

    // MARK: Units

    static func unit(_ ask: Ask) throws -> OrgUnit {
        guard let code = ask.parts["code"], let unit = try ask.reading.unit(code: code),
            try ask.reading.isWithinReach(code, of: ask.reader)
        else { throw NotFound(context: ask.context) }
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
        else { throw NotFound(context: ask.context) }
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
                        address(of: change, ask).map { .link($0, change.words) } ?? .words(change.words),
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
