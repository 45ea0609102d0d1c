import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of an exam.
enum ExamDocument: String, Named, Stored {
    case notice, paper, signIn, photographs, other

    var words: Words {
        switch self {
        case .notice: Words("通知和大纲", "Notice and outline")
        case .paper: Words("试卷和答案", "Questions and answers")
        case .signIn: Words("签到表", "Sheet of signatures")
        case .photographs: Words("照片", "Photographs")
        case .other: Words("其他", "Other")
        }
    }
}

extension DrillExam: EvidenceBearer {
    typealias Document = ExamDocument
}

extension DrillExam {
    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.drillRules
        let results = try ask.reading.results(of: self)
        let due = try resultsDue(ask)
        let state = try ExamState.state(of: self, ask)
        let outlineDue = scheme.day - rules.outlineDays
        let why = Words("随成绩归档", "With the results")
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow([
                        FlowStep(
                            Words("公布大纲", "Outline"), announced > outlineDue ? .late : .done, due: outlineDue,
                            done: announced, rule: Words("提前\(rules.outlineDays)天", "\(rules.outlineDays) days ahead")),
                        FlowStep(
                            Words("考试", "Exam"), results != nil ? .done : state == .toCome ? .toCome : .toDo,
                            due: scheme.day, done: results == nil ? nil : scheme.day,
                            rule: Words("按公布的日期", "on the day announced")),
                        FlowStep(
                            Words("成绩", "Results"),
                            results.map { $0.imported > due ? .late : .done }
                                ?? (state == .importOverdue ? .overdue : state == .toImport ? .toDo : .toCome),
                            due: due, done: results?.imported,
                            rule: Words("考后\(rules.resultDays)个工作日", "\(rules.resultDays) working days after it")),
                    ])),
                stage == .cancelled
                    ? .section(.p(.b(.say("取消原因：", "Why it was cancelled: ")), .text(remark))) : .nothing,
                .warnings(scheme.remarks(announced: announced, rules)),
                try results.map { try said($0, rules, ask) } ?? .nothing, try ExamScheme.form.facts(scheme, ask),
                try ask.evidence(
                    of: self,
                    required: results == nil
                        ? []
                        : [
                            RequiredPaper(.paper, due: due, why: why), RequiredPaper(.signIn, due: due, why: why),
                        ]),
                try ask.history(
                    ask.steps(of: DrillExam.self, code, ExamScheme.form, \.scheme) { step, exam, change in
                        if change.row.act == CancelExam.name { step.remarks = [HistoryStep.reason(exam.remark)] }
                    }
                        + ask.steps(of: ExamResults.self, code) { step, results, _ in
                            step.what = .link("/activities/\(results.activity)", .text(results.activity))
                            if !results.reason.isEmpty { step.remarks = [HistoryStep.reason(results.reason)] }
                        } + ask.paperSteps(of: self))))
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)), .say("，", ", "), .day(scheme.day), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    /// Rates and means by unit, and who was not there. Nobody's score stands here: it is their own.
    private func said(_ results: ExamResults, _ rules: DrillRules, _ ask: Ask) throws -> HTML {
        let all = ExamFigures(results.lines)
        let units = ExamFigures.byUnit(results.lines, least: rules.leastForMean)
        let standing = try ask.reading.standing(activity: results.activity)
        func row(_ name: HTML, _ figures: ExamFigures, _ mean: Score?) -> [HTML] {
            [
                name, .text(String(figures.listed)), .text(String(figures.due)), .text(String(figures.sat)),
                figures.rate.map { .text("\($0)%") } ?? "–", mean.map { .text($0.text) } ?? "–",
            ]
        }
        var rows = try units.map { row(.text(try ask.naming.unitName($0.unit)), $0.figures, $0.mean) }
        if units.count > 1 { rows.append(row(.say("合计", "All"), all, all.mean(ofAtLeast: rules.leastForMean))) }
        return .part(
            Words("成绩", "Results"), id: "results",
            aside: .say(
                "满分\(scheme.fullScore)分，第\(results.times)次导入", "of \(scheme.fullScore); import \(results.times)"),
            .warnings(
                (standing.isVoid ? [.voidedElsewhere] : [])
                    + (all.isBelow(rules.examCoverage)
                        ? [
                            Words(
                                "参考率低于\(rules.examCoverage)%，请组织补考",
                                "Fewer than \(rules.examCoverage)% sat it: hold it again for the others")
                        ] : [])),
            .figures(
                Words("参考率和平均分", "Rates and means"),
                [
                    Words("单位", "Unit"), Words("名册", "Listed"), Words("应考", "Should sit"), Words("实考", "Sat"),
                    Words("参考率", "Rate"), Words("平均分", "Mean"),
                ], rows),
            .p(
                .class("quiet"),
                .say(
                    "应考不含因公、请假和挂职借调的；实考不足\(rules.leastForMean)人的不公布平均分。个人成绩只由本人查看，不排名。",
                    "Whoever was on duty, on leave or seconded need not sit it; no mean is told of fewer than \(rules.leastForMean). Each reads their own score alone; nobody is ranked."
                )),
            try away(results, ask),
            .facts([
                Fact(
                    Words("活动记录", "Counted as"), .link("/activities/\(standing.code)", .text(standing.code)))
            ]))
    }

    private func away(_ results: ExamResults, _ ask: Ask) throws -> HTML {
        let lines = results.lines.filter { $0.sitting != .sat }
        guard !lines.isEmpty else { return .nothing }
        return .details(
            .summary(.say("未参考\(lines.count)人", "\(lines.count) did not sit it")),
            .names(
                try lines.map { line in
                    .group([
                        .text(try ask.naming.personName(line.person)), " ", .small(.words(line.sitting.words)),
                    ])
                }))
    }
}

extension Routes {
    mutating func exams() {
        list(DrillExam.self) { ask in
            ask.button(AnnounceExam.self, "/drills/exams/new", Words("安排考试", "Announce an exam"), isPrimary: true)
        }
        var announce = FormFlow(new: Words("安排季度考试", "Announce an exam"), ExamScheme.form) { ask in
            try ask.proposedExam()
        } act: { scheme, _ in
            AnnounceExam(scheme: scheme)
        }
        announce.refusals = { scheme, _ in scheme.problems }
        announce.remarks = { scheme, ask in .warnings(scheme.remarks(announced: ask.today, try ask.drillRules)) }
        form("/drills/exams/new", announce)
        page(of: DrillExam.self, Words("一次考试", "One exam")) { try $0.page($1) }
        evidence(of: DrillExam.self)
        look(
            "\(DrillExam.path)/results.xlsx", RouteAbout(Words("成绩模板", "A template for results")),
            right: ImportResults.right
        ) { ask in try ask.one(DrillExam.self).template(ask) }
        var change = FormFlow(ChangeExam.self, ExamScheme.form, changing: \.scheme) { exam, scheme in
            ChangeExam(record: exam.code, scheme: scheme)
        }
        change.refusals = { scheme, _ in scheme.problems }
        form(change)
        form(
            FormFlow(CancelExam.self, Reason.form) { _, _ in
                Reason()
            } act: { exam, reason in
                CancelExam(record: exam.code, reason: reason.text)
            })
        form(.sheet(ImportResults.self, ExamSheet.form) { ImportResults(record: $0.code, lines: $2) })
        form(
            .sheet(ReimportResults.self, ExamSheet.again) {
                ReimportResults(record: $0.code, lines: $2, reason: $1.reason)
            })
    }
}

extension FormFlow where A: RecordAct, A.Record == DrillExam, A.Outcome == DrillExam, Draft == ExamSheet {
    /// Results from a sheet: read, looked through with everything that is wrong, taken in.
    fileprivate static func sheet(
        _ type: A.Type, _ form: Form<ExamSheet>, _ act: @escaping @Sendable (DrillExam, ExamSheet, [ExamLine]) -> A
    ) -> FormFlow {
        var flow = FormFlow(
            type, form, blank: { _, _ in ExamSheet() }, act: { exam, sheet in act(exam, sheet, []) })
        flow.act = { sheet, ask in
            act(try ask.one(DrillExam.self), sheet, try sheet.looked(ask).lines)
        }
        flow.refusals = { sheet, ask in
            let read = try sheet.looked(ask)
            return read.problems.isEmpty ? try ask.one(DrillExam.self).problems(read.lines) : read.problems
        }
        flow.remarks = { sheet, ask in
            let read = try sheet.looked(ask)
            let figures = ExamFigures(read.lines)
            let left = try read.left.prefix(10).map(ask.naming.personName).joined(separator: "、")
            return .group([
                .when(
                    !read.left.isEmpty,
                    .p(
                        .class("warn"),
                        .say(
                            "考试当天在职的还有\(read.left.count)人不在表中：",
                            "\(read.left.count) in service on the day are not on the sheet: "),
                        .text(left),
                        .when(read.left.count > 10, .say("等", " …")),
                        .say("。应考的请补入表中，没有参考的填原因。", ". Add whoever should sit it, with the reason."))),
                .p(
                    .say(
                        "名册\(figures.listed)人，应考\(figures.due)人，实考\(figures.sat)人，缺考\(figures.absent)人；提交后记入台账。",
                        "\(figures.listed) listed, \(figures.due) should sit it, \(figures.sat) did, \(figures.absent) were absent; the ledger counts it."
                    )),
                .data(
                    .say("成绩", "Results"),
                    [DataHead(.say("姓名", "Name"), .lead), DataHead(.say("成绩", "Result"), .end)],
                    try read.lines.prefix(50).map { line in
                        [
                            .text(try ask.naming.personName(line.person)),
                            line.score.map { .text($0.text) } ?? .words(line.sitting.words),
                        ]
                    }),
                .when(
                    read.lines.count > 50, .p(.class("quiet"), .say("只列前50人。", "The first 50 are shown."))),
            ])
        }
        flow.opening = { ask in
            .p(
                .link("\(try ask.one(DrillExam.self).address)/results.xlsx", .say("下载模板", "The template")),
                .say("：已填好名册，只填成绩。", ": everybody stands in it, only results are to be filled in."))
        }
        return flow
    }
}

extension ExamSheet {
    /// Read once while a form is answered.
    fileprivate func looked(_ ask: Ask) throws -> Read {
        try ask.naming.once("exam sheet") { try read(for: try ask.one(DrillExam.self), ask) }
    }
}

extension Words {
    static let voidedElsewhere = Words(
        "活动记录已被作废，不计入台账；请更正或者撤销", "The activity was voided and counts no more: correct the record or take it back")
}
