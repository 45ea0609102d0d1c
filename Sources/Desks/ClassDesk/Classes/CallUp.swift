import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// The notice by which units are called to send people (调训通知), with what each may send (名额分配表).
struct CallUp: Noun {
    var trainingClass: String
    var notice: CallUpNotice
    var issued: Day

    static let table = Table<CallUp>(
        "class_call_ups",
        Column("class") { $0.trainingClass }, Column("number") { $0.notice.number }, Column("issued_day") { $0.issued },
        Column("deadline") { $0.notice.deadline }, Column("contact") { $0.notice.contact },
        Column("notes") { $0.notice.notes }
    ) { code, number, issued, deadline, contact, notes in
        CallUp(
            trainingClass: code,
            notice: CallUpNotice(number: number, deadline: deadline, contact: contact, notes: notes), issued: issued)
    }
    static let lists = [
        NounList<CallUp>(
            \.notice.quotas, owner: "class",
            Table(
                "class_quotas", Column("unit") { $0.unit }, Column("seats") { $0.seats },
                Column("remark") { $0.remark }, Column("divided_from") { $0.within },
                Column("names_due") { $0.namesDue },
                make: ClassQuota.init))
    ]
    static let reach = Reach.everybody
}

struct CallUpNotice: Sendable, Hashable {
    /// 文号
    var number = ""
    /// The last day on which units give names (报名截止).
    var deadline = Day.unset
    var contact = ""
    var notes = ""
    var quotas: [ClassQuota] = []
    /// Who is called up by name (点名调训). They stand on the roster, within the reach of their unit, and not in the notice.
    var named: [String] = []

    static let form = Form<CallUpNotice>(
        .init(
            Words("通知", "Notice"),
            .text(\.number, "number", Words("文号", "Number"), isRequired: false, rule: .name),
            .day(\.deadline, "deadline", Words("报名截止日期", "Names due")),
            .text(
                \.contact, "contact", Words("联系人和电话", "Contact"), hint: Words("如：李文 0951-1234567", "Name and telephone")
            ),
            .longText(\.notes, "notes", Words("其他要求", "Notes"), isRequired: false, limit: 1000, rows: 3)),
        .init(
            Words("名额分配", "Quotas"),
            .rows(
                \.quotas, "quotas", Words("名额分配表", "Quotas"),
                of: Form<ClassQuota>(
                    .init(
                        Words("名额", "Quota"), .unit(\.unit, "unit", Words("单位", "Unit")),
                        .number(\.seats, "seats", Words("名额（人）", "Seats"), in: 0...5000),
                        .text(\.remark, "remark", Words("对象要求", "Who"), isRequired: false))),
                blank: ClassQuota(), isRequired: false, most: 600),
            .persons(
                \.named, "named", Words("点名调训", "Called up by name"),
                hint: Words("一行一人；下发后直接列入名册，待审核", "One a line; they stand on the roster once it is sent"),
                isRequired: false,
                most: 1000, onlyWithinReach: true)))
}

/// What one unit may send.
struct ClassQuota: Sendable, Hashable {
    var unit = ""
    var seats = 1
    var remark = ""
    /// The unit above whose quota it is a part of, as that unit divided it; empty: the organiser gave it.
    var within = ""
    /// Of a part: until when its unit gives names; nil: until names are due of all.
    var namesDue: Day?
}

/// Issues the call-up, or corrects it (下发调训通知).
struct IssueCallUp: RecordAct {
    static let right = Right.plan
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("下发调训通知", "Called up")
    static let title = Words("下发调训通知", "Call up")
    static let button = Words("调训通知", "Call-up")
    static let step = "call-up"
    var record: String
    var notice: CallUpNotice

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.notOpen(in: reading, for: reader) }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let before = try t.one(CallUp.self, found.code, for: t.reader)
        try t.refuse(notice.problems(of: found, try t.siteRules(ClassRules.self)))
        // What units have passed on stays theirs to divide.
        let passedOn = before?.notice.quotas ?? []
        try t.refuse(try t.problems(of: notice.quotas, beside: passedOn))
        var notice = notice
        notice.quotas = notice.quotas.withParts(of: passedOn)
        // Whoever was named keeps a seat: of a unit that is left out as of one whose quota is cut.
        let seated = try t.all(
            Trainee.self, for: .everybody,
            where: "class = \(found.code) and \(Trainee.takesSeat)", order: "unit")
        for (unit, people) in Dictionary(grouping: seated, by: \.unit).sorted(by: { $0.key < $1.key }) {
            let seats = notice.quotas.first { $0.unit == unit }?.seats ?? 0
            if people.count > seats {
                try t.refuse(
                    ClassProblem.quotaTaken(unit: try t.unit(code: unit)?.name ?? unit, named: people.count))
            }
        }
        var callUp = CallUp(trainingClass: found.code, notice: notice, issued: before?.issued ?? t.today)
        callUp.notice.named = []
        try t.insertOrUpdate(callUp)
        let isAltered = try t.callUp(notice.named, to: found, callUp)
        if callUp == before, !isAltered { try t.refuse(ClassProblem.nothingChanged) }
        // Who waits moves up where a quota grew.
        if before != nil { try t.moveUp(in: found, callUp) }
        return found
    }
}

extension Trainee {
    /// Those who take a seat of their unit's quota.
    static let takesSeat: SQL =
        "stage in (\(list: TraineeStage.seated)) and (way is null or way <> \(TraineeWay.beside))"
}

extension Reading {
    /// How many people of a unit's quota take up a seat.
    func seated(in found: TrainingClass, of unit: String) throws -> Int {
        try count(
            Trainee.self, for: .everybody, where: "class = \(found.code) and unit = \(unit) and \(Trainee.takesSeat)")
    }
}

extension CallUpNotice {
    func problems(of found: TrainingClass, _ rules: ClassRules) -> [ClassProblem] {
        var problems: [ClassProblem] = []
        let arrival = found.scheme.registration
        if deadline > arrival { problems.append(.deadlineAfterArrival(arrival)) }
        var seen: Set<String> = []
        for (row, quota) in quotas.enumerated() where !seen.insert(quota.unit).inserted {
            problems.append(.unitTwice(row: row))
        }
        if seats == 0, named.isEmpty { problems.append(.noSeatsAtAll) }
        let all = seats + (rules.seats.named == .beside ? named.count : 0)
        if all > found.scheme.heads { problems.append(.overHeads(seats: all, heads: found.scheme.heads)) }
        return problems
    }

    var seats: Int { quotas.reduce(0) { $0 + $1.seats } }
}
