import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@Suite("A clerk reports an activity", .onEveryEngine)
struct ReportActivityTests {
    @Test("what was filled in stands in the records, once, with the day it was recorded")
    func recorded() throws {
        let town = try SmallTown()
        let code = try town.report()

        let book = try town.book
        let activity = try #require(book.activities.first)
        #expect(activity.code == code)
        #expect(activity.title == "第三季度专题学习")
        #expect(activity.from == day("2026-08-21"))
        #expect(activity.recorded == SmallTown.today)
        #expect(book.participations.map(\.person) == ["p1", "p2"])
        #expect(book.participations.map(\.role) == [.keynote, .attendee])
    }

    @Test("the journal says who, and its chain holds")
    func journaled() throws {
        let town = try SmallTown()
        let code = try town.report()
        let rows = try town.database.read { try $0.journal(ofKind: "activity", code: code) }
        #expect(rows.map(\.by) == ["李文员"])
        #expect(rows.map(\.act) == ["report"])
        guard case .intact(let count, _) = try town.database.verifyJournal() else {
            Issue.record("the journal is broken")
            return
        }
        #expect(count == 2)
    }

    @Test("white space around the title is dropped, full-width too")
    func title() throws {
        let town = try SmallTown()
        try _ = town.report { $0.title = " 　学习会　 " }
        #expect(try town.book.activities.map(\.title) == ["学习会"])
    }

    static let refusals: [(String, @Sendable (inout ActivityDraft) -> Void, ActivityProblem)] = [
        ("no title", { $0.title = " 　" }, .noTitle),
        ("a title of 121 characters", { $0.title = String(repeating: "学", count: 121) }, .titleTooLong(limit: 120)),
        ("ends before it begins", { $0.to = day("2026-08-20") }, .endsBeforeItBegins),
        ("four years long", { $0.from = day("2022-08-21") }, .tooLong(days: 1462, limit: 1100)),
        ("tomorrow", { $0.to = day("2026-10-01") }, .notYetOver(day("2026-10-01"))),
        ("nobody's unit", { $0.organiser = "nowhere" }, .unknownOrganiser("nowhere")),
        (
            "a closed office",
            {
                $0.organiser = "oldOffice"
                $0.team = nil
            }, .organiserNotOpen("oldOffice", on: day("2026-08-21"))
        ),
        ("no such team", { $0.team = "ghosts" }, .unknownTeam("ghosts")),
        ("another unit's team", { $0.organiser = "city" }, .teamOfAnotherUnit("group")),
        ("a third of an hour", { $0.hours = 3.3 }, .hoursNotInHalves(3.3)),
        ("thirty hours in a day", { $0.hours = 30 }, .hoursOutOfRange(30, limit: 24)),
        ("filed tomorrow", { $0.filed = day("2026-10-01") }, .filedInTheFuture(day("2026-10-01"))),
        (
            "approved before it was filed",
            {
                $0.filed = day("2026-08-10")
                $0.approved = day("2026-08-09")
            }, .approvedBeforeFiled
        ),
        ("reported before its end", { $0.reported = day("2026-08-20") }, .reportedBeforeTheEnd(day("2026-08-20"))),
        (
            "an attachment without a name", { $0.attachments = [.init(" ", on: day("2026-08-22"))] },
            .attachmentWithoutName(position: 1)
        ),
        ("a stranger", { $0.participants.append(.init(person: "p9", hours: 3)) }, .unknownPerson("p9")),
        ("somebody twice", { $0.participants.append(.init(person: "p1", hours: 3)) }, .personTwice("p1")),
        ("more hours than were held", { $0.participants[0].hours = 4 }, .participantHours("p1", 4)),
    ]

    @Test("is refused, and nothing is written", arguments: refusals.indices)
    func refused(_ index: Int) throws {
        let (name, change, problem) = Self.refusals[index]
        let town = try SmallTown()
        let refusal = #expect(throws: ActivityRefused.self, "\(name)") { try town.report(change) }
        #expect(refusal?.problems.contains(problem) == true, "\(name): \(String(describing: refusal))")
        #expect(try town.book.activities.isEmpty)
    }

    @Test("every problem is told at once, in the order of the form")
    func several() throws {
        let town = try SmallTown()
        let refusal = #expect(throws: ActivityRefused.self) {
            try town.report {
                $0.title = ""
                $0.hours = -1
                $0.participants.append(.init(person: "p9", hours: 0))
            }
        }
        #expect(refusal?.problems.first == .noTitle)
        #expect(refusal?.problems.contains(.hoursOutOfRange(-1, limit: 24)) == true)
        #expect(refusal?.problems.contains(.unknownPerson("p9")) == true)
    }

    @Test("the same activity twice is refused, and names the first")
    func twice() throws {
        let town = try SmallTown()
        let code = try town.report()
        let refusal = #expect(throws: ActivityRefused.self) { try town.report() }
        #expect(refusal?.problems == [.alreadyReported(code: code)])
    }

    @Test("once the first is void, it may be reported again")
    func againAfterVoiding() throws {
        let town = try SmallTown()
        let code = try town.report()
        try town.database.perform(
            VoidRecord(.init(.activity, code), reason: "日期有误"), by: .localOperator(named: "李文员"), on: SmallTown.today)
        #expect(try town.report() != code)
    }
}
