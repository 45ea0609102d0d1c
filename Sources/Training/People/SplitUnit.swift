public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A unit becomes several from a day on (分设单位): new ones are set up beside it, and its people, teams and the units beneath it are
/// dealt out among them. It may stay, with what stays in it.
public struct SplitUnit: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let words = Words("分设单位", "Unit split")
    public var unit: String
    public var from: Day
    /// Name, kind and code of each count.
    public var parts: [UnitDraft]
    /// Whether the unit itself stays; else it ends the day before.
    public var stays: Bool
    /// Where each goes, by its staff number, or the code of a team or a unit: the place of a part, nil where it stays.
    public var places: [String: Int]

    public init(_ unit: String, from: Day, into parts: [UnitDraft], stays: Bool, places: [String: Int]) {
        self.unit = unit
        self.from = from
        self.parts = parts
        self.stays = stays
        self.places = places
    }

    public func perform(in t: ActTransaction) throws -> OrgUnit {
        guard let before = try t.unit(code: unit) else { try t.refuse(PeopleProblem.unknown(.unit, unit)) }
        var texts = PeopleTexts()
        texts.day(from, .from, today: t.today)
        texts.reshaping(before, from: from)
        if parts.isEmpty || !stays && parts.count < 2 { texts.add(.tooFewParts) }
        var new: [OrgUnit] = []
        for part in parts {
            var draft = part
            draft.from = from
            draft.parent = before.parent ?? ""
            let made = try t.newUnit(draft, besides: stays ? [] : [unit], &texts)
            if new.contains(where: { $0.name.reads(as: made.name) }) {
                texts.add(.sameName(made.name, unit: before.name))
            }
            new.append(made)
        }
        let left = try t.belongings(of: unit, from: from)
        func place(_ code: String) -> OrgUnit? {
            places[code].flatMap { new.indices.contains($0) ? new[$0] : nil }
        }
        if !stays {
            let none = PeopleProblem.Left(
                people: left.posts.count { place($0.person) == nil }, teams: left.teams.count { place($0.code) == nil },
                units: left.units.count { place($0.code) == nil })
            if none.people + none.teams + none.units > 0 { texts.add(.withoutPlace(none)) }
        }
        try texts.refuse(in: t)
        var reshaping = UnitReshaping(t, from: from)
        for unit in new { reshaping.add(unit) }
        for post in left.posts { if let unit = place(post.person) { try reshaping.move(post, to: unit.code) } }
        for team in left.teams { if let unit = place(team.code) { reshaping.move(team, to: unit.code) } }
        for child in left.units { if let unit = place(child.code) { reshaping.move(child, beneath: unit.code) } }
        if !stays {
            for roster in left.rosters { reshaping.move(roster, to: new[0].code) }
            reshaping.end(before)
        }
        try t.write(reshaping.edits, about: .unit, unit)
        return before
    }
}
