import Store
import Vocabulary

/// How equal totals are told apart, as it was published before the contest (同分规则).
enum TieRule: String, Named, Stored {
    case practiceTime, timePractice, shared

    var words: Words {
        switch self {
        case .practiceTime: Words("先比实操分，再比用时", "By practice, then by time")
        case .timePractice: Words("先比用时，再比实操分", "By time, then by practice")
        case .shared: Words("名次并列", "They share the place")
        }
    }
}

enum Prize: Int, CaseIterable, Sendable {
    case none, first, second, third

    var words: Words {
        switch self {
        case .none: Words("—", "—")
        case .first: Words("一等奖", "first prize")
        case .second: Words("二等奖", "second prize")
        case .third: Words("三等奖", "third prize")
        }
    }
}

/// What told two equal totals apart.
enum TieNote: Sendable, Hashable {
    case practice, time, shared

    var words: Words {
        switch self {
        case .practice: Words("同分，按实操分", "equal total; by practice")
        case .time: Words("同分，按用时", "equal total; by time")
        case .shared: Words("并列", "shared")
        }
    }
}

/// What a contestant of an event has to show.
struct Contestant: Hashable, Sendable {
    var entry: String
    var unit: String
    var theory: Score?
    var marks: [Score] = []
    var time: Score?
}

/// How an event is judged.
struct Judging: Hashable, Sendable {
    /// The part of theory in the total, in percent.
    var theoryShare: Int
    var trimFrom: Int
    var tieRule: TieRule
    var prizes: [Int]

    /// The mean of the judges' marks; from so many on, the highest and the lowest are left out, one of each.
    func practice(_ marks: [Score]) -> Score? {
        guard trimFrom > 0, marks.count >= max(3, trimFrom) else { return Score.mean(marks) }
        return Score.mean(Array(marks.sorted().dropFirst().dropLast()))
    }

    /// Nil where a part is missing.
    func total(theory: Score?, practice: Score?) -> Score? {
        if theoryShare == 0 { return practice }
        if theoryShare == 100 { return theory }
        guard let theory, let practice else { return nil }
        return Score(
            hundredths: Score.rounded(
                theory.hundredths * theoryShare + practice.hundredths * (100 - theoryShare), by: 100))
    }

    func prize(_ rank: Int) -> Prize {
        var last = 0
        for (prize, count) in zip([Prize.first, .second, .third], prizes) {
            last += count
            if rank <= last { return prize }
        }
        return .none
    }

    /// The places of an event. Whoever lacks a part has none, and stands last. It depends on nothing but what they have to
    /// show: not on the order in which they stand.
    func places(_ contestants: [Contestant]) -> [Placing] {
        let placings = contestants.map { one in
            let practice = practice(one.marks)
            return Placing(
                entry: one.entry, unit: one.unit, theory: one.theory, practice: practice, time: one.time,
                total: total(theory: one.theory, practice: practice))
        }
        let whole = placings.filter { $0.total != nil }
        return placings.map { placing in
            guard let total = placing.total else { return placing }
            var placing = placing
            let rank = 1 + whole.count { isBefore($0, placing) }
            placing.rank = rank
            placing.prize = prize(rank)
            let equals = whole.filter { $0.total == total && $0.entry != placing.entry }
            if equals.contains(where: { !isBefore($0, placing) && !isBefore(placing, $0) }) {
                placing.tie = .shared
            } else if !equals.isEmpty {
                let isByFirst = equals.allSatisfy { other in
                    tieRule == .timePractice
                        ? time(other) != time(placing) : other.practice != placing.practice
                }
                placing.tie = (tieRule == .timePractice) == isByFirst ? .time : .practice
            }
            return placing
        }.sorted { ($0.rank ?? .max, $0.entry) < ($1.rank ?? .max, $1.entry) }
    }

    /// Whether one comes before another by the published rules.
    private func isBefore(_ one: Placing, _ other: Placing) -> Bool {
        if one.total != other.total { return (one.total ?? Score(0)) > (other.total ?? Score(0)) }
        let practice = { (placing: Placing) in placing.practice ?? Score(0) }
        switch tieRule {
        case .shared: return false
        case .practiceTime:
            return practice(one) != practice(other) ? practice(one) > practice(other) : time(one) < time(other)
        case .timePractice:
            return time(one) != time(other) ? time(one) < time(other) : practice(one) > practice(other)
        }
    }

    /// Whoever has no time comes after those who have one.
    private func time(_ placing: Placing) -> Score { placing.time ?? Score(hundredths: .max) }
}

/// A contestant's place in an event.
struct Placing: Hashable, Sendable {
    var entry: String
    var unit: String
    var theory: Score?
    var practice: Score?
    var time: Score?
    var total: Score?
    /// Nil: a part is missing.
    var rank: Int?
    var tie: TieNote?
    var prize = Prize.none
}

/// A unit's place among the teams: by points for prizes, then by first and by second prizes.
struct TeamPlacing: Hashable, Sendable {
    var unit: String
    var points = 0
    var prizes = [0, 0, 0]
    var rank = 0

    static func places(_ placings: [Placing], points: [Int]) -> [TeamPlacing] {
        let teams = Dictionary(grouping: placings, by: \.unit).map { unit, placings in
            var team = TeamPlacing(unit: unit)
            for placing in placings where placing.prize != .none {
                let place = placing.prize.rawValue - 1
                team.prizes[place] += 1
                team.points += points[place]
            }
            return team
        }
        func isBefore(_ one: TeamPlacing, _ other: TeamPlacing) -> Bool {
            (one.points, one.prizes[0], one.prizes[1]) > (other.points, other.prizes[0], other.prizes[1])
        }
        return teams.map { team in
            var team = team
            team.rank = 1 + teams.count { isBefore($0, team) }
            return team
        }.sorted { ($0.rank, $0.unit) < ($1.rank, $1.unit) }
    }
}

/// The order in which contestants come, from a seed that is published: anybody can work it out again (抽签).
enum Draw {
    /// Entries by the SHA-256 of seed, a space and their number.
    static func order(_ entries: [String], seed: String) -> [String] {
        entries.map { (digest(of: $0, seed: seed), $0) }.sorted { $0 < $1 }.map(\.1)
    }

    static func digest(of entry: String, seed: String) -> String { SHA256.hex(Array("\(seed) \(entry)".utf8)) }
}
