import Vocabulary

/// Subjects summed up the unit tree: how many there are, and how each stands.
struct RollUp {
    private let columns: RecordColumns
    private var subjects: [Int32]
    private var met: [Int32]
    private var worst: [Standing?]

    init(_ columns: RecordColumns) {
        self.columns = columns
        subjects = [Int32](repeating: 0, count: columns.units.count)
        met = subjects
        worst = [Standing?](repeating: nil, count: columns.units.count)
    }

    mutating func add(unit: Int32, standing: Standing, isMet: Bool) {
        guard unit >= 0 else { return }
        subjects[Int(unit)] += 1
        if isMet { met[Int(unit)] += 1 }
        worst[Int(unit)] = Self.together(worst[Int(unit)], standing)
    }

    /// One entry for every unit with a subject at or beneath it, in order of code.
    func entries(obligation: String, window: WindowSpan) -> [LedgerEntry] {
        var subjects = subjects
        var met = met
        var worst = worst
        for unit in columns.unitOrder.reversed() {
            let parent = columns.parents[Int(unit)]
            guard parent >= 0, subjects[Int(unit)] > 0, let standing = worst[Int(unit)] else { continue }
            subjects[Int(parent)] += subjects[Int(unit)]
            met[Int(parent)] += met[Int(unit)]
            worst[Int(parent)] = Self.together(worst[Int(parent)], standing)
        }
        return subjects.indices.filter { subjects[$0] > 0 }.map { unit in
            let code = columns.units[Int32(unit)]
            let standing = subjects[unit] == met[unit] ? Standing.met : worst[unit] ?? .notYetDue
            return LedgerEntry(
                obligation: obligation, subject: Subject(.rollUp, code), unit: code, from: Day(number: window.from),
                to: window.to == never ? nil : Day(number: window.to), required: Double(subjects[unit]),
                done: Double(met[unit]), population: Int(subjects[unit]), standing: standing)
        }
    }

    /// Overdue before behind before on course before not yet due; something met beside something open is on course.
    private static func together(_ a: Standing?, _ b: Standing) -> Standing {
        let b = b == .met ? Standing.onCourse : b
        guard let a else { return b }
        return rank(a) <= rank(b) ? a : b
    }

    private static func rank(_ standing: Standing) -> Int {
        switch standing {
        case .overdue: 0
        case .behind: 1
        case .onCourse, .met: 2
        default: 3
        }
    }
}
