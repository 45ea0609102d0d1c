import Pages
import Storage
import Store
import Vocabulary

extension TimetableSheet {
    /// The mondays of the weeks that have sessions.
    var weeks: [Day] { Set(sessions.map(\.day.monday)).sorted() }

    /// With the sessions of a week once more, in the week of another day.
    func copying(week: Day, to target: Day) -> TimetableSheet {
        let shift = target.monday - week.monday
        guard shift != 0 else { return self }
        let copied = sessions.filter { $0.day.monday == week.monday }.map { session in
            var session = session
            session.day = session.day + shift
            return session
        }
        var sheet = self
        sheet.sessions += copied
        return sheet.inOrder
    }
}

extension Day {
    var monday: Day { self - (weekday - 1) }
}

extension Ask {
    /// The timetable as its form begins with it: as it stands, with a week copied where the address asks for that, and a row with
    /// its day for each half-day that is free.
    func timetableDraft(of found: TrainingClass) throws -> TimetableSheet {
        var sheet = try reading.one(Timetable.self, found.code, for: reader)?.sheet ?? TimetableSheet()
        sheet.base = String(try reading.seen(Timetable.self, found.code).seq)
        if let week = query["copy"].flatMap({ Day(iso: $0) }), let target = query["to"].flatMap({ Day(iso: $0) }) {
            sheet = sheet.copying(week: week, to: target)
        }
        let free = found.freeHalves(besides: sheet, try reading.workingCalendar())
        sheet.sessions += free.map { ClassSession(day: $0.day, half: $0.half) }
        return sheet.inOrder
    }
}

extension TrainingClass {
    /// Asks which week is copied where; the copies come into the form, and are kept by it alone.
    func copyingWeek(_ sheet: TimetableSheet, _ ask: Ask) throws -> HTML {
        let may =
            KeepTimetable.isAllowed(to: ask.reader)
            ? try KeepTimetable.notNow(self, in: ask.reading, for: ask.reader, on: ask.today) == nil : false
        guard may, let last = sheet.weeks.last else { return .nothing }
        return .section(
            .class("no-print"),
            .div(.class("head"), .h2(.say("复制一周", "Copy a week"))),
            .form(
                .class("line"), .attribute("method", "get"), .action(KeepTimetable.address(of: self)), .travelling,
                .label(
                    .say("哪一周", "Week"),
                    .choice(
                        "copy",
                        sheet.weeks.map {
                            ($0.iso, Words("\($0.iso)（周一）起", "from Monday, \($0.iso)"))
                        }, chosen: last.iso)),
                .label(.say("复制到这一天所在的周", "Into the week of"), .dayField("to", (last + 7).iso)),
                .submit(Words("复制到表单", "Copy into the form"), .outlined)))
    }
}
