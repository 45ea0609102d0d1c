import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Secondment {
    /// The letter to both units (挂职通知).
    func letterDocument(_ ask: Ask) throws -> Answered {
        let (name, home) = (try ask.naming.personName(person), try ask.naming.unitName(home))
        let post = try ask.post(post)
        let host = try post?.host(ask.naming) ?? ask.naming.unitName(host)
        let title = "关于\(name)同志挂职锻炼的通知"
        let city = try ask.reading.rootUnits().first?.name ?? ""
        var parts: [OfficialDocument.Part] = [.title(title)]
        if !letter.isEmpty { parts.append(.number(letter)) }
        parts += [
            .addressee("\(home)、\(host)："),
            .paragraph("经研究，决定选派\(home)\(homePost)\(name)同志到\(host)挂职锻炼，挂任\(post?.scheme.title ?? "")。"),
            .heading("一、挂职时间"),
            .paragraph("自\(from.spoken)至\(to.spoken)。请于\((reportBy ?? from).spoken)前到接收单位报到。"), .heading("二、主要工作"),
            .paragraph(post?.scheme.work ?? ""), .heading("三、有关要求"),
            .paragraph(
                "挂职期间由派出单位和接收单位共同管理，以接收单位为主；行政关系、工资关系保留在派出单位，不占接收单位编制和职数。派出单位不得因本单位工作召回。挂职干部应在报到后制定工作计划，并按规定履行请销假手续。"),
        ]
        if let contact = post?.scheme.contact, !contact.isEmpty { parts.append(.paragraph("联系人：\(contact)")) }
        parts += [
            .paragraph(""), .signature(city.isEmpty ? "组织部门" : "\(city)组织部门"),
            .signature((approved ?? ask.today).spoken),
        ]
        return try .document(
            OfficialDocument(parts), name: "\(code)-letter.docx", shown: "\(title).docx")
    }

    /// The appraisal as it goes into two files (干部挂职锻炼总结鉴定表).
    func appraisalDocument(_ ask: Ask) throws -> Answered {
        let name = try ask.naming.personName(person)
        let appraisal = try ask.reading.appraisal(of: self)
        let post = try ask.post(post)
        let host = try post?.host(ask.naming) ?? ask.naming.unitName(host)
        let draft = appraisal?.draft ?? AppraisalDraft()
        let last = ended?.day ?? to
        let rows: [(String, String)] = [
            ("姓名", name), ("出生年月", try ask.naming.person(person)?.birthMonth ?? ""),
            ("派出单位及职务", "\(try ask.naming.unitName(home))\(homePost)"),
            ("接收单位及挂任职务", "\(host)\(post?.scheme.title ?? "")"),
            ("挂职时间", "\((started ?? from).spoken)至\(last.spoken)"), ("分管工作", draft.duties), ("本人总结", draft.summary),
            ("接收单位意见", draft.opinion), ("鉴定等次", appraisal == nil ? "" : draft.grade.words.zh),
            ("接收单位签章日期", appraisal?.hostDay.spoken ?? ""), ("派出单位意见", appraisal?.homeOpinion ?? ""),
            ("派出单位签章日期", appraisal?.homeDay?.spoken ?? ""), ("组织部门意见", ""),
        ]
        let document = OfficialDocument([
            .title("干部挂职锻炼鉴定表"),
            .table(heads: ["项目", "内容"], rows: rows.map { [$0.0, $0.1] }, widths: [4, 14]),
            .paragraph("本表一式两份，分别存入本人档案和组织部门。"),
        ])
        return try .document(document, name: "\(code)-appraisal.docx", shown: "\(name)挂职鉴定表.docx")
    }
}
