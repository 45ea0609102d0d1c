import Vocabulary

/// What results come to, of a unit or of all: counted over those who should have sat it, not over those who came.
struct ExamFigures: Hashable, Sendable {
    /// Everybody on the sheet.
    let listed: Int
    let excused: Int
    let sat: Int
    /// Of those who sat it.
    let mean: Score?

    /// By how somebody sat it: how many, and the sum of their scores in hundredths.
    init(_ counted: [(sitting: Sitting, people: Int, points: Int)]) {
        listed = counted.reduce(0) { $0 + $1.people }
        excused = counted.reduce(0) { $0 + ($1.sitting.isExcused ? $1.people : 0) }
        sat = counted.reduce(0) { $0 + ($1.sitting == .sat ? $1.people : 0) }
        let points = counted.reduce(0) { $0 + $1.points }
        mean = sat == 0 ? nil : Score(hundredths: Score.rounded(points, by: sat))
    }

    init(_ lines: [ExamLine]) {
        listed = lines.count
        excused = lines.count { $0.sitting.isExcused }
        sat = lines.count { $0.sitting == .sat }
        mean = Score.mean(lines.compactMap(\.score))
    }

    var due: Int { listed - excused }
    var absent: Int { due - sat }

    /// A mean of few would tell somebody's own score; and so would the mean of all beside that of all but few.
    func mean(ofAtLeast least: Int) -> Score? { sat >= least ? mean : nil }

    /// `96.4`; nil where nobody had to sit it.
    var rate: String? { due == 0 ? nil : Figure.percent(Double(sat), of: Double(due)) }

    func isBelow(_ percent: Int) -> Bool { due > 0 && sat * 100 < due * percent }

    /// By unit, in order of code. Where the mean of exactly one unit would be held back, it follows from the others' and the
    /// whole's: then the whole's stands alone.
    static func byUnit(_ lines: [ExamLine], least: Int) -> [(unit: String, figures: ExamFigures, mean: Score?)] {
        let units = Dictionary(grouping: lines, by: \.unit).mapValues { ExamFigures($0) }.sorted { $0.key < $1.key }
        let held = units.filter { $0.value.sat > 0 && $0.value.sat < least }
        let hides = !held.isEmpty && held.reduce(0) { $0 + $1.value.sat } < least
        return units.map { ($0.key, $0.value, hides ? nil : $0.value.mean(ofAtLeast: least)) }
    }
}
