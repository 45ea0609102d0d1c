import Books
import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What somebody asks of the structure, and how much of it they may be told (docs/decisions/0164).
struct StructureQuestion {
    /// The unit with all beneath it; nil: the whole town.
    var unit: OrgUnit?
    /// The other day that is compared with.
    var with: Day?
    /// As it may be given to whoever may not see the people themselves.
    var isPublished: Bool
    /// Whether a unit is asked for that is none: then nobody is counted.
    var isOfNobody = false
    /// What of the address cannot be followed.
    var slips: [AddressSlip] = []
    /// Where the reader is told as much as they may be: another day, or the whole of their reach; nil: here.
    var settled: [(name: String, value: String?)] = []

    /// Names in addresses.
    static let names = ["unit", "with", "cells"]
    static let published = "published"

    init(_ ask: Ask) throws {
        let (reader, query, town) = (ask.reader, ask.query, try ask.corpsTown)
        let mayOpen = reader.mayOpenPeople
        isPublished = !mayOpen || query["cells"] == Self.published
        if mayOpen, let cells = query["cells"], cells != Self.published {
            slips.append(.unknown("cells", cells, zh: "小数处理", en: "way of telling small groups"))
        }
        var wanted = query["unit"] ?? reader.unit
        if !mayOpen, wanted != reader.unit {
            // Two units of which one holds the other would tell by their difference what each hides.
            settled.append(("unit", nil))
            wanted = reader.unit
        }
        if let wanted {
            guard try ask.reading.isWithinReach(wanted, of: reader) || town.directory.unit(wanted) == nil else {
                throw NotAllowed(right: .see, unit: reader.unit)
            }
            unit = town.directory.unit(wanted).flatMap { $0.isKnown(at: ask.context.knownAt) ? $0 : nil }
            isOfNobody = unit == nil
            if isOfNobody { slips.append(.unknown("unit", wanted, zh: "单位", en: "unit")) }
        }
        try readOther(ask)
        if !mayOpen { settle(ask.context) }
    }

    private mutating func readOther(_ ask: Ask) throws {
        guard let typed = ask.query["with"] else { return }
        do { with = try AskedDay.asOf.read(typed, today: ask.today) } catch let flaw as UnusableDay {
            slips.append(AddressSlip(name: "with", zh: flaw.sentence(in: .zh), en: flaw.sentence(in: .en)))
        }
    }

    /// From one day to the next the figures would tell who came and went: only the ends of half-years are told, and what is
    /// known of them to date.
    private mutating func settle(_ context: PageContext) {
        let end = min(context.asOf, context.today).halfYearEnd
        if context.asOf != end { settled.append(("asOf", end.iso)) }
        if context.knownAt != nil { settled.append(("knownAt", nil)) }
        if let with, with > context.today || with != with.halfYearEnd { settled.append(("with", nil)) }
    }
}

extension Reader {
    /// Whoever keeps the records of people, plans for them or leads them; all others are told of groups alone.
    var mayOpenPeople: Bool { may(.report) || may(.plan) || may(.lead) }
}

extension Day {
    /// 30 June or 31 December, the last that is over or this day itself.
    var halfYearEnd: Day {
        let (year, _, _) = civil
        return [(year, 12, 31), (year, 6, 30), (year - 1, 12, 31)].lazy
            .compactMap { Day(year: $0, month: $1, day: $2) }.first { $0 <= self } ?? self
    }
}

extension Ask {
    /// What the door of the ledger opens, one for a page.
    var corpsTown: TownPage { get throws { try naming.once("corps town") { try town } } }
}
