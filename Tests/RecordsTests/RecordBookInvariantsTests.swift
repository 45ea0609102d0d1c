import Records
import Testing
import Vocabulary

/// One sound book, and for each invariant the smallest change that breaks it.
@Suite struct RecordBookInvariantsTests {
    private static func day(_ offset: Int) -> Day { Day(number: Int32(20_000 + offset)) }

    static var sound: RecordBook {
        var book = RecordBook()
        book.units = [
            OrgUnit(code: "a", name: "样例市", kind: .city, parent: nil, span: DaySpan(from: day(0)), recorded: day(0)),
            OrgUnit(
                code: "b", name: "水务局", kind: .department, parent: "a", span: DaySpan(from: day(0)), recorded: day(0)),
        ]
        book.persons = [Person(code: "p", name: "甲", sex: .male, birthMonth: "1980-01", recorded: day(0))]
        book.appointments = [
            Appointment(
                code: "j", person: "p", unit: "b", post: "科长", rank: "",
                dated: Dated(from: day(0), until: day(90), recorded: day(1), endRecorded: day(95)))
        ]
        book.activities = ["x", "y"].map {
            Activity(
                code: $0, kind: .exam, title: "考试", organiser: "b", from: day(10), to: day(10), hours: 1.5,
                filed: day(2),
                approved: day(3), reported: day(11), recorded: day(12))
        }
        book.participations = [
            Participation(
                code: "r", activity: "x", person: "p", role: .attendee, hours: 1.5, completed: true, recorded: day(12))
        ]
        book.voidings = [
            Voiding(code: "v", record: .init(.participation, "r"), reason: "误录", by: "甲", recorded: day(20))
        ]
        book.corrections = [
            Correction(
                code: "k", record: .init(.activity, "x"), replacement: "y", reason: "日期有误", by: "甲", recorded: day(20))
        ]
        return book
    }

    struct Break: CustomTestStringConvertible, Sendable {
        var expected: String
        var change: @Sendable (inout RecordBook) -> Void
        var testDescription: String { expected }

        init(_ expected: String, _ change: @escaping @Sendable (inout RecordBook) -> Void) {
            self.expected = expected
            self.change = change
        }
    }

    static let breaks: [Break] = [
        Break("unit a: codes are not unique and ascending") { $0.units.swapAt(0, 1) },
        Break("unit b: no unit z above it") { $0.units[1].parent = "z" },
        Break("unit b: beneath itself") { $0.units[1].parent = "b" },
        Break("unit b: no name") { $0.units[1].name = "" },
        Break("appointment j: no person q") { $0.appointments[0].person = "q" },
        Break("appointment j: no unit z") { $0.appointments[0].unit = "z" },
        Break("appointment j: ends before it begins") { $0.appointments[0].dated.span.until = day(-1) },
        Break("appointment j: recorded before it began") { $0.appointments[0].dated.recorded = day(-1) },
        Break("appointment j: end recorded, but open") { $0.appointments[0].dated.span.until = nil },
        Break("activity x: ends before it begins") { $0.activities[0].to = day(9) },
        Break("activity x: recorded before it happened") { $0.activities[0].reported = day(13) },
        Break("activity x: approved before it was filed") { $0.activities[0].approved = day(1) },
        Break("activity x: hours 1.3") { $0.activities[0].hours = 1.3 },
        Break("activity x: no team t") { $0.activities[0].team = "t" },
        Break("participation r: no activity z") { $0.participations[0].activity = "z" },
        Break("participation r: recorded before its activity") { $0.participations[0].recorded = day(11) },
        Break("voiding v: no reason") { $0.voidings[0].reason = "" },
        Break("voiding v: no record z") { $0.voidings[0].record.code = "z" },
        Break("voiding v: recorded before the record itself") { $0.voidings[0].recorded = day(5) },
        Break("correction k: x no longer counted already") { $0.voidings[0].record = .init(.activity, "x") },
        Break("correction k: no record z") { $0.corrections[0].replacement = "z" },
        Break("correction k: replaces itself") { $0.corrections[0].replacement = "x" },
    ]

    @Test func aSoundBookHasNothingToSay() { #expect(Self.sound.brokenInvariants() == []) }

    @Test(arguments: breaks)
    func aBrokenOneNamesTheRecord(_ broken: Break) {
        var book = Self.sound
        broken.change(&book)
        #expect(book.brokenInvariants() == [broken.expected])
    }
}
