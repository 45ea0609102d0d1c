import Pages
import Vocabulary

/// A table as bars of one length, one for each line: what part each class has. Every piece bears its class and its figure, and
/// pieces are parted by an edge, so that the picture is read without colours.
struct StructureChart {
    let figures: StructureFigures

    private static let left = 148.0
    private static let bar = 520.0
    private static let row = 30.0
    private static let sum = 56.0

    func html() -> HTML {
        guard !figures.lines.isEmpty else { return .nothing }
        let width = Self.left + Self.bar + Self.sum
        let height = Self.row * Double(figures.lines.count) + 4
        return .group([
            .div(
                .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"),
                .ariaLabel(figures.table.words),
                .svg(
                    .class("chart"), .attribute("viewBox", "0 0 \(number(width)) \(number(height))"),
                    .attribute("width", number(width)), .attribute("height", number(height)),
                    .attribute("role", "img"), .ariaLabel(figures.table.words),
                    .each(figures.lines.enumerated()) { index, line in
                        self.line(line, y: Self.row * Double(index))
                    })), keys,
        ])
    }

    private func line(_ line: StructureFigures.Line, y: Double) -> HTML {
        var x = Self.left
        var pieces: [HTML] = []
        for (place, head) in figures.heads.enumerated() {
            guard let count = line.cells[place], count > 0 else { continue }
            pieces.append(piece(head.words, count, of: line, shade: place, &x, y))
        }
        if line.hidden > 0 {
            pieces.append(
                piece(
                    Words(StructureFigures.hiddenMark, StructureFigures.hiddenMark), line.hidden, of: line, shade: nil,
                    &x, y))
        }
        return .group([
            text("0", y + 19, "", short(line.head.words)), .group(pieces),
            text(number(Self.left + Self.bar + 8), y + 19, "faint", Words("\(line.total)人", "\(line.total)")),
        ])
    }

    /// `shade`: nil for what is told together.
    private func piece(
        _ words: Words, _ count: Int, of line: StructureFigures.Line, shade: Int?, _ x: inout Double, _ y: Double
    ) -> HTML {
        let width = Self.bar * Double(count) / Double(line.total)
        let left = x
        x += width
        let said = Words("\(words.zh) \(count)", "\(words.en) \(count)")
        let share = Figure.percent(Double(count), of: Double(line.total))
        let room = width - 8
        let shown =
            Self.width(said.zh) <= room ? said : Self.width("\(count)") <= room ? Words("\(count)", "\(count)") : nil
        return .group([
            .element(
                "rect",
                [
                    .class("edge"), .attribute("fill", "currentColor"), .attribute("fill-opacity", opacity(shade)),
                    .attribute("x", number(left)), .attribute("y", number(y + 3)),
                    .attribute("width", number(max(width, 1))), .attribute("height", number(Self.row - 6)),
                    .element(
                        "title",
                        [
                            .say(
                                "\(line.head.words.zh)：\(words.zh)\(count)人，占\(share)%",
                                "\(line.head.words.en): \(words.en) \(count), \(share)%")
                        ]),
                ]), shown.map { text(number(left + 4), y + 19, "", $0) } ?? .nothing,
        ])
    }

    /// From light to dark, never so dark that ink on it is hard to read.
    private func opacity(_ shade: Int?) -> String { shade.map { "0.\(String(100 + 4 + $0 * 6).dropFirst())" } ?? "0" }

    /// About as wide as it is drawn.
    private static func width(_ text: String) -> Double { text.reduce(0) { $0 + ($1.isHan ? 11.5 : 6.5) } }

    /// What has no room beside a bar is cut.
    private func short(_ words: Words) -> Words {
        func cut(_ text: String) -> String {
            var (kept, room) = ("", Self.left - 18)
            for letter in text {
                room -= letter.isHan ? 11.5 : 6.5
                if room < 0 { return kept + "…" }
                kept.append(letter)
            }
            return kept
        }
        return Words(cut(words.zh), cut(words.en))
    }

    private var keys: HTML {
        .div(
            .class("keys"),
            .each(figures.heads.enumerated()) { place, head in
                .span(
                    .svg(
                        .class("chart inline"), .attribute("width", "18"), .attribute("height", "16"),
                        .attribute("aria-hidden", "true"),
                        .element(
                            "rect",
                            [
                                .class("edge"), .attribute("fill", "currentColor"),
                                .attribute("fill-opacity", opacity(place)), .attribute("x", "1"),
                                .attribute("y", "1"), .attribute("width", "16"), .attribute("height", "14"),
                            ])), .words(head.words))
            })
    }

    private func number(_ value: Double) -> String { Figure.tenths(value) }
    private func text(_ x: String, _ y: Double, _ name: String, _ words: Words) -> HTML {
        .element("text", [.class(name), .attribute("x", x), .attribute("y", number(y)), .words(words)])
    }
}
