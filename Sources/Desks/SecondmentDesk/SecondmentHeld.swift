import Pages
import Storage
import Store
import Vocabulary

extension Secondment {
    /// What is held of somebody: where they were, who recommended them, what was said of them, their leave. For themselves.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        let theirs: SQL = "secondment in (select code from secondments where person in (\(list: codes)))"
        return [
            try .some(
                Words("挂职锻炼", "Secondments"),
                [
                    Words("岗位", "Post"), Words("时间", "Days"), Words("职务职级", "Post and rank"),
                    Words("通知和说明", "Letter, remark"),
                    Words("去向", "What came of it"),
                ], Secondment.self, where: "person in (\(list: codes))", order: "from_day desc", ask
            ) { secondment in
                [
                    .text(try ask.post(secondment.post)?.called(ask.naming) ?? secondment.post),
                    .days(secondment.started ?? secondment.from, secondment.ended?.day ?? secondment.to),
                    .text("\(secondment.homePost) \(secondment.homeRank)"),
                    .text("\(secondment.letter) \(secondment.remark)"),
                    secondment.cameOf.map { .words($0.what.words) } ?? "–",
                ]
            },
            try .some(
                Words("挂职推荐", "Recommendations"),
                [Words("类别", "Kind"), Words("推荐", "Recommended"), Words("特长", "Skills"), Words("意见", "What was said")],
                Nomination.self, where: "person in (\(list: codes))", order: "nominated_day desc", ask
            ) { nomination in
                [
                    .words(nomination.draft.kind.words), .day(nomination.nominated),
                    .text(nomination.draft.skills.joined(separator: "、")),
                    .lines([nomination.draft.opinion, nomination.remark].filter { !$0.isEmpty }),
                ]
            },
            try .some(
                Words("挂职鉴定", "Appraisals"),
                [Words("分管工作", "Duties"), Words("本人总结", "Own summary"), Words("意见", "Opinions"), Words("等次", "Grade")],
                SecondmentAppraisal.self, where: theirs, order: "host_day desc", ask
            ) { appraisal in
                [
                    .text(appraisal.draft.duties), .text(appraisal.draft.summary),
                    .lines([appraisal.draft.opinion, appraisal.homeOpinion].filter { !$0.isEmpty }),
                    .words(appraisal.draft.grade.words),
                ]
            },
            try .some(
                Words("挂职本人总结", "Own summaries"), [Words("提交", "Handed in"), Words("总结", "Summary")],
                SecondmentSummary.self, where: theirs, order: "handed_in_day desc", ask
            ) { summary in [.day(summary.handedIn), .text(summary.text)] },
            try .some(
                Words("挂职月报", "Monthly lines"),
                [Words("月份", "Month"), Words("到岗天数", "Days there"), Words("做了什么", "Work")],
                MonthlyNote.self, where: theirs, order: "month desc", ask
            ) { note in
                [
                    NoteMonth(number: note.month).map { .words($0.words) } ?? "–", .text(String(note.days)),
                    .text(note.line),
                ]
            },
            try .some(
                Words("挂职中期情况", "Mid-term looks"),
                [Words("日期", "Day"), Words("困难", "Difficulties"), Words("需要", "Needs")],
                MidTermLook.self, where: theirs, order: "look_day desc", ask
            ) { look in
                [.day(look.draft.day), .text(look.draft.difficulties), .text(look.draft.needs)]
            },
            try .some(
                Words("挂职请假", "Leave while seconded"),
                [Words("日期", "Days"), Words("去向", "Where to"), Words("代管", "Cover"), Words("说明", "Remark")],
                SecondmentLeave.self, where: theirs, order: "from_day desc", ask
            ) { leave in
                [
                    .days(leave.draft.from, leave.draft.to), .text(leave.draft.place), .text(leave.draft.cover),
                    .text(leave.remark),
                ]
            },
            try .some(
                Words("挂职延期", "Extensions"), [Words("延至", "Until"), Words("原因", "Why"), Words("批复", "Decision")],
                SecondmentExtension.self, where: theirs, order: "asked_day desc", ask
            ) { asked in
                [.day(asked.draft.until), .text(asked.draft.reason), .text(asked.remark)]
            },
        ]
    }
}
