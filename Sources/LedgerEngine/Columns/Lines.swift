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
    var personTraits: Column<Traits>
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
        for index in range(ofPerson: person) { body(personActivities[index], personTraits[index]) }
        var link = chainHeads[person]
        while link >= 0 {
            body(chain[link].activity, chain[link].traits)
            link = chain[link].next
        }
    }

    /// Marks every line of a person in an activity as special, on the person's side.
    func makeSpecial(person: Int32, in activity: Int32) {
        for index in range(ofPerson: person) where personActivities[index] == activity {
            personTraits[index].makeSpecial()
        }
        var link = chainHeads[person]
        while link >= 0 {
            if chain[link].activity == activity { chain[link].traits.makeSpecial() }
            link = chain[link].next
        }
    }

    /// Takes in the lines of the activity with the next number.
    mutating func append(_ rows: [Arrival]) {
        let activity = Int32(starts.count - 1)
        for row in rows {
            if let special = row.special { self.special[Int32(count)] = special }
            persons.append(row.person)
            traits.append(row.traits)
            codes.append(row.code)
            chain.append(ChainLine(activity: activity, next: chainHeads[row.person], traits: row.traits))
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
    func line(coded code: String) -> Int32? {
        (0..<Int32(count)).first { codes[$0] == code }
    }
}
