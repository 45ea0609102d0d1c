/// A year of classes, the people they are for, and the limits: what the planner is given.
public struct SeatInstance: Equatable, Sendable, Codable {
    /// Kind of each unit, 0..<number of kinds; units are named by their index.
    public var unitKind: [Int]
    public var persons: SeatPersons
    public var classes: [SeatClass]
    /// At most this share of a unit, rounded up to a person, is away in any week.
    public var awayPct: Int
    /// Classes of one person in a calendar quarter, and in the year.
    public var maxPerQuarter: Int
    public var maxPerYear: Int

    public init(
        unitKind: [Int], persons: SeatPersons, classes: [SeatClass], awayPct: Int = 15, maxPerQuarter: Int = 1,
        maxPerYear: Int = 2
    ) {
        self.unitKind = unitKind
        self.persons = persons
        self.classes = classes
        self.awayPct = awayPct
        self.maxPerQuarter = maxPerQuarter
        self.maxPerYear = maxPerYear
    }

    public static let weeks = 52
    public static let quarters = 4
    /// The weight of a person whose deadline falls this year.
    public static let dueWeight = 20
    /// What a first class counts, in weights of the person; each further one counts one.
    public static let firstWorth = 10

    /// People in each unit.
    public var unitSizes: [Int] {
        var sizes = [Int](repeating: 0, count: unitKind.count)
        for unit in persons.unit where sizes.indices.contains(unit) { sizes[unit] += 1 }
        return sizes
    }

    /// Index of each class by its id.
    public var classIndex: [Int: Int] {
        Dictionary(classes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// How many of a unit of this size may be away in one week.
    public func allowedAway(ofSize size: Int) -> Int { (size * awayPct + 99) / 100 }

    public func isEligible(_ person: Int, for seatClass: SeatClass) -> Bool {
        seatClass.cats.contains(persons.category[person]) && seatClass.bands.contains(persons.band[person])
    }
}

/// People as columns of equal length; a person is named by the index.
public struct SeatPersons: Equatable, Sendable, Codable {
    public var unit: [Int]
    /// Category and level band, small numbers.
    public var category: [Int]
    public var band: [Int]
    public var woman: [Bool]
    /// The need: 20 where the deadline falls this year, less the further away it is.
    public var weight: [Int]

    public init(unit: [Int], category: [Int], band: [Int], woman: [Bool], weight: [Int]) {
        self.unit = unit
        self.category = category
        self.band = band
        self.woman = woman
        self.weight = weight
    }

    public var count: Int { unit.count }
}

/// A class of the year.
public struct SeatClass: Equatable, Sendable, Codable {
    public var id: Int
    /// First week, 0...51, and number of weeks; all of them inside the quarter, 0...3.
    public var start: Int
    public var weeks: Int
    public var quarter: Int
    public var cap: Int
    /// Categories and level bands it is for; a person needs both.
    public var cats: [Int]
    public var bands: [Int]
    /// Smallest share of women among those seated, per cent.
    public var womenPct: Int
    /// Smallest share of each kind of unit among those seated, per cent.
    public var kindPct: [Int]

    public init(
        id: Int, start: Int, weeks: Int, quarter: Int, cap: Int, cats: [Int], bands: [Int], womenPct: Int,
        kindPct: [Int]
    ) {
        self.id = id
        self.start = start
        self.weeks = weeks
        self.quarter = quarter
        self.cap = cap
        self.cats = cats
        self.bands = bands
        self.womenPct = womenPct
        self.kindPct = kindPct
    }

    /// The weeks in which those seated are away.
    public var away: Range<Int> { start..<(start + weeks) }
}
