import Formats
import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The notice to each unit within reach, each with its own quota and its own names, each on a new page (调训通知).
    func callUpDocument(_ ask: Ask) throws -> Answered {
        guard let callUp = try ask.reading.one(CallUp.self, code, for: ask.reader) else {
            throw NotFound(context: ask.context)
        }
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        // Whoever is called up by name may serve at a unit without seats, which is told all the same.
        let seated = Set(callUp.notice.quotas.map(\.unit))
        let others = Set(try ask.reading.calledByName(to: self).map(\.unit)).subtracting(seated).sorted()
        // What a unit passed on it tells those beneath it, and nobody else.
        let parts = ask.reader.unit == nil ? [] : callUp.notice.quotas.filter { !$0.within.isEmpty }
        let quotas = (callUp.notice.quotas.asGiven + parts + others.map { ClassQuota(unit: $0, seats: 0) }).filter {
            within?.contains($0.unit) ?? true
        }
        guard !quotas.isEmpty else { throw NotFound(context: ask.context) }
        var document = OfficialDocument()
        for (place, quota) in quotas.enumerated() {
            if place > 0 { document.parts.append(.newPage) }
            document.parts += try notice(callUp, to: quota, ask)
        }
        return try .document(
            document,
            name: "\(code)-call-up.docx", shown: "关于举办\(title)的通知.docx")
    }

    private func notice(_ callUp: CallUp, to quota: ClassQuota, _ ask: Ask) throws -> [OfficialDocument.Part] {
        let notice = callUp.notice
        let units = [quota.unit] + notice.quotas.parts(of: quota.unit).map(\.unit)
        let names = try ask.all(
            Trainee.self,
            where: "class = \(code) and unit in (\(list: units)) and stage in (\(list: TraineeStage.seated))",
            order: "code"
        )
        let byName = names.filter { $0.way != .unit }.count
        let called = byName > 0 ? "点名调训\(byName)人，名单附后。" : ""
        let allotted = quota.seats > 0 || byName == 0 ? "你单位名额\(quota.seats)人。" : ""
        let wanted = quota.remark.isEmpty ? scheme.target : quota.remark
        let places = scheme.parts.map(\.place).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let contents = try contents(ask)
        var parts: [OfficialDocument.Part] = [
            .title("关于举办\(title)的通知"), .addressee("\(try ask.naming.unitName(quota.unit))："),
        ]
        if !notice.number.isEmpty { parts.insert(.number(notice.number), at: 0) }
        let basis = scheme.basis.isEmpty ? "" : "根据\(scheme.basis)，"
        parts += [
            .paragraph("\(basis)定于\(scheme.opening.spoken)至\(scheme.closing.spoken)举办\(title)。现将有关事项通知如下。")
        ]
        let sections = [
            ("培训内容", contents.isEmpty ? [] : ["\(contents)。"]),
            ("对象和名额", ["\(wanted.isEmpty ? "" : wanted + "。")\(allotted)\(called)"]),
            (
                "时间",
                [
                    "\(scheme.registration.spoken)报到，\(scheme.opening.spoken)开班，\(scheme.closing.spoken)结业，学制\(scheme.days)天，\(scheme.hours)学时。"
                ]
            ), ("地点", ["\(places.joined(separator: "、"))。"]),
            // Nothing is collected from trainees; the way back is their unit's (work-classes 10).
            ("费用", ["培训费由主办单位承担，不向学员收取；往返交通费由学员所在单位按规定报销。"]),
            (
                "有关要求",
                ["请于\((quota.namesDue ?? notice.deadline).spoken)前报送参训人员名单。报名后因故不能参加的，请及时说明并更换人员。"]
                    + notice.notes.split(separator: "\n").map(String.init)
            ),
        ].filter { !$0.1.isEmpty }
        for (numeral, section) in zip("一二三四五六", sections) {
            parts += [.heading("\(numeral)、\(section.0)")] + section.1.map { .paragraph($0) }
        }
        parts += [.paragraph("联系人：\(notice.contact)"), .paragraph("")]
        parts += [
            .signature(try ask.naming.unitName(scheme.organiser)), .signature(callUp.issued.spoken),
        ]
        return try parts + annex("点名调训人员", names.filter { $0.way != .unit }, ask)
            + annex("已报名人员", names.filter { $0.way == .unit }, ask)
    }

    /// What it is about: its topics, and what of its timetable is there already.
    private func contents(_ ask: Ask) throws -> String {
        let topics = Topic.builtIn.filter { scheme.topics.contains($0.topic) }.map(\.zh)
        let courses = try ask.reading.one(Timetable.self, code, for: .everybody)?.sheet.sessions.map(\.course) ?? []
        return (topics + courses).reduce(into: [String]()) { if !$0.contains($1), $0.count < 12 { $0.append($1) } }
            .joined(separator: "、")
    }

    private func annex(_ title: String, _ names: [Trainee], _ ask: Ask) throws -> [OfficialDocument.Part] {
        guard !names.isEmpty else { return [] }
        return [
            .paragraph("附：\(title)"),
            .table(
                heads: ["序号", "姓名", "单位及职务", "状态"],
                rows: try names.enumerated().map { number, row in
                    [
                        "\(number + 1)", try ask.naming.personName(row.person), try ask.reading.postThen(of: row),
                        row.stage.words.zh,
                    ]
                }, widths: [1, 2, 5, 2]),
        ]
    }
}
