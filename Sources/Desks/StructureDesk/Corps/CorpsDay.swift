import Records
import Vocabulary

/// Who is in service on a day, each in the class of every dimension: what all tables of the day are counted from.
struct CorpsDay: Sendable {
    let day: Day
    let codes: [String]
    let members: [CorpsMember]
    /// By dimension, the class of each member.
    private let places: [[UInt8]]
    let rules: StructureRules
    let units: CorpsUnits

    init(_ book: CorpsBook, _ members: [CorpsMember], units: CorpsUnits, on day: Day, _ rules: StructureRules) {
        self.day = day
        self.members = members
        self.rules = rules
        self.units = units
        codes = members.map { book.persons[$0.person].code }
        let scale = StructureScale(day, rules)
        places = StructureDimension.allCases.map { dimension in
            members.map { member in
                UInt8(dimension.place(of: member, in: units[member.unit]?.kind, scale))
            }
        }
    }

    func place(of member: Int, in dimension: StructureDimension) -> Int { Int(places[dimension.number][member]) }

    /// Those of a unit and of all beneath it, in order of code; nil: everybody.
    func people(beneath unit: String?) -> [Int] {
        guard let unit else { return Array(members.indices) }
        let wanted = units.beneath(unit)
        return members.indices.filter { members[$0].unit >= 0 && wanted[members[$0].unit] }
    }

    /// How many of some people stand in each class of two dimensions.
    func counts(_ people: [Int], _ rows: StructureDimension, _ columns: StructureDimension) -> [[Int]] {
        let (inRow, inColumn) = (places[rows.number], places[columns.number])
        var counts = Array(
            repeating: Array(repeating: 0, count: columns.classes(rules).count), count: rows.classes(rules).count)
        for person in people { counts[Int(inRow[person])][Int(inColumn[person])] += 1 }
        return counts
    }

    /// Of each class of a dimension the people's ages in whole years, summed, and of how many they are known.
    func ages(_ people: [Int], _ rows: StructureDimension) -> [(sum: Int, count: Int)] {
        let inRow = places[rows.number]
        let scale = StructureScale(day, rules)
        var ages = Array(repeating: (sum: 0, count: 0), count: rows.classes(rules).count)
        for person in people {
            guard let age = scale.age(members[person].born) else { continue }
            ages[Int(inRow[person])].sum += age
            ages[Int(inRow[person])].count += 1
        }
        return ages
    }
}
