import Pages
import Store
import Vocabulary

/// What the hours of a class are made of, by kinds of course (课程结构; work-classes 8). The way to and from somewhere counts
/// for nothing.
struct ClassComposition {
    private(set) var halfHours: [CourseKind: Int] = [:]
    /// Of sessions of which the library does not tell the kind.
    private(set) var unknown = 0
    private(set) var total = 0

    init(_ sessions: [ClassSession], _ library: LibraryInUse) {
        for session in sessions where session.way != .travel {
            total += session.halfHours
            if let kind = library.kind(of: session) {
                halfHours[kind, default: 0] += session.halfHours
            } else {
                unknown += session.halfHours
            }
        }
    }

    private func hours(_ kinds: [CourseKind]) -> Int { kinds.reduce(0) { $0 + halfHours[$1, default: 0] } }

    /// What the rules ask of a main class, as name, kinds and least percent.
    private func asked(_ rules: ClassRules) -> [(name: Words, kinds: [CourseKind], least: Int)] {
        [
            (
                Words("理论教育和党性教育", "theory and party spirit"), [.theory, .partySpirit], rules.theoryShare
            ),
            (Words("党性教育", "party spirit"), [.partySpirit], rules.partySpiritShare),
        ]
    }

    /// Where a main class has less than the rules ask for.
    func remarks(of kind: ClassKind, _ rules: ClassRules) -> [Words] {
        guard kind == .main, total > 0 else { return [] }
        return asked(rules).filter { hours($0.kinds) * 100 < $0.least * total }.map { name, kinds, least in
            let share = Figure.percent(Double(hours(kinds)), of: Double(total), shortOf: Double(least))
            let open = Figure.plain(Double(unknown) / 2)
            return Words(
                "\(name.zh)占\(share)%，主体班不少于\(least)%" + (unknown > 0 ? "（\(open)学时未从课程库选取，不知类别）" : ""),
                "\(name.en): \(share)%, at least \(least)% in a main class"
                    + (unknown > 0 ? " (of \(open) hours the kind is not known)" : ""))
        }
    }

    func table() -> HTML {
        let kinds = CourseKind.allCases.filter { halfHours[$0] != nil }
        func row(_ words: Words, _ half: Int) -> [HTML] {
            [
                .words(words), .text(Figure.plain(Double(half) / 2)),
                .text(total == 0 ? "–" : "\(Figure.percent(Double(half), of: Double(total)))%"),
            ]
        }
        return .figures(
            Words("课程结构", "Composition"), [Words("类别", "Kind"), Words("学时", "Hours"), Words("占比", "Share")],
            kinds.map { row($0.words, halfHours[$0, default: 0]) }
                + (unknown > 0 ? [row(Words("未从课程库选取", "Not from the library"), unknown)] : [])
                + [row(Words("合计", "Total"), total)])
    }
}
