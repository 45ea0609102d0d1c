import Pages
import Store
import Vocabulary

extension Trainer {
    /// What somebody has ready, and, for those who run classes, what they were paid.
    func teaching(_ ask: Ask) throws -> HTML {
        let courses = try ask.reading.count(
            Course.self, for: ask.reader, where: "code in (select course from course_trainers where trainer = \(code))")
        return .group([
            .section(
                .p(
                    .class("btns"),
                    .act("\(address)/timetable.ics", Words("授课安排加入日历", "Lessons to a calendar"), .small),
                    .link(
                        "/courses?trainer=\(Query.encoded(code))", .count(courses),
                        .say("课程库中授课\(courses)门", "\(courses) courses in the library")))),
            KeepLectureFees.isAllowed(to: ask.reader) ? try fees(ask) : .nothing,
        ])
    }

    /// By class, each with the sheet that it was set on.
    private func fees(_ ask: Ask) throws -> HTML {
        let title = Words("讲课费（元，税后）", "Lecture fees (yuan, after tax)")
        let sheets = try ask.all(
            LectureFees.self, where: "class in (select class from lecture_fee_lines where trainer = \(code))",
            order: "kept_day desc", limit: 50)
        let classes = Dictionary(
            try ask.reading.nouns(TrainingClass.self, sheets.map(\.trainingClass), for: ask.reader).map {
                ($0.code, $0)
            }
        ) { first, _ in first }
        let tables = Dictionary(
            try ask.reading.nouns(Timetable.self, sheets.map(\.trainingClass), for: ask.reader).map {
                ($0.trainingClass, $0.sheet)
            }
        ) { first, _ in first }
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        let rows = sheets.compactMap { sheet -> (found: TrainingClass, lines: [FeePaid])? in
            guard let found = classes[sheet.trainingClass], within?.contains(found.scheme.organiser) ?? true else {
                return nil
            }
            // Who is not paid stands on the sheets of others too.
            let lines = sheet.taught(by: tables[sheet.trainingClass] ?? TimetableSheet()).lines.filter {
                $0.trainer == code && $0.amount > .zero
            }
            return lines.isEmpty ? nil : (found, lines)
        }
        guard !rows.isEmpty else {
            return .part(title, .p(.class("quiet"), .say("还没有核定的讲课费。", "No fee was set yet.")))
        }
        return .part(
            title,
            .figures(
                title, [Words("班次", "Class"), Words("半天", "Half-days"), Words("金额", "Amount")],
                rows.map { found, lines in
                    [
                        .text(found.title), .text(String(lines.count)),
                        .link("\(found.address)/fees", .text(lines.reduce(Money.zero) { $0 + $1.amount }.grouped)),
                    ]
                }))
    }
}
