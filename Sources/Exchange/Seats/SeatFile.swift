public import Formats
public import Seats

/// Reads a year of classes, and lists of seats, from JSON; writes lists of seats (docs/seats.md).
public enum SeatFile {
    public static func instance(_ bytes: [UInt8]) throws(UnreadableJSON) -> SeatInstance {
        var scanner = JSONScanner(bytes)
        var instance = SeatInstance(
            unitKind: [], persons: SeatPersons(unit: [], category: [], band: [], woman: [], weight: []), classes: [])
        var seen: Set<String> = []
        try scanner.object { scanner, key throws(UnreadableJSON) in
            seen.insert(key)
            switch key {
            case "unit_kind": instance.unitKind = try scanner.integers()
            case "persons": instance.persons = try persons(&scanner)
            case "classes":
                try scanner.list { scanner throws(UnreadableJSON) in
                    instance.classes.append(try seatClass(&scanner))
                }
            case "away_pct": instance.awayPct = try scanner.integer()
            case "max_per_quarter": instance.maxPerQuarter = try scanner.integer()
            case "max_per_year": instance.maxPerYear = try scanner.integer()
            case "second_value":
                // What a second class is worth is fixed; another figure would give another value than is printed.
                let place = scanner.position
                if Double(try scanner.number()) != 0.1 {
                    throw scanner.trouble(.notSupported("second_value ≠ 0.1"), at: place)
                }
            default: try scanner.skip()
            }
        }
        try scanner.end()
        // No share away is usual: where it is misspelt, another one would silently hold.
        try demand(["unit_kind", "persons", "classes", "away_pct"], in: seen, of: "")
        return instance
    }

    /// A list of [person, class id].
    public static func seats(_ bytes: [UInt8]) throws(UnreadableJSON) -> [Seat] {
        var scanner = JSONScanner(bytes)
        var seats: [Seat] = []
        try scanner.list { scanner throws(UnreadableJSON) in
            let place = scanner.position
            let pair = try scanner.integers()
            guard pair.count == 2 else { throw scanner.trouble(.expectedSeat, at: place) }
            seats.append(Seat(person: pair[0], classID: pair[1]))
        }
        try scanner.end()
        return seats
    }

    public static func write(_ seats: [Seat], to output: ByteOutput) {
        var json = JSONWriter(output)
        json.list(seats, onLines: true) { json, seat in
            json.list([seat.person, seat.classID]) { json, number in json.value(number) }
        }
        json.endLine()
    }

    private static func persons(_ scanner: inout JSONScanner) throws(UnreadableJSON) -> SeatPersons {
        var persons = SeatPersons(unit: [], category: [], band: [], woman: [], weight: [])
        var seen: Set<String> = []
        try scanner.object { scanner, key throws(UnreadableJSON) in
            seen.insert(key)
            switch key {
            case "unit": persons.unit = try scanner.integers()
            case "category": persons.category = try scanner.integers()
            case "band": persons.band = try scanner.integers()
            case "woman":
                try scanner.list { scanner throws(UnreadableJSON) in persons.woman.append(try scanner.flag()) }
            case "weight": persons.weight = try scanner.integers()
            default: try scanner.skip()
            }
        }
        try demand(["unit", "category", "band", "woman", "weight"], in: seen, of: "persons.")
        return persons
    }

    private static func seatClass(_ scanner: inout JSONScanner) throws(UnreadableJSON) -> SeatClass {
        let place = scanner.position
        var result = SeatClass(
            id: 0, start: 0, weeks: 0, quarter: 0, cap: 0, cats: [], bands: [], womenPct: 0, kindPct: [])
        var seen: Set<String> = []
        try scanner.object { scanner, key throws(UnreadableJSON) in
            seen.insert(key)
            switch key {
            case "id": result.id = try scanner.integer()
            case "start": result.start = try scanner.integer()
            case "weeks": result.weeks = try scanner.integer()
            case "quarter": result.quarter = try scanner.integer()
            case "cap": result.cap = try scanner.integer()
            case "cats": result.cats = try scanner.integers()
            case "bands": result.bands = try scanner.integers()
            case "women_pct": result.womenPct = try scanner.integer()
            case "kind_pct": result.kindPct = try scanner.integers()
            default: try scanner.skip()
            }
        }
        let needed = ["id", "start", "weeks", "quarter", "cap", "cats", "bands", "women_pct", "kind_pct"]
        if let missing = needed.first(where: { !seen.contains($0) }) {
            throw scanner.trouble(.missing(missing), at: place)
        }
        return result
    }

    private static func demand(
        _ keys: [String], in seen: Set<String>, of whole: String
    ) throws(UnreadableJSON) {
        if let missing = keys.first(where: { !seen.contains($0) }) {
            throw UnreadableJSON(place: nil, problem: .missing(whole + missing))
        }
    }
}
