import Pages
import Store
import Vocabulary

extension TrainingClass {
    func hallAddress(_ place: ClassHalf) -> String { "\(address)/hall/\(place.day.iso)/\(place.half.rawValue)" }

    /// The hall's screen for one half-day: no menu, large enough for the last row; it is asked for again by itself when the
    /// next code is due.
    func hallPage(_ ask: Ask) throws -> Page {
        let place = try ask.half()
        if let why = try noHall(place, in: ask.reading, for: ask.reader, on: ask.today) {
            return try closed(why, ask)
        }
        guard let hall = try ask.reading.one(Hall.self, RollCall.code(of: code, place), for: ask.reader) else {
            return try hallToOpen(place, ask)
        }
        let sessions = try ask.reading.one(Timetable.self, code, for: ask.reader)?.sheet.sessions.filter {
            $0.day == place.day && $0.half == place.half
        }
        let clock = try ask.clock
        var page = Page(
            Words("签到", "Sign in"),
            .element(
                "header",
                [
                    .div(
                        .h1(.text(title)),
                        .p(
                            .text(
                                (sessions ?? []).map {
                                    [$0.course, $0.trainer].filter { !$0.isEmpty }.joined(separator: " · ")
                                }
                                .joined(separator: "；")))),
                    .p(
                        .day(place.day), " ", .words(place.half.words), .element("br", []),
                        .text(sessions?.first { !$0.room.isEmpty }?.room ?? "")),
                ]),
            .element("main", [.id("content"), code(of: hall, clock, ask), .dl(try figures(hall, clock, ask))]),
            .element(
                "footer",
                [
                    .say(
                        "手机扫码，核对姓名后点“签到”。\(hall.late.text)后签到记迟到。没有手机的，请在纸质签到表上签名。",
                        "Scan it, look at your name, press “sign in”. After \(hall.late.text) it is late. Without a telephone, sign the sheet."
                    )
                ]))
        page.shape = "hall"
        page.refresh = HallPass.left(at: ask.context.moment)
        return page
    }

    private func hallToOpen(_ place: ClassHalf, _ ask: Ask) throws -> Page {
        let rules = try ask.classRules
        let bell = rules.begins(place.half)
        var page = Page(
            Words("签到大屏", "The hall's screen"),
            .sheet(
                .section(
                    .h2(.text(title), "　", .day(place.day), " ", .words(place.half.words)),
                    .p(
                        .say(
                            "打开后整页显示二维码，每\(HallPass.window)秒换一次，拍下来转发无效。上课前\(rules.signInBefore)分钟起可以签到，\((bell + rules.lateAfter).text)后记迟到。",
                            "It fills the screen with a code that changes every \(HallPass.window) seconds: a photograph of it is of no use. Sign-in begins \(rules.signInBefore) minutes before the bell; after \((bell + rules.lateAfter).text) it is late."
                        )),
                    .acts(.press("\(hallAddress(place))/open", Words("打开签到", "Open it"), .primary)))))
        page.crumbs = try crumbs(ask) + [Frame.Crumb(Words("考勤", "Attendance"), "\(address)/attendance")]
        return page
    }

    private func code(of hall: Hall, _ clock: ClockTime, _ ask: Ask) -> HTML {
        if clock < hall.opens {
            return .p(.class("still"), .say("\(hall.opens.text)开始签到", "Sign-in begins at \(hall.opens.text)"))
        }
        if clock > hall.closes { return .p(.class("still"), .say("签到已结束", "Sign-in is over")) }
        let pass = HallPass(hall, at: ask.context.moment)
        return QRPicture.svg(ask.context.origin + pass.address, label: ask.say("签到二维码", "Code to sign in")) ?? .nothing
    }

    private func figures(_ hall: Hall, _ clock: ClockTime, _ ask: Ask) throws -> HTML {
        let (signedIn, expected) = try ask.reading.signedIn(to: hall)
        let left = max(0, hall.late.seconds - clock.seconds + 59) / 60
        return .group([
            .div(
                .dt(.say("已签到", "Signed in")),
                .dd(.text("\(signedIn) "), .small(.say("/ \(expected)人", "of \(expected)")))),
            clock <= hall.late
                ? .div(
                    .dt(.say("准时签到还有", "In time for")),
                    .dd(.text("\(left) "), .small(.say("分钟，到\(hall.late.text)", "minutes, until \(hall.late.text)"))))
                : .div(.dt(.say("现在签到", "Whoever signs in now")), .dd(.say("记迟到", "is late"))),
            .div(.dt(.say("现在", "Now")), .dd(.text(clock.text))),
        ])
    }
}

extension Reading {
    /// How many signed in to a hall, and how many are expected.
    func signedIn(to hall: Hall) throws -> (count: Int, expected: Int) {
        let stages: [TraineeStage] = [.accepted, .arrived]
        return (
            try count(
                HallSignIn.self, for: .everybody,
                where: "class = \(hall.trainingClass) and day = \(hall.place.day) and half = \(hall.place.half)"),
            try count(
                Trainee.self, for: .everybody, where: "class = \(hall.trainingClass) and stage in (\(list: stages))")
        )
    }

    /// Who signed in to a half-day, by trainee.
    func signIns(to trainingClass: String, _ place: ClassHalf) throws -> [String: HallSignIn] {
        let all = try all(
            HallSignIn.self, for: .everybody,
            where: "class = \(trainingClass) and day = \(place.day) and half = \(place.half)", order: "code")
        return Dictionary(all.map { ($0.trainee, $0) }) { first, _ in first }
    }
}
