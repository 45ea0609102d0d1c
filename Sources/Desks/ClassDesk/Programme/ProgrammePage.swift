import Books
import LedgerEngine
import Pages
import Plans
import Store
import Vocabulary

extension YearProgramme {
    /// A year's programme: what it comes to, what the plan asks for, what was held, and the versions issued.
    func page(_ ask: Ask) throws -> Page {
        let figures = try ProgrammeFigures(self, ask)
        let issues = try ask.reading.issues(of: code)
        var page = try Page(
            of: self, ask,
            .sheet(
                try owed(ask), .split(try kinds(figures, ask), beside: try versions(issues, ask)),
                try held(figures, ask), try facts(ask)))
        page.actions = .group([
            page.actions,
            .act(lines(), ProgrammeLine.listing.words),
            ask.button(
                DraftLine.self, "/programme/lines/new?programme=\(code)", Words("编报项目", "File a line"), isPrimary: true),
        ])
        page.sentence = try sentence(figures, issues, ask)
        return page
    }

    private func sentence(_ figures: ProgrammeFigures, _ issues: [ProgrammeIssue], _ ask: Ask) throws -> HTML {
        let asked = try ask.reading.count(
            ProgrammeLine.self, for: ask.reader, where: "programme = \(code) and \(LineScope.asked.condition)")
        let changes = try issues.last.map { try changed(since: $0, ask) } ?? 0
        return .group([
            .say("列入", "In the programme: "),
            .link(lines(("in", "programme")), .count(figures.lines.count), .b(.text(String(figures.lines.count)))),
            .say(
                "项，\(figures.runs)期，\(figures.personTimes)人次，\(figures.amount.grouped)元；还有",
                " lines, \(figures.runs) runs, \(figures.personTimes) person-times, \(figures.amount.grouped) yuan; "),
            .link(lines(("in", "asked")), .count(asked), .b(.text(String(asked)))),
            .say("项未定。", " not decided yet. "),
            issues.last.map { last in
                .group([
                    .link(last.address, last.words), .say("，\(last.issued.iso)印发", ", issued on \(last.issued.iso)"),
                    changes > 0
                        ? .b(
                            .class("behind"), .say("，之后调整\(changes)项，尚未印发。", "; \(changes) lines were adjusted since."))
                        : .say("。", "."),
                ])
            } ?? .say("尚未印发。", "Not issued yet."),
        ])
    }

    /// Lines that stand otherwise than they were issued last.
    private func changed(since last: ProgrammeIssue, _ ask: Ask) throws -> Int {
        ProgrammeChanges(from: last.lines, to: try ask.reading.toIssue(code, after: last)).count
    }

    /// What the plan in force asks of the year in classes and people, beside what is planned.
    private func owed(_ ask: Ask) throws -> HTML {
        let words = Words("与方案对照", "Against the plan")
        guard let view = try ask.ledger(ofYear: year) else {
            return .part(words, .p(.class("quiet"), .say("这一年没有生效的方案。", "No plan is in force in that year.")))
        }
        let owed = try YearOfClasses(ask, view)
        let short = owed.lines.count { $0.stillToPlan > 0 }
        return .part(
            words,
            aside: .link("/classes/year?year=\(code)", .say("与已办、在办对照", "With what was held")),
            ask.reader.unit == nil
                ? .nothing
                : .p(.class("quiet"), .say("这里只计本单位编报的项目。", "Only the lines of your own unit are counted here.")),
            owed.lines.isEmpty
                ? .p(.class("quiet"), .say("方案没有对办班的要求。", "The plan asks for no classes."))
                : .group([
                    .p(
                        .say(
                            "\(owed.lines.count)条办班要求，\(short)条还没有排够。",
                            "\(owed.lines.count) obligations ask for classes; \(short) are not planned in full.")),
                    owed.planTable(view, ask),
                ]))
    }

    private func kinds(_ figures: ProgrammeFigures, _ ask: Ask) throws -> HTML {
        let words = Words("分类合计", "By kind")
        let rows = ClassKind.allCases.compactMap { kind -> [HTML]? in
            let lines = figures.lines.filter { $0.scheme.kind == kind }
            guard !lines.isEmpty else { return nil }
            let list = ask.context.link(self.lines(("in", "programme"), ("kind", kind.rawValue)))
            return [.words(kind.words), .figureLink(lines.count, list)] + sums(lines)
        }
        guard !rows.isEmpty else {
            return .part(words, .p(.class("quiet"), .say("还没有列入的项目。", "No line is in it yet.")))
        }
        let all = figures.lines
        return .part(
            words,
            .figures(
                words,
                [
                    Words("类别", "Kind"), Words("项", "Lines"), Words("期", "Runs"), Words("人次", "Person-times"),
                    Words("人天", "Person-days"), Words("经费（元）", "Yuan"),
                ],
                rows + [
                    [
                        .say("合计", "Total"),
                        .figureLink(all.count, ask.context.link(self.lines(("in", "programme")))),
                    ] + sums(all)
                ]))
    }

    private func sums(_ lines: [ProgrammeLine]) -> [HTML] {
        [
            .text(String(lines.reduce(0) { $0 + $1.scheme.runs })),
            .text(String(lines.reduce(0) { $0 + $1.scheme.personTimes })),
            .text(String(lines.reduce(0) { $0 + $1.scheme.personDays })),
            .text(lines.reduce(Money.zero) { $0 + $1.scheme.amount }.grouped),
        ]
    }

    /// Planned beside held, each figure by itself and with the list that it was counted from.
    private func held(_ figures: ProgrammeFigures, _ ask: Ask) throws -> HTML {
        let words = Words("计划与完成", "Planned and held")
        let (held, besides) = (figures.sum(figures.held), figures.sum(figures.besides))
        func classes(_ of: HeldOf, _ count: Int) -> HTML {
            .figureLink(count, ask.context.link("/classes", ("held", "\(of.rawValue) \(code)")))
        }
        func trainees(_ of: HeldOf, _ count: Int) -> HTML {
            .figureLink(count, ask.context.link("/classes/trainees", ("held", "\(of.rawValue) \(code)")))
        }
        /// What is summed over a list: the list itself, whose rows are not the figure.
        func summed(_ of: HeldOf, _ figure: String, over list: String, _ more: [(String, String)] = []) -> HTML {
            .link("\(list)?\(Query([("held", "\(of.rawValue) \(code)")] + more).text)", .text(figure))
        }
        let programme = ask.context.link(lines(("in", "programme")))
        let dash = HTML.text("—")
        return .part(
            words, id: "held",
            ask.reader.unit == nil
                ? .nothing
                : .p(.class("quiet"), .say("项目和人员只计本单位的。", "Lines and people are those of your own unit.")),
            .data(
                .words(words),
                [
                    DataHead(.say("指标", "Figure"), .lead),
                    DataHead(.say("计划", "Planned"), .meta, isNumber: true, unit: Words("计划", "planned")),
                    DataHead(.say("计划内完成", "Held of it"), .meta, isNumber: true, unit: Words("计划内完成", "held of it")),
                    DataHead(.say("计划外完成", "Held besides"), .end, isNumber: true, unit: Words("计划外完成", "held besides")),
                ],
                [
                    [
                        .say("班次（项）", "Lines"), .figureLink(figures.lines.count, programme),
                        .figureLink(held.lines, ask.context.link(lines(("in", "held")))), dash,
                    ],
                    [
                        .say("期", "Runs"), .link(lines(("in", "programme")), .text(String(figures.runs))),
                        classes(.programme, held.classes),
                        classes(.besides, besides.classes),
                    ],
                    [
                        .say("人次", "Person-times"),
                        .link(lines(("in", "programme")), .text(String(figures.personTimes))),
                        trainees(.programme, held.personTimes), trainees(.besides, besides.personTimes),
                    ],
                    [
                        .say("人（不重复计）", "People, each once"), dash,
                        summed(
                            .programme, String(held.people), over: "/classes/trainees", [("sort", "person")]),
                        summed(.besides, String(besides.people), over: "/classes/trainees", [("sort", "person")]),
                    ],
                    [
                        .say("人天", "Person-days"), .link(lines(("in", "programme")), .text(String(figures.personDays))),
                        summed(.programme, String(held.personDays), over: "/classes"),
                        summed(.besides, String(besides.personDays), over: "/classes"),
                    ],
                    [
                        .say("经费（元）", "Money (yuan)"), .link(lines(("in", "programme")), .text(figures.amount.grouped)),
                        summed(.programme, held.spent.grouped, over: "/classes"),
                        summed(.besides, besides.spent.grouped, over: "/classes"),
                    ],
                ]))
    }

    private func versions(_ issues: [ProgrammeIssue], _ ask: Ask) throws -> HTML {
        .part(
            Words("印发版本", "Versions issued"),
            aside: .link("\(address)/programme.docx", .say("现稿（Word）", "As it stands (Word)")),
            issues.isEmpty
                ? .p(.class("quiet"), .say("还没有印发。", "It was not issued yet."))
                : .ul(
                    .class("rows"),
                    .each(issues.reversed()) { issue in
                        .li(
                            .link(issue.address, .words(issue.words)), " ", .day(issue.issued), " ",
                            .say("\(issue.included.count)项", "\(issue.included.count) lines"))
                    }))
    }

    private func facts(_ ask: Ask) throws -> HTML {
        let last = try ask.programmeRules.fileBy(in: year)
        return .part(
            Words("编制要求", "What units are told"),
            .facts([
                Fact(Words("启动编制", "Opened"), .day(opened)),
                Fact(Words("上报截止", "Lines are due"), last.map { .day($0) } ?? .nothing),
                Fact(Words("要求", "Notes"), .lines(notes.split(separator: "\n").map(String.init))),
            ]))
    }
}

extension YearOfClasses {
    /// Owed beside planned, while planning.
    func planTable(_ view: LedgerView, _ ask: Ask) -> HTML {
        .data(
            .say("与方案对照", "Against the plan"),
            [
                DataHead(.say("要求", "Obligation"), .lead),
                DataHead(.say("应完成", "Owed"), .meta, isNumber: true, unit: Words("应完成", "owed")),
                DataHead(.say("列入", "Planned"), .meta, isNumber: true, unit: Words("列入", "planned")),
                DataHead(.say("未定", "Not decided"), .meta, isNumber: true, unit: Words("未定", "not decided")),
                DataHead(.say("还差", "Short by"), .end, isNumber: true, unit: Words("还差", "short by")),
            ],
            lines.map { line in
                [
                    .group([
                        .b(.text(line.obligation.id)), " ", .text(view.sentence(line.obligation, ask.context.language)),
                    ]),
                    .text(Figure.plain(line.entry.required)),
                    .link(line.lines(.programme), .text(Figure.plain(line.planned))),
                    .link(line.lines(.asked), .text(Figure.plain(line.asked))),
                    line.stillToPlan > 0
                        ? .standing(.behind, Words(Figure.plain(line.stillToPlan), Figure.plain(line.stillToPlan)))
                        : .standing(.met, Words("够", "enough")),
                ]
            })
    }
}
