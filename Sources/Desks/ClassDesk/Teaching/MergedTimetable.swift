import Pages
import Store
import Vocabulary

/// A timetable that somebody filled in while others changed it: each half-day that only one of them touched is theirs, and
/// nothing of either is lost. Where both did, nothing is kept until they agree.
struct MergedTimetable {
    private(set) var sheet: TimetableSheet
    /// What others changed meanwhile and the form has not, by half-day.
    private(set) var theirs: [ClassHalf] = []
    /// What both changed, each in another way.
    private(set) var conflicts: [ClassHalf] = []
    /// Who changed it last.
    private(set) var by = ""
    private let now: TimetableSheet

    /// `filled` says from which timetable it began; what another program sends says nothing, and stands for the whole.
    init(_ filled: TimetableSheet, of found: TrainingClass, in reading: some Reading) throws {
        sheet = filled
        now = try reading.one(Timetable.self, found.code, for: .everybody)?.sheet ?? TimetableSheet()
        if let began = Int(filled.base) {
            let changes = try reading.changes(of: Timetable.self, found.code)
            if let last = changes.last, last.row.seq > began {
                by = last.row.by
                let base = changes.last { $0.row.seq <= began }?.after?.sheet ?? TimetableSheet()
                merge(from: base)
            }
        }
        // What was replaced stays, whoever changes the rest.
        sheet.replaced = now.replaced
        sheet.base = ""
    }

    private mutating func merge(from base: TimetableSheet) {
        func halves(_ sheet: TimetableSheet) -> [ClassHalf: [ClassSession]] {
            Dictionary(grouping: sheet.sessions, by: \.place)
        }
        let (before, mine, other) = (halves(base), halves(sheet), halves(now))
        var merged: [ClassSession] = []
        for place in Set(before.keys).union(mine.keys).union(other.keys).sorted() {
            let (before, mine, other) = (before[place] ?? [], mine[place] ?? [], other[place] ?? [])
            if mine == before, other != before {
                theirs.append(place)
                merged += other
            } else {
                if other != before, other != mine { conflicts.append(place) }
                merged += mine
            }
        }
        // One lesson that both have moved, each to another half-day, would be taught twice.
        let known = [base, sheet, now].map(\.lessons)
        sheet.sessions = merged
        for (lesson, count) in sheet.lessons where count > known.map({ $0[lesson, default: 0] }).max() ?? 0 {
            conflicts += merged.filter { $0.lesson == lesson }.map(\.place)
        }
        conflicts = Set(conflicts).sorted()
    }

    var problems: [MergeProblem] {
        conflicts.map { place in
            let there = now.sessions.filter { $0.place == place }
            return MergeProblem(
                place: place, by: by,
                now: there.map { $0.course + ($0.trainer.isEmpty ? "" : "（\($0.trainer)）") }.joined(separator: "、"))
        }
    }

    /// What is kept beside one's own, told before it is.
    var remarks: [Words] {
        guard !theirs.isEmpty else { return [] }
        let places = theirs.map(\.words)
        return [
            Words(
                "\(by)在您填写期间改了\(places.map(\.zh).joined(separator: "、"))，已一并保留",
                "\(by) changed \(places.map(\.en).joined(separator: "; ")) meanwhile, which is kept too")
        ]
    }
}

/// That two people changed one half-day, each in another way.
struct MergeProblem: Refusal {
    var place: ClassHalf
    var by: String
    /// What the others have put there.
    var now: String

    var field: String { "sessions" }
    var words: Words {
        Words(
            "\(by)在您填写期间也改了\(place.words.zh)，现在是：\(now.isEmpty ? "没有课" : now)。请把这个半天填成一样，或改回您打开时的样子，再提交",
            "\(by) changed \(place.words.en) meanwhile; it is now: \(now.isEmpty ? "nothing" : now). Fill it in as that, or as it was when you began"
        )
    }
}

extension TimetableSheet {
    /// How often each lesson is taught, whenever it is.
    fileprivate var lessons: [ClassSession: Int] {
        Dictionary(sessions.map { ($0.lesson, 1) }, uniquingKeysWith: +)
    }
}

extension ClassSession {
    /// The same without its half-day.
    fileprivate var lesson: ClassSession {
        var lesson = self
        (lesson.day, lesson.half) = (.unset, .morning)
        return lesson
    }
}
