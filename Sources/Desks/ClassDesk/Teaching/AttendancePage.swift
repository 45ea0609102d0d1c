import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// People by half-days, as the sheet on the classroom's wall has it; a half-day's head opens its roll.
    func attendancePage(_ ask: Ask) throws -> Page {
        let progress = try ask.progress(of: self)
        let attendance = progress.attendance
        let title = Words("考勤", "Attendance")
        let isEmpty = attendance.halves.isEmpty || progress.students.isEmpty
        var page = Page(
            title,
            actions: isEmpty
                ? .nothing
                : .group([
                    .act("\(address)/attendance.xlsx", Words("导出工作簿", "Workbook")),
                    .when(!progress.isClosed, .act("\(address)/leave/new", Words("登记请假", "Enter leave"))),
                    .act("\(ClassLeave.listAddress)?class=\(code)", Words("请假", "Leave")),
                ]),
            .sheet(
                isEmpty
                    ? .emptyState(
                        Words("还不能登记考勤", "There is no roll to call yet"),
                        .say("有了课程表、有学员报到以后，按半天登记。", "It needs a timetable, and trainees who arrived."),
                        acts: .act("\(address)#tasks", Words("查看办班事项", "See what is to be done"), .primary))
                    : .group([
                        now(progress),
                        .section(
                            .class("landscape"), .div(.class("head"), .h2(.say("考勤表", "Attendance")), legend),
                            .div(.class("scroll"), table(try AttendanceGrid(progress, ask), progress)),
                            .p(.class("paper"), .say("班长签字：　　　　　　　　班主任签字：", "Monitor:                 Class teacher:"))),
                        try absentOnLeave(progress, ask), try halfDays(progress, ask), try corrections(progress, ask),
                    ])))
        page.crumbs = try crumbs(ask)
        page.sentence = sentence(progress)
        // What can be done follows from the clock.
        page.isKept = false
        return page
    }

    private func sentence(_ progress: ClassProgress) -> HTML {
        let attendance = progress.attendance
        return .group([
            .say(
                "\(title)：\(attendance.halves.count)个半天，已登记\(attendance.rolls.count)个。",
                "\(title): \(attendance.rolls.count) of \(attendance.halves.count) half-days."),
            progress.rollsMissing.first.map { place in
                .group([
                    .say("该登记：", " Next: "),
                    .link(rollAddress(place), .group([.text("\(place.day.iso) "), .words(place.half.words)])),
                ])
            } ?? .nothing,
        ])
    }

    private var legend: HTML {
        .span(
            .class("quiet"),
            .each(AttendanceGrid.legend) { .group([.text("\($0.sign) "), .words($0.words), "　"]) })
    }

    private func table(_ grid: AttendanceGrid, _ progress: ClassProgress) -> HTML {
        func head(_ place: ClassHalf) -> HTML {
            let words = HTML.group([
                .text("\(place.day.month)-\(place.day.civil.day)"), .element("br", []), .words(place.half.words),
            ])
            let isOpen = place.hasBegun(on: progress.today, at: progress.clock, progress.rules)
            return isOpen ? .link(rollAddress(place), words) : words
        }
        let heads = grid.heads
        func column(_ words: Words, isNumber: Bool = true) -> HTML {
            .th(.attribute("scope", "col"), isNumber ? .class("num") : .nothing, .words(words))
        }
        func number(_ text: String) -> HTML { .td(.class("num"), .text(text)) }
        return .table(
            .class("figures signs"), .element("caption", [.class("unseen"), .say("考勤表", "Attendance")]),
            .thead(
                .tr(
                    .th(.attribute("scope", "col"), .words(heads[0]), "　", .words(heads[1])),
                    .each(grid.halves) { .th(.attribute("scope", "col"), .class("num"), head($0)) },
                    .each(heads.suffix(4).dropLast()) { column($0) }, column(heads[heads.count - 1], isNumber: false))),
            .tbody(
                .each(grid.lines) { line in
                    .tr(
                        .th(
                            .attribute("scope", "row"), .text(line.name), " ", .small(.class("quiet"), .text(line.unit))
                        ),
                        .each(line.signs, number), number(line.present), number(line.away), number(line.left),
                        .td(
                            line.warning.map { warning in
                                .standing(warning == .over ? .overdue : .behind, warning.words)
                            } ?? .nothing))
                }),
            .element(
                "tfoot",
                [
                    .tr(
                        .th(.attribute("scope", "row"), .say("实到/应到", "There/of")),
                        .each(grid.there, number), .each(0..<4) { _ in .td() })
                ]))
    }

    /// Whoever has leave and stands as absent, where the roll was called before the leave was granted.
    private func absentOnLeave(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        let leave = try ask.reading.leaveGranted(in: code)
        let lines = try progress.students.flatMap { trainee in
            let name = try ask.naming.personName(trainee.person)
            return progress.attendance.absentOnLeave(trainee.code, leave[trainee.code] ?? []).map { place in
                HTML.p(
                    .class("warn"), .say("\(name)已准假，登记为旷课：", "\(name) has leave, and stands as absent: "),
                    .link("\(rollAddress(place))/correct", .words(place.words)))
            }
        }
        return lines.isEmpty || progress.isClosed ? .nothing : .section(.each(lines) { $0 })
    }

    /// What is done with each half-day: its roll, its hall, its paper.
    private func halfDays(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        halfDays(Words("各半天", "Half-days"), progress.attendance.halves.map(\.place), progress)
    }

    /// Those of today, and those whose roll is still to be called: they stand above all names.
    private func now(_ progress: ClassProgress) -> HTML {
        guard !progress.isClosed else { return .nothing }
        let missing = Set(progress.rollsMissing)
        let places = progress.attendance.halves.map(\.place).filter { $0.day == progress.today || missing.contains($0) }
        return places.isEmpty
            ? .nothing
            : .div(.class("no-print"), halfDays(Words("今天和待登记", "Today, and to be called"), places, progress))
    }

    private func halfDays(_ words: Words, _ places: [ClassHalf], _ progress: ClassProgress) -> HTML {
        let attendance = progress.attendance
        return .part(
            words,
            .data(
                .words(words),
                [
                    DataHead(.say("半天", "Half-day"), .lead), DataHead(.say("点名", "Roll"), .end),
                    DataHead(.say("办理", "Acts"), .below),
                ],
                places.map { place in
                    let isOpen = place.hasBegun(on: progress.today, at: progress.clock, progress.rules)
                    let isCalled = attendance.rolls[place] != nil
                    let roll = rollAddress(place)
                    return [
                        .group([.day(place.day), " ", .words(place.half.words)]),
                        isCalled
                            ? .standing(.met, Words("已登记", "called"))
                            : isOpen
                                ? .standing(.next, Words("待登记", "to be called"))
                                : .standing(.notYetDue, Words("未到", "to come")),
                        .acts(
                            .when(
                                place.day == progress.today && !progress.isClosed,
                                .act(hallAddress(place), Words("签到大屏", "Hall's screen"), .small)),
                            .when(isOpen && !isCalled, .act(roll, Words("登记考勤", "Call the roll"), .small)),
                            .when(
                                isCalled && !progress.isClosed,
                                .act("\(roll)/correct", Words("更正", "Put right"), .small)),
                            .act("\(roll)/sheet", Words("签到表", "Sheet to sign"), .small)),
                    ]
                }))
    }

    /// What was put right after the roll was called, with what stood before.
    private func corrections(_ progress: ClassProgress, _ ask: Ask) throws -> HTML {
        let corrected = progress.attendance.rolls.values.filter { !$0.reason.isEmpty }.sorted { $0.place < $1.place }
        guard !corrected.isEmpty else { return .nothing }
        let people = Dictionary(progress.trainees.map { ($0.code, $0.person) }) { first, _ in first }
        func sheet(_ roll: RollCall?) -> RollSheet {
            var sheet = RollSheet()
            for mark in roll?.marks ?? [] { people[mark.trainee].map { sheet.marks[$0] = mark.mark } }
            return sheet
        }
        let steps = try corrected.flatMap { roll in
            try ask.steps(of: RollCall.self, roll.code) { step, after, change in
                step.what = .group([.text("\(roll.day.iso) "), .words(roll.half.words)])
                guard change.before != nil else { return }
                step.remarks = [HistoryStep.reason(after.reason)]
                step.changes = try RollSheet.form.changes(sheet(change.before), sheet(after), ask)
            }
        }
        return try ask.history(steps)
    }
}
