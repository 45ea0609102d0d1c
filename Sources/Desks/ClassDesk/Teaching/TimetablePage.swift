import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The timetable as it hangs on the wall, with what is wrong at its session, and what it comes to beside it.
    func timetablePage(_ ask: Ask) throws -> Page {
        let title = Words("课程表", "Timetable")
        let edit = try ask.button(KeepTimetable.self, on: self, isPrimary: true)
        guard let sheet = try ask.reading.one(Timetable.self, code, for: ask.reader)?.sheet, !sheet.sessions.isEmpty
        else {
            var page = Page(
                title, actions: edit,
                .sheet(
                    .emptyState(
                        Words("还没有课程表", "There is no timetable yet"),
                        .say("按半天编排课程、授课人和地点。", "Courses, trainers and rooms, by half-days."))))
            page.crumbs = try crumbs(ask)
            return page
        }
        let sessions = sheet.sessions
        let library = try LibraryInUse(of: sessions, in: ask.reading, for: ask.reader)
        let composition = ClassComposition(sessions, library)
        let check = try TimetableCheck(self, sheet, ask)
        let rows = try TimetableRows(self, sheet, check, library, ask)
        var page = Page(
            title, actions: .group([files, edit]),
            .sheet(
                .warningSection(.nothing, composition.remarks(of: scheme.kind, try ask.classRules)),
                .div(.class("landscape"), .part(title, rows.html, rows.dragForm)),
                .halves(
                    .div(
                        .part(Words("课程结构", "Composition"), composition.table()),
                        .part(Words("形式", "Ways of teaching"), ways(sessions))),
                    .part(Words("授课人", "Trainers"), trainers(sessions))), try copyingWeek(sheet, ask)))
        page.crumbs = try crumbs(ask)
        page.sentence = sentence(sessions, check.remarks.count { !$0.isEmpty })
        page.isDragged = rows.isOpen
        return page
    }

    private func sentence(_ sessions: [ClassSession], _ wrong: Int) -> HTML {
        let planned = Figure.plain(Double(sessions.reduce(0) { $0 + $1.halfHours }) / 2)
        return .group([
            .say(
                "\(title)：已排\(planned)学时，计划\(scheme.hours)学时。", "\(title): \(planned) of \(scheme.hours) hours. "),
            wrong == 0 ? .nothing : .b(.class("overdue"), .say("\(wrong)节有冲突或问题。", "\(wrong) to look at.")),
        ])
    }

    private var files: HTML {
        .group([
            .act("\(address)/timetable.xlsx", Words("表格", "Workbook")),
            .act("\(address)/timetable.docx", Words("打印稿（Word）", "Word")),
            .act("\(address)/timetable.ics", Words("加入日历", "To a calendar")),
        ])
    }

    private func ways(_ sessions: [ClassSession]) -> HTML {
        let ways = TeachingWay.allCases.filter { way in sessions.contains { $0.way == way } }
        let total = sessions.reduce(0) { $0 + $1.halfHours }
        return .figures(
            Words("形式", "Ways of teaching"), [Words("形式", "How"), Words("学时", "Hours"), Words("占比", "Share")],
            ways.map { way in
                let hours = sessions.filter { $0.way == way }.reduce(0) { $0 + $1.halfHours }
                return [
                    .words(way.words), .text(Figure.plain(Double(hours) / 2)),
                    .text(total == 0 ? "–" : "\((hours * 200 / total + 1) / 2)%"),
                ]
            })
    }

    private func trainers(_ sessions: [ClassSession]) -> HTML {
        let taught = Dictionary(grouping: sessions.filter { !$0.trainer.isEmpty }, by: \.trainer)
        let rows = taught.map { name, theirs in
            (name, theirs.reduce(0) { $0 + $1.halfHours }, theirs.first?.trainerCode)
        }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        guard !rows.isEmpty else { return .p(.class("quiet"), .say("还没有写授课人。", "No trainers were given.")) }
        return .figures(
            Words("授课人", "Trainers"), [Words("授课人", "Trainer"), Words("学时", "Hours")],
            rows.map { name, half, code in [linked(name, code, Trainer.self), .text(Figure.plain(Double(half) / 2))] })
    }
}

extension Reading {
    /// The timetables of other classes that meet on days of a sheet.
    func otherTimetables(besides code: String, _ sheet: TimetableSheet) throws -> [(
        found: TrainingClass, sessions: [ClassSession]
    )] {
        let days = Set(sheet.sessions.map(\.day)).subtracting([.unset]).sorted()
        guard let first = days.first, let last = days.last else { return [] }
        let near = try all(
            TrainingClass.self, for: .everybody,
            where: """
                code <> \(code) and stage = \(ClassStage.approved) and registration_day <= \(last)
                and closing_day >= \(first)
                and code in (select class from class_sessions where day between \(first) and \(last))
                """, order: "code")
        let tables = Dictionary(
            try nouns(Timetable.self, near.map(\.code), for: .everybody).map { ($0.trainingClass, $0) }
        ) { one, _ in one }
        return near.compactMap { found in tables[found.code].map { (found, $0.sheet.sessions) } }
    }
}

extension Day {
    /// As timetables have it beside the day: 周三.
    var weekdayWords: Words {
        let names = [("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun")]
        let name = names[weekday - 1]
        return Words("周\(name.0)", name.1)
    }
}
