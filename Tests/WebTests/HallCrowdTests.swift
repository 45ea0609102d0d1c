import Foundation
import HTTPTypes
import House
import PageTrial
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// A whole class before the hall's screen in the same seconds.
@Suite("Two hundred telephones before one screen", .onEveryEngine) struct HallCrowdTests {
    private static let count = 200
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])

    private static var book: RecordBook {
        var book = SmallSite.book
        let start = day("2024-01-01")
        for number in 101...(100 + count + 1) {
            book.persons.append(
                Person(
                    code: "P\(number)", name: "学员\(number)", sex: .male, birthMonth: "1985-05", recorded: start))
            book.appointments.append(
                Appointment(
                    code: "AP\(number)", person: "P\(number)", unit: "U2", post: "科员", rank: "一级科员",
                    dated: Dated(from: start, recorded: start)))
        }
        return book
    }

    private static func time(_ seconds: Double) -> Date {
        Moment.date("2026-09-30T06:00:00.000Z").addingTimeInterval(seconds)
    }

    /// Everybody with an account; those with an even number are signed in before.
    private func crowd(_ site: SignedInSite) async throws -> [(person: String, browser: Browser)] {
        let people = (101...(100 + Self.count)).map { "P\($0)" }
        for person in people + ["P\(101 + Self.count)"] { try site.open(person, person) }
        var crowd: [(person: String, browser: Browser)] = []
        for (place, person) in people.enumerated() {
            let browser = Browser(site: site)
            if place.isMultiple(of: 2) { #expect(try await browser.signIn(person).status == 303) }
            crowd.append((person, browser))
        }
        return crowd
    }

    private func hall(_ site: SignedInSite) throws -> Hall {
        let database = site.small.database
        let (made, place) = try HallPageTests.teach(in: database, heads: 300)
        let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
        let people = (101...(101 + Self.count)).map { "P\($0)" }
        try database.perform(Nominate(record: made.code, people: people), by: office, on: place.day - 10)
        let codes = try database.read {
            try $0.keys(Trainee.self, for: office, where: "stage = \(TraineeStage.nominated)", order: "code")
        }
        for code in codes {
            try database.perform(AcceptTrainee(trainee: code), by: office, on: place.day - 9)
            try database.perform(NoteArrival(trainee: code), by: office, on: place.day - 1)
        }
        return try database.perform(OpenHall(trainingClass: made.code, place: place), by: Self.school, on: place.day)
    }

    /// Asked by all at once.
    private func together<Value: Sendable>(
        _ crowd: [(person: String, browser: Browser)],
        _ body: @escaping @Sendable (String, Browser) async throws -> Value
    ) async throws -> [String: Value] {
        try await withThrowingTaskGroup(of: (String, Value).self) { group in
            for one in crowd { group.addTask { (one.person, try await body(one.person, one.browser)) } }
            var all: [String: Value] = [:]
            for try await (person, value) in group { all[person] = value }
            return all
        }
    }

    @Test("each is signed in once, by the moment of the scan; one with a photograph is not") func crowd() async throws {
        var site = try SignedInSite(book: Self.book)
        let hall = try hall(site)
        let pass = HallPass(hall, at: Self.time(0).timeIntervalSince1970)
        site.small.site.now = { Self.time(12) }
        let crowd = try await crowd(site)
        let first = try await together(crowd) { _, browser in try await browser.look(pass.address) }
        let led = first.filter { $0.value.status == 303 }
        #expect(first.count == Self.count && led.count == Self.count / 2, "half of them are led to the sign-in")
        #expect(first.values.filter { $0.status == 200 }.allSatisfy { $0.text.contains("14:00:12") })
        let noted = first.mapValues { HallPageTests.cookie($0)[.cookie] ?? "" }
        #expect(noted.values.allSatisfy { $0.contains("-opened=") })

        // Those who are signed in press the button, some of them twice.
        let early = site
        let here = crowd.filter { led[$0.person] == nil }
        let pressed = try await together(here + here.prefix(10)) { person, browser in
            var headers = HTTPFields()
            headers[.cookie] = [browser.cookie, noted[person]].compactMap { $0 }.joined(separator: "; ")
            return try await early.small.post(pass.address, [], headers: headers)
        }
        #expect(pressed.values.allSatisfy { $0.text.contains("签到成功") || $0.text.contains("您已在14:00签到") })

        // The others come from a slow sign-in, when the code on the screen is long another.
        site.small.site.now = { Self.time(150) }
        let late = site
        let signed = try await together(crowd.filter { led[$0.person] != nil }) { person, _ in
            let browser = Browser(site: late)
            // So many at once are told to try again in a moment.
            var answer = try await browser.signIn(person)
            for _ in 0..<500 where answer.status == 503 {
                try await Task.sleep(for: .milliseconds(20))
                answer = try await browser.signIn(person)
            }
            guard answer.status == 303 else { return Answer?.none }
            var headers = HTTPFields()
            headers[.cookie] = [browser.cookie, noted[person]].compactMap { $0 }.joined(separator: "; ")
            return try await late.small.post(pass.address, [], headers: headers)
        }
        #expect(signed.values.allSatisfy { $0?.text.contains("签到成功") == true })

        // Somebody of the class who was sent a photograph of the screen.
        let absent = try await late.browser("P\(101 + Self.count)")
        let photograph = try await absent.get(pass.address)
        #expect(photograph.status == 409 && photograph.text.contains("二维码已过期"))
        #expect(try await absent.post(pass.address, []).status == 409)

        let rows = try site.small.database.read { try $0.signIns(to: hall.trainingClass, hall.place) }
        #expect(rows.count == Self.count && rows.values.allSatisfy { $0.at.withSeconds == "14:00:12" && !$0.isLate })
        #expect(try site.small.database.faults().isEmpty)
    }
}
