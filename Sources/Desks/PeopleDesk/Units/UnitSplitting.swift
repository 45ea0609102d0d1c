import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// A unit that becomes several: what the new ones are called, and where everybody goes.
struct UnitSplitDraft: Sendable {
    var from = Day.unset
    var remains = Remains.stays
    var names = ["", "", "", ""]
    var kind = UnitKind.department
    /// Where they go who are not named one by one.
    var rest = Place.stays
    /// By staff number, or code of a team or a unit.
    var places: [String: Place] = [:]
    /// Whom there is to deal out, in the order of the page.
    var dealt: [Dealt] = []

    static let mostPeople = 500

    /// Somebody or something that goes somewhere.
    struct Dealt: Sendable {
        var code: String
        var name: String
        var what: Words
    }

    enum Remains: String, Named {
        case stays, ends

        var words: Words {
            switch self {
            case .stays: Words("保留", "Stays")
            case .ends: Words("撤销", "Ends")
            }
        }
    }

    enum Place: String, Named {
        case stays, first, second, third, fourth

        var words: Words {
            switch self {
            case .stays: Words("留在原单位", "Stays")
            case .first: Words("新单位一", "New unit 1")
            case .second: Words("新单位二", "New unit 2")
            case .third: Words("新单位三", "New unit 3")
            case .fourth: Words("新单位四", "New unit 4")
            }
        }

        /// Its place among the parts; nil: it stays.
        var part: Int? { Self.allCases.firstIndex(of: self).flatMap { $0 > 0 ? $0 - 1 : nil } }
    }

    static let form = Form<UnitSplitDraft>(
        .init(
            Words("怎样分设", "How it is split"),
            .day(
                \.from, "from", Words("分设日期", "From"),
                hint: Words("新单位从这天起设立", "The new units stand from this day on")),
            .choice(\.remains, "remains", Words("原单位", "The unit itself"))),
        .init(
            Words("新单位", "The new units"), .name(0), .name(1), .name(2), .name(3),
            .choice(\.kind, "kind", Words("单位类别", "Kind"))),
        .init(
            Words("去处", "Who goes where"),
            .choice(
                \.rest, "rest", Words("没有单独选的", "Those not named below"),
                hint: Words("下面没有逐个选定的，都到这里", "All for whom nothing is chosen below go there")), .places))

    init(_ unit: OrgUnit, on today: Day, in reading: some Reading) throws {
        from = today
        kind = unit.kind
        let left = try reading.belongings(of: unit.code, from: today)
        dealt =
            try left.posts.map {
                Dealt(
                    code: $0.person, name: "\(try reading.personRecord(code: $0.person)?.name ?? "") \($0.person)",
                    what: Words($0.post, $0.post))
            } + left.teams.map { Dealt(code: $0.code, name: $0.name, what: $0.kind.words) }
            + left.units.map { Dealt(code: $0.code, name: $0.name, what: $0.kind.words) }
    }

    /// The places of the names that were given, without gaps.
    private var parts: [(place: Place, name: String)] {
        zip(Place.allCases.dropFirst(), names).filter { !$0.1.withoutOuterSpace.isEmpty }.map { ($0, $1) }
    }

    func place(of code: String) -> Place { places[code] ?? rest }

    func act(of unit: String) -> SplitUnit {
        let parts = parts
        var dealtOut: [String: Int] = [:]
        for item in dealt {
            let place = place(of: item.code)
            if let part = parts.firstIndex(where: { $0.place == place }) { dealtOut[item.code] = part }
        }
        return SplitUnit(
            unit, from: from, into: parts.map { UnitDraft(name: $0.name, kind: kind) }, stays: remains == .stays,
            places: dealtOut)
    }

    /// Who goes where, by lists that open.
    func dealt(_ unit: OrgUnit, _ ask: Ask) -> HTML {
        let parts = parts
        func going(_ place: Place) -> [String] {
            dealt.filter { item in
                let wanted = self.place(of: item.code)
                return wanted == place || place == .stays && !parts.contains { $0.place == wanted }
            }.map(\.name)
        }
        return .group([
            .opening(
                .say(
                    "“\(unit.name)”自\(from.iso)起分设\(parts.count)个新单位，原单位\(remains.words.zh)。",
                    "“\(unit.name)” is split on \(from.iso): \(parts.count) new units; the unit itself \(remains.words.en.lowercased())."
                )),
            .each(parts) { part in
                let names = going(part.place)
                return .part(
                    Words(part.name, part.name),
                    Reshaped.list(Words("人员、集体、下级单位共\(names.count)项", "\(names.count) people, teams and units"), names))
            },
            .part(
                Words("留在“\(unit.name)”", "Stays in “\(unit.name)”"),
                Reshaped.list(Words("共\(going(.stays).count)项", "\(going(.stays).count) in all"), going(.stays))),
            Reshaped.left,
        ])
    }

    static func tooLarge(_ unit: OrgUnit) -> Page {
        Page(
            SplitUnit.words,
            .sheet(
                .section(
                    .p(
                        .say(
                            "“\(unit.name)”在职人员超过\(mostPeople)人，不能在页面上逐人分设：请先新增单位，再用名单导入办理调动。",
                            "“\(unit.name)” has more than \(mostPeople) people: add the new units, then transfer people from a file."
                        ), " ", .link("/import", Words("名单导入", "Import from a file"))))))
    }
}

extension FormField where Draft == UnitSplitDraft {
    static func name(_ place: Int) -> FormField {
        let words = UnitSplitDraft.Place.allCases[place + 1].words
        return .text(
            \UnitSplitDraft.names[place], "name\(place + 1)", words, isRequired: false, rule: PeopleRules.unitName)
    }

    /// A choice for each: nothing chosen goes with the rest.
    static var places: FormField {
        typealias Place = UnitSplitDraft.Place
        var places = FormField(
            name: "places", words: Words("逐个选定", "One by one"), hint: nil, isRequired: false,
            typed: { draft, _ in draft.dealt.map { ("places.\($0.code)", draft.places[$0.code]?.rawValue ?? "") } },
            read: { query, prefix, draft, _ in
                draft.places = [:]
                for item in draft.dealt {
                    guard let typed = query["\(prefix)places.\(item.code)"], !typed.isEmpty else { continue }
                    guard let place = Place(rawValue: typed) else {
                        return [FormProblem(prefix + "places", Words("请重新选定去处", "Choose the places anew"))]
                    }
                    draft.places[item.code] = place
                }
                return []
            },
            control: { view in
                let options =
                    [FormOption("", Words("同上", "With the rest"))]
                    + Place.allCases.map { place in
                        let name = place.part.flatMap { view.typed["name\($0 + 1)"] } ?? ""
                        let words = place.words
                        return FormOption(
                            place.rawValue,
                            name.isEmpty ? words : Words("\(words.zh)（\(name)）", "\(words.en) (\(name))"))
                    }
                let items = view.typed.items.filter { $0.name.hasPrefix(view.id + ".") }
                guard !items.isEmpty else { return .p(.class("quiet"), .say("没有人员、集体和下级单位。", "Nobody and nothing.")) }
                return .ul(
                    .class("rows narrow"),
                    .each(
                        try items.map { item in
                            (item, try named(String(item.name.dropFirst(view.id.count + 1)), view.naming))
                        }
                    ) {
                        item, name in
                        .li(
                            .div(.text(name)),
                            .div(
                                .choice(
                                    item.name, options.map { ($0.value, $0.words) }, chosen: item.value
                                ).labelled(name)))
                    })
            },
            shown: { draft, naming in
                .text(naming.say(Words("单独选定\(draft.places.count)项", "\(draft.places.count) chosen one by one")))
            }, text: { draft, _ in String(draft.places.count) })
        places.isGroup = true
        return places
    }

    private static func named(_ code: String, _ naming: Naming) throws -> String {
        if let team = try naming.reading.team(code: code) { return team.name }
        if let unit = try naming.unit(code) { return unit.name }
        let held = try naming.reading.appointment(of: code, on: naming.today, knownAt: nil)?.post ?? ""
        return "\(try naming.personName(code)) \(code) \(held)"
    }
}
