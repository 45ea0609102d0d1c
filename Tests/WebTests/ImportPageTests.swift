import Foundation
import HTTPTypes
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A file on its way into the records, as the program office brings it.
@Suite("Pages of imports", .onEveryEngine)
struct ImportPageTests {
    private func draft(_ answer: Answer) throws -> String {
        try #require(answer.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
    }

    private func send(
        _ small: SmallSite, _ fields: [(String, String)], file: String, named name: String = "名册.csv"
    ) async throws -> Answer {
        let boundary = "----WebKitFormBoundaryB"
        var body = ""
        for (field, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(file)\r\n--\(boundary)--\r\n"
        return try await small.postBytes("/import", Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
    }

    /// The page of the job that an answer leads to.
    private func led(_ small: SmallSite, _ answer: Answer) async throws -> String {
        let way = try #require(answer.headers[.location], "\(answer.status) \(answer.text.suffix(2000))")
        return try #require(try await small.get(way).headers[.location])
    }

    /// Until a page that asks for itself again says something.
    private func shown(_ small: SmallSite, _ address: String, until words: String) async throws -> Answer {
        for _ in 0..<600 {
            let page = try await small.get(address)
            if page.text.contains(words) { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await small.get(address)
    }

    /// Until the job is over, which the worker does beside.
    private func ended(_ small: SmallSite, _ address: String) async throws -> Answer {
        for _ in 0..<600 {
            let page = try await small.get(address)
            if page.text.contains("已办完") || page.text.contains("没有办成") { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await small.get(address)
    }

    @Test("a file is looked at, confirmed, and done beside the pages; wrong rows come back as a file")
    func whole() async throws {
        let small = try SmallSite()
        #expect(try await small.get("/").links.contains("/import"))
        let unit = try #require(
            try small.recorded().units.first { $0.kind == .department } ?? small.recorded().units.first)
        let file = "姓名,性别,出生年月,工作单位\n新一,男,1984.07,\(unit.name)\n新二,男,1984.13,\(unit.name)\n"
        let begun = try await small.get("/import")
        let code = try draft(begun)
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")]
        let check = try await send(small, kind, file: file)
        #expect(check.status == 200, "\(check.text.prefix(2000))")
        #expect(check.text.contains("新增1") && check.text.contains("有误1") && check.text.contains("1984.13"))
        #expect(check.text.contains("全部不导入"))
        #expect(!check.text.contains("确认导入") && check.text.contains("返回修改"), "there is nothing to be done")
        #expect(try !small.recorded().persons.contains { $0.name == "新一" }, "nothing is written by looking")
        let good = try await send(
            small, [("draft", code), ("kind", "persons"), ("rows", "good"), ("step", "check")], file: file)
        #expect(good.status == 200 && good.text.contains("确认导入"))
        for show in ["new", "wrong"] {
            let rows = try await small.get("/import/rows?draft=\(code)&show=\(show)")
            #expect(rows.status == 200 && rows.text.contains(show == "new" ? "新一" : "1984.13"), "\(show)")
        }
        #expect(try await small.get("/import/rows?draft=\(code)&show=all").status == 404)
        #expect(try await small.get("/import/rows").text.contains("没有这样的行"))
        let done = try await small.post("/import", [("draft", code), ("step", "save")])
        let way = try #require(done.headers[.location])
        let job = try #require(try await small.get(way).headers[.location])
        #expect(job.hasPrefix("/jobs/J"))
        let page = try await ended(small, job)
        #expect(page.text.contains("新增1") && page.text.contains("有误的行.xlsx"), "\(page.text.suffix(3000))")
        #expect(try small.recorded().persons.contains { $0.name == "新一" })
        #expect(try await small.get(job + "/file").status == 200)
        #expect(try small.database.faults() == [])
    }

    @Test(
        "a large file is looked through beside the pages, its page shows what would be done, and it is confirmed there")
    func large() async throws {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        let rows = (0..<6000).map { "某\($0),男,1984-0\($0 % 9 + 1),\(unit.name),科员第\($0)号" }
        let file = "姓名,性别,出生年月,工作单位,职务\n" + rows.joined(separator: "\n") + "\n错,男,1984-13,\(unit.name),\n"
        #expect(file.utf8.count > 200 << 10)
        let code = try draft(try await small.get("/import"))
        let sent = try await send(
            small, [("draft", code), ("kind", "persons"), ("rows", "good"), ("step", "check")], file: file)
        let way = try #require(sent.headers[.location], "\(sent.status)")
        #expect(way.hasPrefix("/import/previews/J"))
        let preview = try await shown(small, way, until: "确认导入")
        #expect(preview.text.contains("新增6000") && preview.text.contains("有误1"), "\(preview.text.suffix(3000))")
        #expect(try await small.get(way.replacing("/import/previews", with: "/jobs") + "/file").status == 200)
        #expect(try !small.recorded().persons.contains { $0.name == "某1" }, "nothing is written by looking")
        let desk = try await small.get("/desk")
        #expect(desk.text.contains("待确认的导入") && desk.links.contains(way), "it waits")
        #expect(try await small.get("/import/previews").links.contains(way))
        let list = "/import/rows?preview=\(way.split(separator: "/").last ?? "")&show=new"
        #expect(preview.links.contains(list), "\(preview.links)")
        let last = try await small.get(list + "&page=50&size=100")
        #expect(last.text.contains("某4999") && last.text.contains("前5000行"), "\(last.text.suffix(2000))")
        #expect(try await small.get("/import/rows.csv?" + list.split(separator: "?")[1]).text.contains("某1"))
        let mark = try #require(preview.text.firstMatch(of: /name="checked" value="([0-9a-f]+)"/)).1
        let done = try await small.post(
            "/import", [("draft", code), ("checked", String(mark)), ("step", "save")])
        let job = try await led(small, done)
        #expect(try await ended(small, job).text.contains("新增6000"))
        #expect(try small.recorded().persons.count { $0.name.hasPrefix("某") } == 6000)
        #expect(try await small.get(way).text.contains("这份文件已确认导入"))
        #expect(try await !small.get("/desk").text.contains("待确认的导入"))
        // An import is a job too, and no preview.
        #expect(try await small.get(job.replacing("/jobs", with: "/import/previews")).status == 404)
    }

    @Test("a large file that was looked through can be thrown away, and waits no more") func thrownAway() async throws {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        // Large by its bytes, not by its rows: what is looked at here is how it is thrown away.
        let post = String(repeating: "负责日常工作的", count: 8)
        let rows = (0..<1500).map { "某\($0),男,1984-0\($0 % 9 + 1),\(unit.name),\(post)\($0)号" }
        let file = "姓名,性别,出生年月,工作单位,职务\n" + rows.joined(separator: "\n") + "\n错,男,1984-13,\(unit.name),\n"
        let code = try draft(try await small.get("/import"))
        let sent = try await send(
            small, [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")], file: file)
        let way = try #require(sent.headers[.location], "\(sent.status)")
        let preview = try await shown(small, way, until: "放弃这次导入")
        #expect(!preview.text.contains("确认导入"), "one row is wrong, and none is taken as chosen")
        #expect(try await small.get("/import/previews").links.contains(way))
        #expect(try await small.post("/import", [("draft", code), ("step", "discard")]).status == 303)
        #expect(try await !small.get("/import/previews").links.contains(way))
        #expect(try await small.get(way).text.contains("已放弃"))
    }

    @Test("cells that were copied in a spreadsheet are pasted in the place of a file") func pasted() async throws {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        let code = try draft(try await small.get("/import"))
        let cells = "姓名\t性别\t出生年月\t工作单位\t职务\r\n粘一\t女\t1984.07\t\(unit.name)\t\"科员\r\n（二）\"\r\n"
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("cells", cells)]
        let check = try await small.post("/import", kind + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("新增1"), "\(check.text.suffix(3000))")
        let done = try await small.post("/import", [("draft", code), ("step", "save")])
        let job = try await led(small, done)
        #expect(try await ended(small, job).text.contains("新增1"))
        #expect(try small.recorded().persons.contains { $0.name == "粘一" })
        let both = try await send(
            small, [("draft", try draft(try await small.get("/import")))] + kind.dropFirst() + [("step", "check")],
            file: "姓名,性别\n甲,男\n")
        #expect(both.status == 422 && both.text.contains("只能用一种"))
        let none = try await small.post(
            "/import", [("draft", try draft(try await small.get("/import"))), ("kind", "persons"), ("step", "check")])
        #expect(none.status == 422 && none.text.contains("请选择文件，或粘贴单元格"))
    }

    @Test("a file that cannot be read says so beside its field; a template is there for every kind") func others()
        async throws
    {
        let small = try SmallSite()
        let code = try draft(try await small.get("/import"))
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")]
        let empty = try await send(small, kind, file: "\n\n")
        #expect(empty.status == 422, "\(empty.status)")
        #expect(try await send(small, kind, file: "%PDF-1.7 ", named: "a.pdf").status == 422)
        for kind in [
            "units", "persons", "appointments", "categories", "teams", "memberships", "rosters", "activities", "sites",
        ] {
            #expect(try await small.get("/import/templates/\(kind)").status == 200, "\(kind)")
        }
        #expect(try await small.get("/import/templates/nothing").status == 404)
    }

    @Test("headings that are not understood are chosen on a page, remembered, and taken back") func columns()
        async throws
    {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        let file = "在册人员,,,\n大名,男女,生于,科室\n新一,男,1984.07,\(unit.name)\n"
        let code = try draft(try await small.get("/import"))
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")]
        let way = try #require(try await send(small, kind, file: file).headers[.location])
        #expect(way.hasPrefix("/import/columns"))
        let page = try await small.get(way)
        #expect(page.text.contains("还缺少这些列") && page.text.contains("大名") && page.text.contains("1984.07"))
        let row = try #require(page.text.firstMatch(of: /name="row" value="(\d+)"/)).1
        #expect(row == "2", "the row with the most headings")
        func choose(_ meanings: [String]) async throws -> Answer {
            try await small.post(
                "/import/columns",
                [("draft", code), ("row", String(row))] + meanings.enumerated().map { ("column\($0 + 1)", $1) })
        }
        let twice = try await choose(["name", "name", "birthMonth", "unit"])
        #expect(twice.status == 422 && twice.text.contains("两列都选作“姓名”"))
        let lacking = try await choose(["unread", "sex", "birthMonth", "unit"])
        #expect(lacking.status == 422 && lacking.text.contains("还缺少这些列"))
        let chosen = try await choose(["name", "sex", "birthMonth", "unit"])
        #expect(chosen.headers[.location]?.hasPrefix("/import?draft=") == true)
        let check = try await small.post("/import", [("draft", code), ("step", "check")])
        #expect(check.status == 200 && check.text.contains("新增1"), "\(check.text.suffix(2000))")
        let names = try await small.get("/import/names")
        #expect(names.text.contains("大名") && names.text.contains("使用中") == false)
        let forget = try #require(names.links.first { $0.hasSuffix("/forget") })
        let form = try await small.get(forget)
        #expect(form.status == 200)
        let done = try await small.post(forget, [("draft", try draft(form)), ("step", "save")])
        #expect(done.status == 303)
        #expect(try await small.get("/import/names").text.contains("已撤回"))
    }

    @Test("a column that is not read can be named from the preview; rows without a day say from when they count")
    func unreadColumn() async throws {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        let code = try draft(try await small.get("/import"))
        let cells = "姓名\t性别\t出生年月\t上班的地方\n列一\t女\t1984.07\t\(unit.name)\n"
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("cells", cells), ("step", "check")]
        let check = try await small.post("/import", kind)
        let way = "/import/columns?draft=\(code)"
        #expect(check.text.contains("未读取的列：上班的地方") && check.links.contains(way), "\(check.links)")
        #expect(try await small.get(way).text.contains("上班的地方"))
        let named = [("draft", code), ("row", "1"), ("column1", "name"), ("column2", "sex"), ("column3", "birthMonth")]
        #expect(try await small.post("/import/columns", named + [("column4", "unit")]).status == 303)
        let again = try await small.post("/import", kind)
        #expect(again.text.contains("1行没有填日期") && !again.links.contains(way), "\(again.text.suffix(2000))")
    }

    @Test("an import is found in the list and taken back, with a reason") func takenBack() async throws {
        let small = try SmallSite()
        let unit = try #require(try small.recorded().units.first { $0.kind == .department })
        let code = try draft(try await small.get("/import"))
        let cells = "姓名\t性别\t出生年月\t工作单位\n撤一\t女\t1984.07\t\(unit.name)\n"
        _ = try await small.post(
            "/import", [("draft", code), ("kind", "persons"), ("rows", "all"), ("cells", cells), ("step", "check")])
        let done = try await small.post("/import", [("draft", code), ("step", "save")])
        let job = try await led(small, done)
        _ = try await ended(small, job)
        let before = try small.recorded().persons.count
        let file = try #require(try await small.get("/import/files").links.first { $0.hasPrefix("/import/files/I") })
        let page = try await small.get(file)
        #expect(page.text.contains("粘贴的单元格") && page.links.contains(file + "/take-back"))
        let form = try await small.get(file + "/take-back")
        #expect(form.text.contains("移除"))
        let back = try draft(form)
        let check = try await small.post(
            file + "/take-back", [("draft", back), ("reason", "交错了文件"), ("step", "check")])
        #expect(check.status == 200 && check.text.contains("人员"), "\(check.text.suffix(2000))")
        let begun = try await small.post(file + "/take-back", [("draft", back), ("step", "save")])
        let second = try await led(small, begun)
        #expect(try await ended(small, second).text.contains("恢复到导入以前"))
        #expect(try small.recorded().persons.count == before - 1)
        let after = try await small.get(file)
        #expect(after.text.contains("交错了文件") && !after.links.contains(file + "/take-back"))
        #expect(try await small.get(file + "/take-back").status == 303)
        #expect(try small.database.faults() == [])
    }

    @Test("a unit's clerk has no such page") func clerk() async throws {
        var small = try SmallSite()
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/import").status == 403)
        #expect(try await !small.get("/activities").links.contains("/import"))
    }

    @Test("the wrong rows of a file that is looked through at once are offered as a workbook too") func wrongRows()
        async throws
    {
        let small = try SmallSite()
        let file = "姓名,性别,出生年月,单位\n新人,女,1990-13,县水务局\n"
        let page = try await send(
            small, [("kind", "persons"), ("rows", "all"), ("step", "check"), ("draft", "abcdefghabcdefgh")], file: file)
        let address = try #require(
            page.links.first { $0.hasPrefix("/import/wrong?draft=") }, "\(page.text.prefix(3000))")
        let workbook = try await small.get(address)
        #expect(workbook.status == 200 && workbook.headers[.contentDisposition]?.contains("attachment") == true)
        #expect(try await small.get("/import/wrong?draft=abcdefghabcdefgg").status == 404)
    }
}
