import Vocabulary

/// The decoded text as scalars, with its lines. Offsets in it are those of the contract.
struct PlanSource: Sendable {
    let scalars: [Unicode.Scalar]
    /// Offsets of the first scalar of each line; CR LF, LF and CR each end one.
    let lineStarts: [Int]

    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var starts = [0]
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\n" || (scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n")) {
                starts.append(index + 1)
            }
        }
        self.scalars = scalars
        lineStarts = starts
    }

    var text: String { string(0..<scalars.count) }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Line of an offset, from 0.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    func place(_ range: Range<Int>) -> SourcePlace {
        let line = line(of: range.lowerBound)
        return SourcePlace(
            start: range.lowerBound, end: range.upperBound, line: line + 1,
            column: range.lowerBound - lineStarts[line] + 1)
    }
}
