import Formats
import Pages
import Store
import Vocabulary

/// What is typed of the fees of a class: an amount for each line of its sheet.
struct FeeDraft: Sendable, Hashable {
    var lines: [FeeSheet.Line] = []

    static let form = Form<FeeDraft>(.init(Words("讲课费", "Lecture fees"), amounts))

    /// A table with a control in each line: lines come from the timetable, and cannot be added.
    private static let amounts: FormField<FeeDraft> = {
        var field = FormField<FeeDraft>(
            name: "fees", words: Words("实发金额（元，税后）", "Paid (yuan, after tax)"),
            hint: Words("按上限填好，可以改低；超过上限的会提示", "Filled in up to the ceiling; what exceeds it is pointed out"),
            isRequired: true,
            typed: { draft, _ in draft.lines.map { ("fees.\($0.key)", $0.amount.plain) } },
            read: { query, prefix, draft, _ in
                var problems: [FormProblem] = []
                for place in draft.lines.indices {
                    let line = draft.lines[place]
                    guard let typed = query.all("\(prefix)fees.\(line.key)").first else { continue }
                    guard let amount = FeeDraft.amount(typed) else {
                        problems.append(
                            FormProblem(
                                "\(prefix)fees.\(line.key)",
                                Words(
                                    "\(line.trainer.title)\(line.day.iso)的金额“\(typed.shortened)”应为金额，如1500或1500.50，最多\(FeeDraft.most)元",
                                    "“\(typed.shortened)” is to be an amount such as 1500 or 1500.50, at most \(FeeDraft.most)"
                                )))
                        continue
                    }
                    draft.lines[place].kept = amount
                }
                return problems
            },
            control: { view in FeeDraft.control(view) },
            shown: { draft, naming in
                .table(
                    .class("figures"),
                    .tbody(
                        .each(draft.lines) { line in
                            .tr(
                                .td(.text(line.trainer.title)), .td(.day(line.day), " ", .words(line.half.words)),
                                .td(.class("num"), .text(line.amount.grouped)))
                        }))
            },
            text: { draft, _ in
                draft.lines.map { "\($0.trainer.title) \($0.day.iso) \($0.amount.plain)" }.joined(separator: "；")
            })
        field.isGroup = true
        return field
    }()

    /// Yuan, of one line.
    private static let most = 1_000_000

    private static func amount(_ typed: String) -> Money? {
        let kept = typed.filter { !$0.isWhitespace && $0 != "," && $0 != "，" }
        guard kept.count <= 12, kept.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
            let yuan = Double(kept), yuan <= Double(most)
        else { return nil }
        let money = Money(yuan: yuan)
        // Nothing smaller than a fen.
        return abs(money.yuan - yuan) < 0.0001 ? money : nil
    }

    private static func control(_ view: FieldView) -> HTML {
        // Laid by when the form is opened (`Ask.feeSheet`): what was typed names its lines by their keys alone.
        let known: [FeeSheet.Line] = view.naming.once(key) { [] }
        return .table(
            .class("data inputs"),
            .thead(
                .tr(
                    .each([
                        Words("授课人", "Trainer"), Words("时间", "Time"), Words("学时", "Hours"), Words("上限（元）", "Ceiling"),
                        Words("实发（元）", "Paid"),
                    ]) { .th(.attribute("scope", "col"), .words($0)) })),
            .tbody(
                .each(known) { line in
                    let id = "fees.\(line.key)"
                    let own = view.problems.filter { $0.field == id }
                    return .tr(
                        .td(.text(line.trainer.title)), .td(.day(line.day), " ", .words(line.half.words)),
                        .td(.class("num"), .text(Figure.plain(Double(line.paidHalfHours) / 2))),
                        .td(.class("num"), .text(line.ceiling.grouped)),
                        .td(
                            .each(own) { .p(.class("error"), .words($0.words)) },
                            HTML.textField(id, view.typed.all(id).first ?? "", width: .short, mode: "decimal")
                                .labelled(view.say(Words("实发", "Paid")) + line.trainer.title + line.day.iso)))
                }))
    }

    static let key = "fee sheet"
}

extension Ask {
    /// What is paid to whom is for those who run the class.
    func mayReadFees(of found: TrainingClass) throws -> Bool {
        try KeepLectureFees.isAllowed(to: reader) && reading.isWithinReach(found.scheme.organiser, of: reader)
    }

    /// The sheet of the class that the address names, kept for the form that asks for its amounts.
    func feeSheet(of found: TrainingClass) throws -> FeeSheet {
        let sheet = try FeeSheet(found, in: reading)
        _ = naming.once(FeeDraft.key) { sheet.lines }
        return sheet
    }
}

extension TrainingClass {
    private static let sheetName = Words("讲课费签收单", "Receipts of lecture fees")

    /// The sheet to be signed.
    func feesPage(_ ask: Ask) throws -> Page {
        let sheet = try organisedFees(ask)
        let rules = try ask.classRules
        var page = Page(
            Self.sheetName,
            actions: .group([
                sheet.lines.isEmpty ? .nothing : .act("\(address)/fees.xlsx", Words("签收单（表格）", "Workbook")),
                try ask.button(KeepLectureFees.self, on: self, isPrimary: true),
            ]),
            .sheet(
                sheet.lines.isEmpty
                    ? .emptyState(
                        Words("还没有讲课费", "There are no fees yet"),
                        .words(MoneyProblem.nobodyToPay.words),
                        acts: .act("\(address)/timetable", Words("课程表", "Timetable"), .primary))
                    : .div(.class("landscape"), .part(Self.sheetName, table(sheet, rules)))))
        page.crumbs = try crumbs(ask)
        page.sentence = sheet.lines.isEmpty ? .nothing : sentence(sheet)
        return page
    }

    private func organisedFees(_ ask: Ask) throws -> FeeSheet {
        guard try ask.mayReadFees(of: self) else {
            throw NotAllowed(right: .teach, unit: scheme.organiser)
        }
        return try FeeSheet(self, in: ask.reading)
    }

    private func sentence(_ sheet: FeeSheet) -> HTML {
        let people = Set(sheet.lines.map(\.trainer.code)).count
        let over = sheet.lines.count { $0.amount > $0.ceiling }
        let new = sheet.lines.count(where: \.isNew)
        return .group([
            .say(
                "\(title)：\(people)位教师，\(sheet.hours)学时，税后合计\(sheet.total.grouped)元，上限\(sheet.ceiling.grouped)元",
                "\(title): \(people) trainers, \(sheet.hours) hours, \(sheet.total.grouped) yuan after tax of at most \(sheet.ceiling.grouped)"
            ), sheet.isKept ? .nothing : .say("（按上限，尚未核定）", " (by the ceiling; not looked through yet)"),
            .say("。", "."), new == 0 ? .nothing : .b(.class("behind"), .say("\(new)笔尚未核定。", " \(new) to be set.")),
            over == 0 ? .nothing : .b(.class("overdue"), .say("\(over)笔超过上限。", " \(over) above the ceiling.")),
        ])
    }

    private func table(_ sheet: FeeSheet, _ rules: ClassRules) -> HTML {
        let heads = [
            DataHead(.say("序号", "No."), .off, isNumber: true), DataHead(.say("姓名", "Name"), .lead),
            DataHead(.say("单位", "Unit"), .meta), DataHead(.say("职称", "Title"), .meta),
            DataHead(.say("课题", "Subject"), .below), DataHead(.say("日期", "Day"), .day),
            DataHead(.say("学时", "Hours"), .meta, isNumber: true, unit: Words("学时", "hours")),
            DataHead(.say("标准（元/学时）", "Per hour"), .off, isNumber: true),
            DataHead(.say("税后（元）", "After tax"), .end, isNumber: true), DataHead(.say("签名　　　　", "Signature"), .off),
        ]
        let rows = sheet.lines.enumerated().map { place, line -> [HTML] in
            [
                .text(String(place + 1)), .link(line.trainer.address, .text(line.trainer.title)),
                .text(line.trainer.entry.unit), .words(line.trainer.entry.band.words),
                .group([
                    .text(line.courses.joined(separator: "；")),
                    .each(FeeSheet.remarks(of: line, rules)) { .small(.words($0)) },
                ]), .group([.day(line.day), " ", .words(line.half.words)]),
                .text(Figure.plain(Double(line.halfHours) / 2)), .text(line.standard.grouped),
                line.amount > line.ceiling
                    ? .standing(.overdue, Words(line.amount.grouped, line.amount.grouped)) : .text(line.amount.grouped),
                .nothing,
            ]
        }
        return .group([
            .data(
                .words(Self.sheetName), heads, rows,
                foot: [
                    .nothing, .say("合计", "Total"), .nothing, .nothing, .nothing, .nothing, .text(sheet.hours), .nothing,
                    .text(sheet.total.grouped), .nothing,
                ]), .p(.class("quiet"), .say("经办：　　　　　　审核：　　　　　　批准：", "Made by:　　　Checked by:　　　Approved by:")),
        ])
    }

    /// With empty columns for what finance fills in; numbers of identity cards and accounts are theirs to ask for.
    func feesWorkbook(_ ask: Ask) throws -> Answered {
        let sheet = try organisedFees(ask)
        guard !sheet.lines.isEmpty else { throw NotFound(context: ask.context) }
        let rules = try ask.classRules
        let columns: [RowsFile.Column] = [
            .init(ask.say("序号", "No."), as: .number), .init(ask.say("姓名", "Name"), width: 14),
            .init(ask.say("单位", "Unit"), width: 24), .init(ask.say("职称", "Title"), width: 20),
            .init(ask.say("课题", "Subject"), width: 36), .init(ask.say("日期", "Day"), as: .day),
            .init(ask.say("时段", "Half")), .init(ask.say("学时", "Hours"), as: .number),
            .init(ask.say("标准（元/学时）", "Per hour"), as: .money), .init(ask.say("税后金额", "After tax"), as: .money),
            .init(ask.say("税额", "Tax"), as: .money), .init(ask.say("税前金额", "Before tax"), as: .money),
            .init(ask.say("签名", "Signature"), width: 16), .init(ask.say("备注", "Remark"), width: 30),
        ]
        let file = RowsFile(
            ask.say(Self.sheetName), columns,
            about: [
                title, ask.say("经办：", "Made by: "), ask.say("审核：", "Checked by: "), ask.say("批准：", "Approved by: "),
            ]
        ) { take in
            for (place, line) in sheet.lines.enumerated() {
                try take([
                    String(place + 1), line.trainer.title, line.trainer.entry.unit,
                    ask.say(line.trainer.entry.band.words), line.courses.joined(separator: "；"), line.day.iso,
                    ask.say(line.half.words), Figure.plain(Double(line.halfHours) / 2), line.standard.plain,
                    line.amount.plain, "", "", "",
                    FeeSheet.remarks(of: line, rules).map { ask.say($0) }.joined(separator: "；"),
                ])
            }
            try take(
                [
                    "", ask.say("合计", "Total"), "", "", "", "", "", sheet.hours, "", sheet.total.plain, "", "", "", "",
                ])
        }
        return .file(
            try file.workbook(ask.context), type: RowsFile.workbookType, name: "\(code)-fees.xlsx",
            shown: "\(title)讲课费签收单.xlsx")
    }
}
