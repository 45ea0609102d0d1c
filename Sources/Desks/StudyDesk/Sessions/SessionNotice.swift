import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

extension StudySession {
    /// The notice to the members (学习通知).
    func notice(_ ask: Ask) throws -> Answered {
        let group = try ask.groupName(team)
        let title = "关于开展\(scheme.title)的通知"
        let day = scheme.from == scheme.to ? scheme.from.spoken : "\(scheme.from.spoken)至\(scheme.to.spoken)"
        var parts: [OfficialDocument.Part] = [
            .title(title), .addressee("\(group)各成员："),
            .paragraph("经研究，定于\(day)开展\(scheme.kind.words.zh)。现将有关事项通知如下。"), .heading("一、时间和地点"),
            .paragraph("\(day)，\(scheme.heldAt)。"), .heading("二、学习形式"),
            .paragraph("\(scheme.form.words.zh)\(scheme.expert.isEmpty ? "" : "，由\(scheme.expert)辅导")。"),
        ]
        func listed(_ heading: String, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            parts.append(.heading(heading))
            parts += lines.enumerated().map { .paragraph("\($0 + 1).\($1)") }
        }
        listed("三、议程", scheme.agenda)
        listed("四、学习篇目", scheme.readings)
        listed("\(scheme.readings.isEmpty ? "四" : "五")、研讨题", scheme.questions)
        let last = 4 + (scheme.readings.isEmpty ? 0 : 1) + (scheme.questions.isEmpty ? 0 : 1)
        parts += [
            .heading("\(["四", "五", "六"][min(last, 6) - 4])、有关要求"),
            .paragraph("请提前学习有关篇目，准备发言。因故不能参加的，请提前向组长请假，会后补学。"),
        ]
        if !scheme.contact.isEmpty { parts.append(.paragraph("联系人：\(scheme.contact)")) }
        parts += [
            .paragraph(""), .signature(try ask.naming.unitName(unit)), .signature(announced.spoken),
        ]
        return try .document(
            OfficialDocument(parts),
            name: "\(code)-notice.docx", shown: "\(title).docx")
    }
}
