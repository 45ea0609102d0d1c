extension LiveLedger {
    /// Codes of the units whose rows a change that was taken in may have altered: those of its subjects, and all above.
    public func units(touchedBy touched: Touched) -> Set<String> {
        let tallies = Dictionary(
            figures.tallies.map { ($0.obligation, $0) }, uniquingKeysWith: { first, _ in first })
        var met: Set<Int32> = []
        func climb(from unit: Int32) {
            var unit = unit
            while unit >= 0, met.insert(unit).inserted { unit = columns.parents[Int(unit)] }
        }
        for unit in touched.units { climb(from: unit) }
        var seen: Set<TouchedSubject> = []
        for subject in touched.subjects {
            guard let tally = tallies[subject.obligation] else { continue }
            let number = subject.subject
            guard seen.insert(TouchedSubject(obligation: subject.obligation, subject: number, window: 0)).inserted
            else { continue }
            switch tally.space.kind {
            case .unit: climb(from: number)
            case .team: climb(from: columns.teamRows[Int(number)].unit)
            case .activity: climb(from: columns.activities[number].unit)
            case .person where tally.isOfActivities:
                // What activities count for by turnout is named by the unit that held them.
                if number < columns.units.count { climb(from: number) }
                if number < columns.persons.count { columns.appointments.each(number) { climb(from: $0.unit) } }
            case .person: columns.appointments.each(number) { climb(from: $0.unit) }
            case .programme, .rollUp: continue
            }
        }
        return Set(met.map { columns.units[$0] })
    }
}
