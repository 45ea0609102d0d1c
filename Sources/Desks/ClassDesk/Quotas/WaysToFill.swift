import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a call-up can begin with, besides what stands: a proposal, an earlier class, everybody by head count.
enum QuotaSource: String, CaseIterable {
    /// The last proposal: as numbers for units, with those who must come by name, or all by name.
    case seats, pins, names
    /// A class like it, the last that was called up.
    case last
    /// All units, by how many people of theirs it is for.
    case heads

    var words: Words {
        switch self {
        case .seats: Words("按名额建议", "The proposal, as numbers")
        case .pins: Words("按名额建议，指定的点名", "The proposal, those who must come by name")
        case .names: Words("按名额建议，全部点名", "The proposal, all by name")
        case .last: Words("按上一个同类班次", "As the last class of its kind")
        case .heads: Words("按各单位符合对象的人数", "All units by head count")
        }
    }
}

extension TrainingClass {
    /// Where the quotas may come from, above the form in which they are typed.
    func waysToFill(_ ask: Ask) throws -> HTML {
        let hasProposal = try ask.reading.count(QuotaProposal.self, for: ask.reader, where: "class = \(code)") > 0
        let sources = try QuotaSource.allCases.filter { source in
            switch source {
            case .seats, .pins, .names: hasProposal && ProposeQuotas.isAllowed(to: ask.reader)
            case .last: try ask.lastCalledUp(like: self) != nil
            case .heads: true
            }
        }
        return .p(
            .class("quiet"), .say("名额可以先填入再修改：", "Fill in the quotas, then change them: "),
            .each(sources) { source in
                .group([.link("\(IssueCallUp.address(of: self))?from=\(source.rawValue)", .words(source.words)), "　"])
            },
            .when(
                ProposeQuotas.isAllowed(to: ask.reader) && !hasProposal,
                .link("\(address)/seats", .say("测算名额", "Propose seats"))))
    }
}

extension Ask {
    /// The notice to begin with: what stands, or what the address asks to be filled in.
    func notice(for found: TrainingClass) throws -> CallUpNotice {
        var notice =
            try reading.one(CallUp.self, found.code, for: reader)?.notice
            ?? CallUpNotice(deadline: max(today, found.scheme.registration - 5))
        notice.quotas = notice.quotas.asGiven
        let called = try reading.calledByName(to: found).map(\.person)
        notice.named = called
        guard let source = query["from"].flatMap(QuotaSource.init(rawValue:)) else { return notice }
        switch source {
        case .seats, .pins, .names:
            guard ProposeQuotas.isAllowed(to: reader), let proposal = try proposals(of: found, limit: 1).first else {
                break
            }
            let byName =
                source == .names
                ? proposal.seated : source == .pins ? proposal.seated.filter { $0.standing == .pinned } : []
            notice.named = called + byName.map(\.person).filter { !called.contains($0) }
            notice.quotas = try quotas(of: proposal, besides: byName)
        case .last:
            if let last = try lastCalledUp(like: found) { notice.quotas = last.notice.quotas.asGiven }
        case .heads: notice.quotas = try quotasByHeads(for: found)
        }
        return notice
    }

    /// Numbers for the units. Where whoever is called up by name takes a seat of the quota, it is among them.
    private func quotas(of proposal: ProposedSeats, besides byName: [ProposedTrainee]) throws -> [ClassQuota] {
        let isWithin = try classRules.seats.named == .within
        return proposal.quotas.compactMap { quota in
            let seats = quota.seats - (isWithin ? 0 : byName.count { $0.unit == quota.unit })
            return seats > 0 ? ClassQuota(unit: quota.unit, seats: seats) : nil
        }
    }

    /// The last class that was called up of the same name, else of the same kind and organiser.
    func lastCalledUp(like found: TrainingClass) throws -> CallUp? {
        let scheme = found.scheme
        for condition: SQL in [
            "title = \(scheme.title)", "kind = \(scheme.kind) and organiser = \(scheme.organiser)",
        ] {
            let last = try all(
                TrainingClass.self,
                where: """
                    code <> \(found.code) and \(condition) and opening_day <= \(scheme.opening)
                    and code in (select class from class_call_ups)
                    """, order: "opening_day desc", limit: 1
            ).first
            if let last { return try reading.one(CallUp.self, last.code, for: reader) }
        }
        return nil
    }

    /// The seats over all units by how many of their people the class is for; what is left over goes to the largest rests.
    private func quotasByHeads(for found: TrainingClass) throws -> [ClassQuota] {
        guard let staff = try staffMeant(by: found), !staff.isEmpty else { return [] }
        let units = try quotaUnits(of: found)
        let heads = Dictionary(grouping: staff) { units.unit(of: $0.appointment.unit) }.mapValues(\.count)
        let seats = found.scheme.heads
        var quotas = heads.sorted { $0.key < $1.key }.map { unit, people in
            (unit: unit, seats: seats * people / staff.count, rest: seats * people % staff.count)
        }
        let left = seats - quotas.reduce(0) { $0 + $1.seats }
        for place in quotas.indices.sorted(by: { (-quotas[$0].rest, $0) < (-quotas[$1].rest, $1) }).prefix(left) {
            quotas[place].seats += 1
        }
        return quotas.filter { $0.seats > 0 }.map { ClassQuota(unit: $0.unit, seats: $0.seats) }
    }
}
