import Pages
import Records
import Storage
import Store
import Vocabulary

/// Why somebody should not be in a class, or cannot: said once, for the proposal, the list of who may come and the names that
/// units give.
enum SeatBar: Hashable, Sendable {
    case onRoster(TraineeStage)
    /// On the roster of another class in the same days.
    case elsewhere(String)
    /// On the roster of another class of the same week, on other days.
    case sameWeek(String)
    case notMeant
    /// In a class of this kind this year already.
    case alike(String)
    case calledUp(times: Int, limit: Int)
    /// Retires in this month.
    case retiring(Day)

    /// What would be untrue is refused; what a rule forbids is shown (docs/decisions/0102).
    var isRefused: Bool {
        switch self {
        case .onRoster, .elsewhere: true
        case .sameWeek, .notMeant, .alike, .calledUp, .retiring: false
        }
    }

    enum Kind: String, Named {
        case onRoster, elsewhere, sameWeek, notMeant, alike, calledUp, retiring

        var words: Words {
            switch self {
            case .onRoster: Words("已在本班名册", "On this roster already")
            case .elsewhere: Words("同期参加其他班次", "In another class then")
            case .sameWeek: Words("同一周参加其他班次", "In another class that week")
            case .notMeant: Words("不属于对象类别", "Not whom it is for")
            case .alike: Words("本年度已参加同类班次", "In one of this kind this year")
            case .calledUp: Words("超过年度调训次数", "Called up often enough this year")
            case .retiring: Words("临近退休", "Retires soon")
            }
        }
    }

    var kind: Kind {
        switch self {
        case .onRoster: .onRoster
        case .elsewhere: .elsewhere
        case .sameWeek: .sameWeek
        case .notMeant: .notMeant
        case .alike: .alike
        case .calledUp: .calledUp
        case .retiring: .retiring
        }
    }

    var words: Words {
        switch self {
        case .onRoster(let stage):
            Words("已在本班名册：\(stage.words.zh)", "on this roster already: \(stage.words.en.lowercased())")
        case .elsewhere(let title): Words("同一时间在“\(title)”名册上", "on the roster of “\(title)” in the same days")
        case .sameWeek(let title): Words("同一周在“\(title)”名册上", "on the roster of “\(title)” in the same week")
        case .notMeant: Words("不属于本班的干部类别", "holds none of the categories that it is for")
        case .alike(let title): Words("本年度已参加同类班次“\(title)”", "in a class of this kind this year already: “\(title)”")
        case .calledUp(let times, let limit):
            Words("本年度第\(times)次调训，上限\(limit)次", "called up for the \(times). time this year; the rule is \(limit)")
        case .retiring(let month): Words("\(month.year)年\(month.month)月退休", "retires in \(month.iso.prefix(7))")
        }
    }
}

/// What is known of people against one class.
struct ClassEligibility {
    let found: TrainingClass
    let rules: ClassRules
    /// Other classes on whose rosters they stand: of its year, and those that meet in its days.
    fileprivate let others: [String: [TrainingClass]]
    fileprivate let own: [String: TraineeStage]

    /// The firmest first.
    func bars(_ person: Person, holding categories: some Collection<PersonCategory>) -> [SeatBar] {
        var bars: [SeatBar] = []
        if let stage = own[person.code] { bars.append(.onRoster(stage)) }
        let scheme = found.scheme
        if let meeting = meeting(person.code) {
            bars.append(.elsewhere(meeting.title))
        } else if let near = sameWeek(person.code) {
            bars.append(.sameWeek(near.title))
        }
        if !scheme.audience.isEmpty, !categories.contains(where: scheme.audience.contains) { bars.append(.notMeant) }
        let ofYear = othersOfYear(person.code)
        if let alike = ofYear.first(where: { $0.scheme.kind == scheme.kind }) { bars.append(.alike(alike.title)) }
        if ofYear.count + 1 > rules.callUpsAYear {
            bars.append(.calledUp(times: ofYear.count + 1, limit: rules.callUpsAYear))
        }
        if let month = rules.seats.retirement(of: person),
            month <= scheme.opening.adding(months: rules.seats.retireWithin)
        {
            bars.append(.retiring(month))
        }
        return bars
    }

    /// The class on whose roster somebody stands in the same days.
    private func meeting(_ person: String) -> TrainingClass? {
        let scheme = found.scheme
        return (others[person] ?? []).first {
            $0.scheme.registration <= scheme.closing && $0.scheme.closing >= scheme.registration
        }
    }

    func isElsewhere(_ person: String) -> Bool { meeting(person) != nil }

    /// The class on whose roster somebody stands in the same week, also where the days differ.
    func sameWeek(_ person: String) -> TrainingClass? {
        let scheme = found.scheme
        return (others[person] ?? []).first {
            $0.scheme.registration <= scheme.closing.weekEnd && $0.scheme.closing >= scheme.registration.weekStart
        }
    }

    /// Other classes of its year on whose rosters somebody stands.
    func othersOfYear(_ person: String) -> [TrainingClass] {
        (others[person] ?? []).filter { $0.scheme.opening.year == found.scheme.opening.year }
    }

    func callUpsLeft(_ person: Person) -> Int { max(0, rules.callUpsAYear - othersOfYear(person.code).count) }
}

extension SeatRules {
    /// The first day of the month in which somebody retires; nil: it is not looked at, or the month of birth is not known.
    fileprivate func retirement(of person: Person) -> Day? {
        guard retireWithin > 0, let born = Day(iso: "\(person.birthMonth)-01") else { return nil }
        return born.adding(months: 12 * (person.sex == .female ? womenRetire : menRetire))
    }
}

extension Reading {
    /// - Parameter people: those who are asked about; nil: everybody.
    func eligibility(for found: TrainingClass, of people: [String]? = nil) throws -> ClassEligibility {
        let scheme = found.scheme
        let near: SQL = """
            ((\(SQL.days(of: scheme.opening.year, column: "opening_day")))
                or (registration_day <= \(scheme.closing.weekEnd) and closing_day >= \(scheme.registration.weekStart)))
            """
        let classes = try all(
            TrainingClass.self, for: .everybody,
            where: "code <> \(found.code) and stage = \(ClassStage.approved) and \(near)", order: "opening_day, code")
        let byCode = Dictionary(classes.map { ($0.code, $0) }) { first, _ in first }
        // Rosters of other years are not read.
        let ofThese: SQL = """
            class in (select code from training_classes where code <> \(found.code) and stage = \(ClassStage.approved)
                and \(near))
            """
        let same = try samePersons()
        let whose = people.map { people in Set(people.flatMap { same.codes(of: $0) }).sorted() }
        func trainees(_ condition: SQL) throws -> [Trainee] {
            guard let whose else { return try all(Trainee.self, for: .everybody, where: condition, order: "code") }
            return try stride(from: 0, to: whose.count, by: 400).flatMap { start in
                let piece = Array(whose[start..<min(start + 400, whose.count)])
                return try all(
                    Trainee.self, for: .everybody, where: "\(condition) and person in (\(list: piece))", order: "code")
            }
        }
        var others: [String: [TrainingClass]] = [:]
        let seated = try trainees("\(ofThese) and stage in (\(list: TraineeStage.seated))")
        for trainee in seated {
            if let other = byCode[trainee.trainingClass] {
                others[same.whose(trainee.person), default: []].append(other)
            }
        }
        var own: [String: TraineeStage] = [:]
        for trainee in try trainees("class = \(found.code) and stage not in (\(list: TraineeStage.off))") {
            own[same.whose(trainee.person)] = trainee.stage
        }
        return ClassEligibility(found: found, rules: try siteRules(ClassRules.self), others: others, own: own)
    }
}

extension Day {
    /// Monday and Sunday of its week.
    fileprivate var weekStart: Day { self - (weekday - 1) }
    fileprivate var weekEnd: Day { weekStart + 6 }
}
