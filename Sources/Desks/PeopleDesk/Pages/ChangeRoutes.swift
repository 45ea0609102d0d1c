import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

extension Routes {
    /// Changes of units and people, one by one.
    mutating func changes() {
        page("/changes", ChangePages.words, right: .report) { ChangePages.home($0) }
        look("/changes/unit", RouteAbout(Words("查找单位", "Find a unit")), right: .report) { ask in
            guard let unit = try ask.naming.unit(typed: ask.query["unit"] ?? "") else {
                return .missing(ChangePages.unknown(ask.query["unit"] ?? "", ask))
            }
            return .goTo(ask.context.link("/changes/units/\(unit.code)"))
        }
        look("/changes/person", RouteAbout(Words("查找人员", "Find a person")), right: .report) { ask in
            let found = try ask.naming.persons(typed: ask.query["person"] ?? "").filter {
                try ask.reading.isWithinReach(person: $0.code, of: ask.reader, on: ask.today)
            }
            guard let first = found.first else {
                return .missing(ChangePages.unknown(ask.query["person"] ?? "", ask))
            }
            if found.count == 1 { return .goTo(ask.context.link("/changes/people/\(first.code)")) }
            return .page(
                Page(
                    Words("请选择", "Who is meant?"), crumbs: ChangePages.crumbs(ask),
                    .sheet(
                        .section(
                            .rows(
                                try found.map {
                                    Row(
                                        .link("/changes/people/\($0.code)", .text("\($0.name) \($0.code)")),
                                        act: .text(try ask.naming.whereabouts(of: $0.code)))
                                })))))
        }
        page("/changes/units/:code", Words("一个单位的变动", "Changes of one unit"), right: .report) {
            try ChangePages.unitPage($0)
        }
        page("/changes/people/:code", Words("一个人员的变动", "Changes of one person"), right: .report) {
            try ChangePages.personPage($0)
        }
        unitForms()
        personForms()
    }

    /// A form beneath the page of changes.
    private mutating func changing<Draft, A>(_ path: String, _ flow: FormFlow<Draft, A>) {
        var flow = flow
        flow.crumbs = { ChangePages.crumbs($0) }
        foreseen(&flow)
        form(path, flow)
    }

    private mutating func unitForms() {
        let add = FormFlow(Words("新增单位", "Add a unit"), UnitDraft.form) { ask in
            UnitDraft(from: ask.today)
        } act: { draft, _ in
            AddUnit(draft)
        } then: {
            "/changes/units/\($0.code)"
        }
        changing("/changes/units/new", add)

        let change = FormFlow(Words("修改单位", "Change a unit"), UnitDraft.changeForm) { ask in
            let unit = try ChangePages.unit(ask)
            return UnitDraft(name: unit.name, kind: unit.kind, parent: unit.parent ?? "")
        } act: { draft, ask in
            ChangeUnit(try ChangePages.unit(ask).code, draft)
        } then: {
            "/changes/units/\($0.code)"
        }
        changing("/changes/units/:code/change", change)

        var end = FormFlow(Words("撤销单位", "End a unit"), LastDay.unitForm) { ask in
            _ = try ChangePages.unit(ask)
            return LastDay(until: ask.today)
        } act: { day, ask in
            EndUnit(try ChangePages.unit(ask).code, until: day.until, reason: day.reason)
        } then: {
            "/changes/units/\($0.code)"
        }
        end.isGrave = true
        changing("/changes/units/:code/end", end)
    }

    private mutating func personForms() {
        var add = FormFlow(Words("新增人员", "Add a person"), NewPerson.form) { ask in
            NewPerson(post: PostDraft(unit: ask.reader.unit ?? "", from: ask.today))
        } act: { new, _ in
            AddPerson(new.person, post: new.post)
        } then: {
            "/changes/people/\($0.code)"
        }
        add.remarks = { new, ask in try ChangePages.namesakes(new.person, ask) }
        changing("/changes/people/new", add)

        let change = FormFlow(Words("更正人员信息", "Put a person right"), PersonDraft.form) { ask in
            let person = try ChangePages.person(ask)
            return PersonDraft(code: person.code, name: person.name, sex: person.sex, birthMonth: person.birthMonth)
        } act: { draft, ask in
            ChangePerson(try ChangePages.person(ask).code, draft)
        } then: {
            "/changes/people/\($0.code)"
        }
        changing("/changes/people/:code/change", change)

        var transfer = FormFlow(Words("调动、晋升", "Transfer"), PostDraft.form) { ask in
            let held = try ChangePages.openPost(ask)
            return PostDraft(unit: held?.unit ?? "", post: held?.post ?? "", rank: held?.rank ?? "", from: ask.today)
        } act: { post, ask in
            Transfer(try ChangePages.person(ask).code, to: post)
        } then: {
            "/changes/people/\($0.person)"
        }
        transfer.opening = { ask in
            .when(ask.reader.unit != nil, .opening(.words(ChangePages.betweenUnits)))
        }
        changing("/changes/people/:code/transfer", transfer)

        let appoint = FormFlow(Words("任职", "Appoint"), PostDraft.form) { ask in
            _ = try ChangePages.person(ask)
            return PostDraft(from: ask.today)
        } act: { post, ask in
            Appoint(try ChangePages.person(ask).code, to: post)
        } then: {
            "/changes/people/\($0.person)"
        }
        changing("/changes/people/:code/appoint", appoint)

        var end = FormFlow(Words("任职结束", "End a post"), LastDay.postForm) { ask in
            _ = try ChangePages.person(ask)
            return LastDay(until: ask.today)
        } act: { day, ask in
            EndAppointment(try ChangePages.openPost(ask)?.code ?? "", until: day.until, reason: day.reason)
        } then: {
            "/changes/people/\($0.person)"
        }
        end.isGrave = true
        changing("/changes/people/:code/end", end)

        let category = FormFlow(Words("列入干部类别", "Begin a category"), CategoryDraft.form) { ask in
            _ = try ChangePages.person(ask)
            return CategoryDraft(from: ask.today)
        } act: { draft, ask in
            BeginCategory(
                try ChangePages.person(ask).code, PersonCategory(rawValue: draft.category), from: draft.from)
        } then: {
            "/changes/people/\($0.person)"
        }
        changing("/changes/people/:code/category", category)
    }
}
