import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The timetable as it hangs on the wall, with its hours by kind.
    func timetablePage(_ ask: Ask) throws -> Page {
        let timetable = try ask.reading.one(Timetable.self, code, for: ask.reader)
        let sessions = timetable?.sheet.sessions ?? []
        let title = Words("课程表", "Timetable")
        let edit = try ask.button(KeepTimetable.self, on: self, isPrimary: true)
        let calendar: HTML =
            sessions.isEmpty ? .nothing : .act("\(address)/timetable.ics", Words("加入日历", "To a calendar"))
        var page = Page(
            title, actions: .group([calendar, edit]),
            .sheet(
                sessions.isEmpty
                    ? .emptyState(
                        Words("还没有课程表", "There is no timetable yet"),
                        .say("按半天编排课程、授课人和地点。", "Courses, trainers and rooms, by half-days."))
                    : .group([
                        .part(title, try rows(sessions, ask)), .part(Words("学时", "Hours"), hours(sessions)),
                    ])))
        page.crumbs = try crumbs(ask)
        page.sentence = .say(
            "\(self.title)：已排\(Figure.plain(Double(timetable?.halfHours ?? 0) / 2))学时，计划\(scheme.hours)学时。",
            "\(self.title): \(Figure.plain(Double(timetable?.halfHours ?? 0) / 2)) of \(scheme.hours) hours.")
        return page
    }

    private func rows(_ sessions: [ClassSession], _ ask: Ask) throws -> HTML {
        let heads = [
            DataHead(.say("日期", "Day"), .day), DataHead(.say("时段", "Half"), .meta),
            DataHead(.say("课程（活动）内容", "Course"), .lead), DataHead(.say("形式", "How"), .meta),
            DataHead(.say("授课人", "Trainer"), .meta), DataHead(.say("地点", "Place"), .meta),
            DataHead(.say("学时", "Hours"), .end, isNumber: true),
        ]
        return .data(
            .say("课程表", "Timetable"), heads,
            sessions.map { session in
                [
                    .group([.day(session.day), " ", .words(session.day.weekdayWords)]), .words(session.half.words),
                    .text(session.course), .words(session.way.words),
                    .text(session.trainer), .text(session.room), .text(Figure.plain(Double(session.halfHours) / 2)),
                ]
            })
    }

    private func hours(_ sessions: [ClassSession]) -> HTML {
        let ways = TeachingWay.allCases.filter { way in sessions.contains { $0.way == way } }
        let total = sessions.reduce(0) { $0 + $1.halfHours }
        return .figures(
            Words("学时", "Hours"), [Words("形式", "How"), Words("学时", "Hours"), Words("占比", "Share")],
            ways.map { way in
                let hours = sessions.filter { $0.way == way }.reduce(0) { $0 + $1.halfHours }
                return [
                    .words(way.words), .text(Figure.plain(Double(hours) / 2)),
                    .text(total == 0 ? "–" : "\((hours * 200 / total + 1) / 2)%"),
                ]
            })
    }
}

extension Ask {
    /// The timetables of other classes that meet in the days of a sheet.
    func otherTimetables(besides code: String, _ sheet: TimetableSheet) throws -> [(
        name: String, sessions: [ClassSession]
    )] {
        let days = sheet.sessions.map(\.day).filter { $0 != .unset }
        guard let first = days.min(), let last = days.max() else { return [] }
        let near = try all(
            TrainingClass.self,
            where: """
                code <> \(code) and stage = \(ClassStage.approved) and registration_day <= \(last)
                and closing_day >= \(first)
                """, order: "code", limit: 200)
        let tables = try reading.nouns(Timetable.self, near.map(\.code), for: reader)
        return near.compactMap { found in
            tables.first { $0.trainingClass == found.code }.map { (found.title, $0.sheet.sessions) }
        }
    }
}

extension Day {
    /// As timetables have it beside the day: 周三.
    fileprivate var weekdayWords: Words {
        let names = [("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun")]
        let name = names[weekday - 1]
        return Words("周\(name.0)", name.1)
    }
}
