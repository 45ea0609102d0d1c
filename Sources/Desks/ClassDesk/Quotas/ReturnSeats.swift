import Pages
import Storage
import Store
import Vocabulary

/// What becomes of seats that nobody was named for.
struct ReturnedSeats: Sendable, Hashable {
    /// Who gets how many more.
    var given: [FixedQuota] = []
    /// Until when they give names.
    var deadline = Day.unset

    static let form = Form<ReturnedSeats>(
        .init(
            Words("调剂", "Given to others"),
            .rows(
                \.given, "given", Words("增加名额的单位", "Units that get more"),
                of: Form<FixedQuota>(
                    .init(
                        Words("名额", "Seats"), .unit(\.unit, "unit", Words("单位", "Unit")),
                        .number(\.seats, "seats", Words("增加（人）", "More"), in: 1...5000))),
                blank: FixedQuota(),
                hint: Words("已按候补人数填好；不再分配的，全部清空", "Filled in by who waits; empty it where nobody is to get any"),
                isRequired: false, most: 600),
            .day(\.deadline, "deadline", Words("报名截止日期", "Names due"))))

    func problems(_ lines: [QuotaLine], of found: TrainingClass, on today: Day) -> [ClassProblem] {
        var problems: [ClassProblem] = []
        if deadline > found.scheme.registration { problems.append(.deadlineAfterArrival(found.scheme.registration)) }
        if deadline < today, !given.isEmpty { problems.append(.deadlineBeforeToday) }
        let open = lines.reduce(0) { $0 + $1.open }
        let more = given.reduce(0) { $0 + $1.seats }
        if more > open { problems.append(.moreThanReturned(given: more, open: open)) }
        var seen: Set<String> = []
        for (row, quota) in given.enumerated() where !seen.insert(quota.unit).inserted {
            problems.append(.givenTwice(row: row))
        }
        return problems
    }
}

/// Takes back seats that no unit used in time, and gives them to others; who waits there moves up (收回并调剂名额).
struct ReturnSeats: RecordAct {
    static let right = Right.plan
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("收回并调剂名额", "Unused seats given to others")
    static let title = Words("收回并调剂名额", "Give unused seats to others")
    static let button = Words("调剂名额", "Unused seats")
    static let step = "return-seats"
    var record: String
    var returned: ReturnedSeats

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try found.notOpen(in: reading, for: reader) { return problem }
        guard let callUp = try reading.one(CallUp.self, found.code, for: .everybody) else {
            return ClassProblem.notCalledUp
        }
        let day = callUp.returns(try reading.siteRules(ClassRules.self).seats)
        if today < day { return ClassProblem.notReturned(day) }
        if today > found.scheme.registration { return ClassProblem.lateToName(found.scheme.registration) }
        let isOpen = try reading.quotaLines(of: callUp).contains { $0.open > 0 }
        return isOpen ? nil : ClassProblem.noneReturned
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        guard var callUp = try t.one(CallUp.self, found.code, for: t.reader) else {
            try t.refuse(ClassProblem.notCalledUp)
        }
        let lines = try t.quotaLines(of: callUp)
        try t.refuse(returned.problems(lines, of: found, on: t.today))
        var more = Dictionary(returned.given.map { ($0.unit, $0.seats) }) { first, _ in first }
        callUp.notice.quotas = lines.map { line in
            var quota = line.quota
            quota.seats = min(quota.seats, line.seated) + (more.removeValue(forKey: quota.unit) ?? 0)
            return quota
        }
        callUp.notice.quotas += returned.given.filter { more[$0.unit] != nil }.map {
            ClassQuota(unit: $0.unit, seats: $0.seats)
        }
        if !returned.given.isEmpty { callUp.notice.deadline = max(callUp.notice.deadline, returned.deadline) }
        try t.update(callUp)
        try t.moveUp(in: found, callUp)
        return found
    }
}

extension FormFlow where Draft == ReturnedSeats, A == ReturnSeats {
    static var returning: FormFlow {
        var flow = FormFlow(ReturnSeats.self, ReturnedSeats.form) { found, ask in
            let lines = try ask.lines(of: found)
            var left = lines.reduce(0) { $0 + $1.open }
            var returned = ReturnedSeats(deadline: max(ask.today, found.scheme.registration - 1))
            for line in lines where line.waiting > line.open && left > 0 {
                let seats = min(left, line.waiting - line.open)
                returned.given.append(FixedQuota(unit: line.quota.unit, seats: seats))
                left -= seats
            }
            return returned
        } act: { found, returned in
            ReturnSeats(record: found.code, returned: returned)
        }
        flow.opening = { ask in
            let open = try ask.lines(of: try ask.one(TrainingClass.self)).filter { $0.open > 0 || $0.waiting > 0 }
            return .sheet(
                .figures(
                    Words("未用名额", "Unused seats"),
                    [
                        Words("单位", "Unit"), Words("名额", "Seats"), Words("已报", "Named"), Words("未用", "Open"),
                        Words("候补", "Waiting"),
                    ],
                    try open.map { line in
                        [.text(try ask.naming.unitName(line.quota.unit))]
                            + [line.quota.seats, line.seated, line.open, line.waiting].map { .text(String($0)) }
                    }))
        }
        flow.refusals = { returned, ask in
            let found = try ask.one(TrainingClass.self)
            return returned.problems(try ask.lines(of: found), of: found, on: ask.today)
        }
        flow.remarks = { returned, ask in
            let open = try ask.lines(of: try ask.one(TrainingClass.self)).reduce(0) { $0 + $1.open }
            let given = returned.given.reduce(0) { $0 + $1.seats }
            return .p(
                .say(
                    "收回\(open)个名额，分出\(given)个，\(open - given)个不再分配。",
                    "\(open) seats come back, \(given) are given to others, \(open - given) to nobody."))
        }
        return flow
    }
}

extension Ask {
    fileprivate func lines(of found: TrainingClass) throws -> [QuotaLine] {
        try reading.one(CallUp.self, found.code, for: reader).map { try reading.quotaLines(of: $0) } ?? []
    }
}
