import Accounts
import Foundation
import HTTPTypes
import PageTrial
import Pages
import Store
import Synchronization
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// The hall's screen and the telephones before it.
@Suite("Sign-in by the hall's screen") struct HallPageTests {
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])
    private static let trainee = Reader(account: "P1", person: "P1", rights: [.own])

    /// A class of the small town that meets today at noon's half past two, with two trainees.
    static func teach(in database: Database, heads: Int = 3, kind: ClassKind = .special) throws -> (
        TrainingClass, ClassHalf
    ) {
        let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
        let today = SmallSite.today
        var scheme = ClassScheme()
        (scheme.title, scheme.organiser, scheme.institution) = ("河道治理专题班", "U2", "县委党校")
        (scheme.registration, scheme.opening, scheme.closing) = (today - 1, today, today)
        (scheme.heads, scheme.hours, scheme.teacher, scheme.kind) = (heads, 4, "P3", kind)
        let made = try database.perform(ApplyForClass(scheme: scheme), by: office, on: today - 30)
        try database.perform(DecideClass(record: made.code, isApproved: true, remark: ""), by: office, on: today - 29)
        try database.perform(
            IssueCallUp(
                record: made.code,
                notice: CallUpNotice(
                    number: "", deadline: today - 5, contact: "李文", notes: "",
                    quotas: [ClassQuota(unit: "U2", seats: heads)])), by: office, on: today - 20)
        try database.perform(Nominate(record: made.code, people: ["P1", "P2"]), by: office, on: today - 10)
        let codes = try database.read { try $0.keys(Trainee.self, for: office) }
        for code in codes {
            try database.perform(AcceptTrainee(trainee: code), by: office, on: today - 9)
            try database.perform(NoteArrival(trainee: code), by: office, on: today - 1)
        }
        let place = ClassHalf(day: today, half: .afternoon)
        try database.perform(
            KeepTimetable(
                record: made.code,
                sheet: TimetableSheet(sessions: [
                    ClassSession(
                        day: today, half: .afternoon, course: "河道巡护", trainer: "甲教授", room: "301", halfHours: 8)
                ])), by: office, on: today - 1)
        return (made, place)
    }

    /// 14:00 there, and so many seconds.
    private static func time(_ seconds: Double = 0) -> Date {
        Moment.date("2026-09-30T06:00:00.000Z").addingTimeInterval(seconds)
    }

    static func cookie(_ answer: Answer) -> HTTPFields {
        var headers = HTTPFields()
        if let set = answer.headers[.setCookie]?.split(separator: ";").first { headers[.cookie] = String(set) }
        return headers
    }

    @Test("the screen stands alone, changes its code every twenty seconds, and a telephone signs in by it once")
    func life() async throws {
        var small = try SmallSite()
        let (made, place) = try Self.teach(in: small.database)
        small.site.now = { Self.time() }
        small.reader = { _ in Self.school }
        let address = "/classes/\(made.code)/hall/\(place.day.iso)/afternoon"
        #expect(try await small.get(address).text.contains("打开签到"))
        #expect(try await small.post("\(address)/open", []).status == 303)
        let screen = try await small.get(address)
        #expect(screen.text.contains("class=\"hall\"") && !screen.text.contains("class=\"frame\""))
        #expect(HTTPField.Name("Refresh").flatMap { screen.headers[$0] } == "20")
        #expect(screen.text.contains("class=\"qr\"") && screen.text.contains("河道巡护"))
        #expect(HTML(parsing: screen.text).first("main")?.text().contains("0 / 2人") == true)
        let hall = try #require(
            try small.database.read { try $0.one(Hall.self, RollCall.code(of: made.code, place), for: .everybody) })
        let pass = HallPass(hall, at: Self.time().timeIntervalSince1970)
        small.reader = { _ in Self.trainee }
        let first = try await small.get(pass.address)
        #expect(first.status == 200 && first.text.contains("甲一") && first.text.contains("14:00:00"))
        #expect(first.text.contains("准时"))
        let done = try await small.post(pass.address, [], headers: Self.cookie(first))
        #expect(done.status == 200 && done.text.contains("签到成功"))
        let pressed = try await small.post(pass.address, [], headers: Self.cookie(first))
        #expect(pressed.status == 200 && pressed.text.contains("您已签到"), "who presses twice is signed in")
        #expect(try await small.get(pass.address).text.contains("您已签到"))
        #expect(try await small.get("/me/classes").text.contains("河道治理专题班"))
        let desk = try await small.get("/desk")
        #expect(desk.links.contains("/me/classes/\(made.code)"), "one's own page leads to the class")
        let mine = try await small.get("/me/classes/\(made.code)")
        #expect(mine.text.contains("14:00已签到") && mine.text.contains("301") && mine.text.contains("14:30–17:30"))
        // The roll is filled in by it, and the teacher's word decides.
        small.reader = { _ in Self.school }
        small.site.now = { Self.time(3600) }
        let roll = try await small.get("/classes/\(made.code)/attendance/\(place.day.iso)/afternoon")
        #expect(roll.status == 200 && roll.text.contains("name=\"roll.P1\" value=\"here\" checked"))
        #expect(roll.text.contains("name=\"roll.P2\" value=\"absent\" checked"))
        let page = try await small.get("/classes/\(made.code)/attendance")
        #expect(page.text.contains("签到大屏") && page.headers[.cacheControl] == "no-store")
    }

    @Test("a session that was replaced stays on the trainee's page, struck through, without the reason")
    func struck() async throws {
        var small = try SmallSite()
        let (made, place) = try Self.teach(in: small.database)
        small.site.now = { Self.time() }
        let sheet = try #require(
            try small.database.read { try $0.one(Timetable.self, made.code, for: .everybody) }
        ).sheet
        let session = try #require(sheet.named.first { $0.session.place == place })
        var taught = session.session
        taught.course = "防汛调度"
        try small.database.perform(
            ReplaceSession(
                record: made.code,
                replacement: TaughtInstead(session: session.name, taught: taught, reason: "教师住院")), by: Self.school,
            on: place.day)
        small.reader = { _ in Self.trainee }
        let mine = try await small.get("/me/classes/\(made.code)")
        #expect(mine.text.contains("<del class=\"was\">\(session.session.course)</del>"))
        #expect(mine.text.contains("防汛调度") && !mine.text.contains("教师住院"))
    }

    @Test("a photograph that is opened a minute later signs nobody in; a scan before a slow sign-in does")
    func later() async throws {
        var small = try SmallSite()
        let (made, place) = try Self.teach(in: small.database)
        small.site.now = { Self.time() }
        let hall = try small.database.perform(
            OpenHall(trainingClass: made.code, place: place), by: Self.school, on: place.day)
        let pass = HallPass(hall, at: Self.time().timeIntervalSince1970)
        small.reader = { _ in Self.trainee }
        small.site.now = { Self.time(60) }
        let late = try await small.get(pass.address)
        #expect(late.status == 409 && late.text.contains("二维码已过期"))
        #expect(try await small.post(pass.address, []).status == 409)
        // Opened in time by somebody who had to sign in first: their browser was told when.
        small.site.now = { Self.time(8) }
        let scanned = Self.cookie(try await small.get(pass.address))
        small.site.now = { Self.time(240) }
        #expect(try await small.post(pass.address, []).status == 409, "another browser was told of nothing")
        var forged = scanned
        forged[.cookie] = scanned[.cookie]?.replacing(/=\d+/, with: "=1790000000000")
        #expect(try await small.post(pass.address, [], headers: forged).status == 409)
        let done = try await small.post(pass.address, [], headers: scanned)
        #expect(done.status == 200 && done.text.contains("14:00"))
        // Another class's code is nobody's business of theirs.
        small.reader = { _ in Reader(account: "P9", person: "P9", rights: [.own]) }
        #expect(try await small.get("/me/classes/\(made.code)").status != 200)
    }

    @Test("a scan that waits for the sign-in outlasts a restart; moved to another browser it is over")
    func restarted() async throws {
        var small = try SmallSite()
        let (made, place) = try Self.teach(in: small.database)
        let hall = try small.database.perform(
            OpenHall(trainingClass: made.code, place: place), by: Self.school, on: place.day)
        let pass = HallPass(hall, at: Self.time().timeIntervalSince1970)
        small.reader = { _ in Self.trainee }
        small.site.now = { Self.time(3) }
        let scanned = Self.cookie(try await small.get(pass.address))
        // Another process of the same site, as after a restart, and after the code is over.
        var restarted = small
        restarted.site = Web.Site(database: small.database, today: { SmallSite.today }, files: small.filesOfTests)
        restarted.site.now = { Self.time(200) }
        restarted.reader = { _ in Self.trainee }
        let page = try await restarted.get(pass.address, headers: scanned)
        #expect(page.status == 200 && page.text.contains("扫码时间14:00:03"))
        var elsewhere = scanned
        elsewhere[.userAgent] = "another browser"
        #expect(try await restarted.post(pass.address, [], headers: elsewhere).status == 409)
        #expect(try await restarted.post(pass.address, [], headers: scanned).text.contains("签到成功"))
        let journal = try small.database.read { try $0.journal(limit: 1000) }
        #expect(!journal.contains { $0.after?.contains("site_keys") == true }, "no line tells the key")
    }

    @Test("whoever is not signed in is led there, and the moment of the scan is kept for them") func nobody()
        async throws
    {
        var site = try SignedInSite()
        let (made, place) = try Self.teach(in: site.small.database)
        site.small.site.now = { Self.time() }
        let hall = try site.small.database.perform(
            OpenHall(trainingClass: made.code, place: place), by: Self.school, on: place.day)
        let pass = HallPass(hall, at: Self.time().timeIntervalSince1970)
        let led = try await site.small.get(pass.address)
        #expect(led.status == 303 && led.headers[.location]?.hasPrefix("/sign-in?to=") == true)
        #expect(!led.text.contains("甲一"))
        let noted = try #require(Self.cookie(led)[.cookie])
        #expect(noted.hasPrefix("xingzhi-opened="))
        let browser = try await site.browser("P1")
        site.small.site.now = { Self.time(200) }
        let later = Browser(site: site)
        _ = try await later.signIn("P1")
        var headers = HTTPFields()
        headers[.cookie] = "\(later.cookie ?? ""); \(noted)"
        let page = try await site.small.get(pass.address, headers: headers)
        #expect(page.status == 200 && page.text.contains("扫码时间14:00:00"))
        #expect(try await site.small.post(pass.address, [], headers: headers).text.contains("签到成功"))
        #expect(try await browser.get("/desk").text.contains("/me/classes"))
    }
}
