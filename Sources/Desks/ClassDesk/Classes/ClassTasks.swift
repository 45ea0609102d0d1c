import Pages
import Store
import Vocabulary

/// One thing on the way of a class, from the application to its closing (办班事项).
struct ClassTask {
    var name: Words
    var standing: Standing
    /// What was done, or what is missing.
    var said: Words
    var due: Day?
    /// Where it is done.
    var address: String
    /// What stands above the gate when it is open.
    var open: Words?

    enum Standing {
        case done, next, overdue, later, blocked
    }
}

extension ClassProgress {
    /// Nothing is done any more to a class that was cancelled.
    var tasks: [ClassTask] { found.stage == .cancelled ? [] : tasksBeforeClosing + [closingIt] }

    /// Everything that is to be done before the class can be closed, in words.
    var open: [Words] {
        var open = tasksBeforeClosing.compactMap(\.open)
        if today < scheme.closing {
            open.append(Words("结业日期\(scheme.closing.iso)还没有到", "its last day, \(scheme.closing.iso), is to come"))
        } else if let taught = stillTaught {
            open.append(taught)
        }
        return open
    }

    /// The one that is to be done now.
    var next: ClassTask? { tasks.first { [.next, .overdue].contains($0.standing) } }

    private func standing(isDone: Bool, isOpen: Bool = true, due: Day?) -> ClassTask.Standing {
        if isDone { return .done }
        guard isOpen else { return .blocked }
        guard let due else { return .next }
        return due < today ? .overdue : .next
    }

    private var applying: ClassTask {
        let isReturned = found.stage == .returned
        let isLate = found.filed > applyDue
        return ClassTask(
            name: Words("申请办班", "Application"),
            standing: standing(isDone: !isReturned, due: nil),
            said: isReturned
                ? Words("退回修改：\(found.remark)", "returned: \(found.remark)")
                : isLate
                    ? Words(
                        "\(found.filed.iso)申请，应提前\(rules.applyAhead)天，按迟报显示",
                        "applied for on \(found.filed.iso): less than \(rules.applyAhead) days ahead")
                    : Words("\(found.filed.iso)申请", "applied for on \(found.filed.iso)"), due: applyDue,
            address: isReturned ? ApplyForClassAgain.address(of: found) : "\(found.address)#scheme",
            open: isReturned ? Words("申请退回后还没有改正", "the application was returned") : nil)
    }

    private var approving: ClassTask {
        ClassTask(
            name: Words("审批", "Approval"),
            standing: standing(isDone: isApproved, isOpen: found.stage == .applied, due: scheme.opening),
            said: isApproved
                ? Words("\(found.decided?.iso ?? "")批准", "approved on \(found.decided?.iso ?? "")")
                : Words("待组织部审批", "the office is to decide"), due: scheme.opening,
            address: DecideClass.address(of: found),
            open: isApproved ? nil : Words("还没有批准", "it was not approved"))
    }

    private var callingUp: ClassTask {
        ClassTask(
            name: Words("下发调训通知", "Call-up"),
            standing: standing(isDone: callUp != nil, isOpen: isApproved, due: scheme.registration - 10),
            said: callUp.map { callUp in
                let named = trainees.filter { $0.way != .unit && !TraineeStage.off.contains($0.stage) }
                let units = Set(callUp.notice.quotas.asGiven.map(\.unit) + named.map(\.unit)).count
                let byName =
                    named.isEmpty ? Words("", "") : Words("，点名\(named.count)人", ", \(named.count) by name")
                return Words(
                    "\(callUp.issued.iso)下发，\(units)个单位，名额\(callUp.notice.seats)人\(byName.zh)",
                    "sent on \(callUp.issued.iso): \(callUp.notice.seats) seats\(byName.en), \(units) units")
            } ?? Words("分配名额，下发到单位", "give units their quotas"), due: scheme.registration - 10,
            address: IssueCallUp.address(of: found),
            open: callUp == nil ? Words("没有下发调训通知", "units were not called up") : nil)
    }

    private var naming: ClassTask {
        let (undecided, accepted) = (among(.nominated).count, among(.accepted).count + students.count)
        let waiting = among(.waiting).count
        let wait = waiting > 0 ? Words("，候补\(waiting)人", ", \(waiting) waiting") : Words("", "")
        return ClassTask(
            name: Words("报名和审核", "Roster"),
            standing: standing(
                isDone: undecided == 0 && accepted > 0 && isNamed(accepted), isOpen: callUp != nil,
                due: callUp.map { $0.notice.deadline + 1 }),
            said: Words(
                "已确认\(accepted)人，待审核\(undecided)人\(wait.zh)",
                "\(accepted) accepted, \(undecided) to be decided\(wait.en)"),
            due: callUp?.notice.deadline, address: "/classes/trainees?class=\(found.code)&on=roster",
            open: undecided > 0
                ? Words("\(undecided)人报名待审核", "\(undecided) names are to be decided")
                : accepted == 0 ? Words("名册上没有人", "nobody is on the roster") : nil)
    }

    /// Names are taken no more, or every seat has one.
    private func isNamed(_ accepted: Int) -> Bool {
        guard let notice = callUp?.notice else { return false }
        return notice.deadline < today || accepted >= notice.seats
    }

    private var planning: ClassTask {
        let hours = Figure.plain(Double(timetable?.halfHours ?? 0) / 2)
        let isShort = (timetable?.halfHours ?? 0) < scheme.hours * 2
        let missing = timetable?.sheet.sessions.isEmpty != false
        return ClassTask(
            name: Words("编排课程", "Timetable"),
            standing: standing(isDone: !missing && !isShort, isOpen: isApproved, due: scheme.registration - 3),
            said: missing
                ? Words("还没有课程表", "there is no timetable")
                : Words("已排\(hours)学时，计划\(scheme.hours)学时", "\(hours) of \(scheme.hours) hours"),
            due: scheme.registration - 3, address: "\(found.address)/timetable",
            open: missing
                ? Words("没有课程表", "there is no timetable")
                : isShort
                    ? Words(
                        "课程表只有\(hours)学时，少于计划的\(scheme.hours)学时", "the timetable has \(hours) of \(scheme.hours) hours")
                    : nil)
    }

    private var arriving: ClassTask {
        let expected = among(.accepted).count
        return ClassTask(
            name: Words("报到", "Arrival"),
            standing: today < scheme.registration
                ? (callUp == nil ? .blocked : .later)
                : standing(isDone: expected == 0 && !students.isEmpty, isOpen: callUp != nil, due: scheme.opening + 3),
            said: Words(
                "已报到\(students.count)人，待报到\(expected)人，未报到\(among(.missing).count)人",
                "\(students.count) arrived, \(expected) to come, \(among(.missing).count) did not"),
            due: scheme.registration,
            address: "/classes/trainees?class=\(found.code)" + (expected > 0 ? "&stage=accepted" : "&on=roster"),
            open: expected > 0
                ? Words("\(expected)人没有登记报到或未报到", "of \(expected) it is not known whether they came")
                : students.isEmpty ? Words("没有人报到", "nobody arrived") : nil)
    }

    private var callingTheRoll: ClassTask {
        let missing = rollsMissing
        let all = attendance.missing(until: scheme.closing)
        let done = attendance.rolls.count
        let leave =
            leaveOpen > 0 ? Words("，请假待审批\(leaveOpen)份", ", \(leaveOpen) leave to be decided") : Words("", "")
        return ClassTask(
            name: Words("考勤", "Attendance"),
            standing: today < scheme.opening
                ? .later
                : standing(
                    isDone: all.isEmpty && done > 0 && leaveOpen == 0, isOpen: timetable != nil, due: missing.first?.day
                ),
            said: Words(
                "已登记\(done)个半天，共\(attendance.halves.count)个\(leave.zh)",
                "\(done) of \(attendance.halves.count) half-days\(leave.en)"),
            due: nil, address: "\(found.address)/attendance",
            open: all.isEmpty
                ? leaveOpen > 0
                    ? Words("\(leaveOpen)份请假没有审批", "\(leaveOpen) asked for leave, and nobody has decided") : nil
                : Words("\(all.count)个半天没有登记考勤", "the roll of \(all.count) half-days was not called"))
    }

    private var proving: ClassTask {
        let open = present.filter { !openProofs($0).isEmpty }.count
        return ClassTask(
            name: Words("四个一", "Four proofs"),
            standing: today < scheme.opening
                ? .later
                : standing(isDone: open == 0 && !present.isEmpty, isOpen: !present.isEmpty, due: scheme.closing),
            said: Words("\(present.count - open)人完成，\(open)人未完成", "\(present.count - open) done, \(open) open"),
            due: scheme.closing, address: "\(found.address)/proofs",
            open: open > 0 ? Words("\(open)人的四个一没有完成", "the proofs of \(open) are open") : nil)
    }

    private var filing: ClassTask {
        let missing = missingPapers.map(\.words)
        return ClassTask(
            name: Words("班级材料", "Papers"),
            standing: standing(isDone: missing.isEmpty, due: closeDue),
            said: missing.isEmpty
                ? Words("必交材料齐全", "all that is asked for")
                : Words(
                    "缺\(missing.map(\.zh).joined(separator: "、"))",
                    "missing: \(missing.map(\.en).joined(separator: ", "))"),
            due: closeDue, address: "\(found.address)#papers",
            open: missing.isEmpty
                ? nil
                : Words(
                    "缺材料：\(missing.map(\.zh).joined(separator: "、"))",
                    "papers are missing: \(missing.map(\.en).joined(separator: ", "))"))
    }

    private var closingIt: ClassTask {
        ClassTask(
            name: Words("结班", "Closing"),
            standing: isClosed
                ? .done
                : isApproved && closeDue < today ? .overdue : open.isEmpty ? .next : .blocked,
            said: closing.flatMap { closing in
                closing.stands
                    ? Words("\(closing.closed.iso)结班，活动记录\(closing.activity)", "closed on \(closing.closed.iso)")
                    : Words(
                        "\(closing.reopened?.iso ?? "")取消结班：\(closing.reason)",
                        "reopened on \(closing.reopened?.iso ?? ""): \(closing.reason)")
            } ?? Words("以上各项办完后结班，学时记入台账", "once all above is done; then its hours count"), due: closeDue,
            address: CloseClass.address(of: found), open: nil)
    }

    private var tasksBeforeClosing: [ClassTask] {
        [applying, approving, callingUp, naming, planning, arriving, callingTheRoll]
            + (scheme.kind.hasProofs ? [proving] : [])
            + [filing]
    }
}

extension ClassTask.Standing {
    var mark: Mark {
        switch self {
        case .done: .met
        case .next: .next
        case .overdue: .overdue
        case .later: .notYetDue
        case .blocked: .waiting
        }
    }

    var words: Words {
        switch self {
        case .done: Words("已办", "Done")
        case .next: Words("待办", "To do")
        case .overdue: Words("逾期", "Overdue")
        case .later: Words("未到", "To come")
        case .blocked: Words("等待", "Waiting")
        }
    }
}
