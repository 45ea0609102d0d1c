import Formats
import Pages
import Store
import Vocabulary

/// The report on a survey as the office hands it up (调研报告).
struct SurveyReport {
    let results: SurveyResults
    let ask: Ask

    private var survey: Survey { results.survey }

    func answer() throws -> Answered {
        let title = "\(survey.scheme.year)年干部教育培训需求调研报告"
        return try .document(
            OfficialDocument([.title(title)] + opening() + questions() + needs()),
            name: "survey-\(survey.code).docx", shown: "\(title).docx")
    }

    private func opening() throws -> [OfficialDocument.Part] {
        let scheme = survey.scheme
        let percent = SurveyResults.percent
        var size = "发出问卷\(results.sent)份，收回\(results.returned)份，有效\(results.valid)份，"
        size += "回收率\(percent(results.returned, results.sent))，有效率\(percent(results.valid, results.returned))。"
        return [
            .heading("一、调研情况"),
            .paragraph(
                "\(scheme.from.spoken)至\(scheme.to.spoken)，面向\(scheme.asked.words.zh)\(scheme.naming.words.zh)开展了\(survey.title)。\(size)"
            ),
        ]
    }

    private func questions() throws -> [OfficialDocument.Part] {
        var parts: [OfficialDocument.Part] = [.heading("二、问卷结果")]
        if let fewest = results.fewest { parts.append(.paragraph("少于\(fewest)人的数不列。")) }
        for result in results.questions {
            parts.append(
                .paragraph(
                    "\(result.number)．\(result.question.title)（\(result.question.kind.words.zh)，\(result.shownAnswered.text(.zh, fewest: results.fewest ?? 0))人作答）"
                ))
            if result.question.kind == .text {
                parts.append(.paragraph(result.texts.isEmpty ? "没有可列的答复。" : "答复\(result.texts.count)条，另附。"))
                continue
            }
            func share(_ share: Double?) -> String { share.map { Figure.plain($0 * 100, places: 1) + "%" } ?? "—" }
            let order = result.question.kind == .rank ? result.ranked : Array(result.question.choices.indices)
            parts.append(
                .table(
                    heads: ["选项", "人数", "占比", "上次占比"],
                    rows: order.map { option in
                        [
                            result.question.choices[option],
                            result.shown.totals[option].text(.zh, fewest: results.fewest ?? 0),
                            share(result.share(option)), share(result.before[option]),
                        ]
                    }, widths: [6, 2, 2, 2]))
        }
        for result in results.questions where result.question.purpose == .topics {
            parts.append(.heading("三、培训主题（\(results.cut.words.zh)）"))
            parts.append(
                .table(
                    heads: ["分组", "最需要的主题（人数）"],
                    rows: try result.groups.enumerated().map { place, group in
                        let first = result.firstOf(group: place)
                        return [
                            try results.cut.name(group, ask).zh,
                            first.isEmpty
                                ? "人数过少，不列" : first.map { "\($0.option)（\($0.count)）" }.joined(separator: "、"),
                        ]
                    }, widths: [3, 9]))
        }
        return parts
    }

    private func needs() throws -> [OfficialDocument.Part] {
        let lines = try ask.all(
            UnitReturn.self, where: "survey = \(survey.code) and stage = \(ReturnStage.filed)",
            order: "origin, unit, code")
        var parts: [OfficialDocument.Part] = []
        for (origin, title) in [(ReturnOrigin.unit, "四、单位需求"), (.office, "五、组织需求")] {
            let own = lines.filter { $0.origin == origin }
            parts.append(.heading(title))
            guard !own.isEmpty else {
                parts.append(.paragraph("没有。"))
                continue
            }
            parts.append(
                .table(
                    heads: [origin == .unit ? "单位" : "来源", "主题", "对象", "人数", "天数", "月份"],
                    rows: try own.map { line in
                        let draft = line.draft
                        return [
                            origin == .unit ? try ask.naming.unitName(draft.unit) : draft.source, draft.topic,
                            ([draft.target] + draft.audience.map { PersonCategory.words(of: $0.rawValue).zh }).filter {
                                !$0.isEmpty
                            }.joined(separator: "、"), String(draft.heads), String(draft.days), draft.monthWords.zh,
                        ]
                    }, widths: [4, 5, 4, 2, 2, 2]))
        }
        return parts + [.paragraph(""), .signature(ask.today.spoken)]
    }
}
