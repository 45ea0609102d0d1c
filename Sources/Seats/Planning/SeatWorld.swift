/// The instance laid out for planning: people and classes by index, eligibility as lists, weeks as bits.
final class SeatWorld: Sendable {
    let instance: SeatInstance
    let personCount: Int
    let classCount: Int
    let kinds: Int
    /// Sex and kind of unit, `woman * kinds + kind`: all that a share asks of a person.
    let cellCount: Int
    let cell: [Int]
    let unit: [Int]
    let weight: [Int]
    /// Category and band of each person as one number, and the classes open to it.
    let slot: [Int]
    let openClasses: [[Int]]
    /// Weeks of a class as bits, and its quarter as a shift into four counters of four bits.
    let weekMask: [UInt64]
    let quarterShift: [UInt16]
    let allowed: [Int]
    /// Limits of a class while it fills: its seats, those not kept for women, and for sets of kinds those not kept for
    /// the other kinds. Bits that one more of a cell uses.
    let limitCount: Int
    let kindSets: [UInt32]
    let uses: [UInt32]
    /// By `person * classCount + class`.
    let marks: [UInt8]
    let pins: [(person: Int, index: Int)]
    let previous: [(person: Int, index: Int)]

    static let pinned: UInt8 = 1
    static let forbidden: UInt8 = 2
    static let taken: UInt8 = 4

    init(
        _ instance: SeatInstance, pins: [(person: Int, index: Int)], forbids: [(person: Int, index: Int)],
        previous: [(person: Int, index: Int)]
    ) {
        self.instance = instance
        let persons = instance.persons
        let count = persons.count
        personCount = count
        classCount = instance.classes.count
        kinds = max(1, (instance.unitKind.max() ?? 0) + 1, instance.classes.map(\.kindPct.count).max() ?? 1)
        cellCount = 2 * kinds
        unit = persons.unit
        weight = persons.weight
        let kindCount = kinds
        cell = (0..<count).map { (persons.woman[$0] ? kindCount : 0) + instance.unitKind[persons.unit[$0]] }
        let bands = (persons.band.max() ?? 0) + 1
        let slots = ((persons.category.max() ?? 0) + 1) * bands
        slot = (0..<count).map { persons.category[$0] * bands + persons.band[$0] }
        openClasses = (0..<slots).map { slot in
            instance.classes.indices.filter {
                instance.classes[$0].cats.contains(slot / bands) && instance.classes[$0].bands.contains(slot % bands)
            }
        }
        weekMask = instance.classes.map { ((1 << UInt64($0.weeks)) - 1) << UInt64($0.start) }
        quarterShift = instance.classes.map { UInt16($0.quarter * 4) }
        allowed = instance.unitSizes.map { instance.allowedAway(ofSize: $0) }
        let every = (UInt32(1) << UInt32(kindCount)) - 1
        // With all sets a class can always be filled up, whichever kinds come first; many kinds make do with the small
        // and the large sets, of which the latter are the shares themselves.
        let sets =
            kindCount <= 4
            ? (1..<max(1, every)).map { $0 }
            : (0..<UInt32(kindCount)).flatMap { [1 << $0, every & ~(1 << $0)] }
        kindSets = sets
        limitCount = 2 + sets.count
        uses = (0..<2 * kinds).map { cell in
            var bits: UInt32 = cell >= kindCount ? 1 : 3
            for (index, set) in sets.enumerated() where set >> UInt32(cell % kindCount) & 1 == 1 {
                bits |= 4 << UInt32(index)
            }
            return bits
        }
        var marks = [UInt8](repeating: 0, count: count * instance.classes.count)
        for seat in pins { marks[seat.person * instance.classes.count + seat.index] |= Self.pinned }
        for seat in forbids { marks[seat.person * instance.classes.count + seat.index] |= Self.forbidden }
        for seat in previous { marks[seat.person * instance.classes.count + seat.index] |= Self.taken }
        self.marks = marks
        self.pins = pins
        self.previous = previous
    }

    /// How much room each limit of a class leaves when it is to have `target` people, and none sits there yet.
    func room(of index: Int, target: Int) -> [Int] {
        let needs = needs(of: index, target: target)
        let women = (instance.classes[index].womenPct * target + 99) / 100
        return [target, target - women]
            + kindSets.map { set in
                (0..<kinds).reduce(target) { set >> UInt32($1) & 1 == 1 ? $0 : $0 - needs[$1] }
            }
    }

    /// How many of each kind a class of `target` people needs.
    func needs(of index: Int, target: Int) -> [Int] {
        let pct = instance.classes[index].kindPct
        return (0..<kinds).map { pct.indices.contains($0) ? (pct[$0] * target + 99) / 100 : 0 }
    }

    /// The most people that a class can have within its shares.
    func most(in index: Int) -> Int {
        var most = instance.classes[index].cap
        while most > 0, !canHold(most, in: index) { most -= 1 }
        return most
    }

    /// Whether a class of so many people can keep its shares at all.
    func canHold(_ target: Int, in index: Int) -> Bool {
        needs(of: index, target: target).reduce(0, +) <= target
    }
}
