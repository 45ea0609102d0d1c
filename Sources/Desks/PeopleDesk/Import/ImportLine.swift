import Records
import Storage
import Training
import Vocabulary

/// One row of the file as it was read, and what becomes of it.
struct ImportLine {
    enum Fate {
        case new
        case changed
        case unchanged
        case wrong
    }

    var row: Int
    var fate = Fate.unchanged
    /// Who or what it is about, for people.
    var name = ""
    var changes: [ImportPreview.TakenRow.Change] = []
    var edits = PeopleEdits()
    /// An activity that is to be put on record, in the place of its first row.
    var activities: [ActivityDraft] = []
    /// A site that is to be put on record; its code is given then.
    var sites: [Site] = []
    /// Whether what it begins has no day of its own, and begins on the one that was chosen for such rows.
    var isUndated = false
    private(set) var problems: [(field: ImportField?, words: Words)] = []

    init(row: Int) { self.row = row }

    mutating func wrong(_ field: ImportField?, _ words: Words) {
        problems.append((field, words))
        fate = .wrong
        edits = PeopleEdits()
        activities = []
        sites = []
        changes = []
    }

    /// Nothing stands in a cell that is needed; said where nothing else is wrong with the row.
    mutating func missing(_ field: ImportField, _ words: Words) { if fate != .wrong { wrong(field, words) } }

    mutating func wrong(_ field: ImportField?, _ problem: PeopleProblem) { wrong(field, problem.words) }

    /// What is the same before and after is none.
    mutating func change(_ field: Words, _ before: String, _ after: String) {
        guard before != after else { return }
        changes.append(.init(field: field, before: before, after: after))
        if fate == .unchanged { fate = .changed }
    }

    /// What a cell says, or that it is wrong.
    mutating func taking<Value>(_ field: ImportField, _ read: () throws -> Value?) rethrows -> Value? {
        do { return try read() } catch let flaw as CellFlaw {
            wrong(field, flaw.words)
            return nil
        }
    }
}
