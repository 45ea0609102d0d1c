import Pages
import Records
import Seats
import Storage
import Store
import Vocabulary

/// Seats of several classes at once: nobody is in two that meet in the same days, and nobody is called up more often than
/// the rule allows (docs/seats.md). What was wished for each class by name goes into it.
struct YearRun {
    /// Classes that are approved and were not called up yet, with whom each is for.
    let classes: [Candidates]
    private let wishes: [String: QuotaWishes]
    /// By the class's code.
    private(set) var seated: [String: [Candidate]] = [:]
    private(set) var problems: [YearProblem] = []

    /// So many classes and people, one with the other, are worked out while somebody waits.
    private static let mostPairs = 200_000
    /// So often those who cannot be in both of two classes are told apart.
    private static let mostRounds = 8
    private static let mostSignatures = 64

    init(_ classes: [Candidates], wishes: [String: QuotaWishes]) {
        self.classes = classes
        self.wishes = wishes
        if classes.isEmpty { problems.append(.noClasses) }
        if classes.contains(where: \.isTooMany) || classes.reduce(0, { $0 + $1.people.count }) > Self.mostPairs {
            problems.append(.tooManyPeople)
        }
        guard problems.isEmpty else { return }
        propose()
    }

    /// Everybody once, with the classes that are open to them by their place.
    private struct Member {
        var candidates: [Int: Candidate]
        var pinned: Set<Int> = []
        var forbidden: Set<Int> = []

        func weight(_ classes: [Candidates]) -> Int {
            candidates.map { $1.need.weight(inYear: classes[$0].found.scheme.opening.year) }.max() ?? 1
        }
    }

    private mutating func propose() {
        var byPerson: [String: Member] = [:]
        for (place, candidates) in classes.enumerated() {
            let wish = wishes[candidates.found.code] ?? QuotaWishes()
            let (pins, forbids) = (Set(wish.pins), Set(wish.forbids.map(\.person)))
            for candidate in candidates.people {
                let code = candidate.person.code
                let isPinned = pins.contains(code) && !candidate.bars.contains(where: \.isRefused)
                guard isPinned || candidates.isOpen(candidate) && !forbids.contains(code) else { continue }
                byPerson[code, default: Member(candidates: [:])].candidates[place] = candidate
                if isPinned { byPerson[code]?.pinned.insert(place) }
            }
        }
        let members = byPerson.sorted { $0.key < $1.key }.map(\.value)
        guard !members.isEmpty else { return problems.append(.nobody) }
        var (forbids, previous): (Set<Seat>, [Seat]?) = ([], nil)
        for round in 0..<Self.mostRounds {
            guard let proposal = plan(members, forbids, close: previous) else { return }
            let clashes = clashes(in: proposal, members)
            if clashes.isEmpty || round == Self.mostRounds - 1 {
                let clashing = Set(clashes)
                for seat in proposal where !clashing.contains(seat) {
                    guard let candidate = members[seat.person].candidates[seat.classID] else { continue }
                    seated[classes[seat.classID].found.code, default: []].append(candidate)
                }
                return
            }
            forbids.formUnion(clashes)
            previous = proposal
        }
    }

    /// Of two classes of one person that meet in the same days, are of one kind, or are one more than the rule allows, the
    /// later.
    private func clashes(in seats: [Seat], _ members: [Member]) -> [Seat] {
        Dictionary(grouping: seats, by: \.person).values.flatMap { own -> [Seat] in
            var kept: [Seat] = []
            var clashing: [Seat] = []
            let inOrder = own.sorted { seat, other in
                let (pins, day) = (members[seat.person].pinned, classes[seat.classID].found.scheme.opening)
                return (pins.contains(seat.classID) ? 0 : 1, day, seat.classID)
                    < (pins.contains(other.classID) ? 0 : 1, classes[other.classID].found.scheme.opening, other.classID)
            }
            for seat in inOrder {
                let scheme = classes[seat.classID].found.scheme
                let stands = kept.allSatisfy { other in
                    let otherScheme = classes[other.classID].found.scheme
                    let isApart =
                        otherScheme.closing < scheme.registration || otherScheme.registration > scheme.closing
                    return isApart && otherScheme.kind != scheme.kind
                }
                let most = members[seat.person].candidates[seat.classID]?.callUpsLeft ?? 1
                if stands && kept.count < most || members[seat.person].pinned.contains(seat.classID) {
                    kept.append(seat)
                } else {
                    clashing.append(seat)
                }
            }
            return clashing
        }
    }

    private mutating func plan(_ members: [Member], _ forbids: Set<Seat>, close previous: [Seat]?) -> [Seat]? {
        let (instance, closed) = instance(members)
        let pins = members.enumerated().flatMap { person, member in
            member.pinned.map { Seat(person: person, classID: $0) }
        }
        let wanted = SeatWishes(pins: pins, forbids: (forbids.union(closed)).subtracting(pins).sorted())
        do throws(SeatTrouble) {
            return try SeatPlanner(instance).propose(
                wishes: wanted, previous: previous, effort: SeatEffort(rounds: QuotaRun.rounds)
            ).seats
        } catch {
            let place =
                switch error {
                case .pin(let seat, _): seat.classID
                case .tooManyPins(let id, _, _), .pinsBreakShares(let id): id
                case .instance, .unknownSeat, .pinnedAndForbidden: 0
                }
            problems.append(.pins(of: classes[place].found.title))
            return nil
        }
    }

    /// The classes by weeks of their year; people of one signature are open to the same classes. Beyond as many signatures as
    /// the planner tells apart, what is closed is forbidden one by one.
    private func instance(_ members: [Member]) -> (SeatInstance, closed: Set<Seat>) {
        var (units, kinds): ([String: Int], [Int]) = ([:], [])
        var (signatures, closed): ([Set<Int>: Int], Set<Seat>) = ([:], [])
        var persons = SeatPersons(unit: [], category: [], band: [], woman: [], weight: [])
        for (number, member) in members.enumerated() {
            guard let one = member.candidates.values.first else { continue }
            // Whoever must come stands alone, as for one class.
            let key = member.pinned.isEmpty ? one.unit : "\(one.unit) \(one.person.code)"
            let unit = units[key] ?? kinds.count
            if units.updateValue(unit, forKey: key) == nil { kinds.append(0) }
            let open = Set(member.candidates.keys)
            let signature = signatures[open] ?? min(signatures.count, Self.mostSignatures - 1)
            if signature < Self.mostSignatures - 1 {
                signatures[open] = signature
            } else {
                for place in classes.indices where !open.contains(place) {
                    closed.insert(Seat(person: number, classID: place))
                }
            }
            persons.unit.append(unit)
            persons.category.append(signature)
            persons.band.append(0)
            persons.woman.append(one.person.sex == .female)
            persons.weight.append(member.weight(classes))
        }
        let seatClasses = classes.enumerated().map { place, candidates in
            let scheme = candidates.found.scheme
            let first = Day(year: scheme.opening.year, month: 1, day: 1) ?? scheme.opening
            let start = min(51, max(0, (scheme.registration - first) / 7))
            let quarter = min(3, start / 13)
            let last = min(quarter * 13 + 12, max(start, (scheme.closing - first) / 7))
            return SeatClass(
                id: place, start: start, weeks: last - start + 1, quarter: quarter, cap: max(0, candidates.seatsLeft),
                cats: signatures.filter { $0.key.contains(place) }.map(\.value).sorted() + [Self.mostSignatures - 1],
                bands: [0], womenPct: wishes[candidates.found.code]?.women ?? 0, kindPct: [])
        }
        let most = classes.first?.rules.callUpsAYear ?? 2
        return (
            SeatInstance(
                unitKind: kinds, persons: persons, classes: seatClasses,
                awayPct: classes.first?.rules.seats.awayShare ?? 100, maxPerQuarter: min(15, most),
                maxPerYear: min(15, most)), closed
        )
    }
}

enum YearProblem: Refusal {
    case noClasses, tooManyPeople, nobody, pins(of: String)

    var field: String { "" }
    var words: Words {
        switch self {
        case .noClasses: Words("没有已批准、待下发通知的班次", "No class was approved and is to be called up")
        case .tooManyPeople:
            Words("班次和人员太多，请先在办班申请中选定干部类别，或分批测算", "Too many classes and people: name categories, or go class by class")
        case .nobody: Words("没有符合条件的人选", "Nobody can be proposed")
        case .pins(let title):
            Words(
                "“\(title)”指定的人选不能同时满足，请先调整该班",
                "Those who must come to “\(title)” cannot all be had: change that class first")
        }
    }
}
