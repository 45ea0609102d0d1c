import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Which units become one, as the form asks for it.
struct UnitMergeDraft: Sendable {
    /// Codes, the one of the address among them.
    var units: [String] = []
    /// The existing unit; empty: a new one.
    var into = ""
    var new = UnitDraft()
    var from = Day.unset

    static let form = Form<UnitMergeDraft>(
        .init(
            Words("哪些单位合并", "Which units"),
            .units,
            .day(
                \.from, "from", Words("合并日期", "From"),
                hint: Words("从这天起在合并后的单位；原单位止于前一天", "From this day on; the units end the day before"))),
        .init(
            Words("合并成", "Into"),
            .option(
                \.into, "into", Words("并入的单位", "The unit that stays"),
                hint: Words("可以是其中一个；成立新单位的不选", "One of these or another; leave it for a new unit"),
                none: Words("成立新单位", "A new unit"),
                among: { _, naming in
                    (try naming.choosableUnits() ?? naming.reading.units()).filter { $0.span.until == nil }
                        .map { FormOption($0.code, Words($0.name, $0.name)) }
                }, unknown: { Words("没有“\($0)”这个单位", "There is no unit “\($0)”") },
                named: { code, naming in code.isEmpty ? nil : try naming.unitName(code) }),
            asked(
                .text(
                    \.new.name, "name", Words("新单位名称", "Name of the new unit"), isRequired: false,
                    rule: PeopleRules.unitName)),
            .choice(\.new.kind, "kind", Words("新单位类别", "Kind of the new unit")),
            .text(
                \.new.code, "code", Words("新单位编号", "Code of the new unit"),
                hint: Words("不填的由系统编号", "Left empty, the program gives one"), isRequired: false,
                rule: PeopleRules.code)))

    private static func asked(_ field: FormField<UnitMergeDraft>) -> FormField<UnitMergeDraft> {
        var field = field
        field.isNeededAtTimes = true
        return field
    }

    var act: MergeUnits { MergeUnits(units, into: into.isEmpty ? nil : into, new: new, from: from) }
}

extension FormField where Draft == UnitMergeDraft {
    /// One unit a line, by name or code.
    static var units: FormField {
        FormField(
            name: "units", words: Words("要合并的单位", "Units to be merged"),
            hint: Words(
                "一行一个，写全称或编号；合并后撤销的和留下的都写", "One a line, by whole name or code; those that end and the one that stays"),
            isRequired: true,
            typed: { draft, naming in
                [("units", try draft.units.map { try naming.unitName($0) }.joined(separator: "\n"))]
            },
            read: { query, prefix, draft, naming in
                var problems: [FormProblem] = []
                draft.units = []
                let lines = (query.all(prefix + "units").first ?? "").split(whereSeparator: \.isNewline)
                    .map { String($0).withoutOuterSpace }.filter { !$0.isEmpty }
                for line in lines.prefix(20) {
                    if let unit = try naming.unit(typed: line) {
                        if !draft.units.contains(unit.code) { draft.units.append(unit.code) }
                    } else {
                        problems.append(
                            FormProblem(
                                prefix + "units",
                                Words(
                                    "没有“\(line.shortened)”这个单位，或同名的不止一个，请填编号",
                                    "There is no unit “\(line.shortened)”, or several of that name: give the code")))
                    }
                }
                if lines.count > 20 {
                    problems.append(FormProblem(prefix + "units", Words("一次最多合并20个单位", "At most 20 units at once")))
                }
                return problems
            }, control: { .longField($0.id, $0.value, rows: 4) },
            shown: { draft, naming in .lines(try draft.units.map { try naming.unitName($0) }) },
            text: { draft, naming in try draft.units.map { try naming.unitName($0) }.joined(separator: "、") },
            kind: .lines(most: 20))
    }
}

/// What goes where, by lists that open.
enum Reshaped {
    /// People, teams and units beneath a unit from a day on.
    static func belongings(of unit: String, from: Day, _ ask: Ask) throws -> HTML {
        let left = try ask.reading.belongings(of: unit, from: from)
        let people = try left.posts.map { "\(try ask.naming.personName($0.person)) \($0.person) \($0.post)" }
        let name = try ask.naming.unitName(unit)
        return .part(
            Words(name, name),
            list(Words("任职人员\(people.count)人", "\(people.count) people"), people),
            list(Words("集体\(left.teams.count)个", "\(left.teams.count) teams"), left.teams.map(\.name)),
            list(Words("下级单位\(left.units.count)个", "\(left.units.count) units beneath it"), left.units.map(\.name)),
            .when(
                !left.rosters.isEmpty,
                list(Words("管理的名单\(left.rosters.count)份", "\(left.rosters.count) rosters"), left.rosters.map(\.name))))
    }

    static func list(_ words: Words, _ names: [String]) -> HTML {
        names.isEmpty
            ? .p(.class("quiet"), .words(words))
            : .details(
                .summary(.words(words)), .p(.text(names.prefix(300).joined(separator: "、"))),
                .when(names.count > 300, .p(.class("quiet"), .say("只列出前300个。", "The first 300 only."))))
    }

    /// What a change of units leaves as it is, and somebody has to see to.
    static let left: HTML = .p(
        .class("quiet"),
        .say(
            "以前的活动、现场教学点和联络员授权仍在原单位名下，需要的请另行调整。",
            "Past activities, teaching sites and roles of clerks stay with the unit that ends: see to them where needed."
        ))
}

extension Routes {
    mutating func reshaping() {
        var merge = FormFlow(MergeUnits.words, UnitMergeDraft.form) { ask in
            let unit = try ChangePages.unit(ask)
            return UnitMergeDraft(
                units: [unit.code], new: UnitDraft(kind: unit.kind, parent: unit.parent ?? ""), from: ask.today)
        } act: { draft, _ in
            draft.act
        } then: {
            "/changes/units/\($0.code)"
        }
        merge.isGrave = true
        merge.submit = Words("确认合并", "Merge them")
        merge.crumbs = { ChangePages.crumbs($0) }
        merge.look = { draft, unread, _ in
            draft.into.isEmpty && draft.new.name.withoutOuterSpace.isEmpty && !unread.contains("name")
                ? [FormProblem("name", Words("请填写新单位名称，或选择并入的单位", "Name the new unit, or choose one that stays"))] : []
        }
        merge.remarks = { draft, ask in
            let ending = draft.units.filter { $0 != draft.into }
            let target = try draft.into.isEmpty ? draft.new.name : ask.naming.unitName(draft.into)
            let names = try ending.map { try ask.naming.unitName($0) }
            return .group([
                .opening(
                    .say(
                        "\(names.joined(separator: "、"))自\(draft.from.iso)起并入“\(target)”，止于\((draft.from - 1).iso)。下面的人员、集体、下级单位一并转入。",
                        "\(names.joined(separator: ", ")) become “\(target)” on \(draft.from.iso). The people, teams and units below go with them."
                    )),
                .group(try ending.map { try Reshaped.belongings(of: $0, from: draft.from, ask) }), Reshaped.left,
            ])
        }
        foreseen(&merge)
        form("/changes/units/:code/merge", merge)

        var split = FormFlow(SplitUnit.words, UnitSplitDraft.form) { ask in
            try UnitSplitDraft(try ChangePages.unit(ask), on: ask.today, in: ask.reading)
        } act: { draft, ask in
            try draft.act(of: ChangePages.unit(ask).code)
        } then: {
            "/changes/units/\($0.code)"
        }
        split.isGrave = true
        split.submit = Words("确认分设", "Split it")
        split.crumbs = { ChangePages.crumbs($0) }
        split.instead = { ask in
            let unit = try ChangePages.unit(ask)
            return try ask.reading.appointments(at: unit.code).count { $0.isOpen } > UnitSplitDraft.mostPeople
                ? .page(UnitSplitDraft.tooLarge(unit)) : nil
        }
        split.remarks = { draft, ask in try draft.dealt(try ChangePages.unit(ask), ask) }
        foreseen(&split)
        form("/changes/units/:code/split", split)
    }
}
