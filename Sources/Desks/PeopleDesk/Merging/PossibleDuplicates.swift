import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Pairs of people who may be one human, each with what speaks for it.
struct PossibleDuplicates {
    struct Pair: Hashable {
        var one: Person
        var other: Person
        var reasons: [Reason]
    }

    enum Reason: Hashable {
        case birthMonth
        /// In one unit, at the same time or one after the other.
        case unit(String, atOnce: Bool)
        /// One begins within a month of the other's end.
        case follows(Day, Day)
    }

    /// The likeliest first.
    private(set) var pairs: [Pair] = []
    /// More people of one name than can be compared one with one; they are only by their months of birth.
    private static let mostNamesakes = 60
    private static let daysBetween = 31

    init(_ reading: some Reading) throws {
        let same = try reading.samePersons()
        let said = try reading.all(DistinctPeople.self, for: .wholeTown, where: "over_day is null")
        let distinct = Set(said.map { [$0.one, $0.other] })
        let merged = Set(same.merged)
        let named = Dictionary(grouping: try reading.persons().filter { !merged.contains($0.code) }, by: \.name.folded)
            .filter { $0.value.count > 1 }
        var found: [Pair] = []
        for people in named.values {
            let people = people.sorted { $0.code < $1.code }
            let isSmall = people.count <= Self.mostNamesakes
            var posts: [String: [Appointment]] = [:]
            if isSmall { for person in people { posts[person.code] = try reading.appointments(of: person.code) } }
            for (place, one) in people.enumerated() {
                for other in people[(place + 1)...] where !distinct.contains([one.code, other.code]) {
                    var reasons: [Reason] = one.birthMonth == other.birthMonth ? [.birthMonth] : []
                    if isSmall {
                        reasons += Self.reasons(posts[one.code] ?? [], posts[other.code] ?? [])
                    }
                    if !reasons.isEmpty { found.append(Pair(one: one, other: other, reasons: reasons)) }
                }
            }
        }
        pairs = found.sorted {
            (-$0.weight, $0.one.code, $0.other.code) < (-$1.weight, $1.one.code, $1.other.code)
        }
    }

    private static func reasons(_ one: [Appointment], _ other: [Appointment]) -> [Reason] {
        for first in one {
            for second in other where first.unit == second.unit {
                return [.unit(first.unit, atOnce: first.dated.span.overlaps(second.dated.span))]
            }
        }
        for (before, after) in [(one, other), (other, one)] {
            guard let end = before.compactMap(\.dated.span.until).max(), before.allSatisfy({ !$0.isOpen }),
                let begin = after.map(\.dated.span.from).min(), end < begin, begin - end <= daysBetween
            else { continue }
            return [.follows(end, begin)]
        }
        return []
    }
}

extension PossibleDuplicates.Pair {
    fileprivate var weight: Int {
        reasons.reduce(one.sex == other.sex ? 1 : 0) { sum, reason in
            switch reason {
            case .birthMonth: sum + 4
            case .unit: sum + 3
            case .follows: sum + 2
            }
        }
    }
}

extension PossibleDuplicates.Reason {
    func words(_ unitName: (String) throws -> String) rethrows -> Words {
        switch self {
        case .birthMonth: return Words("同名、同出生年月", "Same name and month of birth")
        case .unit(let unit, let atOnce):
            let name = try unitName(unit)
            return atOnce
                ? Words("同名，同时在\(name)任职", "Same name, at \(name) at the same time")
                : Words("同名，先后在\(name)任职", "Same name, at \(name) one after the other")
        case .follows(let end, let begin):
            return Words(
                "同名，一人任职到\(end.iso)，另一人\(begin.iso)起任职",
                "Same name, one served until \(end.iso), the other from \(begin.iso)")
        }
    }
}
