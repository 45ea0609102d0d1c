import Records
import Storage
import Store
import Vocabulary

/// Claims of a sample town in every state on its last day, done by the acts themselves, and the rules for their hours.
struct SampleClaims {
    let database: Database
    let until: Day

    private static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])

    private struct Sample {
        var title: String
        var source: ClaimSource
        /// Days before the town's last on which it ended, and of the training.
        var ended: Int
        var days: Int
        var stage: ClaimStage
    }

    private static let samples = [
        Sample(title: "公文写作培训", source: .own, ended: 60, days: 2, stage: .approved),
        Sample(title: "财务制度培训", source: .own, ended: 45, days: 3, stage: .approved),
        Sample(title: "省厅业务培训班", source: .superior, ended: 38, days: 5, stage: .approved),
        Sample(title: "高校专题进修", source: .outside, ended: 30, days: 10, stage: .atOffice),
        Sample(title: "信访工作培训", source: .own, ended: 21, days: 1, stage: .atOffice),
        Sample(title: "安全生产网络课程", source: .online, ended: 18, days: 6, stage: .returned),
        Sample(title: "新录用人员入职培训", source: .own, ended: 9, days: 3, stage: .draft),
        Sample(title: "机关业务例会", source: .own, ended: 12, days: 1, stage: .voided),
    ]

    func make() throws {
        let start = Day(year: until.year, month: 1, day: 1) ?? until
        for rule in [
            HourRuleDraft(
                source: .own, since: start, per: .day, halfHours: 14, capOnce: 35, capYear: 70, basis: "示例：学时管理办法"),
            HourRuleDraft(source: .outside, since: start, per: .day, halfHours: 16, capOnce: 48, basis: "示例：学时管理办法"),
            HourRuleDraft(source: .online, since: start, per: .hour, halfHours: 2, capYear: 40, basis: "示例：学时管理办法"),
        ] {
            try database.perform(SetHourRule(draft: rule), by: Self.office, on: start)
        }
        let homes = try database.read { reading in
            try reading.units().filter { $0.kind != .branch && $0.parent != nil && $0.span.contains(until) }.compactMap
            {
                unit -> (unit: OrgUnit, people: [String], superior: String?)? in
                let people = try reading.persons(at: unit.code, on: until, limit: 12).persons.map(\.code)
                return people.count >= 3 ? (unit, people, try reading.superior(of: unit.code)) : nil
            }
        }
        let own = homes.filter { $0.superior == nil }
        guard own.count >= 4 else { return }
        for (number, sample) in Self.samples.enumerated() {
            let home = own[number % own.count]
            try make(sample, home.unit, home.people)
        }
        if let beneath = homes.first(where: { $0.superior != nil }) {
            try make(
                Sample(title: "镇村干部业务培训", source: .own, ended: 7, days: 2, stage: .atUnit), beneath.unit, beneath.people
            )
        }
    }

    private func make(_ sample: Sample, _ unit: OrgUnit, _ people: [String]) throws {
        let clerk = Reader(account: "\(unit.name)联络员", rights: [.see, .report], unit: unit.code)
        let to = until - sample.ended
        // Those who served there when it ended.
        let people = try database.read { reading in
            try people.filter { try reading.appointment(of: $0, on: to)?.unit == unit.code }
        }
        guard !people.isEmpty else { return }
        let isMeeting = sample.stage == .voided
        let scheme = ClaimScheme(
            source: sample.source, title: sample.title, unit: unit.code,
            heldBy: sample.source == .own ? "" : sample.source == .superior ? "省厅" : "省行政学院",
            from: to - (sample.days - 1),
            to: to, halfDays: isMeeting ? 1 : sample.days * 2, halfHours: isMeeting ? 6 : sample.days * 14,
            way: sample.source == .online ? .online : .classroom, taught: isMeeting ? .notTaught : .taught,
            people: Array(people.prefix(6)))
        let claim = try database.perform(EnterClaim(scheme: scheme), by: clerk, on: to + 2)
        if sample.stage == .draft { return }
        try database.perform(SubmitClaim(record: claim.code), by: clerk, on: to + 3)
        switch sample.stage {
        case .draft, .atUnit, .atOffice: return
        case .approved, .returned:
            try database.perform(
                DecideClaim(
                    record: claim.code, isApproved: sample.stage == .approved,
                    remark: sample.stage == .approved ? "" : "请补充平台的学时证明"), by: Self.office, on: to + 5)
        case .voided:
            try database.perform(VoidClaim(record: claim.code, reason: "属于会议，误报"), by: clerk, on: to + 4)
        }
    }
}
