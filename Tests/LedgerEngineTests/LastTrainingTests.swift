import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// When somebody was trained last, against the whole book gone through for each person.
@Suite("When people were trained last")
struct LastTrainingTests {
    @Test("is what the book says, with what was voided, corrected or recorded late", arguments: seeds(1...12))
    func random(seed: UInt64) throws {
        let book = try History(seed: seed).book
        let index = UnitIndex(RecordColumns(book))
        let people = book.persons.map(\.code)
        let kinds: Set<ActivityKind> = [.collectiveStudy, .mainClass, .seminar, .trainingClass]
        var found = 0
        for day in ["2025-03-31", "2025-08-31", "2026-03-31"].compactMap({ Day(iso: $0) }) {
            for known in [nil, day + 20, day - 60] {
                let naive = NaiveLedger(edition: try SmallWorld.edition([]), book: book, asOf: day, knownAt: known)
                let days = index.lastTraining(of: index.places(of: people), in: kinds, by: day, knownAt: known)
                for (person, last) in zip(people, days) {
                    #expect(
                        last == naive.lastTraining(of: person, in: kinds),
                        "\(person) as of \(day), known \(known as Day?)")
                    if last != nil { found += 1 }
                }
            }
        }
        #expect(found > 0, "somebody was trained")
        #expect(index.places(of: ["nobody"]) == [-1])
        #expect(index.lastTraining(of: [-1], in: kinds, by: Day(number: 21_000)) == [nil])
    }
}

extension NaiveLedger {
    fileprivate func lastTraining(of person: String, in kinds: Set<ActivityKind>) -> Day? {
        let activities = Dictionary(book.activities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        return book.participations.compactMap { part -> Day? in
            guard part.person == person, part.role == .attendee, part.completed, stands(part),
                let activity = activities[head(part.activity)], kinds.contains(activity.kind), activity.to <= asOf,
                stands(activity)
            else { return nil }
            return activity.to
        }.max()
    }
}
