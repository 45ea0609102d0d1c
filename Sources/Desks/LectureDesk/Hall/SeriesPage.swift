import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

extension HallSeries {
    private func steps(_ lectures: [HallLecture], _ held: Int, _ rules: LectureRules, on today: Day) -> [FlowStep] {
        let due = due(rules)
        let isLate = due.map { (approved ?? today) > $0 } ?? false
        let going = lectures.count { $0.stage != .cancelled }
        return [
            FlowStep(
                Words("编制", "Drawn up"), stage.isOpen ? .toDo : .done, due: nil, done: drafted,
                rule: Words("题目、主讲人、日期、地点、对象、名额", "topic, speaker, day, place, for whom, places")),
            FlowStep(
                Words("审定", "Approved"),
                approved != nil ? (isLate ? .late : .done) : isLate ? .overdue : stage == .submitted ? .toDo : .toCome,
                due: due, done: approved, rule: Words("全年一次审定，送审人不审定", "as one, and not by whoever sent it")),
            FlowStep(
                Words("举办", "Held"), going > 0 && held >= going ? .met : approved == nil ? .waiting : .onCourse,
                Words("\(held)/\(max(going, draft.lectures.count))期", "\(held) of \(max(going, draft.lectures.count))"),
                rule: Words("每年\(rules.perYear)期", "\(rules.perYear) a year")),
        ]
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.lectureRules
        let lectures = try HallLecture.listing.all(ask, where: "series = \(code)", order: "issue")
        let held = try lectures.count { try ask.reading.record(of: $0) != nil }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(lectures, held, rules, on: ask.today))),
                ask.reader.unit == nil ? said : .nothing, .warnings(draft.remarks(rules)),
                try HallFigures(draft.year, ask)?.html(ask) ?? .nothing,
                lectures.isEmpty
                    ? try planned(ask)
                    : .part(
                        Words("各期", "Lectures"), id: "lectures",
                        aside: .link("\(address)/series.docx", .say("年度安排（Word）", "The series (Word)")),
                        try HallLecture.listing.table(
                            lectures, columns: ["title", "day", "speaker", "heldAt", "places", "state"], ask)),
                ask.reader.unit == nil ? try history(ask) : .nothing))
        let state = SeriesState.state(of: self, ask)
        page.sentence = .group([
            .text(try ask.naming.unitName(draft.unit)),
            .say("主办，\(draft.lectures.count)期。", ": \(draft.lectures.count) lectures. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        return stage == .returned
            ? .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
            : .section(.p(.b(.say("审定意见：", "Remark: ")), .text(remark)))
    }

    func toRead(_ ask: Ask) throws -> HTML {
        .sheet(said, .warnings(draft.remarks(try ask.lectureRules)), try planned(ask))
    }

    private func planned(_ ask: Ask) throws -> HTML {
        .part(
            Words("各期安排", "Lectures"), id: "lectures",
            aside: .link("\(address)/series.docx", .say("年度安排（Word）", "The series (Word)")),
            .data(
                .say("各期安排", "Lectures"),
                [
                    DataHead(.say("题目", "Topic"), .lead), DataHead(.say("期", "No."), .meta),
                    DataHead(.say("日期", "Day"), .day), DataHead(.say("主讲人", "Speaker"), .meta),
                    DataHead(.say("地点", "Place"), .meta), DataHead(.say("对象", "For whom"), .meta),
                    DataHead(.say("名额", "Places"), .meta, isNumber: true, unit: Words("人", "people")),
                ],
                draft.inOrder.enumerated().map { place, lecture in
                    [
                        .text(lecture.topic), .text("\(place + 1)"), .day(lecture.day),
                        lecture.speaker.text.isEmpty ? .say("未定", "not named") : lecture.speaker.linked,
                        .text(lecture.heldAt), .text(lecture.audience), .text(String(lecture.places)),
                    ]
                }))
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: HallSeries.self, code, SeriesDraft.form, \.draft) { step, series, change in
            guard change.row.act == ApproveSeries.name else { return }
            if series.stage == .returned { step.words = Decision.Answer.sendBack.words }
            if !series.remark.isEmpty { step.remarks = [HistoryStep.reason(series.remark)] }
        }
        return try ask.history(own)
    }

    /// The series as it is issued (年度安排).
    func document(_ ask: Ask) throws -> Answered {
        let lectures = try ask.reading.lectures(of: code).filter { $0.stage != .cancelled }
        let rows: [[String]] =
            lectures.isEmpty
            ? draft.inOrder.enumerated().map { place, one in
                [
                    "\(place + 1)", one.day.spoken, one.topic, one.speaker.text.isEmpty ? "待定" : one.speaker.text,
                    one.heldAt, one.audience, String(one.places),
                ]
            }
            : lectures.map { one in
                let scheme = one.scheme
                return [
                    "\(one.issue)", scheme.day.spoken, scheme.topic, scheme.speaker.text, scheme.heldAt,
                    scheme.audience, String(scheme.places),
                ]
            }
        return try .document(
            OfficialDocument([
                .title("\(title)安排"),
                .table(
                    heads: ["期", "日期", "题目", "主讲人", "地点", "对象", "名额"], rows: rows,
                    widths: [1, 4, 6, 6, 4, 4, 2]), .paragraph(""),
                .signature(try ask.naming.unitName(draft.unit)), .signature((approved ?? drafted).spoken),
            ]), name: "\(code)-series.docx", shown: "\(title)安排.docx")
    }
}
