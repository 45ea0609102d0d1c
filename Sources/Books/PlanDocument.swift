public import Plans
public import Vocabulary

/// The plan's text cut into paragraphs, and each paragraph into plain stretches, clauses, numbers that oblige nothing, and unit
/// names.
public struct PlanDocument: Equatable, Sendable {
    public struct Paragraph: Equatable, Sendable {
        public var pieces: [Piece]
        /// Ids of the clauses that begin in it, in order.
        public var clauses: [String]
        public var level: Level
        /// The task that begins here.
        public var task: String?
        /// Its scalars in the text.
        public var range: Range<Int>
    }

    public enum Level: Equatable, Sendable {
        case part, task, text
    }

    public enum Piece: Equatable, Sendable {
        case plain(String)
        case clause(id: String, text: String, isFirst: Bool)
        case unit(code: String, name: String)
        /// A number that obliges nothing; `start` is its place in the text.
        case number(start: Int, text: String)
    }

    public var paragraphs: [Paragraph]

    /// `numbers` are the places of those that oblige nothing.
    public init(_ edition: PlanEdition, unitNames: [(code: String, name: String)] = [], numbers: [SourcePlace] = []) {
        let scalars = Array(edition.text.unicodeScalars)
        let obligations = edition.obligations.sorted {
            ($0.place.start, -$0.place.end) < ($1.place.start, -$1.place.end)
        }
        let numbers = numbers.sorted { $0.start < $1.start }
        let tasksByStart = Dictionary(
            edition.tasks.map { ($0.place.start, $0.number) }, uniquingKeysWith: { first, _ in first })
        let names = unitNames.filter { $0.name.count >= 3 }.sorted { $0.name.count > $1.name.count }
            .map { (code: $0.code, name: Array($0.name.unicodeScalars)) }
        var paragraphs: [Paragraph] = []
        var start = 0
        while start < scalars.count {
            var end = start
            while end < scalars.count, scalars[end] != "\n", scalars[end] != "\r" { end += 1 }
            if scalars[start..<end].contains(where: { !$0.properties.isWhitespace }) {
                let task = tasksByStart.first { (start..<max(start + 1, end)).contains($0.key) }?.value
                let own = obligations.filter { (start..<end).contains($0.place.start) }
                paragraphs.append(
                    Paragraph(
                        pieces: Self.pieces(
                            scalars, start, end, own, names, numbers.filter { (start..<end).contains($0.start) }),
                        clauses: own.map(\.id), level: Self.level(scalars[start..<end]), task: task,
                        range: start..<end))
            }
            start = end + 1
        }
        self.paragraphs = paragraphs
    }

    /// A short line that is numbered but ends no sentence is a heading.
    private static func level(_ line: ArraySlice<Unicode.Scalar>) -> Level {
        let text = String(String.UnicodeScalarView(line)).drop { $0.isWhitespace }
        guard text.count <= 40, let first = text.first, let last = text.last, !"。；！？".contains(last) else {
            return .text
        }
        if "一二三四五六七八九十".contains(first), text.dropFirst().prefix(3).contains("、") { return .part }
        if first == "（" || first == "(" { return .task }
        if first == "第", text.prefix(6).contains("章") { return .part }
        return .text
    }

    private static func pieces(
        _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int, _ obligations: [Obligation],
        _ names: [(code: String, name: [Unicode.Scalar])], _ numbers: [SourcePlace]
    ) -> [Piece] {
        var pieces: [Piece] = []
        var position = start
        func passNumbers(to last: Int) {
            for number in numbers where number.start >= position && number.end <= last {
                pieces += plain(scalars, position, number.start, names)
                pieces.append(.number(start: number.start, text: text(scalars[number.start..<number.end])))
                position = number.end
            }
            pieces += plain(scalars, position, last, names)
            position = last
        }
        for obligation in obligations {
            // A clause inside another keeps its note; the text is marked once.
            guard obligation.place.start >= position else { continue }
            passNumbers(to: obligation.place.start)
            let last = min(obligation.place.end, end)
            pieces.append(
                .clause(id: obligation.id, text: text(scalars[obligation.place.start..<last]), isFirst: true))
            position = last
        }
        passNumbers(to: end)
        return pieces
    }

    /// Plain text, with the names of units that the records know as pieces of their own.
    private static func plain(
        _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int, _ names: [(code: String, name: [Unicode.Scalar])]
    ) -> [Piece] {
        var pieces: [Piece] = []
        var from = start
        var position = start
        while position < end {
            if let unit = names.first(where: { unit in
                position + unit.name.count <= end
                    && scalars[position..<position + unit.name.count].elementsEqual(unit.name)
            }) {
                if from < position { pieces.append(.plain(text(scalars[from..<position]))) }
                pieces.append(.unit(code: unit.code, name: text(unit.name[...])))
                position += unit.name.count
                from = position
            } else {
                position += 1
            }
        }
        if from < end { pieces.append(.plain(text(scalars[from..<end]))) }
        return pieces
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
