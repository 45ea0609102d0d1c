import Vocabulary

/// One table of a day as its reader may see it: classes of people, counted, in rows and columns that hold anybody.
struct StructureFigures: Equatable, Sendable {
    struct Head: Hashable, Sendable {
        /// Keys of the classes that are told together; one mostly.
        var keys: [String]
        var words: Words
    }

    struct Line: Equatable, Sendable {
        var head: Head
        /// Nil where a cell is not told.
        var cells: [Int?]
        var total: Int
        /// In years; nil where nobody's age is known.
        var meanAge: Double?

        /// How many people are not told by cell.
        var hidden: Int { total - cells.reduce(0) { $0 + ($1 ?? 0) } }
        var hasHidden: Bool { cells.contains(nil) }
    }

    let table: StructureTable
    /// Into what it is divided.
    let columns: StructureDimension
    var heads: [Head] = []
    var lines: [Line] = []
    /// Everybody; nil where nothing is told.
    var all: Line?

    /// `isPublished`: as it may be given to whoever may not see the people themselves.
    init(_ table: StructureTable, _ day: CorpsDay, _ people: [Int], isPublished: Bool) {
        self.table = table
        columns = (isPublished ? table.publishedColumns : nil) ?? table.columns
        guard !isPublished || table.publishedColumns != nil else { return }
        let counts = day.counts(people, table.rows, columns)
        let told = isPublished ? SmallCells(counts, smallest: day.rules.smallest) : SmallCells(open: counts)
        guard !told.rows.isEmpty else { return }
        let ages = table.hasAges ? day.ages(people, table.rows) : []
        let (rows, classes) = (table.rows.classes(day.rules), columns.classes(day.rules))
        func head(_ group: [Int], _ classes: [StructureClass]) -> Head {
            Head(
                keys: group.map { classes[$0].key },
                words: Words(
                    group.map { classes[$0].words.zh }.joined(separator: "、"),
                    group.map { classes[$0].words.en }.joined(separator: ", ")))
        }
        func mean(_ group: [Int]) -> Double? {
            guard table.hasAges else { return nil }
            let (sum, count) = group.reduce((0, 0)) { ($0.0 + ages[$1].sum, $0.1 + ages[$1].count) }
            // Of few the ages are not known, or it would be a few people's mean.
            let least = isPublished ? day.rules.smallest : 1
            return count < least ? nil : Double(sum) / Double(count)
        }
        let shown = told.columns.indices.filter { column in told.counts.contains { $0[column] > 0 } }
        heads = shown.map { head(told.columns[$0], classes) }
        lines = told.rows.indices.compactMap { row in
            let total = told.counts[row].reduce(0, +)
            guard total > 0 else { return nil }
            return Line(
                head: head(told.rows[row], rows),
                cells: shown.map { told.isHidden[row][$0] ? nil : told.counts[row][$0] }, total: total,
                meanAge: mean(told.rows[row]))
        }
        all = Line(
            head: Head(keys: [], words: Words("合计", "In all")),
            cells: shown.map { column in told.counts.reduce(0) { $0 + $1[column] } }, total: people.count,
            meanAge: mean(Array(rows.indices)))
    }

    /// What stands in the place of a cell that is not told, and of a class that is told together with another.
    static let hiddenMark = "*"
    static let joinedMark = "^"

    var hasHidden: Bool { lines.contains(where: \.hasHidden) }
    var hasJoined: Bool { (heads + lines.map(\.head)).contains { $0.keys.count > 1 } }

    /// A cell by the classes that it is of; nil where it is not told, or told together with others.
    func cell(_ line: Head, _ head: Head) -> Int? {
        guard let all else { return nil }
        let found = line.keys.isEmpty ? all : lines.first { $0.head.keys == line.keys }
        guard let place = heads.firstIndex(where: { $0.keys == head.keys }) else {
            // Nobody is of that class, but somebody of this line's may be.
            return isWhole(head, among: heads) ? 0 : nil
        }
        guard let found else { return isWhole(line, among: lines.map(\.head)) ? 0 : nil }
        return found.cells[place]
    }

    /// How many a line has; nil where it is told together with others.
    func total(_ line: Head) -> Int? {
        guard let all else { return nil }
        if line.keys.isEmpty { return all.total }
        return lines.first { $0.head.keys == line.keys }?.total ?? (isWhole(line, among: lines.map(\.head)) ? 0 : nil)
    }

    /// Whether classes that stand nowhere are nobody's, and not told together with others.
    private func isWhole(_ head: Head, among heads: [Head]) -> Bool {
        !heads.contains { !Set($0.keys).isDisjoint(with: head.keys) }
    }
}
