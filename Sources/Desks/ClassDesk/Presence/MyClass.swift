import Pages
import Store
import Vocabulary

/// One class as one of its trainees sees it: what comes next and where, and their own attendance.
struct MyClass {
    let found: TrainingClass
    let trainee: Trainee
    let ask: Ask
    private let sessions: [ClassSession]
    /// What stood in the place of each before, and what stood where nothing is taught now.
    private let olds: (each: [[ReplacedSession]], left: [ReplacedSession])
    private let attendance: Attendance
    private let rules: ClassRules
    private let clock: ClockTime

    init(_ found: TrainingClass, _ trainee: Trainee, _ ask: Ask) throws {
        (self.found, self.trainee, self.ask) = (found, trainee, ask)
        let sheet = try ask.reading.one(Timetable.self, found.code, for: .everybody)?.sheet.inOrder
        sessions = sheet?.sessions ?? []
        olds = sheet?.replacedAt ?? ([], [])
        attendance = try ask.reading.attendance(ofClass: found.code)
        rules = try ask.classRules
        clock = try ask.clock
    }

    func page() throws -> Page {
        var page = Page(
            Words(found.title, found.title), crumbs: [Frame.Crumb(MyClasses.words, MyClasses.address)],
            .sheet(
                .split(
                    .group([try receipt(), try next(), timetable]), beside: .group([try mine(), try leave(), facts()])))
        )
        page.sentence = .group([
            .days(found.scheme.opening, found.scheme.closing), "，",
            .b(.class(trainee.stage.mark.rawValue), .words(trainee.stage.words)), .say("。", "."),
        ])
        // It tells what the clock shows.
        page.isKept = false
        return page
    }

    /// The call-up, and what they have answered, until they arrive.
    private func receipt() throws -> HTML {
        guard let state = try ask.receiptState(of: trainee),
            let callUp = try ask.reading.one(CallUp.self, found.code, for: .everybody)
        else { return .nothing }
        let isOpen = found.notToAnswer(trainee, on: ask.today) == nil
        return .part(
            Words("调训通知", "Call-up"), aside: .text(callUp.notice.number),
            .p(
                .say("报到：", "Arrival: "), .day(found.scheme.registration), .say("；联系人：", "; contact: "),
                .text(callUp.notice.contact)),
            .p(.standing(state.mark, state.words)),
            .when(
                isOpen,
                .acts(
                    .when(
                        state == .unanswered,
                        .press("\(MyClasses.address(of: found.code))/confirm", Words("确认参加", "I will come"), .big)),
                    .act(
                        "\(MyClasses.address(of: found.code))/receipt",
                        state == .unanswered
                            ? Words("不能参加或换人", "I cannot come") : Words("修改回执", "Change the answer")))))
    }

    /// The half-day that is going on or comes next.
    private var coming: (place: ClassHalf, halfHours: Int)? {
        attendance.halves.first { half in
            half.place.day > ask.today
                || half.place.day == ask.today && clock < rules.ends(half.place.half, halfHours: half.halfHours)
        }
    }

    private func next() throws -> HTML {
        guard let coming else {
            return .part(
                Words("下一节课", "Next"),
                .p(
                    .class("quiet"),
                    sessions.isEmpty
                        ? .say("课程表还没有编排。", "There is no timetable yet.") : .say("课程已全部结束。", "All sessions are over.")))
        }
        let place = coming.place
        let taught = sessions.filter { $0.day == place.day && $0.half == place.half }
        let room = taught.first { !$0.room.isEmpty }?.room ?? ""
        let times = "\(rules.begins(place.half).text)–\(rules.ends(place.half, halfHours: coming.halfHours).text)"
        return .part(
            Words("下一节课", "Next"), aside: .group([.day(place.day), " ", .words(place.half.words)]),
            .p(
                .class("place"), .text(times), .element("br", []), .text(room),
                .small(
                    .text(
                        taught.map { [$0.course, $0.trainer].filter { !$0.isEmpty }.joined(separator: " · ") }
                            .joined(separator: "；")))),
            try signIn(place))
    }

    /// Whether they have signed in, or how it is done.
    private func signIn(_ place: ClassHalf) throws -> HTML {
        let row = try ask.reading.one(HallSignIn.self, HallSignIn.code(of: trainee.code, place), for: .everybody)
        if let row {
            return .p(
                .standing(
                    row.isLate ? .behind : .met,
                    row.isLate
                        ? Words("\(row.at.text)已签到，迟到", "signed in at \(row.at.text), late")
                        : Words("\(row.at.text)已签到", "signed in at \(row.at.text)")))
        }
        let hall = try ask.reading.one(Hall.self, RollCall.code(of: found.code, place), for: .everybody)
        if let hall, place.day == ask.today, clock >= hall.opens, clock <= hall.closes {
            return .p(
                clock > hall.late
                    ? .standing(
                        .behind, Words("签到已开，请扫教室大屏上的二维码，现在签到记迟到", "Scan the code on the hall's screen: it is late"))
                    : .standing(
                        .next,
                        Words(
                            "签到已开，请扫教室大屏上的二维码，\(hall.late.text)前算准时",
                            "Scan the code on the hall's screen, by \(hall.late.text)")))
        }
        return .p(
            .class("quiet"),
            .say("签到：上课前扫教室大屏上的二维码，或在签到表上签名。", "Scan the code on the hall's screen, or sign the sheet."))
    }

    private var timetable: HTML {
        let listed =
            sessions.indices.map {
                Listed(place: sessions[$0].place, session: sessions[$0], olds: olds.each[$0].map(\.session))
            } + olds.left.map { Listed(place: $0.session.place, session: nil, olds: [$0.session]) }
        let inOrder = listed.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
        let from = coming?.place
        let left = inOrder.filter { listed in from.map { listed.place >= $0 } ?? false }
        let past = inOrder.filter { listed in from.map { listed.place < $0 } ?? true }
        let count = past.count { $0.session != nil }
        return .group([
            .when(!left.isEmpty, .part(Words("接下来", "To come"), id: "timetable", rows(left))),
            .when(
                !past.isEmpty,
                .section(.details(.summary(.say("已上的课（\(count)节）", "Over: \(count)")), rows(past)))),
        ])
    }

    /// A session, and what stood in its place before; nil: nothing is taught there now.
    private struct Listed {
        var place: ClassHalf
        var session: ClassSession?
        var olds: [ClassSession]
    }

    private func rows(_ sessions: [Listed]) -> HTML {
        .narrowRows(
            sessions.map { listed in
                let (session, place) = (listed.session, listed.place)
                return Row(
                    .group([
                        session.map { .text($0.course) } ?? .nothing,
                        .each(listed.olds) { session == nil ? .struck($0.course) : .small(.struck($0.course)) },
                        .small(
                            .day(place.day), " ", .words(place.half.words),
                            .text(session.map { $0.room.isEmpty ? "" : " · \($0.room)" } ?? "")),
                    ]),
                    act: .span(
                        .class("quiet"), session.map { .words($0.way.words) } ?? .say("已更换", "Replaced")))
            })
    }

    /// Their own attendance, and what they may still miss.
    private func mine() throws -> HTML {
        guard !attendance.halves.isEmpty else { return .nothing }
        let away = Attendance.hours(Double(attendance.away(trainee.code)))
        let (left, limit) = (attendance.hoursLeft(trainee.code), Attendance.hours(attendance.limit))
        let granted = try ask.reading.leaveGranted(in: found.code)[trainee.code] ?? []
        let ahead = attendance.ahead(trainee.code, granted)
        let hoursAhead = Attendance.hours(Double(ahead))
        return .part(
            Words("我的考勤", "My attendance"),
            aside: .say("缺课\(away)，上限\(limit)学时", "\(away) of at most \(limit) hours"),
            .p(
                .say("还可缺课\(left)学时。", "\(left) hours may still be missed. "),
                .when(
                    ahead > 0,
                    .say("已准假、还没有上的课\(hoursAhead)学时。", "Leave granted ahead takes \(hoursAhead) of them. ")),
                attendance.warning(trainee.code).map { warning in
                    .standing(warning == .over ? .overdue : .behind, warning.words)
                } ?? .nothing),
            .ol(.class("strip"), .each(attendance.halves) { half in .li(one(half.place)) }))
    }

    private func one(_ place: ClassHalf) -> HTML {
        let (mark, words): (Mark, Words)
        if attendance.isCalled(trainee.code, place) {
            let said = attendance.mark(trainee.code, place)
            words = said?.words ?? RollMark.here
            mark =
                switch said {
                case nil: .met
                case .late, .early: .behind
                case .leave, .sick, .official: .excused
                case .absent: .overdue
                }
        } else if place == coming?.place {
            (mark, words) = (.next, Words("下一节", "next"))
        } else if place.hasBegun(on: ask.today, at: clock, rules) {
            (mark, words) = (.waiting, Words("待登记", "to be called"))
        } else {
            (mark, words) = (.notYetDue, Words("未上", "to come"))
        }
        return .group([
            .span(.words(AttendanceGrid.head(place))), .shape(mark), .b(.class(mark.rawValue), .words(words)),
        ])
    }

    /// Their leave, and how it stands.
    private func leave() throws -> HTML {
        let all = try ask.reading.all(
            ClassLeave.self, for: .everybody, where: "trainee = \(trainee.code)", order: "from_day desc")
        // Once the last session is over there is nothing to be on leave from.
        let isOpen =
            [.accepted, .arrived].contains(trainee.stage) && found.scheme.closing >= ask.today
            && (sessions.isEmpty || coming != nil)
        let over = rules.halvesOver(at: clock)
        return .part(
            Words("请假", "Leave"),
            all.isEmpty
                ? .p(.class("quiet"), .say("没有请假。", "No leave."))
                : .narrowRows(
                    all.map { leave in
                        let state = leave.state(on: ask.today, over: over)
                        return Row(
                            .group([
                                .words(leave.scheme.kind.words), .small(.words(leave.span)),
                                .standing(state.mark, state.words),
                                leave.decisions.last.map { $0.remark.isEmpty ? .nothing : .small(.text($0.remark)) }
                                    ?? .nothing,
                            ]), act: button(leave))
                    }),
            .when(isOpen, .acts(.act("\(MyClasses.address(of: found.code))/leave", Words("请假", "Ask for leave")))))
    }

    private func button(_ leave: ClassLeave) -> HTML {
        if leave.stage == .filed {
            return .press("/me/leave/\(leave.code)/withdraw", Words("撤回", "Withdraw"), .small)
        }
        guard leave.notToEnd(on: ask.today) == nil else { return .nothing }
        return .press("/me/leave/\(leave.code)/return", Words("销假", "I am back"), .small)
    }

    private func facts() -> HTML {
        let scheme = found.scheme
        return .part(
            Words("班次", "The class"),
            .facts([
                Fact(Words("报到", "Arrival"), .day(scheme.registration)),
                Fact(Words("地点", "Where"), .text(scheme.parts.first?.place ?? scheme.institution)),
                Fact(Words("承办", "Held by"), .text(scheme.institution)),
                Fact(Words("学时", "Hours"), .text(String(scheme.hours))),
            ]))
    }
}
