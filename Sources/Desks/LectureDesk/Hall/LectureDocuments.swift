import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

extension HallLecture {
    private func name(_ ask: Ask) throws -> String {
        let series = try ask.reading.one(HallSeries.self, series, for: .everybody)?.title ?? ""
        return "\(series)第\(issue)期"
    }

    private var when: String { scheme.time.isEmpty ? scheme.day.spoken : "\(scheme.day.spoken)\(scheme.time)" }

    /// The application, each approval in its order (审批表).
    func application(_ ask: Ask) throws -> Answered {
        let title = "\(try name(ask))审批表"
        return try .document(
            OfficialDocument([
                .title(title),
                .table(
                    heads: ["项目", "内容"],
                    rows: [
                        ["主办单位", try ask.naming.unitName(unit)], ["题目", scheme.topic],
                        ["主讲人", "\(scheme.speaker.text)（\(scheme.origin.words.zh)）"], ["时间", when],
                        ["地点", scheme.heldAt], ["形式", scheme.way.words.zh], ["参加对象", scheme.audience],
                        ["预计人数", "\(scheme.places)"], ["内容提要", scheme.outline],
                        ["联系人", scheme.contact], ["主办单位意见", ""], ["主管部门意见", ""], ["宣传部门意见", ""],
                    ], widths: [3, 12]), .paragraph(""), .signature(try ask.naming.unitName(unit)),
                .signature((applied ?? ask.today).spoken),
            ]), name: "\(code)-application.docx", shown: "\(title).docx")
    }

    /// The letter to whoever speaks (邀请函).
    func invitation(_ ask: Ask) throws -> Answered {
        let title = "邀请函"
        var parts: [OfficialDocument.Part] = [
            .title(title), .addressee(scheme.speaker.text == "待定" ? "尊敬的主讲人：" : "\(scheme.speaker.text)："),
            .paragraph(
                "\(try ask.naming.unitName(unit))拟于\(when)在\(scheme.heldAt)举办\(try name(ask))，题目为“\(scheme.topic)”，参加对象为\(scheme.audience.isEmpty ? "有关单位人员" : scheme.audience)，约\(scheme.places)人。诚邀您莅临主讲。"
            ), .paragraph("交通、食宿和讲课费按有关规定办理。请于讲座前回复是否出席，并提供讲稿或课件。"),
        ]
        if !scheme.contact.isEmpty { parts.append(.paragraph("联系人：\(scheme.contact)")) }
        parts += [
            .paragraph(""), .signature(try ask.naming.unitName(unit)), .signature((approved ?? ask.today).spoken),
        ]
        return try .document(
            OfficialDocument(parts), name: "\(code)-invitation.docx", shown: "\(try name(ask))邀请函.docx")
    }

    /// The notice to the units, with the places on a page of its own (通知、名额分配表).
    func notice(_ ask: Ask) throws -> Answered {
        let title = "关于举办\(try name(ask))的通知"
        let rules = try ask.lectureRules
        // A reader of one unit has the places of their own.
        let seats = try ask.all(HallSeats.self, where: "lecture = \(code) and places > 0", order: "unit")
        var parts: [OfficialDocument.Part] = [
            .title(title), .addressee("各有关单位："),
            .paragraph("经研究，定于\(when)举办\(try name(ask))。现将有关事项通知如下。"), .heading("一、题目和主讲人"),
            .paragraph("题目：\(scheme.topic)。主讲人：\(scheme.speaker.text)。"), .heading("二、时间和地点"),
            .paragraph("\(when)，\(scheme.heldAt)（\(scheme.way.words.zh)）。"), .heading("三、参加人员"),
            .paragraph(
                "\(scheme.audience.isEmpty ? "各单位有关人员" : scheme.audience)，名额\(seats.isEmpty ? "另行通知" : "见附表")。请于\((scheme.day - rules.nameDays).spoken)前报送参加人选；没有人员参加的，实行零报告。"
            ), .heading("四、有关要求"), .paragraph("请参加人员提前10分钟入场签到，遵守会场纪律。"),
        ]
        if !scheme.contact.isEmpty { parts.append(.paragraph("联系人：\(scheme.contact)")) }
        parts += [
            .paragraph(""), .signature(try ask.naming.unitName(unit)), .signature((announced ?? ask.today).spoken),
        ]
        if !seats.isEmpty {
            parts += [
                .newPage, .title("名额分配表"),
                .table(
                    heads: ["序号", "单位", "名额"],
                    rows: try seats.enumerated().map { place, one in
                        ["\(place + 1)", try ask.naming.unitName(one.unit), String(one.places)]
                    }, widths: [2, 10, 3]),
            ]
        }
        return try .document(OfficialDocument(parts), name: "\(code)-notice.docx", shown: "\(title).docx")
    }
}
