import Pages
import Records
import Storage
import Store
import Vocabulary

/// A quota with its parts: what a unit passed on to units beneath it stands beside what it kept, so that all that counts
/// seats counts each once (docs/decisions/0157).
extension [ClassQuota] {
    /// Parts that a unit made of its quota.
    func parts(of unit: String) -> [ClassQuota] { unit.isEmpty ? [] : filter { $0.within == unit } }

    /// As the organiser gave them: what was passed on is its giver's again.
    var asGiven: [ClassQuota] {
        filter(\.within.isEmpty).map { quota in
            var quota = quota
            quota.seats += parts(of: quota.unit).reduce(0) { $0 + $1.seats }
            return quota
        }
    }

    /// What the organiser gives, with the parts that units made before.
    func withParts(of before: [ClassQuota]) -> [ClassQuota] {
        flatMap { quota -> [ClassQuota] in
            let parts = before.parts(of: quota.unit)
            var quota = quota
            quota.seats -= parts.reduce(0) { $0 + $1.seats }
            return [quota] + parts
        }
    }
}

extension ClassQuota {
    /// The unit, and who divided the quota that it is a part of.
    func name(_ ask: Ask) throws -> HTML {
        let name = HTML.text(try ask.naming.unitName(unit))
        guard !within.isEmpty else { return name }
        let giver = try ask.naming.unitName(within)
        return .group([
            name,
            .small(
                .say("\(giver)分配", "of \(giver)"),
                namesDue.map { .group([.say("，报名截止", ", names due "), .day($0)]) } ?? .nothing),
        ])
    }
}

extension CallUp {
    /// Until when names are given for a quota: of a part until its own day, for its unit; whoever divided it has the whole
    /// time. `within`: what a reader reaches; nil: all.
    func namesDue(of quota: ClassQuota, _ within: Set<String>?) -> Day {
        guard let due = quota.namesDue, within?.contains(quota.within) == false else { return notice.deadline }
        return due
    }
}

extension Reading {
    /// What of new quotas does not go with the parts that units have made: fewer seats than were passed on, or a quota for a
    /// unit that has a part.
    func problems(of quotas: [ClassQuota], beside before: [ClassQuota]) throws -> [DivisionProblem] {
        var problems: [DivisionProblem] = []
        for unit in Set(before.map(\.within)).subtracting([""]).sorted() {
            let passedOn = before.parts(of: unit).reduce(0) { $0 + $1.seats }
            if quotas.first(where: { $0.unit == unit })?.seats ?? 0 < passedOn {
                problems.append(.lessThanPassedOn(try self.unit(code: unit)?.name ?? unit, seats: passedOn))
            }
        }
        for (row, quota) in quotas.enumerated() {
            guard let part = before.first(where: { $0.unit == quota.unit && !$0.within.isEmpty }) else { continue }
            problems.append(.hasPart(row: row, of: try unit(code: part.within)?.name ?? part.within))
        }
        return problems
    }
}

/// Why a quota was not divided.
enum DivisionProblem: Refusal {
    case noQuota, noUnitsBeneath
    case moreThanQuota(parts: Int, seats: Int), notBeneath(row: Int), unitTwice(row: Int), ownQuota(row: Int)
    case partTaken(String, named: Int), ownTaken(named: Int, left: Int)
    case dueEarlier, dueLater(Day)
    case lessThanPassedOn(String, seats: Int), hasPart(row: Int, of: String)

    var field: String {
        switch self {
        case .noQuota, .noUnitsBeneath: ""
        case .moreThanQuota, .partTaken, .ownTaken: "parts"
        case .notBeneath(let row), .unitTwice(let row), .ownQuota(let row): "parts.\(row).unit"
        case .dueEarlier, .dueLater: "namesDue"
        case .lessThanPassedOn: "quotas"
        case .hasPart(let row, _): "quotas.\(row).unit"
        }
    }

    var words: Words {
        switch self {
        case .noQuota: Words("本单位在这个班没有名额可以分配", "Your unit has no quota in this class to divide")
        case .noUnitsBeneath: Words("本单位没有下级单位", "There are no units beneath yours")
        case .moreThanQuota(let parts, let seats):
            Words("分给下级\(parts)个，本单位名额只有\(seats)个", "\(parts) are passed on; the quota is \(seats)")
        case .notBeneath: Words("只能分给本单位的下级单位", "Only units beneath yours can be given a part")
        case .unitTwice: Words("这个单位前面已有", "This unit stands above already")
        case .ownQuota: Words("这个单位在通知中另有名额", "This unit has a quota of its own in the notice")
        case .partTaken(let unit, let named):
            Words("\(unit)已报名\(named)人，名额不能少于此数", "\(unit) has named \(named) already: its part cannot be less")
        case .ownTaken(let named, let left):
            Words("本级已报名\(named)人，留下的名额只有\(left)个", "\(named) were named by your own unit; \(left) would be left")
        case .dueEarlier: Words("报名截止日期不能早于今天", "Names cannot be due before today")
        case .dueLater(let day):
            Words("不能晚于通知的报名截止日期\(day.iso)", "Names are due of your unit on \(day.iso): no later than that")
        case .lessThanPassedOn(let unit, let seats):
            Words("\(unit)已将\(seats)个名额分给下级，名额不能少于此数", "\(unit) has passed on \(seats): its quota cannot be less")
        case .hasPart(_, let giver):
            Words("这个单位的名额由\(giver)分配", "This unit has its seats from \(giver)")
        }
    }
}
