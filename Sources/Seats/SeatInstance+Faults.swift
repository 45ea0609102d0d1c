extension SeatInstance {
    /// The first thing that makes no sense, with its place as the file names it.
    public func validate() throws(SeatTrouble) {
        try Self.hold(awayPct, 0...100, "away_pct")
        try Self.hold(maxPerQuarter, 1...15, "max_per_quarter")
        try Self.hold(maxPerYear, 1...15, "max_per_year")
        try Self.hold(unitKind.count, 0...Self.mostUnits, "unit_kind")
        try Self.hold(persons.count, 0...Self.mostPeople, "persons.unit")
        try Self.hold(persons.count, 0...Self.mostSeats / max(1, classes.count), "persons.unit")
        for (unit, kind) in unitKind.enumerated() { try Self.hold(kind, 0...9, "unit_kind[\(unit)]") }
        try validatePersons()
        try validateClasses()
    }

    /// Far beyond any year of any province; what is larger would only use up the machine.
    private static let mostUnits = 200_000
    private static let mostPeople = 1_000_000
    /// People times classes.
    private static let mostSeats = 1_000_000_000

    /// Eighteen digits: as far as files are read and every database counts.
    private static let ids = -999_999_999_999_999_999...999_999_999_999_999_999

    private func validatePersons() throws(SeatTrouble) {
        let columns = [
            ("category", persons.category.count), ("band", persons.band.count), ("woman", persons.woman.count),
            ("weight", persons.weight.count),
        ]
        for (name, count) in columns where count != persons.count {
            throw .instance(place: "persons.\(name)", .length(is: count, expected: persons.count))
        }
        for person in 0..<persons.count {
            let unit = persons.unit[person]
            guard unitKind.indices.contains(unit) else {
                throw .instance(place: "persons.unit[\(person)]", .unknownUnit(unit))
            }
            try Self.hold(persons.category[person], 0...63, "persons.category[\(person)]")
            try Self.hold(persons.band[person], 0...63, "persons.band[\(person)]")
            try Self.hold(persons.weight[person], 0...1_000_000, "persons.weight[\(person)]")
        }
    }

    private func validateClasses() throws(SeatTrouble) {
        if classes.count > Int(Int16.max) {
            throw .instance(place: "classes", .outside(classes.count, 0...Int(Int16.max)))
        }
        var ids: Set<Int> = []
        for (index, seatClass) in classes.enumerated() {
            let place = "classes[\(index)]"
            guard ids.insert(seatClass.id).inserted else {
                throw .instance(place: "\(place).id", .duplicateClass(id: seatClass.id))
            }
            try Self.hold(seatClass.id, Self.ids, "\(place).id")
            if seatClass.cap < 0 { throw .instance(place: "\(place).cap", .negative(seatClass.cap)) }
            try Self.hold(seatClass.cap, 0...1_000_000, "\(place).cap")
            try Self.hold(seatClass.quarter, 0...3, "\(place).quarter")
            try Self.hold(seatClass.start, 0...51, "\(place).start")
            try Self.hold(seatClass.weeks, 1...52, "\(place).weeks")
            let quarter = seatClass.quarter * 13..<(seatClass.quarter + 1) * 13
            if seatClass.away.lowerBound < quarter.lowerBound || seatClass.away.upperBound > quarter.upperBound {
                throw .instance(place: place, .leavesQuarter(seatClass.quarter))
            }
            for (name, codes) in [("cats", seatClass.cats), ("bands", seatClass.bands)] {
                try Self.hold(codes.count, 0...64, "\(place).\(name)")
                for (item, code) in codes.enumerated() { try Self.hold(code, 0...63, "\(place).\(name)[\(item)]") }
            }
            try Self.hold(seatClass.womenPct, 0...100, "\(place).women_pct")
            if seatClass.kindPct.count > 10 {
                throw .instance(place: "\(place).kind_pct", .outside(seatClass.kindPct.count, 0...10))
            }
            for (kind, pct) in seatClass.kindPct.enumerated() {
                try Self.hold(pct, 0...100, "\(place).kind_pct[\(kind)]")
            }
            let sum = seatClass.kindPct.reduce(0, +)
            if sum > 100 { throw .instance(place: "\(place).kind_pct", .sharesAboveAll(sum)) }
        }
    }

    private static func hold(_ value: Int, _ range: ClosedRange<Int>, _ place: String) throws(SeatTrouble) {
        if !range.contains(value) { throw .instance(place: place, .outside(value, range)) }
    }
}
