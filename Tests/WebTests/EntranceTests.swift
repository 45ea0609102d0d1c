import Pages
import Records
import Testing
import Vocabulary

@testable import Web

/// Whatever comes in by an address or a form, the answer is a page: nothing breaks, and nothing is saved that nobody meant.
@Suite("Every entrance, with everything")
struct EntranceTests {
    static let values: [String] =
        [
            "", " ", "-1", "0", "1", "-0", "1e9", "1e300", "-1e300", "nan", "NaN", "inf", "-inf", "0x7fffffff",
            "2147483648",
            "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
            "0.1", ".5", "5.", "1e-300", "0.00000000000000000000000001", "１２", "٣", "NULL", "true", "0001-01-01",
            "9999-12-31", "0000-00-00", "2026-02-30", "-2026-01-01", "10000-01-01", "\u{0}", "\u{200B}", "\u{202E}x",
            "\u{FFFD}", "\u{FEFF}", "\u{301}\u{301}", "'; drop table persons; --", "<script>", "%", "%00", "%zz", "..",
            "/",
            "a&b=c", "\r\nX: y", "\u{10FFFF}", "甲", String(repeating: "9", count: 40),
            String(repeating: "甲", count: 3000),
        ]

    static let addresses = [
        "/", "/plan", "/plan/editions", "/plan/questions", "/plan/clauses/2.1", "/ledger", "/ledger.csv",
        "/ledger/entry",
        "/units", "/units/U2", "/people", "/people/P1", "/activities", "/activities/new", "/seats", "/seats/1",
        "/seats/1/people", "/seats/1/people/3", "/seats/1/classes/1", "/seats/new", "/seats/1/assigned",
        "/seats/1/changes", "/seats/1/name", "/nowhere",
    ]
    static let parameters = [
        "asOf", "knownAt", "lang", "sort", "page", "size", "q", "unit", "kind", "year", "standing", "task",
        "obligation",
        "window", "due", "from", "subject", "group", "under", "show", "person", "organiser", "saved", "title", "hours",
        "to",
        "participants", "attachments", "filed",
    ]

    private func site() async throws -> SmallSite {
        let small = try SmallSite()
        _ = try await small.handIn(SeatPageTests.year, named: "年")
        try await small.settle()
        return small
    }

    @Test("addresses")
    func everyAddress() async throws {
        let small = try await site()
        for address in Self.addresses {
            for value in Self.values {
                let query = Query(Self.parameters.map { ($0, value) }).text
                let answer = try await small.get("\(address)?\(query)")
                #expect(answer.status < 500, "\(address) all = \(value)")
            }
            for parameter in ["page", "size", "year", "due", "unit", "person", "asOf", "knownAt", "from"] {
                for value in ["-1", "9999-12-31"] {
                    let answer = try await small.get("\(address)?\(Query([(parameter, value)]).text)")
                    #expect(answer.status < 500, "\(address) \(parameter) = \(value)")
                }
            }
        }
    }

    @Test("what stands in the path itself")
    func paths() async throws {
        let small = try await site()
        for value in Self.values where !value.isEmpty {
            let part = Query.encoded(value)
            for address in [
                "/units/\(part)", "/people/\(part)", "/activities/\(part)", "/activities/\(part)/correct",
                "/activities/\(part)/void", "/plan/clauses/\(part)", "/seats/\(part)", "/seats/1/people/\(part)",
                "/seats/1/classes/\(part)", "/seats/\(part)/people",
            ] {
                let answer = try await small.get(address)
                #expect(answer.status < 500, "\(address)")
            }
            for address in [
                "/activities/\(part)/correct", "/activities/\(part)/void", "/plan/clauses/\(part)",
                "/seats/\(part)/run",
                "/seats/\(part)/wishes", "/seats/\(part)/name", "/seats/\(part)/remove", "/seats/\(part)/restore",
            ] where part != "1" && part != "0" {
                let answer = try await small.post(address, [("reason", "x"), ("name", "x")])
                #expect(answer.status < 500, "\(address)")
            }
        }
    }

    static let forms: [(address: String, fields: [(String, String)])] = [
        (
            "/activities/new",
            TypedFormTests.study + [
                ("audience", "sectionLevel"), ("filed", "2026-08-01"), ("approved", "2026-08-02"),
                ("reported", "2026-08-25"), ("attachments", "报告 2026-08-25"), ("person", "P2"),
                ("sure", "from 2026-08-01"),
                ("step", "check"),
            ]
        ),
        (
            "/plan/clauses/2.1",
            [("activity", "inspection"), ("population", "townships"), ("answerable", ""), ("amount", "")]
        ),
        ("/plan/clauses/2.1", [("dismiss", "")]),
        ("/seats/1/wishes", [("act", "pin"), ("person", "3"), ("class", "1")]),
        ("/seats/1/wishes", [("act", "letGo"), ("person", "3"), ("class", "1"), ("back", "/seats/1/people/3")]),
        ("/seats/1/name", [("name", "年")]), ("/seats/new", [("name", "年"), ("text", "{}"), ("step", "check")]),
    ]

    @Test("forms: every field with every value is answered by its page, and says which field", arguments: forms.indices)
    func form(_ index: Int) async throws {
        let small = try await site()
        let (address, fields) = Self.forms[index]
        for (place, field) in fields.enumerated() {
            for value in Self.values {
                var changed = fields
                changed[place].1 = value
                let answer = try await small.post(address, changed)
                #expect(answer.status < 500, "\(address) \(field.0) = \(value)")
                if answer.status == 422 {
                    #expect(answer.text.contains("class=\"errors\""), "\(address) \(field.0) = \(value)")
                }
            }
        }
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("bodies that are no forms")
    func bodies() async throws {
        let small = try await site()
        for body in [
            "", "&&&&", "====", "%", "%%%", "a=%E5%B8", "=x", "\u{0}\u{0}", "{\"a\":1}",
            String(repeating: "a&", count: 50_000),
        ] {
            for address in ["/activities/new", "/plan/clauses/2.1", "/seats/new", "/seats/1/wishes", "/seats/1/name"] {
                let answer = try await small.postRaw(address, body)
                #expect((400..<500).contains(answer.status), "\(address) \(body.prefix(20)) \(answer.status)")
            }
        }
    }
}
