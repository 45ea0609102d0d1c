import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What of an approved class may still change, with the reason and the paper that it rests on (调整、延期; work-classes 0.2).
struct ClassAdjustment: Sendable, Hashable {
    var registration = Day.unset
    var opening = Day.unset
    var closing = Day.unset
    var heads = 1
    var hours = 0
    var teacher = ""
    var institution = ""
    var parts: [ClassPart] = []
    var budget: [ClassCost] = []
    var reason = ""
    var paper = ""

    init(_ scheme: ClassScheme = ClassScheme()) {
        (registration, opening, closing) = (scheme.registration, scheme.opening, scheme.closing)
        (heads, hours, teacher, institution) = (scheme.heads, scheme.hours, scheme.teacher, scheme.institution)
        (parts, budget) = (scheme.parts, scheme.budget)
    }

    /// Parts that were left as they stood move with the class.
    func applied(to scheme: ClassScheme) -> ClassScheme {
        var made = scheme
        let moved = parts == scheme.parts && moves(scheme) ? opening - scheme.opening : 0
        (made.registration, made.opening, made.closing) = (registration, opening, closing)
        (made.heads, made.hours, made.teacher, made.institution) = (heads, hours, teacher, institution)
        made.budget = budget
        made.parts = parts.map { part in
            var part = part
            (part.from, part.to) = (part.from + moved, part.to + moved)
            return part
        }
        return made
    }

    /// Held later or earlier as a whole, as long as it was to last.
    func moves(_ scheme: ClassScheme) -> Bool {
        opening != scheme.opening && closing - opening == scheme.closing - scheme.opening
            && opening - registration == scheme.opening - scheme.registration
    }

    static let form = Form<ClassAdjustment>(
        .init(
            Words("时间", "Days"), .day(\.registration, "registration", Words("报到日期", "Arrival")),
            .day(\.opening, "opening", Words("开班日期", "Opening")),
            .day(
                \.closing, "closing", Words("结业日期", "Last day"),
                hint: Words(
                    "整班提前或推后的，分段安排和课程表随之移动", "A class that is moved as a whole takes its parts and its timetable along")
            ),
            .number(\.hours, "hours", Words("计划学时", "Hours of the syllabus"), in: 0...3000)),
        .init(
            Words("人员和地点", "People and places"), .number(\.heads, "heads", Words("人数", "People"), in: 1...5000),
            .person(\.teacher, "teacher", Words("班主任", "Class teacher")),
            .text(\.institution, "institution", Words("承办单位", "Institution"), isRequired: false, rule: .name),
            .rows(
                \.parts, "parts", Words("分段安排", "Parts"), of: ClassPart.form, blank: ClassPart(), most: 20)),
        .init(
            Words("经费", "Money"),
            .rows(
                \.budget, "budget", Words("经费预算（元）", "Budget (yuan)"), of: ClassCost.form, blank: ClassCost(),
                isRequired: false, most: 20)),
        .init(
            Words("依据", "Why"), .longText(\.reason, "remark", Words("调整理由", "Reason"), limit: 500, rows: 3),
            .text(\.paper, "paper", Words("依据文号", "Document"), isRequired: false, rule: .name)))
}

/// Puts an approved class off, gives it another place, teacher, size or budget (调整班次).
struct AdjustClass: RecordAct {
    static let right = Right.plan
    static let words = Words("调整班次", "Adjusted")
    static let title = Words("调整班次", "Adjust the class")
    static let button = Words("调整", "Adjust")
    static let step = "adjust"
    var record: String
    var adjustment: ClassAdjustment

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.notOpen(in: reading, for: reader) }

    func perform(on before: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        var made = before
        made.scheme = adjustment.applied(to: before.scheme)
        guard made.scheme != before.scheme else { try t.refuse(ClassProblem.nothingChanged) }
        if adjustment.reason.allSatisfy(\.isWhitespace) { try t.refuse(AdjustProblem.noReason) }
        try t.refuse(made.scheme.problems)
        try t.refuse(try problems(of: made, before, t))
        made.remark = adjustment.paper.isEmpty ? adjustment.reason : "\(adjustment.reason)（\(adjustment.paper)）"
        try t.update(made)
        try moveTimetable(of: made, before, t)
        return made
    }

    private func problems(of made: TrainingClass, _ before: TrainingClass, _ t: ActTransaction) throws
        -> [AdjustProblem]
    {
        var problems: [AdjustProblem] = []
        let rolls = try t.all(
            RollCall.self, for: .everybody, where: "class = \(made.code)", order: "day")
        if let first = rolls.first, let last = rolls.last {
            if made.scheme.opening != before.scheme.opening || made.scheme.registration != before.scheme.registration {
                problems.append(.begun(first.day))
            }
            if made.scheme.closing < last.day { problems.append(.taught(last.day)) }
        }
        let seated = try t.all(
            Trainee.self, for: .everybody, where: "class = \(made.code) and stage in (\(list: TraineeStage.seated))",
            order: "code")
        if seated.contains(where: { $0.stage == .arrived }), made.scheme.registration > t.today {
            problems.append(.arrived)
        }
        guard let callUp = try t.one(CallUp.self, made.code, for: .everybody) else { return problems }
        let seats = max(callUp.notice.seats, seated.count)
        if made.scheme.heads < seats { problems.append(.fewerThanSeats(seats)) }
        guard made.scheme.registration < before.scheme.registration || made.scheme.closing > before.scheme.closing
        else { return problems }
        // Nobody is on the rosters of two classes that meet in the same days.
        let eligibility = try t.eligibility(for: made, of: seated.map(\.person))
        for trainee in seated {
            guard let person = try t.person(code: trainee.person) else { continue }
            for case .elsewhere(let title) in eligibility.bars(person, holding: []) {
                problems.append(.elsewhere(person.name, title))
            }
        }
        return problems
    }

    private func moveTimetable(of made: TrainingClass, _ before: TrainingClass, _ t: ActTransaction) throws {
        guard var timetable = try t.one(Timetable.self, made.code, for: .everybody) else { return }
        let kept = timetable.sheet
        if adjustment.moves(before.scheme) {
            let days = made.scheme.opening - before.scheme.opening
            for row in timetable.sheet.sessions.indices {
                timetable.sheet.sessions[row].day = kept.sessions[row].day + days
            }
        }
        let outside = timetable.sheet.sessions.first {
            $0.day < made.scheme.registration || $0.day > made.scheme.closing
        }
        if let outside { try t.refuse(AdjustProblem.session(outside.day)) }
        guard timetable.sheet != kept else { return }
        timetable.kept = t.today
        try t.update(timetable)
    }
}

/// Why a class was not adjusted.
enum AdjustProblem: Refusal {
    case noReason, arrived
    case begun(Day), taught(Day), session(Day)
    case fewerThanSeats(Int)
    case elsewhere(String, String)

    var field: String {
        switch self {
        case .noReason: "remark"
        case .arrived, .begun: "registration"
        case .taught, .session: "closing"
        case .fewerThanSeats: "heads"
        case .elsewhere: "opening"
        }
    }

    var words: Words {
        switch self {
        case .noReason: Words("请写明调整理由", "Say why it is adjusted")
        case .arrived: Words("已有学员报到，报到日期不能再推后", "Trainees have arrived: the arrival is put off no more")
        case .begun(let day):
            Words("\(day.iso)已登记考勤，报到和开班日期不能再改", "The roll was called on \(day.iso): the opening stays")
        case .taught(let day):
            Words("\(day.iso)已登记考勤，结业不能早于这天", "The roll was called on \(day.iso): it ends no earlier")
        case .session(let day):
            Words(
                "课程表上\(day.iso)有课，不在报到和结业之间，请先改课程表",
                "The timetable has \(day.iso), which would lie outside: change it first")
        case .fewerThanSeats(let seats):
            Words("名额和名册上已有\(seats)人，人数不能少于此数", "\(seats) seats are given already")
        case .elsewhere(let name, let title):
            Words("\(name)那几天在“\(title)”名册上", "\(name) is on the roster of “\(title)” in those days")
        }
    }
}
