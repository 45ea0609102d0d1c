import Books
import Pages
import Records
import Store
import Vocabulary

/// The structure of the corps on one page, which is printed as it is: what the plan wants, then each table with its picture.
struct StructurePage {
    static let path = "/structure"
    let view: StructureView

    init(_ view: StructureView) { self.view = view }

    private var ask: Ask { view.ask }
    private var question: StructureQuestion { view.question }
    private var rules: StructureRules { view.day.rules }

    func page() throws -> Page {
        let figures = view.tables.map { view.figures($0) }
        var page = Page(
            Words("队伍结构", "Structure of the corps"),
            actions: .act(ask.context.same(StructureDocument.path), Words("下载（Word）", "Download (Word)")),
            hasAsOf: true,
            .sheet(
                .section(try narrowing, .when(!ask.reader.mayOpenPeople, bounds)),
                figures.allSatisfy { $0.all == nil || $0.lines.isEmpty } ? nobody : .nothing,
                .each(figures.prefix(1)) { intention($0) }, .each(figures) { part($0) }))
        page.sentence = sentence
        page.slips =
            question.slips
            + AddressSlip.unknownNames(in: ask.query, besides: StructureQuestion.names, ofList: false)
        return page
    }

    private var narrowing: HTML {
        get throws {
            guard ask.reader.mayOpenPeople else {
                return .narrowing(ask.context, to: Self.path, .label(.say("对比日期", "Compared with"), other))
            }
            return .narrowing(
                ask.context, to: Self.path,
                .label(.say("单位", "Unit"), try unitField), .label(.say("对比日期", "Compared with"), other),
                .label(
                    .say("人数少的组", "Small groups"),
                    .choice(
                        "cells",
                        [
                            ("", Words("照实列出", "As they are")),
                            (StructureQuestion.published, Words("按对外口径", "As given to others")),
                        ],
                        chosen: ask.query["cells"] ?? "")))
        }
    }

    private var other: HTML { .dayField("with", ask.query["with"] ?? "") }

    private var unitField: HTML {
        get throws {
            let chosen = ask.query["unit"] ?? ""
            guard let units = try ask.naming.choosableUnits() else { return .textField("unit", chosen) }
            let last = ask.context.knownAt ?? Day(number: .max)
            return .choice(
                "unit",
                [("", ask.say("全部", "All"))] + units.filter { $0.recorded <= last }.map { ($0.code, $0.name) },
                chosen: chosen)
        }
    }

    /// Why it is of that day and of no unit alone.
    private var bounds: HTML {
        .p(
            .class("quiet"),
            .say(
                "您的账号不能查看人员名单：只提供6月30日、12月31日全管理范围的汇总，不足\(rules.smallest)人的组不列。",
                "Your account may not see the people: groups alone are told, of all your reach, on 30 June and 31 December, none of fewer than \(rules.smallest)."
            ))
    }

    private var nobody: HTML {
        .emptyState(
            view.count == 0 ? Words("没有在任人员", "Nobody in service") : Words("人数太少，不提供汇总", "Too few to be told of"),
            .say("请改换单位或统计日期。", "Choose another unit or another day."))
    }

    // MARK: The sentence

    private var sentence: HTML {
        guard let count = view.count, count > 0 else { return .nothing }
        let sexes = view.figures(.sexes)
        let women = sexes.all.flatMap { all in
            sexes.heads.firstIndex { $0.keys == ["female"] }.flatMap { all.cells[$0] }
        }
        let mean = view.figures(.kinds).all?.meanAge
        return .group([
            question.unit.map { .say("\($0.name)", "\($0.name): ") } ?? .nothing,
            .say("在任", ""), figure(count, address: people()),
            .say("人", count == 1 ? " person in service" : " people in service"),
            women.map {
                let share = Figure.percent(Double($0), of: Double(count))
                return .say("，女干部\($0)人，占\(share)%", ", \($0) of them women (\(share)%)")
            } ?? .nothing,
            mean.map { .say("，平均年龄\(Figure.tenths($0))岁", ", \(Figure.tenths($0)) years old in the mean") } ?? .nothing,
            .say("。", ". "), compared(count),
        ])
    }

    private func compared(_ count: Int) -> HTML {
        guard let with = question.with, let before = view.countBefore else { return .nothing }
        let change = count - before
        let (zh, en) =
            change == 0
            ? ("人数相同", "as many people")
            : ("\(change > 0 ? "增加" : "减少")\(abs(change))人", "\(abs(change)) \(change > 0 ? "more" : "fewer")")
        return .say("与\(with.iso)相比，\(zh)。", "Compared with \(with.iso): \(en).")
    }

    private func people() -> String? {
        let everybody = StructureFigures.Head(keys: [], words: Words("", ""))
        return view.address(.born, everybody, nil)
    }

    private func figure(_ count: Int, address: String?) -> HTML {
        guard let address, count > 0 else { return .text(String(count)) }
        return .figureLink(count, address)
    }

    // MARK: What the plan wants

    /// Of each level those of the decade of birth that the plan wants there.
    private func intention(_ born: StructureFigures) -> HTML {
        let before = view.before(.born)
        let levels = RankLevel.allCases.compactMap { level in rules.intended(at: level).map { (level, $0) } }
        let rows = levels.compactMap { level, decade -> [HTML]? in
            let line = StructureFigures.Head(keys: [level.rawValue], words: level.words)
            let classes = StructureDimension.born.classes(rules)
            guard let known = classes.first(where: { $0.key == String(decade) }) else { return nil }
            let column = StructureFigures.Head(keys: [known.key], words: known.words)
            let (count, total) = (born.cell(line, column), born.total(line))
            let change = before.map { share(count, of: total, since: $0.cell(line, column), of: $0.total(line)) }
            return [
                .words(level.words), .words(known.words),
                count.map { figure($0, address: view.address(.born, line, column)) } ?? hidden,
                total.map { figure($0, address: view.address(.born, line, nil)) } ?? hidden,
                count.flatMap { count in total.map { .text(percent(count, of: $0)) } } ?? hidden,
            ] + (change.map { [.text($0)] } ?? [])
        }
        guard !rows.isEmpty, !born.lines.isEmpty else { return .nothing }
        return .part(
            Words("与培养使用意图对照", "Held against the plan's intention"), id: "intention",
            aside: .say("70后任正处、80后任副处、90后任科级", "who should be brought up at which level"),
            .figures(
                Words("与培养使用意图对照", "Held against the plan's intention"),
                [
                    Words("职级层次", "Level"), Words("培养重点", "Decade"), Words("人数", "People"),
                    Words("该层次合计", "Of the level"), Words("占比", "Share"),
                ] + (question.with.map { [Words("较\($0.iso)（百分点）", "since \($0.iso), points")] } ?? []), rows))
    }

    // MARK: A table

    private func part(_ figures: StructureFigures) -> HTML {
        guard let all = figures.all, !figures.lines.isEmpty else { return .nothing }
        let before = view.before(figures.table)
        let heads =
            [figures.table.rows.words] + figures.heads.map(\.words) + [Words("合计", "In all")]
            + (figures.table.hasAges ? [Words("平均年龄", "Mean age")] : [])
        return .part(
            figures.table.words, id: figures.table.rawValue, aside: files(figures.table),
            StructureChart(figures: figures).html(),
            .div(
                .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"),
                .ariaLabel(Words("\(figures.table.words.zh)，数据表", "\(figures.table.words.en), as a table")),
                .figures(
                    figures.table.words, heads,
                    (figures.lines + [all]).map { row($0, figures, before) })),
            view.remarks(on: figures),
            .when(
                before != nil,
                .p(
                    .class("quiet"),
                    .say(
                        "每格依次为人数、占本行的百分比，以及与\(question.with?.iso ?? "")相比增减的人数和百分点。",
                        "Each cell: people, their part of the row, and the change since \(question.with?.iso ?? "") in people and in points."
                    ))))
    }

    private func files(_ table: StructureTable) -> HTML {
        .span(
            .class("no-print"), .a(.href(ask.context.same(table.path)), .say("单列此表", "By itself")), "　",
            .each(["xlsx", "csv", "json"]) { kind in
                .group([.a(.href(ask.context.same("\(table.path).\(kind)")), .text(kind)), " "])
            })
    }

    private func row(
        _ line: StructureFigures.Line, _ figures: StructureFigures, _ before: StructureFigures?
    ) -> [HTML] {
        let name = HTML.group([
            line.head.keys.isEmpty ? .b(.words(line.head.words)) : .words(line.head.words),
            .when(
                line.hasHidden,
                .small(
                    .say(
                        "\(StructureFigures.hiddenMark)合计\(line.hidden)人",
                        "\(StructureFigures.hiddenMark) together \(line.hidden)"
                    ))),
        ])
        let cells = zip(figures.heads, line.cells).map { head, cell -> HTML in
            guard let cell else { return hidden }
            let change = before.map { earlier in
                changed(cell, of: line.total, since: earlier.cell(line.head, head), of: earlier.total(line.head))
            }
            return .group([
                figure(cell, address: view.address(figures.table, line.head, head)),
                .small(.class("quiet"), .text(percent(cell, of: line.total))),
                change.map { .small(.text($0)) } ?? .nothing,
            ])
        }
        let total = HTML.group([
            figure(line.total, address: view.address(figures.table, line.head, nil)),
            before.map { earlier in
                .small(.text(earlier.total(line.head).map { Self.signed(line.total - $0) } ?? "—"))
            } ?? .nothing,
        ])
        let age = figures.table.hasAges ? [HTML.text(line.meanAge.map { Figure.tenths($0) } ?? "—")] : []
        return [name] + cells + [total] + age
    }

    private var hidden: HTML {
        .group([
            .span(.class("quiet"), .attribute("aria-hidden", "true"), .text(StructureFigures.hiddenMark)),
            .span(.class("unseen"), .say("不列", "not told")),
        ])
    }

    // MARK: Words of figures

    private func percent(_ count: Int, of total: Int) -> String {
        total == 0 ? "—" : Figure.percent(Double(count), of: Double(total)) + "%"
    }

    private func changed(_ count: Int, of total: Int, since then: Int?, of all: Int?) -> String {
        guard let then else { return "—" }
        let points = share(count, of: total, since: then, of: all)
        return points == "—" ? Self.signed(count - then) : "\(Self.signed(count - then)) / \(points)"
    }

    /// By how many points of a hundred a part grew.
    private func share(_ count: Int?, of total: Int?, since then: Int?, of all: Int?) -> String {
        guard let count, let total, let then, let all, total > 0, all > 0 else { return "—" }
        let points = Double(count) / Double(total) * 100 - Double(then) / Double(all) * 100
        let tenths = (points * 10).rounded() / 10
        return (tenths > 0 ? "+" : "") + Figure.tenths(tenths == 0 ? 0 : tenths)
    }

    private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : String(number) }
}
