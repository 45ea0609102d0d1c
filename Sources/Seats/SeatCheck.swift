/// Re-tests every limit of an assignment, from nothing but the instance; shares no code with the planner.
public struct SeatCheck: Equatable, Sendable {
    public private(set) var breaches: [SeatBreach] = []
    /// The value of the seats that exist, breaches or not.
    public private(set) var value = 0

    public var isFeasible: Bool { breaches.isEmpty }

    public init(_ seats: [Seat], in instance: SeatInstance, wishes: SeatWishes = .init()) {
        let persons = instance.persons
        let indexOf = instance.classIndex
        var seen: Set<Seat> = []
        var ofPerson: [Int: [Int]] = [:]
        var ofClass = [[Int]](repeating: [], count: instance.classes.count)
        for seat in seats {
            guard let index = indexOf[seat.classID], (0..<persons.count).contains(seat.person) else {
                breaches.append(.unknown(seat))
                continue
            }
            if !seen.insert(seat).inserted { breaches.append(.twice(seat)) }
            if !instance.isEligible(seat.person, for: instance.classes[index]) { breaches.append(.notEligible(seat)) }
            ofPerson[seat.person, default: []].append(index)
            ofClass[index].append(seat.person)
        }
        for (person, indices) in ofPerson.sorted(by: { $0.key < $1.key }) {
            value += persons.weight[person] * (SeatInstance.firstWorth + indices.count - 1)
            if indices.count > instance.maxPerYear {
                breaches.append(.yearExceeded(person: person, classes: indices.count))
            }
            for quarter in 0..<SeatInstance.quarters {
                let classes = indices.count { instance.classes[$0].quarter == quarter }
                if classes > instance.maxPerQuarter {
                    breaches.append(.quarterExceeded(person: person, quarter: quarter, classes: classes))
                }
            }
        }
        testClasses(ofClass, instance)
        testUnits(ofClass, instance)
        for pin in wishes.pins where !seen.contains(pin) { breaches.append(.pinMissing(pin)) }
        for seat in wishes.forbids where seen.contains(seat) { breaches.append(.forbiddenSeat(seat)) }
    }

    private mutating func testClasses(_ ofClass: [[Int]], _ instance: SeatInstance) {
        for (index, seatClass) in instance.classes.enumerated() {
            let seated = ofClass[index].count
            if seated > seatClass.cap {
                breaches.append(.overSeats(classID: seatClass.id, seated: seated, cap: seatClass.cap))
            }
            let women = ofClass[index].count { instance.persons.woman[$0] }
            if women * 100 < seatClass.womenPct * seated {
                breaches.append(
                    .womenShare(classID: seatClass.id, women: women, seated: seated, pct: seatClass.womenPct))
            }
            for (kind, pct) in seatClass.kindPct.enumerated() {
                let ofKind = ofClass[index].count { instance.unitKind[instance.persons.unit[$0]] == kind }
                if ofKind * 100 < pct * seated {
                    breaches.append(
                        .kindShare(classID: seatClass.id, kind: kind, ofKind: ofKind, seated: seated, pct: pct))
                }
            }
        }
    }

    private mutating func testUnits(_ ofClass: [[Int]], _ instance: SeatInstance) {
        var away = [[Int]](
            repeating: .init(repeating: 0, count: SeatInstance.weeks), count: instance.unitKind.count)
        for (index, people) in ofClass.enumerated() {
            for person in people {
                for week in instance.classes[index].away { away[instance.persons.unit[person]][week] += 1 }
            }
        }
        for (unit, size) in instance.unitSizes.enumerated() {
            let allowed = instance.allowedAway(ofSize: size)
            for (week, count) in away[unit].enumerated() where count > allowed {
                breaches.append(.unitAway(unit: unit, week: week, away: count, allowed: allowed))
            }
        }
    }
}

/// A limit that an assignment does not keep.
public enum SeatBreach: Equatable, Sendable {
    case unknown(Seat)
    case twice(Seat)
    case notEligible(Seat)
    case yearExceeded(person: Int, classes: Int)
    case quarterExceeded(person: Int, quarter: Int, classes: Int)
    case unitAway(unit: Int, week: Int, away: Int, allowed: Int)
    case overSeats(classID: Int, seated: Int, cap: Int)
    case womenShare(classID: Int, women: Int, seated: Int, pct: Int)
    case kindShare(classID: Int, kind: Int, ofKind: Int, seated: Int, pct: Int)
    case pinMissing(Seat)
    case forbiddenSeat(Seat)
}
