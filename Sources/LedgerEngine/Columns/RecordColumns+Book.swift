public import Records
import Vocabulary

extension RecordColumns {
    /// A whole book, laid out.
    public convenience init(_ book: RecordBook) {
        let builder = ColumnsBuilder(
            units: book.units, teams: book.teams, rosters: book.rosters, activities: book.activities.count,
            participations: book.participations.count)
        for person in book.persons { builder.add(person) }
        for item in book.appointments.sorted(by: { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }) {
            builder.add(item)
        }
        for item in book.categories { builder.add(item) }
        for item in book.memberships { builder.add(item) }
        for item in book.rosterEntries { builder.add(item) }
        for item in book.activities { builder.add(item) }
        for item in book.participations { builder.add(item) }
        self.init(builder.parts(sites: book.sites))
        findTwins()
        take(voidings: book.voidings, corrections: book.corrections)
    }
}
