public import Vocabulary

extension RecordBook {
    /// The book as it lay open on a day: nothing that was recorded later is in it, and no end that was.
    public func known(at day: Day) -> RecordBook {
        func known<Row>(_ rows: [Row], _ dated: WritableKeyPath<Row, Dated>) -> [Row] {
            rows.compactMap { row in
                guard let span = row[keyPath: dated].span(knownAt: day) else { return nil }
                var row = row
                row[keyPath: dated].span = span
                if let end = row[keyPath: dated].endRecorded, end > day { row[keyPath: dated].endRecorded = nil }
                return row
            }
        }
        var book = self
        book.units.removeAll { $0.recorded > day }
        book.persons.removeAll { $0.recorded > day }
        book.appointments = known(appointments, \.dated)
        book.categories = known(categories, \.dated)
        book.teams = known(teams, \.dated)
        book.memberships = known(memberships, \.dated)
        book.rosters.removeAll { $0.recorded > day }
        book.rosterEntries = known(rosterEntries, \.dated)
        book.activities.removeAll { $0.recorded > day }
        book.participations.removeAll { $0.recorded > day }
        book.sites = known(sites, \.dated)
        book.voidings.removeAll { $0.recorded > day }
        book.corrections.removeAll { $0.recorded > day }
        return book
    }
}
