import Store
import Vocabulary

extension Attendance {
    /// Half-hours that leave takes of half-days which are not counted as missed already.
    func ahead(_ trainee: String, _ leave: LeaveScheme) -> Int {
        guard isMissed(leave.kind.mark) else { return 0 }
        return halves.reduce(0) { sum, half in
            leave.covers(half.place) && !hasMissed(trainee, half.place) ? sum + half.halfHours : sum
        }
    }

    /// The same of leave that was granted, in half-days whose roll was not called.
    func ahead(_ trainee: String, _ granted: [ClassLeave]) -> Int {
        halves.reduce(0) { sum, half in
            let isTaken =
                !isCalled(trainee, half.place)
                && granted.contains { isMissed($0.scheme.kind.mark) && $0.scheme.covers(half.place) }
            return isTaken ? sum + half.halfHours : sum
        }
    }

    private func hasMissed(_ trainee: String, _ place: ClassHalf) -> Bool {
        isCalled(trainee, place) && mark(trainee, place).map(isMissed) ?? false
    }

    /// Half-days for which somebody has leave and stands as absent: it was granted after the roll was called.
    func absentOnLeave(_ trainee: String, _ granted: [ClassLeave]) -> [ClassHalf] {
        halves.map(\.place).filter { place in
            isCalled(trainee, place) && mark(trainee, place) == .absent
                && granted.contains { $0.scheme.covers(place) }
        }
    }
}

extension Reading {
    /// Half-hours missed once leave is added to what was missed and to other leave that was granted; `code`: of the leave
    /// itself, where it was filed.
    func missed(with leave: LeaveScheme, of trainee: Trainee, code: String = "") throws -> (halfHours: Int, Attendance)
    {
        let attendance = try attendance(ofClass: trainee.trainingClass)
        let others = try leaveGranted(in: trainee.trainingClass)[trainee.code, default: []].filter { $0.code != code }
        let all =
            attendance.away(trainee.code) + attendance.ahead(trainee.code, others)
            + attendance.ahead(trainee.code, leave)
        return (all, attendance)
    }
}
