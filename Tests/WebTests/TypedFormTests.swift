import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Records
import Testing
import Vocabulary

@testable import Storage
@testable import Store
@testable import Web

/// What a clerk types wrongly, twice, or too much of.
@Suite("What is typed into forms")
struct TypedFormTests {
    static let study: [(String, String)] = [
        ("organiser", "U2"), ("kind", "collectiveStudy"), ("title", "第三季度专题学习"), ("team", "T1"),
        ("from", "2026-08-21"), ("to", "2026-08-21"), ("hours", "3"), ("topic", "theory"),
        ("participants", "P1 重点发言\n甲三"),
    ]

    private func typed(_ changes: (String, String)..., step: String = "save") -> [(String, String)] {
        Self.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes + [("step", step)]
    }

    private func report(_ small: SmallSite, _ changes: (String, String)...) async throws -> Answer {
        let fields = Self.study.filter { field in !changes.contains { $0.0 == field.0 } } + changes
        return try await small.post("/activities/new", fields + [("step", "save")])
    }

    @Test(
        "a number that is none is refused beside its line, and the server lives",
        arguments: [
            "P1 6222021001123456789", "P1 1e300", "P1 -3", "P1 0x10", "P1 nan", "P1 99999999999999999999999999",
            "P1 3.3",
            "P1 4", "P1 ２.55", "P1 inf",
        ])
    func participantsNumbers(line: String) async throws {
        let small = try SmallSite()
        let page = try await report(small, ("participants", "甲三\n\n" + line))
        #expect(page.status == 422 && page.text.contains("第3行"), "\(page.text)")
        #expect(page.text.contains("第三季度专题学习") && page.text.contains(line))
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("people are found however their name or code is written")
    func people() async throws {
        let small = try SmallSite()
        for line in ["p1", "Ｐ１", " P1 ", "甲 一", "甲　一", "甲一\u{200B}", "P1，甲一", "甲一 P1 ２．５"] {
            let page = try await small.post("/activities/new", typed(("participants", line), step: "check"))
            #expect(page.status == 200 && page.text.contains(">甲一</td>"), "\(line)")
        }
        let twice = try await report(small, ("participants", "甲一\np1"))
        #expect(twice.status == 422 && twice.text.contains("第2行") && twice.text.contains("重复"))
    }

    @Test("hours: full-width figures are read, nothing but plain figures is")
    func hours() async throws {
        let small = try SmallSite()
        for hours in ["1e300", "0x10", "nan", "-1", "1e1", "26401", "99999999999999999999", "3.25", "+-3", "3小时"] {
            let page = try await report(small, ("hours", hours))
            #expect(page.status == 422 && page.text.contains("href=\"#hours\""), "\(hours)")
            #expect(page.text.contains("value=\"\(hours)\""), "\(hours)")
        }
        #expect(try await report(small, ("hours", "２．５")).status == 303)
        #expect(try small.recorded().activities.first?.hours == 2.5)
    }

    @Test("a title that cannot be kept is refused with its field, and the rest of the form is kept")
    func titles() async throws {
        let small = try SmallSite()
        for title in ["\u{0}学习", "\u{200B}", "\u{202E}", "\u{2060}", "\u{3164}", "\u{FE0F}", "\u{301}", "学\u{1}习"] {
            let page = try await report(small, ("title", title))
            #expect(page.status == 422 && page.text.contains("href=\"#title\""), "\(title.unicodeScalars.map(\.value))")
            #expect(page.text.contains("P1 重点发言"))
        }
        let marks = try await report(small, ("title", "学" + String(repeating: "\u{301}", count: 100_000)))
        #expect(marks.status == 422 && marks.text.contains("href=\"#title\""))
        #expect(try small.recorded().activities.isEmpty)
    }

    /// Of the kinds that are dear to fold, to compare, to split or to look up.
    static let endless: [String] = [
        "a" + String(repeating: "\u{301}", count: 40_000), "学" + String(repeating: "\u{301}\u{316}", count: 20_000),
        "a" + String(repeating: "\u{301}\u{200D}", count: 20_000), String(repeating: "\u{1F1E8}", count: 20_000),
        String(repeating: "甲\n", count: 20_000), String(repeating: "1", count: 100_000),
        String(repeating: "甲 ", count: 20_000),
    ]

    @Test("a unit of endless length is refused with words, and can be chosen again", arguments: endless)
    func endlessUnit(_ text: String) async throws {
        let small = try SmallSite()
        let page = try await report(small, ("organiser", text))
        #expect(page.status == 422 && page.text.contains("href=\"#organiser\"") && page.text.contains("没有查到单位“"))
        #expect(page.text.contains("<select class=\"field\" id=\"organiser\""))
        #expect(page.text.contains("第三季度专题学习") && page.text.utf8.count < 200_000)
        // As much as an address takes.
        let asked = try await small.get(
            "/activities/new?unit=\(Query.encoded(String(text.unicodeScalars.prefix(500))))")
        #expect(asked.status == 200 && asked.text.contains("没有查到单位“"))
    }

    @Test("a text of endless length is refused in every field, beside it", arguments: endless)
    func endlessText(_ text: String) async throws {
        let small = try SmallSite()
        for field in ["kind", "title", "from", "hours", "participants", "attachments", "filed"] {
            // A list may hold what is of many lines; of them there may be only so many.
            let page = try await report(small, (field, text))
            #expect(page.status == 422 && page.text.contains("href=\"#\(field)\""), "\(field)")
        }
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("bytes that are not UTF-8 are refused with their field and line")
    func bytes() async throws {
        let small = try SmallSite()
        let gbk = "%C5%E0%D1%B5"
        for (name, field) in [("title", "title"), ("participants", "participants"), ("attachments", "attachments")] {
            let rest = Query(Self.study.filter { $0.0 != name } + [("step", "save")]).text
            let page = try await small.postRaw("/activities/new", "\(rest)&\(name)=\(gbk)")
            #expect(
                page.status == 422 && page.text.contains("href=\"#\(field)\"") && page.text.contains("UTF-8"), "\(name)"
            )
        }
        #expect(try small.recorded().activities.isEmpty)
    }

    @Test("a slip of the year is asked about with the year meant; said to be right, it is taken; the impossible is not")
    func days() async throws {
        let small = try SmallSite()
        let slip = try await report(small, ("filed", "0026-08-10"))
        #expect(slip.status == 422 && slip.text.contains("2026-08-10") && slip.text.contains("href=\"#filed\""))
        #expect(try await report(small, ("filed", "0026-08-10"), ("sure", "filed 0026-08-10")).status == 422)
        let asked = try await report(small, ("filed", "2018-08-10"))
        #expect(asked.status == 422 && asked.text.contains("name=\"sure\" value=\"filed 2018-08-10\""))
        let check = try await small.post(
            "/activities/new", typed(("filed", "2018-08-10"), ("sure", "filed 2018-08-10"), step: "check"))
        #expect(check.status == 200)
        let other = try await report(
            small, ("filed", "2018-08-10"), ("approved", "2018-08-10"), ("attachments", "方案 2018-08-10"),
            ("sure", "filed 2018-08-10"))
        #expect(
            other.status == 422 && other.text.contains("href=\"#approved\"") && !other.text.contains("href=\"#filed\""))
        #expect(other.text.contains("value=\"filed 2018-08-10\" checked"))
        for place in ["approved 2018-08-10", "attachments 2018-08-10 方案"] {
            #expect(other.text.contains("value=\"\(place)\">"), "\(place) is asked about, and not said to be right")
        }
        #expect(try await report(small, ("filed", "2018-08-10"), ("sure", "filed 2018-08-10")).status == 303)
        let line = try await report(small, ("title", "另一次"), ("attachments", "方案\n报告 0026-08-10"))
        #expect(line.status == 422 && line.text.contains("第2行"))
        let none = try await report(small, ("title", "另一次"), ("attachments", "方案\n报告 2026-13-10"))
        #expect(none.status == 422 && none.text.contains("第2行") && none.text.contains("2026-13-10"))
        #expect(try small.recorded().activities.count == 1)
    }

    @Test("the same report, written otherwise, leads to the record that stands")
    func same() async throws {
        let small = try SmallSite()
        let first = try await report(small, ("title", "专题班（一）第3期"))
        let address = try #require(first.headers[.location]).prefix { $0 != "?" }
        for title in ["专题班(一)第３期", "专题班 （一） 第3期", "专题班\u{200B}（一）第3期"] {
            let page = try await report(small, ("title", title))
            #expect(page.status == 422 && page.links.contains(String(address)), "\(title)")
        }
        #expect(try small.recorded().activities.count == 1)
    }

    @Test("a double click makes one record, and both end at it")
    func doubleClick() async throws {
        let small = try SmallSite()
        let fields = typed()
        let ends = try await withThrowingTaskGroup(of: Answer.self) { group in
            for _ in 0..<4 { group.addTask { try await small.post("/activities/new", fields) } }
            return try await group.reduce(into: [Answer]()) { $0.append($1) }
        }
        #expect(try small.recorded().activities.count == 1)
        #expect(ends.allSatisfy { $0.status == 303 } && Set(ends.map { $0.headers[.location] }).count == 1)
    }

    @Test("a form that was sent is known also afterwards; the same filled in anew is not")
    func sentAgain() async throws {
        let small = try SmallSite()
        let check = try await small.post("/activities/new", typed(step: "check"))
        let mark = try #require(check.text.firstMatch(of: /name="draft" value="([^"]+)"/)?.1)
        let marked = [("draft", String(mark)), ("step", "save")]
        let first = try await small.post("/activities/new", marked)
        let second = try await small.post("/activities/new", marked)
        #expect(first.status == 303 && second.status == 303)
        #expect(first.headers[.location] == second.headers[.location])
        #expect(try await small.post("/activities/new", typed()).status == 422)
    }

    @Test("voiding, correcting, answering and setting aside twice end where once ends")
    func everythingTwice() async throws {
        let small = try SmallSite()
        let address = String(try #require(try await report(small).headers[.location]).prefix { $0 != "?" })
        let corrected = typed(("title", "水资源专题学习"), ("reason", "名称写错"))
        let first = try await small.post(address + "/correct", corrected)
        let second = try await small.post(address + "/correct", corrected)
        #expect(first.status == 303 && first.headers[.location] == second.headers[.location])
        let standing = String(try #require(first.headers[.location]).prefix { $0 != "?" })
        for _ in 0..<2 { #expect(try await small.post(standing + "/void", [("reason", "误报")]).status == 303) }
        #expect(try await small.post(standing + "/void", [("reason", "另一个理由")]).status == 422)

        let page = try await small.get("/plan/clauses/2.1")
        let quote = try #require(page.text.firstMatch(of: /name="quote" value="([^"]+)"/)?.1)
        let answer = [("task", "2"), ("quote", String(quote)), ("activity", "inspection"), ("population", "townships")]
        for _ in 0..<3 { #expect(try await small.post("/plan/clauses/2.1", answer).status == 303) }
        #expect(try small.database.read { try $0.editions() }.count == 2)
        let dismissal = [("task", "2"), ("quote", String(quote)), ("dismiss", "另有规定")]
        for _ in 0..<3 {
            let end = try await small.post("/plan/clauses/2.1", dismissal)
            #expect(end.status == 303 && end.headers[.location] == "/plan#clause-2.1")
        }
        #expect(try small.database.read { try $0.editions() }.count == 3)
    }

    @Test("other training on the same days, and two classes in one week, are said and not refused")
    func clashes() async throws {
        let small = try SmallSite()
        _ = try await report(small)
        let other = typed(("title", "另一场"), ("participants", "P1\nP2"), step: "check")
        let check = try await small.post("/activities/new", other)
        #expect(check.status == 200 && check.text.contains("1人在这几天另有培训") && check.text.contains("第三季度专题学习"))
        let saved = try await report(small, ("title", "另一场"), ("participants", "P1\nP2"))
        let page = try await small.get(try #require(saved.headers[.location]))
        #expect(page.text.contains("另有培训") && page.text.contains("甲一"))

        let monday = [
            ("kind", "specialClass"), ("team", ""), ("from", "2026-09-07"), ("to", "2026-09-08"), ("title", "班甲"),
        ]
        let friday = [
            ("kind", "mainClass"), ("team", ""), ("from", "2026-09-11"), ("to", "2026-09-11"), ("title", "班乙"),
        ]
        let rest = [("organiser", "U2"), ("hours", "3"), ("participants", "P3")]
        #expect(try await small.post("/activities/new", monday + rest + [("step", "save")]).status == 303)
        let week = try await small.post("/activities/new", friday + rest + [("step", "check")])
        #expect(week.status == 200 && week.text.contains("同一周两个班") && week.text.contains("班甲"))
    }

    @Test("too much at once: 413, with the form as it was filled in and the field that is too long")
    func tooMuch() async throws {
        let small = try SmallSite()
        let page = try await report(small, ("participants", String(repeating: "甲一\n", count: 200_000)))
        #expect(page.status == 413 && page.text.contains("href=\"#participants\"") && page.text.contains("第三季度专题学习"))
        let huge = try await small.postRaw("/activities/new", "title=" + String(repeating: "a", count: 20_000_000))
        #expect(huge.status == 413)
        let many = try await small.postRaw(
            "/activities/new", Query(Self.study).text + String(repeating: "&person=P1", count: 20_000))
        #expect(many.status == 413 && many.text.contains("第三季度专题学习"))
        let reason = String(repeating: "因", count: 400_000)
        let address = String(try #require(try await report(small).headers[.location]).prefix { $0 != "?" })
        #expect(try await small.post(address + "/void", [("reason", reason)]).status == 413)
        #expect(try await small.post("/plan/clauses/2.1", [("dismiss", reason)]).status == 413)
        #expect(try small.recorded().activities.count == 1)
    }

    @Test("a full disk is said on the form, with everything that was typed; with room again it is saved")
    func fullDisk() async throws {
        let small = try SmallSite()
        let driver = try #require(small.database.engine as? SQLiteDriver)
        let attachments = (1...90).map { "材料第\($0)份，\(String(repeating: "长", count: 100))" }.joined(separator: "\n")
        try driver.hold(atPages: 1)
        var page = try await report(small, ("attachments", attachments))
        var count = 1
        while page.status == 303, count < 50 {
            count += 1
            page = try await report(small, ("attachments", attachments), ("title", "第\(count)次"))
        }
        #expect(page.status == 507 && page.text.contains("磁盘已满") && page.text.contains("材料第90份"))
        #expect(page.text.contains("P1 重点发言"))
        let reason = String(repeating: "由", count: 400)
        let clause = try await small.post("/plan/clauses/2.1", [("dismiss", reason)])
        #expect(clause.status == 303 || (clause.status == 507 && clause.text.contains(reason)))
        try driver.hold(atPages: nil)
        #expect(try await report(small, ("attachments", attachments), ("title", "再来")).status == 303)
    }

    @Test("whatever keeps a change from being written is said in the user's words")
    func notSaved() async throws {
        for (kind, status) in [
            (SQLFailure.Kind.full, 507), (.readOnly, 503), (.busy, 503), (.other, 500), (.check, 500),
        ] {
            let why = NotSaved(SQLFailure(kind, "raw words of the engine"))
            let context = PageContext(
                language: .zh, asOf: SmallSite.today, today: SmallSite.today, path: "/", query: Query(), town: "")
            #expect(why.status.code == status && why.message(context).contains("没有保存"))
            #expect(!why.message(context).contains("raw"))
        }
    }
}
