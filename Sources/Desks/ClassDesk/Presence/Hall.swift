import Pages
import Storage
import Store
import Vocabulary

/// The screen of a hall for one half-day, as it was opened (签到大屏): its secret, and by what its sign-ins are judged. All of
/// it stands in one row, so that two hundred telephones in the same seconds ask for little else.
struct Hall: Noun {
    /// Class and half-day, as their roll has it.
    var code: String
    var trainingClass: String
    var place: ClassHalf
    var secret: HallSecret
    var opens: ClockTime
    /// Who comes later is late.
    var late: ClockTime
    var closes: ClockTime
    /// Seconds for which a code holds after its window.
    var grace: Int
    /// Seconds within which somebody who scanned it has signed in.
    var held: Int

    static let table = Table<Hall>(
        "class_halls", Column("code") { $0.code }, Column("class") { $0.trainingClass }, Column("day") { $0.place.day },
        Column("half") { $0.place.half }, Column("secret") { $0.secret }, Column("opens_at") { $0.opens },
        Column("late_at") { $0.late }, Column("closes_at") { $0.closes }, Column("grace") { $0.grace },
        Column("held") { $0.held }
    ) { code, trainingClass, day, half, secret, opens, late, closes, grace, held in
        Hall(
            code: code, trainingClass: trainingClass, place: ClassHalf(day: day, half: half), secret: secret,
            opens: opens, late: late, closes: closes, grace: grace, held: held)
    }
    static let reach = Reach.everybody
}

/// What makes the codes of one hall; the journal tells that there is one, never what it is.
struct HallSecret: Hashable, Sendable, Stored, CustomStringConvertible {
    let text: String

    init(_ text: String) { self.text = text }
    init(stored: SQLValue) throws { text = try String(stored: stored) }

    var stored: SQLValue { SQLValue(text) }
    var journaled: JournalValue { .text("***") }
    var description: String { "***" }
}

/// Opens the sign-in of a half-day (打开签到), on its day.
struct OpenHall: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("打开签到", "Sign-in opened")
    static let mayStandAlready = true
    var trainingClass: String
    var place: ClassHalf

    func perform(in t: ActTransaction) throws -> Hall {
        guard let found = try t.one(TrainingClass.self, trainingClass, for: t.reader) else {
            try t.refuse(ClassProblem.unknown(trainingClass))
        }
        try t.requireKeeper(of: trainingClass, with: Self.right)
        if let why = try found.noHall(place, in: t, for: t.reader, on: t.today) { try t.refuse(why) }
        let code = RollCall.code(of: trainingClass, place)
        if let open = try t.one(Hall.self, code, for: .everybody) { return open }
        let rules = try t.siteRules(ClassRules.self)
        let halves = try t.one(Timetable.self, trainingClass, for: .everybody)?.halves ?? []
        let bell = rules.begins(place.half)
        let hours = halves.first { $0.place == place }?.halfHours ?? 0
        let hall = Hall(
            code: code, trainingClass: trainingClass, place: place, secret: HallSecret(RandomText.make(32)),
            opens: ClockTime(seconds: max(0, bell.seconds - rules.signInBefore * 60)), late: bell + rules.lateAfter,
            closes: max(bell + rules.lateAfter, rules.ends(place.half, halfHours: hours)), grace: rules.signInGrace,
            held: rules.signInHeld * 60)
        try t.insert(hall)
        return hall
    }
}

extension TrainingClass {
    /// Why nobody signs in to a half-day by the screen today.
    func noHall(
        _ place: ClassHalf, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> ClassProblem? {
        if let problem = try notKept(in: reading, for: reader) { return problem }
        let halves = try reading.one(Timetable.self, code, for: .everybody)?.halves ?? []
        if !halves.contains(where: { $0.place == place }) { return .rollHasNoSession(place.day) }
        return place.day == today ? nil : .hallOfAnotherDay(place.day)
    }
}
