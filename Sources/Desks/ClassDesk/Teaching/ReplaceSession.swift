import Pages
import Spelling
import Store
import Vocabulary

/// Puts another lesson, trainer or place in a session's slot, with the reason (换课): a trainer cancels at seven in the morning.
/// What stood there stays to be seen.
struct ReplaceSession: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("换课", "Session replaced")
    static let title = Words("换课", "Replace a session")
    static let button = Words("换课", "Replace")
    static let step = "timetable/replace"
    var record: String
    var replacement: TaughtInstead

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.sessionsNotOpen(in: reading, for: reader) }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let before = try t.timetable(of: found).sheet
        try t.refuse(replacement.problems(before))
        guard let sheet = before.replacing(replacement, on: t.today) else { try t.refuse(TimetableProblem.notThere) }
        try t.keepTimetable(sheet, of: found)
        return found
    }
}

/// What is taught instead, and why. Day, half-day and hours stay.
struct TaughtInstead: Sendable, Hashable {
    var session = ""
    var taught = ClassSession()
    var reason = ""

    static let form = Form<TaughtInstead>(
        .init(
            Words("换课", "Replace a session"), .session(\.session),
            .suggested(
                \.taught.chosenCourse, "course", Words("改上的课程", "Taught instead"), rule: .title,
                list: LibraryList.courses, among: { try LibraryList.courses($0) }),
            .choice(\.taught.way, "way", Words("形式", "How")),
            .suggested(
                \.taught.chosenTrainer, "trainer", Words("授课人（单位、职务）", "Trainer"), isRequired: false,
                list: LibraryList.trainers, among: { try LibraryList.trainers($0) }),
            .suggested(
                \.taught.chosenPlace, "room", Words("地点", "Place"), isRequired: false, list: LibraryList.places,
                among: { try LibraryList.places($0) }),
            .text(
                \.reason, "reason", Words("更换原因", "Why"),
                hint: Words("如：授课人临时不能到；会印在课程表上", "Such as: the trainer cannot come; it is printed on the timetable"))))

    func problems(_ sheet: TimetableSheet) -> [TimetableProblem] {
        guard let index = sheet.index(of: session) else { return [.notThere] }
        return sheet.sessions[index] == taught.standing(for: sheet.sessions[index]) ? [.isSame] : []
    }
}

extension ClassSession {
    /// The same in the slot of another.
    fileprivate func standing(for other: ClassSession) -> ClassSession {
        var made = self
        (made.day, made.half, made.halfHours) = (other.day, other.half, other.halfHours)
        return made
    }
}

extension TimetableSheet {
    /// Nil: the session that is meant is not there.
    func replacing(_ replacement: TaughtInstead, on today: Day) -> TimetableSheet? {
        guard let index = index(of: replacement.session) else { return nil }
        let old = named[index]
        var sheet = self
        sheet.sessions[index] = replacement.taught.standing(for: old.session)
        sheet.replaced.append(
            ReplacedSession(session: old.session, number: old.number, day: today, reason: replacement.reason))
        return sheet
    }
}
