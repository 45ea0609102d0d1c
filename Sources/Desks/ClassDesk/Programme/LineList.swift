import Pages
import Records
import Store
import Vocabulary

extension ProgrammeLine {
    static let listing: Listing<ProgrammeLine> = {
        var listing = Listing<ProgrammeLine>(
            Words("计划项目", "Lines of the programme"), columns: columns, filters: filters,
            order: "programme desc, month, code",
            empty: Words("还没有编报项目", "No line was filed yet"), sentence: LineState.sentence)
        listing.bulk = [
            BulkAct("confirm", Words("确认上报", "File"), Nothing.form, blank: Nothing()) { line, _ in
                ConfirmLine(record: line.code)
            },
            BulkAct("include", Words("列入计划", "Include"), LineDecision.remarks, blank: LineDecision()) { line, said in
                DecideLine(
                    record: line.code,
                    decision: LineDecision(answer: .include, remark: said.remark, paper: said.paper))
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { line, reason in
                DecideLine(record: line.code, decision: LineDecision(answer: .sendBack, remark: reason.text))
            },
            BulkAct(
                "copy", Words("带入另一年度", "Copy into a year"), CopyDraft.form(Words("带入年度", "Into the year")),
                blank: CopyDraft()
            ) { line, draft in CopyLine(line: line.code, programme: draft.from) },
        ]
        return listing
    }()

    private static var columns: [ListColumn<ProgrammeLine>] {
        let form = LineScheme.form
        return [
            .title(Words("班次名称", "Name"), sort: "title"),
            .text("programme", Words("年度", "Year"), .off, sort: "programme") { $0.scheme.programme },
            form.column("kind", of: \.scheme, sort: "kind"),
            form.column("organiser", of: \.scheme, sort: "organiser"),
            form.column("institution", of: \.scheme, .file), form.column("audience", of: \.scheme, .file),
            form.column("target", of: \.scheme, .file), form.column("purpose", of: \.scheme, .file),
            .number("runs", Words("期数", "Runs"), unit: Words("期", "runs"), sort: "runs") { $0.scheme.runs },
            form.column("heads", of: \.scheme, .file),
            .number("people", Words("总人数", "People"), unit: Words("人次", "person-times")) { $0.scheme.personTimes },
            form.column("days", of: \.scheme, .file), form.column("hours", of: \.scheme, .file),
            ListColumn(
                "time", Words("拟办时间", "When"), sort: "month",
                text: { row, ask in ask.say(row.scheme.time.words) }), form.column("place", of: \.scheme, .file),
            ListColumn(
                "amount", Words("经费（元）", "Money (yuan)"), .figure, as: .money, sort: "fen", unit: Words("元", "yuan"),
                text: { row, _ in row.scheme.amount.plain }
            ) { row, _ in .text(row.scheme.amount.grouped) },
            form.column("fundedBy", of: \.scheme, .file), form.column("contact", of: \.scheme, .file),
            form.column("notes", of: \.scheme, .file), form.column("topics", of: \.scheme, .file),
            .day("filed", Words("上报", "Filed"), .file) { $0.filed },
            .text("remark", Words("说明", "Remark"), .file) { $0.remark },
            .text("paper", Words("依据文号", "Document"), .file) { $0.paper }, .code(), LineState.column(sort: "stage"),
        ]
    }

    private static var filters: [ListFilter] {
        [
            .search(Words("名称或编号", "Name or number"), ProgrammeLine.self),
            .unit(Words("主办单位", "Organiser"), column: "organiser"),
            ListFilter(
                name: "programme", words: Words("年度", "Year"),
                control: { ask, chosen in
                    let years = try ask.all(YearProgramme.self, order: "code desc", limit: 20)
                    return .choice(
                        "programme", [("", ask.say("全部", "All"))] + years.map { ($0.code, $0.code) }, chosen: chosen)
                }
            ) { ask, typed in
                try ask.reading.one(YearProgramme.self, typed, for: ask.reader).map {
                    ($0.code, "programme = \($0.code)")
                }
            },
            .choice("kind", Words("类别", "Kind"), ClassKind.self) { kind, _ in "kind = \(kind)" }, LineState.filter,
            .choice("in", Words("范围", "Scope"), LineScope.self) { scope, _ in scope.condition },
            OwedInClasses.filter(.lines),
        ]
    }
}

/// Parts of a year that a figure counts.
enum LineScope: String, Named {
    case programme, asked, adjusted, held

    var words: Words {
        switch self {
        case .programme: Words("列入计划的", "In the programme")
        case .asked: Words("已报未定的", "Not decided yet")
        case .adjusted: Words("有过调整的", "Adjusted")
        case .held: Words("有班次结班的", "With a class closed")
        }
    }

    var condition: SQL {
        switch self {
        case .programme: ProgrammeLine.isInProgramme
        case .asked: "stage in (\(list: LineStage.asked))"
        case .adjusted: "adjusted_day is not null"
        case .held:
            """
            \(ProgrammeLine.isInProgramme) and exists (
                select code from training_classes where training_classes.line = programme_lines.code
                and training_classes.stage = \(ClassStage.approved) and \(TrainingClass.isClosed))
            """
        }
    }
}
