import Store
import Vocabulary

extension SampleClasses {
    /// Leave in the class that is running: one that was granted and ended, one to be decided.
    func leave(in made: TrainingClass, _ present: [Trainee], by office: Reader) throws {
        guard present.count > 3 else { return }
        let halves = try database.read { try $0.one(Timetable.self, made.code, for: .everybody)?.halves ?? [] }
        func ask(_ trainee: Trainee, _ kind: LeaveKind, _ reason: String, _ place: ClassHalf) throws -> ClassLeave {
            try database.perform(
                EnterLeave(
                    trainingClass: made.code, person: trainee.person,
                    scheme: LeaveScheme(
                        kind: kind, from: place.day, fromHalf: place.half, to: place.day, toHalf: place.half,
                        reason: reason, contact: "本单位 0951-6012345")), by: office, on: min(place.day, until))
        }
        // As the roll of that half-day has it.
        if halves.count > 2, halves[2].place.day < until {
            let past = halves[2].place
            let leave = try ask(present[0], .personal, "办理急件", past)
            try database.perform(
                DecideLeave(record: leave.code, isGranted: true, remark: "同意"), by: office, on: past.day)
            try database.perform(ReportReturn(record: leave.code), by: office, on: past.day)
        }
        if let next = halves.first(where: { $0.place.day > until })?.place {
            _ = try ask(present[3], .official, "参加市里会议", next)
        }
    }
}
