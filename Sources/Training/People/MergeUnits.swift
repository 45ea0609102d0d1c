public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// Units become one from a day on (合并单位): an existing one, of them or another, or a new one. Their people go on there, their teams and
/// the units beneath them belong to it, and they end the day before.
public struct MergeUnits: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("合并单位", "Units merged")
    public var units: [String]
    /// The existing unit; nil: a new one.
    public var into: String?
    /// What the new one is: name, kind, unit above and code count.
    public var new: UnitDraft
    public var from: Day

    public init(_ units: [String], into: String? = nil, new: UnitDraft = UnitDraft(), from: Day) {
        self.units = units
        self.into = into
        self.new = new
        self.from = from
    }

    public func perform(in t: ActTransaction) throws -> OrgUnit {
        var texts = PeopleTexts()
        texts.day(from, .from, today: t.today)
        var ending: [OrgUnit] = []
        for code in units where code != into && !ending.contains(where: { $0.code == code }) {
            guard let unit = try t.unit(code: code) else { try t.refuse(PeopleProblem.unknown(.unit, code)) }
            texts.reshaping(unit, from: from)
            ending.append(unit)
        }
        if ending.isEmpty || into == nil && ending.count < 2 { texts.add(.noOther) }
        let gone = Set(ending.map(\.code))
        var reshaping = UnitReshaping(t, from: from)
        let target = try self.target(ending, &texts, in: t)
        try texts.refuse(in: t)
        if into == nil { reshaping.add(target) }
        for unit in ending {
            let left = try t.belongings(of: unit.code, from: from)
            for post in left.posts { try reshaping.move(post, to: target.code) }
            for team in left.teams { reshaping.move(team, to: target.code) }
            for roster in left.rosters { reshaping.move(roster, to: target.code) }
            for child in left.units where !gone.contains(child.code) && child.code != target.code {
                reshaping.move(child, beneath: target.code)
            }
        }
        // What stood beneath one that ends stands beneath what that stood beneath.
        if into != nil, target.parent.map(gone.contains) == true {
            reshaping.move(target, beneath: try above(target, gone, in: t))
        }
        for unit in ending { reshaping.end(unit) }
        try t.write(reshaping.edits, about: .unit, target.code)
        return target
    }

    private func target(_ ending: [OrgUnit], _ texts: inout PeopleTexts, in t: ActTransaction) throws -> OrgUnit {
        if let into {
            guard let unit = try t.unit(code: into) else { try t.refuse(PeopleProblem.unknown(.unit, into)) }
            if let ended = unit.span.until { texts.add(.hasEnded(ended)) }
            if from < unit.span.from { texts.add(.unitClosed(unit.name, on: from, .from)) }
            return unit
        }
        var draft = new
        draft.from = from
        return try t.newUnit(draft, besides: Set(ending.map(\.code)), &texts)
    }

    private func above(_ unit: OrgUnit, _ gone: Set<String>, in t: ActTransaction) throws -> String? {
        var next = unit.parent
        var met: Set<String> = []
        while let code = next, gone.contains(code), met.insert(code).inserted { next = try t.unit(code: code)?.parent }
        return next
    }
}

extension ActTransaction {
    /// A unit as it is kept. Those named `besides` end: their names are free, and nothing stands beneath them.
    func newUnit(_ draft: UnitDraft, besides: Set<String>, _ texts: inout PeopleTexts) throws -> OrgUnit {
        let name = texts.spelled(draft.name, .name, PeopleRules.unitName)
        var code = texts.spelledIfAny(draft.code, .code, PeopleRules.code)
        if let other = try code.isEmpty ? nil : unit(code: code) { texts.add(.codeTaken(code, by: other.name)) }
        if let above = try unit(code: draft.parent) {
            if above.span.until != nil || besides.contains(above.code) { texts.add(.parentClosed(above.name)) }
            if draft.from < above.span.from { texts.add(.unitClosed(above.name, on: draft.from, .from)) }
            let same = try units(under: above.code).contains {
                !besides.contains($0.code) && $0.span.until == nil && $0.name.reads(as: name)
            }
            if same { texts.add(.sameName(name, unit: above.name)) }
        } else {
            texts.add(.unknown(.parent, draft.parent))
        }
        if code.isEmpty { code = try nextCode(.unit) }
        return OrgUnit(
            code: code, name: name, kind: draft.kind, parent: draft.parent, span: DaySpan(from: draft.from),
            recorded: today)
    }
}
