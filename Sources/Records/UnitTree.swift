/// The tree of units. It is one whatever the records say: a unit whose parent is not there is a root, and so
/// is every unit of a cycle, so that each walk upwards ends.
public struct UnitTree: Sendable {
    /// By unit; -1 for a root.
    public let parents: [Int32]
    /// Parents before children.
    public let order: [Int32]
    /// More than one where several units stand at the top.
    public let roots: [Int32]

    /// The first root, after which the programme is named.
    public var root: Int32 { roots.first ?? 0 }

    /// Whether every unit is this one or stands beneath it.
    public func isWhole(_ unit: Int32) -> Bool { roots.count == 1 && roots[0] == unit }

    /// Units by their places.
    public init(_ units: [OrgUnit]) {
        let places = Dictionary(
            units.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        self.init(parents: units.map { unit in unit.parent.flatMap { places[$0] } ?? -1 })
    }

    private init(parents said: [Int32]) {
        var parents = said
        // By unit: how far it lies beneath its root; -1 not yet known, -2 on the way up that is being walked.
        var depths = [Int](repeating: -1, count: parents.count)
        for start in parents.indices where depths[start] == -1 {
            var way: [Int] = []
            var unit = start
            while depths[unit] == -1 {
                depths[unit] = -2
                way.append(unit)
                if parents[unit] < 0 { break }
                unit = Int(parents[unit])
            }
            if depths[unit] == -2, parents[unit] >= 0, let first = way.firstIndex(of: unit) {
                // Back at a unit of this very way: from there on it is a cycle.
                for member in way[first...] { parents[member] = -1 }
            }
            for member in way.reversed() {
                depths[member] = parents[member] < 0 ? 0 : depths[Int(parents[member])] + 1
            }
        }
        self.parents = parents
        order = parents.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }.map { Int32($0) }
        roots = parents.indices.filter { parents[$0] < 0 }.map { Int32($0) }
    }
}
