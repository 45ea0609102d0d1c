import Formats
import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// A survey from its draft to its results.
    mutating func surveys() {
        var draft = FormFlow(new: Words("起草需求调研", "Draft a needs survey"), SurveyScheme.form) { ask in
            SurveyScheme(year: ask.today.year + 1, from: ask.today, to: ask.today + 20)
        } act: { scheme, _ in
            DraftSurvey(scheme: scheme)
        }
        draft.refusals = { scheme, _ in scheme.problems }
        draft.remarks = { scheme, ask in try scheme.remarks(ask) }
        form("/surveys/new", draft)

        var rules = FormFlow(Words("需求调研规则", "Rules for needs surveys"), NeedsRules.form) { ask in
            try ask.needsRules
        } act: { rules, _ in
            SetNeedsRules(rules: rules)
        } then: { _ in
            Survey.listAddress
        }
        rules.seen = { ask in try ask.reading.seen(NeedsRules.self) }
        rules.crumbs = { _ in [Survey.home] }
        form("/surveys/rules", rules)

        page(of: Survey.self, Words("一次需求调研", "One needs survey")) { survey, ask in try survey.page(ask) }
        page("\(Survey.path)/results", Words("调研结果", "Results of a survey")) { ask in
            let cut = ask.query["by"].flatMap(ResultCut.init(rawValue:)) ?? .kind
            return try ask.results(of: try Survey.asked(ask), by: cut).page(ask)
        }
        look("\(Survey.path)/report.docx", RouteAbout(Words("调研报告（Word）", "The report on a survey"))) { ask in
            let survey = try Survey.asked(ask)
            if let why = SurveyResults.notYet(survey) ?? (ask.reader.unit == nil ? nil : SurveyReport.isOffices) {
                return .page(
                    Page(
                        Words("没有报告", "There is no report"), crumbs: try survey.crumbs(ask),
                        .sheet(.emptyState(why, .nothing, acts: .act(survey.address, Survey.seeing, .primary)))))
            }
            return try SurveyReport(results: try ask.results(of: survey, by: .category), ask: ask).answer()
        }
        look(
            "\(Survey.path)/papers.xlsx", RouteAbout(Words("纸质问卷录入模板", "A template for paper forms")),
            right: EnterPapers.right
        ) { ask in
            try .workbook(
                Survey.asked(ask).paperTemplate.workbook(ask.naming), name: "papers.xlsx",
                shown: ask.say("纸质问卷录入.xlsx", "papers.xlsx"))
        }
        writing()
        stages()
    }

    private mutating func writing() {
        var change = FormFlow(ChangeSurvey.self, SurveyScheme.form, changing: \.scheme) { survey, scheme in
            ChangeSurvey(record: survey.code, scheme: scheme)
        }
        change.refusals = { scheme, _ in scheme.problems }
        change.remarks = { scheme, ask in try scheme.remarks(ask) }
        form(change)

        var write = FormFlow(WriteQuestions.self, SurveyQuestions.form) { survey, ask in
            switch ask.query["from"] {
            case "usual": SurveyQuestions(SurveyQuestion.usual)
            case let code?: SurveyQuestions(try ask.reading.one(Survey.self, code, for: ask.reader)?.questions ?? [])
            case nil: SurveyQuestions(survey.questions)
            }
        } act: { survey, written in
            WriteQuestions(record: survey.code, questions: written.questions)
        }
        write.refusals = { written, _ in written.questions.problems }
        write.opening = { ask in try Survey.asked(ask).waysToBegin(ask) }
        form(write)
    }

    private mutating func stages() {
        var open = FormFlow(OpenSurvey.self, Nothing.form) { _, _ in
            Nothing()
        } act: { survey, _ in
            OpenSurvey(record: survey.code)
        }
        open.opening = { ask in try Survey.asked(ask).beforeOpening(ask) }
        (open.isOneStep, open.submit) = (true, Words("确认发布", "Open it"))
        form(open)

        form(
            FormFlow(ExtendSurvey.self, LaterDay.form) { survey, _ in
                LaterDay(to: survey.scheme.to + 7)
            } act: { survey, later in
                ExtendSurvey(record: survey.code, to: later.to)
            })
        var close = FormFlow(CloseSurvey.self, Nothing.form) { _, _ in
            Nothing()
        } act: { survey, _ in
            CloseSurvey(record: survey.code)
        }
        close.opening = { ask in
            let survey = try Survey.asked(ask)
            let turnout = try ask.turnout(of: survey)
            return .sheet(
                .section(
                    .p(
                        .say(
                            "已填\(turnout.answered)人，应填\(turnout.asked)人。关闭后不能再填写、不能再打开。",
                            "\(turnout.answered) of \(turnout.asked) have answered. Once closed it stays closed.")),
                    .when(
                        survey.scheme.to >= ask.today,
                        .p(.class("warn"), .say("还没有到截止日期。", "Its last day has not come yet.")))))
        }
        (close.isOneStep, close.isGrave, close.submit) = (true, true, CloseSurvey.button)
        form(close)

        var papers = FormFlow(
            EnterPapers.title, on: Survey.self, PaperSheet.form,
            notNow: { survey, ask in
                try EnterPapers.notNow(survey, in: ask.reading, for: ask.reader, on: ask.today)
            }, blank: { _, _ in PaperSheet() },
            act: { survey, sheet in
                EnterPapers(record: survey.code, handedOut: sheet.handedOut, spoiled: sheet.spoiled, answers: [])
            }, then: { (survey: Survey) in survey.address })
        papers.act = { sheet, ask in
            EnterPapers(
                record: try Survey.asked(ask).code, handedOut: sheet.handedOut, spoiled: sheet.spoiled,
                answers: try sheet.looked(ask).answers)
        }
        papers.refusals = { sheet, ask in try sheet.looked(ask).problems }
        papers.remarks = { sheet, ask in
            let valid = try sheet.looked(ask).answers.count
            return .p(.say("有效\(valid)份，作废\(sheet.spoiled)份。", "\(valid) valid, \(sheet.spoiled) spoiled."))
        }
        papers.opening = { ask in
            .p(
                .link("\(try Survey.asked(ask).address)/papers.xlsx", .say("下载模板", "The template")),
                .say("：一行一份问卷，一列一题。", ": a row for each form, a column for each question."))
        }
        form(papers)

        form(
            FormFlow(WithdrawSurvey.self, Reason.form) { _, _ in
                Reason()
            } act: { survey, reason in
                WithdrawSurvey(record: survey.code, reason: reason.text)
            })
    }
}

extension SurveyReport {
    static let isOffices = Words("报告由组织部门出具", "The report is the office's")
}

extension PaperSheet {
    /// Read once while a form is answered.
    fileprivate func looked(_ ask: Ask) throws -> (answers: [PaperAnswer], problems: [AnswerProblem]) {
        try ask.naming.once("paper sheet") { try read(for: try Survey.asked(ask), ask) }
    }
}

extension SurveyScheme {
    /// How many it would go to, and what is unusual.
    fileprivate func remarks(_ ask: Ask) throws -> HTML {
        let count = try ask.reading.givers(askedBy: settled, on: ask.today).count
        let isFew = try naming == .anonymous && count < ask.needsRules.fewest * 4
        return .group([
            .p(.say("按今天的记录，将发给\(count)人。", "By today's records it goes to \(count) people.")),
            .when(
                isFew,
                .p(
                    .class("warn"),
                    .say("人数很少：不记名的结果大多不能显示。", "So few are asked that most of an anonymous result cannot be shown."))),
        ])
    }
}

extension Survey {
    /// Forms from which the questions may begin.
    fileprivate func waysToBegin(_ ask: Ask) throws -> HTML {
        let others = try ask.reading.all(
            Survey.self, for: ask.reader,
            where: "stage in (\(list: [SurveyStage.open, SurveyStage.closed])) and code <> \(code)",
            order: "to_day desc", limit: 5)
        let here = "\(WriteQuestions.address(of: self))?from="
        return .p(
            .say("从现成的开始（替换下面的题目）：", "Begin with another form, in place of what stands below: "),
            .link("\(here)usual", .say("常用问卷", "the usual form")),
            .each(others) { other in .group(["　", .link("\(here)\(Query.encoded(other.code))", .text(other.title))]) })
    }

    /// What is to be looked at before it is opened.
    fileprivate func beforeOpening(_ ask: Ask) throws -> HTML {
        .sheet(
            .section(
                try scheme.remarks(ask),
                .p(
                    .say(
                        "\(questions.count)题，\(scheme.from.iso)至\(scheme.to.iso)，\(scheme.naming.words.zh)。发布后题目和对象不能再改。",
                        "\(questions.count) questions, \(scheme.from.iso) to \(scheme.to.iso), \(scheme.naming.words.en.lowercased()). Once open, questions and people stay."
                    ))))
    }
}
