import Spelling
import Store

/// What stood of a contestant when a template was made. The sheet carries it, so that of what comes back only what was written on
/// it is taken in, and nothing that others entered meanwhile is undone.
struct HeldMarks: Sendable, Hashable {
    var theory: Score?
    var time: Score?
    /// By judge.
    var marks: [String: Score] = [:]

    /// A panel's marks with the numbers of its judges.
    static let longest = 4000

    init(theory: Score?, time: Score?, marks: [String: Score]) {
        (self.theory, self.time, self.marks) = (theory, time, marks)
    }

    init(_ entry: ContestEntry) {
        (theory, time) = (entry.theory, entry.time)
        for mark in entry.marks { marks[mark.judge] = mark.mark }
    }

    /// As the sheet carries it: `theory=8500;time=24000;P7=9100`, in hundredths.
    var text: String {
        let parts = [(Self.theoryKey, theory), (Self.timeKey, time)].map {
            "\($0)=\($1.map { String($0.hundredths) } ?? "")"
        }
        return (parts + marks.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.hundredths)" })
            .joined(separator: ";")
    }

    /// What is no mark is passed over: then the cell counts as written.
    init(text: String) {
        for (place, part) in text.split(separator: ";").enumerated() {
            guard let sign = part.lastIndex(of: "="), let hundredths = Int(part[part.index(after: sign)...]) else {
                continue
            }
            let (key, score) = (part[..<sign], Score(hundredths: hundredths))
            // Both come first, so that a judge may be called as they are.
            if place == 0, key == Self.theoryKey {
                theory = score
            } else if place == 1, key == Self.timeKey {
                time = score
            } else {
                marks[String(key)] = score
            }
        }
    }

    private static let theoryKey = "theory"
    private static let timeKey = "time"
}
