import Pages
import Records
import Storage
import Store
import Vocabulary

/// What a unit makes of its quota: so many seats for units beneath it, and until when they give names.
struct QuotaDivision: Sendable, Hashable {
    var parts: [ClassQuota] = []
    var namesDue = Day.unset

    static let form = Form<QuotaDivision>(
        .init(
            Words("分给下级", "Passed on"),
            .rows(
                \.parts, "parts", Words("下级单位名额", "Parts"),
                of: Form<ClassQuota>(
                    .init(
                        Words("名额", "Part"), .unit(\.unit, "unit", Words("单位", "Unit")),
                        .number(\.seats, "seats", Words("名额（人）", "Seats"), in: 1...5000),
                        .text(\.remark, "remark", Words("对象要求", "Who"), isRequired: false))),
                blank: ClassQuota(),
                hint: Words(
                    "没有分出的名额由本单位报名；要收回的，删去该行或减少名额", "What is not passed on stays yours; take a row out to take it back"),
                isRequired: false, most: 300),
            .day(
                \.namesDue, "namesDue", Words("下级报名截止日期", "Their names due"),
                hint: Words("到期没有报满的，可以收回改分", "What is unused then can be taken back"))))
}

/// Passes seats of a unit's quota on to units beneath it, or takes them back (分配名额, work-classes 4). The quota stays what
/// the organiser gave: its parts are never more.
struct DivideQuota: RecordAct {
    static let right = Right.report
    static let words = Words("分配名额给下级", "Quota divided")
    static let title = Words("分配名额给下级", "Divide the quota")
    static let button = Words("分配名额", "Divide the quota")
    static let step = "divide"
    var record: String
    var division: QuotaDivision

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try found.notApprovedOrClosed(in: reading) { return problem }
        guard let callUp = try reading.one(CallUp.self, found.code, for: .everybody) else {
            return ClassProblem.notCalledUp
        }
        guard try reading.ownQuota(of: reader, in: callUp) != nil else { return DivisionProblem.noQuota }
        if today > callUp.notice.deadline { return ClassProblem.lateToName(callUp.notice.deadline) }
        let beneath = try reading.unitsWithinReach(of: reader)?.count ?? 0
        return beneath > 1 ? nil : DivisionProblem.noUnitsBeneath
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        guard var callUp = try t.one(CallUp.self, found.code, for: t.reader),
            let quota = try t.ownQuota(of: t.reader, in: callUp)
        else { try t.refuse(DivisionProblem.noQuota) }
        try t.refuse(try t.problems(of: division, of: quota, in: callUp, on: t.today))
        let parts = division.parts.map { part in
            ClassQuota(
                unit: part.unit, seats: part.seats, remark: part.remark, within: quota.unit,
                namesDue: division.namesDue)
        }
        let before = callUp
        callUp.notice.quotas = callUp.notice.quotas.filter { $0.within != quota.unit }.flatMap { one in
            guard one.unit == quota.unit else { return [one] }
            var own = quota
            own.seats -= parts.reduce(0) { $0 + $1.seats }
            return [own] + parts
        }
        guard callUp != before else { try t.refuse(ClassProblem.nothingChanged) }
        try t.update(callUp)
        try t.moveUp(in: found, callUp)
        return found
    }
}

extension Reading {
    /// The whole quota of a reader's unit, as the organiser gave it; nil: it has none, or only a part of another's.
    func ownQuota(of reader: Reader, in callUp: CallUp) throws -> ClassQuota? {
        reader.unit.flatMap { unit in callUp.notice.quotas.asGiven.first { $0.unit == unit } }
    }

    fileprivate func problems(
        of division: QuotaDivision, of quota: ClassQuota, in callUp: CallUp, on today: Day
    ) throws -> [DivisionProblem] {
        var problems: [DivisionProblem] = []
        let before = callUp.notice.quotas.parts(of: quota.unit)
        if division.namesDue > callUp.notice.deadline { problems.append(.dueLater(callUp.notice.deadline)) }
        // What is only taken back keeps the day that has passed.
        let isMore = division.parts.contains { part in
            part.seats > before.first { $0.unit == part.unit }?.seats ?? 0
        }
        if division.namesDue < today, isMore { problems.append(.dueEarlier) }
        let beneath = try unitsWithinReach(of: Reader(account: "", rights: [], unit: quota.unit)) ?? []
        let given = Set(callUp.notice.quotas.asGiven.map(\.unit))
        var seen: Set<String> = []
        for (row, part) in division.parts.enumerated() {
            if part.unit == quota.unit || !beneath.contains(part.unit) {
                problems.append(.notBeneath(row: row))
            } else if given.contains(part.unit) {
                problems.append(.ownQuota(row: row))
            } else if !seen.insert(part.unit).inserted {
                problems.append(.unitTwice(row: row))
            }
        }
        let passedOn = division.parts.reduce(0) { $0 + $1.seats }
        if passedOn > quota.seats { problems.append(.moreThanQuota(parts: passedOn, seats: quota.seats)) }
        let lines = try quotaLines(of: callUp)
        for line in lines where line.quota.within == quota.unit {
            let part = division.parts.first { $0.unit == line.quota.unit }
            // Whoever waits there would wait for ever once the part is gone.
            let named = line.seated + (part == nil ? line.waiting : 0)
            if part?.seats ?? 0 < line.seated || part == nil && named > 0 {
                problems.append(.partTaken(try unit(code: line.quota.unit)?.name ?? line.quota.unit, named: named))
            }
        }
        let own = lines.first { $0.quota.unit == quota.unit }?.seated ?? 0
        if passedOn <= quota.seats, quota.seats - passedOn < own {
            problems.append(.ownTaken(named: own, left: quota.seats - passedOn))
        }
        return problems
    }
}

extension FormFlow where Draft == QuotaDivision, A == DivideQuota {
    static var dividing: FormFlow {
        var flow = FormFlow(DivideQuota.self, QuotaDivision.form) { found, ask in
            guard let callUp = try ask.reading.one(CallUp.self, found.code, for: ask.reader) else {
                return QuotaDivision()
            }
            let parts = callUp.notice.quotas.parts(of: ask.reader.unit ?? "")
            let due = callUp.notice.deadline
            // Two days are left to give what came back to others.
            return QuotaDivision(parts: parts, namesDue: parts.first?.namesDue ?? min(due, max(ask.today, due - 2)))
        } act: { found, division in
            DivideQuota(record: found.code, division: division)
        }
        // Somebody else may divide the same quota meanwhile, or the organiser change it.
        flow.seen = { ask in try ask.reading.seen(CallUp.self, try ask.one(TrainingClass.self).code) }
        flow.opening = { ask in try ask.quotaToDivide(try ask.one(TrainingClass.self)) }
        flow.refusals = { division, ask in
            let found = try ask.one(TrainingClass.self)
            guard let callUp = try ask.reading.one(CallUp.self, found.code, for: ask.reader),
                let quota = try ask.reading.ownQuota(of: ask.reader, in: callUp)
            else { return [DivisionProblem.noQuota] }
            return try ask.reading.problems(of: division, of: quota, in: callUp, on: ask.today)
        }
        flow.remarks = { division, ask in
            let found = try ask.one(TrainingClass.self)
            let callUp = try ask.reading.one(CallUp.self, found.code, for: ask.reader)
            let seats = try callUp.flatMap { try ask.reading.ownQuota(of: ask.reader, in: $0) }?.seats ?? 0
            let passedOn = division.parts.reduce(0) { $0 + $1.seats }
            return .p(
                .say(
                    "名额\(seats)个，分给下级\(passedOn)个，本单位留\(seats - passedOn)个。",
                    "Of \(seats) seats \(passedOn) are passed on; \(seats - passedOn) stay with your unit."))
        }
        return flow
    }
}

extension Ask {
    /// The quota, and how far it is used by the unit itself and by each part.
    fileprivate func quotaToDivide(_ found: TrainingClass) throws -> HTML {
        guard let callUp = try reading.one(CallUp.self, found.code, for: reader),
            let quota = try reading.ownQuota(of: reader, in: callUp)
        else { return .nothing }
        let lines = try reading.quotaLines(of: callUp).filter {
            $0.quota.unit == quota.unit || $0.quota.within == quota.unit
        }
        return .sheet(
            .section(
                .p(
                    .say(
                        "本单位名额\(quota.seats)个，\(callUp.notice.deadline.iso)报名截止。",
                        "Your unit has \(quota.seats) seats; names are due on \(callUp.notice.deadline.iso).")),
                .figures(
                    Words("名额使用", "How it is used"),
                    [
                        Words("单位", "Unit"), Words("名额", "Seats"), Words("已报", "Named"), Words("未用", "Open"),
                        Words("候补", "Waiting"),
                    ],
                    try lines.map { line in
                        [try line.quota.name(self)]
                            + [line.quota.seats, line.seated, line.open, line.waiting].map { .text(String($0)) }
                    })))
    }
}

extension TrainingClass {
    /// Classes of which parts of a unit's quota were not used in time, while the unit may still use them.
    static func partsUnused(of unit: String, on today: Day) -> SQL {
        """
        stage = \(ClassStage.approved) and code in (
            select q.class from class_quotas q join class_call_ups c on c.class = q.class
            where q.divided_from = \(unit) and q.names_due < \(today) and c.deadline >= \(today) and q.seats > (
                select count(*) from trainees t where t.class = q.class and t.unit = q.unit
                and (t.way is null or t.way <> \(TraineeWay.beside)) and t.stage in (\(list: TraineeStage.seated))))
        """
    }

    /// Seats that came back to a unit, for its clerk to give to others or to use.
    static func partsUnused(of unit: String, _ ask: Ask) throws -> [Waiting] {
        try Waiting.some(
            Words("下级未用名额待收回", "Parts that were not used"), TrainingClass.self,
            where: partsUnused(of: unit, on: ask.today), order: "opening_day", address: "/classes?answers=parts", ask
        ) { found in
            let lines = try ask.reading.one(CallUp.self, found.code, for: ask.reader).map {
                try ask.reading.quotaLines(of: $0)
            }
            let open = (lines ?? []).filter { $0.quota.within == unit && ($0.quota.namesDue ?? .unset) < ask.today }
                .reduce(0) { $0 + $1.open }
            return .init(
                found.title, found.address, remark: .say("\(open)个名额未用", "\(open) seats are open"),
                act: DivideQuota.button, at: DivideQuota.address(of: found))
        }
    }
}
