import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// People by half-days, as the sheet on the classroom's wall has it; a half-day's head opens its roll.
    func attendancePage(_ ask: Ask) throws -> Page {
        guard try ask.reading.isWithinReach(scheme.organiser, of: ask.reader) else {
            throw NotAllowed(right: .teach, unit: scheme.organiser)
        }
        let progress = try ask.progress(of: self)
        let attendance = progress.attendance
        let title = Words("考勤", "Attendance")
        var page = Page(
            title,
            .sheet(
                attendance.halves.isEmpty || progress.students.isEmpty
                    ? .emptyState(
                        Words("还不能登记考勤", "There is no roll to call yet"),
                        .say("有了课程表、有学员报到以后，按半天登记。", "It needs a timetable, and trainees who arrived."),
                        acts: .act("\(address)#tasks", Words("查看办班事项", "See what is to be done"), .primary))
                    : .group([
                        .part(
                            title, aside: .say("✓ 出勤　△ 迟到　○ 请假　× 缺勤", "✓ there　△ late　○ on leave　× absent"),
                            .div(.class("scroll"), try grid(progress, ask)))
                    ])))
        page.crumbs = try crumbs(ask)
        let missing = attendance.missing(until: ask.today)
        page.sentence = .group([
            .say(
                "\(self.title)：\(attendance.halves.count)个半天，已登记\(attendance.rolls.count)个。",
                "\(self.title): \(attendance.rolls.count) of \(attendance.halves.count) half-days."),
            missing.first.map { place in
                .group([
                    .say("该登记：", " Next: "),
                    .link(roll(place), .group([.text("\(place.day.iso) "), .words(place.half.words)])),
                ])
            } ?? .nothing,
        ])
        return page
    }

    private func roll(_ place: ClassHalf) -> String {
        "\(address)/attendance/\(place.day.iso)/\(place.half.rawValue)"
    }

    private func grid(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        let attendance = progress.attendance
        let isAllowed = CallRoll.isAllowed(to: ask.reader)
        func head(_ place: ClassHalf) -> HTML {
            let words = HTML.group([
                .text("\(place.day.month)-\(place.day.civil.day)"), .element("br", []), .words(place.half.words),
            ])
            return place.day <= ask.today && isAllowed ? .link(roll(place), words) : words
        }
        return .table(
            .class("figures"), .element("caption", [.class("unseen"), .say("考勤", "Attendance")]),
            .thead(
                .tr(
                    .th(.attribute("scope", "col"), .say("姓名", "Name")),
                    .each(attendance.halves) { .th(.attribute("scope", "col"), .class("num"), head($0.place)) },
                    .th(.attribute("scope", "col"), .class("num"), .say("学时", "Hours")),
                    .th(.attribute("scope", "col"), .class("num"), .say("缺课", "Missed")))),
            .tbody(
                .each(
                    try progress.students.map { trainee in
                        let away = attendance.away(trainee.code)
                        return HTML.tr(
                            .th(.attribute("scope", "row"), .text(try ask.naming.personName(trainee.person))),
                            .each(attendance.halves) { half in
                                .td(.class("num"), .text(sign(trainee.code, half.place, attendance)))
                            },
                            .td(.class("num"), .text(Figure.plain(Double(attendance.present(trainee.code)) / 2))),
                            .td(
                                .class(attendance.isTooLong(trainee.code) ? "num overdue" : "num"),
                                .text(away == 0 ? "" : Figure.plain(Double(away) / 2))))
                    }
                ) { $0 }))
    }

    private func sign(_ trainee: String, _ place: ClassHalf, _ attendance: Attendance) -> String {
        guard attendance.rolls[place] != nil else { return "" }
        return attendance.mark(trainee, place)?.sign ?? "✓"
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
}
