import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

extension StudyPlan {
    /// The plan as it is filed, the members and last year's report on pages of their own (年度学习计划、成员名单、上一年度报告).
    func document(_ ask: Ask) throws -> Answered {
        let name = try ask.groupName(draft.team)
        let plan = "\(name)\(draft.year)年度学习计划"
        let day = approved ?? drafted
        let listed = members.isEmpty ? try ask.reading.members(of: draft.team, on: day).map(FiledMember.init) : members
        let report = try lastReport(in: ask.reading).map { try [.newPage] + $0.documentParts(ask) } ?? []
        let document = OfficialDocument(
            [
                .title(plan),
                .table(
                    heads: ["序号", "月份", "学习主题", "学习内容", "类别", "形式", "领学人、专家"],
                    rows: try draft.inOrder.enumerated().map { place, topic in
                        [
                            "\(place + 1)", topic.month.words.zh, topic.topic, topic.reading, topic.kind.words.zh,
                            topic.form.words.zh, try topic.led(ask.naming),
                        ]
                    }, widths: [2, 2, 7, 8, 3, 3, 4]),
                .signature(try ask.naming.unitName(unit)), .signature(day.spoken), .newPage, .title("\(name)成员名单"),
                .table(
                    heads: ["序号", "姓名", "职务", "组内身份"],
                    rows: try listed.enumerated().map { place, member in
                        let held = try ask.reading.appointment(of: member.person, on: filed ?? day, knownAt: nil)
                        let post = try held.map { try ask.naming.unitName($0.unit) + $0.post } ?? ""
                        return ["\(place + 1)", try ask.naming.personName(member.person), post, member.role.words.zh]
                    }, widths: [2, 4, 9, 4]),
            ] + report)
        return try .document(
            document,
            name: "\(code)-plan.docx", shown: "\(plan).docx")
    }
}
