import Formats
import Foundation
import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// The attendance of a class: ticked on a page, summed up on another, taken away as a workbook.
@Suite("Pages of attendance") struct AttendancePageTests {
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])

    /// 15:00 there: the afternoon's bell has rung.
    private func site() throws -> (SmallSite, TrainingClass, ClassHalf) {
        var small = try SmallSite()
        let (made, place) = try HallPageTests.teach(in: small.database)
        small.site.now = { Moment.date("2026-09-30T07:00:00.000Z") }
        small.reader = { _ in Self.school }
        return (small, made, place)
    }

    @Test("before the bell there is no roll to call, and the form says when there is") func tooEarly() async throws {
        var (small, made, place) = try site()
        let roll = "/classes/\(made.code)/attendance/\(place.day.iso)/afternoon"
        small.site.now = { Moment.date("2026-09-30T06:29:59.000Z") }
        let early = try await small.get(roll)
        #expect(early.status == 409 && early.text.contains("14:30上课，上课后才能登记考勤"))
        let sent = try await small.post(
            roll, [("roll.P1", "here"), ("whole", "asTicked"), ("pastedAs", "absent"), ("step", "save")])
        #expect(sent.status == 422)
        small.site.now = { Moment.date("2026-09-30T06:30:00.000Z") }
        #expect(try await small.get(roll).status == 200)
    }

    @Test("a roll is ticked, looked through, saved; put right it asks why and tells both") func ticking() async throws {
        let (small, made, place) = try site()
        let roll = "/classes/\(made.code)/attendance/\(place.day.iso)/afternoon"
        let form = try await small.get(roll)
        #expect(
            form.text.contains("name=\"roll.P1\" value=\"here\" checked"), "all are there until it is said otherwise")
        let ticked = [
            ("roll.P1", "late"), ("roll.P2", "here"), ("pasted", ""), ("whole", "asTicked"), ("pastedAs", "absent"),
        ]
        let check = try await small.post(roll, ticked + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("迟到 1：甲一"))
        let wrong = try await small.post(
            roll, [("roll.P1", "nonsense"), ("whole", "asTicked"), ("pastedAs", "absent"), ("step", "check")])
        #expect(wrong.status == 422 && wrong.text.contains("请选择甲一的出勤情况"))
        #expect(try await small.post(roll, ticked + [("step", "save")]).status == 303)
        #expect(try await small.get(roll).headers[.location] == "\(roll)/correct")
        let correction = ticked.map { $0.0 == "roll.P1" ? ("roll.P1", "official") : $0 }
        let mute = try await small.post("\(roll)/correct", correction + [("reason", ""), ("step", "save")])
        #expect(mute.status == 422 && mute.text.contains("更正原因"))
        let told = try await small.post("\(roll)/correct", correction + [("reason", "补交公函"), ("step", "check")])
        #expect(told.status == 200 && told.text.contains("迟到") && told.text.contains("公假"))
        #expect(
            try await small.post("\(roll)/correct", correction + [("reason", "补交公函"), ("step", "save")]).status == 303)
        let page = try await small.get("/classes/\(made.code)/attendance")
        #expect(page.text.contains("补交公函") && page.text.contains("◎"))
    }

    @Test("a column from a sheet is the whole roll: who is on it was there, who is not was absent") func pasting()
        async throws
    {
        let (small, made, place) = try site()
        let roll = "/classes/\(made.code)/attendance/\(place.day.iso)/afternoon"
        let ticked = [("roll.P1", "late"), ("roll.P2", "here"), ("whole", "asTicked"), ("pastedAs", "here")]
        let check = try await small.post(roll, ticked + [("pasted", "姓名\r\n甲一\r\n"), ("step", "check")])
        #expect(check.status == 200 && check.text.contains("旷课 1：甲&lt;二&gt;"))
        #expect(check.text.contains("甲一：上面登记为迟到，按名单记出勤"))
        let stranger = try await small.post(roll, ticked + [("pasted", "甲三"), ("step", "check")])
        #expect(stranger.status == 422 && stranger.text.contains("“甲三”不在应到名单上"))
        let both = "序号\t姓名\t出勤情况\n1\t甲一\t√\n2\t甲<二>\t病假"
        #expect(try await small.post(roll, ticked + [("pasted", both), ("step", "save")]).status == 303)
        let page = try await small.get("/classes/\(made.code)/attendance")
        #expect(page.text.contains("☆") && page.text.contains("1/2"))
    }

    @Test("the workbook has the cells of the page, one for one") func workbook() async throws {
        let (small, made, place) = try site()
        try small.database.perform(
            CallRoll(code: made.code, place: place, marks: ["P1": .sick]), by: Self.school, on: place.day)
        let page = try await small.get("/classes/\(made.code)/attendance")
        let table = try #require(HTML(parsing: page.text).first("table", class: "signs"))
        let shown = table.text().split(separator: "\n").map { line in
            line.replacing(/‹[^›]*›/, with: "").split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }.filter { $0.count > 1 }
        var rows: [[String]] = []
        let file = try WorkbookFile(try await small.get("/classes/\(made.code)/attendance.xlsx").bytes)
        try file.read(file.sheets[0]) { row in
            rows.append(row.cells.map(\.seen).filter { !$0.isEmpty })
            return .more
        }
        #expect(rows.count == 4, "a head, two people, how many were there")
        #expect(rows[1] == ["甲一", "县水务局", "☆", "0", "4", "0", "超过上限，不予结业"])
        for (line, row) in zip(shown.suffix(3), rows.suffix(3)) {
            // On the page name and unit share a cell.
            let cells = line.filter { !$0.isEmpty }
            let name = row[0] == "实到/应到" ? [row[0]] : ["\(row[0]) \(row[1])"]
            #expect(cells == name + row.dropFirst(row[0] == "实到/应到" ? 1 : 2))
        }
        #expect(rows.last?.last == "1/2")
    }

    @Test("the sheet to be signed names who is expected, and where") func sheet() async throws {
        let (small, made, place) = try site()
        let sheet = try await small.get("/classes/\(made.code)/attendance/\(place.day.iso)/afternoon/sheet")
        #expect(sheet.text.contains("甲一") && sheet.text.contains("301") && sheet.text.contains("签名"))
        #expect(
            try await small.get("/classes/\(made.code)/attendance/\(place.day.iso)/evening/sheet").status == 404)
    }
}
