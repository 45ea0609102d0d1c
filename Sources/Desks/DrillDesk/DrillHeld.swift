import Pages
import Records
import Storage
import Store
import Vocabulary

/// What this desk holds about one person, for themselves.
enum DrillHeld {
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        let of: SQL = "person in (\(list: codes))"
        return [
            try .some(
                Words("业务交流", "Exchanges"), [Words("交流", "Exchange"), Words("日期", "Day"), Words("身份", "As")],
                DrillExchange.self,
                where: """
                    code in (select exchange from drill_exchange_people where \(of))
                    or code in (select exchange from drill_exchange_leads where \(of))
                    """, order: "held_day desc", ask
            ) { exchange in
                [
                    .text(exchange.title), .day(exchange.report.day),
                    exchange.report.leads.contains(where: codes.contains)
                        ? .say("主讲带教", "taught") : .say("参加", "took part"),
                ]
            },
            Held(
                Words("考试成绩", "Results of exams"), [Words("考试", "Exam"), Words("日期", "Day"), Words("成绩", "Result")],
                try ask.reading.examLines(of: codes).compactMap { code, line in
                    guard let exam = try ask.reading.one(DrillExam.self, code, for: .everybody) else { return nil }
                    return [
                        .text(exam.title), .day(exam.scheme.day),
                        line.score.map { .text($0.text) } ?? .words(line.sitting.words),
                    ]
                }),
            try .some(
                Words("比武报名和成绩", "Contests"),
                [
                    Words("比武", "Contest"), Words("赛项", "Event"), Words("报名", "Entered"), Words("理论", "Theory"),
                    Words("评分", "Marks"), Words("用时（秒）", "Seconds"),
                ], ContestEntry.self, where: ContestEntry.condition(of: codes), order: "contest desc", ask
            ) { entry in
                let contest = try ask.contest(of: entry)
                let isPublic = contest.map { $0.stage == .published || $0.stage == .decided } ?? false
                // Marks are told to the contestant when they are told to all.
                return [
                    .text(contest?.title ?? entry.contest), .text(try ask.eventName(of: entry)), .day(entry.entered),
                    .text(isPublic ? entry.theory?.text ?? "–" : "–"),
                    .text(isPublic ? entry.marks.map(\.mark.text).joined(separator: "、") : "–"),
                    .text(isPublic ? entry.time?.text ?? "–" : "–"),
                ]
            },
            try .some(
                Words("担任比武评委", "As a judge"), [Words("比武", "Contest"), Words("日期", "Days")], DrillContest.self,
                where: "code in (select contest from drill_contest_judges where \(of))", order: "from_day desc", ask
            ) { [.text($0.title), .days($0.scheme.from, $0.scheme.to)] },
            try .some(
                Words("称号", "Titles"),
                [Words("称号", "Title"), Words("授予单位和文号", "Document"), Words("授予日期", "Given on"), Words("状态", "State")],
                DrillTitle.self, where: of, order: "title_year desc", ask
            ) { title in
                [
                    .text(title.title), .text("\(title.scheme.body) \(title.scheme.documentNumber)"),
                    .day(title.scheme.day), .words(TitleState.state(of: title, ask).words),
                ]
            },
            try .some(
                Words("手册学习确认", "Handbooks read"), [Words("手册", "Handbook"), Words("确认", "Said on")],
                HandbookReading.self, where: of, order: "confirmed_day desc", ask
            ) { read in
                let version = try ask.reading.one(HandbookVersion.self, read.version, for: .everybody)
                let handbook = try version.flatMap {
                    try ask.reading.one(Handbook.self, $0.handbook, for: .everybody)
                }
                return [
                    .text(
                        handbook.map {
                            "\($0.title) \(ask.say("第\(version?.number ?? 0)版", "No. \(version?.number ?? 0)"))"
                        }
                            ?? read.version), .day(read.confirmed),
                ]
            },
        ]
    }
}

extension Ask {
    /// The record of this desk with which an activity was posted: it is corrected and taken back there.
    func drillKeeping(activity code: String) throws -> FormOption? {
        if let exchange = try reading.all(
            DrillExchange.self, for: .everybody, where: "activity = \(code) and taken_back_day is null"
        ).first {
            return FormOption(
                exchange.address, Words("业务交流“\(exchange.title)”", "the exchange “\(exchange.title)”"))
        }
        if let results = try reading.all(ExamResults.self, for: .everybody, where: "activity = \(code)").first,
            let exam = try reading.one(DrillExam.self, results.exam, for: .everybody)
        {
            return FormOption(exam.address, Words("考试“\(exam.title)”", "the exam “\(exam.title)”"))
        }
        if let contest = try reading.all(
            DrillContest.self, for: .everybody,
            where: "activity = \(code) and stage <> \(ContestStage.cancelled)"
        ).first {
            return FormOption(contest.address, Words("比武“\(contest.title)”", "the contest “\(contest.title)”"))
        }
        return nil
    }
}
