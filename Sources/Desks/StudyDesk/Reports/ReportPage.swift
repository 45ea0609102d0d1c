import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of a report.
enum ReportDocument: String, Named, Stored {
    case stamped, annex, other

    var words: Words {
        switch self {
        case .stamped: Words("盖章报告", "The stamped report")
        case .annex: Words("附件", "Annex")
        case .other: Words("其他", "Other")
        }
    }
}

extension GroupReport: EvidenceBearer {
    typealias Document = ReportDocument
}

extension GroupReport: PagedNoun {
    static let path = "/study/reports/:code"
    static let acts: [any RecordAct<GroupReport>.Type] = [HandInReport.self, NoteReport.self, ChangeReport.self]
    static let seeing = Words("查看学习报告", "See the report")
    /// Without the group's name, which stands beside it.
    var title: String { "\(year)年\(part == .half ? "上半年" : "")学习报告" }

    static let listing: Listing<GroupReport> = {
        var listing = Listing<GroupReport>(
            Words("学习报告", "Reports of study groups"),
            columns: [
                .title(Words("报告", "Report"), sort: "code"),
                ListColumn(
                    "group", Words("中心组", "Group"), sort: "team", text: { try $1.groupName($0.team) }),
                ListColumn(
                    "unit", Words("单位", "Unit"), .off, sort: "unit", text: { try $1.naming.unitName($0.unit) }),
                ListColumn("part", Words("类别", "Kind"), sort: "part", text: { $1.say($0.part.words) }),
                .day("handed", Words("报送", "Handed in"), sort: "handed_day") { $0.handed },
                .day("noted", Words("备案", "Noted"), .off, sort: "noted_day") { $0.noted }, .code(),
                ReportState.column(sort: "stage"),
            ],
            filters: [
                .unit(Words("单位", "Unit"), column: "unit"), .group,
                .choice("part", Words("类别", "Kind"), ReportPart.self) { part, _ in "part = \(part)" },
                .year(Words("年度", "Year"), offered: -4...0) { "report_year = \($0)" }, ReportState.filter,
            ], order: "report_year desc, part desc, unit",
            empty: Words("还没有学习报告；在中心组页面起草", "No report was drawn up yet: begin at a group's page"),
            sentence: ReportState.sentence)
        listing.since = ListedSince(Words("起草", "drawn up")) { "drafted_day <= \($0)" }
        listing.bulk = [
            BulkAct("note", Words("备案", "Take note"), Reason.remark, blank: Reason()) { report, remark in
                NoteReport(record: report.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { report, remark in
                NoteReport(record: report.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()

    func steps(_ rules: StudyRules, on today: Day) -> [FlowStep] {
        let due = due(rules)
        let isLate = due.map { (handed ?? today) > $0 } ?? false
        return [
            FlowStep(
                Words("起草", "Drawn up"), stage.isOpen ? .toDo : .done, due: nil, done: drafted,
                rule: Words("数字由系统填入", "its figures are filled in")),
            FlowStep(
                Words("报送", "Handed in"),
                stage == .returned ? .toDo : handed != nil ? (isLate ? .late : .done) : isLate ? .overdue : .toDo,
                due: due,
                done: handed,
                rule: part == .half
                    ? Words("半年一次", "twice a year") : Words("随下一年度计划报备", "with the plan of the next year")),
            FlowStep(
                Words("备案", "Noted"), noted != nil ? .done : stage == .handedIn ? .toDo : .toCome, due: nil,
                done: noted,
                rule: Words("由组织部办理", "by the office")),
        ]
    }

    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.studyRules
        let state = try ReportState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))), .flow(steps(rules, on: ask.today))),
                said, try toRead(ask),
                try ask.evidence(
                    of: self,
                    required: stage.isOpen
                        ? [] : [RequiredPaper(.stamped, due: due(rules), why: Words("盖章件", "Stamped"))]),
                try history(ask)))
        page.sentence = .group([
            .link(StudyGroup.address(of: team), .text(try ask.groupName(team))), .say("，", ", "), .words(part.words),
            plan.isEmpty
                ? .nothing : .group([.say("，随 ", ", filed with "), .link(StudyPlan.address(of: plan), .text(plan))]),
            .say("。", ". "), .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    var said: HTML {
        remark.isEmpty
            ? .nothing
            : stage == .returned
                ? .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
                : .section(.p(.b(.say("备案意见：", "Remark: ")), .text(remark)))
    }

    /// What it says, above what is done with it next.
    func toRead(_ ask: Ask) throws -> HTML {
        let lines = try figuresShown(in: ask.reading, on: ask.today, ask.studyRules)
        return .group([
            .part(
                Words("数字", "Figures"), id: "figures",
                aside: figures.isEmpty
                    ? .say("按现有记录，报送时定下", "as they stand; fixed when it is handed in") : .say("报送时", "as handed in"),
                .facts(lines.map { Fact($0.figure.words, .text(String($0.amount))) })),
            .part(
                Words("正文", "The text"), id: "text",
                aside: .link("\(address)/report.docx", .say("报告（Word）", "The report (Word)")),
                text.isEmpty
                    ? .p(
                        .class("quiet"),
                        .say("正文还没有写；Word文件中留有位置。", "Nothing is written yet: the document leaves room."))
                    : .facts(
                        text.parts.filter { !$0.text.isEmpty }.map { heading, text in
                            Fact(heading, .lines(text.split(separator: "\n").map(String.init)))
                        }, long: true)),
        ])
    }

    private func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: GroupReport.self, code, ReportText.form, \.text) { step, report, change in
            guard change.row.act == NoteReport.name else { return }
            if report.stage == .returned { step.words = Decision.Answer.sendBack.words }
            if !report.remark.isEmpty { step.remarks = [HistoryStep.reason(report.remark)] }
        }
        return try ask.history(own + ask.paperSteps(of: self))
    }

    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try changed(ask, since: seq) { row in
            guard row.act == NoteReport.name else { return nil }
            return try row.after.map { try GroupReport(journaled: $0).stage.words }
        }
    }
}

extension ReportText {
    var isEmpty: Bool { parts.allSatisfy(\.text.isEmpty) }

    var parts: [(heading: Words, text: String)] {
        [
            (Words("主要做法和成效", "What was done"), done), (Words("存在问题", "Problems"), problems),
            (Words("下一步打算", "What comes next"), next),
        ]
    }
}

extension GroupReport {
    /// The report as it is handed in, with room for what was not written yet (半年、年度学习报告).
    func document(_ ask: Ask) throws -> Answered {
        let title = try documentTitle(ask)
        return try .document(
            OfficialDocument(
                try documentParts(ask) + [
                    .signature(try ask.naming.unitName(unit)), .signature((handed ?? ask.today).spoken),
                ]), name: "\(code)-report.docx", shown: "\(title).docx")
    }

    private func documentTitle(_ ask: Ask) throws -> String {
        "\(try ask.groupName(team))\(year)年\(part == .half ? "上半年" : "")学习情况报告"
    }

    /// Without who signs: last year's report stands so in the file of the plan.
    func documentParts(_ ask: Ask) throws -> [OfficialDocument.Part] {
        let lines = try figuresShown(in: ask.reading, on: ask.today, ask.studyRules)
        var parts: [OfficialDocument.Part] = [
            .title(try documentTitle(ask)), .heading("一、基本情况"),
            .table(
                heads: ["序号", "项目", "数量"],
                rows: lines.enumerated().map { ["\($0 + 1)", $1.figure.words.zh, "\($1.amount)"] }, widths: [2, 12, 4]),
        ]
        for (number, part) in zip(["二", "三", "四"], text.parts) {
            parts.append(.heading("\(number)、\(part.heading.zh)"))
            let lines = part.text.split(separator: "\n").map(String.init)
            parts += (lines.isEmpty ? ["（待填写）"] : lines).map { .paragraph($0) }
        }
        return parts
    }
}
