import Records
import Vocabulary

/// A city with enough people to be told of in groups: a department, and a county with a township.
enum CorpsTown {
    /// So many people of one unit, rank, year of birth and sex.
    private struct Group {
        var unit: String
        var rank: String
        var born: Int
        var women: Int
        var men: Int
        var since = "2019-03-01"
    }

    private static let groups = [
        Group(unit: "U2", rank: "正处级", born: 1968, women: 0, men: 2),
        Group(unit: "U2", rank: "正处级", born: 1974, women: 2, men: 5),
        Group(unit: "U2", rank: "副处级", born: 1976, women: 3, men: 5),
        Group(unit: "U2", rank: "副处级", born: 1983, women: 5, men: 6),
        Group(unit: "U2", rank: "正科级", born: 1986, women: 6, men: 7),
        Group(unit: "U2", rank: "正科级", born: 1993, women: 1, men: 2),
        Group(unit: "U3", rank: "正处级", born: 1972, women: 1, men: 6),
        Group(unit: "U3", rank: "副处级", born: 1981, women: 2, men: 5),
        Group(unit: "U3", rank: "副科级", born: 1988, women: 4, men: 6),
        Group(unit: "U4", rank: "副科级", born: 1992, women: 5, men: 3),
        Group(unit: "U4", rank: "正科级", born: 1985, women: 2, men: 4),
        Group(unit: "U4", rank: "科员", born: 1999, women: 4, men: 3, since: "2024-09-02"),
    ]

    static var book: RecordBook {
        var book = SmallSite.book
        let start = day("2019-01-01")
        book.units = [
            ("U1", "河畔市", UnitKind.city, nil), ("U2", "市水务局", .department, "U1"), ("U3", "东河县", .county, "U1"),
            ("U4", "柳湾镇", .township, "U3"),
        ].map { OrgUnit(code: $0, name: $1, kind: $2, parent: $3, span: DaySpan(from: start), recorded: start) }
        book.persons = []
        book.appointments = []
        book.memberships = []
        for group in groups {
            for sex in Array(repeating: Sex.female, count: group.women) + Array(repeating: .male, count: group.men) {
                let code = "P\(1001 + book.persons.count)"
                let since = day(group.since)
                book.persons.append(
                    Person(code: code, name: "某\(code)", sex: sex, birthMonth: "\(group.born)-05", recorded: since))
                book.appointments.append(
                    Appointment(
                        code: "J\(code)", person: code, unit: group.unit, post: "干部", rank: group.rank,
                        dated: Dated(from: since, recorded: since)))
            }
        }
        return promoting(book)
    }

    /// Three of section rank rose in July 2026; the office learned of it in September.
    private static func promoting(_ book: RecordBook) -> RecordBook {
        var book = book
        let (risen, learned) = (day("2026-07-06"), day("2026-09-10"))
        let rising = book.appointments.filter { $0.unit == "U2" && $0.rank == "正科级" }.prefix(3)
        for held in rising {
            guard let place = book.appointments.firstIndex(where: { $0.code == held.code }) else { continue }
            book.appointments[place].dated = Dated(
                from: held.dated.span.from, until: risen - 1, recorded: held.dated.recorded, endRecorded: learned)
            book.appointments.append(
                Appointment(
                    code: held.code + "B", person: held.person, unit: "U2", post: "干部", rank: "副处级",
                    dated: Dated(from: risen, recorded: learned)))
        }
        book.appointments.sort { $0.code < $1.code }
        return book
    }
}
