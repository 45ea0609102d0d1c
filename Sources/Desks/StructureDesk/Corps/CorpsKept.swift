import Books
import LedgerEngine
import Plans
import Records
import Storage
import Store
import Synchronization
import Vocabulary

/// What pages count the structure from, kept as long as no record changes: the people as they were laid out, and the days that
/// were asked for last.
public final class CorpsKept: Sendable {
    private struct Laid: Sendable {
        weak var records: KnownRecords?
        let corps: Corps
    }

    private struct Counted: Sendable {
        weak var records: KnownRecords?
        let revision: Int
        let key: Key
        let day: CorpsDay
    }

    private struct Key: Hashable {
        var day: Day
        var knownAt: Day?
        var rules: StructureRules
        var kinds: Set<ActivityKind>
    }

    private let laid = Mutex<[Laid]>([])
    private let counted = Mutex<[Counted]>([])
    /// So many are kept; a comparison asks for two.
    private static let mostDays = 6
    private static let mostBooks = 3

    public init() {}

    /// Everybody in service on a day, by what was known on another.
    func day(_ day: Day, knownAt: Day?, in town: TownPage, _ reading: some Reading) throws -> CorpsDay {
        let edition = try reading.edition(inForceOn: day, knownAt: knownAt)?.edition
        let kinds = (edition?.kinds ?? ActivityKindCatalogue()).kinds(within: .trainingClass) ?? []
        let key = Key(day: day, knownAt: knownAt, rules: try reading.siteRules(StructureRules.self), kinds: kinds)
        let (records, revision) = (town.records, town.town.revision)
        let known = counted.withLock { kept in
            kept.last { $0.records === records && $0.revision == revision && $0.key == key }?.day
        }
        if let known { return known }
        let made = try corps(of: records, reading).day(key.day, key.knownAt, key.rules, kinds, records.index)
        counted.withLock { kept in
            kept.removeAll { $0.records == nil || $0.revision != revision }
            if kept.count >= Self.mostDays { kept.removeFirst() }
            kept.append(Counted(records: records, revision: revision, key: key, day: made))
        }
        return made
    }

    private func corps(of records: KnownRecords, _ reading: some Reading) throws -> Corps {
        if let known = laid.withLock({ kept in kept.last { $0.records === records }?.corps }) { return known }
        let made = try Corps(records, reading)
        laid.withLock { kept in
            kept.removeAll { $0.records == nil }
            if kept.count >= Self.mostBooks { kept.removeFirst() }
            kept.append(Laid(records: records, corps: made))
        }
        return made
    }
}

/// The people of the records as they are known, laid out.
private struct Corps: Sendable {
    let units: CorpsUnits
    let book: CorpsBook
    /// Where each person of the book stands in the columns.
    let places: [Int32]

    init(_ records: KnownRecords, _ reading: some Reading) throws {
        units = CorpsUnits(records.units.units)
        var known = RecordBook()
        known.persons = try reading.persons()
        known.appointments = try reading.appointments()
        // As they stood then, where they have been changed since.
        known = known.restoring(records.former)
        book = CorpsBook(known, units: units.places)
        places = records.index.places(of: book.persons.map(\.code))
    }

    func day(
        _ day: Day, _ knownAt: Day?, _ rules: StructureRules, _ kinds: Set<ActivityKind>, _ index: UnitIndex
    ) -> CorpsDay {
        var members = book.members(on: day, knownAt: knownAt)
        let trained = index.lastTraining(of: members.map { places[$0.person] }, in: kinds, by: day, knownAt: knownAt)
        for place in members.indices { members[place].trained = trained[place] }
        return CorpsDay(book, members, units: units, on: day, rules)
    }
}
