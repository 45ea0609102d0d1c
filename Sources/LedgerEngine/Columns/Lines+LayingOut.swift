extension Lines {
    /// Lines in order of activity, laid out by person too.
    ///
    /// An activity whose list names somebody twice is told so in its row.
    init(
        starts: Column<UInt32>, persons: Column<Int32>, traits: Column<Traits>, codes: LineCodes,
        special: [Int32: SpecialLine], people: Int, of rows: Column<ActivityRow>
    ) {
        let personStarts = Column<UInt32>(repeating: 0, count: people + 1)
        for line in persons.indices { personStarts[Int(persons[line]) + 1] += 1 }
        for person in 0..<people { personStarts[person + 1] += personStarts[person] }
        let personActivities = Column<Int32>(unfilled: persons.count)
        let personMarks = Column<LineMark>(unfilled: persons.count)
        let next = Column(personStarts)
        for activity in 0..<max(0, starts.count - 1) {
            let row = rows[activity]
            for line in Int(starts[activity])..<Int(starts[activity + 1]) {
                let person = Int(persons[line])
                let place = Int(next[person])
                personActivities[place] = Int32(activity)
                personMarks[place] = LineMark(row, traits[line])
                next[person] = UInt32(place + 1)
                if place > Int(personStarts[person]), personActivities[place - 1] == activity {
                    personMarks[place].readBySelf()
                    personMarks[place - 1].readBySelf()
                    rows[activity].listsTwice = true
                }
            }
        }
        self.init(
            starts: starts, persons: persons, traits: traits, codes: codes, special: special,
            personStarts: personStarts, personActivities: personActivities, personMarks: personMarks,
            chainHeads: Column(repeating: -1, count: people), chain: Column())
    }
}
