public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A named list of people, kept by a unit, that does not say why somebody is on it (新建名单).
public struct AddRoster: Act {
    public static let right = Right.report
    public static let words = Words("新建名单", "Roster added")
    public var name: String
    public var keeper: String

    public init(_ name: String, keptBy keeper: String) {
        self.name = name
        self.keeper = keeper
    }

    public func unit(in reading: some Reading) throws -> String? { keeper }

    public func perform(in t: ActTransaction) throws -> Roster {
        var texts = PeopleTexts()
        let name = texts.spelled(name, .name, PeopleRules.unitName)
        texts.add(try t.problem(with: keeper, on: t.today))
        if try t.rosters().contains(where: { $0.keeper == keeper && $0.name.reads(as: name) }) {
            texts.add(.sameName(name, unit: try t.unit(code: keeper)?.name ?? keeper))
        }
        try texts.refuse(in: t)
        let roster = Roster(code: try t.nextCode(.roster), name: name, keeper: keeper, recorded: t.today)
        try t.keep(roster, in: \.rosters, about: .roster, roster.code)
        return roster
    }
}

/// Puts somebody on a roster from a day on (列入名单).
public struct EnterInRoster: Act {
    public static let right = Right.report
    public static let words = Words("列入名单", "Entered")
    public var roster: String
    public var person: String
    public var from: Day

    public init(_ roster: String, _ person: String, from: Day) {
        self.roster = roster
        self.person = person
        self.from = from
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.roster(code: roster)?.keeper }

    public func perform(in t: ActTransaction) throws -> RosterEntry {
        guard try t.roster(code: roster) != nil else { try t.refuse(PeopleProblem.unknown(.roster, roster)) }
        var texts = PeopleTexts()
        if try t.person(code: person) == nil { texts.add(.unknown(.person, person)) }
        texts.day(from, .from, today: t.today)
        let span = DaySpan(from: from)
        let same = try t.entries(of: roster).first { $0.person == person && $0.dated.span.overlaps(span) }
        if let same { texts.add(.isOnRoster(same.dated.span.from)) }
        try texts.refuse(in: t)
        let entry = RosterEntry(
            code: try t.nextCode(.rosterEntry), roster: roster, person: person,
            dated: Dated(from: from, recorded: t.today))
        try t.keep(entry, in: \.rosterEntries, about: .roster, roster)
        return entry
    }
}

/// The last day of somebody on a roster (移出名单).
public struct RemoveFromRoster: Act {
    public static let right = Right.report
    public static let words = Words("移出名单", "Removed")
    public var entry: String
    public var until: Day

    public init(_ entry: String, until: Day) {
        self.entry = entry
        self.until = until
    }

    public func unit(in reading: some Reading) throws -> String? {
        try reading.rosterEntry(code: entry).flatMap { try reading.roster(code: $0.roster) }?.keeper
    }

    public func perform(in t: ActTransaction) throws -> RosterEntry {
        guard let before = try t.rosterEntry(code: entry) else { try t.refuse(PeopleProblem.unknown(.roster, entry)) }
        return try t.end(before, on: until, in: \.rosterEntries, about: .roster, before.roster)
    }
}
