import Pages
import Vocabulary

/// How many went from where to where.
struct FlowCount: Hashable, Sendable {
    var from: FlowPlace
    var to: FlowPlace
    var count: Int
}

/// Where people came from and where they went: bars on both sides, each with its name and figure, and bands between them as broad
/// as they have people. Names, figures and edges tell all: it is read without colour, and the table beneath has every figure.
struct FlowPicture {
    let counts: [FlowCount]

    private static let width = 720.0
    private static let bar = 14.0
    private static let left = 150.0
    private static let right = 570.0
    private static let gap = 16.0
    private static let leastBand = 10.0

    private struct Piece {
        var place: FlowPlace
        var count: Int
        var y: Double
        var height: Double
        /// How much of it bands have taken.
        var used = 0.0
    }

    /// The height of one person, so that the picture stays on a page.
    private var unit: Double {
        let all = counts.reduce(0) { $0 + $1.count }
        return all == 0 ? 0 : max(4, min(24, 300 / Double(all)))
    }

    private func pieces(_ side: KeyPath<FlowCount, FlowPlace>) -> [Piece] {
        var y = 8.0
        return FlowPlace.allCases.compactMap { place in
            let count = counts.filter { $0[keyPath: side] == place }.reduce(0) { $0 + $1.count }
            guard count > 0 else { return nil }
            let height = max(Self.leastBand, Double(count) * unit)
            defer { y += height + Self.gap }
            return Piece(place: place, count: count, y: y, height: height)
        }
    }

    func html() -> HTML {
        guard !counts.isEmpty else { return .nothing }
        var (froms, tos) = (pieces(\.from), pieces(\.to))
        let height = max(froms.last.map { $0.y + $0.height } ?? 0, tos.last.map { $0.y + $0.height } ?? 0) + 12
        var bands: [HTML] = []
        for from in froms.indices {
            for to in tos.indices {
                guard let flow = counts.first(where: { $0.from == froms[from].place && $0.to == tos[to].place }) else {
                    continue
                }
                bands.append(band(flow, &froms[from], &tos[to]))
            }
        }
        return .div(
            .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"), .ariaLabel(FlowPage.words),
            .svg(
                .class("chart"), .attribute("viewBox", "0 0 \(number(Self.width)) \(number(height))"),
                .attribute("width", number(Self.width)), .attribute("height", number(height)),
                .attribute("role", "img"), .ariaLabel(FlowPage.words), .group(bands),
                .each(froms) { bar($0, x: Self.left, isLeft: true) },
                .each(tos) { bar($0, x: Self.right, isLeft: false) }))
    }

    private func band(_ flow: FlowCount, _ from: inout Piece, _ to: inout Piece) -> HTML {
        // A bar that was made higher than its people shares its height among them.
        let (thick, thin) = (
            from.height * Double(flow.count) / Double(from.count), to.height * Double(flow.count) / Double(to.count)
        )
        let (a, b) = (from.y + from.used, to.y + to.used)
        from.used += thick
        to.used += thin
        let (x, end) = (Self.left + Self.bar, Self.right)
        let middle = (x + end) / 2
        let path =
            "M\(number(x)) \(number(a)) C\(number(middle)) \(number(a)) \(number(middle)) \(number(b)) \(number(end)) \(number(b)) "
            + "L\(number(end)) \(number(b + thin)) C\(number(middle)) \(number(b + thin)) \(number(middle)) \(number(a + thick)) \(number(x)) \(number(a + thick)) Z"
        let said = Words(
            "\(flow.from.words.zh)到\(flow.to.words.zh)\(flow.count)人",
            "\(flow.from.words.en) to \(flow.to.words.en): \(flow.count)")
        return .group([
            .element(
                "path",
                [
                    .class("edge"), .attribute("d", path), .attribute("fill", "currentColor"),
                    .attribute("fill-opacity", "0.10"), .element("title", [.words(said)]),
                ]),
            // Near its beginning, where bands do not cross yet.
            .when(
                thick >= Self.leastBand,
                text(number(x + 6), a + thick / 2 + 4, Words(String(flow.count), String(flow.count)))),
        ])
    }

    private func bar(_ piece: Piece, x: Double, isLeft: Bool) -> HTML {
        let said = Words("\(piece.place.words.zh) \(piece.count)人", "\(piece.place.words.en) \(piece.count)")
        return .group([
            .element(
                "rect",
                [
                    .class("edge"), .attribute("fill", "currentColor"), .attribute("fill-opacity", "0.35"),
                    .attribute("x", number(x)), .attribute("y", number(piece.y)),
                    .attribute("width", number(Self.bar)), .attribute("height", number(piece.height)),
                ]),
            isLeft
                ? .element(
                    "text",
                    [
                        .attribute("x", number(x - 8)), .attribute("y", number(piece.y + piece.height / 2 + 4)),
                        .attribute("text-anchor", "end"), .words(said),
                    ]) : text(number(x + Self.bar + 8), piece.y + piece.height / 2 + 4, said),
        ])
    }

    private func number(_ value: Double) -> String { Figure.tenths(value) }
    private func text(_ x: String, _ y: Double, _ words: Words) -> HTML {
        .element("text", [.attribute("x", x), .attribute("y", number(y)), .words(words)])
    }
}
