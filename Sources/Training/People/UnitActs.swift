public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A unit as somebody fills it in.
public struct UnitDraft: Hashable, Sendable {
    /// Empty: the program gives one.
    public var code = ""
    public var name = ""
    public var kind = UnitKind.department
    /// Empty: it stands at the top.
    public var parent = ""
    public var from = Day.unset

    public init(
        code: String = "", name: String = "", kind: UnitKind = .department, parent: String = "", from: Day = .unset
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.from = from
    }
}

/// Puts a unit into the tree (新增单位).
public struct AddUnit: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("新增单位", "Unit added")
    public var draft: UnitDraft

    public init(_ draft: UnitDraft) { self.draft = draft }

    public func perform(in t: ActTransaction) throws -> OrgUnit {
        var texts = PeopleTexts()
        let name = texts.spelled(draft.name, .name, PeopleRules.unitName)
        var code = texts.spelledIfAny(draft.code, .code, PeopleRules.code)
        texts.day(draft.from, .from, today: t.today)
        if let other = try code.isEmpty ? nil : t.unit(code: code) { texts.add(.codeTaken(code, by: other.name)) }
        let parent = draft.parent.isEmpty ? nil : draft.parent
        texts.add(try t.problem(placing: name, code: nil, under: parent, from: draft.from))
        try texts.refuse(in: t)
        if code.isEmpty { code = try t.nextCode(.unit) }
        let unit = OrgUnit(
            code: code, name: name, kind: draft.kind, parent: parent, span: DaySpan(from: draft.from), recorded: t.today
        )
        try t.keep(unit, in: \.units, about: .unit, code)
        return unit
    }
}

/// Another name, kind or place in the tree for a unit (修改单位).
public struct ChangeUnit: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("修改单位", "Unit changed")
    public var code: String
    public var draft: UnitDraft

    /// Of the draft the name, the kind and the unit above count.
    public init(_ code: String, _ draft: UnitDraft) {
        self.code = code
        self.draft = draft
    }

    public func perform(in t: ActTransaction) throws -> OrgUnit {
        guard let before = try t.unit(code: code) else { try t.refuse(PeopleProblem.unknown(.unit, code)) }
        var texts = PeopleTexts()
        var after = before
        after.name = texts.spelled(draft.name, .name, PeopleRules.unitName)
        after.kind = draft.kind
        after.parent = draft.parent.isEmpty ? nil : draft.parent
        if after.parent != before.parent || after.name != before.name {
            texts.add(try t.problem(placing: after.name, code: code, under: after.parent, from: before.span.from))
        }
        if after == before { texts.add(.nothingChanged) }
        try texts.refuse(in: t)
        try t.keep(after, before: before, in: \.units, about: .unit, code)
        return after
    }
}

/// The last day of a unit to which nothing belongs any more (撤销单位).
public struct EndUnit: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("撤销单位", "Unit ended")
    public var code: String
    public var until: Day
    public var reason: String

    public init(_ code: String, until: Day, reason: String) {
        self.code = code
        self.until = until
        self.reason = reason
    }

    public func perform(in t: ActTransaction) throws -> OrgUnit {
        guard let before = try t.unit(code: code) else { try t.refuse(PeopleProblem.unknown(.unit, code)) }
        var texts = PeopleTexts()
        let reason = texts.spelled(reason, .reason, .reason)
        texts.day(until, .until, today: t.today)
        if let ended = before.span.until { texts.add(.hasEnded(ended)) }
        if until < before.span.from { texts.add(.endsBeforeItBegins(before.span.from)) }
        let left = try t.standing(at: code, after: until)
        if left.units + left.people + left.teams > 0 {
            texts.add(.stillHas(units: left.units, people: left.people, teams: left.teams, on: until))
        }
        try texts.refuse(in: t)
        var after = before
        after.span.until = until
        try t.keep(after, before: before, in: \.units, about: .unit, code, reason: reason)
        return after
    }
}

extension ActTransaction {
    /// Why a unit of that name cannot stand there; `code` where it is in the tree already.
    fileprivate func problem(placing name: String, code: String?, under parent: String?, from: Day) throws
        -> PeopleProblem?
    {
        guard let parent else {
            return try rootUnits().first { $0.code != code }.map { .severalAtTheTop($0.name) }
        }
        guard let above = try unit(code: parent) else { return .unknown(.parent, parent) }
        if above.span.until != nil { return .parentClosed(above.name) }
        if from < above.span.from, code == nil { return .unitClosed(above.name, on: from, .from) }
        let units = try units()
        if let code {
            let parents = Dictionary(units.map { ($0.code, $0.parent) }, uniquingKeysWith: { a, _ in a })
            var next: String? = parent
            var steps = 0
            while let unit = next, steps <= units.count {
                if unit == code { return .beneathItself(above.name) }
                next = parents[unit] ?? nil
                steps += 1
            }
        }
        let same = units.contains {
            $0.parent == parent && $0.code != code && $0.span.until == nil && $0.name.reads(as: name)
        }
        return same ? .sameName(name, unit: above.name) : nil
    }
}
