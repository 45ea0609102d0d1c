import Pages
import Storage
import Store
import Vocabulary

/// One unit's quota in a class, and what became of it.
struct QuotaLine: Sendable {
    var trainingClass: String
    var quota: ClassQuota
    /// Who takes up a seat of it, and who waits for one.
    var seated: Int
    var waiting: Int

    /// Seats that its unit gave to units beneath it.
    var passedOn = 0

    var open: Int { max(0, quota.seats - seated) }
    var state: QuotaState {
        guard quota.seats > 0 else { return passedOn > 0 ? .passedOn : .given }
        return seated == 0 ? .silent : open > 0 ? .partly : .full
    }
}

enum QuotaState: String, Named {
    case silent, partly, full, passedOn, given

    var words: Words {
        switch self {
        case .silent: Words("未报名", "Nobody named")
        case .partly: Words("未报满", "Seats open")
        case .full: Words("已报满", "Full")
        case .passedOn: Words("已分给下级", "Passed on")
        case .given: Words("没有名额", "No seats")
        }
    }

    var mark: Mark {
        switch self {
        case .silent: .behind
        case .partly: .next
        case .full, .passedOn: .met
        case .given: .doesNotApply
        }
    }
}

extension Reading {
    /// The quotas of a call-up in its own order, each with what was named.
    func quotaLines(of callUp: CallUp) throws -> [QuotaLine] {
        func people(_ condition: SQL) throws -> [String: Int] {
            let found = try all(
                Trainee.self, for: .everybody, where: "class = \(callUp.trainingClass) and \(condition)", order: "code")
            return Dictionary(grouping: found, by: \.unit).mapValues(\.count)
        }
        let seated = try people(Trainee.takesSeat)
        let waiting = try people("stage = \(TraineeStage.waiting)")
        let quotas = callUp.notice.quotas
        return quotas.map {
            QuotaLine(
                trainingClass: callUp.trainingClass, quota: $0, seated: seated[$0.unit] ?? 0,
                waiting: waiting[$0.unit] ?? 0, passedOn: quotas.parts(of: $0.unit).reduce(0) { $0 + $1.seats })
        }
    }
}

extension CallUp {
    /// From this day on seats that nobody was named for are the office's again.
    func returns(_ rules: SeatRules) -> Day { notice.deadline + rules.returnAfter }
}

extension TrainingClass {
    /// Seats of units with what was named: who has not answered.
    static let quotaList = FoundList<QuotaLine>(
        Words("名额和报名", "Seats and names"), file: "quotas",
        columns: [
            ListColumn(
                "unit", Words("单位", "Unit"), .lead, text: { row, ask in try ask.naming.unitName(row.quota.unit) }
            ) { row, ask in try row.quota.name(ask) },
            .number("seats", Words("名额", "Seats"), unit: Words("个名额", "seats")) { $0.quota.seats },
            ListColumn(
                "seated", Words("已报", "Named"), .figure, unit: Words("人已报", "named"),
                text: { row, _ in String(row.seated) }
            ) { row, _ in
                .link(
                    "/classes/trainees?class=\(row.trainingClass)&on=seated&unit=\(Query.encoded(row.quota.unit))",
                    .text(String(row.seated)))
            },
            .number("waiting", Words("候补", "Waiting"), unit: Words("人候补", "waiting")) { $0.waiting },
            .number("open", Words("未用", "Open"), unit: Words("个未用", "open")) { $0.open },
            .text("remark", Words("对象要求", "Who"), .below) { $0.quota.remark },
            ListColumn(
                "within", Words("分配单位", "Divided by"), .file,
                text: { row, ask in row.quota.within.isEmpty ? "" : try ask.naming.unitName(row.quota.within) }),
            ListColumn(
                "passedOn", Words("已分给下级", "Passed on"), .file, as: .number,
                text: { row, _ in String(row.passedOn) }),
            .day("due", Words("报名截止", "Names due"), .file) { $0.quota.namesDue },
            ListColumn("state", Words("状态", "State"), .end, text: { row, ask in ask.say(row.state.words) }) {
                row, ask in .state(row.state.mark, ask.say(row.state.words))
            },
        ],
        fields: [
            .ofClass,
            .choice("state", Words("状态", "State")) { _ in QuotaState.allCases.map { ($0.rawValue, $0.words) } },
        ], hasAsOf: false
    ) { ask in
        guard let found = try ask.classOfList else { return .ofNoClass }
        let callUp = try ask.reading.one(CallUp.self, found.code, for: ask.reader)
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        var lines = try callUp.map { try ask.reading.quotaLines(of: $0) } ?? []
        lines.removeAll { within?.contains($0.quota.unit) == false }
        var slips: [AddressSlip] = []
        if let typed = ask.query["state"] {
            if let state = QuotaState(rawValue: typed) {
                lines.removeAll { $0.state != state }
            } else {
                slips.append(.unknown("state", typed, zh: "状态", en: "state"))
            }
        }
        var rows = FoundRows(lines)
        rows.slips = slips
        rows.title = Words("名额和报名：\(found.title)", "Seats and names: \(found.title)")
        rows.crumbs = try found.crumbs(ask)
        rows.empty = .init(
            Words("没有这样的单位", "No such unit"),
            callUp == nil ? ClassProblem.notCalledUp.words : Words("请换一个条件。", "Try another filter."))
        return rows
    }

    /// Classes whose units had half the time and more, and of which one or more have named nobody.
    static func silent(on today: Day) -> SQL {
        """
        stage = \(ClassStage.approved) and code in (
            select q.class from class_quotas q join class_call_ups c on c.class = q.class
            where q.seats > 0 and coalesce(q.names_due, c.deadline) >= \(today)
            and c.issued_day + coalesce(q.names_due, c.deadline) <= \(Int(today.number) * 2)
            and not exists (
                select 1 from trainees t where t.class = q.class and t.unit = q.unit
                and (t.way is null or t.way <> \(TraineeWay.beside)) and t.stage in (\(list: TraineeStage.seated))))
        """
    }

    /// Classes with seats that are the office's again, as long as somebody can still be named for them.
    static func unused(on today: Day, _ rules: SeatRules) -> SQL {
        """
        stage = \(ClassStage.approved) and registration_day >= \(today) and code in (
            select q.class from class_quotas q join class_call_ups c on c.class = q.class
            where c.deadline <= \(today - rules.returnAfter) and q.seats > (
                select count(*) from trainees t where t.class = q.class and t.unit = q.unit
                and (t.way is null or t.way <> \(TraineeWay.beside)) and t.stage in (\(list: TraineeStage.seated))))
        """
    }

    /// What of seats waits for the office: units that are silent, seats that came back.
    static func seatsWaiting(_ ask: Ask) throws -> [Waiting] {
        guard ReturnSeats.isAllowed(to: ask.reader), ask.reader.unit == nil else { return [] }
        func lines(_ found: TrainingClass) throws -> [QuotaLine] {
            try ask.reading.one(CallUp.self, found.code, for: ask.reader).map { try ask.reading.quotaLines(of: $0) }
                ?? []
        }
        return try Waiting.some(
            Words("还有单位没有报名", "Units that have named nobody"), TrainingClass.self, where: silent(on: ask.today),
            order: "opening_day", address: "/classes?answers=none", ask
        ) { found in
            let silent = try lines(found).count { $0.state == .silent }
            let address = "\(found.quotasAddress)&state=silent"
            return .init(
                found.title, found.address, remark: .say("\(silent)个单位未报名", "\(silent) units have named nobody"),
                act: Words("查看", "See"), at: address)
        }
            + Waiting.some(
                Words("未用名额待调剂", "Unused seats"), TrainingClass.self,
                where: unused(on: ask.today, try ask.classRules.seats), order: "opening_day",
                address: "/classes?answers=unused", ask
            ) { found in
                let open = try lines(found).reduce(0) { $0 + $1.open }
                return .init(
                    found.title, found.address, remark: .say("\(open)个名额未用", "\(open) seats are open"),
                    act: ReturnSeats.button, at: ReturnSeats.address(of: found))
            }
    }

    /// Until when a unit gives names; pointed out from half the time on, and on the day before.
    func reminder(_ ask: Ask) throws -> HTML {
        guard let callUp = try ask.reading.one(CallUp.self, code, for: ask.reader) else { return .nothing }
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        let dues = callUp.notice.quotas.filter { within?.contains($0.unit) ?? true }.map {
            callUp.namesDue(of: $0, within)
        }
        let deadline = dues.filter { $0 >= ask.today }.min() ?? callUp.notice.deadline
        let left = deadline - ask.today
        if left <= 1 {
            return .standing(
                .behind, left == 1 ? Words("明天报名截止", "names due tomorrow") : Words("今天报名截止", "names due today"))
        }
        let isHalf = (ask.today - callUp.issued) * 2 >= deadline - callUp.issued
        let words = Words("报名截止\(deadline.iso)，还有\(left)天", "names due on \(deadline.iso), in \(left) days")
        return isHalf ? .standing(.next, words) : .words(words)
    }

    /// The same two as conditions of the list.
    static let answersFilter = ListFilter(name: "answers", words: Words("报名", "Names"), control: nil) { ask, typed in
        switch typed {
        case "none": (ask.say("有单位未报名", "units have named nobody"), silent(on: ask.today))
        case "unused": (ask.say("有未用名额", "seats are unused"), unused(on: ask.today, try ask.classRules.seats))
        case "parts":
            ask.reader.unit.map { (ask.say("下级有未用名额", "parts are unused"), partsUnused(of: $0, on: ask.today)) }
        default: nil
        }
    }
}
