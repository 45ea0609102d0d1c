import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("An approved class is adjusted: put off, made larger, moved, by the office and with its reason")
struct AdjustTests {
    private func adjust(
        _ town: ClassTown, _ made: TrainingClass, on today: Day = day("2026-09-25"), by reader: Reader = .office,
        _ change: (inout ClassAdjustment) -> Void
    ) throws -> TrainingClass {
        var adjustment = ClassAdjustment(made.scheme)
        (adjustment.reason, adjustment.paper) = ("与全县会议冲突", "县组通〔2026〕11号")
        change(&adjustment)
        return try town.database.perform(AdjustClass(record: made.code, adjustment: adjustment), by: reader, on: today)
    }

    private func problems(_ body: () throws -> Void) -> [AdjustProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? AdjustProblem }
        } catch {}
        return []
    }

    @Test("put off by a week as a whole, its parts and its timetable come along", arguments: TestEngine.allCases)
    func putOff(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.planned(made)
        let moved = try adjust(town, made) {
            ($0.registration, $0.opening, $0.closing) = ($0.registration + 7, $0.opening + 7, $0.closing + 7)
        }
        #expect(moved.scheme.opening == made.scheme.opening + 7)
        #expect(moved.scheme.parts.map(\.from) == made.scheme.parts.map { $0.from + 7 })
        #expect(moved.remark == "与全县会议冲突（县组通〔2026〕11号）" && moved.stage == .approved)
        let days = try town.database.read { try $0.one(Timetable.self, made.code, for: .everybody) }?.sheet.sessions
        #expect(days?.map(\.day) == [made.scheme.opening + 7, made.scheme.opening + 7, made.scheme.opening + 8])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("it says why, changes something, and is the office's", arguments: TestEngine.allCases)
    func refused(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        #expect(throws: Refused.self) { try adjust(town, made) { _ in } }
        #expect(
            problems {
                _ = try adjust(town, made) {
                    $0.heads += 5
                    $0.reason = " "
                }
            } == [.noReason])
        #expect(problems { _ = try adjust(town, made) { $0.heads = 2 } } == [.fewerThanSeats(3)])
        #expect(throws: NotAllowed.self) { try adjust(town, made, by: .clerk) { $0.heads += 1 } }
        #expect(try town.database.read { try $0.one(TrainingClass.self, made.code, for: .everybody) } == made)
    }

    @Test("a session that would lie outside is named; what was taught stays", arguments: TestEngine.allCases)
    func taught(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        let opening = made.scheme.opening
        #expect(
            problems {
                _ = try adjust(town, made, on: opening) {
                    $0.closing = opening
                    $0.parts = $0.parts.map { part in
                        var part = part
                        (part.from, part.to) = (opening, opening)
                        return part
                    }
                }
            } == [.session(opening + 1)])
        try town.call(made, ClassHalf(day: opening, half: .morning))
        #expect(
            problems {
                _ = try adjust(town, made, on: opening) {
                    ($0.registration, $0.opening, $0.closing) = ($0.registration + 1, $0.opening + 1, $0.closing + 1)
                }
            }.contains(.begun(opening)))
        let longer = try adjust(town, made, on: opening) { $0.closing = $0.closing + 1 }
        #expect(longer.scheme.closing == made.scheme.closing + 1)
    }

    @Test("who is in another class in the new days is named", arguments: TestEngine.allCases)
    func elsewhere(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        let later = try town.calledUp {
            $0.title = "法治思维专题班"
            ($0.registration, $0.opening, $0.closing) = ($0.registration + 10, $0.opening + 10, $0.closing + 10)
            $0.parts = $0.parts.map { part in
                var part = part
                (part.from, part.to) = (part.from + 10, part.to + 10)
                return part
            }
        }
        try town.name("P1", for: made)
        try town.name("P1", for: later)
        let found = problems {
            _ = try adjust(town, made) {
                ($0.registration, $0.opening, $0.closing) = ($0.registration + 9, $0.opening + 9, $0.closing + 9)
            }
        }
        #expect(found == [.elsewhere("学员1", "法治思维专题班")])
    }
}
