import Books
import Formats
import Pages
import Records
import Vocabulary

/// The structure as a Word document: the tables of the page, one after the other.
struct StructureDocument {
    static let path = StructurePage.path + ".docx"
    private let view: StructureView

    init(_ view: StructureView) { self.view = view }

    private func say(_ words: Words) -> String { view.ask.say(words) }

    func answer() throws -> Answered {
        let day = view.ask.context.asOf
        return try .document(
            OfficialDocument(parts),
            name: "structure-\(day.iso).docx", shown: "\(view.ask.say("队伍结构", "Structure"))-\(day.iso).docx")
    }

    private var parts: [OfficialDocument.Part] {
        let context = view.ask.context
        let known = context.knownAt.map { context.say("，登记截至\($0.iso)", ", known at \($0.iso)") } ?? ""
        let place = view.question.unit?.name ?? context.town
        return [
            .title(context.say("队伍结构分析", "Structure of the corps")),
            .number("（\(place)，\(context.say("截至", "as of "))\(context.asOf.iso)\(known)）"),
        ] + (opening.map { [.paragraph($0)] } ?? []) + view.tables.flatMap { table(view.figures($0)) }
    }

    private var opening: String? {
        guard let count = view.count, count > 0 else { return nil }
        let mean = view.figures(.kinds).all?.meanAge.map { Figure.tenths($0) }
        return view.ask.say("在任\(count)人", "\(count) people in service")
            + (mean.map { view.ask.say("，平均年龄\($0)岁", ", \($0) years old in the mean") } ?? "") + view.ask.say("。", ".")
    }

    private func table(_ figures: StructureFigures) -> [OfficialDocument.Part] {
        guard let all = figures.all, !figures.lines.isEmpty else { return [] }
        let heads =
            [say(figures.table.rows.words)] + figures.heads.map { say($0.words) } + [view.ask.say("合计", "In all")]
        let rows = (figures.lines + [all]).map { line in
            [say(line.head.words)] + line.cells.map { $0.map(String.init) ?? StructureFigures.hiddenMark }
                + [String(line.total)]
        }
        return [
            .heading(say(figures.table.words)),
            .table(heads: heads, rows: rows, widths: [3] + heads.dropFirst().map { _ in 2 }),
        ]
            + (figures.hasHidden
                ? [
                    .paragraph(
                        view.ask.say(
                            "\(StructureFigures.hiddenMark)为不足\(view.day.rules.smallest)人，或为不致推算而一并不列。",
                            "\(StructureFigures.hiddenMark) fewer than \(view.day.rules.smallest), or left out so that none can be worked out."
                        ))
                ] : [])
    }
}
