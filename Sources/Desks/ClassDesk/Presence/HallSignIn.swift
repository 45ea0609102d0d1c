import Pages
import Records
import Storage
import Store
import Vocabulary

/// That a trainee has signed in to a half-day (签到): they came. Whether they stayed the roll says, which it fills in.
struct HallSignIn: Noun {
    var code: String
    var trainingClass: String
    var trainee: String
    var place: ClassHalf
    var at: ClockTime
    var isLate: Bool

    static let table = Table<HallSignIn>(
        "hall_sign_ins", Column("code") { $0.code }, Column("class") { $0.trainingClass },
        Column("trainee") { $0.trainee }, Column("day") { $0.place.day }, Column("half") { $0.place.half },
        Column("signed_at") { $0.at }, Column("is_late") { $0.isLate }
    ) { code, trainingClass, trainee, day, half, at, isLate in
        HallSignIn(
            code: code, trainingClass: trainingClass, trainee: trainee, place: ClassHalf(day: day, half: half), at: at,
            isLate: isLate)
    }
    static let reach = Reach.through("trainee", Trainee.self)

    static func code(of trainee: String, _ place: ClassHalf) -> String {
        "\(trainee).\(place.day.iso).\(place.half.rawValue)"
    }
}

/// A code that somebody scanned, by the moment at which they opened it first.
struct HallScan: Sendable, Hashable {
    var pass: HallPass
    /// Seconds since 1970.
    var opened: Double
    var now: Double
    /// The day and the time that it was in the hall when it was opened.
    var day: Day
    var clock: ClockTime
}

/// Signs in with a code of the hall's screen (扫码签到).
struct SignInAtHall: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("扫码签到", "Signed in by code")
    var scan: HallScan

    func perform(in t: ActTransaction) throws -> HallSignIn {
        let (hall, trainee) = try t.admitted(scan)
        let code = HallSignIn.code(of: trainee.code, hall.place)
        if let before = try t.one(HallSignIn.self, code, for: .everybody) {
            try t.refuse(HallProblem.signedInAlready(before.at))
        }
        let signedIn = HallSignIn(
            code: code, trainingClass: hall.trainingClass, trainee: trainee.code, place: hall.place, at: scan.clock,
            isLate: scan.clock > hall.late)
        try t.insert(signedIn)
        return signedIn
    }
}

extension Reading {
    /// Whose trainee somebody is in a class; nil: in none of theirs.
    func trainee(of person: String, in trainingClass: String) throws -> Trainee? {
        try all(
            Trainee.self, for: .everybody,
            where: "class = \(trainingClass) and person in (\(list: try codes(of: person)))", order: "code", limit: 1
        ).first
    }

    /// The hall and the trainee of a code that holds, or why it does not.
    func admittance(_ scan: HallScan, of person: String?) throws -> Result<(Hall, Trainee), HallProblem> {
        guard let hall = try one(Hall.self, scan.pass.hall, for: .everybody), scan.pass.isOf(hall) else {
            return .failure(.noSuchCode)
        }
        guard scan.pass.isShown(at: scan.opened, by: hall) else { return .failure(.codeIsOver) }
        guard scan.now - scan.opened <= Double(hall.held) else { return .failure(.heldTooLong(hall.held / 60)) }
        guard let person, let trainee = try trainee(of: person, in: hall.trainingClass),
            [.accepted, .arrived].contains(trainee.stage)
        else { return .failure(.notOfThisClass) }
        guard scan.day == hall.place.day, scan.clock >= hall.opens else { return .failure(.opensAt(hall.opens)) }
        guard scan.clock <= hall.closes else { return .failure(.closedAt(hall.closes)) }
        return .success((hall, trainee))
    }
}

extension ActTransaction {
    fileprivate func admitted(_ scan: HallScan) throws -> (Hall, Trainee) {
        switch try admittance(scan, of: reader.person) {
        case .success(let found): return found
        case .failure(let problem): try refuse(problem)
        }
    }
}

/// Why somebody is not signed in.
enum HallProblem: Refusal {
    case noSuchCode, codeIsOver, heldTooLong(Int), notOfThisClass
    case opensAt(ClockTime), closedAt(ClockTime), signedInAlready(ClockTime)

    var field: String { "" }

    var words: Words {
        switch self {
        case .noSuchCode: Words("这不是签到大屏上的二维码", "This is no code of a hall's screen")
        case .codeIsOver: Words("二维码已过期，请对着大屏重新扫一次", "The code is over: scan the one on the screen now")
        case .heldTooLong(let minutes):
            Words("扫码后超过\(minutes)分钟没有签到，请重新扫一次", "More than \(minutes) minutes have passed since: scan it again")
        case .notOfThisClass: Words("您不在这个班的名册上，请找班主任", "You are not on this class's roster: ask the class teacher")
        case .opensAt(let time): Words("\(time.text)开始签到", "Sign-in begins at \(time.text)")
        case .closedAt(let time):
            Words("签到已于\(time.text)结束，请找班主任", "Sign-in ended at \(time.text): ask the class teacher")
        case .signedInAlready(let time): Words("您已在\(time.text)签到，不用再签", "You signed in at \(time.text) already")
        }
    }
}
