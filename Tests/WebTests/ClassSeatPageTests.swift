import Foundation
import HTTPTypes
import Pages
import Records
import Store
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// Seats of a class: what the planner proposes, what the office changes, and what units see of it.
@Suite("Pages of the seats of a class") struct ClassSeatPageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])

    /// Nothing is wished for.
    private static let plain = [("women", "0"), ("manner", "close")]

    private static let plan = """
        河畔县培训方案
        一、任务
        1.抓好培训。领导干部每年参加专题班不少于1次（牵头单位：县委组织部）。
        """

    /// A county with two units of people; of the one of five in the town the third had a class in the spring.
    private static var book: RecordBook {
        var book = SmallSite.book
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        let town = (4...8).map { number in
            Person(code: "P\(number)", name: "镇\(number)", sex: .male, birthMonth: "1985-0\(number)", recorded: start)
        }
        book.persons += town
        book.appointments += town.map {
            Appointment(code: "A\($0.code)", person: $0.code, unit: "U3", post: "副镇长", rank: "", dated: always)
        }
        book.categories = book.persons.map {
            CategoryHolding(code: "C\($0.code)", person: $0.code, category: .leadingOfficial, dated: always)
        }
        // Beneath the town, and of no category.
        book.units.append(
            OrgUnit(
                code: "U4", name: "柳湾镇水利站", kind: .institution, parent: "U3", span: DaySpan(from: start),
                recorded: start))
        book.persons.append(Person(code: "P9", name: "站长九", sex: .male, birthMonth: "1985-09", recorded: start))
        book.appointments.append(
            Appointment(code: "AP9", person: "P9", unit: "U4", post: "站长", rank: "", dated: always))
        book.activities = [
            Activity(
                code: "AC1", kind: .mainClass, title: "春季主体班", organiser: "U1", from: day("2026-03-02"),
                to: day("2026-03-06"), hours: 40, recorded: day("2026-03-10"))
        ]
        book.participations = [
            Participation(
                code: "PA1", activity: "AC1", person: "P6", role: .attendee, hours: 40, completed: true,
                recorded: day("2026-03-10"))
        ]
        return book
    }

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)]
    ) async throws -> Answer {
        small.reader = { _ in reader }
        let answer = try await small.post(address, fields + [("step", "save")])
        // What takes long is done beside the pages.
        try await small.settle()
        return answer
    }

    private func approved(_ small: inout SmallSite) async throws -> String {
        let made = try await send(
            &small, as: Self.clerk, "/classes/new",
            [
                ("title", "河道治理专题班"), ("run", "1"), ("kind", "special"), ("standing", "planned"), ("basis", ""),
                ("organiser", "U2"), ("institution", ""), ("audience", "leadingOfficial"), ("target", ""),
                ("heads", "4"), ("registration", "2026-10-20"), ("opening", "2026-10-21"), ("closing", "2026-10-22"),
                ("hours", "8"), ("parts.0.from", "2026-10-21"), ("parts.0.to", "2026-10-22"), ("parts.0.place", "党校"),
                ("parts.0.way", "classroom"), ("teacher", "P1"),
            ])
        let address = try #require(made.headers[.location])
        let decided = try await send(
            &small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
        #expect(decided.status == 303)
        return address
    }

    @Test("the office has seats proposed, pins, sets aside, sets a number, and takes it over into the call-up")
    func proposing() async throws {
        var small = try SmallSite(plan: Self.plan, book: Self.book)
        let address = try await approved(&small)
        #expect(try await small.get("\(address)/seats").text.contains("还没有测算名额"))
        // One of each unit may be away at a time, by the rule of the site.
        let first = try await send(&small, as: Self.office, "\(address)/seats/new", Self.plain)
        #expect(first.status == 303 && first.headers[.location] == "\(address)/seats")
        var page = try await small.get("\(address)/seats")
        #expect(page.text.contains("第1次测算，可分4个名额，建议2人，2个单位"))
        #expect((page.text.contains("没有参训记录") || page.text.contains("2026-12-31到期")) && page.text.contains("符合条件，没有列入"))
        let wished = [
            ("women", "0"), ("manner", "close"), ("pins", "P6"), ("forbids.0.person", "P2"),
            ("forbids.0.reason", "在外挂职"),
            ("fixed.0.unit", "U3"), ("fixed.0.seats", "2"),
        ]
        #expect(try await send(&small, as: Self.office, "\(address)/seats/new", wished).status == 303)
        page = try await small.get("\(address)/seats")
        #expect(page.text.contains("第2次测算") && page.text.contains("在外挂职") && page.text.contains("指定；"))
        #expect(page.text.contains("增加"))
        // The next one begins with what was wished for the last.
        let again = try await small.get("\(address)/seats/new?forbid=P6")
        #expect(again.text.contains("在外挂职") && !again.text.contains(">P6 镇6</textarea>"))
        // Every figure of those left out opens exactly them.
        for link in page.links where link.hasPrefix("/classes/candidates?class=") {
            #expect(try await small.get(link).status == 200)
        }
        let list = "/classes/candidates?class=\(address.dropFirst("/classes/".count))"
        #expect(try await small.get("\(list)&state=forbidden").text.contains("甲&lt;二&gt;"))
        let form = try await small.get("\(address)/call-up?from=pins")
        #expect(form.text.contains("P6 镇6"), "who must come is called by name")
        let issued = try await send(
            &small, as: Self.office, "\(address)/call-up",
            [
                ("contact", "李文 6012345"), ("deadline", "2026-10-12"), ("quotas.0.unit", "U2"), ("quotas.0.seats", "1"),
                ("named", "P6"),
            ])
        #expect(issued.status == 303)
        let roster = try await small.get("/classes/trainees?way=beside")
        #expect(roster.text.contains("镇6") && roster.text.contains("待审核"))
        // Among its candidates a unit ticks those whom it names.
        small.reader = { _ in Self.clerk }
        let ticked = try await small.get(list)
        #expect(ticked.text.contains("action=\"\(address)/nominate\"") && ticked.text.contains("value=\"P2\""))
        let taken = try await small.get("\(address)/nominate?pick=P1&pick=P2")
        #expect(taken.text.contains("P2 甲&lt;二&gt;</textarea>"))
        // Those called by name are on the roster already.
        small.reader = { _ in Self.neighbour }
        #expect(!(try await small.get(list)).text.contains("value=\"P6\""))
    }

    @Test("what cannot be had is refused beside its field") func refused() async throws {
        var small = try SmallSite(plan: Self.plan, book: Self.book)
        let address = try await approved(&small)
        func refusal(_ fields: [(String, String)]) async throws -> String {
            let all = fields + Self.plain.filter { plain in !fields.contains { $0.0 == plain.0 } }
            let answer = try await send(&small, as: Self.office, "\(address)/seats/new", all)
            #expect(answer.status == 422)
            return answer.text
        }
        let both = try await refusal([("pins", "P4"), ("forbids.0.person", "P4"), ("forbids.0.reason", "请假")])
        #expect(both.contains("镇4已列入必须参加，不能又不安排"))
        #expect(try await refusal([("fixed.0.unit", "U3"), ("fixed.0.seats", "9")]).contains("超过可分的4个名额"))
        let tight = try await refusal([("pins", "P4\nP5"), ("fixed.0.unit", "U3"), ("fixed.0.seats", "1")])
        #expect(tight.contains("必须参加的有2人，名额不能少于此数"))
        // What only the planner finds out stands on the page of the result.
        let sent = try await send(
            &small, as: Self.office, "\(address)/seats/new", [("women", "100"), ("manner", "close"), ("pins", "P4")])
        #expect(sent.status == 303)
        let page = try await small.get("\(address)/seats")
        #expect(page.text.contains("上一次测算没有结果") && page.text.contains("女干部达不到100%"))
        #expect(try await send(&small, as: Self.office, "\(address)/seats/new", Self.plain).status == 303)
        #expect(try await !small.get("\(address)/seats").text.contains("上一次测算没有结果"))
    }

    @Test("a unit divides its quota on a page; units beneath find theirs, and the office sees it")
    func dividing() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        let address = try await approved(&small)
        let issued = try await send(
            &small, as: Self.office, "\(address)/call-up",
            [
                ("contact", "李文 6012345"), ("deadline", "2026-10-12"), ("quotas.0.unit", "U2"),
                ("quotas.0.seats", "2"), ("quotas.1.unit", "U3"), ("quotas.1.seats", "2"),
            ])
        #expect(issued.status == 303)
        let station = Reader(account: "水利站联络员", rights: [.see, .report], unit: "U4")
        for (reader, offered) in [(Self.neighbour, true), (Self.clerk, false), (station, false), (Self.office, false)] {
            small.reader = { _ in reader }
            #expect(try await small.get(address).links.contains("\(address)/divide") == offered, "\(reader.account)")
        }
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get("\(address)/divide").text.contains("本单位名额2个"))
        let part = [("parts.0.unit", "U4"), ("parts.0.seats", "1"), ("namesDue", "2026-10-10")]
        let check = try await small.post("\(address)/divide", part + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("名额2个，分给下级1个，本单位留1个"))
        let late = part.dropLast() + [("namesDue", "2026-10-13"), ("step", "save")]
        let refused = try await small.post("\(address)/divide", Array(late))
        #expect(refused.status == 422 && refused.text.contains("不能晚于通知的报名截止日期2026-10-12"))
        #expect(try await send(&small, as: Self.neighbour, "\(address)/divide", part).status == 303)
        let named = try await send(&small, as: station, "\(address)/nominate", [("people", "P9")])
        #expect(named.status == 303)
        small.reader = { _ in station }
        #expect(try await small.get("\(address)/call-up.docx").status == 200)
        small.reader = { _ in Self.office }
        let code = address.dropFirst("/classes/".count)
        let list = try await small.get("/classes/quotas?class=\(code)")
        #expect(list.text.contains("柳湾镇分配") && list.text.contains("2026-10-10"))
        // The office corrects what it gave, and not what was made of it.
        let form = try await small.get("\(address)/call-up")
        let seats = try (1...2).map { row in
            let field = form.text.firstMatch(of: try Regex("<input[^>]*quotas\\.\(row)\\.seats[^>]*>"))
            return field?.0.contains("value=\"2\"") == true
        }
        #expect(seats == [true, false], "its giver has the whole of it, and the part no row")
    }

    @Test("a proposal is worked out once at a time, and its page tells so") func once() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        let address = try await approved(&small)
        let code = String(address.dropFirst("/classes/".count))
        // As if the worker had not come to it.
        let waiting = ProposeClassSeats(trainingClass: code, title: "河道治理专题班", wishes: QuotaWishes())
        let kept = try small.database.perform(
            BeginJob(job: waiting), by: Self.office, on: SmallSite.today)
        let page = try await small.get("\(address)/seats")
        #expect(page.text.contains("正在测算") && page.links.contains("/jobs/\(kept.code)"))
        #expect(!page.links.contains("\(address)/seats/new"))
        #expect(try await small.get("\(address)/seats/new").headers[.location] == "\(address)/seats")
        let again = try await small.post("\(address)/seats/new", Self.plain + [("step", "save")])
        #expect(again.status == 303 && again.headers[.location] == "\(address)/seats")
        let jobs = try small.database.read { try $0.jobCounts(for: Self.office).all }
        #expect(jobs == 1)
        // Whoever plans for another unit neither begins it nor sees it.
        small.reader = { _ in Reader(account: "柳湾镇", rights: [.see, .plan], unit: "U3") }
        #expect(try await small.get("\(address)/seats/new").status == 403)
        #expect(try await small.post("\(address)/seats/new", Self.plain + [("step", "save")]).status == 403)
    }

    @Test("a number set for a unit stays in the proposal of the whole year") func fixedInYear() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        let address = try await approved(&small)
        let wished = Self.plain + [("fixed.0.unit", "U3"), ("fixed.0.seats", "3")]
        #expect(try await send(&small, as: Self.office, "\(address)/seats/new", wished).status == 303)
        #expect(try await send(&small, as: Self.office, "/classes/seats/new", [("year", "2026")]).status == 303)
        let page = try await small.get("\(address)/seats")
        #expect(page.text.contains("第2次测算，可分4个名额，建议4人，2个单位"))
        #expect(try await small.get("/classes/seats?year=2026").text.contains("4/4"))
    }

    @Test("a unit sees who of its own may come and what they need it for, and nothing of the proposal")
    func candidates() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        let address = try await approved(&small)
        #expect(try await send(&small, as: Self.office, "\(address)/seats/new", Self.plain).status == 303)
        small.reader = { _ in Self.neighbour }
        let (code, place) = (address.dropFirst("/classes/".count), "/classes/candidates")
        let list = try await small.get("\(place)?class=\(code)")
        #expect(list.status == 200 && list.text.contains("镇4") && !list.text.contains("甲一"))
        #expect(list.text.contains("上次参训2026-03-06") && !list.text.contains("建议"))
        #expect(!list.text.contains("name=\"pick\""), "nobody is named before the call-up")
        #expect(try await small.get("\(address)/seats").status == 403)
        for file in ["csv", "xlsx", "json"] {
            #expect(try await small.get("\(place).\(file)?class=\(code)").status == 200)
        }
        #expect(try await small.get("\(place)?class=\(code)&state=nonsense").text.contains("没有“nonsense”"))
        #expect(try await small.get("\(place)?class=B2026-999999").text.contains("没有这个班次"))
    }

    @Test("classes that are to be called up are worked out together, and each figure opens its names")
    func year() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        small.reader = { _ in Self.office }
        #expect(try await small.get("/classes/seats").text.contains("没有待下发通知的班次"))
        let none = try await send(&small, as: Self.office, "/classes/seats/new", [("year", "2026")])
        #expect(none.status == 422)
        let address = try await approved(&small)
        let made = try await send(&small, as: Self.office, "/classes/seats/new", [("year", "2026")])
        #expect(made.status == 303 && made.headers[.location] == "/classes/seats?year=2026")
        let page = try await small.get("/classes/seats?year=2026")
        #expect(page.text.contains("2/4"))
        let cell = try #require(page.links.first { $0 == "\(address)/seats?unit=U3" })
        let names = try await small.get(cell)
        #expect(names.text.contains("镇") && !names.text.contains("甲"))
        #expect(try await small.get("/classes/seats?year=2027").text.contains("没有待下发通知的班次"))
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("/classes/seats").status == 403)
    }

    @Test("quotas can begin with everybody by head count; without a plan the records alone tell the need")
    func heads() async throws {
        var small = try SmallSite(withPlan: false, book: Self.book)
        let address = try await approved(&small)
        small.reader = { _ in Self.office }
        let form = try await small.get("\(address)/call-up?from=heads")
        // Three and five people of eight, four seats.
        for row in 0...1 {
            let field = form.text.firstMatch(of: try Regex("<input[^>]*quotas\\.\(row)\\.seats[^>]*>"))
            #expect(field?.0.contains("value=\"2\"") == true)
        }
        #expect(form.text.contains("再加 20 行"))
        #expect(try await send(&small, as: Self.office, "\(address)/seats/new", Self.plain).status == 303)
        #expect(try await small.get("\(address)/seats").text.contains("没有参训记录"))
    }
}
