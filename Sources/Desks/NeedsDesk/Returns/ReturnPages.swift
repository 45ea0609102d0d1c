import Pages
import Store
import Vocabulary

extension ReturnStage {
    var mark: Mark {
        switch self {
        case .filed: .met
        case .none: .doesNotApply
        case .withdrawn: .excused
        }
    }
}

extension UnitReturn: PagedNoun {
    static let path = "/surveys/returns/:code"
    static let acts: [any RecordAct<UnitReturn>.Type] = [ChangeReturn.self, WithdrawReturn.self]
    static let seeing = Words("查看这条需求", "See the need")
    var title: String { draft.topic }

    static let listing: Listing<UnitReturn> = {
        var listing = Listing<UnitReturn>(
            Words("单位和组织需求", "Needs of units and office"),
            columns: [
                .title(Words("培训主题", "Topic"), key: "topic", sort: "topic"),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit",
                    text: { row, ask in
                        row.draft.unit.isEmpty ? row.draft.source : try ask.naming.unitName(row.draft.unit)
                    }),
                ReturnDraft.form.column("audience", of: \.draft), ReturnDraft.form.column("target", of: \.draft, .off),
                .number("heads", Words("人数", "People"), unit: Words("人", "people"), sort: "heads") { $0.draft.heads },
                .number("days", Words("天数", "Days"), unit: Words("天", "days"), sort: "days") { $0.draft.days },
                ListColumn(
                    "month", Words("期望月份", "Month"), .meta, sort: "month",
                    text: { row, ask in row.draft.monthWords.in(ask.context.language) }),
                ReturnDraft.form.column("trainer", of: \.draft, .off),
                ReturnDraft.form.column("reason", of: \.draft, .file),
                ReturnDraft.form.column("contact", of: \.draft, .file),
                ListColumn(
                    "origin", Words("类别", "Kind"), .off, text: { row, ask in ask.say(row.origin.words) }),
                ListColumn(
                    "survey", Words("调研", "Survey"), .file, text: { row, ask in try ask.surveyTitle(row.survey) }),
                .day("filed", Words("报送", "Filed"), .off, sort: "filed_day") { $0.filed }, .code(),
                ListColumn("state", Words("状态", "State"), .end, text: { row, ask in ask.say(row.stage.words) }) {
                    row, ask in .state(row.stage.mark, ask.say(row.stage.words))
                },
            ],
            filters: [
                SurveyAsked.surveyFilter, .search(Words("主题或编号", "Topic or number"), UnitReturn.self),
                .unit(Words("单位", "Unit"), column: "unit"),
                .choice("origin", Words("类别", "Kind"), ReturnOrigin.self) { origin, _ in "origin = \(origin)" },
                .choice("state", Words("状态", "State"), ReturnStage.self) { stage, _ in "stage = \(stage)" },
            ], order: "survey desc, unit, code", empty: Words("还没有报送的需求", "Nothing was filed yet"))
        listing.since = ListedSince(Words("报送", "filed")) { "filed_day <= \($0)" }
        return listing
    }()

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [Survey.home, Self.home, Frame.Crumb(Words(title, title), address)]
    }

    func page(_ ask: Ask) throws -> Page {
        let form = origin == .unit ? ReturnDraft.form : ReturnDraft.officeForm
        var page = try Page(
            of: self, ask,
            .sheet(
                stage == .none
                    ? .section(.p(.say("本单位报告没有培训需求。", "The unit says that it needs nothing.")))
                    : try form.facts(draft, ask),
                remark.isEmpty ? .nothing : .section(.p(.b(.say("撤回原因：", "Why it was withdrawn: ")), .text(remark))),
                try ask.history(try ask.steps(of: UnitReturn.self, code, form, \.draft) { _, _, _ in })))
        let survey = try ask.reading.one(Survey.self, survey, for: ask.reader)
        page.sentence = .group([
            .text(code), .say("，", ", "), .words(origin.words), .say("，", ", "),
            survey.map { .link($0.address, .text($0.title)) } ?? .nothing, .say("，", ", "),
            .b(.class(stage.mark.rawValue), .words(stage.words)), .say("。", "."),
        ])
        if stage == .filed, let survey, ask.reader.may(.report) {
            page.actions = .group([
                .act(draft.lineAddress(year: survey.scheme.year), Words("列入计划", "Plan it"), .primary), page.actions,
            ])
        }
        return page
    }
}

extension ReturnDraft {
    var monthWords: Words { month == 0 ? Words("不限", "any") : Words("\(month)月", "month \(month)") }

    /// The form of a line of the programme, filled in with what is needed: a plain address of another desk.
    func lineAddress(year: Int) -> String {
        var items = [("programme", String(year)), ("title", topic), ("heads", String(heads)), ("days", String(days))]
        if !unit.isEmpty { items.append(("organiser", unit)) }
        if !target.isEmpty { items.append(("target", target)) }
        if month > 0 { items.append(("month", String(month))) }
        if !reason.isEmpty { items.append(("purpose", reason)) }
        items += audience.map { ("audience", $0.rawValue) }
        return "/programme/lines/new?\(Query(items).text)"
    }
}

extension Ask {
    /// The button of whoever may file for a unit in a survey now.
    func button(fileReturnIn survey: Survey) throws -> HTML {
        guard survey.notToFile(on: today) == nil else { return .nothing }
        return .group([
            button(FileReturn.self, FileReturn.address(of: survey.code), Words("报送需求", "File a need")),
            button(
                NoteOfficeNeed.self, "\(UnitReturn.listAddress)/office?\(Query([("survey", survey.code)]).text)",
                Words("登记组织需求", "Note a need of the office")),
        ])
    }
}

extension Routes {
    mutating func returns() {
        list(UnitReturn.self) { ask in
            .group([
                ask.button(
                    NoteOfficeNeed.self, "\(UnitReturn.listAddress)/office",
                    Words("登记组织需求", "Note a need of the office")),
                ask.button(
                    FileReturn.self, "\(UnitReturn.listAddress)/new", Words("报送需求", "File a need"), isPrimary: true),
            ])
        }
        var file = FormFlow(new: Words("报送培训需求", "File a need"), ReturnDraft.newForm) { ask in
            var blank = ReturnDraft()
            (blank.unit, blank.heads) = (ask.reader.unit ?? "", 1)
            return blank
        } act: { draft, _ in
            FileReturn(draft: draft)
        }
        file.crumbs = { _ in [Survey.home, UnitReturn.home] }
        form("\(UnitReturn.listAddress)/new", file)
        var note = FormFlow(new: Words("登记组织需求", "Note a need of the office"), ReturnDraft.newOfficeForm) { _ in
            var blank = ReturnDraft()
            blank.heads = 1
            return blank
        } act: { draft, _ in
            NoteOfficeNeed(draft: draft)
        }
        note.crumbs = { _ in [Survey.home, UnitReturn.home] }
        form("\(UnitReturn.listAddress)/office", note)
        page(of: UnitReturn.self, Words("一条需求", "One need")) { line, ask in try line.page(ask) }
        form(
            FormFlow(ChangeReturn.self, ReturnDraft.form, changing: \.draft) { line, draft in
                ChangeReturn(record: line.code, draft: draft)
            })
        form(
            FormFlow(WithdrawReturn.self, Reason.form) { _, _ in
                Reason()
            } act: { line, reason in
                WithdrawReturn(record: line.code, reason: reason.text)
            })
        var none = FormFlow(ReportNoNeed.self, Nothing.form) { _, _ in
            Nothing()
        } act: { survey, _ in
            ReportNoNeed(record: survey.code)
        }
        (none.isOneStep, none.submit) = (true, ReportNoNeed.button)
        form(none)
    }
}
