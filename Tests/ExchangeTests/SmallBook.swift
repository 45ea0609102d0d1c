import Records
import Vocabulary

/// A book small enough to read: one unit, one person who moved, two activities of which one is void.
enum SmallBook {
    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    static var book: RecordBook {
        var book = RecordBook()
        let start = day("2024-01-01")
        book.units = [
            OrgUnit(
                code: "U2", name: "农业局", kind: .department, parent: "U1", span: .init(from: start), recorded: start),
            OrgUnit(code: "U1", name: "云川市", kind: .city, parent: nil, span: .init(from: start), recorded: start),
        ]
        book.persons = [
            Person(code: "P1", name: "林,青\"禾\"", sex: .female, birthMonth: "1984-07", recorded: start)
        ]
        book.appointments = [
            Appointment(
                code: "A1", person: "P1", unit: "U2", post: "科长", rank: "",
                dated: Dated(
                    from: start, until: day("2024-06-30"), recorded: start, endRecorded: day("2024-07-03")))
        ]
        book.activities = [
            Activity(
                code: "E1", kind: .collectiveStudy, title: "一季度集中学习", organiser: "U2", from: day("2024-03-01"),
                to: day("2024-03-02"), hours: 7.5, topics: [.theory, .partyHistory],
                attachments: [Attachment("方案;初稿", on: day("2024-02-20")), Attachment("签到@表", on: day("2024-03-02"))],
                recorded: day("2024-03-05")),
            Activity(
                code: "E0", kind: .lecture, title: "讲座", organiser: "U1", from: day("2024-02-01"),
                to: day("2024-02-01"), hours: 2, filed: day("2024-01-15"), recorded: day("2024-02-01")),
        ]
        book.voidings = [
            Voiding(
                code: "V1", record: .init(.activity, "E0"), reason: "重复登记\n见另一条", by: "U1",
                recorded: day("2024-02-09"))
        ]
        return book
    }
}
