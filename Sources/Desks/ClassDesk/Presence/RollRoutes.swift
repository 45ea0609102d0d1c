import Pages
import Store
import Vocabulary

extension Routes {
    /// The roll of a half-day: called, put right, as a sheet to be signed; the attendance as a page and a workbook.
    mutating func rolls() {
        page("/classes/:code/attendance", Words("考勤", "Attendance")) { ask in
            try ask.taughtClass().attendancePage(ask)
        }
        look("/classes/:code/attendance.xlsx", RouteAbout(Words("考勤表（工作簿）", "Attendance as a workbook"))) { ask in
            try ask.taughtClass().attendanceWorkbook(ask)
        }
        page("/classes/:code/attendance/:day/:half/sheet", Words("签到表", "Sheet to be signed")) { ask in
            try ask.taughtClass().sheetToSign(ask)
        }
        form("/classes/:code/attendance/:day/:half", calling)
        form("/classes/:code/attendance/:day/:half/correct", correcting)
    }

    private var calling: FormFlow<RollSheet, CallRoll> {
        var roll = FormFlow(Words("登记考勤", "Call the roll"), RollSheet.form) { ask in
            try ask.proposedRoll(of: try ask.one(TrainingClass.self), try ask.half())
        } act: { sheet, ask in
            CallRoll(
                code: try ask.one(TrainingClass.self).code, place: try ask.half(), marks: sheet.all,
                clock: try ask.clock)
        } then: {
            "\($0.address)/attendance"
        }
        roll.crumbs = { ask in try ask.crumbsOfRoll() }
        roll.remarks = { sheet, ask in try sheet.remarks(ask) }
        roll.instead = { ask in
            let (found, place) = (try ask.one(TrainingClass.self), try ask.half())
            if try ask.reading.one(RollCall.self, RollCall.code(of: found.code, place), for: ask.reader) != nil {
                return .goTo(ask.context.link("\(found.rollAddress(place))/correct"))
            }
            return try found.notToCall(place, in: ask.reading, for: ask.reader, on: ask.today, at: ask.clock).map {
                .ended(try found.closed($0, ask))
            }
        }
        roll.opening = { ask in try ask.openingOfRoll() }
        return roll
    }

    private var correcting: FormFlow<RollSheet, CorrectRoll> {
        var roll = FormFlow(Words("更正考勤", "Put the roll right"), RollSheet.correction) { ask in
            try ask.calledRoll(of: try ask.one(TrainingClass.self), try ask.half())
        } act: { sheet, ask in
            CorrectRoll(
                code: try ask.one(TrainingClass.self).code, place: try ask.half(), marks: sheet.all,
                reason: sheet.reason)
        } then: {
            "\($0.address)/attendance"
        }
        roll.crumbs = { ask in try ask.crumbsOfRoll() }
        roll.remarks = { sheet, ask in try sheet.remarks(ask) }
        roll.tellsChanges = true
        roll.seen = { ask in
            try ask.reading.seen(RollCall.self, RollCall.code(of: try ask.one(TrainingClass.self).code, try ask.half()))
        }
        roll.instead = { ask in
            let (found, place) = (try ask.one(TrainingClass.self), try ask.half())
            if try ask.reading.one(RollCall.self, RollCall.code(of: found.code, place), for: ask.reader) == nil {
                return .ended(try found.closed(ClassProblem.rollNotCalled(place), ask))
            }
            return try found.notKept(in: ask.reading, for: ask.reader).map { .ended(try found.closed($0, ask)) }
        }
        roll.opening = { ask in try ask.openingOfRoll() }
        return roll
    }
}

extension Ask {
    /// The half-day that the address names.
    func half() throws -> ClassHalf {
        guard let day = parts["day"].flatMap({ Day(iso: $0) }),
            let half = parts["half"].flatMap(HalfDay.init(rawValue:))
        else { throw NotFound(context: context) }
        return ClassHalf(day: day, half: half)
    }

    /// The class that the address names, for those who keep its attendance: nobody else reads names of other units' people.
    func taughtClass() throws -> TrainingClass {
        let found = try one(TrainingClass.self)
        guard CallRoll.isAllowed(to: reader) else { throw NotAllowed(right: .teach) }
        guard try reading.keeps(reader, found) else {
            throw NotAllowed(right: .teach, unit: found.scheme.organiser)
        }
        return found
    }

    fileprivate func crumbsOfRoll() throws -> [Frame.Crumb] {
        let found = try one(TrainingClass.self)
        return try found.crumbs(self) + [Frame.Crumb(Words("考勤", "Attendance"), "\(found.address)/attendance")]
    }

    /// The roll of a half-day before anybody has called it: as leave was granted and as people signed in. Where most did, whoever
    /// did not is proposed as absent; where few did, the room signed a sheet, and everybody else is there.
    func proposedRoll(of found: TrainingClass, _ place: ClassHalf) throws -> RollSheet {
        let trainees = try reading.onRoll(of: found.code, place.day)
        let signedIn = try reading.signIns(to: found.code, place)
        let leave = try reading.leaveGranted(in: found.code)
        var sheet = RollSheet(people: trainees.map(\.person))
        let byCode = trainees.count { signedIn[$0.code] != nil } * 2 >= trainees.count && !signedIn.isEmpty
        for trainee in trainees {
            if let granted = leave[trainee.code]?.first(where: { $0.scheme.covers(place) }) {
                sheet.marks[trainee.person] = granted.scheme.kind.mark
            } else if let sign = signedIn[trainee.code] {
                if sign.isLate { sheet.marks[trainee.person] = .late }
            } else if byCode {
                sheet.marks[trainee.person] = .absent
            }
        }
        return sheet
    }

    /// The roll of a half-day as it was called.
    fileprivate func calledRoll(of found: TrainingClass, _ place: ClassHalf) throws -> RollSheet {
        let trainees = try reading.onRoll(of: found.code, place.day)
        let roll = try reading.one(RollCall.self, RollCall.code(of: found.code, place), for: reader)
        let marks = Dictionary(roll?.marks.map { ($0.trainee, $0.mark) } ?? []) { first, _ in first }
        var sheet = RollSheet(people: trainees.map(\.person))
        for trainee in trainees { sheet.marks[trainee.person] = marks[trainee.code] }
        return sheet
    }

    /// What is taught in it, and how many are on the roll.
    fileprivate func openingOfRoll() throws -> HTML {
        let (found, place) = (try one(TrainingClass.self), try half())
        let count = try reading.onRoll(of: found.code, place.day).count
        let sessions = try reading.one(Timetable.self, found.code, for: reader)?.sheet.sessions.filter {
            $0.day == place.day && $0.half == place.half
        }
        let signedIn = try reading.signIns(to: found.code, place).count
        return .p(
            .b(.day(place.day), " ", .words(place.half.words)), " ",
            .text(sessions?.map(\.course).joined(separator: "；") ?? ""),
            .say("，应到\(count)人", ": \(count) people"),
            signedIn > 0 ? .say("，扫码签到\(signedIn)人。", ", \(signedIn) signed in by code.") : .say("。", "."))
    }
}

extension RollSheet {
    /// Where the list says something else than what was ticked, or filled in by leave and sign-ins.
    fileprivate func remarks(_ ask: Ask) throws -> HTML {
        .warnings(
            try changedByList.map { one in
                let name = try ask.naming.personName(one.person)
                return Words(
                    "\(name)：上面登记为\(one.ticked.words.zh)，按名单记\(one.listed.words.zh)",
                    "\(name): \(one.ticked.words.en.lowercased()) above, \(one.listed.words.en.lowercased()) by the list"
                )
            })
    }
}

extension TrainingClass {
    /// Where the roll of a half-day is called.
    func rollAddress(_ place: ClassHalf) -> String {
        "\(address)/attendance/\(place.day.iso)/\(place.half.rawValue)"
    }
}
