/// What a proposal comes to.
public struct SeatFigures: Equatable, Sendable {
    /// Weight of the people without a class: all of them, and those still without one.
    public var debtBefore = 0
    public var debtAfter = 0
    /// People whose deadline falls this year, and those of them with a class.
    public var due = 0
    public var dueCovered = 0
    public var covered = 0
    public var seats = 0
    public var capacity = 0
    /// Over units with people: the covered share of a unit, 0...1.
    public var smallestShare = 0.0
    public var meanShare = 0.0
    public var shareDeviation = 0.0
    /// Taken seats of each class, by its index.
    public var used: [Int] = []
    /// By unit: people, those covered, how many may be away in one week.
    public var unitSize: [Int] = []
    public var unitCovered: [Int] = []
    public var unitAllowed: [Int] = []
    /// People away, `unit * 52 + week`.
    public var away: [Int] = []

    public init(of seats: [Seat], in instance: SeatInstance) {
        let persons = instance.persons
        let weeks = SeatInstance.weeks
        unitSize = instance.unitSizes
        unitAllowed = unitSize.map { instance.allowedAway(ofSize: $0) }
        unitCovered = [Int](repeating: 0, count: unitSize.count)
        away = [Int](repeating: 0, count: unitSize.count * weeks)
        used = [Int](repeating: 0, count: instance.classes.count)
        let indexOf = instance.classIndex
        var isCovered = [Bool](repeating: false, count: persons.count)
        for seat in seats {
            guard let index = indexOf[seat.classID], isCovered.indices.contains(seat.person) else { continue }
            used[index] += 1
            let unit = persons.unit[seat.person]
            for week in instance.classes[index].away { away[unit * weeks + week] += 1 }
            if !isCovered[seat.person] {
                isCovered[seat.person] = true
                unitCovered[unit] += 1
            }
        }
        for person in 0..<persons.count {
            let weight = persons.weight[person]
            debtBefore += weight
            if !isCovered[person] { debtAfter += weight }
            if weight == SeatInstance.dueWeight {
                due += 1
                if isCovered[person] { dueCovered += 1 }
            }
        }
        covered = unitCovered.reduce(0, +)
        self.seats = used.reduce(0, +)
        capacity = instance.classes.reduce(0) { $0 + $1.cap }
        let shares = zip(unitCovered, unitSize).filter { $1 > 0 }.map { Double($0) / Double($1) }
        if let smallest = shares.min() {
            smallestShare = smallest
            meanShare = shares.reduce(0, +) / Double(shares.count)
            let mean = meanShare
            shareDeviation = (shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(shares.count)).squareRoot()
        }
    }
}
