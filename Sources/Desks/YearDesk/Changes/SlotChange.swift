import LedgerEngine
import Pages
import Store
import Vocabulary

/// What became of a slot by agreement.
enum SlotChangeKind: String, Named, Stored {
    case skip, move

    var words: Words {
        switch self {
        case .skip: Words("免办", "Skipped")
        case .move: Words("改期", "Moved")
        }
    }
}

/// That a slot of a unit's year was skipped or moved, why, and who agreed (免办、改期). The ledger's duty stays as it is: a
/// skipped slot is shown as skipped, and never as fulfilled (docs/decisions/0166).
struct SlotChange: Noun {
    var code: String
    /// Within whose reach it lies: the subject's own unit, or the one that answers for it.
    var unit: String
    var year: Int
    var key: SlotKey
    /// When it was due before.
    var due: Day
    var kind: SlotChangeKind
    /// Of a moved one.
    var newDay: Day?
    var agreement: Agreement
    var made: Day
    var undone: Day?

    static let table = Table<SlotChange>(
        "slot_changes",
        Column("code") { $0.code }, Column("unit") { $0.unit }, Column("slot_year") { $0.year },
        Column("obligation") { $0.key.obligation }, Column("subject_kind") { $0.key.subject.kind.rawValue },
        Column("subject") { $0.key.subject.code }, Column("window_from") { $0.key.from },
        Column("place") { $0.key.place }, Column("due_day") { $0.due }, Column("kind") { $0.kind },
        Column("new_day") { $0.newDay }, Column("reason") { $0.agreement.reason },
        Column("agreed_by") { $0.agreement.agreedBy }, Column("made_day") { $0.made },
        Column("undone_day") { $0.undone }
    ) {
        code, unit, year, obligation, subjectKind, subject, from, place, due, kind, newDay, reason, agreedBy, made,
        undone in
        SlotChange(
            code: code, unit: unit, year: year,
            key: SlotKey(
                obligation: obligation, subject: Subject(Subject.Kind(rawValue: subjectKind) ?? .unit, subject),
                from: from, place: place), due: due, kind: kind, newDay: newDay,
            agreement: Agreement(reason: reason, agreedBy: agreedBy), made: made, undone: undone)
    }
    static let reach = Reach.unit("unit")
    static let searched = ["reason", "agreed_by", "code"]
}

/// Why, and who agreed.
struct Agreement: Hashable, Sendable {
    var reason = ""
    /// The office or the paper: 市委组织部干部教育科, 〔2026〕7号批复.
    var agreedBy = ""
}

extension Reading {
    /// Those that stood on a day, of a year; `unit`: of it alone.
    func slotChanges(in year: Int, unit: String? = nil, knownAt: Day?, for reader: Reader) throws -> [SlotChange] {
        var condition: SQL = "slot_year = \(year)"
        if let unit { condition = "\(condition) and unit = \(unit)" }
        if let knownAt {
            condition =
                "\(condition) and made_day <= \(knownAt) and (undone_day is null or undone_day > \(knownAt))"
        } else {
            condition = "\(condition) and undone_day is null"
        }
        return try all(SlotChange.self, for: reader, where: condition, order: "due_day")
    }
}
