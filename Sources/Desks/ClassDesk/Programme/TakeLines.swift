import Formats
import Pages
import Spelling
import Store
import Vocabulary

/// Lines that a unit keeps in a sheet, pasted with their heads: all of them drafts in one go, or none (粘贴编报).
struct DraftLines: Act {
    static let right = Right.report
    static let words = Words("粘贴编报项目", "Drafted from a sheet")
    var schemes: [LineScheme]

    func perform(in t: ActTransaction) throws -> [ProgrammeLine] {
        try schemes.map { scheme in
            try t.requireReach(to: scheme.organiser, with: Self.right)
            guard try t.one(YearProgramme.self, scheme.programme, for: t.reader) != nil else {
                try t.refuse(LineProblem.unknown(scheme.programme))
            }
            return try t.draftLine(scheme)
        }
    }
}

struct TakenLines: Sendable, Hashable {
    var programme = ""
    var text = ""

    static let most = 300

    static let form = Form<TakenLines>(
        .init(
            Words("项目", "Lines"),
            .option(
                \.programme, "programme", Words("年度", "Year"), among: YearProgramme.options,
                unknown: { Words("没有编制“\($0)”年度的计划", "There is no programme of “\($0)”") }),
            .pasted(
                \.text, "text", Words("从表格粘贴", "Pasted from a sheet"),
                hint: Words(
                    "连同表头一起复制，一行一项，最多\(most)行；列名可参照模板", "With its heads, a line each, at most \(most); see the template"
                ))))

    /// What was pasted, line by line, and everything that is wrong with it.
    func read(_ naming: Naming) throws -> (lines: [LineScheme], problems: [Words]) {
        var rows: [SheetRow] = []
        do { rows = try Self.rows(text) } catch is TextTableRefused {
            return (
                [], [Words("粘贴的内容不是表格，请从表格软件中连同表头复制", "This is no table: copy it from a spreadsheet, with its heads")]
            )
        }
        guard let head = rows.first else { return ([], [Words("请粘贴项目", "Paste the lines")]) }
        let columns = LineScheme.sheet.columns(head)
        guard columns.problems.isEmpty else { return ([], columns.problems) }
        guard rows.count - 1 <= Self.most else {
            return ([], [Words("一次最多\(Self.most)行", "At most \(Self.most) rows at once")])
        }
        var blank = LineScheme()
        blank.programme = programme
        var lines: [LineScheme] = []
        var problems: [Words] = []
        for row in rows.dropFirst() {
            if try LineScheme.template.isExample(row, by: columns, naming) { continue }
            let read = try LineScheme.sheet.read(row: row, by: columns, into: blank, naming)
            problems += read.problems.map(\.said)
            if try read.problems.isEmpty && !naming.isWithinReach(read.draft.organiser) {
                problems.append(
                    Words("第\(row.number)行：主办单位不在您的管理范围内", "Row \(row.number): the organiser is not within your reach"))
            }
            lines.append(read.draft)
        }
        if lines.isEmpty { problems.append(Words("没有读到项目", "There are no lines in it")) }
        return (lines, problems)
    }

    private static func rows(_ text: String) throws -> [SheetRow] {
        let table = try TextTable(pasted: text)
        var rows: [SheetRow] = []
        try table.read { row in
            if row.cells.contains(where: { !$0.seen.isEmpty }) { rows.append(row) }
            return rows.count > most + 1 ? .enough : .more
        }
        return rows
    }
}

extension LineScheme {
    /// The columns of a sheet of lines; what is ticked in the form is ticked there afterwards.
    static let sheet = Form<LineScheme>(
        .init(
            Words("计划项目", "Lines"), form["title"], form["kind"], form["organiser"], form["institution"],
            form["purpose"], form["target"], form["runs"], form["heads"], form["days"], form["hours"], form["month"],
            form["part"], form["place"], form["amount"], form["fundedBy"], form["contact"], form["notes"]))

    static let template: FormTemplate<LineScheme> = {
        var example = LineScheme()
        (example.title, example.organiser) = ("城市更新专题班", "市住房和城乡建设局")
        (example.institution, example.target) = ("市委党校", "各县（市、区）分管负责人")
        (example.runs, example.heads, example.days, example.hours) = (2, 50, 3, 21)
        (example.time, example.amount) = (LineTime(month: 5, part: .middle), Money(fen: 6_000_000))
        return FormTemplate(Words("计划项目", "Lines of the programme"), sheet, example: example)
    }()
}

extension Routes {
    /// The sheet to be filled in, and the form that takes it back.
    mutating func takingLines() {
        look(
            "/programme/lines/template.xlsx", RouteAbout(Words("计划项目模板（表格）", "A template for lines")), right: .report
        ) { ask in
            try .workbook(
                LineScheme.template.workbook(ask.naming), name: "lines.xlsx",
                shown: ask.say("年度计划项目模板.xlsx", "lines.xlsx"))
        }
        var flow = FormFlow(Words("粘贴编报项目", "File lines from a sheet"), TakenLines.form) { ask in
            TakenLines(programme: try ask.all(YearProgramme.self, order: "code desc", limit: 1).first?.code ?? "")
        } act: { taken, ask in
            DraftLines(schemes: try taken.read(ask.naming).lines)
        } then: { made in
            "\(ProgrammeLine.listAddress)?programme=\(made.first?.scheme.programme ?? "")&state=draft"
        }
        flow.crumbs = { _ in [YearProgramme.home, ProgrammeLine.home] }
        flow.opening = { _ in
            .p(.act("/programme/lines/template.xlsx", Words("下载模板", "Download the template")))
        }
        flow.look = { taken, unread, ask in
            guard unread.isEmpty else { return [] }
            return try taken.read(ask.naming).problems.prefix(50).map { FormProblem("text", $0) }
        }
        flow.remarks = { taken, ask in
            let lines = try taken.read(ask.naming).lines
            return .group([
                .p(.say("将编报\(lines.count)个项目，都先作为草稿。", "\(lines.count) lines will be drafted.")),
                .warnings(
                    try lines.flatMap { line in
                        try line.remarks(filed: ask.today, ask).map {
                            Words("\(line.title)：\($0.zh)", "\(line.title): \($0.en)")
                        }
                    }),
            ])
        }
        form("/programme/lines/take", flow)
    }
}
