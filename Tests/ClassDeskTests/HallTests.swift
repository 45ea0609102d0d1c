import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Sign-in by the hall's code: who, when, and what it is of no use for") struct HallTests {
    /// Seconds since 1970 at which the first day of the class begins in the hall, in China.
    private func midnight(_ made: TrainingClass) -> Double { Double(made.scheme.opening.number) * 86_400 - 8 * 3600 }

    private func scan(
        _ hall: Hall, _ made: TrainingClass, at time: Int, opened: Double = 0, now: Double = 0
    ) -> HallScan {
        let clock = ClockTime(hoursAndMinutes: time)
        let shown = midnight(made) + Double(clock.seconds)
        return HallScan(
            pass: HallPass(hall, at: shown), opened: shown + opened, now: shown + opened + now, day: hall.place.day,
            clock: ClockTime(seconds: clock.seconds + Int(opened)))
    }

    private func opened(_ engine: TestEngine) throws -> (ClassTown, TrainingClass, Hall) {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        let place = ClassHalf(day: made.scheme.opening, half: .morning)
        let hall = try town.database.perform(
            OpenHall(trainingClass: made.code, place: place), by: .teacher, on: place.day)
        return (town, made, hall)
    }

    private func official(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }

    private func refused(_ body: () throws -> Void) -> [HallProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? HallProblem }
        } catch {
            return []
        }
        return []
    }

    @Test("a trainee signs in once, in time or late, and the journal tells no secret", arguments: TestEngine.allCases)
    func signingIn(engine: TestEngine) throws {
        let (town, made, hall) = try opened(engine)
        #expect(hall.opens.text == "08:00" && hall.late.text == "08:35" && hall.closes.text == "11:30")
        let again = try town.database.perform(
            OpenHall(trainingClass: made.code, place: hall.place), by: .teacher, on: hall.place.day)
        #expect(again == hall, "opened twice it is the same one")
        func sign(_ person: String, at time: Int) throws -> HallSignIn {
            try town.database.perform(
                SignInAtHall(scan: scan(hall, made, at: time)), by: official(person), on: hall.place.day)
        }
        #expect(try !sign("P1", at: 829).isLate)
        #expect(try sign("P2", at: 836).isLate)
        #expect(refused { _ = try sign("P1", at: 836) } == [.signedInAlready(ClockTime(hoursAndMinutes: 829))])
        #expect(try town.database.read { try $0.signedIn(to: hall) } == (2, 2))
        let journal = try town.database.read { try $0.journal(ofKind: Hall.kind, code: hall.code) }
        #expect(journal.count == 1 && journal.allSatisfy { $0.after?.contains(hall.secret.text) == false })
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a photograph sent on a minute later is of no use; a slow sign-in after a scan in time is")
    func moments() throws {
        let (town, made, hall) = try opened(.sqlite)
        func problem(_ scan: HallScan, _ person: String = "P1") throws -> HallProblem? {
            switch try town.database.read({ try $0.admittance(scan, of: person) }) {
            case .success: nil
            case .failure(let problem): problem
            }
        }
        // A window is twenty seconds, and holds for ten more.
        #expect(try problem(scan(hall, made, at: 820, opened: 29)) == nil)
        #expect(try problem(scan(hall, made, at: 820, opened: 30)) == .codeIsOver)
        #expect(try problem(scan(hall, made, at: 820, opened: 60)) == .codeIsOver)
        #expect(try problem(scan(hall, made, at: 820, opened: -1)) == .codeIsOver, "nor before it was shown")
        // Scanned in time, and signed in with a password minutes later.
        #expect(try problem(scan(hall, made, at: 820, opened: 5, now: 300)) == nil)
        #expect(try problem(scan(hall, made, at: 820, opened: 5, now: 601)) == .heldTooLong(10))
        #expect(try problem(scan(hall, made, at: 759)) == .opensAt(ClockTime(hoursAndMinutes: 800)))
        #expect(try problem(scan(hall, made, at: 1131)) == .closedAt(ClockTime(hoursAndMinutes: 1130)))
        #expect(try problem(scan(hall, made, at: 820), "P3") == .notOfThisClass)
    }

    @Test("a code is of its class, its half-day and its window, and of nothing else") func sealed() throws {
        let (town, made, hall) = try opened(.sqlite)
        let pass = HallPass(hall, at: midnight(made) + 30_000)
        #expect(HallPass(pass.text) == pass && pass.isOf(hall))
        for (place, other) in [(1, "1zz"), (2, "a"), (3, "1"), (4, "00000000000000000000")] {
            var parts = pass.text.split(separator: ".").map(String.init)
            parts[place] = other
            let forged = try #require(HallPass(parts.joined(separator: ".")))
            #expect(!forged.isOf(hall), "\(place)")
            let scan = HallScan(
                pass: forged, opened: midnight(made) + 30_000, now: midnight(made) + 30_000, day: hall.place.day,
                clock: ClockTime(seconds: 30_000))
            #expect(
                refused {
                    try town.database.perform(SignInAtHall(scan: scan), by: official("P1"), on: hall.place.day)
                } == [.noSuchCode])
        }
        for text in ["", "....", "B.1.m.1", "B.1.x.1.0", String(repeating: "9", count: 500), "B.\u{0}.m.1.0"] {
            #expect(HallPass(text) == nil, "\(text.prefix(20))")
        }
    }

    @Test("a hall is opened on the day itself, for a half-day with sessions, by those who keep the class")
    func opening()
        throws
    {
        let (town, made, hall) = try opened(.sqlite)
        func open(_ half: HalfDay, on day: Day, by reader: Reader = .teacher) throws {
            try town.database.perform(
                OpenHall(trainingClass: made.code, place: ClassHalf(day: hall.place.day, half: half)), by: reader,
                on: day)
        }
        #expect(refusal { try open(.afternoon, on: hall.place.day - 1) } == [.hallOfAnotherDay(hall.place.day)])
        #expect(refusal { try open(.evening, on: hall.place.day) } == [.rollHasNoSession(hall.place.day)])
        #expect(throws: NotAllowed.self) { try open(.afternoon, on: hall.place.day, by: official("P1")) }
    }
}
