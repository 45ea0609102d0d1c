/// Every participation twice: in order of its activity, and in order of its person.
struct Lines: Sendable {
    /// By activity: `starts` has one more than there are activities.
    var starts: Column<UInt32>
    var persons: Column<Int32>
    var traits: Column<Traits>
    var codes: LineCodes
    /// What is special about a line, by its place in order of activity.
    var special: [Int32: SpecialLine]

    /// By person, as laid out; what came since hangs in `chain`.
    var personStarts: Column<UInt32>
    var personActivities: Column<Int32>
    var personMarks: Column<LineMark>
    /// The latest link of each person; -1 where there is none.
    var chainHeads: Column<Int32>
    var chain: Column<ChainLine>

    struct ChainLine: BitwiseCopyable, Sendable {
        var activity: Int32
        var next: Int32
        var traits: Traits
    }

    /// A line that comes.
    struct Arrival {
        var person: Int32
        var traits: Traits
        var code: String
        var special: SpecialLine?
    }

    var count: Int { persons.count }

    @inline(__always)
    func range(of activity: Int32) -> Range<Int> { Int(starts[Int(activity)])..<Int(starts[Int(activity) + 1]) }

    @inline(__always)
    func range(ofPerson person: Int32) -> Range<Int> {
        Int(personStarts[Int(person)])..<Int(personStarts[Int(person) + 1])
    }

    /// Activities in which a person has a line, in no order, one line each time.
    func eachActivity(of person: Int32, _ body: (Int32, Traits) -> Void) {
        for index in range(ofPerson: person) { body(personActivities[index], personMarks[index].traits) }
        var link = chainHeads[person]
        while link >= 0 {
            body(chain[link].activity, chain[link].traits)
            link = chain[link].next
        }
    }

    /// Where a person's lines in an activity were laid out; they stand in order of activity.
    private func places(of person: Int32, in activity: Int32) -> Range<Int> {
        let range = range(ofPerson: person)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if personActivities[middle] < activity { low = middle + 1 } else { high = middle }
        }
        while high < range.upperBound, personActivities[high] == activity { high += 1 }
        return low..<high
    }

    /// Marks every line of a person in an activity as special, on the person's side.
    func makeSpecial(person: Int32, in activity: Int32) {
        for place in places(of: person, in: activity) { personMarks[place].makeSpecial() }
        var link = chainHeads[person]
        while link >= 0 {
            if chain[link].activity == activity { chain[link].traits.makeSpecial() }
            link = chain[link].next
        }
    }

    /// Has the lines of an activity read by its row, whose fate is no longer told by kind and day.
    func readByRow(_ activity: Int32) {
        for line in range(of: activity) {
            for place in places(of: persons[line], in: activity) { personMarks[place].readByRow() }
        }
    }

    /// Makes room for the person with the next number.
    mutating func addPerson() {
        personStarts.append(personStarts[personStarts.count - 1])
        chainHeads.append(-1)
    }

    /// Takes in the lines of the activity with the next number; `listsTwice` where somebody has more than one.
    mutating func append(_ rows: [Arrival], listsTwice: Bool) {
        let activity = Int32(starts.count - 1)
        // Asked for all at once, for memory answers many questions in the time of one.
        let heads = rows.map { chainHeads[$0.person] }
        for (index, row) in rows.enumerated() {
            if let special = row.special { self.special[Int32(count)] = special }
            persons.append(row.person)
            traits.append(row.traits)
            codes.append(row.code)
            let next = listsTwice ? chainHeads[row.person] : heads[index]
            chain.append(ChainLine(activity: activity, next: next, traits: row.traits))
            chainHeads[row.person] = Int32(chain.count - 1)
        }
        starts.append(UInt32(count))
    }

    /// Takes the lines of the last activity out again.
    mutating func removeLast() {
        let range = range(of: Int32(starts.count - 2))
        for line in range.reversed() {
            chainHeads[persons[line]] = chain[chain.count - 1].next
            chain.removeLast()
            codes.removeLast()
            special[Int32(line)] = nil
        }
        persons.removeLast(range.count)
        traits.removeLast(range.count)
        starts.removeLast()
    }

    /// The line with this code; every code is looked at.
    func line(coded code: String) -> Int32? { codes.lines(coded: [code])[code] }
}
