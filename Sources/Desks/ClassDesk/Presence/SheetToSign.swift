import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The sheet that lies on the table of the classroom (签到表): not every room takes telephones.
    func sheetToSign(_ ask: Ask) throws -> Page {
        let place = try ask.half()
        let sessions = try ask.reading.one(Timetable.self, code, for: ask.reader)?.sheet.sessions.filter {
            $0.day == place.day && $0.half == place.half
        }
        guard let sessions, let first = sessions.first else { throw NotFound(context: ask.context) }
        let trainees = try ask.reading.onRoll(of: code, place.day)
        let words = Words("签到表", "Sheet to sign")
        let heads = [
            Words("序号", "No."), Words("姓名", "Name"), Words("单位", "Unit"), Words("签名", "Signature"),
            Words("备注", "Remark"),
        ]
        var page = Page(
            words,
            .sheet(
                .section(
                    .h2(.text(title)),
                    .p(
                        .day(place.day), " ", .words(place.half.words), "　",
                        .text(try ask.classRules.begins(place.half).text), "　", .text(first.room), .element("br", []),
                        .text(sessions.map(\.course).joined(separator: "；"))),
                    trainees.isEmpty
                        ? .emptyState(
                            Words("还没有人报到", "Nobody arrived yet"),
                            .say("登记报到以后，这里列出应到的学员。", "Whoever arrived is listed here."))
                        : .table(
                            .class("sign"),
                            .thead(.tr(.each(heads) { .th(.attribute("scope", "col"), .words($0)) })),
                            .tbody(
                                .each(
                                    try trainees.enumerated().map { number, trainee in
                                        HTML.tr(
                                            .td(.text(String(number + 1))),
                                            .th(
                                                .attribute("scope", "row"),
                                                .text(try ask.naming.personName(trainee.person))),
                                            .td(.text(try ask.naming.unitName(trainee.unit))), .td(), .td())
                                    }
                                ) { $0 })),
                    .p(
                        .say(
                            "应到\(trainees.count)人，实到　　　人。　班长：　　　　　班主任：",
                            "\(trainees.count) expected, there:        Monitor:            Class teacher:")))))
        page.crumbs = try crumbs(ask) + [Frame.Crumb(Words("考勤", "Attendance"), "\(address)/attendance")]
        return page
    }
}
