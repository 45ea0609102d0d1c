import Records

/// The units, by place.
struct CorpsUnits: Sendable {
    private let units: [OrgUnit]
    private let tree: UnitTree
    let places: [String: Int]

    init(_ units: [OrgUnit]) {
        self.units = units
        tree = UnitTree(units)
        places = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(place: Int) -> OrgUnit? { units.indices.contains(place) ? units[place] : nil }

    /// Which units are this one or stand beneath it.
    func beneath(_ code: String) -> [Bool] {
        var found = Array(repeating: false, count: units.count)
        guard let top = places[code] else { return found }
        for place in tree.order.lazy.map({ Int($0) }) {
            let parent = Int(tree.parents[place])
            found[place] = place == top || parent >= 0 && found[parent]
        }
        return found
    }
}
